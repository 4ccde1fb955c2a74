"""The verbs of the trade as the journal keeps them, in words, and which of them can be taken back."""

from __future__ import annotations

from typing import Final

TITLES: Final = {
    "customer.create": "new customer",
    "customer.edit": "profile change",
    "contact_point.add": "new contact point",
    "contact_point.edit": "contact point change",
    "contact_point.remove": "contact point removed",
    "note.write": "note",
    "note.edit": "note change",
    "note.withdraw": "note withdrawn",
    "conversation.log": "conversation",
    "case.open": "new case",
    "case.edit": "case change",
    "case.status": "case status",
    "case.owner": "case owner",
    "case.close": "case closed",
    "reference.add": "reference",
    "promise.make": "promise",
    "promise.move": "promise moved",
    "promise.keep": "promise kept",
    "promise.release": "promise released",
    "promise.supersede": "promise superseded",
    "told.say": "what was told",
    "follow_up.add": "follow-up",
    "follow_up.settle": "follow-up settled",
    "follow_up.move": "follow-up moved",
    "case.hand_over": "case handed over",
    "case.hand_over_all": "cases handed over",
    "case.acknowledge": "hand-over acknowledged",
    "wrap_up": "contact wrapped up",
    "shop.hire": "new colleague",
}
"""Verbs that their author may take back, and what each is called in a sentence."""


def title(verb: str) -> str:
    """What the verb is called in a sentence."""
    return TITLES.get(verb, verb)
