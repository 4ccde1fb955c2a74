from __future__ import annotations

import csv
import json
import os
import shlex
import signal
import sqlite3
import stat
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from deskui.domain.money import Money
from tests.exchange.exports import SHARI, SHOPIFY_CUSTOMERS, many_customers, write_csv

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

    Program = Callable[..., Outcome]


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Two good rows and a bad one."""
    rows = [SHARI, {"Customer ID": "9", "First Name": "Ada"}, {"Customer ID": "10", "Tags": "=cmd"}]
    return write_csv(tmp_path / "shop.csv", SHOPIFY_CUSTOMERS, rows)


def _import(deskui: Program, url: str, *arguments: object) -> Outcome:
    return deskui("--database", url, "import", *arguments)


def test_the_last_line_says_what_became_of_the_rows_and_the_rejects_file_why(
    deskui: Program, url: str, export: Path
) -> None:
    done = _import(deskui, url, export)
    assert done.code == 0
    assert done.out.splitlines()[-1] == "new 2 · merged 0 · updated 0 · unchanged 0 · rejected 1"
    rejects = export.with_name("shop.csv.rejects.csv")
    assert str(rejects) in done.err
    with rejects.open(encoding="utf-8", newline="") as file:
        header, row = csv.reader(file)
    assert header[:3] == ["line", "reason", "Customer ID"]
    assert row[0] == "5"
    assert "names nobody" in row[1]
    assert row[-1] == "'=cmd"
    if sys.platform != "win32":
        assert stat.S_IMODE(rejects.stat().st_mode) == 0o600
    again = _import(deskui, url, export)
    assert again.out.splitlines()[-1] == "new 0 · merged 0 · updated 0 · unchanged 2 · rejected 1"
    assert deskui("--database", url, "find", "caldwell").code == 0


def test_json_has_the_same_numbers_and_the_rejects_file(deskui: Program, url: str, export: Path) -> None:
    done = _import(deskui, url, export, "--json")
    found = json.loads(done.out)
    assert [found[name] for name in ("new", "merged", "updated", "unchanged", "rejected")] == [2, 0, 0, 0, 1]
    assert found["rejects"] == str(export) + ".rejects.csv"


@pytest.mark.embedded("a dry run works on a copy of the file")
def test_a_dry_run_changes_nothing_and_says_the_same(
    deskui: Program, new_url: str, export: Path, tmp_path: Path
) -> None:
    before = sorted(tmp_path.iterdir())
    done = _import(deskui, new_url, export, "--dry-run")
    assert done.out.splitlines()[-1] == "new 2 · merged 0 · updated 0 · unchanged 0 · rejected 1"
    assert "Line 5" in done.err
    assert done.err.endswith("\nThis was a dry run: nothing was changed.\n")
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.embedded("a dry run works on a copy of the file")
def test_each_line_about_a_row_ends_in_one_stop(deskui: Program, url: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"Name,Customer Since\nAda,2020,5,\n{'A' * 300},\nBen,2020-02-30\n,\n,2020-01-01\n")
    told = [line for line in _import(deskui, url, path, "--dry-run").err.splitlines() if line.startswith("Line ")]
    assert [line.split()[1] for line in told] == ["2:", "3:", "6:", "4"]
    assert [line for line in told if not line.endswith(".") or line[-2] in ".?!"] == []


def test_a_good_file_leaves_no_rejects_and_takes_those_of_before_away(
    deskui: Program, url: str, export: Path
) -> None:
    _import(deskui, url, export)
    write_csv(export, SHOPIFY_CUSTOMERS, [SHARI])
    assert "rejects" not in _import(deskui, url, export).err
    assert not export.with_name("shop.csv.rejects.csv").exists()


def test_columns_are_mapped_by_name(deskui: Program, url: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Kunde=1;Info\nAda;x\n", encoding="utf-8")
    assert _import(deskui, url, path, "--map", "Kunde=1=name").out.startswith("new 1 ")


def test_a_header_without_rows_brings_nothing_and_says_so(deskui: Program, url: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Email\n")
    done = _import(deskui, url, path)
    assert (done.code, done.out) == (0, "new 0 · merged 0 · updated 0 · unchanged 0 · rejected 0\n")
    assert "no rows" in done.err


CLUB = "Name,E-Mail,Club $,Colour\nAda,a@b.org,L-1021,red\nBen,b@b.org,L-1022,red\nZoë,z@b.org,L-1023,red\n"


def test_it_is_said_before_the_tally_what_was_read_as_what_and_what_was_kept_aside(
    deskui: Program, url: str, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(CLUB.replace("Club $", "Card no").replace("E-Mail", "Mail"), encoding="utf-8")
    assert _import(deskui, url, path).err == (
        "Read as a CSV file: Name, Mail as email, Card no as loyalty.\nKept aside with the customer: Colour.\n"
    )
    assert deskui("--database", url, "find", "L-1021").code == 0


def test_a_column_kept_aside_that_looks_like_a_number_comes_with_the_words_to_type(
    deskui: Program, url: str, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(CLUB.replace("Club $", "Club of ours"), encoding="utf-8")
    said = _import(deskui, url, path).err
    assert "Kept aside with the customer: Club of ours, Colour." in said
    assert 'if it is, import again with --map "Club of ours=loyalty"\n' in said
    again = _import(deskui, url, path, "--map", "Club of ours=loyalty", "--map", "Colour=ignore")
    assert "Club of ours as loyalty.\nLeft out: Colour.\n" in again.err
    assert deskui("--database", url, "find", "L-1021").code == 0


@pytest.mark.embedded("a dry run works on a copy of the file")
def test_the_words_to_type_can_be_pasted_into_a_shell(deskui: Program, url: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(CLUB, encoding="utf-8")
    offered = _import(deskui, url, path, "--dry-run").err.partition("import again with ")[2].partition("\n")[0]
    assert shlex.split(offered) == ["--map", "Club $=loyalty"]
    assert "$" in offered.partition("'")[2]


def test_json_has_what_was_read_as_what(deskui: Program, url: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(CLUB, encoding="utf-8")
    found = json.loads(_import(deskui, url, path, "--json").out)
    assert found["format"] == "csv"
    assert found["columns"][1:3] == [
        {"column": "E-Mail", "field": "email", "looks_like": ""},
        {"column": "Club $", "field": "custom", "looks_like": "loyalty"},
    ]


DOUBTFUL = (
    "Name,Email,Phone\n"
    "Jörg,jo@@example,\n"
    ",noname@example.org,\n"
    "Ada,,12\n"
    "Ben,ben@example.org,303 555 0142\n"
    '"Smith, Ann, Dr",,12 x\n'
)


def test_rows_to_look_at_are_counted_and_the_first_named_with_their_line(
    deskui: Program, url: str, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes((DOUBTFUL + "Zoë,,1\n" * 4).encode("cp1252"))
    done = _import(deskui, url, path)
    assert done.out.startswith("new 6 · merged 3 ")
    assert "8 rows to look at, brought in all the same:\n" in done.err
    assert 'Line 2 has an e-mail address that looks wrong, "jo@@example".\n' in done.err
    assert 'Line 3 has no name and is called "noname" after the e-mail address.\n' in done.err
    assert 'Line 4 has a phone that is too short, "12".\n' in done.err
    assert 'Line 6 has a comma in the name, "Smith, Ann, Dr" and has a phone' in done.err
    assert "… and 3 more, which --json lists.\n" in done.err
    assert "Windows-1252" in done.err


def test_an_import_names_the_first_rows_it_rejects_with_the_reason(deskui: Program, url: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Colour\n" + ",red\n" * 7)
    told = _import(deskui, url, path).err
    assert told.count("it names nobody") == 5
    assert "Line 2: it names nobody: no name, company, e-mail or phone.\n" in told
    assert "\n… and 2 more like that.\n" in told


@pytest.mark.embedded("reads the bytes of the database's own file")
def test_payment_card_numbers_reach_neither_the_database_nor_the_terminal(
    deskui: Program, url: str, tmp_path: Path
) -> None:
    cards = ("4111 1111 1111 1111", "5555-5555-5555-4444", "378282246310005")
    rows = [f"Person {at},{card},L-102{at},{cards[0] if at == 1 else ''}\n" for at, card in enumerate(cards)]
    path = tmp_path / "list.csv"
    path.write_text("Name,Card Number,Club No,Note\n" + "".join(rows) + "Zoe,,L-1029,call first\nBen,,,\n")
    done = _import(deskui, url, path)
    assert "Left out: Card Number (payment card numbers are never kept).\n" in done.err
    assert '--map "Club No=loyalty"\n' in done.err
    assert 'Line 3 has a payment card number in "Note", which is never kept.\n' in done.err
    stored = b"".join(each.read_bytes() for each in tmp_path.glob("*.sqlite3*"))
    for card in cards:
        for written in (card, card.replace(" ", "").replace("-", "")):
            assert written not in done.out + done.err
            assert written.encode() not in stored
    assert b"L-1021" in stored


@pytest.mark.embedded("a dry run works on a copy of the file")
def test_json_lists_every_row_to_look_at(deskui: Program, url: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(DOUBTFUL)
    found = json.loads(_import(deskui, url, path, "--dry-run", "--json").out)
    assert found["doubtful"] == 4
    assert [row["line"] for row in found["look_at"]] == [2, 3, 4, 6]
    assert len(found["look_at"][3]["doubts"]) == 2


def test_names_written_last_first_are_turned_and_it_is_said(deskui: Program, url: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('Name,Email\n"O\'Brien, Seán",s@example.org\n"Lee, Ann",a@example.org\n', encoding="utf-8")
    done = _import(deskui, url, path, "--json")
    assert "2 names were written Last, First and turned, first on line 2." in done.err
    assert json.loads(done.out)["names_turned"] == 2
    (found,) = json.loads(deskui("--database", url, "find", "--json", "obrien").out)
    assert found["name"] == "Seán O'Brien"


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")


def _long_line(path: Path) -> None:
    with path.open("wb") as file:
        for _ in range(64):
            file.write(b"x" * 1_000_000)


@pytest.mark.parametrize(
    ("make", "arguments"),
    [
        (lambda path: None, ()),
        (Path.mkdir, ()),
        (Path.touch, ()),
        (_zip, ()),
        (_long_line, ()),
        (lambda path: path.write_bytes(bytes(range(256)) * 99), ()),
        (lambda path: path.write_text("a,b\n1,2\n"), ()),
        (lambda path: path.write_text("Name\nAda\n"), ("--map", "Name=nome")),
        (lambda path: path.write_text("Name\nAda\n"), ("--map", "Nam=name")),
        (lambda path: path.write_text("Name\nAda\n"), ("--map", "Name")),
        (lambda path: path.write_text("Name\nAda\n"), ("--format", "vcard")),
        (lambda path: path.write_text("Name\nAda\n"), ("--format", "xlsx")),
        (lambda path: path.write_text("Colour\nred\n"), ("--format", "shopify-customers")),
    ],
)
def test_bad_input_is_one_sentence_and_changes_nothing(
    deskui: Program, url: str, tmp_path: Path, make: Callable[[Path], Any], arguments: tuple[str, ...]
) -> None:
    path = tmp_path / "thing.csv"
    make(path)
    before = sorted(tmp_path.iterdir())
    done = _import(deskui, url, path, *arguments)
    assert done.code != 0
    assert done.sentence
    assert sorted(tmp_path.iterdir()) == before


def test_an_unreadable_file_and_folder_are_one_sentence_each(
    as_ordinary_user: Program, url: str, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    path = secret / "list.csv"
    path.write_text("Name\nAda\n")
    path.chmod(0)
    assert "cannot be read" in _import(as_ordinary_user, url, path).sentence
    path.chmod(0o600)
    secret.chmod(0)
    assert "cannot be read" in _import(as_ordinary_user, url, path).sentence
    secret.chmod(0o700)


@pytest.mark.long
def test_a_line_of_a_gigabyte_costs_itself_and_no_memory(tmp_path: Path, url: str) -> None:
    path = tmp_path / "long.csv"
    with path.open("wb") as file:
        file.write(b"Name,Note\nAda,")
        for _ in range(1000):
            file.write(b"x" * 1_000_000)
        file.write(b"\nBen,y\n")
    out, peak = _measured(url, path)
    assert out.splitlines()[-1] == "new 1 · merged 0 · updated 0 · unchanged 0 · rejected 1"
    assert peak < 200


@pytest.mark.long
def test_fifty_megabytes_come_in_with_constant_memory(tmp_path: Path, url: str) -> None:
    path = tmp_path / "big.csv"
    small, _ = _measured(url + "1", write_csv(tmp_path / "small.csv", SHOPIFY_CUSTOMERS, [SHARI]))
    assert small.startswith("new 1 ")
    count = many_customers(path, 50)
    started = time.monotonic()
    out, peak = _measured(url, path)
    print(f"{count} rows, {count / (time.monotonic() - started):.0f} a second, {peak} MB at most")  # noqa: T201
    assert out.splitlines()[-1] == f"new {count} · merged 0 · updated 0 · unchanged 0 · rejected 0"
    assert peak < 350


def _measured(url: str, path: Path) -> tuple[str, int]:
    """What an import says, and the most megabytes of memory it had (64 of them are the database's own cache)."""
    code = (
        "import resource, sys; from deskui.__main__ import main; "
        "main(sys.argv[1:]); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "--database", url, "import", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, env=_environment())
    return done.stdout, int(done.stderr.splitlines()[-1])


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONIOENCODING": "utf-8"}


def _rows(url: str) -> list[Any]:
    connection = sqlite3.connect(url.removeprefix("sqlite:///"))
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    found = [
        connection.execute("SELECT id, number, name, spend_minor, custom FROM customer ORDER BY id").fetchall(),
        connection.execute("SELECT customer_id, kind, key FROM contact_point ORDER BY id").fetchall(),
        connection.execute("SELECT source, key, digest, customer_id FROM imported ORDER BY id").fetchall(),
        connection.execute("SELECT customer, text FROM search_doc ORDER BY rank").fetchall(),
    ]
    connection.close()
    return found


@pytest.mark.embedded("watches the file grow")
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("how", ["SIGKILL", "SIGINT"])
def test_killed_in_the_middle_and_run_again_it_ends_like_one_clean_run(
    deskui: Program, tmp_path: Path, url: str, how: str
) -> None:
    path = tmp_path / "big.csv"
    count = many_customers(path, 1)
    command = [sys.executable, "-m", "deskui", "--database", url, "import", str(path)]
    running = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=_environment(),
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a job in the background ignores it
    )
    _wait_for_customers(url)
    os.kill(running.pid, getattr(signal, how))
    _, err = running.communicate(timeout=60)
    if how == "SIGINT":
        assert running.returncode == 130
        assert "run the same command again" in err
    before = len(_rows(url)[0])
    assert 0 < before < count
    assert before % 500 == 0
    again = _import(deskui, url, path)
    assert (
        again.out.splitlines()[-1] == f"new {count - before} · merged 0 · updated 0 · unchanged {before} · rejected 0"
    )
    clean = url.replace("shop.sqlite3", "clean.sqlite3")
    _import(deskui, clean, path)
    assert _rows(url) == _rows(clean)


def _wait_for_customers(url: str) -> None:
    """Until the first chunk is in."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            connection = sqlite3.connect(f"file:{url.removeprefix('sqlite:///')}?mode=ro", uri=True)
            found = connection.execute("SELECT count(*) FROM customer").fetchone()[0]
            connection.close()
        except sqlite3.Error:
            continue
        if found:
            return
    raise AssertionError("nothing was imported in a minute")


@pytest.mark.embedded("reads the file")
def test_spend_is_kept_in_the_shops_currency(deskui: Program, url: str, export: Path) -> None:
    _import(deskui, url, export)
    spend = [row[3] for row in _rows(url)[0]]
    assert next(Money("USD", minor).decimal for minor in spend if minor is not None) == 18240.50


@pytest.mark.parametrize(
    ("asked", "taken", "other", "kept"),
    [((), "month", "day", "2011-03-04"), (("--dates", "day-first"), "day", "month", "2011-04-03")],
)
def test_dates_that_could_be_two_are_read_one_way_and_it_is_said_which(
    deskui: Program, url: str, tmp_path: Path, asked: tuple[str, ...], taken: str, other: str, kept: str
) -> None:
    rows = [{"Name": "Ada", "Since": "03/04/2011"}, {"Name": "Ben", "Since": "05/05/2012"}]
    done = _import(deskui, url, write_csv(tmp_path / "shop.csv", ("Name", "Since"), rows), *asked)
    assert f"One date such as 03/04/2011 could be two days, and was read with the {taken} in front" in done.err
    assert f"--dates {other}-first" in done.err
    if url.startswith("sqlite"):
        with sqlite3.connect(url.removeprefix("sqlite:///")) as base:
            assert base.execute("SELECT since FROM customer WHERE name = 'Ada'").fetchone() == (kept,)
