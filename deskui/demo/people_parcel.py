"""The missing parcel: Shari Caldwell, her book and her family."""

from __future__ import annotations

from typing import Final

from deskui.demo.checklists import CLAIM, PARCEL_IN, Listed, Marked
from deskui.demo.story import Bought, Item, Known, Matter, Ordered, Person, Said
from deskui.demo.words import Promised, Task, Then, Told
from deskui.domain.due.follow_up import FollowUpKind
from deskui.domain.promises.promise import Basis, EntryKind

_POS: Final = (("PO", "PO 4471"), ("PO", "PO 4472"), ("PO", "PO 4473"), ("PO", "PO 4474"))
_PARCEL: Final = "Missing parcel"

SHARI: Final = Person(
    "Shari Caldwell",
    phones=("+1 303 555 0142",),
    emails=("shari@example.org",),
    called="Shari",
    say_as="SHA-ree",
    prefers="text first, mornings",
    tier="PREMIER",
    tier_since=2011,
    since=2004,
    birthday="05-14",
    asks_for="Paul",
    home="Caldwell",
    address="1418 Juniper Street, Denver, CO 80206",
    links=("https://sharicaldwell.example.org",),
    loyalty="L-1182004",
    opened=66,
    notes=(
        Known("interest", "Hot Wheels and other die-cast cars, 1000s", ago=20, source="she told me"),
        Known("interest", "her book, on tour", ago=20, source="she told me"),
        Known("preference", "text, never before 9", by="Ada", ago=410),
        Known("fact", "Ask about her book tour.", ago=20, alert_for=40),
        Known("fact", "Marcus and Tess pick up for her; Ruth does not drive any more.", by="Ben", ago=95,
              waiting=True),
    ),
    bought=(
        Bought(10, "R-88213", (Item("Parcel, insured", 4_800, returns=0),), status="MISSING",
               numbers=(("tracking", "AF0088213475US"),)),
        Bought(19, "R-87960", (Item("Kitchen cabinets, wall", 118_000, 4, warranty=730),
                               Item("Kitchen cabinets, base", 164_500, 4, warranty=730)),
               status="on order", numbers=_POS),
        Bought(95, "R-80110", (Item("Headset, wireless", 14_900, warranty=373),), channel="dealer",
               proof="dealer receipt, copy in the folder", numbers=(("serial", "SN-HX20-77151"),)),
        Bought(264, "R-74402", (Item("Parcel boxes, large", 450, 12), Item("Packing tape, 6 rolls", 1_590, 2))),
        Bought(700, "R-51877", (Item("Laptop 14 inch", 98_900, warranty=730), Item("Laptop charger", 5_990))),
    ),
    said=(
        Said(3, "16:10", "counter", "Paul", 10, "good",
             "Missing parcel. Explained how to claim. Told: hub answers by {weekday -1} 12:00.", _PARCEL),
        Said(4, "11:30", "phone", "Paul", 2, "even", "Called her back: the hub is looking, no answer yet.", _PARCEL,
             out=True),
        Said(4, "09:02", "phone", "Ada", 3, "bad", "Third call about the parcel. Nobody had called her back.",
             _PARCEL),
        Said(5, "14:44", "phone", "Ben", 2, "bad", "Asked again for the parcel. The hub does not pick up.", _PARCEL),
        Said(5, "09:15", "phone", "Ben", 4, "even", "R-88213 says delivered, nothing at her door.", _PARCEL),
        Said(20, "11:20", "counter", "Paul", 6, "good",
             "Hot Wheels; mailed 6 books. First stop of the tour is Boise."),
        Said(61, "10:05", "counter", "Paul", 8, "good", "Picked the cabinets, oak fronts. Four purchase orders."),
        Said(96, "15:30", "counter", "Stephen Okafor", 12, "even",
             "Headset from a dealer cuts out. Noted the serial."),
        Said(150, "12:10", "counter", "Ben", 3, "good", "Mailed books to her mother's club."),
        Said(264, "17:20", "counter", "Ada", 9, "bad", "Waited 20 minutes, then the boxes she wanted were sold out."),
        Said(330, "10:40", "counter", "Stephen Okafor", 5, "good", "Gift wrap for Tess. Talked about die-cast cars."),
        Said(402, "09:50", "text", "Ada", 1, "even", "Asked not to be called before 9. Noted.", out=True),
        Said(518, "11:00", "counter", "Paul", 4, "good", "Mailed the first proofs of the book."),
        Said(640, "16:45", "phone", "Ben", 6, "even", "Laptop would not wake up. Walked her through the reset."),
        Said(701, "14:15", "counter", "Paul", 15, "good", "Chose a laptop for writing on trains."),
        Said(980, "13:30", "email", "Ada", 2, "good", "Sent her the warranty terms she asked for.", out=True),
        Said(1300, "10:20", "counter", "Ben", 5, "good", "Renewed the premier membership."),
        Said(1855, "11:55", "counter", "Ada", 7, "even", "Moved house, new address taken down."),
    ),
    matters=(
        Matter(5, _PARCEL, "parcel", "Paul",
               numbers=(("receipt", "R-88213"), *_POS, ("tracking", "AF0088213475US")), watched_by=("Ada",),
               ordered=(("PO 4471", Ordered("Alder Cabinets", 12, 12)), ("PO 4472", Ordered("Alder Cabinets", 6, 5)),
                        ("PO 4473", Ordered("Alder Cabinets", -5)), ("PO 4474", Ordered("Front & Oak", 6, 5))),
               lists=(Listed(PARCEL_IN, 5, "09:15", "Ben",
                             (Marked(1, 5, "09:16", "Ben"), Marked(2, 5, "09:18", "Ben"))),
                      Listed(CLAIM, 3, "16:10", "Paul", (Marked(1, 3, "16:15", "Paul", by_customer=True),)))),
        Matter(3, "Parcel not at her door", "parcel", "Ben", ended=3, outcome="Taken down twice.", part_of=_PARCEL),
        Matter(701, "Laptop does not wake up", "repair", "Ben", ended=640, outcome="Reset at the counter, works."),
    ),
    promised=(
        Promised(4, "11:30", "Paul", "call back", "call back", (4, "17:00"), _PARCEL),
        Promised(4, "11:30", "Paul", "hub answer", "answer", (2, "12:00"), _PARCEL, basis=Basis.SUPPLIER,
                 then=(Then(EntryKind.MOVED, 3, "16:10", "Paul", (-1, "12:00"), "the hub has not found it yet"),)),
    ),
    told=(
        Told(5, "09:15", "Ben", "hub answer", "delivered already, look at the neighbours'", about=_PARCEL,
             basis=Basis.SYSTEM),
        Told(3, "16:10", "Paul", "claim", "claim form explained", about=_PARCEL, basis=Basis.POLICY),
        Told(3, "16:10", "Paul", "hub answer", "hub answers by {day -1} 12:00", (-1, "12:00"), _PARCEL,
             Basis.SUPPLIER),
    ),
    tasks=(Task(20, -8, "Paul", "ask how the reading in Boise went", settled=9, outcome="Sold out, she was glad.",
                kind=FollowUpKind.OUTREACH),),
)  # fmt: skip

MARCUS: Final = Person(
    "Marcus Caldwell", ("303-555-0143", "303-555-0140"), ("marcus.caldwell@example.org",), home="Caldwell",
    since=2006,
    notes=(Known("preference", "Marcus, never Marc", ago=300),),
    bought=(Bought(500, "R-63310", (Item("Lawn mower", 32_900, warranty=730),)),
            Bought(1500, "R-30118", (Item("Standing desk", 48_900, 2, warranty=1825),))),
    said=(Said(500, "10:30", "counter", "Ben", 6, "good", "Lawn mower, assembled it for him."),),
)  # fmt: skip

TESS: Final = Person(
    "Tess Caldwell", ("303-555-0140",), ("tess@example.com",), home="Caldwell", since=2019, birthday="11-30",
    notes=(Known("interest", "vinyl records", by="Ada", ago=200),),
    bought=(Bought(210, "#20441", (Item("Record player", 24_900, warranty=365),), "delivered", "online"),),
)  # fmt: skip

RUTH: Final = Person(
    "Ruth Caldwell-Hayes", ("303-555-0140",), home="Caldwell", since=1998, called="Mrs. Hayes",
    notes=(Known("caution", "Hard of hearing on the left; face her.", by="Ada", ago=800),),
    bought=(Bought(1100, "R-41207", (Item("Bathroom, complete", 405_230, warranty=1825),), "delivered"),),
    said=(Said(1100, "15:00", "counter", "Paul", 25, "good", "Went through the bathroom plan line by line."),),
)  # fmt: skip

PEOPLE: Final = (SHARI, MARCUS, TESS, RUTH)
