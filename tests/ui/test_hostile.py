"""Stored text that tries to be more than text is painted as harmless, visible text, on every screen."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

import pytest

from deskui.ui import lines
from tests import postgres
from tests.ui.driving import NARROW, WIDE, at_the_counter, rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.ui.driving import Counter

HOSTILE: Final = {
    "markup": "[red]red[/red] [/ [@click=app.quit]quit[/] [[x]] \\[y]",
    "escapes": "a\x1b[31mred\x1b[0m\x1b[2J\x1b]0;owned\x07\x1b]52;c;cm0gLXJm\x07\x1b[6n\x1bP+q544e\x1b\\",
    "controls": "bell\x07 back\x08\x08\x08 return\rover form\x0c shift\x0e\x0f del\x7f tab\tline\nend",
    "nul": "a\0b\0 [red] \0",
    "c1": "c\x9b31m d\x9d0;owned\x9c n\x85 p\x90q\x9c",
    "bidi": "invoice\u202egpj.exe\u202c \u2066x\u2069 \u200fr\u200e \u061c",
    "separators": "one\u2028two\u2029three \ufeff",
    "wide": "👨‍👩‍👧‍👦🏳️‍🌈🇺🇸 漢字ＦＵＬＬ ﷽ 𒐫 Z̷̢̛̭a̸̡̛̹",
    "long": "x" * 20_000,
    "long wide": "漢" * 20_000,
    "words": "word " * 4_000,
    "all": "[/ \x1b]0;x\x07\r\0\x9b31m\u202e\u2028\ufeff\x7f\b [@click=app.quit]",
}
"""Each kind of text that could do harm, and all that steers in so few letters that a narrow cell shows them."""
EVERYWHERE: Final = ("all", "escapes", "wide", "long", "long wide", "words")
"""With which every screen is walked through."""
STEERING: Final = {"Cc", "Cs", "Zl", "Zp"}
BIDI: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def poison(url: str, text: str) -> None:
    """Put the text into every column that somebody types or a file brings, as another program would."""
    columns = {
        "customer": ("name", "preferred_name", "say_as", "company", "prefers", "tier"),
        "note": ("text", "source"),
        "conversation": ("summary",),
        "case": ("subject", "kind", "outcome"),
        "orders": ("number", "status", "proof"),
        "order_line": ("name", "sku"),
        "reference": ("number",),
        "contact_point": ("value", "label", "best_hours"),
        "employee": ("name", "interests", "skills", "extension", "phone", "email", "branch"),
        "inquiry": ("summary",),
        "household": ("name",),
        "shop": ("name",),
    }
    mark, kept = ("%s", text.replace("\0", "")) if postgres.SERVER else ("?", text)  # a server keeps no NUL
    with postgres.plain(url) as database:
        for table, names in columns.items():
            for name in names:
                database.execute(f'UPDATE "{table}" SET {name} = {mark}', (kept,))


def steering(counter: Counter) -> list[str]:
    """The signs on the screen that could steer a terminal or turn the writing direction."""
    painted = "".join(rows(counter.app))
    return sorted({repr(sign) for sign in painted if unicodedata.category(sign) in STEERING or sign in BIDI})


async def every_screen(counter: Counter) -> Iterator[str]:  # type: ignore[misc]
    """Go through the lookup, all panels, all dialogs and the palette; a stop at each."""
    await counter.find("C-1001")
    yield "results"
    await counter.press("enter")
    await counter.until(lambda: counter.app.screen.view is not None and not counter.app.screen.at_home, "she is open")
    for key in ("1", "2", "3", "4"):
        await counter.press(key)
        yield f"panel {key}"
        await counter.press("enter")
        yield f"what panel {key} opens"
        await counter.press("escape")
        await counter.until(lambda: len(counter.app.screen_stack) <= 2, "back at the desk")
        if counter.app.screen.at_home:
            await counter.press("enter")
            await counter.until(lambda: not counter.app.screen.at_home, "she is open again")
    for key in ("n", "i", "c", "E", "A", "o", "S", "a", "r", "C", "h", "O", "f6", "question_mark", "T", "ctrl+p"):
        await counter.press(key)
        await counter.until(
            lambda: len(counter.app.screen_stack) > 2 or "No case" in counter.screen(), f"dialog {key}"
        )
        yield f"dialog {key}"
        await counter.press("escape")
        await counter.until(lambda: len(counter.app.screen_stack) <= 2, "back at the desk")
    await counter.type("ikites\n")
    await counter.sees("Interest noted", where="keys")
    await counter.press("u")
    await counter.sees("Take back: note")
    yield "take back"
    await counter.press("enter")
    await counter.sees("Taken back: note", where="keys")
    yield "said in the last line"


@pytest.mark.parametrize(
    ("kind", "size"),
    [
        *(("all", WIDE), ("all", NARROW), ("long wide", WIDE)),
        *(pytest.param(each, WIDE, marks=pytest.mark.long) for each in ("escapes", "wide", "long", "words")),
        pytest.param("words", NARROW, marks=pytest.mark.long),
    ],
)
async def test_nothing_that_steers_is_painted_anywhere(
    demo_url: str, home: Path, kind: str, size: tuple[int, int]
) -> None:
    poison(demo_url, HOSTILE[kind])
    async with at_the_counter(demo_url, home, size=size, employee="") as counter:
        async for place in every_screen(counter):
            assert steering(counter) == [], place
            assert counter.app.is_running, place
        assert counter.app.return_code is None


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("markup", "[red]red[/red] [/ [@click=app.quit]quit[/] [[x]] \\[y]"),
        ("escapes", "a␛[31mred␛[0m␛[2J␛]0;owned␇␛]52;c;cm0gLXJm␇"),
        ("bidi", "invoice‹U+202E›gpj.exe‹U+202C›"),
        ("c1", "c‹U+009B›31m d‹U+009D›0;owned‹U+009C›"),
    ],
)
async def test_what_steers_is_there_to_read_as_marks(demo_url: str, home: Path, kind: str, shown: str) -> None:
    poison(demo_url, HOSTILE[kind])
    async with at_the_counter(demo_url, home, size=(210, 55), employee="") as counter:
        await counter.find("C-1001")
        await counter.press("enter")
        await counter.until(lambda: shown in counter.read("header"), "the name")
        await counter.sees(shown[:30], where="case")
        await counter.sees(shown[:30], where="status")
        await counter.press("n")
        await counter.sees(f"Note on {shown}"[:50])
        await counter.press("escape", "A")
        await counter.sees(f"How to reach {shown}"[:50])


async def test_hostile_people_of_the_demo_are_found_and_opened(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        for typed in ("rudy marks", "720-555-0197", "720-555-0198", "720-555-0199"):
            await counter.find(typed)
            await counter.press("enter")
            await counter.until(lambda: not counter.app.screen.at_home, typed)
            await counter.until(lambda: counter.read("header"), "the header")
            assert steering(counter) == [], typed
        assert counter.app.is_running


@pytest.mark.parametrize("typed", ["[red]", "[/", "[@click=app.quit]", "a\u202eb", "\u009b31m", "👨‍👩‍👧‍👦"])
async def test_what_is_typed_is_shown_as_harmlessly(demo_url: str, home: Path, typed: str) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.find(typed + " nobody at all")
        await counter.until(lambda: "Nobody found" in counter.screen() or counter.app.screen.find.hits, "an answer")
        assert steering(counter) == []
        await counter.open("opal", "Opal Freeman")
        await counter.press("n")
        await counter.sees("Note on Opal Freeman")
        await counter.type(typed)
        await counter.press("ctrl+s")
        await counter.until(
            lambda: "Note saved" in counter.read("keys") or "cannot be seen" in counter.read("foot"), "an answer"
        )
        assert steering(counter) == []


async def test_without_the_marks_the_check_fails(demo_url: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "visible", lambda text: text)
    poison(demo_url, HOSTILE["escapes"])
    async with at_the_counter(demo_url, home, employee="") as counter:
        await counter.find("C-1001")
        assert steering(counter) != []
