"""Families who share a phone, and neighbours who share a name."""

from __future__ import annotations

from typing import Final

from deskui.demo.story import Bought, Item, Known, Matter, Person, Said
from deskui.demo.words import Promised, Then
from deskui.domain.promises.promise import EntryKind

_KITCHEN_PHONE: Final = "303-555-0120"
"""One telephone in the kitchen for five people."""

GUTIERREZ: Final = (
    Person(
        "Rosa Gutiérrez", (_KITCHEN_PHONE,), ("rosa.gutierrez@example.org",), home="Gutiérrez", since=2007,
        tier="GOLD",
        prefers="phone, after 18:00", say_as="goo-TYEH-res", asks_for="Ada",
        notes=(Known("fact", "Five people on one phone: ask who is speaking.", by="Ada", ago=600),
               Known("interest", "roses, of course", by="Ada", ago=600)),
        bought=(Bought(26, "R-86601", (Item("Rose bush", 1_890, 3), Item("Potting soil 40 l", 990, 4))),),
        said=(Said(26, "18:10", "counter", "Ada", 7, "good", "Three rose bushes, the yellow ones."),),
    ),
    Person("Ernesto Gutiérrez", (_KITCHEN_PHONE,), home="Gutiérrez", since=2007, called="Neto",
           bought=(Bought(203, "R-76650", (Item("Lawn mower", 32_900, warranty=730),)),),
           said=(Said(203, "12:15", "counter", "Ben", 5, "even", "Mower, the same as his brother's."),)),
    Person("Lucía Gutiérrez", (_KITCHEN_PHONE, "303-555-0121"), ("lucia.g@example.com",), home="Gutiérrez",
           since=2018,
           birthday="12-13", notes=(Known("fact", "Started college in Boulder.", by="Ada", ago=80),)),
    Person("Mateo Gutiérrez", (_KITCHEN_PHONE,), home="Gutiérrez", since=2021,
           notes=(Known("interest", "die-cast cars and everything with wheels", by="Stephen Okafor", ago=51),),
           bought=(Bought(51, "R-84490", (Item("Die-cast car", 499, 2),)),)),
    Person("Abuela Carmen Gutiérrez", (_KITCHEN_PHONE,), home="Gutiérrez", since=2010, called="Doña Carmen",
           notes=(Known("caution", "Speaks Spanish on the phone; fetch Lucía or Xochitl's number.", by="Ben",
                        ago=300),)),
)  # fmt: skip

HARGROVE: Final = (
    Person("Simone Hargrove", ("720-555-0125",), ("simone.hargrove@example.org",), home="Hargrove", since=2016,
           tier="SILVER",
           bought=(Bought(12, "R-88150", (Item("Office chair", 23_900, warranty=1825),)),),
           said=(Said(10, "10:35", "phone", "Ben", 5, "even", "One arm rest is loose.", "Chair arm loose"),),
           matters=(Matter(10, "Chair arm loose", "repair", "Ben", "waiting for customer",
                           (("receipt", "R-88150"),)),),
           promised=(Promised(10, "10:35", "Ben", "somebody comes to fix the arm rest", "repair", (6, "12:00"),
                              "Chair arm loose",
                              (Then(EntryKind.RELEASED, 7, "09:50", "Ben", reason="brings the chair herself"),)),)),
    Person("Theodore Hargrove", ("720-555-0126", "720-555-0125"), home="Hargrove", since=2016, called="Teddy",
           notes=(Known("interest", "chess", ago=340),)),
    Person("Simon Hargreaves", ("720-555-0127",), ("simon.hargreaves@example.net",), since=2020,
           notes=(Known("caution", "Not the Hargroves: check the e-mail.", by="Ben", ago=150),)),
)  # fmt: skip

SMITHS: Final = (
    Person("John Smith", ("303-555-0131",), ("john.smith@example.org",), since=2012, called="Jack", birthday="07-04",
           bought=(Bought(29, "R-86333", (Item("Garden hose 25 m", 3_290, warranty=365),)),)),
    Person("John Smith", ("970-555-0132",), ("jsmith1951@example.com",), since=2005, tier="GOLD",
           company="Smith Hardware",
           notes=(Known("fact", "The older John Smith, from Fort Collins.", by="Ben", ago=700),)),
    Person("Jon Smyth", ("720-555-0133",), ("jon.smyth@example.net",), since=2021,
           notes=(Known("preference", "spelt without an h and with a y", by="Ada", ago=90),)),
    Person("Johanna Smith-Reyes", ("303-555-0134",), ("johanna@example.org",), since=2023,
           said=(Said(49, "15:55", "counter", "Ada", 3, "good", "Gift card for a wedding."),)),
)  # fmt: skip

PEOPLE: Final = (*GUTIERREZ, *HARGROVE, *SMITHS)
