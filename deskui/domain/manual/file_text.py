"""An article as the text of a file: its terms a line each between two lines of dashes, then its Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.manual.article import TiedTo
from deskui.domain.manual.typed import ArticleTyped
from deskui.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from deskui.domain.manual.article import Edition, Tie

_FENCE: Final = "---"
_TERMS: Final = {
    "title": "title",
    "kind": "kind",
    "tags": "tags",
    "valid from": "valid_from",
    "valid until": "valid_until",
    "customers may have it": "may_quote",
    "decides": "decides",
    "about": "about",
    "products": "products",
    "cases": "cases",
    "benefits": "benefits",
}
"""What stands before each colon, and the field it is."""
_YES_OR_NO: Final = {"yes": True, "no": False, "": False}
_NEEDED: Final = ("title", "kind")


def typed_of(edition: Edition, ties: Iterable[Tie]) -> ArticleTyped:
    """A version of an article as it would be typed: under the title it has now, with its days in ISO form."""
    article, said, tied = edition.article, edition.version, list(ties)
    lists = {what: ", ".join(tie.text for tie in tied if tie.what is what) for what in TiedTo}
    return ArticleTyped(
        kind=article.kind.value,
        title=article.title,
        text=said.text,
        tags=", ".join(article.tags),
        valid_from=said.valid_from.isoformat(),
        valid_until="" if said.valid_until is None else said.valid_until.isoformat(),
        may_quote=said.may_quote,
        decides="" if said.decides is None else said.decides.value,
        about=", ".join(said.about),
        products=lists[TiedTo.PRODUCT],
        cases=lists[TiedTo.CASE],
        benefits=lists[TiedTo.BENEFIT],
    )


def file_text(typed: ArticleTyped) -> str:
    """The text of a file, from which `read_file_text` reads the very same; terms that say nothing are left out."""
    terms = []
    for name, field in _TERMS.items():
        value = getattr(typed, field)
        said = ("yes" if value else "") if isinstance(value, bool) else value
        if said:
            terms.append(f"{name}: {said}")
    return "\n".join((_FENCE, *terms, _FENCE, "", typed.text)) + "\n"


def read_file_text(text: str) -> ArticleTyped:
    """The article in the text of a file.

    Raises: BadInput in one sentence when it is none.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[0].rstrip() != _FENCE:
        raise BadInput("It does not begin with a line of three dashes and the terms of the article below it.")
    end = next((place for place, line in enumerate(lines) if place and line.rstrip() == _FENCE), None)
    if end is None:
        raise BadInput("The line of three dashes that ends the terms is missing.")
    terms = _terms(lines[1:end])
    return _typed(terms, "\n".join(lines[end + 1 :]).strip())


def _terms(lines: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        field = _TERMS.get(" ".join(name.casefold().split()))
        if not colon or field is None:
            known = ", ".join(_TERMS)
            raise BadInput(f"“{line.strip()[:40]}” is not one of its terms: {known}.")
        if field in found:
            raise BadInput(f"“{name.strip()}” stands there twice.")
        found[field] = value.strip()
    return found


def _typed(terms: Mapping[str, str], text: str) -> ArticleTyped:
    if missing := [name for name in _NEEDED if not terms.get(name)]:
        raise BadInput(f"It has no {' and no '.join(missing)}.")
    may_quote = terms.get("may_quote", "").casefold()
    if may_quote not in _YES_OR_NO:
        raise BadInput("Whether customers may have it is yes or no.")
    plain = {name: value for name, value in terms.items() if name != "may_quote"}
    return ArticleTyped(**plain, text=text, may_quote=_YES_OR_NO[may_quote])
