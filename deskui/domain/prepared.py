"""Records of a file made ready to be compared: their key, their values, and what they can be recognised by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.customer import ContactKind

if TYPE_CHECKING:
    from deskui.domain.importing.incoming import IncomingCustomer, IncomingOrder

Payload = dict[str, Any]
"""What a record says, as it is remembered in JSON."""
SCALARS: Final = (
    *("name", "given_name", "family_name", "preferred_name", "company", "tier", "since", "birthday"),
    *("spend_minor", "spend_currency"),
)
"""Columns of a customer that a file may set."""
FEWEST_DIGITS: Final = 6
"""A phone number of fewer digits reaches nobody from outside, and identifies nobody."""


@dataclass(frozen=True, slots=True)
class PreparedCustomer:
    """A customer's record; `key` identifies it within its source, `reach` holds phone and e-mail keys."""

    record: IncomingCustomer
    key: str
    first_key: str
    """The key without what marks a repeated row; the same as `key` for the first row that has it."""
    payload: Payload
    text: str
    digest: str
    folded: str
    """The name in plain letters."""
    reach: tuple[str, ...]
    aliases: tuple[tuple[str, str, str], ...]
    """Kind, value and comparable key of each number the customer has."""

    @property
    def strong(self) -> bool:
        """Whether the key is a number in the program the file comes from."""
        return self.first_key.startswith("id:")

    @property
    def candidates(self) -> tuple[str, ...]:
        """Every key under which this record may have been imported before."""
        other = (self.other_key,) if self.doubtful else ()
        plain = (self.plain_key,) if self.numbered else ()
        return (self.key, self.first_key, *other, *plain)

    @property
    def numbered(self) -> bool:
        """Whether the key is a number of the shop's own."""
        return self.first_key.startswith(("number:", "loyalty:"))

    @property
    def plain_key(self) -> str:
        """The key without such a number, as when its column was kept aside."""
        return customer_key("", "", "", self.reach, self.folded)

    @property
    def doubtful(self) -> bool:
        """Whether the key is a number of a program nobody vouches for: two of them may use it for two people."""
        return self.record.source.startswith("csv") and self.first_key.startswith(("id:", "number:", "loyalty:"))

    @property
    def other_key(self) -> str:
        """The key when the plain one turns out to be somebody else's: numbers of two programs may clash."""
        return f"{self.key}~{self.folded}"


@dataclass(frozen=True, slots=True)
class PreparedOrder:
    """An order's record, with whom it is for; `repeated` when an order of that key came before it in the file."""

    record: IncomingOrder
    key: str
    repeated: bool
    payload: Payload
    text: str
    digest: str
    customer: PreparedCustomer


Prepared = PreparedCustomer | PreparedOrder


def customer_key(external_id: str, number: str, loyalty: str, reach: tuple[str, ...], folded: str) -> str:
    """What identifies a customer within a file: the first number there is, else a way to reach them and the name."""
    if external_id:
        return f"id:{external_id}"
    if number:
        return f"number:{number}"
    if loyalty:
        return f"loyalty:{loyalty}"
    return f"reach:{reach[0]}|{folded}" if reach else f"name:{folded}"


def identifies(kind: str, key: str) -> bool:
    """Whether somebody of the same name with this number or address is the same person."""
    if kind == ContactKind.PHONE:
        return sum(map(str.isdigit, key)) >= FEWEST_DIGITS
    return kind == ContactKind.EMAIL and "@" in key
