"""The form that puts a colleague on the staff list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.staff import EmployeeTyped, Role
from deskui.ui.kit.fields import Field, choice, text
from deskui.ui.kit.form import Form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done


def hiring_form() -> Form:
    """Name and role, and how to reach them; the interests are those they can talk to a customer about."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.shop.hire(EmployeeTyped(**{**typed, "role": Role(typed["role"])}), operation)  # type: ignore[arg-type]

    return Form(
        "New colleague",
        (
            Field("name", "Name"),
            choice("role", "Role", [each.value for each in Role], Role.CLERK.value),
            Field("extension", "Extension"),
            Field("phone", "Phone"),
            Field("branch", "Branch"),
            text("interests", "Interests", rows=3),
        ),
        work,
        draft="hire",
        said=lambda typed: f"{' '.join(typed['name'].split())} is on the staff list",
    )
