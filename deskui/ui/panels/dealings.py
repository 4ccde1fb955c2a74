"""What goes on around a case: who gave it to whom, who called whom, what is to be done next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.ui.format import day_words, moment_words
from deskui.ui.lines import Item, Line, Role, Span, quiet, wrapped
from deskui.ui.panels.fitting import cells, cut, flowing
from deskui.ui.panels.owed_words import balance_words
from deskui.ui.panels.promised import heading

if TYPE_CHECKING:
    from deskui.domain.due.contact_balance import Balance
    from deskui.domain.due.follow_up import FollowUp
    from deskui.domain.pages import CustomerView
    from deskui.ui.panels.scene import Scene


def handed_over(view: CustomerView, scene: Scene, width: int) -> list[Item]:
    """That the case was given to somebody who has not seen it yet; the receiver can open it."""
    given = None if view.case is None else view.case.hand_over
    if given is None:
        return []
    when = moment_words(given.at, scene.now, scene.zone)
    note = f": {given.note}" if given.note else ""
    if scene.me is not None and scene.me.id == given.receiver_id:
        by = f"by {given.giver}, " if given.giver else ""
        first, *rest = wrapped(f"Handed to you {by}{when}{note}", width, Role.WARN, indent=2, most=6)
        head = Line((Span("! ", Role.WARN), Span(first.spans[0].text[2:], Role.WARN)))
        hint = Line((quiet("  Enter says that you have seen it"),))
        return [Item((head, *rest, hint), ("hand_over", given.id))]
    return [Item(wrapped(f"handed to {given.receiver}, {when}, not seen yet{note}", width, Role.QUIET, most=3))]


def who_called(view: CustomerView, width: int) -> list[Item]:
    """Who contacted whom about the case, else of late, and since our last promise; first of all if we owe a call."""
    case = view.case
    known = view.balance if case is None else case.balance
    if known is None or not (known.theirs or known.ours_reached or known.tries):
        return []
    owed = case.closed_at is None and known.owed if case is not None else view.call_owed is not None
    rows = [Line((Span("! we owe a call", Role.WARN),))] if owed else []
    role = Role.WARN if owed else Role.TEXT
    rows += flowing([Span(each, role) for each in balance_words(known)], width, gap=", ")
    since = None if case is None else case.since_promise
    if since is not None and since != known:
        rows += flowing((quiet("since our last promise:"), Span(_both(since))), width, gap=" ")
    return [heading(f"Who called whom: {'everything, 90 d' if case is None else 'this case'}"), Item(tuple(rows))]


def _both(known: Balance) -> str:
    return f"they {known.theirs}x, we {known.ours_reached}x"


def follow_ups(view: CustomerView, scene: Scene, width: int) -> list[Item]:
    """An item for each follow-up that is not settled: its day, what is to be done, and whose it is."""
    days = [day_words(each.due_on, scene.today) for each in view.follow_ups]
    column = max(map(len, days), default=0) + 2
    rows = [
        _follow_up(each, f"{day:<{column}}", scene, width) for each, day in zip(view.follow_ups, days, strict=True)
    ]
    return [heading("Follow-ups"), *rows] if rows else []


def _follow_up(task: FollowUp, day: str, scene: Scene, width: int) -> Item:
    late = task.due_on < scene.today
    today = task.due_on == scene.today
    sign = Span("! ", Role.WARN) if late else Span("o ", Role.ACCENT)
    when = Span(day, Role.WARN if late or today else Role.QUIET)
    mine = scene.me is not None and scene.me.id == task.owner_id
    owner = cut(quiet("you" if mine else task.owner), 16)
    room = width - 2 - len(day) - cells([owner]) - 2
    first, *rest = wrapped(task.what, room, most=3)
    below = (Line((Span(" " * (2 + len(day))), *each.spans)) for each in rest)
    return Item((Line((sign, when, *first.spans), (owner,)), *below), ("follow_up", task.id))


def next_step(view: CustomerView, scene: Scene, width: int) -> list[Item]:
    """What is to be done next, until another next step is written: about the case, if one is shown."""
    newest = view.next_step
    if newest is None:
        return []
    who = scene.called(newest.employee_id, newest.employee)
    said = ", ".join(each for each in (who, moment_words(newest.at, scene.now, scene.zone)) if each)
    lines = wrapped(newest.next_step, width, most=3)
    return [heading("Next step"), Item((*lines, Line((quiet(said),))))]
