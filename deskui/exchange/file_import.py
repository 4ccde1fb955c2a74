"""An export that somebody hands over: which program wrote it, and its records in order."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Final

from deskui.domain.importing.incoming import IncomingCustomer, IncomingOrder, Refused
from deskui.errors import BadInput, Usage
from deskui.exchange import columns, vcards
from deskui.exchange.benefit_rows import BenefitRows, looks_like_benefits
from deskui.exchange.card_columns import card_columns
from deskui.exchange.csv_rows import CsvRows
from deskui.exchange.customer_rows import CustomerRows
from deskui.exchange.doubts import Doubts
from deskui.exchange.order_rows import OrderRows
from deskui.exchange.reading import ColumnRead, columns_read, look_ahead
from deskui.exchange.source_file import SourceFile, inspect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from deskui.domain.importing.benefits import AnyIncoming
    from deskui.exchange.csv_rows import Row
    from deskui.exchange.locale_rules import LocaleRules
    from deskui.exchange.source_file import Line

FORMATS: Final = ("auto", "shopify-customers", "shopify-orders", "square-customers", "vcard", "benefits", "csv")
"""What `--format` may be."""
_FIRST_LINES: Final = 100


@dataclass(slots=True)
class Export:
    """An open file whose kind is known; `header` is empty for vCards, `columns` for all but tables of customers."""

    file: SourceFile
    kind: str
    encoding: str
    header: tuple[str, ...]
    rows: Iterator[Row | Refused] | None
    lines: Iterator[Line]
    reader: CustomerRows | OrderRows | BenefitRows | None
    columns: tuple[ColumnRead, ...] = ()
    doubts: Doubts = field(default_factory=Doubts)

    def records(self, rules: LocaleRules) -> Iterator[AnyIncoming | Refused]:
        """Every record of the file, and every row that is refused, with the reason."""
        found: Iterator[AnyIncoming | Refused]
        if self.rows is None or self.reader is None:
            found = vcards.read(self.lines, rules)
        else:
            found = self.reader.read(self.rows, rules)
        for record in found:
            if isinstance(record, IncomingCustomer):
                self.doubts.note(record)
            elif isinstance(record, IncomingOrder) and record.doubts:
                self.doubts.add(record.line, record.doubts)
            yield record


@contextmanager
def opened(path: Path, kind: str, mapping: Mapping[str, str]) -> Iterator[Export]:
    """The file at `path` as an export of the given kind, or of the kind it looks like (`auto`).

    Raises: BadInput or Usage in one sentence when it is none, before any of its rows is handed on.
    """
    encoding = inspect(path)
    with SourceFile(path, encoding) as file:
        yield _recognised(path, file, encoding, kind, mapping)


def _recognised(path: Path, file: SourceFile, encoding: str, kind: str, mapping: Mapping[str, str]) -> Export:
    head: list[Line] = []
    for line in file:
        head.append(line)
        if line[1] is None or line[1].strip() or len(head) == _FIRST_LINES:
            break
    lines = chain(head, file)
    is_card = bool(head) and vcards.begins_card(head[-1][1] or "")
    if kind == "vcard" or (kind == "auto" and is_card):
        if not is_card:
            raise BadInput(f"{path} does not begin with a vCard (BEGIN:VCARD); name its format, or leave it out.")
        if mapping:
            raise Usage("A vCard has no columns to map; leave --map out.")
        return Export(file, "vcard", encoding, (), None, lines, None)
    rows = CsvRows(lines, str(path))
    kind = _kind(path, rows.header, mapping) if kind == "auto" else kind
    if kind == "shopify-orders":
        if mapping:
            raise Usage("The columns of a Shopify orders export are fixed; leave --map out.")
        return Export(file, kind, encoding, rows.header, iter(rows), lines, OrderRows(rows.header, str(path)))
    if kind == "benefits":
        table = BenefitRows(rows.header, mapping, str(path))
        named = tuple(map(ColumnRead, table.labels, table.fields))
        return Export(file, kind, encoding, rows.header, iter(rows), lines, table, named)
    ahead, all_rows = look_ahead(iter(rows))
    of_cards = card_columns(ahead, len(rows.header))
    reader = CustomerRows(kind, rows.header, mapping, str(path), of_cards)
    read = columns_read(reader.labels, reader.fields, ahead, mapping)
    return Export(file, kind, encoding, rows.header, all_rows, lines, reader, read)


def _kind(path: Path, header: tuple[str, ...], mapping: Mapping[str, str]) -> str:
    """The kind that a header looks like. Raises: BadInput when it is none, with what to do."""
    kind = columns.detect(header)
    if kind in ("", "csv") and looks_like_benefits(header, mapping):
        return "benefits"
    if kind == "tickets":
        raise BadInput(f"{path} holds tickets; only customers, orders and benefits can be brought in.")
    if not kind and not mapping:
        first = (header[0] if header else "")[:40] or "COLUMN"
        raise BadInput(
            f"{path} is no export I know (its columns are {columns.listed(header)}); "
            f'say which column is which, for example --map "{first}=name".'
        )
    return kind or "csv"
