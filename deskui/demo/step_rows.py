"""Checklists and guides of the stories as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.demo.checklists import ALL
from deskui.store import models
from deskui.store.writes.bulk import insert_rows, next_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from peewee import Database

    from deskui.demo.calendar import Calendar
    from deskui.demo.checklists import Listed, Marked, Prepared

Row = tuple[Any, ...]

WRITTEN: Final = 400
"""Days ago on which the shop wrote its lists."""
_TEMPLATE: Final = (
    *("id", "family", "number", "kind", "title", "case_kind"),
    *("stage", "lines", "for_customer", "by", "at"),
)
_LIST: Final = (
    *("id", "case", "template", "kind", "stage"),
    *("title", "for_customer", "started_by", "started_at"),
)
_STEP: Final = ("step_list", "position", "text", "state", "by_customer", "reason", "by", "at")


class StepRows:
    """Collects what was started on the cases of the stories, and writes it with the templates."""

    def __init__(self, calendar: Calendar, staff: Mapping[str, int], writer: str) -> None:
        self._calendar, self._staff, self._writer = calendar, staff, writer
        first = next_id(models.StepTemplate)
        self._ids = {each: first + place for place, each in enumerate(ALL)}
        self._list = next_id(models.StepList)
        self._lists: list[Row] = []
        self._steps: list[Row] = []

    def add(self, listed: Listed, case: int) -> None:
        """A list on a case, with what was done of it."""
        of, row = listed.of, self._list
        self._list += 1
        self._lists.append(
            (
                *(row, case, self._ids[of], of.kind.value, of.stage.value, of.title, of.for_customer),
                *(self._staff[listed.by], self._calendar.at(listed.ago, listed.clock)),
            )
        )
        marked = {each.place: each for each in listed.marked}
        for place, text in enumerate(of.lines, 1):
            self._steps.append((row, place, text, *self._mark(marked.get(place))))

    def _mark(self, marked: Marked | None) -> Row:
        if marked is None:
            return ("open", False, "", None, None)
        state = "skipped" if marked.skipped else "done"
        at = self._calendar.at(marked.ago, marked.clock)
        return (state, marked.by_customer, marked.skipped, self._staff[marked.by], at)

    def write(self, database: Database) -> None:
        """Write all of it, inside the caller's transaction."""
        insert_rows(database, models.StepTemplate, _TEMPLATE, [self._template(each) for each in ALL])
        insert_rows(database, models.StepList, _LIST, self._lists)
        insert_rows(database, models.Step, _STEP, self._steps)

    def _template(self, each: Prepared) -> Row:
        row, at = self._ids[each], self._calendar.at(WRITTEN, "10:00")
        return (
            *(row, row, 1, each.kind.value, each.title, each.case_kind, each.stage.value, "\n".join(each.lines)),
            *(each.for_customer, self._staff[self._writer], at),
        )
