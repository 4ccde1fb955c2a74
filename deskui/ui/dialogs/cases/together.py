"""What belongs to a case: linked ones, merged ones, and what may be linked or merged."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, ClassVar, NamedTuple
from uuid import uuid4

from textual.binding import Binding, BindingType

from deskui.domain.case_work import LinkKind
from deskui.ui.drafts import about
from deskui.ui.kit.chooser import Chooser, Picked
from deskui.ui.kit.fields import Field, choice
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.kit.living_list import LivingList
from deskui.ui.lines import Item, Line, Role, quiet, span, wrapped
from deskui.ui.panels.similar import together_items

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.case_links import Company
    from deskui.desk.desk import Desk
    from deskui.domain.case import Case
    from deskui.domain.customer import Customer
    from deskui.domain.done import Done
    from deskui.domain.ids import CaseId, CaseLinkId, CustomerId
    from deskui.ui.screens.desk import DeskScreen


class _Way(Enum):
    """What can be done with two cases."""

    RELATED = "related"
    DUPLICATE = "duplicate"
    INTO_IT = "merge into it"
    INTO_THIS = "merge it into this one"


class _Other(NamedTuple):
    """The case under the cursor."""

    id: CaseId
    number: int
    customer_id: CustomerId
    link: CaseLinkId | None = None
    is_part: bool = False


def go_there(desk: DeskScreen, row: object) -> None:
    """Go to a case that is linked to the one on screen, also to another customer's."""
    link = next(each for each in desk.case.links if each.case_id == row)
    if link.customer_id == desk.shown.customer.id:
        desk.show_case(link.case_id)
    else:
        desk.open_customer(link.customer_id, link.case_id)


def show_together(desk: DeskScreen) -> None:
    """Show what belongs to the case on screen, and what may."""
    desk.app.push_screen(Together(desk, desk.case, desk.shown.customer))


class Together(LivingList["Company"]):
    """Linked and merged cases, the customer's others, and similar ones."""

    KEYS = (("Enter", "go there"), ("r", "link, merge"), ("n", "number"), ("D", "drop"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r,m", "relate", show=False),
        Binding("n", "number", show=False),
        Binding("D", "take_away", show=False),
        Binding("l", "leave", show=False),
    ]

    def __init__(self, desk: DeskScreen, case: Case, who: Customer) -> None:
        super().__init__(f"What belongs to case #{case.number}")
        self._desk, self._case, self._who = desk, case, who

    def question(self, desk: Desk) -> Company:
        """All that may have to do with it."""
        return desk.links.around(desk.cases.case(self._case.id))

    def rows(self, answer: Company, width: int) -> list[Item]:
        """Under a heading each."""
        nothing = "No other case has to do with it; n links one by its number."
        return together_items(answer, self.app.scene(), width) or [Item(wrapped(nothing, width, Role.QUIET))]

    def _chosen(self) -> _Other | None:
        return None if self.shown is None else _others(self.shown).get(self.list.key)

    def on_item_list_chosen(self) -> None:
        """Enter: go there."""
        other = self._chosen()
        if other is not None and other.is_part:
            self.say(f"#{other.number} is part of this case: all of it is read here.", Role.WARN)
        elif other is not None:
            self.dismiss(None)
            self._desk.open_customer(other.customer_id, other.id)

    def action_relate(self) -> None:
        """Link the case under the cursor, or merge it."""
        other = self._chosen()
        if other is None or other.is_part:
            self.say("Put the cursor on another case first, or n takes its number.", Role.WARN)
            return
        this, that = f"#{self._case.number}", f"#{other.number}"
        words = {
            _Way.RELATED: (f"{this} and {that} are related", "both stay"),
            _Way.DUPLICATE: (f"{this} and {that} are duplicates", "both stay"),
            _Way.INTO_IT: (f"Merge {this} into {that}", f"{that} has it all, {this} is closed"),
            _Way.INTO_THIS: (f"Merge {that} into {this}", f"{this} has it all, {that} is closed"),
        }
        ways = [(way, (Line((span(does),), (quiet(means),)),)) for way, (does, means) in words.items()]

        def picked(found: Picked[_Way] | None) -> None:
            if found is not None:
                self._do(found.choice, other)

        self.app.push_screen(Chooser(f"Case {this} and case {that}", ways), picked)

    def _do(self, way: _Way, other: _Other) -> None:
        this, key = self._case, str(uuid4())

        async def go() -> None:
            done = await self.app.write(lambda desk: _carry_out(desk, way, this, other.id, key))
            self.app.say_done(_said(way, this.number, other.number), done)
            if way is _Way.INTO_IT:
                self._leave_for(done)

        self.app.guarded(go())

    def _leave_for(self, done: Done) -> None:
        """The case on screen is part of another one now, which is shown instead."""
        from deskui.domain.ids import CaseId

        self.dismiss(None)
        self._desk.show_case(CaseId(done.subject))

    def action_number(self) -> None:
        """Link or merge a case whose number is known."""

        def saved(done: Done) -> None:
            if done.verb == "case.merge" and done.subject != self._case.id:
                self._leave_for(done)

        self.app.open_form(number_form(self._case, self._who), saved)

    def action_take_away(self) -> None:
        """Take the link under the cursor away, or what is part of the case out of it."""
        other, this, key = self._chosen(), self._case, str(uuid4())
        if other is None or (other.link is None and not other.is_part):
            self.say("Put the cursor on a linked case, or on one that is part of this.", Role.WARN)
        elif (link := other.link) is not None:
            said = f"#{other.number} is not linked any more"
            self.app.write_soon(lambda desk: desk.links.unlink(this, link, key), said)
        else:
            said = f"#{other.number} is a case of its own again"
            self.app.write_soon(lambda desk: desk.links.separate(other.id, key), said)


def number_form(case: Case, who: Customer) -> FormSpec:
    """Another case by its number, and what it is to this one."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        other, way = desk.links.numbered(typed["number"]), _Way(typed["way"])
        number = desk.cases.case(other).number
        done = _carry_out(desk, way, case, other, operation)
        return Saved(done, _said(way, case.number, number))

    fields = (
        Field("number", "Number", placeholder="of the other case, e.g. 1043"),
        choice("way", "They are", _ways(case)),
    )
    draft = about(who, f"link:{case.number}", "link", "links")
    return FormSpec(f"Another case for #{case.number}", fields, work, draft)


def _ways(case: Case) -> list[tuple[str, str]]:
    """What can be done, with the number of the case on screen where it matters which goes into which."""
    this = f"#{case.number}"
    words = {_Way.INTO_IT: f"{this} goes into it", _Way.INTO_THIS: f"it goes into {this}"}
    return [(each.value, words.get(each, each.value)) for each in _Way]


def _carry_out(desk: Desk, way: _Way, case: Case, other: CaseId, operation: str) -> Done:
    if way is _Way.INTO_IT:
        return desk.links.merge(case.id, other, operation)
    if way is _Way.INTO_THIS:
        return desk.links.merge(other, case.id, operation)
    return desk.links.link(case.id, other, LinkKind(way.value), operation)


def _said(way: _Way, this: int, other: int) -> str:
    if way is _Way.INTO_IT:
        return f"Case #{this} is part of #{other} now"
    if way is _Way.INTO_THIS:
        return f"Case #{other} is part of #{this} now"
    return f"Cases #{this} and #{other} are linked"


def _others(company: Company) -> dict[object, _Other]:
    """The cases in the list by the keys of their rows."""
    case = company.case
    found: dict[object, _Other] = {
        ("linked", each.case_id): _Other(each.case_id, each.number, each.customer_id, each.id) for each in case.links
    }
    found |= {
        ("merged", each.id): _Other(each.id, each.number, case.customer_id, is_part=True) for each in case.merged
    }
    found |= {("other", each.id): _Other(each.id, each.number, case.customer_id) for each in company.others}
    return found | {
        ("similar", each.case.id): _Other(each.case.id, each.case.number, each.customer_id)
        for each in company.similar
    }
