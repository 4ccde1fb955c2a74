"""A slip on its way out: it is kept first, then printed or saved off the event loop, then told what became of it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from deskui.domain.ids import SlipId
from deskui.domain.slips.kept import FILE
from deskui.errors import DeskError
from deskui.exchange.saved_files import save_new
from deskui.ui.lines import Role

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deskui.domain.ids import CaseId
    from deskui.domain.slips.content import SlipContent
    from deskui.domain.slips.printers import Printer
    from deskui.ui.shell import Shell


@dataclass(frozen=True, slots=True)
class Way:
    """A way out: where to in words, what is done, which returns where it came out, and what is said then."""

    to: str
    send: Callable[[SlipContent], str]
    said: str
    meanwhile: str = ""


def to_printer(printer: Printer) -> Way:
    """To the printer of this desk."""

    def send(content: SlipContent) -> str:
        from deskui.exchange.slips.delivery import deliver

        deliver(content, printer)
        return printer.words

    return Way(printer.words if printer.is_set else "", send, "Printed on", "Printing …")


def as_pdf(folder: Path) -> Way:
    """To a new PDF in that folder."""

    def send(content: SlipContent) -> str:
        from deskui.exchange.slips.pdf import slip_pdf

        return f"{FILE}{save_new(folder, f'slip-{content.case_number}', '.pdf', slip_pdf(content))}"

    return Way(f"{FILE}{folder}", send, "Slip saved as")


def as_text(folder: Path) -> Way:
    """To a new text file in that folder."""

    def send(content: SlipContent) -> str:
        from deskui.exchange.slips.text import slip_text

        return f"{FILE}{save_new(folder, f'slip-{content.case_number}', '.txt', slip_text(content).encode())}"

    return Way(f"{FILE}{folder}", send, "Slip saved as")


class Sending:
    """One slip and its way; whoever shows it may be gone by the time it has come out."""

    def __init__(
        self,
        app: Shell,
        case_id: CaseId,
        content: SlipContent,
        slip_id: SlipId | None,
        kept: Callable[[SlipId], None],
    ) -> None:
        self._app, self._case_id, self._content = app, case_id, content
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
                await self._app.write(lambda desk: desk.slips.failed(slip_id, way.to, sentence, str(uuid4())))
                self._app.say(f"{sentence} The slip is kept; {self._app.key('slip')} shows it.", Role.BAD)
            else:
                await self._app.write(lambda desk: desk.slips.printed(slip_id, place, str(uuid4())))
                self._app.say(f"{way.said} {place.removeprefix(FILE)}")
        finally:
            self.is_under_way = False

    async def _keep(self) -> SlipId:
        """The slip as it is kept, from now on at the latest."""
        if self._slip_id is None:
            key = str(uuid4())
            done = await self._app.write(lambda desk: desk.slips.keep(self._case_id, self._content, key))
            self._slip_id = SlipId(done.subject)
            self._kept(self._slip_id)
        return self._slip_id
