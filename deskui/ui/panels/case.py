"""The open case: where it stands, whose it is, what was promised, whom to call, who called whom, its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.ui.format import ago_words, count_words, day_words
from deskui.ui.lines import Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.case_work import ROLES, answered, belonging, escalated, opened_again, urgency, watched_by
from deskui.ui.panels.dealings import follow_ups, handed_over, next_step, who_called
from deskui.ui.panels.fitting import cells, given, laid
from deskui.ui.panels.goodwill import given_items, waiting_requests
from deskui.ui.panels.precedents import may_decide_and_did
from deskui.ui.panels.promised import heading, open_promises, settled_promises
from deskui.ui.panels.references import references, waited_for
from deskui.ui.panels.slip import last_slip, waiting_slip
from deskui.ui.panels.steps import step_items
from deskui.ui.panels.tips import case_notes, case_tips
from deskui.ui.panels.who_to_call import who_to_call

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deskui.domain.case import Case, CaseSummary
    from deskui.domain.pages import CustomerView
    from deskui.domain.promises.view import PromiseView
    from deskui.ui.panels.scene import Scene

_MOST_OTHERS: Final = 20
"""So many of the other cases stand in the panel; a list of its own has all of them."""


def case_title(view: CustomerView) -> Line:
    """The panel's title: number and subject, and which of how many cases it is."""
    case = view.case
    if case is None:
        return Line((Span("4 ", Role.KEY), Span("Case", Role.TITLE)))
    which, total = view.case_place or (0, 0)
    place = f"{which:,}/{total:,}" if total > 1 else ""
    mark = "".join(each.text for each in urgency(case, " · "))
    number, subject = (span(each, Role.TITLE) for each in (f"Case #{case.number}{mark}", f" · {case.subject}"))
    return Line((Span("4 ", Role.KEY), number, subject), (quiet(place),) if place else ())


def case_items(view: CustomerView, scene: Scene, width: int) -> list[Item]:
    """Status and owner, what holds it up, how it ended, promises, steps, who called whom, numbers, other cases."""
    case = view.case
    dealings = (*who_called(view, width), *follow_ups(view, scene, width), *next_step(view, scene, width))
    if case is None:
        promised = _section("Promises", _both(view.promises, scene, width))
        goodwill = _goodwill(view, scene, width)
        return [Item(wrapped("No case is open; o opens one.", width, Role.QUIET)), *promised, *dealings, *goodwill]
    title = case_title(view)
    room = width - 2 - (cells(title.tail) + 3 if title.tail else 0)
    subject = [Item(wrapped(case.subject, width, Role.STRONG))] if cells(title.spans) > room else []
    elsewhere = [each for each in view.promises if each.is_open and each.promise.case_id not in case.ids]
    return [
        *subject,
        Item((*_standing(case, scene, width), *watched_by(case, scene, width))),
        *waited_for(case, scene, width),
        *handed_over(view, scene, width),
        *waiting_slip(case, scene, width),
        *escalated(case, scene, width),
        *_outcome(case, scene, width),
        *waiting_requests(view, scene, width),
        *_section("Promises", _both(case.promises, scene, width)),
        *may_decide_and_did(view, scene, width),
        *case_tips(view, scene, width),
        *who_to_call(view, scene, width),
        *step_items(case.steps, scene, width),
        *_section("Other promises", open_promises(elsewhere, scene, width)),
        *dealings,
        *references(case, scene, width),
        *case_notes(view, scene, width),
        *last_slip(case, scene, width),
        *given_items(view, scene, width),
        *answered(case, scene, width),
        *belonging(case, scene),
        *_others(view, case, scene),
    ]


def _goodwill(view: CustomerView, scene: Scene, width: int) -> list[Item]:
    return [
        *waiting_requests(view, scene, width),
        *may_decide_and_did(view, scene, width),
        *given_items(view, scene, width),
    ]


def _both(promised: Sequence[PromiseView], scene: Scene, width: int) -> list[Item]:
    return [*open_promises(promised, scene, width), *settled_promises(promised, scene, width)]


def _section(title: str, rows: list[Item]) -> list[Item]:
    return [heading(title), *rows] if rows else []


def _standing(case: Case, scene: Scene, width: int) -> tuple[Line, ...]:
    """Where it stands and whose it is, what it is and since when; whoever opened it gives way first."""
    status, kind = span(case.status.value, ROLES.get(case.status, Role.WARN)), quiet(case.kind)
    owner, by = scene.called(case.owner_id, case.owner), scene.called(None, case.opened_by)
    owners = [span(f"owner {each}") for each in (owner, given(owner))]
    if not owner:
        owners = [span("nobody owns it; a gives it", Role.WARN)]
    since = f"opened {ago_words(case.opened_at, scene.now)}"
    opened = [quiet(f"{since} by {each}") for each in (by, given(by)) if each]
    return (
        *laid([(*urgency(case), status, each) for each in owners], width),
        *laid([(kind, each) for each in (*opened, quiet(since))], width),
    )


def _outcome(case: Case, scene: Scene, width: int) -> list[Item]:
    if case.closed_at is None:
        return opened_again(case, width)
    day = day_words(case.closed_at.astimezone(scene.zone).date(), scene.today)
    left = wrapped(f"With steps open, because: {case.unfinished}", width, Role.WARN) if case.unfinished else ()
    return [heading(f"Closed {day}"), Item((*wrapped(case.outcome, width), *left))]


def _others(view: CustomerView, case: Case, scene: Scene) -> list[Item]:
    """The first of the other cases, and how many more there are."""
    shown = [each for each in view.cases if each.id != case.id][:_MOST_OTHERS]
    _, total = view.case_place or (0, 0)
    rest = total - 1 - len(shown)
    more = [
        Item((Line((quiet(f"+{count_words(rest, 'more case')}, Enter lists all"),)),), ("cases", view.customer.id))
    ]
    return _section("Other cases", [*case_rows(shown, scene), *(more if rest > 0 else [])])


def case_rows(cases: Iterable[CaseSummary], scene: Scene) -> list[Item]:
    """A row for each case: number and subject, where it stands, and since when."""
    return [_other(each, scene) for each in cases]


def _other(case: CaseSummary, scene: Scene) -> Item:
    ended = case.closed_at or case.opened_at
    day = day_words(ended.astimezone(scene.zone).date(), scene.today)
    status = span(case.status.value, ROLES.get(case.status, Role.WARN))
    return Item(
        (Line((quiet(f"#{case.number}  "), span(case.subject)), (status, quiet(f"  {day}"))),), ("case", case.id)
    )
