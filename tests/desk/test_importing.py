from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from deskui.desk.importing import Importer, importing
from deskui.desk.opening import open_desk
from deskui.desk.verb import Verb
from deskui.domain.customer import ContactKind
from deskui.domain.importing.incoming import Tally
from deskui.domain.merging import MergeTyped
from deskui.domain.note import NoteKind
from deskui.domain.order import ReferenceKind, SalesChannel
from deskui.domain.points import PointTyped
from deskui.domain.profile import Profile
from deskui.domain.typed import CaseTyped, NoteTyped, PromiseTyped
from deskui.exchange.file_import import opened
from deskui.exchange.locale_rules import LocaleRules
from deskui.store import models
from deskui.store.journal import broken_entries
from tests import postgres
from tests.exchange.exports import SHARI, SHOPIFY_CUSTOMERS, SHOPIFY_ORDERS, SQUARE_CUSTOMERS, csv_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.customer import ContactPoint, Customer
    from deskui.domain.ids import CustomerId
    from deskui.domain.importing.incoming import Refused
    from deskui.store.entry import Entry

Bring = Callable[..., Tally]

ORDER = {
    "Name": "#1001",
    "Email": "shari@example.org",
    "Financial Status": "paid",
    "Total": "45.00",
    "Created at": "2024-05-01 10:00:00 +0000",
    "Lineitem quantity": "2",
    "Lineitem name": "Hot Wheels car",
    "Lineitem price": "10.00",
    "Billing Name": "Shari Caldwell",
    "Source": "pos",
    "Receipt Number": "R-88213",
    "Notes": "gift wrap",
}


@pytest.fixture
def refused() -> list[Refused]:
    return []


@pytest.fixture
def desk(url: str, clock: Callable[[], datetime]) -> Iterator[Desk]:
    opened = open_desk(url, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def bring(tmp_path: Path, desk: Desk, refused: list[Refused]) -> Bring:
    """Import a file of that content into the open desk and return what became of its records.

    Keywords are the mapping of columns to fields.
    """
    return lambda content, **mapping: _brought(_file(tmp_path, content), Importer(desk), refused, mapping)


@pytest.fixture
def bring_apart(tmp_path: Path, new_url: str, clock: Callable[[], datetime], refused: list[Refused]) -> Bring:
    """The same with a database opened for each import; for tests that keep no desk open."""

    def bring(content: str, *, dry_run: bool = False) -> Tally:
        with importing(new_url, dry_run=dry_run, clock=clock) as importer:
            return _brought(_file(tmp_path, content), importer, refused, {})

    return bring


def _file(folder: Path, content: str) -> Path:
    path = folder / "export.csv"
    path.write_text(content, encoding="utf-8", newline="")
    return path


def _brought(path: Path, importer: Importer, refused: list[Refused], mapping: dict[str, str]) -> Tally:
    with opened(path, "auto", mapping) as export:
        return importer.take(export.records(LocaleRules()), refused.append)


def _only(desk: Desk, text: str) -> Customer:
    (hit,) = desk.lookup.find(text)
    return desk.customers.view(hit.customer_id).customer


def _content(url: str) -> list[Any]:
    """Every row of the tables that an import writes, without when and under which salt it was written."""
    tables = (
        "customer",
        "contact_point",
        "alias",
        "note",
        "orders",
        "order_line",
        "reference",
        "imported",
        "search_doc",
    )
    rows = []
    with postgres.plain(url) as connection:
        for table in tables:
            names = postgres.columns(connection, table)
            kept = [name for name in names if name not in ("created_at", "written_at", "imported_at")]
            quoted = ",".join(f'"{name}"' for name in kept)
            rows.append((table, connection.execute(f"SELECT {quoted} FROM {table} ORDER BY 1").fetchall()))
    return rows


def _shari(**changes: str) -> str:
    return csv_text(SHOPIFY_CUSTOMERS, [SHARI | {name.replace("_", " "): value for name, value in changes.items()}])


def test_an_imported_customer_is_found_with_all_that_came_with_them(bring: Bring, desk: Desk) -> None:
    assert bring(_shari()) == Tally(new=1)
    for typed in ("caldw", "3035550142", "0142", "shari@example.org"):
        assert _only(desk, typed).name == "Shari Caldwell"
    view = desk.customers.view(desk.lookup.find("shari")[0].customer_id)
    assert [note.text for note in view.notes] == ['Likes "Hot Wheels",\nhas thousands']
    assert view.notes[0].kind is NoteKind.FACT
    assert {point.key for point in view.known.points} >= {"+13035550142", "shari@example.org"}
    assert view.customer.custom["Tags"] == "vip, books"


def test_the_same_file_twice_changes_nothing(bring: Bring, url: str) -> None:
    text = csv_text(
        SHOPIFY_CUSTOMERS,
        [SHARI, SHARI, SHARI | {"Last Name": "Cald"}, {"Customer ID": "9", "First Name": "Ada"}, {"Tags": "x"}],
    )
    assert bring(text) == Tally(new=2, merged=2, rejected=1)
    before = _content(url)
    journal = _journal(url)
    assert bring(text) == Tally(unchanged=4, rejected=1)
    assert _content(url) == before
    assert _journal(url) == journal


def _journal(url: str) -> list[Any]:
    with postgres.plain(url) as connection:
        rows: list[Any] = connection.execute("SELECT * FROM journal ORDER BY id").fetchall()
    return rows


def test_an_unchanged_row_never_reverts_a_clerks_edit(bring: Bring, desk: Desk) -> None:
    bring(_shari())
    desk.shop.set_up("Shop", "Desk 1", "Ada")
    who = _only(desk, "shari")
    before = Profile.of(who)
    after = Profile(name="Shari Caldwell-Reyes", preferred_name="Shar")
    desk.customers.edit(who.id, who.version, before, after)
    assert bring(_shari()) == Tally(unchanged=1)
    assert _only(desk, "reyes").preferred_name == "Shar"


def test_a_row_that_changed_once_never_reverts_what_a_clerk_edited_after_that(bring: Bring, desk: Desk) -> None:
    bring(_shari())
    changed = _shari(Default_Address_Company="Acme")
    assert bring(changed) == Tally(updated=1)
    desk.shop.set_up("Shop", "Desk 1", "Ada")
    who = _only(desk, "shari")
    desk.customers.edit(who.id, who.version, Profile.of(who), replace(Profile.of(who), company=""))
    assert bring(changed) == Tally(unchanged=1)
    assert _only(desk, "shari").company == ""


def test_a_changed_row_updates_only_what_changed_in_the_file(bring: Bring, desk: Desk) -> None:
    bring(_shari())
    desk.shop.set_up("Shop", "Desk 1", "Ada")
    who = _only(desk, "shari")
    desk.customers.edit(who.id, who.version, Profile.of(who), Profile(name="Shari Caldwell-Reyes"))
    changed = _shari(Phone="'+13035550199", Tags="vip", Default_Address_Company="Acme", Note="New note")
    assert bring(changed) == Tally(updated=1)
    view = desk.customers.view(who.id)
    assert view.customer.name == "Shari Caldwell-Reyes"
    assert view.customer.company == "Acme"
    assert view.customer.custom["Tags"] == "vip"
    assert [note.text for note in view.notes] == ["New note"]
    assert "+13035550199" in {point.key for point in view.known.points}
    assert _only(desk, "0199").id == who.id
    assert bring(changed) == Tally(unchanged=1)


def test_a_cell_that_was_emptied_clears_only_what_nobody_touched(bring: Bring, desk: Desk) -> None:
    bring(_shari(Default_Address_Company="Acme"))
    assert bring(_shari(Default_Address_Company="")) == Tally(updated=1)
    assert _only(desk, "shari").company == ""


def test_a_cell_that_was_emptied_leaves_what_a_clerk_wrote_there(bring: Bring, desk: Desk) -> None:
    bring(_shari(Default_Address_Company="Acme"))
    desk.shop.set_up("Shop", "Desk 1", "Ada")
    who = _only(desk, "shari")
    desk.customers.edit(who.id, who.version, Profile.of(who), replace(Profile.of(who), company="Beta"))
    assert bring(_shari(Default_Address_Company="")) == Tally(unchanged=1)
    assert _only(desk, "shari").company == "Beta"


def _point(desk: Desk, key: str) -> tuple[CustomerId, ContactPoint]:
    """Shari, and how she is reached there."""
    who = _only(desk, "shari").id
    return who, next(point for point in desk.customers.view(who).known.points if point.key == key)


def _points(desk: Desk) -> set[str]:
    return {point.key for point in desk.customers.view(_only(desk, "shari").id).known.points}


def test_a_number_that_left_the_file_goes(bring: Bring, desk: Desk) -> None:
    bring(_shari())
    bring(_shari(Phone="", Default_Address_Phone=""))
    assert _points(desk) == {"shari@example.org", "123 main st, denver"}


def test_a_number_that_left_the_file_stays_where_a_clerk_wrote_it_anew(bring: Bring, desk: Desk) -> None:
    bring(_shari())
    desk.shop.set_up("Shop", "Desk 1", "Ada")
    who, phone = _point(desk, "+13035550142")
    desk.points.edit(who, phone.id, phone.version, PointTyped(ContactKind.PHONE, "303 555 0142"))
    bring(_shari(Phone="", Default_Address_Phone=""))
    assert "+13035550142" in _points(desk)


def test_a_number_that_a_clerk_removed_does_not_come_back_with_a_changed_row(bring: Bring, desk: Desk) -> None:
    bring(_shari())
    desk.shop.set_up("Shop", "Desk 1", "Ada")
    who, phone = _point(desk, "+13035550142")
    desk.points.remove(who, phone.id, phone.version)
    assert bring(_shari(Tags="vip")) == Tally(updated=1)
    assert "+13035550142" not in _points(desk)


def test_a_note_that_a_clerk_withdrew_does_not_come_back_with_a_changed_row(bring: Bring, desk: Desk) -> None:
    bring(_shari())
    desk.shop.set_up("Shop", "Desk 1", "Ada")
    who = _only(desk, "shari").id
    (note,) = desk.customers.view(who).notes
    desk.notes.withdraw(who, note.id, note.version)
    assert bring(_shari(Tags="vip")) == Tally(updated=1)
    assert desk.customers.view(who).notes == ()


def test_a_changed_row_of_a_customer_who_was_withdrawn_changes_nothing(bring: Bring, desk: Desk) -> None:
    bring(_shari())
    models.Customer.update(withdrawn_at=desk.now()).execute()
    assert bring(_shari(Tags="vip")) == Tally(unchanged=1)


def test_columns_in_another_order_are_no_change(bring: Bring) -> None:
    bring(_shari())
    assert bring(csv_text(SHOPIFY_CUSTOMERS[::-1], [SHARI])) == Tally(unchanged=1)


def test_people_who_share_an_e_mail_or_phone_stay_separate(bring: Bring, desk: Desk) -> None:
    text = "Name,Email,Phone\nAda Okafor,home@example.org,3035550142\nBen Okafor,home@example.org,3035550142\n"
    assert bring(text) == Tally(new=2)
    assert bring(text) == Tally(unchanged=2)
    assert {hit.name for hit in desk.lookup.find("3035550142")} == {"Ada Okafor", "Ben Okafor"}


def test_the_same_name_with_the_same_phone_or_e_mail_is_the_same_person(bring: Bring, desk: Desk) -> None:
    bring("Name,Email,Phone\nJörg Müller,j@example.org,\n")
    assert bring(
        "Nickname,Instant Profile,First Name,Last Name,Email Address,Phone Number,Company Name\n"
        "JM,no,jorg,muller,J@example.org,3035550142,Acme\n"
    ) == Tally(updated=1)
    who = _only(desk, "3035550142")
    assert (who.name, who.company) == ("Jörg Müller", "Acme")


def test_rows_of_one_file_that_are_one_person_are_merged_and_not_told_as_updates(bring: Bring, desk: Desk) -> None:
    text = "Name,Email,Phone,Company\nAda,a@example.org,3035550142,\nAda,a@example.org,,Acme\nada,,3035550142,\n"
    assert bring(text) == Tally(new=1, merged=2)
    assert _only(desk, "ada").company == "Acme"
    assert bring(text) == Tally(unchanged=3)
    assert bring(text.replace("Acme", "Bolt")) == Tally(updated=1, unchanged=2)


def test_a_second_row_of_somebody_kept_before_is_merged_into_what_the_first_changed(bring: Bring, desk: Desk) -> None:
    bring("Name,Email\nAda,a@example.org\n")
    more = "Email,Name,Phone,Level,Member ID\na@example.org,Ada,3035550142,,1\na@example.org,Ada,,gold,2\n"
    assert bring(more) == Tally(updated=1, merged=1)
    assert _only(desk, "3035550142").tier == "gold"


def test_a_number_kept_aside_and_explained_later_is_taken_by_whom_it_came_with(bring: Bring, desk: Desk) -> None:
    text = "Name,Email,Club\nAda,,L-1021\nBen,ben@example.org,L-1022\n"
    assert bring(text) == Tally(new=2)
    assert _only(desk, "ada").custom == {"Club": "L-1021"}
    assert bring(text, Club="loyalty") == Tally(updated=2)
    assert bring(text, Club="loyalty") == Tally(unchanged=2)
    assert (_only(desk, "L-1021").name, _only(desk, "L-1022").name) == ("Ada", "Ben")
    assert (_only(desk, "ada").custom, _only(desk, "ben").custom) == ({}, {})
    assert bring("Name,Club\nAda,L-1099\n", Club="loyalty") == Tally(new=1)


@pytest.mark.parametrize("between", [0, 700])
def test_every_record_is_counted_once_however_far_apart_those_of_one_person_are(bring: Bring, between: int) -> None:
    others = "".join(f"Person {number},p{number}@example.org,\n" for number in range(between))
    text = f"Name,Email,Phone\nAda,a@example.org,\n{others}Ada,a@example.org,3035550142\n,,\n,,x\n"
    tally = bring(text)
    assert tally == Tally(new=1 + between, merged=1, rejected=1)
    assert tally.records == between + 3
    assert bring(text).unchanged == between + 2


def test_the_same_name_alone_is_not_the_same_person(bring: Bring, desk: Desk) -> None:
    assert bring("Name,City\nJohn Smith,Denver\nJohn Smith,Boulder\n") == Tally(new=2)
    assert bring("Name,City\nJohn Smith,Denver\nJohn Smith,Boulder\n") == Tally(unchanged=2)


def test_the_same_bare_name_in_equal_rows_is_one_person(bring: Bring) -> None:
    assert bring("Name,City\nJohn Smith,Denver\nJohn Smith,Denver\n") == Tally(new=1, merged=1)


def test_a_later_row_of_somebody_who_has_just_come_is_recognised(bring: Bring, desk: Desk) -> None:
    assert bring("Name,Loyalty Number,Email\nAda,,a@example.org\nAda,77,a@example.org\n") == Tally(new=1, merged=1)
    assert len(desk.lookup.find("ada")) == 1


def test_a_phone_too_short_to_be_anybodys_own_identifies_nobody(bring: Bring) -> None:
    assert bring("Name,Phone\nAda,0142\n") == Tally(new=1)
    square = {"First Name": "Ada", "Phone Number": "0142", "Square Customer ID": "SQ1"}
    assert bring(csv_text(SQUARE_CUSTOMERS, [square])) == Tally(new=1)


def test_a_phone_that_more_than_fifty_have_identifies_nobody(bring: Bring) -> None:
    rows = "".join(f"Person {number},303 555 0142\n" for number in range(51))
    assert bring(f"Name,Phone\n{rows}") == Tally(new=51)
    square = {"First Name": "Person", "Last Name": "3", "Phone Number": "303 555 0142", "Square Customer ID": "SQ1"}
    assert bring(csv_text(SQUARE_CUSTOMERS, [square])) == Tally(new=1)


def test_the_same_number_in_two_programs_is_not_the_same_person(bring: Bring) -> None:
    other = {"First Name": "Opal", "Last Name": "Freeman", "Square Customer ID": "7210448301122"}
    assert bring(csv_text(SQUARE_CUSTOMERS, [other])) == Tally(new=1)
    assert bring(_shari()) == Tally(new=1)


def test_father_and_son_under_two_numbers_of_one_program_are_two(bring: Bring) -> None:
    son = SHARI | {"Customer ID": "8"}
    assert bring(csv_text(SHOPIFY_CUSTOMERS, [SHARI, son])) == Tally(new=2)
    assert bring(csv_text(SHOPIFY_CUSTOMERS, [SHARI, son])) == Tally(unchanged=2)


def test_father_and_son_of_two_imports_are_two(bring: Bring) -> None:
    assert bring(_shari()) == Tally(new=1)
    assert bring(_shari(Customer_ID="8")) == Tally(new=1)


def test_one_person_in_two_programs_is_one_customer(bring: Bring, desk: Desk) -> None:
    bring(_shari())
    square = {"First Name": "Shari", "Last Name": "Caldwell", "Email Address": "shari@example.org", "Nickname": "Sha"}
    text = csv_text(SQUARE_CUSTOMERS, [square | {"Square Customer ID": "SQ1", "Reference ID": "L-77"}])
    assert bring(text) == Tally(updated=1)
    assert bring(text) == Tally(unchanged=1)
    assert _only(desk, "L-77").preferred_name == "Sha"


def test_a_row_that_brought_nothing_new_is_remembered_all_the_same(bring: Bring, desk: Desk) -> None:
    bring(_shari(Default_Address_Company="Acme"))
    square = {"First Name": "Shari", "Last Name": "Caldwell", "Email Address": "Shari@example.org"}
    square |= {"Company Name": "Acme"}
    assert bring(csv_text(SQUARE_CUSTOMERS, [square])) == Tally(unchanged=1)
    assert bring(csv_text(SQUARE_CUSTOMERS, [square | {"Company Name": "Beta"}])) == Tally(updated=1)
    assert _only(desk, "shari").company == "Beta"


def test_numbers_of_two_files_that_clash_never_merge_two_people(bring: Bring, desk: Desk) -> None:
    assert bring("ID,Name,Email\n1,Ada Okafor,ada@example.org\n") == Tally(new=1)
    other = "ID,Name,Email\n1,Ben Smith,ben@example.org\n"
    assert bring(other) == Tally(new=1)
    assert bring(other) == Tally(unchanged=1)
    assert _only(desk, "ada@example.org").name == "Ada Okafor"
    renamed = "ID,Name,Email\n1,Ada Brown,ada@example.org\n"
    assert bring(renamed) == Tally(updated=1)


def test_a_customer_is_known_again_by_their_loyalty_number(bring: Bring, desk: Desk) -> None:
    bring("Name,Loyalty Number,Email\nAda,77,a@example.org\n")
    assert bring("Name,Loyalty Number,Email\nAda,77,b@example.org\n") == Tally(updated=1)
    who = _only(desk, "ada").id
    assert [point.key for point in desk.customers.view(who).known.points] == ["b@example.org"]


def test_a_loyalty_number_of_somebody_else_is_kept_where_it_harms_nobody(bring: Bring, desk: Desk) -> None:
    text = "Name,Loyalty Number,Email\nAda,77,a@example.org\nBen,77,b@example.org\n"
    assert bring(text) == Tally(new=2)
    assert bring(text) == Tally(unchanged=2)
    assert _only(desk, "b@example.org").custom == {"Loyalty number": "77"}


def test_an_order_goes_to_its_customer_with_lines_references_and_note(bring: Bring, desk: Desk) -> None:
    bring(_shari())
    more = {"Name": "#1001", "Lineitem quantity": "1", "Lineitem name": "Track", "Lineitem price": "25.00"}
    assert bring(csv_text(SHOPIFY_ORDERS, [ORDER, more])) == Tally(new=1)
    (hit,) = desk.lookup.find("R-88213")
    assert hit.name == "Shari Caldwell"
    view = desk.customers.view(hit.customer_id)
    (order,) = view.orders.rows
    assert (order.number, order.total.minor, order.channel, order.status) == (
        *("#1001", 4500, SalesChannel.STORE, "paid"),
    )
    assert [line.name for line in order.lines] == ["Hot Wheels car", "Track"]
    assert "Order #1001: gift wrap" in {note.text for note in view.notes}
    assert bring(csv_text(SHOPIFY_ORDERS, [ORDER, more])) == Tally(unchanged=1)


def test_an_order_of_nobody_known_brings_its_customer_who_is_known_later(bring: Bring, desk: Desk) -> None:
    other = ORDER | {"Name": "#1002"}
    assert bring(csv_text(SHOPIFY_ORDERS, [ORDER, other])) == Tally(new=2)
    assert bring(_shari()) == Tally(updated=1)
    assert len(desk.customers.view(_only(desk, "shari").id).orders.rows) == 2


def test_an_order_under_another_name_goes_to_the_only_one_with_its_e_mail(bring: Bring, desk: Desk) -> None:
    bring("Name,Email\nShari Reyes,shari@example.org\n")
    assert bring(csv_text(SHOPIFY_ORDERS, [ORDER])) == Tally(new=1)
    assert [hit.name for hit in desk.lookup.find("R-88213")] == ["Shari Reyes"]


def test_an_order_with_an_e_mail_that_two_share_is_given_to_neither(bring: Bring, desk: Desk) -> None:
    bring("Name,Email\nAda Okafor,shari@example.org\nBen Okafor,shari@example.org\n")
    assert bring(csv_text(SHOPIFY_ORDERS, [ORDER])) == Tally(new=1)
    assert [hit.name for hit in desk.lookup.find("R-88213")] == ["Shari Caldwell"]


def test_orders_by_name_alone_go_to_the_only_one_of_that_name(bring: Bring, desk: Desk) -> None:
    bring("Name,Email\nShari Caldwell,s@example.org\n")
    alone = ORDER | {"Email": ""}
    assert bring(csv_text(SHOPIFY_ORDERS, [alone])) == Tally(new=1)
    assert len(desk.customers.view(_only(desk, "s@example.org").id).orders.rows) == 1


def test_orders_by_a_name_that_several_have_go_to_one_new_customer(bring: Bring, desk: Desk) -> None:
    bring("Name,Email\nShari Caldwell,s@example.org\nShari Caldwell,t@example.org\n")
    orders = [ORDER | {"Email": "", "Name": f"#{number}"} for number in (1, 2)]
    assert bring(csv_text(SHOPIFY_ORDERS, orders)) == Tally(new=2)
    assert bring(csv_text(SHOPIFY_ORDERS, [ORDER | {"Email": "", "Name": "#3"}])) == Tally(new=1)
    assert len(desk.lookup.find("shari caldwell")) == 3


def test_a_changed_order_changes_what_the_file_changed(bring: Bring, desk: Desk) -> None:
    more = {"Name": "#1001", "Lineitem quantity": "1", "Lineitem name": "Track", "Lineitem price": "25.00"}
    bring(csv_text(SHOPIFY_ORDERS, [ORDER, more]))
    changed = ORDER | {"Financial Status": "refunded", "Payment Reference": "P-9", "Lineitem quantity": "1"}
    assert bring(csv_text(SHOPIFY_ORDERS, [changed])) == Tally(updated=1)
    assert bring(csv_text(SHOPIFY_ORDERS, [changed])) == Tally(unchanged=1)
    (order,) = desk.customers.view(_only(desk, "shari").id).orders.rows
    assert order.status == "refunded"
    assert [(line.name, line.quantity) for line in order.lines] == [("Hot Wheels car", 1)]
    assert sorted(reference.number for reference in order.references) == ["#1001", "P-9", "R-88213"]
    notes = desk.customers.view(_only(desk, "shari").id).notes
    assert [note.text for note in notes] == ["Order #1001: gift wrap"]


def test_an_order_that_comes_in_later_stands_behind_the_number_a_case_has(bring: Bring, desk: Desk) -> None:
    bring("Name,Email\nShari Caldwell,shari@example.org\nTess Caldwell,tess@example.org\n")
    numbers = ((ReferenceKind.RECEIPT, "r-88 213"), (ReferenceKind.OTHER, "P-9"))

    def behind(who: str) -> list[str]:
        case = desk.customers.view(_only(desk, who).id).case
        assert case is not None
        return [each.order for each in case.references]

    for who in ("shari", "tess"):
        desk.cases.open(_only(desk, who).id, CaseTyped("Missing", references=numbers))
    assert behind("shari") == ["", ""]
    bring(csv_text(SHOPIFY_ORDERS, [ORDER]))
    assert behind("shari") == ["#1001", ""]
    bring(csv_text(SHOPIFY_ORDERS, [ORDER | {"Payment Reference": "P-9"}]))
    assert behind("shari") == ["#1001", "#1001"]
    assert behind("tess") == ["", ""]


def test_an_order_torn_apart_in_the_file_is_refused_the_second_time(bring: Bring, refused: list[Refused]) -> None:
    more = {
        "Name": "#1001",
        "Lineitem name": "Track",
        "Lineitem price": "25.00",
        "Created at": "2024-05-01",
        "Email": "x@y.zz",
    }
    text = csv_text(SHOPIFY_ORDERS, [ORDER, ORDER | {"Name": "#1002"}, more])
    assert bring(text) == Tally(new=2, rejected=1)
    assert refused[0].line == 4
    assert "twice" in refused[0].reason
    assert bring(text) == Tally(unchanged=2, rejected=1)


@pytest.mark.embedded("a dry run works on a copy of the file")
def test_a_dry_run_says_the_same_numbers_and_changes_nothing(
    bring_apart: Bring, new_url: str, tmp_path: Path
) -> None:
    text = csv_text(SHOPIFY_CUSTOMERS, [SHARI, SHARI, {"Customer ID": "9", "First Name": "Ada"}, {"Tags": "x"}])
    assert bring_apart(text, dry_run=True) == Tally(new=2, merged=1, rejected=1)
    assert [path.name for path in tmp_path.glob("shop.sqlite3*")] == []
    bring_apart(_shari())
    before = _content(new_url), _journal(new_url)
    assert bring_apart(text, dry_run=True) == Tally(new=1, merged=1, unchanged=1, rejected=1)
    assert (_content(new_url), _journal(new_url)) == before
    assert bring_apart(text) == Tally(new=1, merged=1, unchanged=1, rejected=1)


def test_chunks_are_journal_entries_and_the_chain_holds(bring: Bring, desk: Desk, url: str) -> None:
    rows = "".join(f"Person {number},p{number}@example.org\n" for number in range(1200))
    assert bring(f"Name,Email\n{rows}") == Tally(new=1200)
    assert [row[4] for row in _journal(url)] == ["import"] * 3
    assert list(broken_entries()) == []


def test_a_row_of_the_same_person_in_another_chunk_is_recognised(bring: Bring) -> None:
    rows = "".join(f"Person {number},p{number}@example.org\n" for number in range(600))
    text = f"Name,Email\n{rows}Person 3,p3@example.org\n"
    assert bring(text) == Tally(new=600, merged=1)
    assert bring(text) == Tally(unchanged=601)


def test_a_note_of_a_clerk_stays_beside_the_imported_one(bring: Bring, desk: Desk) -> None:
    bring(_shari())
    desk.shop.set_up("Shop", "Desk 1", "Ada")
    who = _only(desk, "shari")
    desk.notes.write(who.id, NoteTyped("told by Ada"))
    bring(_shari(Note="New"))
    assert {note.text for note in desk.customers.view(who.id).notes} == {"told by Ada", "New"}


def test_an_interrupted_import_leaves_whole_chunks_and_can_be_run_again(
    bring: Bring, desk: Desk, tmp_path: Path
) -> None:
    rows = "".join(f"Person {number},p{number}@example.org\n" for number in range(1300))
    path = _file(tmp_path, f"Name,Email\n{rows}")

    def stopped(records: Iterator[Any]) -> Iterator[Any]:
        for count, record in enumerate(records):
            if count == 700:
                raise KeyboardInterrupt
            yield record

    importer = Importer(desk)
    with opened(path, "auto", {}) as export, pytest.raises(KeyboardInterrupt):
        importer.take(stopped(export.records(LocaleRules())), lambda refused: None)
    assert importer.tally.new == 500
    assert bring(path.read_text()) == Tally(new=800, unchanged=500)


def test_an_order_that_comes_after_a_promise_says_which_product_that_is_about(desk: Desk, bring: Bring) -> None:
    bring(csv_text(SHOPIFY_ORDERS, [ORDER | {"Receipt Number": "R-1"}]))
    whom = desk.lookup.find("shari")[0].customer_id
    case = desk.cases.open(whom, CaseTyped("Cars missing", "parcel")).subject

    def numbered(entry: Entry) -> tuple[int, None]:
        columns = {"kind": "receipt", "number": "R-2", "key": "R2", "digits": "2", "created_at": entry.at}
        return entry.insert(models.Reference, customer=whom, case=case, **columns), None

    desk.customers.perform(Verb("reference.add"), None, numbered)
    due = desk.now() + timedelta(days=1)
    desk.promises.make(whom, PromiseTyped(what="cars here", due=due, kind="parts", case_id=case))
    like = models.PromiseLike
    assert list(like.select(like.product).tuples()) == [(None,)]
    bring(csv_text(SHOPIFY_ORDERS, [ORDER | {"Name": "#1002", "Receipt Number": "R-2"}]))
    assert list(like.select(like.product).tuples()) == [("hot wheels car",)]


def test_a_file_that_names_one_who_was_merged_goes_to_the_one_who_stays(bring: Bring, desk: Desk) -> None:
    """By the record of before, by the name they had, and by the number that leads to the one who stays."""
    header = ["Name", "Email", "Member", "Company", "Notes"]
    shari = {"Name": "Shari Caldwell", "Email": "shari@example.org", "Member": "L-1"}
    twice = {"Name": "S. Cald", "Email": "s@example.org", "Member": "L-2"}
    bring(csv_text(header, [shari, twice]), Member="loyalty")
    kept, gone = (desk.lookup.find(number)[0].customer_id for number in ("L-1", "L-2"))
    desk.merging.merge(MergeTyped(kept, gone, {kept: 1, gone: 1}, {"name": kept}))
    assert bring(csv_text(header, [shari, twice]), Member="loyalty") == Tally(unchanged=2)
    changed = csv_text(header, [shari, twice | {"Company": "Books"}])
    assert bring(changed, Member="loyalty") == Tally(unchanged=1, updated=1)
    by_name = {"Name": "S. Cald", "Email": "s@example.org", "Notes": "by name"}
    by_number = {"Name": "S. Cald", "Member": "C-1002", "Notes": "by number"}
    for row in (by_name, by_number):
        assert bring(csv_text(header, [row]), Member="number").new == 0
    view = desk.customers.view(kept)
    assert view.customer.company == "Books"
    assert {each.text for each in view.notes} == {"by name", "by number"}
    assert desk.customers.count() == 1
