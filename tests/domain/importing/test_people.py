from __future__ import annotations

from deskui.domain.importing.merge import Person
from deskui.domain.importing.people import Kept, People
from tests.domain.importing.import_rows import row

PHONE = "+13035550142"
MAIL = "home@example.org"


def person(id: int, name: str, *points: tuple[str, str]) -> Person:
    return Person(id, folded=name, columns={"name": name}, points=dict.fromkeys(points, (1, 1, "")))


def people(*persons: Person, claimed: frozenset[int] = frozenset(), **numbers: int) -> People:
    """Those persons, with whatever phone and e-mail they have; a keyword is a loyalty number and whose it is."""
    owners: dict[str, list[tuple[int, str]]] = {}
    for one in persons:
        for _, key in one.points:
            owners.setdefault(key, []).append((one.id or 0, one.folded))
    aliases = {("loyalty", number): who for number, who in numbers.items()}
    return People(Kept({one.id or 0: one for one in persons}, owners, aliases, claimed))


def test_the_same_name_with_the_same_phone_or_e_mail_is_the_same_person() -> None:
    ada = person(1, "ada", ("phone", PHONE), ("email", MAIL))
    assert people(ada).same(row("Ada", ("phone", PHONE))) is ada
    assert people(ada).same(row("Ada", ("email", MAIL))) is ada
    assert people(ada).same(row("Ben", ("email", MAIL))) is None
    assert people(ada).same(row("Ada")) is None


def test_a_number_alone_is_no_proof_but_with_the_name_or_the_phone_it_is() -> None:
    ada = person(1, "ada", ("phone", PHONE))
    known = people(ada, A77=1)
    assert known.same(row("Ada", loyalty="A77")) is ada
    assert known.same(row("Ada Okafor", ("phone", PHONE), loyalty="A77")) is ada
    assert known.same(row("Ben", loyalty="A77")) is None


def test_whom_the_same_program_has_under_another_number_is_somebody_else() -> None:
    father = person(1, "ben okafor", ("phone", PHONE))
    son = row("Ben Okafor", ("phone", PHONE), id="8")
    assert people(father, claimed=frozenset({1})).same(son) is None
    assert people(father).same(son) is father


def test_a_person_added_just_now_is_found_by_the_next_row() -> None:
    known, added = people(), Person()
    first = row("Ada", ("email", MAIL))
    added.take(first, None, known.taken)
    known.register(first, added)
    assert known.same(row("Ada", ("email", MAIL), ("phone", PHONE))) is added


def test_an_order_goes_to_the_only_owner_of_its_address_and_to_nobody_when_two_have_it() -> None:
    ada, ben = person(1, "ada", ("email", MAIL)), person(2, "ben", ("email", MAIL))
    assert people(ada).only_owner(row("A. Okafor", ("email", MAIL))) == 1
    assert people(ada, ben).only_owner(row("A. Okafor", ("email", MAIL))) is None
