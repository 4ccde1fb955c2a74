"""Numbers as people type them: which there are in a line, and of which kind each is."""

from __future__ import annotations

import re

from deskui.domain.order import ReferenceKind
from deskui.domain.payment_cards import is_payment_card


def numbers_in(typed: str) -> list[tuple[ReferenceKind, str]]:
    """The numbers in a line, each with its kind: apart by commas, or by blanks where each word is a number."""
    found: list[tuple[ReferenceKind, str]] = []
    for part in re.split(r"[,;]", typed):
        words = part.split()
        if is_payment_card(part.strip()):
            found.append((ReferenceKind.OTHER, part.strip()))  # in one piece, so that it is refused as what it is
        elif len(words) > 1 and all(any(sign.isdigit() for sign in word) for word in words):
            found += [_reference(word) for word in words]
        elif words:
            found += [_reference(" ".join(each)) for each in _by_kind(words)]
    return found


def _by_kind(words: list[str]) -> list[list[str]]:
    """Words in groups that each begin with the name of a kind: `PO 7001 PO 7002` is two."""
    names = {kind.value.casefold() for kind in ReferenceKind}
    groups: list[list[str]] = []
    for word in words:
        if not groups or word.casefold() in names:
            groups.append([])
        groups[-1].append(word)
    return groups


def _reference(part: str) -> tuple[ReferenceKind, str]:
    """A typed number with its kind: named in front (`PO 4471`), or read off the number (`R-88213`)."""
    words = part.split()
    kinds = {kind.value.casefold(): kind for kind in ReferenceKind}
    if len(words) > 1 and words[0].casefold() in kinds:
        kind = kinds[words[0].casefold()]
        return kind, part.strip() if kind is ReferenceKind.PO else " ".join(words[1:])
    number = part.strip()
    start = number[:2].upper()
    if start.startswith("PO"):
        return ReferenceKind.PO, number
    if start.startswith("R") and number[1:].lstrip("-# ").isdigit():
        return ReferenceKind.RECEIPT, number
    return (ReferenceKind.TRACKING if start == "1Z" else ReferenceKind.OTHER), number
