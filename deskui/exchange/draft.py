"""A customer in the making: fields as a file names them become one record."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from deskui.desk.contact_points import is_email
from deskui.domain.customer import AliasKind, ContactKind
from deskui.domain.importing.incoming import IncomingCustomer, IncomingPoint
from deskui.domain.payment_cards import bare, is_payment_card
from deskui.domain.prepared import FEWEST_DIGITS
from deskui.domain.text import LONGEST_LINE, clean_line, clean_text
from deskui.exchange.extras import extras
from deskui.exchange.names import called, card_told, quoted

if TYPE_CHECKING:
    from deskui.exchange.locale_rules import LocaleRules

PHONES: Final = {
    "phone": "",
    "mobile": "mobile",
    "work_phone": "work",
    "home_phone": "home",
    "other_phone": "other",
}
"""The fields that are phones, and the label each one gives."""
_POINTS: Final = frozenset({*PHONES, "email", "link"})
"""The fields that may have several values in one cell."""
_ADDRESS: Final = ("address", "street", "street2", "city", "state", "postcode", "country")
_ALIASES: Final = {"shopify": AliasKind.SHOPIFY, "square": AliasKind.SQUARE}
_LONGEST_ADDRESS: Final = 500
_LONGEST_PHONE: Final = 13
"""Digits of phones as they are given out, country code and all; cards of so few are long out of use."""
_SEPARATED: Final = re.compile(r"\s*[;\n]\s*")
_PHONES_SEPARATED: Final = re.compile(r"\s*(?:[;\n]|:::)\s*")


@dataclass(slots=True)
class Draft:
    """Collects the cells of one person; `finish` makes the record."""

    source: str
    rules: LocaleRules
    values: dict[str, str] = field(default_factory=dict)
    points: list[IncomingPoint] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    custom: dict[str, str] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)

    def add(self, name: str, label: str, cell: str) -> None:
        """Take a tidied cell that is not empty; `label` is its column. Raises: BadInput for one that is too long."""
        is_own_id = name == "id" and self.source in _ALIASES
        if not (is_own_id or name in _POINTS) and self._is_never_kept(cell, label):
            return
        if name in PHONES:
            self._add_points(ContactKind.PHONE, _PHONES_SEPARATED.split(cell), PHONES[name])
        elif name == "email":
            self._add_points(ContactKind.EMAIL, _SEPARATED.split(cell), "")
        elif name == "link":
            self._add_points(ContactKind.LINK, _SEPARATED.split(cell), "")
        elif name == "note":
            self.notes.append(_text(cell, label))
        elif name in ("tags", "custom"):
            self.keep(label, cell)
        else:
            line = _line(cell, label, _LONGEST_ADDRESS)
            if self.values.setdefault(name, line) != line:
                self.keep(label, cell)  # a second column of the same meaning is kept beside the first

    def keep(self, label: str, cell: str) -> None:
        """Keep a cell under its column's name, but for a payment card number."""
        if self._is_never_kept(cell, label):
            return
        name = label or "(no name)"
        while name in self.custom and self.custom[name] != cell:
            name += " +"
        self.custom[name] = _text(cell, label)

    def add_point(self, kind: ContactKind, value: str, label: str) -> None:
        """Take one way to reach the person; a phone without digits is kept as a custom field, and told."""
        is_phone = kind is ContactKind.PHONE
        if is_phone and not any(map(str.isdigit, value)):
            self.keep("Phone", value)
            self.doubts.append(f"has a phone that cannot be read, {quoted(value)}, which is kept aside")
            return
        if not (is_phone and len(bare(value)) <= _LONGEST_PHONE) and self._is_never_kept(
            value, kind.value.capitalize()
        ):
            return
        longest = _LONGEST_ADDRESS if kind is ContactKind.ADDRESS else 200
        clean = _line(value, kind.value.capitalize(), longest)
        if clean and not any(point.kind is kind and point.value == clean for point in self.points):
            self.points.append(IncomingPoint(kind, clean, label))

    def _add_points(self, kind: ContactKind, values: list[str], label: str) -> None:
        for value in values:
            if value:
                self.add_point(kind, value, label)

    def finish(self, line: int, row: tuple[str, ...]) -> IncomingCustomer:
        """The record. Raises: BadInput with the reason when nobody is named or a name is too long."""
        get = self.values.get
        if parts := [self.values[part] for part in _ADDRESS if get(part)]:
            self.add_point(ContactKind.ADDRESS, ", ".join(parts), "")
        who = called(self.values, self.points)
        self.doubts += filter(None, (who.doubt,))
        self._doubt_points()
        extra = extras(self.values, self.rules)
        self.doubts += extra.doubts
        external = get("id", "")
        alias = _ALIASES.get(self.source)
        return IncomingCustomer(
            source=self.source,
            name=_line(who.name, "Name"),
            external_id=external,
            number=get("number", ""),
            loyalty=get("loyalty", ""),
            given_name=who.given,
            family_name=who.family,
            preferred_name=get("preferred_name", ""),
            company=get("company", ""),
            tier=get("tier", ""),
            since=extra.since,
            birthday=extra.birthday,
            spend_minor=extra.spend_minor,
            spend_currency=extra.spend_currency,
            points=tuple(self.points),
            aliases=((alias, external),) if alias and external else (),
            notes=tuple(self.notes),
            custom=self.custom,
            doubts=tuple(self.doubts),
            name_turned=who.turned,
            line=line,
            rows=(row,),
        )

    def _doubt_points(self) -> None:
        for point in self.points:
            if point.kind is ContactKind.PHONE and sum(map(str.isdigit, point.value)) < FEWEST_DIGITS:
                self.doubts.append(f"has a phone that is too short, {quoted(point.value)}")
            elif point.kind is ContactKind.EMAIL and not is_email(point.value):
                self.doubts.append(f"has an e-mail address that looks wrong, {quoted(point.value)}")

    def _is_never_kept(self, cell: str, column: str) -> bool:
        """Whether it is a payment card number: left out, and told without repeating it."""
        if is_card := is_payment_card(cell):
            self.doubts.append(card_told(column))
        return is_card


def _line(cell: str, what: str, longest: int = LONGEST_LINE) -> str:
    """A tidied cell as one line; most are plain and need no more than a look."""
    if cell.isascii() and len(cell) <= longest and "  " not in cell and cell.isprintable():
        return cell
    return clean_line(cell, what, longest=longest)


def _text(cell: str, what: str) -> str:
    """A tidied cell as text of several lines."""
    return cell if cell.isascii() and len(cell) <= LONGEST_LINE and cell.isprintable() else clean_text(cell, what)
