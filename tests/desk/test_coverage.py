"""Is it covered: by the dates of the lines, by a proof somebody accepted, with how long the next step takes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from deskui.domain.coverage import Cover, Coverage, ProofKind
from deskui.domain.ids import OrderId
from deskui.domain.typed import PromiseTyped
from deskui.errors import BadInput, Conflict, NotFound
from deskui.store import models

if TYPE_CHECKING:
    from tests.desk.counter import Counter


def bought(counter: Counter, channel: str = "dealer", proof: str = "", warranty: int = 300) -> OrderId:
    """A headset with so many days of warranty left."""
    order = OrderId(counter.order(counter.customer(), "D-4410", "Headset"))
    models.Order.update(channel=channel, proof=proof).execute()
    until = (counter.now + timedelta(days=warranty)).date()
    models.OrderLine.update(warranty_until=until).execute()
    return order


def answer(counter: Counter, order: OrderId) -> Coverage:
    return counter.desk.coverage.of_order(order)


def test_the_answer_is_by_the_desks_own_day(counter: Counter) -> None:
    order = bought(counter, warranty=0)
    (line,) = answer(counter, order).lines
    assert (line.cover, line.until) == (Cover.WARRANTY, counter.now.date())
    counter.tick(timedelta(days=1))
    assert answer(counter, order).lines[0].cover is Cover.OVER


def test_a_proof_is_accepted_in_ones_own_name_and_can_be_taken_back(counter: Counter) -> None:
    order = bought(counter)
    before = answer(counter, order)
    assert (before.proof, before.needs_proof) == (ProofKind.NONE, True)
    counter.desk.act_as(counter.paul)
    counter.desk.coverage.accept_proof(order, before.order.version, ProofKind.SERIAL, "SN-QC35-90417")
    after = answer(counter, order)
    assert (after.proof, after.needs_proof) == (ProofKind.SERIAL, False)
    assert (after.order.proof, after.order.proof_by, after.order.proof_at) == (
        "serial: SN-QC35-90417",
        "Paul",
        counter.now,
    )
    counter.undo()
    assert (answer(counter, order).order.proof, answer(counter, order).order.proof_at) == ("", None)


def test_none_takes_a_proof_back_and_says_who_did(counter: Counter) -> None:
    order = bought(counter, proof="receipt seen")
    counter.desk.coverage.accept_proof(order, 1, ProofKind.NONE)
    found = answer(counter, order)
    assert (found.proof, found.order.proof_by) == (ProofKind.NONE, "Ada")


def test_two_who_accept_at_once_are_told(counter: Counter) -> None:
    order = bought(counter)
    counter.desk.coverage.accept_proof(order, 1, ProofKind.CARD)
    with pytest.raises(Conflict):
        counter.desk.coverage.accept_proof(order, 1, ProofKind.RECEIPT)
    assert answer(counter, order).order.proof == "card"


def test_what_was_seen_must_be_readable(counter: Counter) -> None:
    order = bought(counter)
    with pytest.raises(BadInput, match="What was seen"):
        counter.desk.coverage.accept_proof(order, 1, ProofKind.CARD, "\x1b[2J")
    assert answer(counter, order).proof is ProofKind.NONE


def test_an_order_that_is_gone_is_said_so(counter: Counter) -> None:
    with pytest.raises(NotFound, match="no longer kept"):
        counter.desk.coverage.of_order(OrderId(404))


def test_how_long_it_takes_comes_from_what_promises_of_that_kind_took(counter: Counter) -> None:
    order = bought(counter)
    assert answer(counter, order).lines[0].advice is None
    customer = counter.customer("Curtis Montrose")
    for _ in range(8):
        done = counter.desk.promises.make(customer, PromiseTyped("repair in 5 days", kind="repair"))
        counter.tick(timedelta(hours=2))
        counter.desk.promises.keep(done.subject)  # type: ignore[arg-type]
    (line,) = answer(counter, order).lines
    assert line.advice is not None
    assert (line.group, line.advice.finished) == ("repair", 8)
