"""What a verdict needs beside its key: a comment, words to take out, somebody else for a case; and what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.feedback import About
from deskui.domain.ids import EmployeeId
from deskui.domain.review.item import Kind, Narrowed
from deskui.domain.typed import RulesTyped
from deskui.errors import BadInput, Conflict, NotFound
from deskui.ui.dialogs.cases.hand_over import asking_if_absent, staff_choices
from deskui.ui.drafts import DraftOf
from deskui.ui.kit.fields import Field, choice, text, yes_no
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.kit.look import Looked, Offer
from deskui.ui.lines import BLANK, Role, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.review.item import Item
    from deskui.domain.review.risk import Rules
    from deskui.domain.staff import Employee
    from deskui.domain.working_hours.on_duty import OnDuty
    from deskui.ui.lines import Line
    from deskui.ui.panels.scene import Scene
    from deskui.ui.shell import Within

_WIDTH: Final = 70
_GONE: Final = "It cannot be taken back, and nobody can read it again: not in the journal, nor by searching."


def fix_form(item: Item) -> FormSpec:
    """What its author is asked to put right."""
    return _comment_form(
        item,
        "Ask to fix",
        "It stands in their due list until it is changed, then it comes here again.",
        lambda desk, comment, key: desk.verdicts.ask_to_fix(item, comment, key),
        f"{item.author or 'Nobody'} is asked to fix it",
    )


def commend_form(item: Item) -> FormSpec:
    """Praise for its author."""
    return _comment_form(
        item,
        "Commend",
        "Only the two of you read this.",
        lambda desk, comment, key: desk.verdicts.commend(item, comment, key),
        f"Said to {item.author}",
    )


def coach_form(item: Item) -> FormSpec:
    """What its author could do better."""
    return _comment_form(
        item,
        "Coach",
        "Only the two of you read this.",
        lambda desk, comment, key: desk.verdicts.coach(item, comment, key),
        f"Said to {item.author}",
    )


def _comment_form(item: Item, title: str, words: str, say: Callable[[Desk, str, str], Done], said: str) -> FormSpec:
    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        return Saved(_said(lambda: say(desk, typed["comment"], operation)), said)

    return FormSpec(
        f"{title}: {item.author}" if item.author else title,
        (Field("comment", "Comment", also=("The comment",)),),
        work,
        DraftOf(f"{title}:{item.subject.value}:{item.row}"),
        about=(*_text_of(item), *wrapped(words, _WIDTH, Role.QUIET), BLANK),
        enter_saves=True,
    )


def redact_form(item: Item) -> FormSpec:
    """Which words go, and why; it is asked once more."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        done = _said(lambda: desk.verdicts.redact(item, typed["words"], typed["reason"], operation))
        return Saved(done, "Redacted; that is for good")

    def look(desk: Desk, typed: Mapping[str, str], newest: tuple[str, ...]) -> Looked:
        try:
            left = desk.verdicts.left_of(item, typed["words"])
        except BadInput as refusal:
            return Looked({"words": wrapped(refusal.sentence, _WIDTH - 17, Role.WARN, most=2)})
        what = f"left: {left}"
        return Looked({"words": wrapped(what, _WIDTH - 17, Role.QUIET, most=3)}, (_GONE,), _offer(item), "redacts it")

    words = Field("words", "Words", placeholder="empty for all of it", below=3, also=("The words",))
    return FormSpec(
        "Redact",
        (words, Field("reason", "Reason", also=("The reason",))),
        work,
        DraftOf(f"redact:{item.subject.value}:{item.row}"),
        about=_text_of(item),
        look=look,
        is_final=True,
    )


def _offer(item: Item) -> Offer | None:
    """The sentence with the first sensitive word in it."""
    if not item.found:
        return None
    parts = item.text.replace("!", ".").replace("?", ".").replace("\n", ".").split(".")
    first = next((each.strip() for each in parts if item.found[0].casefold() in each.casefold()), "")
    return Offer("words", first, f"takes {first[:40]!r}") if first else None


def _text_of(item: Item) -> tuple[Line, ...]:
    return (*wrapped(item.text, _WIDTH, Role.STRONG, most=4), BLANK)


def _said(say: Callable[[], Done]) -> Done:
    """A form holds nothing that could be put beside what somebody else did: it only says so."""
    try:
        return say()
    except Conflict as conflict:
        raise NotFound(conflict.sentence) from conflict


# --- reassigning -----------------------------------------------------------------------------------------


def reassign(screen: Within, item: Item) -> None:
    """Give the case of an item to somebody else, and say why to whoever had it."""
    open_reassign(screen, About(item.subject.value), item.row, item.case_number)


def open_reassign(screen: Within, about: About, row: int, case_number: int | None) -> None:
    """The same for anything that is about a case."""
    app = screen.app
    if case_number is None:
        app.say("That is about no case, so there is none to give to somebody else.", Role.WARN)
        return

    async def ask() -> None:
        staff = await app.counter.answer(lambda desk: desk.duty.all_on_duty(desk.shop.staff()))
        app.open_form(_reassign_form(about, row, case_number, staff, app.scene()))

    app.guarded(ask())


def _reassign_form(about: About, row: int, number: int, staff: Sequence[OnDuty], scene: Scene) -> FormSpec:
    names = {str(each.employee.id): each.employee.name for each in staff}

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        to = EmployeeId(int(typed["owner"]))
        done = desk.feedback.reassign(about, row, to, typed["comment"], typed["note"], operation)
        return Saved(done, f"Case #{number} is {names[typed['owner']]}'s now")

    return FormSpec(
        f"Reassign case #{number}",
        (
            choice("owner", "To", staff_choices(staff, scene)),
            Field("comment", "Why", placeholder="only whoever had it reads this", also=("The comment",)),
            text("note", "Note", rows=3),
        ),
        work,
        DraftOf(f"reassign:{about.value}:{row}"),
        look=asking_if_absent(scene),
    )


# --- which, and by what rules ----------------------------------------------------------------------------


def narrow(screen: Within, now: Narrowed, then: Callable[[Narrowed, str], None]) -> None:
    """Show only some of what waits."""
    app = screen.app

    async def ask() -> None:
        from deskui.ui.dialogs.review.narrowing import Narrowing

        staff = await app.counter.answer(lambda desk: desk.shop.staff())

        def chosen(found: tuple[Narrowed, str] | None) -> None:
            if found is not None:
                then(*found)

        app.push_screen(Narrowing(staff, now), chosen)

    app.guarded(ask())


def narrow_fields(staff: Sequence[Employee], now: Narrowed) -> tuple[Field, ...]:
    """By whom, what, where and how old."""
    names = {each.id: each.name for each in staff}
    return (
        Field(
            "author", "Author", names.get(now.author, "") if now.author else "", placeholder="a name, or its start"
        ),
        choice("kind", "Kind", [("", "all"), *((each.value, each.value) for each in Kind)], now.kind or ""),
        Field("branch", "Branch", now.branch),
        Field("older_than", "Older than", "" if now.older_than is None else str(now.older_than), placeholder="days"),
        Field("newer_than", "Newer than", "" if now.newer_than is None else str(now.newer_than), placeholder="days"),
        yes_no("rest", "Not sampled", now.rest),
    )


def change_rules(screen: Within) -> None:
    """The sensitive words, and how much is looked at."""
    app = screen.app

    async def ask() -> None:
        app.open_form(_rules_form(await app.counter.answer(lambda desk: desk.reviewing.rules())))

    app.guarded(ask())


def _rules_form(rules: Rules) -> FormSpec:
    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.reviewing.set_rules(RulesTyped(**typed), version, operation)

    return FormSpec(
        "Rules of the review",
        (
            text("words", "Words", ", ".join(rules.words.replace("\n", ", ").split(", ")), rows=6),
            Field("one_in", "One in", str(rules.one_in), placeholder="0 for none of the rest"),
            Field("first", "The first", str(rules.first), placeholder="items of everybody new"),
            Field("stale_months", "Months", str(rules.stale_months), placeholder="until a fact is asked about again"),
        ),
        work,
        DraftOf("review rules"),
        version=rules.version,
        said="Reviewed by these rules from now on",
        unchanged_closes=True,
    )
