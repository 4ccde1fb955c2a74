"""The index of the manual: a document for each version, and the search over all of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from deskui.domain.ids import ArticleId, ArticleVersionId
from deskui.domain.manual.article import ArticleKind
from deskui.domain.manual.found import Found, Standing, standing_of
from deskui.domain.steps.step_list import ListKind
from deskui.store.lookup.statements import Statements
from deskui.store.manual.excerpts import excerpt, marked
from deskui.store.manual.searching import ManualSearch, typed_words
from deskui.store.normalise.letters import fold
from deskui.store.reads import manual as reads
from deskui.store.reads import steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peewee import Database

    from deskui.domain.manual.article import Edition
    from deskui.domain.steps.template import StepTemplate
    from deskui.store.manual.searching import Groups, Versions

_SHOWN: Final = (Standing.IN_FORCE, Standing.LATER)


def find(database: Database, text: str, day: date, limit: int = 30, *, every: bool = False) -> list[Found]:
    """Articles for what was typed, titles before texts, newest first; without words, those written last.

    Those that do not hold yet come behind those that do. Without `every`, what is over or retired is left out.
    """
    search, typed = ManualSearch(Statements(database)), typed_words(text)
    groups: Groups = ()
    if typed:
        versions, groups = search.find(typed, day, limit, every=every)
    elif text.strip():
        return []
    else:
        versions = search.newest(day, limit, every=every)
    return _found(search, versions, groups, day, every)


def shown(database: Database, editions: Sequence[Edition], day: date) -> tuple[Found, ...]:
    """Articles in force, as a search shows them that looks for no word."""
    changes = ManualSearch(Statements(database)).changes([each.article.id for each in editions], day)
    return tuple(_worded(each, each.version.id, (), day, changes.get(each.article.id)) for each in editions)


def step_guides(text: str) -> tuple[Found, ...]:
    """The guides of steps in use that have all words of what was typed; there are few."""
    typed = typed_words(text)
    if not typed and text.strip():
        return ()
    groups: Groups = [(word,) for word in typed]
    return tuple(
        Found(
            ArticleKind.GUIDE,
            marked(guide.title, groups),
            excerpt(" · ".join(guide.lines), groups),
            Standing.IN_FORCE,
            steps=guide,
        )
        for guide in steps.templates()
        if guide.kind is ListKind.GUIDE and _has(guide, typed)
    )


def _has(guide: StepTemplate, typed: Sequence[str]) -> bool:
    said = fold(f"{guide.title} {' '.join(guide.lines)}").split()
    return all(any(word.startswith(each) for word in said) for each in typed)


def _found(search: ManualSearch, versions: Versions, groups: Groups, day: date, every: bool) -> list[Found]:
    ids = [ArticleId(each) for each in versions]
    holds, changes = reads.in_force_of(ids, day), search.changes(ids, day)
    chosen = {each: _chosen(versions[each], holds.get(each)) for each in ids}
    known = reads.editions(list(chosen.values()))
    shown = [
        _worded(known[version], holds.get(article), groups, day, changes.get(article))
        for article, version in chosen.items()
        if version in known
    ]
    wanted = [each for each in shown if every or each.standing in _SHOWN]
    return sorted(wanted, key=lambda each: each.standing is not Standing.IN_FORCE)


def _chosen(versions: Sequence[int], holds: ArticleVersionId | None) -> ArticleVersionId:
    """Of the versions of one article that fit, the one in force, else the newest."""
    return holds if holds is not None and holds in versions else ArticleVersionId(max(versions))


def _worded(
    edition: Edition, holds: ArticleVersionId | None, groups: Groups, day: date, changes_on: str | None
) -> Found:
    return Found(
        edition.article.kind,
        marked(edition.article.title, groups),
        excerpt(edition.version.text, groups),
        standing_of(edition, holds, day),
        edition,
        changes_on=None if changes_on is None else date.fromisoformat(changes_on),
    )
