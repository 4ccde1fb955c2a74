"""D5: she asked about the business, and looked at its web sites."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.ui.driving import NARROW, NORMAL, WIDE, at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path


class Browser:
    """A browser that only writes down where it was sent."""

    def __init__(self, seen: Path) -> None:
        self._seen = seen

    def went_to(self) -> str:
        return self._seen.read_text("utf-8") if self._seen.exists() else ""


@pytest.fixture
def browsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Browser:
    seen = tmp_path / "browsed"
    browser = tmp_path / "browser"
    browser.write_text(f"#!{sys.executable}\nimport sys\nopen({str(seen)!r}, 'a').write(sys.argv[1])\n")
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))
    return Browser(seen)


@pytest.mark.parametrize("size", [NORMAL, WIDE])
async def test_the_business_is_in_the_header(demo_url: str, home: Path, size: tuple[int, int]) -> None:
    async with at_the_counter(demo_url, home, size=size) as counter:
        await counter.open("pavlo", "Gregory Pavlović")
        await counter.sees("Pavlović Cabinets", where="header")


async def test_on_a_small_screen_it_is_in_the_profile(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, size=NARROW) as counter:
        await counter.open("pavlo", "Gregory Pavlović")
        await counter.press("E")
        await counter.sees("Profile of Gregory Pavlović", "Pavlović Cabinets")


@pytest.mark.skipif(sys.platform == "win32", reason="the browser of this test is a script")
async def test_a_link_is_opened_by_key(demo_url: str, home: Path, browsed: Browser) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("edmund", "Edmund Achterberg")
        await counter.press("A")
        await counter.sees("link https://achterberg.example.org/blog", where="choices")
        await counter.press("end", "o")
        await counter.sees("Opening https://achterberg.example.org/blog", where="keys")
        await counter.until(browsed.went_to, "the browser was started")
    assert browsed.went_to() == "https://achterberg.example.org/blog"


async def test_nothing_but_a_link_is_opened(demo_url: str, home: Path, browsed: Browser) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("edmund", "Edmund Achterberg")
        await counter.press("A")
        await counter.sees("How to reach Edmund Achterberg")
        await counter.press("o")
        await counter.sees("Put the cursor on a link first", where="keys")
    assert browsed.went_to() == ""


@pytest.mark.parametrize("link", ["javascript://x.example/%0aalert(1)", "file:///etc/passwd", "ftp://x.example"])
async def test_other_kinds_of_links_are_refused(demo_url: str, home: Path, browsed: Browser, link: str) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("helen", "Helen Vandermeer")
        await counter.press("A")
        await counter.sees("How to reach Helen Vandermeer")
        await counter.press("a")
        await counter.sees("New contact point of Helen Vandermeer")
        await counter.press("shift+tab")
        await counter.type(f"l\t{link}")
        await counter.press("ctrl+s")
        await counter.sees("A link begins with http:// or https://", link)
    assert browsed.went_to() == ""


async def test_a_machine_without_a_browser_says_so(
    demo_url: str, home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("BROWSER", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    if sys.platform in ("win32", "darwin"):
        pytest.skip("these machines always have one")
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("A")
        await counter.sees("How to reach Shari Caldwell")
        await counter.press("end", "o")
        await counter.sees("no browser that answers; the link is https://sharicaldwell.example.org", where="keys")


async def test_a_link_is_added_by_key(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home) as counter:
        await counter.open("helen", "Helen Vandermeer")
        await counter.press("A")
        await counter.sees("How to reach Helen Vandermeer")
        await counter.press("a")
        await counter.sees("New contact point of Helen Vandermeer")
        await counter.press("shift+tab")
        await counter.type("l\tvandermeer.example.com\tshop")
        await counter.save("Contact point saved")
    with kept(demo_url) as desk:
        view = desk.customers.view(desk.lookup.find("helen vandermeer")[0].customer_id)
        links = [(each.kind.value, each.value, each.label) for each in view.known.points]
        assert ("link", "vandermeer.example.com", "shop") in links
