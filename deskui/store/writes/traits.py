"""What cases have in common with others, by which similar ones are found: derived, exact, rebuildable."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.similar import KIND, PRODUCT, WORD, trait
from deskui.store import models
from deskui.store.normalise.letters import fold, words
from deskui.store.reads import products
from deskui.store.reads.rows import tuples
from deskui.store.writes.bulk import insert_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from peewee import Database

_CHUNK: Final = 2000
_COLUMNS: Final = ("case", "trait")


def refresh(database: Database, cases: Collection[int]) -> None:
    """Work out the traits of these cases anew."""
    if cases:
        models.CaseTrait.delete().where(models.CaseTrait.case.in_(sorted(cases))).execute()
        _add(database, sorted(cases))


def rebuild(database: Database) -> None:
    """Work out the traits of all cases anew, some thousand at a time, inside the caller's transaction."""
    models.CaseTrait.delete().execute()
    case, last = models.Case, 0
    while True:
        query = case.select(case.id).where(case.id > last).order_by(case.id).limit(_CHUNK)
        ids = [row[0] for row in tuples(query)]
        if not ids:
            return
        _add(database, ids)
        last = ids[-1]


def _add(database: Database, cases: list[int]) -> None:
    """Those merged into another have none: what is like them is found by the case that is left."""
    case = models.Case
    query = case.select(case.id, case.kind, case.subject).where(
        case.id.in_(cases), case.withdrawn_at.is_null(), case.merged_into.is_null()
    )
    found: defaultdict[int, set[str]] = defaultdict(set)
    for row, kind, subject in tuples(query):
        found[row] = set(_of_words(kind, subject))
    for row, lines in products.ordered(database, found).items():
        found[row] |= {trait(PRODUCT, product.key) for product, _ in lines}
    insert_rows(database, models.CaseTrait, _COLUMNS, _rows(found))


def _of_words(kind: str, subject: str) -> Iterable[str]:
    if folded := fold(kind):
        yield trait(KIND, folded)
    yield from (trait(WORD, each) for each in words(subject))


def _rows(found: dict[int, set[str]]) -> list[tuple[Any, ...]]:
    return [(case, each) for case, traits in found.items() for each in sorted(traits)]
