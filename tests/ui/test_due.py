"""The due list by keys: whose it is, what is done from it, and that it stays where it was."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from deskui.commands.own_keys import check_overrides
from deskui.domain.conversation import Channel, Direction
from deskui.domain.due.due_list import DueKind
from deskui.domain.due.follow_up import FollowUpKind
from deskui.domain.feedback import About, FeedbackKind
from deskui.domain.typed import ConversationTyped, FollowUpTyped, NoteTyped, PromiseTyped
from deskui.errors import Usage
from deskui.ui.panels.whose import whose_line
from tests.conftest import NOW
from tests.desk.counter import DAY, HOUR
from tests.desk.counter import Counter as Shop
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.domain.ids import CustomerId
    from tests.ui.driving import Counter

BOTH = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x45"])


def came_twice(shop: Shop, whom: CustomerId) -> None:
    for _ in range(2):
        shop.desk.conversations.log(whom, ConversationTyped("Where is it?", Channel.PHONE, Direction.IN))


@pytest.fixture
def shop_url(url: str) -> str:
    """A shop in which something of each kind is due for Ada, and some of it for Ben and Paul."""
    with closing((shop := Shop(url)).desk):
        shop.now = NOW - DAY
        shari, rosa, otto, vera = (
            shop.customer(name) for name in ("Shari Cole", "Rosa Lind", "Otto Ames", "Vera Pye")
        )
        promises, tasks = shop.desk.promises, shop.desk.follow_ups
        promises.make(shari, PromiseTyped("call back today 17:00"))
        row = promises.make(rosa, PromiseTyped("cable at the counter mon 17:00")).subject
        promises.move(row, NOW + 5 * HOUR, "the van is late", True)  # type: ignore[arg-type]
        tasks.add(otto, FollowUpTyped("ask the hub", shop.day("tomorrow")))
        tasks.add(vera, FollowUpTyped("how is the laptop?", shop.day("mon"), kind=FollowUpKind.OUTREACH))
        came_twice(shop, otto)
        shop.desk.act_as(shop.ben)
        case = shop.case(vera, owner=shop.ben)
        promises.make(vera, PromiseTyped("hub answers 30 nov 12:00", case_id=case))
        tasks.add(rosa, FollowUpTyped("reprint the coupon", shop.day("fri")))
        shop.desk.duty.hand_over(shop.case(shari, owner=shop.ben), shop.ada.id, "She prefers text.")
    return url


async def at_the_list(counter: Counter, *rows: str) -> None:
    """Go to the due list, and wait until it is there."""
    await counter.press("f2")
    await counter.sees(*(rows or ("Due for you",)), where="due")


async def to(counter: Counter, what: str) -> None:
    """Put the cursor on the row with that text."""
    await counter.press("home")
    for _ in range(30):
        item = counter.app.screen.pane.chosen
        if item is not None and what in (item.what, item.customer):
            return
        await counter.press("j")
    raise AssertionError(f"no row says {what}\n{counter.screen()}")


async def gone(counter: Counter, what: str) -> None:
    """Wait until no row says that any more."""
    await counter.until(lambda: what not in counter.read("due"), f"{what} is gone")


def order(counter: Counter) -> list[str]:
    """The headings and the kinds of rows as they stand below each other."""
    shown = [line.strip("│ ") for line in counter._lines("due")]  # and not of the customer beside it
    heads = ("Handed to you", "Overdue", "Today", "Tomorrow", "This week", "Later")
    found = []
    for line in shown:
        head = next((each for each in heads if line.startswith(f"{each}  ")), None)
        kind = next((each for each in DueKind if f" {each} " in line), None)
        found += [head] if head else [str(kind)] if kind else []
    return found


@BOTH
async def test_my_list_stands_in_groups_with_what_was_handed_to_me_first(
    shop_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(shop_url, home, size=size, employee="Ada") as counter:
        await at_the_list(counter)
        assert order(counter) == [
            *("Handed to you", "hand-over", "Overdue", "promise"),
            *("Today", "call", "promise", "follow-up", "Tomorrow", "outreach"),
        ]
        await counter.sees("Missing parcel · from Ben", "Sat 17:00", "now", "15:42", "today", where="due")
        await counter.sees("they contacted us 2x", ", moved 1x", where="due")
        said = "1 overdue · 2 due today · 1 call" if size == WIDE else "1 overdue · 2 today · 1 call · +2"
        await counter.sees("● mine", "○ the desk", said, where="whose")
        assert counter.line_of("call back").split()[-2:] != ["Ada", "Byron"]


@BOTH
async def test_the_counts_above_the_list_are_those_of_its_groups(url: str, home: Path, size: tuple[int, int]) -> None:
    with closing((shop := Shop(url)).desk):
        shop.now = NOW - DAY
        who = shop.customer()
        shop.desk.act_as(shop.ben)
        shop.desk.promises.make(who, PromiseTyped("call back today 17:00"))
        for when in ("tomorrow", "tue", "in 3 weeks"):
            shop.desk.follow_ups.add(who, FollowUpTyped("ask the hub", shop.day(when)))
        note = shop.desk.notes.write(who, NoteTyped("likes kites")).subject
        shop.desk.act_as(shop.ada)
        shop.desk.feedback.give(About.NOTE, note, FeedbackKind.COACH, "Say where from.")
        (looked,) = shop.desk.reviewing.next()
        shop.desk.verdicts.ask_to_fix(looked.item, "Where from?")
        shop.now = NOW
    wide = "1 for you to put right · 1 said to you · 1 overdue · 1 due today · 2 later"
    said = wide if size == WIDE else "1 to fix · 1 overdue · 1 today · +3"
    async with at_the_counter(url, home, employee="Ben", size=size) as counter:
        await at_the_list(counter, "For you to put right", "Said to you", "Overdue")
        await counter.until(lambda: said in counter.read("whose"), said + counter.read("whose"))
        assert ("later" in counter.read("whose")) == (size == WIDE)


def test_in_few_words_nothing_that_is_listed_under_its_own_heading_is_called_later() -> None:
    counts = (("said to you", 5), ("overdue", 1), ("tomorrow", 1), ("later", 1))
    short = "".join(each.text for part in (whose_line((), counts, 45),) for each in (*part.spans, *part.tail))
    assert short.strip() == "5 feedback · 1 overdue · 2 after today"


def test_what_has_no_room_is_counted_all_the_same() -> None:
    counts = (("handed to you", 2), ("for you to put right", 1), ("said to you", 5), ("overdue", 1), ("due today", 3))
    for width in range(6, 100):
        line = whose_line((), counts, width)
        words = "".join(each.text for each in (*line.spans, *line.tail)).replace("+", "")
        assert sum(int(each.split()[0]) for each in words.split("·") if each.strip()) == 12, (width, words)


@BOTH
async def test_the_desk_has_everybodys_with_the_owner_of_each(
    shop_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(shop_url, home, size=size, employee="Ada") as counter:
        await at_the_list(counter)
        await counter.press("2")
        await counter.sees("Due at this desk", "reprint the coupon", "hub answers", where="due")
        await counter.sees("● the desk", where="whose")
        assert " Ben" in counter.line_of("reprint the coupon")
        assert " you" in counter.line_of("call back")
        assert "hand-over" not in counter.read("due")
        await counter.press("1")
        await counter.sees("Due for you", where="due")


async def test_a_colleague_is_chosen_and_tab_goes_between_mine_and_the_desks(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_list(counter)
        await counter.press("3")
        await counter.sees("Whose list", "Ben", "Paul")
        await counter.press("enter")
        await counter.sees("Due for Ben", "reprint the coupon", "hub answers", where="due")
        await counter.sees("● Ben", where="whose")
        assert "call back" not in counter.read("due")
        for shown in ("Due for you", "Due at this desk", "Due for you"):
            await counter.press("tab")
            await counter.sees(shown, where="due")
        await counter.press("3", "j", "enter")
        await counter.sees("Nothing is due for Paul.", where="due")


@BOTH
async def test_three_keys_open_a_customer_and_f2_comes_back_to_the_same_row(
    shop_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(shop_url, home, size=size, employee="Ada") as counter:
        await counter.press("f2", "down", "enter")
        await counter.until(lambda: counter.opened() == "Shari Cole", "the customer of the second row")
        await counter.sees("Shari Cole", where="header")
        await counter.press("f2", "2")
        await to(counter, "hub answers")
        await counter.press("enter")
        await counter.sees("Vera Pye", where="header")
        await counter.sees("Missing parcel", where="case")
        await counter.press("f2")
        await counter.sees("Due at this desk", where="due")
        assert counter.app.screen.pane.chosen.what == "hub answers"
        await counter.press("f2")
        await counter.sees("Vera Pye", where="header")


async def test_a_row_that_is_gone_when_i_come_back_leaves_the_cursor_on_the_next(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_list(counter)
        await to(counter, "cable at the counter")
        await counter.press("escape")
        row = next(each for each in await counter.ask(lambda desk: desk.due.mine()) if each.moved)
        await counter.elsewhere("Ben", lambda desk: desk.due.settle(row))
        await at_the_list(counter)
        assert counter.app.screen.pane.chosen.what == "ask the hub"


@BOTH
async def test_x_settles_each_in_its_way_and_the_cursor_stays_in_place(
    shop_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(shop_url, home, size=size, employee="Ada") as counter:
        await at_the_list(counter)
        for what, said, after in (
            ("call back", "Kept 17 h 42 min late: call back, Shari Cole; u takes it back", None),
            ("ask the hub", "Follow-up done: ask the hub", "how is the laptop?"),
            ("how is the laptop?", "Outreach done: how is the laptop?", "cable at the counter"),
            ("Missing parcel", "Hand-over acknowledged: Missing parcel", None),
        ):
            await to(counter, what)
            await counter.press("x")
            await counter.sees(said[: size[0] - 6], where="keys")
            await gone(counter, what)
            assert after is None or counter.app.screen.pane.chosen.what == after
        assert order(counter) == ["Today", "call", "promise"]
    with kept(shop_url, "Ada") as desk:
        assert [each.kind for each in desk.due.mine()] == [DueKind.CALL, DueKind.PROMISE]


async def test_keys_typed_ahead_settle_row_by_row(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_list(counter)
        await counter.type("xx")
        await counter.until(lambda: order(counter)[0] == "Today", "the first two are settled")
    with kept(shop_url, "Ada") as desk:
        assert [each.kind for each in desk.due.mine()] == ["call", "promise", "follow-up", "outreach"]


async def test_u_takes_back_what_was_settled_and_it_is_listed_again(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_list(counter)
        await to(counter, "call back")
        await counter.press("x")
        await counter.sees("Kept 17 h 42 min late", where="keys")
        await counter.press("u")
        await counter.sees("Take back: promise kept (call back) on Shari Cole")
        await counter.press("enter")
        await counter.sees("Taken back", where="keys")
        await counter.sees("call back", where="due")


async def test_x_on_a_call_says_what_settles_it(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada", keys={"log": "f7"}) as counter:
        await at_the_list(counter)
        await to(counter, "Otto Ames")
        await counter.press("x")
        await counter.sees("Reaching them settles a call we owe; F7 logs it.", where="keys")


async def test_somebody_who_was_faster_is_told_and_the_row_goes(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_list(counter)
        await to(counter, "call back")
        row = counter.app.screen.pane.chosen
        await counter.elsewhere("Ben", lambda desk: desk.due.settle(row))
        await counter.press("x")
        await counter.sees("That promise is kept already", where="keys")
        await gone(counter, "call back")


@BOTH
@pytest.mark.usefixtures("impatient")
async def test_what_others_settle_or_add_is_seen_without_a_key(
    shop_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(shop_url, home, size=size, employee="Ada") as counter:
        await at_the_list(counter)
        await to(counter, "cable at the counter")
        first = next(each for each in await counter.ask(lambda desk: desk.due.mine()) if each.promise_id)
        await counter.elsewhere("Ben", lambda desk: desk.due.settle(first))
        await gone(counter, first.what)
        assert counter.app.screen.pane.chosen.what == "cable at the counter"


@pytest.mark.usefixtures("impatient")
async def test_overdue_comes_by_the_clock(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_list(counter)
        await counter.sees("1 overdue · 2 due today · 1 call", where="whose")
        counter.clock.tick(6 * 60)
        await counter.sees("2 overdue · 1 due today · 1 call", where="whose")


async def test_a_follow_up_gets_another_day_that_is_read_back(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_list(counter)
        await to(counter, "ask the hub")
        await counter.press("P")
        await counter.sees("Another day", "ask the hub  Otto Ames")
        await counter.type("blue")
        await counter.press("enter")
        await counter.sees("blue", where="hint-due_on")
        await counter.press(*["backspace"] * 4)
        await counter.type("in 2 weeks")
        await counter.sees("Sun 6 Dec, in 14 days")
        await counter.press("enter")
        await counter.sees("Moved; u takes it back", where="keys")
        await counter.until(lambda: order(counter)[-2:] == ["Later", "follow-up"], "it is due later")
        assert counter.app.screen.pane.chosen.what == "ask the hub"


async def test_a_promise_is_moved_in_the_list_of_promises(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_list(counter)
        await to(counter, "call back")
        await counter.press("P")
        await counter.sees("Promised to Shari Cole", "call back")
        await counter.press("escape")
        await counter.sees("Due for you", where="due")
        await to(counter, "Otto Ames")
        await counter.press("P")
        await counter.sees("Only promises and follow-ups can be moved", where="keys")


async def called(counter: Counter, customer: str, summary: str, *keys: str) -> None:
    """Log a call to the customer on that row, after those keys in the row of choices `Reached`."""
    await to(counter, customer)
    await counter.press("c")
    await counter.sees(f"Contact with {customer}", "● phone", "● we contacted them")
    await counter.type(summary)
    await counter.press("tab", "tab", "tab", "tab", *keys, "ctrl+s")


async def test_c_logs_the_call_that_we_owe_and_it_is_owed_no_more(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_list(counter)
        await called(counter, "Otto Ames", "The hub has it, and he knows.")
        await counter.sees("Contact logged; u takes it back", where="keys")
        await counter.until(lambda: "call" not in order(counter), "nothing is owed")
    with kept(shop_url, "Ada") as desk:
        whom = next(each.customer_id for each in desk.due.mine() if each.customer == "Otto Ames")
        talk = desk.customers.view(whom).conversations.rows[0]
        assert (talk.direction, talk.channel, talk.reached) == (Direction.OUT, Channel.PHONE, True)


async def test_a_call_that_reaches_them_settles_an_outreach_and_one_that_does_not_leaves_it(
    shop_url: str, home: Path
) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_list(counter)
        await called(counter, "Vera Pye", "No answer.", "n")
        await counter.sees("Contact logged", where="keys")
        await counter.sees("how is the laptop?", where="due")
        await called(counter, "Vera Pye", "It does well.")
        await counter.sees("Call logged, outreach done: how is the laptop?", where="keys")
        await gone(counter, "how is the laptop?")


async def test_an_empty_shop_says_what_to_do(url: str, home: Path) -> None:
    with closing(Shop(url).desk):
        pass
    async with at_the_counter(url, home, size=NARROW, employee="Ada", keys={"find": "f9"}) as counter:
        await at_the_list(counter)
        await counter.sees("Nothing is due for you.", "F9 finds a customer", "2 shows what is due", where="due")
        await counter.press("x")
        await counter.sees("Nothing is due here", where="keys")
        await counter.press("2")
        await counter.sees("Nothing is due.", where="due")
        await counter.press("enter", "escape")
        await counter.until(lambda: not hasattr(counter.app.screen, "pane") or counter.app.screen.at_home, "the desk")


@pytest.mark.parametrize("taken", ["c", "1", "slash", "f2", "P"])
def test_a_key_that_means_something_in_the_list_cannot_be_given_twice(taken: str) -> None:
    with pytest.raises(Usage, match="to both"):
        check_overrides({"settle": taken}, "config.toml")
    check_overrides({"settle": "n", "note": "z"}, "config.toml")


async def test_f5_reads_again_and_s_shows_the_staff(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_list(counter)
        row = next(each for each in await counter.ask(lambda desk: desk.due.mine()) if each.promise_id)
        await counter.elsewhere("Ben", lambda desk: desk.due.settle(row))
        await counter.press("f5")
        await counter.sees("Read again", where="keys")
        await gone(counter, row.what)
        await counter.press("s")
        await counter.sees("Paul")
        await counter.press("escape")
        await counter.sees("Due for you", where="due")


@pytest.mark.parametrize("leave", ["escape", "q", "f2"])
async def test_it_comes_and_goes_by_its_keys(shop_url: str, home: Path, leave: str) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_list(counter)
        await counter.press(leave)
        await counter.sees("Newest customers", where="results")


async def test_the_lookup_is_one_key_away(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_list(counter)
        await counter.type("/rosa\n")
        await counter.sees("Rosa Lind", where="header")


async def test_help_and_palette_say_what_works_here(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_list(counter)
        await counter.press("question_mark")
        await counter.sees("In the due list", "Kept, done or acknowledged", "needs an open customer")
        await counter.press("escape", "n")
        await counter.sees("Note: Enter opens the customer first.", where="keys")
        await counter.press("ctrl+p")
        await counter.type("what is due for everybody")
        await counter.sees("What is due for everybody")
        await counter.press("enter")
        await counter.sees("Due at this desk", where="due")


async def test_the_palette_and_n_lead_back_to_the_desk(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_list(counter)
        await counter.press("ctrl+p")
        await counter.type("look somebody up")
        await counter.sees("Look somebody up, from anywhere")
        await counter.press("enter")
        await counter.until(lambda: getattr(counter.app.focused, "id", "") == "lookup", "the lookup has the focus")
        await at_the_list(counter)
        await counter.press("N")
        await counter.sees("New customer")
        await counter.press("escape")
        await counter.sees("Newest customers", where="results")


async def test_its_keys_do_nothing_on_the_desk_but_say_where_they_work(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        counter.app.screen.run_command("settle")
        await counter.sees("That works in the due list; F2 goes there.", where="keys")


async def test_own_keys_work_in_the_list(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada", keys={"settle": "d", "due": "f9"}) as counter:
        await counter.press("f9")
        await counter.sees("d settle", where="keys")
        await counter.press("d")
        await counter.sees("Hand-over acknowledged", where="keys")


async def test_the_customer_under_the_cursor_stands_beside_a_wide_list(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_list(counter)
        await counter.sees("Shari Cole", where="preview")
        await to(counter, "cable at the counter")
        await counter.sees("Rosa Lind", where="preview")


@BOTH
async def test_a_list_of_a_thousand_scrolls_and_says_how_many_are_below(
    url: str, home: Path, size: tuple[int, int]
) -> None:
    with closing((shop := Shop(url)).desk):
        whom = [shop.customer(f"Customer {each}") for each in range(10)]
        for each in range(1000):
            shop.desk.follow_ups.add(
                whom[each % 10], FollowUpTyped(f"task {each:03}", shop.day(f"in {1 + each // 100} days"))
            )
    async with at_the_counter(url, home, size=size, employee="Ada") as counter:
        await at_the_list(counter, "task 000")
        below = 1000 - sum("task " in line for line in counter.screen().split("\n"))
        await counter.sees("Of each kind" if below == 0 else f"{below} below", where="due")
        await counter.press("end")
        await counter.sees("task 999", where="due")
        assert "below" not in counter.screen().split("\n")[-2]
        await counter.press("x")
        await gone(counter, "task 999")
        assert counter.app.screen.pane.chosen.what == "task 989"


@BOTH
async def test_esc_on_a_customer_of_the_list_comes_back_to_its_row_and_q_goes_home(
    shop_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(shop_url, home, size=size, employee="Ada") as counter:
        await counter.find("shari")
        await at_the_list(counter)
        await to(counter, "ask the hub")
        await counter.press("enter")
        await counter.sees("Otto Ames", where="header")
        await counter.press("escape")
        await counter.sees("Due for you", where="due")
        assert counter.app.screen.pane.chosen.what == "ask the hub"
        await counter.press("enter")
        await counter.sees("Otto Ames", where="header")
        await counter.press("q")
        await counter.until(lambda: counter.app.screen.at_home, "the lookup")
        await counter.open("rosa", "Rosa Lind")
        await counter.press("escape")
        await counter.until(lambda: counter.app.screen.at_home, "the lookup again")


async def test_what_was_said_of_one_customer_does_not_stand_below_another(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada") as counter:
        await at_the_list(counter)
        await to(counter, "Missing parcel")
        await counter.press("x")
        await counter.sees("Hand-over acknowledged", where="keys")
        await to(counter, "ask the hub")
        await counter.press("enter")
        await counter.sees("Otto Ames", where="header")
        await counter.sees("/ find", where="keys")
        assert "acknowledged" not in counter.screen()


async def test_the_key_table_of_the_list_has_each_key_once(shop_url: str, home: Path) -> None:
    async with at_the_counter(shop_url, home, employee="Ada", size=(160, 120)) as counter:
        await at_the_list(counter)
        await counter.press("question_mark")
        await counter.sees("What is due for a colleague", "Go to the case", where="table")
        text = counter.read("table")
        for missing in ("Go to the history", "Go to the conversations", "Go to the personal notes", "Next panel"):
            assert missing not in text
        await counter.press("escape", "escape", "f1")
        await counter.sees("Go to the history", "What is due for me", where="table")


@BOTH
async def test_the_columns_stay_where_they_are_when_the_longest_row_goes(
    shop_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(shop_url, home, size=size, employee="Ada") as counter:
        await at_the_list(counter)
        before = counter.line_of("ask the hub")
        for what in ("cable at the counter", "Missing parcel", "how is the laptop?"):
            await to(counter, what)
            await counter.press("x")
            await gone(counter, what)
        columns = [counter.line_of("ask the hub").index(text) for text in ("follow-up", "ask the hub", "Otto Ames")]
        assert columns == [before.index(text) for text in ("follow-up", "ask the hub", "Otto Ames")]
