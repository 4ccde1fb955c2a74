"""Whether every entry of the journal follows from the one before, and says what it wrote."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from deskui.domain.checked import Check, Checked, Head, Named
from deskui.store import journal
from deskui.store.entry import RowChange
from deskui.store.models import Change, Employee, Erasure, Journal
from deskui.store.reads.rows import first_dict, tuples

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Name = Callable[[Named], str]

_MOST: Final = 20


def head() -> Head | None:
    """The newest entry, None before the first one."""
    found = first_dict(Journal.select(Journal.id, Journal.digest).order_by(Journal.id.desc()).limit(1))
    return None if found is None else Head(found["id"], found["digest"])


def check_journal(name: Name, known: Head | None = None) -> Checked:
    """Follow the chain from the first entry to the last; `known` is one that was written down elsewhere before.

    A tail that was cut off leaves a whole chain: only who knows a later entry can tell.
    """
    count = Journal.select(Journal.id).count()
    broken = list(journal.broken_entries())
    wrong = [f"{name(named(broken[0]))} does not follow from the one before."] if broken else []
    if len(broken) > 1:
        wrong.append(f"So it is with {len(broken) - 1:,} more, the last of them {broken[-1]:,}.")
    if known is not None:
        wrong += _against(known)
    return Checked(Check.JOURNAL, _entries(count), tuple(wrong))


def _against(known: Head) -> list[str]:
    found = first_dict(Journal.select(Journal.digest).where(Journal.id == known.number))
    if found is None:
        return [f"Entry {known.number:,} was there once and is not any more: the end of the journal was cut off."]
    if not found["digest"].startswith(known.digest):
        return [f"Entry {known.number:,} is another one than the one that was written down."]
    return []


def check_contents(name: Name) -> Checked:
    """Compare the digest of each entry with the row changes that are kept of it.

    Where a redaction took text out, the entry of that says from which digest to which.
    """
    count = 0
    erased = _erased()
    wrong: list[str] = []
    columns = (Journal.id, Journal.content)
    wanted = iter(Journal.select(*columns).order_by(Journal.id).tuples().iterator())
    kept = _changes()
    number, changes = next(kept, (None, []))
    for entry, content in wanted:
        while number is not None and number < entry:
            number, changes = next(kept, (None, []))
        own = changes if number == entry else []
        count += len(own)
        if journal.content_digest(own) != erased.get((entry, content), content) and len(wrong) < _MOST:
            wrong.append(f"{name(named(entry))} wrote something else than what is kept of it.")
    seen = f"{count:,} row changes" + (f", {len(erased):,} with text erased" if erased else "")
    return Checked(Check.CONTENTS, seen, tuple(wrong))


def _erased() -> dict[tuple[int, str], str]:
    """The digest by now of each entry that text was taken out of, by its number and its digest at first."""
    chains: dict[int, tuple[str, str]] = {}
    for entry, was, now in tuples(Erasure.select(Erasure.entry, Erasure.was, Erasure.now).order_by(Erasure.id)):
        first, last = chains.get(entry, (was, was))
        if last == was:
            chains[entry] = (first, now)
    return {(entry, first): now for entry, (first, now) in chains.items()}


def _changes() -> Iterator[tuple[int, list[RowChange]]]:
    columns = (Change.journal, Change.entity, Change.row, Change.before, Change.after, Change.salt)
    rows = Change.select(*columns).order_by(Change.journal, Change.id).tuples().iterator()
    for number, group in groupby(rows, key=lambda row: row[0]):
        yield number, [RowChange(*row[1:]) for row in group]


def named(number: int) -> Named:
    """An entry by what tells it from the others."""
    joined = Journal.select(Journal.at, Journal.verb, Employee.name).left_outer_join(Employee)
    at, verb, employee = tuples(joined.where(Journal.id == number))[0]
    return Named(number, at, employee or "", verb)


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count:,} entries"
