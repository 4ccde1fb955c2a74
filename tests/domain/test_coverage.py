"""Covered or not, until when, and what happens next: by where it was bought and what its dates say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from deskui.domain.coverage import NEXT, Cover, Coverage, ProofKind, cover_of, line_coverage, proof_kind
from deskui.domain.ids import OrderId
from deskui.domain.money import Money
from deskui.domain.order import Order, OrderLine, SalesChannel
from tests.conftest import NOW
from tests.usual_kinds import USUAL_KINDS

TODAY = date(2026, 11, 22)


def line(returns: int | None = None, warranty: int | None = None) -> OrderLine:
    """A line whose days are counted from today."""
    days = [None if each is None else TODAY + timedelta(days=each) for each in (returns, warranty)]
    return OrderLine("Headset", "", 1, Money("USD", 14_900), *days)


def order(channel: SalesChannel, *lines: OrderLine, proof: str = "") -> Order:
    return Order(OrderId(1), "D-4410", NOW, channel, "picked up", Money("USD", 14_900), proof, lines, ())


@pytest.mark.parametrize(
    ("bought", "cover", "until"),
    [
        (line(), Cover.UNKNOWN, None),
        (line(0), Cover.RETURN, 0),
        (line(5, 300), Cover.RETURN, 5),
        (line(-1, 300), Cover.WARRANTY, 300),
        (line(None, 0), Cover.WARRANTY, 0),
        (line(-30, -1), Cover.OVER, -1),
        (line(-1), Cover.OVER, -1),
        (line(-1, -30), Cover.OVER, -1),
    ],
)
def test_the_last_day_still_counts(bought: OrderLine, cover: Cover, until: int | None) -> None:
    assert cover_of(bought, TODAY) == (cover, None if until is None else TODAY + timedelta(days=until))


def test_every_channel_and_cover_has_its_next_step_in_one_sentence() -> None:
    assert set(NEXT) == {(channel, cover) for channel in SalesChannel for cover in Cover}
    for step in NEXT.values():
        assert step.sentence.endswith(".")
        assert step.sentence.count(".") == 1
        assert step.case_kind
        assert step.promise_kind in USUAL_KINDS


def test_a_dealers_headset_under_warranty_goes_by_the_dealers_claim_form() -> None:
    bought = line(-60, 295)
    found = line_coverage(order(SalesChannel.DEALER, bought), bought, TODAY)
    assert (found.cover, found.next.case_kind) == (Cover.WARRANTY, "claim")
    assert "dealer's claim form" in found.next.sentence


def test_what_is_still_on_order_is_not_here_whatever_days_stand_with_it() -> None:
    bought = line(0, 300)
    made = replace(order(SalesChannel.STORE, bought), status="on order")
    found = line_coverage(made, bought, TODAY)
    assert (found.cover, found.until) == (Cover.AWAITED, None)
    assert "still on order" in found.next.sentence


@pytest.mark.parametrize(
    ("proof", "kind"),
    [
        ("", ProofKind.NONE),
        ("  ", ProofKind.NONE),
        ("receipt seen", ProofKind.RECEIPT),
        ("dealer receipt, copy in the folder", ProofKind.RECEIPT),
        ("card: last four 4417", ProofKind.CARD),
        ("Phone number on the account", ProofKind.PHONE),
        ("serial, SN-QC35-90417", ProofKind.SERIAL),
        ("loyalty record: the receipt is in it", ProofKind.LOYALTY),
        ("she described the box", ProofKind.OTHER),
        ("discarded wrapping", ProofKind.OTHER),
    ],
)
def test_a_proof_is_of_the_kind_its_words_name_first(proof: str, kind: ProofKind) -> None:
    assert proof_kind(proof) is kind


@pytest.mark.parametrize(
    ("proof", "bought", "needed"),
    [("", line(5), True), ("receipt", line(5), False), ("", line(-5), False), ("", line(), False)],
)
def test_a_proof_is_asked_for_only_where_something_hangs_on_it(proof: str, bought: OrderLine, needed: bool) -> None:
    whole = order(SalesChannel.STORE, bought, proof=proof)
    found = Coverage(whole, proof_kind(proof), (line_coverage(whole, bought, TODAY),))
    assert found.needs_proof is needed
