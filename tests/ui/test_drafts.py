"""Half-typed text on disk: the newest wins, what is dropped is gone, what is broken is nothing."""

from __future__ import annotations

import os
import stat
import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.ui.drafts import DraftOf, Drafts

if TYPE_CHECKING:
    from pathlib import Path

KEY = "note:C-1001:new"


def kept(folder: Path, key: str = KEY) -> dict[str, str]:
    """What the next start finds."""
    return Drafts(folder).load(key)


def test_the_newest_text_is_kept(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    for count in range(500):
        drafts.save(DraftOf(KEY), {"text": f"version {count}"})
    assert drafts.load(KEY) == {"text": "version 499"}, "read back before it is written"
    drafts.close()
    assert kept(tmp_path) == {"text": "version 499"}


def test_a_dropped_draft_is_gone(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save(DraftOf(KEY), {"text": "half"})
    drafts.save(DraftOf("note:C-1002:new"), {"text": "other"})
    drafts.drop(KEY)
    assert drafts.load(KEY) == {}
    drafts.close()
    assert kept(tmp_path) == {}
    assert kept(tmp_path, "note:C-1002:new") == {"text": "other"}
    assert not list(tmp_path.glob("*.part"))


def test_it_goes_on_after_closing(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save(DraftOf(KEY), {"text": "one"})
    drafts.close()
    drafts.save(DraftOf(KEY), {"text": "two"})
    drafts.close()
    drafts.close()
    assert kept(tmp_path) == {"text": "two"}


@given(st.dictionaries(st.text(max_size=10), st.text(st.characters(), max_size=50), max_size=4), st.text(max_size=20))
def test_any_text_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, str], key: str
) -> None:
    folder = tmp_path_factory.mktemp("drafts")
    drafts = Drafts(folder)
    drafts.save(DraftOf(key), values)
    drafts.close()
    assert kept(folder, key) == values


@pytest.mark.parametrize(
    "broken", [b"", b"{", b"[]", b'{"key": "another", "values": {"text": "x"}}', b"\xff\xfe", b"null"]
)
def test_a_broken_file_is_no_draft(tmp_path: Path, broken: bytes) -> None:
    drafts = Drafts(tmp_path)
    drafts.save(DraftOf(KEY), {"text": "half"})
    drafts.close()
    (file,) = tmp_path.glob("*.json")
    file.write_bytes(broken)
    assert kept(tmp_path) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="modes")
def test_only_the_owner_may_read_them(tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    drafts = Drafts(folder)
    drafts.save(DraftOf(KEY), {"text": "private"})
    drafts.close()
    (file,) = folder.glob("*.json")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert b"C-1001" not in os.fsencode(file.name)


def test_a_folder_that_cannot_be_made_costs_only_the_draft(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    drafts = Drafts(tmp_path / "file" / "drafts")
    drafts.save(DraftOf(KEY), {"text": "half"})
    drafts.close()
    assert drafts.load(KEY) == {}


def test_writing_never_holds_who_types(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts, held, writing = Drafts(tmp_path), threading.Event(), threading.Event()
    write = Drafts._write

    def slowly(self: Drafts, key: str, kept: Any) -> None:
        writing.set()
        assert held.wait(10)
        write(self, key, kept)

    monkeypatch.setattr(Drafts, "_write", slowly)
    drafts.save(DraftOf(KEY), {"text": "one"})
    assert writing.wait(10)
    drafts.save(DraftOf(KEY), {"text": "two"})  # returns though the disk has not answered
    assert drafts.load(KEY) == {"text": "two"}
    held.set()
    drafts.close()
    assert kept(tmp_path) == {"text": "two"}


def test_what_is_half_typed_is_known_by_customer_and_title_at_the_next_start(tmp_path: Path) -> None:
    note = DraftOf("here:1:note:C-1:new", "C-1", "Shari Caldwell", "note", "note")
    drafts = Drafts(tmp_path)
    drafts.save(note, {"text": "half"})
    drafts.save(DraftOf("elsewhere:2:note:C-1:new", "C-1", "Shari Caldwell", "note", "note"), {"text": "of Paul"})
    drafts.save(DraftOf("here:1:hire"), {"name": "Ke"})
    assert drafts.of_place("here:1") == (note,)
    drafts.close()
    again = Drafts(tmp_path)
    again.survey()
    assert again.of_place("here:1") == again.of_place("here:1", "C-1") == (note,)
    assert again.of_place("here:1", "C-2") == ()
    again.drop(note.key)
    again.survey()
    assert again.of_place("here:1") == ()
    again.close()


def test_a_file_of_an_earlier_version_comes_back_without_being_announced(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save(DraftOf(KEY), {"text": "half"})
    drafts.close()
    (file,) = tmp_path.glob("*.json")
    file.write_text('{"key": "note:C-1001:new", "values": {"text": "of last year"}}')
    again = Drafts(tmp_path)
    again.survey()
    assert again.load(KEY) == {"text": "of last year"}
    assert again.of_place("note") == ()


def test_drafts_that_hold_a_redacted_text_are_forgotten(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save(DraftOf("a"), {"text": "she has\n CANCER, poor thing"})
    drafts.save(DraftOf("b"), {"text": "likes trains"})
    drafts.close()
    later = Drafts(tmp_path)
    later.save(DraftOf("c"), {"text": "has cancer"})
    later.forget_text("has cancer", "C-1001", "", "note:C-1001:7")
    later.close()
    assert [later.load(key) for key in "abc"] == [{}, {"text": "likes trains"}, {}]
    assert len(list(tmp_path.glob("*.json"))) == 1


def test_drafts_about_the_customer_that_hold_the_redacted_words_are_forgotten(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save(DraftOf("p:note:C-1001:7", "C-1001"), {"text": "Pays late. Has\ncancer. Likes planes."})
    drafts.save(DraftOf("p:note:C-1001:new", "C-1001"), {"text": "asked for planes"})
    drafts.save(DraftOf("p:note:C-1002:8", "C-1002"), {"text": "has cancer too"})
    drafts.forget_text("Pays late. Has cancer.", "C-1001", "has cancer", "note:C-1001:7")
    assert [each for each in ("p:note:C-1001:7", "p:note:C-1001:new", "p:note:C-1002:8") if drafts.load(each)] == [
        "p:note:C-1001:new",
        "p:note:C-1002:8",
    ]
    drafts.close()


def test_when_all_goes_the_draft_that_began_with_it_is_forgotten(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save(DraftOf("p:note:C-1001:7", "C-1001"), {"text": "She is ill, they say."})
    drafts.save(DraftOf("p:note:C-1001:17", "C-1001"), {"text": "likes planes"})
    drafts.forget_text("She is ill.", "C-1001", "", "note:C-1001:7")
    assert drafts.load("p:note:C-1001:7") == {}
    assert drafts.load("p:note:C-1001:17") == {"text": "likes planes"}
    drafts.close()
