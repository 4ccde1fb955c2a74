"""Approvals: what waits for a supervisor with its customer's context, and what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final
from uuid import uuid4

from textual.binding import Binding, BindingType

from deskui.domain.goodwill.approval import ApprovalState, Verdict
from deskui.domain.goodwill.words import asked_words, given_words
from deskui.domain.staff import Role as StaffRole
from deskui.ui.drafts import DraftOf
from deskui.ui.format import ago_words, count_words
from deskui.ui.kit.fields import Field, choice, text
from deskui.ui.kit.filtered_list import FilteredList
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.kit.question import Confirm
from deskui.ui.lines import BLANK, Item, Line, Role, quiet, span, wrapped
from deskui.ui.panels.goodwill import may_answer, request_item, request_say, say_in
from deskui.ui.panels.promised import heading
from deskui.ui.way_back import open_from_list

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.goodwill.approval import Approval
    from deskui.domain.goodwill.goodwill import Goodwill
    from deskui.domain.ids import ApprovalId
    from deskui.ui.panels.scene import Scene
    from deskui.ui.screens.desk import DeskScreen
    from deskui.ui.shell import Within

_WIDTH: Final = 70
_NONE: Final = "Nobody has asked for anything; w asks where something is over a limit."
_EARLIER: Final = 3
"""So many earlier concessions stand beside a decision."""
_WAYS: Final = ((Verdict.APPROVED.value, "approve"), (Verdict.REFUSED.value, "refuse"))


def show_approvals(desk: DeskScreen) -> None:
    """What waits for a supervisor, and what became of the rest."""
    desk.app.push_screen(ApprovalList(desk))


def show_request(desk: DeskScreen, row: ApprovalId) -> None:
    """Answer a request of the customer on screen, or take note of its answer."""
    desk.app.push_screen(ApprovalList(desk, ("approval", row)))


class ApprovalList(FilteredList["tuple[Approval, ...]"]):
    """Those that wait, oldest first, then the others, newest first; clerks see their own."""

    HINT = "customer, who asked, reason, kind, refused, expired"
    KEYS = (("Enter", "answer"), ("/", "filter"), ("x", "seen"), ("D", "take back"), ("o", "open customer"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "seen", show=False),
        Binding("D", "take_back", show=False),
        Binding("o", "open_customer", show=False),
        Binding("Y", "leave", show=False),
    ]

    def __init__(self, desk: DeskScreen, at: object = None) -> None:
        super().__init__("Approvals", at)
        self._desk = desk

    def question(self, desk: Desk) -> tuple[Approval, ...]:
        """All of them, or one's own."""
        me = desk.session.employee
        if me is None:
            return ()
        newest = desk.approvals.newest()
        waiting = desk.approvals.waiting()
        found = (*waiting, *(each for each in newest if each.id not in {one.id for one in waiting}))
        is_boss = me.may_act_as(StaffRole.SUPERVISOR)
        return tuple(each for each in found if is_boss or each.asked_by_id == me.id)

    def rows(self, answer: tuple[Approval, ...], width: int) -> list[Item]:
        """Under a heading each."""
        scene = self.app.scene()
        shown = [each for each in answer if _fits(each, self.typed, scene)]
        waits = [each for each in shown if each.state(scene.now) is ApprovalState.WAITING]
        rest = [each for each in shown if each not in waits]
        if not shown:
            return [Item(wrapped("Nothing fits." if self.typed else _NONE, width, Role.QUIET))]
        return [*_part("Waiting", waits, scene, width), *_part("Answered", rest, scene, width)]

    def offered(self) -> Sequence[tuple[str, str]]:
        """What may be done with the request under the cursor."""
        found, scene = self._chosen(), self.app.scene()
        may = {
            "Enter": found is not None and may_answer(found, scene),
            "x": found is not None and _is_unseen(found, scene),
            "D": found is not None and _may_take_back(found, scene),
            "o": found is not None,
        }
        return tuple(each for each in self.KEYS if may.get(each[0], True))

    def came(self, before: tuple[Approval, ...] | None, at: object) -> None:
        """Rows were read: other keys may work there."""
        super().came(before, at)
        self.moved()

    def moved(self) -> None:
        """The cursor went to another request."""
        self.offer_again()

    def _chosen(self) -> Approval | None:
        return next((each for each in self.shown or () if ("approval", each.id) == self.list.key), None)

    def on_item_list_chosen(self) -> None:
        """Enter: answer it, with its customer's context."""
        found, scene = self._chosen(), self.app.scene()
        if found is None:
            return
        if found.state(scene.now) is not ApprovalState.WAITING:
            self.say("That is settled; o opens the customer.", Role.WARN)
        elif scene.me is None or not scene.me.may_act_as(StaffRole.SUPERVISOR):
            self.say("A supervisor answers that; it stands in their due list.", Role.WARN)
        elif scene.me.id == found.asked_by_id:
            self.say("Nobody answers what they asked for themselves; another supervisor has to.", Role.WARN)
        else:
            open_answer(self, found)

    def action_seen(self) -> None:
        """Take note of the answer under the cursor."""
        found, me = self._chosen(), self.app.scene().me
        if found is None or me is None or found.asked_by_id != me.id or found.verdict is None:
            self.say("x takes note of an answer to what you asked.", Role.WARN)
            return
        if found.seen_at is not None:
            self.say("You have seen that already.", Role.WARN)
            return
        key = str(uuid4())
        self.app.write_soon(lambda desk: desk.approvals.seen(found.id, key), "Answer seen")

    def action_take_back(self) -> None:
        """Have the request under the cursor not be made any more, once that is confirmed."""
        found = self._chosen()
        if found is None or not _may_take_back(found, self.app.scene()):
            self.say("D takes back what you asked, or as a supervisor any request, until it is answered.", Role.WARN)
            return
        key = str(uuid4())

        def go(yes: bool | None) -> None:
            if yes:
                self.app.write_soon(lambda desk: desk.approvals.withdraw(found.id, key), "Taken back")

        words = f"What {found.asked_by or 'somebody'} asked for {found.customer} is not asked for any more."
        self.app.push_screen(Confirm((words,), "take it back"), go)

    def action_open_customer(self) -> None:
        """Go to whom it is about."""
        if (found := self._chosen()) is not None:
            at = self.list.key
            open_from_list(
                self._desk,
                found.customer_id,
                found.concession.case_id,
                lambda desk: desk.app.push_screen(ApprovalList(desk, at)),
            )


def _may_take_back(asked: Approval, scene: Scene) -> bool:
    """Whether the person acting may take the request back: it is theirs, or they are a supervisor."""
    me = scene.me
    is_theirs = me is not None and (me.id == asked.asked_by_id or me.may_act_as(StaffRole.SUPERVISOR))
    return is_theirs and asked.verdict is None


def _is_unseen(asked: Approval, scene: Scene) -> bool:
    """Whether it is an answer to the person acting that they have not taken note of."""
    me = scene.me
    return me is not None and asked.asked_by_id == me.id and asked.verdict is not None and asked.seen_at is None


def open_answer(screen: Within, found: Approval) -> None:
    """The form that answers a request, with what its customer was given before."""
    app = screen.app

    async def ask() -> None:
        given = await app.counter.answer(lambda desk: desk.goodwill.of_customer(found.customer_id))
        app.open_form(answer_form(found, given, app.scene()))

    app.guarded(ask())


def _fits(asked: Approval, typed: str, scene: Scene) -> bool:
    whole = " ".join(
        (
            *(asked.customer, asked.asked_by, asked.answered_by, asked.words, asked.state(scene.now).value),
            *(asked.concession.reason, asked.concession.what, asked.concession.kind.value),
        )
    ).casefold()
    return all(word in whole for word in typed.casefold().split())


def _part(title: str, asked: Sequence[Approval], scene: Scene, width: int) -> list[Item]:
    if not asked:
        return []
    return [heading(f"{title}  {len(asked):,}"), *(request_item(each, scene, width, named=True) for each in asked)]


def answer_form(asked: Approval, given: Sequence[Goodwill], scene: Scene) -> FormSpec:
    """Approve all of it or less, or refuse with words."""
    what, say = asked.concession, request_say(asked, scene)
    amount = "" if what.amount is None else f"{what.amount.decimal:f}"

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        if typed["verdict"] == Verdict.REFUSED:
            return Saved(desk.approvals.refuse(asked.id, typed["words"], operation), "Refused; they can ask again")
        less = typed.get("amount", "")
        done = desk.approvals.approve(asked.id, "" if less == amount else less, typed["words"], operation)
        return Saved(done, "Approved, and given")

    fields = (
        choice("verdict", "You", _WAYS),
        *((Field("amount", "Amount", amount, also=("The amount",)),) if what.amount is not None else ()),
        text("words", "The answer", rows=3),
    )
    return FormSpec(
        f"Answer {asked.asked_by or 'a request'}",
        fields,
        work,
        DraftOf(f"approval:{asked.id}"),
        about=_context(asked, given, scene, asked_words(what, say)),
    )


def _context(asked: Approval, given: Sequence[Goodwill], scene: Scene, what: str) -> tuple[Line, ...]:
    """For whom, what and why, how old it is, and what they were given before."""
    case = f", case #{asked.case_number}" if asked.case_number else ""
    footing = asked.concession.footing
    policy = f" · {footing.value} a policy" if footing is not None else ""
    age = f"asked {ago_words(asked.at, scene.now)}"
    earlier = [each for each in given if each.stands]
    lines = [
        *wrapped(f"{asked.customer}{case}", _WIDTH, Role.STRONG, most=2),
        *wrapped(what, _WIDTH, most=2),
        *wrapped(f"{asked.concession.reason}{policy} · {age}", _WIDTH, Role.QUIET, most=3),
        Line((quiet(f"Earlier: {count_words(len(earlier), 'concession')}"),)),
    ]
    for each in earlier[:_EARLIER]:
        currency = "" if each.concession.amount is None else each.concession.amount.currency
        words = given_words(each.concession, say_in(scene, currency))
        lines.append(Line((span(f"  {words}"), quiet(f"  {ago_words(each.at, scene.now)}, {each.by}"))))
    return (*lines, BLANK)
