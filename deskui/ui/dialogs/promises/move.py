"""Small forms behind a promise: another time for it, and letting it go."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from deskui.desk.doubts import of_move
from deskui.domain.moments import near_words
from deskui.errors import BadInput
from deskui.ui.dialogs.doubts import ROOM, saving, sentences, told_before
from deskui.ui.dialogs.promises.promise import REFUSED_AS
from deskui.ui.drafts import about
from deskui.ui.kit.fields import Field, choice
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.kit.look import Looked, Offer
from deskui.ui.lines import Line, Role, quiet, span, wrapped
from deskui.ui.panels.promise_words import due_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.desk.promise_reading import TimeReading
    from deskui.domain.customer import Customer
    from deskui.domain.done import Done
    from deskui.domain.promises.view import PromiseView
    from deskui.ui.panels.scene import Scene


_KNOWN: Final = {
    True: (("yes", "yes, they are here"), ("no", "no")),
    False: (("yes", "yes"), ("no", "no, they are not here")),
}
"""What the answer begins with, and why: who stands at the desk hears it."""


def move_form(view: PromiseView, scene: Scene, who: Customer, *, is_here: bool) -> FormSpec:
    """When it is due instead, why, and whether the customer knows, as somebody does who `is_here`."""
    promise = view.promise

    def read(desk: Desk, typed: Mapping[str, str]) -> TimeReading:
        return desk.promises.reading_of_move(promise.customer_id, promise.what, typed["when"])

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        if not typed["when"].strip():
            raise BadInput("Say the new time, such as fri 5pm.", "New time")
        new = read(desk, typed)
        if new.due is None:
            raise new.refusal or BadInput("Say when it is due instead, such as fri 5pm.", "New time")
        due, told = new.due, typed["told"] == "yes"
        done = desk.promises.move(promise.id, due.at, typed["reason"], told, operation, earliest=due.earliest)
        return Saved(done, f"Moved to {new.said.partition(' (')[0]}")

    return FormSpec(
        f"Move: {promise.what}",
        _fields(is_here=is_here),
        work,
        about(who, f"move:{promise.id}", "moved promise", "promises"),
        about=_standing(view, scene),
        look=lambda desk, typed, _newest: looked(read(desk, typed), typed, scene),
    )


def _fields(*, is_here: bool) -> tuple[Field, ...]:
    when = Field("when", "New time", placeholder="fri 5pm · tomorrow 9-12 · 30 nov 14:00", below=3)
    return (
        replace(when, also=REFUSED_AS),
        Field("reason", "Why", placeholder="why it cannot be kept as it is"),
        choice("told", "They know of it", _KNOWN[is_here], "yes" if is_here else "no"),
    )


def looked(read: TimeReading, typed: Mapping[str, str], scene: Scene) -> Looked:
    """What is said below the new time, the next opening when we are closed then, and what they were told before."""
    if not typed["when"].strip():
        return Looked()
    if read.refusal is not None:
        return Looked({"when": wrapped(read.refusal.sentence, ROOM, Role.WARN, most=3)})
    offer, knows = None, typed["told"] == "yes"
    if read.opens is not None and read.offer:
        offer = Offer("when", read.offer, f"next open {near_words(read.opens, scene.now, scene.zone)}")
    told = told_before(read.earlier, scene) if read.earlier is not None and knows else ""
    below = wrapped(told, ROOM, Role.WARN, most=1) if told else ()
    said = wrapped(read.said, ROOM, Role.STRONG if read.opens is None else Role.WARN, most=3 - len(below))
    doubts = of_move(read, told=knows)
    return Looked({"when": (*said, *below)}, sentences(doubts, scene), offer, saving(doubts))


def release_form(view: PromiseView, scene: Scene, who: Customer) -> FormSpec:
    """Why the customer lets us off a promise."""
    promise = view.promise

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.promises.release(promise.id, typed["reason"], operation)

    fields = (Field("reason", "Why", placeholder="e.g. bought it elsewhere, no longer needed"),)
    title = f"They let us off: {promise.what}"
    draft = about(who, f"release:{promise.id}", "released promise", "promises")
    return FormSpec(title, fields, work, draft, about=_standing(view, scene), said="Released")


def _standing(view: PromiseView, scene: Scene) -> tuple[Line, ...]:
    """What it is due at so far, and what was said first."""
    due = due_words(view.due, scene, view.standing.earliest)
    first = f" · {view.first_said}" if view.first_said else ""
    return (Line((quiet("Due so far "), span(due), quiet(first))),)
