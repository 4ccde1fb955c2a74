"""What a verdict needs beside its key: a comment, or the words to take out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.review.item import Subject
from deskui.errors import BadInput, Conflict, NotFound
from deskui.ui.drafts import DraftOf
from deskui.ui.kit.fields import Field
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.kit.look import Looked, Offer
from deskui.ui.lines import BLANK, Role, span, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.review.item import Item
    from deskui.ui.lines import Line

_WIDTH: Final = 70
_BESIDE: Final = 53
_WORD: Final = 24
"""Letters of a sensitive word that are named; the list is the shop's, and may hold anything."""
_GONE: Final = "It cannot be taken back, and nobody can read it again: not in earlier versions, nor by searching."
_ALL_GOES: Final = "All of it goes; {} stands in its place."
_SETTLES: Final = "What is left counts as reviewed by that, and the next item comes."
_KEPT: Final = "Backups and printed slips made before, and drafts at other desks, still hold it."


def fix_form(item: Item) -> FormSpec:
    """What its author is asked to put right."""
    return _comment_form(
        item,
        "Ask to fix",
        "It stands in their due list until it is changed, then it comes here again.",
        lambda desk, comment, key: desk.verdicts.ask_to_fix(item, comment, key),
        f"{item.author or 'Nobody'} is asked to fix it",
    )


def commend_form(item: Item) -> FormSpec:
    """Praise for its author."""
    return _comment_form(
        item,
        "Commend",
        _between(item),
        lambda desk, comment, key: desk.verdicts.commend(item, comment, key),
        f"Said to {item.author}, and reviewed",
    )


def coach_form(item: Item) -> FormSpec:
    """What its author could do better."""
    return _comment_form(
        item,
        "Coach",
        _between(item),
        lambda desk, comment, key: desk.verdicts.coach(item, comment, key),
        f"Said to {item.author}, and reviewed",
    )


def _between(item: Item) -> str:
    """Who reads it, and what becomes of the item."""
    what = "What was told" if item.subject is Subject.STATEMENT else f"The {item.subject.words}"
    return f"Only the two of you read this. {what} stays as it is and counts as reviewed by that; the next one comes."


def _comment_form(item: Item, title: str, words: str, say: Callable[[Desk, str, str], Done], said: str) -> FormSpec:
    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        return Saved(_said(lambda: say(desk, typed["comment"], operation)), said)

    return FormSpec(
        f"{title}: {item.author}" if item.author else title,
        (Field("comment", "Comment", also=("The comment",)),),
        work,
        DraftOf(f"{title}:{item.subject.value}:{item.row}", item.customer_number),
        about=(*_text_of(item), *wrapped(words, _WIDTH, Role.QUIET), BLANK),
        enter_saves=True,
    )


def redact_form(item: Item, took: Callable[[str], object], *, settles: bool = False) -> FormSpec:
    """Which words go, and why; it is asked once more. `took` hears which words were taken out; runs on the lane.

    `settles` is whether the item waits for review, which is done by that.
    """

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        done = _said(lambda: desk.verdicts.redact(item, typed["words"], typed["reason"], operation))
        took(typed["words"])
        return Saved(done, "Redacted; that is for good")

    def look(desk: Desk, typed: Mapping[str, str], newest: tuple[str, ...]) -> Looked:
        try:
            left = desk.verdicts.left_of(item, typed["words"])
        except BadInput as refusal:
            return Looked({"words": wrapped(refusal.sentence, _BESIDE, Role.WARN, most=2)})
        what = _what_stays(item, *left) if typed["words"].strip() else _ALL_GOES.format(left[0])
        return Looked(
            {"words": wrapped(what, _BESIDE, Role.QUIET, most=3)}, (_GONE, _KEPT), _offer(item), "redacts it"
        )

    words = Field("words", "Take out", placeholder="empty: all it says", below=3, also=("The words", "Words"))
    return FormSpec(
        "Redact",
        (words, Field("reason", "Reason", placeholder="it stays readable", also=("The reason",))),
        work,
        DraftOf(f"redact:{item.subject.value}:{item.row}", item.customer_number),
        about=(*_text_of(item), *(wrapped(_SETTLES, _WIDTH, Role.QUIET) if settles else ()), *((BLANK,) * settles)),
        look=look,
    )


def _what_stays(item: Item, text: str, second: str) -> str:
    beside = item.source if item.subject is Subject.NOTE else item.second
    if (text, second) == (item.text, beside):
        return "Only earlier versions lose that; what stands here stays."
    return f"What stays: {text}" + (f" · {second}" if second != beside else "")


def _offer(item: Item) -> Offer | None:
    """The sentence with the first sensitive word in it."""
    if not item.found:
        return None
    parts = item.text.replace("!", ".").replace("?", ".").replace("\n", ".").split(".")
    first = next((each.strip() for each in parts if item.found[0].casefold() in each.casefold()), "")
    word = span(item.found[0]).text
    word = word if len(word) <= _WORD else f"{word[:_WORD]}…"
    return Offer("words", first, f"takes out the sentence with {word!r}") if first else None


def _text_of(item: Item) -> tuple[Line, ...]:
    return (*wrapped(item.text, _WIDTH, Role.STRONG, most=4), BLANK)


def _said(say: Callable[[], Done]) -> Done:
    """A form holds nothing that could be put beside what somebody else did: it only says so."""
    try:
        return say()
    except Conflict as conflict:
        raise NotFound(conflict.sentence) from conflict
