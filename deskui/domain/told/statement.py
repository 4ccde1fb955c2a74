"""What customers were told, and which of it still stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from deskui.domain.due_time.names import DAY_WORDS, MONTH_NAMES
from deskui.domain.promises.kinds import singular

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from deskui.domain.ids import CaseId, ConversationId, CustomerId, EmployeeId, StatementId
    from deskui.domain.promises.promise import Basis

_SAYING_LITTLE: Final = frozenset(
    """a about again all am an and any are as at be been before but by can come could did do does done for from get
    go had has have he her here him his how i if in is it its just may me might my new no not now of off on one or
    our out over say shall she should so still than that the their them then there these they this those time to too
    until up us was we were what when where which who why will with would yes you your noon midnight""".split()
)
"""Folded words that two topics may share without being about the same thing."""
_HOUR: Final = 2
"""Digits of an hour, a minute or a day of the month."""


class Said(StrEnum):
    """What a row of the record is: something told, or that it was told by mistake."""

    SAID = "said"
    TAKEN_BACK = "taken back"


class StatementState(StrEnum):
    """Whether what was told still holds."""

    STANDING = "standing"
    CORRECTED = "corrected"
    """Something else was said about the same topic later, and meant to correct it."""
    SUPERSEDED = "superseded"
    """The same was said again later."""
    TAKEN_BACK = "taken back"
    """It was entered by mistake."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a named employee told the customer about a topic; `key` is the topic folded, as topics are compared.

    `date` is the moment it names, if it names one; `corrects` is the earlier statement that this one corrects.
    """

    id: StatementId
    customer_id: CustomerId
    topic: str
    key: str
    text: str
    date: datetime | None
    basis: Basis
    said_at: datetime
    said_by_id: EmployeeId | None
    said_by: str
    case_id: CaseId | None
    conversation_id: ConversationId | None
    corrects: StatementId | None
    state: StatementState = StatementState.STANDING


def states(said: Iterable[Statement], taken_back: Iterable[StatementId]) -> dict[StatementId, StatementState]:
    """The state of each statement of one customer; the order in which they are read does not matter.

    Of each topic the last one that was not taken back stands, by instant, then by id.
    """
    gone = frozenset(taken_back)
    found: dict[StatementId, StatementState] = {}
    topics: defaultdict[str, list[Statement]] = defaultdict(list)
    for each in said:
        if each.id in gone:
            found[each.id] = StatementState.TAKEN_BACK
        else:
            topics[each.key].append(each)
    for live in topics.values():
        corrected = {each.corrects for each in live}
        last = max(live, key=lambda each: (each.said_at, each.id))
        for each in live:
            past = StatementState.CORRECTED if each.id in corrected else StatementState.SUPERSEDED
            found[each.id] = StatementState.STANDING if each is last else past
    return found


def tells_otherwise(earlier: Statement, earlier_key: str, text_key: str, date: datetime | None) -> bool:
    """Whether something about to be said differs from what stands; both keys are the texts folded.

    Where either names a moment it is the moment that counts, else the words.
    """
    if earlier.date is not None or date is not None:
        return earlier.date != date
    return earlier_key != text_key


def on_topic(standing: Sequence[Statement], topic_key: str) -> Statement | None:
    """The one of those that stand that is about a topic, folded: word for word, else the only one that means it.

    Topics mean the same when they differ in singular or plural, or in words that say little.
    """
    exact = next((each for each in standing if each.key == topic_key), None)
    if exact is not None:
        return exact
    near = [each for each in standing if _means(each.key) == _means(topic_key)]
    return near[0] if len(near) == 1 and _telling(topic_key) else None


def _means(topic_key: str) -> tuple[frozenset[str], frozenset[str]]:
    """What a topic is about, and the letters and numbers in it: part 12 is not part 13."""
    bare = (word for word in topic_key.split() if _is_bare(word) and word not in _SAYING_LITTLE)
    return _telling(topic_key), frozenset(bare)


def are_similar(topic_key: str, other_key: str) -> bool:
    """Whether two topics, both folded, share a word that says what they are about, in singular or plural."""
    return not _telling(topic_key).isdisjoint(_telling(other_key))


def _telling(topic_key: str) -> frozenset[str]:
    words = (word for word in topic_key.split() if word not in _SAYING_LITTLE and not _may_be_time(word))
    return frozenset(singular(word) for word in words)


def _may_be_time(word: str) -> bool:
    """Whether it names a day or a month, or is a number or a letter too short to name anything else."""
    return word in DAY_WORDS or word in MONTH_NAMES or _is_bare(word)


def _is_bare(word: str) -> bool:
    return len(word) == 1 or (word.isdigit() and len(word) == _HOUR)
