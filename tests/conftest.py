"""Fixtures for every test: a database of its own, a clock that stands still, nothing of the machine's own."""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

import pytest

from tests import postgres

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from deskui.store.store import Store

# Textual reads this when it is imported, before any fixture runs.
os.environ["TEXTUAL_ANIMATIONS"] = "none"

NOW = datetime(2026, 11, 22, 17, 42, tzinfo=UTC)
"""Sunday 22 November 2026, 10:42 in Denver: the moment of the stories."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On a server, skip what is about the files of the embedded database; without one, leave out what needs it."""
    if not postgres.SERVER:
        items[:] = [item for item in items if item.get_closest_marker("server") is None]
        return
    for item in items:
        if (mark := item.get_closest_marker("embedded")) is not None:
            item.add_marker(pytest.mark.skip(reason=f"SQLite only: {mark.args[0]}"))


@pytest.fixture(autouse=True)
def _machine_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings, data and logs of who runs it."""
    for name in [name for name in os.environ if name.startswith("DESKUI_")]:
        monkeypatch.delenv(name)
    home = tmp_path / "home"
    monkeypatch.setenv("HOME", str(home))
    for kind in ("CONFIG", "DATA", "STATE", "CACHE", "RUNTIME"):
        suffix = "_DIR" if kind == "RUNTIME" else "_HOME"
        monkeypatch.setenv(f"XDG_{kind}{suffix}", str(home / kind.lower()))
    monkeypatch.setenv("LOCALAPPDATA", str(home / "local"))
    monkeypatch.setenv("APPDATA", str(home / "roaming"))


@pytest.fixture(scope="session")
def empty_template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a database with all tables and nothing in them, made once and only copied."""
    from deskui.store.store import Store

    with ExitStack() as stack:
        if postgres.SERVER:
            address = stack.enter_context(postgres.fresh_database())
        else:
            address = f"sqlite:///{(tmp_path_factory.mktemp('empty') / 'shop.sqlite3').as_posix()}"
        Store.open(address).close()
        yield address


@pytest.fixture
def make_url(empty_template: str, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Makes as many databases as asked for, with all tables and nothing in them."""
    with ExitStack() as stack:
        names = (tmp_path / f"shop{number or ''}.sqlite3" for number in count())

        def make() -> str:
            if postgres.SERVER:
                return stack.enter_context(postgres.fresh_database(template=empty_template))
            file = next(names)
            shutil.copy(empty_template.removeprefix("sqlite:///"), file)
            return f"sqlite:///{file.as_posix()}"

        yield make


@pytest.fixture
def url(make_url: Callable[[], str]) -> str:
    """The address of a database with all tables and nothing in them."""
    return make_url()


@pytest.fixture
def new_url(tmp_path: Path) -> Iterator[str]:
    """The address of a database that is not there yet, or of one without tables on the server."""
    if postgres.SERVER:
        with postgres.fresh_database() as address:
            yield address
    else:
        yield f"sqlite:///{(tmp_path / 'shop.sqlite3').as_posix()}"


@pytest.fixture(scope="session")
def demo_template() -> Iterator[str]:
    """The sample shop on the server, made once and only copied."""
    from deskui.demo.shop import make_demo

    with postgres.fresh_database() as address:
        make_demo(address, now=NOW)
        yield address


@pytest.fixture
def now() -> datetime:
    """The moment of the stories."""
    return NOW


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that always tells the moment of the stories."""
    return lambda: NOW


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """A new, open database."""
    from deskui.store.store import Store

    opened = Store.open(url)
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def _quick_pins(monkeypatch: pytest.MonkeyPatch) -> None:
    """PINs take a quarter of a second each by design; tests of everything else about them do not wait for that."""
    monkeypatch.setattr("deskui.desk.pin_hashes.TIME_COST", 1)
    monkeypatch.setattr("deskui.desk.pin_hashes.MEMORY_KIB", 64)
