"""Everybody behind the counter at one moment: who is there, and what each still has open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskui.domain.directory import Reach
    from deskui.domain.working_hours.hours import WorkingHours
    from deskui.domain.working_hours.on_duty import OnDuty


@dataclass(frozen=True, slots=True)
class Load:
    """What somebody still has open: cases they own, promises that are theirs to keep, follow-ups."""

    cases: int = 0
    promises: int = 0
    follow_ups: int = 0


@dataclass(frozen=True, slots=True)
class Roster:
    """The hours of the desk as kept at `version`, and its staff, each with whether they are there and their load.

    `recounted` is how much of all promises, in per cent, is counted in these hours already; `directory` has everybody
    who can be called, people of other firms last.
    """

    hours: WorkingHours
    version: int
    staff: tuple[tuple[OnDuty, Load], ...]
    recounted: int = 100
    directory: tuple[Reach, ...] = ()
