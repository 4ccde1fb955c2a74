"""What earlier concessions and refused requests are found by: derived, exact, rebuildable."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.goodwill.approval import Verdict
from deskui.domain.goodwill.precedent import Source, precedent_traits
from deskui.domain.review.redaction import REDACTED
from deskui.domain.similar import WORD, telling, trait
from deskui.store import models
from deskui.store.models.base import to_millis
from deskui.store.normalise.letters import fold, words
from deskui.store.reads.rows import tuples
from deskui.store.writes.bulk import insert_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from peewee import Database

    from deskui.store.entry import Entry

    Ids = dict[Source, set[int]]

_TRAIT, _GIVEN, _ASKED, _CASE = models.PrecedentTrait, models.Goodwill, models.Approval, models.Case
_COLUMNS: Final = ("source", "row", "trait", "kind", "at")
_CHUNK: Final = 2000
_TABLES: Final[dict[Source, Any]] = {Source.GIVEN: _GIVEN, Source.REFUSED: _ASKED}


def refresh(database: Database, entry: Entry, cases: set[int]) -> None:
    """Work out anew what a verb touched: what was given, taken back, refused, merged, or is in one of these cases."""
    for source, rows in _touched(entry, cases).items():
        if rows:
            ids = sorted(rows)
            _TRAIT.delete().where(_TRAIT.source == source.value, _TRAIT.row.in_(ids)).execute()
            _add(database, source, ids)


def rebuild(database: Database) -> None:
    """Work out all of it anew, some thousand at a time, inside the caller's transaction."""
    _TRAIT.delete().execute()
    for source, model in _TABLES.items():
        last = 0
        while ids := _after(model, last):
            _add(database, source, ids)
            last = ids[-1]


def _after(model: Any, last: int) -> list[int]:
    query = model.select(model.id).where(model.id > last).order_by(model.id).limit(_CHUNK)
    return [row[0] for row in tuples(query)]


def _touched(entry: Entry, cases: set[int]) -> Ids:
    found: Ids = {each: set() for each in Source}
    for change in entry.changes:
        if change.entity == "goodwill":
            found[Source.GIVEN].add(change.row)
        elif change.entity == "goodwill_entry":
            found[Source.GIVEN].add(json.loads(change.after)["goodwill"])
        elif change.entity == "approval_answer":
            found[Source.REFUSED].add(json.loads(change.after)["approval"])
    for source, model in _TABLES.items():
        for column, values in ((model.customer, entry.merged), (model.case, cases)):
            if values:
                found[source] |= {row[0] for row in tuples(model.select(model.id).where(column.in_(sorted(values))))}
    return found


def _add(database: Database, source: Source, ids: list[int]) -> None:
    insert_rows(database, _TRAIT, _COLUMNS, list(_rows(source, ids)))


def _rows(source: Source, ids: list[int]) -> Iterator[tuple[Any, ...]]:
    for row, kind, at, customer, what, reason, article, case_kind, subject in tuples(_query(source, ids)):
        left = f"{what} {reason} {subject or ''}".replace(REDACTED, " ")
        said = telling(trait(WORD, each) for each in dict.fromkeys(words(left)))
        found = precedent_traits(customer, fold(case_kind or ""), article, _spelt(said))
        yield from ((source.value, row, each, kind, to_millis(at)) for each in sorted(found))


def _spelt(traits: Iterable[str]) -> list[str]:
    return [each.partition(":")[2] for each in traits]


def _query(source: Source, ids: list[int]) -> Any:
    """What stands of these: given and not taken back, or refused."""
    model, edition = _TABLES[source], models.ArticleVersion
    own = (model.id, model.kind, model.at, model.customer, model.what, model.reason)
    query = (
        model.select(*own, edition.article, _CASE.kind, _CASE.subject)
        .join(_CASE, "LEFT JOIN", on=(model.case == _CASE.id))
        .join_from(model, edition, "LEFT JOIN", on=(model.policy_version == edition.id))
        .where(model.id.in_(ids))
    )
    if source is Source.GIVEN:
        back = models.GoodwillEntry
        return query.join_from(model, back, "LEFT JOIN", on=(back.goodwill == model.id)).where(back.id.is_null())
    answer = models.ApprovalAnswer
    return query.join_from(model, answer, on=(answer.approval == model.id)).where(
        answer.verdict == Verdict.REFUSED.value
    )
