"""An article as customers are given it, as text, on paper and from the receipt printer."""

from __future__ import annotations

import io
import unicodedata
from typing import TYPE_CHECKING, Final

import pytest
from pypdf import PdfReader

from deskui.domain.ids import ArticleId, ArticleVersionId
from deskui.domain.manual.article import Article, ArticleKind, ArticleVersion, Edition, Handed
from deskui.domain.slips.printers import Printer, PrinterKind
from deskui.errors import PrinterTrouble
from deskui.exchange.manual.documents import article_escpos, article_pdf, article_text, print_document
from tests.conftest import NOW
from tests.ui.test_hostile import BIDI, HOSTILE, STEERING

if TYPE_CHECKING:
    from pathlib import Path

TEXT: Final = (
    "The truck costs **$40.00**.\n\n## When\n\n1. late\n2. wrong part\n\n| fee | who |\n|---|---|\n| $40 | any |"
)


def handed(text: str = TEXT, title: str = "Truck rental") -> Handed:
    article = Article(ArticleId(1), ArticleKind.POLICY, title, (), None, 1)
    version = ArticleVersion(
        *(ArticleVersionId(1), ArticleId(1), 1, title, (), text, NOW.date(), None),
        *(True, None, (), "", "Ada", NOW),
    )
    return Handed(Edition(article, version), "Alder & Finch", NOW, "Sunday 22 November 2026, 10:42")


def test_the_text_holds_all_of_it_in_lines_that_fit() -> None:
    text = article_text(handed(), 30)
    assert text.split("\n") == [
        "Truck rental",
        "============",
        "",
        "The truck costs $40.00.",
        "",
        "When",
        "----",
        "",
        "1. late",
        "2. wrong part",
        "",
        "fee | who",
        "$40 | any",
        "",
        "Alder & Finch, Sunday 22",
        "November 2026, 10:42",
        "",
    ]


def test_the_pdf_holds_all_of_it() -> None:
    page = PdfReader(io.BytesIO(article_pdf(handed(), "US"))).pages[0]
    text = page.extract_text()
    for words in ("Truck rental", "$40.00", "When", "1.", "late", "Alder & Finch"):
        assert words in text
    assert float(page.mediabox.height) == 792


def test_the_receipt_printer_prints_it_and_a_printer_that_is_not_there_says_so() -> None:
    assert b"The truck costs $40.00." in article_escpos(handed(), 42)
    with pytest.raises(PrinterTrouble, match="No printer is set"):
        print_document(handed(), Printer())


def test_it_goes_behind_what_is_in_a_file_already(tmp_path: Path) -> None:
    place = tmp_path / "out.bin"
    print_document(handed(), Printer(PrinterKind.FILE, str(place), 42))
    print_document(handed(), Printer(PrinterKind.FILE, str(place), 42))
    assert place.read_bytes().count(b"The truck costs $40.00.") == 2


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_articles_come_out_harmless(kind: str) -> None:
    made = handed(HOSTILE[kind], HOSTILE[kind])
    shown = article_text(made).replace("\n", " ")
    assert not any(unicodedata.category(sign) in STEERING or sign in BIDI for sign in shown)
    assert b"\x1b]" not in article_escpos(made, 42)
    assert article_pdf(made).startswith(b"%PDF")
