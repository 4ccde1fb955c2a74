"""The kitchen remodel: three receipts that became four purchase orders, a truck, and a coupon in the wash."""

from __future__ import annotations

from typing import Final

from deskui.demo.checklists import ORDER_IN, Listed, Marked
from deskui.demo.long_history import routine
from deskui.demo.story import Bought, Item, Known, Matter, Ordered, Person, Said
from deskui.demo.words import Handed, Promised, Raised, Task, Then, Told
from deskui.domain.case_work import Answer
from deskui.domain.promises.promise import Basis, EntryKind

_POS: Final = (("PO", "PO 5120"), ("PO", "PO 5121"), ("PO", "PO 5122"), ("PO", "PO 5123"))
_KITCHEN: Final = "Kitchen remodel, goods not found"
_ONE_A_KITCHEN: Final = "Dishwashers, one a kitchen"

DELIA: Final = Person(
    "Delia Montrose",
    phones=("720-555-0118", "720-555-0119"),
    emails=("delia.montrose@example.org",),
    say_as="DEE-lya",
    prefers="phone, evenings",
    tier="GOLD",
    tier_since=2019,
    since=2015,
    asks_for="Paul",
    home="Montrose",
    address="77 Alameda Court, Denver, CO 80209",
    opened=20,
    notes=(
        Known("fact", "Remodels the kitchen herself with her brother; the sink is out, they wash up in the bath.",
              ago=12),
        Known("interest", "restores old stoves", ago=40),
        Known("preference", "wants a name and an extension, not 'call the store'", ago=9, waiting=True),
        Known("fact", "Coupon XK-2291 went through the wash. Reissue it when she comes in.", by="Ada", ago=4),
    ),
    bought=(
        Bought(33, "R-86014", (Item("Wall cabinet 60 cm", 18_900, 6, warranty=730),), "on order", numbers=_POS[:2]),
        Bought(32, "R-86077", (Item("Worktop, oak 3 m", 31_900, 3, warranty=730),), "on order", numbers=_POS[2:3]),
        Bought(30, "R-86190", (Item("Sink, single bowl", 15_900, warranty=1825),
                               Item("Kitchen tap", 12_900, warranty=1825)), "on order", numbers=_POS[3:]),
        Bought(8, "R-88290", (Item("Truck rental, half a day", 4_000, returns=0),), "waived"),
    ),
    said=(
        Said(1, "17:40", "phone", "Stephen Okafor", 5, "even", "PO 5122 has arrived, the other three not. She knows.",
             _KITCHEN, out=True),
        Said(8, "10:15", "counter", "Paul", 25, "good",
             "Three receipts, four POs, goods nowhere. Marked the PO numbers for her, wrote down Rosa Lindqvist, "
             "x4417, "
             "Mon-Fri 7-15. Waived the truck rental after all that trouble.", _KITCHEN),
        Said(9, "16:20", "phone", "Ben", 4, "bad", "Was told to call the store in the morning. She had, twice.",
             _KITCHEN),
        Said(11, "08:50", "phone", "Ada", 6, "bad",
             "Asked where the worktops are. Could not find them under the receipt.",
             _KITCHEN),
        Said(30, "13:10", "counter", "Paul", 35, "good",
             "Ordered the last part of the kitchen. Drawing in the folder."),
        Said(420, "12:00", "counter", "Ada", 5, "good", "Paint for the hall, talked about old stoves."),
    ),
    matters=(
        Matter(11, _KITCHEN, "order", "Paul", "waiting for supplier",
               (("receipt", "R-86014"), ("receipt", "R-86077"), ("receipt", "R-86190"), *_POS), priority="high",
               ordered=(("PO 5120", Ordered("Alder Cabinets", -5)), ("PO 5121", Ordered("Alder Cabinets", 3)),
                        ("PO 5122", Ordered("Timber & Top", 4, 1)), ("PO 5123", Ordered("Basin Works", -9))),
               watched_by=("Paul", "Stephen Okafor"),
               raised=(Raised(9, "16:30", "Ben", "Margaret Liu", "Third call, nobody can say where the goods are.",
                              8, Answer.ANSWERED, "Paul looks after it to the end; give her a name."),),
               handed=Handed(8, "10:38", "Paul", "Rosa Lindqvist", "find all four purchase orders", (6, "15:00")),
               lists=(Listed(ORDER_IN, 11, "09:00", "Paul",
                             (Marked(1, 8, "10:20", "Paul"), Marked(2, 8, "10:25", "Paul"),
                              Marked(3, 8, "10:30", "Paul", "nobody knows before Rosa has found them"))),)),
    ),
    promised=(
        Promised(8, "10:15", "Paul", "find all four purchase orders", "answer", (6, "15:00"), _KITCHEN,
                 (Then(EntryKind.KEPT, 7, "11:20", "Paul"),)),
        Promised(1, "17:40", "Stephen Okafor", "when the other three come, from Rosa", "answer", (-2, "15:00"),
                 _KITCHEN, basis=Basis.SUPPLIER),
    ),
    told=(
        Told(9, "16:20", "Ben", "where it is", "call the store in the morning", about=_KITCHEN),
        Told(8, "10:15", "Paul", "where it is", "ask for Rosa Lindqvist, x4417, Mon-Fri 7-15", about=_KITCHEN),
        Told(8, "10:15", "Paul", "truck", "rental waived", about=_KITCHEN, basis=Basis.POLICY),
        Told(1, "17:40", "Stephen Okafor", "PO 5122", "has arrived, the other three not", about=_KITCHEN,
             basis=Basis.SYSTEM),
    ),
    tasks=(Task(4, 5, "Ada", "reprint coupon XK-2291 before it expires"),),
)  # fmt: skip

CURTIS: Final = Person(
    "Curtis Montrose", ("720-555-0119",), home="Montrose", since=2022,
    notes=(Known("fact", "Delia's brother, comes with the truck.", ago=8),),
    said=(Said(8, "14:30", "counter", "Ben", 4, "good", "Brought the truck back, swept out."),),
)  # fmt: skip

GREG: Final = Person(
    "Gregory Pavlović", ("720-555-0131",), ("greg@pavlovic-cabinets.example.com",), say_as="PAV-lo-vitch",
    called="Greg",
    company="Pavlović Cabinets", tier="GOLD", tier_since=2021, since=2012, prefers="text first",
    links=("https://pavlovic-cabinets.example.com",),
    notes=(Known("fact", "Fits kitchens; three of our customers have him.", ago=500),
           Known("interest", "fly fishing", by="Ben", ago=450)),
    bought=(Bought(18, "R-87111", (Item("Base cabinet 80 cm", 24_900, 10, warranty=730),), "delivered",
                   numbers=(("PO", "PO 4980"),)),
            Bought(77, "R-82230", (Item("Cordless drill", 8_900, 2, warranty=730), Item("Screws, box", 1_250, 8))),
            Bought(731, "R-51207", (Item("Dishwasher", 64_900, 12, warranty=730), Item("Delivery", 4_900, 12, 0)),
                   "delivered", numbers=(("PO", "PO 3316"),))),
    said=(Said(18, "07:40", "counter", "Ben", 5, "good", "Ten base cabinets on account, picked up at the dock."),
          Said(78, "07:35", "counter", "Ben", 3, "good", "Drills; asked for the trade price and got it.")),
    matters=(Matter(730, _ONE_A_KITCHEN, "delivery", "Ada", numbers=(("receipt", "R-51207"), ("PO", "PO 3316")),
                    ended=9, outcome="All twelve are in."),),
    promised=(*routine("delivery", "cabinets at the dock", 20, 31),
              *routine("delivery", "dishwasher at the house", 12, 57, _ONE_A_KITCHEN),
              *routine("pickup", "cut to size, ready to load", 12, 53)),
)  # fmt: skip

HELEN: Final = Person(
    "Helen Vandermeer", ("720-555-0147",), ("helen.v@example.net",), tier="SILVER", since=2018,
    bought=(Bought(45, "R-85105", (Item("Range hood", 28_900, warranty=730), Item("Assembly, hour", 5_500, 2))),),
    said=(Said(44, "18:05", "phone", "Ada", 7, "even", "Hood hums at level two. Fitter comes on Friday.",
               "Range hood hums"),
          Said(39, "11:10", "phone", "Ada", 2, "good", "Called her: a screw was loose, quiet now.",
               "Range hood hums", out=True)),
    matters=(Matter(44, "Range hood hums", "repair", "Ada", numbers=(("receipt", "R-85105"),), ended=39,
                    outcome="Fitter tightened it, no charge."),),
    promised=(Promised(44, "18:05", "Ada", "fitter looks at the hood", "repair", (40, "12:00"), "Range hood hums",
                       (Then(EntryKind.KEPT, 39, "10:45", "Ada"),)),),
)  # fmt: skip

PEOPLE: Final = (DELIA, CURTIS, GREG, HELEN)

TWICE: Final = Person(
    "Delia Montros", ("720-555-0118",), called="Dee", tier="SILVER", tier_since=2018, since=2013,
    prefers="text first",
    notes=(Known("fact", "Bought at the dealer's, who wrote her down a second time.", by="Ben", ago=64),),
    bought=(Bought(64, "#20318", (Item("Fridge, 60 cm", 74_900, warranty=730),), "delivered", "dealer"),),
    said=(Said(63, "09:50", "phone", "Ben", 4, "even", "Fridge stands; asked which kitchen it is for."),),
)  # fmt: skip
"""Delia once more, under a name that was misheard: to be merged with her."""
