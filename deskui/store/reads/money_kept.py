"""Whether any money is kept."""

from __future__ import annotations

from typing import Final

from deskui.store import models

_WITH_MONEY: Final = (
    *(models.Order, models.Goodwill, models.Approval, models.GoodwillLimit),
    *(models.Benefit, models.BenefitType, models.BenefitEntry),
)


def is_money_kept() -> bool:
    """Whether there is an amount of any currency: up to one statement for each table that holds some."""
    tables = (model.select().where(model.currency != "").limit(1) for model in _WITH_MONEY)
    spent = models.Customer.select().where(models.Customer.spend_currency != "").limit(1)
    return any(each.exists() for each in (*tables, spent))
