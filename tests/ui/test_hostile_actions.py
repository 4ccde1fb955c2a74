"""Twenty things an impatient hand does: after each the desk is whole, and no text that was typed is lost."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

import pytest
from textual import events

from deskui.ui.screens.desk import DeskScreen
from tests.ui.driving import NARROW, at_the_counter

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from deskui.desk.desk import Desk
    from tests.ui.driving import Counter

    Action = Callable[[Counter], Awaitable[None]]

TEXT: Final = "Half a sentence about the parcel"
SHARI: Final = ("shari", "Shari Caldwell")
NAMED_KEYS: Final = (
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "shift+tab", "enter"),
    *("backspace", "delete", "f2", "f5", "f6", "ctrl+n", "ctrl+a", "ctrl+e", "ctrl+k", "ctrl+w", "ctrl+z"),
)


async def half_typed(counter: Counter) -> None:
    """A note on Shari that is not saved yet."""
    await counter.open(*SHARI)
    await counter.press("n")
    await counter.sees("Note on Shari Caldwell")
    await counter.type(TEXT)
    await counter.sees(TEXT)


async def paste(counter: Counter, text: str) -> None:
    """As from a terminal that marks pastes."""
    assert counter.app._driver is not None
    counter.app._driver.send_message(events.Paste(text))
    await counter.settled()


async def notes_of_shari(counter: Counter) -> list[str]:
    """All that is kept of her."""

    def read(desk: Desk) -> list[str]:
        return [each.text for each in desk.customers.view(desk.lookup.find("shari caldwell")[0].customer_id).notes]

    return await counter.ask(read)


async def keys_mashed_during_a_save(counter: Counter) -> None:
    await half_typed(counter)
    counter._send("ctrl+s")
    await counter.type("asdf jkl; \x13\x13 qwertz uiop")
    await counter.press("escape", "escape", "escape")
    assert (await notes_of_shari(counter)).count(TEXT) == 1


async def save_pressed_ten_times(counter: Counter) -> None:
    await half_typed(counter)
    await counter.type("\x13" * 10)
    assert (await notes_of_shari(counter)).count(TEXT) == 1


async def enter_pressed_ten_times_behind_a_promise(counter: Counter) -> None:
    await counter.open(*SHARI)
    await counter.type("psend the form tomorrow noon" + "\n" * 10)
    promised = await counter.ask(
        lambda desk: desk.promises.of_customer(desk.lookup.find("shari caldwell")[0].customer_id)
    )
    assert [each.promise.what for each in promised].count("send the form") <= 1


async def a_megabyte_into_the_lookup(counter: Counter) -> None:
    await paste(counter, "every word she wrote\n" * 50_000)
    await counter.sees("pasted characters fit here", where="keys")
    await counter.press("escape")


async def a_megabyte_into_a_note(counter: Counter) -> None:
    await half_typed(counter)
    await paste(counter, "every word she wrote\n" * 50_000)
    await counter.sees("characters fit here")
    await counter.press("escape")


async def a_megabyte_into_a_line(counter: Counter) -> None:
    await counter.open(*SHARI)
    await counter.press("i")
    await counter.sees("cares about")
    await paste(counter, "x" * 1_000_000)
    await counter.sees("characters fit here")


async def the_window_resized_under_a_form(counter: Counter) -> None:
    await half_typed(counter)
    for size in ((20, 5), (1, 1), (300, 90), (40, 10), (160, 45)):
        await counter.pilot.resize_terminal(*size)
    await counter.sees("Note on Shari Caldwell", TEXT)


async def the_window_resized_between_letters(counter: Counter) -> None:
    await counter.open(*SHARI)
    await counter.press("n")
    for place, sign in enumerate(TEXT):
        await counter.press("space" if sign == " " else sign)
        if place % 5 == 0:
            await counter.pilot.resize_terminal(60 + 7 * place, 20 + place)
    await counter.pilot.resize_terminal(160, 45)
    await counter.sees(TEXT)


async def the_same_customer_opened_twice_at_once(counter: Counter) -> None:
    await counter.type("/shari\n/shari\n\n")
    await counter.until(lambda: counter.opened() == "Shari Caldwell", "she is open")
    visits = await counter.ask(lambda desk: desk.visits.current())
    assert visits is not None


async def esc_at_every_step(counter: Counter) -> None:
    await half_typed(counter)
    for keys in ("", "c", "p", "t", "f", "i", "E", "A", "P", "W", "H", "S", "a", "r", "o", "s", "T"):
        await counter.press("escape")
        await counter.until(lambda: len(counter.app.screen_stack) <= 2, "the dialog is closed")
        if keys:
            await counter.press(keys)
    await counter.press("escape")


async def quit_in_the_middle_of_a_word(counter: Counter) -> None:
    await half_typed(counter)
    await counter.press("ctrl+q")
    await counter.settled()


async def a_code_scanned_into_a_note(counter: Counter) -> None:
    await half_typed(counter)
    await counter.type("/R-88213\n")
    await counter.sees(f"{TEXT}/R-88213")


async def the_palette_opened_over_a_form(counter: Counter) -> None:
    await half_typed(counter)
    await counter.press("ctrl+p", "escape", "f1", "escape", "f2", "escape")


async def the_due_list_opened_while_a_customer_is_on_the_way(counter: Counter) -> None:
    await counter.type("/shari\n")
    for _ in range(6):
        counter._send("f2")
    await counter.settled()
    await counter.press("escape")


async def undo_pressed_like_a_drum(counter: Counter) -> None:
    await counter.open(*SHARI)
    before = await notes_of_shari(counter)
    await counter.type("iroses\x13" + "u" * 12)
    await counter.press("escape")
    assert [text for text in await notes_of_shari(counter) if text != "roses"] == before


async def tab_pressed_without_end(counter: Counter) -> None:
    await half_typed(counter)
    await counter.type("\t" * 60)
    await counter.sees("Note on Shari Caldwell", TEXT)


async def a_long_list_gone_through_in_a_hurry(counter: Counter) -> None:
    await counter.open("ingrid", "Ingrid Thorvaldsen")
    await counter.press("2")
    for key in ("end", "home", "pagedown", "pagedown", "end", "pageup", "home", "end") * 3:
        counter._send(key)
    await counter.settled()
    talks = counter.app.screen.pane.talks
    await counter.until(lambda: len(talks.rows) == talks.total, "all of it")


async def the_colours_changed_over_a_form(counter: Counter) -> None:
    await half_typed(counter)
    for name in ("textual-light", "nord", "textual-dark"):
        counter.app.theme = name
        await counter.settled()
    await counter.sees("Note on Shari Caldwell", TEXT)


async def a_colleague_changes_the_same_note(counter: Counter) -> None:
    await half_typed(counter)
    await counter.press("ctrl+s")
    await counter.sees("Note saved", where="keys")

    def change(desk: Desk) -> None:
        view = desk.customers.view(desk.lookup.find("shari caldwell")[0].customer_id)
        note = next(each for each in view.notes if each.text == TEXT)
        desk.notes.withdraw(view.customer.id, note.id, note.version)

    await counter.elsewhere("Ada", change)
    await counter.press("n")
    await counter.type(TEXT)


async def random_keys_for_a_while(counter: Counter) -> None:
    await half_typed(counter)
    chance = random.Random(20)
    letters = "abcdefghijklmnoprstvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ0123456789 .,;!?"
    for _ in range(150):
        counter._send(chance.choice(NAMED_KEYS) if chance.random() < 0.4 else chance.choice(letters))
    await counter.settled()


ACTIONS: Final[tuple[Action, ...]] = (
    keys_mashed_during_a_save,
    save_pressed_ten_times,
    enter_pressed_ten_times_behind_a_promise,
    a_megabyte_into_the_lookup,
    a_megabyte_into_a_note,
    a_megabyte_into_a_line,
    the_window_resized_under_a_form,
    the_window_resized_between_letters,
    the_same_customer_opened_twice_at_once,
    esc_at_every_step,
    quit_in_the_middle_of_a_word,
    a_code_scanned_into_a_note,
    the_palette_opened_over_a_form,
    the_due_list_opened_while_a_customer_is_on_the_way,
    undo_pressed_like_a_drum,
    tab_pressed_without_end,
    a_long_list_gone_through_in_a_hurry,
    the_colours_changed_over_a_form,
    a_colleague_changes_the_same_note,
    random_keys_for_a_while,
)

LEAVES_TEXT: Final = {
    a_megabyte_into_a_note,
    the_window_resized_under_a_form,
    the_window_resized_between_letters,
    esc_at_every_step,
    quit_in_the_middle_of_a_word,
    a_code_scanned_into_a_note,
    the_palette_opened_over_a_form,
    tab_pressed_without_end,
    the_colours_changed_over_a_form,
    a_colleague_changes_the_same_note,
}
"""Those that leave a note half typed, which must be there again."""


async def is_whole(counter: Counter) -> None:
    """Every dialog can be left, and somebody else can be looked up and opened."""
    await counter.until(lambda: counter.app._opening == 0, "no dialog is on its way")
    for _ in range(12):
        if isinstance(counter.app.screen, DeskScreen):
            break
        await counter.press("escape")
    assert isinstance(counter.app.screen, DeskScreen), counter.screen()
    await counter.find("opal")
    await counter.press("enter")
    await counter.until(
        lambda: counter.opened() == "Opal Freeman" or "logged for" in counter.screen(), "Opal, or why not"
    )
    if counter.opened() != "Opal Freeman":
        await counter.press("enter")
    await counter.until(lambda: counter.opened() == "Opal Freeman", "Opal")


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.__name__)
async def test_the_desk_is_whole_after(demo_url: str, home: Path, action: Action) -> None:
    async with at_the_counter(demo_url, home, size=NARROW if action is esc_at_every_step else (160, 45)) as counter:
        await action(counter)
        if not counter.app._exit:
            await is_whole(counter)


@pytest.mark.parametrize("action", [each for each in ACTIONS if each in LEAVES_TEXT], ids=lambda each: each.__name__)
async def test_half_typed_text_is_there_again_after(demo_url: str, home: Path, action: Action) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await action(counter)
    async with at_the_counter(demo_url, home) as counter:
        await counter.open(*SHARI)
        await counter.press("n")
        await counter.sees("Note on Shari Caldwell")
        assert TEXT in counter.app.screen.values()["text"]
