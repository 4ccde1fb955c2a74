"""What to watch with a customer before anything is said: what went badly, what must be seen now, what is shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.interests import shared
from deskui.domain.note import NoteKind
from deskui.ui.format import day_words
from deskui.ui.lines import Line, Role, Span, span
from deskui.ui.panels.benefits import expiring
from deskui.ui.panels.fitting import cells, joined, packed

if TYPE_CHECKING:
    from deskui.domain.pages import CustomerView
    from deskui.ui.panels.owed_words import Group
    from deskui.ui.panels.scene import Scene


def watched(view: CustomerView, scene: Scene, width: int, room: int) -> list[Line]:
    """What must be seen now, what is shared and what went badly: in one line if they fit, else in a few."""
    share, bad, alerts = _share(view, scene), _bad_visit(view, scene), _alerts(view, scene)
    groups = [each for each in (*alerts, *expiring(view.benefits, scene), share) if each]
    if groups and bad and cells(joined(groups)) + cells(bad) + 2 <= width:
        return [Line(joined(groups), bad)]
    return [Line(each) for each in packed([*([bad] if bad else []), *groups], width, room)]


def _share(view: CustomerView, scene: Scene) -> tuple[Span, ...]:
    mine = () if scene.me is None else scene.me.interests
    theirs = [note.text for note in view.notes if note.kind is NoteKind.INTEREST]
    common = shared(mine, theirs)
    return (span("You share: ", Role.GOOD), span(", ".join(common))) if common else ()


def _bad_visit(view: CustomerView, scene: Scene) -> tuple[Span, ...]:
    bad = view.known.bad_visit
    if bad is None:
        return ()
    day = day_words(bad.at.astimezone(scene.zone).date(), scene.today)
    when = "the last contact" if bad.contacts_since == 0 else "a recent contact"
    return (span(f"! {when} went badly ({day}, {scene.called(None, bad.employee)})", Role.BAD),)


def _alerts(view: CustomerView, scene: Scene) -> list[Group]:
    shown = [note.text for note in view.notes if note.is_alert(scene.today)][:3]
    return [(span(f"! {text}", Role.WARN),) for text in shown]
