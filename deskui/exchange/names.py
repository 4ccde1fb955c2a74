"""What to call somebody: the name as lists write it, or what else there is."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.domain.customer import ContactKind
from deskui.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.domain.importing.incoming import IncomingPoint

_WITHIN: Final = frozenset(" '’-.")
"""What a name holds besides letters."""
_BEHIND: Final = frozenset(
    "jr sr ii iii iv md phd dds esq cpa rn mba inc ltd llc llp plc corp co gmbh ag kg ohg ug mbh ev "
    "sa sas sarl srl spa bv nv ab as oy aps pty".split()
)
"""What stands behind a comma without being a first name: `Ann Lee, Jr.`, `Acme, Inc.`"""


@dataclass(frozen=True, slots=True)
class Called:
    """What somebody is called; `turned` when the file says it as `Last, First`, `doubt` as in IncomingCustomer."""

    name: str
    given: str = ""
    family: str = ""
    turned: bool = False
    doubt: str = ""


def called(fields: Mapping[str, str], points: Sequence[IncomingPoint]) -> Called:
    """The name as written, else put together, else what else there is to call the person by.

    Raises: BadInput when there is nothing.
    """
    written, given, family = (fields.get(name, "") for name in ("name", "given_name", "family_name"))
    if given and not family and written and given.casefold() not in written.casefold():
        return Called(f"{given} {written}", given, written)  # files that say Name for the family name
    if "," in written:
        return _with_comma(written, given, family)
    whole = written or " ".join(filter(None, (given, family)))
    if known := whole or fields.get("preferred_name") or fields.get("company"):
        return Called(known, given, family)
    return _by_reach(points)


def _with_comma(written: str, given: str, family: str) -> Called:
    if (parts := first_last(written)) is not None:
        first, last = (given, family) if given or family else parts
        return Called(" ".join(parts), first, last, turned=True)
    is_plain = _is_behind(written.partition(",")[2])
    return Called(written, given, family, doubt="" if is_plain else f"has a comma in the name, {quoted(written)}")


def _by_reach(points: Sequence[IncomingPoint]) -> Called:
    reach = {point.kind: point.value for point in reversed(points)}
    ways = (
        (reach.get(ContactKind.EMAIL, "").partition("@")[0], "e-mail address"),
        (reach.get(ContactKind.PHONE, ""), "phone"),
    )
    for name, what in ways:
        if name:
            return Called(name, doubt=f"has no name and is called {quoted(name)} after the {what}")
    raise BadInput("it names nobody: no name, company, e-mail or phone")


def first_last(name: str) -> tuple[str, str] | None:
    """Given and family name of `Last, First`; None when it is not plainly that.

    Plainly means one comma between letters, of an alphabet with capitals: others do not put the given name first.
    """
    family, _, given = (part.strip() for part in name.partition(","))
    if not (_is_name(family) and _is_name(given)) or _is_behind(given):
        return None
    return given, family


def _is_behind(text: str) -> bool:
    """Whether it is a title or a legal form, and no name."""
    return text.replace(".", "").replace(" ", "").casefold() in _BEHIND


def _is_name(text: str) -> bool:
    return (
        text[:1].isalpha()
        and text.lower() != text.upper()
        and all(sign.isalpha() or sign in _WITHIN or unicodedata.combining(sign) for sign in text)
    )


def card_told(column: str) -> str:
    """What is doubtful about a row with a payment card number in that column, which must not be repeated."""
    return f"has a payment card number in {quoted(column)}, which is never kept"


def quoted(value: str) -> str:
    """A cell for a sentence, a long one cut short."""
    return f'"{value[:60]}"'
