"""Hearing what others do to a case."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from deskui.ui.screens.desk import DeskScreen


def watch_or_not(desk: DeskScreen) -> None:
    """Watch the case on screen, or no more if it is watched."""
    case, me, key = desk.case, desk.app.scene().me, str(uuid4())
    if me is not None and any(each.employee_id == me.id for each in case.watchers):
        said = f"Case #{case.number} is not watched any more"
        desk.app.write_soon(lambda each: each.watching.unwatch(case.id, key), said)
    else:
        said = f"What others do to case #{case.number} stands in your due list from now on"
        desk.app.write_soon(lambda each: each.watching.watch(case.id, key), said)
