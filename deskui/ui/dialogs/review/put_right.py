"""Putting right what a supervisor asked for: going there, and changing it with what they said above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.review.item import Subject
from deskui.ui.dialogs.goodwill.given import show_given
from deskui.ui.dialogs.notes import note_form
from deskui.ui.dialogs.told.history import show_told
from deskui.ui.drafts import about
from deskui.ui.kit.fields import Field, text
from deskui.ui.kit.form_spec import FormSpec
from deskui.ui.panels.asked import asked_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.ids import ConversationId
    from deskui.domain.pages import CustomerView
    from deskui.domain.review.item import FixRequest, Item
    from deskui.ui.screens.desk import DeskScreen
    from deskui.ui.shell import Within

PUT_RIGHT: Final = frozenset({Subject.NOTE, Subject.CONVERSATION})
"""What is put right by changing it."""
_KEPT_AS: Final = ("changed conversation", "panel_2")


def titles(asked: FixRequest | None) -> dict[str, str]:
    """What the keys of the due list are called on what is to be put right."""
    if asked is None:
        return {}
    return {"open": "go there", "settle": "fix" if asked.subject in PUT_RIGHT else "put right"}


def go_to(desk: DeskScreen, asked: FixRequest) -> None:
    """On the customer that it is about, put the cursor on it; what has no row there is shown with what was said."""
    if asked.subject is Subject.STATEMENT:
        show_told(desk, asked.row)
    elif asked.subject is Subject.GOODWILL:
        show_given(desk, asked.row)
    elif asked.subject is Subject.NOTE:
        desk.pane.activate("notes")
        desk.pane.panel("notes").point_at(("note", asked.row))
    else:
        desk.pane.activate("conversations")
        desk.pane.talks.point_at(("conversation", asked.row))
        if desk.pane.talks.key != ("conversation", asked.row):  # so long ago that it is not read yet
            put_right(desk, asked)


def put_right(screen: Within, asked: FixRequest) -> None:
    """Open what is to be changed."""
    app = screen.app

    async def ask() -> None:
        view = await app.counter.answer(lambda desk: desk.customers.view(asked.customer_id))
        if asked.subject is Subject.NOTE:
            app.open_form(note_form(view, next(each for each in view.notes if each.id == asked.row)))
        else:
            talk = await app.counter.answer(lambda desk: desk.reviewing.asked_about(asked))
            app.open_form(_talk_form(view, asked, talk))

    app.guarded(ask())


def _talk_form(view: CustomerView, asked: FixRequest, talk: Item) -> FormSpec:
    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        row: ConversationId = talk.row  # type: ignore[assignment]
        return desk.conversations.edit(row, version, typed["summary"], typed["next_step"], operation)

    who = view.customer
    fields = (text("summary", "Summary", talk.text), Field("next_step", "Next step", talk.second))
    return FormSpec(
        f"Conversation with {who.name}",
        fields,
        work,
        about(who, f"conversation:{who.number}:{talk.row}", *_KEPT_AS),
        version=talk.version,
        about=asked_lines(asked),
        said="Written again; it goes to the supervisors",
        unchanged_closes=True,
    )
