from __future__ import annotations

import pytest

from deskui.desk.contact_points import doubt
from deskui.domain.customer import ContactKind
from deskui.domain.importing.incoming import IncomingCustomer
from deskui.exchange.doubts import MOST_LISTED, Doubts
from deskui.exchange.draft import Draft
from deskui.exchange.locale_rules import LocaleRules


def test_all_doubtful_rows_are_counted_and_so_many_listed_that_memory_stays_bounded() -> None:
    doubts = Doubts()
    for line in range(2, MOST_LISTED + 102):
        doubts.note(IncomingCustomer("csv", "Ada", doubts=("has no name",), line=line))
    doubts.note(IncomingCustomer("csv", "Ada", line=1))
    assert (doubts.count, len(doubts.listed), doubts.listed[0].line) == (MOST_LISTED + 100, MOST_LISTED, 2)


@pytest.mark.parametrize(
    "address", ["a@b", "jo@@example.org", "ada@example.org", "jörg@köln.example", "a b@example.org"]
)
def test_an_address_is_doubtful_in_a_file_when_it_is_in_a_form(address: str) -> None:
    draft = Draft("csv", LocaleRules())
    draft.add("email", "Email", address)
    draft.add("name", "Name", "Ada")
    assert bool(draft.finish(2, ()).doubts) == bool(doubt(ContactKind.EMAIL, address, "US"))
