"""What speaks against saving what was typed, as values; whoever shows them puts them into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.desk.promise_reading import PromiseReading, TimeReading
    from deskui.desk.told import ToldReading
    from deskui.domain.promises.view import PromiseView
    from deskui.domain.told.statement import Statement


@dataclass(frozen=True, slots=True)
class Corrects:
    """Saving corrects what the customer was told before."""

    said: Statement


@dataclass(frozen=True, slots=True)
class Beside:
    """What was said on a similar topic is otherwise; saving keeps both."""

    said: Statement


@dataclass(frozen=True, slots=True)
class PromisedOtherwise:
    """A promise of the same thing is due at another time, and saving leaves it so."""

    promise: PromiseView


@dataclass(frozen=True, slots=True)
class Tight:
    """The share of promises like this that were kept by then, which is less than nine in ten."""

    chance: float


@dataclass(frozen=True, slots=True)
class ClosedThen:
    """It is due in a closed hour; when the desk opens next."""

    opens: datetime


@dataclass(frozen=True, slots=True)
class TwoTimes:
    """What is told names one time for a thing, and what is promised another."""

    told: datetime
    promised: datetime


Doubt = Corrects | Beside | PromisedOtherwise | Tight | ClosedThen | TwoTimes


def of_promise(read: PromiseReading) -> tuple[Doubt, ...]:
    """What speaks against a promise; nothing while it is refused."""
    if read.refusal is not None:
        return ()
    return (
        *(() if read.earlier is None else (Corrects(read.earlier),)),
        *(() if read.chance is None else (Tight(read.chance),)),
        *(() if read.opens is None else (ClosedThen(read.opens),)),
    )


def of_move(read: TimeReading, *, told: bool) -> tuple[Doubt, ...]:
    """What speaks against another time for a promise; `told` whether they know, which corrects the record."""
    return (
        *((Corrects(read.earlier),) if told and read.earlier is not None else ()),
        *(() if read.opens is None else (ClosedThen(read.opens),)),
    )


def of_told(read: ToldReading) -> tuple[Doubt, ...]:
    """What speaks against telling them that."""
    earlier: tuple[Doubt, ...] = ()
    if read.earlier is not None:
        earlier = (Corrects(read.earlier) if read.is_same_topic else Beside(read.earlier),)
    return (*earlier, *(() if read.promised is None else (PromisedOtherwise(read.promised),)))


def of_both(told: tuple[Doubt, ...], promise: tuple[Doubt, ...]) -> tuple[Doubt, ...]:
    """The doubts of two lines saved at once; an answer that both meet is named once, by the line that corrects it."""
    corrected = {each.said.id for each in (*told, *promise) if isinstance(each, Corrects)}
    kept = [each for each in told if not (isinstance(each, Beside) and each.said.id in corrected)]
    return (*kept, *(each for each in promise if each not in kept))
