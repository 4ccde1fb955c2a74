"""A conversation or an order, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from deskui.ui.format import day_words, money_words
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.conversations import conversations
from deskui.ui.widgets.item_list import ItemList
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from deskui.domain.conversation import Conversation
    from deskui.domain.order import Order
    from deskui.ui.panels.scene import Scene

LONGEST: Final = 30
"""Lines shown at once; more scroll."""
AROUND: Final = 8
"""Lines of the frame and the foot, and some of the desk below."""
INNER: Final = 70
"""Cells of a line in a sheet that has its full width."""


class Reading(ModalScreen[None]):
    """Something to read; Esc, Enter or q closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter", "leave", show=False, priority=True)]

    def __init__(self, title: str, source: Callable[[int], list[Item]]) -> None:
        super().__init__()
        self._title, self._source = title, source

    def compose(self) -> ComposeResult:
        """The text, scrolling."""
        with Vertical(classes="sheet"):
            yield ItemList(framed=False, id="text")
            yield LineView(classes="foot")

    def on_mount(self) -> None:
        """Fill it."""
        self.query_one(".sheet").border_title = Content(span(self._title).text)
        text = self.query_one("#text", ItemList)
        room = min(LONGEST, self.app.size.height - AROUND)
        text.styles.max_height = LONGEST
        text.styles.height = max(1, min(room, sum(len(item.lines) for item in self._source(INNER))))
        text.fill(self._source)
        text.focus()
        self.query_one(".foot", LineView).show_lines([Line((Span("Esc", Role.KEY), quiet(" back")))])

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)


def conversation_page(talk: Conversation, scene: Scene) -> Reading:
    """All that was said in one contact."""

    def source(width: int) -> list[Item]:
        lines = conversations([talk], scene, width, most=10_000)[0].lines
        return [Item((each,)) for each in (lines[0], BLANK, *lines[1:])]

    return Reading("Conversation", source)


def order_page(order: Order, scene: Scene) -> Reading:
    """An order with all its lines, numbers and dates."""
    when = day_words(order.placed_at.astimezone(scene.zone).date(), scene.today, weekday=True)
    lines = [
        Line((quiet("Bought     "), span(f"{when} · {order.channel.value}")), (span(order.status),)),
        Line((quiet("Proof      "), span(order.proof or "none seen"))),
    ]
    lines += [Line((quiet(f"{each.kind.value:<11}"), span(each.number))) for each in order.references]
    lines.append(BLANK)
    for each in order.lines:
        lines.append(
            Line((span(f"{each.quantity:>3} x "), span(each.name)), (span(money_words(each.price, scene.region)),))
        )
        for title, until in (("return until", each.return_until), ("warranty until", each.warranty_until)):
            if until is not None:
                lines.append(Line((quiet(f"      {title} {day_words(until, scene.today)}"),)))
    lines += [BLANK, Line((quiet("Total"),), (span(money_words(order.total, scene.region), Role.STRONG),))]
    return Reading(
        f"Order {order.number}", lambda width: [Item((each,)) for each in lines] or [Item(wrapped("", width))]
    )
