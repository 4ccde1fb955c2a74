"""The form that gives goodwill: what one may decide is shown while it is typed, and who decides what is over it."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from deskui.desk.precedents import BESIDE
from deskui.domain.goodwill.allowance import allowance_short, allowance_words, verdict_words
from deskui.domain.goodwill.approval import ApprovalState
from deskui.domain.goodwill.goodwill import Footing, GoodwillKind, GoodwillTyped, read_concession
from deskui.domain.goodwill.words import asked_words, given_words
from deskui.domain.ids import ArticleVersionId, EmployeeId, PromiseId
from deskui.errors import BadInput
from deskui.ui.dialogs.cases.which import case_at_hand, case_choice, case_of
from deskui.ui.dialogs.doubts import ROOM
from deskui.ui.dialogs.precedents import beside
from deskui.ui.drafts import about
from deskui.ui.kit.fields import Field, choice, secret, yes_no
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.kit.look import Looked, Offer
from deskui.ui.lines import Line, Role, quiet, wrapped
from deskui.ui.panels.goodwill import say_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.desk.goodwill import Prospect
    from deskui.domain.goodwill.allowance import Allowance
    from deskui.domain.pages import CustomerView
    from deskui.ui.panels.scene import Scene
    from deskui.ui.screens.desk import DeskScreen

_NONE: Final = "none"
_SHORT: Final = {GoodwillKind.EXCEPTION: "exception"}
"""What a kind is called where room is short."""
_ASKED: Final = "Waits for a supervisor already: {}."
_MOST_PROMISES: Final = 6
_LONGEST: Final = 34
"""Letters of a promise or policy in a row of choices."""


class _Who(StrEnum):
    """Who decides."""

    ME = "me"
    HERE = "here"
    QUEUE = "queue"


def give(desk: DeskScreen) -> None:
    """Give the customer something, with what the person acting may decide at hand."""
    view = desk.shown

    async def ask() -> None:
        found = await desk.app.counter.answer(lambda each: each.goodwill.prospect(view.customer.id))
        session = desk.app.session
        currency = "USD" if session is None else session.currency
        desk.app.open_form(goodwill_form(view, found, desk.app.scene(), currency))

    desk.app.guarded(ask())


def goodwill_form(view: CustomerView, found: Prospect, scene: Scene, currency: str) -> FormSpec:
    """Kind, what, amount and reason first; who decides; then what it rests on and repairs."""
    who, say = view.customer, say_in(scene, currency)

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        wanted = _typed(typed, found)
        what = read_concession(wanted, currency)
        words = given_words(what, say)
        if typed["decides"] == _Who.QUEUE:
            done = desk.approvals.ask(who.id, wanted, operation)
            return Saved(done, "Sent to Approvals; the answer comes to your due list")
        if typed["decides"] == _Who.HERE:
            boss = EmployeeId(int(typed["supervisor"]))
            done = desk.goodwill.give_vouched(who.id, wanted, boss, typed["pin"], operation)
            name = next(each.name for each in found.supervisors if each.id == boss)
            return Saved(done, f"{words[:1].upper()}{words[1:]}, approved by {name}")
        done = desk.goodwill.give(who.id, wanted, operation)
        return Saved(done, f"{words[:1].upper()}{words[1:]}")

    def look(desk: Desk, typed: Mapping[str, str], _newest: tuple[str, ...]) -> Looked:
        looked = _looked(replace(found, weighed=desk.goodwill.weighed(who.id)), typed, scene, currency)
        return beside(looked, desk, view, typed, scene)

    return FormSpec(
        f"Goodwill for {who.name}",
        _fields(view, found),
        work,
        about(who, f"goodwill:{who.number}", "goodwill", "goodwill"),
        look=look,
        focus="amount",
    )


def _fields(view: CustomerView, found: Prospect) -> tuple[Field, ...]:
    kinds = [(each.value, _SHORT.get(each, each.value)) for each in GoodwillKind]
    here = () if not found.supervisors else ((_Who.HERE.value, "a supervisor here"),)
    ways = ((_Who.ME.value, "you"), *here, (_Who.QUEUE.value, "Approvals"))
    return (
        choice("kind", "Kind", kinds),
        Field("amount", "Amount", placeholder="e.g. 40 or 19.50", below=2, also=("The amount",)),
        Field(
            "what", "What", placeholder="e.g. truck rental, as the customer may read it", also=("What it is about",)
        ),
        Field("reason", "Reason", placeholder="type it, or the number of one below", below=2, also=("The reason",)),
        replace(choice("decides", "Who decides", ways), below=BESIDE + 1),
        *_supervisor(found),
        *_policy(found),
        case_choice(view, case_at_hand(view)),
        *_promise(view),
        yes_no("for_customer", "On the slip", value=False),
    )


def _supervisor(found: Prospect) -> tuple[Field, ...]:
    if not found.supervisors:
        return ()
    names = [(str(each.id), each.name) for each in found.supervisors]
    fields = choice("supervisor", "Supervisor", names), secret("pin", "Their PIN")
    return tuple(replace(each, unless=("decides", _Who.QUEUE.value)) for each in fields)


def _policy(found: Prospect) -> tuple[Field, ...]:
    """The policies in force, each to rest on or to depart from; those about goodwill first."""
    if not found.policies:
        return ()
    kinds = {each.value for each in GoodwillKind}
    listed = sorted(found.policies, key=lambda each: not kinds & set(each.version.about))
    options = [(str(each.version.id), _cut(each.title)) for each in listed]
    ways = [(each.value, each.value) for each in Footing]
    policy = replace(choice("policy", "Policy", [(_NONE, "none"), *options]), below=1, also=("Policy",))
    return (choice("footing", "It", ways), policy)


def _promise(view: CustomerView) -> tuple[Field, ...]:
    """The promises it may repair: those still open or broken, and of the case on screen."""
    shown = [each for each in view.promises if each.is_open][:_MOST_PROMISES]
    if not shown:
        return ()
    options = [(str(each.promise.id), _cut(each.promise.what)) for each in shown]
    return (choice("promise", "Repairs", [(_NONE, "no promise"), *options]),)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _typed(typed: Mapping[str, str], found: Prospect) -> GoodwillTyped:
    """What stands in the form; a number in the place of the reason is one of those listed."""
    kind, policy = GoodwillKind(typed["kind"]), typed.get("policy", _NONE)
    promise = typed.get("promise", _NONE)
    return GoodwillTyped(
        kind,
        reason_of(typed["reason"], found.reasons[kind]),
        typed["amount"],
        None if policy == _NONE else ArticleVersionId(int(policy)),
        None if policy == _NONE else Footing(typed["footing"]),
        case_of(typed),
        None if promise == _NONE else PromiseId(int(promise)),
        typed["for_customer"] == "yes",
        typed["what"],
    )


def reason_of(typed: str, reasons: tuple[str, ...]) -> str:
    """The reason that is meant: typed in words, or the number of one that is listed."""
    number = typed.strip()
    if number.isascii() and number.isdigit() and 0 < int(number) <= len(reasons):
        return reasons[int(number) - 1]
    return typed


def _looked(found: Prospect, typed: Mapping[str, str], scene: Scene, currency: str) -> Looked:
    kind = GoodwillKind(typed["kind"])
    allowed = found.weighed.of(kind)
    said = {"amount": _amount_lines(allowed, typed, scene, currency), "reason": _reason_lines(typed, found, kind)}
    if "policy" in typed:
        said["policy"] = _policy_line(typed, found)
    minor = _minor(typed, currency)
    is_over = minor is not None and not allowed.allows(minor)
    offer = None
    if is_over and typed["decides"] == _Who.ME:
        offer = Offer("decides", _Who.QUEUE.value, "send it to Approvals")
    waits = [each.concession for each in found.asked if each.state(scene.now) is ApprovalState.WAITING]
    wanted = waits if typed["decides"] == _Who.QUEUE else []
    doubts = tuple(_ASKED.format(asked_words(each, say_in(scene, currency))) for each in wanted)
    return Looked(said, doubts, offer)


def _minor(typed: Mapping[str, str], currency: str) -> int | None:
    """What it costs in minor units; None while that cannot be read."""
    try:
        return read_concession(GoodwillTyped(GoodwillKind(typed["kind"]), "-", typed["amount"]), currency).minor
    except BadInput:
        return None


def _amount_lines(allowed: Allowance, typed: Mapping[str, str], scene: Scene, currency: str) -> tuple[Line, ...]:
    """What one may decide, and what becomes of the amount that is typed."""
    say, minor = say_in(scene, currency), _minor(typed, currency)
    if minor is None:
        return wrapped(allowance_words(allowed, say), ROOM, Role.QUIET, most=2)
    first = wrapped(allowance_short(allowed, say), ROOM, Role.QUIET, most=1)
    if typed["decides"] != _Who.ME:
        return (*first, _decided_elsewhere(typed))
    role = Role.GOOD if allowed.allows(minor) else Role.WARN
    mark = "✓ " if allowed.allows(minor) else "! "
    return (*first, *wrapped(mark + verdict_words(allowed, minor, say), ROOM, role, most=1))


def _decided_elsewhere(typed: Mapping[str, str]) -> Line:
    words = f"a supervisor decides {'in Approvals' if typed['decides'] == _Who.QUEUE else 'here, by their PIN'}"
    return wrapped(f"→ {words}", ROOM, Role.ACCENT, most=1)[0]


def _reason_lines(typed: Mapping[str, str], found: Prospect, kind: GoodwillKind) -> tuple[Line, ...]:
    reasons = found.reasons[kind]
    meant = reason_of(typed["reason"], reasons)
    if meant != typed["reason"]:
        return wrapped(meant, ROOM, Role.STRONG, most=2)
    listed = " · ".join(f"{number} {each}" for number, each in enumerate(reasons, 1))
    return wrapped(listed, ROOM, Role.QUIET, most=2)


def _policy_line(typed: Mapping[str, str], found: Prospect) -> tuple[Line, ...]:
    """Who decides by the policy that is chosen."""
    chosen = next((each for each in found.policies if str(each.version.id) == typed["policy"]), None)
    if chosen is None or chosen.version.decides is None:
        return ()
    return (Line((quiet(f"by it, a {chosen.version.decides.value} decides"),)),)
