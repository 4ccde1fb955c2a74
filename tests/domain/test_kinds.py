"""The kinds that forms offer, from those used and those listed."""

from __future__ import annotations

import pytest

from deskui.domain.ids import WorkKindId
from deskui.domain.kinds import KindOf, WorkKind, kind_typed, offered
from deskui.errors import BadInput


def kind(title: str, *earlier: str, retired: bool = False) -> WorkKind:
    return WorkKind(WorkKindId(1), KindOf.CASE, title, earlier, retired, 1)


def words(used: list[str], *listed: WorkKind) -> tuple[str, ...]:
    return offered(used, listed, str.casefold)


def test_what_is_used_comes_first_in_its_order_then_the_list_in_its() -> None:
    assert words(["repair", "parcel"], kind("parcel"), kind("framing"), kind("keys")) == (
        *("repair", "parcel"),
        *("framing", "keys"),
    )


def test_a_word_on_no_list_stays_possible() -> None:
    assert words(["one of a kind"]) == ("one of a kind",)


def test_what_was_retired_is_offered_no_more_by_any_of_its_words() -> None:
    assert words(["Parcel", "post"], kind("parcel", "post", retired=True), kind("keys")) == ("keys",)


def test_what_was_renamed_is_offered_by_its_new_word_at_the_place_of_the_old() -> None:
    assert words(["repair", "post", "keys"], kind("parcel", "post")) == ("repair", "parcel", "keys")


def test_a_word_that_was_retired_and_is_listed_again_is_offered() -> None:
    assert words(["post"], kind("post"), kind("parcel", "post", retired=True)) == ("post",)


def test_the_spelling_of_the_list_counts() -> None:
    assert words(["PARCEL"], kind("parcel")) == ("parcel",)


@pytest.mark.parametrize("typed", ["", " ", "a, b", "x" * 41, "a\x1bb"])
def test_what_is_no_kind_is_refused(typed: str) -> None:
    with pytest.raises(BadInput):
        kind_typed(typed)
