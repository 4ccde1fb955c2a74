"""The form that says what came of a tip: taken, declined or not now."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from deskui.desk.tips import OfferTyped
from deskui.domain.tips import COMES_BACK, TipAnswer
from deskui.errors import BadInput
from deskui.exchange.manual.markdown import article_blocks
from deskui.ui.drafts import about
from deskui.ui.kit.fields import Field, choice
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.kit.look import Looked
from deskui.ui.lines import BLANK, Line, Role, quiet, span, wrapped
from deskui.ui.panels.article import block_lines
from deskui.ui.panels.fitting import cut
from deskui.ui.panels.tips import offered_words, tip_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.ids import CaseId, OrderId
    from deskui.domain.manual.blocks import Block
    from deskui.domain.pages import CustomerView
    from deskui.domain.tips import TipInView
    from deskui.ui.panels.scene import Scene
    from deskui.ui.screens.desk import DeskScreen

    Key = tuple[int, int, int]

_WIDTH: Final = 70
_ROOM: Final = 53
_LONGEST: Final = 40
_MOST_TEXT: Final = 14
_MOST_LOOKED: Final = 10
_LATER: Final = {
    TipAnswer.TAKEN: "",
    TipAnswer.DECLINED: "; nobody offers it again",
    TipAnswer.NOT_NOW: f"; it comes back in {COMES_BACK} days",
}
"""What happens next."""
_MOST: Final = 12
"""So many tips can be chosen from."""


def offer_tip(desk: DeskScreen) -> None:
    """Say what came of a tip: of the row under the cursor where it has one, else of any in view."""
    tips = _at_hand(desk)
    if tips := _not_declined(tips) or tips:
        _open(desk, tips)
    else:
        desk.say(f"The manual has no tip for what is in view here; {desk.app.key('manual')} searches it.", Role.QUIET)


def _not_declined(tips: Sequence[TipInView]) -> list[TipInView]:
    """Those that may still be said; who was asked and wanted none is not asked again."""
    return [each for each in tips if each.offered is None or each.offered.answer is not TipAnswer.DECLINED]


def say_tip(desk: DeskScreen, key: Key) -> None:
    """Enter on a tip of the case: read it, and say what came of it."""
    if found := [each for each in desk.shown.tips if tip_key(each) == key]:
        _open(desk, found)


def _at_hand(desk: DeskScreen) -> list[TipInView]:
    tips = desk.shown.tips
    if (key := desk.row_id("tip")) is not None:
        return [each for each in tips if tip_key(each) == key]
    if (order := desk.row_id("order")) is not None:
        return [each for each in tips if each.order_id == order]
    every = sorted(tips, key=lambda each: not each.is_open)
    return list({each.tip.article_id: each for each in reversed(every)}.values())[::-1][:_MOST]


def _open(desk: DeskScreen, tips: Sequence[TipInView]) -> None:
    view, scene = desk.shown, desk.app.scene()

    async def ask() -> None:
        said = await desk.app.counter.answer(lambda each: _said(each, tips[0]))
        desk.app.open_form(tip_form(view, tips, said, scene))

    desk.app.guarded(ask())


def tip_form(view: CustomerView, tips: Sequence[TipInView], said: Sequence[Block], scene: Scene) -> FormSpec:
    """What came of one of these tips, of which the first one is `said`."""
    who, by_key = view.customer, {_named(each): each for each in tips}

    def chosen(typed: Mapping[str, str]) -> TipInView:
        return by_key.get(typed.get("tip", ""), tips[0])

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        if not typed["answer"]:
            raise BadInput(f"Choose what they said: {', '.join(TipAnswer)}.", "They said")
        tip, answer = chosen(typed), TipAnswer(typed["answer"])
        order, case = _where(view, tip)
        offered = OfferTyped(tip.tip.article_id, answer, typed["words"], order, case)
        return Saved(desk.tips.offer(who.id, offered, operation), f"Written down: {answer}{_LATER[answer]}")

    def look(desk: Desk, typed: Mapping[str, str], _newest: tuple[str, ...]) -> Looked:
        tip = chosen(typed)
        return Looked({"tip": (*_before(tip, scene, _ROOM), *_text(_said(desk, tip), _ROOM, _MOST_LOOKED))})

    several = len(tips) > 1
    options = [(_named(each), cut(span(each.tip.title), _LONGEST).text) for each in tips]
    which = (choice("tip", "Tip", options),) if several else ()
    fields = (
        *(_with_room(each) for each in which),
        choice("answer", "They said", [("", "choose"), *((each.value, each.value) for each in TipAnswer)]),
        Field("words", "In words", placeholder="e.g. has one at home", also=("What they said",)),
    )
    tip = tips[0]
    above = () if several else (*_titled(tip), *_before(tip, scene, _WIDTH), *_text(said, _WIDTH, _MOST_TEXT), BLANK)
    key = f"tip:{who.number}" if several else f"tip:{who.number}:{_named(tip)}"
    return FormSpec(
        "What came of a tip" if several else "What came of the tip",
        fields,
        work,
        about(who, key, "what came of a tip", "tip"),
        about=above,
        focus="answer",
        look=look if several else None,
        enter_saves=True,
    )


def _where(view: CustomerView, tip: TipInView) -> tuple[OrderId | None, CaseId | None]:
    """The order and the case it was offered for: of an order, the case on screen too where it is about that."""
    case = view.case
    if tip.order_id is None or case is None or case.closed_at is not None:
        return tip.order_id, tip.case_id
    behind = {each.order_id for each in case.references}
    return tip.order_id, case.id if tip.order_id in behind else None


def _named(each: TipInView) -> str:
    return "-".join(str(part) for part in tip_key(each))


def _with_room(field: Field) -> Field:
    return replace(field, below=_MOST_LOOKED + 1)


def _titled(tip: TipInView) -> tuple[Line, ...]:
    return wrapped(tip.tip.title, _WIDTH, Role.STRONG, most=2)


def _said(desk: Desk, tip: TipInView) -> tuple[Block, ...]:
    """What to say."""
    return article_blocks(desk.manual.edition(tip.tip.version_id).version.text)


def _text(said: Sequence[Block], width: int, most: int) -> tuple[Line, ...]:
    """As the manual shows it, as far as there is room."""
    lines = tuple(islice((line for block in said for line in block_lines(block, width)), most + 1))
    return lines if len(lines) <= most else (*lines[: most - 1], Line((quiet("…"),)))


def _before(tip: TipInView, scene: Scene, width: int) -> tuple[Line, ...]:
    """What came of it when it was offered before."""
    return () if tip.offered is None else (Line((cut(quiet(offered_words(tip.offered, scene)), width),)),)
