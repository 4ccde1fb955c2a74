"""The form for one way to reach a customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.customer import ContactKind
from deskui.domain.outreach.consent import USES
from deskui.domain.points import PointTyped
from deskui.ui.drafts import about
from deskui.ui.kit.fields import Field, choice, yes_no
from deskui.ui.kit.form_spec import FormSpec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.customer import ContactPoint, Customer
    from deskui.domain.done import Done


def point_form(who: Customer, point: ContactPoint | None) -> FormSpec:
    """A new way to reach the customer, or an earlier one to change."""

    def work(desk: Desk, values: Mapping[str, str], operation: str, version: int) -> Done:
        typed = PointTyped(
            ContactKind(values["kind"]),
            values["value"],
            values["label"],
            values["preferred"] == "yes",
            values["best_hours"],
            values["may_use"],
        )
        if point is None:
            return desk.points.add(who.id, typed, operation)
        return desk.points.edit(who.id, point.id, version, typed, operation)

    return FormSpec(
        f"New contact point of {who.name}" if point is None else f"Contact point of {who.name}",
        _fields(point),
        work,
        about(who, f"point:{who.number}:{'new' if point is None else point.id}", "contact point", "points"),
        version=0 if point is None else point.version,
        focus="value",
        said="Contact point saved",
        unchanged_closes=point is not None,
    )


def _fields(point: ContactPoint | None) -> tuple[Field, ...]:
    kinds = [kind.value for kind in ContactKind]
    kind, value, label, hours, use = ContactKind.PHONE, "", "", "", ""
    if point is not None:
        kind, value, label, hours, use = point.kind, point.value, point.label, point.best_hours, point.may_use
    return (
        choice("kind", "Kind", kinds, kind.value),
        Field("value", "Number, address", value, also=tuple(kinds)),
        Field("label", "Label", label, placeholder="mobile, work, her sister's"),
        yes_no("preferred", "Preferred", point is not None and point.preferred),
        Field("best_hours", "Best hours", hours, placeholder="mornings, never before 9"),
        choice("may_use", "May we use it", tuple(USES.items()), use),
    )
