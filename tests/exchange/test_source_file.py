from __future__ import annotations

import codecs
import os
import zipfile
from pathlib import Path

import pytest

from deskui.errors import BadInput
from deskui.exchange.source_file import LONGEST_LINE, SourceFile, inspect


def _lines(path: Path) -> list[tuple[int, str | None]]:
    with SourceFile(path, inspect(path)) as file:
        return list(file)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("Müller\n".encode(), "utf-8"),
        (codecs.BOM_UTF8 + "Müller\n".encode(), "utf-8-sig"),
        ("Müller €\n".encode("cp1252"), "cp1252"),
        ("Müller\n".encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + "Müller\n".encode("utf-16-be"), "utf-16"),
    ],
)
def test_the_encoding_is_found_and_the_text_is_right(tmp_path: Path, content: bytes, encoding: str) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    assert inspect(path) == encoding
    ((number, text),) = _lines(path)
    assert number == 1
    assert text is not None
    assert text.startswith("Müller")


def test_one_late_byte_decides_the_encoding_of_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "late.csv"
    path.write_bytes(b"name\n" + b"Ada\n" * 1_000_000 + "Jörg\n".encode("cp1252"))
    assert inspect(path) == "cp1252"
    assert _lines(path)[-1] == (1_000_002, "Jörg\n")


def test_lines_end_at_cr_lf_or_both(tmp_path: Path) -> None:
    path = tmp_path / "ends.csv"
    path.write_bytes(b"a\rb\r\nc\nd")
    assert _lines(path) == [(1, "a\r"), (2, "b\r\n"), (3, "c\n"), (4, "d")]


def test_a_line_that_is_too_long_is_skipped_without_being_held(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_bytes(b"a\n" + b"x" * (3 * LONGEST_LINE) + b"\nb\n")
    assert _lines(path) == [(1, "a\n"), (2, None), (3, "b\n")]


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", "name\n")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "no file"),
        (Path.mkdir, "folder"),
        (Path.touch, "is empty"),
        (lambda path: path.write_bytes(codecs.BOM_UTF8), "is empty"),
        (lambda path: path.write_bytes(b"\n \r\n"), "is empty"),
        (_zip, "save it as CSV"),
        (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0rest"), "Excel"),
        (lambda path: path.write_bytes(bytes(range(256)) * 10), "not text"),
        (lambda path: path.write_bytes(codecs.BOM_UTF16_LE + b"a\0\0\xd8"), "damaged"),
        (os.mkfifo if hasattr(os, "mkfifo") else Path.mkdir, "file"),
    ],
)
def test_what_is_no_text_file_is_refused_in_one_sentence(tmp_path: Path, make: object, said: str) -> None:
    path = tmp_path / "thing.csv"
    make(path)  # type: ignore[operator]
    with pytest.raises(BadInput) as refusal:
        inspect(path)
    assert said in refusal.value.sentence
    assert "\n" not in refusal.value.sentence
    assert str(path) in refusal.value.sentence


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.csv"
    path.write_text("name\n")
    path.chmod(0)
    with pytest.raises(BadInput, match="cannot be read"):
        inspect(path)
