"""The review queue: what comes next for the supervisor acting, what stands around it, and the shop's rules for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.review.item import EVERYTHING, Around, Counts, Looked, Narrowed, Risk
from deskui.domain.review.risk import Rules
from deskui.domain.review.words import phrases
from deskui.domain.staff import Role
from deskui.domain.text import clean_text
from deskui.errors import BadInput, NoRight, NotAllowed, NotFound
from deskui.store.reads import befores, conversations, fix_requests, notes, people, review_counts, review_items, told
from deskui.store.reads import reviews as reads
from deskui.store.writes import looks, review_queue
from deskui.store.writes import reviews as writes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deskui.domain.done import Done
    from deskui.domain.ids import CustomerId, EmployeeId
    from deskui.domain.review.item import FixRequest, Item, Subject
    from deskui.domain.typed import RulesTyped
    from deskui.store.entry import Entry
    from deskui.store.reads.reviews import Place

CLAIMED_FOR: Final = timedelta(minutes=15)
"""How long an item is kept for whoever has it before them."""
_TALKS: Final = 8
_MOST_MONTHS: Final = 120

FIELDS: Final = {"first": "New authors", "one_in": "All else, 1 in", "stale_months": "Facts, months"}
"""What the numbers among the rules are called where they are typed."""

REVIEW_RULES: Final = verb("review.rules", "rules of the review", needs=Role.SUPERVISOR)
REVIEW_LOOK: Final = verb("review.look", needs=Role.SUPERVISOR)
FIXED: Final = verb("review.fixed", "put right", "fix_request.entity")


class Reviewing(Area):
    """What waits for supervisors, and what authors were asked to put right."""

    def rules(self) -> Rules:
        """By what the shop reviews."""
        return reads.rules() or Rules("")

    def counts(self, narrowed: Narrowed = EVERYTHING) -> Counts:
        """How many of these the person acting could judge now, by why; of how many, where it is narrowed.

        Raises: NoRight for whoever is no supervisor.
        """
        me, now, before = self._must_be_supervisor(), self.now(), self._confirmed_before()
        found = review_counts.counts(narrowed, me, now, before)
        if narrowed == (every := Narrowed(rest=narrowed.rest)):
            return found
        whole = review_counts.counts(every, me, now, before)
        return replace(found, of=whole.rest if narrowed.rest else whole.waiting + whole.stale)

    def to_review(self) -> int:
        """How many of them there are but facts to confirm, counted up to MOST; none for whoever is no supervisor."""
        me = self.session.employee
        return review_counts.to_review(me.id, self.now()) if me is not None and self.session.is_supervisor else 0

    def next(
        self,
        narrowed: Narrowed = EVERYTHING,
        passed: Iterable[tuple[Subject, int]] = (),
        ahead: int = 1,
    ) -> tuple[Looked, ...]:
        """The next items, each claimed for the person acting, and not those they have `passed`; at most `ahead`.

        Raises: NoRight for whoever is no supervisor.
        """
        me = self._must_be_supervisor()
        left_out = set(passed)
        found: list[Looked] = []
        for place in self._places(narrowed, me, len(left_out) + ahead + 4):
            if place[:2] in left_out:
                continue
            if (looked := self._take(place, me)) is not None:
                found.append(looked)
            if len(found) >= ahead:
                break
        return tuple(found)

    def again(self, subject: Subject, row: int) -> Looked | None:
        """An item that is to be judged again, as what was said of it was taken back; None when it does not wait."""
        me = self._must_be_supervisor()
        place = reads.place(subject, row) or (subject, row, Risk.STALE, "")
        return self._take(place, me)

    def let_go(self, items: Iterable[tuple[Subject, int]] | None = None) -> None:
        """Give back these of the items that are claimed for the person acting, or all of them."""
        if (me := self.session.actor.employee_id) is not None:
            with self.store.transaction():
                writes.let_go(me, items)

    def _places(self, narrowed: Narrowed, me: EmployeeId, limit: int) -> Iterator[Place]:
        now = self.now()
        yield from reads.waiting(narrowed, me, now, limit)
        yield from reads.stale(narrowed, me, now, self._confirmed_before(), limit)

    def _take(self, place: Place, me: EmployeeId) -> Looked | None:
        """Claim an item, None where somebody else has it, or has judged it since the queue was read."""
        now, before = self.now(), self._confirmed_before()
        with self.store.transaction():
            is_new = not writes.has_claimed(place[0], place[1], me, now)
            if not writes.claim(place[0], place[1], me, now, now + CLAIMED_FOR):
                return None
            item = review_items.item(place)
            if item is None or not (_is_stale(item, before) or reads.place(item.subject, item.row)):
                writes.let_go(me, [place[:2]])
                return None
            shows_notes = is_new and looks.has_notes(item.customer_id, me)
        if shows_notes:
            self._saw_notes(item.customer_id)
        return Looked(item, self._around(item))

    def _saw_notes(self, customer_id: CustomerId) -> None:
        """All notes of the customer stand beside an item, so whoever has it before them has read those of others."""

        def work(entry: Entry) -> tuple[int, CustomerId]:
            looks.saw_notes(entry, customer_id)
            return int(customer_id), customer_id

        self.perform(REVIEW_LOOK, None, work)

    def _around(self, item: Item) -> Around:
        who = people.customer(item.customer_id)
        return Around(
            who,
            notes.of_customer(who.id, None, all_private=True),
            conversations.of_customer(who.id, limit=_TALKS).rows,
            told.standing(who.id),
            befores.before(item),
        )

    def _confirmed_before(self) -> date:
        """The day before which a fact must have been confirmed, or written, to be asked about."""
        today = self.session.today(self.now())
        back = today.year * 12 + today.month - 1 - self.rules().stale_months
        return date(back // 12, back % 12 + 1, min(today.day, 28))

    def _must_be_supervisor(self) -> EmployeeId:
        me = self.session.employee
        if me is None or not self.session.is_supervisor:
            raise NoRight("Only a supervisor reviews what is written; ask one to sign in here.")
        return me.id

    # --- the rules ---------------------------------------------------------------------------------------

    def set_rules(self, typed: RulesTyped, version: int, operation: str | None = None) -> Done:
        """Review by other rules from now on; what waits gets its place by them, of which `sort` does the rest.

        Raises: BadInput naming the field, NoRight for whoever is no supervisor, Conflict.
        """
        words = clean_text(typed.words, "The words")
        rules = Rules(
            "\n".join(phrases(words)),
            _number(typed.one_in, FIELDS["one_in"], 0, 1000),
            _number(typed.first, FIELDS["first"], 0, 1000),
            _number(typed.stale_months, FIELDS["stale_months"], 1, _MOST_MONTHS),
            version,
        )
        return self.perform(REVIEW_RULES, operation, lambda entry: (writes.set_rules(entry, rules), None))

    def sort(self) -> bool:
        """Give some more of what waits its place by the rules as they are; returns whether there is more."""
        if review_queue.is_sorted():
            return False
        with self.store.transaction():
            return review_queue.sort_step()

    # --- for authors -------------------------------------------------------------------------------------

    def to_fix(self) -> tuple[FixRequest, ...]:
        """What the person acting was asked to put right, the oldest first."""
        me = self.session.actor.employee_id
        return () if me is None else fix_requests.to_fix(me)

    def asked_about(self, asked: FixRequest) -> Item:
        """What the person acting was asked to put right, as it stands.

        Raises: NotFound when it was withdrawn or put right meanwhile, or is somebody else's to put right.
        """
        mine = next((each for each in self.to_fix() if each.id == asked.id), None)
        item = None if mine is None else review_items.item((mine.subject, mine.row, Risk.REST, ""))
        if item is None:
            raise NotFound("That is put right or withdrawn by now; there is nothing left for you to do.")
        return item

    def fixed(self, asked: FixRequest, operation: str | None = None) -> Done:
        """Say that what was asked is put right; it goes to the supervisors again.

        Raises: NotAllowed when it is not theirs, or is done.
        """

        def work(entry: Entry) -> tuple[int, None]:
            if asked.id not in {each.id for each in self.to_fix()}:
                raise NotAllowed("That is put right already, or somebody else's to put right.")
            if asked.subject in review_queue.HAS_STATE:
                raise NotAllowed(f"That {asked.subject.words} is put right by changing it; Enter opens it.")
            writes.is_fixed(entry, asked.subject, asked.row)
            return asked.id, None

        return self.perform(FIXED, operation, work)


def _is_stale(item: Item, before: date) -> bool:
    return item.risk is Risk.STALE and (item.confirmed_on or item.at.date()) < before


def _number(typed: str, field: str, least: int, most: int) -> int:
    text = typed.strip()
    if not (text.isascii() and text.isdigit()) or not least <= int(text[:6]) <= most:
        raise BadInput(f"{field}: type a whole number from {least} to {most:,}.", field)
    return int(text)
