"""Generated conversations, notes and cases, and what was said in them."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from deskui.demo import goods
from deskui.demo.purchases import buyers
from deskui.demo.setting import DAY, LONGEST_AGO
from deskui.demo.spoken import spoken
from deskui.domain.due.owed import COUNTED_FOR
from deskui.store import models
from deskui.store.normalise.numbers import number_digits, number_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from deskui.demo.setting import Batch, FreeIds, Setting

Row = tuple[Any, ...]

_TALK: Final = (
    *("id", "customer", "case", "employee", "at", "channel", "direction"),
    *("reached", "mood", "minutes", "summary", "created_at"),
)
_NOTE: Final = ("customer", "kind", "text", "author", "review", "written_at")
_CASE: Final = (
    *("id", "number", "customer", "subject", "kind", "status"),
    *("owner", "opened_by", "opened_at", "closed_at", "outcome"),
)
_REFERENCE: Final = ("customer", "case", "kind", "number", "key", "digits", "created_at")
_BEFORE_BUYING: Final = "quote"
"""The kind of case that is about no order yet."""
_CHANNELS: Final = ("counter", "counter", "counter", "phone", "phone", "email", "text", "chat")
_MOODS: Final = ("good", "good", "even", "even", "even", "bad")
_OUTCOMES: Final = ("Found and handed over.", "Exchanged.", "Money back.", "Repaired and picked up.", "Explained.")
_MILLISECOND: Final = timedelta(milliseconds=1)
_UNANSWERED: Final = 0.07
_WORKING: Final = ("open", "open", "waiting for customer", "waiting for supplier", "ready")


def dealings(
    rng: Random, setting: Setting, ids: FreeIds, first: int, count: int, bought: Sequence[Row]
) -> list[Batch]:
    """What customers from id `first` on have to do with us, who `bought` these orders.

    Conversations (1.4 a customer), notes (0.4), cases (0.08), promises (0.3), statements (0.2), follow-ups (0.05).
    """
    cases = _cases(rng, setting, ids, buyers(rng, first, count, count * 8 // 100))
    talks = [_talk(rng, setting, who) for who in buyers(rng, first, count, count * 12 // 10)]
    talks.extend(_about(rng, setting, case) for case in cases for _ in range(rng.choice((1, 2, 3))))
    talks.extend([answer for talk in talks if (answer := _answer(rng, setting, talk)) is not None])
    numbered = [(place, *talk) for place, talk in enumerate(talks, ids.talk)]
    ids.talk += len(numbered)
    notes = [_note(rng, setting, who) for who in buyers(rng, first, count, count * 4 // 10)]
    return [
        (models.Case, _CASE, cases),
        (models.Reference, _REFERENCE, _numbers(cases, bought)),
        (models.Conversation, _TALK, numbered),
        (models.Note, _NOTE, notes),
        *spoken(rng, setting, ids, cases, numbered),
    ]


def _cases(rng: Random, setting: Setting, ids: FreeIds, owners: list[int]) -> list[Row]:
    rows: list[Row] = []
    for who in owners:
        subject, kind = rng.choice(goods.CASES)
        is_open = rng.random() < 0.1
        ago = 1 + int((14 if is_open else LONGEST_AGO - 30) * rng.random())
        closed = None if is_open else setting.at(max(1, ago - int(20 * rng.random())), 0.99)
        status = rng.choice(_WORKING) if is_open else "closed"
        outcome = "" if is_open else rng.choice(_OUTCOMES)
        clerk = setting.clerk(rng.random())
        opened = setting.at(ago, rng.random() * 0.9)
        rows.append((ids.case, ids.case_number, who, subject, kind, status, clerk, clerk, opened, closed, outcome))
        ids.case += 1
        ids.case_number += 1
    return rows


def _numbers(cases: Sequence[Row], bought: Sequence[Row]) -> list[Row]:
    """The number of what each case is about: the last order that its customer placed before, if there is one."""
    orders: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for _, who, number, at, *_ in bought:
        orders[who].append((at, number))
    rows: list[Row] = []
    for case, _, who, _, about, _, _, _, opened, *_ in cases:
        before = [order for order in orders[who] if order[0] < opened]
        if before and about != _BEFORE_BUYING:
            number = max(before)[1]
            kind = "receipt" if number.startswith("R-") else "order"
            rows.append((who, case, kind, number, number_key(number), number_digits(number), opened))
    return rows


def _talk(rng: Random, setting: Setting, who: int) -> Row:
    chance = rng.random
    ago = 1 + int((LONGEST_AGO - 2) * chance() * chance())
    at = setting.at(ago, chance())
    channel = _CHANNELS[int(chance() * len(_CHANNELS))]
    out = channel != "counter" and chance() < 0.4
    item = goods.GOODS[int(chance() * len(goods.GOODS))][0].lower()
    said = goods.TALKS[int(chance() * len(goods.TALKS))].format(item=item)
    mood = _MOODS[int(chance() * len(_MOODS))]
    reached = not out or chance() < 0.7
    minutes = 1 + int(15 * chance() * chance())
    return (
        *(who, None, setting.clerk(rng.random()), at, channel, "out" if out else "in"),
        *(reached, mood, minutes, said, at),
    )


def _about(rng: Random, setting: Setting, case: Row) -> Row:
    """A conversation that belongs to a case, at most ten days after it was opened."""
    days = min(10, (setting.now - case[8]) / DAY)
    later = min(setting.now, setting.later(case[8], days * setting.hours_a_day * rng.random()))
    side = rng.choice(("in", "in", "out"))
    mood = rng.choice(("even", "bad", "good"))
    said = f"{case[3]}: asked how it stands." if side == "in" else f"{case[3]}: told how it stands."
    return (case[2], case[0], setting.clerk(rng.random()), later, "phone", side, True, mood, 4, said, later)


def _answer(rng: Random, setting: Setting, talk: Row) -> Row | None:
    """Our call after a contact of theirs of late: hardly anybody waits for one."""
    who, case, clerk, at, channel, side = talk[:6]
    is_asking = side == "in" and (channel != "counter" or case is not None)
    if not is_asking or setting.now - at > COUNTED_FOR // _MILLISECOND or rng.random() < _UNANSWERED * setting.recent:
        return None
    later = setting.later(at, 6 * rng.random())
    if later >= setting.now:
        return None
    return (who, case, clerk, later, "phone", "out", True, "even", 3, "Called back, told how it stands.", later)


def _note(rng: Random, setting: Setting, who: int) -> Row:
    kind, text = rng.choice(goods.NOTES)
    at = setting.at(1 + int((LONGEST_AGO - 2) * rng.random()), rng.random())
    words = text.format(interest=rng.choice(goods.INTERESTS))
    review = "approved" if rng.random() < 0.8 else "earlier"
    return (who, kind, words, setting.clerk(rng.random()), review, at)
