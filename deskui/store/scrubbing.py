"""What was erased goes from the files of the database as well: owed from the redaction on, and kept until it is done.

Bit by bit, outside of the transaction that erased it, since others may read or write then.
"""

from __future__ import annotations

import secrets
from enum import StrEnum
from typing import TYPE_CHECKING, Final, cast

from peewee import SqliteDatabase

from deskui.domain.scrubbed import Scrubbed
from deskui.store.models import Shop
from deskui.store.reads.rows import tuples

if TYPE_CHECKING:
    from peewee import Database

    from deskui.store.lookup_index import LookupIndex


class _Stage(StrEnum):
    """What is to be done next: so the mark of the shop begins; behind it stands what tells one debt from another."""

    WORDS = "words"
    """The pieces of the index of words, in which erased ones stay until all are made one."""
    MERGING = "merging"
    FILE = "file"
    """The log beside the file; on a server the versions of rows that nobody sees any more."""


_VACUUMED: Final = (
    *("note", "conversation", "statement", "goodwill", "approval", "slip", "imported"),
    *("fix_request", "feedback", "feedback_answer", "change", "review_item"),
    *("search_doc", "vocabulary", "vocabulary_key", "precedent_trait"),
)
"""The tables from which a redaction takes text."""
_STILL_READ: Final = (
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
    "AND age(backend_xmin) >= age(%s::text::xid) LIMIT 1"
)
"""Whether somebody still sees the rows as they were before that transaction."""


def owe(database: Database, *, words: bool) -> None:
    """Keep that something was erased, of which the index of words knew or not; inside the transaction that did it."""
    kept = _owed()
    stage = _Stage.FILE if kept is None else kept[0]
    if words:
        stage = _Stage.WORDS
    if isinstance(database, SqliteDatabase):
        this = secrets.token_hex(4)
    else:
        this = str(database.execute_sql("SELECT pg_current_xact_id()::xid").fetchone()[0])
    _mark(stage, this)


def is_owed() -> bool:
    """Whether something that was erased may still be readable in the files: one statement."""
    return _owed() is not None


def step(database: Database, index: LookupIndex) -> Scrubbed:
    """Do some more of it, some tens of milliseconds at a time where others wait; outside of any transaction."""
    if (owed := _owed()) is None:
        return Scrubbed.ALL
    if owed[0] is not _Stage.FILE:
        with database.atomic():
            _merge(index)
        return Scrubbed.SOME
    if not (_is_log_empty(database) if isinstance(database, SqliteDatabase) else _vacuum(database, owed[1])):
        return Scrubbed.WAITS
    with database.atomic():  # if more was erased meanwhile, that is still owed
        Shop.update(scrub="").where(Shop.scrub == _text(*owed)).execute()
    return Scrubbed.SOME if is_owed() else Scrubbed.ALL


def _merge(index: LookupIndex) -> None:
    owed = _owed()  # as it is now, since another desk may be at it as well
    if owed is not None and owed[0] is not _Stage.FILE:
        more = index.text.merge(all_of_it=owed[0] is _Stage.WORDS)
        _mark(_Stage.MERGING if more else _Stage.FILE, owed[1])


def _is_log_empty(database: SqliteDatabase) -> bool:
    """Write the log back and empty it, without waiting: whoever reads from it would keep everybody here for seconds.

    Free pages are overwritten by the engine as they are freed.
    """
    patience = database.execute_sql("PRAGMA busy_timeout").fetchone()[0]
    database.execute_sql("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    database.execute_sql("PRAGMA busy_timeout = 0").fetchall()
    try:
        is_busy: int = database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    finally:
        database.execute_sql(f"PRAGMA busy_timeout = {patience}").fetchall()
    return not is_busy


def _vacuum(database: Database, erased_by: str) -> bool:
    if erased_by and database.execute_sql(_STILL_READ, (erased_by,)).fetchone() is not None:
        return False
    for table in _VACUUMED:
        database.execute_sql(f'VACUUM (INDEX_CLEANUP ON) "{table}"')
    return True


def _owed() -> tuple[_Stage, str] | None:
    mark = next((row[0] for row in tuples(Shop.select(Shop.scrub).order_by(Shop.id).limit(1))), "")
    stage, _, this = cast("str", mark).partition(":")
    return (_Stage(stage), this) if stage else None


def _mark(stage: _Stage, this: str) -> None:
    Shop.update(scrub=_text(stage, this)).execute()


def _text(stage: _Stage, this: str) -> str:
    return f"{stage.value}:{this}"
