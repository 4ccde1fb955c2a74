"""Tips for what is in view, and what became of each that was offered, so that nobody offers it twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.manual.ties import case_key, product_key
from deskui.domain.order_days import is_current
from deskui.domain.text import clean_line
from deskui.domain.tips import InView, TipAnswer, last_offer, refusal, tips_for
from deskui.errors import NotAllowed, NotFound
from deskui.store.normalise.letters import words
from deskui.store.reads import cases, manual, orders
from deskui.store.reads import tips as reads
from deskui.store.writes import tips as writes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deskui.domain.case import Case
    from deskui.domain.done import Done
    from deskui.domain.ids import ArticleId, CaseId, CustomerId, OrderId
    from deskui.domain.order import Order
    from deskui.domain.tips import TipInView
    from deskui.store.entry import Entry


TIP_OFFER: Final = verb("tip.offer", "tip offered", "tip_offer.title")


@dataclass(frozen=True, slots=True)
class OfferTyped:
    """A tip that was offered for an order, in a case or both, and what the customer said to it."""

    article_id: ArticleId
    answer: TipAnswer
    words: str = ""
    order_id: OrderId | None = None
    case_id: CaseId | None = None


class Tips(Area):
    """What is worth saying, once."""

    def in_view(self, customer_id: CustomerId, bought: Sequence[Order], case: Case | None) -> tuple[TipInView, ...]:
        """The tips for these orders and this case of a customer, the best of each first: one statement."""
        now, zone = self.now(), self.session.zone
        today = self.session.today(now)
        current = [each for each in bought if is_current(each, each.placed_at.astimezone(zone).date(), today)]
        seen = [_of_order(each, case) for each in current]
        if case is not None and case.closed_at is None:
            seen.insert(0, _of_case(case, bought))
        tips = reads.of_view(customer_id, seen, today)
        return tuple(found for each in seen for found in tips_for(tips, each, now, zone)) if tips else ()

    def offer(self, customer_id: CustomerId, typed: OfferTyped, operation: str | None = None) -> Done:
        """Write down that a tip was offered, and what became of it.

        Raises: BadInput naming the field, NotAllowed when it was offered for that already, NotFound when the
        article is gone, or the order or the case is not the customer's.
        """
        said = clean_line(typed.words, "What they said")

        def work(entry: Entry) -> tuple[int, CustomerId]:
            who = self.who(customer_id)
            tip = manual.version_in_force(typed.article_id, self.session.today(entry.at))
            if tip is None:
                raise NotFound("That tip is no longer in the manual; F5 reads what is in view again.")
            self._check(who, typed)
            columns = {
                "article": typed.article_id,
                "article_version": tip.version.id,
                "title": tip.title,
                "answer": typed.answer.value,
                "words": said,
                "order": typed.order_id,
                "case": typed.case_id,
            }
            return writes.add_offer(entry, who, columns), who

        return self.perform(TIP_OFFER, operation, work)

    def _check(self, who: CustomerId, typed: OfferTyped) -> None:
        """Raises: NotFound and NotAllowed, as `offer` says."""
        if typed.order_id is not None and orders.one(typed.order_id)[1] != who:
            raise NotFound("That order is another customer's; F5 reads the history again.")
        seen = InView(order_id=typed.order_id)
        if typed.case_id is not None:
            case = cases.case(cases.survivor(typed.case_id))
            if case.customer_id != who:
                raise NotFound("That case is another customer's; F5 reads the case again.")
            seen = InView(order_id=typed.order_id, merged=case.ids, orders_behind=_behind(case))
        before = last_offer(reads.of_article(who, typed.article_id), seen)
        if refused := refusal(before, typed.answer, self.now(), self.session.zone):
            raise NotAllowed(refused)


def _of_order(order: Order, case: Case | None) -> InView:
    """An order; what was offered in the case that is about it was offered for it."""
    about = case.ids if case is not None and order.id in _behind(case) else ()
    return InView(products=_products([order]), order_id=order.id, merged=about)


def _of_case(case: Case, bought: Iterable[Order]) -> InView:
    """A case with what was bought under its numbers, as far as that is among the orders shown."""
    behind = _behind(case)
    return InView(
        products=_products(each for each in bought if each.id in behind),
        case_kind=case_key(words(case.kind)),
        case_id=case.id,
        orders_behind=behind,
        merged=case.ids,
    )


def _behind(case: Case) -> tuple[OrderId, ...]:
    """The orders that stand behind the numbers of a case."""
    return tuple(dict.fromkeys(each.order_id for each in case.references if each.order_id is not None))


def _products(bought: Iterable[Order]) -> tuple[str, ...]:
    """What the names of what was bought are compared by, each once."""
    keys = (product_key(words(line.name)) for order in bought for line in order.lines)
    return tuple(dict.fromkeys(each for each in keys if each))
