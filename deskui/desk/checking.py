"""Looking the whole database over, one check after the other."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from deskui.desk.opening import open_desk
from deskui.domain.checked import Head
from deskui.domain.moments import moment_words
from deskui.errors import Usage
from deskui.store.checks.chain import check_contents, check_journal, head
from deskui.store.checks.clock import set_back
from deskui.store.checks.damage import check_file
from deskui.store.checks.rows import check_rows
from deskui.store.checks.structure import check_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deskui.desk.desk import Desk
    from deskui.domain.checked import Checked, Named


def head_typed(typed: str) -> Head:
    """An entry as `deskui check` prints it, `12410:3f9a0c47d1e2b855`. Raises: Usage for anything else."""
    found = re.fullmatch(r"(\d{1,12}):([0-9a-f]{8,64})", typed.strip().lower())
    if found is None:
        raise Usage("An entry is its number and digest as deskui check prints them, such as 12410:3f9a0c47d1e2b855.")
    return Head(int(found[1]), found[2])


def look_over(url: str, known: Head | None = None) -> Iterator[Checked | Head]:
    """Each check as it is done, then the newest entry; all see the same moment, while others go on writing.

    Raises: DatabaseTrouble when it cannot be read.
    """
    desk = open_desk(url, create=False, as_owner=True)
    try:
        with desk.store.snapshot():
            database, name = desk.store.database, _naming(desk)
            yield check_file(database)
            yield check_schema(database)
            yield replace(check_journal(name, known), noticed=set_back(name))
            yield check_contents(name)
            yield check_rows()
            if (newest := head()) is not None:
                yield newest
    finally:
        desk.close()


def _naming(desk: Desk) -> Callable[[Named], str]:
    """An entry in words, with the day as the desk writes it."""
    now, zone = desk.now(), desk.session.zone

    def words(entry: Named) -> str:
        who = f", {entry.employee}" if entry.employee else ""
        return f"Entry {entry.number:,} ({entry.verb}{who}, {moment_words(entry.at, now, zone)})"

    return words
