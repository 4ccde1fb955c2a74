"""How `deskui import` speaks on stderr: each sentence on lines of its own, and the first refusals after the bar."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, Final

import click

from deskui.domain.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.domain.importing.incoming import Refused

_WORDS: Final = re.compile(r"--map .*|\S+")
"""What is not broken inside: words, and an option with its value, which somebody will paste."""


class FirstRefusals:
    """Hands every refusal on and remembers the first ones, told once no progress bar is in the way."""

    def __init__(self, hand_on: Callable[[Refused], None] | None, most: int) -> None:
        self._hand_on = hand_on
        self._most = most
        self._told: list[str] = []
        self._count = 0

    def __call__(self, refused: Refused) -> None:
        """Take one refusal."""
        self._count += 1
        if len(self._told) < self._most:
            self._told.append(f"Line {refused.line}: {refused.reason}.")
        if self._hand_on is not None:
            self._hand_on(refused)

    def tell(self) -> None:
        """Say the line and the reason of the first refusals, and how many more there are."""
        for sentence in self._told:
            say(sentence)
        if more := self._count - len(self._told):
            say(f"… and {more} more like that.")


def say(sentence: str) -> None:
    """A sentence on stderr, at a terminal broken between words; nothing quoted in it may steer the terminal."""
    plain = visible(" ".join(sentence.split()))
    click.echo("\n".join(wrapped(plain, _width())), err=True)


def wrapped(sentence: str, width: int) -> list[str]:
    """The lines of a sentence, none of which breaks a word; one line when the width is not known (0)."""
    if len(sentence) < width // 2 or not width:
        return [sentence]
    from rich.cells import cell_len

    lines: list[str] = []
    for word in _WORDS.findall(sentence):
        if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [sentence]


def _width() -> int:
    """The columns of the terminal that stderr is; 0 when it is none, or does not say."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns if sys.stderr.isatty() else 0
    except (OSError, ValueError):
        return 0
