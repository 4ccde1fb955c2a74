"""What the README says is what the program does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Final

import click
import pytest

from deskui.cli.group import SUBCOMMANDS
from deskui.cli.root import root
from deskui.commands import COMMANDS
from deskui.commands.printed import shown
from deskui.settings import Settings, read_settings

ROOT: Final = Path(__file__).parents[1]
README: Final = (ROOT / "README.md").read_text(encoding="utf-8")
FIRST_SCREEN: Final = "\n".join(README.splitlines()[:24])
KEYS: Final = re.compile(r"^\| key \|.*?(?=\n\n)", re.MULTILINE | re.DOTALL)


def key_table() -> str:
    """The key table of the README as the registry has it."""
    lines = ["| key | does | name in `[keys]` |", "| --- | --- | --- |"]
    part = ""
    for command in COMMANDS:
        if command.where != part:
            part = command.where
            lines.append(f"| | **{part}** | |")
        keys = " ".join(f"`{shown(key)}`" for key in command.keys)
        lines.append(f"| {keys} | {command.help} | {'' if command.fixed else f'`{command.id}`'} |")
    return "\n".join(lines)


def test_the_key_table_is_that_of_the_registry() -> None:
    assert KEYS.search(README)[0] == key_table(), "write it anew with: python -m tests.test_readme"


def test_the_first_screen_holds_the_two_commands() -> None:
    commands = re.findall(r"^python3 -m venv .*$", FIRST_SCREEN, re.MULTILINE)
    assert [command.rpartition("/")[2] for command in commands] == ["deskui demo", "pytest -n auto --dist worksteal"]


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_every_command_is_named(name: str) -> None:
    assert re.search(rf"^\| `deskui {name}\b.*` \|", README, re.MULTILINE)


def test_no_command_is_named_that_does_not_exist() -> None:
    assert set(re.findall(r"`deskui ([a-z]+)", README)) == set(SUBCOMMANDS)


def options() -> set[str]:
    """The options of the program and of every command, without --help."""
    context = click.Context(root)
    commands = [root, *(root.get_command(context, name) for name in root.list_commands(context))]
    return {
        option
        for command in commands
        for parameter in (command.params if command else [])
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    }


def test_every_option_is_named() -> None:
    assert {option for option in options() if option not in README} == set()


def test_no_option_is_named_that_does_not_exist() -> None:
    code = " ".join(re.findall(r"`[^`\n]+`|^deskui .*", README, re.MULTILINE))
    assert set(re.findall(r"--[a-z]\S*\b", code)) <= options() | {"--help"}


def test_every_setting_is_named() -> None:
    table = README.partition("| setting | variable | means |")[2].partition("```")[0]
    assert set(re.findall(r"^\| `([a-z_]+)` \|", table, re.MULTILINE)) == set(Settings.__struct_fields__)


def test_the_settings_shown_are_accepted(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    assert tomllib.loads(example)
    (tmp_path / "config.toml").write_text(example)
    read_settings(tmp_path / "config.toml", environment={})


if __name__ == "__main__":
    (ROOT / "README.md").write_text(KEYS.sub(lambda _: key_table(), README, count=1), encoding="utf-8")
