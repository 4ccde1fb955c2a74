"""What the board counts of each promise: derived, made anew with what it derives from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.domain.promises.standing import Outcome, standing
from deskui.store import models
from deskui.store.models.base import EPOCH, to_millis
from deskui.store.writes.bulk import insert_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peewee import Database

    from deskui.store.reads.promises import Known
    from deskui.store.writes.alike import Cases

_COLUMNS: Final = ("promise", "due", "owner", "case_kind", "outcome", "moved", "tight")


def figures_anew(database: Database, known: Sequence[Known], cases: Cases) -> None:
    """Count these promises again, which are of these cases."""
    ids = [promise.id for promise, _ in known]
    models.PromiseFigure.delete().where(models.PromiseFigure.promise.in_(ids)).execute()
    add_figures(database, known, cases)


def add_figures(database: Database, known: Sequence[Known], cases: Cases) -> None:
    """Count these promises, which are of these cases; those taken back are left out."""
    rows = [row for each in known if (row := _figure(each, cases)) is not None]
    insert_rows(database, models.PromiseFigure, _COLUMNS, rows)


def _figure(known: Known, cases: Cases) -> tuple[Any, ...] | None:
    promise, entries = known
    found = standing(promise, entries, EPOCH)
    if found.outcome is Outcome.TAKEN_BACK:
        return None
    outcome = "" if found.settled_at is None else found.outcome.value
    case = cases[promise.case_id]
    tight = None if promise.advised is None else promise.due < promise.advised
    return promise.id, to_millis(found.due), case.owner or promise.made_by_id, case.kind, outcome, found.moved, tight
