"""Nothing internal gets on a slip or into the customer's copy of a story, in any format.

Every text column of every table is marked, except those named here as what the customer may read, and those that hold
no text of people but words and numbers that the program itself chooses from. A column that is added later is internal
until it is named here.
"""

from __future__ import annotations

import json
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Final

import pytest
from peewee import TextField

from deskui.desk.opening import open_desk
from deskui.domain.story.story import for_customer
from deskui.errors import BadInput
from deskui.exchange.slips.escpos import slip_escpos
from deskui.exchange.slips.pdf import slip_pdf
from deskui.exchange.slips.text import slip_text
from deskui.exchange.stories.html import story_html
from deskui.exchange.stories.pdf import story_pdf
from deskui.exchange.stories.text import story_text
from deskui.store import models
from tests import postgres
from tests.conftest import NOW
from tests.exchange.slips.reading import pdf_text, printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.desk.desk import Desk
    from deskui.domain.ids import CaseId

MARK: Final = "ZQX7"
FOR_THE_CUSTOMER: Final = {
    *("shop.name", "customer.name", "case.subject", "reference.number", "promise.what"),
    *("statement.topic", "statement.text"),
    *("employee.name", "employee.extension", "employee.phone", "employee.company", "employee.branch"),
    *("employee.email", "step_list.title", "step.text", "goodwill.what"),
    *("benefit.title", "benefit.code", "benefit.terms", "benefit.noun", "benefit_entry.choice"),
}
CHOSEN_BY_THE_PROGRAM: Final = {
    *("shop.zone", "shop.region", "shop.currency", "shop.hours", "shop.holidays"),
    *("employee.role", "employee.hours", "case.status", "reference.kind", "orders.channel", "orders.currency"),
    *("conversation.channel", "conversation.direction", "conversation.mood", "statement.kind", "statement.basis"),
    *("customer.number", "case.priority", "employee.zone", "employee.holidays"),
    *("step_template.kind", "step_template.stage", "step_list.kind", "step_list.stage", "step.state"),
    *("case_link.kind", "escalation.answer", "tip_offer.answer"),
    *("goodwill.kind", "goodwill.currency", "goodwill.footing", "approval.kind", "approval.currency"),
    *("approval.footing", "approval_answer.verdict"),
    *("benefit.kind", "benefit.currency", "benefit.choices", "benefit_entry.kind", "benefit_entry.currency"),
    *("benefit_entry.instead", "benefit_slip.content"),
    *("promise.basis", "promise_entry.kind", "follow_up.kind", "slip.content", "visit.how", "visit.desk"),
}
"""Of the tables that a slip or a story is made of."""
KEPT_AS_JSON: Final = {"customer.custom"}
READ: Final = (
    *(models.Shop, models.Customer, models.Case, models.Reference, models.Conversation, models.Promise),
    *(models.PromiseEntry, models.Statement, models.Employee, models.FollowUp, models.HandOver, models.Note),
    *(models.ContactPoint, models.Order, models.Slip, models.Visit, models.Inquiry, models.Escalation),
    *(models.CaseLink, models.StepTemplate, models.StepList, models.Step, models.Deputy, models.TipOffer),
    *(models.Goodwill, models.GoodwillEntry, models.Approval, models.ApprovalAnswer),
    *(models.Benefit, models.BenefitEntry, models.BenefitSlip),
)


def internal_columns() -> list[tuple[str, str]]:
    columns = [
        (str(model._meta.table_name), str(field.column_name))
        for model in READ
        for field in model._meta.sorted_fields
        if isinstance(field, TextField) and not field.unique and field.name not in ("source_key", "key", "digits")
    ]
    return [pair for pair in columns if ".".join(pair) not in FOR_THE_CUSTOMER | CHOSEN_BY_THE_PROGRAM]


def mark_everything_internal(url: str) -> None:
    """As another program would: past the triggers that keep promises and statements as they were made."""
    with postgres.plain(url) as database:
        if postgres.SERVER:
            for table in {table for table, _ in internal_columns()}:
                database.execute(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
        else:
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                database.execute(f"DROP TRIGGER {name}")
        for table, column in internal_columns():
            text = f"{MARK} {table} {column}"
            kept = json.dumps({text: text}) if f"{table}.{column}" in KEPT_AS_JSON else text
            database.execute(f"UPDATE \"{table}\" SET {column} = '{kept}'")


@pytest.fixture
def marked(demo_url: str) -> Iterator[Desk]:
    mark_everything_internal(demo_url)
    with closing(open_desk(demo_url, clock=lambda: NOW)) as desk:
        yield desk


def cases() -> list[CaseId]:
    return [each.id for each in models.Case.select(models.Case.id).order_by(models.Case.id)]


def test_no_slip_shows_anything_internal(marked: Desk) -> None:
    for case in cases():
        content = marked.slips.content(case)
        seen = [repr(content), slip_text(content), printed(slip_escpos(content)).text]
        assert [text for text in seen if MARK in text] == []
    assert len(cases()) > 10


def test_no_slip_of_a_benefit_shows_anything_internal(marked: Desk) -> None:
    benefits = [each.id for each in models.Benefit.select(models.Benefit.id)]
    for benefit in benefits:
        with suppress(BadInput):  # of those that are over there is none
            content = marked.benefit_slips.content(benefit)
            seen = [
                repr(content),
                slip_text(content),
                printed(slip_escpos(content)).text,
                pdf_text(slip_pdf(content)),
            ]
            assert [text for text in seen if MARK in text] == []
            assert content.code in seen[1]
    assert len(benefits) > 3


def test_no_story_for_the_customer_shows_anything_internal(marked: Desk) -> None:
    for case in cases():
        story = for_customer(marked.stories.of_case(case))
        assert not story.has_internal
        assert [text for text in (repr(story), story_text(story), story_html(story)) if MARK in text] == []


def test_no_pdf_shows_anything_internal(marked: Desk) -> None:
    case = marked.cases.numbered("1043")
    seen = (slip_pdf(marked.slips.content(case)), story_pdf(for_customer(marked.stories.of_case(case))))
    assert [text for text in map(pdf_text, seen) if MARK in text or "Missing parcel" not in text] == []


def test_the_mark_is_in_the_story_that_is_not_for_the_customer(marked: Desk) -> None:
    """Else the tests above could not fail."""
    told = "".join(story_text(marked.stories.of_case(case)) for case in cases())
    for column in ("conversation summary", "case outcome", "promise_entry reason", "hand_over note"):
        assert f"{MARK} {column}" in told
