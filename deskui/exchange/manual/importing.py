"""A folder of Markdown files brought into the manual: what is new, changed, the same, or refused and why."""

from __future__ import annotations

import stat
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from deskui.domain.manual.file_text import read_file_text
from deskui.domain.manual.typed import checked, checked_ties
from deskui.domain.visible import visible
from deskui.errors import BadInput, DeskError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.manual.article import Article, ArticleVersion, Tie
    from deskui.domain.manual.typed import ArticleTyped

MOST_FILES: Final = 50_000
LARGEST: Final = 500_000
"""Bytes of a file: more than the longest article has."""
_ENDING: Final = ".md"


class Became(StrEnum):
    """What became of a file."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FileTold:
    """One file by its name below the folder, what became of it, and why where it was refused."""

    name: str
    became: Became
    reason: str = ""


class Kept(NamedTuple):
    """An article as it is kept, with all its versions and what it is tied to."""

    article: Article
    versions: tuple[ArticleVersion, ...]
    ties: tuple[Tie, ...]


def import_manual(desk: Desk, folder: Path, *, dry_run: bool = False) -> Iterator[FileTold]:
    """Bring every Markdown file of the folder in, by name; an article is known again by its title.

    The same folder twice changes nothing, and an import that was interrupted can simply be run again.
    Raises: BadInput when there is no such folder.
    """
    if not folder.is_dir():
        raise BadInput(f"{folder} is no folder; name the one with the Markdown files.")
    seen: dict[tuple[str, str], str] = {}
    for place in islice(_places(folder), MOST_FILES):
        name = visible(place.relative_to(folder).as_posix().encode("utf-8", "replace").decode())
        try:
            yield FileTold(name, _bring(desk, _read(place), seen, name, dry_run=dry_run))
        except DeskError as error:
            yield FileTold(name, Became.REFUSED, error.sentence)


def _places(folder: Path) -> Iterator[Path]:
    """The Markdown files below, in the order of their names; what hides behind a dot is passed over, and no link
    is followed.
    """
    for place in sorted(folder.iterdir(), key=lambda each: each.name):
        if place.name.startswith("."):
            continue
        if place.is_dir() and not place.is_symlink():
            yield from _places(place)
        elif place.suffix.lower() == _ENDING:
            yield place


def _read(place: Path) -> ArticleTyped:
    try:
        found = place.lstat()
        if stat.S_ISLNK(found.st_mode):
            raise BadInput("It is a link, which may lead anywhere; put the file itself there.")
        if not stat.S_ISREG(found.st_mode):
            raise BadInput("It is no file.")
        if found.st_size > LARGEST:
            raise BadInput(f"It has {found.st_size:,} bytes; {LARGEST:,} is the most.")
        with place.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise BadInput(f"It cannot be read ({error.strerror or type(error).__name__}).") from error
    try:
        return read_file_text(content.decode("utf-8"))
    except UnicodeDecodeError:
        raise BadInput("It is not in UTF-8; save it again in that encoding.") from None


def _bring(desk: Desk, typed: ArticleTyped, seen: dict[tuple[str, str], str], name: str, *, dry_run: bool) -> Became:
    today = desk.manual.today()
    columns, ties = checked(typed, today), checked_ties(typed)
    known = desk.manual.called(columns["title"])
    if (other := seen.setdefault((columns["title"].casefold(), typed.valid_from), name)) != name:
        raise BadInput(f"“{other}” is the same article already.")
    if len(known) > 1:
        raise BadInput(f"{len(known)} articles are called so; give all but one another title first.")
    if not known:
        if not dry_run:
            desk.manual.add(typed)
        return Became.NEW
    kept = Kept(known[0], desk.manual.versions(known[0].id), desk.manual.ties(known[0].id))
    if kept.article.retired_at is not None:
        raise BadInput("An article of that title was retired; take it into use again first.")
    if _is_kept(kept, columns, ties, is_dated=bool(typed.valid_from)):
        return Became.UNCHANGED
    if not dry_run:
        from_file = replace(typed, why="brought in from a file")
        desk.manual.revise(kept.article.id, kept.article.version, from_file)
    return Became.CHANGED


def _is_kept(kept: Kept, columns: dict[str, object], ties: tuple[Tie, ...], *, is_dated: bool) -> bool:
    """Whether the article says so already in one of its versions; a file without a day takes any."""
    article = kept.article
    called = (article.kind.value, article.title, ", ".join(article.tags))
    if called != (columns["kind"], columns["title"], columns["tags"]) or set(ties) != set(kept.ties):
        return False
    return any(
        _terms(each) == tuple(columns[name] for name in _TERMS)
        and (not is_dated or each.valid_from == columns["valid_from"])
        for each in kept.versions
    )


_TERMS: Final = ("text", "valid_until", "may_quote", "decides", "about")


def _terms(said: ArticleVersion) -> tuple[str, date | None, bool, str, str]:
    decides = "" if said.decides is None else said.decides.value
    return said.text, said.valid_until, said.may_quote, decides, ", ".join(said.about)
