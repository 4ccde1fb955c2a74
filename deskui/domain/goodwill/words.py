"""A concession in words: as colleagues read it, and, behind *we*, as the customer may."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.goodwill.goodwill import GoodwillKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.domain.goodwill.goodwill import Concession
    from deskui.domain.money import Money

_DONE: Final = {
    GoodwillKind.WAIVE_FEE: ("waived {}", "a fee"),
    GoodwillKind.CREDIT: ("gave a credit for {}", ""),
    GoodwillKind.REPLACEMENT: ("replaced {}", "what was bought"),
    GoodwillKind.UPGRADE: ("upgraded {}", "what was ordered"),
    GoodwillKind.EXCEPTION: ("made an exception: {}", ""),
}
"""What was done with something, and what that is called where nobody said."""


def given_words(what: Concession, say: Callable[[int], str]) -> str:
    """`waived truck rental, $19.00`: what and amount, and nothing that is for the staff alone."""
    done, otherwise = _DONE[what.kind]
    named = what.what or otherwise
    words = done.format(named) if named else done.partition(" for")[0].partition(":")[0]
    return words if what.amount is None else f"{words}, {say(what.amount.minor)}"


def asked_words(what: Concession, say: Callable[[int], str], allowed: Money | None = None) -> str:
    """`waive fee, $85.00: truck rental`, what is asked for; `$60.00 of $85.00` where less was `allowed`."""
    amount = amount_words(what, say, allowed)
    return what.kind.value + (f", {amount}" if amount else "") + (f": {what.what}" if what.what else "")


def amount_words(what: Concession, say: Callable[[int], str], allowed: Money | None = None) -> str:
    """`$85.00`, and `$60.00 of $85.00` where less was `allowed`; empty where it has no price."""
    if what.amount is None:
        return ""
    asked = say(what.amount.minor)
    return asked if allowed is None or allowed == what.amount else f"{say(allowed.minor)} of {asked}"
