"""The queries to measure a lookup with: what is typed at a counter, one query a keystroke."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from deskui.store.models import ContactPoint, Customer, Reference
from deskui.store.normalise.letters import words
from deskui.store.normalise.phones import national_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
MISSPELT: Final = "misspelt names"
SHORT: Final = ("a", "j", "1", "jo", "21", "smith", "johns", "maria", "john smi", "j s", "maria g l")


class Query(NamedTuple):
    """A text as typed so far, and what it is the beginning of."""

    kind: str
    text: str


def mix(seed: int = 1) -> list[Query]:
    """About ten thousand queries drawn from the open database, in random order, always the same ones."""
    rng = Random(seed)
    queries = list(dict.fromkeys(_all(rng)))
    rng.shuffle(queries)
    return queries


def _all(rng: Random) -> Iterator[Query]:
    people = _sample(rng, 4000)
    families = [family for _, family, _ in people if family][:300]
    yield from _keystrokes("last names", families, 10)
    full = [name for _, _, name in people]
    yield from _keystrokes("full names", full[:200], 40)
    yield from _keystrokes("phones", _phones(rng, 200), 15)
    yield from _keystrokes("e-mails", _emails(rng, 200), 25)
    yield from _keystrokes("receipts", _numbers(rng, "receipt", 150), 12)
    yield from _keystrokes("POs", _numbers(rng, "PO", 150), 12)
    for digits in _phones(rng, 200):
        yield from (Query("last digits", digits[-count:]) for count in (2, 3, 4, 7))
    yield from (Query("short and common", text) for text in SHORT)
    common = _common_words([name for _, _, name in people])
    yield from (Query("pairs of common words", " ".join(rng.sample(common, 2))) for _ in range(400))
    for count in (1, 2):
        yield from (Query("finds nothing", " ".join(_nonsense(rng) for _ in range(count))) for _ in range(150))
    yield from (Query(MISSPELT, misspell(rng, name)) for name in full[200:600])


def _sample(rng: Random, count: int) -> list[tuple[str, str, str]]:
    """Given name, family name and whole name of random customers."""
    rows = Customer.select(Customer.given_name, Customer.family_name, Customer.name)
    found = list(rows.where(Customer.id.in_(_ids(rng, Customer, count))).tuples())
    rng.shuffle(found)
    return found


def _ids(rng: Random, model: type[Customer | ContactPoint | Reference], count: int) -> list[int]:
    last = model.select(model.id).order_by(model.id.desc()).limit(1).tuples().first()[0]
    return rng.sample(range(1, last + 1), min(count, last))


def _phones(rng: Random, count: int) -> list[str]:
    chosen = ContactPoint.id.in_(_ids(rng, ContactPoint, count * 4))
    rows = ContactPoint.select(ContactPoint.key).where(chosen, ContactPoint.kind == "phone").tuples()
    return [national_digits(row[0], "US") for row in rows][:count]


def _emails(rng: Random, count: int) -> list[str]:
    chosen = ContactPoint.id.in_(_ids(rng, ContactPoint, count * 6))
    rows = ContactPoint.select(ContactPoint.key).where(chosen, ContactPoint.kind == "email").tuples()
    return [key.partition("@")[0] for (key,) in rows][:count]


def _numbers(rng: Random, kind: str, count: int) -> list[str]:
    chosen = Reference.id.in_(_ids(rng, Reference, count * 20))
    rows = Reference.select(Reference.number).where(chosen, Reference.kind == kind).tuples()
    return [number for (number,) in rows][:count]


def _keystrokes(kind: str, texts: list[str], longest: int) -> Iterator[Query]:
    for text in texts:
        for length in range(1, min(len(text), longest) + 1):
            if not text[:length].endswith(" "):
                yield Query(kind, text[:length])


def _common_words(names: list[str]) -> list[str]:
    """The sixty words that most names carry."""
    counts = Counter(word for name in names for word in words(name) if len(word) > 2)
    return [word for word, _ in counts.most_common(60)]


def _nonsense(rng: Random) -> str:
    return "xq" + "".join(rng.choice("zxqvkjw") for _ in range(rng.randint(2, 6)))


def misspell(rng: Random, name: str) -> str:
    """The name with one edit in every word of more than three letters: a letter lost, added, changed or swapped."""
    return " ".join(_edit(rng, word) if len(word) > 3 else word for word in words(name))


def _edit(rng: Random, word: str) -> str:
    at = rng.randrange(1, len(word) - 1)
    before, after = word[:at], word[at + 1 :]
    return rng.choice(
        (
            before + after,
            before + rng.choice(LETTERS) + word[at:],
            before + rng.choice(LETTERS) + after,
            before + word[at + 1] + word[at] + word[at + 2 :],
        )
    )
