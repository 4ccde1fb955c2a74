"""The board as it is painted: every mark means one thing, what fits is whole, and each is offered what is theirs."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.demo.staff import ACTING, SUPERVISOR
from deskui.domain.board.charts import Moment, charts
from deskui.domain.board.figures import FEW, NOT_COMPARED, WILL_STAND, table
from deskui.domain.board.groups import Group, Level, Scope
from deskui.domain.board.measures import Cell, Measure, Source
from deskui.domain.board.period import Period, last_days
from deskui.domain.board.rows import BoardRow
from deskui.domain.conversation import Channel, Direction
from deskui.domain.ids import CustomerId
from deskui.domain.profile import Profile
from deskui.domain.typed import ConversationTyped
from deskui.store import models
from deskui.ui.panels.board import group_items
from deskui.ui.panels.board_charts import hours_lines, shades_of
from deskui.ui.panels.board_rows import row_items
from tests import postgres
from tests.ui.driving import NARROW, WIDE, at_the_counter
from tests.ui.test_hostile import HOSTILE

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.board import Board
    from deskui.desk.desk import Desk
    from deskui.ui.lines import Item, Line
    from tests.ui.driving import Counter

SIZES = pytest.mark.parametrize("size", [NARROW, WIDE])


def text(line: Line) -> str:
    return "".join(each.text for each in (*line.spans, *line.tail))


def whole(items: list[Item]) -> list[str]:
    return [text(line) for item in items for line in item.lines]


def _board(desk: Desk) -> Board:
    return desk.board.read(last_days(30, desk.session.today(desk.now())))


async def at_the_board(counter: Counter, *texts: str) -> None:
    await counter.press("f4")
    await counter.sees("Board: ", *texts)


# --- busy hours ------------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 5000), max_size=60))
def test_each_count_has_one_shade_and_each_shade_a_range_of_its_own(counts: list[int]) -> None:
    shades = shades_of(counts)
    assert len({each.shade for each in shades}) == len(shades) <= 4
    assert all(one.most < next_one.least for one, next_one in pairwise(shades))
    for each in filter(None, counts):
        assert sum(shade.least <= each <= shade.most for shade in shades) == 1
    for shade in shades:
        assert any(shade.least <= each <= shade.most for each in counts), "a shade that stands for nothing"
    if len(few := sorted({*counts} - {0})) <= 4:
        assert [each.words for each in shades] == [f"{each:,}" for each in few]


@pytest.mark.parametrize("width", [76, 71, 40])
@pytest.mark.parametrize("most", [1, 3, 7, 900])
def test_the_map_of_hours_shows_no_shade_that_it_does_not_explain(most: int, width: int) -> None:
    day = date(2026, 11, 16)
    moments = [
        Moment(day + timedelta(days=at % 7), 7 + at % 13, Measure.THEY_US, 1 + at * 7 % most)
        for at in range(0, 91, 2)
    ]
    lines = hours_lines(charts(moments, Period(day, day + timedelta(days=6))), width)
    assert len(lines) == 8, "as many as there are in the smallest of panes"
    assert max(len(text(line)) for line in lines) < width
    explained = ["".join(each.text for each in line.tail).strip() for line in lines[1:]]
    assert explained[0] == "· none"
    painted = {sign for line in lines for each in line.spans for sign in each.text}
    assert painted & set("·░▒▓█") == {each[0] for each in explained if each}


# --- what is offered to whom -----------------------------------------------------------------------------


@SIZES
async def test_a_clerk_is_offered_no_level_that_is_not_theirs(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, employee=ACTING, size=size) as counter:
        await at_the_board(counter, "Board: you", "your own figures")
        assert "level" not in counter.read("keys")
        assert not any(words in counter.read("whose") for words in ("desk", "kinds", "clerks"))
        for key in ("tab", "1", "2", "3"):
            await counter.press(key)
            await counter.sees("Only a supervisor sees the board of others; this is yours.", where="keys")
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=size) as counter:
        await at_the_board(counter, "Board: the whole desk")
        await counter.sees("Tab level", "e save", "Esc back", where="keys")
        await counter.sees("desk", "kinds", "clerks", where="whose")


async def test_a_figure_has_one_name_on_every_board(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        board = await counter.ask(_board)
    names = [[told.title for told in table(group)] for group in (board.group, *board.kinds, *board.clerks)]
    assert all(each == names[0] for each in names)


def _of_my_own(desk: Desk) -> int:
    me = desk.session.actor.employee_id
    return int(models.ReviewItem.select().where(models.ReviewItem.author == me).count())


async def test_what_waits_for_any_supervisor_is_what_waits_for_me_and_what_i_wrote(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        counts = await counter.ask(lambda desk: desk.reviewing.counts())
        own = await counter.ask(_of_my_own)
        board = await counter.ask(_board)
        told = {each.figure.id: each for each in table(board.group)}
        assert told["waiting"].number == counts.waiting + own > own > 0
        await at_the_board(counter)
        await counter.press("end", "k", "enter")
        await counter.sees(f"waiting for any supervisor: {counts.waiting + own}", "a new author")


# --- rows behind a number --------------------------------------------------------------------------------


def row(what: str, clerk: str = "Ben", note: str = "phone, they to us") -> BoardRow:
    at = datetime(2026, 11, 20, 17, 5, tzinfo=UTC)
    return BoardRow(Source.TALK, 1, at, CustomerId(1), "Theophilus Featherstonehaugh", None, 1043, clerk, what, note)


LONG = "Explained how to claim for the parcel that the hub has not seen since Tuesday, and what the form is for."


@SIZES
async def test_what_is_behind_a_number_stands_there_in_full(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=size) as counter:
        for width in (74, 100):
            lines = whole(row_items([row(LONG)], 1, counter.app.scene(), width))
            assert max(map(len, lines)) <= width
            assert LONG in " ".join(" ".join(lines).split())
            short = whole(row_items([row("No.", note="")], 1, counter.app.scene(), width))
            assert (len(short), short[1].strip()) == (2, "Ben")
            assert len(whole(row_items([row("No.", clerk="", note="")], 1, counter.app.scene(), width))) == 1
        wanted = await counter.ask(lambda desk: desk.board.rows(_they(), last_days(30, counter.clock.now.date())))
        await at_the_board(counter)
        await counter.press(*"jjjjjjjjj", "enter")
        await counter.sees(f"they contacted us: {len(wanted)}")
        for each in (one for one in wanted if one.what.isascii() and one.what.isprintable()):
            await counter.holds(" ".join(each.what.split()), where="choices")


def _they() -> Any:
    from deskui.domain.board.figures import figure

    return figure("they")


# --- what stands on it -----------------------------------------------------------------------------------


@SIZES
async def test_it_is_said_once_what_is_not_compared(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=size) as counter:
        await at_the_board(counter, "Board: the whole desk", NOT_COMPARED)
        for key in ("1", "2", "3", "end"):
            await counter.press(key)
            assert counter.screen().count(NOT_COMPARED) == 1


async def test_only_the_level_on_the_screen_is_told_apart(demo_url: str, home: Path) -> None:
    """The other levels take the engine twice as long."""
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await at_the_board(counter, "Board: the whole desk")
        for key, title, shown in (
            ("1", "the whole desk", (False, False)),
            ("2", "by kind of case", (True, False)),
            ("3", "by clerk", (False, True)),
            ("enter", "Ben", (False, False)),
        ):
            await counter.press(key)
            await counter.sees(f"Board: {title}")
            board = counter.app.screen.board
            assert (bool(board.kinds), bool(board.clerks)) == shown, title


def test_a_group_has_its_whole_name_where_there_is_room_and_its_numbers_beside_it() -> None:
    name = "Repair under the warranty of a dealer"
    groups = [Group(Scope(Level.KIND, (each,)), each) for each in (name, "parcel")]
    for width in (200, 90, 74):
        lines = whole(group_items(groups, width))
        assert (name in lines[2]) == (width > 80)
        assert all(len(line) <= width for line in lines)
        assert all(line.endswith(f" {FEW}") for line in lines[2:])


def test_the_columns_of_groups_say_what_they_count_and_more_of_them_stand_where_there_is_room() -> None:
    parcel = Group(Scope(Level.KIND, ("parcel",)), "parcel")
    for measure, number in ((Measure.KEPT_EARLY, 7), (Measure.BROKEN, 2), (Measure.CLOSED, 6), (Measure.WAIVED, 3)):
        parcel.add(Cell(False, None, "parcel", measure, number))
    above, heads, row = whole(group_items([parcel], 70))
    assert " ".join(above.split()) == "promises they we to came open"
    assert " ".join(heads.split()) == "kept of due to us them again visits now"
    assert " ".join(row.split()) == "parcel 7 of 9 0 0 0 0 0"
    above, heads, row = whole(group_items([parcel], 91))
    assert heads.endswith("  closed     given  early")
    assert row.split()[-3:] == ["6", "3", "7"]
    assert whole(group_items([parcel], 130))[1].endswith("  on time")


async def test_beside_the_list_of_groups_there_is_room_for_more_columns(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=WIDE) as counter:
        await at_the_board(counter)
        await counter.press("3")
        await counter.sees("Board: by clerk", "closed given early", where="figures")


def test_the_hours_of_the_map_stand_apart_from_each_other() -> None:
    day = date(2026, 11, 16)
    drawn = charts([Moment(day, hour, Measure.THEY_US, 1) for hour in (7, 20)], Period(day, day))
    for width in (76, 71, 60, 45):
        head = text(hours_lines(drawn, width)[0])
        assert {int(each) for each in head.split()} <= set(range(7, 21)), head
        assert len(head.split()) >= 4


async def test_names_are_whole_where_there_is_room(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await at_the_board(counter, "Board: the whole desk")
        await counter.sees("at the advised time or looser", where="charts")


@SIZES
async def test_an_empty_shop_is_told_what_will_stand_here_and_sees_it_once_it_does(
    url: str, home: Path, size: tuple[int, int]
) -> None:
    from deskui.desk.opening import open_desk

    with closing(open_desk(url)) as desk:
        desk.shop.set_up("Alder", "Desk 1", "Ada", zone="America/Denver")
    async with at_the_counter(url, home, employee="Ada", size=size) as counter:
        await at_the_board(counter, "Nothing was counted in these days", *WILL_STAND)
        await counter.sees("p chooses other days")
        assert NOT_COMPARED not in counter.screen()
        for key in ("2", "3", "enter", "c"):
            await counter.press(key)
            await counter.sees("Nothing was counted in these days")
        await counter.press("1")

        def come(desk: Desk) -> None:
            whom: Any = desk.customers.create(Profile("Opal Freeman")).subject
            desk.conversations.log(whom, ConversationTyped("came", Channel.COUNTER, Direction.IN))

        await counter.ask(come)
        await counter.press("f5")
        await counter.holds("they contacted us 1", where="figures")
        await counter.sees("kept early", where="charts")


@SIZES
async def test_a_hostile_kind_of_case_is_painted_as_it_was_typed(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    with postgres.plain(demo_url) as database:
        mark = "%s" if postgres.SERVER else "?"
        database.execute(f'UPDATE "case" SET kind = {mark}', (HOSTILE["markup"],))
    async with at_the_counter(demo_url, home, employee=SUPERVISOR, size=size) as counter:
        await at_the_board(counter)
        await counter.press("2")
        await counter.sees("Board: by kind of case", "[red]red[/red] [/ [@click", where="figures")
        await counter.press("enter")
        await counter.sees("Board: [red]red[/red] [/ [@click=app.quit]quit", where="figures")
        assert counter.app.is_running


async def test_the_demo_shows_a_board_that_nobody_takes_for_broken(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        board = await counter.ask(_board)
    assert not [each.label for each in board.groups(Level.KIND) if "[" in each.label]


async def test_all_levels_are_saved_though_one_is_shown(demo_url: str, home: Path, tmp_path: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        counter.app.files = tmp_path / "out"
        board = await counter.ask(_board)
        await at_the_board(counter)
        await counter.press("3", "enter")
        await counter.sees(f"Board: {board.clerks[0].label}")
        await counter.press("e", "j", "j", "enter")
        await counter.sees("Board saved as", where="keys")
        (saved,) = counter.app.files.glob("board-*.csv")
    groups = {tuple(line.split(",")[:2]) for line in saved.read_text("utf-8-sig").splitlines()[1:]}
    wanted = [("whole desk", board.group), *(("kind of case", each) for each in board.kinds)]
    wanted += [("clerk", each) for each in board.clerks]
    assert groups == {(level, each.label) for level, each in wanted}
