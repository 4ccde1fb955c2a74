"""What may be worth saying about an order or a case, and what came of it when it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.ui.format import ago_words
from deskui.ui.lines import Item, Line, Role, Span, quiet, wrapped
from deskui.ui.panels.promised import heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deskui.domain.ids import OrderId
    from deskui.domain.pages import CustomerView
    from deskui.domain.tips import TipInView, TipOffer
    from deskui.ui.panels.scene import Scene

MOST: Final = 2
"""So many tips stand with an order or a case."""


def case_tips(view: CustomerView, scene: Scene, width: int) -> list[Item]:
    """The tips of the case, the best first; Enter and d say what came of one."""
    return _section("Worth saying", [each for each in _of_case(view) if not each.tip.is_note], scene, width)


def case_notes(view: CustomerView, scene: Scene, width: int) -> list[Item]:
    """What is worth knowing about what the case is about."""
    return _section("Worth knowing", [each for each in _of_case(view) if each.tip.is_note], scene, width)


def _of_case(view: CustomerView) -> list[TipInView]:
    return [each for each in view.tips if each.case_id is not None]


def _section(title: str, tips: Sequence[TipInView], scene: Scene, width: int) -> list[Item]:
    shown, rest = _first(tips)
    rows = [Item(tip_lines(each, scene, width), ("tip", tip_key(each))) for each in shown]
    more = [Item((Line((quiet(f"+{rest}, d has all of them"),)),))] if rest else []
    return [heading(title), *rows, *more] if rows else []


def order_tips(tips: Iterable[TipInView], order_id: OrderId, scene: Scene, width: int) -> list[Line]:
    """The tips of an order in the history."""
    shown, rest = _first([each for each in tips if each.order_id == order_id])
    lines = [line for each in shown for line in tip_lines(each, scene, width)]
    return [*lines, Line((quiet(f"+{rest}, d has all of them"),))] if rest else lines


def tip_key(each: TipInView) -> tuple[int, int, int]:
    """By what a tip in view is known: its article, and the order or case it stands with, 0 for none."""
    return int(each.tip.article_id), int(each.order_id or 0), int(each.case_id or 0)


def tip_lines(each: TipInView, scene: Scene, width: int) -> tuple[Line, ...]:
    """`tip: same price to buy`, and of one that was offered who did so and what came of it."""
    lead = "note: " if each.tip.is_note else "tip: "
    if each.offered is None:
        return _hanging(lead, each.tip.title, width, Role.TEXT if each.tip.is_note else Role.ACCENT, 2)
    said = f"{each.tip.title}, {offered_words(each.offered, scene)}"
    return _hanging(lead, said, width, Role.ACCENT if each.is_open else Role.QUIET, 3)


def _hanging(lead: str, words: str, width: int, role: Role, most: int) -> tuple[Line, ...]:
    """What it is in front of the first line, the others below its words."""
    first, *rest = wrapped(words, width, role, indent=len(lead), most=most)
    return (Line((Span(lead, role), Span(first.spans[0].text[len(lead) :], role))), *rest)


def offered_words(offer: TipOffer, scene: Scene) -> str:
    """`offered 3 d ago by Paul: declined`, with the words that were written down."""
    when = ago_words(offer.at, scene.now)
    who = scene.called(offer.by_id, offer.by)
    by = f" by {who}" if who else ""
    words = f" ({offer.words})" if offer.words else ""
    return f"offered {when}{by}: {offer.answer}{words}"


def _first(tips: Sequence[TipInView]) -> tuple[Sequence[TipInView], int]:
    return tips[:MOST], max(0, len(tips) - MOST)
