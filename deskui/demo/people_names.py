"""Customers of many cultures: what they like to be called, and how to say it."""

from __future__ import annotations

from typing import Final

from deskui.demo.story import Bought, Item, Known, Matter, Person, Said

PEOPLE: Final = (
    Person(
        "Nguyễn Thị Hoa", ("720-555-0101",), ("hoa.nguyen@example.org",), called="Hoa", say_as="hwah", since=2014,
        tier="GOLD",
        prefers="text first",
        notes=(Known("fact", "Family name comes first: Mrs. Nguyễn, or Hoa once you know her.", by="Ada", ago=400),),
        bought=(Bought(52, "R-84420", (Item("Rice cooker", 8_900, warranty=365),)),),
        said=(Said(52, "17:10", "counter", "Ada", 6, "good", "Rice cooker for her son's first flat."),),
    ),
    Person(
        "Siobhán Ní Fhaoláin", ("303-555-0102",), ("siobhan@example.com",), say_as="shi-VAWN nee EE-lawn", since=2017,
        called="Shiv", birthday="03-17",
        notes=(Known("interest", "choir, and the fiddle", by="Ben", ago=170),),
        said=(Said(170, "12:45", "counter", "Ben", 8, "good", "Strings came in, the good ones."),),
    ),
    Person(
        "Łukasz Wiśniewski", ("720-555-0103",), ("lukasz.wisniewski@example.net",),
        say_as="WOO-kash vish-NYEF-skee", since=2019,
        called="Luke", tier="SILVER",
        bought=(Bought(24, "R-86790", (Item("Cordless drill", 8_900, warranty=730),), numbers=(("PO", "PO 5098"),)),),
        said=(Said(24, "07:55", "counter", "Stephen Okafor", 4, "even",
                   "Drill, wants a second battery when they are back."),),
    ),
    Person(
        "Xochitl Ramírez Ibáñez", ("303-555-0104",), ("xochitl@example.org",), say_as="SO-cheel", since=2020,
        tier="GOLD",
        asks_for="Ada", notes=(Known("interest", "watercolours; paints the markets", by="Ada", ago=44),),
        bought=(Bought(44, "R-85190", (Item("Watercolour paper, pad", 2_690, 4), Item("Brush set", 5_450))),),
        said=(Said(44, "15:20", "counter", "Ada", 9, "good",
                   "Paper for the new series. Showed the market at dawn."),),
    ),
    Person(
        "Þórunn Ólafsdóttir", ("720-555-0105",), ("thorunn@example.com",), say_as="THOR-un", since=2022,
        notes=(Known("fact", "No family name: Ólafsdóttir means Ólafur's daughter. Say Þórunn.", by="Ben", ago=88),),
        said=(Said(88, "11:30", "counter", "Ben", 5, "even", "Wool to Reykjavík, customs form explained."),),
    ),
    Person(
        "Oluwaseun Adébáyọ̀", ("303-555-0106",), ("seun.adebayo@example.org",), called="Seun", say_as="SHAY-oon",
        since=2018,
        tier="GOLD", prefers="phone",
        bought=(Bought(65, "R-83510", (Item("Laptop 14 inch", 98_900, warranty=730),)),),
        said=(Said(64, "10:25", "phone", "Ben", 6, "even", "Keyboard layout was the wrong one.",
                   "Wrong keyboard layout"),
              Said(60, "12:00", "counter", "Ben", 7, "good", "Exchanged; tried every key together.",
                   "Wrong keyboard layout")),
        matters=(Matter(64, "Wrong keyboard layout", "order", "Ben", numbers=(("receipt", "R-83510"),), ended=60,
                        outcome="Exchanged at the counter."),),
    ),
    Person(
        "Zeynep Çağlayan", ("720-555-0107",), ("zeynep@example.net",), say_as="ZAY-nep CHAH-la-yan", since=2021,
        notes=(Known("interest", "pottery, and old tiles", by="Ada", ago=130),),
        bought=(Bought(130, "R-78790", (Item("Kiln gloves", 3_950),)),),
    ),
    Person(
        "Raúl Etxeberria", ("303-555-0108",), ("raul.etxeberria@example.org",), say_as="rah-OOL etch-eh-BEH-ria",
        since=2012,
        company="Etxeberria Roofing", tier="GOLD", notes=(Known("interest", "cycling, up every hill",
                                                                by="Stephen Okafor", ago=35),),
        bought=(Bought(35, "R-85840", (Item("Roof screws, box", 4_990, 12),), numbers=(("PO", "PO 5061"),)),),
        said=(Said(35, "06:50", "counter", "Stephen Okafor", 5, "good",
                   "Screws on account, asked for the hill I mentioned."),),
    ),
    Person(
        "Priya Venkataraman", ("720-555-0109",), ("priya.v@example.com",), say_as="ven-ka-ta-RAH-man", since=2016,
        tier="PREMIER",
        tier_since=2022, prefers="e-mail", asks_for="Ben", notes=(Known("interest",
                                                                        "astronomy; has a telescope on the roof",
                                                                        by="Ben", ago=19),),
        bought=(Bought(19, "#20571", (Item("Telescope mount", 44_900, warranty=730),), "delivered", "online"),),
        said=(Said(18, "19:05", "chat", "Ben", 12, "good",
                   "Mount wobbles; one screw was missing, sent it the same day."),),
    ),
    Person(
        "Ольга Соколова", ("303-555-0110",), ("olga.sokolova@example.org",), called="Olga", say_as="so-ko-LO-va",
        since=2019,
        also="Olga Sokolova", notes=(Known("interest", "chess, plays by mail", by="Paul", ago=240),),
        said=(Said(240, "13:50", "counter", "Paul", 4, "good", "Forty postcards, one move each."),),
    ),
    Person(
        "陳美玲", ("720-555-0111",), ("meiling.chen@example.net",), called="Mei-Ling", say_as="may-LING",
        also="Mei-Ling Chen",
        since=2015, tier="SILVER", notes=(Known("fact", "Writes her name 陳美玲, signs as Mei-Ling Chen.", by="Ada",
                                                ago=310),),
        bought=(Bought(310, "R-71880", (Item("Tea set", 7_800),)),),
    ),
    Person(
        "فاطمة حداد", ("303-555-0112",), ("fatima.haddad@example.com",), called="Fatima", say_as="FAH-ti-ma",
        also="Fatima Haddad",
        since=2020, notes=(Known("interest", "sourdough", by="Ada", ago=58),),
        said=(Said(58, "09:45", "counter", "Ada", 5, "good", "Scale for the bakery. Brought bread."),),
    ),
    Person(
        "Kalani Keawe", ("808-555-0113",), ("kalani@example.org",), say_as="ka-LA-nee keh-AH-veh", since=2013,
        notes=(Known("fact", "Winters on Oʻahu; ship there from November on.", by="Ben", ago=30),),
        said=(Said(30, "16:15", "phone", "Ben", 5, "even", "Send everything to the island until March.", out=True),),
    ),
    Person(
        "Jean-Baptiste Beauséjour", ("514-555-0114",), ("jb@example.com",), called="JB", say_as="zhahn bah-TEEST",
        since=2022,
        prefers="text first", bought=(Bought(99, "#20333", (Item("Snow shoes", 15_900, warranty=365),), "delivered",
                                             "online"),),
    ),
    Person(
        "Zhào Wěi", ("720-555-0115",), ("wei.zhao@example.org",), say_as="jow way", since=2024, birthday="01-22",
        notes=(Known("interest", "board games", by="Stephen Okafor", ago=16, waiting=True),),
        said=(Said(16, "18:00", "counter", "Stephen Okafor", 7, "good",
                   "Two board games; we should order the third."),),
    ),
)  # fmt: skip
"""Fifteen people whose names deserve care."""
