"""Benefits as a file has them, and what of a chunk of them is to be written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskui.domain.importing.incoming import Incoming, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from deskui.domain.benefits.benefit import BenefitKind, Worth
    from deskui.domain.importing.incoming import Cells

SOURCE = "benefits"


@dataclass(frozen=True, slots=True)
class IncomingBenefit:
    """A benefit as a file has it, and whose it is by number, phone or e-mail; `left` None is all of its worth."""

    code: str
    number: str
    phone: str
    email: str
    kind: BenefitKind
    title: str
    worth: Worth
    left: int | None = None
    valid_from: date | None = None
    expires: date | None = None
    terms: str = ""
    line: int = 0
    rows: tuple[Cells, ...] = ()
    source: str = SOURCE

    @property
    def text(self) -> str:
        """All that it says, for how much of it there is."""
        return f"{self.code}{self.number}{self.phone}{self.email}{self.title}{self.terms}"


AnyIncoming = Incoming | IncomingBenefit
"""Every record that a file may bring."""


@dataclass(frozen=True, slots=True)
class PreparedBenefit:
    """The same with its code, and those of whose it is, in comparable form: the customer's number first."""

    record: IncomingBenefit
    key: str
    whose: tuple[str, ...]
    repeated: bool
    """Whether the code stood in the file before."""

    @property
    def text(self) -> str:
        """All that it says."""
        return self.record.text


@dataclass(frozen=True, slots=True)
class PlannedBenefits:
    """What is to be written, with whose each is."""

    new: tuple[tuple[PreparedBenefit, int], ...]
    refused: tuple[Refused, ...]
    unchanged: int


def plan_benefits(
    rows: Sequence[PreparedBenefit], owners: Mapping[str, frozenset[int]], kept: Mapping[str, int]
) -> PlannedBenefits:
    """Decide about each row: `owners` has who is reached by each key, `kept` whose each code is already.

    What is kept stays as it is, whatever the file says of it: its ledger knows better.
    """
    new: list[tuple[PreparedBenefit, int]] = []
    refused: list[Refused] = []
    unchanged = 0
    for row in rows:
        who, reason = _whose(row, owners)
        if not reason and row.repeated:
            reason = f"the code {row.record.code} stands in the file before"
        if not reason and row.key in kept:
            if kept[row.key] == who:
                unchanged += 1
                continue
            reason = f"the code {row.record.code} is another customer's already"
        if reason:
            refused.append(Refused(row.record.line, reason, row.record.rows))
        else:
            new.append((row, who))
    return PlannedBenefits(tuple(new), tuple(refused), unchanged)


def _whose(row: PreparedBenefit, owners: Mapping[str, frozenset[int]]) -> tuple[int, str]:
    """The one customer whom everything the row says of them fits, else 0 and why there is none."""
    among: frozenset[int] | None = None
    for key in row.whose:
        found = owners.get(key, frozenset())
        among = found if among is None else among & found if found else among
    if not among:
        return 0, "no customer has that number, phone or e-mail"
    if len(among) > 1:
        return 0, f"{len(among)} customers have that phone or e-mail; write the customer's number"
    return next(iter(among)), ""
