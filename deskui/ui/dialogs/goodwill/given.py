"""All that a customer was given; what does not stand is taken back from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from deskui.domain.review.item import Subject
from deskui.ui.drafts import DraftOf
from deskui.ui.kit.fields import Field
from deskui.ui.kit.form_spec import FormSpec
from deskui.ui.kit.living_list import LivingList
from deskui.ui.lines import BLANK, Item, Role, wrapped
from deskui.ui.panels.asked import asked_below
from deskui.ui.panels.goodwill import goodwill_items

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.customer import Customer
    from deskui.domain.done import Done
    from deskui.domain.goodwill.goodwill import Goodwill
    from deskui.domain.review.item import FixRequest
    from deskui.ui.panels.scene import Scene
    from deskui.ui.screens.desk import DeskScreen

_WIDTH = 70


def show_given(desk: DeskScreen, row: object) -> None:
    """Show all goodwill of the customer on screen, with the cursor on that one."""
    asked = desk.shown.asked(Subject.GOODWILL)
    desk.app.push_screen(GivenList(desk.shown.customer, asked, ("goodwill", row) if row else None))


class GivenList(LivingList["tuple[Goodwill, ...]"]):
    """What a customer was given, newest first."""

    KEYS = (("D", "take back"),)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("D", "take_back", show=False)]

    def __init__(self, who: Customer, asked: Mapping[int, FixRequest], at: object) -> None:
        super().__init__(f"Goodwill for {who.name}", at)
        self._who, self._asked = who, asked

    def question(self, desk: Desk) -> tuple[Goodwill, ...]:
        """All of it."""
        return desk.goodwill.of_customer(self._who.id)

    def rows(self, answer: tuple[Goodwill, ...], width: int) -> list[Item]:
        """An item for each."""
        nothing = "They were given nothing so far; w gives something."
        items = goodwill_items(answer, self.app.scene(), width)
        return [self._with_asked(each, width) for each in items] or [Item(wrapped(nothing, width, Role.QUIET))]

    def _with_asked(self, item: Item, width: int) -> Item:
        """With what whoever gave it was asked to put right."""
        asked = next((each for row, each in self._asked.items() if item.key == ("goodwill", row)), None)
        return Item((*item.lines, *asked_below(asked, width, 2)), item.key)

    def action_take_back(self) -> None:
        """Enter that the one under the cursor does not stand."""
        given = next((each for each in self.shown or () if ("goodwill", each.id) == self.list.key), None)
        if given is not None:
            self.app.guarded(self._ask_why(given))

    async def _ask_why(self, given: Goodwill) -> None:
        """What stays is said to stay before a reason is asked."""
        if stays := await self.app.counter.answer(lambda desk: desk.goodwill.stays(given.id)):
            self.say(stays, Role.WARN)
        else:
            self.app.open_form(take_back_form(given, self.app.scene()))


def take_back_form(given: Goodwill, scene: Scene) -> FormSpec:
    """Which one it is, and why it does not stand."""
    (shown,) = goodwill_items((given,), scene, _WIDTH)

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.goodwill.take_back(given.id, typed["reason"], operation)

    words = "It stays readable, and the limit has it back. Later than today, only a supervisor does this."
    return FormSpec(
        "Take goodwill back",
        (Field("reason", "The reason", placeholder="e.g. entered twice"),),
        work,
        DraftOf(f"take-back:{given.id}"),
        about=(
            *wrapped(given.customer, _WIDTH, Role.STRONG, most=2),
            *shown.lines,
            BLANK,
            *wrapped(words, _WIDTH, Role.QUIET),
            BLANK,
        ),
        said="Taken back; what is right can be given anew",
        enter_saves=True,
    )
