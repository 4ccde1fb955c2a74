from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskui.domain.customer import ContactKind
from deskui.domain.importing.incoming import IncomingCustomer, IncomingPoint, Refused
from deskui.exchange import vcards
from deskui.exchange.locale_rules import LocaleRules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Read = Callable[..., list[IncomingCustomer]]

OLD = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg M=C3=BC=
ller
TEL;CELL:+49 170 1234567
PHOTO;JPEG;ENCODING=BASE64:
 AAAA
BBBBCCCC
 DDDD

NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo
END:VCARD
"""
NEW = """BEGIN:VCARD\r
VERSION:4.0\r
UID:urn:uuid:4fbe8971\r
N:Caldwell;Shari;Q.;Dr.;Jr.\r
FN:Shari Q. Cald\r
 well\r
item1.TEL;VALUE=uri;TYPE="voice,home":tel:+1-303-555-0142;ext=102\r
item2.TEL:303 555 0143\r
item2.X-ABLabel:_$!<Mobile>!$_\r
EMAIL;PREF=1:shari@example.org\r
ORG:Acme;Sales\r
ADR;TYPE=home:;;123 Main St;Denver;CO;80202;USA\r
BDAY:--0203\r
CATEGORIES:vip,books\r
NOTE:one\\ntwo\\, three\r
END:VCARD\r
"""


def test_version_2_1_with_quoted_printable_and_a_picture(read: Read) -> None:
    (who,) = read(OLD)
    assert (who.name, who.given_name, who.family_name) == ("Jörg Müller", "Jörg", "Müller")
    assert who.points == (IncomingPoint(ContactKind.PHONE, "+49 170 1234567", "mobile"),)
    assert who.notes == ("one\ntwo",)


def test_version_4_with_groups_folding_and_addresses_of_the_web(read: Read) -> None:
    (who,) = read(NEW)
    assert (who.name, who.external_id, who.company, who.birthday) == (
        *("Shari Q. Caldwell", "urn:uuid:4fbe8971", "Acme", "--02-03"),
    )
    assert who.points == (
        IncomingPoint(ContactKind.PHONE, "+1-303-555-0142", "home"),
        IncomingPoint(ContactKind.PHONE, "303 555 0143", "mobile"),
        IncomingPoint(ContactKind.EMAIL, "shari@example.org"),
        IncomingPoint(ContactKind.ADDRESS, "123 Main St, Denver, CO, 80202, USA", "home"),
    )
    assert who.custom == {"Tags": "vip, books"}
    assert who.notes == ("one\ntwo, three",)


@pytest.mark.parametrize(
    ("card", "reason"),
    [
        ("BEGIN:VCARD\nVERSION:3.0\nNOTE:x\nEND:VCARD\n", "names nobody"),
        ("BEGIN:VCARD\nVERSION:3.0\nFN:Ada\n", "no end"),
        ("BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:All\nEND:VCARD\n", "group"),
        ("BEGIN:VCARD\nno property at all\nEND:VCARD\n", "cannot be read"),
    ],
)
def test_a_bad_card_is_refused_and_the_next_one_comes(
    read: Callable[..., list[object]], card: str, reason: str
) -> None:
    bad, good = read(card + NEW)
    assert isinstance(bad, Refused)
    assert bad.line == 1
    assert reason in bad.reason
    assert isinstance(good, IncomingCustomer)


def test_a_birthday_that_cannot_be_read_costs_a_card_nothing_else(read: Read) -> None:
    (who,) = read("BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nBDAY:1980-02-30\nEND:VCARD\n")
    assert (who.name, who.birthday) == ("Ada", "")
    assert who.doubts == ('has a birthday that cannot be read, "1980-02-30", and comes without it',)


@given(st.text(st.sampled_from('BEGINDVCAR:;=\n ,\\"NTELFx0é'), max_size=120))
def test_any_card_is_read_or_refused(inside: str) -> None:
    text = f"BEGIN:VCARD\nVERSION:3.0\n{inside}\nEND:VCARD\n"
    lines = iter([(number, line + "\n") for number, line in enumerate(text.split("\n"), 1)])
    for record in vcards.read(lines, LocaleRules()):
        assert isinstance(record, IncomingCustomer | Refused)


def test_a_card_without_end_is_not_held_in_memory() -> None:
    def endless() -> Iterator[tuple[int, str | None]]:
        yield 1, "BEGIN:VCARD\n"
        yield 2, "PHOTO;ENCODING=b:AAAA\n"
        for number in range(3, 50_000):
            yield number, f" {'A' * 75}\n"
        for number in range(50_000, 100_000):
            yield number, f"NOTE:{number} {'x' * 75}\n"

    tracemalloc.start()
    (refused,) = vcards.read(endless(), LocaleRules())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(refused, Refused)
    assert peak < 3_000_000
