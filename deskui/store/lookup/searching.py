"""One search, from what was typed to the rows shown: whole words before begun ones, begun before misspelt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.lookup import Matched
from deskui.store.lookup import answers, numbers, typos
from deskui.store.lookup.answers import Candidate
from deskui.store.lookup.fulltext import fits, spaced
from deskui.store.lookup.typed import Typed, begun, liked, take_apart, whole

if TYPE_CHECKING:
    from deskui.domain.lookup import Hit
    from deskui.store.lookup.fulltext import Found, FullText
    from deskui.store.lookup.numbers import NumberFound
    from deskui.store.lookup.statements import Statements
    from deskui.store.lookup.typed import Groups

_FEW: Final = 5
"""Fewer rows than this, and what was typed is taken for a slip of the finger."""
_NUMBERS_KEPT: Final = 5
"""Rows kept free for numbers that begin with what was typed, however many phones do."""
_ADDRESSES: Final = (
    "SELECT p.customer_id, p.value, p.key FROM contact_point AS p "
    "WHERE p.key >= ? AND p.key < ? AND p.kind = 'email' AND p.withdrawn_at IS NULL ORDER BY p.key LIMIT ?"
)
_LAST_CHARACTER: Final = "\U0010ffff"


class Search:
    """Collects the candidates of one query in the order in which they will be shown."""

    def __init__(self, statements: Statements, text: FullText, limit: int) -> None:
        self.statements = statements
        self.text = text
        self.limit = limit
        self.found: dict[int, Candidate] = {}

    def run(self, query: str) -> list[Hit]:
        """The best `limit` customers for the query."""
        typed = take_apart(query)
        if not typed.words or self.limit <= 0:
            return []
        if typed.likes:
            self._interests(typed)
        elif typed.email:
            self._addresses(typed)
        else:
            self._numbers_and_words(typed)
        chosen = dict(list(self.found.items())[: self.limit])
        return answers.hits(self.statements, chosen, typed)

    def _numbers_and_words(self, typed: Typed) -> None:
        found = self._numbers(typed)
        self._add_numbers([number for number in found if number.exact])
        if not (typed.hashed and found):
            self._words(typed.words, self.limit - min(len(found), _NUMBERS_KEPT))
        self._add_numbers([number for number in found if not number.exact])
        if len(self.found) < _FEW and typed.has_letters:
            self._interests(typed)
        if len(self.found) < _FEW and typed.has_letters:
            self._misspelt(typed.words)

    def _numbers(self, typed: Typed) -> list[NumberFound]:
        keys = tuple(key for key in typed.numbers if len(key) > 1 or typed.hashed)
        return numbers.find(self.statements, keys) if keys else []

    def _add_numbers(self, found: list[NumberFound]) -> None:
        for number in found:
            self.found.setdefault(number.customer, Candidate(number=number))

    def _words(self, typed: tuple[str, ...], limit: int) -> None:
        """Whole words first, then the last one begun, then each of them."""
        whole_words, begun_words = [*map(whole, typed)], [*map(begun, typed)]
        if len(typed) > 1:
            self._in_steps([whole_words, [*whole_words[:-1], begun_words[-1]], begun_words], limit)
        else:
            self._in_steps([whole_words, begun_words], limit)

    def _in_steps(self, steps: list[Groups], limit: int, matched: Matched | None = None) -> None:
        """What matches the first, strictest step, then the next, each the most recently seen first.

        The last and widest is asked first: when all of it fits, one query was enough.
        """
        strictest = steps[0]
        widest = self.text.match(steps[-1], limit)
        if len(widest) < limit:
            present = {customer: spaced(document) for customer, document in widest}
            for step in steps[:-1]:
                self._take([pair for pair in widest if fits(present[pair[0]], step)], step is strictest, matched)
            self._take(widest, False, matched)
            return
        for step in steps[:-1]:
            if len(self.found) < limit:
                self._take(self.text.match(step, limit), step is strictest, matched)
        self._take(widest, False, matched)

    def _take(self, found: list[Found], is_whole: bool, matched: Matched | None = None) -> None:
        for customer, document in found:
            if customer not in self.found:
                self.found[customer] = Candidate(document, is_whole, matched)

    def _interests(self, typed: Typed) -> None:
        steps: list[Groups] = [liked(typed.words, begun=False), liked(typed.words, begun=True)]
        self._in_steps(steps, self.limit, Matched.INTEREST)

    def _addresses(self, typed: Typed) -> None:
        bounds = (typed.email, typed.email + _LAST_CHARACTER, self.limit)
        for customer, value, key in self.statements.rows(_ADDRESSES, bounds):
            if customer not in self.found:
                self.found[customer] = Candidate("", key == typed.email, Matched.EMAIL, value)
        if not self.found:
            self._words(typed.words, self.limit)

    def _misspelt(self, typed: tuple[str, ...]) -> None:
        """Documents with the likeliest words in place of those typed, closest first."""
        guesses = typos.likeliest(self.statements, typed)
        if any(guesses):
            groups: Groups = [(*begun(word), *meant) for word, meant in zip(typed, guesses, strict=True)]
            found = self.text.match(groups, 2 * self.limit)
            found.sort(key=lambda pair: typos.slips(pair[1], typed, guesses))
            self._take(found, False, Matched.SIMILAR)
