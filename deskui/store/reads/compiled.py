"""Queries whose text is written once: writing it out takes peewee ten times as long as the engine takes to answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from peewee import Context, SqliteDatabase

from deskui.store import models

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_BOUND: Final = "bound"
_MOST_VALUES: Final = 1024
"""Texts with longer lists of values are written anew each time."""


class Compiled:
    """A query as a function of its values; a call binds them to its text and reads the rows, from any thread.

    None, True and False are part of the text, so that the function can decide by them; of a list its length is.
    Any other value is bound, converted as the column it is compared with converts it: the function may neither look
    at it nor compute with it.
    """

    def __init__(self, query: Callable[..., Any]) -> None:
        self.query = query
        self._texts: dict[tuple[Any, ...], _Text] = {}

    def tuples(self, *values: Any) -> list[tuple[Any, ...]]:
        """Every row as a tuple of its columns."""
        text, cursor = self._ask(values)
        return [tuple(row) for row in text.rows(cursor)]

    def dicts(self, *values: Any) -> list[dict[str, Any]]:
        """Every row as a dictionary by column name."""
        text, cursor = self._ask(values)
        names = text.columns(cursor).names
        return [dict(zip(names, row, strict=True)) for row in text.rows(cursor)]

    def first_dict(self, *values: Any) -> dict[str, Any] | None:
        """The first row as a dictionary by column name, or None; for queries that find few."""
        return next(iter(self.dicts(*values)), None)

    def at_once(self, *values: Any) -> list[Sequence[Any]]:
        """Every row in the engine's own numbers and texts, nothing converted; an embedded one hands all over at once.

        Fetched one by one, a thread gives way to the others at each row, and waits for its turn again.
        """
        database = models.Shop._meta.database
        text, bound = self._text(database, values)
        if not isinstance(database, SqliteDatabase):
            return list(database.execute_sql(text.sql, text.parameters(bound)).fetchall())
        (rows,) = database.execute_sql(text.in_one, text.parameters(bound)).fetchone()
        return list(json.loads(rows))

    def _ask(self, values: Sequence[Any]) -> tuple[_Text, Any]:
        database = models.Shop._meta.database
        text, bound = self._text(database, values)
        return text, database.execute_sql(text.sql, text.parameters(bound))

    def _text(self, database: Any, values: Sequence[Any]) -> tuple[_Text, list[Any]]:
        shape, bound = _parted(values)
        key = (type(database), *shape)  # the text differs between engines, not between databases
        text = self._texts.get(key)
        if text is None:
            text = _written(database, self.query, shape)
            if len(bound) <= _MOST_VALUES:
                self._texts[key] = text
        return text, bound


compiled = Compiled
"""As a decorator of the function that makes the query."""


def _parted(values: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """What the text depends on, and what is bound to it."""
    shape: list[Any] = []
    bound: list[Any] = []
    for value in values:
        if value is None or value is True or value is False:
            shape.append(value)
        elif isinstance(value, list | tuple):
            size = _rounded_up(len(value))
            shape.append((size,))
            bound += [*value, *value[-1:] * (size - len(value))]
        else:
            shape.append(_BOUND)
            bound.append(value)
    return shape, bound


def _rounded_up(length: int) -> int:
    """The next power of two, so that there are few texts: the last value is repeated, which changes no IN."""
    return 1 << (length - 1).bit_length() if 0 < length <= _MOST_VALUES else length


class _Place:
    """Stands where a value will be bound, while the text is written."""

    def __init__(self, number: int) -> None:
        self.number = number


class _Filled(NamedTuple):
    """A parameter that is bound: which value it takes, and how that is converted."""

    number: int
    convert: Callable[[Any], Any] | None


class _Writing(Context):
    """Notes how peewee would convert a value, where there is none yet."""

    def value(self, value: Any, converter: Any = None, add_param: bool = True) -> Any:
        """Write a parameter."""
        writing: Any = self
        if not isinstance(value, _Place):
            return super().value(value, converter, add_param)
        writing._values.append(_Filled(value.number, writing.state.converter if converter is None else converter))
        return writing.literal(writing.state.param or "?")


class _Columns(NamedTuple):
    """What the columns are called, and which of them are converted how."""

    names: list[str]
    converted: tuple[tuple[int, Callable[[Any], Any]], ...]


class _Text:
    """The text of a query, its parameters, and how its rows are read."""

    def __init__(self, query: Any, sql: str, parameters: list[Any]) -> None:
        self.sql = sql
        self.filled = [(at, *each) for at, each in enumerate(parameters) if isinstance(each, _Filled)]
        self._query = query
        self._parameters = parameters
        self._columns: _Columns | None = None

    @property
    def in_one(self) -> str:
        """The text of a query that finds one row: a list of all the rows, in JSON."""
        names = ", ".join(f"c{number}" for number in range(len(self._query._returning)))
        return f"WITH found({names}) AS ({self.sql}) SELECT json_group_array(json_array({names})) FROM found"

    def parameters(self, bound: Sequence[Any]) -> list[Any]:
        """The parameters with the values bound to them."""
        found = self._parameters.copy()
        for at, number, convert in self.filled:
            found[at] = convert(bound[number]) if convert else bound[number]
        return found

    def columns(self, cursor: Any) -> _Columns:
        """The columns as peewee reads them."""
        if self._columns is None:
            reader = self._query.dicts()._get_cursor_wrapper(cursor)
            reader.initialize()
            converted = tuple((at, reader.converters[at]) for at in reader.convert)
            self._columns = _Columns(reader.unique_columns, converted)
        return self._columns

    def rows(self, cursor: Any) -> Iterator[list[Any]]:
        """The rows, converted."""
        converted = self.columns(cursor).converted
        for row in cursor.fetchall():
            cells = list(row)
            for at, convert in converted:
                cells[at] = convert(cells[at])
            yield cells


def _written(database: Any, query: Callable[..., Any], shape: Sequence[Any]) -> _Text:
    count = 0
    values: list[Any] = []
    for each in shape:
        if each is _BOUND:
            values.append(_Place(count))
            count += 1
        elif isinstance(each, tuple):
            values.append([_Place(count + number) for number in range(each[0])])
            count += each[0]
        else:
            values.append(each)
    made = query(*values)
    writing: Any = _Writing(**database.get_context_options())
    text = _Text(made, *writing.sql(made).query())
    assert {number for _, number, _ in text.filled} == set(range(count)), f"a value is not bound in: {text.sql}"
    return text
