"""The set-up of a file brought into a shop: all of it, or nothing where anything is refused."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeVar

from deskui.desk.zones import zone_typed
from deskui.domain.staff import Role
from deskui.errors import BadInput, DeskError
from deskui.exchange.setup.differences import Difference, differences
from deskui.exchange.setup.exporting import PARTS

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from deskui.desk.desk import Desk
    from deskui.exchange.setup.part import Kept, Part, Values
    from deskui.exchange.setup.reading import SetupRead

Thing = TypeVar("Thing")
_LONGEST: Final = 60
"""Characters of a name in a refusal."""


class Became(StrEnum):
    """What became of an entry."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class EntryTold:
    """One entry by its table and name, what became of it, and which of its keys say something else now."""

    name: str
    became: Became
    changes: tuple[Difference, ...] = ()
    told: str = ""
    """What it means, where that is not plain from the file."""


class _NotThisTime(Exception):
    """Leaves the transaction of a dry run, which is an import that is not kept."""


def import_setup(desk: Desk, read: SetupRead, *, dry_run: bool = False) -> tuple[EntryTold, ...]:
    """Bring the entries in, as whoever owns the database; in a new one, the shop and its first administrator too.

    The same file twice changes nothing. Raises: BadInput naming the entry that is refused; nothing is kept then.
    """
    found: list[EntryTold] = []
    before = desk.session
    try:
        with desk.store.transaction():
            begun = not desk.shop.is_set_up()
            desk.act_as_owner()
            if begun:
                _set_up(desk, read)
            desk.act_as_owner()
            for part in PARTS:
                found += _bring(desk, part, part.in_order(read.get(part.name, [])), begun=begun)
            if dry_run:
                raise _NotThisTime
    except _NotThisTime:
        pass
    finally:
        if dry_run:
            desk.post.session = before
    return tuple(found)


def _set_up(desk: Desk, read: SetupRead) -> None:
    """The first start, from what the file says."""
    shop = next(iter(read.get("shop", [])), {})
    first = next((each for each in read.get("staff", []) if each.get("role") is Role.ADMINISTRATOR), None)
    if not {"name", "time_zone", "country", "currency"} <= shop.keys() or first is None:
        raise BadInput("For a new shop the file has to name it whole in [shop], and an administrator in [[staff]].")
    zone, region, currency = (shop[name] for name in ("time_zone", "country", "currency"))
    desk.shop.set_up(shop["name"], "Desk 1", first["name"], zone=zone_typed(zone), region=region, currency=currency)


def _bring(desk: Desk, part: Part, given: list[Values], *, begun: bool) -> Iterator[EntryTold]:
    """Bring the entries of one part in: new ones first, since others may name them."""
    wanted = _by_key(part, ((each, each) for each in given))
    before = _kept(desk, part)
    spare = [kept for key, kept in before.items() if begun and key not in wanted]
    for key, values in wanted.items():
        if key not in before:
            with _Named(part, values):
                _add(desk, part, part.defaults | values, spare)
    known, changed = _kept(desk, part), []
    for key, values in wanted.items():
        with _Named(part, values):
            if key in known and _change(desk, part, known[key], values):
                changed.append(key)
    after = _kept(desk, part) if changed else known
    for key, values in wanted.items():
        name, told = part.called(values), part.told(values)
        if begun or key not in before:
            yield EntryTold(name, Became.NEW, told=told)
        elif key in changed:
            changes = differences(before[key].values, after.get(key, before[key]).values)
            yield EntryTold(name, Became.CHANGED, changes, told)
        else:
            yield EntryTold(name, Became.UNCHANGED)


def _add(desk: Desk, part: Part, values: Values, spare: list[Kept]) -> None:
    """Have one more, or one instead of what a new shop begins with and the file does not name."""
    part.plain(desk, values)
    like = part.alike
    instead = None if like is None else next((each for each in spare if like(each.values) == like(values)), None)
    if instead is None:
        part.add(desk, values)
    else:
        spare.remove(instead)
        instead.change(desk, values)


def _kept(desk: Desk, part: Part) -> dict[Hashable, Kept]:
    return _by_key(part, ((each.values, each) for each in part.kept(desk)))


def _change(desk: Desk, part: Part, kept: Kept, values: Values) -> bool:
    """Make it say what the file says; False when it does already."""
    wanted = kept.values | values
    if part.plain(desk, wanted) == part.plain(desk, kept.values):
        return False
    kept.change(desk, wanted)
    return True


def _by_key(part: Part, entries: Iterable[tuple[Values, Thing]]) -> dict[Hashable, Thing]:
    """By what each is known, and its place among those that are called the same."""
    seen: Counter[Hashable] = Counter()
    found: dict[Hashable, Thing] = {}
    for values, entry in entries:
        key = part.key(values)
        seen[key] += 1
        found[key, seen[key]] = entry
    return found


class _Named:
    """Says of which entry a refusal is."""

    def __init__(self, part: Part, values: Values) -> None:
        name = part.called(values)
        self._name = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, DeskError) and error.exit_code == 1:
            raise BadInput(f"{self._name}: {error.sentence}") from error
