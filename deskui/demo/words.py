"""The shape of what is promised, told, noted and handed over in a story, days counted back from now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.domain.due.follow_up import FollowUpKind
from deskui.domain.promises.promise import Basis

if TYPE_CHECKING:
    from deskui.domain.promises.promise import EntryKind


@dataclass(frozen=True, slots=True)
class Then:
    """What happened to a promise `ago` days back; `due` (days back, clock) is that of a move."""

    kind: EntryKind
    ago: int
    clock: str
    by: str
    due: tuple[int, str] | None = None
    reason: str = ""
    told: bool = True


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise made `ago` days back and first due then (days back, negative for days to come, and clock)."""

    ago: int
    clock: str
    by: str
    what: str
    kind: str
    due: tuple[int, str]
    about: str = ""
    then: tuple[Then, ...] = ()
    basis: Basis = Basis.OWN_JUDGEMENT


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody said about a topic; `names` is the moment it names, if any (days back, clock)."""

    ago: int
    clock: str
    by: str
    topic: str
    text: str
    names: tuple[int, str] | None = None
    about: str = ""
    basis: Basis = Basis.OWN_JUDGEMENT


@dataclass(frozen=True, slots=True)
class Task:
    """A follow-up noted `ago` days back, due `days` from today; settled `settled` days back with `outcome`."""

    ago: int
    days: int
    owner: str
    what: str
    about: str = ""
    settled: int | None = None
    outcome: str = ""
    kind: FollowUpKind = FollowUpKind.TASK


@dataclass(frozen=True, slots=True)
class Given:
    """A case handed by somebody to its owner `ago` days back, who has not acknowledged it."""

    ago: int
    clock: str
    by: str
    note: str


@dataclass(frozen=True, slots=True)
class Handed:
    """A slip printed `ago` days back; it said whom to ask for, and one promise with its time (days back, clock)."""

    ago: int
    clock: str
    by: str
    ask_for: str
    promised: str
    due: tuple[int, str]
    printer: str = "printer 192.0.2.20"


@dataclass(frozen=True, slots=True)
class Raised:
    """A case put before a supervisor `ago` days back; `answered` days back they answered with `words`."""

    ago: int
    clock: str
    by: str
    to: str
    reason: str
    answered: int | None = None
    answer: str = ""
    words: str = ""
