"""Goodwill in the case panel: what one may decide, what was asked and answered, and what was given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.goodwill.allowance import allowance_words
from deskui.domain.goodwill.approval import ApprovalState, refusal
from deskui.domain.goodwill.goodwill import GoodwillKind
from deskui.domain.goodwill.words import asked_words, given_words
from deskui.domain.money import Money
from deskui.domain.staff import Role as StaffRole
from deskui.ui.format import moment_words, money_words
from deskui.ui.lines import Item, Line, Role, Span, quiet, wrapped
from deskui.ui.panels.promised import heading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from deskui.domain.goodwill.approval import Approval
    from deskui.domain.goodwill.goodwill import Goodwill
    from deskui.domain.pages import CustomerView
    from deskui.ui.panels.scene import Scene

    Say = Callable[[int], str]

_MOST: Final = 5
"""So many concessions stand in the panel; a list of its own has all of them."""
_INDENT: Final = 2
MARKS: Final = {
    ApprovalState.WAITING: ("? ", Role.WARN),
    ApprovalState.APPROVED: ("✓ ", Role.GOOD),
    ApprovalState.LESS: ("✓ ", Role.GOOD),
    ApprovalState.TAKEN_BACK: ("- ", Role.WARN),
    ApprovalState.REFUSED: ("x ", Role.BAD),
    ApprovalState.EXPIRED: ("- ", Role.QUIET),
    ApprovalState.WITHDRAWN: ("- ", Role.QUIET),
}
"""A sign for each state of a request, so that colour is never the only mark."""


def say_in(scene: Scene, currency: str) -> Say:
    """How amounts of that currency are worded here."""
    return lambda minor: money_words(Money(currency, minor), scene.region)


def may_decide(view: CustomerView, scene: Scene, width: int) -> list[Item]:
    """`You may waive up to $40.00; $85.00 left this week.`, before it is needed."""
    found = None if view.goodwill is None else view.goodwill.allowance(GoodwillKind.WAIVE_FEE)
    if found is None or view.goodwill is None:
        return []
    return [Item(wrapped(allowance_words(found, say_in(scene, view.goodwill.currency)), width, Role.QUIET, most=2))]


def waiting_requests(view: CustomerView, scene: Scene, width: int) -> list[Item]:
    """What waits for a supervisor, and answers that whoever asked has not seen."""
    if view.goodwill is None:
        return []
    shown = [each for each in view.goodwill.asked if _is_news(each, scene)]
    return [request_item(each, scene, width) for each in shown]


def _is_news(asked: Approval, scene: Scene) -> bool:
    state = asked.state(scene.now)
    is_mine = scene.me is not None and asked.asked_by_id == scene.me.id
    return state is ApprovalState.WAITING or (
        is_mine and asked.verdict is not None and asked.seen_at is None and state is not ApprovalState.WITHDRAWN
    )


def request_item(asked: Approval, scene: Scene, width: int, *, named: bool = False) -> Item:
    """A request with who asked, when, why, and what was said; `named` with whose it is."""
    state, say = asked.state(scene.now), request_say(asked, scene)
    mark, role = MARKS[state]
    what = asked_words(asked.concession, say, asked.allowed)
    whose = f"{asked.customer}: " if named else ""
    head = wrapped(f"{whose}{what}", width - _INDENT, role if state is ApprovalState.WAITING else Role.TEXT, most=2)
    lines = [Line((Span(mark, role), *head[0].spans)), *(Line((Span("  "), *each.spans)) for each in head[1:])]
    by = scene.called(asked.asked_by_id, asked.asked_by) or "somebody"
    when = moment_words(asked.at, scene.now, scene.zone)
    if not named:
        words = f"{by} asked · {state_words(asked, scene)}"
        return Item((*lines, *wrapped(words, width, Role.QUIET, indent=_INDENT, most=3)), ("approval", asked.id))
    case = f", case #{asked.case_number}" if asked.case_number else ""
    lines += wrapped(
        f"{by} asked, {when}{case}: {asked.concession.reason}", width, Role.QUIET, indent=_INDENT, most=3
    )
    lines += wrapped(state_words(asked, scene), width, role, indent=_INDENT, most=4)
    return Item(tuple(lines), ("approval", asked.id))


def may_answer(asked: Approval, scene: Scene) -> bool:
    """Whether the person acting can answer it now: a supervisor, and never whoever asked."""
    me = scene.me
    return me is not None and me.may_act_as(StaffRole.SUPERVISOR) and not refusal(asked, scene.now, me.id)


def request_say(asked: Approval, scene: Scene) -> Say:
    """How the amounts of a request are worded."""
    return say_in(scene, "USD" if asked.concession.amount is None else asked.concession.amount.currency)


def state_words(asked: Approval, scene: Scene) -> str:
    """`waits for a supervisor until Mon 10:42`, `approved by Margaret, today 10:42: words`, and so on."""
    state = asked.state(scene.now)
    until = moment_words(asked.expires_at, scene.now, scene.zone)
    if state is ApprovalState.WAITING:
        void = "void: what it is about is no longer kept"
        return void if asked.is_void else f"waits for a supervisor until {until}"
    if state is ApprovalState.EXPIRED:
        return f"expired {until}; w asks again"
    who = scene.called(asked.settled_by_id, asked.settled_by) or "somebody"
    when = "" if asked.settled_at is None else f", {moment_words(asked.settled_at, scene.now, scene.zone)}"
    return f"{state.value} by {who}{when}" + (f": {asked.words}" if asked.words else "")


def given_items(view: CustomerView, scene: Scene, width: int) -> list[Item]:
    """What they were given, newest first, what was taken back among it."""
    if view.goodwill is None or not view.goodwill.given:
        return []
    shown, rest = view.goodwill.given[:_MOST], len(view.goodwill.given) - _MOST
    rows = goodwill_items(shown, scene, width, view.case.number if view.case else None)
    more = [Item((Line((quiet(f"+{rest} more, Enter lists all"),)),), ("goodwill", 0))] if rest > 0 else []
    return [heading("Goodwill"), *rows, *more]


def goodwill_items(given: Iterable[Goodwill], scene: Scene, width: int, here: int | None = None) -> list[Item]:
    """An item for each: what and how much, then why, by whom and when; `here` is the case that need not be named."""
    return [_given(each, scene, width, here) for each in given]


def _given(each: Goodwill, scene: Scene, width: int, here: int | None) -> Item:
    what = each.concession
    currency = "USD" if what.amount is None else what.amount.currency
    head = wrapped(given_words(what, say_in(scene, currency)), width - _INDENT, most=2)
    mark = Span("✓ ", Role.GOOD) if each.stands else Span("- ", Role.QUIET)
    lines = [Line((mark, *head[0].spans)), *(Line((Span("  "), *line.spans)) for line in head[1:])]
    by = scene.called(each.by_id, each.by) or "somebody"
    approved = f", approved by {scene.called(each.approved_by_id, each.approved_by)}" if each.approved_by else ""
    case = f", case #{each.case_number}" if each.case_number not in (None, here) else ""
    when = moment_words(each.at, scene.now, scene.zone)
    lines += wrapped(f"{what.reason} · {by}{approved}, {when}{case}", width, Role.QUIET, indent=_INDENT, most=3)
    if each.taken_back_at is not None:
        when = moment_words(each.taken_back_at, scene.now, scene.zone)
        who = scene.called(None, each.taken_back_by)
        lines += wrapped(f"taken back by {who}, {when}", width, Role.WARN, indent=_INDENT)
    return Item(tuple(lines), ("goodwill", each.id))
