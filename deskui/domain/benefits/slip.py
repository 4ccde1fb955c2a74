"""What stands on the slip of a benefit: the customer takes it along, so there is no field for anything internal."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.slips.layout import GAP, Part, PartKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.domain.ids import BenefitId, BenefitSlipId
    from deskui.domain.slips.kept import SlipState

_UNFIT: Final = re.compile(r"[^A-Za-z0-9]+")
_LONGEST_NAME: Final = 40
_FORM: Final = 1
"""The form in which contents are kept; a later one must still read this."""


@dataclass(frozen=True, slots=True)
class BenefitSlip:
    """All that the slip of a benefit may say; everything but `written_at` is words."""

    shop: str
    customer: str
    name: str
    """The title of the benefit."""
    code: str
    worth: str
    written_at: datetime
    written: str
    valid: str = ""
    replaces: str = ""
    """The code that is void since."""
    picked: tuple[str, ...] = ()
    noun: str = ""
    terms: str = ""
    by: str = ""

    @property
    def title(self) -> str:
        """What it is called on the job of a printer, and on paper."""
        return f"{self.name} {self.code}".strip()

    @property
    def file_name(self) -> str:
        """How the file it is saved in begins; a code may hold signs that no file name has."""
        return "benefit-" + _UNFIT.sub("-", self.code or self.name)[:_LONGEST_NAME].strip("-")

    def parts(self) -> Iterator[Part]:
        """Its parts from the top."""
        yield Part(PartKind.SHOP, self.shop)
        yield Part(PartKind.CASE, self.code or self.name)
        yield Part(PartKind.STRONG, f"{self.name}: {self.worth}" if self.worth else self.name)
        yield Part(PartKind.QUIET, f"For {self.customer}, {self.written}")
        if self.valid:
            yield from (GAP, Part(PartKind.STRONG, self.valid))
        if self.picked:
            yield from (GAP, Part(PartKind.HEADING, f"Your {self.noun or 'choices'}"))
            yield Part(PartKind.TEXT, ", ".join(self.picked))
        if self.replaces:
            yield from (GAP, Part(PartKind.TEXT, f"It takes the place of {self.replaces}, which is void."))
        if self.terms:
            yield from (GAP, Part(PartKind.HEADING, "Terms"), Part(PartKind.TEXT, self.terms))
        if self.by:
            yield from (GAP, Part(PartKind.QUIET, f"Written by {self.by}"))
        if self.code:
            yield from (GAP, Part(PartKind.QUIET, "Bring this slip, or say the code."))
            yield Part(PartKind.CODE, self.code)


@dataclass(frozen=True, slots=True)
class KeptBenefitSlip:
    """A slip as it is kept, and what became of it."""

    id: BenefitSlipId
    benefit_id: BenefitId
    content: BenefitSlip
    state: SlipState
    version: int


def slip_as_kept(content: BenefitSlip) -> str:
    """The content as text, from which `slip_from_kept` makes it again."""
    kept = asdict(content) | {"form": _FORM, "written_at": content.written_at.astimezone(UTC).isoformat()}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def slip_from_kept(text: str) -> BenefitSlip:
    """The content that was kept as that text."""
    kept: dict[str, Any] = json.loads(text)
    del kept["form"]
    written_at = datetime.fromisoformat(kept.pop("written_at"))
    return BenefitSlip(**kept | {"picked": tuple(kept["picked"])}, written_at=written_at)
