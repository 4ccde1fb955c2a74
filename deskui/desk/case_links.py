"""Cases that belong together: linked, merged, and similar ones of before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.case_work import LinkKind, merge_refusal
from deskui.errors import BadInput, NotAllowed, NotFound
from deskui.store.reads import case_history, case_list, case_work, cases, journal, similar
from deskui.store.writes import case_work as writes
from deskui.store.writes import undo

if TYPE_CHECKING:
    from deskui.domain.case import Case, CaseSummary
    from deskui.domain.done import Done
    from deskui.domain.ids import CaseId, CaseLinkId, CustomerId
    from deskui.domain.similar import SimilarCase
    from deskui.store.entry import Entry


CASE_LINK: Final = verb("case.link", "link between cases", "case.subject")
CASE_UNLINK: Final = verb("case.unlink", "link between cases taken away", "case.subject")
CASE_MERGE: Final = verb("case.merge", "cases merged", "case.subject")
CASE_SEPARATE: Final = verb("case.separate")

_LONGEST: Final = 9
"""Digits of a case number that an integer of either engine holds."""


@dataclass(frozen=True, slots=True)
class Company:
    """The case and all that may have to do with it: what is linked, the customer's others, similar ones."""

    case: Case
    others: tuple[CaseSummary, ...]
    similar: tuple[SimilarCase, ...]


class CaseLinks(Area):
    """Links, merged cases, and similar ones."""

    def around(self, case: Case, most: int = 20) -> Company:
        """What the case can be linked to or merged with: at most so many of the customer's others, newest first."""
        near = {*case.ids, *(each.case_id for each in case.links)}
        others = tuple(each for each in case_list.of_customer(case.customer_id).rows if each.id not in near)[:most]
        alike = similar.to_case(case.id, (*near, *(each.id for each in others)))
        return Company(case, others, alike)

    def similar(self, case: Case) -> tuple[SimilarCase, ...]:
        """Earlier cases of the same product, kind or words, the nearest first."""
        return similar.to_case(case.id, case.ids)

    def numbered(self, typed: str) -> CaseId:
        """The case whose number is typed, `1043` or `#1043`; of a merged one the case that it is part of.

        Raises: BadInput when that is no number, or no case has it.
        """
        digits = typed.strip().removeprefix("#").strip()
        if not digits.isascii() or not digits.isdigit():
            raise BadInput("Type the number of a case, such as 1043.", "Number")
        found = cases.with_number(int(digits)) if len(digits) <= _LONGEST else None
        if found is None:
            raise BadInput(f"There is no case #{digits}; type another number.", "Number")
        return cases.survivor(found)

    def link(self, case_id: CaseId, other_id: CaseId, kind: LinkKind, operation: str | None = None) -> Done:
        """Have two cases belong together, whosever they are; the subject is the first.

        Raises: NotAllowed when they are the same or linked already.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            case, other = (cases.case(cases.survivor(each)) for each in (case_id, other_id))
            if case.id == other.id:
                raise NotAllowed(f"Both are case #{case.number}; choose another one.")
            if any(each.case_id == other.id for each in case_work.links(case.ids)):
                raise NotAllowed(f"Cases #{case.number} and #{other.number} are linked already.")
            writes.link(entry, case.id, other.id, kind)
            return case.id, case.customer_id

        return self.perform(CASE_LINK, operation, work)

    def unlink(self, case: Case, link_id: CaseLinkId, operation: str | None = None) -> Done:
        """Have them belong together no more.

        Raises: NotFound when it is gone already.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            writes.unlink(entry, case_work.link(link_id, case.id))
            return case.id, case.customer_id

        return self.perform(CASE_UNLINK, operation, work)

    def merge(self, duplicate_id: CaseId, survivor_id: CaseId, operation: str | None = None) -> Done:
        """Have a duplicate read as part of another case, which is the subject; it is closed if it is not yet.

        Nothing that hangs on it is rewritten, so taking it back is exact.
        Raises: NotAllowed with what to do instead.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            duplicate, survivor = cases.standing(duplicate_id), cases.standing(survivor_id)
            if refusal := merge_refusal(duplicate, survivor):
                raise NotAllowed(refusal)
            writes.merge(entry, duplicate, survivor)
            return survivor.id, survivor.customer_id

        return self.perform(CASE_MERGE, operation, work)

    def separate(self, case_id: CaseId, operation: str | None = None) -> Done:
        """Take back the merge that made a case part of another: both are again what they were.

        Raises: NotFound when it is not part of any, Conflict when it was changed again since.
        """
        if cases.standing(case_id).merged_into is None:
            raise NotFound("That case is not part of another one; open it again.")
        merged = case_history.merged_by(case_id)
        done = None if merged is None else journal.entry(merged)

        def work(entry: Entry) -> tuple[int, CustomerId | None]:
            if done is None:  # it came merged into the database, and no entry says what it was before
                writes.separate(entry, cases.standing(case_id))
                return case_id, cases.case(case_id).customer_id
            undo.reverse(entry, done)
            return case_id, done.customer_id

        return self.perform(CASE_SEPARATE, operation, work, undoes=None if done is None else done.sequence)
