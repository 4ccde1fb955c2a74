from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.cli.keys import key_lines
from deskui.commands import COMMANDS
from deskui.commands.printed import shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome


def test_every_command_stands_in_the_table_once() -> None:
    lines = key_lines({})
    for command in COMMANDS:
        row = [line for line in lines if command.help in line]
        assert len(row) == 1
        assert row[0].startswith(" ".join(map(shown, command.keys)))


def test_the_users_own_keys_are_shown(deskui: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[keys]\nnote = "f11"\n')
    table = deskui("--config", tmp_path / "mine.toml", "keys").out
    (line,) = (line for line in table.splitlines() if line.endswith(" note"))
    assert line.startswith("F11")


def test_keys_that_cannot_be_obeyed_are_refused(deskui: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[keys]\nnotte = "f7"\n')
    refused = deskui("--config", tmp_path / "mine.toml", "keys")
    assert refused.code == 2
    assert "notte" in refused.sentence
    assert "mine.toml" in refused.sentence


def test_the_name_for_the_settings_file_is_left_out_where_a_key_is_fixed() -> None:
    lines = key_lines({})
    for command in COMMANDS:
        (row,) = (line for line in lines if command.help in line)
        assert row.endswith(command.help if command.fixed else command.id)
