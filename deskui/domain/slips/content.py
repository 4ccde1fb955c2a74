"""What stands on a hand-off slip. There is no field for anything internal, so nothing internal can get on it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Final

_FORM: Final = 1
"""The form in which contents are kept; a later one must still read this."""


@dataclass(frozen=True, slots=True)
class SlipReference:
    """A number of the case, with its kind; `note` says when it is expected, if that is known."""

    kind: str
    number: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SlipPromise:
    """What was promised, and when it is due, in full words."""

    what: str
    due: str


@dataclass(frozen=True, slots=True)
class WhoToAsk:
    """The person who knows about the case; `hours` and `opens` are words, `opens` those of when it was written."""

    name: str
    role: str = ""
    company: str = ""
    extension: str = ""
    phone: str = ""
    hours: str = ""
    opens: str = ""


@dataclass(frozen=True, slots=True)
class SlipGuide:
    """Steps for the customer; each with whether it is done."""

    title: str
    steps: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class SlipCard:
    """Who wrote the slip; further lines come as they are."""

    name: str
    role: str = ""
    extension: str = ""
    phone: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SlipContent:
    """All that a slip may say."""

    shop: str
    case_number: int
    subject: str
    customer: str
    written_at: datetime
    written: str
    """The same in full words, in the zone of the shop."""
    references: tuple[SlipReference, ...] = ()
    ask_for: WhoToAsk | None = None
    promises: tuple[SlipPromise, ...] = ()
    guides: tuple[SlipGuide, ...] = ()
    card: SlipCard | None = None
    given: tuple[str, ...] = ()
    """What was given beyond what was bought, where it was marked for the customer."""

    @property
    def title(self) -> str:
        """What it is called on the job of a printer, and on paper."""
        return f"Case #{self.case_number}"

    @property
    def file_name(self) -> str:
        """How the file it is saved in begins."""
        return f"slip-{self.case_number}"

    @property
    def code(self) -> str:
        """What the code on the slip holds; typed or scanned into the lookup it finds the case."""
        return f"#{self.case_number}"


def as_kept(content: SlipContent) -> str:
    """The content as text, from which `from_kept` makes it again."""
    kept = asdict(content) | {"form": _FORM, "written_at": content.written_at.astimezone(UTC).isoformat()}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def from_kept(text: str) -> SlipContent:
    """The content that was kept as that text."""
    kept: dict[str, Any] = json.loads(text)
    ask, card = kept["ask_for"], kept["card"]
    return SlipContent(
        shop=kept["shop"],
        case_number=kept["case_number"],
        subject=kept["subject"],
        customer=kept["customer"],
        written_at=datetime.fromisoformat(kept["written_at"]),
        written=kept["written"],
        references=tuple(SlipReference(**each) for each in kept["references"]),
        ask_for=None if ask is None else WhoToAsk(**ask),
        promises=tuple(SlipPromise(**each) for each in kept["promises"]),
        guides=tuple(_guide(each) for each in kept["guides"]),
        given=tuple(kept.get("given", ())),  # slips of before goodwill have none
        card=None if card is None else SlipCard(**card | {"lines": tuple(card["lines"])}),
    )


def erased_on(kept: str, was: str, now: str) -> str:
    """The kept content with other words for what was given, where a line of that begins with these."""
    values: dict[str, Any] = json.loads(kept)
    begins = f"{was}, "  # behind it stands the amount
    given = [now + each.removeprefix(was) if each == was or each.startswith(begins) else each
             for each in values.get("given", ())]  # fmt: skip
    if given == values.get("given", []):
        return kept
    return json.dumps(values | {"given": given}, ensure_ascii=False, sort_keys=True)


def _guide(kept: dict[str, Any]) -> SlipGuide:
    return SlipGuide(kept["title"], tuple((text, bool(is_done)) for text, is_done in kept["steps"]))
