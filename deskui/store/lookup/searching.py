"""One search, from what was typed to the rows shown: exact before begun, begun before misspelt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from deskui.domain.ids import CustomerId
from deskui.domain.lookup import Hit, Matched
from deskui.store.lookup import numbers, reasons, rows, typos
from deskui.store.lookup.documents import BETWEEN
from deskui.store.lookup.typed import Typed, begun, liked, take_apart, whole
from deskui.store.normalise.letters import words

if TYPE_CHECKING:
    from deskui.store.lookup.fulltext import FullText
    from deskui.store.lookup.numbers import NumberFound
    from deskui.store.lookup.statements import Statements

_FEW: Final = 5
"""Fewer rows than this, and what was typed is taken for a slip of the finger."""
_NUMBERS_KEPT: Final = 5
"""Rows kept free for numbers that begin with what was typed, however many phones do."""
_ADDRESSES: Final = (
    "SELECT p.customer_id, p.value, p.key FROM contact_point AS p "
    "WHERE p.key >= ? AND p.key < ? AND p.kind = 'email' AND p.withdrawn_at IS NULL ORDER BY p.key LIMIT ?"
)
_LAST_CHARACTER: Final = "\U0010ffff"


@dataclass(slots=True)
class _Candidate:
    """A customer found, and what is known by then of the reason."""

    document: str = ""
    matched: Matched | None = None
    text: str = ""
    exact: bool = False
    number: NumberFound | None = None


class Search:
    """Collects the candidates of one query in the order in which they will be shown."""

    def __init__(self, statements: Statements, text: FullText, limit: int) -> None:
        self.statements = statements
        self.text = text
        self.limit = limit
        self.found: dict[int, _Candidate] = {}

    def run(self, query: str) -> list[Hit]:
        """The best `limit` customers for the query."""
        typed = take_apart(query)
        if typed.words and self.limit > 0:
            if typed.likes:
                self._interests(typed)
            elif typed.email:
                self._addresses(typed)
            else:
                self._numbers_and_words(typed)
        return self._hits(typed)

    def _numbers_and_words(self, typed: Typed) -> None:
        found = self._numbers(typed)
        self._add_numbers([number for number in found if number.exact])
        if not (typed.hashed and found):
            self._words(typed.words, self.limit - min(len(found), _NUMBERS_KEPT))
        self._add_numbers([number for number in found if not number.exact])
        if len(self.found) < _FEW and typed.has_letters:
            self._interests(typed)
            if len(self.found) < _FEW:
                self._misspelt(typed.words)

    def _numbers(self, typed: Typed) -> list[NumberFound]:
        keys = tuple(key for key in typed.numbers if len(key) > 1 or typed.hashed)
        return numbers.find(self.statements, keys) if keys else []

    def _add_numbers(self, found: list[NumberFound]) -> None:
        for number in found:
            candidate = _Candidate("", number.matched, number.text, number.exact, number)
            self.found.setdefault(number.customer, candidate)

    def _words(self, typed: tuple[str, ...], limit: int) -> None:
        """Whole words first, then the last one begun, then each of them."""
        steps = [[whole(word) for word in typed], [*map(whole, typed[:-1]), begun(typed[-1])], [*map(begun, typed)]]
        for groups in steps if len(typed) > 1 else steps[:2]:
            if len(self.found) >= limit:
                return
            self._take(self.text.match(groups, limit))

    def _take(self, found: list[tuple[int, str]], matched: Matched | None = None) -> None:
        for customer, document in found:
            self.found.setdefault(customer, _Candidate(document, matched))

    def _interests(self, typed: Typed) -> None:
        for is_begun in (False, True):
            if len(self.found) < self.limit:
                groups = liked(typed.words, begun=is_begun)
                self._take(self.text.match(groups, self.limit), Matched.INTEREST)

    def _addresses(self, typed: Typed) -> None:
        bounds = (typed.email, typed.email + _LAST_CHARACTER, self.limit)
        for customer, value, key in self.statements.rows(_ADDRESSES, bounds):
            self.found.setdefault(customer, _Candidate("", Matched.EMAIL, value, key == typed.email))
        if len(self.found) < _FEW:
            self._take(self.text.match([begun(word) for word in typed.words], self.limit))

    def _misspelt(self, typed: tuple[str, ...]) -> None:
        """Documents with the likeliest words instead of those typed, closest first."""
        guesses = [typos.meant(self.statements, word) for word in typed]
        groups = [
            (*begun(word), *(guess.token for guess in guess_list))
            for word, guess_list in zip(typed, guesses, strict=True)
        ]
        slips = {guess.token: guess.slips for guess_list in guesses for guess in guess_list}

        def distance(document: str) -> int:
            present = document.replace(BETWEEN, " ").split()
            return sum(
                0
                if any(token.startswith(group[0][:-1]) for token in present)
                else min((slips[token] for token in group[1:] if token in slips and token in present), default=2)
                for group in groups
            )

        if slips:
            found = self.text.match(groups, 2 * self.limit)
            found.sort(key=lambda pair: distance(pair[1]))
            self._take(found, Matched.SIMILAR)

    def _hits(self, typed: Typed) -> list[Hit]:
        chosen = dict(list(self.found.items())[: self.limit])
        shown = rows.shown(self.statements, list(chosen))
        hits = [
            self._with_reason(shown[CustomerId(customer)], candidate, typed)
            for customer, candidate in chosen.items()
            if customer in shown
        ]
        return self._with_values(hits, typed)

    def _with_reason(self, hit: Hit, candidate: _Candidate, typed: Typed) -> Hit:
        if (number := candidate.number) is not None:
            return replace(
                hit,
                matched=number.matched,
                text=number.text,
                exact=number.exact,
                order_id=number.order_id,
                case_id=number.case_id,
            )
        if candidate.matched is not None:
            text = candidate.text or hit.name
            return replace(hit, matched=candidate.matched, text=text, exact=candidate.exact)
        field = reasons.field_of(candidate.document, typed)
        if field is Matched.NAME:
            return replace(hit, text=hit.name, exact=set(words(hit.name)) == set(typed.words))
        return replace(hit, matched=field, text=hit.company)

    def _with_values(self, hits: list[Hit], typed: Typed) -> list[Hit]:
        """The phone, address, alias or interest that was meant, read for those hits that need it."""
        kinds = {Matched.PHONE, Matched.EMAIL, Matched.LOYALTY, Matched.INTEREST, Matched.ALIAS}
        wanted = [hit.customer_id for hit in hits if hit.matched in kinds]
        known = reasons.values(self.statements, [int(customer) for customer in wanted])
        result = []
        for hit in hits:
            if hit.matched in kinds and not hit.exact:
                text, exact = reasons.value_shown(known.get(hit.customer_id, []), hit.matched, typed)
                hit = replace(hit, text=text or hit.text, exact=exact)
            result.append(hit)
        return result
