"""The form of the shop itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.shop_details import FIXED
from deskui.domain.shop import ShopTyped
from deskui.ui.drafts import DraftOf
from deskui.ui.kit.fields import Field
from deskui.ui.kit.form_spec import FormSpec
from deskui.ui.lines import BLANK, Role, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.desk.shop_details import ShopKept
    from deskui.domain.done import Done

_WIDTH: Final = 70


def shop_form(kept: ShopKept) -> FormSpec:
    """Name, zone and country, and the currency while no money is kept."""
    said = kept.details

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        currency = typed.get("currency", said.currency)
        return desk.shop_details.edit(
            version, ShopTyped(typed["name"], typed["zone"], typed["region"], currency), operation
        )

    fields = [
        Field("name", "Name", said.name, also=("The shop's name",)),
        Field("zone", "Time zone", said.zone, placeholder="e.g. America/Denver"),
        Field("region", "Country", said.region, placeholder="two letters, for its telephone numbers"),
    ]
    about = (*wrapped(FIXED.format(said.currency), _WIDTH, Role.QUIET), BLANK)
    if not kept.is_currency_fixed:
        fields.append(Field("currency", "Currency", said.currency, placeholder="three letters"))
        about = ()
    return FormSpec(
        "The shop",
        tuple(fields),
        work,
        DraftOf("shop"),
        version=kept.version,
        about=about,
        said="The shop is changed; other desks show it when they are started next",
        unchanged_closes=True,
    )
