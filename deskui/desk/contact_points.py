"""What a typed phone, address or link becomes, and what is doubtful about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.customer import ContactKind
from deskui.domain.outreach.consent import USES, checked_consent
from deskui.domain.text import clean_line
from deskui.errors import BadInput
from deskui.store.normalise.phones import phone_key, phone_shown
from deskui.store.normalise.points import point_key

if TYPE_CHECKING:
    from deskui.domain.points import PointTyped

_USUAL_EMAIL: Final = re.compile(r"[a-z0-9][\w+%-]*(?:\.[\w+%-]+)*@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}", re.ASCII)
_WEB: Final = re.compile(r"https?://", re.IGNORECASE)
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
"""`javascript:` and the like, but not the port of `example.org:8080`."""


def checked_point(typed: PointTyped, region: str) -> dict[str, Any]:
    """The columns of a contact point: the value cleaned, its comparable key, the rest as typed.

    Raises: BadInput when the value is empty or holds no number at all.
    """
    value = clean_line(typed.value, typed.kind.value.capitalize(), needed=True)
    if typed.kind is ContactKind.PHONE and not any(sign.isdigit() for sign in value):
        raise BadInput("The phone number has no digits; type it as the customer says it.", "Phone")
    if typed.kind is ContactKind.LINK and _SCHEME.match(value) and not _WEB.match(value):
        raise BadInput("A link begins with http:// or https://, or with the name of the site.", "Number, address")
    return {
        "kind": typed.kind.value,
        "value": value,
        "key": point_key(typed.kind, value, region),
        "label": clean_line(typed.label, "Label"),
        "preferred": typed.preferred,
        "best_hours": clean_line(typed.best_hours, "Best hours"),
        "may_use": checked_consent(typed.may_use, "May we use it", USES),
    }


def doubt(kind: ContactKind, value: str, region: str) -> str:
    """What looks wrong with a value, as a hint while typing; staff may save what the customer says all the same."""
    if not value.strip():
        return ""
    if kind is ContactKind.PHONE:
        key = phone_key(value, region)
        return phone_shown(key, region) if key.startswith("+") else "not a number of any country, kept as typed"
    if kind is ContactKind.EMAIL and not is_email(value):
        return "not an e-mail address, kept as typed"
    return ""


def is_email(value: str) -> bool:
    """Whether the text has the shape of an e-mail address; nobody is asked whether there is such a mailbox."""
    if _USUAL_EMAIL.fullmatch(value.lower()):  # a file has thousands of them, and the library takes its time
        return True
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(value, check_deliverability=False)
    except EmailNotValidError:
        return False
    return True
