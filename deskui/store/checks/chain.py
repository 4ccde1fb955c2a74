"""Whether every entry of the journal follows from the one before, and says what it wrote."""

from __future__ import annotations

import json
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
    Erased = dict[int, list[tuple[str, str]]]

_MOST: Final = 20
REDACTING: Final = "review.redact"
"""The verb whose entries take text out of others."""
_ERASURE: Final = str(Erasure._meta.table_name)
_PARTS: Final = (Change.entity, Change.row, Change.before, Change.after, Change.salt)


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
        if journal.content_digest(own) != _by_now(content, erased.get(entry, [])) and len(wrong) < _MOST:
            wrong.append(f"{name(named(entry))} wrote something else than what is kept of it.")
    seen = f"{count:,} row changes" + (f", {len(erased):,} with text erased" if erased else "")
    return Checked(Check.CONTENTS, seen, tuple(wrong))


def _erased() -> Erased:
    """From which digest to which the redactions led, by entry, oldest first.

    Only what an entry of a redaction wrote counts, and only if that says what it wrote: whoever changes what is kept
    of an entry can add a row that excuses it, but not to an entry that was written before. Later ones may have taken
    text out of earlier ones, so the newest is looked at first.
    """
    found: Erased = {}
    redactions = Journal.select(Journal.id, Journal.content).where(Journal.verb == REDACTING)
    for number, content in tuples(redactions.order_by(Journal.id.desc())):
        own = [
            RowChange(*row)
            for row in tuples(Change.select(*_PARTS).where(Change.journal == number).order_by(Change.id))
        ]
        if journal.content_digest(own) != _by_now(content, found.get(number, [])):
            continue
        said = [json.loads(each.after) for each in own if each.entity == _ERASURE]
        for erasure in reversed(said):
            if erasure["entry"] < number:
                found.setdefault(erasure["entry"], []).insert(0, (erasure["was"], erasure["now"]))
    return found


def _by_now(content: str, erased: list[tuple[str, str]]) -> str:
    """The digest that an entry has by now, from what it had at first."""
    for was, now in erased:
        if was != content:
            break
        content = now
    return content


def _changes() -> Iterator[tuple[int, list[RowChange]]]:
    rows = Change.select(Change.journal, *_PARTS).order_by(Change.journal, Change.id).tuples().iterator()
    for number, group in groupby(rows, key=lambda row: row[0]):
        yield number, [RowChange(*row[1:]) for row in group]


def named(number: int) -> Named:
    """An entry by what tells it from the others."""
    joined = Journal.select(Journal.at, Journal.verb, Employee.name).left_outer_join(Employee)
    at, verb, employee = tuples(joined.where(Journal.id == number))[0]
    return Named(number, at, employee or "", verb)


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count:,} entries"
