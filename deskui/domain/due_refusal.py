"""Why words are not a time, or not a day, and what to write instead: one sentence that fits below a field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.domain.due_hints import hint, may_say_when
from deskui.domain.due_names import DAY_NAMES, DAY_WORDS, MONTH_NAMES
from deskui.domain.due_phrases import date_in_figures, phrase_in

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST: Final = 100
"""Letters of a refusal: about two lines below a field on the smallest screen."""

_QUOTED: Final = 24
_ALONE: Final = "end with the day and time, such as fri 5pm"
_UNITS: Final = frozenset("in min mins minute minutes h hour hours day days week weeks month months".split())


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a line is to say, with examples of it: in general, and where a length or a date seems to be meant."""

    name: str
    usual: str
    length: str
    date: str

    def example(self, words: Sequence[str]) -> str:
        """Those examples that are nearest to what was typed."""
        if not _UNITS.isdisjoint(words):
            return self.length
        is_dated = any(word in MONTH_NAMES or (word.isdigit() and word not in DAY_NAMES) for word in words)
        return self.date if is_dated else self.usual


DUE_TIME: Final = Wanted("due time", "fri 5pm or in 2 h", "in 2 h or in 3 days", "30 nov 14:00 or fri 5pm")
DAY: Final = Wanted("day", "tomorrow, fri or in 3 days", "in 3 days or in 2 weeks", "30 nov or 2026-11-30")


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
    if not advice and (sentence := date_in_figures(word)) is not None:
        return sentence
    phrase = phrase_in(words)
    advice = advice or (phrase[1] if phrase else None) or hint(word) or _ALONE
    return fitting(
        f"{quoted(time)} is understood, but not {quoted([word])} {where} it; {advice}.",
        f"{quoted([word])} {where} the time is not understood; {advice}.",
        f"{quoted([word])} is not understood; {advice}.",
        _sentence(advice),
    )


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
