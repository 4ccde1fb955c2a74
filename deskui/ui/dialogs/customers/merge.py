"""Merging the customer who is open with another one: who it is, and what stays of which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import uuid4

from deskui.domain.merging import FIELDS, Merged, MergeTyped, better, differing
from deskui.ui.dialogs.customers.merge_with import MergeWith
from deskui.ui.drafts import DraftOf
from deskui.ui.kit.fields import choice
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.kit.question import Confirm
from deskui.ui.kit.sheet import INNER
from deskui.ui.lines import BLANK, Line, quiet, span
from deskui.ui.panels.fitting import cut
from deskui.ui.panels.merging import party_line, served_elsewhere

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId
    from deskui.domain.merging import Party
    from deskui.ui.screens.desk import DeskScreen

_STAYS: Final = "stays"
_LONGEST: Final = 50
"""Cells of a value that is chosen: a line of a form has no more beside its mark."""
_ALL_ELSE: Final = "All that is written about either is kept; of these, one is:"
_NOTHING: Final = "All that is written about either is kept, and nothing differs."


def merge_customers(desk: DeskScreen) -> None:
    """Ask whom the customer is to be merged with, or which of those merged is to be separated again."""
    who = desk.shown.customer

    def chosen(whom: CustomerId | Merged | None) -> None:
        if isinstance(whom, Merged):
            separate(desk, whom)
        elif whom is not None:
            desk.app.guarded(_compare(desk, who.id, whom))

    desk.app.push_screen(MergeWith(who), chosen)


async def _compare(desk: DeskScreen, one: CustomerId, other: CustomerId) -> None:
    """Show the two side by side; once they are one, that one is on screen."""
    mine, its = await desk.app.counter.answer(lambda each: (each.merging.party(one), each.merging.party(other)))
    session = desk.app.session
    form = merge_form(mine, its, "" if session is None else session.desk)
    desk.app.open_form(form, lambda done: desk.lands(one, done.customer_id))


def merge_form(one: Party, other: Party, here: str) -> FormSpec:
    """Which number stays, and whose value of each field in which the two differ: the arrows choose.

    `here` is the desk it is shown at.
    """
    parties = (one, other)
    kept, gone = sorted(parties, key=lambda each: (-each.amount, each.customer.id))
    names = differing(kept.customer, gone.customer)
    sides = ((_value(each), each.customer.number) for each in parties)
    fields = [choice(_STAYS, "Number stays", sides, _value(kept))]
    for name in names:
        options = ((_value(each), cut(span(each.shown[name]), _LONGEST).text) for each in parties)
        chosen = str(better(name, kept.customer, gone.customer).id)
        fields.append(choice(name, FIELDS[name], options, chosen))
    said = quiet(_ALL_ELSE if names else _NOTHING)
    low, high = sorted(each.customer.id for each in parties)
    return FormSpec(
        f"Merge {one.customer.name} and {other.customer.name}",
        tuple(fields),
        _work(one, other),
        DraftOf(f"merge:{low}:{high}:{one.customer.version}:{other.customer.version}"),
        about=(
            *map(party_line, parties),
            *(line for each in parties for line in served_elsewhere(each, here, INNER)),
            Line((said,)),
            BLANK,
        ),
        leaving="leave them two",
    )


def _value(party: Party) -> str:
    return str(party.customer.id)


def _work(one: Party, other: Party) -> Callable[[Desk, Mapping[str, str], str, int], Saved]:
    by_id = {_value(each): each.customer for each in (one, other)}
    versions = {each.id: each.version for each in by_id.values()}

    def work(desk: Desk, values: Mapping[str, str], operation: str, _version: int) -> Saved:
        kept = by_id[values[_STAYS]]
        gone = next(each for each in by_id.values() if each.id != kept.id)
        whose = {name: by_id[value].id for name, value in values.items() if name != _STAYS}
        done = desk.merging.merge(MergeTyped(kept.id, gone.id, versions, whose), operation)
        return Saved(done, f"{gone.number} is {kept.number} from now on")

    return work


def separate(desk: DeskScreen, merged: Merged) -> None:
    """Make two of one again, once that is confirmed."""
    operation = str(uuid4())
    words = (
        f"Separate {merged.name}, {merged.number}, again?",
        "Each gets back what was theirs; what was written since in their cases goes with them.",
    )

    def work(each: Desk) -> Done:
        return each.merging.separate(merged.id, operation)

    def answered(yes: bool | None) -> None:
        if yes:
            desk.app.write_soon(work, f"{merged.number} is a customer of their own again")

    desk.app.push_screen(Confirm(words, "separate them"), answered)
