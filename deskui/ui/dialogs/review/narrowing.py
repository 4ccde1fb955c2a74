"""Narrowing the queue by author, kind, branch and age."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from deskui.domain.review.item import Kind, Narrowed
from deskui.ui.kit.field_row import FieldRow
from deskui.ui.kit.fields import Field, choice
from deskui.ui.kit.sheet import BACK, INNER, Sheet, keys_line
from deskui.ui.lines import BLANK, Role, wrapped
from deskui.ui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult

    from deskui.domain.staff import Employee
    from deskui.ui.shell import Within

_AGES = {"older_than": "Older than", "newer_than": "Newer than"}


def narrow(screen: Within, now: Narrowed, then: Callable[[Narrowed, str], None]) -> None:
    """Ask which of what waits is wanted; `then` hears it, with the name of the author."""
    app = screen.app

    async def ask() -> None:
        staff = await app.counter.answer(lambda desk: desk.shop.staff())

        def chosen(found: tuple[Narrowed, str] | None) -> None:
            if found is not None:
                then(*found)

        app.push_screen(Narrowing(staff, now), chosen)

    app.guarded(ask())


def narrowed_words(narrowed: Narrowed, author: str) -> str:
    """`notes by Ada at North, older than 30 d`; nothing where all is wanted."""
    kind = narrowed.kind.value if narrowed.kind is not None else ""
    whose = f"by {author}" if narrowed.author is not None else ""
    where = f"at {narrowed.branch}" if narrowed.branch else ""
    first = " ".join(each for each in (kind, whose, where) if each)
    older = f"older than {narrowed.older_than} d" if narrowed.older_than is not None else ""
    newer = f"newer than {narrowed.newer_than} d" if narrowed.newer_than is not None else ""
    return ", ".join(each for each in (first, older, newer) if each)


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
        for field in self._fields():
            yield FieldRow(field, field.value)
        yield LineView(id="foot", classes="foot -talks")

    def _fields(self) -> tuple[Field, ...]:
        """By whom, what, where and how old."""
        now, names = self._now, {each.id: each.name for each in self._staff}
        author = names.get(now.author, "") if now.author else ""
        kinds = [("", "all"), *((each.value, each.value) for each in Kind)]
        return (
            Field("author", "Author", author, placeholder="a name, or its start"),
            choice("kind", "Kind", kinds, now.kind or ""),
            Field("branch", "Branch", now.branch, placeholder="where the author works"),
            *(
                Field(name, label, "" if (days := getattr(now, name)) is None else str(days), placeholder="days")
                for name, label in _AGES.items()
            ),
            choice(
                "rest", "Out of", (("no", "what waits"), ("yes", "what was not picked")), "yes" if now.rest else ""
            ),
        )

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
        if wrong := next((label for name, label in _AGES.items() if not _is_days(typed[name])), ""):
            self._say(f"{wrong} is a number of days.")
            return
        author = authors[0] if typed["author"] else None
        self.dismiss((_narrowed(typed, author), "" if author is None else author.name))

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
