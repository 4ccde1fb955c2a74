"""The search document of a customer: everything they are found by, as folded words in six sections."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from deskui.store.normalise.letters import fold, words
from deskui.store.normalise.numbers import number_digits
from deskui.store.normalise.phones import national_digits, subscriber_digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BACKWARDS: Final = "ø"
"""Begins a token that holds a phone number from its last digit; no folded word can contain it."""
MIXED: Final = "đ"
"""Begins a token that holds the digits of a number that has letters too, such as a loyalty number."""
LIKES: Final = "ł"
"""Begins a token that holds a word of an interest."""
BETWEEN: Final = "|"
"""Separates the sections: names, company, names in one word, numbers, e-mails, phones, interests."""

_UMLAUTS: Final = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
_SPELT_OUT: Final = str.maketrans(_UMLAUTS | {key.upper(): value for key, value in _UMLAUTS.items()})
_COMPOUND: Final = re.compile(r"[^\W_]+(?:['’.&/-]+[^\W_]+)+")
_FREE_MAIL: Final = frozenset(
    "gmail googlemail yahoo hotmail outlook live msn icloud me aol gmx web mail proton protonmail example".split()
)
_LONGEST_INTEREST: Final = 60


@dataclass(slots=True)
class Source:
    """What a document is made from."""

    name: str
    given_name: str = ""
    family_name: str = ""
    preferred_name: str = ""
    company: str = ""
    other_names: list[str] = field(default_factory=list)
    other_numbers: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    interests: list[str] = field(default_factory=list)

    def document(self) -> str:
        """The document's text: sections of different words, in a fixed order."""
        parts = (self.given_name, self.family_name)
        full = () if self.name == " ".join(parts) else (self.name,)
        names = (*full, *parts, self.preferred_name, *self.other_names)
        sections = (
            (word for name in names for word in _name_words(name)),
            _name_words(self.company),
            _joined((*names, self.company), parts),
            _number_words(self.other_numbers),
            _email_words(self.emails),
            _phone_words(self.phones),
            (LIKES + word for text in self.interests for word in words(text)[:_LONGEST_INTEREST]),
        )
        return BETWEEN.join(" ".join(_once(section)) for section in sections)


def name_words(text: str) -> set[str]:
    """The words of a document that people misspell: those of names and companies."""
    names, company = text.split(BETWEEN, 2)[:2]
    return {word for word in f"{names} {company}".split() if len(word) > 2 and word.isalpha()}


def _once(tokens: Iterable[str]) -> dict[str, None]:
    return dict.fromkeys(token for token in tokens if token)


@lru_cache(maxsize=20_000)
def _name_words(name: str) -> tuple[str, ...]:
    """The words, the parts of words with an apostrophe, and umlauts also as two letters."""
    found = words(name)
    if "'" in name or "’" in name:
        found += fold(name.replace("'", " ").replace("’", " ")).split()
    if not name.isascii():
        found += words(unicodedata.normalize("NFC", name).translate(_SPELT_OUT))
    return tuple(found)


def _joined(names: Iterable[str], parts: Iterable[str]) -> Iterator[str]:
    """Names of several words as one: "de la Cruz" is found as "delacruz", "Anna-Lena" as "annalena"."""
    for name in names:
        if name.isalpha():
            continue
        for compound in _COMPOUND.findall(name):
            yield fold(compound).replace(" ", "")
    for part in parts:
        if " " in part:
            yield fold(part).replace(" ", "")


def _number_words(values: Iterable[str]) -> Iterator[str]:
    for value in values:
        if digits := number_digits(value):
            yield MIXED + digits


def _email_words(emails: Iterable[str]) -> Iterator[str]:
    for email in emails:
        local, _, domain = email.rpartition("@")
        parts = words(local)
        yield "".join(parts)
        yield from parts
        main = fold(domain.rpartition(".")[0].rpartition(".")[2]).replace(" ", "")
        if main not in _FREE_MAIL:
            yield main


def _phone_words(keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        dialled = national_digits(key, "")
        yield from (key.removeprefix("+"), dialled, subscriber_digits(key))
        yield BACKWARDS + dialled[::-1]
