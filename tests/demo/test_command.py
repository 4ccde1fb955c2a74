"""`deskui demo` up to the moment the screen opens."""

from __future__ import annotations

import shlex
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from deskui.__main__ import main
from deskui.demo.staff import ACTING
from deskui.desk.opening import open_desk
from deskui.domain.profile import Profile


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where throw-away folders go."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, str, int]]:
    """What was opened on the screen: desk, who is acting, the first customer found, and how many there are."""
    opened: list[tuple[str, str, str, int]] = []

    def open_on_screen(settings: object, url: str, _door_says: str) -> int:
        desk = open_desk(url, create=False, desk_name=settings.desk, employee=settings.employee)  # type: ignore[attr-defined]
        with closing(desk):
            assert desk.session.employee is not None
            count = desk.store.database.execute_sql("SELECT count(*) FROM customer").fetchone()[0]
            first = desk.lookup.find("shari")[0].name
            opened.append((desk.session.desk, desk.session.employee.name, first, count))
        assert Path(settings.drafts).parent.is_dir()  # type: ignore[attr-defined]
        return 0

    monkeypatch.setattr("deskui.cli.screen.refuse_unfit_terminal", lambda: None)
    monkeypatch.setattr("deskui.cli.screen.open_on_screen", open_on_screen)
    return opened


def test_the_pin_of_a_sample_shop_stands_where_one_signs_in(
    shown: list[tuple[str, str, str, int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doors: list[str] = []

    def look_at_the_door(_settings: object, _url: str, says: str) -> int:
        doors.append(says)
        return 0

    monkeypatch.setattr("deskui.cli.screen.open_on_screen", look_at_the_door)
    file = str(tmp_path / "shop.sqlite3")
    assert main(["demo", "--keep", file, "--pins"]) == 0
    assert main(["demo", "--keep", file]) == 0
    assert doors == ["Everybody in this sample shop has the PIN 246810."] * 2
    assert main(["demo"]) == 0
    assert doors[2:] == [""]


def test_the_sample_shop_opens_and_is_gone_afterwards(
    shown: list[tuple[str, str, str, int]], place: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo"]) == 0
    assert [each[:3] for each in shown] == [("Desk 3", "Stephen Okafor", "Shari Caldwell")]
    assert list(place.iterdir()) == []
    assert capfd.readouterr() == ("", "")


def test_made_up_customers_come_beside_them(shown: list[tuple[str, str, str, int]]) -> None:
    assert main(["demo"]) == 0
    assert main(["demo", "--customers", "150"]) == 0
    assert shown[1][3] == shown[0][3] + 150


def test_the_shop_can_be_kept(
    shown: list[tuple[str, str, str, int]], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a shop 100%.sqlite3"
    assert main(["demo", "--keep", str(file)]) == 0
    assert file.stat().st_size > 100_000
    assert shown
    out, err = capfd.readouterr()
    assert out == ""
    assert str(file) in err


def test_a_kept_shop_is_opened_again_as_it_was_left(
    shown: list[tuple[str, str, str, int]], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "shop.sqlite3"
    assert main(["demo", "--keep", str(file)]) == 0
    assert "is there already" not in capfd.readouterr().err
    with closing(open_desk(f"sqlite:///{file.as_posix()}", employee=ACTING)) as desk:
        desk.customers.create(Profile("Ada Newcomer"))
    assert main(["demo", "--keep", str(file), "--customers", "5"]) == 0
    assert [each[:3] for each in shown] == [("Desk 3", "Stephen Okafor", "Shari Caldwell")] * 2
    assert shown[1][3] == shown[0][3] + 1
    said = capfd.readouterr().err
    assert f"{file} is there already: opening the sample shop in it as it was left." in said
    assert "added to a new sample shop only" in said


def test_the_commands_that_go_on_can_be_pasted_into_a_shell(
    shown: list[tuple[str, str, str, int]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["deskui"])
    assert main(["demo", "--keep", "a shop 100%.sqlite3"]) == 0
    lines = [shlex.split(line) for line in capfd.readouterr().err.splitlines() if line.startswith("  ")]
    file = tmp_path / "a shop 100%.sqlite3"
    assert lines == [
        ["deskui", "demo", "--keep", str(file)],
        ["deskui", "--database", f"sqlite:///{tmp_path.as_posix()}/a shop 100%25.sqlite3"],
    ]
    assert main([*lines[1][1:], "find", "shari"]) == 0


def test_a_shop_of_ones_own_is_not_taken_for_a_sample(
    shown: list[tuple[str, str, str, int]], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.sqlite3"
    with closing(open_desk(f"sqlite:///{file.as_posix()}")) as desk:
        desk.shop.set_up("Riverside Hardware", "Desk 1", "Ada")
    before = file.read_bytes()
    assert main(["demo", "--keep", str(file)]) == 2
    assert "is no sample shop" in capfd.readouterr().err
    assert (file.read_bytes(), shown) == (before, [])


def test_a_file_that_is_there_is_left_as_it_is(
    shown: list[tuple[str, str, str, int]], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "precious.txt"
    file.write_text("precious")
    assert main(["demo", "--keep", str(file)]) == 2
    assert file.read_text() == "precious"
    assert (
        capfd.readouterr().err == f"{file} is there already and is no sample shop; name a file that is not there.\n"
    )
    assert shown == []


def test_no_half_made_file_is_left_behind(
    shown: list[tuple[str, str, str, int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("deskui.demo.shop.fill", interrupted)
    kept = tmp_path / "kept"
    kept.mkdir()
    assert main(["demo", "--customers", "10", "--keep", str(kept / "shop.sqlite3")]) == 130
    assert list(kept.iterdir()) == []
    assert shown == []


def test_without_a_terminal_nothing_is_made(place: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "shop.sqlite3"
    assert main(["demo", "--keep", str(file)]) == 2
    assert not file.exists()
    assert list(place.iterdir()) == []
    assert capfd.readouterr().err.count("\n") == 1
