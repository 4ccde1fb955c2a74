"""Half-typed text on disk: the newest wins, what is dropped is gone, what is broken is nothing."""

from __future__ import annotations

import os
import stat
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.ui.drafts import Drafts

if TYPE_CHECKING:
    from pathlib import Path

KEY = "note:C-1001:new"


def kept(folder: Path, key: str = KEY) -> dict[str, str]:
    """What the next start finds."""
    return Drafts(folder).load(key)


def test_the_newest_text_is_kept(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    for count in range(500):
        drafts.save(KEY, {"text": f"version {count}"})
    assert drafts.load(KEY) == {"text": "version 499"}, "read back before it is written"
    drafts.close()
    assert kept(tmp_path) == {"text": "version 499"}


def test_a_dropped_draft_is_gone(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save(KEY, {"text": "half"})
    drafts.save("note:C-1002:new", {"text": "other"})
    drafts.drop(KEY)
    assert drafts.load(KEY) == {}
    drafts.close()
    assert kept(tmp_path) == {}
    assert kept(tmp_path, "note:C-1002:new") == {"text": "other"}
    assert not list(tmp_path.glob("*.part"))


def test_it_goes_on_after_closing(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save(KEY, {"text": "one"})
    drafts.close()
    drafts.save(KEY, {"text": "two"})
    drafts.close()
    drafts.close()
    assert kept(tmp_path) == {"text": "two"}


@given(st.dictionaries(st.text(max_size=10), st.text(st.characters(), max_size=50), max_size=4), st.text(max_size=20))
def test_any_text_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, str], key: str
) -> None:
    folder = tmp_path_factory.mktemp("drafts")
    drafts = Drafts(folder)
    drafts.save(key, values)
    drafts.close()
    assert kept(folder, key) == values


@pytest.mark.parametrize(
    "broken", [b"", b"{", b"[]", b'{"key": "another", "values": {"text": "x"}}', b"\xff\xfe", b"null"]
)
def test_a_broken_file_is_no_draft(tmp_path: Path, broken: bytes) -> None:
    drafts = Drafts(tmp_path)
    drafts.save(KEY, {"text": "half"})
    drafts.close()
    (file,) = tmp_path.glob("*.json")
    file.write_bytes(broken)
    assert kept(tmp_path) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="modes")
def test_only_the_owner_may_read_them(tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    drafts = Drafts(folder)
    drafts.save(KEY, {"text": "private"})
    drafts.close()
    (file,) = folder.glob("*.json")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert b"C-1001" not in os.fsencode(file.name)


def test_a_folder_that_cannot_be_made_costs_only_the_draft(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    drafts = Drafts(tmp_path / "file" / "drafts")
    drafts.save(KEY, {"text": "half"})
    drafts.close()
    assert drafts.load(KEY) == {}


def test_writing_never_holds_who_types(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts, held, writing = Drafts(tmp_path), threading.Event(), threading.Event()
    write = Drafts._write

    def slowly(self: Drafts, key: str, values: dict[str, str] | None) -> None:
        writing.set()
        assert held.wait(10)
        write(self, key, values)

    monkeypatch.setattr(Drafts, "_write", slowly)
    drafts.save(KEY, {"text": "one"})
    assert writing.wait(10)
    drafts.save(KEY, {"text": "two"})  # returns though the disk has not answered
    assert drafts.load(KEY) == {"text": "two"}
    held.set()
    drafts.close()
    assert kept(tmp_path) == {"text": "two"}
