"""Two customers who may be one person, and those who were found to be: in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import set_cell_size

from deskui.ui.format import count_words, day_words
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, strong, wrapped
from deskui.ui.panels.fitting import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.merging import Likely, Merged, Party
    from deskui.ui.panels.scene import Scene

_NAME, _NUMBER, _PHONE = 22, 8, 15
_AMOUNTS: Final = (
    ("conversation", "contact"),
    ("case", "case"),
    ("orders", "order"),
    ("promise", "promise"),
    ("note", "note"),
)
"""What is counted of a customer, by table, and what one is called."""


def likely_items(likely: Sequence[Likely], merged: Sequence[Merged], scene: Scene) -> list[Item]:
    """Who may be the same person, with what speaks for it, and who was merged already."""
    items = [_head("May be the same person")] if likely else []
    items += [_likely(each) for each in likely]
    if merged:
        items += [Item((BLANK,))] if items else []
        items += [_head("Merged already; Enter separates them again"), *(_merged(each, scene) for each in merged)]
    return items or [Item((Line((quiet("Nobody looks alike. Type a name, phone or number to find somebody."),)),))]


def nobody_like_that(typed: str) -> list[Item]:
    """What to do when nobody was found to merge with."""
    return [
        Item((Line((quiet("Nobody found for "), span(typed, Role.STRONG), quiet("; fewer letters find more."))),))
    ]


def _head(words: str) -> Item:
    return Item((Line((Span(words, Role.TITLE),)),))


def _likely(each: Likely) -> Item:
    hit = each.hit
    why = quiet(", ".join(each.reasons))
    return Item((Line((*_who(hit.name, hit.number), quiet(_sized(hit.phone, _PHONE))), (why,)),), hit.customer_id)


def _merged(each: Merged, scene: Scene) -> Item:
    return Item((Line(_who(each.name, each.number), (quiet(merged_words(each, scene)),)),), each)


def _who(name: str, number: str) -> tuple[Span, ...]:
    return span(_sized(name, _NAME), Role.STRONG), quiet(_sized(number, _NUMBER))


def _sized(text: str, room: int) -> str:
    return set_cell_size(cut(span(text), room - 1).text, room)


def merged_words(each: Merged, scene: Scene) -> str:
    """`merged 29 Nov by Ada`."""
    by = f" by {scene.called(None, each.by)}" if each.by else ""
    return f"merged {day_words(each.at.astimezone(scene.zone).date(), scene.today)}{by}"


def also(merged: Sequence[Merged], scene: Scene) -> str:
    """`also C-1044 (merged 29 Nov by Ada)`: the numbers that lead to this customer; empty where there are none."""
    if not merged:
        return ""
    return f"also {', '.join(each.number for each in merged)} ({merged_words(merged[0], scene)})"


def party_line(party: Party) -> Line:
    """Who one of two is, and how much is written about them."""
    amounts = [count_words(party.has[table], one) for table, one in _AMOUNTS if party.has.get(table)]
    who = party.customer
    return Line((strong(_sized(who.name, _NAME)), quiet(_sized(who.number, _NUMBER)), quiet(", ".join(amounts[:4]))))


def served_elsewhere(party: Party, here: str, width: int) -> tuple[Line, ...]:
    """That one of two is in front of a colleague, who goes on with whoever stays."""
    desks = [each for each in party.at_desks if each != here]
    if not desks:
        return ()
    words = f"{party.customer.name} is at {', '.join(desks)} now; their visit goes on with whoever stays."
    return wrapped(words, width, Role.WARN)
