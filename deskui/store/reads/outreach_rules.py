"""The rules of outreach, in versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import fn

from deskui.domain.case import Priority
from deskui.domain.ids import ArticleId
from deskui.domain.outreach.rule import Rule, RuleKind
from deskui.errors import BadInput, NotFound
from deskui.store import models
from deskui.store.reads.compiled import compiled

if TYPE_CHECKING:
    from deskui.domain.ids import OutreachRuleId

_RULE = models.OutreachRule


def rules() -> tuple[Rule, ...]:
    """The newest version of every rule, those that are on first, by title: one statement."""
    return tuple(_rule(row) for row in _newest.dicts(None))


def newest(family: int) -> Rule:
    """The newest version of a rule.

    Raises: NotFound when it was taken back.
    """
    row = _newest.first_dict(family)
    if row is None:
        raise NotFound("That rule is no longer kept; go back to the list.")
    return _rule(row)


@compiled
def _newest(family: Any) -> Any:
    later = _RULE.alias("later")
    newer = later.select(later.id).where(
        later.family == _RULE.family, later.number > _RULE.number, later.withdrawn_at.is_null()
    )
    query = _versions().where(_RULE.withdrawn_at.is_null(), ~fn.EXISTS(newer))
    if family is not None:
        query = query.where(_RULE.family == family)
    return query.order_by(_RULE.is_on.desc(), fn.LOWER(_RULE.title), _RULE.family)


def versions(family: int) -> tuple[Rule, ...]:
    """Every version of a rule, newest first."""
    return tuple(_rule(row) for row in _all_versions.dicts(family))


@compiled
def _all_versions(family: Any) -> Any:
    return _versions().where(_RULE.family == family, _RULE.withdrawn_at.is_null()).order_by(-_RULE.number)


def _versions() -> Any:
    writer, caller, article = models.Employee.alias("writer"), models.Employee.alias("caller"), models.Article
    return (
        _RULE.select(_RULE, writer.name.alias("writer"), caller.name.alias("caller"), article.title.alias("titled"))
        .join(writer, "LEFT JOIN", on=(_RULE.by == writer.id))
        .join_from(_RULE, caller, "LEFT JOIN", on=(_RULE.employee == caller.id))
        .join_from(_RULE, article, "LEFT JOIN", on=(_RULE.article == article.id))
    )


def _rule(row: dict[str, Any]) -> Rule:
    row_id: OutreachRuleId = row["id"]
    return Rule(
        id=row_id,
        family=row["family"],
        number=row["number"],
        kind=RuleKind(row["kind"]),
        title=row["title"],
        days=row["days"],
        tiers=tuple(each for each in row["tiers"].split("\n") if each),
        years=row["years"],
        employee_id=row["employee"],
        employee=row["caller"] or "",
        branch=row["branch"],
        cap=row["cap"],
        priority=Priority(row["priority"]),
        is_on=bool(row["is_on"]),
        script=row["script"],
        article_id=row["article"],
        article=row["titled"] or "",
        by=row["writer"] or "",
        at=row["at"],
    )


def article_titled(title: str) -> ArticleId:
    """The article in use with that title, whatever the case of its letters.

    Raises: BadInput when there is none.
    """
    found = next(iter(_titled.tuples(title.lower())), None)
    if found is None:
        raise BadInput(f"No article of the manual is called “{title}”; write its whole title.", "From the manual")
    return ArticleId(found[0])


@compiled
def _titled(title: Any) -> Any:
    article = models.Article
    used = article.retired_at.is_null() & article.withdrawn_at.is_null()
    return article.select(article.id).where(fn.LOWER(article.title) == title, used).order_by(article.id).limit(1)
