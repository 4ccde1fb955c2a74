"""Things that happen to a customer, at random, and all that a database then holds."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from deskui.domain.conversation import Channel, Direction, Mood
from deskui.domain.customer import ContactKind
from deskui.domain.done import Done
from deskui.domain.ids import CaseId
from deskui.domain.note import NoteKind
from deskui.domain.points import PointTyped
from deskui.domain.typed import CaseTyped, ConversationTyped, FollowUpTyped, NoteTyped, PromiseTyped, StatementTyped
from deskui.store import models
from deskui.store.writes import derived

if TYPE_CHECKING:
    from random import Random

    from deskui.domain.ids import CustomerId
    from tests.desk.counter import Counter

MINUTE = timedelta(minutes=1)
PHONES = ("303 555 0142", "303 555 0143", "720 555 0199")
TOPICS = ("hub", "claim form", "refund")
NAMES = ("Shari Caldwell", "S. Caldwell", "Delia Montrose", "Delia Montrose-Hale")
NUMBERS = ("R-88213", "PO 5120", "R-80110", "4471")
ABOUT_MERGES = frozenset({"journal", "change", "customer_merge", "moved_row"})


def anything(counter: Counter, random: Random, whom: CustomerId) -> None:
    """One thing at random that a clerk does for that customer."""
    counter.tick(random.choice((MINUTE, 90 * MINUTE, timedelta(days=1))))
    random.choice(ACTS)(counter, random, whom)


def _log(counter: Counter, random: Random, whom: CustomerId) -> None:
    channel, way = random.choice(list(Channel)), random.choice(list(Direction))
    typed = ConversationTyped("Asked about it", channel, way, random.random() < 0.7, random.choice(list(Mood)))
    counter.desk.conversations.log(whom, _of_case(typed, counter, random, whom))


def _note(counter: Counter, random: Random, whom: CustomerId) -> None:
    typed = NoteTyped(random.choice(("hot wheels", "trail running")), random.choice(list(NoteKind)))
    counter.desk.notes.write(whom, typed)


def _promise(counter: Counter, random: Random, whom: CustomerId) -> None:
    typed = PromiseTyped(what="dishwasher here", due=counter.now + timedelta(hours=5), kind="parts")
    counter.desk.promises.make(whom, _of_case(typed, counter, random, whom))


def _behind(counter: Counter, random: Random, whom: CustomerId) -> None:
    """What becomes of a promise that is open."""
    promises = [each for each in counter.desk.promises.of_customer(whom) if each.is_open]
    if not promises:
        return
    row, desk = random.choice(promises).promise.id, counter.desk.promises
    random.choice(
        (
            lambda: desk.keep(row),
            lambda: desk.release(row, "went elsewhere"),
            lambda: desk.move(row, counter.now + timedelta(days=2), "hub is late", True),
        )
    )()


def _say(counter: Counter, random: Random, whom: CustomerId) -> None:
    typed = StatementTyped(random.choice(TOPICS), random.choice(("by Friday", "by Monday", "explained")))
    counter.desk.told.say(whom, _of_case(typed, counter, random, whom))


def _plan(counter: Counter, random: Random, whom: CustomerId) -> None:
    typed = FollowUpTyped("ask how it does", counter.day("tomorrow"))
    counter.desk.follow_ups.add(whom, _of_case(typed, counter, random, whom))


def _settle(counter: Counter, random: Random, whom: CustomerId) -> None:
    for each in counter.desk.follow_ups.of_customer(whom)[:1]:
        counter.desk.follow_ups.settle(each.id, each.version, "done")


def _case(counter: Counter, random: Random, whom: CustomerId) -> None:
    case = counter.desk.cases.open(whom, CaseTyped("Missing", random.choice(("parcel", "repair")))).subject
    counter.number(whom, random.choice(NUMBERS), case=CaseId(case))


def _order(counter: Counter, random: Random, whom: CustomerId) -> None:
    counter.order(whom, random.choice(NUMBERS), random.choice(("Dishwasher", "Kitchen tap")))


def _point(counter: Counter, random: Random, whom: CustomerId) -> None:
    label = random.choice(("", "mobile"))
    typed = PointTyped(ContactKind.PHONE, random.choice(PHONES), label, random.random() < 0.5)
    counter.desk.points.add(whom, typed)


def _visit(counter: Counter, random: Random, whom: CustomerId) -> None:
    counter.desk.visits.open(whom)


def _undo(counter: Counter, random: Random, whom: CustomerId) -> None:
    last = counter.desk.own_entries.last().done
    if last.customer_id == whom and last.verb not in ("customer.create", "customer.merge", "case.open"):
        counter.desk.own_entries.undo(last)


ACTS = (
    _log,
    _log,
    _note,
    _promise,
    _promise,
    _behind,
    _say,
    _say,
    _plan,
    _settle,
    _case,
    _order,
    _point,
    _visit,
    _undo,
)


def _of_case(typed: Any, counter: Counter, random: Random, whom: CustomerId) -> Any:
    from dataclasses import replace

    cases = counter.desk.customers.view(whom).cases
    return replace(typed, case_id=random.choice(cases).id) if cases and random.random() < 0.5 else typed


def everything(counter: Counter) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that is not withdrawn, without versions; merges and the journal left out."""
    found = {}
    for model in models.MODELS:
        name = str(model._meta.table_name)
        if name in ABOUT_MERGES:
            continue
        query = model.select(*_told(model))
        if "withdrawn_at" in model._meta.fields:
            query = query.where(model.withdrawn_at.is_null())
        found[name] = sorted(query.tuples(), key=repr)
    return found


def _told(model: Any) -> list[Any]:
    """The columns of a table that say something; rows of a derived one that are made anew have other ids."""
    silent = {"version", "id"} if model in (models.OwedCall, models.CaseTrait) else {"version"}
    return [each for each in model._meta.sorted_fields if each.name not in silent]


def derived_rows(counter: Counter) -> dict[str, Any]:
    """All that is derived, as it stands."""
    rows = counter.desk.store.index.statements.rows
    return {
        "open_promise": sorted(models.OpenPromise.select().tuples(), key=repr),
        "promise_like": sorted(models.PromiseLike.select().tuples(), key=repr),
        "promise_figure": sorted(models.PromiseFigure.select().tuples(), key=repr),
        "owed_call": sorted(models.OwedCall.select(*_told(models.OwedCall)).tuples(), key=repr),
        "case_trait": sorted(models.CaseTrait.select(*_told(models.CaseTrait)).tuples(), key=repr),
        "search_doc": rows("SELECT customer, text FROM search_doc ORDER BY customer"),
        "vocabulary": rows("SELECT token, count FROM vocabulary ORDER BY token"),
    }


def derived_anew(counter: Counter) -> dict[str, Any]:
    """All that is derived, made anew from the rows and put back as it was."""
    store = counter.desk.store
    with store.database.atomic() as again:
        derived.rebuild(store.database)
        store.index.rebuild()
        found = derived_rows(counter)
        again.rollback()
    return found


def seen(counter: Counter, whom: CustomerId) -> dict[str, Any]:
    """All that the desk shows of a customer, but for versions."""
    desk, view = counter.desk, counter.desk.customers.view(whom)
    return {
        "view": json.loads(json.dumps(_plain(view), default=str)),
        "faces": _plain(desk.customers.faces(whom)),
        "told": _plain(desk.told.history(whom)),
        "promises": _plain(desk.promises.of_customer(whom)),
    }


def _plain(value: Any) -> Any:
    """Rows as what they hold, without versions."""
    from dataclasses import fields, is_dataclass

    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value) if each.name != "version"}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return value if isinstance(value, Done | dict) else str(value)


def found(counter: Counter) -> dict[str, Any]:
    """What the lookup finds for all that may be typed here, in its order."""
    typed = (*NAMES, *PHONES, *NUMBERS, "C-1001", "C-1002", "1002", "likes: hot wheels", "caldwel", "0142")
    return {each: _plain(counter.desk.lookup.find(each)) for each in (*typed, "")}


def due(counter: Counter) -> Any:
    """The due list with its counts."""
    return _plain(counter.desk.due.list()), _plain(counter.desk.due.counts())
