"""The open case: where it stands, whose it is, its numbers, and who called whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from deskui.domain.case import CaseStatus
from deskui.ui.format import age_words, day_words
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, spaced, span, wrapped

if TYPE_CHECKING:
    from deskui.domain.case import Case, CaseSummary
    from deskui.domain.pages import CustomerView
    from deskui.ui.panels.scene import Scene

_ROLES = {
    CaseStatus.OPEN: Role.ACCENT,
    CaseStatus.READY: Role.GOOD,
    CaseStatus.CLOSED: Role.QUIET,
}


def case_title(view: CustomerView) -> Line:
    """The panel's title: number and subject, and which of how many cases it is."""
    case = view.case
    if case is None:
        return Line((Span("4 ", Role.KEY), Span("Case", Role.TITLE)))
    places = [each.id for each in view.cases]
    place = f"{places.index(case.id) + 1}/{len(places)}" if case.id in places and len(places) > 1 else ""
    title = (Span("4 ", Role.KEY), span(f"Case #{case.number} · {case.subject}", Role.TITLE))
    return Line(title, (quiet(place),) if place else ())


def case_items(view: CustomerView, scene: Scene, width: int) -> list[Item]:
    """Status and owner, the subject when it is long, numbers, contact balance, outcome, and the other cases."""
    case = view.case
    if case is None:
        return [Item((Line((quiet("No case is open; o opens one."),)),))]
    title = cell_len("".join(each.text for each in case_title(view).spans))
    subject = [Item(wrapped(case.subject, width, Role.STRONG))] if title > width - 2 else []
    items = [*subject, Item(_standing(case, scene)), *_numbers(case), *_balance(case), *_outcome(case, scene, width)]
    return items + _others(view, case, scene)


def _standing(case: Case, scene: Scene) -> tuple[Line, ...]:
    status = span(case.status.value, _ROLES.get(case.status, Role.WARN))
    since = f"opened {age_words(case.opened_at, scene.now)} ago" + (f" by {case.opened_by}" if case.opened_by else "")
    owner = span(f"owner {case.owner}") if case.owner else span("nobody owns it; a gives it", Role.WARN)
    return (Line(spaced((status, owner), "  ·  ")), Line(spaced((quiet(case.kind), quiet(since)), "  ·  ")))


def _numbers(case: Case) -> list[Item]:
    rows = [
        Item((Line((quiet(f"{each.kind.value:<10}"), span(each.number))),), ("reference", each.id))
        for each in case.references
    ]
    return [_heading("References"), *rows] if rows else []


def _balance(case: Case) -> list[Item]:
    if not case.contacts_in and not case.contacts_out:
        return []
    words = f"they contacted us {case.contacts_in}x, we reached them {case.contacts_out}x"
    role = Role.WARN if case.contacts_in >= case.contacts_out + 2 else Role.TEXT
    return [_heading("Who called whom"), Item((Line((span(words, role),)),))]


def _outcome(case: Case, scene: Scene, width: int) -> list[Item]:
    if case.closed_at is None:
        return []
    day = day_words(case.closed_at.astimezone(scene.zone).date(), scene.today)
    return [_heading(f"Closed {day}"), Item(wrapped(case.outcome, width))]


def _others(view: CustomerView, case: Case, scene: Scene) -> list[Item]:
    rows = [_other(each, scene) for each in view.cases if each.id != case.id]
    return [_heading("Other cases"), *rows] if rows else []


def _other(case: CaseSummary, scene: Scene) -> Item:
    ended = case.closed_at or case.opened_at
    day = day_words(ended.astimezone(scene.zone).date(), scene.today)
    status = span(case.status.value, _ROLES.get(case.status, Role.WARN))
    return Item(
        (Line((quiet(f"#{case.number}  "), span(case.subject)), (status, quiet(f"  {day}"))),), ("case", case.id)
    )


def _heading(words: str) -> Item:
    return Item((BLANK, Line((Span(words, Role.TITLE),))))
