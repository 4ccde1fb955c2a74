"""An article as it is typed, and what is accepted of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from deskui.domain.due_time.days import Reach, parse_day
from deskui.domain.goodwill.goodwill import GoodwillKind
from deskui.domain.manual.article import ArticleKind, Tie, TiedTo
from deskui.domain.staff import Role
from deskui.domain.text import clean_line, clean_text
from deskui.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

Choice = TypeVar("Choice", ArticleKind, Role)

LONGEST_ARTICLE: Final = 100_000
"""Longest text of an article, in characters."""
_LONGEST_LIST: Final = 1000
_LONGEST_ITEM: Final = 80
DECIDERS: Final = (Role.CLERK, Role.SUPERVISOR, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class ArticleTyped:
    """An article as typed; `tags`, `about` and what it is tied to are lists with commas between."""

    kind: str
    title: str
    text: str
    tags: str = ""
    valid_from: str = ""
    """A day as typed; empty for today."""
    valid_until: str = ""
    """The last day as typed; empty for no end."""
    may_quote: bool = False
    decides: str = ""
    about: str = ""
    products: str = ""
    cases: str = ""
    benefits: str = ""
    why: str = ""


def checked(typed: ArticleTyped, today: date) -> dict[str, Any]:
    """The columns of a version and the kind of the article; only a policy says who decides and about what.

    Raises: BadInput naming the field that is not accepted.
    """
    kind = _one_of(ArticleKind, typed.kind, "The kind")
    start = parse_day(typed.valid_from, today, "Valid from", Reach.ANY) or today
    end = parse_day(typed.valid_until, today, "Valid until", Reach.ANY)
    if end is not None and end < start:
        raise BadInput("It ends before it begins; change one of the two days.", "Valid until")
    is_policy = kind is ArticleKind.POLICY
    return {
        "kind": kind.value,
        "title": clean_line(typed.title, "The title", longest=120, needed=True),
        "tags": ", ".join(listed(typed.tags, "The tags")),
        "text": clean_text(typed.text, "The text", longest=LONGEST_ARTICLE, needed=True),
        "valid_from": start,
        "valid_until": end,
        "may_quote": typed.may_quote,
        "decides": _one_of(DECIDERS, typed.decides, "Who decides").value if is_policy and typed.decides else "",
        "about": ", ".join(_kinds_of_goodwill(typed.about)) if is_policy else "",
        "why": clean_line(typed.why, "Why it is changed"),
    }


def checked_ties(typed: ArticleTyped) -> tuple[Tie, ...]:
    """What an article is tied to, each once.

    Raises: BadInput naming the field that is not accepted.
    """
    lists = (
        (TiedTo.PRODUCT, typed.products, "Products"),
        (TiedTo.CASE, typed.cases, "Kinds of case"),
        (TiedTo.BENEFIT, typed.benefits, "Kinds of benefit"),
    )
    return tuple(Tie(what, text) for what, typed_list, field in lists for text in listed(typed_list, field))


def listed(text: str, what: str) -> tuple[str, ...]:
    """The items of a list with commas between or one a line, each once, whatever the case of its letters.

    Raises: BadInput naming `what` when it or one of them is not accepted.
    """
    line = clean_line(text.replace("\n", ","), what, longest=_LONGEST_LIST)
    items = (clean_line(each, what, longest=_LONGEST_ITEM) for each in line.split(","))
    return tuple({each.casefold(): each for each in items if each}.values())


def _kinds_of_goodwill(text: str) -> tuple[str, ...]:
    """The kinds of goodwill in a list, each once, as they are spelt.

    Raises: BadInput naming those there are for any other.
    """
    known = {each.value for each in GoodwillKind}
    items = tuple(" ".join(each.casefold().split()) for each in listed(text, "What it is about"))
    if other := next((each for each in items if each not in known), ""):
        raise BadInput(
            f"“{other[:30]}” is no kind of goodwill; there are {', '.join(GoodwillKind)}.", "What it is about"
        )
    return tuple(dict.fromkeys(items))


def _one_of(choices: Iterable[Choice], text: str, what: str) -> Choice:
    known = {each.value: each for each in choices}
    if (found := known.get(text.strip().casefold())) is None:
        raise BadInput(f"{what} is one of {', '.join(known)}.", what)
    return found
