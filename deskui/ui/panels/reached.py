"""How somebody of the directory can be reached, in a few lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deskui.domain.directory import called_by, contact_person
from deskui.ui.lines import Line, Role, Span, quiet, span, strong
from deskui.ui.panels.fitting import flowing, laid, whole

if TYPE_CHECKING:
    from deskui.domain.directory import ContactPerson, Reach
    from deskui.ui.panels.scene import Scene


def reached(reach: Reach, scene: Scene, width: int) -> tuple[Line, ...]:
    """Who it is and the numbers, the hours and whether they are there, and while they are not, who is."""
    said = contact_person(reach, scene.now, scene.zone)
    name, post, numbers = strong(scene.called(said.employee_id, said.name)), quiet(post_words(said)), called_by(said)
    lines = laid([(name, post, span(numbers))], width, gap="  ")
    return (*lines, *_when(said, width), *_deputy(said, width))


def details(reach: Reach, scene: Scene, width: int) -> tuple[Line, Line, Line]:
    """The same with what they are good at, in three lines whatever is known."""
    who, said = reach.employee, contact_person(reach, scene.now, scene.zone)
    post = post_words(replace(said, role=who.role.value))  # not what customers read, but what they are here
    place = quiet(", ".join(each for each in (post, who.branch) if each))
    talents = ", ".join((*who.skills, *who.interests))
    below = [*_deputy_parts(said), quiet(talents)]
    return (
        Line(whole((strong(who.name), place, span(called_by(who))), width, gap="  ")),
        Line(whole((there_words(said), quiet(said.hours), quiet(who.email)), width, gap="  ")),
        Line(whole([each for each in below if each.text], width, gap="  ")),
    )


def post_words(said: ContactPerson) -> str:
    """`expediter`, `expediter, Hudson Cabinets`."""
    return f"{said.role}, {said.company}" if said.company else said.role


def there_words(said: ContactPerson) -> Span:
    """`open now, closes 17:00`, `opens Mon 07:00`, `away`."""
    return Span(said.availability, Role.GOOD if said.is_there else Role.WARN)


def _when(said: ContactPerson, width: int) -> tuple[Line, ...]:
    return flowing((quiet(said.hours), there_words(said)), width, indent=2)


def _deputy(said: ContactPerson, width: int) -> tuple[Line, ...]:
    return flowing(_deputy_parts(said), width, indent=2)


def _deputy_parts(said: ContactPerson) -> tuple[Span, ...]:
    deputy = said.deputy
    if deputy is None:
        return ()
    name = ", ".join(each for each in (f"deputy {deputy.name}", called_by(deputy)) if each)
    return span(name), there_words(deputy)
