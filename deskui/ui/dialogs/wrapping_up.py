"""The wrap-up: all that one contact leaves behind, in one form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from deskui.domain.conversation import Channel, Direction, Mood
from deskui.domain.moments import date_words, near_words
from deskui.domain.typed import ConversationTyped, FollowUpTyped, PromiseTyped, StatementTyped, WrapUpTyped
from deskui.errors import BadInput
from deskui.ui.dialogs.cases import case_at_hand, case_choice, case_of
from deskui.ui.dialogs.fields import Field, choice, text, yes_no
from deskui.ui.dialogs.form import Form
from deskui.ui.dialogs.look import Looked, Offer
from deskui.ui.dialogs.promising import PLACEHOLDER, ROOM, question, reading_lines, told_before
from deskui.ui.dialogs.telling import looked as told_looked
from deskui.ui.lines import Line, Role, quiet, span, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.desk.told import ToldReading
    from deskui.domain.done import Done
    from deskui.domain.ids import CaseId, CustomerId
    from deskui.domain.pages import CustomerView
    from deskui.ui.panels.scene import Scene

_WAYS: Final = ((Direction.IN.value, "they came to us"), (Direction.OUT.value, "we contacted them"))
_WITH: Final = {"told": "what they were told", "promise": "a promise", "follow_up": "a follow-up"}
"""What else a contact may leave behind, by the field it stands in."""


def wrap_up_form(view: CustomerView, scene: Scene, *, called: bool = False) -> Form:
    """A contact that just happened; `called` when it begins as a call of ours."""
    who = view.customer
    before: Mapping[str, str] = {}
    last = ""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.wrap_up.finish(who.id, wrap_up_of(desk, who.id, typed), operation)

    def look(desk: Desk, typed: Mapping[str, str]) -> Looked:
        nonlocal before, last
        last = next((name for name in ("promise", "told") if typed[name] != before.get(name, "")), last)
        before = typed
        return looked(desk, who.id, typed, scene, last)

    return Form(
        f"Contact with {who.name}",
        _fields(view, called=called),
        work,
        draft=f"contact:{who.number}",
        look=look,
        said=_said,
    )


def _fields(view: CustomerView, *, called: bool) -> tuple[Field, ...]:
    way, where = (Direction.OUT, Channel.PHONE) if called else (Direction.IN, Channel.COUNTER)
    minutes = "as long as this visit" if view.visit is not None else "how long it took"
    return (
        text("summary", "What was said", rows=3),
        choice("mood", "How it went", [mood.value for mood in Mood], Mood.EVEN.value),
        choice("channel", "Where", [each.value for each in Channel], where.value),
        choice("direction", "Who came", _WAYS, way.value),
        yes_no("reached", "Reached", True),
        Field("told", "Told them", placeholder="hub answers by Mon 12:00 · claim: form explained", below=1),
        Field("promise", "Promised", placeholder=PLACEHOLDER, below=2),
        Field("follow_up", "Follow-up", placeholder="choose a computer with her in 3 days", below=1),
        Field("next_step", "Next step", placeholder="what happens next, in a few words"),
        Field("minutes", "Minutes", placeholder=minutes),
        case_choice(view, case_at_hand(view)),
    )


def _said(typed: Mapping[str, str]) -> str:
    others = [words for name, words in _WITH.items() if typed[name].strip()]
    return "Contact logged" + (f", with {' and '.join(others)}" if others else "")


def wrap_up_of(desk: Desk, customer_id: CustomerId, typed: Mapping[str, str]) -> WrapUpTyped:
    """What stands in the form, its lines read.

    Raises: BadInput naming the field whose line says no time or no day that is understood.
    """
    case = case_of(typed)
    contact = ConversationTyped(
        typed["summary"],
        Channel(typed["channel"]),
        Direction(typed["direction"]),
        typed["reached"] == "yes",
        Mood(typed["mood"]),
        typed["minutes"],
        case,
    )
    told, promise, task = (typed[name].strip() for name in ("told", "promise", "follow_up"))
    return WrapUpTyped(
        contact,
        (_statement(desk, customer_id, told),) if told else (),
        _promise(desk, customer_id, promise, case) if promise else None,
        _follow_up(desk, task) if task else None,
        typed["next_step"],
    )


def _statement(desk: Desk, customer_id: CustomerId, line: str) -> StatementTyped:
    read = desk.told.reading(customer_id, line)
    return StatementTyped(read.topic, read.text, read.date)


def _promise(desk: Desk, customer_id: CustomerId, line: str, case: CaseId | None) -> PromiseTyped:
    read = desk.promises.reading(customer_id, line, "", case)
    if read.refusal is not None:
        raise BadInput(read.refusal.sentence, "promise")
    return PromiseTyped(line, case_id=case)


def _follow_up(desk: Desk, line: str) -> FollowUpTyped:
    read = desk.follow_ups.reading(line)
    if read.due is None:
        raise BadInput(read.refusal, "follow_up")
    return FollowUpTyped(read.what, read.due.isoformat())


def looked(desk: Desk, customer_id: CustomerId, typed: Mapping[str, str], scene: Scene, last: str = "") -> Looked:
    """What is read in the lines, all that is asked before saving, and an offer: of two, for the line typed `last`."""
    told = _look_at_told(desk, customer_id, typed["told"], scene)
    promised = _look_at_promise(desk, customer_id, typed, scene)
    task = {"follow_up": _task_line(desk, typed["follow_up"], scene)} if typed["follow_up"].strip() else {}
    offers = [each for each in (told.offer, promised.offer) if each is not None]
    offers.sort(key=lambda each: each.field != last)
    asked = " ".join(each for each in (told.ask, promised.ask) if each)
    return Looked({**told.said, **promised.said, **task}, asked, offers[0] if offers else None)


def _look_at_told(desk: Desk, customer_id: CustomerId, line: str, scene: Scene) -> Looked:
    """What they are told, the earlier answer named; on a similar topic, the line as it is said on that one."""
    if not line.strip():
        return Looked()
    read = desk.told.reading(customer_id, line)
    seen, offer = told_looked(read, scene), None
    if seen.offer is not None:
        same = f"{seen.offer.value}: {read.text}"
        if desk.told.reading(customer_id, same).is_same_topic:
            offer = Offer("told", same, seen.offer.title)
    return Looked({"told": told_line(read, scene)}, seen.ask, offer)


def _look_at_promise(desk: Desk, customer_id: CustomerId, typed: Mapping[str, str], scene: Scene) -> Looked:
    if not typed["promise"].strip():
        return Looked()
    read = desk.promises.reading(customer_id, typed["promise"], "", case_of(typed))
    offer = None
    if read.offer and read.offered is not None:
        name = "the advised time" if read.is_advised else "next open"
        offer = Offer("promise", read.offer, f"{name} {near_words(read.offered, scene.now, scene.zone)}")
    return Looked({"promise": reading_lines(replace(read, earlier=None), scene)[:2]}, question(read, scene), offer)


def told_line(read: ToldReading, scene: Scene) -> tuple[Line, ...]:
    """The topic and the moment that were read, or who said otherwise."""
    if read.earlier is not None:
        return wrapped(told_before(read.earlier, scene), ROOM, Role.WARN, most=1)
    when = "" if read.date is None else f" · {near_words(read.date, scene.now, scene.zone)}"
    return (Line((quiet("about "), span(read.topic), quiet(when))),)


def _task_line(desk: Desk, typed: str, scene: Scene) -> tuple[Line, ...]:
    read = desk.follow_ups.reading(typed)
    if read.due is None:
        return wrapped(read.refusal, ROOM, Role.WARN, most=1)
    return (Line((span(read.what), quiet(f" · {date_words(read.due, scene.today.year)}"))),)
