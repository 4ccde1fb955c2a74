"""`deskui import` of benefits: whose each is, what is refused, and nothing twice."""

from __future__ import annotations

import csv
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from deskui.desk.opening import open_desk
from deskui.domain.benefits.benefit import BenefitKind, EntryKind
from deskui.domain.customer import ContactKind
from deskui.domain.money import Money
from deskui.domain.points import PointTyped
from deskui.domain.profile import Profile
from tests.exchange.exports import write_csv

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deskui.domain.benefits.benefit import BenefitView
    from tests.cli.conftest import Outcome

    Program = Callable[..., Outcome]

HEADER = ("Coupon code", "Customer", "Phone", "Email", "Kind", "Value", "Balance", "Expires", "Title")


@pytest.fixture
def shop(url: str) -> str:
    """Shari, C-1001, and two who share a phone."""
    with closing(open_desk(url, as_owner=True)) as desk:
        desk.shop.set_up("Alder", "Desk 1", "Ada", zone="America/Denver")
        for name, phone, email in (
            ("Shari Caldwell", "+1 303 555 0142", "shari@example.org"),
            ("Delia Montrose", "720-555-0118", ""),
            ("Curtis Montrose", "720-555-0118", ""),
        ):
            points = [PointTyped(ContactKind.PHONE, phone)]
            points += [PointTyped(ContactKind.EMAIL, email)] if email else []
            desk.customers.create(Profile(name), tuple(points))
    return url


def rows(path: Path, *cells: dict[str, str]) -> Path:
    named = [{"Coupon code" if name == "Code" else name: cell for name, cell in each.items()} for each in cells]
    return write_csv(path / "coupons.csv", HEADER, named)


def kept(url: str, code: str) -> BenefitView:
    with closing(open_desk(url, as_owner=True)) as desk:
        return desk.benefits.by_code(code)


def test_each_goes_to_whom_its_number_phone_or_mail_belongs(deskui: Program, shop: str, tmp_path: Path) -> None:
    file = rows(
        tmp_path,
        {"Code": "XK-2291", "Customer": "C-1001", "Kind": "coupon", "Value": "10%", "Expires": "2099-12-31"},
        {"Code": "gb 5000", "Phone": "(303) 555-0142", "Kind": "gift card", "Value": "$50.00", "Balance": "12.50"},
        {"Code": "T1", "Email": "SHARI@example.org", "Value": "25"},
        {"Code": "TV-12", "Email": "SHARI@example.org", "Value": "25", "Title": "=HYPERLINK(1)"},
    )
    done = deskui("--database", shop, "import", file)
    assert done.out.splitlines()[-1] == "new 3 · merged 0 · updated 0 · unchanged 0 · rejected 1"
    assert "Read as benefits" in done.err
    coupon, gift = kept(shop, "xk2291"), kept(shop, "GB-5000")
    assert (coupon.benefit.kind, coupon.benefit.worth.percent, coupon.left) == (BenefitKind.COUPON, 1000, 1)
    assert (gift.benefit.kind, gift.rest) == (BenefitKind.GIFT, Money("USD", 1250))
    with closing(open_desk(shop, as_owner=True)) as desk:
        assert desk.lookup.find("GB 5000")[0].name == "Shari Caldwell"
        kinds = [(each.kind, each.amount) for each in desk.benefits.ledger(gift.benefit.id)]
    assert kinds == [(EntryKind.ISSUED, 5000), (EntryKind.REDEEMED, -3750)]
    assert kept(shop, "TV-12").benefit.title == "=HYPERLINK(1)"


def test_the_same_file_twice_changes_nothing_and_a_dry_run_never_does(
    deskui: Program, shop: str, tmp_path: Path
) -> None:
    file = rows(tmp_path, {"Code": "GB-5000", "Customer": "1001", "Value": "50", "Balance": "40"})
    dry = deskui("--database", shop, "import", file, "--dry-run", "--format", "benefits")
    assert dry.out.splitlines()[-1].startswith("new 1 ")
    for first in ("new 1 ·", "new 0 ·"):
        assert deskui("--database", shop, "import", file).out.startswith(first)
    with closing(open_desk(shop, as_owner=True)) as desk:
        found = desk.benefits.by_code("GB-5000")
        desk.benefits.redeem(found.benefit.customer_id, found.benefit.id, Money("USD", 1000))
    again = deskui("--database", shop, "import", file)
    assert again.out.splitlines()[-1] == "new 0 · merged 0 · updated 0 · unchanged 1 · rejected 0"
    assert kept(shop, "GB-5000").rest == Money("USD", 3000)


def test_what_cannot_be_read_is_rejected_with_the_reason(deskui: Program, shop: str, tmp_path: Path) -> None:
    bad = {
        "no customer has that number, phone or e-mail": {"Code": "AB-1", "Customer": "C-9999", "Value": "5"},
        "2 customers have that phone or e-mail": {"Code": "AB-22", "Phone": "720 555 0118", "Value": "5"},
        "there is nobody it belongs to": {"Code": "AB-33", "Value": "5"},
        "there is no code": {"Customer": "C-1001", "Value": "5"},
        "more than the value": {"Code": "AB-44", "Customer": "C-1001", "Value": "5", "Balance": "6"},
        "is not an amount": {"Code": "AB-55", "Customer": "C-1001", "Value": "five"},
        "is none of coupon": {"Code": "AB-66", "Customer": "C-1001", "Value": "5", "Kind": "bonus"},
        "is not a date": {"Code": "AB-77", "Customer": "C-1001", "Value": "5", "Expires": "soon"},
        "payment card, which is never kept": {"Code": "4111 1111 1111 1111", "Customer": "C-1001", "Value": "5"},
        "above 0 to 100 %": {"Code": "AB-88", "Customer": "C-1001", "Value": "250%"},
        "has to be of letters and digits": {"Code": "=AB1+1", "Customer": "C-1001", "Value": "5"},
        "stands in the file before": {"Code": "ok 100", "Customer": "C-1001", "Value": "5"},
    }
    file = rows(tmp_path, {"Code": "OK-100", "Customer": "C-1001", "Value": "5"}, *bad.values())
    done = deskui("--database", shop, "import", file)
    assert done.out.splitlines()[-1] == f"new 1 · merged 0 · updated 0 · unchanged 0 · rejected {len(bad)}"
    with (tmp_path / "coupons.csv.rejects.csv").open(encoding="utf-8", newline="") as written:
        reasons = [row[1] for row in csv.reader(written)][1:]
    assert [wanted for wanted in bad if not any(wanted in each for each in reasons)] == []


def test_a_code_of_somebody_else_is_left_with_them(deskui: Program, shop: str, tmp_path: Path) -> None:
    deskui("--database", shop, "import", rows(tmp_path, {"Code": "AB-1000", "Customer": "C-1001", "Value": "5"}))
    done = deskui(
        "--database", shop, "import", rows(tmp_path, {"Code": "AB1000", "Customer": "C-1002", "Value": "500"})
    )
    assert "rejected 1" in done.out
    assert kept(shop, "AB-1000").rest == Money("USD", 500)


def test_other_headers_are_named_by_hand(deskui: Program, shop: str, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "x.csv", ("Nr", "Wer", "Wert"), [{"Nr": "AB-1000", "Wer": "1001", "Wert": "5"}])
    named = ("--format", "benefits", "--map", "Nr=code", "--map", "Wer=number")
    assert deskui("--database", shop, "import", file, *named).out.startswith("new 1 ")
    assert "needs a column with the code" in deskui("--database", shop, "import", file, "--format", "benefits").err


CUSTOMERS = ("Code", "Name", "Email", "Phone", "Balance", "Notes", "Club")


@pytest.mark.parametrize(
    ("code", "named"), [("Code", ()), ("Code", ("--map", "Club=loyalty")), ("Gift card", ()), ("Coupon", ())]
)
def test_a_table_of_customers_is_never_taken_for_balances(
    deskui: Program, shop: str, tmp_path: Path, code: str, named: tuple[str, ...]
) -> None:
    row = {code: "K1001", "Name": "Eve Stone", "Email": "eve@example.org", "Balance": "120.50", "Club": "77120"}
    file = write_csv(tmp_path / "customers.csv", (code, *CUSTOMERS[1:]), [row])
    done = deskui("--database", shop, "import", file, *named)
    assert done.out.startswith("new 1 ")
    assert "Read as benefits" not in done.err
    with closing(open_desk(shop, as_owner=True)) as desk:
        (found,) = desk.lookup.find("Eve Stone")
        assert desk.benefits.of_customer(found.customer_id) == ()
        if named:
            assert desk.lookup.find("77120")[0].name == "Eve Stone"


def test_what_is_mapped_to_fields_of_customers_is_a_table_of_customers(
    deskui: Program, shop: str, tmp_path: Path
) -> None:
    row = {"Coupon": "K1001", "Email": "eve@example.org", "Value": "120.50", "Club": "77120"}
    file = write_csv(tmp_path / "customers.csv", ("Coupon", "Email", "Value", "Club"), [row])
    assert deskui("--database", shop, "import", file, "--map", "Club=loyalty").out.startswith("new 1 ")
    with closing(open_desk(shop, as_owner=True)) as desk:
        assert desk.lookup.find("77120")[0].customer_id


def test_the_number_of_a_payment_card_stands_in_no_file(deskui: Program, shop: str, tmp_path: Path) -> None:
    card = "4111 1111 1111 1111"
    file = write_csv(
        tmp_path / "coupons.csv",
        ("Coupon code", "Customer", "Value", "Terms", "Paid with"),
        [
            {"Coupon code": "AB-1000", "Customer": "C-1001", "Value": "5", "Terms": card},
            {"Coupon code": "AB-2000", "Customer": "C-9999", "Value": "5", "Paid with": card},
            {"Coupon code": card, "Customer": "C-1001", "Value": "5", "Terms": "once"},
        ],
    )
    done = deskui("--database", shop, "import", file)
    assert done.out.splitlines()[-1].endswith("rejected 3")
    rejected = (tmp_path / "coupons.csv.rejects.csv").read_text(encoding="utf-8")
    assert card not in rejected
    for word in ("AB-1000", "AB-2000", "C-9999", "once"):
        assert word in rejected
