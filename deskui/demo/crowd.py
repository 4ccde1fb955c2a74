"""Generated customers: who they are, whom they live with, and how to reach them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from deskui.demo import goods, telephones
from deskui.demo.setting import DAY, LONGEST_AGO
from deskui.store import models
from deskui.store.normalise.letters import fold
from deskui.store.writes.customers import number_of

if TYPE_CHECKING:
    from random import Random

    from deskui.demo.names import Names, PersonName
    from deskui.demo.setting import Batch, FreeIds, Setting

Row = tuple[Any, ...]

_CUSTOMER: Final = (
    *("id", "number", "name", "given_name", "family_name", "preferred_name", "company", "prefers"),
    *("tier", "tier_since", "since", "birthday", "preferred_clerk", "household", "created_at"),
)
_POINT: Final = ("customer", "kind", "value", "key", "label", "preferred", "created_at")
_PREFERS: Final = ("", "", "", "", "text first", "mornings", "e-mail", "phone, evenings")
_TIERS: Final = ("", "", "", "", "", "", "SILVER", "GOLD", "PREMIER")
_DOMAINS: Final = ("example.org", "example.com", "example.net", "mail.example.org", "post.example.com")


def customers(rng: Random, names: Names, setting: Setting, ids: FreeIds, count: int) -> list[Batch]:
    """`count` customers with their households, contact points and loyalty numbers."""
    people = names.draw(rng, count)
    homes, houses = _homes(rng, names, people, ids, setting)
    rows, points, aliases = [], list[Row](), list[Row]()
    for place, person in enumerate(people):
        row = ids.customer + place
        created = setting.at(1 + int((LONGEST_AGO - 2) * rng.random()), rng.random())
        company = f"{person.family} {rng.choice(goods.FIRMS)}" if rng.random() < 0.08 else ""
        rows.append(_customer(rng, setting, row, person, company, homes[place], created))
        points.extend(_points(rng, row, person, company, created))
        if rng.random() < 0.4:
            aliases.append((row, "loyalty", f"L-{2_000_000 + row}", f"L{2_000_000 + row}", created))
    ids.customer += count
    return [
        (models.Household, ("id", "name", "is_account", "created_at"), houses),
        (models.Customer, _CUSTOMER, rows),
        (models.ContactPoint, _POINT, points),
        (models.Alias, ("customer", "kind", "value", "key", "created_at"), aliases),
    ]


def _homes(
    rng: Random, names: Names, people: list[PersonName], ids: FreeIds, setting: Setting
) -> tuple[list[int | None], list[Row]]:
    """The household of each, and the households; neighbours in the list become families of one name."""
    homes: list[int | None] = [None] * len(people)
    houses: list[Row] = []
    place = 0
    while place < len(people):
        size = rng.choice((2, 2, 3, 4, 5)) if rng.random() < 0.08 else 1
        if size > 1 and place + size <= len(people):
            family = people[place].family
            for at, given in enumerate(names.draw_given(rng, size - 1), place + 1):
                people[at] = type(people[at])(f"{given} {family}", given, family)
            homes[place : place + size] = [ids.household] * size
            houses.append((ids.household, family, False, setting.now - LONGEST_AGO * DAY))
            ids.household += 1
        place += size
    return homes, houses


def _customer(
    rng: Random, setting: Setting, row: int, who: PersonName, company: str, home: int | None, created: int
) -> Row:
    ago = (setting.midnight - created) // DAY + 1
    tier = _TIERS[int(rng.random() * len(_TIERS))]
    clerk = rng.choice(setting.staff) if setting.staff and rng.random() < 0.1 else None
    born = f"{1 + int(rng.random() * 12):02d}-{1 + int(rng.random() * 28):02d}" if rng.random() < 0.2 else ""
    called = who.given[:3] if len(who.given) > 6 and rng.random() < 0.08 else ""
    return (
        *(row, number_of(row), who.full, who.given, who.family, called, company),
        *(_PREFERS[int(rng.random() * len(_PREFERS))], tier),
        *(setting.day(int(ago * rng.random())) if tier else None, setting.day(ago)),
        *(born, clerk, home, created),
    )


def _points(rng: Random, row: int, who: PersonName, company: str, created: int) -> list[Row]:
    points: list[Row] = []
    if rng.random() < 0.92:
        points.append((row, "phone", *telephones.draw(rng), "mobile", True, created))
    if rng.random() < 0.08:
        points.append((row, "phone", *telephones.draw(rng), "home", False, created))
    if rng.random() < 0.75:
        address = _address(rng, who)
        points.append((row, "email", address, address, "", False, created))
    if rng.random() < 0.2:
        street = f"{1 + int(rng.random() * 4000)} {rng.choice(goods.STREETS)} Street, Denver"
        points.append((row, "address", street, street.casefold(), "", False, created))
    if company:
        site = f"https://{_folded(company).replace(' ', '-') or 'shop'}.example.com"
        points.append((row, "link", site, site, "web site", False, created))
    return points


def _address(rng: Random, who: PersonName) -> str:
    given, family = _folded(who.given).replace(" ", ""), _folded(who.family).replace(" ", "")
    shape = rng.random()
    if shape < 0.45:
        local = f"{given}.{family}"
    elif shape < 0.8:
        local = f"{given[:1]}{family}{int(rng.random() * 1000)}"
    else:
        local = f"{given}{int(rng.random() * 10_000)}"
    return f"{local}@{_DOMAINS[int(rng.random() * len(_DOMAINS))]}"


@lru_cache(maxsize=20_000)
def _folded(name: str) -> str:
    return fold(name)
