"""Why words are not a time, or not a day, and what to write instead: one sentence that fits below a field."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.domain.due_time.hints import hint, may_say_when
from deskui.domain.due_time.names import DAY_WORDS, MONTH_NAMES
from deskui.domain.due_time.phrases import date_in_figures, phrase_in

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST: Final = 100
"""Letters of a refusal: about two lines below a field on the smallest screen."""

_QUOTED: Final = 24
_BARE_HOUR: Final = re.compile("1?[0-9]|2[0-4]")
_ALONE: Final = "end with the day and time, such as fri 5pm"
_YEAR: Final = 4
"""Digits of a year."""
_UNITS: Final = frozenset("in min mins minute minutes h hour hours day days week weeks month months".split())


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a line is to say, with examples of it: in general, and where a length, a date or a number is typed."""

    name: str
    usual: str
    length: str
    date: str
    number: str

    def example(self, words: Sequence[str]) -> str:
        """Those examples that are nearest to what was typed."""
        if not _UNITS.isdisjoint(words):
            return self.length
        if any(word in MONTH_NAMES or (word.isdigit() and len(word) == _YEAR) for word in words):
            return self.date
        return self.number if any(word.isdigit() for word in words) else self.usual


_DATES: Final = "30 nov or 2026-11-30"
DUE_TIME: Final = Wanted(
    "due time", "fri 5pm or in 2 h", "in 2 h or in 3 days", "30 nov 14:00 or fri 5pm", "fri 5pm or at 3"
)
DAY: Final = Wanted("day", "tomorrow, fri or in 3 days", "in 3 days or in 2 weeks", _DATES, _DATES)


def quoted(words: Sequence[str]) -> str:
    """The words in quotes, and only their beginning where they are many."""
    text = repr(" ".join(words))
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 2]}…{text[0]}"


def fitting(*sentences: str) -> str:
    """The first of these that fits; the last one where none does."""
    return next((each for each in sentences if len(each) <= LONGEST), sentences[-1])


def nothing_understood(words: Sequence[str], wanted: Wanted) -> tuple[str, bool]:
    """Why none of the words is what is wanted, and whether any of them may be meant as one."""
    meant = [word for before, word in zip(("", *words), words, strict=False) if may_say_when(word, before)]
    if meant and (remedy := _remedy(words, meant)) is not None:
        typed, advice = remedy
        if not typed:
            return advice, True
        return fitting(
            f"No {wanted.name} is understood, and {quoted([typed])} is not one; {advice}.",
            f"{quoted([typed])} is not understood; {advice}.",
            _sentence(advice),
        ), True
    end = f"end the line with {wanted.example(words)}."
    return f"No {wanted.name} is understood in {quoted(words)}; {end}", bool(meant)


def not_a_day(words: Sequence[str], what: str, wanted: Wanted) -> str:
    """Why the words in a field named `what` are not a day."""
    remedy = _remedy(words, [word for word in words if not word.isdigit()])
    typed, advice = ("", f"write {wanted.example(words)}") if remedy is None else remedy
    if remedy is not None and not typed:
        return advice
    return fitting(
        f"{what} {quoted(words)} is not understood; {advice}.",
        f"{what} is not understood; {advice}.",
        _sentence(advice),
    )


def beside(words: Sequence[str], start: int, end: int, place: int, advice: str = "") -> str:
    """Why the word at a place is not accepted beside the time between `start` and `end`, and what to write."""
    time, word = words[start:end], words[place]
    where = "before" if place < start else "behind"
    if word in DAY_WORDS and not advice:
        first, second = ([word], time) if where == "before" else (time, [word])
        kind = "times" if DAY_WORDS.isdisjoint(time) else "days"
        return f"{quoted(first)} and {quoted(second)} are both {kind}; say one of them."
    if where == "behind" and not advice and _says_of_what(words[place:]):
        return _in_between(time)
    day = time[0] if time[0] in DAY_WORDS else "today"
    if not advice and (sentence := date_in_figures(word, day)) is not None:
        return sentence
    phrase = phrase_in(words)
    hour = f"for an hour write at {word}" if where == "before" and _BARE_HOUR.fullmatch(word) else None
    advice = advice or (phrase[1] if phrase else None) or hint(word) or hour or _ALONE
    return fitting(
        f"{quoted(time)} is understood, but not {quoted([word])} {where} it; {advice}.",
        f"{quoted([word])} {where} the time is not understood; {advice}.",
        f"{quoted([word])} is not understood; {advice}.",
        _sentence(advice),
    )


def in_the_middle(words: Sequence[str], start: int, end: int) -> str:
    """Why a time that has words on both sides is not accepted, and what to write."""
    time = quoted(words[start:end])
    if (phrase := phrase_in(words)) is not None:
        return fitting(
            f"{time} is understood, but not {quoted([phrase[0]])}; {phrase[1]}.",
            f"{quoted([phrase[0]])} is not understood; {phrase[1]}.",
            _sentence(phrase[1]),
        )
    return _in_between(words[start:end])


def _in_between(time: Sequence[str]) -> str:
    return f"{quoted(time)} is understood but stands in the middle; put it at the end of the line."


def _says_of_what(words: Sequence[str]) -> bool:
    """Whether `about` and what is behind it tell a topic (`about the sofa`), and no hour (`about 5`)."""
    return words[0] == "about" and len(words) > 1 and not may_say_when(words[1], words[0])


def _remedy(words: Sequence[str], meant: Sequence[str]) -> tuple[str, str] | None:
    """What is not understood and what to write, or nothing and a whole sentence; None where nothing is known."""
    if (phrase := phrase_in(words)) is not None:
        return phrase
    for word in meant:
        if (sentence := date_in_figures(word)) is not None:
            return "", sentence
        if (advice := hint(word)) is not None:
            return word, advice
    return None


def _sentence(advice: str) -> str:
    return f"{advice[:1].upper()}{advice[1:]}."
