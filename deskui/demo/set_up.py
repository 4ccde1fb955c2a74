"""How the sample shop was set up: the entries of its journal about what was set, over two years and a half."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any, Final

from deskui.demo.staff import DESK
from deskui.domain.ids import EmployeeId
from deskui.store import journal, ledgers, models
from deskui.store.entry import Actor, Entry, RowChange, as_json
from deskui.store.models.base import from_millis
from deskui.store.reads.rows import dicts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from deskui.store.models.base import Table

    Row = dict[str, Any]
    Told = tuple[datetime, str, list[RowChange]]
    """When, the verb, and the rows that it wrote, what it is about first."""

BEGAN: Final = 910
"""Days ago on which the shop was set up."""
OPENED: Final = "08:30"
_NOT_WRITTEN: Final = frozenset({"id", "version", "recount_from"})


def tell_set_up(writer: int) -> None:
    """Write the entries, oldest first, inside the caller's transaction; all of it was set by `writer`.

    The first one says how far the ledgers were filled without any.
    """
    for at, verb, rows in sorted(_told(writer), key=lambda each: each[0]):
        by = None if verb == "shop.set_up" else EmployeeId(writer)
        if verb == "shop.set_up":
            rows.append(ledgers.loaded())
        subject = rows[0].row
        journal.append(Entry(Actor(by, DESK), at, rows), verb, subject, None, f"demo.{verb}:{subject}")


def _told(writer: int) -> Iterator[Told]:
    people = {each["id"]: each for each in dicts(models.Employee.select())}
    for shop in dicts(models.Shop.select()):
        began = [_added(models.Shop, shop), _added(models.Employee, people.pop(writer))]
        yield shop["created_at"], "shop.set_up", began
    for who in people.values():
        yield who["created_at"], "directory.add" if who["company"] else "shop.hire", [_added(models.Employee, who)]
    for kind in dicts(models.WorkKind.select().where(models.WorkKind.created_at > from_millis(0))):
        yield kind["created_at"], "work_kind.add", [_added(models.WorkKind, kind)]
    for benefit in dicts(models.BenefitType.select()):
        yield benefit["created_at"], "benefit_type.add", [_added(models.BenefitType, benefit)]
    for limit in dicts(models.GoodwillLimit.select()):
        yield limit["at"], "limit.set", [_added(models.GoodwillLimit, limit)]
    yield from _versions()


def _versions() -> Iterator[Told]:
    """What has a first version and others after it."""
    articles = {each["id"]: each for each in dicts(models.Article.select())}
    for edition in dicts(models.ArticleVersion.select()):
        is_new, written = edition["number"] == 1, _added(models.ArticleVersion, edition)
        head = [_added(models.Article, articles[edition["article"]])] if is_new else []
        yield edition["at"], "manual.add" if is_new else "manual.revise", [*head, written]
    for template in dicts(models.StepTemplate.select()):
        yield template["at"], "step_template.add", [_added(models.StepTemplate, template)]
    for rule in dicts(models.OutreachRule.select().where(models.OutreachRule.by.is_null(False))):
        verb = "outreach_rule.add" if rule["number"] == 1 else "outreach_rule.edit"
        yield rule["at"], verb, [_added(models.OutreachRule, rule)]


def _added(model: type[Table], row: Row) -> RowChange:
    kept = {name: value for name, value in row.items() if name not in _NOT_WRITTEN and name not in model.unsaid}
    return RowChange(str(model._meta.table_name), row["id"], None, as_json(kept), secrets.token_hex(8))
