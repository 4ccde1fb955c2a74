"""One verb in progress: the rows it writes, remembered before and after, for the journal and for undo."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from deskui.errors import Conflict, NotFound
from deskui.store.models.base import Table, to_millis
from deskui.store.reads.people import survivor
from deskui.store.reads.rows import first_dict

if TYPE_CHECKING:
    from deskui.domain.ids import CustomerId, EmployeeId


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is acting, and at which desk; nobody (None) for imports and the first start."""

    employee_id: EmployeeId | None
    desk: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row written: its table and id, and the columns before (None: it is new) and after, as JSON."""

    entity: str
    row: int
    before: str | None
    after: str
    salt: str


@dataclass(slots=True)
class Entry:
    """The writes of one verb; lives inside the store's transaction and becomes one journal entry."""

    actor: Actor
    at: datetime
    changes: list[RowChange] = field(default_factory=list)
    customers: set[int] = field(default_factory=set)
    """Customers whose search document has to be made anew before the commit."""
    buyers: set[int] = field(default_factory=set)
    """Customers who got orders in bulk, which no change tells of."""
    newcomers: set[int] = field(default_factory=set)
    """Customers who were added in bulk, which no change tells of."""
    merged: set[int] = field(default_factory=set)
    """Customers whose rows went from one to the other in bulk, which no change tells of."""
    ranks: dict[int, int] = field(default_factory=dict)
    """Where customers who come back to the lookup stood there, by id."""

    def insert(self, model: type[Table], **values: Any) -> int:
        """Add a row and return its id; about a customer who was merged into another, it is about that one.

        Another desk may still show the one who went, or write what was typed about them before.
        """
        if values.get("customer") is not None:
            values["customer"] = int(survivor(values["customer"]))
        row = int(model.insert(**values).execute())
        self._remember(model, row, None, values)
        return row

    def update(self, model: type[Table], row: int, version: int, **values: Any) -> None:
        """Change the named columns of a row that is still at `version`.

        Raises: Conflict with the row as it stands when somebody was faster, NotFound when it is gone.
        """
        query = model.update(**values, version=version + 1)
        before = self._columns(model, row, list(values))
        if query.where(model.id == row, model.version == version).execute() != 1:  # type: ignore[attr-defined]
            raise Conflict("Somebody else has changed this meanwhile; look at both and choose.", before)
        self._remember(model, row, before, values)

    def reindex(self, customer: CustomerId | int) -> None:
        """Have the customer's search document made anew when the verb is done, or theirs they were merged into."""
        self.customers.add(int(survivor(customer)))

    def _columns(self, model: type[Table], row: int, names: list[str]) -> dict[str, Any]:
        fields = [model._meta.fields[name] for name in names if name not in model.unsaid]
        found = first_dict(model.select(*fields, model.version).where(model.id == row))  # type: ignore[attr-defined]
        if found is None:
            raise NotFound("This is no longer in the database; go back and open the customer again.")
        return found

    def _remember(self, model: type[Table], row: int, before: dict[str, Any] | None, after: dict[str, Any]) -> None:
        after = {name: value for name, value in after.items() if name not in model.unsaid}
        old = None if before is None else as_json({name: before[name] for name in after})
        entity = str(model._meta.table_name)
        self.changes.append(RowChange(entity, row, old, as_json(after), secrets.token_hex(8)))


def as_json(values: dict[str, Any]) -> str:
    """Columns as canonical JSON: keys sorted, instants in UTC milliseconds, dates in ISO form."""
    return json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return to_millis(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
