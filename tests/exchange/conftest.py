from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from deskui.exchange.file_import import opened
from deskui.exchange.locale_rules import LocaleRules

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deskui.domain.importing.incoming import Incoming, Refused


@pytest.fixture
def rules() -> LocaleRules:
    """A shop in Denver."""
    return LocaleRules.of("US", "USD", ZoneInfo("America/Denver"))


@pytest.fixture
def read(tmp_path: Path, rules: LocaleRules) -> Callable[..., list[Incoming | Refused]]:
    """The records of a file with that content; keywords are the mapping of columns to fields."""

    def read(content: str | bytes, kind: str = "auto", **mapping: str) -> list[Incoming | Refused]:
        path = tmp_path / "export.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        with opened(path, kind, mapping) as export:
            return list(export.records(rules))

    return read
