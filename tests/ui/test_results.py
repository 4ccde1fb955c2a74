"""Why somebody was found stands in the list once, and whole on a narrow screen."""

from __future__ import annotations

from deskui.domain.ids import CustomerId
from deskui.domain.lookup import Hit, Matched
from deskui.ui.panels.results import results


def why(matched: Matched, text: str) -> str:
    hit = Hit(CustomerId(1), "C-7411", "Mary Johnson", "", "", "", "303-555-0100", "", matched, text)
    (item,) = results([hit], 74)
    return "".join(span.text for span in item.lines[0].spans).partition("303-555-0100")[2].strip()


def test_the_reason_says_nothing_twice() -> None:
    assert why(Matched.NUMBER, "C-7411") == "C-7411"
    assert why(Matched.PO, "PO 5121") == "PO 5121"
    assert why(Matched.PO, "5121") == "PO 5121"
    assert why(Matched.SIMILAR, "Mary Johnson") == "similar name"
    assert why(Matched.INTEREST, "roses") == "likes roses"
