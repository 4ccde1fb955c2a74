"""What is said when somebody else changed the same thing first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.ui.lines import Line, Role, Span, quiet, span, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from deskui.errors import Conflict
    from deskui.ui.kit.fields import Field


def both_versions(conflict: Conflict, fields: Iterable[Field], values: Mapping[str, str], room: int) -> list[Line]:
    """What stands there now beside what is typed; saving again from here is a choice made knowingly."""
    theirs = [
        f"{field.label}: {conflict.theirs[field.name] or 'empty'}"
        for field in fields
        if field.name in conflict.theirs and str(conflict.theirs[field.name] or "") != values[field.name]
    ]
    return [
        Line((span("Somebody else changed this meanwhile. Theirs is now:", Role.WARN),)),
        *wrapped("; ".join(theirs) or "another field", room, most=8),
        Line((Span("Ctrl+S", Role.KEY), quiet(" keeps yours   "), Span("Esc", Role.KEY), quiet(" keeps theirs"))),
    ]
