"""Hand-off slips on the screen: as they will be printed, what became of each, and the last one in the case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.slips.layout import PartKind, layout
from deskui.exchange.slips.text import part_lines
from deskui.ui.format import moment_words
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.promised import heading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.benefits.slip import BenefitSlip
    from deskui.domain.case import Case
    from deskui.domain.slips.content import SlipContent
    from deskui.domain.slips.kept import KeptSlip, SlipState
    from deskui.ui.panels.scene import Scene

_ROLES: Final = {
    PartKind.CASE: Role.STRONG,
    PartKind.STRONG: Role.STRONG,
    PartKind.HEADING: Role.TITLE,
    PartKind.QUIET: Role.QUIET,
}


def slip_page(
    content: SlipContent | BenefitSlip, state: SlipState | None, scene: Scene, columns: int, width: int
) -> list[Item]:
    """What became of the slip, and the slip itself in the middle, so many columns wide."""
    margin = Span(" " * max(0, (width - columns) // 2))
    room = min(columns, width)
    lines = [
        Line((margin, span(text, _ROLES.get(part.kind, Role.TEXT))))
        for part in layout(content)
        for text in part_lines(part, room)
    ]
    return [Item((each,)) for each in (*became(state, scene, width), BLANK, *lines)]


def became(state: SlipState | None, scene: Scene, width: int) -> tuple[Line, ...]:
    """`✓ printed today 10:42, printer 192.0.2.20`, `! not printed: …`, or that nothing is kept of it yet."""
    if state is None:
        return (Line((quiet("As it will be printed; it is kept once it is printed or saved."),)),)
    if state.printed_at is not None:
        when = moment_words(state.printed_at, scene.now, scene.zone)
        words = f"saved {when} as {state.file}" if state.file else f"printed {when}, {state.printer}"
        return wrapped(f"✓ {words}", width, Role.GOOD, most=2)
    if state.failure:
        return wrapped(f"! not printed: {state.failure}", width, Role.BAD, most=3)
    return (Line((quiet("o kept, not printed yet"),)),)


def slip_rows(kept: Iterable[KeptSlip], scene: Scene, width: int) -> list[Item]:
    """A row for each slip that is kept: when and by whom it was written, and what became of it."""
    return [Item((_written(each.state, scene), *_indented(each.state, scene, width)), each.id) for each in kept]


def waiting_slip(case: Case, scene: Scene, width: int) -> list[Item]:
    """The last slip of the case, where it did not come out: somebody is waiting for it."""
    return _slip(case.slip, scene, width) if case.slip is not None and case.slip.is_waiting else []


def last_slip(case: Case, scene: Scene, width: int) -> list[Item]:
    """The last slip of the case, where it came out."""
    return _slip(case.slip, scene, width) if case.slip is not None and not case.slip.is_waiting else []


def _slip(state: SlipState, scene: Scene, width: int) -> list[Item]:
    return [heading("Slip"), Item((_written(state, scene), *_indented(state, scene, width)), ("slip", state.id))]


def _written(state: SlipState, scene: Scene) -> Line:
    who = scene.called(state.made_by_id, state.made_by)
    when = moment_words(state.made_at, scene.now, scene.zone)
    return Line((span(f"written {when}"), quiet(f" by {who}" if who else "")))


def _indented(state: SlipState, scene: Scene, width: int) -> tuple[Line, ...]:
    return tuple(Line((Span("  "), *each.spans)) for each in became(state, scene, width - 2))
