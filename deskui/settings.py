"""What the user may set: flags over environment over a TOML file, which the program never writes."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec
from platformdirs import user_config_path, user_data_path, user_downloads_path

from deskui.commands.own_keys import check_overrides
from deskui.domain.slips.printers import Printer, PrinterKind, check_printer
from deskui.errors import BadInput, Usage

if TYPE_CHECKING:
    from collections.abc import Mapping

FASTEST: Final = 1000
"""The most frames per second that may be asked for."""

LONGEST_WAIT: Final = 1440
"""The most minutes after which the desk may be locked."""


class PrinterSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table [printer]: where slips are printed, see `domain.slips.printers`."""

    kind: str = ""
    """network, usb, serial, file or system; empty: there is none."""
    to: str = ""
    """Its address, in the form of its kind."""
    columns: int = 42
    """How many letters a line of a receipt holds."""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that may be set; the names are those of the TOML file."""

    database: str = ""
    """Address of the database, such as sqlite:///path/to/file (DESKUI_DATABASE); empty: the default place."""
    desk: str = ""
    """Name of this desk, shown in the header and written into the journal (DESKUI_DESK); empty: as it was called here
    before, else the next `Desk N` that no other machine goes by."""
    employee: str = ""
    """Name of who is acting when the desk opens (DESKUI_EMPLOYEE); empty: whoever the shop was set up by."""
    theme: str = ""
    """Name of the colours (DESKUI_THEME); empty: the theme last chosen in the program."""
    keys: dict[str, str | list[str]] = {}
    """Command to key or keys, where they differ from the registry's (`deskui keys` prints both names)."""
    drafts: str = ""
    """Folder of half-typed texts (DESKUI_DRAFTS); empty: the default place."""
    files: str = ""
    """Folder in which slips and stories are saved (DESKUI_FILES); empty: the downloads, else the home folder."""
    printer: PrinterSettings = PrinterSettings()
    """The printer of this desk."""
    lock_after: int = 5
    """Minutes without a key after which the desk locks itself, where PINs are used; 0: never."""
    frames_per_second: int = 250
    """How often the screen may be painted, 1 to 1000 (DESKUI_FRAMES_PER_SECOND)."""

    @property
    def database_url(self) -> str:
        """The address of the database, with the default place filled in."""
        return self.database or sqlite_url(user_data_path("deskui", appauthor=False) / "deskui.sqlite3")

    @property
    def drafts_folder(self) -> Path:
        """The folder of half-typed texts, with the default place filled in."""
        if self.drafts:
            return Path(self.drafts).expanduser()
        return user_data_path("deskui", appauthor=False) / "drafts"

    @property
    def files_folder(self) -> Path:
        """The folder of saved slips and stories, with the default place filled in."""
        if self.files:
            return Path(self.files).expanduser()
        downloads = user_downloads_path()
        return downloads if downloads.is_dir() else Path.home()

    @property
    def desk_printer(self) -> Printer:
        """The printer of this desk. Raises: BadInput in a clause naming what makes no sense."""
        kinds = ", ".join(filter(None, PrinterKind))
        if self.printer.kind not in set(PrinterKind):
            raise BadInput(f"kind must be one of {kinds}, not {self.printer.kind!r}", "kind")
        printer = Printer(PrinterKind(self.printer.kind), self.printer.to, self.printer.columns)
        check_printer(printer)
        return printer

    @property
    def key_overrides(self) -> dict[str, str]:
        """Command to its keys, separated by commas."""
        return {command: keys if isinstance(keys, str) else ",".join(keys) for command, keys in self.keys.items()}


def sqlite_url(path: Path) -> str:
    """The address of a SQLite file; a percent sign is quoted, since addresses are unquoted when read."""
    return "sqlite:///" + path.as_posix().replace("%", "%25")


def default_file() -> Path:
    """Where the settings are looked for when no file is named."""
    return user_config_path("deskui", appauthor=False) / "config.toml"


def read_settings(
    file: Path | None = None, database: str | None = None, environment: Mapping[str, str] | None = None
) -> Settings:
    """The settings in force: `file` (or the default one, which may be missing), environment, then flags.

    Raises: Usage in one sentence naming file and key, or the variable, that is not accepted.
    """
    place = file or default_file()
    found = _decoded(_from_toml(place, must_exist=file is not None), str(place))
    found = _decoded(msgspec.to_builtins(found) | _from_environment(environment), "The environment")
    return msgspec.structs.replace(found, database=database) if database else found


def _from_toml(path: Path, *, must_exist: bool) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError) as error:
        if not must_exist:
            return {}
        raise Usage(f"The settings file {path} does not exist; name another with --config.") from error
    except OSError as error:
        reason = "it is a folder" if path.is_dir() else error.strerror or "no reason given"
        raise Usage(f"The settings file {path} cannot be read: {reason}.") from error
    except UnicodeDecodeError as error:
        raise Usage(f"The settings file {path} is not UTF-8 text; save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise Usage(f"The settings file {path} is not valid TOML: {_first_line(error)}.") from error


def _from_environment(environment: Mapping[str, str] | None) -> dict[str, Any]:
    given = os.environ if environment is None else environment
    values: dict[str, Any] = {}
    for name in ("database", "desk", "employee", "theme", "drafts", "files"):
        if value := given.get(f"DESKUI_{name.upper()}"):
            values[name] = value
    if frames := given.get("DESKUI_FRAMES_PER_SECOND"):
        if not re.fullmatch("[0-9]{1,6}", frames):
            raise Usage("DESKUI_FRAMES_PER_SECOND is not a whole number; unset it or give one.")
        values["frames_per_second"] = int(frames)
    return values


def _decoded(values: dict[str, Any], place: str) -> Settings:
    try:
        found = msgspec.convert(values, Settings)
    except msgspec.ValidationError as error:
        raise Usage(f"{place}: {_in_words(str(error))}.") from error
    if not 1 <= found.frames_per_second <= FASTEST:
        raise Usage(f"{place}: frames_per_second must be between 1 and {FASTEST}, not {found.frames_per_second}.")
    if not 0 <= found.lock_after <= LONGEST_WAIT:
        raise Usage(f"{place}: lock_after must be between 0 and {LONGEST_WAIT} minutes, not {found.lock_after}.")
    try:
        found.desk_printer  # noqa: B018
    except BadInput as error:
        raise Usage(f"{place}: [printer] {error.sentence}.") from error
    check_overrides(found.key_overrides, place)
    return found


_UNKNOWN: Final = re.compile(r"Object contains unknown field `(?P<key>[^`]*)`(?: - at `\$\.(?P<table>.*)`)?")
_WRONG: Final = re.compile(r"Expected `(?P<wanted>[^`]*)`, got `(?P<got>[^`]*)`(?: - at `\$\.?(?P<key>.*)`)?")
_KINDS: Final = {
    "str": "text in quotes",
    "int": "a whole number",
    "float": "a number with a point",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
    "str | array": "text in quotes or a list of them",
}


def _in_words(complaint: str) -> str:
    """A decoder's complaint in words: it names the key and, for a wrong type, what is wanted instead."""
    if unknown := _UNKNOWN.match(complaint):
        table, fields = unknown["table"], Settings.__struct_fields__
        if table:
            known = ", ".join(PrinterSettings.__struct_fields__)
            return f"[{table}] has no setting named {unknown['key']!r}; its settings are {known}"
        return f"there is no setting named {unknown['key']!r}; the settings are {', '.join(fields)}"
    if wrong := _WRONG.match(complaint):
        wanted, got = (_KINDS.get(wrong[part], wrong[part]) for part in ("wanted", "got"))
        return f"{(wrong['key'] or 'the file').replace('[...]', '')} must be {wanted}, not {got}"
    return complaint


def _first_line(error: Exception) -> str:
    said = str(error).splitlines()[0]
    return said[:1].lower() + said[1:]
