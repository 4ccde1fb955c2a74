"""A concession in words: as colleagues read it, and, behind *we*, as the customer may."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.goodwill.goodwill import GoodwillKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.domain.goodwill.goodwill import Concession

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


def asked_words(what: Concession, say: Callable[[int], str]) -> str:
    """`waive fee, $85.00: truck rental`: what a supervisor is asked for."""
    amount = "" if what.amount is None else f", {say(what.amount.minor)}"
    return f"{what.kind.value}{amount}" + (f": {what.what}" if what.what else "")
