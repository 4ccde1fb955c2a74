"""How many rows a second `deskui import` takes in, beside reading the file alone and a plain executemany.

Run: python -m tests.benchmarks.import_rows --rows 100000
The file has Shopify's customer columns and made-up people. It prints a table and never fails on time.
"""

from __future__ import annotations

import argparse
import csv
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from deskui.demo import telephones
from deskui.demo.names import Names
from deskui.settings import sqlite_url
from deskui.store.normalise.letters import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HEADER: Final = (
    "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,"
    "Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,"
    "Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,"
    "Tax Exempt,Tags"
).split(",")


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the file, import it twice, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rows", type=int, default=100_000)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "customers_export.csv"
        write_file(file, asked.rows)
        _say(f"{asked.rows:,} rows, {file.stat().st_size / 1e6:.0f} MB\n{'':32}  seconds    rows/s")
        _line("reading with csv alone", asked.rows, lambda: _read(file))
        _line("plain executemany, one table", asked.rows, lambda: _plain(file, folder / "plain.sqlite3"))
        url = sqlite_url(folder / "shop.sqlite3")
        _line("deskui import", asked.rows, lambda: _import(url, file))
        _line("deskui import, the same again", asked.rows, lambda: _import(url, file))


def write_file(file: Path, rows: int) -> None:
    """A Shopify customers export of made-up people, always the same ones."""
    rng = Random(1)
    names = Names()
    with file.open("w", encoding="utf-8", newline="") as written:
        out = csv.writer(written)
        out.writerow(HEADER)
        for first in range(0, rows, 5000):
            for at, who in enumerate(names.draw(rng, min(5000, rows - first)), first):
                phone = telephones.draw(rng)[1]
                local = f"{fold(who.given).replace(' ', '')}.{at}"
                out.writerow(
                    (
                        *(f"'{7_000_000_000_000 + at}", who.given, who.family, f"{local}@example.org", "yes", ""),
                        *(f"{at % 4000} Maple Street", "", "Denver", "CO", "US", "'80206", f"'{phone}", f"'{phone}"),
                        *(
                            "no",
                            f"{at % 900}.{at % 100:02d}",
                            at % 7,
                            "likes roses" if at % 10 == 0 else "",
                            "no",
                            "",
                        ),
                    )
                )


def _read(file: Path) -> str:
    with file.open(encoding="utf-8", newline="") as lines:
        return f"{sum(1 for _ in csv.reader(lines)):,} lines"


def _plain(file: Path, place: Path) -> str:
    connection = sqlite3.connect(place, isolation_level=None)
    connection.execute("PRAGMA journal_mode = wal")
    connection.execute(f"CREATE TABLE plain ({', '.join(f'c{at}' for at in range(len(HEADER)))})")
    with file.open(encoding="utf-8", newline="") as lines:
        connection.execute("BEGIN")
        marks = ", ".join("?" * len(HEADER))
        connection.executemany(f"INSERT INTO plain VALUES ({marks})", csv.reader(lines))
        connection.execute("COMMIT")
    connection.close()
    return ""


def _import(url: str, file: Path) -> str:
    """The command as it is typed, start-up included."""
    command = [sys.executable, "-m", "deskui", "--database", url, "import", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return (done.stdout or done.stderr).strip().splitlines()[-1]


def _line(name: str, rows: int, work: Callable[[], str]) -> None:
    started = time.perf_counter()
    said = work()
    seconds = time.perf_counter() - started
    _say(f"{name:32}{seconds:9.2f} {rows / seconds:9,.0f}  {said}")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
