"""From a command of the registry to its keys, and to the function that opens its dialog."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from textual.binding import Binding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.binding import BindingType

    from deskui.commands import Command


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The key bindings of commands; their ids are what [keys] of the settings names."""
    return [
        Binding(",".join(each.keys), f"run('{each.id}')", each.title, id=each.id, show=False)
        for each in commands
        if not each.fixed
    ]


def opener(found: Command) -> Callable[[Any], object]:
    """The function below `deskui.ui.dialogs` that a command opens; its module is loaded when it is first needed."""
    return named(found.opens)


def named(opens: str) -> Callable[[Any], object]:
    """The function `module:function` below `deskui.ui.dialogs`."""
    module, _, name = opens.partition(":")
    return cast("Callable[[Any], object]", getattr(import_module(f"deskui.ui.dialogs.{module}"), name))
