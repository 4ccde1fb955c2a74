"""What the shop is called, where it is, and in which money it reckons."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.desk.zones import zone_typed
from deskui.domain.shop import ShopTyped, checked_shop
from deskui.domain.staff import Role
from deskui.errors import BadInput, NotAllowed
from deskui.store.reads import staff
from deskui.store.reads.money_kept import is_money_kept
from deskui.store.writes import shop as writes

if TYPE_CHECKING:
    from deskui.domain.done import Done
    from deskui.store.entry import Entry

SHOP_EDIT: Final = verb("shop.edit", "shop change", "shop.name", needs=Role.ADMINISTRATOR)
FIXED: Final = "Money is kept in {} here, so the currency cannot be changed any more."


@dataclass(frozen=True, slots=True)
class ShopKept:
    """The shop as kept; `is_currency_fixed` once an amount is."""

    details: ShopTyped
    version: int
    is_currency_fixed: bool


class ShopDetails(Area):
    """The shop itself."""

    def kept(self) -> ShopKept:
        """The shop as it is.

        Raises: NotAllowed before it is set up.
        """
        row = staff.shop()
        if row is None:
            raise NotAllowed("Set the shop up first.")
        return ShopKept(ShopTyped(row.name, row.zone, row.region, row.currency), row.version, is_money_kept())

    def edit(self, version: int, typed: ShopTyped, operation: str | None = None) -> Done:
        """Change the shop that is still at `version`.

        In another time zone all lengths of promises are counted anew, as after a change of hours.
        Raises: BadInput naming the field that is not accepted, such as another currency once money is kept;
        Conflict when somebody else was faster.
        """
        zone = zone_typed(typed.zone)
        if not zone:
            raise BadInput("The time zone is empty; write one such as America/Denver.", "Time zone")
        wanted = checked_shop(replace(typed, zone=zone))

        def work(entry: Entry) -> tuple[int, None]:
            before = self.kept()
            if wanted.currency != before.details.currency and before.is_currency_fixed:
                raise BadInput(FIXED.format(before.details.currency), "Currency")
            kept = asdict(before.details)
            changed = {name: value for name, value in asdict(wanted).items() if value != kept[name]}
            return writes.change_shop(entry, version, changed), None

        done = self.perform(SHOP_EDIT, operation, work)
        self._post.look_at_shop()
        return done
