"""Engine errors as the few things somebody at the counter can act on."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from peewee import PeeweeException

from deskui.errors import DatabaseTrouble

if TYPE_CHECKING:
    from collections.abc import Iterator

_SENTENCES = (
    ("database is locked", "The database is busy with another program; nothing was saved, try again."),
    ("disk is full", "The disk is full; nothing was saved. Free some space and try again."),
    ("readonly database", "The database is read-only; nothing was saved. Make its file and folder writable."),
    ("attempt to write a readonly", "The database is read-only; nothing was saved. Make it writable."),
    ("malformed", "The database file is damaged; stop, and restore the last backup."),
    ("not a database", "The file is not a database; name another file."),
    ("unable to open", "The database file cannot be opened; check that its folder is there and writable."),
    ("disk i/o error", "The disk did not answer; nothing was saved. Check the disk and try again."),
    ("no such table", "The database is not the one this program made; name another file."),
    ("lock timeout", "The database is busy with another desk; nothing was saved, try again."),
    ("no space left", "The disk of the database server is full; nothing was saved. Tell who looks after it."),
    ("read-only transaction", "The database server takes no changes now; nothing was saved, try again later."),
    ("authentication failed", "The database server does not accept the user or password; correct the address."),
    ('role "[^"]*" does not exist', "The database server does not know the user; correct the address."),
    ("no password supplied", "The database server asks for a password; put it into the address."),
    ("permission denied", "The database server does not allow that to this user; ask who looks after it."),
    ("too many clients", "The database server has no connection to spare; try again in a moment."),
    ("connection slots", "The database server has no connection to spare; try again in a moment."),
    ('database "[^"]*" does not exist', "There is no such database on the server; create it there, or name another."),
    ("failed to resolve", "There is no database server of that name; correct the address."),
    ("could not translate host name", "There is no database server of that name; correct the address."),
    ("connection", "The database server is offline; nothing was saved, try again."),
    ('relation "[^"]*" does not exist', "The database is not the one this program made; name another."),
)


def sentence_for(error: BaseException) -> str:
    """One sentence for an engine error; walks the context, where peewee hides the true cause (disk full)."""
    seen: BaseException | None = error
    while seen is not None:
        text = str(seen).lower()
        for sign, sentence in _SENTENCES:
            if re.search(sign, text):
                return sentence
        seen = seen.__cause__ or seen.__context__
    return f"The database refused: {str(error).splitlines()[0] if str(error) else type(error).__name__}."


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn engine errors inside the block into DatabaseTrouble."""
    try:
        yield
    except PeeweeException as error:
        raise DatabaseTrouble(sentence_for(error)) from error
