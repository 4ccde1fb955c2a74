"""Signing in, switching, locking: the desk is seen by whoever signed in, and by nobody while it is locked."""

from __future__ import annotations

import random
import threading
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final

import pytest
from textual import events
from textual.binding import Binding

from deskui.demo.everybody import EVERYBODY
from deskui.demo.staff import ACTING, OUTSIDE, SHOP, STAFF, SUPERVISOR
from deskui.domain.note import Visibility
from deskui.domain.typed import NoteTyped
from deskui.store import models
from deskui.ui.kit.form import Form
from deskui.ui.screens.desk import DeskScreen
from deskui.ui.screens.lock import LockScreen
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept, rows

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.ui.driving import Counter

PIN: Final = "581730"
OTHER: Final = "402967"


@pytest.fixture
def pins_url(demo_url: str) -> str:
    """The sample shop, where Margaret, Stephen and Paul have PINs; Ada has none."""
    with kept(demo_url, SUPERVISOR) as desk:
        ids = {each.name: each.id for each in desk.shop.staff()}
        for name, pin in ((SUPERVISOR, PIN), (ACTING, PIN), ("Paul", OTHER)):
            desk.signing.set_pin(ids[name], pin)
    return demo_url


@asynccontextmanager
async def signed_in(url: str, home: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[Counter]:
    """Stephen has signed in."""
    async with at_the_counter(url, home, size=size, ready=False) as counter:
        await counter.sees("Sign in", ACTING)
        await counter.type(f"{PIN}\n")
        await counter.until(lambda: isinstance(counter.app.screen, DeskScreen), "the desk is shown")
        await counter.until(counter.answered, "the first answer")
        yield counter


async def unlock(counter: Counter, pin: str = PIN) -> None:
    await counter.type(f"{pin}\n")
    await counter.until(lambda: not counter.app.signing_in.is_hidden, "the desk is shown")


def said_of_customers() -> set[str]:
    """Words of every customer that nothing else of the shop has."""
    names = {word for who in EVERYBODY for word in who.name.split() if len(word) > 4}
    return names - {word for who in (*STAFF, *OUTSIDE) for word in who.name.split()} - set(SHOP.split())


async def test_the_start_shows_nothing_but_the_sign_in(pins_url: str, home: Path) -> None:
    async with at_the_counter(pins_url, home, ready=False) as counter:
        await counter.sees("Alder & Finch", "Sign in", ACTING, "PIN")
        await counter.until(lambda: counter.app.counter._gate._kept, "the customers are read, and kept back")
        await counter.at_rest()
        assert not any(name in counter.screen() for name in said_of_customers())
        await counter.type("999991\n")
        await counter.sees("That is not the PIN of Stephen Okafor")
        assert "999991" not in counter.screen()
        await counter.type(f"{PIN}\n")
        await counter.sees("Shari Caldwell", f"{ACTING}, clerk")


async def test_a_pin_takes_digits_alone_and_says_so_at_once(pins_url: str, home: Path) -> None:
    async with at_the_counter(pins_url, home, ready=False) as counter:
        await counter.sees("Sign in", ACTING, "6 to 12 digits")
        await counter.type("58a")
        await counter.sees("A PIN is 6 to 12 digits; nothing else is taken here.")
        assert counter.app.screen.query_one("#pin").value == "58"
        await counter.type("1730\n")
        await counter.sees("Shari Caldwell", f"{ACTING}, clerk")
        await counter.press("f6", "p")
        await counter.sees("My PIN", "6 to 12 digits")
        await counter.type("x")
        await counter.sees("A PIN is 6 to 12 digits; nothing else is taken here.")


async def test_a_sample_shop_says_its_pin_where_one_signs_in(pins_url: str, home: Path) -> None:
    says = "Everybody in this sample shop has the PIN 246810."
    async with at_the_counter(pins_url, home, ready=False, size=NARROW, door_says=says) as counter:
        await counter.sees("Sign in", ACTING, says)


async def test_keys_behind_the_pin_are_meant_for_the_desk(pins_url: str, home: Path) -> None:
    async with at_the_counter(pins_url, home, ready=False) as counter:
        await counter.sees("Sign in", ACTING)
        await counter.type(f"{PIN}\nshari\n")
        await counter.sees("Shari Caldwell", "SHA-ree", where="header")


async def test_a_clerk_without_a_pin_just_goes_on(pins_url: str, home: Path) -> None:
    async with at_the_counter(pins_url, home, employee="Ada") as counter:
        await counter.sees("Ada, clerk", where="status")


async def test_five_wrong_pins_say_when_one_can_try_again_also_after_a_restart(pins_url: str, home: Path) -> None:
    async with at_the_counter(pins_url, home, ready=False) as counter:
        await counter.sees("Sign in", ACTING)
        for _ in range(5):
            await counter.type("999991\n")
            await counter.until(lambda: not counter.app.screen.query_one("#pin").value, "it was looked at")
        await counter.sees("can be typed", "in 60 seconds")
    async with at_the_counter(pins_url, home, ready=False) as counter:
        await counter.sees("Sign in", ACTING)
        await counter.type(f"{PIN}\n")
        await counter.sees("Too many wrong PINs", "in 60 seconds")
        counter.clock.tick(1)
        await unlock(counter)


async def test_digits_behind_a_name_without_a_pin_are_never_painted(pins_url: str, home: Path) -> None:
    async with at_the_counter(pins_url, home, ready=False) as counter:
        await counter.sees("Sign in", ACTING)
        door = counter.app.screen.door
        names = [each.name for each in door.staff]
        without = next(each for each in names if not door.needs_pin(door.named(each)))
        entry = counter.app.screen.query_one("#who")
        while entry.value != without:
            await counter.press("down")
        seen = [entry.value]
        counter.app.screen.watch(entry, "value", lambda value: seen.append(value))
        await counter.type("482915")
        await counter.settled()
        assert {*seen} == {without}
        await counter.press("down")
        assert entry.value == names[(names.index(without) + 1) % len(names)]


@pytest.mark.parametrize("typed", ["zzz482915", "a482915", "482915"])
async def test_digits_that_begin_no_name_do_not_stay(pins_url: str, home: Path, typed: str) -> None:
    async with at_the_counter(pins_url, home, ready=False) as counter:
        await counter.sees("Sign in", ACTING)
        await counter.press("shift+tab", "ctrl+u")
        entry = counter.app.screen.query_one("#who")
        await counter.until(lambda: not entry.value, "the name is empty")
        await counter.type(typed)
        await counter.until(lambda: entry.value == typed.rstrip("0123456789"), entry.value)


async def test_a_locked_screen_shows_nothing_and_comes_back_as_it_was(pins_url: str, home: Path) -> None:
    async with signed_in(pins_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("n")
        await counter.type("half a thou")
        await counter.at_rest()
        before = counter.screen()
        await counter.press("ctrl+l")
        await counter.sees("Locked", ACTING)
        await counter.at_rest()
        assert "Shari" not in counter.screen()
        assert "half a thou" not in counter.screen()
        await unlock(counter)
        await counter.until(lambda: counter.screen() == before, f"as it was before:\n{before}")
        await counter.type("ght")
        await counter.sees("half a thought")


async def test_another_person_goes_on_with_the_customer_and_not_with_the_words(pins_url: str, home: Path) -> None:
    async with signed_in(pins_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        who = counter.app.screen.view.customer.id
        mine = NoteTyped("between us two", visibility=Visibility.PRIVATE)
        await counter.ask(lambda desk: desk.notes.write(who, mine))
        await counter.press("f5")
        await counter.sees("between us two", where="notes")
        await counter.press("n")
        await counter.type("half a thou")
        await counter.press("ctrl+l")
        await counter.sees("Locked")
        await counter.press("shift+tab", "ctrl+u")
        await counter.type(f"pau\n{OTHER}\n")
        await counter.sees("Shari Caldwell", "Paul, clerk")
        await counter.sees_not("between us two")
        assert "half a thou" not in counter.screen()
        visit = await counter.ask(lambda desk: desk.visits.current())
        paul = await counter.ask(lambda desk: desk.session.employee)
        assert visit is not None
        assert paul is not None
        assert (visit.customer_id, visit.employee_id) == (who, paul.id)
        await counter.press("n")
        await counter.until(lambda: isinstance(counter.app.screen, Form), "the form is there")
        await counter.at_rest()
        assert counter.app.screen.values()["text"] == ""
        assert "half a thou" not in counter.screen()
        await counter.press("escape", "f8")
        await counter.type(f"stephen\n{PIN}\n")
        await counter.sees(f"{ACTING}, clerk", "between us two")
        await counter.press("n")
        await counter.sees("half a thou")


async def test_a_pin_typed_behind_the_name_is_not_shown(pins_url: str, home: Path) -> None:
    async with at_the_counter(pins_url, home, ready=False) as counter:
        await counter.sees("Sign in", ACTING)
        await counter.press("shift+tab", "ctrl+u")
        await counter.type(f"pau{OTHER}")
        assert OTHER[:2] not in counter.screen()
        await counter.press("enter")
        await counter.sees("Paul, clerk")


async def test_up_and_down_go_through_the_names(pins_url: str, home: Path) -> None:
    async with at_the_counter(pins_url, home, ready=False) as counter:
        await counter.sees("Sign in", ACTING)
        await counter.press(*["up"] * 2)
        await counter.sees("Paul")
        await counter.type(f"{OTHER}\n")
        await counter.sees("Paul, clerk")


async def test_without_pins_another_clerk_is_there_in_three_keys(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.press("f8", "p", "enter")
        await counter.sees("Opal Freeman", "Paul, clerk")
        await counter.type("iballooning\n")
        await counter.sees("interest ballooning", where="notes")
    with kept(demo_url):
        last = models.Journal.select().where(models.Journal.verb == "note.write").get()
        assert models.Employee.get_by_id(last.employee).name == "Paul"


async def test_f8_in_the_middle_of_a_form_and_esc_leave_it_as_it_was(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.press("n")
        await counter.type("half a thou")
        await counter.press("f8")
        await counter.sees("Who is at the desk?")
        await counter.press("escape")
        await counter.sees("half a thou", f"{ACTING}, clerk")


async def test_a_single_person_without_a_pin_hides_the_screen_until_enter(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("opal", "Opal Freeman")
        await counter.press("ctrl+l")
        await counter.sees("Locked", "Enter shows the desk again")
        await counter.type("x?/")
        await counter.at_rest()
        assert "Opal" not in counter.screen()
        await counter.press("enter")
        await counter.sees("Opal Freeman", where="header")


async def test_whoever_was_to_take_over_and_did_not_come_finds_it_locked(pins_url: str, home: Path) -> None:
    async with signed_in(pins_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("f8")
        await counter.sees("Who is at the desk?", "Esc back")
        counter.clock.tick(5)
        await counter.press("escape")
        await counter.sees("Locked")
        await counter.press("escape", "escape")
        await counter.at_rest()
        assert "Shari" not in counter.screen()
        await unlock(counter)
        await counter.sees("Shari Caldwell", where="header")


async def test_a_pin_typed_after_a_long_pause_counts_from_its_first_digit(pins_url: str, home: Path) -> None:
    async with signed_in(pins_url, home) as counter:
        await counter.press("ctrl+l")
        await counter.sees("Locked")
        counter.clock.tick(30)
        await unlock(counter)


def written(home: Path) -> list[bytes]:
    """Every file of drafts and of what is remembered."""
    return [each.read_bytes() for each in home.rglob("*") if each.is_file()]


async def test_a_pin_is_set_and_changed_and_written_into_no_file(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.press("f6")
        await counter.sees("Margaret Liu", "you", where="choices")
        await counter.press("p")
        await counter.sees("My PIN")
        await counter.type(f"{PIN}\t{OTHER}")
        assert PIN not in counter.screen()
        await counter.press("escape", "p")
        await counter.sees("My PIN", "Once more")
        assert set(counter.app.screen.values().values()) == {""}
        await counter.type(f"{PIN}\t{OTHER}\x13")
        await counter.sees("The two differ")
        await counter.press("escape", "p")
        await counter.type("123456\t123456\x13")
        await counter.sees("choose another")
        await counter.press("escape", "p")
        await counter.type(f"{PIN}\t{PIN}\x13")
        await counter.sees("Your PIN is set")
        await counter.until(lambda: counter.app.signing_in.pins_in_use, "PINs are in use")
        await counter.press("p")
        await counter.sees("Old PIN")
        await counter.type(f"{OTHER}\t{OTHER}\t{OTHER}\x13")
        await counter.sees("That is not the PIN of Margaret Liu")
    assert written(home)
    assert not [each for each in written(home) if PIN.encode() in each or OTHER.encode() in each or b"argon2" in each]


async def test_a_clerk_gives_nobody_else_a_pin_and_no_role(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("f6")
        await counter.sees("administrator", where="choices")
        await counter.press("p")
        await counter.type(f"{PIN}\t{PIN}\x13")
        await counter.sees("Let an administrator have a PIN first")
        await counter.press("escape", "e")
        await counter.sees("Stephen Okafor in the directory", "● clerk")
        assert not any(each in counter.read() for each in ("○ supervisor", "○ administrator"))


async def test_left_alone_it_locks_itself_where_there_are_pins(pins_url: str, home: Path) -> None:
    async with signed_in(pins_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        counter.clock.tick(4)
        await counter.press("n")
        counter.clock.tick(5)
        await counter.press("z")
        await counter.sees("Locked")
        await counter.at_rest()
        assert "Shari" not in counter.screen()
        await unlock(counter)
        await counter.sees("Note", "Shari Caldwell")
        assert counter.app.screen.values()["text"] == ""


async def test_left_alone_it_locks_itself_without_a_key(
    pins_url: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskui.ui.signing_in.LOOKS", 0.02)
    async with signed_in(pins_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        counter.clock.tick(5)
        await counter.sees("Locked")


async def test_after_a_sleep_it_is_locked_before_anything_else(pins_url: str, home: Path) -> None:
    async with signed_in(pins_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        counter.clock.tick(8 * 60)
        counter.app.app_resume_signal.publish(counter.app)
        await counter.sees("Locked")


async def test_without_pins_nobody_is_locked_out(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        counter.clock.tick(60)
        await counter.press("1")
        await counter.sees("Shari Caldwell", where="header")


async def test_what_ends_while_it_is_locked_is_told_afterwards(pins_url: str, home: Path) -> None:
    async with signed_in(pins_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        who = counter.app.screen.view.customer.id
        app, busy = counter.app, threading.Event()
        app.counter.aside(lambda _: busy.wait(10))
        app.write_soon(lambda desk: desk.notes.write(who, NoteTyped("late news")), "Late news of Shari saved")
        app.signing_in.lock()  # as the clock does, before that is written
        app.write_soon(lambda desk: desk.notes.write(who, NoteTyped("by nobody")), "Saved all the same")
        busy.set()
        await counter.sees("Locked")
        app.say("Shari is waiting")
        app.notify("Shari Caldwell is waiting")
        app.clear_notifications()
        app.push_screen(LockScreen.__base__())  # any screen that comes from behind
        await app.counter.answer_aside(lambda _: None)
        written = await app.counter.answer_aside(lambda _: _notes())
        assert ("late news" in written, "by nobody" in written) == (True, False)
        await counter.at_rest()
        assert isinstance(app.screen, LockScreen)
        assert "Shari" not in counter.screen()
        await unlock(counter)
        app.pop_screen()
        await counter.sees("late news", where="notes")
        await counter.sees("Somebody has to sign in here first")
    with kept(pins_url):
        last = models.Journal.select().where(models.Journal.verb == "note.write").order_by(-models.Journal.id).get()
        assert models.Employee.get_by_id(last.employee).name == ACTING


def _notes() -> set[str]:
    return {row.text for row in models.Note.select(models.Note.text)}


async def test_quitting_a_locked_desk_takes_two_keys_and_loses_no_text(pins_url: str, home: Path) -> None:
    async with signed_in(pins_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("n")
        await counter.type("half a thou")
        await counter.press("ctrl+l", "ctrl+q")
        await counter.sees("Ctrl+Q once more quits")
        assert "Shari" not in counter.screen()
        await counter.press("ctrl+q")
        await counter.until(lambda: counter.app._exit, "it is left")
    async with signed_in(pins_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("n")
        await counter.sees("half a thou")


KEYS: Final = (
    "ctrl+p f1 f2 escape tab shift+tab up down ctrl+c ctrl+n ctrl+s ctrl+r ctrl+j enter space a z R 8 pagedown"
).split()


def _hostile(rng: random.Random) -> str:
    """Any key of the desk, or one of those that steer dialogs."""
    commands = [key for each in DeskScreen.BINDINGS if isinstance(each, Binding) for key in each.key.split(",")]
    return rng.choice([*commands, *KEYS])


@pytest.mark.parametrize("seed", range(3))
async def test_nothing_of_a_customer_is_on_a_locked_screen_whatever_is_pressed(
    pins_url: str, home: Path, seed: int
) -> None:
    rng = random.Random(seed)
    async with signed_in(pins_url, home, rng.choice([NARROW, WIDE])) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press(*rng.choice([(), ("n",), ("f2",), ("p",), ("ctrl+p",), ("E",), ("O",)]))
        hidden = said_of_customers() | {"R-88213", "4471", "555"}
        await counter.press("ctrl+l")
        await counter.sees("Locked")
        for _ in range(60):
            what = rng.random()
            if what < 0.08:
                await counter.pilot.resize_terminal(*rng.choice([(80, 24), (160, 45), (60, 16), (5, 3), (210, 55)]))
            elif what < 0.14:
                paste = events.Paste("/R-88213\nshari caldwell\n" * rng.choice([1, 50]))
                paste.set_sender(counter.app)
                counter.app._driver.send_message(paste)  # type: ignore[union-attr]
            elif what < 0.2:
                await counter.type("/R-88213\n%B4111^CALDWELL")
            elif what < 0.25:
                counter.clock.tick(10)
            else:
                await counter.press(_hostile(rng))
            if counter.app._exit:
                return
            painted = "\n".join(rows(counter.app)).replace("R-88213", "")
            if not isinstance(counter.app.screen, LockScreen):
                pytest.fail(f"{counter.app.screen} is shown\n{painted}")
            typed = counter.app.screen.query_one("#who").value
            assert not [each for each in hidden if each in painted and each not in typed]
        assert (counter.app.title, counter.app.sub_title) == ("deskui", "")
