"""What an article tied to something is found by: words that are the same in singular and plural."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.promises.kinds import singular

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def product_key(words: Sequence[str]) -> str:
    """What a text about products is compared by, from its folded words."""
    return " ".join(dict.fromkeys(map(singular, words)))


def case_key(words: Sequence[str]) -> str:
    """What a kind of case or of benefit is compared by, from its folded words."""
    return " ".join(map(singular, words))


def fits_product(key: str, sold: Iterable[frozenset[str]]) -> bool:
    """Whether all words of a product text are in one of these names."""
    wanted = frozenset(key.split())
    return bool(wanted) and any(wanted <= name for name in sold)
