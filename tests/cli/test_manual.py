"""`deskui manual`: out to a folder, in from it, and searched, without the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

FILE = "---\ntitle: Waiving the fee\nkind: policy\nvalid from: 2026-01-01\n---\n\nAlways **ask** first.\n"


def test_a_folder_comes_in_once_is_found_and_comes_out_again(
    deskui: Callable[..., Outcome], shop: str, tmp_path: Path
) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "fee.md").write_text(FILE)
    (folder / "bad.md").write_text("no terms")
    tried = deskui("--database", shop, "manual", "import", folder, "--dry-run")
    assert (tried.code, "nothing was changed" in tried.err) == (1, True)
    first = deskui("--database", shop, "manual", "import", folder)
    assert (first.code, first.out) == (1, "new: fee.md\nnew 1 · changed 0 · unchanged 0 · refused 1\n")
    assert first.err.startswith("bad.md: It does not begin with a line of three dashes")
    (folder / "bad.md").unlink()
    again = deskui("--database", shop, "manual", "import", folder)
    assert (again.code, again.out, again.err) == (0, "new 0 · changed 0 · unchanged 1 · refused 0\n", "")
    found = deskui("--database", shop, "manual", "find", "waivin", "ask")
    assert (found.code, found.out) == (0, "policy  Waiving the fee  Always ask first.\n")
    assert deskui("--database", shop, "manual", "export", out).out == "written 1 · unchanged 0 · refused 0\n"
    assert (out / "policies" / "waiving-the-fee.md").read_text() == FILE


def test_what_a_file_holds_does_not_steer_the_terminal(
    deskui: Callable[..., Outcome], shop: str, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "bad.md").write_text("---\n\x1b]0;pwned\x07key: 1\n---\n\nText.\n")
    (folder / "\x1b[31mred.md").write_text(FILE)
    tried = deskui("--database", shop, "manual", "import", folder)
    assert "␛]0;pwned" in tried.err
    assert not {"\x1b", "\x07"} & set(tried.err + tried.out)


def test_what_is_not_there_is_said_in_a_sentence(deskui: Callable[..., Outcome], shop: str, tmp_path: Path) -> None:
    assert "Nothing in the manual" in deskui("--database", shop, "manual", "find", "zebra").sentence
    assert "is no folder" in deskui("--database", shop, "manual", "import", tmp_path / "none").sentence
    assert "There is nothing to look for" in deskui("--database", shop, "manual", "find", " ").sentence
