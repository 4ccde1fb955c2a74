"""Earlier concessions and refused requests like the one that is to be decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from peewee import Select, Value, fn

from deskui.domain.goodwill.goodwill import GoodwillKind
from deskui.domain.goodwill.precedent import CUSTOMER, Became, Precedent, PrecedentCount, Ref, Source
from deskui.domain.promises.view import view
from deskui.domain.similar import trait
from deskui.store import models
from deskui.store.models.base import from_millis
from deskui.store.reads import promises
from deskui.store.reads.cases import SUMMARY, summary
from deskui.store.reads.compiled import compiled
from deskui.store.reads.goodwill import concession

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime, tzinfo

    from deskui.domain.goodwill.precedent import Shares
    from deskui.domain.ids import CustomerId

_TRAIT, _GIVEN, _ASKED, _CASE = models.PrecedentTrait, models.Goodwill, models.Approval, models.Case
_EACH: Final = 200
"""Of each trait, so many of the newest that have it."""
MOST_COUNTED: Final = 100
"""More of a sort are not counted."""


def having(traits: Iterable[str]) -> dict[str, list[Ref]]:
    """The newest with each of these traits: a statement a trait."""
    return {
        each: [
            Ref(Source(source), row, GoodwillKind(kind), at) for source, row, kind, at in _having.tuples(each, _EACH)
        ]
        for each in traits
    }


@compiled
def _having(asked: Any, limit: Any) -> Any:
    query = _TRAIT.select(_TRAIT.source, _TRAIT.row, _TRAIT.kind, _TRAIT.at).where(_TRAIT.trait == asked)
    return query.order_by(_TRAIT.at.desc()).limit(limit)


def count(customer_id: CustomerId, kind: str) -> PrecedentCount:
    """How many the customer has, and how many others the kind of case has, that trait given: one statement."""
    found = _count.tuples(customer_id, trait(CUSTOMER, str(customer_id)), kind, MOST_COUNTED)
    return PrecedentCount(*found[0]) if found else PrecedentCount()


@compiled
def _count(customer_id: Any, customer: Any, kind: Any, most: Any) -> Any:
    who, mine = models.Customer, _TRAIT.alias("mine")
    own = _TRAIT.select(_TRAIT.row).where(_TRAIT.trait == customer).limit(most)
    same = (mine.source == _TRAIT.source) & (mine.row == _TRAIT.row) & (mine.trait == customer)
    alike = _TRAIT.select(_TRAIT.row).where(_TRAIT.trait == kind, ~fn.EXISTS(mine.select(mine.row).where(same)))
    return who.select(_counted(own), _counted(alike.limit(most))).where(who.id == customer_id)


def _counted(rows: Any) -> Any:
    return Select([rows], [fn.COUNT(rows.c.row)])


def told(near: Sequence[tuple[Ref, Shares]], now: datetime, zone: tzinfo) -> tuple[Precedent, ...]:
    """These, with who decided and what became of each: a statement a ledger, one for cases, two for promises."""
    rows: dict[tuple[Source, int], dict[str, Any]] = {}
    for source, query in ((Source.GIVEN, _given), (Source.REFUSED, _refused)):
        if ids := [ref.row for ref, _ in near if ref.source is source]:
            rows |= {(source, row["id"]): row for row in query.dicts(ids)}
    known = _Known(rows.values(), now, zone)
    return tuple(
        known.precedent(ref, shares, row)
        for ref, shares in near
        if (row := rows.get((ref.source, ref.row))) is not None
    )


class _Known:
    """The cases that precedents are of, and the promises that they were to repair."""

    def __init__(self, rows: Collection[dict[str, Any]], now: datetime, zone: tzinfo) -> None:
        cases = sorted({row["case"] for row in rows} - {None})
        repaired = sorted({row["promise"] for row in rows} - {None})
        self._cases = {row["id"]: summary(row) for row in _cases.dicts(cases)} if cases else {}
        known = promises.with_entries(repaired) if repaired else []
        self._promises = {promise.id: view(promise, entries, now, zone) for promise, entries in known}

    def precedent(self, ref: Ref, shares: Shares, row: dict[str, Any]) -> Precedent:
        """One of them."""
        return Precedent(
            ref=ref,
            shares=shares,
            concession=concession(row),
            customer_id=row["customer"],
            customer=row["whom"],
            by_id=row["by"],
            by=row["doer"] or "",
            decided_by_id=row["decided_by"],
            decided_by=row["decider"] or "",
            words=row["said"],
            case=self._cases.get(row["case"]),
            policy=row["policy"] or "",
            became=Became(self._promises.get(row["promise"]), _instant(row["came_back"])),
        )


def _instant(millis: int | None) -> datetime | None:
    return None if millis is None else from_millis(millis)


@compiled
def _cases(ids: Any) -> Any:
    return _CASE.select(*SUMMARY).where(_CASE.id.in_(ids), _CASE.withdrawn_at.is_null())


@compiled
def _given(ids: Any) -> Any:
    return _details(_GIVEN, _GIVEN.approved_by, Value("")).where(_GIVEN.id.in_(ids))


@compiled
def _refused(ids: Any) -> Any:
    answer = models.ApprovalAnswer
    query = _details(_ASKED, answer.by, answer.words, (answer, answer.approval == _ASKED.id))
    return query.where(_ASKED.id.in_(ids))


def _details(model: Any, decided_by: Any, said: Any, first: tuple[Any, Any] | None = None) -> Any:
    """Rows of a ledger with the names in them, the policy as it is called now, and when the customer bought next."""
    whom, article, edition, order = models.Customer, models.Article, models.ArticleVersion, models.Order
    doer, decider = models.Employee.alias("doer"), models.Employee.alias("decider")
    kept = (order.customer == model.customer) & order.withdrawn_at.is_null() & (order.placed_at > model.at)
    came_back = order.select(fn.MIN(order.placed_at)).where(kept)
    names = (whom.name.alias("whom"), doer.name.alias("doer"), decider.name.alias("decider"))
    columns = (decided_by.alias("decided_by"), said.alias("said"), article.title.alias("policy"))
    query = model.select(model, *names, *columns, came_back.alias("came_back")).join(
        whom, on=(model.customer == whom.id)
    )
    if first is not None:
        query = query.join_from(model, first[0], on=first[1])
    return (
        query.join_from(model, doer, "LEFT JOIN", on=(model.by == doer.id))
        .join_from(model, decider, "LEFT JOIN", on=(decided_by == decider.id))
        .join_from(model, edition, "LEFT JOIN", on=(model.policy_version == edition.id))
        .join_from(edition, article, "LEFT JOIN", on=(edition.article == article.id))
        .where(whom.withdrawn_at.is_null())
    )
