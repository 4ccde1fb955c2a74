"""The checklists and guides of the sample shop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deskui.domain.steps.step_list import ListKind, Stage


@dataclass(frozen=True, slots=True)
class Prepared:
    """A checklist or guide as the shop has it for a kind of case."""

    title: str
    case_kind: str
    lines: tuple[str, ...]
    stage: Stage = Stage.ANY
    kind: ListKind = ListKind.CHECKLIST
    for_customer: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """What became of the step at that `place`: done, by us or by the customer, or skipped with a reason."""

    place: int
    ago: int
    clock: str
    by: str
    skipped: str = ""
    by_customer: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A list put on a case `ago` days back, and what was done of it."""

    of: Prepared
    ago: int
    clock: str
    by: str
    marked: tuple[Marked, ...] = ()


def all_done(of: Prepared, ago: int, clock: str, by: str, *, by_customer: bool = False) -> Listed:
    """A list gone through in one go."""
    places = range(1, len(of.lines) + 1)
    return Listed(of, ago, clock, by, tuple(Marked(each, ago, clock, by, "", by_customer) for each in places))


REPAIR_IN: Final = Prepared(
    "Taking it in",
    "repair",
    (
        "Phone and serial number noted",
        "What is wrong, in their own words",
        "Charger, bag, papers: what came with it",
        "Told when we call, and who does",
    ),
    Stage.TAKE_IN,
)
REPAIR_OUT: Final = Prepared(
    "Before they leave",
    "repair",
    (
        "It works: tried together at the counter",
        "Photos, mail and settings are all there",
        "Charger, bag, papers: all that came with it",
        "Who to ask for if it comes back",
    ),
    Stage.HAND_OUT,
)
ORDER_IN: Final = Prepared(
    "Before they leave",
    "order",
    (
        "Every receipt and PO number marked",
        "A name, an extension and hours written down",
        "The next date, or that there is none yet",
        "How they want to hear from us",
    ),
    Stage.TAKE_IN,
)
ORDER_OUT: Final = Prepared(
    "Handing the goods out",
    "order",
    ("Counted against the order", "Looked over for damage together", "Return and warranty dates explained"),
    Stage.HAND_OUT,
)
PARCEL_IN: Final = Prepared(
    "Before they leave",
    "parcel",
    (
        "Receipt and tracking number noted",
        "Address, neighbours and front office checked",
        "A name and an extension written down",
        "Told what happens next, and when",
    ),
    Stage.TAKE_IN,
)
CLAIM: Final = Prepared(
    "how to claim for a lost parcel",
    "parcel",
    (
        "Fill in the claim form, with the tracking number from the receipt",
        "Add the receipt, and what was in the parcel and its worth",
        "Hand it in at any counter within 60 days, and keep the copy",
        "The claim number comes by e-mail within three working days",
        "Ask here with that number if no answer has come after 30 days",
    ),
    kind=ListKind.GUIDE,
    for_customer=True,
)
FILES: Final = Prepared(
    "move your files yourself",
    "repair",
    (
        "Plug the old disk into the new laptop, the small end first",
        "Open Files; the disk stands at the left by its name",
        "Drag Photos and Documents onto the new disk",
        "Wait until the bar is gone, then take the disk out by its menu",
    ),
    kind=ListKind.GUIDE,
    for_customer=True,
)

ALL: Final = (REPAIR_IN, REPAIR_OUT, ORDER_IN, ORDER_OUT, PARCEL_IN, CLAIM, FILES)
