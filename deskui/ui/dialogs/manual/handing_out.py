"""An article on its way to the customer: printed or saved, where they may have it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from deskui.exchange.manual.documents import article_pdf, article_text, print_document
from deskui.exchange.manual.names import file_stem
from deskui.exchange.saved_files import save_new
from deskui.ui.lines import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.domain.ids import ArticleVersionId
    from deskui.domain.manual.article import Handed
    from deskui.ui.shell import Shell


def print_article(app: Shell, version_id: ArticleVersionId) -> None:
    """Print it on the printer of this desk."""
    printer = app.printer

    def send(handed: Handed) -> str:
        print_document(handed, printer)
        return f"Printed on {printer.words}"

    _hand_out(app, version_id, send, "Printing …")


def save_pdf(app: Shell, version_id: ArticleVersionId) -> None:
    """Save it as a PDF."""
    folder, region = app.files, app.scene().region

    def send(handed: Handed) -> str:
        return _said(save_new(folder, file_stem(handed.edition.title), ".pdf", article_pdf(handed, region)))

    _hand_out(app, version_id, send)


def save_text(app: Shell, version_id: ArticleVersionId) -> None:
    """Save it as text."""
    folder = app.files

    def send(handed: Handed) -> str:
        return _said(save_new(folder, file_stem(handed.edition.title), ".txt", article_text(handed).encode()))

    _hand_out(app, version_id, send)


def _said(place: object) -> str:
    return f"Article saved as {place}"


def _hand_out(app: Shell, version_id: ArticleVersionId, send: Callable[[Handed], str], meanwhile: str = "") -> None:
    """Ask whether they may have it, send it off the event loop, and say where it went."""

    async def go() -> None:
        handed = await app.counter.answer(lambda desk: desk.manual.handed(version_id))
        if meanwhile:
            app.say(meanwhile, Role.QUIET)
        app.say(await asyncio.to_thread(send, handed))

    app.aside(go())
