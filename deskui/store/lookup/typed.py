"""What somebody typed into the lookup, taken apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from deskui.domain.text import without_hidden
from deskui.store.lookup.documents import BACKWARDS, LIKES, MIXED
from deskui.store.normalise.letters import fold
from deskui.store.normalise.numbers import number_key

_LONGEST: Final = 120
_MOST_WORDS: Final = 6
_LONGEST_WORD: Final = 40
_LIKES: Final = re.compile(r"\s*likes?\s*:(.*)", re.IGNORECASE | re.DOTALL)
_TRUNK: Final = re.compile(r"(\+\s*\d{1,3}\s*)\(0\)")
_KIND_WORDS: Final = re.compile(
    r"\s*(?:case|order|receipt|rcpt|po|claim|serial|tracking|loyalty|customer|coupon|voucher|code|no|nr|number)\b[\s.:#-]*(?=\S*\d)",
    re.IGNORECASE,
)
_ABROAD: Final = ("00", "011")


Groups = Sequence[tuple[str, ...]]
"""What a document must have: a word of each group. A word that ends in `*` is a prefix."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A query: its words, and what it is if it is a number, an e-mail address or an interest.

    `numbers` are the comparable forms a receipt, order or case number may have; `email` is the address as
    far as it was typed.
    """

    words: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    email: str = ""
    likes: bool = False
    hashed: bool = False

    @property
    def has_letters(self) -> bool:
        """Whether any word may be a name."""
        return any(not word.isdigit() for word in self.words)


def take_apart(text: str) -> Typed:
    """The query in a text of any kind and length; what is too long is cut."""
    text = without_hidden(text[:_LONGEST])
    if match := _LIKES.match(text):
        return Typed(_words(match[1]), likes=True)
    text = _TRUNK.sub(r"\1", text)
    if "@" in text:
        return Typed(_words(text), email=text.strip().casefold())
    found = _words(text)
    if not any(char.isdigit() for word in found for char in word):
        return Typed(found)
    numbers = dict.fromkeys(filter(None, (number_key(text), number_key(_KIND_WORDS.sub("", text)))))
    return Typed(found, tuple(numbers), hashed=text.lstrip().startswith("#"))


def whole(word: str) -> tuple[str, ...]:
    """What a word of the query stands for when it was typed to its end."""
    return (word, *_other_digits(word), MIXED + word) if word.isdigit() and len(word) > 1 else (word,)


def begun(word: str) -> tuple[str, ...]:
    """What a word of the query stands for while it is being typed: prefixes, and last digits of a phone number."""
    if not word.isdigit() or len(word) < 2:
        return (word + "*",)
    prefixes = (word, *_other_digits(word), BACKWARDS + word[::-1], MIXED + word)
    return tuple(prefix + "*" for prefix in prefixes)


def liked(words: tuple[str, ...], *, begun: bool) -> Groups:
    """The words as interests; the last one as a prefix when it is only `begun`."""
    marked: list[tuple[str, ...]] = [(LIKES + word,) for word in words]
    if marked and begun:
        marked[-1] = (marked[-1][0] + "*",)
    return marked


def _words(text: str) -> tuple[str, ...]:
    """Folded words, each once; digit groups side by side are one number."""
    joined: list[str] = []
    for word in fold(text).split():
        if joined and word.isdigit() and joined[-1].isdigit():
            joined[-1] += word
        else:
            joined.append(word)
    return tuple(dict.fromkeys(word[:_LONGEST_WORD] for word in joined[:_MOST_WORDS]))


def _other_digits(word: str) -> tuple[str, ...]:
    """The same phone number without the digits dialled for abroad or for the trunk line."""
    for prefix in _ABROAD:
        if word.startswith(prefix) and len(word) > len(prefix) + 1:
            return (word[len(prefix) :],)
    return (word[1:],) if word.startswith("0") and len(word) > 4 else ()
