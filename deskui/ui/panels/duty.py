"""Who is there until when, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.moments import near_words
from deskui.ui.lines import Role, Span, quiet

if TYPE_CHECKING:
    from deskui.domain.working_hours.on_duty import OnDuty
    from deskui.ui.panels.scene import Scene


def duty_words(duty: OnDuty, scene: Scene) -> Span:
    """`on until 17:00`, `here now`, `back Mon 07:00`, `away`."""
    if duty.moment is None:
        return Span("here now", Role.GOOD) if duty.is_on else quiet("away")
    local = duty.moment.astimezone(scene.zone)
    same_day = local.date() == scene.today
    words = f"{local:%H:%M}" if same_day else near_words(duty.moment, scene.now, scene.zone)
    if duty.is_on:
        return Span(f"on until {words}", Role.GOOD)
    return quiet(f"back {'at ' if same_day else ''}{words}")
