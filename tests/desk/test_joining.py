"""A machine that joins a shop takes a name that no other desk goes by."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from deskui.desk.opening import open_desk
from deskui.domain.profile import Profile

if TYPE_CHECKING:
    from tests.desk.counter import Counter


def named(url: str, name: str = "", *, joins: bool = True) -> str:
    """What the desk is called, after it has written something."""
    with closing(open_desk(url, desk_name=name, joins=joins)) as desk:
        desk.customers.create(Profile("Kim"))
        return desk.session.desk


def test_it_takes_the_next_name_and_never_that_of_another(counter: Counter, url: str) -> None:
    assert counter.desk.session.desk == "Desk 1"
    assert named(url) == "Desk 2"
    assert named(url, "Desk 3") == "Desk 3"
    assert named(url) == "Desk 4"
    assert named(url, "Returns") == "Returns"


def test_a_name_it_goes_by_already_is_kept_and_the_command_line_takes_none(counter: Counter, url: str) -> None:
    assert named(url, "Desk 1") == "Desk 1"
    assert named(url, joins=False) == "Desk 1"
