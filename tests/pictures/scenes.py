"""The screens and dialogs worth looking at: how to get there by keys, and what stands there then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from deskui.demo.staff import ACTING, SUPERVISOR

if TYPE_CHECKING:
    from tests.ui.driving import Counter


class Scene(NamedTuple):
    """A customer to open (or nobody), the keys that follow, and words that show it is there."""

    customer: tuple[str, str] | None
    keys: tuple[str, ...]
    sees: tuple[str, ...]
    shop: str = "demo"
    """Which shop it is played in: the sample, or an `empty` one."""
    employee: str = ACTING
    """Who is at the desk."""

    async def play(self, counter: Counter) -> None:
        """Go there as a clerk would; a key of more than one sign that is no name of one is typed as text."""
        if self.customer is not None:
            await counter.open(*self.customer)
        else:
            await counter.previewed()
        for key in self.keys:
            if " " in key:
                await counter.type(key.removeprefix(" "))
            else:
                await counter.press(key)
        await counter.sees(*self.sees)
        await counter.previewed()


SHARI: Final = ("shari", "Shari Caldwell")
DELIA: Final = ("delia", "Delia Montrose")
OPAL: Final = ("opal", "Opal Freeman")
NEW: Final = (" quentin zabriskie", "enter", "ctrl+s")
"""A customer is added of whom nothing but the name is known."""

SCENES: Final = {
    "home": Scene(None, (), ("Shari Caldwell",)),
    "results": Scene(None, (" caldwell",), ("4 found",)),
    "nobody": Scene(None, (" quentin zabriskie",), ("Nobody found",)),
    "desk": Scene(SHARI, (), ("Missing parcel",)),
    "desk-sparse": Scene(OPAL, (), ("Opal Freeman",)),
    "desk-history": Scene(SHARI, ("1",), ("R-88213",)),
    "desk-notes": Scene(SHARI, ("3",), ("Hot Wheels",)),
    "contact": Scene(SHARI, ("c",), ("Contact with Shari Caldwell",)),
    "note": Scene(SHARI, ("n", " Keeps a spare key."), ("Note on Shari Caldwell", "spare key")),
    "promise": Scene(SHARI, ("p", " call back tomorrow noon"), ("call back",)),
    "promises": Scene(SHARI, ("P",), ("Promised to Shari",)),
    "move": Scene(SHARI, ("P", "enter"), ("New time",)),
    "told": Scene(SHARI, ("t", " hub answers by fri 12:00"), ("hub answers by fri",)),
    "told-history": Scene(SHARI, ("H",), ("claim form explained",)),
    "follow-up": Scene(SHARI, ("f", " choose a computer with her in 3 days"), ("choose a computer",)),
    "interest": Scene(SHARI, ("i",), ("cares about",)),
    "profile": Scene(SHARI, ("E",), ("Preferred name",)),
    "points": Scene(SHARI, ("A",), ("+1 303 555 0142",)),
    "merge-with": Scene(DELIA, ("M",), ("May be the same person",)),
    "merge": Scene(DELIA, ("M", "enter"), ("Number stays",)),
    "new": Scene(None, ("f7",), ("New customer",)),
    "case": Scene(OPAL, ("o",), ("New case",)),
    "status": Scene(SHARI, ("S",), ("Case #1043 is open",)),
    "owner": Scene(SHARI, ("a",), ("#1043",)),
    "story": Scene(SHARI, ("O",), ("Story of case #1043", "internal")),
    "story-customer": Scene(SHARI, ("O", "v"), ("everything internal is left out",)),
    "slip": Scene(SHARI, ("h",), ("Hand-off slip", "WHO TO ASK FOR")),
    "slips": Scene(("delia", "Delia Montrose"), ("h", "l"), ("Slips of case", "printer 192.0.2.20")),
    "reference": Scene(SHARI, ("r",), ("A number for case",)),
    "who-to-call": Scene(("delia", "Delia Montrose"), ("C",), ("Who to call about case #1040",)),
    "choose-person": Scene(SHARI, ("C", " rosa"), ("Rosa Lindqvist",)),
    "covers": Scene(SHARI, ("C", " rosa", "enter"), ("What Rosa Lindqvist is called about",)),
    "call": Scene(("delia", "Delia Montrose"), ("C", "enter", "enter"), ("About all of",)),
    "person": Scene(None, ("f6", "e"), ("Stephen Okafor in the directory",)),
    "steps": Scene(SHARI, ("j", "j", "enter"), ("Steps of case #1043", "Guide: how to claim")),
    "skip": Scene(SHARI, ("j", "j", "enter", "end", "s", " has no need"), ("Skip a step",)),
    "checklists": Scene(SHARI, ("X",), ("Checklists and guides for case #1043", "Taking it in")),
    "checklist": Scene(SHARI, ("X", "j", "e"), ("Checklist: ", "Starts at")),
    "guides": Scene(SHARI, ("g",), ("Guides for case #1043",)),
    "guide": Scene(SHARI, ("g", "n"), ("Steps for case #1043",)),
    "reference-change": Scene(("po 5121", "Delia Montrose"), ("enter",), ("PO 5121 of case",)),
    "links": Scene(SHARI, ("l",), ("What belongs to case #1043",)),
    "similar": Scene(SHARI, ("y",), ("Cases like #1043",)),
    "escalate": Scene(SHARI, ("exclamation_mark",), ("Escalate case #1043",)),
    "coverage": Scene(("edmund", "Edmund Achterberg"), ("1", "down", "v"), ("Is it covered: D-4410",)),
    "faces": Scene(SHARI, ("W",), ("Who knows",)),
    "staff": Scene(None, ("f6",), ("Staff",)),
    "due": Scene(None, ("f2",), ("overdue", "Desmond Kiplagat")),
    "due-desk": Scene(None, ("f2", "2"), ("overdue", "Hyacinth Moreau")),
    "calls": Scene(None, ("f12",), ("Priya Venkataraman", "astronomy")),
    "calls-desk": Scene(None, ("f12", "2"), ("Wendell Ishikawa", "Hot Wheels")),
    "log-call": Scene(None, ("f12", "c"), ("Call to Priya Venkataraman",)),
    "skip-call": Scene(None, ("f12", "x"), ("Skip Priya Venkataraman",)),
    "call-rules": Scene(None, ("f12", "r"), ("Outreach rules", "Appreciation call")),
    "call-rule": Scene(None, ("f12", "r", "enter"), ("Rule: ", "customers today")),
    "empty-calls": Scene(None, ("f12",), ("No rule is on",), "empty"),
    "setup": Scene(None, ("f10",), ("Setup", "Hours and holidays"), employee=SUPERVISOR),
    "review": Scene(None, ("f3",), ("Review", "a approve"), employee=SUPERVISOR),
    "journal": Scene(("shari", "Shari Caldwell"), ("J",), ("Journal", "customer opened"), employee=SUPERVISOR),
    "goodwill": Scene(("delia", "Delia Montrose"), ("w",), ("Who decides",)),
    "board": Scene(None, ("f4",), ("Board: the whole desk", "Promises due"), employee=SUPERVISOR),
    "board-hours": Scene(None, ("f4", "c", "c"), ("Busy hours",), employee=SUPERVISOR),
    "board-kinds": Scene(None, ("f4", "2"), ("Board: by kind of case", "repair"), employee=SUPERVISOR),
    "board-clerks": Scene(None, ("f4", "3"), ("Board: by clerk", "Ada"), employee=SUPERVISOR),
    "board-rows": Scene(None, ("f4", "enter"), ("kept or broken: ",), employee=SUPERVISOR),
    "board-own": Scene(None, ("f4",), ("Board: you",)),
    "conversation": Scene(SHARI, ("2", "enter"), ("Missing parcel. Explained",)),
    "order": Scene(SHARI, ("1", "enter"), ("R-88213",)),
    "undo": Scene(SHARI, ("i", " roses", "enter", "u"), ("Take back",)),
    "keys": Scene(SHARI, ("question_mark",), ("Look somebody up",)),
    "palette": Scene(SHARI, ("ctrl+p",), ("Look somebody up",)),
    "theme": Scene(SHARI, ("T",), ("Colours",)),
    "desk-full": Scene(DELIA, (), ("Delia Montrose",)),
    "desk-long": Scene(("ingrid th", "Ingrid Thorvaldsen"), (), ("Ingrid Thorvaldsen",)),
    "new-customer": Scene(None, NEW, ("Nobody has spoken",)),
    "empty": Scene(None, (), ("No customers yet",), "empty"),
    "empty-due": Scene(None, ("f2",), ("Nothing is due",), "empty"),
    "empty-customer": Scene(None, NEW, ("Nobody has spoken",), "empty"),
    "empty-case": Scene(None, (*NEW, "4"), ("No case is open",), "empty"),
}
"""By name."""
