from __future__ import annotations

import pytest

from deskui.domain.promises.kinds import kind_in, singular
from tests.usual_kinds import USUAL_KINDS

KNOWN = [(name, name.split()) for name in ("parts", "answer", "hub answer", "call back", "delivery", "glasses")]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("call back", "call back"),
        ("call her back about the bill", "call back"),
        ("back", ""),
        ("part here", "parts"),
        ("deliveries to both", "delivery"),
        ("hub answers", "hub answer"),
        ("answer from the hub", "hub answer"),
        ("answer on parts", "parts"),
        ("glass", "glasses"),
        ("partial refund", ""),
        ("", ""),
    ],
)
def test_a_kind_is_read_when_all_its_words_are_said(line: str, kind: str) -> None:
    assert kind_in(line.split(), KNOWN) == kind


def test_of_kinds_as_long_the_first_is_read() -> None:
    assert kind_in(["answer", "parts"], [("answer", ["answer"]), ("parts", ["parts"])]) == "answer"
    assert kind_in(["answer"], [("", [])]) == ""


def test_singulars_are_simple_and_come_to_rest() -> None:
    for kind in USUAL_KINDS:
        for word in kind.split():
            assert singular(singular(word)) == singular(word)
    assert [singular(word) for word in ("boxes", "gas", "bus", "class", "classes")] == [
        "box",
        "gas",
        "bus",
        "class",
        "class",
    ]
