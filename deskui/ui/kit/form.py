"""A form: fields in, a finished write out; what is typed in it is never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import uuid4

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from deskui.errors import BadInput, Conflict, DeskError
from deskui.ui.counter import Latest, soon
from deskui.ui.kit.field_row import FieldRow
from deskui.ui.kit.foot import FormFoot
from deskui.ui.kit.look import Looked
from deskui.ui.kit.sheet import Sheet
from deskui.ui.lines import Line, Role, Span, quiet, span
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from concurrent.futures import Future

    from textual.app import ComposeResult

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.ui.kit.fields import Field
    from deskui.ui.kit.look import Look, Offer
    from deskui.ui.widgets.typing import LineInput

    Work = Callable[[Desk, Mapping[str, str], str, int], Done]
    """Desk, what was typed, the operation key, the version it was begun on."""


_OPERATION = "·operation"
"""Kept with a draft, so that a text saved just before a crash is not saved twice when it comes back."""


class _Scrolling(VerticalScroll, can_focus=False):
    """The frame of a form, which may be higher than the screen."""


class Form(Sheet["Done | None"]):
    """Fields one below the other; Ctrl+S saves, Enter goes on and saves from the last line, Esc leaves."""

    FRAME = _Scrolling
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", show=False),
        Binding("escape", "leave", show=False),
        Binding("enter,ctrl+j", "next", show=False),
        Binding("ctrl+n", "take_offer", show=False, priority=True),
        Binding("ctrl+r", "start_afresh", show=False),
    ]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        work: Work,
        *,
        draft: str,
        version: int = 0,
        about: Sequence[Line] = (),
        focus: str = "",
        said: str | Callable[[Mapping[str, str]], str] = "Saved",
        leaving: str = "leave, text is kept",
        unchanged_closes: bool = False,
        look: Look | None = None,
        enter_saves: bool = False,
    ) -> None:
        super().__init__(title)
        self._fields, self._work = tuple(fields), work
        self._draft_key, self._version, self._about = draft, version, tuple(about)
        self._first = focus or self._fields[0].name
        self._said, self._leaving = said, leaving
        self._unchanged_closes, self._enter_saves = unchanged_closes, enter_saves
        self._look, self._looks = look, Latest()
        self._offer: Offer | None = None
        self._asked: set[tuple[str, ...]] = set()
        self._operation = str(uuid4())
        self._saving = False
        self._begun = {field.name: field.value for field in self._fields}
        self._kept: Mapping[str, str] = {}
        self._saved: Mapping[str, str] = {}

    def contents(self) -> ComposeResult:
        """Labels at the left, fields at the right, one line below for what is wrong."""
        self._draft_key = f"{self.app.place}:{self._draft_key}"
        draft = self.app.drafts.load(self._draft_key)
        self._operation = draft.pop(_OPERATION, self._operation)
        if self._about:
            yield LineView(classes="about")
        for field in self._fields:
            yield FieldRow(field, draft.get(field.name, field.value))
        yield FormFoot(self._leaving, enter_saves=self._enter_saves, offers=self._look is not None)
        self._restored = any(draft.get(field.name, field.value) != field.value for field in self._fields)

    def on_mount(self) -> None:
        """Write the labels, and put the cursor where typing begins."""
        if self._about:
            about = self.query_one(".about", LineView)
            about.styles.height = len(self._about)
            about.show_lines(self._about)
        self._kept = self.values()
        self._hints()
        if self._restored:
            self.foot.say(span("What you had typed is back; Ctrl+R starts afresh.", Role.GOOD))
        else:
            self.foot.keys_only()
        self._row(self._first).enter()

    @property
    def _rows(self) -> list[FieldRow]:
        return list(self.query(FieldRow))

    def _row(self, name: str) -> FieldRow:
        return next(row for row in self._rows if row.field.name == name)

    @property
    def foot(self) -> FormFoot:
        """The last lines of the form."""
        return self.query_one(FormFoot)

    @property
    def said(self) -> str:
        """What was done, in words, once it is."""
        return self._said if isinstance(self._said, str) else self._said(self._saved)

    @property
    def busy(self) -> bool:
        """Whether a save is under way; keys wait for it."""
        return self._saving

    def values(self) -> dict[str, str]:
        """What stands in the fields now."""
        return {row.field.name: row.value for row in self._rows}

    # --- what is typed -----------------------------------------------------------------------------------

    def on_input_changed(self) -> None:
        """Keep what was typed."""
        self._typed()

    def on_text_area_changed(self) -> None:
        """Keep what was typed."""
        self._typed()

    def on_choice_changed(self) -> None:
        """Keep what was chosen."""
        self._typed()

    def on_line_input_cut(self, message: LineInput.Cut) -> None:
        """Say that not all of a paste fitted."""
        self.foot.say(span(message.sentence, Role.WARN))

    def _typed(self) -> None:
        if not self.is_mounted or self._saving:
            return
        values = self.values()
        if values == self._kept:
            return
        # Another text is another write: only the very same one may be taken for a repeat of an earlier save.
        self._kept, self._operation = values, str(uuid4())
        if values != self._begun:
            self.app.drafts.save(self._draft_key, {**values, _OPERATION: self._operation})
        else:
            self.app.drafts.drop(self._draft_key)
        self._hints()
        self.foot.hush()

    def _hints(self) -> None:
        for row in self._rows:
            row.hint()
        if self._look is not None:
            look, values = self._look, self.values()
            soon(self.app.counter.ask(lambda desk: look(desk, values)), self._looks.only(self._looked))

    def _looked(self, done: Future[Looked]) -> None:
        """Show what the desk makes of it, unless something else stands there by now."""
        if not self.is_running:
            return
        error = done.exception()
        if error is not None and not isinstance(error, DeskError):
            self.app.report(error)
            return
        looked = Looked() if error is not None else done.result()
        for row in self._rows:
            if row.field.below:
                row.say(looked.said.get(row.field.name, ()))
        self._offer = looked.offer
        self.foot.offer(looked.offer)

    def action_take_offer(self) -> None:
        """Put what is offered into its field."""
        if self._offer is not None:
            self._row(self._offer.field).value = self._offer.value
            self._typed()
            self.foot.keys_only()

    # --- leaving and saving ------------------------------------------------------------------------------

    def action_next(self) -> None:
        """From a line to the next field; from the last line, or where Enter is enough, save."""
        names = [field.name for field in self._fields]
        place = names.index(self.focused.id) if self.focused is not None and self.focused.id in names else 0
        if self._enter_saves or place == len(names) - 1:
            self.action_save()
        else:
            self._rows[place + 1].enter()

    def on_input_submitted(self) -> None:
        """Enter in a line."""
        self.action_next()

    def action_leave(self) -> None:
        """Close the form; its text comes back when it is opened again."""
        if not self._saving:
            self.dismiss(None)

    def action_start_afresh(self) -> None:
        """Put every field back to what it was, and forget the draft."""
        for row in self._rows:
            row.value = row.field.value
        self._typed()
        self.foot.keys_only()

    def action_save(self) -> None:
        """Check and save; the form stays open until the database has said yes."""
        if self._saving:
            return
        if self._unchanged_closes and self.values() == self._begun:
            self.dismiss(None)
            return
        self._saving = True
        self.foot.say(quiet("Saving …"))
        values, version = self.values(), self._version
        self.run_worker(self._save(values, version), exclusive=False, exit_on_error=True)

    async def _save(self, values: Mapping[str, str], version: int) -> None:
        try:
            if await self._second_look(values):
                self._saving = False
                return
            done = await self.app.write(lambda desk: self._work(desk, values, self._operation, version))
        except Conflict as conflict:
            self._saving = False
            self._both_versions(conflict, values)
        except DeskError as error:
            self._saving = False
            self._refused(error)
        else:
            self.app.drafts.drop(self._draft_key)
            self._saved = values
            if self.is_current or self.is_mounted:
                self.dismiss(done)

    async def _second_look(self, values: Mapping[str, str]) -> bool:
        """Whether there is something to ask before this is saved; once of the same words in the same lines."""
        look = self._look
        if look is None:
            return False
        looked = await self.app.counter.answer(lambda desk: look(desk, values))
        asked = (looked.ask, *(values[name] for name in sorted(looked.said)))
        if not looked.ask or asked in self._asked:
            return False
        self._asked.add(asked)
        self.foot.question(looked.ask)
        return True

    def _refused(self, error: DeskError) -> None:
        self.foot.say(span(error.sentence, Role.BAD))
        named = error.field.casefold() if isinstance(error, BadInput) else ""
        for field in self._fields:
            if named and named in (field.label.casefold(), field.name, f"the {field.name}"):
                self._row(field.name).enter()

    def _both_versions(self, conflict: Conflict, values: Mapping[str, str]) -> None:
        """Show what stands there now; saving again from here is a choice made knowingly."""
        theirs = [
            f"{field.label}: {conflict.theirs[field.name] or 'empty'}"
            for field in self._fields
            if field.name in conflict.theirs and str(conflict.theirs[field.name] or "") != values[field.name]
        ]
        version = conflict.theirs.get("version")
        if isinstance(version, int):
            self._version, self._operation = version, str(uuid4())
        lines = [
            Line((span("Somebody else changed this meanwhile. Theirs is now:", Role.WARN),)),
            *self.foot.wrap("; ".join(theirs) or "another field"),
            Line((Span("Ctrl+S", Role.KEY), quiet(" keeps yours   "), Span("Esc", Role.KEY), quiet(" keeps theirs"))),
        ]
        self.foot.say_lines(lines)
