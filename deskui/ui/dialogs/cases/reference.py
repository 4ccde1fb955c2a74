"""The numbers of a case: one more, another number or day, come in today, taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from deskui.domain.due_time.days import Reach
from deskui.domain.moments import date_words
from deskui.domain.order import ReferenceKind
from deskui.domain.references import ReferenceTyped
from deskui.domain.typed_numbers import numbers_in
from deskui.errors import BadInput
from deskui.ui.drafts import about
from deskui.ui.format import day_words
from deskui.ui.kit.fields import Field, choice
from deskui.ui.kit.form_spec import FormSpec
from deskui.ui.kit.look import Looked
from deskui.ui.lines import Line, Role, quiet, span, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from deskui.desk.desk import Desk
    from deskui.domain.case import Case
    from deskui.domain.customer import Customer
    from deskui.domain.done import Done
    from deskui.domain.ids import ReferenceId
    from deskui.domain.order import Reference
    from deskui.ui.panels.scene import Scene
    from deskui.ui.screens.desk import DeskScreen


AS_IT_READS = "as it reads"
_ROOM: Final = 53
"""Cells that a line below a field has in a form of full width."""
_DAYS: Final = (("expected", Reach.ANY), ("received", Reach.SINCE))


def add_reference(desk: DeskScreen) -> None:
    """Add a number to the case on screen."""
    desk.app.open_form(reference_form(desk.case, desk.shown.customer, desk.app.scene()))


def change_reference(desk: DeskScreen, row: ReferenceId) -> None:
    """Change that number of the case on screen, as it stands now."""
    case, who = desk.case, desk.shown.customer

    async def ask() -> None:
        found = await desk.app.counter.answer(lambda each: each.references.one(row))
        desk.app.open_form(reference_form(case, who, desk.app.scene(), found))

    desk.app.guarded(ask())


def receive(desk: DeskScreen) -> None:
    """What was ordered under the number under the cursor has come in today."""
    row, key = desk.row_id("reference"), str(uuid4())
    desk.app.write_soon(
        lambda each: each.references.receive(row, key), f"Received today; {desk.app.undo_key} takes it back"
    )


def drop_reference(desk: DeskScreen) -> None:
    """Take the number under the cursor away; undo brings it back."""
    row, key = desk.row_id("reference"), str(uuid4())
    version = next(each.version for each in desk.case.references if each.id == row)
    desk.app.write_soon(
        lambda each: each.references.remove(row, version, key),
        f"Number taken away; {desk.app.undo_key} brings it back",
    )


def reference_form(case: Case, who: Customer, scene: Scene, reference: Reference | None = None) -> FormSpec:
    """One more number for the case, or one of its numbers to change."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        if reference is None:
            return desk.references.add(case, reference_of(typed), operation)
        return desk.references.edit(reference.id, version, reference_of(typed), operation)

    def look(desk: Desk, typed: Mapping[str, str], _newest: tuple[str, ...]) -> Looked:
        return Looked({name: _meant(desk, typed[name], name, reach, scene) for name, reach in _DAYS})

    new = reference is None
    what = f"A number for case #{case.number}" if reference is None else f"{reference.number} of case #{case.number}"
    key = f"reference:{case.number}{'' if reference is None else f':{reference.id}'}"
    return FormSpec(
        what,
        _fields(reference),
        work,
        about(who, key, *(("number", "reference") if new else ("changed number", "panel_4"))),
        said="Number added" if new else "Number changed",
        version=0 if reference is None else reference.version,
        unchanged_closes=not new,
        look=look,
        enter_saves=True,
    )


def _fields(reference: Reference | None) -> tuple[Field, ...]:
    kinds = [kind.value for kind in ReferenceKind]
    number = Field("number", "Number", placeholder="as it is printed", hint=numbers_hint)
    kind = choice("kind", "Kind", [AS_IT_READS, *kinds])
    supplier = Field("supplier", "Supplier", placeholder="who sends it")
    expected = Field("expected", "Expected", placeholder="fri, in 2 weeks, 30 nov", below=1)
    received = Field("received", "Received", placeholder="today, 2026-11-20", below=1)
    order = Field("order", "Order", placeholder="the order or receipt it stands behind")
    if reference is not None:
        number = replace(number, value=reference.number, hint=None)
        kind = choice("kind", "Kind", kinds, reference.kind.value)
        supplier = replace(supplier, value=reference.supplier)
        expected = replace(expected, value=_day(reference.expected))
        received = replace(received, value=_day(reference.received))
        order = replace(order, value=reference.order)
    return (number, kind, supplier, expected, received, order)


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _meant(desk: Desk, typed: str, name: str, reach: Reach, scene: Scene) -> tuple[Line, ...]:
    """The day that is meant in full, or what to write instead."""
    try:
        day = desk.references.day(typed, name.capitalize(), reach)
    except BadInput as error:
        return wrapped(error.sentence, _ROOM, Role.WARN, most=1)
    if day is None:
        return ()
    near = day_words(day, scene.today)
    words = date_words(day, scene.today.year)
    return (Line((span(words), quiet(f" ({near})" if near not in words else ""))),)


def reference_of(typed: Mapping[str, str]) -> ReferenceTyped:
    """What stands in the form; the kind may be read off the number, of which its name in front is no part."""
    read = numbers_in(typed["number"]) or [(ReferenceKind.OTHER, typed["number"])]
    kind = read[0][0] if typed["kind"] == AS_IT_READS else ReferenceKind(typed["kind"])
    number = read[0][1] if len(read) == 1 else typed["number"]
    return ReferenceTyped(kind, number, typed["supplier"], typed["expected"], typed["received"], typed["order"])


def numbers_hint(typed: str) -> str:
    """The numbers in what is typed, each with the kind it is taken for."""
    return "  ".join(_with_kind(kind, number) for kind, number in numbers_in(typed))


def _with_kind(kind: ReferenceKind, number: str) -> str:
    return number if number.upper().startswith(kind.value.upper()) else f"{kind.value} {number}"
