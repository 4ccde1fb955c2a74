"""C4: not on data transfers that day, he still recognised her and picked it up; the case keeps its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.driving import NARROW, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.pages import CustomerView
    from deskui.domain.staff import Employee
    from deskui.domain.working_hours.on_duty import Familiar

NOTE = "Waits for the hub; she wants a text, not a call."


def _view(desk: Desk) -> CustomerView:
    return desk.customers.view(desk.lookup.find("1043")[0].customer_id)


def _faces(desk: Desk) -> tuple[Familiar, ...]:
    return desk.customers.faces(_view(desk).customer.id)


def _person(desk: Desk, name: str) -> Employee:
    return next(each for each in desk.shop.staff() if each.name == name)


def _story(desk: Desk) -> tuple[object, ...]:
    """All that was said, promised and told in the case, and its numbers."""
    view = _view(desk)
    case = view.case
    assert case is not None
    promised = [(each.promise.id, each.entries, each.standing) for each in case.promises]
    return promised, case.references, case.balance, view.conversations, view.told


async def test_who_knows_her_and_is_there_is_one_key_away(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("shari", "Shari Caldwell")
        paul = next(each for each in await counter.ask(_faces) if each.name == "Paul")
        assert paul.times > 1
        await counter.press("W")
        await counter.sees("Who knows Shari", "On duty")
        row = counter.line_of("* Paul ")
        assert f"{paul.times}x" in row
        assert "last " in row
        assert "on until 17:00" in row
        await counter.press("escape", "s")
        await counter.sees("Desk hours", "Paul", where="choices")
        await counter.ask(lambda desk: desk.duty.switch(_person(desk, "Paul"), False))
        await counter.until(lambda: "away" in counter.line_of("Paul ", "choices"), "Paul is away")
        await counter.press("escape", "W")
        await counter.sees("Who knows Shari", "Not here now")
        assert "away" in counter.line_of("* Paul ")


async def test_he_picks_it_up_hands_it_on_and_the_receiver_says_seen(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("1043", "Shari Caldwell")
        await counter.sees("owner Paul", where="case")
        before = await counter.ask(_story)
        await counter.press("a")
        await counter.sees("Hand over case #1043", "It is Paul's now.", "Stephen Okafor, you")
        await counter.save("Case handed over to Stephen Okafor; u takes it back")
        await counter.sees("owner you", where="case")

        counter.clock.tick(20)
        await counter.press("a")
        await counter.sees("Hand over case #1043", "It is Stephen Okafor's now.")
        await counter.type(f"a\t{NOTE}")
        await counter.save("Case handed over to Ada; u takes it back")
        await counter.sees("owner Ada", NOTE, where="case")
        assert await counter.ask(_story) == before

    async with at_the_counter(demo_url, home, employee="Ada") as counter:
        counter.clock.tick(30)
        await counter.press("f2")
        await counter.sees("Missing parcel", "Shari Caldwell", "Stephen Okafor")
        await counter.press("escape")
        await counter.open("1043", "Shari Caldwell")
        await counter.sees("Handed to you by Stephen Okafor", NOTE, where="case")
        await counter.press("4", "home", "enter")
        await counter.sees("Seen; Stephen Okafor knows; u takes it back", where="keys")
        await counter.sees_not(NOTE)
        assert await counter.ask(_story) == before
    with kept(demo_url, employee="Ada") as desk:
        assert 1043 not in [each.case_number for each in desk.duty.waiting()]
        case = _view(desk).case
        assert case is not None
        assert (case.owner, case.hand_over) == ("Ada", None)
