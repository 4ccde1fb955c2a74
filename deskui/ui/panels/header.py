"""The customer in a few lines: the name first, then what matters before anyone says no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.customer import ContactKind
from deskui.domain.interests import shared
from deskui.domain.note import NoteKind
from deskui.ui.format import age_words, count_words, day_words, money_words
from deskui.ui.lines import Line, Role, Span, quiet, spaced, span, strong

if TYPE_CHECKING:
    from deskui.domain.pages import CustomerView
    from deskui.ui.panels.scene import Scene

DOT = "  ·  "


def header(view: CustomerView, scene: Scene) -> tuple[Line, ...]:
    """Name, standing, how to reach them, who knows them, what you share, and what to watch."""
    lines = [
        Line(_name(view), _standing(view, scene)),
        Line(_reach(view, scene), _asks_for(view)),
        Line(_relationship(view, scene), _served_by(view, scene)),
    ]
    share, bad = _share(view, scene), _bad_visit(view, scene)
    if share or bad:
        lines.append(Line(share or bad, bad if share else ()))
    lines.extend(_alerts(view, scene))
    return tuple(lines)


def _name(view: CustomerView) -> tuple[Span, ...]:
    who = view.customer
    said = f"({who.say_as})" if who.say_as else ""
    called = f'"{who.preferred_name}"' if who.preferred_name and who.preferred_name != who.name else ""
    company = quiet(who.company) if who.company and who.company != who.name else None
    return spaced((strong(who.name), span(called, Role.ACCENT), quiet(said), company, quiet(who.number)))


def _standing(view: CustomerView, scene: Scene) -> tuple[Span, ...]:
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
    return spaced((span(tier, Role.BADGE), span(bought)), DOT)


def _reach(view: CustomerView, scene: Scene) -> tuple[Span, ...]:
    points = view.known.points
    phone = next((each for each in points if each.kind is ContactKind.PHONE), None)
    email = next((each for each in points if each.kind is ContactKind.EMAIL), None)
    hours = next((each.best_hours for each in points if each.preferred and each.best_hours), "")
    wishes = ", ".join(each for each in (view.customer.prefers, hours) if each)
    shown = [span(wishes, Role.ACCENT)] + [span(each.value) for each in (phone, email) if each is not None]
    if phone is None and email is None:
        shown.append(quiet("no phone or e-mail yet; A adds one"))
    return spaced(shown, DOT)


def _asks_for(view: CustomerView) -> tuple[Span, ...]:
    clerk = view.known.preferred_clerk
    if clerk is None:
        return ()
    duty = span("on duty", Role.GOOD) if clerk.present else quiet("not in today")
    return (quiet("asks for "), span(clerk.name), Span(", "), duty)


def _relationship(view: CustomerView, scene: Scene) -> tuple[Span, ...]:
    known, who = view.known, view.customer
    since = who.since or (known.first_contact and known.first_contact.astimezone(scene.zone).date())
    first = f"customer since {day_words(since, scene.today)}" if since else "new customer"
    if known.last_contact is None:
        return spaced((quiet(first), quiet("nobody has spoken with them yet")), DOT)
    by = f" by {known.last_employee}" if known.last_employee else ""
    age = age_words(known.last_contact, scene.now)
    last = f"last met {'just now' if age == '0 min' else f'{age} ago'}{by}"
    return spaced((quiet(first), quiet(count_words(known.contacts, "contact")), quiet(last)), DOT)


def _served_by(view: CustomerView, scene: Scene) -> tuple[Span, ...]:
    me = None if scene.me is None else scene.me.id
    faces = [f"{'you' if face.employee_id == me else face.name} {face.times}x" for face in view.known.faces[:3]]
    return (quiet("served by " + ", ".join(faces)),) if faces else ()


def _share(view: CustomerView, scene: Scene) -> tuple[Span, ...]:
    mine = () if scene.me is None else scene.me.interests
    theirs = [note.text for note in view.notes if note.kind is NoteKind.INTEREST]
    common = shared(mine, theirs)
    return (span("You share: ", Role.GOOD), span(", ".join(common))) if common else ()


def _bad_visit(view: CustomerView, scene: Scene) -> tuple[Span, ...]:
    bad = view.known.bad_visit
    if bad is None:
        return ()
    day = day_words(bad.at.astimezone(scene.zone).date(), scene.today)
    when = "the last contact" if bad.contacts_since == 0 else "a recent contact"
    return (span(f"! {when} went badly ({day}, {bad.employee})", Role.BAD),)


def _alerts(view: CustomerView, scene: Scene) -> list[Line]:
    return [
        Line((span("! ", Role.WARN), span(note.text, Role.WARN))) for note in view.notes if note.is_alert(scene.today)
    ][:3]
