"""Checklists and guides to choose from: started on the case on screen, changed, looked back at, retired."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import uuid4

from textual.binding import Binding, BindingType

from deskui.domain.steps.step_list import ListKind
from deskui.ui.dialogs.steps.template_form import edit_form, guide_form, new_form
from deskui.ui.kit.living_list import LivingList
from deskui.ui.kit.own_keys import OwnKeys
from deskui.ui.kit.reading import Reading
from deskui.ui.lines import Item, Role, span, wrapped
from deskui.ui.panels.templates import template_items, version_items
from deskui.ui.shell import TAKES_BACK

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.case import Case
    from deskui.domain.customer import Customer
    from deskui.domain.done import Done
    from deskui.domain.steps.template import StepTemplate
    from deskui.ui.screens.desk import DeskScreen


def show_templates(desk: DeskScreen) -> None:
    """All checklists and guides, to be started on the case on screen, if there is one, or changed."""
    view = None if desk.at_home else desk.view
    case = None if view is None or view.case is None else view.case
    desk.app.push_screen(Templates(case, None if view is None else view.customer))


def choose_guide(desk: DeskScreen) -> None:
    """The guides, to be attached to the case on screen."""
    desk.app.push_screen(Guides(desk.case, desk.shown.customer))


class Templates(OwnKeys, LivingList["tuple[StepTemplate, ...]"]):
    """What checklists and guides there are; the list stays until one is started."""

    KEYS: ClassVar[Sequence[tuple[str, str]]] = (
        ("Enter", "start"),
        ("n", "new"),
        ("e", "change"),
        ("v", "versions"),
        ("d", "retire"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "add", show=False),
        Binding("e", "edit", show=False),
        Binding("v", "versions", show=False),
        Binding("d", "retire", show=False),
    ]
    TITLE = "Checklists and guides"
    NONE = "There is no checklist and no guide yet; n writes the first."
    KINDS: ClassVar[tuple[ListKind, ...]] = (ListKind.CHECKLIST, ListKind.GUIDE)

    def __init__(self, case: Case | None, who: Customer | None) -> None:
        super().__init__(self.TITLE if case is None else f"{self.TITLE} for case #{case.number}")
        self._case, self._who = case, who

    def question(self, desk: Desk) -> tuple[StepTemplate, ...]:
        """Those in use."""
        return tuple(each for each in desk.steps.templates() if each.kind in self.KINDS)

    def rows(self, answer: tuple[StepTemplate, ...], width: int) -> list[Item]:
        """A line for each; those for this kind of case first."""
        if not answer:
            return [Item(wrapped(self.NONE, width, Role.QUIET))]
        return template_items(answer, width, "" if self._case is None else self._case.kind)

    def chosen(self) -> StepTemplate | None:
        """The one under the cursor."""
        return next((each for each in self.shown or () if ("template", each.family) == self.list.key), None)

    def on_item_list_chosen(self) -> None:
        """Enter: put it on the case."""
        template, case = self.chosen(), self._case
        if template is None:
            return
        if case is None:
            self.say("No case is open here to start it on; e changes it.", Role.WARN)
            return
        key, title = str(uuid4()), span(template.title).text
        self._start(lambda desk: desk.steps.start(case.id, template.id, key), f"On the case: {title}")

    def _start(self, work: Callable[[Desk], Done], said: str) -> None:
        async def start() -> None:
            done = await self.app.write(work)
            self.dismiss(None)
            self.app.say_done(said, done)

        self.app.guarded(start())

    def action_add(self) -> None:
        """Another checklist or guide."""
        kind = "" if self._case is None else self._case.kind
        self.app.open_form(new_form(kind, self.KINDS[0]))

    def action_edit(self) -> None:
        """The next version of the one under the cursor."""
        if (template := self.chosen()) is not None:
            self.app.open_form(edit_form(template))

    def action_versions(self) -> None:
        """How the one under the cursor came to be what it is."""
        if (template := self.chosen()) is None:
            return

        async def ask() -> None:
            found = await self.app.counter.answer(lambda desk: desk.steps.versions(template.family))
            scene = self.app.scene()
            self.app.push_screen(Reading(template.title, lambda width: version_items(found, scene, width)))

        self.app.guarded(ask())

    def action_retire(self) -> None:
        """Offer the one under the cursor no more."""
        if (template := self.chosen()) is not None:
            key, said = str(uuid4()), f"Retired: {span(template.title).text}"
            self.app.write_soon(lambda desk: desk.steps.retire_template(template.family, key), said, back=TAKES_BACK)


class Guides(Templates):
    """The guides alone; new steps are typed for this case, and kept for others where that is wanted."""

    KEYS = (("Enter", "attach"), ("n", "new"), *Templates.KEYS[2:])
    TITLE = "Guides"
    NONE = "There is no guide yet; n types steps for this case, and may keep them as one."
    KINDS = (ListKind.GUIDE,)

    def action_add(self) -> None:
        """Steps for this case, typed now."""
        assert self._case is not None, "guides are chosen for a case"
        assert self._who is not None, "and that is somebody's"
        self.app.open_form(guide_form(self._case, self._who), lambda _done: self.dismiss(None))
