"""Random things done to benefits, against a plain dictionary of what should be left."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from deskui.domain.benefits.benefit import BenefitKind, BenefitState, Worth
from deskui.domain.benefits.typed import BenefitTyped, TypeTyped
from deskui.domain.ids import BenefitId, BenefitTypeId
from deskui.domain.money import Money
from deskui.errors import DeskError

if TYPE_CHECKING:
    from tests.desk.counter import Counter

CURRENCIES = ("USD", "JPY", "KWD", "EUR")


@pytest.mark.parametrize("seed", range(6))
def test_what_is_left_is_what_was_issued_less_what_was_redeemed_whatever_is_done(counter: Counter, seed: int) -> None:
    chance, desk = random.Random(seed), counter.desk
    customer = counter.customer()
    left: dict[BenefitId, int] = {}
    currency: dict[BenefitId, str] = {}
    undoable: list[dict[BenefitId, int]] = []
    for each in CURRENCIES:
        typed = TypeTyped(f"Gift in {each}", BenefitKind.GIFT, Worth(0, Money(each, chance.randint(1, 9_999))))
        made = BenefitTypeId(desk.benefit_types.add(typed).subject)
        added = BenefitId(desk.benefits.give(customer, BenefitTyped(made)).subject)
        left[added], currency[added] = typed.worth.amount.minor, each  # type: ignore[union-attr]
    issued = dict(left)
    redeemed = dict.fromkeys(CURRENCIES, 0)
    for _ in range(40):
        benefit = chance.choice(list(left))
        before = dict(left)
        what = chance.choice(("redeem", "redeem", "reissue", "undo"))
        if what == "redeem":
            amount = Money(chance.choice((currency[benefit], chance.choice(CURRENCIES))), chance.randint(-10, 3_000))
            allowed = amount.currency == currency[benefit] and 0 < amount.minor <= left[benefit]
            try:
                desk.benefits.redeem(customer, benefit, amount)
            except DeskError:
                assert not allowed
                continue
            assert allowed
            left[benefit] -= amount.minor
        elif what == "reissue":
            void = left[benefit] == 0
            try:
                new = BenefitId(desk.benefits.reissue(benefit).subject)
            except DeskError:
                assert void
                continue
            assert not void
            left[new], currency[new], left[benefit] = left[benefit], currency[benefit], 0
        elif undoable:
            counter.undo()
            left = undoable.pop()
            continue
        else:
            continue
        undoable.append(before)
    views = {each.benefit.id: each for each in desk.benefits.of_customer(customer)}
    assert {key: view.left for key, view in views.items()} == left
    for view in views.values():
        redeemed[currency[view.benefit.id]] -= sum(
            each.amount
            for each in desk.benefits.ledger(view.benefit.id)
            if each.kind.value in ("redeemed", "restored")
        )
    for each in CURRENCIES:
        whole = sum(minor for key, minor in issued.items() if currency[key] == each)
        rest = sum(view.left for key, view in views.items() if currency[key] == each)
        assert whole == rest + redeemed[each]
    assert all((view.left == 0) == (view.state is not BenefitState.STANDING) for view in views.values())
