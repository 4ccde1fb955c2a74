from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.profile import Profile
from deskui.store import models
from tests.conftest import NOW
from tests.store.spying import watched

if TYPE_CHECKING:
    from tests.desk.counter import Counter


def test_customers_are_counted_no_further_than_asked_and_without_those_withdrawn(counter: Counter) -> None:
    desk = counter.desk
    before = desk.customers.count()
    for name in ("Ada", "Ben", "Zoë"):
        desk.customers.create(Profile(name))
    with watched(desk.store.database) as ran:
        assert desk.customers.count() == before + 3
    assert len(ran) == 1
    assert desk.customers.count(at_most=1) == 1
    models.Customer.update(withdrawn_at=NOW).where(models.Customer.name == "Ada").execute()
    assert desk.customers.count() == before + 2
