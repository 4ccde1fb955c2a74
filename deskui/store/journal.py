"""The append-only record of who did what, each entry carrying the digest of the one before."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from deskui.domain.done import Done
from deskui.store.models import Change, Journal
from deskui.store.models.base import to_millis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.domain.ids import CustomerId
    from deskui.store.entry import Entry, RowChange

FIRST_DIGEST: Final = "0" * 64


def find_operation(operation: str) -> Done | None:
    """The entry that an operation key already made, if there is one."""
    row = Journal.select().where(Journal.operation == operation).first()
    if row is None:
        return None
    return Done(row.subject, row.customer, row.verb, row.id, repeated=True)


def append(
    entry: Entry,
    verb: str,
    subject: int,
    customer: CustomerId | None,
    operation: str,
    undoes: int | None = None,
) -> Done:
    """Add the journal entry of a finished verb, chained to the newest one, with its row changes."""
    newest = Journal.select(Journal.id, Journal.digest).order_by(Journal.id.desc()).first()
    previous = FIRST_DIGEST if newest is None else newest.digest
    content = content_digest(entry.changes)
    line = (
        to_millis(entry.at),
        entry.actor.desk,
        entry.actor.employee_id,
        verb,
        subject,
        customer,
        undoes,
        operation,
    )
    sequence = int(
        Journal.insert(
            at=entry.at,
            desk=entry.actor.desk,
            employee=entry.actor.employee_id,
            verb=verb,
            subject=subject,
            customer=customer,
            undoes=undoes,
            operation=operation,
            content=content,
            digest=chain_digest(previous, line, content),
        ).execute()
    )
    for change in entry.changes:
        Change.insert(
            journal=sequence,
            entity=change.entity,
            row=change.row,
            before=change.before,
            after=change.after,
            salt=change.salt,
        ).execute()
    return Done(subject, customer, verb, sequence)


def content_digest(changes: list[RowChange]) -> str:
    """SHA-256 over all row changes, salted each, so that erased text cannot be guessed from it."""
    digest = hashlib.sha256()
    for change in changes:
        for part in (change.salt, change.entity, str(change.row), change.before or "", change.after):
            digest.update(part.encode("utf-8", "surrogatepass") + b"\x00")
    return digest.hexdigest()


def chain_digest(previous: str, line: tuple[object, ...], content: str) -> str:
    """SHA-256 over the digest before, what the entry says, and the digest of what it wrote."""
    return hashlib.sha256(repr((previous, line, content)).encode("utf-8", "surrogatepass")).hexdigest()


def broken_entries() -> Iterator[int]:
    """The numbers of entries whose digest does not follow from the one before, oldest first."""
    previous = FIRST_DIGEST
    for row in Journal.select().order_by(Journal.id).tuples().iterator():
        number, at, desk, employee, verb, subject, customer, undoes, operation, content, digest = row
        line = (to_millis(at), desk, employee, verb, subject, customer, undoes, operation)
        if digest != chain_digest(previous, line, content):
            yield number
        previous = digest
