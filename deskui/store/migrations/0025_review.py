"""Reviews by supervisors, and what they say to people about their work."""

from __future__ import annotations

from typing import Any, Final

from peewee import AutoField, BigIntegerField, ForeignKeyField, IntegerField, Model, TextField

from deskui.store.append_only import append_only, keeps, lets_erase, no_way_round


class Base(Model):
    """What all of these tables have in common."""

    id = AutoField()

    class Meta:
        legacy_table_names = False


class Customer(Base):
    """Made by 0001."""


class Employee(Base):
    """Made by 0001."""


class Case(Base):
    """Made by 0002."""


class ReviewItem(Base):
    """What waits: derived."""

    entity = TextField()
    row = IntegerField()
    author = IntegerField(null=True)
    approver = IntegerField(null=True)
    risk = IntegerField()
    words = TextField(default="")
    at = BigIntegerField()

    class Meta:
        indexes = (
            (("entity", "row"), True),
            (("risk", "at", "id"), False),
            (("entity", "risk", "at", "id"), False),
            (("author", "risk", "at", "id"), False),
        )


class ReviewClaim(Base):
    """Who has an item before them."""

    entity = TextField()
    row = IntegerField()
    by = ForeignKeyField(Employee, lazy_load=False, index=True)
    until = BigIntegerField()

    class Meta:
        indexes = ((("entity", "row"), True),)


class Verdict(Base):
    """What a supervisor said."""

    entity = TextField()
    row = IntegerField()
    author = ForeignKeyField(Employee, null=True, lazy_load=False, index=True)
    verdict = TextField()
    comment = TextField(default="")
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = BigIntegerField()
    takes_back = ForeignKeyField("self", null=True, lazy_load=False, index=True)

    class Meta:
        indexes = ((("entity", "row"), False),)


class FixRequest(Base):
    """What an author was asked to fix."""

    entity = TextField()
    row = IntegerField()
    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    author = ForeignKeyField(Employee, lazy_load=False, index=False)
    comment = TextField()
    by = ForeignKeyField(Employee, null=True, lazy_load=False, index=False)
    at = BigIntegerField()
    done_at = BigIntegerField(null=True)
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("author", "done_at", "withdrawn_at"), False), (("entity", "row"), False))


class Erasure(Base):
    """Text taken out of what an entry wrote."""

    entry = IntegerField(index=True)
    was = TextField()
    now = TextField()


class Feedback(Base):
    """Praise and coaching."""

    kind = TextField()
    about = TextField()
    row = IntegerField()
    customer = ForeignKeyField(Customer, lazy_load=False, index=True)
    case = ForeignKeyField(Case, null=True, lazy_load=False, index=True)
    whose = ForeignKeyField(Employee, lazy_load=False, index=False)
    by = ForeignKeyField(Employee, lazy_load=False, index=False)
    comment = TextField()
    at = BigIntegerField()
    seen_at = BigIntegerField(null=True)
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = (
            (("whose", "withdrawn_at", "at", "id"), False),
            (("by", "withdrawn_at", "at", "id"), False),
            (("at", "kind"), False),
        )


class FeedbackAnswer(Base):
    """What one of the two said back."""

    feedback = ForeignKeyField(Feedback, lazy_load=False, index=True)
    by = ForeignKeyField(Employee, lazy_load=False, index=False)
    text = TextField()
    at = BigIntegerField()
    seen_at = BigIntegerField(null=True)
    withdrawn_at = BigIntegerField(null=True)
    version = IntegerField(default=1)

    class Meta:
        indexes = ((("seen_at", "withdrawn_at"), False),)


TABLES: Final = (ReviewItem, ReviewClaim, Verdict, FixRequest, Erasure, Feedback, FeedbackAnswer)
_COLUMNS: Final = (
    "conversation ADD COLUMN review TEXT NOT NULL DEFAULT 'earlier'",
    "shop ADD COLUMN review_words TEXT NOT NULL DEFAULT ''",
    "shop ADD COLUMN review_one_in INTEGER NOT NULL DEFAULT 10",
    "shop ADD COLUMN review_first INTEGER NOT NULL DEFAULT 10",
    "shop ADD COLUMN review_stale INTEGER NOT NULL DEFAULT 12",
)
_UNCONFIRMED: Final = (
    "CREATE INDEX note_unconfirmed ON note (written_at) WHERE confirmed_on IS NULL AND withdrawn_at IS NULL "
    "AND kind IN ('fact', 'preference')"
)
_CONFIRMED: Final = (
    "CREATE INDEX note_confirmed ON note (confirmed_on) WHERE confirmed_on IS NOT NULL AND withdrawn_at IS NULL "
    "AND kind IN ('fact', 'preference')"
)
_KEPT: Final = ("kind", "about", '"row"', "whose_id", "by_id", "at")
_WORDS: Final = """\
cancer, chemo, chemotherapy, diabetes, diabetic, hiv, aids, epilepsy, stroke, dementia, alzheimer, depression
depressed, bipolar, schizophrenia, autistic, anxiety, suicide, suicidal, pregnant, pregnancy, miscarriage
disabled, disability, wheelchair, mental health, mentally ill, addict, alcoholic, drunk, rehab, drugs, surgery
hospital, muslim, islam, jewish, jew, christian, catholic, mormon, hindu, buddhist, atheist, jehovah, mosque
synagogue, black guy, white guy, asian, hispanic, latino, latina, arab, african, mexican, gypsy, immigrant
illegal alien, refugee, foreigner, republican, democrat, trump, communist, socialist, left wing, right wing
union member, voted, gay, lesbian, homosexual, bisexual, transgender, transsexual, queer, sex life
sexual orientation, affair, divorce, divorced, custody, bankrupt, bankruptcy, debt, debts, foreclosure, eviction
evicted, unemployed, laid off, food stamps, welfare, credit card number, social security, ssn, password
pin code, prison, jail, convict, criminal, thief, stole, arrested, idiot, stupid, moron, crazy, insane, psycho
bitch, asshole, bastard, jerk, liar, scum, ugly, fat, smelly, stinks, old hag, karen, retard, retarded
cheapskate, deadbeat, gold digger
"""

_REDACTED: Final = (
    "EXISTS (SELECT 1 FROM verdict v WHERE v.entity = '{}' AND v.\"row\" = OLD.id AND v.verdict = 'redacted')"
)
_WITH_ITS_GOODWILL: Final = (
    "EXISTS (SELECT 1 FROM verdict v JOIN goodwill g ON g.id = v.\"row\" WHERE v.entity = 'goodwill' "
    "AND g.approval_id = OLD.id AND v.verdict = 'redacted')"
)
"""What was asked for says the same as what was given for it."""


def up(migrator: Any, db: Any) -> None:
    """Make the tables; what was written before waits for nobody."""
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES)
    for column in _COLUMNS:
        db.execute_sql(f"ALTER TABLE {column}")
    db.execute_sql("UPDATE note SET review = 'earlier' WHERE review = 'waiting'")
    db.execute_sql(f"UPDATE shop SET review_words = '{_WORDS}'")
    db.execute_sql(_UNCONFIRMED)
    db.execute_sql(_CONFIRMED)
    for table in ("verdict", "erasure"):
        append_only(db, table)
        no_way_round(db, table)
    keeps(db, "feedback", _KEPT)
    lets_erase(db, "statement", ("topic", "topic_key", "text"), _REDACTED.format("statement"))
    lets_erase(db, "goodwill", ("what", "reason"), _REDACTED.format("goodwill"))
    lets_erase(db, "approval", ("what", "reason"), _WITH_ITS_GOODWILL)
