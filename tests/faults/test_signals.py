"""Told to end, or without a terminal: text is kept, the terminal given back, and two seconds are enough."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.terminal import NeverShown, Terminal
from tests.faults.at_terminal import begin_note, half_typed, open_desk, open_shari

if TYPE_CHECKING:
    from pathlib import Path

LATEST = 2.5
"""Seconds: two that the desk has, and what a busy machine adds."""
NO_HANDLER = "from deskui.ui.leaving import Leaving; Leaving.__enter__ = lambda self: self"


def type_half(desk: Terminal, text: str) -> None:
    """Begin a note, and wait until its text is painted."""
    open_shari(desk)
    begin_note(desk)
    desk.write(text)
    desk.shown(text)


def given_back(desk: Terminal) -> bool:
    """Whether the terminal echoes again, and shows what it showed before."""
    return not desk.is_raw and desk.sent.rfind(b"\x1b[?1049l") > desk.sent.rfind(b"\x1b[?1049h")


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGQUIT])
def test_a_signal_to_end_keeps_the_text_and_gives_the_terminal_back(shop: Path, home: Path, number: int) -> None:
    with open_desk(shop, home) as desk:
        type_half(desk, "half a thought")
        began = time.monotonic()
        desk.signal(number)
        assert desk.ends() == 128 + number
        assert time.monotonic() - began < LATEST
        assert given_back(desk)
        assert "Traceback" not in desk.text
    assert half_typed(home) == "half a thought"


def test_without_the_handler_the_terminal_stays_raw(shop: Path, home: Path) -> None:
    with open_desk(shop, home, broken=NO_HANDLER) as desk:
        desk.signal(signal.SIGTERM)
        assert desk.ends() == -signal.SIGTERM
        assert not given_back(desk)


def test_a_terminal_that_takes_no_output_does_not_hold_the_end(shop: Path, home: Path) -> None:
    with open_desk(shop, home) as desk:
        type_half(desk, "half a thought")
        desk.clog()
        began = time.monotonic()
        desk.signal(signal.SIGTERM)
        assert desk.process.wait(LATEST) == 128 + signal.SIGTERM
        assert time.monotonic() - began < LATEST
        assert not desk.is_raw
    assert half_typed(home) == "half a thought"


def test_a_closed_window_ends_the_desk(shop: Path, home: Path) -> None:
    with open_desk(shop, home, login=True) as desk:
        type_half(desk, "half a thought")
        desk.hang_up()
        assert desk.process.wait(LATEST) == 128 + signal.SIGHUP
    assert half_typed(home) == "half a thought"


def test_a_terminal_that_is_gone_without_a_signal_ends_the_desk_too(shop: Path, home: Path) -> None:
    with open_desk(shop, home) as desk:
        type_half(desk, "half a thought")
        desk.hang_up()
        assert desk.process.wait(LATEST) == 128 + signal.SIGHUP
    assert half_typed(home) == "half a thought"


def test_a_byte_that_is_not_utf_8_is_read_as_a_mark(shop: Path, home: Path) -> None:
    with open_desk(shop, home) as desk:
        desk.write(b"sh\xff\xfear")
        desk.shown("sh��ar")


def test_a_reader_of_its_own_would_end_at_that_byte(shop: Path, home: Path) -> None:
    impatient = "import deskui.ui.patient_input as p; p.forgive_bad_bytes = lambda: None"
    with open_desk(shop, home, broken=impatient) as desk:
        desk.write(b"sh\xff\xfear")
        with pytest.raises(NeverShown):
            desk.shown("sh��ar", limit=1)
