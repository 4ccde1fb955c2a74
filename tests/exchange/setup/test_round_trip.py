"""The set-up of a shop goes out and in again as it was, whatever was typed."""

from __future__ import annotations

from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from deskui.desk.limits import LimitTyped
from deskui.desk.opening import open_desk
from deskui.domain.benefits.benefit import BenefitKind, Worth
from deskui.domain.benefits.typed import TypeTyped
from deskui.domain.goodwill.goodwill import GoodwillKind
from deskui.domain.kinds import KindOf
from deskui.domain.money import Money
from deskui.domain.outreach.rule import RuleTyped, typed_rule
from deskui.domain.staff import EmployeeTyped, Role
from deskui.domain.steps.step_list import ListKind, Stage
from deskui.domain.steps.template import TemplateTyped
from deskui.errors import BadInput, DeskError
from deskui.exchange.setup.exporting import setup_text
from deskui.exchange.setup.importing import Became, import_setup
from deskui.exchange.setup.reading import setup_in
from deskui.store import models
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deskui.desk.desk import Desk


@pytest.fixture
def desks(make_url: Callable[[], str]) -> Iterator[Callable[[], Desk]]:
    """Each call opens the desk on a database of its own; the one before has to be done with."""
    with ExitStack() as stack:

        def desk() -> Desk:
            opened = open_desk(make_url(), clock=lambda: NOW)
            stack.callback(opened.close)
            return opened

        yield desk


LINES = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), max_size=30)
WORDS = st.one_of(st.sampled_from(["- 1. x", '"""', "\\", "a, b", "#", "it's", "Zoë", "[x]", "ｆ"]), LINES)
TEXTS = st.lists(WORDS, max_size=3).map("\n".join)


def tried(work: Callable[[], object]) -> None:
    """What the desk refuses is not set up."""
    try:
        work()
    except DeskError:
        return


def set_up_at_random(desk: Desk, data: st.DataObject) -> None:
    line, text, flag = (lambda: data.draw(WORDS)), (lambda: data.draw(TEXTS)), (lambda: data.draw(st.booleans()))
    desk.shop.set_up("Alder", "Desk 1", "Ada", zone="America/Denver")
    names = ["Ada"]
    for _ in range(data.draw(st.integers(0, 3))):
        name, company = line(), data.draw(st.sampled_from(["", "", line()]))
        person = EmployeeTyped(
            name,
            data.draw(st.sampled_from(Role)),
            *(line(), line(), line(), text(), company),
            skills=text(),
            hours=data.draw(st.sampled_from(["", "closed", "mon-fri 9-18", "22:00-06:00", "24 h"])),
            holidays=data.draw(st.sampled_from(["", "none", "2026-12-25, 2027-01-01"])),
            zone=data.draw(st.sampled_from(["", "Europe/Berlin"])),
            deputies=data.draw(st.sampled_from(["", *names])),
            is_manager=flag(),
        )
        tried(lambda person=person: (desk.directory.add if person.company else desk.shop.hire)(person))
        names = [each.employee.name for each in desk.directory.everybody()]
    tried(lambda: desk.kinds.add(data.draw(st.sampled_from(KindOf)), line()))
    kind = desk.kinds.listed()[0]
    tried(lambda: desk.kinds.rename(kind.id, kind.version, line()))
    for role in (Role.CLERK, Role.SUPERVISOR):
        limit = LimitTyped(role, None, data.draw(st.sampled_from([None, *GoodwillKind])), "40", "", per_clerk="0")
        tried(lambda limit=limit: desk.limits.set(limit))
    for kind_of in ListKind:
        listed = TemplateTyped(kind_of, line(), text(), line(), data.draw(st.sampled_from(Stage)), flag())
        tried(lambda listed=listed: desk.steps.add_template(listed))
        tried(lambda listed=listed: desk.steps.add_template(listed))  # nothing forbids two of one title
    worth = data.draw(st.sampled_from([Worth(), Worth(1250), Worth(0, Money("USD", 4005))]))
    benefit = TypeTyped(line(), data.draw(st.sampled_from(BenefitKind)), worth, 90, text(), line(), flag(), flag())
    tried(lambda: desk.benefit_types.add(benefit))
    tried(lambda: desk.outreach.rules.add(RuleTyped(line(), days="20", tiers="Gold, Premier", script=text())))
    shipped = desk.outreach.rules.rules()[0]
    tried(lambda: desk.outreach.rules.edit(shipped.family, 1, typed_rule(shipped)))


@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_what_comes_out_goes_into_a_new_shop_and_comes_out_the_same(
    desks: Callable[[], Desk], data: st.DataObject
) -> None:
    with closing(desks()) as first:
        set_up_at_random(first, data)
        text = setup_text(first)
        assert became(first, text) <= {Became.UNCHANGED}
        assert setup_text(first) == text
    with closing(desks()) as second:
        assert became(second, text) <= {Became.NEW}
        assert setup_text(second) == text
        rows = models.Journal.select().count()
        assert became(second, text) <= {Became.UNCHANGED}
        assert models.Journal.select().count() == rows


def became(desk: Desk, text: str) -> set[Became]:
    return {each.became for each in import_setup(desk, setup_in(text))}


BY_HAND = """
# What a new shop begins with.
[shop]
name = "Birch"      # on every slip
time_zone = "berlin"
country = "de"
currency = "eur"

[hours]
week = "mon-fri 9am-6pm"
holidays = [2026-12-25]

[kinds]
cases = ["framing", "keys"]

[review]
sensitive_words = ["hospital", "owes us"]
one_in = 5

[[staff]]
name = "Ben"
deputies = ["Ada", "Tom"]

[[staff]]
name = "Ada"
role = "administrator"

[[staff]]
name = "Tom"
company = "Hudson"

[[limit]]
role = "clerk"
each_act = "40"

[[limit]]
person = "Ben"
kind = "credit"
in_all = "0"

[[checklist]]
title = "Closing up"
steps = ["doors", "till"]
"""


def test_a_file_written_by_hand_is_a_first_start_and_the_second_time_nothing(desks: Callable[[], Desk]) -> None:
    desk = desks()
    told = import_setup(desk, setup_in(BY_HAND))
    assert {each.became for each in told} == {Became.NEW}
    assert [each.name for each in told][4:8] == ["staff Ada", "staff Ben", "staff Tom Hudson", "limit clerk"]
    assert desk.session.zone.key == "Europe/Berlin"
    ben = next(each for each in desk.directory.everybody() if each.employee.name == "Ben")
    assert [each.employee.name for each in ben.deputies] == ["Ada", "Tom"]
    assert desk.cases.kinds() == ("framing", "keys")
    review = desk.reviewing.rules()
    assert (review.words, review.one_in, review.first) == ("hospital\nowes us", 5, 10)
    assert became(desk, BY_HAND) == {Became.UNCHANGED}


def test_a_rule_that_every_shop_begins_with_and_that_was_renamed_does_not_come_back(
    desks: Callable[[], Desk],
) -> None:
    with closing(desks()) as first:
        import_setup(first, setup_in(BY_HAND))
        shipped = first.outreach.rules.rules()[0]
        first.outreach.rules.edit(shipped.family, 1, replace(typed_rule(shipped), title="How did it go, then?"))
        first.outreach.rules.add(replace(typed_rule(shipped), title="And another"))
        text = setup_text(first)
    with closing(desks()) as second:
        import_setup(second, setup_in(text))
        assert setup_text(second) == text


def test_what_changed_is_told_before_and_after(desks: Callable[[], Desk]) -> None:
    desk = desks()
    import_setup(desk, setup_in(BY_HAND))
    text = """
[hours]
week = "mon-fri 9:00-18:00"
holidays = []
[kinds]
cases = ["keys", "aquariums"]
[[staff]]
name = "Ben"
manager = true
[[limit]]
role = "clerk"
each_act = "60.00"
"""
    told = import_setup(desk, setup_in(text), dry_run=True)
    assert {each.name: [str(change) for change in each.changes] for each in told} == {
        "hours": ["holidays: - 2026-12-25"],
        "kinds": ['cases: - "framing"; + "aquariums"'],
        "staff Ben": ["manager: false → true"],
        "limit clerk": ['each_act: "40.00" → "60.00"'],
    }
    assert import_setup(desk, setup_in(text)) == told


def test_what_a_file_leaves_out_stays_and_nobody_is_removed(desks: Callable[[], Desk]) -> None:
    desk = desks()
    import_setup(desk, setup_in(BY_HAND))
    told = import_setup(desk, setup_in('[[staff]]\nname = "ben"\nextension = "4417"\n'))
    assert [(each.name, each.became) for each in told] == [("staff ben", Became.CHANGED)]
    people = {each.employee.name: each for each in desk.directory.everybody()}
    assert people.keys() == {"Ada", "ben", "Tom"}
    assert (people["ben"].employee.extension, len(people["ben"].deputies)) == ("4417", 2)


def everything() -> dict[str, list[dict[str, Any]]]:
    return {str(each._meta.table_name): list(each.select().dicts()) for each in models.MODELS}


def test_a_dry_run_says_the_same_and_changes_nothing(desks: Callable[[], Desk]) -> None:
    desk = desks()
    import_setup(desk, setup_in(BY_HAND))
    before, session = everything(), desk.session
    text = '[shop]\nname = "Beech"\n[[staff]]\nname = "Zoe"\n'
    told = import_setup(desk, setup_in(text), dry_run=True)
    assert [each.became for each in told] == [Became.CHANGED, Became.NEW]
    assert (everything(), desk.session) == (before, session)
    assert import_setup(desk, setup_in(text)) == told
    assert everything() != before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[staff]]\nname = "Ada"\nrole = "clerk"\n', "staff Ada: A shop needs an administrator"),
        ('[[staff]]\nname = "Zoe"\ndeputies = ["Nobody"]\n', "staff Zoe: Nobody called 'Nobody' is in the directory"),
        ('[[limit]]\nrole = "administrator"\neach_act = "4"\n', "limit administrator: Limits are set for clerks"),
        ('[[limit]]\nrole = "supervisor"\n', "limit supervisor: Write at least one amount"),
        ('[[outreach]]\ntitle = "A"\narticle = "None"\n', "outreach A: No article of the manual"),
        ('[shop]\ncurrency = "USD"\n', "shop: Money is kept in EUR"),
        ('[hours]\nweek = "someday 9-18"\n', "hours: 'someday' is not understood"),
        (f'[[staff]]\nname = "{"x" * 5000}"\n', f"staff {'x' * 54}…: The name"),
        ('[kinds]\ncases = ["a, b"]\n', "kinds: A kind has no comma"),
    ],
)
def test_where_anything_is_refused_nothing_is_changed(desks: Callable[[], Desk], text: str, said: str) -> None:
    desk = desks()
    import_setup(desk, setup_in(BY_HAND))
    before = everything()
    with pytest.raises(BadInput) as refused:
        import_setup(desk, setup_in(f'[[checklist]]\ntitle = "New"\nsteps = ["one"]\n{text}'))
    assert refused.value.sentence.startswith(said)
    assert everything() == before


def test_a_shop_may_get_another_administrator_in_one_go(desks: Callable[[], Desk]) -> None:
    desk = desks()
    import_setup(desk, setup_in(BY_HAND))
    text = '[[staff]]\nname = "Ada"\nrole = "clerk"\n[[staff]]\nname = "Ben"\nrole = "administrator"\n'
    assert became(desk, text) == {Became.CHANGED}
    assert {each.name: each.role for each in desk.shop.staff()} == {"Ada": Role.CLERK, "Ben": Role.ADMINISTRATOR}


def test_a_pin_is_in_no_file(desks: Callable[[], Desk]) -> None:
    desk = desks()
    import_setup(desk, setup_in(BY_HAND))
    desk.signing.set_pin(desk.shop.staff()[0].id, "402967")
    kept = models.Pin.get()
    text = setup_text(desk)
    assert "402967" not in text
    assert all(
        str(value) not in text for value in vars(kept)["__data__"].values() if isinstance(value, str) and value
    )


def test_the_same_shop_is_always_the_same_text(desks: Callable[[], Desk]) -> None:
    desk = desks()
    import_setup(desk, setup_in(BY_HAND))
    assert desk.duty.roster().hours.holidays == {date(2026, 12, 25)}
    text = setup_text(desk)
    assert text == setup_text(desk)
    assert text.index("[shop]") < text.index("[hours]") < text.index("[[staff]]") < text.index("[[limit]]")
