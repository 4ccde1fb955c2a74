"""The rules that fill the call list: what each lists, how many today, turned on and off and changed by key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar
from uuid import uuid4

from textual.binding import Binding, BindingType

from deskui.domain.outreach.rule import rule_words, typed_rule, whose_words
from deskui.ui.dialogs.outreach.rule_form import rule_form
from deskui.ui.format import moment_words
from deskui.ui.kit.living_list import LivingList
from deskui.ui.kit.own_keys import OwnKeys
from deskui.ui.kit.reading import Reading
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, strong, wrapped
from deskui.ui.panels.fitting import cells, cut
from deskui.ui.shell import TAKES_BACK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deskui.desk.desk import Desk
    from deskui.desk.outreach_rules import WouldList
    from deskui.domain.outreach.rule import Rule
    from deskui.domain.staff import Employee
    from deskui.ui.panels.scene import Scene
    from deskui.ui.shell import Shell


def show_rules(app: Shell) -> None:
    """Show the rules of outreach."""
    app.push_screen(Rules())


@dataclass(frozen=True, slots=True)
class RulesShown:
    """The rules, how many each would list today, and the staff who may be named in one."""

    rules: tuple[Rule, ...]
    counts: tuple[WouldList, ...]
    staff: tuple[Employee, ...]


class Rules(OwnKeys, LivingList[RulesShown]):
    """Every rule in two lines; supervisors change them."""

    KEYS = (("Enter", "change"), ("n", "new"), ("o", "on or off"), ("v", "versions"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "add", show=False),
        Binding("o", "turn", show=False),
        Binding("v", "versions", show=False),
    ]

    def __init__(self) -> None:
        super().__init__("Outreach rules")

    def offered(self) -> Sequence[tuple[str, str]]:
        """Only supervisors change them."""
        return self.KEYS if self._is_supervisor else [pair for pair in self.KEYS if pair[1] == "versions"]

    @property
    def _is_supervisor(self) -> bool:
        return self.app.session is not None and self.app.session.is_supervisor

    def _may_change(self) -> bool:
        """Whether whoever is acting changes rules; it is said where they do not."""
        if not self._is_supervisor:
            self.say("A supervisor changes the rules; one has to sign in here.", Role.WARN)
        return self._is_supervisor

    def question(self, desk: Desk) -> RulesShown:
        """The rules as they are, counted for today."""
        rules = desk.outreach.rules.rules()
        counts = tuple(desk.outreach.rules.would_list(typed_rule(each), each.family) for each in rules)
        return RulesShown(rules, counts, desk.shop.staff())

    def rows(self, answer: RulesShown, width: int) -> list[Item]:
        """Whether it is on, what it is called and lists, and how many that are today."""
        if not answer.rules:
            return [Item(wrapped("There is no rule yet; n writes the first.", width, Role.QUIET))]
        return [rule_item(*each, width) for each in zip(answer.rules, answer.counts, strict=True)]

    def chosen(self) -> Rule | None:
        """The rule under the cursor."""
        listed = () if self.shown is None else self.shown.rules
        return next((each for each in listed if ("rule", each.family) == self.list.key), None)

    def on_item_list_chosen(self) -> None:
        """Enter: change the one under the cursor."""
        if (rule := self.chosen()) is not None and self.shown is not None and self._may_change():
            self.app.open_form(rule_form(rule, self.shown.staff))

    def action_add(self) -> None:
        """One more rule."""
        if self.shown is not None and self._may_change():
            self.app.open_form(rule_form(None, self.shown.staff))

    def action_turn(self) -> None:
        """Turn the one under the cursor on or off, by its next version."""
        if (rule := self.chosen()) is None or not self._may_change():
            return
        key, typed = str(uuid4()), replace(typed_rule(rule), is_on=not rule.is_on)
        said = f"{span(rule.title).text} is {'off' if rule.is_on else 'on'} now"
        self.app.write_soon(
            lambda desk: desk.outreach.rules.edit(rule.family, rule.number, typed, key), said, back=TAKES_BACK
        )

    def action_versions(self) -> None:
        """How the one under the cursor came to be what it is."""
        if (rule := self.chosen()) is None:
            return

        async def ask() -> None:
            found = await self.app.counter.answer(lambda desk: desk.outreach.rules.versions(rule.family))
            scene = self.app.scene()
            self.app.push_screen(Reading(rule.title, lambda width: version_items(found, scene, width)))

        self.app.guarded(ask())


def rule_item(rule: Rule, count: WouldList, width: int) -> Item:
    """`● How did it go?` with how many are listed today, and below it whom, how many at most, and who calls."""
    mark = Span("● ", Role.GOOD) if rule.is_on else Span("○ ", Role.QUIET)
    state = "" if rule.is_on else "off, "
    tail = quiet(f"{state}{'lists' if rule.is_on else 'would list'} {count.today} today of {count.fitting_words}")
    title = cut(span(rule.title, Role.STRONG if rule.is_on else Role.QUIET), max(12, width - cells((tail,)) - 4))
    more = f"{rule_words(rule)} · {rule.cap} a day · {rule.priority.value} · {whose_words(rule)}"
    return Item(
        (Line((mark, title), (tail,)), *wrapped(more, width, Role.QUIET, indent=2, most=2)), ("rule", rule.family)
    )


def version_items(versions: Sequence[Rule], scene: Scene, width: int) -> list[Item]:
    """Every version, newest first."""
    items: list[Item] = []
    for each in versions:
        at = each.at
        when = "came with the program" if at is None or at.year < 2000 else moment_words(at, scene.now, scene.zone)
        by = f" by {each.by}" if each.by else ""
        head = Line((strong(f"Version {each.number}"), quiet("" if each.is_on else "  off")), (quiet(f"{when}{by}"),))
        more = f"{each.title}: {rule_words(each)} · {each.cap} a day · {each.priority.value} · {whose_words(each)}"
        said = wrapped(f"“{each.script}”", width, Role.QUIET, indent=2, most=3) if each.script else ()
        items.append(
            Item((*((BLANK,) if items else ()), head, *wrapped(more, width), *said), ("version", each.number))
        )
    return items
