"""Everything about one benefit: what it is, and its ledger line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.benefits.benefit import EntryKind
from deskui.domain.money import Money
from deskui.ui.format import day_words, moment_words, money_words
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, wrapped
from deskui.ui.panels.benefits import called, end_words, open_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deskui.domain.benefits.benefit import BenefitView, LedgerEntry
    from deskui.ui.panels.scene import Scene

_LABEL: Final = 12


def benefit_page(view: BenefitView, ledger: Iterable[LedgerEntry], scene: Scene, width: int) -> list[Item]:
    """What it is, then what became of it, newest last."""
    benefit = view.benefit
    fields = (
        ("stands", f"{called(view, scene)}, {end_words(view, scene)}"),
        ("is", f"{benefit.kind.value}: {benefit.title}"),
        ("valid from", day_words(benefit.valid_from, scene.today) if benefit.valid_from else ""),
        ("chosen", ", ".join(each.choice for each in view.picked)),
        ("to choose", open_words(view)),
        ("next change", day_words(view.next_change, scene.today) if view.next_change else ""),
        ("passed on", "may be used by others" if benefit.transferable else ""),
        ("terms", benefit.terms),
    )
    lines = [line for label, words in fields if words for line in _field(label, words, width)]
    entries = [line for each in ledger for line in _entry(each, view, scene, width)]
    return [Item((each,)) for each in (*lines, BLANK, Line((span("Ledger", Role.TITLE),)), *entries)]


def _field(label: str, words: str, width: int) -> tuple[Line, ...]:
    first, *rest = wrapped(words, width - _LABEL, most=8)
    put = Line((quiet(f"{label:<{_LABEL}}"), *first.spans))
    return (put, *(Line((Span(" " * _LABEL), *each.spans)) for each in rest))


def _entry(entry: LedgerEntry, view: BenefitView, scene: Scene, width: int) -> tuple[Line, ...]:
    """`22 Nov 10:42  redeemed -$10.00, by Ada`; what was taken back steps back."""
    amount = view.benefit.worth.amount
    sum_words = ""
    if amount is not None and entry.amount:
        sign = "+" if entry.amount > 0 else "-"
        sum_words = f" {sign}{money_words(Money(amount.currency, abs(entry.amount)), scene.region)}"
    by = scene.called(None, entry.by)
    parts = [
        f"{_said(entry)}{sum_words}",
        f"by {by}" if by else "",
        f"agreed by {scene.called(None, entry.agreed_by)}" if entry.agreed_by else "",
        entry.reason,
        "taken back since" if entry.countered else "",
    ]
    when = moment_words(entry.at, scene.now, scene.zone)
    role = Role.QUIET if entry.countered else Role.TEXT
    return wrapped(f"{when}  {', '.join(filter(None, parts))}", width, role, most=3)


def _said(entry: LedgerEntry) -> str:
    if entry.kind is EntryKind.CHOSEN:
        return f"chose {entry.choice}" + (f" instead of {entry.instead}" if entry.instead else "")
    if entry.kind is EntryKind.REISSUED:
        return f"VOID, reissued as {entry.other}" if entry.other else "VOID, reissued"
    if entry.kind is EntryKind.ISSUED and entry.other:
        return f"issued in place of {entry.other}"
    return "VOID" if entry.kind is EntryKind.VOID else entry.kind.value
