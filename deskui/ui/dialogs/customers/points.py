"""The ways to reach a customer: a list that stays open while they are added, changed and taken away."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar
from uuid import uuid4

from textual.binding import Binding, BindingType

from deskui.domain.customer import ContactKind
from deskui.domain.outreach.consent import NO, WRONG
from deskui.ui.dialogs.customers.point import point_form
from deskui.ui.kit.living_list import LivingList
from deskui.ui.lines import Item, Line, Role, quiet, span
from deskui.ui.links import open_link, web_address

if TYPE_CHECKING:
    from deskui.desk.desk import Desk
    from deskui.domain.customer import ContactPoint, Customer
    from deskui.domain.pages import CustomerView
    from deskui.ui.screens.desk import DeskScreen


def show_points(desk: DeskScreen) -> None:
    """Show how to reach the customer who is open."""
    desk.app.push_screen(PointList(desk.shown.customer))


class PointList(LivingList["CustomerView"]):
    """Enter changes the one under the cursor, a adds one, D takes it away, o opens a link."""

    KEYS = (("Enter", "change"), ("a", "add"), ("D", "take away"), ("o", "open the link"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", show=False),
        Binding("D", "take_away", show=False),
        Binding("o", "browse", show=False),
    ]

    def __init__(self, who: Customer) -> None:
        super().__init__(f"How to reach {who.name}")
        self._who = who

    def question(self, desk: Desk) -> CustomerView:
        """The customer with all that is known of them."""
        return desk.customers.view(self._who.id)

    def rows(self, answer: CustomerView, width: int) -> list[Item]:
        """One line for each: kind, number or address, and at the right edge which one it is."""
        return [_row(each) for each in answer.known.points] or [
            Item((Line((quiet("Nothing yet; a adds a phone, address or link."),)),))
        ]

    def _chosen(self) -> ContactPoint | None:
        listed = () if self.shown is None else self.shown.known.points
        return next((each for each in listed if each.id == self.list.key), None)

    def on_item_list_chosen(self) -> None:
        """Enter: change the one under the cursor."""
        if (point := self._chosen()) is not None:
            self.app.open_form(point_form(self._who, point))

    def action_add(self) -> None:
        """One more."""
        self.app.open_form(point_form(self._who, None))

    def action_take_away(self) -> None:
        """Take the one under the cursor away; undo brings it back."""
        point, operation = self._chosen(), str(uuid4())
        if point is not None:
            self.app.write_soon(
                lambda desk: desk.points.remove(self._who.id, point.id, point.version, operation),
                f"Contact point taken away; {self.app.undo_key} brings it back",
            )

    def action_browse(self) -> None:
        """Show a link in the browser."""
        point = self._chosen()
        if point is None or point.kind is not ContactKind.LINK:
            self.say("Put the cursor on a link first; o opens it.", Role.WARN)
        else:
            self.app.guarded(self._browse(web_address(point.value)))

    async def _browse(self, address: str) -> None:
        self.app.say(f"Opening {address}")
        await to_thread(open_link, address)


def _row(point: ContactPoint) -> Item:
    refused = {NO: "not to be used", WRONG: "wrong number"}.get(point.may_use, "")
    mark = span(refused, Role.WARN) if refused else quiet("preferred" if point.preferred else point.label)
    return Item((Line((quiet(f"{point.kind.value:<9}"), span(point.value)), (mark,)),), point.id)
