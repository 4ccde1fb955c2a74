"""A fault of ours: the screen is given back, one sentence names the log, and nothing that was said is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.__main__ import UNEXPECTED
from tests.faults.at_terminal import begin_note, half_typed, open_desk, open_shari

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "her PIN is 4471"
_FAIL = f"""
def fail(*_, **__):
    secret = "{SECRET}"
    raise ZeroDivisionError(secret)
"""
PLACES = {
    "in a key's handler": f"{_FAIL}\nfrom deskui.ui.screens.desk import DeskScreen\nDeskScreen.do_panel_1 = fail",
    "in painting": f"{_FAIL}\nimport deskui.ui.dialogs.help as place\nplace.Help.contents = fail",
    "in a worker": f"{_FAIL}\nfrom deskui.desk.journal import OwnEntries\nOwnEntries.last = fail",
    "in a write": f"{_FAIL}\nfrom deskui.desk.notes import Notes\nNotes.write = fail",
}
KEYS = {"in a key's handler": "1", "in painting": "?", "in a worker": "u", "in a write": "nx\x13"}
UNREDACTED = """
from textual.app import App
from deskui.ui.app import DeskApp
del DeskApp._fatal_error
"""


@pytest.mark.parametrize("place", PLACES)
def test_a_fault_gives_the_screen_back_and_tells_nothing(shop: Path, home: Path, place: str) -> None:
    with open_desk(shop, home, broken=PLACES[place]) as desk:
        open_shari(desk)
        desk.write(KEYS[place])
        assert desk.ends() == UNEXPECTED
        last = bytes(desk.sent).rpartition(b"\x1b")[2].decode()
        assert not desk.is_raw
        assert b"\x1b[?1049l" in desk.sent
        assert "failed unexpectedly" in last
        assert last.rstrip().endswith("deskui.log.")
        assert "Traceback" not in desk.sent.decode()
        assert SECRET not in desk.sent.decode()
    (log,) = home.rglob("deskui.log")
    assert "ZeroDivisionError" in log.read_text()
    assert SECRET not in log.read_text()


def test_half_typed_text_outlives_the_fault(shop: Path, home: Path) -> None:
    spoilt = f"{_FAIL}\nfrom deskui.ui.kit.form import Form\nForm.action_save = fail"
    with open_desk(shop, home, broken=spoilt) as desk:
        open_shari(desk)
        begin_note(desk)
        desk.write("half a thought\x13")
        assert desk.ends() == UNEXPECTED
    assert half_typed(home) == "half a thought"


def test_the_toolkit_s_own_report_is_found_out(shop: Path, home: Path) -> None:
    with open_desk(shop, home, broken=PLACES["in a key's handler"] + UNREDACTED) as desk:
        open_shari(desk)
        desk.write("1")
        desk.ends()
        assert "4471" in desk.sent.decode()
