"""Orders from a Shopify export: one row a line item, cells of the order itself on its first row only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deskui.domain.customer import ContactKind
from deskui.domain.importing.incoming import IncomingLine, IncomingOrder, Refused
from deskui.domain.order import ReferenceKind, SalesChannel
from deskui.domain.payment_cards import is_payment_card
from deskui.domain.text import clean_line, clean_text
from deskui.errors import BadInput, Usage
from deskui.exchange import cells, columns
from deskui.exchange.draft import Draft
from deskui.exchange.names import card_told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deskui.domain.importing.incoming import IncomingCustomer
    from deskui.exchange.csv_rows import Row
    from deskui.exchange.locale_rules import LocaleRules

MOST_LINES: Final = 1_000
"""Line items of one order; beyond, the file is taken for damaged."""
SOURCE: Final = "shopify orders"

_CHANNELS: Final = {
    "pos": SalesChannel.STORE,
    "shopifydraftorder": SalesChannel.STORE,
    "": SalesChannel.ONLINE,
    "web": SalesChannel.ONLINE,
}
_REFERENCES: Final = (
    ("receiptnumber", ReferenceKind.RECEIPT),
    ("paymentreference", ReferenceKind.OTHER),
    ("paymentreferences", ReferenceKind.OTHER),
    ("paymentid", ReferenceKind.OTHER),
    ("id", ReferenceKind.OTHER),
)
_PERSON: Final = (
    ("billingname", "name"),
    ("shippingname", "name"),
    ("email", "email"),
    ("phone", "phone"),
    ("billingphone", "phone"),
    ("shippingphone", "phone"),
    ("billingcompany", "company"),
    ("shippingcompany", "company"),
)
_ADDRESS: Final = ("street", "address2", "city", "province", "zip", "country")
_NEVER_A_CARD: Final = re.compile("id|lineitem.*|(?:billing|shipping)?phone")
"""Shopify's own number of the order, goods, whose bar codes have as many digits, and phones, which Draft judges."""


class OrderRows:
    """Reads the rows of an orders export, grouped by the order's name."""

    def __init__(self, header: Sequence[str], name: str) -> None:
        self._names = tuple(columns.squeezed(label) for label in header)
        self._labels = dict(zip(self._names, header, strict=True))
        if "name" not in self._names:
            raise Usage(f"{name} has no column Name with the order's number; export the orders again.")

    def read(self, rows: Iterable[Row | Refused], rules: LocaleRules) -> Iterator[IncomingOrder | Refused]:
        """A record for every order, or why it is refused; a refused row costs only itself."""
        group: list[Row] = []
        at = self._names.index("name")
        for row in rows:
            if isinstance(row, Refused):
                yield row
            elif group and _number(row, at) == _number(group[0], at) and len(group) < MOST_LINES:
                group.append(row)
            else:
                if group:
                    yield self._order(group, rules)
                group = [row]
        if group:
            yield self._order(group, rules)

    def _order(self, group: list[Row], rules: LocaleRules) -> IncomingOrder | Refused:
        try:
            return self._read(group, rules)
        except BadInput as refusal:
            return Refused.because(refusal, group[0].line, tuple(row.cells for row in group))

    def _read(self, group: list[Row], rules: LocaleRules) -> IncomingOrder:
        rows, doubts = self._tidied(group)
        first: dict[str, str] = {}
        for row in rows:
            for name, cell in row.items():
                if cell:
                    first.setdefault(name, cell)
        number = clean_line(first.get("name", ""), "The order's number (Name)", needed=True)
        currency = first.get("currency", rules.currency).upper()
        if not re.fullmatch("[A-Z]{3}", currency):
            raise BadInput(f"Currency {currency[:20]!r} is not a currency code such as EUR")
        lines = tuple(line for row in rows if (line := _line(row, currency, rules)))
        placed = first.get("createdat") or first.get("paidat")
        if not placed:
            raise BadInput(f"order {number} has no date (Created at)")
        identity = f"id:{first['id'][:100]}" if first.get("id") else f"name:{number}"
        total = first.get("total")
        summed = sum(line.quantity * line.price_minor for line in lines)
        return IncomingOrder(
            source=SOURCE,
            key=identity,
            number=number,
            placed_at=cells.instant(placed, "Created at", rules),
            channel=_channel(first.get("source", "")),
            status=_status(first),
            currency=currency,
            total_minor=cells.minor_units(total, "Total", currency, rules) if total else summed,
            lines=lines,
            references=_references(number, first),
            note=clean_text(first.get("notes", ""), "Notes"),
            customer=_customer(first, group[0], rules),
            doubts=doubts,
            line=group[0].line,
            rows=tuple(row.cells for row in group),
        )

    def _tidied(self, group: list[Row]) -> tuple[list[dict[str, str]], tuple[str, ...]]:
        """The cells of each row by column, without payment card numbers, and where those stood."""
        doubts: dict[str, None] = {}
        rows = []
        for row in group:
            tidied = {name: cells.tidy(cell) for name, cell in zip(self._names, row.cells, strict=False)}
            for name, cell in tidied.items():
                if is_payment_card(cell) and not _NEVER_A_CARD.fullmatch(name):
                    tidied[name] = ""
                    doubts[card_told(self._labels[name])] = None
            rows.append(tidied)
        return rows, tuple(doubts)


def _line(row: dict[str, str], currency: str, rules: LocaleRules) -> IncomingLine | None:
    name, sku = row.get("lineitemname", ""), row.get("lineitemsku", "")
    if not name and not sku:
        return None
    quantity, price = row.get("lineitemquantity") or "1", row.get("lineitemprice") or "0"
    if not re.fullmatch(r"-?\d{1,9}(?:\.0+)?", quantity, re.ASCII):
        raise BadInput(f'Lineitem quantity "{quantity[:40]}" is not a whole number')
    return IncomingLine(
        name=clean_line(name or sku, "Lineitem name", longest=500),
        sku=clean_line(sku, "Lineitem sku"),
        quantity=int(quantity.partition(".")[0]),
        price_minor=cells.minor_units(price, "Lineitem price", currency, rules),
    )


def _customer(first: dict[str, str], row: Row, rules: LocaleRules) -> IncomingCustomer:
    draft = Draft(SOURCE, rules)
    for name, field in _PERSON:
        if (cell := first.get(name)) and (field not in ("name", "company") or field not in draft.values):
            draft.add(field, name, cell)
    for part in ("billing", "shipping"):
        street = first.get(f"{part}street") or first.get(f"{part}address1")
        rest = [first.get(f"{part}{name}", "") for name in _ADDRESS[1:]]
        if address := ", ".join(filter(None, (street, *rest))):
            draft.add_point(ContactKind.ADDRESS, address, part)
    return draft.finish(row.line, row.cells)


def _number(row: Row, at: int) -> str:
    return cells.tidy(row.cells[at]) if at < len(row.cells) else ""


def _channel(source: str) -> SalesChannel:
    """Point of sale is the own store; the web shop, apps and marketplaces (a number) are online."""
    return _CHANNELS.get(columns.squeezed(source), SalesChannel.ONLINE)


def _status(first: dict[str, str]) -> str:
    words = ["cancelled"] if first.get("cancelledat") else []
    words += [first[name] for name in ("financialstatus", "fulfillmentstatus") if first.get(name)]
    return clean_line(", ".join(words).replace("_", " "), "Status")


def _references(number: str, first: dict[str, str]) -> tuple[tuple[ReferenceKind, str], ...]:
    """The numbers an order is found by; the same number is listed once."""
    found = {number: ReferenceKind.ORDER}
    for name, kind in _REFERENCES:
        for value in re.split(r"[,;\s]+", first.get(name, "")):
            if value:
                found.setdefault(clean_line(value, name), kind)
    return tuple((kind, value) for value, kind in found.items())
