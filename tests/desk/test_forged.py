"""Whoever can write the database past the program rewrites no history that looking it over passes."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

import pytest

from deskui.desk.checking import look_over
from deskui.desk.limits import LimitTyped
from deskui.domain.benefits.benefit import BenefitKind, Worth
from deskui.domain.benefits.typed import BenefitTyped, TypeTyped
from deskui.domain.checked import Check, Checked
from deskui.domain.money import Money
from deskui.domain.review.item import Subject
from deskui.domain.staff import Role
from deskui.store import journal
from deskui.store.entry import RowChange
from tests import postgres
from tests.desk.reviews import Shop, shop

__all__ = ["shop"]

KEY, LOCK = "note_customer_id_fkey", "journal_no_update"


def wrong(url: str) -> dict[Check, tuple[str, ...]]:
    return {each.check: each.wrong for each in look_over(url) if isinstance(each, Checked) and each.wrong}


def rewrite(connection: object, row: int, was: str, now: str) -> tuple[int, str, str]:
    """Put other words into a note and what the journal keeps of it; the entry, and its digest before and after."""
    run = connection.execute  # type: ignore[attr-defined]
    run(f"UPDATE note SET text = replace(text, '{was}', '{now}') WHERE id = {row}")
    ((number,),) = run(f"SELECT journal FROM change WHERE entity = 'note' AND \"row\" = {row} AND before IS NULL")
    ((before,),) = run(f"SELECT content FROM journal WHERE id = {number}")
    run(f"UPDATE change SET after = replace(after, '{was}', '{now}') WHERE journal = {number}")
    columns = 'entity, "row", before, after, salt'
    kept = run(f"SELECT {columns} FROM change WHERE journal = {number} ORDER BY id").fetchall()
    return number, before, journal.content_digest([RowChange(*each) for each in kept])


def test_a_row_that_says_something_was_erased_excuses_nothing(shop: Shop, url: str) -> None:
    note = shop.writes("customer is polite")
    with postgres.plain(url) as other:
        erasure = rewrite(other, note, "polite", "a thief")
        other.execute("INSERT INTO erasure (entry, was, now) VALUES ({}, '{}', '{}')".format(*erasure))
    found = wrong(url)
    assert "wrote something else than what is kept of it" in found[Check.CONTENTS][0]
    assert found[Check.ROWS] == ("Row 1 of erasure was written by nobody.",)


def test_nor_does_one_slipped_into_an_earlier_redaction(shop: Shop, url: str) -> None:
    note, other_note = shop.writes("customer is polite"), shop.writes("has cancer")
    done = shop.desk.verdicts.redact(shop.desk.verdicts.to_redact(Subject.NOTE, other_note), "", "health")
    with postgres.plain(url) as other:
        entry, was, now = rewrite(other, note, "polite", "a thief")
        other.execute(f"INSERT INTO erasure (entry, was, now) VALUES ({entry}, '{was}', '{now}')")
        ((row,),) = other.execute("SELECT max(id) FROM erasure")
        said = json.dumps({"entry": entry, "now": now, "was": was})
        columns = 'journal, entity, "row", before, after, salt'
        values = f"{done.sequence}, 'erasure', {row}, NULL, '{said}', 'x'"
        other.execute(f"INSERT INTO change ({columns}) VALUES ({values})")
    named = " ".join(wrong(url)[Check.CONTENTS])
    assert f"Entry {entry:,} (note.write" in named
    assert f"Entry {done.sequence:,} (review.redact" in named


def test_redactions_of_redacted_rows_are_what_they_say(shop: Shop, url: str) -> None:
    note = shop.writes("owes money, has cancer, is difficult")
    for words in ("has cancer", "owes money", ""):
        shop.desk.verdicts.redact(shop.desk.verdicts.to_redact(Subject.NOTE, note), words, "why")
    assert wrong(url) == {}


@pytest.mark.parametrize(
    ("table", "columns", "values"),
    [
        (
            "benefit_entry",
            "benefit_id, kind, amount, currency, voids, choice, instead, reason, at",
            "1, 'issued', 900000, 'USD', 0, '', '', '', 1795600801000",
        ),
        (
            "goodwill_limit",
            "role, kind, per_act, customer_period, clerk_period, currency, at",
            "'clerk', '', 99999999, 'month', 'week', 'USD', 1795600801000",
        ),
        ("verdict", 'entity, "row", verdict, comment, at', "'note', 1, 'redacted', '', 1795600801000"),
    ],
)
def test_a_row_of_a_ledger_that_nobody_wrote_is_named(
    shop: Shop, url: str, table: str, columns: str, values: str
) -> None:
    kind = TypeTyped("G", BenefitKind.GIFT, Worth(0, Money("USD", 10000)))
    shop.desk.benefits.give(shop.who, BenefitTyped(shop.desk.benefit_types.add(kind).subject))  # type: ignore[arg-type]
    shop.desk.limits.set(LimitTyped(role=Role.SUPERVISOR, per_act="40"))
    assert wrong(url) == {}
    with postgres.plain(url) as other:
        other.execute(f"INSERT INTO {table} ({columns}) VALUES ({values})")
        ((row,),) = other.execute(f"SELECT max(id) FROM {table}")
    assert wrong(url) == {Check.ROWS: (f"Row {row} of {table} was written by nobody.",)}


def test_of_a_sample_shop_what_was_added_later_is_named(demo_url: str) -> None:
    assert wrong(demo_url) == {}
    with postgres.plain(demo_url) as other:
        other.execute(
            "INSERT INTO goodwill_limit (role, kind, per_act, customer_period, clerk_period, currency, at) "
            "VALUES ('clerk', '', 99999999, 'month', 'week', 'USD', 1795600801000)"
        )
        ((row,),) = other.execute("SELECT max(id) FROM goodwill_limit")
    assert wrong(demo_url) == {Check.ROWS: (f"Row {row} of goodwill_limit was written by nobody.",)}


@pytest.mark.server
@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("DROP INDEX benefit_code", "The index benefit_code is missing."),
        ("DROP INDEX conversation_by_time", "The index conversation_by_time is missing."),
        ("ALTER TABLE note ALTER COLUMN text TYPE varchar(3000)", "The column note.text is not as it was made."),
        ("ALTER TABLE note ADD COLUMN hidden TEXT", "The column note.hidden is none of ours."),
        (
            "ALTER TABLE note DROP CONSTRAINT note_customer_id_fkey",
            "The constraint note.note_customer_id_fkey is missing.",
        ),
        (
            "ALTER TABLE journal DISABLE TRIGGER journal_no_update",
            "The trigger journal_no_update is not as it was made.",
        ),
        (
            "CREATE OR REPLACE FUNCTION journal_no_update() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RETURN NEW; END $$",
            "The function journal_no_update is not as it was made.",
        ),
    ],
)
def test_on_a_server_whatever_was_changed_of_the_tables_is_named(
    shop: Shop, url: str, change: str, sentence: str
) -> None:
    with postgres.plain(url) as other:
        other.execute(change)
        assert wrong(url) == {Check.SCHEMA: (sentence,)}
        assert other.execute("SELECT 1 FROM pg_namespace WHERE nspname = 'deskui_twin'").fetchall() == []


@pytest.mark.server
def test_who_may_make_no_schema_on_the_server_is_told_that_only_names_were_looked_at(shop: Shop, url: str) -> None:
    with postgres.plain(url) as other:
        role = "deskui_reader_" + url.rpartition("_")[2][:8]
        other.execute(f"CREATE ROLE {role} LOGIN")
        try:
            other.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}")
            theirs = urlsplit(url)._replace(netloc=f"{role}@{url.partition('@')[2].partition('/')[0]}").geturl()
            (seen,) = [each for each in look_over(theirs) if isinstance(each, Checked) and each.check is Check.SCHEMA]
            assert "by name alone" in seen.seen
            assert seen.wrong == ()
        finally:
            other.execute(f"DROP OWNED BY {role}")
            other.execute(f"DROP ROLE {role}")
