"""The trainer, the drive-through and the office-supply call; and the firms that buy on account."""

from __future__ import annotations

from typing import Final

from deskui.demo.story import Bought, Item, Known, Matter, Person, Said
from deskui.demo.words import Promised, Task, Then
from deskui.domain.due.follow_up import FollowUpKind
from deskui.domain.promises.promise import EntryKind

CONSTANCE: Final = Person(
    "Constance Abernathy",
    phones=("303-555-0181",),
    emails=("connie@abernathy-works.example.com",),
    called="Connie",
    say_as="AB-er-nathy",
    company="Abernathy Works",
    prefers="e-mail, then phone",
    tier="PREMIER",
    tier_since=2014,
    since=2010,
    asks_for="Ada",
    links=("https://abernathy-works.example.com", "https://abernathy.example.org/books"),
    loyalty="L-1402010",
    opened=90,
    notes=(
        Known("fact", "Two web sites, one for the firm and one for the books. Ada looked at both before calling.",
              by="Ada", ago=12),
        Known("interest", "fountain pens", by="Ada", ago=12),
        Known("fact", "Thinking of a new computer for the office.", by="Ada", ago=12),
    ),
    bought=(
        Bought(5, "R-88350", (Item("Desktop computer", 129_900, warranty=1095),
                              Item("Screen 27 inch", 32_900, 2, warranty=1095)),
               "delivered"),
        Bought(40, "#20512", (Item("Copy paper, 5 reams", 2_790, 10), Item("Toner, black", 7_990, 4)), "delivered",
               "online",
               numbers=(("PO", "PO 5033"),)),
        Bought(190, "#20290", (Item("Office chair", 23_900, 3, warranty=1825),), "delivered", "online"),
    ),
    said=(
        Said(5, "14:10", "counter", "Ada", 35, "good",
             "Helped her choose a computer. It was quick; she knew what for."),
        Said(12, "10:20", "email", "Ada", 5, "good",
             "Details as promised, within the quarter hour. With my card and Margaret's.",
             out=True),
        Said(12, "10:02", "phone", "Ada", 14, "good",
             "Appreciation call. Asked about the business, told her about the fourth category. Gave my number and "
             "Margaret's name.",
             out=True),
        Said(190, "11:45", "chat", "Ben", 8, "even", "Chairs: wanted them assembled. Done."),
    ),
    promised=(Promised(12, "10:02", "Ada", "e-mail with the details within 15 minutes", "answer", (12, "10:17"),
                       then=(Then(EntryKind.KEPT, 12, "10:13", "Ada"),)),),
    tasks=(
        Task(12, -5, "Ada", "help her choose a computer", settled=5, outcome="Desktop and two screens, delivered."),
        Task(12, 8, "Ada", "fourth category at 10 %: ask which one"),
        Task(5, 4, "Ada", "ask how the new computer does", kind=FollowUpKind.OUTREACH),
    ),
)  # fmt: skip

DORIAN: Final = Person(
    "Dorian Castellanos", ("720-555-0184",), ("dorian@example.org",), say_as="cas-te-YA-nos", tier="GOLD", since=2018,
    prefers="counter", asks_for="Stephen Okafor",
    notes=(Known("fact", "Knows what he wants before the door closes; same order every Friday.",
                 by="Stephen Okafor", ago=80),
           Known("interest", "cycling", by="Stephen Okafor", ago=80)),
    bought=(Bought(2, "R-88480", (Item("Copy paper, 5 reams", 2_790),)),
            Bought(9, "R-88233", (Item("Copy paper, 5 reams", 2_790),))),
    said=(Said(2, "08:10", "counter", "Stephen Okafor", 2, "good", "The usual, ready before he asked."),
          Said(9, "08:12", "counter", "Stephen Okafor", 2, "good", "The usual. His race is in May.")),
)  # fmt: skip

PHILIPPA: Final = Person(
    "Philippa Strand", ("720-555-0185",), ("pip.strand@example.com",), called="Pip", since=2021, tier="SILVER",
    notes=(Known("fact", "Personal trainer; asks how you are and waits for the answer.", by="Ada", ago=100),
           Known("fact", "Knee operation in spring, carry things to the car for her.", by="Ada", ago=20,
                 alert_for=90)),
    bought=(Bought(20, "R-87250", (Item("Exercise mat", 3_490, 6),)),),
    said=(Said(20, "12:00", "counter", "Ada", 6, "good", "Mats for her class. Carried them out."),),
)  # fmt: skip

LARIMER: Final = "Larimer Dental Care"

BEATRIZ: Final = Person(
    "Beatriz Nakamura-Soto", ("303-555-0190",), ("front@larimer-dental.example.com",), say_as="bay-ah-TREES",
    company=LARIMER,
    account=LARIMER, tier="PREMIER", tier_since=2018, since=2013, prefers="e-mail",
    links=("https://larimer-dental.example.com",),
    notes=(Known("fact", "Orders for the practice; invoices to Tobias.", by="Ben", ago=600),),
    bought=(Bought(14, "#20600", (Item("Label maker", 5_490, 2, warranty=365), Item("Paper towels, case", 3_900, 12)),
                   "delivered", "online", numbers=(("PO", "PO 5160"),)),
            Bought(75, "#20460", (Item("Filing cabinet", 17_900, 4, warranty=730),), "delivered", "online")),
    said=(Said(14, "09:30", "phone", "Ben", 3, "good", "Standing order, plus two label makers."),),
)  # fmt: skip

TOBIAS: Final = Person(
    "Tobias Lindgren", ("303-555-0190", "303-555-0191"), ("accounts@larimer-dental.example.com",), company=LARIMER,
    account=LARIMER,
    since=2015, notes=(Known("preference", "invoices as PDF, one a month", by="Ben", ago=500),),
    said=(Said(31, "10:40", "email", "Ben", 2, "even", "Invoice had the wrong PO. Sent a new one.",
               "Wrong PO on invoice"),),
    matters=(Matter(32, "Wrong PO on invoice", "payment", "Ben", numbers=(("PO", "PO 5033-B"),), ended=31,
                    outcome="New invoice sent."),),
    promised=(Promised(32, "10:05", "Ben", "invoice with the right PO", "answer", (30, "12:00"),
                       "Wrong PO on invoice", (Then(EntryKind.KEPT, 31, "10:40", "Ben"),)),),
)  # fmt: skip

YUSRA: Final = Person(
    "Yusra El-Amin", ("303-555-0192",), ("yusra@larimer-dental.example.com",), say_as="YOOS-ra", company=LARIMER,
    account=LARIMER,
    since=2021, notes=(Known("interest", "pottery", by="Ada", ago=60),),
)  # fmt: skip

PEOPLE: Final = (CONSTANCE, DORIAN, PHILIPPA, BEATRIZ, TOBIAS, YUSRA)
