"""All cases of a customer, and all numbers of a case, where the panel shows only the first of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.ui.dialogs.cases.reference import change_reference
from deskui.ui.kit.paged_sheet import PagedSheet
from deskui.ui.panels.case import case_rows
from deskui.ui.panels.references import reference_rows

if TYPE_CHECKING:
    from deskui.domain.ids import CaseId, ReferenceId
    from deskui.ui.screens.desk import DeskScreen


def show_cases(desk: DeskScreen) -> None:
    """All cases of the customer on screen; Enter shows one."""
    who, scene = desk.shown.customer, desk.app.scene()

    def chosen(key: object) -> None:
        if isinstance(key, tuple):
            desk.show_case(key[1])

    async def ask() -> None:
        first = await desk.app.counter.answer(lambda each: each.cases.listed(who.id))
        sheet = PagedSheet(
            f"{first.total:,} cases of {who.name}",
            first,
            lambda each, after, limit: each.cases.listed(who.id, after, limit),
            lambda rows, _width: case_rows(rows, scene),
            "show",
        )
        desk.app.push_screen(sheet, chosen)

    desk.app.guarded(ask())


def show_references(desk: DeskScreen, case_id: CaseId) -> None:
    """All numbers of the case on screen; Enter changes one."""
    case, scene = desk.case, desk.app.scene()

    def chosen(key: object) -> None:
        if isinstance(key, tuple):
            row: ReferenceId = key[1]
            change_reference(desk, row)

    async def ask() -> None:
        first = await desk.app.counter.answer(lambda each: each.references.of_case(case_id))
        sheet = PagedSheet(
            f"{first.total:,} numbers of case #{case.number}",
            first,
            lambda each, after, limit: each.references.of_case(case_id, after, limit),
            lambda rows, width: reference_rows(rows, scene, width),
            "change",
        )
        desk.app.push_screen(sheet, chosen)

    desk.app.guarded(ask())
