"""Benefits from the rows of a table: a code, whose it is, what it is worth and what is left of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from deskui.domain.benefits.benefit import BenefitKind, Worth
from deskui.domain.benefits.typed import checked_code, checked_worth, percent_typed
from deskui.domain.importing.benefits import IncomingBenefit
from deskui.domain.importing.incoming import Refused
from deskui.domain.money import Money
from deskui.domain.payment_cards import is_payment_card
from deskui.domain.text import clean_line
from deskui.errors import BadInput, Usage
from deskui.exchange import cells, columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from deskui.exchange.csv_rows import Row
    from deskui.exchange.locale_rules import LocaleRules

FIELDS: Final = (
    *("code", "number", "phone", "email", "kind", "title", "value", "balance", "currency"),
    *("starts", "expires", "terms", "ignore"),
)
"""What a column may be."""
_WHO: Final = ("number", "phone", "email")
_LABELS: Final = {
    "code": "code,couponcode,vouchercode,giftcardcode,giftcard,benefitcode,coupon,voucher,cardcode",
    "number": "number,customer,customernumber,customerno,customerid,clientnumber,kundennummer,loyalty,loyaltynumber",
    "phone": "phone,phonenumber,telephone,tel,mobile,telefon",
    "email": "email,emailaddress,mail",
    "kind": "kind,type,benefit,kindofbenefit",
    "title": "title,name,description,text",
    "value": "value,amount,initialvalue,initialbalance,originalvalue,discount,worth,wert",
    "balance": "balance,currentbalance,remaining,left,rest,remainingbalance,saldo",
    "currency": "currency,wahrung,währung",
    "starts": "validfrom,starts,startdate,startson,from,issued,issuedon",
    "expires": "expires,expireson,expiry,expirydate,validuntil,validto,until,enddate,endson,gultigbis,gültigbis",
    "terms": "terms,conditions,note,notes",
}
_FIELD_OF: Final = {label: field for field, labels in _LABELS.items() for label in labels.split(",")}
_TELLING: Final = frozenset(_LABELS["code"].split(",")) - {"code", "cardcode"}
"""What only a column of benefits is called; customers have codes and balances too."""
_WORTHS: Final = frozenset(f"{_LABELS['value']},{_LABELS['balance']}".split(","))
_KINDS: Final = {
    "coupon": BenefitKind.COUPON,
    "discount": BenefitKind.COUPON,
    "voucher": BenefitKind.VOUCHER,
    "credit": BenefitKind.VOUCHER,
    "gift": BenefitKind.GIFT,
    "giftcard": BenefitKind.GIFT,
    "giftbalance": BenefitKind.GIFT,
    "giftvoucher": BenefitKind.GIFT,
    "perk": BenefitKind.PERK,
    "tierperk": BenefitKind.PERK,
    "warranty": BenefitKind.WARRANTY,
}


def looks_like_benefits(header: Sequence[str], mapping: Mapping[str, str]) -> bool:
    """Whether a header has a code of a benefit and what it is worth, and nothing speaks for customers.

    A column for their names does, and a `mapping` to what benefits have not.
    """
    names = {columns.squeezed(label) for label in header}
    is_worth_something = bool(names & _TELLING) and bool(names & _WORTHS)
    return is_worth_something and not columns.names_people(header) and set(mapping.values()) <= set(FIELDS)


class BenefitRows:
    """Reads the rows of a table of benefits, one a row."""

    def __init__(self, header: Sequence[str], mapping: Mapping[str, str], name: str) -> None:
        chosen = {columns.squeezed(column): field for column, field in mapping.items()}
        if wrong := next((field for field in chosen.values() if field not in FIELDS), ""):
            raise Usage(f"There is no field {wrong!r}; of benefits the fields are {', '.join(FIELDS)}.")
        names = [columns.squeezed(label) for label in header]
        if missing := [column for column in mapping if columns.squeezed(column) not in names]:
            raise Usage(f"The file has no column {missing[0]!r}; its columns are {columns.listed(header)}.")
        self.labels = tuple(header)
        self.fields = tuple(chosen.get(each) or _FIELD_OF.get(each, "ignore") for each in names)
        """What each column was read as."""
        if "code" not in self.fields or not set(_WHO).intersection(self.fields):
            raise Usage(
                f"{name} needs a column with the code, and one with the customer's number, phone or e-mail "
                f'({columns.listed(header)}); say which, for example --map "{(header[0] or "COLUMN")[:40]}=code".'
            )

    def read(self, rows: Iterable[Row | Refused], rules: LocaleRules) -> Iterator[IncomingBenefit | Refused]:
        """A record for every row, or why it is refused."""
        for row in rows:
            yield row if isinstance(row, Refused) else self._one(row, rules)

    def _one(self, row: Row, rules: LocaleRules) -> IncomingBenefit | Refused:
        found: dict[str, str] = {}
        for field, cell in zip(self.fields, row.cells, strict=False):
            if field != "ignore" and (tidied := cells.tidy(cell)):
                found.setdefault(field, tidied)
        kept = replace(row, cells=_without_cards(row.cells))  # it may stand among those rejected, for whatever reason
        try:
            return _read(found, kept, rules)
        except BadInput as refusal:
            return Refused.because(refusal, row.line, (kept.cells,))


def _without_cards(row: Sequence[str]) -> tuple[str, ...]:
    """The cells with nothing in the place of the number of a payment card."""
    return tuple("" if is_payment_card(cells.tidy(each)) else each for each in row)


def _read(found: Mapping[str, str], row: Row, rules: LocaleRules) -> IncomingBenefit:
    if any(map(is_payment_card, found.values())):
        raise BadInput("a cell holds the number of a payment card, which is never kept")
    code = checked_code(found.get("code", ""))
    if not code:
        raise BadInput("there is no code")
    if not any(found.get(each) for each in _WHO):
        raise BadInput("there is nobody it belongs to: no customer number, phone or e-mail")
    currency = found.get("currency", rules.currency).upper()
    if len(currency) != 3 or not currency.isascii() or not currency.isalpha():
        raise BadInput(f"Currency {currency[:20]!r} is not a currency code such as EUR")
    worth = _worth(found, currency, rules)
    kind = _kind(found, worth)
    checked_worth(kind, worth)
    starts, expires = _day(found, "starts", rules), _day(found, "expires", rules)
    if starts is not None and expires is not None and expires < starts:
        raise BadInput("it expires before it begins")
    return IncomingBenefit(
        code=code,
        number=clean_line(found.get("number", ""), "The customer"),
        phone=clean_line(found.get("phone", ""), "The phone"),
        email=clean_line(found.get("email", ""), "The e-mail address"),
        kind=kind,
        title=clean_line(found.get("title", ""), "The title", longest=80) or kind.value.capitalize(),
        worth=worth,
        left=_left(found, worth, currency, rules),
        valid_from=starts,
        expires=expires,
        terms=clean_line(found.get("terms", ""), "The terms", longest=500),
        line=row.line,
        rows=(row.cells,),
    )


def _worth(found: Mapping[str, str], currency: str, rules: LocaleRules) -> Worth:
    """The value; of a row that says only what is left, that."""
    value = found.get("value") or found.get("balance") or ""
    if not value:
        return Worth()
    percent = percent_typed(value)
    if percent is not None:
        return Worth(percent)
    return Worth(0, Money(currency, cells.minor_units(value, "The value", currency, rules)))


def _left(found: Mapping[str, str], worth: Worth, currency: str, rules: LocaleRules) -> int | None:
    """What is left of an amount, in minor units; None where the whole of it is."""
    if worth.amount is None or not found.get("balance"):
        return None
    left = cells.minor_units(found["balance"], "The balance", currency, rules)
    if not 0 <= left <= worth.amount.minor:
        raise BadInput("the balance is more than the value, or less than nothing")
    return left


def _kind(found: Mapping[str, str], worth: Worth) -> BenefitKind:
    written = found.get("kind", "")
    if not written:
        return BenefitKind.COUPON if worth.amount is None else BenefitKind.GIFT
    kind = _KINDS.get(columns.squeezed(written))
    if kind is None:
        raise BadInput(f'kind "{written[:40]}" is none of coupon, voucher, gift balance, tier perk and warranty')
    return kind


def _day(found: Mapping[str, str], field: str, rules: LocaleRules) -> date | None:
    what = "Expires" if field == "expires" else "Valid from"
    return cells.day(found[field], what, rules) if found.get(field) else None
