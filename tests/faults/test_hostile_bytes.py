"""Byte by byte: no control character that is stored reaches the terminal, whatever is opened."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from itertools import cycle
from typing import TYPE_CHECKING, Final

import pytest

from deskui.domain.visible import HIDDEN
from tests.faults.at_terminal import ESCAPE, QUIT, open_desk, open_shari

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.terminal import Terminal

pytestmark = pytest.mark.long

BELL: Final = "\x07"
PAYLOADS: Final = (
    f"{ESCAPE}]0;owned{BELL}",
    f"{ESCAPE}]52;c;b3duZWQ={BELL}",
    f"{ESCAPE}[31m{ESCAPE}[2J{ESCAPE}[3;3H",
    f"{ESCAPE}P+q6f776e{ESCAPE}\\{ESCAPE}c",
    f"{ESCAPE}[?1049l{ESCAPE}[6n{ESCAPE}[>0q",
    "\x9b31m\x9d0;owned\x9c\x90\x85",
    "\x00\x08\x7f\r\x0b\x0c\t",
    "\u202e\u2066\u200f\u2028\ufeff",
    "line one\nline two\n",
)
TEXTS: Final = {
    "shop": ("name",),
    "employee": ("extension", "interests", "branch"),
    "household": ("name",),
    "customer": ("name", "given_name", "preferred_name", "say_as", "company", "prefers", "tier", "birthday"),
    "alias": ("value",),
    "contact_point": ("value", "label", "best_hours"),
    "case": ("subject", "kind", "outcome"),
    "conversation": ("summary",),
    "note": ("text", "source"),
    "orders": ("number", "status", "proof"),
    "order_line": ("name", "sku"),
    "reference": ("number",),
}
"""What people or other programs write; columns with a fixed vocabulary are left alone."""
WALK: Final = (
    *("1", "\r", ESCAPE, "2", "j", "\r", ESCAPE, "3", "j", "\r", "\t", ESCAPE, "4", "j", "\r"),
    *("n", ESCAPE, "i", ESCAPE, "c", "\t\t", ESCAPE, "E", "\t", "\t", ESCAPE, "A", "j", "\r", ESCAPE, ESCAPE),
    *("o", ESCAPE, "S", ESCAPE, "a", "j", ESCAPE, "r", ESCAPE, "u", ESCAPE),  # the case, undo
    *("?", "j", ESCAPE, "\x10", "case", ESCAPE, "T", "j", ESCAPE, "/", "\x15", "esc", "\x15", "bidi", "\x15", "a"),
    *("\x1b[B", "\x1b[B", "\x1b[B", "\x15", "zzqx", "\r", ESCAPE, "\x15"),  # lists with a preview, nobody found
)
UNGUARDED: Final = """
import deskui.domain.visible, deskui.ui.lines, deskui.ui.marks
deskui.domain.visible.visible = deskui.ui.lines.visible = deskui.ui.marks.visible = lambda text: text
"""
CONTROL: Final = re.compile(
    rb"\x1b\[(?P<csi>[<-?]?[0-9;:]*[ -/]*[@-~])"
    rb"|\x1b(?P<string>(?:\][0-9]*|[PX^_]))[^\x07\x1b]*(?:\x07|\x1b\\)?"
    rb"|\x1b(?P<other>[^\[])"
)


def make_hostile(shop: Path) -> None:
    """Begin every text of the database with something that steers a terminal."""
    with closing(sqlite3.connect(shop)) as connection:
        for table, columns in TEXTS.items():
            rows = connection.execute(f'SELECT id, {", ".join(columns)} FROM "{table}"').fetchall()
            kinds = cycle(PAYLOADS)
            for row, *texts in rows:
                for column, text in zip(columns, texts, strict=True):
                    hostile = next(kinds) + (text or "")
                    connection.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE id = ?', (hostile, row))
        connection.commit()


def walked(shop: Path, home: Path, broken: str = "", steps: tuple[str, ...] = WALK) -> Terminal:
    """The terminal after everything was opened once."""
    with open_desk(shop, home, broken=broken, columns=160, rows=45, ready=not broken) as desk:
        if broken:
            desk.settle(0.4)
            desk.write("shari")
            desk.settle(0.3)
            desk.write("\r")
        else:
            open_shari(desk)
        for keys in steps:
            desk.write(keys)
            desk.settle(0.06)
        assert desk.process.poll() is None, desk.text
        desk.write(QUIT)
        desk.settle(0.8)  # what gives the terminal back comes late on a busy machine, and belongs to both walks
        return desk


def kinds(sent: bytes) -> set[bytes]:
    """The kinds of control sequences in it: final bytes, modes, and the numbers of operating system commands."""
    found = set()
    for each in CONTROL.finditer(sent):
        if each["csi"] and each["csi"][:1] not in b"<=>?":
            found.add(re.sub(rb"[0-9;:]", b"", each["csi"]))
        else:
            found.add(each[each.lastgroup or 0])
    return found


def strays(sent: bytes) -> set[str]:
    """Control, bidi and separator characters outside of control sequences."""
    return set(HIDDEN.findall(CONTROL.sub(b"", sent).decode("utf-8", "replace")))


@pytest.fixture(scope="module")
def clean(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """The same walk through a shop without hostile text."""
    import shutil

    folder = tmp_path_factory.mktemp("clean")
    shop = folder / "shop.sqlite3"
    shutil.copy(demo_file, shop)
    with closing(sqlite3.connect(shop)) as connection:
        for table, columns in TEXTS.items():
            for column in columns:
                connection.create_function("plain", 1, lambda text: text and HIDDEN.sub("", text))
                connection.execute(f'UPDATE "{table}" SET "{column}" = plain("{column}")')
        connection.commit()
    return walked(shop, folder / "home")


def test_stored_control_characters_never_reach_the_terminal(clean: Terminal, shop: Path, home: Path) -> None:
    make_hostile(shop)
    desk = walked(shop, home)
    sent = bytes(desk.sent)
    assert kinds(sent) - kinds(bytes(clean.sent)) == set()
    assert strays(sent) - strays(bytes(clean.sent)) == set()
    assert b"owned" in sent, "the walk did not come by the hostile texts"


def test_a_clean_walk_sends_few_kinds(clean: Terminal) -> None:
    assert len(kinds(bytes(clean.sent))) < 40
    assert strays(bytes(clean.sent)) <= {"\r", "\n"}
    assert {kind for kind in kinds(bytes(clean.sent)) if kind[:1] in b"]PX^_"} <= {b"]22"}, "the mouse's shape"


def test_a_desk_without_its_guards_is_found_out(clean: Terminal, shop: Path, home: Path) -> None:
    make_hostile(shop)
    sent = bytes(walked(shop, home, UNGUARDED, WALK[:6]).sent)
    assert not kinds(sent) <= kinds(bytes(clean.sent))
    assert not strays(sent) <= strays(bytes(clean.sent))
