"""What changed from one version of an article to the next, line by line, as people read it."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.domain.manual.article import ArticleVersion

_AROUND: Final = 1
"""Lines that stayed are shown so far around what changed."""
_LONGEST: Final = 2_000
"""Texts of more lines are only said to differ: comparing takes the longer the more they differ."""


class Change(NamedTuple):
    """A line that is gone (`-`), new (`+`), stayed (a blank), or stands for lines left out (`…`)."""

    sign: str
    text: str


def changes(before: ArticleVersion, after: ArticleVersion) -> tuple[Change, ...]:
    """The differences of title, terms and text."""
    return (*_terms(before, after), *text_changes(before.text, after.text))


def _terms(before: ArticleVersion, after: ArticleVersion) -> Iterator[Change]:
    for name, was, now in (
        ("title", before.title, after.title),
        ("tags", ", ".join(before.tags), ", ".join(after.tags)),
        ("who decides", before.decides or "not said", after.decides or "not said"),
        ("about", ", ".join(before.about), ", ".join(after.about)),
        ("customers may have it", _yes(before.may_quote), _yes(after.may_quote)),
    ):
        if was != now:
            yield Change("-", f"{name}: {was or 'none'}")
            yield Change("+", f"{name}: {now or 'none'}")


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def text_changes(before: str, after: str) -> tuple[Change, ...]:
    """Lines gone and new, each with the one around it that stayed."""
    old, new = before.split("\n"), after.split("\n")
    if before == after:
        return ()
    if max(len(old), len(new)) > _LONGEST:
        return (Change("-", f"a text of {len(old):,} lines"), Change("+", f"a text of {len(new):,} lines"))
    found: list[Change] = []
    for group in SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(_AROUND):
        if found or group[0][1] > 0:
            found.append(Change("…", ""))
        for tag, start, end, first, last in group:
            if tag == "equal":
                found += [Change(" ", line) for line in old[start:end]]
                continue
            found += [Change("-", line) for line in old[start:end]]
            found += [Change("+", line) for line in new[first:last]]
    return tuple(found)
