"""The types that benefits are given of, which supervisors write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.benefits.typed import checked_type
from deskui.domain.staff import Role
from deskui.store.reads import benefit_types as reads
from deskui.store.writes import benefits as writes

if TYPE_CHECKING:
    from deskui.domain.benefits.typed import BenefitType, TypeTyped
    from deskui.domain.done import Done
    from deskui.domain.ids import BenefitTypeId
    from deskui.store.entry import Entry

TYPE_ADD: Final = verb("benefit_type.add", "kind of benefit", "benefit_type.title", needs=Role.SUPERVISOR)
TYPE_EDIT: Final = verb("benefit_type.edit", "change of a benefit", "benefit_type.title", needs=Role.SUPERVISOR)
TYPE_RETIRE: Final = verb("benefit_type.retire", "retired benefit", "benefit_type.title", needs=Role.SUPERVISOR)


class BenefitTypes(Area):
    """Types of benefits; what was given of one stays as it was, whatever becomes of the type."""

    def all(self, tier: str = "") -> tuple[BenefitType, ...]:
        """Every type, those of that tier first."""
        mine = tier.casefold()
        return tuple(sorted(reads.types(), key=lambda each: not mine or each.tier.casefold() != mine))

    def one(self, type_id: BenefitTypeId) -> BenefitType:
        """One type.

        Raises: NotFound when it was retired.
        """
        return reads.type_of(type_id)

    def add(self, typed: TypeTyped, operation: str | None = None) -> Done:
        """Add a type.

        Raises: BadInput naming the field that is not accepted.
        """
        columns = checked_type(typed)
        return self.perform(TYPE_ADD, operation, lambda entry: (writes.add_type(entry, columns), None))

    def edit(self, type_id: BenefitTypeId, version: int, typed: TypeTyped, operation: str | None = None) -> Done:
        """Change a type that is still at `version`.

        Raises: BadInput naming the field, Conflict when somebody else was faster.
        """
        columns = checked_type(typed)

        def work(entry: Entry) -> tuple[int, None]:
            writes.change_type(entry, type_id, version, columns)
            return type_id, None

        return self.perform(TYPE_EDIT, operation, work)

    def retire(self, type_id: BenefitTypeId, version: int, operation: str | None = None) -> Done:
        """Give no more benefits of a type.

        Raises: Conflict when somebody else was faster.
        """

        def work(entry: Entry) -> tuple[int, None]:
            writes.change_type(entry, type_id, version, {"withdrawn_at": entry.at})
            return type_id, None

        return self.perform(TYPE_RETIRE, operation, work)
