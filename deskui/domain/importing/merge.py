"""The three-way merge of an import: what is kept, what the file said last time, and what it says now."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from deskui.domain.prepared import SCALARS

if TYPE_CHECKING:
    from deskui.domain.prepared import Payload, PreparedCustomer


@dataclass(slots=True)
class KeptNote:
    """A note that is there already."""

    id: int
    version: int
    text: str


@dataclass(slots=True, eq=False)
class Person:
    """A customer, kept (`id`) or about to be added (None); the lists hold what is to be written."""

    id: int | None = None
    version: int = 1
    folded: str = ""
    """The name in plain letters."""
    columns: dict[str, Any] = field(default_factory=dict)
    custom: dict[str, str] = field(default_factory=dict)
    points: dict[tuple[str, str], tuple[int | None, int, str]] = field(default_factory=dict)
    """(kind, key) to (id, version, value); no id for what this chunk adds."""
    aliases: set[tuple[str, str]] = field(default_factory=set)
    notes: list[KeptNote] = field(default_factory=list)
    met: bool = False
    """Whether an earlier record of the same file was about them."""

    changed: dict[str, Any] = field(default_factory=dict)
    custom_changed: bool = False
    new_points: list[list[str]] = field(default_factory=list)
    withdrawn_points: list[tuple[int, int]] = field(default_factory=list)
    new_aliases: list[tuple[str, str, str]] = field(default_factory=list)
    new_notes: list[str] = field(default_factory=list)
    rewritten_notes: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def touched(self) -> bool:
        """Whether anything is to be written."""
        return bool(
            self.changed
            or self.custom_changed
            or self.new_points
            or self.withdrawn_points
            or self.new_aliases
            or self.new_notes
            or self.rewritten_notes
        )

    def take(self, row: PreparedCustomer, base: Payload | None, taken: set[tuple[str, str]]) -> bool:
        """Take over what differs from `base`, the values last imported; without one, only what is not there yet.

        What a clerk changed stays unless the file changed the same thing since. `taken` are aliases that somebody
        has; those taken over are added. Returns whether anything is to be written.
        """
        before, payload = self._amount(), row.payload
        self._take_columns(payload, base)
        if self.columns.get("name") == payload["name"]:
            self.folded = row.folded
        self._take_custom(payload["custom"], None if base is None else base["custom"])
        self._take_points(payload["points"], [] if base is None else base["points"])
        for kind, value, key in row.aliases:
            self._take_alias(kind, value, key, taken)
        self._take_notes(payload["notes"], [] if base is None else base["notes"])
        return self._amount() != before

    def _amount(self) -> tuple[object, ...]:
        points = (len(self.new_points), len(self.withdrawn_points))
        notes = (len(self.new_notes), len(self.rewritten_notes))
        return (dict(self.changed), dict(self.custom), len(self.new_aliases), *points, *notes)

    def _take_columns(self, payload: Payload, base: Payload | None) -> None:
        for name in SCALARS:
            value, old = payload[name], self.columns.get(name)
            empty = old is None or old == ""
            if base is None:
                wanted = empty and value not in (None, "")
            else:
                # A cell that was emptied clears only what still stands as it was imported.
                wanted = value != base.get(name) and (value not in (None, "") or old == base.get(name))
            if wanted and value != old:
                self.columns[name] = self.changed[name] = value

    def _take_custom(self, custom: dict[str, str], base: dict[str, str] | None) -> None:
        for name, value in custom.items():
            wanted = name not in self.custom if base is None else value != base.get(name)
            if wanted and self.custom.get(name) != value:
                self.custom[name] = value
                self.custom_changed = True
        for name, value in (base or {}).items():
            if name not in custom and self.custom.get(name) == value:
                del self.custom[name]
                self.custom_changed = True

    def _take_points(self, points: list[list[str]], base: list[list[str]]) -> None:
        """Points new in the file are added; one that left it goes when it still stands as it was imported."""
        before = {(kind, key) for kind, key, _, _ in base}
        for kind, key, value, label in points:
            if (kind, key) not in before and (kind, key) not in self.points:
                self.points[kind, key] = (None, 1, value)
                self.new_points.append([kind, key, value, label])
        now = {(kind, key) for kind, key, _, _ in points}
        for kind, key, value, _ in base:
            kept = self.points.get((kind, key))
            if (kind, key) not in now and kept is not None and kept[0] is not None and kept[2] == value:
                self.withdrawn_points.append((kept[0], kept[1]))
                del self.points[kind, key]

    def _take_alias(self, kind: str, value: str, key: str, taken: set[tuple[str, str]]) -> None:
        if not key or (kind, key) in self.aliases:
            return
        if (kind, key) in taken:  # somebody else has this number: keep it where it harms nobody
            label = f"{kind.capitalize()} number"
            self.custom_changed |= label not in self.custom
            self.custom.setdefault(label, value)
            return
        self.aliases.add((kind, key))
        taken.add((kind, key))
        self.new_aliases.append((kind, value, key))

    def _take_notes(self, notes: list[str], base: list[str]) -> None:
        """A note that changed in the file is rewritten where it stands as it was imported, else added."""
        left = [text for text in base if text not in notes]
        for text in notes:
            if text in base or text in self.new_notes or any(note.text == text for note in self.notes):
                continue
            old = next((note for note in self.notes if note.text in left), None)
            if old is None:
                self.new_notes.append(text)
            else:
                left.remove(old.text)
                old.text = text
                self.rewritten_notes.append((old.id, old.version, text))
                old.version += 1
