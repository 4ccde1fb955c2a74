"""What the customer is entitled to: a section of the history, and what must not be missed in the header."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.benefits.benefit import BenefitState, expiring_soon
from deskui.domain.benefits.typed import percent_words
from deskui.ui.format import day_words, money_words
from deskui.ui.lines import Item, Line, Role, Span, quiet, span
from deskui.ui.panels.fitting import cells, cut, flowing
from deskui.ui.panels.promised import heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deskui.domain.benefits.benefit import BenefitView, Worth
    from deskui.domain.ids import BenefitId
    from deskui.ui.panels.owed_words import Group
    from deskui.ui.panels.scene import Scene

SOON: Final = 14
"""Days up to which it is said when the customer is opened that a benefit expires."""
_OVER: Final = 30
"""Days that what is over stays in the history."""
_MOST_OVER: Final = 4
_IN_HEADER: Final = 2
_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}
_SIGNS: Final = {
    BenefitState.STANDING: Span("o", Role.GOOD),
    BenefitState.NOT_YET: Span("·", Role.QUIET),
    BenefitState.USED_UP: Span("✓", Role.QUIET),
    BenefitState.EXPIRED: Span("x", Role.QUIET),
    BenefitState.VOID: Span("x", Role.BAD),
}


def benefit_section(
    views: Sequence[BenefitView], scene: Scene, width: int, sought: BenefitId | None = None
) -> list[Item]:
    """What stands, then the last ones that are over; the one that was looked for whatever became of it."""
    items = [_short(each, scene, width) for each in in_view(views, scene, sought)]
    return [_first_heading("Benefits"), *items, heading("Bought")] if items else []


def in_view(views: Iterable[BenefitView], scene: Scene, sought: BenefitId | None = None) -> list[BenefitView]:
    """What the history shows of all benefits, those first that expire first."""
    standing = [each for each in views if each.stands]
    over = [each for each in views if not each.stands]
    lately = [each for each in over if _lately(each, scene)][:_MOST_OVER]
    asked = [each for each in over if each.benefit.id == sought and each not in lately]
    return [*sorted(standing, key=_end), *lately, *asked]


def expiring(views: Sequence[BenefitView], scene: Scene) -> list[Group]:
    """For the header: what expires within two weeks, then where something may still be chosen."""
    groups: list[Group] = []
    for each in expiring_soon(views, scene.today, SOON):
        groups.append(
            (span(f"! {called(each, scene)} {end_words(each, scene)}", Role.WARN), quiet("; b redeems or reissues"))
        )
    groups += [
        (span(f"{each.benefit.title}: {words}", Role.ACCENT), quiet("; b chooses"))
        for each in views
        if (words := open_words(each))
    ]
    return groups[:_IN_HEADER]


def benefit_rows(views: Iterable[BenefitView], scene: Scene, width: int) -> list[Item]:
    """Every benefit with what there is to know of it, two or three lines each."""
    return [_row(each, scene, width) for each in views]


def called(view: BenefitView, scene: Scene) -> str:
    """`10% XK-2291`, `$40.00 GB-5000`, `Premier`."""
    benefit = view.benefit
    worth = worth_words(benefit.worth, scene, view)
    if not benefit.code:
        return f"{benefit.title} {worth}".strip()
    return f"{worth or benefit.title} {benefit.code}"


def worth_words(worth: Worth, scene: Scene, view: BenefitView | None = None) -> str:
    """`10%`, or the amount that is left."""
    amount = worth.amount if view is None or not view.stands else view.rest
    return (
        money_words(amount, scene.region)
        if amount is not None
        else percent_words(worth.percent)
        if worth.percent
        else ""
    )


def end_words(view: BenefitView, scene: Scene) -> str:
    """`expires in 9 d`, `expires today`, `void, now XK-9914`, `used up`, `expired 3 Oct`."""
    benefit = view.benefit
    if view.state is BenefitState.VOID:
        return f"VOID, now {view.now}" if view.now else "VOID"
    if view.state is BenefitState.EXPIRED and benefit.expires is not None:
        return f"expired {day_words(benefit.expires, scene.today)}"
    if view.state is BenefitState.USED_UP:
        return "used up"
    if view.state is BenefitState.NOT_YET and benefit.valid_from is not None:
        return f"from {day_words(benefit.valid_from, scene.today)}"
    days = view.days_left(scene.today)
    if days is None or benefit.expires is None:
        return "no end"
    near = {0: "expires today", 1: "expires tomorrow"}.get(days)
    return near or (f"expires in {days} d" if days <= 60 else f"to {day_words(benefit.expires, scene.today)}")


def open_words(view: BenefitView) -> str:
    """`4th category not chosen`, `2 of 4 categories not chosen`; nothing where all are."""
    if not view.open_picks:
        return ""
    noun = view.benefit.noun or "choice"
    if view.open_picks == 1:
        return f"{ordinal(view.benefit.picks)} {noun} not chosen"
    return f"{view.open_picks} of {view.benefit.picks} to choose: {noun}"


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `4th`, `11th`, `21st`."""
    teen = 10 <= number % 100 <= 20
    return f"{number}{'th' if teen else _ENDINGS.get(number % 10, 'th')}"


def _first_heading(words: str) -> Item:
    return Item((Line((span(words, Role.TITLE),)),))


def _lately(view: BenefitView, scene: Scene) -> bool:
    end = view.benefit.expires
    if view.state is BenefitState.EXPIRED:
        return end is not None and (scene.today - end).days <= _OVER
    return (scene.now - view.benefit.created_at).days <= 6 * _OVER and view.state is BenefitState.VOID


def _end(view: BenefitView) -> tuple[bool, object, int]:
    end = view.benefit.expires
    return (end is None, end or 0, -view.benefit.id)


def _short(view: BenefitView, scene: Scene, width: int) -> Item:
    """One line, and one more for what may still be chosen, or where the first is too narrow."""
    head, end = _head(view, scene), _end_span(view, scene)
    lines = [Line(head, (end,))]
    if cells(head) + cells((end,)) + 1 > width:
        lines = [Line(tuple(cut(each, width) for each in head)), *flowing((end,), width, 2)]
    elif view.benefit.code and cells(head) + cells((end,)) + len(view.benefit.title) + 4 <= width:
        lines = [Line((*head, quiet(f"  {view.benefit.title}")), (end,))]
    if words := open_words(view):
        lines += flowing((span(words, Role.ACCENT),), width, 2)
    return Item(tuple(lines), ("benefit", view.benefit.id))


def _row(view: BenefitView, scene: Scene, width: int) -> Item:
    benefit = view.benefit
    whole = benefit.worth.amount
    parts: list[Span | None] = [
        quiet(benefit.kind.value),
        quiet(benefit.title) if benefit.code and benefit.title.casefold() != benefit.kind.value else None,
        quiet(f"of {money_words(whole, scene.region)}") if whole is not None and whole != view.rest else None,
        quiet("may be passed on") if benefit.transferable else None,
        quiet(f"given by {scene.called(None, benefit.given_by)}") if benefit.given_by else None,
    ]
    lines = [Line(_head(view, scene), (_end_span(view, scene),)), *flowing(parts, width, 2)]
    if view.picked:
        chosen = ", ".join(each.choice for each in view.picked)
        lines += flowing((span(f"{benefit.noun or 'chosen'}: {chosen}"),), width, 2)
    if words := open_words(view):
        lines += flowing((span(words, Role.ACCENT), quiet("c chooses")), width, 2)
    elif view.next_change is not None and view.stands:
        lines += flowing((quiet(f"may be changed from {day_words(view.next_change, scene.today)}"),), width, 2)
    return Item(tuple(lines), ("benefit", benefit.id))


def _head(view: BenefitView, scene: Scene) -> tuple[Span, ...]:
    role = Role.TEXT if view.stands else Role.QUIET
    days = view.days_left(scene.today)
    soon = view.stands and days is not None and days <= SOON
    sign = Span("!", Role.WARN) if soon else _SIGNS[view.state]
    return (sign, Span(" "), span(called(view, scene), role))


def _end_span(view: BenefitView, scene: Scene) -> Span:
    days = view.days_left(scene.today)
    words = end_words(view, scene)
    if view.state is BenefitState.VOID:
        return span(words, Role.BAD)
    return span(words, Role.WARN if view.stands and days is not None and days <= SOON else Role.QUIET)
