"""What the command line does is nobody's of the staff in the journal, and at no desk."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from deskui.desk.opening import open_desk
from deskui.desk.session import COMMAND_LINE
from tests import postgres
from tests.ui.driving import demo_file, demo_url

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Outcome

__all__ = ["demo_file", "demo_url"]

BEN = {"DESKUI_EMPLOYEE": "Ben"}


def entries(url: str, above: int = 0) -> list[tuple[str, str, int | None]]:
    """Verb, desk and employee of what was journalled behind that entry, the oldest first."""
    with postgres.plain(url) as connection:
        asked = f"SELECT verb, desk, employee_id FROM journal WHERE id > {above} ORDER BY id"
        return [tuple(each) for each in connection.execute(asked).fetchall()]


def test_all_that_is_written_there_names_nobody(
    deskui: Callable[..., Outcome], demo_url: str, tmp_path: Path
) -> None:
    before, people = len(entries(demo_url)), tmp_path / "people.csv"
    setup, manual = tmp_path / "setup.toml", tmp_path / "manual"
    people.write_text("Name,Email\nNew Person,new@example.org\n", "utf-8")
    for asked, variables in (
        (("setup", "export", setup), {}),
        (("story", "1043"), {}),
        (("story", "1043"), BEN),
        (("board", "--days", "30"), {}),
        (("board", "--days", "30"), BEN),
        (("import", people), {}),
        (("manual", "export", manual), {}),
    ):
        assert deskui("--database", demo_url, *asked, **variables).code == 0
    setup.write_text(setup.read_text("utf-8").replace("one_in = 10", "one_in = 4"), "utf-8")
    assert deskui("--database", demo_url, "setup", "import", setup).code == 0
    article = min(manual.rglob("*.md"))
    article.write_text(f"{article.read_text('utf-8')}\nOne line more.\n", "utf-8")
    assert deskui("--database", demo_url, "manual", "import", manual).code == 0
    written = entries(demo_url, before)
    assert {verb for verb, _, _ in written} >= {"export", "import", "review.rules", "manual.revise"}
    assert {(desk, who) for _, desk, who in written} == {(COMMAND_LINE, None)}


def test_the_first_start_by_a_file_too(deskui: Callable[..., Outcome], shop: str, tmp_path: Path) -> None:
    file, other = tmp_path / "setup.toml", f"sqlite:///{(tmp_path / 'other.sqlite3').as_posix()}"
    deskui("--database", shop, "setup", "export", file)
    assert deskui("--database", other, "setup", "import", file).code == 0
    assert {(desk, who) for _, desk, who in entries(other)} == {(COMMAND_LINE, None)}


def test_a_pin_that_is_set_there_too(deskui: Callable[..., Outcome], shop: str) -> None:
    with closing(open_desk(shop, as_owner=True)) as desk:
        desk.signing.set_pin(desk.shop.staff()[0].id, "731846")
    assert entries(shop)[-1] == ("pin.reset", COMMAND_LINE, None)
