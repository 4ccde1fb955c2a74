"""Similar earlier cases: read, or opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from deskui.ui.kit.living_list import LivingList
from deskui.ui.kit.reading import Reading
from deskui.ui.lines import Item, Role, wrapped
from deskui.ui.panels.similar import case_page, similar_items

if TYPE_CHECKING:
    from deskui.desk.desk import Desk
    from deskui.domain.case import Case
    from deskui.domain.similar import SimilarCase
    from deskui.ui.screens.desk import DeskScreen


def show_similar(desk: DeskScreen) -> None:
    """Show cases like the one on screen, the nearest first."""
    desk.app.push_screen(SimilarList(desk, desk.case))


class SimilarList(LivingList["tuple[SimilarCase, ...]"]):
    """Cases of the same product, kind or words."""

    KEYS = (("Enter", "read it"), ("o", "open it"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open", show=False),
        Binding("y", "leave", show=False),
    ]

    def __init__(self, desk: DeskScreen, case: Case) -> None:
        super().__init__(f"Cases like #{case.number}")
        self._desk, self._case = desk, case

    def question(self, desk: Desk) -> tuple[SimilarCase, ...]:
        """The nearest of them."""
        return desk.links.similar(self._case)

    def rows(self, answer: tuple[SimilarCase, ...], width: int) -> list[Item]:
        """A few lines for each."""
        nothing = "No earlier case has its product, its kind or the words of its subject."
        return similar_items(answer, self.app.scene(), width) or [Item(wrapped(nothing, width, Role.QUIET))]

    def _chosen(self) -> SimilarCase | None:
        return next((each for each in self.shown or () if ("similar", each.case.id) == self.list.key), None)

    def on_item_list_chosen(self) -> None:
        """Enter: read it."""
        if (found := self._chosen()) is not None:
            self.app.guarded(self._read_page(found))

    async def _read_page(self, found: SimilarCase) -> None:
        case, events = await self.app.counter.answer(
            lambda desk: (desk.cases.case(found.case.id), desk.cases.history(found.case.id))
        )
        scene = self.app.scene()
        title = f"Case #{case.number} · {case.subject}"
        self.app.push_screen(Reading(title, lambda width: case_page(case, found.customer, events, scene, width)))

    def action_open(self) -> None:
        """Go to it."""
        if (found := self._chosen()) is not None:
            self.dismiss(None)
            self._desk.open_customer(found.customer_id, found.case.id)
