"""One typed line, taken apart into what is promised and the words that say when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.domain.due_time.clock import Unclear
from deskui.domain.due_time.grammar import MOST_WORDS, read
from deskui.domain.due_time.hints import beside_a_day, changes_the_meaning
from deskui.domain.due_time.names import DAY_WORDS
from deskui.domain.due_time.refusal import DUE_TIME, beside, in_the_middle, nothing_understood, quoted
from deskui.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deskui.domain.due_time.grammar import Said
    from deskui.domain.due_time.refusal import Wanted

_MOST_LETTERS: Final = 500
_LOOSE_DATE: Final = re.compile(r"[0-9]{1,2}\.? \S{1,4}\.?")
_EDGES: Final = " ,;:-–—"


class NoTimeSaid(BadInput):
    """A line that says `what` is promised and nothing that may be meant as a time."""

    def __init__(self, sentence: str, what: str) -> None:
        super().__init__(sentence)
        self.what = what


@dataclass(frozen=True, slots=True)
class Line:
    """`what` is promised, `words` are those that say when, `said` is what they say.

    `before` and `behind` are all that was typed on either side of those words.
    """

    what: str
    words: str
    said: Said
    before: str
    behind: str

    def at(self, words: str) -> str:
        """The same line with these words in the place of those that say when."""
        return " ".join(part for part in (self.before, words, self.behind) if part)


def take_apart(text: str, wanted: Wanted = DUE_TIME) -> Line:
    """The line with its due time, which is the longest at the end, else the longest at the start.

    `wanted` says what a line without any is to end with.
    Raises: NoTimeSaid when no word of it may be part of a time, BadInput when there is none that is understood or
    more than one, and when a word beside it may change what it means.
    """
    if len(text) > _MOST_LETTERS:
        raise BadInput("That is too long for one line; say in a few words what is promised, and when.")
    typed = text.split()
    words = plain_words(text)
    found = _at_an_edge(words)
    if found is None:
        raise _not_understood(words, " ".join(typed).strip(_EDGES), wanted)
    start, end, said = found
    if isinstance(said.time, Unclear):
        raise BadInput(said.time.sentence)
    _check_neighbours(words, start, end, said)
    for first, last in ((0, start), (end, len(words))):
        for other in _times(words, first, last):
            both = f"{quoted(words[slice(*other)])} and {quoted(words[start:end])}"
            raise BadInput(f"{both} are both times; say one of them or quote the other.")
    before, behind = " ".join(typed[:start]), " ".join(typed[end:])
    what = f"{before} {behind}".strip(_EDGES)
    return Line(what, " ".join(typed[start:end]).strip(_EDGES), said, before, behind)


def plain_words(text: str) -> list[str]:
    """The words as the grammar expects them; one that is only punctuation is left empty."""
    return [_plain(word) for word in text.split()]


def _plain(word: str) -> str:
    """In lower case, without the punctuation of a sentence behind it."""
    word = word.lower().rstrip(",;:!")
    return word.rstrip(".") if word.rstrip(".")[-1:].isalpha() else word


def _at_an_edge(words: Sequence[str]) -> tuple[int, int, Said] | None:
    count = len(words)
    for start in range(max(0, count - MOST_WORDS), count):
        if words[start] and (said := read([word for word in words[start:] if word])) is not None:
            return start, count, said
    for end in range(min(count, MOST_WORDS), 0, -1):
        if words[end - 1] and (said := read([word for word in words[:end] if word])) is not None:
            return 0, end, said
    return None


def _times(words: Sequence[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Where a due time stands between two places, the longest one from each place."""
    for start in range(first, last):
        for end in range(min(last, start + MOST_WORDS), start, -1):
            if read(words[start:end]) is not None:
                yield start, end
                break


def _check_neighbours(words: Sequence[str], start: int, end: int, said: Said) -> None:
    if (sentence := _not_before(words, start, end)) is not None:
        raise BadInput(sentence)
    if end < len(words) and (said.ends_bare or changes_the_meaning(words[end], "")):
        advice = "write the hour as 9:00 or 9am" if said.ends_bare else ""
        raise BadInput(beside(words, start, end, end, advice))
    loose = words[max(0, start - 2) : start]
    if said.day is None and said.length is None and _LOOSE_DATE.fullmatch(" ".join(loose)):
        raise BadInput(f"{quoted(loose)} may be a date; write 30 nov 14:00, or today 14:00 when today is meant.")


def _not_before(words: Sequence[str], start: int, end: int) -> str | None:
    """Why the word before a due time cannot stand there; None when it can."""
    if not start:
        return None
    word = words[start - 1]
    advice = beside_a_day(word, words[start]) if words[start] in DAY_WORDS else None
    if advice is None and not changes_the_meaning(word, words[start - 2] if start > 1 else ""):
        return None
    return beside(words, start, end, start - 1, advice or "")


def _not_understood(words: Sequence[str], what: str, wanted: Wanted) -> BadInput:
    if not any(words):
        return BadInput("Say what is promised and when, such as call back fri 5pm.")
    longest = max(_times(words, 0, len(words)), key=lambda found: found[1] - found[0], default=None)
    if longest is None:
        sentence, is_meant = nothing_understood([word for word in words if word], wanted)
        return BadInput(sentence) if is_meant else NoTimeSaid(sentence, what)
    start, end = longest
    if end < len(words) and changes_the_meaning(words[end], ""):
        return BadInput(beside(words, start, end, end))
    if (reason := _not_before(words, start, end)) is not None:
        return BadInput(reason)
    return BadInput(in_the_middle(words, start, end))
