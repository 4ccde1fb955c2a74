"""Rows of a query in a form the type checker understands: peewee's stubs give model instances for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from peewee import Model, ModelSelect


def tuples(query: ModelSelect[Any]) -> list[tuple[Any, ...]]:
    """Every row as a tuple of its columns."""
    return cast("list[tuple[Any, ...]]", list(query.tuples()))


def dicts(query: ModelSelect[Any]) -> list[dict[str, Any]]:
    """Every row as a dictionary by column name."""
    return cast("list[dict[str, Any]]", list(query.dicts()))


def first_dict(query: ModelSelect[Any]) -> dict[str, Any] | None:
    """The first row as a dictionary by column name, or None."""
    return cast("dict[str, Any] | None", query.dicts().first())


def newest(model: type[Model], column: Any) -> int:
    """The largest value of a whole-number column, 0 when there is no row."""
    from peewee import fn

    return int(model.select(fn.MAX(column)).scalar() or 0)
