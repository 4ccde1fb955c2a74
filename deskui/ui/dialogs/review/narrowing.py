"""Narrowing the queue by author, kind, branch and age."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from deskui.domain.review.item import Kind, Narrowed
from deskui.ui.dialogs.review.forms import narrow_fields
from deskui.ui.kit.field_row import FieldRow
from deskui.ui.kit.sheet import BACK, INNER, Sheet, keys_line
from deskui.ui.lines import BLANK, Role, wrapped
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

    from deskui.domain.staff import Employee


class Narrowing(Sheet["tuple[Narrowed, str] | None"]):
    """Fields of which nothing is kept; Enter shows what fits."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+j,ctrl+s", "take", show=False, priority=True),
        Binding("escape", "leave", show=False),
    ]

    def __init__(self, staff: Sequence[Employee], now: Narrowed) -> None:
        super().__init__("Show only")
        self._staff, self._now = tuple(staff), now

    def contents(self) -> ComposeResult:
        """The fields and the keys."""
        for field in narrow_fields(self._staff, self._now):
            yield FieldRow(field, field.value)
        yield LineView(id="foot", classes="foot -talks")

    def on_mount(self) -> None:
        """Begin with the author."""
        self._say("")
        self.query(FieldRow).first().enter()

    def _say(self, sentence: str) -> None:
        foot = self.query_one("#foot", LineView)
        said = wrapped(sentence, INNER, Role.WARN) if sentence else (BLANK,)
        keys = keys_line((("Enter", "show"), ("Tab", "next field"), BACK))
        foot.styles.height = len(said) + 1
        foot.show_lines((*said, keys))

    def action_take(self) -> None:
        """Show what fits, unless it cannot be understood."""
        typed = {row.field.name: row.value.strip() for row in self.query(FieldRow)}
        authors = [each for each in self._staff if each.name.casefold().startswith(typed["author"].casefold())]
        if typed["author"] and len(authors) != 1:
            names = ", ".join(each.name for each in authors) or "nobody"
            self._say(f"{typed['author']} is {names}; type the name of one.")
            return
        if wrong := next((each for each in ("older_than", "newer_than") if not _is_days(typed[each])), ""):
            self._say(f"{wrong.replace('_', ' ').capitalize()} is a number of days.")
            return
        found = _narrowed(typed, authors[0] if typed["author"] else None)
        self.dismiss((found, _words(found, authors)))

    def action_leave(self) -> None:
        """Leave it as it was."""
        self.dismiss(None)


def _is_days(typed: str) -> bool:
    return not typed or (typed.isascii() and typed.isdigit() and len(typed) < 6)


def _narrowed(typed: Mapping[str, str], author: Employee | None) -> Narrowed:
    return Narrowed(
        None if author is None else author.id,
        Kind(typed["kind"]) if typed["kind"] else None,
        typed["branch"],
        int(typed["older_than"]) if typed["older_than"] else None,
        int(typed["newer_than"]) if typed["newer_than"] else None,
        typed["rest"] == "yes",
    )


def _words(found: Narrowed, authors: Sequence[Employee]) -> str:
    parts = (
        f"by {authors[0].name}" if found.author is not None else "",
        found.kind.value if found.kind is not None else "",
        f"at {found.branch}" if found.branch else "",
        f"older than {found.older_than} d" if found.older_than is not None else "",
        f"newer than {found.newer_than} d" if found.newer_than is not None else "",
        "not sampled" if found.rest else "",
    )
    return ", ".join(each for each in parts if each)
