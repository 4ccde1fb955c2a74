"""The rules of the review: the sensitive words, and how much is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.desk.reviewing import FIELDS
from deskui.domain.typed import RulesTyped
from deskui.ui.drafts import DraftOf
from deskui.ui.kit.fields import Field, text
from deskui.ui.kit.form_spec import FormSpec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.review.risk import Rules
    from deskui.ui.shell import Within


def change_rules(screen: Within) -> None:
    """Change them, from wherever they are shown."""
    app = screen.app

    async def ask() -> None:
        app.open_form(_rules_form(await app.counter.answer(lambda desk: desk.reviewing.rules())))

    app.guarded(ask())


def _rules_form(rules: Rules) -> FormSpec:
    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.reviewing.set_rules(RulesTyped(**typed), version, operation)

    words = ", ".join(rules.words.replace("\n", ", ").split(", "))
    return FormSpec(
        "Rules of the review",
        (
            text("words", "Sensitive words", words, rows=6),
            Field("first", FIELDS["first"], str(rules.first), hint=_first),
            Field("one_in", FIELDS["one_in"], str(rules.one_in), hint=_one_in),
            Field("stale_months", FIELDS["stale_months"], str(rules.stale_months), hint=_months),
        ),
        work,
        DraftOf("review rules"),
        version=rules.version,
        said="Reviewed by these rules from now on",
        unchanged_closes=True,
    )


def _first(typed: str) -> str:
    return f"the first {_number(typed)} items of each are reviewed"


def _one_in(typed: str) -> str:
    return "nothing of all else" if typed.strip() == "0" else f"1 in {_number(typed)} is picked at random; 0: none"


def _months(typed: str) -> str:
    return f"facts come up that nobody confirmed for {_number(typed)} months"


def _number(typed: str) -> str:
    return typed.strip()[:6] or "so many"
