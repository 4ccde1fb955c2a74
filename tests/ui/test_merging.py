"""Merging two customers by keys: whom, what stays of which, and where everybody lands afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from deskui.domain.merging import MergeTyped
from deskui.domain.profile import Profile
from deskui.domain.typed import NoteTyped
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from tests.ui.driving import Counter

DELIA, TWICE = "Delia Montrose", "Delia Montros"


async def merged(counter: Counter) -> None:
    """Delia, open, with whoever is her as well merged into her."""
    await counter.open("delia", DELIA)
    await counter.press("M")
    await counter.sees("May be the same person", TWICE, "same phone, similar name")
    await counter.press("enter")
    await counter.sees(f"Merge {DELIA} and {TWICE}", "Number stays", "GOLD since 2019", "SILVER since 2018")
    await counter.save("C-1073 is C-1005 from now on; u takes it back")


def merge_elsewhere(desk: Desk) -> Done:
    """Somebody at another desk merges the two."""
    ids = [desk.lookup.find(number)[0].customer_id for number in ("C-1005", "C-1073")]
    versions = {each: desk.merging.party(each).customer.version for each in ids}
    return desk.merging.merge(MergeTyped(ids[0], ids[1], versions))


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_two_are_made_one_and_the_old_number_leads_there(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await merged(counter)
        await counter.sees("also C-1073 (merged today by you)", where="header")
        await counter.sees("GOLD since 2019", '"Dee"', where="header")
        await counter.open("c-1073", DELIA)
        await counter.open("20318", DELIA)
        await counter.press("u")
        await counter.sees("merge of two customers on Delia Montrose")
        await counter.press("enter")
        await counter.sees("Taken back: merge of two customers", where="keys")
        await counter.sees_not("also C-1073", where="header")
        await counter.open("c-1073", TWICE)


async def test_the_values_chosen_by_the_arrows_stay(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("delia", DELIA)
        await counter.press("M", "enter")
        await counter.sees("Number stays")
        await counter.press("right", "tab", "right", "tab", "right")
        await counter.save("C-1005 is C-1073 from now on")
        await counter.sees(TWICE, "text first", where="header")
        await counter.sees("also C-1005", where="header")
        assert counter.opened() == TWICE
        await counter.until(counter.has_visit, "the visit goes on with the one who stays")
    with kept(demo_url) as desk:
        (hit,) = desk.lookup.find("C-1005")
        assert (hit.number, hit.name) == ("C-1073", TWICE)


async def test_somebody_else_is_looked_up_inside_the_dialog(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("helen", "Helen Vandermeer")
        await counter.press("M")
        await counter.sees("Nobody looks alike")
        await counter.type("zzzzqqq")
        await counter.sees("Nobody found for zzzzqqq")
        await counter.press("ctrl+u")
        await counter.type("C-1073")
        await counter.sees(TWICE, where="choices")
        await counter.press("enter")
        await counter.sees(f"Merge Helen Vandermeer and {TWICE}")
        await counter.press("escape")
        await counter.sees("Helen Vandermeer", where="header")


async def test_the_one_who_is_open_is_not_offered(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("helen", "Helen Vandermeer")
        await counter.press("M")
        await counter.type("vandermeer")
        await counter.sees("Nobody found for vandermeer")
        await counter.press("enter")
        await counter.sees("Merge Helen Vandermeer with")


async def test_they_are_separated_again_from_the_same_key(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await merged(counter)
        await counter.press("M")
        await counter.sees("Merged already", "C-1073", "merged today by you")
        await counter.press("enter")
        await counter.sees(f"Separate {TWICE}, C-1073, again?")
        await counter.press("enter")
        await counter.sees("C-1073 is a customer of their own again", where="keys")
        await counter.sees_not("also C-1073", where="header")
        await counter.open("c-1073", TWICE)


async def test_a_desk_that_shows_the_one_who_went_lands_on_the_one_who_stays(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=WIDE) as counter:
        await counter.open("c-1073", TWICE)
        await counter.press("n")
        await counter.sees(f"Note on {TWICE}")
        await counter.elsewhere("Ada", merge_elsewhere)
        await counter.type("Wants the fridge door turned.")
        await counter.save("C-1073 is C-1005 now: merged today by Ada")
        await counter.sees(DELIA, "also C-1073 (merged today by Ada)", where="header")
        await counter.sees("Wants the fridge door turned.", where="notes")
        await counter.until(counter.has_visit, "the visit goes on with the one who stays")


async def test_what_was_half_typed_about_the_one_who_went_comes_back_with_the_one_who_stays(
    demo_url: str, home: Path
) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("c-1073", TWICE)
        await counter.press("n")
        await counter.type("Wants the fridge door turned.")
        await counter.press("escape")
        await counter.elsewhere("Ada", merge_elsewhere)
        await counter.press("f5")
        await counter.sees(DELIA, where="header")
        await counter.press("n")
        await counter.sees(f"Note on {DELIA}", "Wants the fridge door turned.", "What you had typed is back")


async def test_two_half_typed_notes_both_come_back_one_after_the_other(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        for typed, name, text in (("delia", DELIA, "Her own note."), ("c-1073", TWICE, "The other note.")):
            await counter.open(typed, name)
            await counter.press("n")
            await counter.type(text)
            await counter.press("escape")
        await counter.elsewhere("Ada", merge_elsewhere)
        await counter.press("f5")
        await counter.sees(DELIA, where="header")
        await counter.press("n")
        await counter.sees("Her own note.")
        await counter.save("Note")
        await counter.sees("Her own note.", where="notes")
        await counter.press("n")
        await counter.sees("The other note.")


async def test_a_merge_that_somebody_else_made_meanwhile_is_refused_with_a_sentence(
    demo_url: str, home: Path
) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("delia", DELIA)
        await counter.press("M", "enter")
        await counter.sees("Number stays")
        await counter.elsewhere("Ada", merge_elsewhere)
        await counter.press("ctrl+s")
        await counter.sees("C-1073 was merged into C-1005 meanwhile by Ada; look at that one first.", where="foot")
        await counter.press("escape")
        await counter.press("f5")
        await counter.sees("also C-1073 (merged today by Ada)", where="header")


async def test_one_who_stands_at_another_desk_is_named_before_they_are_merged(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:

        def open_there(desk: Desk) -> Done:
            here, desk.post.session = desk.post.session, replace(desk.post.session, desk="Desk 7")
            done = desk.visits.open(desk.lookup.find("C-1073")[0].customer_id)
            desk.post.session = here
            return done

        await counter.elsewhere("Ada", open_there)
        await counter.open("delia", DELIA)
        await counter.press("M", "enter")
        await counter.sees(f"{TWICE} is at Desk 7 now; their visit goes on with whoever")


async def test_hostile_text_of_two_customers_is_shown_as_it_is(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:

        def spoil(desk: Desk) -> Done:
            whom = desk.lookup.find("C-1073")[0].customer_id
            who = desk.customers.view(whom).customer
            before = Profile.of(who)
            desk.notes.write(whom, NoteTyped("[/]"))
            return desk.customers.edit(whom, who.version, before, replace(before, prefers="[b]text[/] [@click=x]"))

        await counter.elsewhere("Ada", spoil)
        await counter.open("delia", DELIA)
        await counter.press("M", "enter")
        await counter.sees("[b]text[/] [@click=x]")
