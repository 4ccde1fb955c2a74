"""From a command of the registry to the function that opens its dialog."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.commands import Command


def opener(found: Command) -> Callable[[Any], object]:
    """The function below `deskui.ui.dialogs` that a command opens; its module is loaded when it is first needed."""
    return named(found.opens)


def named(opens: str) -> Callable[[Any], object]:
    """The function `module:function` below `deskui.ui.dialogs`."""
    module, _, name = opens.partition(":")
    return cast("Callable[[Any], object]", getattr(import_module(f"deskui.ui.dialogs.{module}"), name))
