"""Which product a promise is about: the one that was ordered, or of several the one that its words name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.domain.promises.kinds import singular

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SAYING_LITTLE: Final = frozenset("a an and by for from in of on or the to with".split())


@dataclass(frozen=True, slots=True)
class Product:
    """Something that was sold: what it is compared by, and its name as it stands on the order."""

    key: str
    name: str


def one_product(
    ordered: Iterable[tuple[Product, Sequence[str]]], said: Sequence[str], kind: Sequence[str]
) -> Product | None:
    """The product that a promise is about, of those ordered, each with the words of its name; all words are folded.

    The only one, or of several the only one of whose name all words that matter are `said`; a longer name goes
    before a shorter one within it. What is called as the `kind` of promise is, such as a line for the delivery, is no
    product: it is what is promised.
    """
    heard, promised = ({singular(word) for word in words} for words in (said, kind))
    names: dict[str, tuple[Product, frozenset[str]]] = {}
    for product, words in ordered:
        matter = significant(words)
        if product.key and not (matter and matter <= promised):
            names.setdefault(product.key, (product, matter))
    if len(names) > 1:
        named = {key: found for key, found in names.items() if found[1] and found[1] <= heard}
        longer = [matter for _, matter in named.values()]
        names = {key: found for key, found in named.items() if not any(found[1] < other for other in longer)}
    return next(iter(names.values()))[0] if len(names) == 1 else None


def significant(words: Sequence[str]) -> frozenset[str]:
    """The words of a name that matter, in the singular: no sizes (`14 inch`) and no `with` or `of`.

    All of them where nothing else is left.
    """
    is_size = [word.isdigit() or (place > 0 and words[place - 1].isdigit()) for place, word in enumerate(words)]
    matter = {
        singular(word) for word, size in zip(words, is_size, strict=True) if not size and word not in _SAYING_LITTLE
    }
    return frozenset(matter or map(singular, words))
