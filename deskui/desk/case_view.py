"""A case with all that hangs on it, as the panel and the page of a customer show it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deskui.store.reads import balances, case_work, escalations, hand_overs, slips, steps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.case import Case
    from deskui.domain.case_work import Escalation
    from deskui.domain.promises.view import PromiseView


def with_dealings(case: Case, promised: Iterable[PromiseView]) -> Case:
    """The case with all that hangs on it and on those merged into it.

    Those of the promises that belong to it, who contacted whom, who has yet to take it over, who watches, what is
    linked, what waits for a supervisor, its steps, and its last slip.
    """
    own = tuple(each for each in promised if each.promise.case_id in case.ids)
    last = max((each.promise.made_at for each in own), default=None)
    ever, since = balances.of_cases(case.ids, last)
    return replace(
        case,
        promises=own,
        balance=ever,
        since_promise=since,
        hand_over=hand_overs.waiting_of_case(case.ids),
        watchers=case_work.watchers(case.ids),
        links=case_work.links(case.ids),
        escalations=_still_told(escalations.of_cases(case.ids)),
        slip=slips.newest_of_cases(case.ids),
        steps=steps.of_cases(case.ids),
    )


def _still_told(raised: tuple[Escalation, ...]) -> tuple[Escalation, ...]:
    """Those that wait for an answer, and the one answered last."""
    answered = sorted((each for each in raised if each.answered_at), key=lambda each: str(each.answered_at))
    return (*(each for each in raised if each.answered_at is None), *answered[-1:])
