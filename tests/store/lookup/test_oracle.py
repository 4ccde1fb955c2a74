"""The index against the plainest possible reading of the rules, over made-up shops."""

from __future__ import annotations

import random
import string
from typing import TYPE_CHECKING

import pytest

from deskui.domain.lookup import Matched
from deskui.store.normalise.letters import fold
from deskui.store.normalise.phones import bare_digits

if TYPE_CHECKING:
    from tests.store.lookup.conftest import Shop

GIVEN = """Ann Anna Anne Annabel Bo Bob Bobby Łukasz Lucas Søren Zoë Zoe Xu Maria María Mariam
Christopher Christophe""".split()
FAMILY = """Ames Amesbury Müller Muller Nguyễn Ng Li Lin Ling García Garcia Garciaparra O’Brien Brien
Day-Lewis Lewis""".split()
MANY = 1000


def made_up(shop: Shop, rng: random.Random, count: int) -> dict[int, tuple[str, str]]:
    people = {}
    for _ in range(count):
        name = f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}"
        phone = f"303 {rng.randrange(200, 999)} {rng.randrange(10000):04d}"
        people[shop.add(name, phones=[phone])] = (name, bare_digits(phone))
    return people


def begins(name: str, typed: str) -> bool:
    have = fold(name).split()
    return all(any(word.startswith(part) for word in have) for part in typed.split())


def is_whole(name: str, typed: str) -> bool:
    return set(typed.split()) <= set(fold(name).split())


@pytest.mark.parametrize("seed", range(3))
def test_every_customer_whose_words_begin_so_is_found(shop: Shop, seed: int) -> None:
    rng = random.Random(seed)
    people = made_up(shop, rng, 120)
    for _ in range(150):
        parts = fold(rng.choice(list(people.values()))[0]).split()
        rng.shuffle(parts)
        typed = " ".join(part[: rng.randint(1, len(part))] for part in parts[: rng.randint(1, len(parts))])
        hits = shop.find(typed, MANY)
        found = {hit.customer_id for hit in hits if hit.matched is Matched.NAME}
        expected = {customer for customer, (name, _) in people.items() if begins(name, typed)}
        assert found >= expected, typed
        ranks = [(not is_whole(hit.name, typed), -hit.customer_id) for hit in hits if begins(hit.name, typed)]
        assert [rank[0] for rank in ranks] == sorted(rank[0] for rank in ranks), typed


@pytest.mark.parametrize("seed", range(2))
def test_every_customer_with_such_first_or_last_digits_is_found(shop: Shop, seed: int) -> None:
    rng = random.Random(seed)
    people = made_up(shop, rng, 120)
    for _ in range(100):
        digits = rng.choice(list(people.values()))[1]
        length = rng.randint(2, len(digits))
        typed = rng.choice((digits[:length], digits[-length:]))
        if typed.startswith("0"):
            continue
        expected = {
            customer
            for customer, (_, phone) in people.items()
            if phone.startswith(typed) or f"1{phone}".startswith(typed) or phone.endswith(typed)
        }
        found = {hit.customer_id for hit in shop.find(typed, MANY) if hit.matched is Matched.PHONE}
        assert found == expected, typed


@pytest.mark.parametrize("seed", range(2))
def test_a_name_with_one_slip_in_a_word_is_found(shop: Shop, seed: int) -> None:
    rng = random.Random(seed)
    made_up(shop, rng, 60)
    missed = 0
    for at in range(100):
        name = "".join(rng.choice(string.ascii_lowercase) for _ in range(rng.randint(5, 11)))
        shop.add(f"{name} {at}")
        missed += name not in [fold(hit.name).split()[0] for hit in shop.find(slip(rng, name))]
    assert missed <= 1


def slip(rng: random.Random, word: str) -> str:
    at, letter = rng.randrange(len(word) - 1), rng.choice(string.ascii_lowercase)
    return rng.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )
