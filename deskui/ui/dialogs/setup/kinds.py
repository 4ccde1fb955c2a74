"""The kinds of case and promise that forms offer: added, renamed for what comes from now on, retired."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final
from uuid import uuid4

from textual.binding import Binding, BindingType

from deskui.domain.kinds import KindOf
from deskui.ui.drafts import DraftOf
from deskui.ui.kit.fields import Field, choice
from deskui.ui.kit.form_spec import FormSpec
from deskui.ui.kit.living_list import LivingList
from deskui.ui.kit.own_keys import OwnKeys
from deskui.ui.lines import BLANK, Role, span, wrapped
from deskui.ui.panels.setup import kind_items
from deskui.ui.shell import BRINGS_BACK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.kinds import WorkKind
    from deskui.ui.lines import Item

_WIDTH: Final = 70
_KEEPS: Final = "What was written keeps its word; the new one is offered from now on."


class KindList(OwnKeys, LivingList["tuple[WorkKind, ...]"]):
    """The kinds in use."""

    KEYS: ClassVar[Sequence[tuple[str, str]]] = (("Enter", "rename"), ("n", "new"), ("d", "retire"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "add", show=False),
        Binding("d", "retire", show=False),
    ]

    def __init__(self) -> None:
        super().__init__("Kinds of case and promise")

    def question(self, desk: Desk) -> tuple[WorkKind, ...]:
        """Those in use."""
        return desk.kinds.listed()

    def rows(self, answer: tuple[WorkKind, ...], width: int) -> list[Item]:
        """A line for each."""
        return kind_items(answer, width)

    def chosen(self) -> WorkKind | None:
        """The one under the cursor."""
        return next((each for each in self.shown or () if ("kind", each.id) == self.list.key), None)

    def on_item_list_chosen(self) -> None:
        """Enter: another word for it."""
        if (kind := self.chosen()) is not None:
            self.app.open_form(rename_form(kind))

    def action_add(self) -> None:
        """One more, on the list the cursor is in."""
        kind = self.chosen()
        self.app.open_form(new_form(KindOf.CASE if kind is None else kind.of))

    def action_retire(self) -> None:
        """Offer the one under the cursor no more."""
        if (kind := self.chosen()) is not None:
            key, said = str(uuid4()), f"Retired: {span(kind.title).text}"
            self.app.write_soon(lambda desk: desk.kinds.retire(kind.id, kind.version, key), said, back=BRINGS_BACK)
        else:
            self.say("Put the cursor on a kind first; d retires it.", Role.WARN)


def new_form(of: KindOf) -> FormSpec:
    """A kind for one of the lists."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.kinds.add(KindOf(typed["of"]), typed["title"], operation)

    whose = choice("of", "Of", [(each.value, f"{each.value}s") for each in KindOf], of.value)
    title = Field("title", "Kind", placeholder="e.g. delivery, framing", also=("The kind",))
    return FormSpec("New kind", (title, whose), work, DraftOf("work_kind:new"), said="On the list")


def rename_form(kind: WorkKind) -> FormSpec:
    """Another word for a kind."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.kinds.rename(kind.id, version, typed["title"], operation)

    return FormSpec(
        f"Kind of {kind.of.value}: {kind.title}",
        (Field("title", "Kind", kind.title, also=("The kind",)),),
        work,
        DraftOf(f"work_kind:{kind.id}"),
        version=kind.version,
        about=(*wrapped(_KEEPS, _WIDTH, Role.QUIET), BLANK),
        said="Renamed",
        unchanged_closes=True,
        enter_saves=True,
    )
