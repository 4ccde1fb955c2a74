"""`deskui demo`: the desk on a sample shop."""

from __future__ import annotations

import sys
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deskui.domain.visible import visible
from deskui.errors import Usage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deskui.cli.invocation import Invocation
    from deskui.settings import Settings

    Progress = Callable[[str, int, int], None]


@click.command("demo")
@click.option(
    "--customers",
    type=click.IntRange(0, 5_000_000),
    default=0,
    metavar="N",
    help="Add this many made-up customers, with three orders each on average.",
)
@click.option(
    "--keep",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Keep the sample shop in this new file; without it, it is gone at the end.",
)
@click.pass_obj
def command(invocation: Invocation, customers: int, keep: Path | None) -> int:
    """Open a throw-away sample shop.

    Alder & Finch in Denver: some seventy customers with full histories, and no real person among them.
    """
    from deskui.cli.screen import refuse_unfit_terminal
    from deskui.demo.throw_away import throw_away_folder

    # First of all, so that a mistake in the settings or a terminal that will not do costs no waiting.
    settings = invocation.settings
    refuse_unfit_terminal()
    with throw_away_folder() as folder:
        if keep is None:
            _make(folder / "demo.sqlite3", customers)
            return _open(settings, folder / "demo.sqlite3", folder)
        refuse_existing(keep)
        with _whole_or_not_at_all(keep):
            _make(keep, customers)
        code = _open(settings, keep)
    kept = f"The sample shop is kept in {keep}; deskui --database {_url(keep)} opens it again."
    click.echo(visible(kept), err=True)
    return code


def refuse_existing(file: Path) -> None:
    """Raises: Usage when there is something under that name already."""
    if file.exists() or file.is_symlink():
        raise Usage(f"{file} is there already; name a file that is not.")


def _open(settings: Settings, file: Path, folder: Path | None = None) -> int:
    """Open the desk as the clerk of the stories; half-typed texts go to `folder`, when the shop goes away with it."""
    import msgspec

    from deskui.cli.screen import open_on_screen
    from deskui.demo.staff import ACTING, DESK

    changes = {"desk": DESK, "employee": ACTING}
    if folder is not None:
        changes["drafts"] = str(folder / "drafts")
    return open_on_screen(msgspec.structs.replace(settings, **changes), _url(file))


def _make(file: Path, customers: int) -> None:
    from deskui.demo.shop import make_demo

    now = datetime.now(UTC)
    if not customers:
        make_demo(_url(file), now=now)
        return
    with _progress() as progress:
        make_demo(_url(file), customers, progress, now=now)


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """A bar on stderr, where that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks = {"customers": bar.add_task("Customers", total=None), "index": bar.add_task("Lookup", total=None)}
        yield lambda what, done, total: bar.update(tasks[what], completed=done, total=total)


@contextmanager
def _whole_or_not_at_all(file: Path) -> Iterator[None]:
    """Leave no half-made file behind when making it is interrupted."""
    try:
        yield
    except BaseException:
        for leftover in ("", "-wal", "-shm", ".lock"):
            with suppress(OSError):
                file.with_name(file.name + leftover).unlink()
        raise


def _url(file: Path) -> str:
    from deskui.settings import sqlite_url

    return sqlite_url(file)
