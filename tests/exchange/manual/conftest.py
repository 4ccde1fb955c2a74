from __future__ import annotations

from tests.desk.conftest import counter

__all__ = ["counter"]
