"""Is it covered, what happens next, and how long will it take: the answer for an order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.coverage import Coverage, ProofKind, line_coverage, proof_kind
from deskui.domain.text import clean_line
from deskui.store.reads import orders, products
from deskui.store.writes.orders import accept_proof

if TYPE_CHECKING:
    from deskui.desk.area import Post
    from deskui.desk.promises import Promises
    from deskui.domain.coverage import LineCoverage
    from deskui.domain.done import Done
    from deskui.domain.ids import OrderId
    from deskui.store.entry import Entry

PROOF_ACCEPT: Final = verb("order.proof", "proof", "orders.number")
_MOST: Final = 20
"""Lines of which the product is asked about; the kind alone tells for the rest of a long order."""


class Covering(Area):
    """The coverage of orders, and the proofs of them."""

    def __init__(self, post: Post, promises: Promises) -> None:
        super().__init__(post)
        self._promises = promises

    def of_order(self, order_id: OrderId) -> Coverage:
        """The answer for an order, line by line, with how long what comes next usually takes.

        Raises: NotFound when the order is no longer kept.
        """
        order, _ = orders.one(order_id)
        today = self.session.today(self.now())
        lines = (line_coverage(order, each, today) for each in order.lines)
        advised = tuple(self._advised(each, is_asked=place < _MOST) for place, each in enumerate(lines))
        return Coverage(order, proof_kind(order.proof), advised)

    def _advised(self, line: LineCoverage, *, is_asked: bool) -> LineCoverage:
        product = products.product_of(line.line.name, line.line.sku) if is_asked else None
        found = self._promises.advice(line.next.promise_kind, line.next.case_kind, product)
        return line if found is None else replace(line, advice=found[0], group=found[1])

    def accept_proof(
        self, order_id: OrderId, version: int, kind: ProofKind, seen: str = "", operation: str | None = None
    ) -> Done:
        """Accept a proof of the purchase, in the name of whoever is acting; ProofKind.NONE takes one back.

        `seen` is what was seen of it. Raises: BadInput when that is too long, Conflict when somebody was faster.
        """
        words = clean_line(seen, "What was seen")
        proof = "" if kind is ProofKind.NONE else f"{kind.value}: {words}" if words else kind.value
        _, customer = orders.one(order_id)

        def write(entry: Entry) -> int:
            accept_proof(entry, order_id, version, proof)
            return order_id

        return self.on(customer, PROOF_ACCEPT, operation, write)
