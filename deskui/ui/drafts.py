"""Half-typed text, kept on disk as it is typed, so that it survives Esc, a crash and a kill."""

from __future__ import annotations

import hashlib
import json
import os
import queue
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Drafts:
    """One small file a draft, written by a thread of its own; the newest text of each wins."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._waiting: dict[str, dict[str, str] | None] = {}
        self._lock = threading.Lock()
        self._bell: queue.SimpleQueue[bool] = queue.SimpleQueue()
        self._writer: threading.Thread | None = None

    def load(self, key: str) -> dict[str, str]:
        """The draft under that key; empty when there is none or its file is broken."""
        with self._lock:
            if key in self._waiting:
                return dict(self._waiting[key] or {})
        try:
            kept = json.loads(self._path(key).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        values = kept.get("values") if isinstance(kept, dict) and kept.get("key") == key else None
        return {str(name): str(value) for name, value in values.items()} if isinstance(values, dict) else {}

    def save(self, key: str, values: Mapping[str, str]) -> None:
        """Keep the draft; returns at once."""
        self._put(key, dict(values))

    def drop(self, key: str) -> None:
        """Forget the draft: it has been saved for good, or thrown away."""
        self._put(key, None)

    def close(self, patience: float = 2) -> None:
        """Write what is waiting, and end the thread; gives up after `patience` seconds."""
        if self._writer is not None:
            self._bell.put(False)
            self._writer.join(patience)
            self._writer = None

    def _put(self, key: str, values: dict[str, str] | None) -> None:
        with self._lock:
            self._waiting[key] = values
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
            for key, values in waiting.items():
                self._write(key, values)
                with self._lock:
                    if self._waiting.get(key) == values:
                        self._waiting.pop(key, None)

    def _write(self, key: str, values: dict[str, str] | None) -> None:
        path = self._path(key)
        try:
            if values is None:
                path.unlink(missing_ok=True)
                return
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            part = path.with_suffix(".part")
            handle = os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
                json.dump({"key": key, "values": values}, file)
            part.replace(path)
        except OSError:
            return  # a draft that cannot be kept must not stop the clerk; the form still holds the text

    def _path(self, key: str) -> Path:
        return self.folder / f"{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:24]}.json"
