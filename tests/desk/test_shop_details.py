"""The shop: its name, where it is, and the money it reckons in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from deskui.desk.limits import LimitTyped
from deskui.domain.goodwill.goodwill import GoodwillKind, GoodwillTyped
from deskui.domain.money import Money
from deskui.domain.shop import ShopTyped
from deskui.domain.staff import Role
from deskui.errors import BadInput, Conflict, NotAllowed
from deskui.store import models
from deskui.store.writes import recount

if TYPE_CHECKING:
    from tests.desk.counter import Counter

BIRCH = ShopTyped("Birch & Sons", "Europe/Berlin", "de", "eur")


def test_all_of_it_is_changed_at_once_and_this_desk_goes_by_it(counter: Counter) -> None:
    details = counter.desk.shop_details
    details.edit(details.kept().version, replace(BIRCH, zone="berlin"))
    assert details.kept().details == ShopTyped("Birch & Sons", "Europe/Berlin", "DE", "EUR")
    session = counter.desk.session
    assert (session.shop, session.zone.key, session.region, session.currency) == (
        *("Birch & Sons", "Europe/Berlin"),
        *("DE", "EUR"),
    )


def test_only_what_differs_is_written_and_another_zone_has_promises_counted_anew(counter: Counter) -> None:
    details = counter.desk.shop_details
    kept = details.kept()
    details.edit(kept.version, replace(kept.details, name="Birch"))
    assert models.Change.select().order_by(models.Change.id.desc()).get().after == '{"name":"Birch"}'
    assert recount.done() == 100
    details.edit(kept.version + 1, replace(kept.details, zone="Europe/Berlin"))
    assert models.Shop.get().recount_from == 0


def test_the_currency_cannot_be_changed_once_money_is_kept(counter: Counter) -> None:
    details = counter.desk.shop_details
    assert not details.kept().is_currency_fixed
    counter.desk.limits.set(LimitTyped(Role.SUPERVISOR, per_act="40"))
    before = details.kept()
    assert before.is_currency_fixed
    with pytest.raises(BadInput, match="Money is kept in USD here") as refused:
        details.edit(before.version, BIRCH)
    assert refused.value.field == "Currency"
    assert details.kept() == before


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (replace(BIRCH, name=" "), "The shop's name"),
        (replace(BIRCH, zone=""), "Time zone"),
        (replace(BIRCH, zone="Atlantis"), "Time zone"),
        (replace(BIRCH, region="DEU"), "Country"),
        (replace(BIRCH, currency="€"), "Currency"),
    ],
)
def test_what_makes_no_sense_is_refused_by_its_field(counter: Counter, typed: ShopTyped, field: str) -> None:
    with pytest.raises(BadInput) as refused:
        counter.desk.shop_details.edit(1, typed)
    assert refused.value.field == field


def test_it_is_taken_back_and_the_second_of_two_is_told(counter: Counter) -> None:
    details = counter.desk.shop_details
    before = details.kept()
    done = details.edit(before.version, BIRCH)
    with pytest.raises(Conflict):
        details.edit(before.version, replace(BIRCH, name="Beech"))
    counter.desk.own_entries.undo(done)
    assert details.kept().details == before.details
    assert counter.desk.session.currency == "USD"


def test_no_money_is_kept_in_a_currency_that_another_desk_has_changed(counter: Counter) -> None:
    who, given = counter.customer(), GoodwillTyped(GoodwillKind.CREDIT, "late", "9")
    models.Shop.update(currency="EUR", zone="Europe/Berlin").execute()  # as another desk does
    with pytest.raises(NotAllowed, match="another time zone, country or currency by now"):
        counter.desk.goodwill.give(who, given)
    counter.desk.goodwill.give(who, given)
    assert (counter.desk.session.zone.key, counter.desk.session.currency) == ("Europe/Berlin", "EUR")
    assert counter.desk.goodwill.of_customer(who)[0].concession.amount == Money("EUR", 900)


def test_a_desk_sees_by_itself_that_the_shop_was_changed(counter: Counter) -> None:
    models.Shop.update(currency="EUR", zone="Europe/Berlin").execute()
    counter.desk.signing.look_again()
    assert (counter.desk.session.currency, counter.desk.session.zone.key) == ("EUR", "Europe/Berlin")
