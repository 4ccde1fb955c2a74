"""The manual of Alder & Finch, from the Markdown beside this file, as rows."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.manual.file_text import read_file_text
from deskui.domain.manual.typed import checked, checked_ties
from deskui.store import models
from deskui.store.lookup.statements import Statements
from deskui.store.manual.documents import Documents
from deskui.store.writes.bulk import insert_rows, next_id
from deskui.store.writes.manual import tie_columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from peewee import Database

    from deskui.demo.calendar import Calendar
    from deskui.domain.manual.typed import ArticleTyped

ARTICLES: Final = Path(__file__).with_name("articles")
_AGO: Final = re.compile(r"@(-?\d+)$", re.MULTILINE)
_WHY: Final = re.compile(r"^why: (.*)\n", re.MULTILINE)
_VERSION: Final = (
    *("article", "number", "title", "tags", "text", "valid_from", "valid_until"),
    *("may_quote", "decides", "about", "why", "by", "at"),
)


def write_manual(database: Database, calendar: Calendar, staff: Mapping[str, int], writer: str) -> None:
    """Write the manual, inside the caller's transaction; each version a little before it holds, by the writer."""
    first = next_id(models.Article)
    articles: dict[str, int] = {}
    versions: list[tuple[Any, ...]] = []
    heads: dict[int, tuple[Any, ...]] = {}
    ties: list[tuple[Any, ...]] = []
    for typed, why in _read(calendar.today):
        columns = checked(typed, calendar.today)
        number = articles.setdefault(typed.title, first + len(articles))
        if number not in heads:
            ties += [(number, *tie_columns(tie).values()) for tie in checked_ties(typed)]
        heads[number] = (number, columns["kind"], columns["title"], columns["tags"])
        versions.append(_version(columns, number, versions, why, staff[writer], calendar))
    insert_rows(database, models.Article, ("id", "kind", "title", "tags"), list(heads.values()))
    insert_rows(database, models.ArticleVersion, _VERSION, versions)
    insert_rows(database, models.ArticleTie, ("article", "what", "text", "key", "word"), ties)
    Documents(Statements(database)).refresh(heads, calendar.today - timedelta(days=1))


def _read(today: date) -> Iterator[tuple[ArticleTyped, str]]:
    """The articles by the names of their files, `@90` standing for the day 90 days ago."""
    for place in sorted(ARTICLES.glob("*.md")):
        text = place.read_text("utf-8")
        why = found[1] if (found := _WHY.search(text)) else ""
        dated = _AGO.sub(lambda ago: (today - timedelta(days=int(ago[1]))).isoformat(), _WHY.sub("", text))
        yield read_file_text(dated), why


def _version(
    columns: dict[str, Any],
    article: int,
    before: Sequence[tuple[Any, ...]],
    why: str,
    by: int,
    calendar: Calendar,
) -> tuple[Any, ...]:
    said = {name: value.isoformat() if isinstance(value, date) else value for name, value in columns.items()}
    ago = max(1, (calendar.today - columns["valid_from"]).days + 2)
    number = 1 + sum(each[0] == article for each in before)
    written = {**said, "article": article, "number": number, "why": why, "by": by, "at": calendar.at(ago, "08:40")}
    return tuple(written[name] for name in _VERSION)
