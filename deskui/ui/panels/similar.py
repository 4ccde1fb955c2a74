"""Similar cases in lists and as a page: how they ended, how long they took, what happened in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.case_history import event_words
from deskui.ui.format import age_words, day_words, moment_words
from deskui.ui.lines import Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.case_work import ROLES, linked, part
from deskui.ui.panels.fitting import cut
from deskui.ui.panels.promised import heading, open_promises, settled_promises

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.desk.case_links import Company
    from deskui.domain.case import Case, CaseSummary
    from deskui.domain.case_history import CaseEvent
    from deskui.domain.similar import SimilarCase
    from deskui.ui.panels.scene import Scene

_LONGEST_NAME = 24


def similar_items(found: Sequence[SimilarCase], scene: Scene, width: int) -> list[Item]:
    """Each with what it shares, how long it took and how it ended."""
    return [Item(_similar(each, scene, width), ("similar", each.case.id)) for each in found]


def _similar(found: SimilarCase, scene: Scene, width: int) -> tuple[Line, ...]:
    case = found.case
    subject = Line((quiet(f"#{case.number}  "), span(case.subject, Role.STRONG)), (_lasted(case, scene),))
    shares = quiet(f"  {', '.join(found.shares)}")
    whose = cut(quiet(found.customer), _LONGEST_NAME)
    ended = wrapped(case.outcome, width, indent=2, most=2) if case.closed_at is not None and case.outcome else ()
    return (subject, Line((shares,), (whose,)), *ended)


def _lasted(case: CaseSummary | Case, scene: Scene) -> Span:
    if case.closed_at is None:
        return Span(f"still {case.status.value}", ROLES.get(case.status, Role.WARN))
    day = day_words(case.closed_at.astimezone(scene.zone).date(), scene.today)
    return quiet(f"took {age_words(case.opened_at, case.closed_at)}, closed {day}")


def together_items(company: Company, scene: Scene, width: int) -> list[Item]:
    """What belongs to a case, and what may: the customer's other cases and similar ones."""
    case = company.case
    sections = (
        ("Linked", [linked(each, case) for each in case.links]),
        ("Part of this case", [part(each, scene) for each in case.merged]),
        ("Other cases of this customer", [_other(each, scene) for each in company.others]),
        ("Similar cases", similar_items(company.similar, scene, width)),
    )
    return [row for title, rows in sections if rows for row in (heading(title), *rows)]


def _other(case: CaseSummary, scene: Scene) -> Item:
    return Item(
        (Line((quiet(f"#{case.number}  "), span(case.subject)), (_lasted(case, scene),)),), ("other", case.id)
    )


def case_page(case: Case, customer: str, events: Sequence[CaseEvent], scene: Scene, width: int) -> list[Item]:
    """A case to be read: whose it is, how it ended, what was promised, and what happened to it."""
    head = Line((span(customer, Role.STRONG), quiet(f"  {case.kind}")), (_lasted(case, scene),))
    owner = Line((quiet(f"owner {scene.called(case.owner_id, case.owner) or 'nobody'}"),))
    rows = [Item((head, owner))]
    if case.closed_at is not None:
        rows += [heading("How it ended"), Item(wrapped(case.outcome, width))]
    promised = [*open_promises(case.promises, scene, width), *settled_promises(case.promises, scene, width)]
    rows += [heading("Promises"), *(Item(each.lines) for each in promised)] if promised else []
    rows += [heading("What happened"), *(Item(_event(each, case, scene, width)) for each in events)]
    if case.references:
        rows += [heading("References"), Item(wrapped(", ".join(each.number for each in case.references), width))]
    return rows


def _event(event: CaseEvent, case: Case, scene: Scene, width: int) -> tuple[Line, ...]:
    by = scene.called(event.by_id, event.by)
    when = moment_words(event.at, scene.now, scene.zone)
    number = f"#{event.number} " if event.number != case.number else ""
    who = f", {by}" if by else ""
    return wrapped(f"{when}{who}: {number}{event_words(event)}", width, most=4)
