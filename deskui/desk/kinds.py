"""The kinds of case and of promise that the shop works with, listed by its supervisors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.kinds import MOST_KINDS, KindOf, WorkKind, kind_typed
from deskui.domain.staff import Role
from deskui.errors import BadInput
from deskui.store.normalise.letters import fold
from deskui.store.reads import kinds as reads
from deskui.store.writes import kinds as writes

if TYPE_CHECKING:
    from deskui.domain.done import Done
    from deskui.domain.ids import WorkKindId
    from deskui.store.entry import Entry

KIND_ADD: Final = verb("work_kind.add", "new kind", "work_kind.title", needs=Role.SUPERVISOR)
KIND_RENAME: Final = verb("work_kind.rename", "kind renamed", "work_kind.title", needs=Role.SUPERVISOR)
KIND_RETIRE: Final = verb("work_kind.retire", "kind retired", "work_kind.title", needs=Role.SUPERVISOR)


class Kinds(Area):
    """Kinds; what was written keeps its word, whatever becomes of the list."""

    def listed(self) -> tuple[WorkKind, ...]:
        """Every kind in use, those of cases first, by title."""
        used = (each for each in reads.all_kinds() if not each.is_retired)
        return tuple(sorted(used, key=lambda each: (each.of, each.title.casefold(), each.id)))

    def add(self, of: KindOf, typed: str, operation: str | None = None) -> Done:
        """Put a kind on the list; one that was retired comes back.

        Raises: BadInput when it is not accepted, or on the list already.
        """
        title = kind_typed(typed)

        def work(entry: Entry) -> tuple[int, None]:
            known = reads.of(of)
            _refuse_second(title, known)
            if sum(not each.is_retired for each in known) >= MOST_KINDS:
                raise BadInput(f"{MOST_KINDS} kinds are listed, which is the most; retire one first.", "The kind")
            retired = next((each for each in reversed(known) if fold(each.title) == fold(title)), None)
            if retired is None:
                return writes.add_kind(entry, of, title), None
            writes.change_kind(entry, retired.id, retired.version, {"title": title, "withdrawn_at": None})
            return retired.id, None

        return self.perform(KIND_ADD, operation, work)

    def rename(self, kind_id: WorkKindId, version: int, typed: str, operation: str | None = None) -> Done:
        """Call a kind that is still at `version` something else from now on.

        Raises: BadInput when it is not accepted, or another one is called so; Conflict when somebody was faster.
        """
        title = kind_typed(typed)

        def work(entry: Entry) -> tuple[int, None]:
            kept = reads.kind(kind_id)
            _refuse_second(title, reads.of(kept.of), kept)
            earlier = [each for each in (*kept.earlier, kept.title) if fold(each) != fold(title)]
            columns: dict[str, Any] = {"title": title, "earlier": "\n".join(dict.fromkeys(earlier))}
            writes.change_kind(entry, kind_id, version, columns)
            return kind_id, None

        return self.perform(KIND_RENAME, operation, work)

    def retire(self, kind_id: WorkKindId, version: int, operation: str | None = None) -> Done:
        """Offer a kind no more.

        Raises: Conflict when somebody was faster.
        """

        def work(entry: Entry) -> tuple[int, None]:
            writes.change_kind(entry, reads.kind(kind_id).id, version, {"withdrawn_at": entry.at})
            return kind_id, None

        return self.perform(KIND_RETIRE, operation, work)


def _refuse_second(title: str, known: tuple[WorkKind, ...], but: WorkKind | None = None) -> None:
    """Raises: BadInput when another kind in use has that title."""
    for each in known:
        if not each.is_retired and (but is None or each.id != but.id) and fold(each.title) == fold(title):
            raise BadInput(f"“{each.title}” is on the list already.", "The kind")
