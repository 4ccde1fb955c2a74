"""Whether a benefit may be redeemed, and in one sentence why not: void ones say so loudly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.benefits.benefit import BenefitState
from deskui.domain.moments import long_day
from deskui.domain.money_typed import money_typed
from deskui.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.domain.benefits.benefit import BenefitView
    from deskui.domain.ids import CustomerId
    from deskui.domain.money import Money

CODE: Final = "The code"
AMOUNT: Final = "The amount"
_SIGN_OF: Final = {"€": ("EUR",), "£": ("GBP",), "¥": ("JPY", "CNY"), "₹": ("INR",), "₩": ("KRW",), "₽": ("RUB",),
                   "₺": ("TRY",), "₫": ("VND",), "₱": ("PHP",), "฿": ("THB",)}  # fmt: skip
_DOLLARS: Final = ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "CLP", "COP", "ARS", "BRL")


def amount_typed(typed: str, currency: str) -> Money:
    """The amount that is meant, in the currency of the benefit.

    Raises: BadInput for what is no amount, or one of another currency.
    """
    for sign, meant in (*_SIGN_OF.items(), ("$", _DOLLARS)):
        if sign in typed and currency not in meant:
            raise BadInput(f"This benefit is in {currency}; {sign} is another currency.", AMOUNT)
    letters = "".join(each for each in typed.upper() if each.isalpha())
    if len(letters) == 3 and letters != currency:
        raise BadInput(f"This benefit is in {currency}, not in {letters}.", AMOUNT)
    return money_typed(typed, currency, AMOUNT)


def refuse_unusable(view: BenefitView, customer_id: CustomerId) -> None:
    """Raises: BadInput for a benefit that is void, used up, expired, not yet valid, or of somebody else."""
    benefit, name = view.benefit, view.benefit.name
    if view.state is BenefitState.VOID:
        now = f"it was replaced by {view.now}" if view.now else "it is worth nothing any more"
        raise BadInput(f"{name} is VOID: {now}.", CODE)
    if benefit.customer_id != customer_id and not benefit.transferable:
        raise BadInput(f"{name} is another customer's, not to be passed on.", CODE)
    if view.state is BenefitState.USED_UP:
        raise BadInput(f"{name} is used up; nothing is left on it.", CODE)
    if view.state is BenefitState.EXPIRED and benefit.expires is not None:
        raise BadInput(f"{name} expired on {long_day(benefit.expires)}.", CODE)
    if view.state is BenefitState.NOT_YET and benefit.valid_from is not None:
        raise BadInput(f"{name} is valid from {long_day(benefit.valid_from)} on.", CODE)


def taken(view: BenefitView, amount: Money | None, say: Callable[[Money], str]) -> int:
    """What a redemption takes from the ledger; without an amount, all that is left. `say` words what is left.

    Raises: BadInput when it is more than is left, of another currency, or an amount of what has none.
    """
    rest = view.rest
    if rest is None:
        if amount is not None:
            raise BadInput(f"{view.benefit.name} has no balance; redeem it as a whole.", AMOUNT)
        return 0 if view.benefit.is_lasting else 1
    if amount is None:
        return rest.minor
    if amount.currency != rest.currency:
        raise BadInput(f"{view.benefit.name} is in {rest.currency}, not in {amount.currency}.", AMOUNT)
    if amount.minor <= 0:
        raise BadInput("The amount has to be more than nothing.", AMOUNT)
    if amount.minor > rest.minor:
        raise BadInput(f"Only {say(rest)} is left on {view.benefit.name}.", AMOUNT)
    return amount.minor
