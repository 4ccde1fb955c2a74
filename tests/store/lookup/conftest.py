"""A small shop whose customers are added with everything they can be found by."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import pytest

from deskui.store import models
from deskui.store.entry import Actor
from deskui.store.normalise.numbers import number_digits, number_key
from deskui.store.normalise.phones import phone_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from deskui.domain.lookup import Hit
    from deskui.store.entry import Entry
    from deskui.store.store import Store


class Shop:
    """Adds and changes customers through the store's verbs, as the desk does."""

    def __init__(self, store: Store, now: datetime) -> None:
        self.store = store
        self.now = now
        self.operations = count()

    def add(self, name: str, /, **given: Any) -> int:
        """A customer with phones, emails, loyalty numbers, other names, receipts, POs, cases and interests."""
        return self.perform(lambda entry: self._insert(entry, name, given))

    def perform(self, work: Callable[[Entry], int]) -> int:
        """One verb about one customer, who is reindexed afterwards."""

        def whole(entry: Entry) -> tuple[int, None]:
            customer = work(entry)
            entry.reindex(customer)
            return customer, None

        return self.store.perform(
            Actor(None, "Desk 1"), self.now, "test", f"test:{next(self.operations)}", whole
        ).subject

    def find(self, text: str, limit: int = 30) -> list[Hit]:
        return self.store.index.find(text, limit)

    def names(self, text: str, limit: int = 30) -> list[str]:
        return [hit.name for hit in self.find(text, limit)]

    def _insert(self, entry: Entry, name: str, given: dict[str, Any]) -> int:
        at = {"created_at": self.now}
        columns = {
            key: given[key] for key in ("company", "preferred_name", "given_name", "family_name") if key in given
        }
        number = given.get("number", f"C-{9000 + next(self.operations)}")
        customer = entry.insert(models.Customer, name=name, number=number, **columns, **at)
        for phone in given.get("phones", ()):
            key = phone_key(phone, "US")
            entry.insert(models.ContactPoint, customer=customer, kind="phone", value=phone, key=key, **at)
        for email in given.get("emails", ()):
            key = email.casefold()
            entry.insert(models.ContactPoint, customer=customer, kind="email", value=email, key=key, **at)
        for kind in ("loyalty", "name", "shopify"):
            for value in given.get(kind, ()):
                key = number_key(value)
                entry.insert(models.Alias, customer=customer, kind=kind, value=value, key=key, **at)
        for case in given.get("cases", ()):
            self.case(entry, customer, case)
        for kind in ("receipt", "PO", "order", "serial", "tracking", "claim"):
            for value in given.get(kind, ()):
                self.reference(entry, customer, kind, value)
        for interest in given.get("likes", ()):
            self.note(entry, customer, interest)
        return customer

    def case(self, entry: Entry, customer: int, number: int) -> int:
        return entry.insert(
            models.Case, customer=customer, number=number, subject="Parcel", status="open", opened_at=self.now
        )

    def reference(
        self,
        entry: Entry,
        customer: int,
        kind: str,
        number: str,
        *,
        case: int | None = None,
        order: int | None = None,
    ) -> int:
        key, digits = number_key(number), number_digits(number)
        return entry.insert(
            models.Reference,
            customer=customer,
            kind=kind,
            number=number,
            key=key,
            digits=digits,
            case=case,
            order=order,
            created_at=self.now,
        )

    def order(self, entry: Entry, customer: int, number: str) -> int:
        return entry.insert(
            models.Order, customer=customer, number=number, placed_at=self.now, currency="USD", created_at=self.now
        )

    def note(self, entry: Entry, customer: int, text: str, **columns: Any) -> int:
        columns = {"kind": "interest", **columns}
        return entry.insert(models.Note, customer=customer, text=text, written_at=self.now, **columns)


@pytest.fixture
def shop(store: Store, now: datetime) -> Shop:
    """An empty shop."""
    return Shop(store, now)
