"""The fields of a form, one below the other; they scroll where the screen is lower."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll

from deskui.ui.kit.field_row import FieldRow
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

    from deskui.ui.kit.form_spec import FormSpec
    from deskui.ui.lines import Line


class FormBody(VerticalScroll, can_focus=False):
    """What stands above the fields, and the fields with what is typed in them."""

    def __init__(self, spec: FormSpec, values: Mapping[str, str]) -> None:
        super().__init__(classes="body")
        self._spec, self._values = spec, values

    def compose(self) -> ComposeResult:
        """Labels at the left, fields at the right."""
        if self._spec.about:
            yield LineView(id="above", classes="about")
        for field in self._spec.fields:
            yield FieldRow(field, self._values[field.name])

    def on_mount(self) -> None:
        """Write what stands above."""
        for about in self.query(".about").results(LineView):
            about.styles.height = len(self._spec.about)
            about.show_lines(self._spec.about)

    @property
    def rows(self) -> list[FieldRow]:
        """The fields, from the top."""
        return list(self.query(FieldRow))

    def row(self, name: str) -> FieldRow:
        """The field of that name."""
        return next(row for row in self.rows if row.field.name == name)

    def values(self) -> dict[str, str]:
        """What stands in the fields now."""
        return {row.field.name: row.value for row in self.rows}

    def hint(self) -> None:
        """Let each field say what it has to say itself, and hide those that are not asked for."""
        values = self.values()
        for row in self.rows:
            row.hint()
            name, value = row.field.unless
            row.display = not name or values[name] != value

    def say(self, said: Mapping[str, Sequence[Line]]) -> None:
        """Say below the fields what the desk makes of them."""
        for row in self.rows:
            if row.field.below:
                row.say(said.get(row.field.name, ()))

    def at(self, widget: Widget | None) -> FieldRow | None:
        """The field that has the cursor."""
        return next((row for row in self.rows if widget is not None and row.field.name == widget.id), None)

    def after(self, widget: Widget | None) -> FieldRow | None:
        """The field behind the one that has the cursor, or None behind the last."""
        rows = [row for row in self.rows if row.display]
        names = [row.field.name for row in rows]
        place = names.index(widget.id) if widget is not None and widget.id in names else 0
        return rows[place + 1] if place + 1 < len(rows) else None

    def refused(self, name: str) -> FieldRow | None:
        """The field that the desk calls so in a refusal."""
        return next((row for row in self.rows if row.field.is_called(name)), None)
