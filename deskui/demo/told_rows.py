"""A customer's story as rows: values in the order of `COLUMNS`, as the database keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.demo import goods
from deskui.demo.staff import CURRENCY, REGION
from deskui.domain.profile import split_name
from deskui.store import models
from deskui.store.normalise.letters import fold
from deskui.store.normalise.numbers import number_digits, number_key
from deskui.store.normalise.phones import phone_key
from deskui.store.writes.customers import number_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from peewee import Model

    from deskui.demo.calendar import Calendar
    from deskui.demo.story import Bought, Known, Matter, Ordered, Person, Said

Row = tuple[Any, ...]
NOTHING_ORDERED: Final = ("", None, None)

COLUMNS: Final[dict[type[Model], tuple[str, ...]]] = {
    models.Household: ("id", "name", "is_account", "created_at"),
    models.Customer: (
        *("id", "number", "name", "given_name", "family_name", "preferred_name", "say_as", "company", "prefers"),
        *("tier", "tier_since", "since", "birthday", "preferred_clerk", "household", "created_at"),
    ),
    models.Alias: ("customer", "kind", "value", "key", "created_at"),
    models.ContactPoint: ("customer", "kind", "value", "key", "label", "preferred", "best_hours", "created_at"),
    models.Opening: ("customer", "opened_at"),
    models.Note: (
        *("customer", "kind", "text", "author", "source", "visibility", "review"),
        *("alert_from", "alert_until", "written_at"),
    ),
    models.Case: (
        *("id", "number", "customer", "subject", "kind", "status"),
        *("owner", "opened_by", "opened_at", "closed_at", "outcome", "priority", "merged_into"),
    ),
    models.Conversation: (
        *("id", "customer", "case", "employee", "at", "channel", "direction"),
        *("reached", "mood", "minutes", "summary", "created_at"),
    ),
    models.Order: (
        *("id", "customer", "number", "placed_at", "channel", "status"),
        *("currency", "total_minor", "proof", "created_at"),
    ),
    models.OrderLine: (
        *("order", "position", "name", "sku"),
        *("quantity", "price_minor", "return_until", "warranty_until"),
    ),
    models.Reference: (
        *("customer", "order", "case", "kind", "number", "key", "digits", "created_at"),
        *("supplier", "expected", "received"),
    ),
}
"""What is written of each table; tables in an order in which every row's parents come first."""


def customer_row(who: Person, row: int, clerk: int | None, home: int | None, created: int) -> Row:
    """Who somebody is."""
    given, family = split_name(who.name)
    return (
        *(row, number_of(row), who.name, given, family, who.called, who.say_as, who.company, who.prefers),
        *(who.tier, f"{who.tier_since}-06-01" if who.tier_since else None),
        *(f"{who.since}-03-09" if who.since else None, who.birthday, clerk, home, created),
    )


def point_rows(who: Person, row: int, created: int) -> Iterator[Row]:
    """How to reach somebody, the first phone preferred unless they rather get mail."""
    by_mail = who.prefers.startswith("e-mail")
    for at, phone in enumerate(who.phones):
        label = "mobile" if at == 0 else "home"
        key = phone_key(phone, REGION)
        yield (row, "phone", phone, key, label, at == 0 and not by_mail, "", created)
    for at, email in enumerate(who.emails):
        yield (row, "email", email, email.casefold(), "", at == 0 and by_mail, "", created)
    if who.address:
        yield (row, "address", who.address, who.address.casefold(), "home", False, "", created)
    for link in who.links:
        yield (row, "link", link, link.casefold(), "web site", False, "", created)


def alias_rows(who: Person, row: int, created: int) -> Iterator[Row]:
    """Other names and numbers that find somebody."""
    if who.loyalty:
        yield (row, "loyalty", who.loyalty, number_key(who.loyalty), created)
    if who.also:
        yield (row, "name", who.also, fold(who.also), created)


def note_row(note: Known, row: int, author: int, calendar: Calendar) -> Row:
    """What is known about somebody."""
    alert = (None, None) if note.alert_for is None else (calendar.day(note.ago), calendar.day(-note.alert_for))
    return (
        *(row, note.kind, note.text, author, note.source, "private" if note.private else "shared"),
        *("waiting" if note.waiting else "approved", *alert, calendar.at(note.ago, "12:00")),
    )


def case_row(
    matter: Matter, row: int, number: int, customer: int, owner: int, calendar: Calendar, merged_into: int | None
) -> Row:
    """A piece of work, open or closed."""
    closed = None if matter.ended is None else calendar.at(matter.ended, "17:45")
    status = matter.status if closed is None else "closed"
    return (
        *(row, number, customer, matter.subject, matter.kind, status),
        *(owner, owner, calendar.at(matter.ago, "09:00"), closed, matter.outcome),
        *(matter.priority, merged_into),
    )


def talk_row(said: Said, row: int, customer: int, case: int | None, by: int, calendar: Calendar) -> Row:
    """One contact."""
    at = calendar.at(said.ago, said.clock)
    side = "out" if said.out else "in"
    return (
        *(row, customer, case, by, at, said.channel, side),
        *(said.reached, said.mood, said.minutes, calendar.tell(said.summary), at),
    )


def order_row(bought: Bought, row: int, customer: int, calendar: Calendar) -> Row:
    """A purchase; its total is what its lines add up to."""
    at = calendar.at(bought.ago, "12:00")
    total = sum(item.cents * item.quantity for item in bought.items)
    proof = bought.proof
    return (row, customer, bought.number, at, bought.channel, bought.status, CURRENCY, total, proof, at)


def line_rows(bought: Bought, order: int, calendar: Calendar) -> Iterator[Row]:
    """What was bought, and until when it can come back."""
    for position, item in enumerate(bought.items, 1):
        back = calendar.day(bought.ago - item.returns) if item.returns else None
        until = calendar.day(bought.ago - item.warranty) if item.warranty else None
        sku = goods.SKUS.get(item.name, "")
        yield (order, position, item.name, sku, item.quantity, item.cents, back, until)


def order_numbers(bought: Bought) -> tuple[tuple[str, str], ...]:
    """The order's own number and those on its papers."""
    return (("order" if bought.number.startswith("#") else "receipt", bought.number), *bought.numbers)


def reference_row(
    kind: str,
    number: str,
    at: int,
    customer: int,
    *,
    order: int | None = None,
    case: int | None = None,
    days: tuple[str, str | None, str | None] = NOTHING_ORDERED,
) -> Row:
    """A number that finds an order or a case; `days` are the supplier, and when it is expected and came."""
    return (customer, order, case, kind, number, number_key(number), number_digits(number), at, *days)


def ordered(what: Ordered, calendar: Calendar) -> tuple[str, str | None, str | None]:
    """What is on order under a number: the supplier, and when it is expected and came."""
    expected, received = (None if each is None else calendar.day(each) for each in (what.expected, what.received))
    return (what.supplier, expected, received)
