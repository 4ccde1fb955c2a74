"""Which item comes first: a rule over what is known of it, without a clock and without chance."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.domain.note import NoteKind, Visibility
from deskui.domain.review.item import Risk, Subject

if TYPE_CHECKING:
    from deskui.domain.ids import EmployeeId


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rule looks at; `found` are the sensitive words in it, `reviewed` how many of its author's were."""

    subject: Subject
    row: int
    author: EmployeeId | None
    reviewed: int
    found: tuple[str, ...] = ()
    note_kind: NoteKind | None = None
    visibility: Visibility = Visibility.SHARED
    is_alert: bool = False
    over_limit: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """What the shop has set: the share is 1 in `one_in`, `first` items of an author are looked at in any case."""

    words: str
    one_in: int = 10
    first: int = 10
    stale_months: int = 12
    version: int = 1


def risk_of(seen: Seen, rules: Rules) -> Risk:
    """Why the item waits: the gravest of all that holds."""
    holds = {
        Risk.ALERT: seen.is_alert,
        Risk.CAUTION: seen.note_kind is NoteKind.CAUTION,
        Risk.SENSITIVE: bool(seen.found),
        Risk.PRIVATE: seen.visibility is Visibility.PRIVATE,
        Risk.NEW_AUTHOR: seen.reviewed < rules.first,
        Risk.OVER_LIMIT: seen.over_limit,
        Risk.SAMPLE: is_sampled(seen.author, seen.subject, seen.row, rules.one_in),
    }
    return next((risk for risk in sorted(holds) if holds[risk]), Risk.REST)


def is_sampled(author: EmployeeId | None, subject: Subject, row: int, one_in: int) -> bool:
    """Whether it is in the share that is looked at: the same answer each time, for every author alike; 0 is none."""
    digest = hashlib.sha256(f"{author}:{subject.value}:{row}".encode()).digest()
    return one_in > 0 and int.from_bytes(digest[:8]) % one_in == 0
