"""Precedents: what was decided before for this customer, and for others in a case like this."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.domain.goodwill.precedent import CUSTOMER, POLICY, PrecedentCount, ranked
from deskui.domain.manual.article import ArticleKind
from deskui.domain.similar import KIND, WORD, telling, trait
from deskui.store.normalise.letters import fold, words
from deskui.store.reads import manual
from deskui.store.reads import precedents as reads

if TYPE_CHECKING:
    from deskui.domain.case import Case
    from deskui.domain.goodwill.goodwill import GoodwillKind
    from deskui.domain.goodwill.precedent import Precedent
    from deskui.domain.ids import ArticleVersionId, CustomerId

LISTED: Final = 50
"""So many are listed, the nearest."""
BESIDE: Final = 3
"""So many stand beside a decision."""


class Precedents(Area):
    """Earlier goodwill, exceptions and refused requests."""

    def nearest(
        self,
        customer_id: CustomerId,
        case: Case | None,
        kind: GoodwillKind | None = None,
        *,
        reason: str = "",
        policy: ArticleVersionId | None = None,
        most: int = LISTED,
    ) -> tuple[Precedent, ...]:
        """What comes nearest to a concession for the customer in that case, the nearest first.

        Theirs come first; then those of the kind of case, of the policy, and of the words of its subject or the
        `reason`. Without a `policy`, those that the manual ties to the kind of case count.
        """
        asked = [trait(CUSTOMER, str(self.who(customer_id))), *self._policies(case, policy)]
        if case is not None and fold(case.kind):
            asked.append(trait(KIND, fold(case.kind)))
        said = f"{reason} {'' if case is None else case.subject}"
        asked += telling(trait(WORD, each) for each in dict.fromkeys(words(said)))
        near = ranked(reads.having(asked), kind)[:most]
        return reads.told(near, self.now(), self.session.zone)

    def count(self, customer_id: CustomerId, case: Case | None) -> PrecedentCount:
        """How many there are for the customer, as they stand now, and of the kind of case: one statement."""
        kind = "" if case is None else fold(case.kind)
        return reads.count(customer_id, trait(KIND, kind))

    def _policies(self, case: Case | None, policy: ArticleVersionId | None) -> list[str]:
        today = self.session.today(self.now())
        if policy is not None:
            return [trait(POLICY, str(manual.edition(policy).article.id))]
        if case is None or not case.kind.strip():
            return []
        tied = manual.tied_to((), (case.kind,), today)
        return [trait(POLICY, str(each.article.id)) for each in tied if each.article.kind is ArticleKind.POLICY]
