"""What entries of the journal are called, who did them, and what words they are found by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.pin_checks import PIN_RIGHT, PIN_TRIED, PIN_WRONG
from deskui.desk.verb import known

if TYPE_CHECKING:
    from deskui.domain.journal.lines import JournalLine

UNTITLED: Final = {
    "approval.refuse": "request refused",
    "approval.seen": "read the answer",
    "approval.withdraw": "request taken back",
    "benefit_slip.failed": "benefit not printed",
    "benefit_slip.printed": "benefit printed",
    "case.separate": "merged case taken apart",
    "customer.separate": "merged customers taken apart",
    "desk.lock": "desk locked",
    "review.look": "notes seen in the review",
    "review.read_private": "private note read",
    "review.redact": "text redacted",
    "duty.hours": "hours of a colleague",
    "export": "taken out of the program",
    "goodwill.take_back": "goodwill taken back",
    "outreach.claim": "call begun",
    "outreach.release": "call left to others",
    "pin.reset": "PIN of a colleague set",
    "pin.right": "PIN typed rightly",
    "pin.set": "own PIN set",
    "pin.take_away": "PIN taken away",
    "pin.too_soon": "PIN typed before the wait was over",
    "pin.tried": "PIN typed",
    "pin.wait": "wait after wrong PINs",
    "pin.wrong": "wrong PIN",
    "right.refused": "refused",
    "shop.first_administrator": "first administrator",
    "shop.hours": "hours of the desk",
    "shop.set_up": "shop set up",
    "sign_in": "signed in",
    "slip.failed": "slip not printed",
    "slip.printed": "slip printed",
    "undo": "taken back",
    "visit.abandon": "visits left open closed",
    "visit.end": "visit ended",
    "visit.open": "customer opened",
    "visit.take_over": "visit taken over",
}
"""What entries are called whose verbs cannot be taken back, and have no title for that."""
_BY_THE_PROGRAM: Final = {"demo.fill": "sample shop filled"}
"""The same of what is no verb."""
FILLERS: Final = frozenset("a about at by did the to was what who".split())
"""Words of a question that ask for nothing by themselves."""
_LOOKED: Final = ("visit.open", "visit.take_over", "review.look", "review.read_private")
_AREAS: Final = "benefit_type. directory. limit. outreach_rule. shop. step_template. work_kind."
_AREAS_SET_UP: Final = tuple(_AREAS.split())
_SETTINGS: Final = frozenset({"duty.hours", "review.rules", "shop.hire"})
_ALSO: Final = {
    **dict.fromkeys(("looked", "looks", "viewed", "seen", "read", "saw", "opened"), _LOOKED),
    **dict.fromkeys(("sensitive", "words"), ("review.rules",)),
}
"""What else people call what is done, and the verbs that they mean."""
_SET_UP: Final = frozenset({"setup", "set-up", "settings", "setting"})
_PIN_TYPED: Final = {
    PIN_TRIED.name: "PIN of {} typed",
    PIN_WRONG.name: "wrong PIN for {}",
    PIN_RIGHT.name: "own PIN typed rightly",
}


def verbs_meant(word: str) -> tuple[str, ...]:
    """The verbs that a word is part of, or means."""
    if word in _SET_UP:
        return tuple(name for name in known() if name in _SETTINGS or name.startswith(_AREAS_SET_UP))
    held = [name for name in known() if word in f"{name} {called(name)}".casefold()]
    return tuple(dict.fromkeys((*held, *_ALSO.get(word, ()))))


def who_did_it(entry: JournalLine) -> str:
    """Who did it, as far as one can know: whoever typed a right PIN, not who was signed in where it was typed."""
    if entry.verb == PIN_RIGHT.name:
        return entry.words or entry.employee
    if entry.verb in _PIN_TYPED and entry.subject != entry.employee_id:
        return "somebody"
    return entry.employee


def what_was_done(entry: JournalLine) -> str:
    """`note (kites)`, `taken back: note (kites)`, `PIN typed rightly, at Ben's screen`."""
    if entry.verb in _PIN_TYPED:
        return _pin_typed(entry)
    about = f" ({' '.join(entry.words.split())})" if entry.words else ""
    back = f": {called(entry.undone_verb)}" if entry.undone_verb else ""
    return f"{called(entry.verb)}{back}{about}"


def called(verb: str) -> str:
    """What is done by a verb, in words."""
    found = known().get(verb)
    words = (found.title if found else "") or UNTITLED.get(verb) or _BY_THE_PROGRAM.get(verb)
    return words or verb.replace(".", " ").replace("_", " ")


def _pin_typed(entry: JournalLine) -> str:
    at = f", at {entry.employee}'s screen" if entry.employee and entry.subject != entry.employee_id else ""
    return f"{_PIN_TYPED[entry.verb].format(entry.words or 'somebody')}{at}"
