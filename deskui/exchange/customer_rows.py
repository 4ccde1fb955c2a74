"""Customers from the rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.importing.incoming import Refused
from deskui.errors import BadInput, Usage
from deskui.exchange import columns
from deskui.exchange.card_columns import LEFT_OUT
from deskui.exchange.cells import tidy
from deskui.exchange.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from deskui.domain.importing.incoming import IncomingCustomer
    from deskui.exchange.csv_rows import Row
    from deskui.exchange.locale_rules import LocaleRules

_SOURCES: Final = {"shopify-customers": "shopify", "square-customers": "square"}


class CustomerRows:
    """Reads the rows of one table of customers; those columns `of_cards` are payment card numbers."""

    def __init__(
        self, kind: str, header: Sequence[str], mapping: Mapping[str, str], name: str, of_cards: Collection[int]
    ) -> None:
        self.fields = columns.fields_of(kind, header, mapping, of_cards)
        """What each column was read as."""
        if not columns.NAMING.intersection(self.fields):
            raise Usage(
                f"{name} has no column I know for a name, e-mail or phone ({columns.listed(header)}); "
                f'say which is which, for example --map "{(header[0] or "COLUMN")[:40]}=name".'
            )
        self.labels = _distinct(header)
        """What each column is called, no two the same."""
        self._source = _SOURCES.get(kind) or _source_by_id(self.labels, self.fields)

    def read(self, rows: Iterable[Row | Refused], rules: LocaleRules) -> Iterator[IncomingCustomer | Refused]:
        """A record for every row, or why it is refused."""
        for row in rows:
            yield row if isinstance(row, Refused) else self._one(row, rules)

    def _one(self, row: Row, rules: LocaleRules) -> IncomingCustomer | Refused:
        draft = Draft(self._source, rules)
        try:
            for name, label, cell in zip(self.fields, self.labels, row.cells, strict=False):
                if cell and name not in ("ignore", LEFT_OUT) and (tidied := tidy(cell)):
                    draft.add(name, label, tidied)
            return draft.finish(row.line, row.cells)
        except BadInput as refusal:
            return Refused.because(refusal, row.line, (row.cells,))


def _distinct(header: Sequence[str]) -> tuple[str, ...]:
    """The headers as labels, a second one of the same name numbered."""
    seen: dict[str, int] = {}
    labels = []
    for label in header:
        plain = " ".join(tidy(label).split())[:200]
        seen[plain] = seen.get(plain, 0) + 1
        labels.append(plain if seen[plain] == 1 else f"{plain} ({seen[plain]})")
    return tuple(labels)


def _source_by_id(labels: Sequence[str], fields: Sequence[str]) -> str:
    """Other programs number their records each from 1: the name of the column keeps them apart."""
    named = [columns.squeezed(label) for label, field in zip(labels, fields, strict=True) if field == "id"]
    return f"csv:{named[0]}" if named else "csv"
