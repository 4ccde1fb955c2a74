"""The tables of signing in, on a database of before; and that none of them can be rewritten."""

from __future__ import annotations

import shutil
import sqlite3
from typing import TYPE_CHECKING, Final

import pytest

from deskui.desk.opening import open_desk
from deskui.domain.signing.waiting import AttemptKind
from deskui.store import models, schema
from deskui.store.reads import signing
from deskui.store.store import Store
from tests.conftest import NOW
from tests.store.spying import full_scans, watched

if TYPE_CHECKING:
    from pathlib import Path

OLD: Final = (
    "INSERT INTO employee (name, role, company, withdrawn_at, extension, phone, branch, interests, present, "
    "created_at, version) VALUES (?, ?, ?, ?, '', '', '', '', 1, 1, 1)"
)


def roles_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, staff: list[tuple[str, str, str, int | None]]
) -> dict[str, str]:
    """Those on the staff list of a database of before, and what they are once a desk was opened on it."""
    folder, file = tmp_path / "migrations", tmp_path / "old.sqlite3"
    shutil.copytree(
        schema.MIGRATIONS,
        folder,
        ignore=lambda _, names: [each for each in names if each >= "0019" and each[0] == "0"],
    )
    with monkeypatch.context() as before:
        before.setattr(schema, "MIGRATIONS", folder)
        Store.open(f"sqlite:///{file.as_posix()}").close()
    with sqlite3.connect(file) as connection:
        connection.executemany(OLD, staff)
        shop = "INSERT INTO shop (name, zone, region, currency, created_at, hours, holidays, version) "
        connection.execute(f"{shop} VALUES ('Alder', 'UTC', 'US', 'USD', 1, '', '', 1)")
    connection.close()
    desk = open_desk(f"sqlite:///{file.as_posix()}")
    try:
        return {row.name: row.role for row in models.Employee.select()}
    finally:
        desk.close()


@pytest.mark.embedded("about a file of before")
@pytest.mark.parametrize(
    ("staff", "administrators"),
    [
        ([("Ada", "clerk", "", None), ("Bea", "supervisor", "", None), ("Cid", "supervisor", "", None)], {"Bea"}),
        ([("Ada", "administrator", "", None), ("Bea", "supervisor", "", None)], {"Ada"}),
        ([("Ada", "expediter", "", None), ("Bea", "clerk", "", None)], {"Bea"}),
        ([("Ada", "supervisor", "", 5), ("Tom", "supervisor", "Hudson", None), ("Bea", "clerk", "", None)], {"Bea"}),
        ([("Ada", "administrator", "", 5), ("Bea", "clerk", "", None)], {"Ada", "Bea"}),
        ([], set()),
    ],
)
def test_a_shop_of_before_has_an_administrator(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    staff: list[tuple[str, str, str, int | None]],
    administrators: set[str],
) -> None:
    roles = roles_after(tmp_path, monkeypatch, staff)
    assert {name for name, role in roles.items() if role == "administrator"} == administrators


def test_wrong_ones_are_counted_by_person_and_by_desk_through_an_index(store: Store) -> None:
    who = [models.Employee.insert(name=name, role="clerk", created_at=NOW).execute() for name in ("Ada", "Ben")]
    for person, desk, kind in (
        *((who[0], "1", AttemptKind.TRIED),) * 3,
        (who[0], "2", AttemptKind.RIGHT),
        *((who[0], "1", AttemptKind.TRIED),) * 2,
        *((who[1], "1", AttemptKind.TRIED),) * 4,
    ):
        row = {"employee": person, "desk": desk, "kind": kind.value, "purpose": "sign in", "at": NOW}
        models.SignInAttempt.insert(**row).execute()
    assert [signing.tries_of(each).wrong for each in who] == [2, 4]
    assert [signing.tries_at(each).wrong for each in ("1", "2", "3")] == [9, 0, 0]
    with watched(store.database) as ran:
        signing.tries_of(who[0])
        signing.tries_at("1")
    assert len(ran) == 2
    assert full_scans(store.database, ran) == []
