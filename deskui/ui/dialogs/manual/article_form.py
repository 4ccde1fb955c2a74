"""The form in which an article is written, and its next versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.domain.manual.article import ArticleKind, TiedTo
from deskui.domain.manual.typed import DECIDERS, ArticleTyped, checked
from deskui.domain.moments import date_words
from deskui.errors import BadInput
from deskui.ui.drafts import DraftOf
from deskui.ui.kit.fields import Field, FieldKind, choice, yes_no
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.kit.look import Looked
from deskui.ui.lines import Line, Role, quiet, span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.manual.found import Opened
    from deskui.ui.dialogs.manual.in_view import InView
    from deskui.ui.kit.full_page import FullPage

_KINDS: Final = tuple((each.value, each.value) for each in ArticleKind)
_DECIDERS: Final = (("", "not said"), *((each.value, each.value) for each in DECIDERS))

_WHY: Final = Field("why", "Why changed", placeholder="e.g. the supplier charges more", also=("Why it is changed",))


def writes_manual(page: FullPage[Any]) -> bool:
    """Whether the person acting writes the manual: then its keys stand at the foot."""
    session = page.app.session
    return session is not None and session.is_supervisor


def may_write(page: FullPage[Any]) -> bool:
    """Whether the person acting writes the manual; a clerk is told at once who does, before anything is typed."""
    if writes_manual(page):
        return True
    page.say("Only a supervisor writes the manual; ask one to sign in here.", Role.WARN)
    return False


def new_form(about: InView) -> FormSpec:
    """A new article; what is in view is what it may belong to."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        made = _typed(typed)
        return Saved(desk.manual.add(made, operation), f"In the manual: {span(' '.join(made.title.split())).text}")

    values = {"cases": ", ".join(about.kinds)}
    return FormSpec("New article", _fields(values), work, DraftOf("article:new"), look=_look, focus="title")


def edit_form(opened: Opened) -> FormSpec:
    """The next version of an article, from what it says in the one shown."""

    article = opened.edition.article

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        done = desk.manual.revise(article.id, version, _typed(typed), operation)
        return Saved(done, "A new version is kept; what it said before stays readable")

    return FormSpec(
        f"Change: {article.title}",
        (_WHY, *_fields(values_of(opened))),
        work,
        DraftOf(f"article:{article.id}"),
        version=article.version,
        look=_look,
        focus="text",
        unchanged_closes=True,
    )


def values_of(opened: Opened) -> dict[str, str]:
    """An article as the form holds it."""
    article, said = opened.edition.article, opened.edition.version
    ties = {what: ", ".join(tie.text for tie in opened.ties if tie.what is what) for what in TiedTo}
    return {
        "kind": article.kind.value,
        "title": article.title,
        "tags": ", ".join(article.tags),
        "text": said.text,
        "valid_until": "" if said.valid_until is None else said.valid_until.isoformat(),
        "may_quote": "yes" if said.may_quote else "no",
        "decides": "" if said.decides is None else said.decides.value,
        "about": ", ".join(said.about),
        "products": ties[TiedTo.PRODUCT],
        "cases": ties[TiedTo.CASE],
        "benefits": ties[TiedTo.BENEFIT],
    }


def _fields(values: Mapping[str, str]) -> tuple[Field, ...]:
    def line(name: str, label: str, placeholder: str = "", *also: str, below: int = 0) -> Field:
        return Field(name, label, values.get(name, ""), placeholder=placeholder, also=also, below=below)

    return (
        choice("kind", "It is a", _KINDS, values.get("kind", "")),
        line("title", "Title", "e.g. Truck rental: waiving the fee", "The title"),
        line("tags", "Tags", "other words to find it by, with commas", "The tags"),
        Field("text", "Text", values.get("text", ""), FieldKind.TEXT, rows=9, also=("The text",)),
        line("valid_from", "Valid from", "a day; empty for today", below=1),
        line("valid_until", "Valid until", "the last day; empty for no end"),
        yes_no("may_quote", "They may have it", values.get("may_quote") == "yes"),
        choice("decides", "Who decides", _DECIDERS, values.get("decides", "")),
        line("about", "About", "of a policy: kinds of goodwill, e.g. waive fee, credit", "What it is about"),
        line("products", "Products", "words of their names, e.g. headset, hot wheels"),
        line("cases", "Kinds of case", "e.g. parcel, repair"),
        line("benefits", "Kinds of benefit", "e.g. coupon"),
    )


def _look(desk: Desk, typed: Mapping[str, str], newest: tuple[str, ...]) -> Looked:
    """From when it holds."""
    today = desk.manual.today()
    try:
        columns = checked(_typed({**typed, "title": "x", "text": "x"}), today)
    except BadInput as refusal:
        said = refusal.sentence if refusal.field in ("Valid from", "Valid until") else ""
        return Looked({"valid_from": (Line((span(said, Role.WARN),)),)} if said else {})
    start, end = columns["valid_from"], columns["valid_until"]
    until = "" if end is None else f", to {date_words(end, today.year)}"
    when = "from today on" if start == today else f"from {date_words(start, today.year)} on"
    return Looked({"valid_from": (Line((quiet(f"holds {when}{until}"),)),)})


def _typed(typed: Mapping[str, str]) -> ArticleTyped:
    plain = {name: value for name, value in typed.items() if name != "may_quote"}
    return ArticleTyped(**plain, may_quote=typed.get("may_quote") == "yes")
