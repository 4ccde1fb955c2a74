"""Forms: typed text is never lost, a save happens once or not at all, and refusals say what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.note import NoteKind, Visibility
from deskui.domain.typed import NoteTyped
from tests.ui.driving import NARROW, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.note import Note
    from tests.ui.driving import Counter


async def note_form(counter: Counter, name: str = "Helen Vandermeer") -> None:
    await counter.open(name.split()[0], name)
    await counter.press("n")
    await counter.sees(f"Note on {name}")


def notes_of(desk: Desk, typed: str = "helen vandermeer") -> tuple[Note, ...]:
    return desk.customers.view(desk.lookup.find(typed)[0].customer_id).notes


@pytest.mark.parametrize("key", ["n", "i", "c", "o", "E"])
async def test_esc_leaves_and_the_text_comes_back(demo_url: str, home: Path, key: str) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("helen", "Helen Vandermeer")
        await counter.press(key)
        await counter.sees("Esc leave, text is kept")
        await counter.type("Half a thou")
        await counter.press("escape")
        await counter.sees_not("Half a thou")
        await counter.press(key)
        await counter.sees("Half a thou", "What you had typed is back")


async def test_text_of_several_lines_comes_back_as_it_was(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await note_form(counter)
        await counter.type("First line\n\nThird, ünïcode 漢字")
        await counter.press("escape")
        await counter.press("n")
        await counter.sees("What you had typed is back")
        await counter.save("Note saved")
    with kept(demo_url) as desk:
        assert [note.text for note in notes_of(desk)] == ["First line\n\nThird, ünïcode 漢字"]


async def test_a_draft_survives_the_app(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await note_form(counter)
        await counter.type("Comes on Thursdays\tp")
    async with at_the_counter(demo_url, home) as counter:
        await note_form(counter)
        await counter.sees("Comes on Thursdays", "● preference", "What you had typed is back")
        await counter.save("Note saved")
    async with at_the_counter(demo_url, home) as counter:
        await note_form(counter)
        assert counter.app.screen.values()["text"] == ""
    with kept(demo_url) as desk:
        assert [(note.text, note.kind) for note in notes_of(desk)] == [("Comes on Thursdays", NoteKind.PREFERENCE)]


async def test_each_customer_has_a_draft_of_their_own(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await note_form(counter)
        await counter.type("For Helen only")
        await counter.press("escape")
        await note_form(counter, "Opal Freeman")
        assert "For Helen only" not in counter.screen()


async def test_a_note_with_everything_is_kept_as_typed(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await note_form(counter)
        await counter.type("Gate is broken, ring twice\tc\tp\ttoday\t30 nov")
        await counter.press("enter")
        await counter.sees("! Gate is broken, ring twice", where="header")
    with kept(demo_url) as desk:
        (note,) = notes_of(desk)
        assert (note.kind, note.visibility, note.author) == (NoteKind.CAUTION, Visibility.PRIVATE, "Stephen Okafor")
        assert (str(note.alert_from), str(note.alert_until)) == ("2026-11-22", "2026-11-30")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "The note is empty; type it first."),
        ("A note\t\t\tsoon", "Alert from 'soon' is not understood; write tomorrow, fri or in 3 days."),
        ("A note\t\t\tfri\ttoday", "The alert ends before it begins; change one of the two days."),
    ],
)
async def test_bad_input_is_said_in_place_and_changes_nothing(
    demo_url: str, home: Path, typed: str, sentence: str
) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await note_form(counter)
        await counter.type(typed)
        await counter.press("ctrl+s")
        await counter.sees(sentence, where="foot")
        assert "…" not in counter.read("foot")
        assert counter.app.screen.values()["text"] == typed.split("\t")[0]
        await counter.press("escape", "n")
        await counter.sees("Note on Helen Vandermeer")
        assert counter.app.screen.values()["text"] == typed.split("\t")[0]
    with kept(demo_url) as desk:
        assert notes_of(desk) == ()


async def test_the_field_in_question_gets_the_cursor(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await note_form(counter)
        await counter.type("A note\t\t\t\twhenever")
        await counter.press("ctrl+s")
        await counter.sees("Alert until 'whenever' is not understood", where="foot")
        assert counter.app.focused is not None
        assert counter.app.focused.id == "alert_until"


async def test_what_is_refused_can_be_mended_and_saved(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("helen", "Helen Vandermeer")
        await counter.press("c")
        await counter.sees("Contact with Helen Vandermeer")
        await counter.type("Asked for a fitter\t\t\t\t\t\t\t\t\tlong")
        await counter.press("ctrl+s")
        await counter.sees("Minutes are a whole number from 0 to 1440.", where="foot")
        await counter.press("ctrl+u")
        await counter.type("12")
        await counter.save("Contact logged")
    with kept(demo_url) as desk:
        talk = desk.customers.view(desk.lookup.find("helen vandermeer")[0].customer_id).conversations.rows[0]
        assert (talk.summary, talk.minutes) == ("Asked for a fitter", 12)


async def test_an_interest_takes_one_line_and_enter(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("helen", "Helen Vandermeer")
        await counter.type("isailing boats\n")
        await counter.sees("Interest noted; u takes it back", where="keys")
        await counter.sees("interest sailing boats", where="notes")


async def test_saving_twice_writes_once(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await note_form(counter)
        await counter.type("Only once\x13\x13\x13")
        await counter.sees("Note saved", where="keys")
    with kept(demo_url) as desk:
        assert [note.text for note in notes_of(desk)] == ["Only once"]


async def test_a_save_handed_in_twice_is_recognised_by_its_key(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await note_form(counter)
        await counter.type("Only once")
        form = counter.app.screen
        await form._save(form.values(), 0)
        await form._save(form.values(), 0)
    with kept(demo_url) as desk:
        assert [note.text for note in notes_of(desk)] == ["Only once"]


async def two_editors(counter: Counter) -> None:
    """Ada changes the note that is open in the form of Stephen."""
    await counter.open("opal", "Opal Freeman")
    await counter.press("3", "enter")
    await counter.sees("Change a note on Opal Freeman", "genealogy")
    note = await counter.ask(lambda desk: notes_of(desk, "opal")[0])
    theirs = NoteTyped("genealogy, and now beekeeping", NoteKind.INTEREST)
    await counter.elsewhere(
        "Ada",
        lambda desk: desk.notes.edit(desk.lookup.find("opal")[0].customer_id, note.id, note.version, theirs),
    )
    await counter.press(*["up"] * 6, "home")
    await counter.type("still: ")
    await counter.press("ctrl+s")
    await counter.sees("Somebody else changed this meanwhile.", "genealogy, and now beekeeping", "still: genealogy")


async def test_the_second_editor_sees_both_and_may_keep_theirs(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await two_editors(counter)
        await counter.press("escape")
        await counter.sees_not("Change a note")
        await counter.press("f5")
        await counter.sees("genealogy, and now beekeeping", where="notes")
    with kept(demo_url) as desk:
        assert notes_of(desk, "opal")[0].text == "genealogy, and now beekeeping"


async def test_the_second_editor_sees_both_and_may_keep_his_own(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await two_editors(counter)
        await counter.save("Note saved")
        await counter.sees("still: genealogy", where="notes")
    with kept(demo_url) as desk:
        assert notes_of(desk, "opal")[0].text == "still: genealogy; writes to cousins in six countries"


async def test_a_write_goes_on_when_the_app_is_left_at_once(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await note_form(counter)
        await counter.type("Said, and gone")
        await counter.save("Note saved")
        await counter.press("ctrl+q")
    with kept(demo_url) as desk:
        assert [note.text for note in notes_of(desk)] == ["Said, and gone"]


async def test_what_is_typed_begins_below_each_other_in_every_field(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("n")
        await counter.sees("Note on Shari Caldwell")
        await counter.type("Zzz")
        await counter.sees("Zzz")
        lines = counter.screen().split("\n")
        begins = [next(line.index(words) for line in lines if words in line) for words in ("Zzz", "empty: no alert")]
        assert begins[0] == begins[1]


async def test_a_paste_that_does_not_fit_is_cut_and_said(demo_url: str, home: Path) -> None:
    from textual import events

    async with at_the_counter(demo_url, home) as counter:
        await counter.open("helen", "Helen Vandermeer")
        await counter.press("i")
        await counter.sees("What Helen Vandermeer cares about")
        assert counter.app.focused is not None
        counter.app.focused.post_message(events.Paste("two\nlines " + "x" * 500))
        await counter.sees("Only 200 of 510 pasted characters fit here.", where="foot")
        assert counter.app.screen.values()["text"].startswith("two lines xxx")
        assert len(counter.app.screen.values()["text"]) == 200


async def test_the_foot_says_what_enter_does_and_offers_no_other_field_where_there_is_none(
    demo_url: str, home: Path
) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("helen", "Helen Vandermeer")
        await counter.press("i")
        await counter.sees("Interest", where="label-text")
        assert "Enter save Esc leave" in counter.read("foot")
        await counter.press("escape", "A", "a")
        await counter.sees("Ctrl+S save Enter next Esc leave", where="foot")
        last = counter.app.screen.body.rows[-1]  # type: ignore[attr-defined]
        last.enter()
        await counter.sees("Enter, Ctrl+S save Esc leave", where="foot")
        await counter.press("escape", "escape", "n")
        await counter.sees("Ctrl+S save Tab next Esc leave", where="foot")


async def test_while_typing_what_takes_back_is_named_by_a_key_that_does(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("f7")
        await counter.type("Jo March")
        await counter.press("escape", "slash")
        assert counter.app.undo_key == "Ctrl+Z"
        await counter.open("helen", "Helen Vandermeer")
        assert counter.app.undo_key == "u"
        await counter.type("ikites\n")
        await counter.sees("Interest noted; u takes it back", where="keys")
        await counter.press("slash")
        await counter.until(lambda: getattr(counter.app.focused, "id", "") == "lookup", "the lookup has the focus")
        await counter.press("ctrl+z", "enter")
        await counter.sees("Taken back: note (kites) on Helen Vandermeer", where="keys")
