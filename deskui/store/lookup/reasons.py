"""Why a document matched: which field of the customer, and its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.lookup import Matched
from deskui.store.lookup.documents import BETWEEN
from deskui.store.lookup.rows import COMPANY, NAME, PREFERRED_NAME
from deskui.store.lookup.typed import begun
from deskui.store.normalise.letters import fold, words
from deskui.store.normalise.numbers import number_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.store.lookup.rows import Row
    from deskui.store.lookup.statements import Statements
    from deskui.store.lookup.typed import Typed

_SECTIONS: Final = (
    Matched.NAME,
    Matched.COMPANY,
    Matched.LOYALTY,
    Matched.EMAIL,
    Matched.PHONE,
    Matched.INTEREST,
)
_VALUES: Final = (
    "SELECT customer_id, kind, value, key FROM contact_point WHERE customer_id IN ({marks}) "
    "AND withdrawn_at IS NULL AND kind IN ('phone', 'email') UNION ALL "
    "SELECT customer_id, CASE kind WHEN 'name' THEN 'alias' ELSE 'loyalty' END, value, key FROM alias "
    "WHERE customer_id IN ({marks}) AND withdrawn_at IS NULL AND kind NOT IN ('shopify', 'square') UNION ALL "
    "SELECT customer_id, 'likes', text, '' FROM note WHERE customer_id IN ({marks}) "
    "AND withdrawn_at IS NULL AND kind = 'interest' AND visibility = 'shared' AND review <> 'redacted'"
)
_FIELDS: Final = {
    "phone": Matched.PHONE,
    "email": Matched.EMAIL,
    "alias": Matched.ALIAS,
    "loyalty": Matched.LOYALTY,
    "likes": Matched.INTEREST,
}
_LONGEST_SHOWN: Final = 80
_CODE: Final = 3
"""Digits of the longest country code: a number typed without it is still typed whole."""

Values = dict[int, list[tuple[Matched, str, str]]]
"""Of each customer: field, value as shown, and its comparable key."""


KEPT_APART: Final = frozenset({Matched.PHONE, Matched.EMAIL, Matched.LOYALTY, Matched.ALIAS, Matched.INTEREST})
"""Fields whose values are rows of their own."""


def field_of(document: str, typed: Typed) -> Matched:
    """The field that tells most: the one in which the first word stands that is no name."""
    if typed.likes:
        return Matched.INTEREST
    sections = document.split(BETWEEN)
    for word in typed.words:
        field = _section_of(sections, begun(word))
        if field is not Matched.NAME:
            return field
    return Matched.NAME


def _section_of(sections: list[str], prefixes: Iterable[str]) -> Matched:
    starts = tuple(f" {prefix[:-1]}" for prefix in prefixes)
    for field, section in zip(_SECTIONS, sections, strict=False):
        spaced = f" {section}"
        if any(start in spaced for start in starts):
            return field
    return Matched.NAME


def text_of(row: Row, field: Matched) -> str:
    """The value of a field that is part of the customer's own row."""
    text: str = row[COMPANY] if field is Matched.COMPANY else row[NAME]
    return text


def is_whole(row: Row, field: Matched, typed: Typed) -> bool:
    """Whether a whole name was typed, in any order, and nothing else."""
    names = (row[COMPANY],) if field is Matched.COMPANY else (row[NAME], row[PREFERRED_NAME])
    wanted = set(typed.words)
    return field is not Matched.SIMILAR and any(wanted == set(words(name)) for name in names)


def values(statements: Statements, customers: list[int]) -> Values:
    """What these customers are reached by, known as and interested in; one statement."""
    found: Values = {}
    if customers:
        statement = _VALUES.format(marks=",".join("?" * len(customers)))
        for customer, kind, value, key in statements.rows(statement, customers * 3):
            found.setdefault(customer, []).append((_FIELDS[kind], value, key))
    return found


def value_meant(known: list[tuple[Matched, str, str]], field: Matched, typed: Typed) -> tuple[str, bool]:
    """The value of that field that was meant, and whether it was typed whole."""
    of_field = [(value, key) for kind, value, key in known if kind is field]
    for value, key in of_field:
        if (whole := _meant(field, value, key, typed)) is not None:
            return value.partition("\n")[0][:_LONGEST_SHOWN], whole
    return (of_field[0][0].partition("\n")[0][:_LONGEST_SHOWN] if of_field else ""), False


def _meant(field: Matched, value: str, key: str, typed: Typed) -> bool | None:
    """Whether the value is the one typed (True: to its end), None when it is not."""
    match field:
        case Matched.PHONE:
            return _phone_meant(key.removeprefix("+"), typed)
        case Matched.EMAIL:
            return key == typed.email if _any_begins(fold(value), typed) or not typed.words else None
        case Matched.LOYALTY:
            digits = "".join(filter(str.isdigit, number_key(value)))
            return digits in typed.words if any(digits.startswith(word) for word in typed.words) else None
        case _:
            return set(words(value)) == set(typed.words) if _any_begins(fold(value), typed) else None


def _phone_meant(digits: str, typed: Typed) -> bool | None:
    for word in typed.words:
        bare = word.removeprefix("011").lstrip("0") or word
        if word.isdigit() and bare in digits:
            only = len(typed.words) == 1 and digits.endswith(bare)
            return only and (digits == bare or (len(bare) > 6 and len(digits) - len(bare) <= _CODE))
    return None


def _any_begins(folded: str, typed: Typed) -> bool:
    spaced = f" {folded}"
    squeezed = folded.replace(" ", "")
    return any(f" {word}" in spaced or squeezed.startswith(word) for word in typed.words)
