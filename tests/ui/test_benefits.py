"""Benefits by keys: given, redeemed in part and by code, agreed to by PIN, and never painted as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.demo.staff import SUPERVISOR
from deskui.domain.benefits.benefit import BenefitKind, EntryKind, Worth
from deskui.domain.benefits.typed import BenefitTyped, TypeTyped
from deskui.domain.ids import BenefitId, BenefitTypeId
from deskui.domain.money import Money
from deskui.domain.staff import Role
from deskui.store import models
from tests.ui.driving import NARROW, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.staff import Employee

GIFT = "GB-7745"


def supervisor(desk: Desk) -> Employee:
    found = [each for each in desk.shop.staff() if each.name == "Margaret Liu"]
    assert found[0].may_act_as(Role.SUPERVISOR)
    return found[0]


def give_pins(desk: Desk, pin: str) -> None:
    """PINs for Margaret Liu, who administers the shop from now on, and for whoever is acting, who stays."""
    manager, me = supervisor(desk), desk.session.employee
    assert me is not None
    models.Employee.update(role="administrator").where(models.Employee.id == manager.id).execute()
    desk.post.act_as(supervisor(desk))
    desk.signing.set_pin(manager.id, pin)
    desk.signing.set_pin(me.id, "975318")
    desk.post.act_as(me)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_clerk_gives_what_its_kind_allows_with_everything_filled_in(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("B")
        await counter.sees("A benefit for Shari Caldwell", "Premier", "supervisor gives it", "10% off a purchase")
        assert counter.screen().index("Premier  tier perk") < counter.screen().index("10% off a purchase")
        await counter.press("j", "enter")
        await counter.sees("10% off a purchase for Shari Caldwell", "one is made where it is empty")
        await counter.type("sc-2026")
        await counter.save("Given: SC-2026; u takes it back")
        await counter.press("1")
        await counter.sees("o 10% SC-2026", where="history")
        await counter.press("B", "enter")
        await counter.press("ctrl+s")
        await counter.sees("Only a supervisor gives Premier; ask one to sign in here with F8.")
    with kept(demo_url) as desk:
        view = desk.benefits.by_code("SC 2026")
        assert (view.benefit.given_by, view.benefit.case_id is not None) == ("Stephen Okafor", True)
        assert view.days_left(desk.benefits.today()) == 90


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_more_than_the_kind_says_is_said_while_typed_and_agreed_to_by_pin(
    demo_url: str, home: Path, size: tuple[int, int]
) -> None:
    pin = "482915"
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.ask(lambda desk: give_pins(desk, pin))
        await counter.open("shari", "Shari Caldwell")
        await counter.press("B", "j", "enter")
        await counter.sees("10% off a purchase for Shari Caldwell", "Their PIN")
        assert "a supervisor agrees" not in counter.screen()
        await counter.press("shift+tab", "ctrl+u")
        await counter.type("25%\tsc-2026\tnever")
        await counter.sees("! a higher value and no end: a supervisor agrees", "below, by their PIN")
        await counter.press("ctrl+s")
        await counter.sees("A clerk gives 10% off a purchase as its kind says;", "a higher value and no end")
        for _ in range(20):
            if counter.app.focused is not None and counter.app.focused.id == "pin":
                break
            await counter.press("tab")
        await counter.type(pin)
        await counter.save("Given: SC-2026; u takes it back")
        assert pin not in counter.screen()
    with kept(demo_url) as desk:
        view = desk.benefits.by_code("SC-2026")
        assert (view.benefit.worth.percent, view.benefit.expires) == (2500, None)
        entry = desk.benefits.ledger(view.benefit.id)[0]
        assert (entry.by, entry.agreed_by) == ("Stephen Okafor", "Margaret Liu")


async def test_a_supervisor_is_not_told_that_a_supervisor_gives_it(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("B")
        await counter.sees("A benefit for Shari Caldwell", "Premier")
        assert "supervisor gives it" not in counter.screen()


async def test_without_a_pin_the_form_says_that_a_supervisor_has_to_sign_in(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("B", "j", "enter")
        await counter.press("shift+tab", "ctrl+u")
        await counter.type("5%")
        await counter.type("\t\tnever")
        await counter.sees("! no end: a supervisor has to sign in here with F8")
        assert "Their PIN" not in counter.screen()


async def test_a_balance_is_redeemed_in_part_and_more_than_is_left_is_refused(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open(GIFT, "Constance Abernathy")
        assert counter.app.screen.row[0] == "benefit"
        await counter.press("enter", "x")
        await counter.type("30\n")
        await counter.sees("Only $29.50 is left on GB-7745.")
        await counter.press("ctrl+u")
        await counter.type("€10\n")
        await counter.sees("This benefit is in USD; € is another currency.")
        await counter.press("ctrl+u")
        await counter.type("9.50\n")
        await counter.sees("Redeemed; $20.00 is left on GB-7745; u takes it back")
        await counter.press("x")
        await counter.type("all\n")
        await counter.sees("✓ $50.00 GB-7745", "used up")
        await counter.press("u", "enter")
        await counter.sees("o $20.00 GB-7745")


async def test_what_may_be_passed_on_is_redeemed_by_its_code_for_somebody_else(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("b", "o")
        await counter.type("xk-2291")
        await counter.sees("XK-2291 is another customer's, not to be passed on.")
        await counter.press("ctrl+u")
        await counter.type("tv 6638\t5\n")
        await counter.sees("Redeemed; $20.00 is left on TV-6638")
    with kept(demo_url) as desk:
        view = desk.benefits.by_code("TV-6638")
        assert view.rest == Money("USD", 2000)
        assert desk.benefits.ledger(view.benefit.id)[-1].reason == "for C-1001"


async def test_a_second_reissue_asks_for_the_pin_of_a_supervisor(demo_url: str, home: Path) -> None:
    pin = "482915"

    def prepare(desk: Desk) -> None:
        give_pins(desk, pin)
        desk.benefits.reissue(desk.benefits.by_code("XK-2291").benefit.id)

    async with at_the_counter(demo_url, home) as counter:
        await counter.ask(prepare)
        await counter.open("delia", "Delia Montrose")
        await counter.press("b", "r")
        await counter.sees("was reissued before. A supervisor has to agree")
        await counter.type("111111\n")
        await counter.sees("PIN")
        await counter.until(lambda: "VOID, now" in counter.screen(), "one reissue")
        await counter.press("ctrl+u")
        await counter.type(f"{pin}\n")
        await counter.sees("The new code is")
        assert pin not in counter.screen()
    with kept(demo_url) as desk:
        first = desk.benefits.by_code("XK-2291")
        chain = [each for each in desk.benefits.of_customer(first.benefit.customer_id) if each.benefit.code]
        assert len(chain) == 3
        entries = [each for view in chain for each in desk.benefits.ledger(view.benefit.id)]
        agreed = [each.agreed_by for each in entries if each.kind is EntryKind.REISSUED]
        assert sorted(map(bool, agreed)) == [False, True]
        newest = desk.benefits.ledger(max(each.benefit.id for each in chain))
        assert [each.agreed_by for each in newest] == ["Margaret Liu"]


async def test_without_any_pin_a_clerk_is_told_that_a_supervisor_has_to_sign_in(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.ask(lambda desk: desk.benefits.reissue(desk.benefits.by_code("XK-2291").benefit.id))
        await counter.open("delia", "Delia Montrose")
        await counter.press("b", "r")
        await counter.sees("Reissued before; without PINs, a supervisor signs in with F8.")


async def test_hostile_titles_and_choices_are_text(demo_url: str, home: Path) -> None:
    nasty = "[bold]Perk[/] [@click=app.quit]x[/]"

    def give(desk: Desk) -> None:
        me = desk.session.employee
        assert me is not None
        desk.post.act_as(supervisor(desk))
        typed = TypeTyped(
            nasty, BenefitKind.PERK, Worth(), noun="[/]", choices=("[red]a", "[/b]"), picks=1, terms=nasty
        )
        made = BenefitTypeId(desk.benefit_types.add(typed).subject)
        who = desk.lookup.find("shari")[0].customer_id
        BenefitId(desk.benefits.give(who, BenefitTyped(made, code="HX-1000")).subject)
        desk.post.act_as(me)

    async with at_the_counter(demo_url, home) as counter:
        await counter.ask(give)
        await counter.open("shari", "Shari Caldwell")
        await counter.sees("[bold]Perk[/] [@click=app.quit]x[/]: 1st [/] not chosen", where="header")
        await counter.press("b", "enter")
        await counter.sees(nasty, "[/]")
        await counter.press("escape", "c")
        await counter.sees("[red]a", "[/b]")
        await counter.press("enter")
        await counter.sees("[red]a counts from today")
        await counter.press("p")
        await counter.sees("[red]a")
