"""Reading back what was printed: the text and the code in what a receipt printer was sent, the text of a PDF."""

from __future__ import annotations

import io
from functools import cache
from typing import Any, Final, NamedTuple

ESC, GS = 0x1B, 0x1D
_ARGUMENTS: Final = {
    (ESC, "@"): 0, (ESC, "!"): 1, (ESC, "E"): 1, (ESC, "a"): 1, (ESC, "d"): 1,
    (GS, "h"): 1, (GS, "w"): 1, (GS, "f"): 1, (GS, "H"): 1, (GS, "V"): 1,
}  # fmt: skip
"""How many bytes follow each command that changes no text."""


class Receipt(NamedTuple):
    """What stands on the paper: its lines, and what the Code 128 holds."""

    text: str
    code: str

    @property
    def words(self) -> str:
        """The text without its line breaks."""
        return " ".join(self.text.split())


@cache
def _encodings() -> dict[int, str]:
    from escpos.capabilities import get_profile
    from escpos.codepages import CodePages

    pages = get_profile("default").get_code_pages()
    known = ((number, CodePages.get_encoding(name)) for name, number in pages.items())
    return {int(number): page["python_encode"] for number, page in known if "python_encode" in page}


def printed(sent: bytes) -> Receipt:
    """What a printer makes of it; an unknown command fails."""
    text, code, encoding, at = "", "", "cp437", 0
    while at < len(sent):
        if sent[at] not in (ESC, GS):
            text += sent[at : at + 1].decode(encoding)
            at += 1
            continue
        command = (sent[at], chr(sent[at + 1]))
        if command == (ESC, "t"):
            encoding, at = _encodings()[sent[at + 2]], at + 3
        elif command == (GS, "k"):
            assert sent[at + 2] == 73, "Code 128"
            length = sent[at + 3]
            held, at = sent[at + 4 : at + 4 + length], at + 4 + length
            assert held.startswith(b"{B"), "its set B"
            code = held[2:].decode("ascii")
        else:
            at += 2 + _ARGUMENTS[command]
    return Receipt(text, code)


def pdf_text(document: bytes) -> str:
    """The text of a PDF, page after page, without its line breaks."""
    import pypdf

    pages: Any = pypdf.PdfReader(io.BytesIO(document)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)
