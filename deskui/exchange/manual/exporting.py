"""The manual as a folder of Markdown files, one for each article, and one for each version still to come."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from deskui.domain.manual.article import ArticleKind
from deskui.domain.manual.file_text import file_text, read_file_text, typed_of
from deskui.errors import BadInput
from deskui.exchange.manual.names import file_stem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.manual.article import Edition

FOLDERS: Final = {
    ArticleKind.POLICY: "policies",
    ArticleKind.GUIDE: "guides",
    ArticleKind.PRODUCT_NOTE: "product-notes",
    ArticleKind.TIP: "tips",
}


@dataclass(slots=True)
class Exported:
    """What became of an export: files written, files that were the same already, and what was left alone and why."""

    written: int = 0
    unchanged: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)


def export_manual(desk: Desk, folder: Path) -> Exported:
    """Write every article in use into the folder, which is made; files that are no articles are left alone.

    Raises: BadInput in one sentence when nothing can be written there.
    """
    done = Exported()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        inside = folder.resolve()
        for name, content in files(desk):
            _write(inside, name, content, done)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BadInput(f"The manual cannot be written to {folder} ({reason}); name another folder.") from error
    return done


def files(desk: Desk) -> Iterator[tuple[str, bytes]]:
    """The name below the folder and the content of each file, the same each time for the same articles."""
    taken: set[str] = set()
    for editions, ties in desk.manual.everything():
        first = editions[0]
        stem = _free(f"{FOLDERS[first.article.kind]}/{file_stem(first.title)}", taken)
        for place, edition in enumerate(editions):
            yield f"{stem}{_later(edition) if place else ''}.md", file_text(typed_of(edition, ties)).encode()


def _later(edition: Edition) -> str:
    """Behind the name of a version that does not hold yet: two of one day differ by their number."""
    return f"@{edition.version.valid_from.isoformat()}.{edition.version.number}"


def _free(stem: str, taken: set[str]) -> str:
    number, name = 1, stem
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name)
    return name


def _write(inside: Path, name: str, content: bytes, done: Exported) -> None:
    place = inside / name
    place.parent.mkdir(exist_ok=True)
    if place.parent.is_symlink() or place.is_symlink() or not place.parent.resolve().is_relative_to(inside):
        done.refused.append((name, "a link stands there, which may lead anywhere."))
        return
    if place.exists():
        before = place.read_bytes() if place.is_file() else b""
        if before == content:
            done.unchanged += 1
            return
        if not _is_article(before):
            done.refused.append((name, "something stands there that is no article; move it away."))
            return
    beside = place.with_name(f".{place.name}.part")
    beside.unlink(missing_ok=True)
    with beside.open("xb") as file:
        file.write(content)
    beside.replace(place)
    done.written += 1


def _is_article(content: bytes) -> bool:
    try:
        read_file_text(content.decode("utf-8"))
    except (UnicodeDecodeError, BadInput):
        return False
    return True
