"""How many a rule fits, in words."""

from __future__ import annotations

from deskui.desk.outreach_rules import MOST_COUNTED, WouldList


def test_where_counting_ends_there_may_be_more() -> None:
    assert WouldList(4, MOST_COUNTED - 1).fitting_words == "999"
    assert WouldList(4, MOST_COUNTED).fitting_words == "1,000 or more"
