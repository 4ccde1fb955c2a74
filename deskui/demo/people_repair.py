"""The laptop, well looked after; and the kitchen appliances, promised for a week and two months late."""

from __future__ import annotations

from typing import Final

from deskui.demo.checklists import FILES, REPAIR_IN, REPAIR_OUT, Listed, Marked, all_done
from deskui.demo.story import Bought, Item, Known, Matter, Person, Said
from deskui.demo.words import Promised, Raised, Then, Told
from deskui.domain.promises.promise import Basis, EntryKind

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
                    ended=13, outcome="Everything moved and checked together at the counter.",
                    lists=(all_done(REPAIR_IN, 15, "15:45", "Ben"), all_done(REPAIR_OUT, 13, "11:20", "Ben"),
                           all_done(FILES, 13, "11:25", "Ben", by_customer=True))),),
    promised=(Promised(15, "15:40", "Ben", "call before noon", "call back", (13, "12:00"), _LAPTOP,
                       then=(Then(EntryKind.KEPT, 13, "10:00", "Ben"),)),),
    told=(Told(15, "15:40", "Ben", "laptop", "all moved over before noon, {weekday 13}", (13, "12:00"), _LAPTOP),
          Told(13, "11:10", "Ben", "printer", "showed her how to set it up herself", about=_LAPTOP)),
)  # fmt: skip

_CALLS: Final = (
    (61, "10:12", "Paul", "even", "Asked when dishwasher, range and hood come. Told: in a week."),
    (54, "16:31", "Ben", "even", "A week is over. Told: {weekday 52}."),
    (47, "09:47", "Ada", "bad", "{weekday 52} is over too. Told: the warehouse will call. It did not."),
    (41, "11:58", "Margaret Liu", "bad", "Different story again: out of stock. Told: on the {nth 33}."),
    (32, "17:05", "Ada", "bad", "Took a day off for the delivery; nobody came."),
    (29, "08:40", "Stephen Okafor", "bad", "Eats out every night. Told: in two weeks at the latest."),
    (22, "13:22", "Ben", "bad", "Asked for whoever is in charge. Margaret was out."),
    (15, "10:49", "Ada", "bad", "Fifth wrong date. Asked us to stop promising."),
    (9, "12:15", "Rosa Lindqvist", "bad", "The dishwasher alone is in the hub, says the tracking."),
    (2, "09:33", "Stephen Okafor", "bad", "Tenth call. Nobody here ever called him. He is right."),
)

_MOVED: Final = (
    (54, "16:31", "Ben", (52, "12:00"), "not on the truck of this week"),
    (47, "09:47", "Ada", (44, "17:00"), "the warehouse is to call him with a day"),
    (41, "11:58", "Margaret Liu", (33, "17:00"), "out of stock at the supplier"),
    (29, "08:40", "Stephen Okafor", (16, "17:00"), "the range was sent to another store"),
    (9, "12:15", "Rosa Lindqvist", (3, "12:00"), "only the dishwasher is in the hub"),
)

_DATES: Final = (
    (68, "14:20", "Ada", "delivered in a week", (61, "17:00")),
    (61, "10:12", "Paul", "in a week from now", (54, "12:00")),
    (54, "16:31", "Ben", "on {weekday 52}, all three", (52, "12:00")),
    (47, "09:47", "Ada", "the warehouse will call with a day", None),
    (41, "11:58", "Margaret Liu", "out of stock, on the {nth 33}", (33, "17:00")),
    (29, "08:40", "Stephen Okafor", "in two weeks at the latest", (16, "17:00")),
    (9, "12:15", "Rosa Lindqvist", "dishwasher by {weekday 3}, the rest later", (3, "12:00")),
)
"""Seven stories of when, by six people."""

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
        Known("fact", "His wife is in hospital, so he is short with us.", by="Ben", ago=2, waiting=True),
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
               (("receipt", "R-83340"), ("PO", "PO 4702"), ("tracking", "AF0083340119US")), priority="urgent",
               watched_by=("Ada",),
               raised=(Raised(1, "17:10", "Ada", "Margaret Liu",
                              "Another date is broken. I want to offer her something, and it is over my limit."),)),
    ),
    promised=(
        Promised(61, "10:12", "Paul", "dishwasher, range and hood delivered", "delivery", (54, "12:00"), _KITCHEN,
                 tuple(Then(EntryKind.MOVED, *move) for move in _MOVED), Basis.SUPPLIER),
    ),
    told=tuple(Told(ago, clock, by, "delivery date", text, names, "" if ago > 61 else _KITCHEN)
               for ago, clock, by, text, names in _DATES),
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
    matters=(Matter(26, "Microwave sparks", "repair", "Stephen Okafor", "ready", (("receipt", "R-86512"),),
                    lists=(all_done(REPAIR_IN, 26, "12:55", "Stephen Okafor"),
                           Listed(REPAIR_OUT, 1, "15:20", "Stephen Okafor",
                                  (Marked(1, 1, "15:25", "Stephen Okafor"),)))),),
    promised=(
        Promised(26, "12:50", "Stephen Okafor", "microwave repaired", "repair", (5, "17:00"), "Microwave sparks", (
            Then(EntryKind.MOVED, 6, "16:30", "Stephen Okafor", (0, "12:00"), "the part came late"),
            Then(EntryKind.KEPT, 1, "15:20", "Stephen Okafor"),
        ), Basis.SUPPLIER),
        Promised(1, "16:20", "Stephen Okafor", "call him: microwave is ready", "call back", (0, "16:00"),
                 "Microwave sparks"),
    ),
    told=(Told(26, "12:50", "Stephen Okafor", "repair", "three weeks, no charge", (5, "17:00"), "Microwave sparks"),
          Told(6, "16:30", "Stephen Okafor", "repair", "ready on {weekday 0}, the part came late", (0, "12:00"),
               "Microwave sparks")),
)  # fmt: skip

PEOPLE: Final = (MARGUERITE, HAROLD, JUNE, ANSELM)
