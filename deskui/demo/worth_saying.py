"""What became of the tips of the sample shop that were offered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.domain.tips import TipAnswer
from deskui.store import models
from deskui.store.writes.bulk import insert_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from peewee import Database

    from deskui.demo.calendar import Calendar

_SAME_PRICE: Final = "Same price to buy, and 30 days to bring it back"


@dataclass(frozen=True, slots=True)
class Offered:
    """That the tip of that title was offered `ago` days back for the order of that number."""

    ago: int
    clock: str
    title: str
    order: str
    answer: TipAnswer
    words: str
    by: str


OFFERED: Final = (
    Offered(6, "09:25", _SAME_PRICE, "R-88401", TipAnswer.TAKEN, "bought it instead of renting", "Stephen Okafor"),
)
_COLUMNS: Final = ("customer", "order", "article", "article_version", "title", "answer", "words", "by", "at")


def tell_tips(database: Database, calendar: Calendar, names: Mapping[str, int]) -> None:
    """Write down what was offered and what came of it, inside the caller's transaction."""
    order, edition = models.Order, models.ArticleVersion
    rows = list[tuple[object, ...]]()
    for each in OFFERED:
        bought = order.select(order.customer, order.id).where(order.number == each.order).tuples().first()
        said = edition.select(edition.article, edition.id).where(edition.title == each.title)
        newest = said.order_by(edition.number.desc()).tuples().first()
        what = (each.title, each.answer.value, each.words)
        rows.append((*bought, *newest, *what, names[each.by], calendar.at(each.ago, each.clock)))
    insert_rows(database, models.TipOffer, _COLUMNS, rows)
