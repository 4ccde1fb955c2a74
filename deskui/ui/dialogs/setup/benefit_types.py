"""The kinds of benefit there are: written, changed and retired."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from deskui.ui.dialogs.benefits.types import edit_form, new_form, retire
from deskui.ui.kit.living_list import LivingList
from deskui.ui.kit.own_keys import OwnKeys
from deskui.ui.lines import Item, Line, Role, quiet, span, wrapped
from deskui.ui.panels.benefits import worth_words
from deskui.ui.panels.fitting import cells, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.benefits.typed import BenefitType
    from deskui.ui.panels.scene import Scene


@dataclass(frozen=True, slots=True)
class TypesShown:
    """The types by title, and the currency of the shop."""

    types: tuple[BenefitType, ...]
    currency: str


class BenefitTypeList(OwnKeys, LivingList[TypesShown]):
    """Every type in use."""

    KEYS: ClassVar[Sequence[tuple[str, str]]] = (("Enter", "change"), ("n", "new"), ("d", "retire"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "add", show=False),
        Binding("d", "retire", show=False),
    ]

    def __init__(self) -> None:
        super().__init__("Kinds of benefit")

    def question(self, desk: Desk) -> TypesShown:
        """Those in use."""
        found = sorted(desk.benefit_types.all(), key=lambda each: (each.title.casefold(), each.id))
        return TypesShown(tuple(found), desk.session.currency)

    def rows(self, answer: TypesShown, width: int) -> list[Item]:
        """A line for each: title, what sort and for whom, and what it is worth."""
        scene = self.app.scene()
        items = [type_item(each, width, scene) for each in answer.types]
        nothing = "There is no kind of benefit yet; n writes the first."
        return items or [Item(wrapped(nothing, width, Role.QUIET))]

    def chosen(self) -> BenefitType | None:
        """The one under the cursor."""
        found = () if self.shown is None else self.shown.types
        return next((each for each in found if ("benefit_type", each.id) == self.list.key), None)

    def on_item_list_chosen(self) -> None:
        """Enter: another text or value for it."""
        if (found := self.chosen()) is not None and self.shown is not None:
            self.app.open_form(edit_form(found, self.shown.currency))

    def action_add(self) -> None:
        """One more."""
        if self.shown is not None:
            self.app.open_form(new_form(self.shown.currency))

    def action_retire(self) -> None:
        """Give no more of the one under the cursor."""
        if (found := self.chosen()) is not None:
            retire(self.app, found)


def type_item(found: BenefitType, width: int, scene: Scene) -> Item:
    """`10% off a purchase  coupon · Premier            10%`."""
    words = " · ".join(filter(None, (found.kind.value, found.tier, "clerks give it" if found.by_clerk else "")))
    tail = (quiet(worth_words(found.worth, scene)),)
    title = cut(span(found.title), max(12, width // 2))
    room = max(8, width - cells((title, *tail)) - 4)
    return Item((Line((title, cut(quiet(f"  {words}"), room)), tail),), ("benefit_type", found.id))
