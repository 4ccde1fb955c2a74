"""What a new shop does with each area of its set-up, who may change it, and what is kept elsewhere."""

from __future__ import annotations

from typing import Final

from deskui.domain.setup import SetupArea

TO_DO: Final = {
    SetupArea.HOURS: "the usual ones; Enter writes yours",
    SetupArea.STAFF: "only you so far; Enter, n adds others",
    SetupArea.PINS: "p on your name in the staff list",
    SetupArea.LIMITS: "Enter, n sets the first",
    SetupArea.MANUAL: "Enter, Tab, n writes the first",
    SetupArea.STEPS: "Enter, n writes the first",
    SetupArea.KINDS: "Enter, n lists those of cases",
    SetupArea.REVIEW: "the usual ones; Enter writes yours",
    SetupArea.BENEFITS: "Enter, n writes the first",
    SetupArea.OUTREACH: "Enter, o turns one on",
}
"""Where nobody has set anything yet."""
WHOSE: Final = {
    SetupArea.SHOP: "an administrator changes it",
    SetupArea.STAFF: "above clerks: an administrator",
    SetupArea.PINS: "the first, of others: an administrator",
    SetupArea.LIMITS: "of supervisors: an administrator",
}
"""What a supervisor may not change, or not all of it."""
ELSEWHERE: Final = {
    SetupArea.DESK: "in the settings file of this desk",
    SetupArea.RETURNS: "as deskui import brings them in",
}
"""What is not kept among the set-up of the shop, and where it comes from."""
