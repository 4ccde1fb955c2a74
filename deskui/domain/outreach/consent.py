"""What a customer said about being called and written to, and about each of their numbers."""

from __future__ import annotations

from typing import Final

from deskui.domain.text import clean_line
from deskui.errors import BadInput

NOT_ASKED: Final = ""
YES: Final = "yes"
NO: Final = "no"
WRONG: Final = "wrong"

CONSENTS: Final = {NOT_ASKED: "not asked", YES: "yes", NO: "no"}
"""Whether we may call or write, as it is kept and in words."""
USES: Final = {**CONSENTS, WRONG: "wrong number"}
"""The same of one number or address."""


def checked_consent(value: str, what: str, allowed: dict[str, str] = CONSENTS) -> str:
    """One of the allowed answers, as it is kept.

    Raises: BadInput naming `what` for any other.
    """
    said = clean_line(value, what).casefold()
    if said not in allowed:
        raise BadInput(f"{what} is {', '.join(word for word in allowed if word)} or nothing.", what)
    return said


def stricter(one: str, other: str) -> str:
    """Of two answers about the same the one to go by: a refusal counts whoever heard it."""
    return next((each for each in (NO, WRONG) if each in (one, other)), one or other)
