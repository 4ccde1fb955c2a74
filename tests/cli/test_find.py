from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

from deskui.cli.find import as_lines, as_objects
from deskui.domain.ids import CaseId, CustomerId
from deskui.domain.lookup import Hit, Matched
from deskui.store.engine import database_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome


def hit(**changed: object) -> Hit:
    shown = {
        "customer_id": CustomerId(1),
        "number": "C-1001",
        "name": "Shari Caldwell",
        "preferred_name": "",
        "company": "",
        "tier": "",
        "phone": "",
        "email": "",
        "matched": Matched.NAME,
        "text": "Shari Caldwell",
    }
    return Hit(**(shown | changed))  # type: ignore[arg-type]


def test_somebody_is_found_with_number_and_phone(deskui: Callable[..., Outcome], shop: str) -> None:
    found = deskui("--database", shop, "find", "caldw")
    assert (found.code, found.err) == (0, "")
    assert found.out.split("  ") == ["Shari Caldwell (Shari)", "C-1001", "+1 303 555 0142\n"]


def test_somebody_found_by_the_end_of_the_phone_has_that_for_a_reason(
    deskui: Callable[..., Outcome], shop: str
) -> None:
    assert deskui("--database", shop, "find", "0142").out.endswith("  +1 303 555 0142  phone\n")


def test_words_need_no_quotes(deskui: Callable[..., Outcome], shop: str) -> None:
    assert (
        deskui("--database", shop, "find", "shari", "cald").out
        == deskui("--database", shop, "find", "shari cald").out
    )


def test_json_is_one_array_of_objects(deskui: Callable[..., Outcome], shop: str) -> None:
    found = deskui("--database", shop, "find", "--json", "zoe")
    (customer,) = json.loads(found.out)
    assert customer["name"] == "Zoë Ødegård"
    assert customer["preferred_name"] == "Zoë O."
    assert customer["number"]
    assert {"matched", "text", "company", "tier", "phone", "email", "exact", "case", "order"} <= set(customer)


def test_nobody_found_is_one_sentence_and_exit_code_1(deskui: Callable[..., Outcome], shop: str) -> None:
    nobody = deskui("--database", shop, "find", "xyzzy")
    assert nobody.code == 1
    assert '"xyzzy"' in nobody.sentence


def test_nobody_found_is_an_empty_array_as_well(deskui: Callable[..., Outcome], shop: str) -> None:
    nobody = deskui("--database", shop, "find", "xyzzy", "--json")
    assert (nobody.code, nobody.out) == (1, "[]\n")


def test_the_limit_is_kept(deskui: Callable[..., Outcome], shop: str) -> None:
    assert len(json.loads(deskui("--database", shop, "find", "303555", "--json").out)) == 2
    assert len(json.loads(deskui("--database", shop, "find", "303555", "--json", "--limit", 1).out)) == 1
    assert deskui("--database", shop, "find", "303555", "--limit", 0).code == 2


def test_the_database_may_come_from_the_environment(deskui: Callable[..., Outcome], shop: str) -> None:
    assert deskui("find", "caldwell", DESKUI_DATABASE=shop).code == 0


@pytest.mark.embedded("about files")
def test_a_database_that_is_not_there_is_not_made(deskui: Callable[..., Outcome], new_url: str) -> None:
    refused = deskui("--database", new_url, "find", "shari")
    assert refused.code > 1
    path = database_path(new_url)
    assert path is not None
    assert str(path) in refused.sentence
    assert list(path.parent.glob("shop*")) == []


@pytest.mark.parametrize("text", ["", "   ", "\x1b"])
def test_nothing_to_look_for_is_refused(deskui: Callable[..., Outcome], shop: str, text: str) -> None:
    assert deskui("--database", shop, "find", text).code == 2


@pytest.mark.embedded("writes past the program into the file")
def test_a_stored_control_sequence_never_gets_out(deskui: Callable[..., Outcome], shop: str) -> None:
    path = database_path(shop)
    assert path is not None
    with sqlite3.connect(path) as database:
        database.execute("UPDATE customer SET name = 'Shari \x1b]0;owned\x07\x9b31m\u202eCaldwell'")
    database.close()
    found = deskui("--database", shop, "find", "caldwell")
    assert "␛]0;owned␇‹U+009B›31m‹U+202E›Caldwell" in found.out
    written = deskui("--database", shop, "find", "caldwell", "--json")
    assert not set("\x1b\x07\x9b\u202e") & set(found.out + written.out + found.err)
    assert json.loads(written.out)[0]["name"] == "Shari \x1b]0;owned\x07\x9b31m\u202eCaldwell"


def test_a_searched_control_sequence_never_gets_out(deskui: Callable[..., Outcome], shop: str) -> None:
    assert "\x1b" not in deskui("--database", shop, "find", "\x1b]0;owned\x07").err


def test_an_output_that_cannot_take_every_letter_gets_it_escaped(deskui: Callable[..., Outcome], shop: str) -> None:
    narrow = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"}
    assert "\\u5f20\\u4f1f" in deskui("--database", shop, "find", "303555", **narrow).out
    written = deskui("--database", shop, "find", "303555", "--json", **narrow)
    assert "张伟" in {customer["name"] for customer in json.loads(written.out)}


def test_the_preferred_name_stands_behind_the_name() -> None:
    (line,) = as_lines([hit(preferred_name="Shari")])
    assert line == "Shari Caldwell (Shari)  C-1001"


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (hit(phone="303 555 0142", tier="gold"), "Shari Caldwell  C-1001  303 555 0142  gold"),
        (
            hit(phone="303 555 0142", matched=Matched.LOYALTY, text="L-77"),
            "Shari Caldwell  C-1001  303 555 0142  loyalty: L-77",
        ),
        (hit(matched=Matched.PHONE, text="303 555 0199"), "Shari Caldwell  C-1001  phone: 303 555 0199"),
        (hit(matched=Matched.NUMBER, text="C-1001"), "Shari Caldwell  C-1001  customer number"),
        (hit(matched=Matched.SIMILAR), "Shari Caldwell  C-1001  similar name"),
        (hit(matched=Matched.ALIAS, text="Shari Reyes"), "Shari Caldwell  C-1001  alias: Shari Reyes"),
        (hit(matched=Matched.RECENT, text=""), "Shari Caldwell  C-1001  recent"),
    ],
)
def test_the_reason_is_there_when_it_is_not_the_name_and_says_nothing_twice(found: Hit, line: str) -> None:
    assert as_lines([found]) == [line]


def test_columns_line_up_whatever_the_alphabet() -> None:
    lines = as_lines([hit(name="张伟"), hit(name="Zoë", phone="1"), hit(name="Ann Lee", tier="gold")])
    assert [line.replace("张伟", "wide").index("C-1001") for line in lines] == [9, 9, 9]
    assert [line.split()[-1] for line in lines] == ["C-1001", "1", "gold"]


def test_objects_lead_to_the_case_a_number_belongs_to() -> None:
    (found,) = json.loads(as_objects([hit(case_id=CaseId(7), exact=True)]))
    assert (found["case"], found["order"], found["exact"]) == (7, None, True)
