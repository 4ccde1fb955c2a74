"""The first start: three questions, then the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.ui.drafts import DraftOf
from deskui.ui.kit.fields import Field
from deskui.ui.kit.form_spec import FormSpec
from deskui.ui.lines import BLANK, Line, Role, quiet, span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done


_ABOUT: Final = (
    Line((span("Welcome. Shop and name, and the desk is yours.", Role.STRONG),)),
    Line((quiet("The rest was read off this machine; change what is wrong."),)),
    BLANK,
)


def welcome_form(zone: str, region: str, currency: str) -> FormSpec:
    """Shop, desk and person; the rest is read off the machine and can be changed."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.shop.set_up(
            typed["shop"],
            typed["desk"],
            typed["name"],
            zone=typed["zone"],
            region=typed["region"],
            currency=typed["currency"],
        )

    fields = (
        Field("shop", "Shop", placeholder="what it is called", also=("The shop's name",)),
        Field("desk", "This desk", "Desk 1", also=("The desk's name",)),
        Field("name", "Your name", placeholder="as customers know you"),
        Field("zone", "Time zone", zone),
        Field("region", "Country", region, placeholder="two letters, for phone numbers and amounts"),
        Field("currency", "Currency", currency, placeholder="three letters"),
    )
    leaving = "quit, text is kept"
    draft = DraftOf("welcome")
    return FormSpec("deskui", fields, work, draft, about=_ABOUT, said="The desk is ready", leaving=leaving)
