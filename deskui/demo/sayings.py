"""What clerks of the sample shop promise, say and mean to do, by kind of case."""

from __future__ import annotations

from typing import Final, NamedTuple


class Pledge(NamedTuple):
    """A way to promise: the kind, what, the working hours that half of them take, and how far they spread."""

    kind: str
    what: str
    hours: float
    spread: float


_CALL: Final = Pledge("call back", "call back", 4, 0.8)

PLEDGES: Final[dict[str, tuple[Pledge, ...]]] = {
    "": (_CALL, Pledge("pickup", "{item} ready to pick up", 12, 0.6),
         Pledge("answer", "whether the {item} fits", 6, 0.7), Pledge("delivery", "{item} at the door", 26, 0.5)),
    "parcel": (Pledge("answer", "where the parcel is", 10, 0.7), _CALL),
    "delivery": (Pledge("delivery", "delivered to the door", 30, 0.6), _CALL),
    "claim": (Pledge("answer", "whether we cover it", 20, 0.6), Pledge("refund", "money back on the card", 40, 0.5)),
    "repair": (Pledge("repair", "repaired and tested", 45, 0.6), Pledge("parts", "the part is here", 70, 0.5), _CALL),
    "order": (Pledge("parts", "the part is here", 60, 0.5), Pledge("pickup", "put aside at the counter", 12, 0.6)),
    "payment": (Pledge("refund", "money back on the card", 36, 0.5), Pledge("answer", "where the money is", 8, 0.7)),
    "installation": (Pledge("installation", "the fitter comes", 50, 0.5), _CALL),
    "quote": (Pledge("quote", "the price in writing", 14, 0.6), _CALL),
}  # fmt: skip

REASONS: Final = (
    "the supplier is late", "not on the truck", "the clerk who knows is away", "out of stock at the hub",
    "the carrier lost a day", "took longer than thought",
)  # fmt: skip
LET_OFF: Final = ("found it at home", "bought another one", "no longer needed", "came in before")

_WHEN: Final = (("in three days", 3), ("within a week", 7), ("in two weeks", 14), ("by tomorrow", 1))

TOLD: Final[dict[str, tuple[tuple[str, tuple[tuple[str, int], ...]], ...]]] = {
    "": (
        ("warranty", (("two years with the receipt", 0), ("as long as the maker says", 0))),
        ("return", (("30 days with the receipt", 0), ("unopened at any time", 0))),
        ("delivery date", _WHEN),
        ("price", (("the price on the shelf holds", 0), ("5 % less from ten on", 0))),
    ),
    "parcel": (
        ("where it is", (("at the hub", 0), ("with the carrier", 0), ("left with a neighbour", 0))),
        ("delivery date", _WHEN),
    ),
    "delivery": (("delivery date", _WHEN),),
    "claim": (("cover", (("it is covered", 0), ("needs the proof of purchase", 0), ("the maker decides", 0))),),
    "repair": (("repair", (*_WHEN, ("waits for a part", 0))), ("cost", (("no charge", 0), ("parts only", 0)))),
    "payment": (("money", (("goes back on the card", 0), ("was sent already", 0))),),
}  # fmt: skip
"""Topics, and what is said about each with the days from then on that it names (0: none)."""

TASKS: Final = (
    ("ask how the {item} does", "outreach"), ("tell them that the {item} is back in", "outreach"),
    ("send the manual for the {item}", "task"), ("look for a spare part for the {item}", "task"),
    ("write down the measures again", "task"),
)  # fmt: skip
DONE: Final = ("Done.", "Was glad.", "No answer, left a message.", "Came in before.")
