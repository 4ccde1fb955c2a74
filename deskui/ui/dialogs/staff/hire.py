"""The form that puts a colleague on the staff list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.staff import EmployeeTyped, Role
from deskui.ui.drafts import DraftOf
from deskui.ui.kit.fields import Field, choice, text
from deskui.ui.kit.form_spec import FormSpec, Saved

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk


def hiring_form() -> FormSpec:
    """Name and role, and how to reach them; the interests are those they can talk to a customer about."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        hired = EmployeeTyped(**{**typed, "role": Role(typed["role"])})  # type: ignore[arg-type]
        return Saved(desk.shop.hire(hired, operation), f"{' '.join(typed['name'].split())} is on the staff list")

    fields = (
        Field("name", "Name"),
        choice("role", "Role", [each.value for each in Role], Role.CLERK.value),
        Field("extension", "Extension"),
        Field("phone", "Phone"),
        Field("branch", "Branch"),
        text("interests", "Interests", rows=3),
    )
    return FormSpec("New colleague", fields, work, DraftOf("hire"))
