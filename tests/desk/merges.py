"""Merging two customers as the form does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.merging import MergeTyped

if TYPE_CHECKING:
    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId
    from tests.desk.counter import Counter


def as_seen(counter: Counter, kept: CustomerId, gone: CustomerId, **whose: CustomerId) -> MergeTyped:
    """The merge of two customers as they are now, with these values chosen."""
    parties = {each: counter.desk.merging.party(each).customer.version for each in (kept, gone)}
    return MergeTyped(kept, gone, parties, whose)


def merge(counter: Counter, kept: CustomerId, gone: CustomerId, **whose: CustomerId) -> Done:
    """Merge two customers as they are now."""
    return counter.desk.merging.merge(as_seen(counter, kept, gone, **whose))


def separate(counter: Counter, kept: CustomerId) -> Done:
    """Separate whoever was merged into the customer last."""
    return counter.desk.merging.separate(counter.desk.merging.merged_into(kept)[0].id)
