"""What the journal shows of a change of the set-up: what changed, before and after, and nothing that stayed."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from deskui.desk.limits import LimitTyped
from deskui.desk.verb import Verb
from deskui.domain.benefits.benefit import BenefitKind, Worth
from deskui.domain.benefits.typed import TypeTyped
from deskui.domain.goodwill.goodwill import GoodwillKind, GoodwillTyped
from deskui.domain.kinds import KindOf
from deskui.domain.manual.typed import ArticleTyped
from deskui.domain.note import Visibility
from deskui.domain.outreach.rule import RuleTyped
from deskui.domain.review.item import Subject
from deskui.domain.shop import ShopTyped
from deskui.domain.staff import EmployeeTyped, Role
from deskui.domain.steps.step_list import ListKind
from deskui.domain.steps.template import TemplateTyped
from deskui.domain.typed import NoteTyped, RulesTyped
from deskui.domain.working_hours.typed import week_typed
from deskui.store import models
from deskui.ui.panels.journal import entry_lines, journal_items
from deskui.ui.panels.scene import Scene
from tests.desk.counter import Counter as Shop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.domain.ids import CustomerId
    from deskui.domain.working_hours.opening import Week
    from deskui.store.entry import Entry
    from deskui.ui.lines import Line


@pytest.fixture
def shop(url: str) -> Iterator[Shop]:
    with closing((made := Shop(url)).desk):
        yield made


def words(line: Line) -> str:
    return "".join(each.text for each in (*line.spans, *line.tail)).strip()


def shown(shop: Shop, width: int = 110) -> list[str]:
    """What the newest entry wrote, as its page has it below who did it, and above the digest."""
    newest = shop.desk.journal.page(shop.desk.journal.asked("")).rows[0].number
    scene = Scene(shop.now, shop.desk.session.zone, "US", shop.desk.session.employee)
    lines = [words(each) for each in entry_lines(shop.desk.journal.entry(newest), scene, width)]
    return [each for each in lines[2:] if each and not each.startswith("digest ")]


def rules(shop: Shop, words: str, first: str = "10") -> None:
    shop.desk.reviewing.set_rules(RulesTyped(words, "10", first, "12"), shop.desk.reviewing.rules().version)


def week(text: str) -> Week:
    found = week_typed(text)
    assert found is not None
    return found


def test_of_the_sensitive_words_those_that_came_and_went(shop: Shop) -> None:
    known = shop.desk.reviewing.rules().words
    rules(shop, f"{known}\nhospice, palliative care", "5")
    assert shown(shop) == [
        "shop, changed",
        "first items of everybody new: 10 → 5",
        "sensitive words",
        "added: hospice, palliative care",
    ]
    rules(shop, known.replace("karen, ", ""), "5")
    assert shown(shop) == [
        "shop, changed",
        "sensitive words",
        "taken out: karen, hospice, palliative care",
    ]
    rules(shop, shop.desk.reviewing.rules().words, "5")
    assert shown(shop) == ["It changed nothing."]


def test_of_the_hours_and_holidays_of_the_shop(shop: Shop) -> None:
    shop.desk.duty.set_hours(week("mon-fri 8-17"), [date(2026, 12, 25)])
    assert shown(shop) == [
        "shop, changed",
        "holidays",
        "added: 2026-12-25",
        "hours: mon-sat 9-18 → mon-fri 8-17",
    ]
    shop.desk.duty.set_hours(week("mon-fri 8-17"), [date(2026, 12, 25), date(2027, 1, 1)])
    assert shown(shop) == ["shop, changed", "holidays", "added: 2027-01-01"]


def test_of_the_shop_itself(shop: Shop) -> None:
    shop.desk.shop_details.edit(1, ShopTyped("Alder & Co", "America/Denver", "US", "USD"))
    assert shown(shop) == ["shop, changed", "name: Alder → Alder & Co"]


def test_of_a_colleague(shop: Shop) -> None:
    ben = shop.desk.directory.person(shop.ben.id)
    shop.desk.directory.edit(ben, EmployeeTyped("Ben", Role.SUPERVISOR, skills="trains, kites"))
    shop.desk.directory.edit(
        shop.desk.directory.person(shop.ben.id), EmployeeTyped("Ben", Role.SUPERVISOR, skills="kites, bicycles")
    )
    assert shown(shop) == ["employee, changed", "skills", "added: bicycles", "taken out: trains"]
    shop.desk.duty.set_hours_of(shop.desk.directory.person(shop.ben.id), week("mon 9-12"))
    assert shown(shop) == ["employee, changed", "hours: when the desk is open → mon 9-12"]
    shop.desk.duty.switch(shop.desk.directory.person(shop.ben.id), False)
    assert shown(shop) == ["employee, changed", "here: yes → no"]


def test_of_those_who_stand_in_only_who_came_and_went(shop: Shop) -> None:
    def stand_in(names: str) -> None:
        ada = shop.desk.directory.person(shop.ada.id)
        shop.desk.directory.edit(ada, EmployeeTyped("Ada", Role.ADMINISTRATOR, deputies=names))

    stand_in("Ben")
    stand_in("Ben, Paul")
    assert shown(shop) == ["deputy (Ada, Paul), added", "deputy: Paul", "employee: Ada"]
    stand_in("Ben")
    assert shown(shop) == ["deputy (Ada, Paul), taken away"]
    stand_in("Paul, Ben")
    ada = next(each for each in shop.desk.directory.everybody() if each.employee.id == shop.ada.id)
    assert [each.employee.name for each in ada.deputies] == ["Paul", "Ben"]


def test_of_a_limit_whose_it_is_and_which_bound_in_money(shop: Shop) -> None:
    for per_act in ("40", "45"):
        newest = next(iter(shop.desk.limits.in_force()), None)
        typed = LimitTyped(role=Role.CLERK, kind=GoodwillKind.WAIVE_FEE, per_act=per_act, per_clerk="150")
        shop.desk.limits.set(typed, None if newest is None else newest.id)
    assert shown(shop) == ["limit (clerk, waive fee), changed", "for each act: $40.00 → $45.00"]


def test_of_a_kind(shop: Shop) -> None:
    kind = shop.desk.kinds.add(KindOf.CASE, "framing").subject
    shop.desk.kinds.rename(kind, 1, "picture framing")  # type: ignore[arg-type]
    assert shown(shop) == [
        "kind, changed",
        "called before",
        "added: framing",
        "title: framing → picture framing",
    ]
    shop.desk.kinds.retire(kind, 2)  # type: ignore[arg-type]
    assert shown(shop) == ["kind, taken away"]


def test_of_a_checklist_against_the_version_that_held(shop: Shop) -> None:
    first = TemplateTyped(ListKind.CHECKLIST, "Spring cleaning", "windows\nfloors of all rooms upstairs", "parcel")
    shop.desk.steps.add_template(first)
    family = next(each.family for each in shop.desk.steps.templates() if each.title == "Spring cleaning")
    shop.desk.steps.edit_template(family, 1, replace(first, lines="doors"))
    shop.undo()
    shop.desk.steps.edit_template(family, 1, replace(first, lines="windows\ncurtains"))
    assert shown(shop) == [
        "checklist or guide (Spring cleaning), changed",
        "steps",
        "added: curtains",
        "taken out: floors of all rooms upstairs",
    ]


def test_of_a_rule_of_outreach(shop: Shop) -> None:
    rule = RuleTyped("Missed", days="200", tiers="gold")
    shop.desk.outreach.rules.add(rule)
    family = next(each.family for each in shop.desk.outreach.rules.rules() if each.title == "Missed")
    shop.desk.outreach.rules.edit(family, 1, replace(rule, days="180", tiers="gold, silver"))
    assert shown(shop)[1:] == ["days: 200 → 180", "tiers", "added: silver"]


def test_of_a_kind_of_benefit(shop: Shop) -> None:
    typed = TypeTyped("Winter coupon", BenefitKind.COUPON, Worth(1000))
    kind = shop.desk.benefit_types.add(typed).subject
    shop.desk.benefit_types.edit(kind, 1, replace(typed, worth=Worth(1250), by_clerk=True))  # type: ignore[arg-type]
    assert shown(shop) == ["kind of benefit, changed", "clerks give it: no → yes", "percent: 10% → 12.5%"]


def test_of_an_article_the_lines_that_came_and_went(shop: Shop) -> None:
    typed = ArticleTyped("policy", "Truck rental", "It costs $40.\nAsk for the licence.", tags="truck")
    article = shop.desk.manual.add(typed).subject
    text = "It costs $45.\nAsk for the licence."
    shop.desk.manual.revise(article, 1, replace(typed, text=text, why="dearer"))  # type: ignore[arg-type]
    assert shown(shop) == [
        "version of an article (Truck rental), changed",
        "text",
        "added: It costs $45.",
        "taken out: It costs $40.",
        "why: nothing → dearer",
    ]


def test_an_amount_without_a_currency_of_its_own_is_money_all_the_same(shop: Shop) -> None:
    who = shop.customer()
    shop.desk.act_as(shop.ben)
    asked = shop.desk.approvals.ask(who, GoodwillTyped(GoodwillKind.WAIVE_FEE, "we were late", "90")).subject
    shop.desk.act_as(shop.ada)
    shop.desk.approvals.approve(asked, "60")  # type: ignore[arg-type]
    assert "amount: $60.00" in shown(shop)
    assert not [each for each in shown(shop) if "6000" in each]


def test_an_amount_is_in_the_currency_of_its_own_row_or_of_what_that_belongs_to(shop: Shop) -> None:
    who = shop.customer()

    def work(entry: Entry) -> tuple[int, CustomerId]:
        entry.update(models.Customer, who, 1, spend_minor=12_000, spend_currency="EUR")
        entry.update(models.Customer, who, 2, spend_minor=12_500)
        placed = {"number": "R-1", "placed_at": entry.at, "currency": "GBP", "created_at": entry.at}
        order = entry.insert(models.Order, customer=who, total_minor=1_950, **placed)
        return entry.insert(models.OrderLine, order=order, position=1, name="cable", price_minor=1_950), who

    shop.desk.customers.perform(Verb("order.add"), None, work)
    found = shown(shop)
    assert [each for each in found if each.startswith(("spend: ", "total: ", "price: "))] == [
        "spend: nothing → €120.00",
        "spend: €120.00 → €125.00",
        "total: £19.50",
        "price: £19.50",
    ]


def test_a_long_note_is_shown_to_its_end(shop: Shop) -> None:
    shop.desk.notes.write(shop.customer(), NoteTyped(" ".join(f"word{each}" for each in range(300))))
    assert "word299" in " ".join(shown(shop, 70))


def test_the_first_entry_of_a_new_shop_is_told_as_a_person_would(shop: Shop) -> None:
    rows = shop.desk.journal.page(shop.desk.journal.asked("")).rows
    scene = Scene(shop.now, shop.desk.session.zone, "US", shop.desk.session.employee)
    first = words(journal_items(rows, scene, 110)[-1].lines[0])
    assert first.split("  ", 1)[1].split() == ["first", "start", "shop", "set", "up", "(Alder)"]
    assert "nobody" not in first


def test_of_a_redaction_in_words_what_went_and_why_and_no_digest_of_it(shop: Shop) -> None:
    shop.desk.act_as(shop.ben)
    note = shop.desk.notes.write(shop.customer(), NoteTyped("likes kites, and secrets")).subject
    shop.desk.act_as(shop.ada)
    item = shop.desk.verdicts.to_redact(Subject.NOTE, note)
    shop.desk.verdicts.redact(item, "secrets", "not ours to keep")
    found = shown(shop)
    assert "text of the note redacted, before and after are gone" in found
    assert {"verdict, added", "about: note", "comment: not ours to keep"} <= set(found)
    assert not [each for each in found if each.startswith(("was", "now", "entry", "row", "erasure"))]


def test_of_a_look_what_was_looked_at_without_numbers_of_rows(shop: Shop) -> None:
    who = shop.customer()
    shop.desk.act_as(shop.ben)
    shop.desk.notes.write(who, NoteTyped("between us", visibility=Visibility.PRIVATE))
    shop.desk.act_as(shop.ada)
    shop.desk.visits.open(who)
    found = shown(shop)
    look = found[found.index("look, added") :]
    assert {"kind: private notes", "what: a note", "customer: Shari Caldwell"} <= set(look)
    assert not [each for each in found if each.startswith(("subject", "row"))]


def test_what_the_command_line_did_is_said_to_be_done_there(shop: Shop) -> None:
    shop.desk.act_as_owner()
    shop.desk.looks.exported("set-up of the shop")
    shop.desk.act_as(shop.ada)
    newest = shop.desk.journal.page(shop.desk.journal.asked("")).rows[0]
    scene = Scene(shop.now, shop.desk.session.zone, "US", shop.desk.session.employee)
    who = words(entry_lines(shop.desk.journal.entry(newest.number), scene, 110)[1])
    assert who.startswith("on the command line, ")
    assert "  command line" in words(journal_items([newest], scene, 110)[0].lines[0])
