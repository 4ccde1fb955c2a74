"""One more number for a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.order import ReferenceKind
from deskui.domain.typed_numbers import numbers_in
from deskui.ui.drafts import about
from deskui.ui.kit.fields import Field, choice
from deskui.ui.kit.form_spec import FormSpec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.case import Case
    from deskui.domain.customer import Customer
    from deskui.domain.done import Done
    from deskui.ui.screens.desk import DeskScreen


AS_IT_READS = "as it reads"


def add_reference(desk: DeskScreen) -> None:
    """Add a number to the case on screen."""
    desk.app.open_form(reference_form(desk.case, desk.shown.customer))


def reference_form(case: Case, who: Customer) -> FormSpec:
    """One more number for the case."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        read = numbers_in(typed["number"]) or [(ReferenceKind.OTHER, typed["number"])]
        kind = read[0][0] if typed["kind"] == AS_IT_READS else ReferenceKind(typed["kind"])
        number = read[0][1] if len(read) == 1 else typed["number"]
        return desk.cases.add_reference(case, kind, number, operation)

    fields = (
        Field("number", "Number", placeholder="as it is printed", hint=numbers_hint),
        choice("kind", "Kind", [AS_IT_READS, *(kind.value for kind in ReferenceKind)]),
    )
    draft = about(who, f"reference:{case.number}", "number", "reference")
    return FormSpec(f"A number for case #{case.number}", fields, work, draft, said="Number added")


def numbers_hint(typed: str) -> str:
    """The numbers in what is typed, each with the kind it is taken for."""
    return "  ".join(_with_kind(kind, number) for kind, number in numbers_in(typed))


def _with_kind(kind: ReferenceKind, number: str) -> str:
    return number if number.upper().startswith(kind.value.upper()) else f"{kind.value} {number}"
