"""The customer in a few lines: the name first, then what matters before anyone says no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.customer import ContactKind
from deskui.domain.outreach.consent import NO, WRONG
from deskui.ui.format import age_words, count_words, day_words, money_words
from deskui.ui.lines import Line, Role, Span, quiet, spaced, span, strong
from deskui.ui.panels.duty import duty_words
from deskui.ui.panels.fitting import DOT, cells, whole
from deskui.ui.panels.merging import also
from deskui.ui.panels.owed import each_owed, owed_lines
from deskui.ui.panels.told import told_line
from deskui.ui.panels.watched import watched

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.customer import Customer
    from deskui.domain.pages import CustomerView
    from deskui.ui.panels.owed_words import Group
    from deskui.ui.panels.scene import Scene

LOW, HIGH = 6, 9
"""Lines at most, on a low screen and on others."""
OWED_LOW, OWED_HIGH = 2, 3
"""Of these so many at most for what we owe."""


def header(
    view: CustomerView, scene: Scene, width: int, most: int = HIGH, *, stacked: bool = False
) -> tuple[Line, ...]:
    """Name, what we owe, how to reach them, what they were told, what to watch, who knows them: as many as may be.

    What comes first is what a clerk must not miss; on a low screen the last ones give way. When `stacked`, all we
    owe has a line for each.
    """
    room = OWED_LOW if most <= LOW else OWED_HIGH
    owed = each_owed(view, scene, width) if stacked else owed_lines(view, scene, width, room)
    lines = [
        _named(view, scene, width),
        *(Line(each) for each in owed),
        _reached(view, scene, width),
        *told_line(view, scene, width),
    ]
    lines += watched(view, scene, width, max(1, most - len(lines)))
    served = _served_by(view, scene)
    lines.append(Line(whole(_relationship(view, scene), width - cells(served) - 2), served))
    return tuple(lines[:most])


def hung(lines: Iterable[Line]) -> list[Line]:
    """The lines with a blank before each but the one of the name, whose ground begins with one of its own."""
    return [
        line if line.spans[:1] and line.spans[0].role is Role.NAME else Line((Span(" "), *line.spans), line.tail)
        for line in lines
    ]


def _named(view: CustomerView, scene: Scene, width: int) -> Line:
    """How to name them and what they are worth; their number gives way first, then room, then what they bought."""
    name, who, worth = span(f" {view.customer.name} ", Role.NAME), _called(view), _standing(view, scene)
    ways = (
        ((Span(" "), *spaced((*who, quiet(view.customer.number)))), spaced(worth, DOT)),
        ((Span(" "), *spaced(who)), spaced(worth, DOT)),
        (spaced(who, " "), spaced(worth, " · ")),
        (spaced(who, " "), worth[:1] if worth[0].text else worth[1:]),
    )
    room = width - cells((name,))
    called, standing = next((each for each in ways if cells(each[0]) + cells(each[1]) <= room), ways[-1])
    return Line((name, *called), standing)


def _reached(view: CustomerView, scene: Scene, width: int) -> Line:
    asks_for = _asks_for(view, scene)
    return Line(whole(_reach(view), width - cells(asks_for) - 2), asks_for)


def _called(view: CustomerView) -> tuple[Span | None, ...]:
    who = view.customer
    said = f"({who.say_as})" if who.say_as else ""
    called = f'"{who.preferred_name}"' if who.preferred_name and who.preferred_name != who.name else ""
    company = quiet(who.company) if who.company and who.company != who.name else None
    return span(called, Role.ACCENT), quiet(said), company


def _standing(view: CustomerView, scene: Scene) -> tuple[Span, Span]:
    who, known = view.customer, view.known
    tier = who.tier.upper() + (f" since {who.tier_since.year}" if who.tier and who.tier_since else "")
    bought = ""
    if known.household is not None and len(known.household.members) > 1:
        kind = "account" if known.household.is_account else "household"
        value = money_words(known.household.value[0], scene.region, whole=True) if known.household.value else ""
        bought = f"{kind} of {len(known.household.members)}" + (f", {value}" if value else "")
    elif known.value:
        value = money_words(known.value[0], scene.region, whole=True)
        bought = f"{count_words(known.orders, 'order')}, {value}" if known.orders else f"spent {value}"
    return span(tier, Role.BADGE), span(bought)


def _reach(view: CustomerView) -> list[Span]:
    points = [each for each in view.known.points if each.may_use not in (NO, WRONG)]
    phone = next((each for each in points if each.kind is ContactKind.PHONE), None)
    email = next((each for each in points if each.kind is ContactKind.EMAIL), None)
    hours = next((each.best_hours for each in points if each.preferred and each.best_hours), "")
    wishes = ", ".join(each for each in (view.customer.prefers, hours) if each)
    shown = [*_refused(view.customer), span(wishes, Role.ACCENT)] + [
        span(each.value) for each in (phone, email) if each is not None
    ]
    if phone is None and email is None:
        shown.append(quiet("no phone or e-mail yet; A adds one"))
    return shown


def _refused(who: Customer) -> list[Span]:
    """What they do not want of us, before every way to reach them."""
    refused = [name for name, said in (("calls", who.may_call), ("letters", who.may_write)) if said == NO]
    return [Span(f"no {' and no '.join(refused)}, please", Role.BAD)] if refused else []


def _asks_for(view: CustomerView, scene: Scene) -> Group:
    duty = view.asks_for
    if duty is None:
        return ()
    mine = scene.me is not None and scene.me.id == duty.employee.id
    who = strong("you") if mine else span(duty.employee.name)
    return (quiet("asks for "), who, Span(" ("), duty_words(duty, scene), Span(")"))


def _relationship(view: CustomerView, scene: Scene) -> list[Span]:
    known, who = view.known, view.customer
    before = [quiet(also(known.merged, scene))] if known.merged else []
    since = who.since or (known.first_contact and known.first_contact.astimezone(scene.zone).date())
    first = f"customer since {day_words(since, scene.today)}" if since else "new customer"
    if known.last_contact is None:
        return [*before, quiet(first), quiet("nobody has spoken with them yet")]
    by = f" by {scene.called(None, known.last_employee)}" if known.last_employee else ""
    age = age_words(known.last_contact, scene.now)
    last = f"last met {'just now' if age == '0 min' else f'{age} ago'}{by}"
    return [*before, quiet(first), quiet(last), quiet(count_words(known.contacts, "contact"))]


def _served_by(view: CustomerView, scene: Scene) -> tuple[Span, ...]:
    me = None if scene.me is None else scene.me.id
    faces = [f"{'you' if face.employee_id == me else face.name} {face.times}x" for face in view.known.faces[:3]]
    return (quiet("served by " + ", ".join(faces)),) if faces else ()
