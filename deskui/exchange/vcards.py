"""Customers from vCards 2.1, 3.0 and 4.0, one card at a time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from deskui.domain.customer import ContactKind
from deskui.domain.importing.incoming import IncomingCustomer, Refused
from deskui.errors import BadInput
from deskui.exchange.cells import tidy
from deskui.exchange.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deskui.exchange.locale_rules import LocaleRules
    from deskui.exchange.source_file import Line

SOURCE: Final = "vcard"
LONGEST_CARD: Final = 200_000
"""Characters of one card without its pictures."""

_BEGIN: Final = re.compile(r"\ufeff?BEGIN:VCARD\s*$", re.IGNORECASE)
_END: Final = re.compile(r"END:VCARD\s*$", re.IGNORECASE)
_PICTURE: Final = re.compile(r"(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|THUMBNAIL)[;:]", re.IGNORECASE)
_PROPERTY: Final = re.compile(r"(?:[\w-]+\.)?[A-Za-z][\w-]*[;:]")
_PLAIN_TEXT: Final = {"FN": "name", "NICKNAME": "preferred_name", "NOTE": "note", "URL": "link", "EMAIL": "email"}
_SILENT: Final = frozenset({"VERSION", "PRODID", "REV", "N", "BDAY", "TEL", "ADR", "ORG", "UID", "X-ABLABEL", "KIND"})


def begins_card(line: str) -> bool:
    """Whether a line begins a vCard."""
    return _BEGIN.match(line) is not None


def read(lines: Iterator[Line], rules: LocaleRules) -> Iterator[IncomingCustomer | Refused]:
    """A record for every card, or why it is refused."""
    for start, text in _cards(lines):
        if not text:
            yield Refused(start, "the card has no end, or is far too long")
            continue
        try:
            yield _customer(text, start, rules)
        except BadInput as refusal:
            yield Refused.because(refusal, start, ((text,),))


def _cards(lines: Iterator[Line]) -> Iterator[tuple[int, str]]:
    """(first line, text) of each card, pictures left out; no text when it does not end."""
    card: list[str] | None = None
    start = size = 0
    skipping = False
    for number, raw in lines:
        line = raw or ""
        if begins_card(line):
            if card is not None:
                yield start, ""
            card, start, size, skipping = [line], number, 0, False
        elif card is not None:
            skipping = bool(_PICTURE.match(line)) or (skipping and _continues(line))
            if _END.match(line):
                yield start, "".join([*card, line]) if size <= LONGEST_CARD and raw is not None else ""
                card = None
            elif not skipping:
                size += len(line) if raw is not None else LONGEST_CARD + 1
                if size <= LONGEST_CARD:
                    card.append(line)
    if card is not None:
        yield start, ""


def _continues(line: str) -> bool:
    """Whether a line goes on with the picture before it: folded by a blank, or bare base64 as 2.1 writes it."""
    return line[:1] in " \t\r\n" or not _PROPERTY.match(line)


def _customer(text: str, start: int, rules: LocaleRules) -> IncomingCustomer:
    card = _parsed(text)
    if any(line.name == "KIND" and str(line.value).lower() not in ("individual", "org") for line in card):
        raise BadInput("the card is a group, not a person")
    draft = Draft(SOURCE, rules)
    labels = {line.group: str(line.value) for line in card if line.name == "X-ABLABEL" and line.group}
    for line in card:
        try:
            _take(draft, line, labels.get(line.group, ""))
        except (AttributeError, TypeError) as error:  # vobject gives odd shapes for odd properties
            raise BadInput(f"{line.name} cannot be read") from error
    return draft.finish(start, (text,))


def _parsed(text: str) -> list[Any]:
    import vobject

    try:
        card = vobject.readOne(text, allowQP=True)
        return list(card.getChildren()) if card is not None else []
    except Exception as error:  # the parser raises whatever its parts do on broken cards
        reason = " ".join(str(error).split())[:100]
        raise BadInput(f"the card cannot be read: {reason or type(error).__name__}") from error


def _take(draft: Draft, line: Any, label: str) -> None:
    """One property of a card; what has no place of its own is kept as a custom field."""
    name = str(line.name)
    if name in ("N", "ADR"):
        _take_structured(draft, line, label)
        return
    value = tidy(_text(line.value))
    if not value:
        return
    if name == "TEL":
        number = re.sub(r"^tel:", "", value, flags=re.IGNORECASE).partition(";")[0]
        draft.add_point(ContactKind.PHONE, number, _plain_label(label) or _kind_of_phone(line))
    elif name == "ORG":
        draft.add("company", name, tidy(_text(line.value[0] if isinstance(line.value, list) else line.value)))
    elif name == "UID":
        draft.add("id", name, value[:200])
    elif name == "BDAY":
        draft.add("birthday", name, value.partition("T")[0])
    elif name in _PLAIN_TEXT:
        draft.add(_PLAIN_TEXT[name], name, value)
    elif name not in _SILENT:
        draft.keep({"CATEGORIES": "Tags"}.get(name, name.capitalize()), value)


def _take_structured(draft: Draft, line: Any, label: str) -> None:
    value = line.value
    if line.name == "N":
        for field, part in (("given_name", value.given), ("family_name", value.family)):
            if text := tidy(_text(part)):
                draft.add(field, "N", text)
        return
    parts = (value.street, value.extended, value.box, value.city, value.region, value.code, value.country)
    if address := ", ".join(filter(None, (tidy(_text(part)) for part in parts))):
        draft.add_point(ContactKind.ADDRESS, address, _plain_label(label) or ", ".join(_types(line))[:100])


def _text(value: Any) -> str:
    return ", ".join(map(_text, value)) if isinstance(value, list | tuple) else str(value)


def _types(line: Any) -> list[str]:
    named = [part for value in line.params.get("TYPE", []) for part in value.split(",")]
    return [kind.strip('" ').lower() for kind in (*named, *line.singletonparams)]


def _kind_of_phone(line: Any) -> str:
    kinds = _types(line)
    return next((kind for kind in ("mobile", "cell", "work", "home", "fax") if kind in kinds), "").replace(
        "cell", "mobile"
    )


def _plain_label(label: str) -> str:
    """Apple writes its own labels as `_$!<Mobile>!$_`."""
    return re.sub(r"^_\$!<(.*)>!\$_$", r"\1", label).lower()[:100]
