"""Taking back one's own last entry, as a counter-entry: nothing is deleted and nothing rewritten."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.goodwill.approval import Verdict
from deskui.domain.ids import BenefitId
from deskui.domain.promises.standing import Outcome, standing
from deskui.domain.told.statement import Said
from deskui.errors import Conflict, NothingToUndo
from deskui.store import models
from deskui.store.entry import as_json
from deskui.store.models.base import Table
from deskui.store.reads import benefit_ledger
from deskui.store.reads import promises as reads
from deskui.store.reads.money_kept import is_money_kept
from deskui.store.reads.rows import first_dict
from deskui.store.writes import benefits, goodwill, merges, promises, reviews, tips, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from peewee import Field

    from deskui.domain.done import Done
    from deskui.store.entry import Entry

_BY_NAME: dict[str, type[Table]] = {
    str(model._meta.table_name): model for model in models.MODELS if issubclass(model, Table)
}

_TAKEN_BACK: dict[str, Callable[[Entry, int, dict[str, Any]], None]] = {
    "promise": lambda entry, row, _: promises.take_back_promise(entry, row),
    "promise_entry": lambda entry, row, after: promises.take_back_entry(entry, row, after["promise"]),
    "statement": lambda entry, row, said: told.take_back(
        entry, row, said | {"customer": _whose(models.Statement, row)}
    ),
    "verdict": reviews.take_back_verdict,
    "benefit_entry": lambda entry, row, after: benefits.take_back(entry, row, after),
    "customer_merge": lambda entry, row, _: merges.separate(entry, row),
    "tip_offer": lambda entry, row, _: tips.take_back(entry, row),
    "goodwill": lambda entry, row, _: goodwill.take_back(entry, row),
    "approval": lambda entry, row, _: goodwill.withdraw(entry, row),
    "approval_answer": lambda entry, _, after: goodwill.ask_again(entry, after["approval"]),
    "goodwill_limit": lambda entry, row, _: goodwill.put_limit_back(entry, row),
    "outreach_claim": lambda *_: None,  # what was given up is free, whatever became of the call
}
"""How a row of each table that only grows is taken back, and one that stands for many."""
_STAYS: Final = frozenset({"pin", "sign_in_attempt", "refusal", "look", "erasure"})
"""What no entry is taken back with: who may sign in, what was tried, refused and looked at, and what was erased."""

_LEANING: dict[type[Table], tuple[tuple[Field, ...], str]] = {
    models.Customer: (
        (
            models.Promise.customer,
            models.Statement.customer,
            models.Conversation.customer,
            models.Case.customer,
            models.FollowUp.customer,
            models.Note.customer,
            models.ContactPoint.customer,
            models.Benefit.customer,
            models.CustomerMerge.kept,
            models.FixRequest.customer,
            models.Feedback.customer,
            models.TipOffer.customer,
            models.Goodwill.customer,
            models.Approval.customer,
            models.OutreachTry.customer,
        ),
        "Something has been written about that customer since, so this cannot be taken back; put it right with e.",
    ),
    models.Case: (
        (
            models.Promise.case,
            models.Statement.case,
            models.Conversation.case,
            models.FollowUp.case,
            models.Slip.case,
            models.InquiryReference.case,
            models.Escalation.case,
            models.CaseLink.case,
            models.CaseLink.other,
            models.Case.merged_into,
            models.StepList.case,
            models.Feedback.case,
            models.TipOffer.case,
            models.Goodwill.case,
            models.Approval.case,
            models.Benefit.case,
        ),
        "Something has been written in that case since, so this cannot be taken back; close it with a resolution.",
    ),
    models.Reference: (
        (models.InquiryReference.reference,),
        "Somebody was called about that number since, so this cannot be taken back.",
    ),
    models.Benefit: (
        (models.BenefitEntry.benefit, models.BenefitSlip.benefit),
        "Something has been done with that benefit since, so this cannot be taken back; b shows its history.",
    ),
    models.BenefitType: (
        (models.Benefit.type,),
        "A benefit of that type has been given since, so this cannot be taken back; B retires the type.",
    ),
    models.Employee: (
        (
            *(models.Journal.employee, models.Case.owner, models.FollowUp.owner, models.Escalation.receiver),
            *(models.Case.contact, models.Reference.contact, models.Inquiry.contact, models.Deputy.deputy),
            *(models.FixRequest.author, models.Feedback.whose),
            models.GoodwillLimit.employee,
            *(models.Pin.employee, models.SignInAttempt.employee),
        ),
        "That person has worked here since or is to be called, so this cannot be taken back; s says they are away.",
    ),
    models.Article: (
        (models.ArticleVersion.article, models.TipOffer.article, models.OutreachRule.article),
        "That article has been changed or used since, so this cannot be taken back; retire it instead.",
    ),
    models.ArticleVersion: (
        (models.Goodwill.policy_version, models.Approval.policy_version, models.TipOffer.article_version),
        "Something has been asked, decided or offered by that article since, so this stays; change it again.",
    ),
}
"""Where rows stand that lean on a row of each table, and what is said to whoever would take it back with them."""


def reverse(entry: Entry, done: Done) -> None:
    """Put every row of an earlier entry back to what it was before; rows it added are withdrawn.

    Of what nobody can rewrite, a row is added that says it was entered by mistake.

    Raises: Conflict when a row has been changed again since, NothingToUndo when it wrote no rows, or such as stay.
    """
    change = models.Change
    rows = list(change.select().where(change.journal == done.sequence).order_by(change.id.desc()))
    if not rows or any(row.entity in _STAYS for row in rows):
        raise NothingToUndo("That entry wrote nothing that could be taken back.")
    is_merge = any(row.entity == "customer_merge" for row in rows)
    for row in rows:
        after, before = json.loads(row.after), None if row.before is None else json.loads(row.before)
        if row.entity in _TAKEN_BACK:
            _TAKEN_BACK[row.entity](entry, row.row, after)
        elif is_merge:
            _put_back_what_stands(entry, _BY_NAME[row.entity], row.row, after, before)
        else:
            _put_back(entry, _BY_NAME[row.entity], row.row, after, before)
    if done.customer_id is not None:
        entry.reindex(done.customer_id)


def _put_back(
    entry: Entry, model: type[Table], row: int, after: dict[str, Any], before: dict[str, Any] | None
) -> None:
    # Whose a row is, no verb changes but a merge: it is taken back from where it is now.
    after.pop("customer", None)
    current = _current(model, row, after)
    if before is None and model in _LEANING:
        _refuse_what_is_leant_on(model, row)
    if not _same(current, after) or (before is None and current.get("withdrawn_at") is not None):
        # What stands there now may be private to others by now.
        raise Conflict("It has been changed again since, so it cannot be taken back; change it by hand.", {})
    if model is models.Shop and before is not None and "currency" in before and is_money_kept():
        raise Conflict(f"Money is kept in {current['currency']} by now, so this cannot be taken back.", {})
    if before is None and "withdrawn_at" not in model._meta.fields:
        return  # a part, which goes with what it is a part of
    if "customer" in model._meta.fields:
        entry.reindex(_whose(model, row))
    entry.update(model, row, current["version"], **({"withdrawn_at": entry.at} if before is None else before))


def _put_back_what_stands(
    entry: Entry, model: type[Table], row: int, after: dict[str, Any], before: dict[str, Any] | None
) -> None:
    """Of a merge, what somebody changed since stays as they want it: two people are not kept one for a spelling."""
    current = _current(model, row, after)
    if before is None:
        put_back = {} if current["withdrawn_at"] is not None else {"withdrawn_at": entry.at}
    else:
        put_back = {name: before[name] for name in after if _same(current, {name: after[name]})}
    if put_back:
        entry.update(model, row, current["version"], **put_back)


def _whose(model: type[Table], row: int) -> int:
    found = model.select(model._meta.fields["customer"]).where(model.id == row).tuples().first()
    return 0 if found is None else int(found[0])


def _refuse_what_is_leant_on(model: type[Table], row: int) -> None:
    """What others have built on since is not taken away from under them by the way."""
    columns, refusal = _LEANING[model]
    if any(_stands(column, row) for column in columns):
        raise Conflict(refusal, {})


def _stands(column: Field, row: int) -> bool:
    """Whether a row that leans on the given one counts: it was neither withdrawn nor entered by mistake."""
    model = column.model
    leaning = model.select(model.id).where(column == row)
    if model is models.Promise:
        known = reads.with_entries([each.id for each in leaning])
        return any(standing(*each, each[0].made_at).outcome is not Outcome.TAKEN_BACK for each in known)
    if model is models.BenefitEntry:
        return benefit_ledger.stands_on(BenefitId(row))
    if model is models.Statement:
        mistaken = model.select(model.corrects).where(model.kind == Said.TAKEN_BACK)
        leaning = leaning.where(model.kind == Said.SAID, model.id.not_in(mistaken))
    elif model is models.TipOffer:
        taken_back = model.select(model.corrects).where(model.corrects.is_null(False))
        leaning = leaning.where(model.corrects.is_null(), model.id.not_in(taken_back))
    elif model is models.Goodwill:
        leaning = leaning.where(model.id.not_in(models.GoodwillEntry.select(models.GoodwillEntry.goodwill)))
    elif model is models.Approval:
        answer = models.ApprovalAnswer
        withdrawn = answer.select(answer.approval).where(answer.verdict == Verdict.WITHDRAWN.value)
        leaning = leaning.where(model.id.not_in(withdrawn))
    elif "withdrawn_at" in model._meta.fields:
        leaning = leaning.where(model.withdrawn_at.is_null())
    return bool(leaning.exists())


def _current(model: type[Table], row: int, names: dict[str, Any]) -> dict[str, Any]:
    wanted = {*names, "version", "withdrawn_at"} & set(model._meta.fields)
    columns = [model._meta.fields[name] for name in wanted]
    return first_dict(model.select(*columns).where(model.id == row)) or {}


def _same(current: dict[str, Any], after: dict[str, Any]) -> bool:
    return bool(json.loads(as_json({name: current[name] for name in after})) == after)
