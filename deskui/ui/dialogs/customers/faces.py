"""Who knows the customer, and who of them is there now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.ui.format import moment_words
from deskui.ui.kit.reading import Reading
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, strong
from deskui.ui.panels.duty import duty_words
from deskui.ui.panels.fitting import cells, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.working_hours.on_duty import Familiar
    from deskui.ui.panels.scene import Scene
    from deskui.ui.screens.desk import DeskScreen

_NAME, _TIMES = 18, 8


def show_faces(desk: DeskScreen) -> None:
    """Read who has met the customer on screen, and show them."""
    who = desk.shown.customer

    async def ask() -> None:
        known = await desk.app.counter.answer(lambda each: each.customers.faces(who.id))
        desk.app.push_screen(faces_page(who.preferred_name or who.name, known, desk.app.scene()))

    desk.app.guarded(ask())


def faces_page(name: str, known: Sequence[Familiar], scene: Scene) -> Reading:
    """Those on duty first, with how often and when last they met; a sign for whom the customer asks."""
    here = [each for each in known if each.duty is not None and each.duty.is_on]
    away = [each for each in known if each not in here]
    lines = [
        *_group("On duty", here, scene),
        *([BLANK] if here and away else []),
        *_group("Not here now" if here else "Nobody who knows them is on duty", away, scene),
    ]
    if not known:
        lines = [Line((quiet("Nobody has met them yet; c logs the first contact."),))]
    if any(each.is_preferred for each in known):
        lines += [BLANK, Line((Span("* ", Role.ACCENT), quiet("asked for by name")))]
    return Reading(f"Who knows {name}", lambda _width: [Item((each,)) for each in lines])


def _group(title: str, known: Sequence[Familiar], scene: Scene) -> list[Line]:
    if not known:
        return []
    return [Line((Span(title, Role.TITLE),)), *(_face(each, scene) for each in known)]


def _face(each: Familiar, scene: Scene) -> Line:
    mine = scene.me is not None and scene.me.id == each.employee_id
    name = cut(strong("you") if mine else span(each.name), _NAME)
    sign = Span("* ", Role.ACCENT) if each.is_preferred else Span("  ")
    gap = Span(" " * (_NAME + 2 - cells([name])))
    last = "never met" if each.last is None else f"last {moment_words(each.last, scene.now, scene.zone)}"
    times = quiet(f"{each.times}x".rjust(4).ljust(_TIMES) if each.times else " " * _TIMES)
    duty = quiet("no longer here") if each.duty is None else duty_words(each.duty, scene)
    return Line((sign, name, gap, times, span(last)), (duty,))
