"""Putting right what a supervisor asked for: the note or the conversation, with what they said above it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from deskui.domain.review.item import Subject
from deskui.ui.dialogs.notes import note_form
from deskui.ui.drafts import DraftOf
from deskui.ui.kit.fields import Field, text
from deskui.ui.kit.form_spec import FormSpec
from deskui.ui.lines import BLANK, Role, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.ids import ConversationId
    from deskui.domain.review.item import FixRequest, Item
    from deskui.ui.lines import Line
    from deskui.ui.shell import Within

PUT_RIGHT: Final = frozenset({Subject.NOTE, Subject.CONVERSATION})
"""What is put right by changing it."""
_WIDTH: Final = 70


def put_right(screen: Within, asked: FixRequest) -> None:
    """Open what is to be changed."""
    app = screen.app

    async def ask() -> None:
        if asked.subject is Subject.NOTE:
            view = await app.counter.answer(lambda desk: desk.customers.view(asked.customer_id))
            note = next(each for each in view.notes if each.id == asked.row)
            app.open_form(replace(note_form(view, note), about=_said(asked)))
        else:
            talk = await app.counter.answer(lambda desk: desk.reviewing.asked_about(asked))
            app.open_form(_talk_form(asked, talk))

    app.guarded(ask())


def _talk_form(asked: FixRequest, talk: Item) -> FormSpec:
    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        row: ConversationId = talk.row  # type: ignore[assignment]
        return desk.conversations.edit(row, version, typed["summary"], typed["next_step"], operation)

    fields = (text("summary", "Summary", talk.text), Field("next_step", "Next step", talk.second))
    return FormSpec(
        f"Conversation with {asked.customer}",
        fields,
        work,
        DraftOf(f"put right:{asked.id}"),
        version=talk.version,
        about=_said(asked),
        said="Written again; it goes to the supervisors",
        unchanged_closes=True,
    )


def _said(asked: FixRequest) -> tuple[Line, ...]:
    by = f"{asked.by}: " if asked.by else ""
    return (*wrapped(f"{by}{asked.comment}", _WIDTH, Role.WARN, most=5), BLANK)
