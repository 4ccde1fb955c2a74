"""Signing in: PINs, what is kept of attempts, and how long one waits."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from deskui.desk.journal_verbs import what_was_done
from deskui.desk.opening import open_desk
from deskui.domain.profile import Profile
from deskui.domain.staff import EmployeeTyped, Role
from deskui.domain.visit import VisitEnd
from deskui.errors import BadInput, DatabaseTrouble, NoRight, NotAllowed, NotFound
from deskui.store import models
from tests.conftest import NOW

if TYPE_CHECKING:
    from deskui.desk.desk import Desk
    from tests.desk.counter import Counter

ADAS, BENS, WRONG = "581730", "402967", "999991"


@pytest.fixture
def pins(counter: Counter) -> Counter:
    """Ada, who is the administrator, and Ben have PINs; Ada is acting."""
    counter.desk.signing.set_pin(counter.ada.id, ADAS)
    counter.desk.signing.set_pin(counter.ben.id, BENS)
    return counter


def try_often(counter: Counter, times: int, pin: str = WRONG) -> str:
    said = ""
    for _ in range(times):
        with pytest.raises(NotAllowed) as refusal:
            counter.desk.signing.sign_in("Ben", pin)
        said = refusal.value.sentence
    return said


def test_a_shop_without_pins_switches_by_name(counter: Counter) -> None:
    counter.desk.signing.sign_in("ben")
    assert counter.desk.session.employee == counter.ben


def test_somebody_with_a_pin_is_not_acted_as_without_it(pins: Counter) -> None:
    with pytest.raises(NotAllowed):
        pins.desk.act_as(pins.ben)
    with pytest.raises(BadInput):
        pins.desk.signing.sign_in("Ben")
    pins.desk.signing.sign_in("Ben", BENS)
    assert pins.desk.session.employee == pins.ben


def test_a_clerk_without_a_pin_needs_none(pins: Counter) -> None:
    pins.desk.act_as(pins.paul)
    assert pins.desk.session.employee == pins.paul


def test_nobody_of_that_name_signs_in(pins: Counter) -> None:
    with pytest.raises(NotFound):
        pins.desk.signing.sign_in("Zed", BENS)


def test_the_desk_opens_for_nobody_who_needs_a_pin(pins: Counter, url: str) -> None:
    with closing(open_desk(url, employee="Ben", clock=lambda: pins.now)) as again:
        assert again.session.employee is None
        assert again.session.awaited == pins.ben
        with pytest.raises(NotAllowed):
            again.duty.switch(pins.ben, False)
        again.signing.sign_in(pins.ben.id, BENS)
        assert (again.session.employee, again.session.awaited) == (pins.ben, None)


def test_the_first_pin_is_an_administrators(counter: Counter) -> None:
    with pytest.raises(NotAllowed):
        counter.desk.signing.set_pin(counter.ben.id, BENS)
    assert not models.Pin.select().exists()


def test_one_changes_ones_own_pin_knowing_the_old_one(pins: Counter) -> None:
    pins.desk.signing.sign_in("Ben", BENS)
    with pytest.raises(NotAllowed):
        pins.desk.signing.set_pin(pins.ben.id, "728104", WRONG)
    pins.desk.signing.set_pin(pins.ben.id, "728104", BENS)
    pins.desk.signing.sign_in("Ben", "728104")
    with pytest.raises(NotAllowed):
        pins.desk.signing.sign_in("Ben", BENS)


def test_a_clerk_changes_nobody_elses_pin(pins: Counter) -> None:
    pins.desk.signing.sign_in("Ben", BENS)
    with pytest.raises(NoRight):
        pins.desk.signing.set_pin(pins.ada.id, "728104")
    with pytest.raises(NoRight):
        pins.desk.signing.take_pin_away(pins.ada.id)
    pins.desk.signing.sign_in("Ada", ADAS)


def test_while_others_have_pins_the_last_administrator_keeps_theirs(pins: Counter) -> None:
    with pytest.raises(NotAllowed):
        pins.desk.signing.take_pin_away(pins.ada.id)
    pins.desk.signing.take_pin_away(pins.ben.id)
    pins.desk.signing.take_pin_away(pins.ada.id)
    assert pins.desk.signing.with_pin() == frozenset()
    assert {each.hash for each in models.Pin.select()} == {""}


@pytest.mark.parametrize(
    "pin", ["000000", "123456", "987654", "121212", "123123", "112233", "12345", "1" * 13, "12a456"]
)
def test_a_pin_that_anybody_would_try_is_refused(counter: Counter, pin: str) -> None:
    with pytest.raises(BadInput) as refusal:
        counter.desk.signing.set_pin(counter.ada.id, pin)
    assert pin not in refusal.value.sentence


def test_five_wrong_pins_wait_a_minute_and_ten_half_an_hour(pins: Counter) -> None:
    assert "has to wait" not in try_often(pins, 1)
    assert "can be typed" not in try_often(pins, 3)
    assert "in 60 seconds" in try_often(pins, 1)
    before = models.SignInAttempt.select().count()
    pins.tick(timedelta(seconds=2))
    assert "in 58 seconds" in try_often(pins, 1, BENS), "the right one has to wait as well"
    pins.tick(timedelta(seconds=-2))
    assert models.SignInAttempt.select().count() == before
    for _ in range(5):
        pins.tick(timedelta(minutes=1))
        said = try_often(pins, 1)
    assert "in 30 minutes" in said
    pins.tick(timedelta(minutes=29))
    try_often(pins, 1, BENS)
    pins.tick(timedelta(minutes=1))
    pins.desk.signing.sign_in("Ben", BENS)
    assert "has to wait" not in try_often(pins, 1)


def opened(counter: Counter, url: str, name: str) -> closing[Desk]:
    return closing(open_desk(url, desk_name=name, employee="Paul", clock=lambda: counter.now))


def test_guessing_goes_on_neither_at_another_desk_nor_after_a_restart(pins: Counter, url: str) -> None:
    try_often(pins, 3)
    for name in ("Desk 7", "Desk 8"):
        with opened(pins, url, name) as other, pytest.raises(NotAllowed):
            other.signing.sign_in("Ben", WRONG)
    with opened(pins, url, "Desk 9") as other, pytest.raises(NotAllowed, match="in 60 seconds"):
        other.signing.sign_in("Ben", BENS)


def test_guessing_at_one_desk_waits_whoever_is_guessed(pins: Counter) -> None:
    try_often(pins, 4)
    with pytest.raises(NotAllowed):
        pins.desk.signing.sign_in("Ada", WRONG)
    with pytest.raises(NotAllowed, match="in 60 seconds"):
        pins.desk.signing.sign_in("Ada", ADAS)


@pytest.mark.parametrize("back", [timedelta(seconds=30), timedelta(days=400)])
def test_setting_the_clock_back_gains_nothing_and_costs_one_wait(pins: Counter, back: timedelta) -> None:
    try_often(pins, 5)
    pins.tick(-back)
    try_often(pins, 2, BENS)
    pins.tick(timedelta(seconds=59))
    try_often(pins, 1, BENS)
    pins.tick(timedelta(seconds=1))
    pins.desk.signing.sign_in("Ben", BENS)


def test_a_program_stopped_in_the_middle_of_a_try_has_tried(pins: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(kept: str, pin: str) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr("deskui.desk.pin_hashes.is_pin", stopped)
    for _ in range(5):
        with pytest.raises(KeyboardInterrupt):
            pins.desk.signing.sign_in("Ben", BENS)
    monkeypatch.undo()
    try_often(pins, 1, BENS)


def test_every_attempt_is_journalled_and_no_hash_or_pin_is(pins: Counter) -> None:
    try_often(pins, 1)
    pins.desk.signing.sign_in("Ben", BENS)
    verbs = [each.verb for each in models.Journal.select().order_by(models.Journal.id)]
    assert verbs[-6:] == ["pin.reset", "pin.tried", "pin.wrong", "pin.tried", "pin.right", "sign_in"]
    hashes = [each.hash for each in models.Pin.select()]
    assert all(each.startswith("$argon2id$") for each in hashes)
    for change in models.Change.select():
        told = f"{change.before}{change.after}"
        assert not any(each in told for each in (*hashes, ADAS, BENS, WRONG))


def test_the_journal_tells_wrong_pins_waits_and_tries_too_soon_and_blames_nobody_who_locked(pins: Counter) -> None:
    pins.desk.signing.lock()
    try_often(pins, 6)
    pins.tick(timedelta(minutes=1))
    pins.desk.signing.sign_in("Ada", ADAS)
    told = [
        (each.employee, each.desk, what_was_done(each))
        for each in reversed(pins.desk.journal.page(pins.desk.journal.asked("pin")).rows)
    ]
    twice = [("", "Desk 1", "PIN of Ben typed"), ("", "Desk 1", "wrong PIN for Ben")]
    assert told[2:] == [
        *twice * 5,
        ("", "Desk 1", "wait after wrong PINs (Ben, until 10:43:00)"),
        ("", "Desk 1", "PIN typed before the wait was over (Ben, until 10:43:00)"),
        ("", "Desk 1", "PIN of Ada typed"),
        ("", "Desk 1", "own PIN typed rightly"),
    ]
    assert not models.SignInAttempt.select().where(models.SignInAttempt.by.is_null(False)).exists()


def test_a_wrong_pin_typed_at_an_open_desk_is_by_whoever_acts_there(pins: Counter) -> None:
    try_often(pins, 1)
    wrong = pins.desk.journal.page(pins.desk.journal.asked("wrong")).rows[0]
    assert (wrong.employee, what_was_done(wrong)) == ("Ada", "wrong PIN for Ben, at Ada's screen")


def test_a_hash_is_in_no_repr(pins: Counter) -> None:
    from deskui.store.reads import signing

    assert "argon2" not in repr(signing.pin_of(pins.ben.id))


def test_a_supervisor_vouches_with_their_own_pin(pins: Counter) -> None:
    pins.desk.signing.sign_in("Ben", BENS)
    assert pins.desk.signing.vouched(pins.ada.id, ADAS) == pins.ada
    assert pins.desk.session.employee == pins.ben


def test_nobody_vouches_for_themselves_or_without_right_or_pin(pins: Counter) -> None:
    with pytest.raises(NotAllowed):
        pins.desk.signing.vouched(pins.ada.id, ADAS)
    with pytest.raises(NotAllowed):
        pins.desk.signing.vouched(pins.ben.id, BENS)
    pins.desk.shop.hire(typed_supervisor())
    cleo = next(each for each in pins.desk.shop.staff() if each.name == "Cleo")
    pins.desk.signing.sign_in("Ben", BENS)
    with pytest.raises(NotAllowed):
        pins.desk.signing.vouched(cleo.id, ADAS)
    with pytest.raises(NotAllowed):
        pins.desk.signing.vouched(pins.ada.id, BENS)
    assert "pin.tried" in [each.verb for each in models.Journal.select()]


def typed_supervisor() -> EmployeeTyped:
    return EmployeeTyped("Cleo", Role.SUPERVISOR)


def test_a_supervisor_without_a_pin_is_not_acted_as_where_pins_are_used(pins: Counter) -> None:
    pins.desk.shop.hire(typed_supervisor())
    cleo = next(each for each in pins.desk.shop.staff() if each.name == "Cleo")
    with pytest.raises(NotAllowed):
        pins.desk.act_as(cleo)
    with pytest.raises(NotAllowed, match="no PIN yet"):
        pins.desk.signing.sign_in(cleo.id, "728104")


def test_locking_keeps_who_was_acting_until_somebody_signs_in(pins: Counter) -> None:
    pins.desk.signing.lock()
    assert pins.desk.session.locked
    assert pins.desk.session.employee == pins.ada
    pins.desk.signing.sign_in("Ben", BENS)
    assert not pins.desk.session.locked


def test_a_shop_from_before_there_were_administrators_gets_its_first_supervisor_as_one(url: str) -> None:
    with closing(open_desk(url, clock=lambda: NOW)) as desk:
        desk.shop.set_up("Alder", "Desk 1", "Ada")
        for name, role in (("Ben", "clerk"), ("Margaret", "supervisor"), ("Paul", "supervisor")):
            models.Employee.insert(name=name, role=role, created_at=NOW).execute()
        models.Employee.update(role="clerk").where(models.Employee.name == "Ada").execute()
    for _ in range(2):
        with closing(open_desk(url, clock=lambda: NOW)) as desk:
            roles = {each.name: each.role for each in desk.shop.staff()}
            assert [name for name, role in roles.items() if role is Role.ADMINISTRATOR] == ["Margaret"]
            verbs = [each.verb for each in models.Journal.select().order_by(models.Journal.id)]
            assert verbs.count("shop.first_administrator") == 1


@pytest.mark.parametrize("is_locked", [False, True])
def test_whoever_could_not_be_signed_in_is_not_acting(
    pins: Counter, monkeypatch: pytest.MonkeyPatch, is_locked: bool
) -> None:
    pins.desk.signing.sign_in("Ben", BENS)
    if is_locked:
        pins.desk.signing.lock()
    before, perform = pins.desk.session, pins.desk.store.perform

    def busy(*handed: Any, **named: Any) -> Any:
        if handed[2] == "sign_in":
            raise DatabaseTrouble("The database is busy with another program; nothing was saved, try again.")
        return perform(*handed, **named)

    monkeypatch.setattr(pins.desk.store, "perform", busy)
    with pytest.raises(DatabaseTrouble):
        pins.desk.signing.sign_in("Ada", ADAS)
    assert pins.desk.session == before


def test_nothing_is_written_at_a_locked_desk_but_that_the_customer_went(pins: Counter) -> None:
    whom = pins.customer()
    pins.desk.visits.open(whom)
    visit = pins.desk.visits.current()
    assert visit is not None
    pins.desk.signing.lock()
    entries = pins.entries()
    with pytest.raises(NotAllowed, match="has to sign in here first"):
        pins.desk.customers.create(Profile("Opal Freeman"))
    assert pins.entries() == entries
    pins.desk.visits.end(visit.id, VisitEnd.LEFT)
    assert models.Journal.select().order_by(models.Journal.id.desc()).get().employee is None
    pins.desk.signing.sign_in("Ben", BENS)
    pins.desk.customers.create(Profile("Opal Freeman"))


def test_a_desk_is_locked_also_where_that_could_not_be_kept(pins: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: Any, **__: Any) -> Any:
        raise DatabaseTrouble("The database is busy with another program; nothing was saved, try again.")

    with monkeypatch.context() as patched:
        patched.setattr(pins.desk.store, "perform", busy)
        with pytest.raises(DatabaseTrouble):
            pins.desk.signing.lock()
    with pytest.raises(NotAllowed, match="has to sign in here first"):
        pins.desk.customers.create(Profile("Opal Freeman"))
