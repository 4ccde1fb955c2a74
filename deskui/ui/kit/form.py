"""A form: fields in, a finished write out; what is typed in it is never lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from deskui.errors import BadInput, Conflict, DeskError
from deskui.ui.kit.conflict import both_versions
from deskui.ui.kit.draft import Draft
from deskui.ui.kit.foot import FormFoot
from deskui.ui.kit.form_body import FormBody
from deskui.ui.kit.form_spec import Saved
from deskui.ui.kit.glances import Glances
from deskui.ui.kit.sheet import Sheet
from deskui.ui.lines import Role, quiet, span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult

    from deskui.desk.desk import Desk
    from deskui.ui.kit.form_spec import FormSpec
    from deskui.ui.kit.look import Looked
    from deskui.ui.widgets.secret_input import SecretInput
    from deskui.ui.widgets.typing import LineInput


_FEWEST: Final = 4
"""Lines of fields that stay in view whatever is said at the foot."""
_SAID: Final = 4
"""Lines of the foot, with one sentence."""


class Form(Sheet["Saved | None"]):
    """Fields one below the other; Ctrl+S saves, Enter goes on and saves from the last line, Esc leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", show=False),
        Binding("escape", "leave", show=False),
        Binding("enter,ctrl+j", "next", show=False),
        Binding("ctrl+n", "take_offer", show=False, priority=True),
        Binding("ctrl+r", "start_afresh", show=False),
    ]

    draft: Draft
    """What is typed, as it is kept; there from the moment the form is put together."""
    glances: Glances
    """What the desk makes of that."""

    def __init__(self, spec: FormSpec) -> None:
        super().__init__(spec.title)
        self.spec = spec
        if spec.focus:
            # At once, not with the first frame: what is typed behind the key that opened the form goes there.
            self.AUTO_FOCUS = f"#{spec.focus}"  # type: ignore[misc]
        self._version = spec.version
        self._saving = False
        self._has_begun = False

    def contents(self) -> ComposeResult:
        """The fields, and at the foot what is wrong and the keys."""
        spec, of = self.spec, self.spec.draft
        kept_as = replace(of, key=f"{self.app.place}:{of.key}")
        self.draft = Draft(self.app.drafts, kept_as, spec.begun(), spec.secret)
        self.glances = Glances(self.app, spec.look, self._show)
        yield FormBody(spec, self.draft.values)
        yield FormFoot(spec, self.fit)

    def on_mount(self) -> None:
        """Put the cursor where typing begins; nowhere when the program was left in this very moment."""
        if not self.query(FormBody):
            return
        self._hints()
        if self.draft.is_as_begun:
            self.foot.keys_only()
        else:
            self.foot.say(span("What you had typed is back; Ctrl+R starts afresh.", Role.GOOD))
        self.body.row(self.spec.focus or self.spec.fields[0].name).enter()
        self.app.call_later(self._begin)  # behind the cursor, which goes where it begins by the same way

    def _begin(self) -> None:
        """The cursor is where typing begins."""
        self._has_begun = True

    def wanted(self) -> int:
        """Lines it takes with a sentence or two at its foot."""
        return self.spec.height + self.around + _SAID

    def fit(self) -> None:
        """Leave the foot whole: where the screen is low, the fields above it scroll."""
        if not self.query(FormBody):
            return
        super().fit()
        room = self.most - self.around - self.foot.lines
        self.body.styles.max_height = max(_FEWEST, room)
        if self.focused is not None:
            self.call_after_refresh(self.focused.scroll_visible, animate=False)

    @property
    def body(self) -> FormBody:
        """The fields."""
        return self.query_one(FormBody)

    @property
    def foot(self) -> FormFoot:
        """The last lines of the form."""
        return self.query_one(FormFoot)

    @property
    def busy(self) -> bool:
        """Whether keys have to wait: for a save under way, and for the cursor to be where it begins."""
        return self._saving or not self._has_begun

    def values(self) -> dict[str, str]:
        """What stands in the fields now."""
        return self.body.values()

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

    def on_descendant_focus(self) -> None:
        """Say what Enter does in the field that has the cursor."""
        row = self.body.at(self.focused) if self._is_there else None
        if row is not None:
            self.foot.at(row.field)

    def on_line_input_cut(self, message: LineInput.Cut) -> None:
        """Say that not all of a paste fitted."""
        self.foot.say(span(message.sentence, Role.WARN))

    def on_secret_input_no_digits(self, message: SecretInput.NoDigits) -> None:
        """Say what a PIN is made of, at once."""
        self.foot.say(span(message.sentence, Role.WARN))

    def _typed(self) -> None:
        if not self.is_mounted or self._saving:
            return
        if changed := self.draft.keep(self.values()):
            self.glances.typed(changed)
            self._hints()
            self.foot.hush()

    def _hints(self) -> None:
        self.body.hint()
        self.glances.ask(self.values())

    def _show(self, looked: Looked) -> None:
        """Show what the desk makes of it."""
        if self.is_running:
            self.body.say(looked.said)
            self.foot.offer(looked.offer)

    def action_take_offer(self) -> None:
        """Put what is offered into its field."""
        if (offer := self.glances.offer) is not None:
            self.body.row(offer.field).value = offer.value
            self._typed()
            self.foot.keys_only()

    # --- leaving and saving ------------------------------------------------------------------------------

    def action_next(self) -> None:
        """From a line to the next field; from the last line, or where Enter is enough, save."""
        row = None if self.spec.enter_saves else self.body.after(self.focused)
        if row is None:
            self.action_save()
        else:
            row.enter()

    def on_input_submitted(self) -> None:
        """Enter in a line."""
        self.action_next()

    def action_leave(self) -> None:
        """Close the form; its text comes back when it is opened again."""
        if not self._saving:
            self.dismiss(None)

    def action_start_afresh(self) -> None:
        """Put every field back to what it was, and forget the draft."""
        for row in self.body.rows:
            row.value = row.field.value
        self._typed()
        self.foot.keys_only()

    def action_save(self) -> None:
        """Check and save; the form stays open until the database has said yes."""
        if self._saving:
            return
        if self.spec.unchanged_closes and self.values() == self.spec.begun():
            self.dismiss(None)
            self.app.say("Nothing was changed, so nothing was saved", Role.QUIET)
            return
        self._saving = True
        self.foot.say(quiet("Saving …"))
        self.run_worker(self._save(self.values(), self._version), exclusive=False, exit_on_error=True)

    async def _save(self, values: Mapping[str, str], version: int) -> None:
        try:
            if (looked := await self.glances.doubts(values)) is not None:
                if self._is_there:
                    self.foot.question(looked.doubts, looked.again)
                return
            saved = await self.app.save(self._write(values, version))
        except Conflict as conflict:
            if self._is_there:
                self._both_versions(conflict, values)
        except DeskError as error:
            if self._is_there:
                self._refused(error)
        else:
            self.draft.drop()
            if self.is_current or self.is_mounted:
                self.dismiss(saved)
            return
        finally:
            self._saving = False

    @property
    def _is_there(self) -> bool:
        """Whether there is still something to say it on: the program may be left before the answer comes."""
        return bool(self.query(FormBody))

    def _write(self, values: Mapping[str, str], version: int) -> Callable[[Desk], Saved]:
        spec, operation = self.spec, self.draft.operation

        def write(desk: Desk) -> Saved:
            done = spec.work(desk, values, operation, version)
            return done if isinstance(done, Saved) else Saved(done, spec.said)

        return write

    def _refused(self, error: DeskError) -> None:
        """Say why it is not saved, and put the cursor where that is."""
        row = self.body.refused(error.field) if isinstance(error, BadInput) else None
        if row is not None and row.says(error.sentence):
            self.foot.say(span(f"Not saved; see {row.field.label}.", Role.BAD))
        else:
            self.foot.say(span(error.sentence, Role.BAD))
        if row is not None:
            row.enter()

    def _both_versions(self, conflict: Conflict, values: Mapping[str, str]) -> None:
        version = conflict.theirs.get("version")
        if isinstance(version, int):
            self._version = version
            self.draft.renew()
        self.foot.say_lines(both_versions(conflict, self.spec.fields, values, self.foot.room))
