"""The journal is read by supervisors: by customer, person, day and what was done; looks leave a trace in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from deskui.desk.journal_verbs import UNTITLED, called, what_was_done, who_did_it
from deskui.desk.limits import LimitTyped
from deskui.desk.verb import known
from deskui.domain.goodwill.goodwill import GoodwillKind, GoodwillTyped
from deskui.domain.merging import MergeTyped
from deskui.domain.note import Visibility
from deskui.domain.staff import Role
from deskui.domain.typed import NoteTyped, RulesTyped
from deskui.errors import BadInput, NoRight, NotAllowed, NotFound
from deskui.store import models
from tests.store.spying import full_scans, watched

if TYPE_CHECKING:
    from deskui.domain.ids import CustomerId
    from deskui.domain.journal.lines import JournalLine
    from tests.desk.counter import Counter


def lines(counter: Counter, typed: str = "") -> tuple[JournalLine, ...]:
    return counter.desk.journal.page(counter.desk.journal.asked(typed)).rows


def said(counter: Counter, typed: str = "") -> list[str]:
    """What was done, newest first."""
    return [what_was_done(each) for each in lines(counter, typed)]


def number(counter: Counter, who: CustomerId) -> str:
    return counter.desk.customers.view(who).customer.number


def test_every_verb_has_words(counter: Counter) -> None:
    nameless = {name for name, verb in known().items() if not verb.title} - UNTITLED.keys()
    assert nameless - {"staff.hire", "reference.add"} == set()
    assert UNTITLED.keys() <= known().keys()
    assert called("something.new_here") == "something new here"


def test_it_tells_who_did_what_about_whom(counter: Counter) -> None:
    who = counter.customer()
    done = counter.desk.notes.write(who, NoteTyped("collects kites"))
    counter.desk.own_entries.undo(done)
    undone, note, added, *_ = lines(counter)
    assert [what_was_done(each) for each in (undone, note, added)] == [
        "taken back: note (collects kites)",
        "note (collects kites)",
        "new customer",
    ]
    assert (note.employee, note.desk, note.customer, note.undone_by) == (
        "Ada",
        "Desk 1",
        "Shari Caldwell",
        undone.number,
    )
    assert undone.undoes == note.number


def test_it_is_searched_by_customer_person_day_and_what_was_done(counter: Counter) -> None:
    shari, opal = counter.customer(), counter.customer("Opal Freeman")
    counter.desk.notes.write(shari, NoteTyped("kites"))
    counter.tick(timedelta(days=1))
    counter.desk.act_as(counter.ben)
    counter.desk.notes.write(opal, NoteTyped("balloons"))
    counter.desk.act_as(counter.ada)
    assert said(counter, number(counter, shari).lower()) == ["note (kites)", "new customer"]
    assert said(counter, "opal") == ["note (balloons)", "new customer"]
    assert said(counter, "ben") == ["note (balloons)"]
    assert said(counter, "today") == ["note (balloons)"]
    assert said(counter, "ada mon note") == ["note (kites)"]
    assert said(counter, "yesterday customer")[:2] == ["new customer", "new customer"]
    assert said(counter, "ada today") == []


def test_it_is_searched_by_several_days(counter: Counter) -> None:
    who = counter.customer()
    for day in range(1, 11):  # Monday 23 November is the first
        counter.desk.notes.write(who, NoteTyped(f"day {day}"))
        counter.tick(timedelta(days=1))
    assert said(counter, "29 nov - 30 nov note") == ["note (day 8)", "note (day 7)"]
    assert said(counter, "last week note") == [f"note (day {day})" for day in range(7, 0, -1)]
    assert said(counter, "yesterday note") == ["note (day 10)"]
    assert len(lines(counter, "last month note")) == 8
    assert counter.desk.journal.asked("note 29 nov - 30 nov").said == ("“note”", "29 Nov - 30 Nov 2026")


def test_who_looked_is_found_by_any_word_for_it(counter: Counter) -> None:
    who = counter.customer()
    counter.desk.visits.open(who)
    for typed in ("looked", "viewed", "seen", "read", "who looked at shari", "ada opened"):
        assert "customer opened" in said(counter, typed), typed
    assert said(counter, "looked ben") == []


def test_what_was_set_up_is_found_by_any_word_for_it(counter: Counter) -> None:
    counter.desk.reviewing.set_rules(RulesTyped("hospice", "10", "10", "12"), 1)
    counter.desk.notes.write(counter.customer(), NoteTyped("kites"))
    counter.desk.limits.set(LimitTyped(role=Role.CLERK, per_act="40"))
    for typed in ("setup", "settings", "set-up"):
        assert said(counter, typed)[:2] == ["limit", "rules of the review"], typed
        assert "note (kites)" not in said(counter, typed)
    assert said(counter, "sensitive words") == ["rules of the review"]


def test_whose_an_entry_is_is_known_alone_where_one_customer_is_named(counter: Counter) -> None:
    one = number(counter, counter.customer())
    asked = counter.desk.journal.asked
    assert asked("shari").is_about_one
    counter.customer("Shari Blake")
    assert [asked(typed).is_about_one for typed in (one, "shari", "", "ada")] == [True, False, False, False]


def test_a_pin_typed_at_the_screen_of_another_is_told_as_that(counter: Counter) -> None:
    for who in (counter.ada, counter.ben):
        counter.desk.signing.set_pin(who.id, "739162")
    counter.desk.signing.sign_in(counter.ben.id, "739162")
    with pytest.raises(NotAllowed):
        counter.desk.signing.sign_in(counter.ada.id, "739163")
    counter.desk.signing.sign_in(counter.ada.id, "739162")
    found = [(who_did_it(each), what_was_done(each)) for each in lines(counter)[:5]]
    assert found == [
        ("Ada", "signed in"),
        ("Ada", "own PIN typed rightly, at Ben's screen"),
        ("somebody", "PIN of Ada typed, at Ben's screen"),
        ("somebody", "wrong PIN for Ada, at Ben's screen"),
        ("somebody", "PIN of Ada typed, at Ben's screen"),
    ]


def test_how_it_was_taken_is_said(counter: Counter) -> None:
    who = counter.customer()
    asked = counter.desk.journal.asked(f"ada {number(counter, who)} 23 nov promise")
    assert asked.said == ("Ada", f"Shari Caldwell ({number(counter, who)})", "Mon 23 Nov", "“promise”")


def test_a_word_that_is_nothing_is_refused(counter: Counter) -> None:
    with pytest.raises(BadInput, match="'xyzzy' is no day, colleague, customer"):
        counter.desk.journal.asked("ada xyzzy")


def test_only_supervisors_read_it(counter: Counter) -> None:
    counter.customer()
    entry = lines(counter)[0].number
    for person, may in ((counter.ada, True), (counter.ben, False)):
        counter.desk.act_as(person)
        if may:
            assert counter.desk.journal.entry(entry).line.number == entry
            continue
        for read in (lambda: lines(counter), lambda: counter.desk.journal.entry(entry)):
            with pytest.raises(NoRight, match="Only a supervisor reads the journal"):
                read()


def test_an_entry_shows_each_column_before_and_after(counter: Counter) -> None:
    who = counter.customer()
    written = counter.desk.notes.write(who, NoteTyped("kites"))
    counter.desk.notes.edit(who, written.subject, 1, NoteTyped("box kites"))  # type: ignore[arg-type]
    changed, added = (counter.desk.journal.entry(each.number) for each in lines(counter)[:2])
    assert added.written[0].before is None
    assert added.written[0].after["author"] == "Ada"
    assert changed.written[0].before is not None
    assert (changed.written[0].before["text"], changed.written[0].after["text"]) == ("kites", "box kites")
    with pytest.raises(NotFound):
        counter.desk.journal.entry(99_999)


def test_a_limit_is_told_in_money_and_against_the_one_before(counter: Counter) -> None:
    for per_act in ("40", "45"):
        newest = next(iter(counter.desk.limits.in_force()), None)
        typed = LimitTyped(role=Role.CLERK, per_act=per_act, per_clerk="150")
        counter.desk.limits.set(typed, None if newest is None else newest.id)
    changed, first = (counter.desk.journal.entry(each.number).written[0] for each in lines(counter)[:2])
    assert first.before is None
    assert first.after["per_act"] == "$40.00"
    assert changed.before is not None
    assert (changed.before["per_act"], changed.after["per_act"]) == ("$40.00", "$45.00")
    assert (changed.before["per_clerk"], changed.after["per_clerk"]) == ("$150.00", "$150.00")


def test_reading_an_answer_is_not_told_as_answering(counter: Counter) -> None:
    who = counter.customer()
    counter.desk.act_as(counter.ben)
    asked = counter.desk.approvals.ask(who, GoodwillTyped(GoodwillKind.WAIVE_FEE, "we were late", "90")).subject
    counter.desk.act_as(counter.ada)
    counter.desk.approvals.refuse(asked, "Not twice.")  # type: ignore[arg-type]
    counter.desk.act_as(counter.ben)
    counter.desk.approvals.seen(asked)  # type: ignore[arg-type]
    counter.desk.act_as(counter.ada)
    assert said(counter, "ben")[0] == "read the answer (we were late)"
    (request,) = counter.desk.journal.entry(lines(counter, "ben")[1].number).written
    assert request.after["amount_minor"] == "$90.00"


def test_what_was_refused_says_why(counter: Counter) -> None:
    counter.desk.act_as(counter.ben)
    with pytest.raises(NoRight):
        counter.desk.limits.set(LimitTyped(role=Role.CLERK, per_act="900"))
    counter.desk.act_as(counter.ada)
    assert said(counter, "ben")[0].startswith("refused (")


def test_the_text_of_a_private_note_is_for_its_author(counter: Counter) -> None:
    who = counter.customer()
    counter.desk.act_as(counter.ben)
    counter.desk.notes.write(who, NoteTyped("between us", visibility=Visibility.PRIVATE))
    counter.desk.act_as(counter.ada)
    (row,) = counter.desk.journal.entry(lines(counter)[0].number).written
    assert ("text" in row.after, row.hidden) == (False, ("text",))
    assert "between us" not in str(lines(counter))


def test_a_supervisor_who_sees_private_notes_of_others_leaves_a_trace(counter: Counter) -> None:
    who = counter.customer()
    counter.desk.act_as(counter.ben)
    note = counter.desk.notes.write(who, NoteTyped("between us", visibility=Visibility.PRIVATE)).subject
    counter.desk.visits.open(who)
    assert models.Look.select().count() == 0
    counter.desk.act_as(counter.ada)
    counter.desk.visits.open(who)
    look = models.Look.get()
    assert (look.customer, look.employee, look.kind, look.what) == (
        who,
        counter.ada.id,
        "private notes",
        f"note {note}",
    )
    entry = counter.desk.journal.entry(lines(counter, "opened")[0].number)
    assert {"private notes"} == {each.after["kind"] for each in entry.written if each.table == "look"}


def test_what_is_taken_out_leaves_a_trace(counter: Counter) -> None:
    who = counter.customer()
    case = counter.case(who)
    counter.desk.looks.exported("story of case #1001, pdf", case)
    (line,) = lines(counter, "taken out")
    assert (line.customer, what_was_done(line)) == ("Shari Caldwell", "taken out of the program")


def test_what_was_done_to_one_who_was_merged_is_found_by_either(counter: Counter) -> None:
    kept, gone = counter.customer(), counter.customer("Shari Caldwel")
    old = number(counter, gone)
    counter.desk.notes.write(gone, NoteTyped("kites"))
    counter.desk.merging.merge(MergeTyped(kept, gone, {kept: 1, gone: 1}, {}))
    assert "note (kites)" in said(counter, number(counter, kept))
    assert "note (kites)" in said(counter, old)


def test_pages_go_on_where_the_last_one_ended(counter: Counter) -> None:
    who = counter.customer()
    for count in range(7):
        counter.desk.notes.write(who, NoteTyped(f"note {count}"))
    asked, seen, after = counter.desk.journal.asked("note"), [], None
    while True:
        page = counter.desk.journal.page(asked, after, limit=3)
        seen += [each.words for each in page.rows]
        if (after := page.after) is None:
            break
    assert seen == [f"note {count}" for count in reversed(range(7))]


@pytest.mark.parametrize("typed", ["", "shari", "ada", "today", "note", "shari ada today note"])
def test_it_is_read_by_its_indexes_and_in_few_statements(counter: Counter, typed: str) -> None:
    counter.desk.notes.write(counter.customer(), NoteTyped("kites"))
    asked = counter.desk.journal.asked(typed)
    database = counter.desk.store.database
    with watched(database) as ran:
        counter.desk.journal.page(asked)
    assert len(ran) <= 3
    assert [each for each in full_scans(database, ran) if "USING INDEX" not in each] == []


def test_a_supervisor_role_is_enough(counter: Counter) -> None:
    counter.desk.post.act_as(replace(counter.ben, role=Role.SUPERVISOR))
    assert lines(counter)
