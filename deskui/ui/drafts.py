"""Half-typed text, kept on disk as it is typed, so that it survives Esc, a crash and a kill."""

from __future__ import annotations

import hashlib
import json
import os
import queue
import threading
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from deskui.domain.customer import Customer


@dataclass(frozen=True, slots=True)
class DraftOf:
    """Under what a half-typed text is kept, and what it is, so that somebody can be told that it is there."""

    key: str
    number: str = ""
    """The number of the customer it is about, if it is about one."""
    name: str = ""
    """The name of that customer."""
    title: str = ""
    """What it is, in a word: `note`."""
    command: str = ""
    """The id of the command that brings it back."""


def about(who: Customer, key: str, title: str, command: str) -> DraftOf:
    """A text about that customer."""
    return DraftOf(key, who.number, who.name, title, command)


class Drafts:
    """One small file a draft, written by a thread of its own; the newest text of each wins."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._waiting: dict[str, _Kept | None] = {}
        self._listed: dict[str, DraftOf] = {}
        self._lock = threading.Lock()
        self._bell: queue.SimpleQueue[bool] = queue.SimpleQueue()
        self._writer: threading.Thread | None = None

    def load(self, key: str) -> dict[str, str]:
        """The draft under that key; empty when there is none or its file is broken."""
        with self._lock:
            if key in self._waiting:
                waiting = self._waiting[key]
                return {} if waiting is None else dict(waiting.values)
        kept = _read(self._path(key))
        return {} if kept is None or kept.of.key != key else dict(kept.values)

    def survey(self) -> None:
        """Read what is kept from earlier; run it on a thread of its own, before `of_place` is asked."""
        found = [_read(path) for path in sorted(self.folder.glob("*.json"))]
        with self._lock:
            self._listed = {kept.of.key: kept.of for kept in found if kept is not None} | self._listed
            for key in [key for key, kept in self._waiting.items() if kept is None]:
                self._listed.pop(key, None)

    def of_place(self, place: str, number: str = "") -> tuple[DraftOf, ...]:
        """The drafts of that place, or of one customer there, whose customer and title are known."""
        with self._lock:
            listed = [each for key, each in self._listed.items() if key.startswith(f"{place}:") and each.title]
        return tuple(each for each in listed if each.number == number or not number)

    def save(self, of: DraftOf, values: Mapping[str, str]) -> None:
        """Keep the draft; returns at once."""
        self._put(of.key, _Kept(of, dict(values)))

    def drop(self, key: str) -> None:
        """Forget the draft: it has been saved for good, or thrown away."""
        self._put(key, None)

    def follow(self, place: str, number: str, who: Customer) -> None:
        """Drafts there about the customer of that number, who was merged into `who`, are about `who` from now on.

        One stays where it is while `who` has one of the same kind: it follows once that is saved or thrown away.
        """
        for each in self.of_place(place, number):
            key = ":".join(who.number if part == number else part for part in each.key.split(":"))
            if key != each.key and self.load(key):
                continue
            values = self.load(each.key)
            if key != each.key:
                self.drop(each.key)
            self.save(DraftOf(key, who.number, who.name, each.title, each.command), values)

    def forget_text(self, text: str, number: str, words: str, ending: str) -> None:
        """Forget what must not stay readable on this machine: every draft that holds this text.

        Of drafts about the customer of that number those go, too, that hold these `words` of it; where there are
        none, as all of it goes, the one whose key ends so, which began with the text.
        """

        def goes(kept: _Kept) -> bool:
            is_of_it = _holds(kept, words) if words else kept.of.key.endswith(f":{ending}")
            return _holds(kept, text) or (kept.of.number == number and is_of_it)

        with self._lock:
            keys = {key for key, kept in self._waiting.items() if kept is not None and goes(kept)}
        found = (_read(path) for path in sorted(self.folder.glob("*.json")))
        for key in sorted(keys | {kept.of.key for kept in found if kept is not None and goes(kept)}):
            self.drop(key)

    def close(self, patience: float = 2) -> None:
        """Write what is waiting, and end the thread; gives up after `patience` seconds."""
        if self._writer is not None:
            self._bell.put(False)
            self._writer.join(patience)
            self._writer = None

    def _put(self, key: str, kept: _Kept | None) -> None:
        with self._lock:
            self._waiting[key] = kept
            if kept is None:
                self._listed.pop(key, None)
            else:
                self._listed[key] = kept.of
        if self._writer is None:
            self._writer = threading.Thread(target=self._write_all, name="drafts", daemon=True)
            self._writer.start()
        self._bell.put(True)

    def _write_all(self) -> None:
        going_on = True
        while going_on:
            going_on = self._bell.get()
            with self._lock:
                waiting = dict(self._waiting)
            for key, kept in waiting.items():
                self._write(key, kept)
                with self._lock:
                    if self._waiting.get(key) == kept:
                        self._waiting.pop(key, None)

    def _write(self, key: str, kept: _Kept | None) -> None:
        path = self._path(key)
        try:
            if kept is None:
                path.unlink(missing_ok=True)
                return
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            part = path.with_suffix(".part")
            handle = os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
                json.dump({**asdict(kept.of), "values": kept.values}, file)
            part.replace(path)
        except OSError:
            return  # a draft that cannot be kept must not stop the clerk; the form still holds the text

    def _path(self, key: str) -> Path:
        return self.folder / f"{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:24]}.json"


@dataclass(frozen=True, slots=True)
class _Kept:
    of: DraftOf
    values: dict[str, str]


def _holds(kept: _Kept, text: str) -> bool:
    wanted = " ".join(text.split()).casefold()
    return bool(wanted) and any(wanted in " ".join(each.split()).casefold() for each in kept.values.values())


def _read(path: Path) -> _Kept | None:
    """A file of a draft, or None when it is gone or broken; one of an earlier version says only its key."""
    try:
        kept = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(kept, dict) or not isinstance(kept.get("values"), dict):
        return None
    of = DraftOf(*(str(kept.get(name, "")) for name in DraftOf.__slots__))
    return _Kept(of, {str(name): str(value) for name, value in kept["values"].items()})
