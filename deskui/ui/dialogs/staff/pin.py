"""The form in which somebody gets a PIN, another one, or none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from deskui.domain.signing.pins import LONGEST, SHORTEST
from deskui.errors import BadInput
from deskui.ui.drafts import DraftOf
from deskui.ui.kit.fields import choice, secret
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.lines import BLANK, Line, quiet, span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.staff import Employee
    from deskui.ui.kit.fields import Field
    from deskui.ui.shell import Shell

_GIVE: Final = "give a new one"
_TAKE: Final = "take it away"


def set_pin(app: Shell, who: Employee) -> None:
    """Open the form for somebody of our own staff, as whoever is acting may fill it in."""

    async def go() -> None:
        has_one = who.id in await app.counter.answer(lambda desk: desk.signing.with_pin())
        me = None if app.session is None else app.session.employee
        app.open_form(pin_form(who, is_own=me is not None and me.id == who.id, has_one=has_one))

    app.guarded(go())


def pin_form(who: Employee, *, is_own: bool, has_one: bool) -> FormSpec:
    """The old PIN where it is one's own, and the new one twice."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        if typed.get("what") == _TAKE:
            done = desk.signing.take_pin_away(who.id, operation)
            return Saved(done, f"{span(who.name).text} has no PIN any more")
        if typed["new"] != typed["again"]:
            raise BadInput("The two differ; type the new PIN twice.", "again")
        done = desk.signing.set_pin(who.id, typed["new"], typed.get("old", ""), operation)
        return Saved(done, "Your PIN is set" if is_own else f"{span(who.name).text} has a new PIN")

    about = (Line((quiet(f"{SHORTEST} to {LONGEST} digits; it is kept as a hash and shown nowhere."),)), BLANK)
    title = "My PIN" if is_own else f"PIN of {who.name}"
    draft, fields = DraftOf(f"pin:{who.id}"), _fields(is_own=is_own, has_one=has_one)
    return FormSpec(title, fields, work, draft, about=about, leaving="leave")


def _fields(*, is_own: bool, has_one: bool) -> tuple[Field, ...]:
    new = (replace(secret("new", "New PIN"), also=("PIN",)), secret("again", "Once more"))
    if not has_one:
        return new
    return (secret("old", "Old PIN"), *new) if is_own else (choice("what", "PIN", (_GIVE, _TAKE)), *new)
