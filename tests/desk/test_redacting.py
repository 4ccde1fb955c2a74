"""Taking text out for good: of any row that is kept, out of everything that was made of it, and out of the files."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from deskui.desk.checking import look_over
from deskui.desk.importing import Importer
from deskui.desk.limits import LimitTyped
from deskui.desk.opening import open_desk
from deskui.domain.checked import Checked
from deskui.domain.goodwill.goodwill import GoodwillKind, GoodwillTyped
from deskui.domain.importing.incoming import IncomingCustomer
from deskui.domain.note import NoteKind, ReviewState, Visibility
from deskui.domain.review.item import Subject
from deskui.domain.review.redaction import REDACTED
from deskui.domain.scrubbed import Scrubbed
from deskui.domain.staff import EmployeeTyped, Role
from deskui.domain.typed import CaseTyped, NoteTyped
from deskui.errors import Conflict, NoRight, NotAllowed, NotFound
from deskui.store import models
from tests import postgres
from tests.desk.reviews import Shop, shop

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["shop"]

SECRET = "Zqxwvk"


def is_in_the_files(url: str) -> bool:
    """Whether any byte of the secret is in the file of the database, or in those beside it."""
    place = Path(url.removeprefix("sqlite:///"))
    kept = b"".join(each.read_bytes() for each in place.parent.glob(f"{place.name}*") if each.is_file())
    return SECRET.lower().encode() in kept.lower()


def wrong(url: str) -> list[str]:
    return [words for each in look_over(url) if isinstance(each, Checked) for words in each.wrong]


def redact(shop: Shop, subject: Subject, row: int, words: str = "") -> Scrubbed:
    shop.desk.verdicts.redact(shop.desk.verdicts.to_redact(subject, row), words, "not ours to keep")
    return shop.desk.scrubbing.as_far_as_it_goes()


def gives(shop: Shop, reason: str = "we were late", what: str = "", **also: object) -> int:
    """Goodwill of Ben's, within his limit."""
    if not shop.desk.limits.in_force():
        shop.desk.limits.set(LimitTyped(role=Role.CLERK, per_act="40"))
    shop.act(shop.ben)
    typed = GoodwillTyped(GoodwillKind.WAIVE_FEE, reason, "5", what=what, **also)  # type: ignore[arg-type]
    row = shop.desk.goodwill.give(shop.who, typed).subject
    shop.act(shop.ada)
    return row


# --- where it is left nowhere ----------------------------------------------------------------------------


@pytest.mark.embedded("about its file")
@pytest.mark.parametrize("kind", [NoteKind.FACT, NoteKind.PREFERENCE, NoteKind.CAUTION])
def test_the_lookup_forgets_the_words_of_what_was_an_interest_once(shop: Shop, url: str, kind: NoteKind) -> None:
    note = shop.writes(f"{SECRET} collecting", NoteKind.INTEREST)
    for text in ("kites", "stamps", "trains"):
        shop.writes(text, NoteKind.INTEREST)
    shop.act(shop.ben)
    shop.desk.notes.edit(shop.who, note, 1, NoteTyped(f"{SECRET} collecting", kind))
    shop.act(shop.ada)
    assert redact(shop, Subject.NOTE, note) is Scrubbed.ALL
    assert not is_in_the_files(url)
    assert [hit.name for hit in shop.desk.lookup.find("likes: kites")] == ["Shari Caldwell"]


@pytest.mark.embedded("about its file")
@pytest.mark.parametrize("words", ["", SECRET])
def test_what_was_given_goes_from_slips_and_their_entries_and_the_rest_of_the_slip_stays(
    shop: Shop, url: str, words: str
) -> None:
    case = shop.desk.cases.open(shop.who, CaseTyped(f"Box of {SECRET[:3]}")).subject
    row = gives(shop, what=f"{SECRET} fee", case_id=case, for_customer=True)
    gives(shop, what="delivery", case_id=case, for_customer=True)
    kept = shop.desk.slips.keep(case, shop.desk.slips.content(case))  # type: ignore[arg-type]
    before = shop.desk.slips.one(kept.subject).content  # type: ignore[arg-type]
    assert before.given[0] == f"we waived {SECRET} fee, $5.00"
    redact(shop, Subject.GOODWILL, row, words)
    assert not is_in_the_files(url)
    after = shop.desk.slips.one(kept.subject).content  # type: ignore[arg-type]
    left = f"{REDACTED} fee" if words else REDACTED
    assert after.given == (f"we waived {left}, $5.00", before.given[1])
    assert (after.subject, after.written_at) == (before.subject, before.written_at)
    assert wrong(url) == []


@pytest.mark.embedded("about its file")
def test_the_topic_goes_from_the_row_that_took_it_back_as_well(shop: Shop, url: str) -> None:
    said = shop.tells(f"{SECRET} result", "comes by post")
    shop.act(shop.ben)
    shop.counter.undo()
    shop.act(shop.ada)
    undone = int(models.Statement.select(models.Statement.id).where(models.Statement.corrects == said).scalar())
    redact(shop, Subject.STATEMENT, undone)
    assert not is_in_the_files(url)
    assert {each.topic for each in models.Statement.select()} == {REDACTED}
    assert wrong(url) == []


@pytest.mark.embedded("about its file")
def test_a_note_that_came_with_a_file_goes_from_what_is_kept_of_the_file(shop: Shop, url: str) -> None:
    coming = IncomingCustomer("Square", "Delia Montrose", "7", notes=(f"has {SECRET}",))
    bring(shop, coming)
    note = models.Note.select().where(models.Note.text == f"has {SECRET}").first()
    redact(shop, Subject.NOTE, note.id)
    assert not is_in_the_files(url)
    bring(shop, coming)
    assert [each.text for each in models.Note.select().where(models.Note.customer == note.customer_id)] == [REDACTED]


def bring(shop: Shop, coming: IncomingCustomer) -> None:
    Importer(shop.desk).take([coming], lambda _: None)


@pytest.mark.embedded("about its file")
def test_while_somebody_reads_it_is_owed_and_nobody_waits_for_them(shop: Shop, url: str) -> None:
    note = shop.writes(f"has {SECRET}")
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM note").fetchone()
        start = perf_counter()
        assert redact(shop, Subject.NOTE, note) is Scrubbed.WAITS
        assert perf_counter() - start < 2
        assert is_in_the_files(url)
        assert "still holds redacted text" in next(each.seen for each in look_over(url) if isinstance(each, Checked))
        other.execute("COMMIT")
    with closing(open_desk(url)) as later:
        assert later.scrubbing.as_far_as_it_goes() is Scrubbed.ALL
    assert not is_in_the_files(url)
    assert "redacted" not in next(each.seen for each in look_over(url) if isinstance(each, Checked))


@pytest.mark.embedded("about its file")
def test_a_large_index_is_scrubbed_in_short_steps_and_taken_up_where_it_stopped(shop: Shop, url: str) -> None:
    note = shop.writes(f"{SECRET} collecting", NoteKind.INTEREST)
    for start in range(0, 4000, 500):
        with shop.desk.store.transaction():
            rows = [
                {"number": f"X-{each}", "name": f"{word(each)} {word(each * 7)} {word(each * 31)}", "created_at": 1}
                for each in range(start, start + 500)
            ]
            models.Customer.insert_many(rows).execute()
            ids = [row[0] for row in models.Customer.select(models.Customer.id).where(
                models.Customer.number.in_([each["number"] for each in rows])).tuples()]  # fmt: skip
            shop.desk.store.index.add_new(ids)
    shop.desk.verdicts.redact(shop.desk.verdicts.to_redact(Subject.NOTE, note), "", "why")
    steps = [shop.desk.scrubbing.step()]
    with closing(open_desk(url)) as another:
        another.act_as(shop.ben)
        another.notes.write(shop.who, NoteTyped("kites", NoteKind.INTEREST))
        while steps[-1] is Scrubbed.SOME:
            began = perf_counter()
            steps.append(another.scrubbing.step())
            assert perf_counter() - began < 1
    assert not is_in_the_files(url)
    assert [hit.name for hit in shop.desk.lookup.find("likes: kites")] == ["Shari Caldwell"]


def word(number: int) -> str:
    """A word of its own for each number."""
    return "".join(chr(ord("a") + int(each)) for each in f"{number * 7919 % 999983:06}")


@pytest.mark.server
def test_on_a_server_nobody_reads_the_rows_of_before_any_more(shop: Shop, url: str) -> None:
    note = shop.writes(f"has {SECRET}", NoteKind.INTEREST)
    said = shop.tells(f"{SECRET} result", "by post")
    given = gives(shop, what=f"{SECRET} fee")
    with postgres.plain(url) as other:
        other.execute("CREATE EXTENSION IF NOT EXISTS pageinspect")
        with postgres.plain(url) as reader:
            reader.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
            reader.execute("SELECT count(*) FROM note").fetchone()
            rows = ((Subject.NOTE, note), (Subject.STATEMENT, said), (Subject.GOODWILL, given))
            assert {redact(shop, *each) for each in rows} == {Scrubbed.WAITS}
            assert dead_rows(other)
            reader.execute("COMMIT")
        assert shop.desk.scrubbing.as_far_as_it_goes() is Scrubbed.ALL
        assert dead_rows(other) == []
    assert wrong(url) == []


def dead_rows(connection: object) -> list[str]:
    """The tables in which a version of a row that nobody sees any more holds the secret."""
    found = []
    for table in ("note", "statement", "goodwill", "change", "search_doc", "vocabulary", "precedent_trait"):
        pages = f"generate_series(0, (pg_relation_size('{table}') / 8192 - 1)::int) AS page"
        items = f"SELECT encode(t_data, 'escape') FROM {pages}, heap_page_items(get_raw_page('{table}', page))"
        rows = connection.execute(items).fetchall()  # type: ignore[attr-defined]
        if any(SECRET.lower() in (row[0] or "").lower() for row in rows):
            found.append(table)
    return found


# --- what stays ------------------------------------------------------------------------------------------


def rewritten(shop: Shop, *texts: str) -> int:
    """A note of Ben's that said one after the other."""
    note = shop.writes(texts[0])
    for number, text in enumerate(texts[1:], start=1):
        shop.act(shop.ben)
        shop.desk.notes.edit(shop.who, note, number, NoteTyped(text, NoteKind.FACT))
    shop.act(shop.ada)
    return note


def versions(note: int) -> list[tuple[str, str]]:
    """What the journal says that stood there before and after each change of the text."""
    change = models.Change
    kept = change.select(change.before, change.after).where(change.entity == "note", change.row == note)
    both = ([json.loads(part or "{}").get("text", "") for part in row] for row in kept.order_by(change.id).tuples())
    return [(before, after) for before, after in both if after]


def test_earlier_versions_lose_the_words_and_nothing_else(shop: Shop, url: str) -> None:
    note = rewritten(
        shop,
        "Prefers the blue door.",
        f"Has {SECRET} fever, prefers the blue door.",
        f"Rings twice; {SECRET.lower()}s and FEVER since May.",
        f"Has  {SECRET.upper()}\nfever, rings twice.",
    )
    redact(shop, Subject.NOTE, note, f"{SECRET} fever")
    gone = f"{REDACTED}s and {REDACTED} since May."
    assert versions(note)[:-1] == [
        ("", "Prefers the blue door."),
        ("Prefers the blue door.", f"Has {REDACTED}, prefers the blue door."),
        (f"Has {REDACTED}, prefers the blue door.", f"Rings twice; {gone}"),
        (f"Rings twice; {gone}", f"Has  {REDACTED}, rings twice."),
    ]
    assert wrong(url) == []


def test_words_that_only_an_earlier_version_holds_go_from_there(shop: Shop, url: str) -> None:
    note = rewritten(shop, f"Has {SECRET}, rings twice.", "Rings twice.")
    assert shop.desk.verdicts.left_of(shop.desk.verdicts.to_redact(Subject.NOTE, note), SECRET)[0] == "Rings twice."
    redact(shop, Subject.NOTE, note, SECRET)
    assert versions(note)[:2] == [
        ("", f"Has {REDACTED}, rings twice."),
        (f"Has {REDACTED}, rings twice.", "Rings twice."),
    ]
    assert models.Note.get_by_id(note).text == "Rings twice."
    assert wrong(url) == []
    if not postgres.SERVER:
        assert not is_in_the_files(url)


# --- any row that is kept --------------------------------------------------------------------------------


def withdrawn_note(shop: Shop) -> tuple[Subject, int]:
    note = shop.writes(f"has {SECRET}")
    shop.desk.notes.withdraw(shop.who, note, 1)
    return Subject.NOTE, note


def undone_note(shop: Shop) -> tuple[Subject, int]:
    note = shop.writes(f"has {SECRET}")
    shop.act(shop.ben)
    shop.counter.undo()
    shop.act(shop.ada)
    return Subject.NOTE, note


def approved_note(shop: Shop) -> tuple[Subject, int]:
    note = shop.writes(f"has {SECRET}")
    shop.desk.verdicts.approve(shop.next())
    return Subject.NOTE, note


def note_of_before(shop: Shop) -> tuple[Subject, int]:
    note = shop.writes(f"has {SECRET}")
    models.Note.update(review="earlier").execute()
    models.ReviewItem.delete().execute()
    return Subject.NOTE, note


def undone_talk(shop: Shop) -> tuple[Subject, int]:
    talk = shop.talks(f"has {SECRET}")
    shop.act(shop.ben)
    shop.counter.undo()
    shop.act(shop.ada)
    return Subject.CONVERSATION, talk


def approved_statement(shop: Shop) -> tuple[Subject, int]:
    said = shop.tells("result", f"has {SECRET}")
    shop.desk.verdicts.approve(shop.next())
    return Subject.STATEMENT, said


def approved_goodwill(shop: Shop) -> tuple[Subject, int]:
    given = gives(shop, f"has {SECRET}")
    shop.desk.verdicts.approve(shop.next())
    return Subject.GOODWILL, given


def goodwill_taken_back(shop: Shop) -> tuple[Subject, int]:
    given = gives(shop, f"has {SECRET}")
    shop.act(shop.ben)
    shop.counter.undo()
    shop.act(shop.ada)
    return Subject.GOODWILL, given


ANY = (
    *(withdrawn_note, undone_note, approved_note, note_of_before, undone_talk),
    *(approved_statement, approved_goodwill, goodwill_taken_back),
)


@pytest.mark.parametrize("make", ANY)
@pytest.mark.parametrize("words", ["", SECRET])
def test_whatever_is_kept_can_be_redacted(
    shop: Shop, url: str, make: Callable[[Shop], tuple[Subject, int]], words: str
) -> None:
    subject, row = make(shop)
    redact(shop, subject, row, words)
    assert shop.desk.verdicts.to_redact(subject, row).text == (f"has {REDACTED}" if words else REDACTED)
    with postgres.plain(url) as other:
        kept = other.execute("SELECT before, after FROM change").fetchall()
    assert not any(SECRET in (part or "") for both in kept for part in both)
    if not postgres.SERVER:
        assert not is_in_the_files(url)
    assert shop.verdicts()[-1] == ("redacted", "not ours to keep")
    assert shop.queue() == []
    assert wrong(url) == []


def test_what_its_author_is_to_put_right_stays_so_when_some_words_go_and_not_when_all_go(shop: Shop) -> None:
    note = shop.writes(f"has {SECRET} and is difficult")
    shop.desk.verdicts.ask_to_fix(shop.next(), "Say what happened.")
    redact(shop, Subject.NOTE, note, SECRET)
    assert shop.state(note) is ReviewState.TO_FIX
    redact(shop, Subject.NOTE, note)
    assert shop.state(note) is ReviewState.REDACTED
    shop.act(shop.ben)
    assert shop.desk.reviewing.to_fix() == ()


def test_only_supervisors_take_words_out_as_their_role_is_kept_then(shop: Shop) -> None:
    note = shop.writes(f"has {SECRET}")
    item = shop.desk.verdicts.to_redact(Subject.NOTE, note)
    models.Employee.update(role=Role.CLERK.value).where(models.Employee.id == shop.ada.id).execute()
    with pytest.raises(NoRight):
        shop.desk.verdicts.redact(item, "", "why")
    shop.act(shop.ben)
    with pytest.raises(NoRight):
        shop.desk.verdicts.to_redact(Subject.NOTE, note)
    assert models.Note.get_by_id(note).text == f"has {SECRET}"


def test_ones_own_is_for_another_supervisor_as_long_as_there_is_one(shop: Shop) -> None:
    note = shop.writes(f"has {SECRET}", by=shop.ada)
    item = shop.desk.verdicts.to_redact(Subject.NOTE, note)
    with pytest.raises(NotAllowed, match="your own"):
        shop.desk.verdicts.redact(item, "", "why")
    shop.desk.directory.edit(shop.paul, EmployeeTyped("Paul", Role.CLERK))
    shop.desk.verdicts.redact(item, "", "a leak has to be removable")
    assert models.Note.get_by_id(note).text == REDACTED


def test_what_was_changed_meanwhile_is_read_again_and_nothing_that_was_taken_out_comes_back(shop: Shop) -> None:
    said = shop.tells("result", f"has {SECRET}, owes money")
    items = [shop.desk.verdicts.to_redact(Subject.STATEMENT, said) for _ in range(2)]
    shop.desk.verdicts.redact(items[0], SECRET, "health")
    with pytest.raises(Conflict):
        shop.desk.verdicts.redact(items[1], "owes money", "money")
    redact(shop, Subject.STATEMENT, said, "owes money")
    assert models.Statement.get_by_id(said).text == f"has {REDACTED}, {REDACTED}"
    with pytest.raises(NotFound):
        shop.desk.verdicts.to_redact(Subject.STATEMENT, said + 1)


def test_reading_a_private_note_to_redact_it_leaves_a_trace(shop: Shop) -> None:
    note = shop.writes(f"has {SECRET}", by=shop.paul, visibility=Visibility.PRIVATE)
    shop.desk.verdicts.to_redact(Subject.NOTE, note)
    look = models.Look.select().order_by(models.Look.id.desc()).first()
    assert (look.employee_id, look.what, look.customer_id) == (shop.ada.id, f"note {note}", shop.who)


def test_a_redaction_is_never_taken_back(shop: Shop) -> None:
    note = shop.writes(f"has {SECRET}")
    before = shop.desk.own_entries.last().done
    redact(shop, Subject.NOTE, note)
    assert shop.desk.own_entries.last().done == before
