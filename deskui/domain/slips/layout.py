"""A slip as parts one below the other, the same on the screen, on a receipt and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from deskui.domain.order import number_words
from deskui.domain.slips.content import SlipContent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deskui.domain.benefits.slip import BenefitSlip
    from deskui.domain.slips.content import SlipCard, SlipGuide, SlipReference, WhoToAsk


class PartKind(Enum):
    """How a part looks."""

    SHOP = 1
    """The name of the shop, in the middle."""
    CASE = 2
    """The number of the case: the largest thing on the slip."""
    HEADING = 3
    TEXT = 4
    STRONG = 5
    FIELD = 6
    """A label, and what belongs to it."""
    GAP = 7
    CODE = 8
    """The code of the case, in the middle."""
    QUIET = 9


@dataclass(frozen=True, slots=True)
class Part:
    """One part; `label` is that of a field, `text` is of any length."""

    kind: PartKind
    text: str = ""
    label: str = ""


GAP: Final = Part(PartKind.GAP)
_MOST_LINES: Final = 12
"""So many numbers have a line each."""


def layout(content: SlipContent | BenefitSlip) -> tuple[Part, ...]:
    """The parts from the top; what there is nothing to say of is left out."""
    return tuple(_parts(content) if isinstance(content, SlipContent) else content.parts())


def _parts(content: SlipContent) -> Iterator[Part]:
    yield Part(PartKind.SHOP, content.shop)
    yield Part(PartKind.CASE, f"Case #{content.case_number}")
    yield Part(PartKind.STRONG, content.subject)
    yield Part(PartKind.QUIET, f"For {content.customer}, {content.written}")
    if content.ask_for is not None:
        yield from _ask(content.ask_for)
    if content.promises:
        yield from (GAP, Part(PartKind.HEADING, "What we promised"))
        for promised in content.promises:
            yield Part(PartKind.STRONG, promised.what)
            yield Part(PartKind.TEXT, promised.due)
    if content.given:
        yield from (GAP, Part(PartKind.HEADING, "For your trouble"))
        yield from (Part(PartKind.TEXT, each) for each in content.given)
    if content.references:
        yield from (GAP, Part(PartKind.HEADING, "Your numbers"))
        yield from _references(content.references)
    for guide in content.guides:
        yield from _guide(guide)
    if content.card is not None:
        yield from _card(content.card)
    yield from (GAP, Part(PartKind.QUIET, "Bring this slip, or say its number: we find everything by it."))
    yield Part(PartKind.CODE, content.code)


def _ask(who: WhoToAsk) -> Iterator[Part]:
    yield from (GAP, Part(PartKind.HEADING, "Who to ask for"))
    yield Part(PartKind.STRONG, _named(who.name, who.role, who.company))
    yield from _fields(("extension", who.extension), ("phone", who.phone), ("hours", who.hours), ("now", who.opens))


def _references(references: Sequence[SlipReference]) -> Iterator[Part]:
    """A line each, or one after the other where they are many."""
    words = [f"{number_words(each.kind, each.number)}{f', {each.note}' if each.note else ''}" for each in references]
    listed = words if len(words) <= _MOST_LINES else ["; ".join(words)]
    return (Part(PartKind.TEXT, each) for each in listed)


def _guide(guide: SlipGuide) -> Iterator[Part]:
    yield from (GAP, Part(PartKind.HEADING, guide.title))
    for place, (text, is_done) in enumerate(guide.steps, 1):
        yield Part(PartKind.FIELD, f"{text} (done)" if is_done else text, f"{place}.")


def _card(card: SlipCard) -> Iterator[Part]:
    yield from (GAP, Part(PartKind.HEADING, "Written by"))
    yield Part(PartKind.STRONG, _named(card.name, card.role))
    yield from _fields(("extension", card.extension), ("phone", card.phone))
    yield from (Part(PartKind.TEXT, each) for each in card.lines)


def _fields(*pairs: tuple[str, str]) -> Iterator[Part]:
    return (Part(PartKind.FIELD, text, label) for label, text in pairs if text)


def _named(name: str, *words: str) -> str:
    return ", ".join(each for each in (name, *words) if each)
