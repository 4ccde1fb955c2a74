"""Generated orders with their lines and the numbers on their papers."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from deskui.demo import goods
from deskui.demo.setting import LONGEST_AGO
from deskui.store import models

if TYPE_CHECKING:
    from random import Random

    from deskui.demo.setting import Batch, FreeIds, Setting

Row = tuple[Any, ...]

FIRST_RECEIPT: Final = 100_000
FIRST_PO: Final = 10_000
_ORDER: Final = (
    *("id", "customer", "number", "placed_at", "channel", "status"),
    *("currency", "total_minor", "proof", "created_at"),
)
_LINE: Final = ("order", "position", "name", "sku", "quantity", "price_minor", "return_until", "warranty_until")
_REFERENCE: Final = ("customer", "order", "kind", "number", "key", "digits", "created_at")
_STATUS: Final = ("picked up", "picked up", "picked up", "delivered", "delivered", "on order", "returned")


def buyers(rng: Random, first: int, count: int, purchases: int) -> list[int]:
    """Who buys: a few customers often, most now and then, some never; ids in rising order."""
    keen = list(accumulate(rng.paretovariate(1.6) for _ in range(count)))
    return sorted(rng.choices(range(first, first + count), cum_weights=keen, k=purchases))


def orders(rng: Random, setting: Setting, ids: FreeIds, first: int, count: int) -> list[Batch]:
    """Orders of the customers from id `first` on, as many for each on average as the setting asks for."""
    chance = rng.random
    rows, lines, numbers = list[Row](), list[Row](), list[Row]()
    for buyer in buyers(rng, first, count, count * setting.orders_per_customer):
        ago = 1 + int((LONGEST_AGO - 2) * chance() * chance())
        at = setting.at(ago, chance())
        order, total = ids.order, 0
        ids.order += 1
        for position in range(1, 2 + (chance() < 0.35) + (chance() < 0.1)):
            line = _line(chance, setting, order, position, ago)
            total += line[4] * line[5]
            lines.append(line)
        online = chance() < 0.18
        number = f"#{FIRST_RECEIPT + order}" if online else f"R-{FIRST_RECEIPT + order}"
        channel = "online" if online else "dealer" if chance() < 0.04 else "own store"
        status = _STATUS[int(chance() * len(_STATUS))]
        proof = "receipt seen" if chance() < 0.5 else ""
        rows.append((order, buyer, number, at, channel, status, setting.currency, total, proof, at))
        numbers.extend(_numbers(chance, buyer, order, number, at))
    return [
        (models.Order, _ORDER, rows),
        (models.OrderLine, _LINE, lines),
        (models.Reference, _REFERENCE, numbers),
    ]


def _line(chance: Any, setting: Setting, order: int, position: int, ago: int) -> Row:
    name, price, warranty = goods.GOODS[int(chance() * len(goods.GOODS))]
    quantity = 1 if chance() < 0.85 else 2 + int(chance() * 4)
    until = _months_after(setting.day(ago), warranty) if warranty else None
    return (order, position, name, goods.SKUS[name], quantity, price, setting.day(ago - 30), until)


@cache
def _months_after(day: str, months: int) -> str:
    """The same day that many months later, or the last of a shorter month, in ISO form."""
    bought = date.fromisoformat(day)
    years, month = divmod(bought.month - 1 + months, 12)
    year = bought.year + years
    return date(year, month + 1, min(bought.day, monthrange(year, month + 1)[1])).isoformat()


def _numbers(chance: Any, buyer: int, order: int, number: str, at: int) -> list[Row]:
    """The order's own number, and now and then a purchase order, a tracking number or a serial."""
    digits = number.lstrip("R-#")
    if number.startswith("R-"):
        found: list[Row] = [(buyer, order, "receipt", number, f"R{digits}", digits, at)]
    else:
        found = [(buyer, order, "order", number, digits, None, at)]
    luck = chance()
    if luck < 0.15:
        po = str(FIRST_PO + order)
        found.append((buyer, order, "PO", f"PO {po}", f"PO{po}", po, at))
    elif luck < 0.2:
        parcel = f"{order * 7919 % 10**10:010d}"
        found.append((buyer, order, "tracking", f"AF{parcel}US", f"AF{parcel}US", parcel, at))
    elif luck < 0.23:
        serial = f"{order * 104729 % 10**8:08d}"
        found.append((buyer, order, "serial", f"SN-{serial}", f"SN{serial}", serial, at))
    return found
