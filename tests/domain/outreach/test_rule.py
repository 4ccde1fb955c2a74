"""Rules as they are typed, and in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskui.domain.outreach.consent import checked_consent, stricter
from deskui.domain.outreach.rule import RuleKind, RuleTyped, checked_rule, tiers_typed
from deskui.errors import BadInput


def test_what_is_left_out_is_as_usual_for_the_kind() -> None:
    usual = {kind: checked_rule(RuleTyped("x", kind))["days"] for kind in RuleKind}
    assert usual == {
        RuleKind.QUIET: 180,
        RuleKind.BENEFIT: 14,
        RuleKind.ANNIVERSARY: 7,
        RuleKind.KEPT: 7,
        RuleKind.CLOSED: 10,
        RuleKind.BIRTHDAY: 3,
    }
    assert checked_rule(RuleTyped("x"))["cap"] == 10


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"title": " "}, "The title"),
        ({"days": "0"}, "Days"),
        ({"days": "3651"}, "Days"),
        ({"days": "-7"}, "Days"),
        ({"days": "seven"}, "Days"),
        ({"days": "７"}, "Days"),
        ({"days": "9" * 5000}, "Days"),
        ({"kind": RuleKind.BIRTHDAY, "days": "91"}, "Days"),
        ({"kind": RuleKind.CLOSED, "days": "30"}, "Days"),
        ({"cap": "201"}, "At most a day"),
        ({"years": "0"}, "Years"),
        ({"script": "x" * 2001}, "What to say"),
        ({"tiers": "gold\x00"}, "The tiers"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_sentence(changed: dict[str, object], field: str) -> None:
    with pytest.raises(BadInput) as refused:
        checked_rule(replace(RuleTyped("Missed"), **changed))  # type: ignore[arg-type]
    assert refused.value.field == field
    assert refused.value.sentence.count(".") == 1


def test_tiers_are_folded_and_each_is_there_once() -> None:
    assert tiers_typed(" Premier, GOLD,,premier ,") == ("premier", "gold")


def test_a_refusal_counts_whoever_heard_it() -> None:
    assert [stricter(*pair) for pair in (("", "no"), ("yes", "no"), ("no", "yes"), ("yes", ""), ("", "wrong"))] == [
        *("no", "no", "no", "yes", "wrong")
    ]
    with pytest.raises(BadInput, match="May we call is yes, no or nothing"):
        checked_consent("perhaps", "May we call")
