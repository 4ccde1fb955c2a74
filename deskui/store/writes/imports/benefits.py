"""One chunk of benefits: whose they are by number, phone or e-mail, and the new ones with their ledgers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from deskui.domain.benefits.benefit import EntryKind, issued
from deskui.domain.importing.benefits import PreparedBenefit, plan_benefits
from deskui.domain.importing.incoming import Tally
from deskui.store import models
from deskui.store.normalise.numbers import number_digits, number_key
from deskui.store.normalise.phones import phone_key
from deskui.store.reads.people import survivor
from deskui.store.reads.rows import tuples
from deskui.store.writes.benefits import write
from deskui.store.writes.imports.remembering import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.domain.importing.benefits import IncomingBenefit
    from deskui.store.entry import Entry
    from deskui.store.writes.imports.seen import Seen

_NUMBER, _PHONE, _EMAIL = "number|", "phone|", "email|"
_BEFORE: Final = "redeemed before the import"


def prepare_benefit(record: IncomingBenefit, region: str, seen: Seen) -> PreparedBenefit:
    """Make a record ready to be compared."""
    key = number_key(record.code)
    whose = [f"{_NUMBER}{number_key(record.number)}"] if record.number else []
    whose += [f"{_EMAIL}{record.email.casefold()}"] if record.email else []
    whose += [f"{_PHONE}{phone_key(record.phone, region)}"] if record.phone else []
    return PreparedBenefit(record, key, tuple(whose), seen.count(f"benefit|{key}") > 1)


def write_benefits(entry: Entry, rows: Sequence[PreparedBenefit]) -> Outcome:
    """Write what is new, inside the caller's transaction; codes that are kept stay as they are."""
    planned = plan_benefits(rows, _owners({key for row in rows for key in row.whose}), _kept(rows))
    for row, customer in planned.new:
        _add(entry, row.record, row.key, customer)
    tally = Tally(new=len(planned.new), unchanged=planned.unchanged)
    return Outcome(tally, planned.refused, wrote=bool(planned.new))


def _add(entry: Entry, record: IncomingBenefit, key: str, customer: int) -> None:
    amount = record.worth.amount
    minor, currency = (None, "") if amount is None else (amount.minor, amount.currency)
    added = entry.insert(
        models.Benefit,
        customer=customer,
        kind=record.kind.value,
        title=record.title,
        code=record.code,
        key=key,
        digits=number_digits(record.code),
        percent=record.worth.percent,
        amount_minor=minor,
        currency=currency,
        valid_from=record.valid_from,
        expires=record.expires,
        terms=record.terms,
        created_at=entry.at,
    )
    write(entry, added, EntryKind.ISSUED, issued(record.kind, minor), currency)
    if record.left is not None and amount is not None and record.left < amount.minor:
        write(entry, added, EntryKind.REDEEMED, record.left - amount.minor, currency, reason=_BEFORE)


def _kept(rows: Sequence[PreparedBenefit]) -> dict[str, int]:
    table = models.Benefit
    mine = table.key.in_([row.key for row in rows]) & table.withdrawn_at.is_null()
    return dict(tuples(table.select(table.key, table.customer).where(mine)))


def _owners(keys: set[str]) -> dict[str, frozenset[int]]:
    """Who is reached by each key, those merged into somebody by whom they are now."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    customer, alias, point = models.Customer, models.Alias, models.ContactPoint
    numbers = [key.removeprefix(_NUMBER) for key in keys if key.startswith(_NUMBER)]
    own = {f"C-{each.removeprefix('C')}": each for each in numbers}
    if numbers:
        query = customer.select(customer.number, customer.id).where(customer.number.in_(list(own)))
        for number, who in tuples(query):
            found[_NUMBER + own[number]].add(int(survivor(who)))
        known = alias.select(alias.key, alias.customer)
        by_number = alias.key.in_(numbers) & (alias.kind != "name") & alias.withdrawn_at.is_null()
        for key, who in tuples(known.where(by_number)):
            found[_NUMBER + key].add(who)
    for kind, prefix in (("phone", _PHONE), ("email", _EMAIL)):
        wanted = [key.removeprefix(prefix) for key in keys if key.startswith(prefix)]
        if not wanted:
            continue
        having = (point.kind == kind) & point.key.in_(wanted) & point.withdrawn_at.is_null()
        for key, who in tuples(point.select(point.key, point.customer).where(having)):
            found[prefix + key].add(who)
    return {key: frozenset(who) for key, who in found.items()}
