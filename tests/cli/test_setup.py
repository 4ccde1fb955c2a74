"""`deskui setup`: out to a file and in from it, without the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.conftest import looks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome


def test_it_comes_out_is_tried_comes_in_once_and_makes_another_shop(
    deskui: Callable[..., Outcome], shop: str, tmp_path: Path
) -> None:
    file, other = tmp_path / "setup.toml", f"sqlite:///{(tmp_path / 'other.sqlite3').as_posix()}"
    assert deskui("--database", shop, "setup", "export", file).code == 0
    text = file.read_text("utf-8")
    assert 'name = "Riverside Hardware"' in text
    assert deskui("--database", shop, "setup", "export", "-").out == text
    assert looks(shop) == [("export", "set-up of the shop, on the command line")] * 2
    file.write_text(f'{text}\n[[staff]]\nname = "Ada Boone"  # from Monday on\n', "utf-8")
    tried = deskui("--database", shop, "setup", "import", file, "--dry-run")
    assert (tried.code, tried.out) == (0, "new: staff Ada Boone\nnew 1 · changed 0 · unchanged 11\n")
    assert tried.err == "This was a dry run: nothing was changed.\n"
    assert deskui("--database", shop, "setup", "import", file).out == tried.out
    again = deskui("--database", shop, "setup", "import", file)
    assert (again.code, again.out) == (0, "new 0 · changed 0 · unchanged 12\n")
    assert deskui("--database", other, "setup", "import", file).code == 0
    assert (
        deskui("--database", other, "setup", "export", "-").out
        == deskui(*("--database", shop, "setup", "export", "-")).out
    )


def test_a_dry_run_says_what_stood_there_and_what_would(
    deskui: Callable[..., Outcome], shop: str, tmp_path: Path
) -> None:
    file, other = tmp_path / "setup.toml", tmp_path / "other.sqlite3"
    assert deskui("--database", shop, "setup", "export", file).code == 0
    tried = deskui("--database", f"sqlite:///{other.as_posix()}", "setup", "import", file, "--dry-run")
    assert (tried.code, tried.out.endswith("new 11 · changed 0 · unchanged 0\n")) == (0, True)
    assert not other.exists()
    file.write_text('[review]\none_in = 4\nsensitive_words = ["owes us"]\n', "utf-8")
    tried = deskui("--database", shop, "setup", "import", file, "--dry-run")
    changed, words, one_in, counts = tried.out.splitlines()
    assert (changed, one_in, counts) == ("changed: review", "  one_in: 10 → 4", "new 0 · changed 1 · unchanged 0")
    assert words.startswith('  sensitive_words: - "addict", ')
    assert words.endswith(' more; + "owes us"')
    assert "one_in = 10" in deskui("--database", shop, "setup", "export", "-").out


def test_hours_that_end_on_the_next_day_are_said_to(
    deskui: Callable[..., Outcome], shop: str, tmp_path: Path
) -> None:
    file = tmp_path / "setup.toml"
    file.write_text(
        '[hours]\nweek = "mon-fri 9-18, sun 17-11"\n'
        '[[staff]]\nname = "Zoe"\nhours = "sat 22-6"\n[[staff]]\nname = "Abe"\nhours = "sat 10-24"\n'
    )
    for also in ("--dry-run",), ():
        brought = deskui("--database", shop, "setup", "import", file, *also)
        assert brought.code == 0
        lines = brought.out.splitlines()
        assert "  hours: Sun 17:00-11:00 next day" in lines
        assert lines[lines.index("new: staff Zoe") + 1] == "  hours: Sat 22:00-06:00 next day"
        assert sum("next day" in each for each in lines) == 2
    assert "next day" not in deskui("--database", shop, "setup", "import", file).out


def test_what_is_refused_is_said_in_a_sentence_and_changes_nothing(
    deskui: Callable[..., Outcome], shop: str, tmp_path: Path
) -> None:
    file = tmp_path / "setup.toml"
    file.write_text('[[staff]]\nname = "Zoe"\n[[staff]]\nname = "Ada"\nrole = "boss"\n')
    refused = deskui("--database", shop, "setup", "import", file)
    assert (refused.code, refused.sentence.startswith("staff[2].role: 'boss' is none")) == (1, True)
    assert "Zoe" not in deskui("--database", shop, "setup", "export", "-").out
