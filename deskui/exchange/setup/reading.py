"""The file of a set-up, read and checked before anything is done; a refusal names the place in one sentence."""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, get_args, get_type_hints

import msgspec

from deskui.errors import BadInput
from deskui.exchange.setup.shape import MANY, ONE

if TYPE_CHECKING:
    from pathlib import Path

    Values = dict[str, Any]
    SetupRead = dict[str, list[Values]]
    """The entries of each table, in the order of the file; a table that stands there once has one."""

LARGEST: Final = 5_000_000
"""Bytes: a set-up is some dozen kilobytes."""
_MOST: Final = 10_000
_PATH: Final = re.compile(r" - at `\$\.?(?P<path>.*)`$")
_TWICE: Final = re.compile(r"Cannot (?:declare|mutate immutable namespace) \((.*?)\)(?: twice)?")
"""What the reader of TOML says in the notation of Python."""
_WORDS: Final = (
    (re.compile(r"Object contains unknown field `(.*)`"), "there is nothing called {0!r}"),
    (re.compile(r"Object missing required field `(.*)`"), "{0} is missing"),
    (re.compile(r"Invalid enum value '(.*)'"), "{0!r} is none of {words}"),
    (re.compile(r"Invalid RFC3339 encoded date()"), "a date such as 2026-12-25 is wanted there"),
    (re.compile(r"Expected `(.*)`, got `(.*)`"), "{0} is wanted there, not {1}"),
)
_TYPES: Final = {
    "str": "text in quotes",
    "int": "a whole number",
    "float": "a number with a point",
    "bool": "true or false",
    "array": "a list",
    "date": "a date such as 2026-12-25",
    "datetime": "a date with a time",
    "object": "a table",
}


def read_setup(file: Path) -> SetupRead:
    """The entries of the file. Raises: BadInput for a file that cannot be read, and naming what is not accepted."""
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError as error:
        raise BadInput(f"{file} cannot be read ({error.strerror or type(error).__name__}).") from error
    if len(content) > LARGEST:
        raise BadInput(f"{file} has more than {LARGEST:,} bytes, which no set-up has.")
    try:
        return setup_in(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadInput(f"{file} is not in UTF-8; save it again in that encoding.") from None


def setup_in(text: str) -> SetupRead:
    """The entries of the text of a file. Raises: BadInput in one sentence naming what is not accepted."""
    try:
        tables = tomllib.loads(text.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        said = _TWICE.sub(_stands_twice, str(error).splitlines()[0] or "too deep")
        said = said.replace("Cannot overwrite a value", "something stands there twice")
        raise BadInput(f"That is no valid TOML: {said[:1].lower()}{said[1:]}.") from error
    found: SetupRead = {}
    for name, table in tables.items():
        if name in ONE:
            found[name] = [_entry(table, ONE[name], name)]
        elif name in MANY:
            if not isinstance(table, list) or len(table) > _MOST:
                raise BadInput(f"{name}: write [[{name}]] above each entry.")
            found[name] = [_entry(each, MANY[name], f"{name}[{place}]") for place, each in enumerate(table, 1)]
        else:
            raise BadInput(f"{name[:40]!r} is no part of a set-up; the parts are {', '.join((*ONE, *MANY))}.")
    return found


def _stands_twice(found: re.Match[str]) -> str:
    names = ".".join(part.strip(" '\"") for part in found[1].split(",") if part.strip())
    return f"[{names}] stands there twice"


def _entry(table: object, shape: type[msgspec.Struct], place: str) -> Values:
    try:
        entry = msgspec.convert(table, shape)
    except msgspec.ValidationError as error:
        raise BadInput(_in_words(str(error), place, shape)) from error
    fields = ((name, getattr(entry, name)) for name in shape.__struct_fields__)
    return {name: value for name, value in fields if value is not msgspec.UNSET}


def _in_words(complaint: str, place: str, shape: type[msgspec.Struct]) -> str:
    """`staff[2].name: text in quotes is wanted there, not a whole number.`."""
    at = _PATH.search(complaint)
    within = "" if at is None else re.sub(r"\[(\d+)\]", lambda found: f"[{int(found[1]) + 1}]", at["path"])
    path = f"{place}.{within}" if within else place
    said = complaint if at is None else complaint[: at.start()]
    for pattern, words in _WORDS:
        if (found := pattern.match(said)) is not None:
            parts = (" or ".join(_TYPES.get(one, one) for one in part.split(" | ")) for part in found.groups())
            said = words.format(*parts, words=_words_of(shape, within))
            break
    return f"{path}: {said}."


def _words_of(shape: type[msgspec.Struct], name: str) -> str:
    """The words that may stand at a key; none at all is one of them where it is."""
    kinds = get_args(get_type_hints(shape).get(name))
    found = next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, StrEnum)), None)
    return "the words that may stand there" if found is None else ", ".join(each.value or "empty" for each in found)
