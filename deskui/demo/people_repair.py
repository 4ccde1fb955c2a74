"""The laptop, well looked after; and the kitchen appliances, promised for a week and two months late."""

from __future__ import annotations

from typing import Final

from deskui.demo.story import Bought, Item, Known, Matter, Person, Said

_LAPTOP: Final = "Data from the old laptop to the new one"
_KITCHEN: Final = "Kitchen appliances not delivered"

MARGUERITE: Final = Person(
    "Marguerite Delacroix-Obi",
    phones=("303-555-0171",),
    emails=("marguerite@example.org",),
    called="Rita",
    say_as="mar-guh-REET",
    prefers="phone, mornings",
    tier="GOLD",
    tier_since=2020,
    since=2016,
    asks_for="Ben",
    opened=44,
    notes=(
        Known("fact", "Ben gave his name, asked hers and remembered it. She tells everybody.", ago=14),
        Known("interest", "choir; sings alto", by="Ben", ago=15),
        Known("preference", "wants to do it herself if shown once", by="Ben", ago=15),
    ),
    bought=(
        Bought(15, "R-87702", (Item("Laptop 14 inch", 98_900, warranty=730), Item("Data transfer", 9_900, returns=0)),
               numbers=(("serial", "SN-LT14-55812"),)),
        Bought(800, "R-48120", (Item("Printer, colour laser", 34_900, warranty=365),)),
    ),
    said=(
        Said(13, "10:00", "phone", "Ben", 3, "good", "Ready two hours early. She comes at eleven.", _LAPTOP,
             out=True),
        Said(13, "11:10", "counter", "Ben", 15, "good",
             "Went through the list: photos, mail, passwords, charger. All there. Showed her how to set up the "
             "printer.",
             _LAPTOP),
        Said(15, "15:40", "counter", "Ben", 20, "good",
             "Laptop, and the data moved over. Promised before noon tomorrow but one.",
             _LAPTOP),
        Said(800, "12:30", "counter", "Ada", 9, "even", "Colour printer, wanted it without the app."),
    ),
    matters=(Matter(15, _LAPTOP, "repair", "Ben", numbers=(("receipt", "R-87702"), ("serial", "SN-LT14-55812")),
                    ended=13, outcome="Everything moved and checked together at the counter."),),
)  # fmt: skip

_CALLS: Final = (
    (61, "10:12", "Ada", "even", "Asked when dishwasher, range and hood come. Told: in a week."),
    (52, "16:31", "Ben", "even", "A week is over. Told: Thursday."),
    (47, "09:47", "Ada", "bad", "Thursday is over too. Told: the warehouse will call. It did not."),
    (41, "11:58", "Ben", "bad", "Different story again: out of stock. Told: on the 20th."),
    (34, "17:05", "Ada", "bad", "Took a day off for the delivery; nobody came."),
    (29, "08:40", "Stephen Okafor", "bad", "Eats out every night. Told: first week of the month."),
    (22, "13:22", "Ben", "bad", "Asked for whoever is in charge. Margaret was out."),
    (15, "10:49", "Ada", "bad", "Fifth wrong date. Asked us to stop promising."),
    (9, "12:15", "Ben", "bad", "The dishwasher alone is in the hub, says the tracking."),
    (2, "09:33", "Stephen Okafor", "bad", "Tenth call. Nobody here ever called him. He is right."),
)

HAROLD: Final = Person(
    "Harold Prewitt",
    phones=("303-555-0176",),
    emails=("h.prewitt@example.com",),
    prefers="phone",
    tier="SILVER",
    tier_since=2017,
    since=2009,
    home="Prewitt",
    address="2250 Birch Lane, Denver, CO 80207",
    opened=50,
    notes=(
        Known("caution", "At least five wrong dates. Do not give him another one without asking Rosa (x4417).",
              by="Margaret Liu", ago=2, alert_for=30),
        Known("fact", "Retired teacher. Friendly, until about the sixth call.", by="Ada", ago=30),
        Known("interest", "crosswords", by="Ada", ago=700),
    ),
    bought=(
        Bought(68, "R-83340", (Item("Dishwasher", 64_900, warranty=730), Item("Range, gas", 129_900, warranty=730),
                               Item("Range hood", 28_900, warranty=730), Item("Delivery", 4_900, returns=0)),
               "on order", numbers=(("PO", "PO 4702"), ("tracking", "AF0083340119US"))),
        Bought(1200, "R-39870", (Item("Refrigerator", 119_900, warranty=1825),), "delivered"),
    ),
    said=(
        *(Said(ago, clock, "phone", by, 4, mood, text, _KITCHEN) for ago, clock, by, mood, text in _CALLS),
        Said(68, "14:20", "counter", "Ada", 30, "good", "A whole kitchen's appliances, delivered in a week."),
        Said(1200, "10:00", "counter", "Paul", 12, "good", "Refrigerator, delivered the same day."),
    ),
    matters=(
        Matter(61, _KITCHEN, "delivery", "Ada", "waiting for supplier",
               (("receipt", "R-83340"), ("PO", "PO 4702"), ("tracking", "AF0083340119US"))),
    ),
)  # fmt: skip

JUNE: Final = Person(
    "June Prewitt", ("303-555-0176",), home="Prewitt", since=2009, birthday="06-01",
    notes=(Known("fact", "Answers the phone at home; knows every date we gave.", by="Ben", ago=22),),
)  # fmt: skip

ANSELM: Final = Person(
    "Anselm Kirchhoff", ("720-555-0166",), ("anselm.kirchhoff@example.net",), say_as="AHN-zelm", since=2017,
    tier="SILVER",
    notes=(Known("interest", "old radios", by="Stephen Okafor", ago=250),),
    bought=(Bought(27, "R-86512", (Item("Microwave oven", 12_900, warranty=730),)),),
    said=(Said(26, "12:50", "counter", "Stephen Okafor", 6, "even", "Microwave sparks. Took it in.",
               "Microwave sparks"),),
    matters=(Matter(26, "Microwave sparks", "repair", "Stephen Okafor", "ready", (("receipt", "R-86512"),)),),
)  # fmt: skip

PEOPLE: Final = (MARGUERITE, HAROLD, JUNE, ANSELM)
