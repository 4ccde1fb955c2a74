"""How the package is kept: the size of its rooms and functions, what is documented, what is annotated."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    Function = ast.FunctionDef | ast.AsyncFunctionDef

FILES: Final = sorted((Path(__file__).parents[1] / "deskui").rglob("*.py"))
TREES: Final = {path: ast.parse(path.read_bytes()) for path in FILES}
FACE: Final = 3
"""Lines up to which a module is only the face of its package."""


def functions() -> Iterator[tuple[Path, Function]]:
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield path, node


def public(path: Path, node: ast.Module | ast.ClassDef, prefix: str = "") -> Iterator[tuple[str, bool]]:
    """Every name others may use: functions, classes and their methods, each with whether it says what it is."""
    for each in node.body:
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not each.name.startswith("_"):
            yield f"{path.stem}.{prefix}{each.name}", ast.get_docstring(each) is not None
            if isinstance(each, ast.ClassDef) and each.name != "Meta":
                yield from public(path, each, f"{each.name}.")


def test_no_room_is_a_hall_of_everything() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in FILES}
    assert {path.name: lines for path, lines in lengths.items() if lines > 300} == {}
    assert median(lines for lines in lengths.values() if lines > FACE) <= 100


def test_functions_fit_on_a_screen() -> None:
    lengths = [1 + (node.end_lineno or 0) - node.lineno for _, node in functions()]
    assert quantiles(lengths, n=20)[-1] <= 28
    assert max(lengths) <= 60


def test_what_others_may_use_says_what_it_is() -> None:
    named = [each for path, tree in TREES.items() for each in public(path, tree)]
    silent = [name for name, is_said in named if not is_said]
    assert len(silent) <= len(named) * 0.05, silent


def test_every_function_says_what_it_returns_and_takes() -> None:
    silent = [
        f"{path.name}:{node.lineno} {node.name}"
        for path, node in functions()
        if node.returns is None
        or any(each.annotation is None and each.arg not in ("self", "cls") for each in arguments(node))
    ]
    assert silent == []


def arguments(node: Function) -> list[ast.arg]:
    every = node.args
    stars = [each for each in (every.vararg, every.kwarg) if each is not None]
    return [*every.posonlyargs, *every.args, *every.kwonlyargs, *stars]
