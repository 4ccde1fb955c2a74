"""A slip on its way out: it is kept first, then printed or saved off the event loop, then told what became of it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from uuid import uuid4

from deskui.domain.ids import SlipId
from deskui.domain.slips.kept import FILE
from deskui.errors import DeskError
from deskui.exchange.saved_files import save_new
from deskui.ui.lines import Role

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deskui.desk.desk import Desk
    from deskui.domain.benefits.slip import BenefitSlip
    from deskui.domain.done import Done
    from deskui.domain.ids import CaseId
    from deskui.domain.slips.content import SlipContent
    from deskui.domain.slips.printers import Printer
    from deskui.ui.shell import Shell

    Printed = SlipContent | BenefitSlip


class Keeper(Protocol):
    """Where slips of a kind are kept, and what became of each."""

    @property
    def shown_by(self) -> str:
        """The command that shows one again."""

    def keep(self, desk: Desk, key: str) -> Done:
        """Keep this slip; the subject is its id."""

    def printed(self, desk: Desk, slip: int, place: str, key: str) -> Done:
        """It came out there."""

    def failed(self, desk: Desk, slip: int, place: str, failure: str, key: str) -> Done:
        """It did not."""


@dataclass(frozen=True, slots=True)
class OfCase:
    """The slips of a case."""

    case_id: CaseId
    content: SlipContent
    shown_by: str = "slip"

    def keep(self, desk: Desk, key: str) -> Done:
        """Keep this slip."""
        return desk.slips.keep(self.case_id, self.content, key)

    def printed(self, desk: Desk, slip: int, place: str, key: str) -> Done:
        """It came out there."""
        return desk.slips.printed(SlipId(slip), place, key)

    def failed(self, desk: Desk, slip: int, place: str, failure: str, key: str) -> Done:
        """It did not."""
        return desk.slips.failed(SlipId(slip), place, failure, key)


@dataclass(frozen=True, slots=True)
class Way:
    """A way out: where to in words, what is done, which returns where it came out, and what is said then."""

    to: str
    send: Callable[[Printed], str]
    said: str
    meanwhile: str = ""


def to_printer(printer: Printer) -> Way:
    """To the printer of this desk."""

    def send(content: Printed) -> str:
        from deskui.exchange.slips.delivery import deliver

        deliver(content, printer)
        return printer.words

    return Way(printer.words if printer.is_set else "", send, "Printed on", "Printing …")


def as_pdf(folder: Path) -> Way:
    """To a new PDF in that folder."""

    def send(content: Printed) -> str:
        from deskui.exchange.slips.pdf import slip_pdf

        return f"{FILE}{save_new(folder, content.file_name, '.pdf', slip_pdf(content))}"

    return Way(f"{FILE}{folder}", send, "Slip saved as")


def as_text(folder: Path) -> Way:
    """To a new text file in that folder."""

    def send(content: Printed) -> str:
        from deskui.exchange.slips.text import slip_text

        return f"{FILE}{save_new(folder, content.file_name, '.txt', slip_text(content).encode())}"

    return Way(f"{FILE}{folder}", send, "Slip saved as")


class Sending:
    """One slip and its way; whoever shows it may be gone by the time it has come out."""

    def __init__(
        self,
        app: Shell,
        keeper: Keeper,
        content: Printed,
        slip_id: int | None,
        kept: Callable[[int], None],
    ) -> None:
        self._app, self._keeper, self._content = app, keeper, content
        self._slip_id, self._kept = slip_id, kept
        self.is_under_way = False
        """Whether it has neither come out nor failed yet."""

    def start(self, way: Way) -> None:
        """Begin; what becomes of it is said in the last line."""
        self.is_under_way = True
        self._app.aside(self._go(way))

    async def _go(self, way: Way) -> None:
        try:
            if way.meanwhile:
                self._app.say(way.meanwhile, Role.QUIET)
            slip_id = await self._keep()
            try:
                place = await asyncio.to_thread(way.send, self._content)
            except DeskError as error:
                sentence = error.sentence
                await self._app.write(lambda desk: self._keeper.failed(desk, slip_id, way.to, sentence, str(uuid4())))
                self._app.say(
                    f"{sentence} The slip is kept; {self._app.key(self._keeper.shown_by)} shows it.", Role.BAD
                )
            else:
                await self._app.write(lambda desk: self._keeper.printed(desk, slip_id, place, str(uuid4())))
                self._app.say(f"{way.said} {place.removeprefix(FILE)}")
        finally:
            self.is_under_way = False

    async def _keep(self) -> int:
        """The slip as it is kept, from now on at the latest."""
        if self._slip_id is None:
            key = str(uuid4())
            done = await self._app.write(lambda desk: self._keeper.keep(desk, key))
            self._slip_id = done.subject
            self._kept(self._slip_id)
        return self._slip_id
