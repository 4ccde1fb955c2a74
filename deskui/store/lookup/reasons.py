"""Why a document matched: which field of the customer, and its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.lookup import Matched
from deskui.store.lookup.documents import BETWEEN
from deskui.store.lookup.rows import COMPANY, NAME, PREFERRED_NAME
from deskui.store.lookup.typed import begun
from deskui.store.normalise.letters import fold, words
from deskui.store.normalise.numbers import number_digits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.store.lookup.rows import Row
    from deskui.store.lookup.statements import Statements
    from deskui.store.lookup.typed import Typed

_SECTIONS: Final = (
    Matched.NAME,
    Matched.COMPANY,
    Matched.NAME,
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
_LOCAL: Final = 6
"""Digits of the longest number that is not taken for a whole one without its code."""
_CODE: Final = 3
"""Digits of the longest country code: a number typed without it is still typed whole."""

Value = tuple[Matched, str, str]
"""Field, value as shown, and its comparable key."""


KEPT_APART: Final = frozenset({Matched.PHONE, Matched.EMAIL, Matched.LOYALTY, Matched.ALIAS, Matched.INTEREST})
"""Fields whose values are rows of their own."""


def field_of(document: str, row: Row, typed: Typed) -> Matched:
    """The field that tells most: the one in which the first word stands that is no name."""
    sections = document.split(BETWEEN)
    for word in typed.words:
        field = _section_of(sections, begun(word))
        if field is not Matched.NAME:
            return field
    own = f" {fold(row[NAME])} {fold(row[PREFERRED_NAME])}"
    return Matched.NAME if all(f" {word}" in own for word in typed.words) else Matched.ALIAS


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


def values(statements: Statements, customers: list[int]) -> dict[int, list[Value]]:
    """What these customers are reached by, known as and interested in; one statement."""
    found: dict[int, list[Value]] = {}
    if customers:
        statement = _VALUES.format(marks=",".join("?" * len(customers)))
        for customer, kind, value, key in statements.rows(statement, customers * 3):
            found.setdefault(customer, []).append((_FIELDS[kind], value, key))
    return found


def value_meant(known: list[Value], field: Matched, typed: Typed) -> tuple[str, bool] | None:
    """The value of that field that was meant, and whether it was typed whole; None when none was."""
    best, most = None, 0
    for kind, value, key in known:
        if kind is field and (begins := _begun_in(field, value, key, typed)) > most:
            best, most = (value, key), begins
    if best is None:
        return None
    return best[0].partition("\n")[0][:_LONGEST_SHOWN], _is_all(field, *best, typed)


def _begun_in(field: Matched, value: str, key: str, typed: Typed) -> int:
    """How many of the words typed the value has, at the beginning of its words or, for phones, anywhere."""
    if field is Matched.PHONE:
        return sum(word.isdigit() and _dialled(word) in key for word in typed.words)
    if field is Matched.LOYALTY:
        digits = number_digits(value) or ""
        return sum(digits.startswith(word) for word in typed.words)
    folded = fold(value)
    return sum(f" {word}" in f" {folded}" or folded.replace(" ", "").startswith(word) for word in typed.words)


def _is_all(field: Matched, value: str, key: str, typed: Typed) -> bool:
    match field:
        case Matched.PHONE:
            digits, dialled = key.removeprefix("+"), _dialled(typed.words[0])
            most = _CODE if len(dialled) > _LOCAL else 0
            return len(typed.words) == 1 and digits.endswith(dialled) and len(digits) - len(dialled) <= most
        case Matched.EMAIL:
            return key == typed.email
        case Matched.LOYALTY:
            return typed.words == (number_digits(value),)
        case _:
            return set(words(value)) == set(typed.words)


def _dialled(word: str) -> str:
    """The digits typed, without those dialled for abroad or for the trunk line."""
    return word.removeprefix("011").lstrip("0") or word
