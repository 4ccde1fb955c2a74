"""What is taken out of the program, written down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.store.reads import cases
from deskui.store.writes import looks as writes

if TYPE_CHECKING:
    from deskui.domain.done import Done
    from deskui.domain.ids import CaseId, CustomerId
    from deskui.store.entry import Entry

EXPORT: Final = verb("export")


class Looks(Area):
    """Looks at what is kept that leave a trace."""

    def exported(self, what: str, case_id: CaseId | None = None) -> Done:
        """Write down that something left the program, such as `story of case #1043, pdf`."""

        def work(entry: Entry) -> tuple[int, CustomerId | None]:
            whose = None if case_id is None else cases.case(case_id).customer_id
            return writes.look(entry, "export", what, whose, case_id or 0), whose

        return self.perform(EXPORT, None, work)
