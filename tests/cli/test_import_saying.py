from __future__ import annotations

import os
import struct
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from deskui.cli.import_saying import wrapped

if TYPE_CHECKING:
    from pathlib import Path

WIDTH = 60


def test_a_sentence_is_broken_between_words_and_never_inside_what_will_be_pasted() -> None:
    sentence = '"Club of ours" may be the loyalty number; import again with --map "Club of ours=loyalty"'
    assert wrapped(sentence, 30) == [
        '"Club of ours" may be the',
        "loyalty number; import again",
        "with",
        '--map "Club of ours=loyalty"',
    ]
    assert wrapped(sentence, 0) == [sentence]
    assert wrapped("張偉 張偉 張偉", 9) == ["張偉 張偉", "張偉"]


@pytest.mark.embedded("a dry run works on a copy of the file")
@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX terminal")
@pytest.mark.parametrize("arguments", [("--dry-run",), ()])
def test_at_a_terminal_every_message_begins_a_line_and_no_word_is_broken(
    tmp_path: Path, url: str, arguments: tuple[str, ...]
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Phone,Colour\n" + ",,red\nAda,call mother,red\n" * 3)
    shown = [line for line in _at_a_terminal("--database", url, "import", str(path), *arguments) if line]
    for start in ("Read as", "Kept aside", "Line 2: it names nobody: no name, ", "Line 3 has", "new 1"):
        assert [line for line in shown if start in line] == [line for line in shown if line.startswith(start)] != []
    assert not any("Reading" in line for line in shown)
    assert 'Line 3 has a phone that cannot be read, "call mother", which is kept aside.' in " ".join(shown)
    assert shown[-1].startswith("This was a dry run: nothing was changed." if arguments else "new 1")


def _at_a_terminal(*arguments: str) -> list[str]:
    """The rows of a terminal behind a run of the program in it."""
    import fcntl
    import termios

    import pyte

    ours, its = os.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 60, WIDTH, 0, 0))
    command = [sys.executable, "-m", "deskui", *arguments]
    variables = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    variables |= {"PYTHONUTF8": "1", "TERM": "xterm-256color"}
    running = subprocess.Popen(command, stdin=its, stdout=its, stderr=its, env=variables)
    os.close(its)
    screen = pyte.Screen(WIDTH, 60)
    stream = pyte.ByteStream(screen)
    try:
        while data := os.read(ours, 65536):
            stream.feed(data)
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(ours)
    assert running.wait(timeout=60) == 0
    return [line.rstrip() for line in screen.display]
