"""What is said in the wrap-up of each line while it is typed, and what is offered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from deskui.desk.doubts import Beside
from deskui.domain.moments import date_words, near_words
from deskui.domain.working_hours.clock_words import working_day, working_words
from deskui.ui.dialogs.doubts import ROOM, promised_otherwise, saving, sentences, told_before
from deskui.ui.dialogs.promises.promise import another_time, reading_lines
from deskui.ui.kit.look import Looked, Offer
from deskui.ui.lines import Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.fitting import cut, given

if TYPE_CHECKING:
    from deskui.desk.promise_reading import PromiseReading
    from deskui.desk.told import ToldReading
    from deskui.desk.wrap_up_reading import WrapUpReading
    from deskui.domain.due.follow_up_line import FollowUpReading
    from deskui.domain.working_hours.hours import WorkingHours
    from deskui.ui.panels.scene import Scene

_LONGEST_NAME: Final = 16
_BELOW: Final = 2
"""Lines below the promise."""


def looked(read: WrapUpReading, hours: WorkingHours, scene: Scene, newest: tuple[str, ...] = ()) -> Looked:
    """What was read in the lines, all that is asked before saving, and an offer: of two, for the newest line."""
    offers = [each for each in (_same_topic(read), _another_time(read, scene)) if each is not None]
    offer = min(
        offers, key=lambda each: newest.index(each.field) if each.field in newest else len(newest), default=None
    )
    said = {
        "told": () if read.told is None else told_line(read.told, scene),
        "promise": () if read.promise is None else promise_lines(read.promise, read.keeper, hours, scene),
        "follow_up": () if read.follow_up is None else _task_line(read.follow_up, scene),
    }
    doubts = sentences(read.doubts, scene)
    beside = next((each.said for each in read.doubts if isinstance(each, Beside)), None)
    if beside is not None and (offer is None or offer.field != "told"):
        doubts = (*doubts, f"Begin the line with {cut(span(beside.topic), ROOM // 2).text}: to correct that.")
    return Looked({name: lines for name, lines in said.items() if lines}, doubts, offer, saving(read.doubts))


def _same_topic(read: WrapUpReading) -> Offer | None:
    """On a similar topic, the line as it is said on that one."""
    if not read.on_topic or read.told is None or read.told.earlier is None:
        return None
    return Offer(
        "told", read.on_topic, f"say it on the same topic: {cut(span(read.told.earlier.topic), ROOM // 2).text}"
    )


def _another_time(read: WrapUpReading, scene: Scene) -> Offer | None:
    return None if read.promise is None else another_time(read.promise, scene, "promise")


def told_line(read: ToldReading, scene: Scene) -> tuple[Line, ...]:
    """The topic and the moment that were read, or who said otherwise, or what is promised for another time."""
    if read.earlier is not None:
        return wrapped(told_before(read.earlier, scene), ROOM, Role.WARN, most=1)
    if read.promised is not None:
        return wrapped(promised_otherwise(read.promised, scene), ROOM, Role.WARN, most=1)
    when = "" if read.date is None else f" · {near_words(read.date, scene.now, scene.zone)}"
    return (Line((quiet("topic "), span(read.topic), quiet(when))),)


def promise_lines(read: PromiseReading, keeper: str, hours: WorkingHours, scene: Scene) -> tuple[Line, ...]:
    """What was understood; below it which colleague keeps it, and how long such promises usually take."""
    heard = reading_lines(replace(read, earlier=None), scene)
    if read.refusal is not None:
        return heard[:_BELOW]
    keeps = (cut(span(given(keeper)), _LONGEST_NAME), quiet(" has to do it")) if keeper else ()
    usual: tuple[Span, ...] = ()
    if read.advice is not None:
        most = working_words(read.advice.within, working_day(hours))
        usual = (quiet(" · 9 in 10 within " if keeps else "usually 9 in 10 within "), span(most))
    if not keeps and (not usual or len(heard) > 1):
        return heard[:_BELOW]
    return (*heard[: _BELOW - 1], Line((*keeps, *usual)))


def _task_line(read: FollowUpReading, scene: Scene) -> tuple[Line, ...]:
    if read.due is None:
        return wrapped(read.refusal, ROOM, Role.WARN, most=1)
    return (Line((span(read.what), quiet(f" · {date_words(read.due, scene.today.year)}"))),)
