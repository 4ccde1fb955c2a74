"""What the areas of the desk share: the store, who is acting, and one way to carry out a verb."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from deskui.desk.rights import check_people, check_right
from deskui.desk.session import NOBODY
from deskui.desk.verb import verb
from deskui.desk.zones import zone_named
from deskui.errors import DeskError, NoRight, NotAllowed
from deskui.store.reads import people, staff
from deskui.store.writes.signing import add_refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from deskui.desk.session import Session
    from deskui.desk.verb import Verb
    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId, EmployeeId
    from deskui.domain.staff import Employee
    from deskui.store.entry import Entry
    from deskui.store.store import Store

    Work = Callable[[Entry], tuple[int, CustomerId | None]]


REFUSED: Final = verb("right.refused", about="refusal.reason")


@dataclass(slots=True)
class Post:
    """Where the areas stand: one open database, one clock, and the person acting, who may change."""

    store: Store
    clock: Callable[[], datetime]
    witness: Callable[[], datetime | None] = lambda: None
    """Another clock that is trusted more, that of the server; None where there is no such clock."""
    session: Session = field(default=NOBODY)

    def act_as(self, employee: Employee) -> None:
        """From now on this person is acting.

        Raises: NotAllowed for somebody of another firm.
        """
        if employee.is_outside:
            raise NotAllowed(f"{employee.name} works for {employee.company} and cannot act here.")
        self.session = replace(self.session, employee=employee, awaited=None, locked=False)

    def lock(self) -> None:
        """From now on nothing is written here until somebody signs in; who was acting stays known."""
        self.session = replace(self.session, locked=True)

    def look_again(self, employee_id: EmployeeId) -> None:
        """The person acting as kept now, if it is them: a second change is not taken for somebody else's then."""
        acting = self.session.employee
        if acting is not None and acting.id == employee_id and (fresh := staff.employee(employee_id)) is not None:
            self.session = replace(self.session, employee=fresh)

    def look_at_shop(self) -> bool:
        """The shop as kept now: whether another desk gave it another zone, country or currency; one statement."""
        shop, before = staff.shop(), self.session
        if shop is None or before is NOBODY:
            return False
        where = zone_named(shop.zone), shop.region, shop.currency
        self.session = replace(before, shop=shop.name, zone=where[0], region=where[1], currency=where[2])
        return where != (before.zone, before.region, before.currency)


class Area:
    """One area of the desk; those it builds on are handed to it beside its post."""

    def __init__(self, post: Post) -> None:
        self._post = post

    @property
    def store(self) -> Store:
        """The open database."""
        return self._post.store

    @property
    def session(self) -> Session:
        """Who is acting."""
        return self._post.session

    def now(self) -> datetime:
        """The instant by the desk's clock, in UTC."""
        return self._post.clock()

    @staticmethod
    def who(customer_id: CustomerId) -> CustomerId:
        """Who stands for that customer by now: another desk may still show one who was merged into somebody."""
        return people.survivor(customer_id)

    def on(self, customer_id: CustomerId, verb: Verb, operation: str | None, write: Callable[[Entry], int]) -> Done:
        """Carry out a verb about a customer; `write` returns the row it is about."""
        return self.perform(verb, operation, lambda entry: (write(entry), customer_id))

    def perform(self, verb: Verb, operation: str | None, work: Work, undoes: int | None = None) -> Done:
        """Carry out a verb as the person acting; without an operation key a repeat cannot be recognised.

        Raises: NoRight when their role, as it is kept now, does not allow it; that is journalled. NotAllowed while
        the desk is locked, and once where days and money were read by a zone or currency that the shop has no more.
        """

        def allowed(entry: Entry) -> tuple[int, CustomerId | None]:
            if self._post.look_at_shop():
                raise NotAllowed("The shop has another time zone, country or currency by now; look again, then save.")
            me = check_right(entry, verb)
            done = work(entry)
            check_people(entry, me)
            return done

        session = self.session
        if session.awaited is not None or (session.locked and not verb.when_locked):
            raise NotAllowed("Somebody has to sign in here first.")
        try:
            return self.store.perform(
                session.present, self.now(), verb.name, operation or str(uuid4()), allowed, undoes
            )
        except NoRight as refusal:
            self._keep(verb, refusal)
            raise

    def _keep(self, refused: Verb, refusal: NoRight) -> None:
        """Journal what was refused, once all that was begun is rolled back."""
        with suppress(DeskError):  # the refusal is what has to be said, whatever becomes of its row
            self.store.perform(
                self.session.actor,
                self.now(),
                REFUSED.name,
                str(uuid4()),
                lambda entry: (add_refusal(entry, refused.name, refusal.sentence), None),
            )
