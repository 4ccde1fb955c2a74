"""Imports go down only; nothing below the screens loads a screen library."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Final, NamedTuple

import pytest

ROOT: Final = Path(__file__).parents[1]

ROOMS: Final[dict[str, set[str]]] = {
    "errors": set(),
    "domain": {"errors"},
    "store": {"domain", "errors"},
    "desk": {"store", "domain", "errors"},
    "exchange": {"desk", "domain", "errors"},
    "demo": {"desk", "store", "domain", "errors"},
    "commands": {"errors"},
    "remembered": set(),
    "machine": set(),
    "settings": {"commands", "domain", "errors"},
    "crash_log": {"deskui"},
    "ui": {"exchange", "desk", "domain", "errors", "commands", "remembered", "machine", "crash_log"},
    "cli": {
        "ui",
        "desk",
        "exchange",
        "demo",
        "domain",
        "errors",
        "commands",
        "remembered",
        "settings",
        "crash_log",
        "deskui",
    },
    "__main__": {"cli", "domain", "errors", "crash_log"},
    "deskui": set(),
}
"""What each room of the package may import of the others, besides itself; `deskui` is its version."""

LIBRARIES: Final[dict[str, dict[str, str]]] = {
    "store": {
        "peewee": "the only room that knows the database library",
        "psycopg": "the driver of PostgreSQL, which reads its addresses",
        "playhouse": "its migrations",
        "anyascii": "names as plain letters, for the index",
        "phonenumbers": "phone numbers as comparable keys",
        "rapidfuzz": "re-ranking of misspelt names",
    },
    "desk": {
        "email_validator": "a warning beside an e-mail address that is typed or comes in a file",
        "rapidfuzz": "names a slip apart, of customers who may be one",
        "babel": "amounts in the words of a region, in refusals and on paper; imported only where one is worded",
        "argon2": "PINs as hashes; imported only where one is set or tried",
    },
    "exchange": {
        "vobject": "vCard files",
        "msgspec": "the set-up of a shop decoded into types",
        "tomli_w": "the set-up of a shop as TOML; imported only where it is written",
        "babel": "the currency of a region",
        "anyascii": "letters that a printer or a font lacks",
        "segno": "the QR code of a case",
        "markdown_it": "the text of articles",
        "fpdf": "stories and slips as PDF; imported only where one is made",
        "escpos": "receipt printers; imported only where one is used",
    },
    "demo": {"peewee": "in annotations only: the models that the bulk writer takes"},
    "settings": {"msgspec": "types of the settings", "platformdirs": "where they are kept"},
    "crash_log": {"platformdirs": "where it is kept"},
    "machine": {"babel": "the currency of a country"},
    "cli": {
        "click": "the command line",
        "rich": "progress bars",
        "platformdirs": "where the state is kept",
        "msgspec": "settings with some of them replaced, for the sample shop",
    },
    "__main__": {"click": "refusals of the command line"},
    "ui": {"textual": "the screens", "rich": "text with styles", "babel": "money and days by locale"},
}
"""The libraries each room may import, and what for."""

EXCEPTIONS: Final[dict[tuple[str, str], str]] = {}
"""A module and what it imports against the tables above: the reason."""

LAZY_ONLY: Final = {"cli": {"textual", "rich", "ui", "store", "demo"}, "demo": {"peewee"}}
"""What a room imports inside functions or for annotations only, so that help and lookups are there at once."""

FROZEN: Final = {"deskui.store.append_only": "the triggers, which stay as they are for good"}
"""What the migrations may import of the program: the rest changes, and what they did must not."""

BELOW_THE_SCREENS: Final = set(ROOMS) - {"ui"}


UI_ORDER: Final = (
    {
        "lines",
        "links",
        "counter",
        "drafts",
        "format",
        "due_place",
        "board_place",
        "marks",
        "openers",
        "known_names",
        "type_ahead",
        "idle",
    },
    {"strips", "tones", "patient_input", "panels"},
    {"day_counts", "chores", "leaving", "shell"},
    {"widgets"},
    {"kit", "visiting", "half_typed", "way_back"},
    {"dialogs", "palette"},
    {"screens"},
    {"signing_in"},
    {"app"},
)
"""The rooms of the screens from the bottom up: what is painted, what every screen may ask, then what asks it."""


class Import(NamedTuple):
    """One import statement: in which module, of what, and whether it runs when the module is imported."""

    module: str
    room: str
    name: str
    at_once: bool
    for_types: bool

    @property
    def top(self) -> str:
        """The room of ours it leads to, or the library."""
        parts = self.name.split(".")
        return parts[0] if parts[0] != "deskui" or len(parts) == 1 else parts[1]

    @property
    def is_ours(self) -> bool:
        return self.name.split(".")[0] == "deskui"


def modules() -> dict[str, Path]:
    found = {}
    for path in sorted((ROOT / "deskui").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def names() -> frozenset[str]:
    return frozenset(modules())


def room_of(module: str) -> str:
    return "deskui" if module == "deskui" else module.split(".")[1]


@cache
def imports() -> tuple[Import, ...]:
    return tuple(
        Import(module, room_of(module), *found)
        for module, path in modules().items()
        for found in _imported(ast.parse(path.read_bytes()))
    )


def _imported(node: ast.AST, *, later: bool = False, for_types: bool = False) -> list[tuple[str, bool, bool]]:
    """What is imported below a node, whether at once, and whether for annotations alone."""
    how = (not (later or for_types), for_types)
    if isinstance(node, ast.Import):
        return [(alias.name, *how) for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports are written in full"
        if node.module == "deskui":
            return [(f"deskui.{a.name}" if a.name in ROOMS else "deskui", *how) for a in node.names]
        return [
            (f"{node.module}.{a.name}" if f"{node.module}.{a.name}" in names() else node.module or "", *how)
            for a in node.names
        ]
    later = later or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    for_types = for_types or _is_for_types(node)
    below = ast.iter_child_nodes(node)
    return [found for child in below for found in _imported(child, later=later, for_types=for_types)]


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def test_every_room_is_in_the_table() -> None:
    assert {room_of(module) for module in modules()} == set(ROOMS)


def test_imports_between_rooms_go_down_only() -> None:
    wrong = {
        (each.module, each.name)
        for each in imports()
        if each.is_ours and each.top != each.room and each.top not in ROOMS[each.room]
    }
    assert wrong - set(EXCEPTIONS) == set()


def test_the_screens_have_an_order_of_their_own() -> None:
    """What is imported for annotations alone may point up: a dialog says which screen it is opened from."""
    floor = {room: height for height, rooms in enumerate(UI_ORDER) for room in rooms}
    of_ui = [
        each for each in imports() if each.module.startswith("deskui.ui.") and each.name.startswith("deskui.ui.")
    ]
    assert {each.module.split(".")[2] for each in of_ui} <= set(floor)
    up = {
        (each.module, each.name)
        for each in of_ui
        if not each.for_types and floor[each.name.split(".")[2]] > floor[each.module.split(".")[2]]
    }
    assert up == set()


def test_each_room_imports_only_the_libraries_it_is_there_to_hide() -> None:
    wrong = {
        (each.module, each.name)
        for each in imports()
        if not each.is_ours
        and each.top not in sys.stdlib_module_names
        and each.top not in LIBRARIES.get(each.room, {})
    }
    assert wrong - set(EXCEPTIONS) == set()


def test_exceptions_are_still_needed() -> None:
    assert set(EXCEPTIONS) <= {(each.module, each.name) for each in imports()}


def test_the_command_line_loads_the_rest_when_it_is_used() -> None:
    wrong = [
        (each.module, each.name) for each in imports() if each.at_once and each.top in LAZY_ONLY.get(each.room, ())
    ]
    assert wrong == []


def test_migrations_run_nothing_that_may_change_later() -> None:
    past = [each for each in imports() if each.module.startswith("deskui.store.migrations.") or each.module in FROZEN]
    assert len({each.module for each in past}) > 12
    assert {(each.module, each.name) for each in past if each.is_ours and each.name not in FROZEN} == set()
    assert {each.name for each in past if each.is_ours} == set(FROZEN)


def test_no_module_imports_itself_in_a_circle() -> None:
    """So that each may be the first to be imported."""
    ours = modules()
    at_once = {name: {each.name for each in imports() if each.module == name and each.at_once} for name in ours}
    TopologicalSorter({name: found & set(ours) for name, found in at_once.items()}).prepare()


IMPORT_EACH = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
    if screens := {"textual", "rich"} & set(sys.modules):
        sys.exit(f"{name} loads {sorted(screens)}")
"""


def test_no_module_below_the_screens_loads_a_screen_library() -> None:
    below = [
        module
        for module in modules()
        if room_of(module) in BELOW_THE_SCREENS and not module.rpartition(".")[2][0].isdigit()
    ]
    assert len(below) > 20
    done = subprocess.run([sys.executable, "-c", IMPORT_EACH, *below], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return {_plain(re.match(r"[\w.-]+", each)[0]) for each in project["dependencies"]}  # type: ignore[index]


def optional() -> set[str]:
    """What is imported only where somebody wants it: the driver of PostgreSQL, PDF files, receipt printers."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    wanted = [each for name, extra in extras.items() if name != "test" for each in extra]
    return {_plain(re.match(r"[\w.-]+", each)[0]) for each in wanted}  # type: ignore[index]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def distributions() -> set[str]:
    """The distributions that bring what the package imports."""
    known = packages_distributions()
    outside = {each.top for each in imports() if not each.is_ours and each.top not in sys.stdlib_module_names}
    return {_plain(known[top][0] if top in known else top) for top in outside} - optional()


def test_what_is_imported_is_a_declared_dependency() -> None:
    assert distributions() <= declared()


def test_every_dependency_earns_its_place() -> None:
    assert declared() - {"tzdata"} <= distributions()


@pytest.mark.parametrize("room", ["domain", "commands", "errors", "remembered"])
def test_values_and_rules_need_the_standard_library_only(room: str) -> None:
    assert room not in LIBRARIES
    assert all(each.is_ours or each.top in sys.stdlib_module_names for each in imports() if each.room == room)
