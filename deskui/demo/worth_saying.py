"""The tip of the sample shop about what is rented, and whom it was offered already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from deskui.domain.ids import EmployeeId
from deskui.domain.manual.article import Tie, TiedTo
from deskui.domain.tips import TipAnswer
from deskui.store import models
from deskui.store.entry import Actor, Entry
from deskui.store.writes import manual
from deskui.store.writes.bulk import insert_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from peewee import Database

    from deskui.demo.calendar import Calendar

SAME_PRICE: Final = "Same price to buy, and 30 days to bring it back"
_TEXT: Final = (
    "A week of rent costs what the thing costs to buy. Say so before they pay: bought today, it can come back for "
    "30 days, with all of the money, and for as long as they keep it the warranty is theirs."
)
_TIES: Final = (Tie(TiedTo.PRODUCT, "rental"), Tie(TiedTo.PRODUCT, "projector"), Tie(TiedTo.CASE, "rental"))
_MONTHS: Final = timedelta(days=200)


@dataclass(frozen=True, slots=True)
class Offered:
    """That the tip was offered `ago` days back for the order of that number."""

    ago: int
    clock: str
    order: str
    answer: TipAnswer
    words: str
    by: str


OFFERED: Final = (
    Offered(6, "09:25", "R-88401", TipAnswer.TAKEN, "bought it instead of renting it", "Stephen Okafor"),
)


def tell_tips(database: Database, calendar: Calendar, names: Mapping[str, int]) -> None:
    """Write the tip and what came of it, inside the caller's transaction."""
    entry = Entry(Actor(EmployeeId(names["Margaret Liu"]), ""), calendar.now - _MONTHS)
    said = {"title": SAME_PRICE, "tags": "rent, buy, return", "text": _TEXT, "may_quote": True}
    days = {"valid_from": (calendar.today - _MONTHS).isoformat(), "valid_until": None}
    article = manual.add_article(entry, {"kind": "tip", **said, **days}, _TIES)
    version = models.ArticleVersion.select().where(models.ArticleVersion.article == article).get().id
    columns = ("customer", "order", "article", "article_version", "title", "answer", "words", "by", "at")
    rows = [
        (
            *(order.customer, order.id, article, version, SAME_PRICE, each.answer.value, each.words),
            *(names[each.by], calendar.at(each.ago, each.clock)),
        )
        for each in OFFERED
        for order in models.Order.select().where(models.Order.number == each.order)
    ]
    insert_rows(database, models.TipOffer, columns, rows)
