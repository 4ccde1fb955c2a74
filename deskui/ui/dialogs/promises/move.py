"""Small forms behind a promise: another time for it, and letting it go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.moments import near_words
from deskui.errors import BadInput
from deskui.ui.dialogs.promises.promise import ROOM, asked, closed_then, told_before
from deskui.ui.kit.fields import Field, yes_no
from deskui.ui.kit.form import Form
from deskui.ui.kit.look import Looked, Offer
from deskui.ui.lines import Line, Role, quiet, span, wrapped
from deskui.ui.panels.promise_words import due_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.desk.promise_reading import TimeReading
    from deskui.domain.done import Done
    from deskui.domain.promise_view import PromiseView
    from deskui.ui.panels.scene import Scene


def move_form(view: PromiseView, scene: Scene) -> Form:
    """When it is due instead, why, and whether the customer knows."""
    promise = view.promise
    moved_to = ""

    def read(desk: Desk, typed: Mapping[str, str]) -> TimeReading:
        return desk.promises.reading_of_move(promise.customer_id, promise.what, typed["when"])

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        nonlocal moved_to
        if not typed["when"].strip():
            raise BadInput("Say the new time, such as fri 5pm.", "New time")
        new = read(desk, typed)
        if new.due is None:
            raise new.refusal or BadInput("Say when it is due instead, such as fri 5pm.", "New time")
        moved_to = new.said.partition(" (")[0]
        due, told = new.due, typed["told"] == "yes"
        return desk.promises.move(promise.id, due.at, typed["reason"], told, operation, earliest=due.earliest)

    fields = (
        Field("when", "New time", placeholder="fri 5pm · tomorrow 9-12 · 30 nov 14:00", below=3),
        Field("reason", "Why", placeholder="why it cannot be kept as it is"),
        yes_no("told", "They know of it", False),
    )
    return Form(
        f"Move: {promise.what}",
        fields,
        work,
        draft=f"move:{promise.id}",
        about=_standing(view, scene),
        look=lambda desk, typed: looked(read(desk, typed), typed, scene),
        said=lambda _: f"Moved to {moved_to}",
    )


def looked(read: TimeReading, typed: Mapping[str, str], scene: Scene) -> Looked:
    """What is said below the new time, the next opening when we are closed then, and what they were told before."""
    if not typed["when"].strip():
        return Looked()
    if read.refusal is not None:
        return Looked({"when": wrapped(read.refusal.sentence, ROOM, Role.WARN, most=3)})
    offer = None
    if read.offered is not None and read.offer:
        offer = Offer("when", read.offer, f"next open {near_words(read.offered, scene.now, scene.zone)}")
    closed = closed_then(read.offered, scene) if read.offered is not None else ""
    told = told_before(read.earlier, scene) if read.earlier is not None and typed["told"] == "yes" else ""
    below = wrapped(told, ROOM, Role.WARN, most=1) if told else ()
    said = wrapped(read.said, ROOM, Role.STRONG if read.offered is None else Role.WARN, most=3 - len(below))
    ask = asked([told, closed], "Move it there anyway?" if closed else "Correct that?")
    return Looked({"when": (*said, *below)}, ask, offer)


def release_form(view: PromiseView, scene: Scene) -> Form:
    """Why the customer lets us off a promise."""
    promise = view.promise

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.promises.release(promise.id, typed["reason"], operation)

    fields = (Field("reason", "Why", placeholder="e.g. bought it elsewhere, no longer needed"),)
    title = f"They let us off: {promise.what}"
    about = _standing(view, scene)
    return Form(title, fields, work, draft=f"release:{promise.id}", about=about, said="Released")


def _standing(view: PromiseView, scene: Scene) -> tuple[Line, ...]:
    """What it is due at so far, and what was said first."""
    due = due_words(view.due, scene, view.standing.earliest)
    first = f" · {view.first_said}" if view.first_said else ""
    return (Line((quiet("Due so far "), span(due), quiet(first))),)
