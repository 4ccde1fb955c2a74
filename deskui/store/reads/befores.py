"""What stood in a row when it was judged last."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.review.item import Before, Subject, Verdict
from deskui.store import models
from deskui.store.reads.compiled import compiled
from deskui.store.reads.reviews import standing

if TYPE_CHECKING:
    from deskui.domain.review.item import Item

_VERDICT, _CHANGE, _EMPLOYEE = models.Verdict, models.Change, models.Employee
_TEXTS: Final = {Subject.NOTE: ("text", ""), Subject.CONVERSATION: ("summary", "next_step")}
"""The columns that are written again when something is put right."""


def before(item: Item) -> Before | None:
    """What was said of an item last, and what it said then; None where it was never judged: two statements.

    What an author was asked to fix is kept with the request, where words can be taken out of it.
    """
    said = _last.first_dict(item.subject.value, item.row)
    if said is None:
        return None
    texts, rewritten_at = {"text": item.text, "second": item.second}, None
    if (columns := _TEXTS.get(item.subject)) is not None:
        since = _since.tuples(item.subject.value, item.row, said["id"])
        changes = [(json.loads(was), json.loads(now or "{}"), at) for was, now, at in since if was]
        for name, column in zip(texts, columns, strict=True):
            texts[name] = next((was[column] for was, *_ in changes if column in was), texts[name])
        rewritten_at = max((at for was, now, at in changes if _is_other(was, now, columns)), default=None)
    comment = said["comment"] or said["asked"] or ""
    return Before(
        Verdict(said["verdict"]), comment, said["sayer"] or "", said["at"], **texts, rewritten_at=rewritten_at
    )


def _is_other(was: dict[str, Any], now: dict[str, Any], columns: tuple[str, ...]) -> bool:
    return any(column in was and was[column] != now.get(column) for column in columns)


@compiled
def _last(entity: Any, row: Any) -> Any:
    fix, about = models.FixRequest, (_VERDICT.entity == entity) & (_VERDICT.row == row)
    asked = fix.select(fix.comment).where(fix.entity == entity, fix.row == row, fix.at == _VERDICT.at).limit(1)
    columns = (_VERDICT.comment, _VERDICT.at, _EMPLOYEE.name.alias("sayer"), asked.alias("asked"))
    query = standing(about).select_extend(*columns)
    query = query.join_from(_VERDICT, _EMPLOYEE, "LEFT JOIN", on=(_VERDICT.by == _EMPLOYEE.id))
    return query.order_by(_VERDICT.id.desc()).limit(1)


@compiled
def _since(entity: Any, row: Any, verdict: Any) -> Any:
    said = _CHANGE.alias("said")
    given = said.select(said.journal).where(said.entity == "verdict", said.row == verdict)
    about = (_CHANGE.entity == entity) & (_CHANGE.row == row)
    entry = models.Journal
    query = _CHANGE.select(_CHANGE.before, _CHANGE.after, entry.at).join(entry, on=(entry.id == _CHANGE.journal))
    return query.where(about, _CHANGE.journal > given).order_by(_CHANGE.id)
