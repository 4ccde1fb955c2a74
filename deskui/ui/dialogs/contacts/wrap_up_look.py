"""What stands in the wrap-up: its lines read, what is said of each, and what is asked before it is saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deskui.domain.conversation import Channel, Direction, Mood
from deskui.domain.moments import date_words, near_words
from deskui.domain.typed import ConversationTyped, FollowUpTyped, PromiseTyped, StatementTyped, WrapUpTyped
from deskui.errors import BadInput
from deskui.ui.dialogs.cases.which import case_of
from deskui.ui.dialogs.promises.promise import ROOM, question, reading_lines, told_before
from deskui.ui.dialogs.told.tell import promised_otherwise
from deskui.ui.dialogs.told.tell import question as told_question
from deskui.ui.kit.look import Looked, Offer
from deskui.ui.lines import Line, Role, quiet, span, wrapped
from deskui.ui.panels.fitting import cut

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.desk.promise_reading import PromiseReading
    from deskui.desk.told import ToldReading
    from deskui.domain.ids import CaseId, CustomerId
    from deskui.ui.panels.scene import Scene


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
    return FollowUpTyped(read.what, read.due)


def looked(desk: Desk, customer_id: CustomerId, typed: Mapping[str, str], scene: Scene, last: str = "") -> Looked:
    """What is read in the lines, all that is asked before saving, and an offer: of two, for the line typed `last`.

    Nothing is asked while something is refused, as that is to be mended first.
    """
    told, promise = _heard(desk, customer_id, typed)
    task = {"follow_up": _task_line(desk, typed["follow_up"], scene)} if typed["follow_up"].strip() else {}
    offers = [_same_topic(desk, customer_id, told), _another_time(promise, scene)]
    offer = next(iter(sorted(filter(None, offers), key=lambda each: each.field != last)), None)
    said = {
        **({} if told is None else {"told": told_line(told, scene)}),
        **({} if promise is None else {"promise": reading_lines(replace(promise, earlier=None), scene)[:2]}),
        **task,
    }
    asked = " ".join(filter(None, (_apart(desk, told, promise, scene), _asked(told, promise, scene, offer))))
    return Looked(said, asked if asked and _is_accepted(desk, customer_id, typed) else "", offer)


def _heard(
    desk: Desk, customer_id: CustomerId, typed: Mapping[str, str]
) -> tuple[ToldReading | None, PromiseReading | None]:
    told, promise = typed["told"], typed["promise"]
    return (
        desk.told.reading(customer_id, told) if told.strip() else None,
        desk.promises.reading(customer_id, promise, "", case_of(typed)) if promise.strip() else None,
    )


def _apart(desk: Desk, told: ToldReading | None, promise: PromiseReading | None, scene: Scene) -> str:
    """That the two lines name two times for the same thing."""
    if told is None or told.date is None or promise is None or promise.due is None:
        return ""
    if not desk.told.is_apart(told, promise.what, promise.due, promise.earliest):
        return ""
    first, second = (near_words(each, scene.now, scene.zone) for each in (told.date, promise.due))
    return f"You tell them {first}, and promise {second}; say the same in both."


def _asked(told: ToldReading | None, promise: PromiseReading | None, scene: Scene, offer: Offer | None) -> str:
    """The questions of both lines; an earlier answer that both meet is named once, by the line that corrects it."""
    if told is not None and promise is not None and promise.earlier is not None and told.earlier == promise.earlier:
        if told.is_same_topic:
            promise = replace(promise, earlier=None)
        else:
            told = replace(told, earlier=None)
    asked = [] if promise is None else [question(promise, scene)]
    if told is not None:
        begin = "" if told.earlier is None else cut(span(told.earlier.topic), ROOM // 2).text
        is_offered = offer is not None and offer.field == "told"
        keys = "Ctrl+N corrects that" if is_offered else f"Begin the line with {begin}: to correct that"
        asked.insert(0, told_question(told, scene, f"{keys}; Ctrl+S"))
    return " ".join(filter(None, asked))


def _is_accepted(desk: Desk, customer_id: CustomerId, typed: Mapping[str, str]) -> bool:
    try:
        desk.wrap_up.checked(wrap_up_of(desk, customer_id, typed))
    except BadInput:
        return False
    return True


def _same_topic(desk: Desk, customer_id: CustomerId, read: ToldReading | None) -> Offer | None:
    """On a similar topic, the line as it is said on that one."""
    if read is None or read.earlier is None or read.is_same_topic:
        return None
    same = f"{read.earlier.topic}: {read.text}"
    if not desk.told.reading(customer_id, same).is_same_topic:
        return None
    return Offer("told", same, f"say it on the same topic: {cut(span(read.earlier.topic), ROOM // 2).text}")


def _another_time(read: PromiseReading | None, scene: Scene) -> Offer | None:
    if read is None or not read.offer or read.offered is None:
        return None
    name = "the advised time" if read.is_advised else "next open"
    return Offer("promise", read.offer, f"{name} {near_words(read.offered, scene.now, scene.zone)}")


def told_line(read: ToldReading, scene: Scene) -> tuple[Line, ...]:
    """The topic and the moment that were read, or who said otherwise, or what is promised for another time."""
    if read.earlier is not None:
        return wrapped(told_before(read.earlier, scene), ROOM, Role.WARN, most=1)
    if read.promised is not None:
        return wrapped(promised_otherwise(read.promised, scene), ROOM, Role.WARN, most=1)
    when = "" if read.date is None else f" · {near_words(read.date, scene.now, scene.zone)}"
    return (Line((quiet("about "), span(read.topic), quiet(when))),)


def _task_line(desk: Desk, typed: str, scene: Scene) -> tuple[Line, ...]:
    read = desk.follow_ups.reading(typed)
    if read.due is None:
        return wrapped(read.refusal, ROOM, Role.WARN, most=1)
    return (Line((span(read.what), quiet(f" · {date_words(read.due, scene.today.year)}"))),)
