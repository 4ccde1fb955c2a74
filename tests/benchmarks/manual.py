"""How long a search of the manual takes, keystroke by keystroke, over many articles.

Run: python -m tests.benchmarks.manual --articles 20000
It prints a table and never fails on time. The manual is built anew each time.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from deskui.settings import sqlite_url
from deskui.store import manual_index, models
from deskui.store.lookup.statements import Statements
from deskui.store.manual.documents import Documents
from deskui.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TODAY: Final = date(2026, 11, 22)
_SYLLABLES: Final = "ba co du fe gi ho ja ke li mo nu pa re si to va we xi yo za tra sto pli gre cla".split()
_COMMON: Final = """return refund fee rental truck coupon reissue claim parcel warranty headset laptop cabinet kitchen
 price customer receipt policy exchange credit damage late delivery installer measure hinge serial""".split()
_PERCENTILES: Final = (50, 95, 99, 100)


def main(arguments: Sequence[str] | None = None) -> None:
    """Build the manual, measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--articles", type=int, default=20_000)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(sqlite_url(Path(folder) / "manual.db"))
        try:
            started = time.perf_counter()
            fill(store, asked.articles)
            _say(f"{asked.articles:,} articles and {models.ArticleVersion.select().count():,} versions, ", end="")
            _say(f"made and indexed in {time.perf_counter() - started:.1f} s")
            _measure(store)
        finally:
            store.close()


def fill(store: Store, count: int) -> None:
    """So many articles of about 250 words; every fourth has an older version, and every tenth is over."""
    dice = random.Random(7)
    rare = ["".join(dice.choices(_SYLLABLES, k=dice.randint(2, 4))) for _ in range(12_000)]
    articles, versions = [], []
    for number in range(1, count + 1):
        title = " ".join(dice.choices(_COMMON, k=3) + dice.choices(rare, k=1)).capitalize()
        is_over = number % 10 == 0
        articles.append({"id": number, "kind": "policy", "title": title, "tags": dice.choice(_COMMON)})
        for turn in range(1 + (number % 4 == 0)):
            text = " ".join(dice.choices(_COMMON, k=80) + dice.choices(rare, k=170))
            days = {"valid_from": date(2024 + turn, 1, 1), "valid_until": date(2026, 6, 30) if is_over else None}
            versions.append({"article": number, "number": turn + 1, "title": title, "text": text, "at": 0, **days})
    with store.transaction():
        for model, rows in ((models.Article, articles), (models.ArticleVersion, versions)):
            for start in range(0, len(rows), 500):
                model.insert_many(rows[start : start + 500]).execute()
        Documents(Statements(store.database)).refresh(range(1, count + 1), TODAY)


def typed() -> Iterator[tuple[str, str]]:
    """What is typed, with what it is: every beginning of words and phrases, and misspelt words."""
    dice = random.Random(11)
    for word in _COMMON:
        yield from (("one word", word[:end]) for end in range(1, len(word) + 1))
        at = dice.randrange(1, len(word) - 1)
        yield "misspelt", word[:at] + word[at + 1 :]
        yield "misspelt", word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for _ in range(60):
        phrase = " ".join(dice.choices(_COMMON, k=dice.randint(2, 4)))
        yield from (("phrase", phrase[:end]) for end in range(2, len(phrase) + 1))
    for _ in range(60):
        word = "".join(dice.choices(_SYLLABLES, k=3))
        yield from (("rare word", word[:end]) for end in range(1, len(word) + 1))
        yield "two letters", f"{dice.choice('abcdefg')} {dice.choice('rstuvw')}"
    yield from (("nothing typed", ""),) * 20


def _measure(store: Store) -> None:
    queries = list(typed())
    for _ in range(2):  # the second time is that of a manual in use
        timed: dict[str, list[float]] = {}
        worked: list[float] = []
        for kind, text in queries:
            started, begun = time.perf_counter(), time.thread_time()
            manual_index.find(store.database, text, TODAY)
            timed.setdefault(kind, []).append(1000 * (time.perf_counter() - started))
            worked.append(1000 * (time.thread_time() - begun))
    _say(f"\n{'milliseconds':16}{'queries':>9}" + "".join(f"{f'p{each}':>9}" for each in _PERCENTILES))
    every = [each for some in timed.values() for each in some]
    for kind, some in (*timed.items(), ("all", every), ("of the processor", worked)):
        ranked = sorted(some)
        cells = (ranked[min(len(ranked) - 1, len(ranked) * each // 100)] for each in _PERCENTILES)
        _say(f"{kind:16}{len(some):>9}" + "".join(f"{each:9.2f}" for each in cells))


def _say(words: str, end: str = "\n") -> None:
    sys.stdout.write(words + end)


if __name__ == "__main__":
    main()
