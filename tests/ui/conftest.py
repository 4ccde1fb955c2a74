from __future__ import annotations

from tests.ui.driving import demo_file, demo_url, home, impatient

__all__ = ["demo_file", "demo_url", "home", "impatient"]
