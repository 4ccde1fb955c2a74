"""What was said in generated conversations: promises, statements, and what is to be done after them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.demo import goods
from deskui.demo.pledging import RECENT, Occasion, Pledging
from deskui.demo.sayings import DONE, TASKS, TOLD
from deskui.demo.setting import DAY
from deskui.store import models
from deskui.store.normalise.letters import topic_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

    from deskui.demo.setting import Batch, FreeIds, Setting

Row = tuple[Any, ...]

_STATEMENT: Final = (
    *("id", "customer", "topic", "topic_key", "text", "date", "basis"),
    *("said_at", "by", "case", "conversation", "corrects"),
)
_TASK: Final = (
    *("customer", "what", "kind", "due_on", "owner", "case", "conversation"),
    *("settled_at", "outcome", "created_by", "created_at"),
)
_SHARES: Final = (0.175, 0.11, 0.036)
"""Of all conversations, in how many something is promised, told, and noted to be done."""
_SHARES_OF_CASES: Final = (0.55, 0.4, 0.05)
_BASES: Final = ("own judgement", "system", "supplier", "policy")
_KEYS: Final = {topic: topic_key(topic) for topics in TOLD.values() for topic, _ in topics}


def spoken(rng: Random, setting: Setting, ids: FreeIds, cases: Sequence[Row], talks: Sequence[Row]) -> list[Batch]:
    """What was promised, told and noted in these conversations, most of it where there is a case."""
    chance, kinds = rng.random, {case[0]: (case[4], case[9] is not None) for case in cases}
    pledging = Pledging(rng, setting, ids)
    told, noted = list[Occasion](), list[Occasion]()
    for talk, customer, case, clerk, at, _, _, reached, *_ in talks:
        is_promised, is_told, is_noted = (
            chance() < share for share in (_SHARES if case is None else _SHARES_OF_CASES)
        )
        if not reached or not (is_promised or is_told or is_noted):
            continue
        when = Occasion(talk, customer, case, *kinds.get(case, ("", False)), at, clerk)
        if is_promised:
            pledging.promise(when)
        if is_told:
            told.append(when)
        if is_noted:
            noted.append(when)
    return [*pledging.batches(), statements(rng, ids, told), follow_ups(rng, setting, noted)]


def statements(rng: Random, ids: FreeIds, occasions: Iterable[Occasion]) -> Batch:
    """One statement an occasion; what differs from the one before on its topic corrects that."""
    chance = rng.random
    rows: list[Row] = []
    standing: dict[tuple[int, str], tuple[int, str]] = {}
    for when in sorted(occasions, key=lambda each: each.at):
        topics = TOLD.get(when.case_kind, TOLD[""])
        topic, texts = topics[int(chance() * len(topics))]
        text, days = texts[int(chance() * len(texts))]
        before = standing.get((when.customer, topic))
        corrects = before[0] if before is not None and (days or before[1] != text) else None
        standing[when.customer, topic] = (ids.statement, text)
        date = when.at + days * DAY if days else None
        basis = _BASES[int(chance() * len(_BASES))]
        rows.append(
            (
                *(ids.statement, when.customer, topic, _KEYS[topic], text, date, basis),
                *(when.at, when.clerk, when.case, when.talk, corrects),
            )
        )
        ids.statement += 1
    return (models.Statement, _STATEMENT, rows)


def follow_ups(rng: Random, setting: Setting, occasions: Iterable[Occasion]) -> Batch:
    """One follow-up an occasion: those whose day is to come are open, of the others hardly any."""
    chance = rng.random
    rows: list[Row] = []
    for when in occasions:
        if setting.now - when.at < RECENT and chance() >= setting.recent:
            continue
        due = (setting.midnight - when.at) // DAY + 1 - (2 + int(12 * chance()))
        is_open = due <= 0 or (due < 4 and chance() < 0.1)
        settled = None if is_open else setting.at(due, chance())
        what, kind = TASKS[int(chance() * len(TASKS))]
        what = what.format(item=goods.GOODS[int(chance() * len(goods.GOODS))][0].lower())
        outcome = "" if is_open else DONE[int(chance() * len(DONE))]
        rows.append(
            (
                *(when.customer, what, kind, setting.day(due), when.clerk, when.case, when.talk),
                *(settled, outcome, when.clerk, when.at),
            )
        )
    return (models.FollowUp, _TASK, rows)
