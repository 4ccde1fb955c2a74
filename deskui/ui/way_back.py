"""From a list over the desk to a customer: Esc there comes back to the list, and to what it was opened over."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.domain.ids import CaseId, CustomerId
    from deskui.ui.screens.desk import DeskScreen


def open_from_list(
    desk: DeskScreen,
    customer_id: CustomerId,
    case_id: CaseId | None,
    again: Callable[[DeskScreen], object],
    *,
    reading: bool = False,
) -> None:
    """Put away what is open over the desk and open the customer; `again` opens the list anew when Esc comes back.

    `reading` is whether that is only to read what is about them.
    """
    back = _back_over(desk, [name for each in desk.app.screen_stack if (name := getattr(each, "NAME", ""))], again)
    desk.app.to_the_desk(lambda there: there.open_customer(customer_id, case_id, came_from=back, reading=reading))


def _back_over(
    desk: DeskScreen, over: list[str], again: Callable[[DeskScreen], object]
) -> Callable[[DeskScreen], object]:
    """The way to the screens that were `over` the desk as it is now, and to the list over these."""

    def there(now: DeskScreen) -> None:
        for name in over:
            now.run_command(name)
        again(now)

    shown, before = None if desk.at_home else desk.view, desk.came_from
    if shown is None:
        return lambda now: now.back_to(there)
    who, case = shown.customer.id, None if shown.case is None else shown.case.id
    return lambda now: now.open_customer(who, case, came_from=before, then=there)
