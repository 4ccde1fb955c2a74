"""What a shop is called and where it is, as typed."""

from __future__ import annotations

from dataclasses import dataclass

from deskui.domain.text import clean_line
from deskui.errors import BadInput


@dataclass(frozen=True, slots=True)
class ShopTyped:
    """The shop as typed; `region` is the country of its phone numbers in two letters, `currency` has three."""

    name: str
    zone: str
    region: str
    currency: str


def checked_shop(typed: ShopTyped) -> ShopTyped:
    """The shop as it is kept; its time zone is looked up by the desk.

    Raises: BadInput naming the field that is not accepted.
    """
    name = clean_line(typed.name, "The shop's name", needed=True)
    region, currency = typed.region.strip().upper(), typed.currency.strip().upper()
    if len(region) != 2 or not (region.isascii() and region.isalpha()):
        raise BadInput("The country is two letters, such as US or DE.", "Country")
    if len(currency) != 3 or not (currency.isascii() and currency.isalpha()):
        raise BadInput("The currency is three letters, such as USD or EUR.", "Currency")
    return ShopTyped(name, typed.zone, region, currency)
