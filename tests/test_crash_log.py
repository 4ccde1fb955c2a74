from __future__ import annotations

import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from deskui import crash_log

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "she said her PIN is 4471"


def fail() -> None:
    pin = SECRET
    try:
        raise KeyError(pin)
    except KeyError as error:
        raise ValueError(f"no such customer: {pin}") from error


def recorded() -> Path:
    with pytest.raises(ValueError) as failure:
        fail()
    place = crash_log.record(failure.value)
    assert place is not None
    return place


def test_the_log_names_types_and_places_of_the_whole_chain() -> None:
    text = recorded().read_text()
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "in fail" in text


def test_nothing_that_was_stored_or_typed_gets_into_the_log() -> None:
    text = recorded().read_text()
    assert SECRET not in text
    assert "4471" not in text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_only_its_owner_may_read_it_also_after_turning_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash_log, "_LARGEST", 2000)
    for _ in range(40):
        place = recorded()
    kept = sorted(place.parent.iterdir())
    assert [file.name for file in kept] == ["deskui.log", "deskui.log.1", "deskui.log.2", "deskui.log.3"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in kept} == {0o600}
    assert all(file.stat().st_size <= 2000 for file in kept)


def test_a_log_that_cannot_be_written_is_no_second_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(crash_log, "user_log_path", lambda *_, **__: tmp_path / "file" / "log")
    assert crash_log.record(ValueError()) is None
    assert capfd.readouterr() == ("", "")


SILENT = """
import asyncio, logging, threading, warnings
from deskui.crash_log import take_over_stderr

take_over_stderr()

def fail(*_):
    raise ZeroDivisionError("her PIN is 4471")

class Unraisable:
    __del__ = fail

async def later():
    asyncio.get_running_loop().call_soon(fail)
    await asyncio.sleep(0)

thread = threading.Thread(target=fail)
thread.start()
thread.join()
asyncio.run(later())
Unraisable()
warnings.warn("careful")
logging.error("her PIN is 4471")
"""


def test_nothing_that_fails_on_the_side_is_printed_over_the_screen(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", SILENT], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")
    (log,) = tmp_path.rglob("deskui.log")
    assert log.read_text().count("builtins.ZeroDivisionError") == 3
    assert "4471" not in log.read_text()
