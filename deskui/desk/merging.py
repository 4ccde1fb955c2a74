"""Two customers who are one person: who they may be, how they differ, made one and made two again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.merging import FIELDS, Likely, Party, value_of
from deskui.errors import BadInput, NotAllowed
from deskui.store.lookup.typos import slips_between
from deskui.store.reads import merges as reads
from deskui.store.reads import people, relationship, staff
from deskui.store.writes import merges as writes
from deskui.store.writes import undo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.customer import Customer
    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId, MergeId
    from deskui.domain.lookup import Hit
    from deskui.domain.merging import Merged, MergeTyped
    from deskui.store.entry import Entry

CUSTOMER_MERGE: Final = verb("customer.merge", "merge of two customers")
CUSTOMER_SEPARATE: Final = verb("customer.separate")

_SHARED: Final = {"phone": "same phone", "email": "same e-mail"}
_MOST: Final = 8
"""So many who may be the same are offered."""


class Merging(Area):
    """Merging customers, and separating them again."""

    def likely(self, customer_id: CustomerId) -> tuple[Likely, ...]:
        """Who may be the same person, those first for whom most speaks: phone, e-mail, name and birthday.

        Raises: NotFound when the customer is no longer kept.
        """
        who = people.customer(customer_id)
        shared = reads.sharing(who.id)
        found = {hit.customer_id: hit for hit in self.store.index.find(who.name, 2 * _MOST)}
        found |= self._hits(other for other in shared if other not in found)
        likely = []
        for other, hit in found.items():
            reasons = (*(_SHARED[kind] for kind in shared.get(other, ())), *_named_alike(who.name, hit.name))
            if other != who.id and reasons:
                likely += self._as_likely(who, hit, reasons)
        return tuple(sorted(likely, key=lambda each: -len(each.reasons))[:_MOST])

    def _as_likely(self, who: Customer, hit: Hit, reasons: tuple[str, ...]) -> list[Likely]:
        """Somebody for whom something speaks; a family shares a phone, or a name, and that alone says nothing."""
        its = people.customer(hit.customer_id)
        if who.birthday and its.birthday == who.birthday:
            reasons += ("same birthday",)
        is_family = who.household_id is not None and its.household_id == who.household_id
        return [] if is_family and len(reasons) == 1 else [Likely(hit, reasons)]

    def _hits(self, customers: Iterable[CustomerId]) -> dict[CustomerId, Hit]:
        """These customers as the lookup shows them."""
        return {each: hit for each in customers for hit in self._by_number(each)}

    def _by_number(self, customer_id: CustomerId) -> list[Hit]:
        found = self.store.index.find(people.customer(customer_id).number, _MOST)
        return [hit for hit in found if hit.customer_id == customer_id]

    def party(self, customer_id: CustomerId) -> Party:
        """One of two who may be merged, with all that is compared.

        Raises: NotFound when the customer is no longer kept.
        """
        who = people.customer(customer_id)
        shown = {name: str(value_of(who, name) or "") for name in FIELDS}
        if who.tier and who.tier_since:
            shown["tier"] = f"{who.tier} since {who.tier_since.year}"
        clerk = None if who.preferred_clerk_id is None else staff.employee(who.preferred_clerk_id)
        house = None if who.household_id is None else relationship.household(who.household_id)
        shown |= {"asks_for": clerk.name if clerk else "", "household": house.name if house else ""}
        return Party(who, shown, reads.amounts(who.id), reads.desks_serving(who.id))

    def merge(self, typed: MergeTyped, operation: str | None = None) -> Done:
        """Make two customers one: what hangs on the one who goes hangs on the one who stays, who gets both numbers.

        Raises: BadInput when it is one customer, NotAllowed when either was merged or changed meanwhile, NotFound
        when one is no longer kept; nothing is changed then.
        """
        if typed.kept == typed.gone:
            raise BadInput("This is one customer already; choose another one to merge them with.")

        def work(entry: Entry) -> tuple[int, CustomerId]:
            kept, gone = _as_seen(typed)
            return writes.merge(entry, kept, gone, typed.whose), kept.id

        return self.perform(CUSTOMER_MERGE, operation, work)

    def merged_into(self, customer_id: CustomerId) -> tuple[Merged, ...]:
        """Everybody who was merged into this customer, the latest first."""
        return reads.merged_into(people.survivor(customer_id))

    def separate(self, merge_id: MergeId, operation: str | None = None) -> Done:
        """Make two customers of one again: each gets what was theirs, and what anybody changed since stays.

        Raises: Conflict when something written since belongs to both, NotFound when there is no such merge.
        """
        made = reads.entry_of(merge_id)

        def work(entry: Entry) -> tuple[int, CustomerId | None]:
            undo.reverse(entry, made)
            return merge_id, made.customer_id

        return self.perform(CUSTOMER_SEPARATE, operation, work, undoes=made.sequence)


def _as_seen(typed: MergeTyped) -> tuple[Customer, Customer]:
    """Who stays and who goes, who must both still be as whoever merges them saw them."""
    both = (typed.kept, typed.gone)
    for each in both:
        if (merged := reads.merge_of(each)) is not None:
            by = f" by {merged.by}" if merged.by else ""
            into = people.customer(each).number
            raise NotAllowed(f"{merged.number} was merged into {into} meanwhile{by}; look at that one first.")
    kept, gone = map(people.customer, both)
    for who in (kept, gone):
        if who.version != typed.versions[who.id]:
            raise NotAllowed(f"The profile of {who.name} was changed meanwhile; go back and compare again.")
    return kept, gone


def _named_alike(name: str, other: str) -> tuple[str, ...]:
    """Why a name may be another one written differently, or nothing."""
    away = slips_between(name, other)
    return () if away is None else ("similar name" if away else "same name",)
