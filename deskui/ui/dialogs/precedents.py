"""What was decided before: read, or its case and customer opened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from deskui.desk.precedents import BESIDE
from deskui.domain.goodwill.goodwill import GoodwillKind
from deskui.ui.dialogs.doubts import ROOM
from deskui.ui.kit.living_list import LivingList
from deskui.ui.kit.reading import Reading
from deskui.ui.lines import Item, Line, Role, quiet, wrapped
from deskui.ui.panels.precedents import EMPTY, nearest_lines, precedent_items, precedent_key, precedent_page
from deskui.ui.panels.promised import heading
from deskui.ui.panels.similar import case_page
from deskui.ui.way_back import open_from_list

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.case import Case
    from deskui.domain.goodwill.precedent import Precedent
    from deskui.domain.ids import CustomerId
    from deskui.domain.pages import CustomerView
    from deskui.ui.kit.look import Looked
    from deskui.ui.panels.scene import Scene
    from deskui.ui.screens.desk import DeskScreen

_LABEL: Final = "Decided before:"


def show_precedents(desk: DeskScreen) -> None:
    """Show what was given and refused before, to this customer and in cases like the one on screen."""
    desk.app.push_screen(PrecedentList(desk, desk.shown))


def nearest(
    desk: Desk, customer_id: CustomerId, case: Case | None, kind: GoodwillKind | None = None, said: str = ""
) -> tuple[Precedent, ...]:
    """The few that stand beside a decision; `said` is what is typed of it. Runs on the lane."""
    return desk.precedents.nearest(customer_id, case, kind, reason=said, most=BESIDE)


def beside(looked: Looked, desk: Desk, view: CustomerView, typed: Mapping[str, str], scene: Scene) -> Looked:
    """What a goodwill form says of what is typed, with the nearest precedents below who decides."""
    said = f"{typed['what']} {typed['reason']}"
    found = nearest(desk, view.customer.id, view.case, GoodwillKind(typed["kind"]), said)
    lines = (Line((quiet(_LABEL),)), *nearest_lines(found, scene, ROOM)) if found else ()
    return replace(looked, said={**looked.said, "decides": lines})


class PrecedentList(LivingList["tuple[Precedent, ...]"]):
    """Earlier goodwill, exceptions and refused requests, the nearest first."""

    KEYS = (("Enter", "read it"), ("o", "open the customer"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open", show=False),
        Binding("G", "leave", show=False),
    ]

    def __init__(self, desk: DeskScreen, view: CustomerView, at: object = None) -> None:
        about = view.customer.preferred_name or view.customer.name
        super().__init__(f"Precedents for {about}" + (f", case #{view.case.number}" if view.case else ""), at)
        self._desk, self._who, self._case = desk, view.customer.id, view.case

    def question(self, desk: Desk) -> tuple[Precedent, ...]:
        """The nearest of them."""
        return desk.precedents.nearest(self._who, self._case)

    def rows(self, answer: tuple[Precedent, ...], width: int) -> list[Item]:
        """A few lines for each."""
        return precedent_items(answer, self.app.scene(), width) or [Item(wrapped(EMPTY, width, Role.QUIET))]

    def _chosen(self) -> Precedent | None:
        return next((each for each in self.shown or () if precedent_key(each.ref) == self.list.key), None)

    def on_item_list_chosen(self) -> None:
        """Enter: read it."""
        if (found := self._chosen()) is not None:
            self.app.guarded(self._read_page(found))

    async def _read_page(self, found: Precedent) -> None:
        """What was decided, and the case it was decided in."""
        scene, case = self.app.scene(), found.case
        if case is None:
            page = Reading(f"{found.customer}", lambda width: precedent_page(found, scene, width))
        else:
            whole, events = await self.app.counter.answer(
                lambda desk: (desk.cases.case(case.id), desk.cases.history(case.id))
            )
            page = Reading(
                f"{found.customer}, case #{whole.number} · {whole.subject}",
                lambda width: [
                    *precedent_page(found, scene, width),
                    heading("In the case"),
                    *case_page(whole, found.customer, events, scene, width),
                ],
            )
        self.app.push_screen(page)

    def action_open(self) -> None:
        """Go to the customer, and to the case it was decided in."""
        if (found := self._chosen()) is not None:
            case, at = None if found.case is None else found.case.id, self.list.key
            open_from_list(
                self._desk,
                found.customer_id,
                case,
                lambda desk: desk.app.push_screen(PrecedentList(desk, desk.shown, at)),
            )
