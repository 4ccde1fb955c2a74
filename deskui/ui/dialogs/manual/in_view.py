"""Who and what is in view below the manual: whose case a guide goes to, and which articles belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from deskui.domain.case import Case
    from deskui.domain.customer import Customer
    from deskui.domain.pages import CustomerView
    from deskui.ui.shell import Within


@dataclass(frozen=True, slots=True)
class InView:
    """The customer on the desk, and the case and the products with them."""

    customer: Customer | None = None
    case: Case | None = None
    products: tuple[str, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kind of the case, if there is one."""
        return () if self.case is None or not self.case.kind else (self.case.kind,)


def in_view(screen: Within) -> InView:
    """What the desk shows, below whatever is open over it."""
    desk = next((_desk(each) for each in screen.app.screen_stack if hasattr(each, "opened_on")), None)
    view: CustomerView | None = None if desk is None or desk.at_home else desk.view
    if view is None:
        return InView()
    names = dict.fromkeys(line.name for order in view.orders.rows for line in order.lines)
    return InView(view.customer, view.case, tuple(names))


def _desk(screen: Any) -> Any:
    return screen.opened_on()
