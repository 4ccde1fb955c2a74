"""What each command of the registry does on the desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from deskui.ui.dialogs.faces import show_faces
from deskui.ui.dialogs.following_up import follow_up_form, follow_up_menu
from deskui.ui.dialogs.handing_over import hand_over_case
from deskui.ui.dialogs.people import new_customer_form, profile_form
from deskui.ui.dialogs.points import show_points
from deskui.ui.dialogs.promise_list import open_promises
from deskui.ui.dialogs.promising import promise_form
from deskui.ui.dialogs.reading import conversation_page, order_page
from deskui.ui.dialogs.small import Chooser, Confirm
from deskui.ui.dialogs.staffing import show_staff
from deskui.ui.dialogs.telling import told_form
from deskui.ui.dialogs.told_history import show_told
from deskui.ui.dialogs.wrapping_up import wrap_up_form
from deskui.ui.dialogs.writing import (
    case_form,
    interest_form,
    note_form,
    reference_form,
    status_form,
)
from deskui.ui.format import moment_words
from deskui.ui.lines import Item, Line, span
from deskui.ui.screens.help import Help

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.domain.done import Done
    from deskui.domain.pages import CustomerView
    from deskui.domain.staff import Employee
    from deskui.ui.app import DeskApp
    from deskui.ui.dialogs.form import Form
    from deskui.ui.screens.desk import DeskScreen


def _open(desk: DeskScreen, form: Form, then: Callable[[Done], None] | None = None) -> None:
    """Show a form; when it has saved, say so and tell every screen."""

    def closed(done: Done | None) -> None:
        if done is not None:
            if then is not None:
                then(done)
            desk.say(f"{form.said}; u takes it back")

    desk.app.push_screen(form, closed)


def _view(desk: DeskScreen) -> CustomerView:
    assert desk.view is not None, "the registry lets no command through without a customer that needs one"
    return desk.view


def find(desk: DeskScreen) -> None:
    """Put the cursor into the lookup, with what stands there selected."""
    from deskui.ui.widgets.typing import LookupInput

    box = desk.query_one(LookupInput)
    desk.set_focus(box)
    box.action_select_all()
    desk.typed(box.value)


def new_customer(desk: DeskScreen) -> None:
    """Offer those who look alike, then the form."""
    from deskui.ui.widgets.find_pane import FindPane
    from deskui.ui.widgets.typing import LookupInput

    typed = desk.query_one(LookupInput).value if desk.query_one(FindPane).display else ""
    region = desk.app.scene().region

    async def ask() -> None:
        similar = await desk.app.counter.answer(lambda each: each.customers.similar(typed))
        _open(desk, new_customer_form(typed, similar, region), lambda done: desk.open_customer(done.subject))  # type: ignore[arg-type]

    desk.app.guarded(ask())


def _with_staff(desk: DeskScreen, form: Callable[[CustomerView, tuple[Employee, ...]], Form]) -> None:
    """Open a form that offers the people on the staff list."""
    view = _view(desk)

    async def ask() -> None:
        _open(desk, form(view, await desk.app.counter.answer(lambda each: each.shop.staff())))

    desk.app.guarded(ask())


def drop_note(desk: DeskScreen) -> None:
    """Take the note under the cursor away; undo brings it back."""
    view, note_id = _view(desk), desk.note_id()
    note = next(each for each in view.notes if each.id == note_id)
    key = str(uuid4())
    desk.app.write_soon(
        lambda each: each.notes.withdraw(view.customer.id, note.id, note.version, key),
        "Note taken away; u brings it back",
    )


def take_back(app: DeskApp) -> None:
    """Show the last entry of the person acting, and take it back when they say so."""
    key = str(uuid4())

    async def ask() -> None:
        entry = await app.counter.answer(lambda each: each.own_entries.last())
        scene = app.scene()
        whose = f" on {entry.customer}" if entry.customer else ""
        words = f"Take back: {entry.title}{whose}, {moment_words(entry.at, scene.now, scene.zone)}?"
        said = f"Taken back: {entry.title}{whose}"

        def answered(yes: bool | None) -> None:
            if yes:
                app.write_soon(lambda each: each.own_entries.undo(entry.done, key), said)

        app.push_screen(Confirm(words, "take it back"), answered)

    app.guarded(ask())


def promise(desk: DeskScreen) -> None:
    """Promise something, with the kinds of this shop to choose from."""
    view = _view(desk)

    async def ask() -> None:
        kinds = await desk.app.counter.answer(lambda each: each.promises.kinds())
        _open(desk, promise_form(view, kinds, desk.app.scene()))

    desk.app.guarded(ask())


def promises(desk: DeskScreen) -> None:
    """The customer's promises, the one under the cursor of the case first."""
    panel = desk.pane.panel("case")
    key = panel.key if panel.has_focus else None
    at = key[1] if isinstance(key, tuple) and key[0] == "promise" else None
    open_promises(desk, _view(desk).customer.id, at)


def theme(desk: DeskScreen) -> None:
    """Choose the colours; they are remembered."""
    names = sorted(desk.app.available_themes)
    items = [Item((Line((span(name),)),), name) for name in names]

    def chosen(answer: object) -> None:
        if isinstance(answer, tuple):
            desk.app.theme = str(answer[1])

    desk.app.push_screen(Chooser("Colours", items, at=desk.app.theme), chosen)


def _step_case(desk: DeskScreen, step: int) -> None:
    view = _view(desk)
    places = [each.id for each in view.cases]
    assert view.case is not None, "needs a case"
    place = (places.index(view.case.id) + step) % len(places)
    desk.show_case(places[place])


def refresh(desk: DeskScreen) -> None:
    """Read everything again."""
    if desk.view is not None:
        desk.show_case(desk.view.case.id if desk.view.case is not None else None)
    desk.say("Read again")


def due(desk: DeskScreen) -> None:
    """Show what is due, over the desk."""
    from deskui.ui.screens.due import DueScreen

    desk.app.push_screen(DueScreen(desk))


def acknowledge(desk: DeskScreen, view: CustomerView) -> None:
    """Say that the case on screen was seen by whom it was given to."""
    given = None if view.case is None else view.case.hand_over
    assert given is not None, "the row of a hand-over has one"
    key, knows = str(uuid4()), f"; {span(given.giver).text} knows" if given.giver else ""
    desk.app.write_soon(lambda each: each.duty.acknowledge(given.id, key), f"Seen{knows}; u takes it back")


def open_row(desk: DeskScreen, view: CustomerView, key: object) -> None:
    """Enter on a row of a panel: change a note, show a case, read a conversation or an order whole."""
    kind, row = key if isinstance(key, tuple) else ("", None)
    scene = desk.app.scene()
    if kind == "note":
        _open(desk, note_form(view, next(each for each in view.notes if each.id == row)))
    elif kind == "case":
        desk.show_case(row)
    elif kind == "conversation":
        desk.app.push_screen(conversation_page(desk.pane.talk(row), scene))
    elif kind == "hand_over":
        acknowledge(desk, view)
    elif kind == "promise":
        open_promises(desk, view.customer.id, row)
    elif kind == "follow_up":
        follow_up_menu(desk, view, next(each for each in view.follow_ups if each.id == row), _open)
    elif kind == "order":
        desk.app.push_screen(order_page(desk.pane.order(row), scene))


ACTIONS: Final[dict[str, Callable[[DeskScreen], object]]] = {
    "find": find,
    "home": lambda desk: desk.app.quit() if desk.at_home else desk.leave_customer(),
    "new_customer": new_customer,
    **{f"panel_{place}": partial(lambda desk, place: desk.focus_panel(place), place=place) for place in (1, 2, 3, 4)},
    "next_panel": lambda desk: desk.step_panel(1),
    "previous_panel": lambda desk: desk.step_panel(-1),
    "log": lambda desk: _open(desk, wrap_up_form(_view(desk), desk.app.scene())),
    "note": lambda desk: _open(desk, note_form(_view(desk))),
    "interest": lambda desk: _open(desk, interest_form(_view(desk))),
    "drop_note": drop_note,
    "promise": promise,
    "promises": promises,
    "told": lambda desk: _open(desk, told_form(_view(desk), desk.app.scene())),
    "follow_up": lambda desk: _with_staff(desk, lambda view, staff: follow_up_form(view, staff, desk.app.scene())),
    "profile": lambda desk: _with_staff(desk, lambda view, staff: profile_form(view.customer, staff)),
    "points": show_points,
    "undo": lambda desk: take_back(desk.app),
    "faces": show_faces,
    "told_history": show_told,
    "case": lambda desk: _open(desk, case_form(_view(desk))),
    "status": lambda desk: _open(desk, status_form(_view(desk).case)),  # type: ignore[arg-type]
    "owner": hand_over_case,
    "reference": lambda desk: _open(desk, reference_form(_view(desk).case)),  # type: ignore[arg-type]
    "previous_case": lambda desk: _step_case(desk, -1),
    "next_case": lambda desk: _step_case(desk, 1),
    "keys": lambda desk: desk.app.push_screen(Help(desk.why_not, desk.app.overrides)),
    "palette": lambda desk: desk.app.action_command_palette(),
    "theme": theme,
    "staff": show_staff,
    "due": due,
    "refresh": refresh,
}
"""By the command's id; a test holds it against the registry."""
