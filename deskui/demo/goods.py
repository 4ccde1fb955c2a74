"""What the sample shop sells, and what its clerks write down."""

from __future__ import annotations

from typing import Final

GOODS: Final = (
    ("Cordless drill", 8900, 24), ("Paint, eggshell 5 l", 4250, 0), ("Paint roller set", 1399, 0),
    ("Kitchen tap", 12900, 60), ("Wall cabinet 60 cm", 18900, 24), ("Base cabinet 80 cm", 24900, 24),
    ("Worktop, oak 3 m", 31900, 24), ("Sink, single bowl", 15900, 60), ("Dishwasher", 64900, 24),
    ("Range hood", 28900, 24), ("Refrigerator", 119900, 24), ("Microwave oven", 12900, 24),
    ("Kettle", 3990, 12), ("Toaster", 3490, 12), ("Laptop 14 inch", 98900, 24),
    ("Laptop charger", 5990, 12), ("Headset, wireless", 14900, 12), ("Phone case", 1990, 0),
    ("Printer, colour laser", 34900, 12), ("Toner, black", 7990, 0), ("Copy paper, 5 reams", 2790, 0),
    ("Desk lamp", 4590, 12), ("Office chair", 23900, 60), ("Standing desk", 48900, 60),
    ("Filing cabinet", 17900, 24), ("Label maker", 5490, 12), ("Fountain pen", 6900, 12),
    ("Notebook, ruled", 1290, 0), ("Packing tape, 6 rolls", 1590, 0), ("Parcel box, medium", 290, 0),
    ("Bubble wrap 50 m", 1890, 0), ("Die-cast car", 499, 0), ("Die-cast car, collector", 2499, 0),
    ("Model railway set", 18900, 12), ("Board game", 3990, 0), ("Garden hose 25 m", 3290, 12),
    ("Lawn mower", 32900, 24), ("Rose bush", 1890, 0), ("Potting soil 40 l", 990, 0),
    ("Bird feeder", 2490, 0), ("Bicycle helmet", 5990, 0), ("Bicycle pump", 2990, 12),
    ("Truck rental, half a day", 4000, 0), ("Delivery", 4900, 0), ("Assembly, hour", 5500, 0),
    ("Gift card", 5000, 0),
)  # fmt: skip
"""Name, price in minor units of the shop's currency, months of warranty (0: none)."""

SKUS: Final = {name: f"AF-{number}" for number, (name, _, _) in enumerate(GOODS, 1000)}
"""The number of the shop's own for each of them."""

INTERESTS: Final = (
    "Hot Wheels", "die-cast cars", "roses", "sourdough", "fly fishing", "model railways", "fountain pens",
    "birds", "board games", "cycling", "chess", "quilting", "astronomy", "old radios", "hiking", "choir",
    "bees", "pottery", "vinyl records", "watercolours", "marathons", "crosswords", "beagles", "sailing",
    "genealogy", "jazz",
)  # fmt: skip

NOTES: Final = (
    ("interest", "{interest}"), ("interest", "{interest}, since childhood"),
    ("interest", "likes to talk about {interest}"), ("preference", "text first, never before 9"),
    ("preference", "mornings are best"), ("preference", "call the mobile, not the house"),
    ("preference", "wants the receipt on paper"), ("fact", "picks up for a neighbour as well"),
    ("fact", "works nights, sleeps until noon"), ("fact", "moved here last year"),
    ("fact", "a daughter just started college"), ("caution", "hard of hearing on the left, face them"),
    ("caution", "do not leave parcels at the door"),
)  # fmt: skip
"""Kind and text."""

TALKS: Final = (
    "Asked whether the {item} was in. It was.",
    "Picked up the {item}. All complete, checked together at the counter.",
    "Wanted to know how long the {item} is under warranty.",
    "The {item} came in damaged, exchanged on the spot.",
    "Asked for delivery of the {item} on a Saturday.",
    "Called about the {item}, left a message.",
    "Very happy with the {item}, told us so.",
    "The {item} is late again. Apologised, will look into it.",
    "Measured up for the {item}, drawing is in the folder.",
    "Wanted the manual for the {item}, sent by e-mail.",
    "Returned the {item} within the 30 days, money back on the card.",
    "Third question about the {item}; took the time, all clear now.",
)

CASES: Final = (
    ("Missing parcel", "parcel"), ("Late delivery", "delivery"), ("Damaged on arrival", "claim"),
    ("Repair under warranty", "repair"), ("Wrong item sent", "order"), ("Refund not received", "payment"),
    ("Part on order", "order"), ("Installation appointment", "installation"), ("Price question", "quote"),
    ("Lost receipt", "order"),
)  # fmt: skip
"""Subject and kind."""

FIRMS: Final = (
    "Hardware", "Dental Care", "Bakery", "Law Office", "Plumbing", "Garden Design", "Print Shop",
    "Pharmacy", "Books", "Bicycles", "Roofing", "Preschool", "Veterinary Clinic", "Catering",
    "Accounting", "Brewing Company", "Florist",
)  # fmt: skip
"""What stands behind a family name in the name of a firm."""

STREETS: Final = (
    "Maple", "Larimer", "Colfax", "Juniper", "Pearl", "Alameda", "Cherry", "Birch", "Downing", "Elm",
    "Ogden", "Vine", "Wynkoop", "Steele", "Logan", "Quebec", "Tejon", "Zuni", "Humboldt", "Garfield",
)  # fmt: skip
