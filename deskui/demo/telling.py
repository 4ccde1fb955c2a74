"""Writing the people of the stories into the database."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from deskui.demo import told_rows as told
from deskui.demo import word_rows
from deskui.demo.everybody import EVERYBODY
from deskui.demo.handed import slip_row
from deskui.demo.long_history import conversations
from deskui.demo.people_parcel import SHARI
from deskui.demo.people_postoffice import INGRID
from deskui.demo.staff import SUPERVISOR
from deskui.demo.step_rows import StepRows
from deskui.demo.word_rows import Words
from deskui.store import models
from deskui.store.writes.bulk import insert_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from peewee import Database, Model

    from deskui.demo.calendar import Calendar
    from deskui.demo.setting import FreeIds
    from deskui.demo.story import Matter, Person, Said

SHARIS_CASE: Final = 1043
"""The number of the case in the drawing of the desk; all others follow from when they were opened."""


class Teller:
    """Turns stories into rows of all tables, and writes them at once."""

    def __init__(self, calendar: Calendar, staff: Mapping[str, int], ids: FreeIds) -> None:
        self._calendar, self._staff, self._ids = calendar, staff, ids
        self._rows: defaultdict[type[Model], list[tuple[Any, ...]]] = defaultdict(list)
        self._homes: dict[str, int] = {}
        self._case_numbers = _case_numbers()
        self._steps = StepRows(calendar, staff, SUPERVISOR)

    def write(self, database: Database) -> int:
        """Write everybody, inside the caller's transaction, and return how many there are."""
        for who in EVERYBODY:
            self._tell(who)
        for model, columns in (told.COLUMNS | word_rows.COLUMNS).items():
            insert_rows(database, model, columns, self._rows[model])
        self._steps.write(database)
        return len(EVERYBODY)

    def _tell(self, who: Person) -> None:
        row = self._ids.customer
        self._ids.customer += 1
        created = self._calendar.at(365 * 2 if who.since else 1, "12:00")
        clerk = self._staff[who.asks_for] if who.asks_for else None
        self._add(models.Customer, told.customer_row(who, row, clerk, self._home(who, created), created))
        self._rows[models.ContactPoint].extend(told.point_rows(who, row, created))
        self._rows[models.Alias].extend(told.alias_rows(who, row, created))
        if who.opened is not None:
            self._add(models.Opening, (row, self._calendar.hours_ago(who.opened)))
        for note in who.notes:
            self._add(models.Note, told.note_row(note, row, self._staff[note.by], self._calendar))
        cases = self._tell_cases(who, row, self._tell_orders(who, row))
        talks = self._tell_talks(who, row, cases)
        self._tell_words(who, Words(self._calendar, self._staff, self._ids, row, cases, talks))

    def _tell_orders(self, who: Person, row: int) -> dict[str, int]:
        """The ids of the customer's orders by each of their numbers."""
        orders: dict[str, int] = {}
        coming = {number: told.ordered(what, self._calendar) for each in who.matters for number, what in each.ordered}
        for bought in who.bought:
            order = self._ids.order
            self._ids.order += 1
            placed = told.order_row(bought, order, row, self._calendar)
            self._add(models.Order, placed)
            self._rows[models.OrderLine].extend(told.line_rows(bought, order, self._calendar))
            for kind, number in told.order_numbers(bought):
                orders[number] = order
                days = coming.get(number, told.NOTHING_ORDERED)
                self._add(models.Reference, told.reference_row(kind, number, placed[3], row, order=order, days=days))
        return orders

    def _tell_cases(self, who: Person, row: int, orders: Mapping[str, int]) -> dict[str, int]:
        """The ids of the customer's cases by subject."""
        cases: dict[str, int] = {}
        for matter in who.matters:
            case = cases[matter.subject] = self._ids.case
            self._ids.case += 1
            owner, number = self._staff[matter.owner], self._case_numbers[matter]
            part_of = cases[matter.part_of] if matter.part_of else None
            opened = told.case_row(matter, case, number, row, owner, self._calendar, part_of)
            self._add(models.Case, opened)
            coming = {name: told.ordered(what, self._calendar) for name, what in matter.ordered}
            for kind, name in matter.numbers:
                days, behind = coming.get(name, told.NOTHING_ORDERED), orders.get(name)
                at = opened[8]
                self._add(
                    models.Reference, told.reference_row(kind, name, at, row, order=behind, case=case, days=days)
                )
            if (handed := matter.handed) is not None:
                slip = slip_row(handed, matter, case, number, who.name, self._staff, self._calendar)
                self._add(models.Slip, slip)
            for listed in matter.lists:
                self._steps.add(listed, case)
        return cases

    def _tell_talks(self, who: Person, row: int, cases: Mapping[str, int]) -> dict[Said, int]:
        """The ids of the customer's conversations."""
        talks: dict[Said, int] = {}
        for said in (*who.said, *(conversations() if who is INGRID else ())):
            talk = talks[said] = self._ids.talk
            self._ids.talk += 1
            case = cases[said.about] if said.about else None
            by = self._staff[said.by]
            self._add(models.Conversation, told.talk_row(said, talk, row, case, by, self._calendar))
        return talks

    def _tell_words(self, who: Person, words: Words) -> None:
        for made in who.promised:
            self._add_all(words.promise(made))
        self._add_all(words.statements(who))
        self._add_all(words.visits())
        for task in who.tasks:
            self._add(models.FollowUp, words.task(task))
        for matter in who.matters:
            if matter.given is not None:
                case, owner = words.cases[matter.subject], self._staff[matter.owner]
                self._add(models.HandOver, words.hand_over(matter.given, case, owner))
            self._add_all(words.among_colleagues(matter))

    def _home(self, who: Person, created: int) -> int | None:
        name = who.home or who.account
        if name and name not in self._homes:
            self._homes[name] = self._ids.household
            self._ids.household += 1
            self._add(models.Household, (self._homes[name], name, bool(who.account), created))
        return self._homes.get(name)

    def _add(self, model: type[Model], row: tuple[Any, ...]) -> None:
        self._rows[model].append(row)

    def _add_all(self, rows: Iterable[tuple[type[Model], tuple[Any, ...]]]) -> None:
        for model, row in rows:
            self._add(model, row)


def _case_numbers() -> dict[Matter, int]:
    """Numbers in the order in which the cases were opened."""
    matters = sorted((each for who in EVERYBODY for each in who.matters), key=lambda each: -each.ago)
    first = SHARIS_CASE - matters.index(SHARI.matters[0])
    return {matter: first + place for place, matter in enumerate(matters)}
