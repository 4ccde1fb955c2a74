"""The set-up of a shop as the text of a TOML file: always in the same order, so that two of them can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.exchange.setup.people_parts import LIMIT, STAFF
from deskui.exchange.setup.shop_parts import HOURS, KINDS, REVIEW, SHOP
from deskui.exchange.setup.work_parts import BENEFIT, CHECKLIST, GUIDE, OUTREACH

if TYPE_CHECKING:
    from deskui.desk.desk import Desk
    from deskui.exchange.setup.part import Part

PARTS: Final = (SHOP, HOURS, KINDS, REVIEW, STAFF, LIMIT, CHECKLIST, GUIDE, BENEFIT, OUTREACH)
"""In the order of the file, which is also that of an import: what is named stands before where it is named."""
_HEAD: Final = """\
# The set-up of a shop: deskui setup import FILE brings it in, --dry-run says what that would change.
# What is left out stays as it is. The manual is a folder of its own: deskui manual export FOLDER.
"""


def setup_text(desk: Desk) -> str:
    """The whole set-up. Raises: NotAllowed before the shop is set up."""
    with desk.store.snapshot():
        return "\n".join((_HEAD, *(text for part in PARTS if (text := _part_text(desk, part)))))


def _part_text(desk: Desk, part: Part) -> str:
    import tomli_w

    head = f"[{part.name}]" if part.is_one else f"[[{part.name}]]"
    entries = (f"{head}\n{tomli_w.dumps(each.values, multiline_strings=True)}" for each in part.kept(desk))
    text = "\n".join(entries)
    return f"# {part.about}\n{text}" if part.about and text else text
