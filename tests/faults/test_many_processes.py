"""Four programs writing at once: nobody is told that the database is locked, and nothing is lost or doubled."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Final

from deskui.settings import sqlite_url

if TYPE_CHECKING:
    from pathlib import Path

WRITERS: Final = 4
NOTES: Final = 60
_WRITER: Final = """
import sys
{broken}
from deskui.desk.opening import open_desk
from deskui.domain.typed import NoteTyped
from deskui.domain.note import NoteKind
from deskui.errors import DeskError

url, who, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
desk = open_desk(url, employee="Ada")
customer = desk.lookup.find("C-1001", 1)[0].customer_id
refused = []
for number in range(count):
    try:
        desk.notes.write(customer, NoteTyped(f"writer {{who}} note {{number}}", NoteKind.FACT))
    except DeskError as error:
        refused.append(error.sentence)
desk.close()
print(len(refused), *sorted(set(refused)))
"""
DEFERRED: Final = """
import sqlite3
from deskui.store import engine
make = engine.make_database
def deferred(url):
    database = make(url)
    database._lock_type = "DEFERRED"
    return database
engine.make_database = deferred
"""


def all_write(shop: Path, broken: str = "") -> list[str]:
    """Have all writers write at the same time; what they were refused."""
    command = [sys.executable, "-c", _WRITER.format(broken=broken), sqlite_url(shop)]
    writers = [
        subprocess.Popen([*command, str(who), str(NOTES)], stdout=subprocess.PIPE, text=True)
        for who in range(WRITERS)
    ]
    said = [writer.communicate(timeout=120)[0].strip() for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * WRITERS
    return [each.partition(" ")[2] for each in said if not each.startswith("0")]


def test_four_programs_write_at_once(shop: Path) -> None:
    assert all_write(shop) == []
    with closing(sqlite3.connect(shop)) as connection:
        written = connection.execute("SELECT text FROM note WHERE text LIKE 'writer %'").fetchall()
        (entries,) = connection.execute("SELECT count(*) FROM journal WHERE verb = 'note.write'").fetchone()
    assert sorted(text for (text,) in written) == sorted(
        f"writer {who} note {number}" for who in range(WRITERS) for number in range(NOTES)
    )
    assert entries >= WRITERS * NOTES


def test_transactions_that_begin_by_reading_are_found_out(shop: Path) -> None:
    assert any("busy" in sentence for sentence in all_write(shop, DEFERRED))
