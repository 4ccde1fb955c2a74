"""When promises are due and what became of them, in the words of the counter; every state has a sign of its own."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from deskui.domain.moments import length_words, near_words
from deskui.domain.promises.standing import Outcome
from deskui.ui.format import ago_words
from deskui.ui.lines import Role, Span, quiet

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.domain.promises.view import PromiseView
    from deskui.ui.panels.scene import Scene

_WEEK: Final = timedelta(days=7)
_SIGNS: Final = {
    Outcome.BROKEN: Span("! ", Role.BAD),
    Outcome.OPEN: Span("o ", Role.ACCENT),
    Outcome.KEPT_EARLY: Span("✓ ", Role.GOOD),
    Outcome.KEPT_ON_TIME: Span("✓ ", Role.GOOD),
    Outcome.KEPT_LATE: Span("✓ ", Role.WARN),
}


def due_words(due: datetime, scene: Scene, earliest: datetime | None = None) -> str:
    """`today 17:00`, `Wed 17:00`, `Fri 8 Jan 12:00`; a window is `Wed 12:00 to 17:00`."""
    if earliest is not None:
        same = earliest.astimezone(scene.zone).date() == due.astimezone(scene.zone).date()
        end = f"{due.astimezone(scene.zone):%H:%M}" if same else due_words(due, scene)
        return f"{due_words(earliest, scene)} to {end}"
    return near_words(due, scene.now, scene.zone)


def is_today(view: PromiseView, scene: Scene) -> bool:
    """Whether an open promise is due on this day."""
    return view.standing.outcome is Outcome.OPEN and view.due.astimezone(scene.zone).date() == scene.today


def sign(view: PromiseView) -> Span:
    """One letter and a blank for where it stands, so that colour is not needed to tell."""
    return _SIGNS.get(view.standing.outcome, Span("- ", Role.QUIET))


def outcome_words(view: PromiseView, scene: Scene) -> Span:
    """`broken 4 d ago`, `in 1 d 1 h`, `kept 2 h early`, `kept 3 d late`, `released`, `released, was broken`."""
    stands, settled = view.standing, view.standing.settled_at or view.due
    if stands.outcome is Outcome.BROKEN:
        return Span(f"broken {ago_words(view.due, scene.now)}", Role.BAD)
    if stands.outcome is Outcome.OPEN:
        return Span(f"in {_length(view.due - scene.now)}", Role.WARN if is_today(view, scene) else Role.TEXT)
    if stands.outcome is Outcome.KEPT_EARLY:
        return Span(f"kept {_length((stands.earliest or view.due) - settled)} early", Role.GOOD)
    if stands.outcome is Outcome.KEPT_LATE:
        return Span(f"kept {_length(settled - view.due)} late", Role.WARN)
    if stands.outcome is Outcome.KEPT_ON_TIME:
        return Span(stands.outcome.value, Role.GOOD)
    return Span(f"{stands.outcome}, was broken", Role.WARN) if stands.was_broken else quiet(stands.outcome.value)


def _length(length: timedelta) -> str:
    return f"{length.days} d" if length >= _WEEK else length_words(max(length, timedelta(minutes=1)))


def is_news_to_them(view: PromiseView) -> bool:
    """Whether an open promise was moved last without the customer being told."""
    return view.is_open and bool(view.entries) and not view.entries[-1].told
