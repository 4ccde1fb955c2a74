from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

from deskui.desk.opening import open_desk
from deskui.domain.customer import ContactKind
from deskui.domain.points import PointTyped
from deskui.domain.profile import Profile
from tests import postgres

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


class Outcome(NamedTuple):
    """How a run of the program ended."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one line on stderr; whoever asks for it means that there is one, and nothing on stdout."""
        assert self.out == ""
        assert self.err.endswith(".\n")
        assert self.err.count("\n") == 1
        assert "Traceback" not in self.err
        return self.err.strip()


def looks(url: str) -> list[tuple[str, str]]:
    """What the journal says left the program, the oldest first: how, and what."""
    with postgres.plain(url) as connection:
        return list(connection.execute("SELECT kind, what FROM look ORDER BY id").fetchall())


@pytest.fixture
def deskui() -> Callable[..., Outcome]:
    """Run the program in a process of its own, without a terminal."""
    return lambda *arguments, **variables: run(["-m", "deskui", *map(str, arguments)], variables)


@pytest.fixture
def as_ordinary_user() -> Callable[..., Outcome]:
    """The same as somebody whom file modes bind; the tests themselves may be run by root."""
    if sys.platform == "win32" or (os.geteuid() == 0 and sys.platform != "linux"):
        pytest.skip("root cannot give up its rights here")
    return lambda *arguments, **variables: run(["-c", WITHOUT_RIGHTS, *map(str, arguments)], variables)


WITHOUT_RIGHTS = """
import ctypes, os, sys
if os.geteuid() == 0:
    header, rights = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    if ctypes.CDLL(None, use_errno=True).capset(header, rights) != 0:
        sys.exit("root could not give up its rights")
from deskui.__main__ import main
sys.exit(main())
"""
"""capabilities(7): version 3 of the header, and none of the rights of root to pass over file modes."""


def run(arguments: list[str], variables: dict[str, str]) -> Outcome:
    """Run Python and wait for its end."""
    done = subprocess.run(
        [sys.executable, *arguments],
        env=os.environ | {"PYTHONUTF8": "1"} | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def shop(url: str, clock: Callable[[], datetime]) -> str:
    """The address of a database with three customers in it."""
    desk = open_desk(url, clock=clock)
    try:
        desk.shop.set_up("Riverside Hardware", "Desk 3", "Stephen Okafor", zone="America/Denver")
        for profile, phone in (
            (Profile("Shari Caldwell", preferred_name="Shari", company="Caldwell Books"), "+1 303 555 0142"),
            (Profile("Zoë Ødegård", preferred_name="Zoë O."), "+47 22 12 34 56"),
            (Profile("张伟"), "+1 303 555 0199"),
        ):
            desk.customers.create(profile, (PointTyped(ContactKind.PHONE, phone),))
    finally:
        desk.close()
    return url
