"""Small forms behind a promise: another time for it, and letting it go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.moments import near_words
from deskui.ui.dialogs.fields import Field, yes_no
from deskui.ui.dialogs.form import Form
from deskui.ui.dialogs.look import Looked, Offer
from deskui.ui.dialogs.promising import ROOM
from deskui.ui.lines import Line, Role, quiet, span, wrapped
from deskui.ui.panels.promise_words import due_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.promise_view import PromiseView
    from deskui.ui.panels.scene import Scene


def move_form(view: PromiseView, scene: Scene) -> Form:
    """When it is due instead, why, and whether the customer knows."""
    promise = view.promise

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        due = desk.promises.when(typed["when"])
        told = typed["told"] == "yes"
        return desk.promises.move(promise.id, due.at, typed["reason"], told, operation, earliest=due.earliest)

    def look(desk: Desk, typed: Mapping[str, str]) -> Looked:
        return looked(desk, typed["when"], scene)

    fields = (
        Field("when", "New time", placeholder="fri 5pm · tomorrow 9-12 · 30 nov 14:00", below=3),
        Field("reason", "Why", placeholder="why it cannot be kept as it is"),
        yes_no("told", "They know of it", False),
    )
    title = f"Move: {promise.what}"
    about = _standing(view, scene)
    return Form(title, fields, work, draft=f"move:{promise.id}", about=about, look=look, said="Moved")


def looked(desk: Desk, line: str, scene: Scene) -> Looked:
    """What is said below the new time, and the next opening when we are closed then."""
    if not line.strip():
        return Looked()
    read = desk.promises.reading_of_time(line)
    if read.refusal is not None:
        return Looked({"when": wrapped(read.refusal.sentence, ROOM, Role.WARN, most=3)})
    offer = None
    if read.offered is not None and read.offer:
        offer = Offer("when", read.offer, f"next open {near_words(read.offered, scene.now, scene.zone)}")
    role = Role.STRONG if read.offered is None else Role.WARN
    return Looked({"when": wrapped(read.said, ROOM, role, most=3)}, offer=offer)


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
