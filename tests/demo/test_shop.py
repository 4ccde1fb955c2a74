"""The sample shop is whole, and its people are found and shown."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from deskui.demo.everybody import EVERYBODY
from deskui.demo.long_history import CONVERSATIONS
from deskui.demo.people_hostile import CLEAR, CLIPBOARD, NOTHING, TITLE
from deskui.demo.shop import make_demo
from deskui.demo.staff import ACTING, DESK, STAFF
from deskui.desk.opening import open_desk
from deskui.domain.lookup import Matched
from deskui.domain.money import Money
from deskui.domain.staff import Role
from deskui.store import journal, models
from deskui.store.checks.rows import check_rows
from deskui.store.models.base import to_millis
from deskui.store.normalise.numbers import number_digits, number_key
from tests.conftest import NOW

if TYPE_CHECKING:
    from deskui.desk.desk import Desk
    from deskui.domain.pages import CustomerView
    from deskui.store.store import Store


def opened(url: str) -> Desk:
    return open_desk(url, desk_name=DESK, employee=ACTING, clock=lambda: NOW)


def view_of(desk: Desk, typed: str) -> CustomerView:
    return desk.customers.view(desk.lookup.find(typed)[0].customer_id)


def test_every_row_points_at_rows_that_exist(demo: Store) -> None:
    assert demo.database.execute_sql("PRAGMA foreign_key_check").fetchall() == []
    assert demo.database.execute_sql("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_nothing_lies_in_the_future(demo: Store) -> None:
    for model, column in ((models.Conversation, "at"), (models.Order, "placed_at"), (models.Case, "opened_at")):
        newest = max(getattr(row, column) for row in model.select())
        assert to_millis(newest) < to_millis(NOW)


def test_every_order_is_worth_what_its_lines_add_up_to(demo: Store) -> None:
    for order in models.Order.select():
        lines = models.OrderLine.select().where(models.OrderLine.order == order.id)
        assert order.total_minor == sum(line.quantity * line.price_minor for line in lines)
        assert order.currency == "USD"


def test_numbers_are_kept_as_the_lookup_compares_them(demo: Store) -> None:
    for reference in models.Reference.select():
        assert (reference.key, reference.digits) == (number_key(reference.number), number_digits(reference.number))


def test_the_journal_says_who_made_it_and_follows_on(demo: Store) -> None:
    verbs = [entry.verb for entry in models.Journal.select().order_by(models.Journal.id)]
    assert (verbs[0], verbs[-1]) == ("shop.set_up", "demo.fill")
    assert {"limit.set", "manual.revise", "step_template.add", "outreach_rule.edit"} <= set(verbs)
    moments = [entry.at for entry in models.Journal.select().order_by(models.Journal.id)]
    assert moments == sorted(moments)
    assert check_rows().wrong == ()
    assert list(journal.broken_entries()) == []


def test_everybody_is_kept_as_told(demo: Store) -> None:
    kept = [(row.name, row.preferred_name, row.tier) for row in models.Customer.select().order_by(models.Customer.id)]
    assert kept == [(who.name, who.called, who.tier) for who in EVERYBODY]
    assert len(kept) > 60


def test_people_are_found_by_what_is_known_of_them(demo_url: str) -> None:
    with closing(opened(demo_url)) as desk:
        for typed, name in (
            ("shari", "Shari Caldwell"),
            ("caldwell shari", "Shari Caldwell"),
            ("3035550142", "Shari Caldwell"),
            ("R-88213", "Shari Caldwell"),
            ("PO 5122", "Delia Montrose"),
            ("edmund@achterberg.example.com", "Edmund Achterberg"),
            ("wisniewski", "Łukasz Wiśniewski"),
            ("olga", "Ольга Соколова"),
            ("mei-ling chen", "陳美玲"),
            ("nell", NOTHING.name),
        ):
            assert desk.lookup.find(typed)[0].name == name, typed
        liked = desk.lookup.find("likes: hot wheels")
        assert {hit.name for hit in liked} >= {"Shari Caldwell", "Wendell Ishikawa"}
        assert {hit.matched for hit in liked} == {Matched.INTEREST}


def test_the_desk_shows_what_was_drawn(demo_url: str) -> None:
    with closing(opened(demo_url)) as desk:
        shown = view_of(desk, "shari")
    assert (shown.customer.say_as, shown.customer.tier) == ("SHA-ree", "PREMIER")
    assert shown.customer.tier_since is not None
    assert shown.customer.tier_since.year == 2011
    assert shown.known.household is not None
    assert len(shown.known.household.members) == 4
    assert shown.known.household.value == (Money("USD", 1_824_000),)
    assert shown.known.preferred_clerk is not None
    assert shown.known.preferred_clerk.name == "Paul"
    assert [(face.name, face.times) for face in shown.known.faces if face.name in ("Paul", ACTING)] == [
        ("Paul", 6),
        (ACTING, 2),
    ]
    assert shown.case is not None
    assert (shown.case.number, shown.case.subject, shown.case.owner) == (1043, "Missing parcel", "Paul")
    assert shown.case.balance is not None
    assert (shown.case.balance.theirs, shown.case.balance.ours_reached) == (4, 1)
    assert {"R-88213", "PO 4471", "PO 4474"} <= {each.number for each in shown.case.references}


def test_ten_calls_came_in_and_none_went_out(demo_url: str) -> None:
    with closing(opened(demo_url)) as desk:
        case = view_of(desk, "prewitt harold").case
    assert case is not None
    assert case.balance is not None
    assert (case.balance.theirs, case.balance.ours_reached) == (10, 0)


def test_a_customer_of_twenty_years_has_two_thousand_conversations(demo_url: str) -> None:
    with closing(opened(demo_url)) as desk:
        shown = view_of(desk, "thorvaldsen")
    assert shown.conversations.total >= CONVERSATIONS
    assert shown.known.first_contact is not None
    assert (NOW - shown.known.first_contact).days > 19 * 365


def test_a_family_shares_one_phone(demo_url: str) -> None:
    with closing(opened(demo_url)) as desk:
        assert len(desk.lookup.find("303 555 0120")) == 5


def test_a_firm_is_an_account(demo_url: str) -> None:
    with closing(opened(demo_url)) as desk:
        firm = view_of(desk, "beatriz").known.household
    assert firm is not None
    assert (firm.name, firm.is_account, len(firm.members)) == ("Larimer Dental Care", True, 3)


def test_hostile_text_is_stored_as_it_is(demo: Store) -> None:
    notes = "\n".join(note.text for note in models.Note.select())
    for text in ("[@click=app.quit]", TITLE, CLIPBOARD, CLEAR, "\u202e", "\x9b31m", "carriage\rreturn"):
        assert text in notes
    assert models.Customer.get(models.Customer.name == "[red]Rudy[/red] Marks").tier == "[blink]GOLD"


def test_the_staff_are_there_with_what_they_care_about(demo_url: str) -> None:
    with closing(opened(demo_url)) as desk:
        staff = {who.name: who for who in desk.shop.staff()}
        assert desk.session.employee == staff[ACTING]
        assert (desk.session.shop, desk.session.desk) == ("Alder & Finch", "Desk 3")
        assert str(desk.session.zone) == "America/Denver"
    assert len(staff) == len(STAFF)
    assert (staff["Rosa Lindqvist"].role, staff["Rosa Lindqvist"].extension) == (Role.EXPEDITER, "4417")
    assert "die-cast cars" in staff[ACTING].interests


def test_generated_customers_stand_beside_the_people_of_the_stories(url: str) -> None:
    told: list[tuple[str, int, int]] = []
    make_demo(url, 300, lambda what, done, total: told.append((what, done, total)), now=NOW)
    with closing(opened(url)) as desk:
        assert models.Customer.select().count() == len(EVERYBODY) + 300
        assert desk.lookup.find("shari caldwell")[0].number == "C-1001"
    assert ("customers", 300, 300) in told
    assert told[-1] == ("index", len(EVERYBODY) + 300, len(EVERYBODY) + 300)
