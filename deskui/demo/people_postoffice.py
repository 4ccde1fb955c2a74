"""The post office: a collector, an author he would wait for, and a customer of twenty years."""

from __future__ import annotations

from typing import Final

from deskui.demo.long_history import routine
from deskui.demo.story import Bought, Item, Known, Matter, Person, Said
from deskui.demo.words import Promised, Task, Then, Told
from deskui.domain.due.follow_up import FollowUpKind
from deskui.domain.promises.promise import Basis, EntryKind

WENDELL: Final = Person(
    "Wendell Ishikawa",
    phones=("303-555-0151",),
    emails=("wendell.ishikawa@example.org",),
    say_as="ee-shee-KAH-wa",
    prefers="counter",
    tier="GOLD",
    tier_since=2016,
    since=2008,
    asks_for="Paul",
    opened=70,
    notes=(
        Known("interest", "Hot Wheels: the 1968 set, one car missing (the purple one)", ago=30),
        Known("interest", "swap meets, first Sunday of the month", ago=90),
        Known("preference", "waits for Paul by name", by="Ada", ago=31),
        Known("caution", "First visit went badly (lost money order). He gave us another chance.", by="Ben", ago=2900),
    ),
    bought=(
        Bought(30, "R-87015", (Item("Die-cast car, collector", 2_499, 3, returns=14),)),
        Bought(31, "R-86990", (Item("Parcel, insured", 2_900, returns=0),), "delivered",
               numbers=(("tracking", "AF0086990231US"),)),
        Bought(240, "R-75630", (Item("Display case, 48 cars", 12_900),)),
    ),
    said=(
        Said(30, "16:00", "counter", "Paul", 15, "good",
             "Parcel to Osaka arrived. Showed me the new ones, all three."),
        Said(31, "12:20", "counter", "Paul", 8, "even",
             "Looked for the parcel with him; explained how to be reimbursed.",
             "Parcel to Osaka"),
        Said(240, "11:15", "counter", "Paul", 10, "good", "Display case. Brought photographs."),
        Said(2920, "15:30", "counter", "Ben", 22, "bad", "Money order lost, nobody could say by whom."),
    ),
    matters=(Matter(33, "Parcel to Osaka", "parcel", "Paul",
                    numbers=(("tracking", "AF0086990231US"), ("claim", "CL-20877")),
                    ended=30, outcome="It arrived; claim withdrawn."),),
    promised=(Promised(31, "12:20", "Paul", "where the parcel is", "answer", (29, "12:00"), "Parcel to Osaka",
                       (Then(EntryKind.KEPT, 30, "16:00", "Paul"),), Basis.SUPPLIER),),
    told=(Told(31, "12:20", "Paul", "claim", "reimbursed up to 100 dollars with the form", about="Parcel to Osaka",
               basis=Basis.POLICY),),
    tasks=(Task(30, 14, "Paul", "swap meet: ask about the purple one", kind=FollowUpKind.OUTREACH),),
)  # fmt: skip

INGRID: Final = Person(
    "Ingrid Thorvaldsen",
    phones=("303-555-0155", "303-555-0156"),
    emails=("ingrid@thorvaldsen.example.org",),
    say_as="TOR-val-sen",
    company="Thorvaldsen Mail Order",
    prefers="counter, mornings",
    tier="PREMIER",
    tier_since=2008,
    since=2004,
    asks_for="Ada",
    loyalty="L-1000004",
    opened=26,
    notes=(
        Known("fact", "Comes twice a week, for twenty years. Yarn by mail to everywhere.", by="Ada", ago=3000),
        Known("interest", "yarn, and beagles (Freya and Olav)", by="Ada", ago=1500),
        Known("preference", "the counter by the window", by="Ben", ago=900),
    ),
    bought=(
        Bought(4, "R-88399", (Item("Parcel box, medium", 290, 100), Item("Packing tape, 6 rolls", 1_590, 4))),
        Bought(32, "R-86980", (Item("Parcel box, medium", 290, 100),)),
        Bought(60, "R-83920", (Item("Parcel box, medium", 290, 100), Item("Label rolls", 2_150, 6))),
    ),
    said=(Said(4, "09:10", "counter", "Ada", 5, "good", "A hundred boxes. Freya has puppies, five of them."),),
    matters=(Matter(90, "Customs form returned", "parcel", "Ada", numbers=(("tracking", "AF0081200444US"),), ended=80,
                    outcome="Form filled in anew together."),),
    promised=(*routine("answer", "where the parcel to {place} is", 31, 23),
              *routine("call back", "call when the parcels are through", 15, 47)),
)  # fmt: skip
"""Her two thousand conversations are made in `long_history`."""

OPAL: Final = Person(
    "Opal Freeman", ("303-555-0158",), ("opal.freeman@example.com",), since=2011, tier="SILVER", asks_for="Paul",
    notes=(Known("interest", "genealogy; writes to cousins in six countries", ago=200),
           Known("caution", "do not leave parcels at the door", ago=210)),
    said=(Said(17, "14:05", "counter", "Paul", 6, "good", "Six letters abroad. Found a cousin in Ghana."),
          Said(210, "10:50", "counter", "Ben", 9, "bad", "Parcel was left in the rain.")),
    tasks=(Task(17, 1, "Paul", "new customs form for Ghana: keep ten for her"),),
)  # fmt: skip

LUCIUS: Final = Person(
    "Lucius Byrd", ("720-555-0159",), since=2023,
    notes=(Known("interest", "model railways", by="Stephen Okafor", ago=25),
           Known("interest", "hot wheels, for the grandson", by="Stephen Okafor", ago=25)),
    bought=(Bought(25, "R-86733", (Item("Model railway set", 18_900, warranty=365), Item("Die-cast car", 499, 5))),),
    said=(Said(25, "13:15", "counter", "Stephen Okafor", 11, "good",
               "Set for the grandson. He will play more himself."),),
)  # fmt: skip

PEOPLE: Final = (WENDELL, INGRID, OPAL, LUCIUS)
