from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from deskui.domain.importing.incoming import IncomingLine, IncomingOrder, Refused
from deskui.domain.order import ReferenceKind, SalesChannel
from tests.exchange.exports import SHOPIFY_ORDERS, csv_text

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[..., list[IncomingOrder]]

FIRST = {
    "Name": "#1001",
    "Email": "shari@example.org",
    "Financial Status": "paid",
    "Fulfillment Status": "fulfilled",
    "Currency": "USD",
    "Total": "45.00",
    "Created at": "2024-05-01 10:00:00 -0600",
    "Lineitem quantity": "2",
    "Lineitem name": "Hot Wheels car",
    "Lineitem price": "10.00",
    "Lineitem sku": "HW-1",
    "Billing Name": "Shari Caldwell",
    "Billing Phone": "'+13035550142",
    "Id": "'5500001",
    "Source": "pos",
    "Receipt Number": "R-88213",
    "Notes": "gift wrap",
}
MORE = {"Name": "#1001", "Lineitem quantity": "1", "Lineitem name": "Track", "Lineitem price": "25.00"}


def test_the_rows_of_an_order_become_one_order(read: Read) -> None:
    order, other = read(csv_text(SHOPIFY_ORDERS, [FIRST, MORE, FIRST | {"Name": "#1002", "Id": ""}]))
    assert (order.number, order.key, other.key) == ("#1001", "id:5500001", "name:#1002")
    assert order.placed_at == datetime(2024, 5, 1, 16, tzinfo=UTC)
    assert order.lines == (IncomingLine("Hot Wheels car", "HW-1", 2, 1000), IncomingLine("Track", "", 1, 2500))
    assert (order.total_minor, order.currency, order.status) == (4500, "USD", "paid, fulfilled")
    assert order.channel is SalesChannel.STORE
    assert order.references == (
        (ReferenceKind.ORDER, "#1001"),
        (ReferenceKind.RECEIPT, "R-88213"),
        (ReferenceKind.OTHER, "5500001"),
    )
    assert (order.customer.name, order.note, order.line) == ("Shari Caldwell", "gift wrap", 2)
    assert len(order.rows) == 2


@pytest.mark.parametrize(
    ("source", "channel"),
    [
        ("web", SalesChannel.ONLINE),
        ("pos", SalesChannel.STORE),
        ("", SalesChannel.ONLINE),
        ("580111", SalesChannel.ONLINE),
    ],
)
def test_the_source_tells_the_channel(read: Read, source: str, channel: SalesChannel) -> None:
    (order,) = read(csv_text(SHOPIFY_ORDERS, [FIRST | {"Source": source}]))
    assert order.channel is channel


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"Created at": "2024-02-30 10:00:00 +0000"}, "2024-02-30"),
        ({"Created at": ""}, "no date"),
        ({"Name": ""}, "Name"),
        ({"Lineitem quantity": "two"}, "quantity"),
        ({"Lineitem price": "ten"}, "price"),
        ({"Currency": "dollars"}, "DOLLARS"),
        ({"Email": "", "Billing Name": "", "Billing Phone": ""}, "names nobody"),
    ],
)
def test_a_bad_order_is_refused_with_all_its_rows(
    read: Callable[..., list[object]], change: dict[str, str], reason: str
) -> None:
    more = MORE | ({"Name": ""} if "Name" in change else {})
    bad, good = read(csv_text(SHOPIFY_ORDERS, [FIRST | change, more, FIRST | {"Name": "#1002"}]))
    assert isinstance(bad, Refused)
    assert (bad.line, len(bad.rows)) == (2, 2)
    assert reason in bad.reason
    assert isinstance(good, IncomingOrder)


def test_without_a_total_the_lines_are_summed(read: Read) -> None:
    (order,) = read(csv_text(SHOPIFY_ORDERS, [FIRST | {"Total": ""}, MORE]))
    assert order.total_minor == 4500


def test_a_cancelled_order_says_so(read: Read) -> None:
    cancelled = {"Cancelled at": "2024-05-02 10:00:00 +0000", "Financial Status": "partially_refunded"}
    (order,) = read(csv_text(SHOPIFY_ORDERS, [FIRST | cancelled]))
    assert order.status == "cancelled, partially refunded, fulfilled"
