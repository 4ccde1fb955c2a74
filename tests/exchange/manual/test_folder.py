"""The manual as a folder of files: out, in, and out again as it was, whatever is in them."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskui.desk.opening import open_desk
from deskui.domain.manual.file_text import file_text, read_file_text
from deskui.domain.manual.typed import ArticleTyped, checked, checked_ties
from deskui.errors import BadInput
from deskui.exchange.manual.exporting import export_manual, files
from deskui.exchange.manual.importing import LARGEST, Became, import_manual
from deskui.exchange.manual.names import file_stem
from deskui.store import models
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deskui.desk.desk import Desk
    from tests.desk.counter import Counter

FEE: Final = ArticleTyped(
    "policy",
    "Waiving the fee",
    "# When\n\nAlways.\n\n---\ntitle: no term",
    tags="fee, truck",
    valid_from="2026-06-01",
    valid_until="2027-06-01",
    may_quote=True,
    decides="supervisor",
    about="waive fee",
    products="truck, hot wheels",
    cases="order",
    benefits="coupon",
)
FILE: Final = "---\ntitle: {}\nkind: tip\nvalid from: 2026-01-01\n---\n\n{}\n"


@pytest.fixture
def shop(counter: Counter) -> Desk:
    models.Employee.update(role="supervisor").execute()
    return counter.desk


def told(desk: Desk, folder: Path, *, dry_run: bool = False) -> dict[str, str]:
    return {each.name: each.became.value for each in import_manual(desk, folder, dry_run=dry_run)}


def reasons(desk: Desk, folder: Path) -> dict[str, str]:
    return {each.name: each.reason for each in import_manual(desk, folder) if each.became is Became.REFUSED}


def content(folder: Path) -> dict[str, bytes]:
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_out_and_in_again_changes_nothing(shop: Desk, tmp_path: Path) -> None:
    shop.manual.add(FEE)
    shop.manual.add(replace(FEE, kind="tip", title="Waiving the fee!", decides="", about=""))
    done = export_manual(shop, tmp_path / "m")
    assert (done.written, done.unchanged, done.refused) == (2, 0, [])
    assert set(content(tmp_path / "m")) == {"policies/waiving-the-fee.md", "tips/waiving-the-fee.md"}
    assert set(told(shop, tmp_path / "m").values()) == {"unchanged"}
    assert export_manual(shop, tmp_path / "m").unchanged == 2


def test_a_folder_brought_into_another_shop_comes_out_of_it_as_it_went_in(
    shop: Desk, tmp_path: Path, other: Callable[[], Desk]
) -> None:
    article = shop.manual.add(FEE).subject
    shop.manual.add(replace(FEE, kind="guide", title="Claims", text="1. form\n2. send"))
    later = replace(FEE, text="Never.", valid_from="2027-01-01", valid_until="", why="so")
    shop.manual.revise(article, 1, later)  # type: ignore[arg-type]
    export_manual(shop, tmp_path / "one")
    with closing(other()) as desk:
        assert sorted(told(desk, tmp_path / "one").values()) == ["changed", "new", "new"]
        assert set(told(desk, tmp_path / "one").values()) == {"unchanged"}
        export_manual(desk, tmp_path / "two")
    assert content(tmp_path / "one") == content(tmp_path / "two") != {}


@pytest.fixture
def other(tmp_path: Path) -> Callable[[], Desk]:
    def opened() -> Desk:
        desk = open_desk(f"sqlite:///{tmp_path}/other.db", clock=lambda: NOW)
        desk.shop.set_up("Other", "Desk", "Ann", zone="America/Denver")
        models.Employee.update(role="supervisor").execute()
        return desk

    return opened


LINES: Final = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), max_size=40)
TEXTS: Final = st.lists(st.one_of(LINES, st.sampled_from(("---", "title: x", "# a", "", "\t- b"))), max_size=8).map(
    "\n".join
)
TYPED: Final = st.builds(
    ArticleTyped,
    kind=st.sampled_from(("policy", "guide", "product note", "tip")),
    title=LINES,
    text=TEXTS,
    tags=LINES,
    valid_from=st.dates().map(lambda day: day.isoformat() if day.year > 1950 else ""),
    may_quote=st.booleans(),
    decides=st.sampled_from(("", "clerk", "supervisor")),
    about=LINES,
    products=LINES,
    cases=LINES,
    benefits=LINES,
)


@given(TYPED)
@settings(max_examples=150, deadline=None)
def test_whatever_is_accepted_is_read_from_its_file_just_as_it_was_kept(typed: ArticleTyped) -> None:
    today = NOW.date()
    try:
        kept, ties = checked(typed, today), checked_ties(typed)
    except BadInput:
        return
    plain = {name: value for name, value in kept.items() if name not in ("valid_from", "valid_until", "why")}
    as_kept = replace(typed, **plain, valid_from=kept["valid_from"].isoformat())
    again = read_file_text(file_text(as_kept))
    assert (checked(again, today) | {"why": ""}, checked_ties(again)) == (kept | {"why": ""}, ties)
    assert file_text(again) == file_text(read_file_text(file_text(again)))


def test_a_dry_run_says_the_same_and_changes_nothing(shop: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FILE.format("A", "text"))
    assert told(shop, tmp_path, dry_run=True) == {"a.md": "new"}
    assert models.Article.select().count() == 0
    assert told(shop, tmp_path) == {"a.md": "new"}
    (tmp_path / "a.md").write_text(FILE.format("A", "other"))
    assert told(shop, tmp_path, dry_run=True) == told(shop, tmp_path) == {"a.md": "changed"}
    assert told(shop, tmp_path) == {"a.md": "unchanged"}
    assert models.ArticleVersion.select().count() == 2


def test_what_cannot_be_brought_in_says_why_and_stops_nothing_else(shop: Desk, tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text(FILE.format("Good", "text"))
    (tmp_path / "latin.md").write_bytes("---\ntitle: Caf\xe9\nkind: tip\n---\n\nx".encode("latin-1"))
    (tmp_path / "huge.md").write_text("x" * (LARGEST + 1))
    (tmp_path / "plain.md").write_text("# No terms")
    (tmp_path / "open.md").write_text("---\ntitle: x\nkind: tip\n")
    (tmp_path / "kind.md").write_text("---\ntitle: x\nkind: rumour\n---\n\nx")
    (tmp_path / "term.md").write_text("---\ntitle: x\nkind: tip\nauthor: me\n---\n\nx")
    (tmp_path / "twice.md").write_text("---\ntitle: x\ntitle: y\nkind: tip\n---\n\nx")
    (tmp_path / "escape.md").write_text("---\ntitle: x\x1b[2J\nkind: tip\n---\n\nx")
    (tmp_path / "same.md").write_text(FILE.format("good", "text"))
    (tmp_path / "link.md").symlink_to("/etc/passwd")
    (tmp_path / "notes.txt").write_text("not looked at")
    found = reasons(shop, tmp_path)
    for name, words in {
        "latin.md": "not in UTF-8",
        "huge.md": "is the most",
        "plain.md": "three dashes",
        "open.md": "ends the terms is missing",
        "kind.md": "one of policy",
        "term.md": "is not one of its terms",
        "twice.md": "twice",
        "escape.md": "cannot be seen",
        "same.md": "is the same article already",
        "link.md": "is a link",
    }.items():
        assert words in found.pop(name), name
    assert found == {}
    assert [each.title for each in models.Article.select()] == ["Good"]


def test_names_of_files_that_would_steer_a_terminal_are_told_with_marks(shop: Desk, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2Jb.md").write_text("x")
    if os.sep == "/":
        (tmp_path / os.fsdecode(b"caf\xe9.md")).write_text("x")
    for name in reasons(shop, tmp_path):
        assert name.isprintable(), name
        name.encode()


@pytest.mark.parametrize(
    "title",
    ["../../etc/passwd", "/etc/passwd", "CON", "a\\b", "..", "…", "x" * 120, "日本", "-rf", "a/../../b", "nul."],
)
def test_a_title_is_never_a_path(shop: Desk, tmp_path: Path, title: str) -> None:
    folder = tmp_path / "manual"
    shop.manual.add(replace(FEE, title=title))
    export_manual(shop, folder)
    (name,) = (each for each in content(tmp_path) if each.endswith(".md"))
    assert name.startswith("manual/policies/")
    assert name.count("/") == 2
    assert file_stem(title).strip("-")


def test_an_export_never_follows_a_link_out_of_its_folder(shop: Desk, tmp_path: Path) -> None:
    shop.manual.add(FEE)
    outside, folder = tmp_path / "outside", tmp_path / "manual"
    outside.mkdir()
    folder.mkdir()
    (folder / "policies").symlink_to(outside)
    assert [name for name, _ in export_manual(shop, folder).refused] == ["policies/waiving-the-fee.md"]
    assert list(outside.iterdir()) == []


def test_an_export_leaves_alone_what_is_no_article(shop: Desk, tmp_path: Path) -> None:
    shop.manual.add(FEE)
    place = tmp_path / "policies" / "waiving-the-fee.md"
    place.parent.mkdir()
    place.write_text("my own notes")
    assert "no article" in export_manual(shop, tmp_path).refused[0][1]
    assert place.read_text() == "my own notes"


def test_a_retired_article_is_neither_written_nor_changed_by_a_file(shop: Desk, tmp_path: Path) -> None:
    article = shop.manual.add(FEE).subject
    export_manual(shop, tmp_path)
    shop.manual.retire(article, 1)  # type: ignore[arg-type]
    assert list(files(shop)) == []
    assert "was retired" in reasons(shop, tmp_path)["policies/waiving-the-fee.md"]
