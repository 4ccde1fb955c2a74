"""The rental, the headset, the flight: one of the largest family customers, and nobody looked."""

from __future__ import annotations

from typing import Final

from deskui.demo.story import Bought, Item, Known, Matter, Person, Said
from deskui.demo.words import Promised, Task, Then, Told
from deskui.domain.due.follow_up import FollowUpKind
from deskui.domain.promises.promise import Basis, EntryKind

_HEADSET: Final = "Headset from a dealer, is it covered"

EDMUND: Final = Person(
    "Edmund Achterberg",
    phones=("303-555-0161",),
    emails=("edmund@achterberg.example.com",),
    called="Ed",
    say_as="AHK-ter-berg",
    company="Achterberg Seminars",
    prefers="e-mail",
    tier="PREMIER",
    tier_since=2003,
    since=1999,
    asks_for="Stephen Okafor",
    home="Achterberg",
    links=("https://achterberg.example.com", "https://achterberg.example.org/blog"),
    loyalty="L-1000077",
    opened=30,
    notes=(
        Known("fact", "Two million miles with the airline; on the road 200 days a year.", ago=900),
        Known("fact", "The whole family is on one plan, six lines. Most receipts are on the account, not on paper.",
              ago=700),
        Known("interest", "marathons, and jazz", by="Ada", ago=365),
        Known("caution", "We did an exchange without receipt two months ago. Do not ask him to prove it again.",
              by="Margaret Liu", ago=55, alert_for=60),
    ),
    bought=(
        Bought(6, "R-88401", (Item("Projector", 89_900, warranty=365),)),
        Bought(70, "D-4410", (Item("Headset, noise cancelling", 27_900, warranty=365),), channel="dealer", proof="",
               numbers=(("serial", "SN-QC35-90417"),)),
        Bought(400, "R-70118", (Item("Phone, family plan, 6 lines", 79_900, 6, warranty=730),), "delivered"),
        Bought(1400, "R-33071", (Item("Laptop 16 inch", 189_900, 2, warranty=730),)),
    ),
    said=(
        Said(2, "12:25", "counter", "Margaret Liu", 8, "good",
             "Sorry for the 45 minutes. Exchanged the headset at once, as we did before.", _HEADSET),
        Said(2, "11:35", "counter", "Ben", 45, "bad",
             "Headset bought at a dealer. Calls to and fro, a form to mail, could not say how long or whether it "
             "is covered.",
             _HEADSET),
        Said(6, "09:20", "counter", "Stephen Okafor", 9, "good",
             "Wanted to rent a projector for a week. Buying costs the same, and he has 30 days to bring it back."),
        Said(55, "15:15", "counter", "Margaret Liu", 6, "good", "Exchanged a charger without receipt. It was ours."),
        Said(400, "10:10", "counter", "Stephen Okafor", 40, "good", "Six phones, all numbers moved, tested each."),
        Said(1400, "14:00", "counter", "Ada", 20, "even", "Two laptops for the seminars."),
    ),
    matters=(
        Matter(2, _HEADSET, "claim", "Margaret Liu", "ready", (("serial", "SN-QC35-90417"), ("claim", "CL-20931"))),
        Matter(56, "Charger exchange without receipt", "claim", "Margaret Liu", ended=55,
               outcome="Exchanged. Family customer since 1999."),
    ),
    promised=(Promised(2, "12:25", "Margaret Liu", "in writing: what the headset warranty covers", "answer",
                       (-1, "12:00"), _HEADSET, basis=Basis.POLICY),),
    told=(
        Told(6, "09:20", "Stephen Okafor", "projector", "30 days to bring it back, same price as renting",
             basis=Basis.POLICY),
        Told(2, "11:35", "Ben", "headset", "fill in the form and mail it; cannot say how long", about=_HEADSET),
        Told(2, "12:25", "Margaret Liu", "headset", "exchanged today, nothing to mail", about=_HEADSET,
             basis=Basis.POLICY),
    ),
    tasks=(Task(6, 23, "Stephen Okafor", "projector: does he keep it? 30 days end",
                kind=FollowUpKind.OUTREACH),),
)  # fmt: skip

LIESBETH: Final = Person(
    "Liesbeth Achterberg", ("303-555-0162", "303-555-0161"), ("liesbeth@achterberg.example.com",), say_as="LEES-bet",
    home="Achterberg", since=1999, birthday="02-09", tier="GOLD", tier_since=2008,
    notes=(Known("interest", "quilting; teaches it on Thursdays", by="Ada", ago=120),),
    bought=(Bought(130, "R-78822", (Item("Sewing machine", 64_900, warranty=1825),)),),
    said=(Said(130, "10:45", "counter", "Ada", 18, "good", "Tried three sewing machines, took the quiet one."),),
)  # fmt: skip

JORIS: Final = Person(
    "Joris Achterberg", ("303-555-0163",), ("joris@example.net",), say_as="YOR-is", home="Achterberg", since=2014,
    bought=(Bought(320, "#20007", (Item("Gaming headset", 11_900, warranty=365),), "delivered", "online"),),
)  # fmt: skip

MIEKE: Final = Person(
    "Mieke Achterberg", ("303-555-0164",), say_as="MEE-kuh", home="Achterberg", since=2016,
    bought=(Bought(88, "#20377", (Item("Bicycle helmet", 5_990), Item("Bicycle pump", 2_990)), "delivered",
                   "online"),),
)  # fmt: skip

ROWAN: Final = Person(
    "Rowan Sinclair", ("970-555-0122",), ("rowan.sinclair@example.org",), tier="SILVER", since=2020,
    prefers="text first",
    notes=(Known("fact", "Flight attendant; only Tuesdays.", by="Ben", ago=140),),
    bought=(Bought(36, "R-85790", (Item("Suitcase, cabin", 13_900, warranty=1825),)),),
    said=(Said(35, "09:05", "phone", "Ben", 4, "bad", "A wheel broke on the first trip.", "Suitcase wheel"),
          Said(28, "16:30", "counter", "Ben", 5, "good", "New wheel fitted while she waited.", "Suitcase wheel"),
          Said(21, "10:20", "text", "Ben", 1, "good", "Asked how the wheel does. Two flights, all well.", out=True)),
    matters=(Matter(35, "Suitcase wheel", "repair", "Ben", numbers=(("receipt", "R-85790"),), ended=28,
                    outcome="New wheel, no charge."),),
    promised=(
        Promised(35, "09:05", "Ben", "new wheel by mail", "parts", (29, "12:00"), "Suitcase wheel",
                 (Then(EntryKind.SUPERSEDED, 31, "10:10", "Ben", reason="fitted at the counter instead"),)),
        Promised(31, "10:10", "Ben", "wheel fitted at the counter", "repair", (28, "16:50"), "Suitcase wheel",
                 (Then(EntryKind.KEPT, 28, "16:35", "Ben"),)),
    ),
)  # fmt: skip

PEOPLE: Final = (EDMUND, LIESBETH, JORIS, MIEKE, ROWAN)
