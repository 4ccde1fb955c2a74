"""Names of every alphabet as plain letters, so that what is typed and what is kept can be compared."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_APOSTROPHES: Final = re.compile("['`\u2018\u2019\u02bc\u00b4]")
_BETWEEN: Final = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """The words of the text in [a-z0-9], joined by one blank: "Łukasz O’Brien" is "lukasz obrien".

    Composed and decomposed forms fold alike, apostrophes vanish, and folding twice changes nothing.
    """
    plain = text if text.isascii() else _to_ascii(text)
    return _BETWEEN.sub(" ", _APOSTROPHES.sub("", plain.lower())).strip()


def words(text: str) -> list[str]:
    """The folded words of the text, in their order."""
    return fold(text).split()


def _to_ascii(text: str) -> str:
    from anyascii import anyascii

    return anyascii(_APOSTROPHES.sub("", unicodedata.normalize("NFKC", text)))


def topic_key(topic: str) -> str:
    """The topic of what is told as topics are compared; one without letters or digits is compared as it is."""
    return fold(topic) or topic
