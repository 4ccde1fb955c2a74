"""Words beside a due time that change what it means, and what to write instead of them."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Final

from deskui.domain.due_time.names import DAY_WORDS, MONTH_NAMES

_OTHER_LANGUAGES: Final = {
    **dict.fromkeys(("heute", "hoy", "oggi", "vandaag", "aujourd'hui"), "today"),
    **dict.fromkeys(("morgen", "mañana", "manana", "demain", "domani"), "tomorrow"),
    **dict.fromkeys(("übermorgen", "uebermorgen"), "in 2 days"),
    **dict.fromkeys(("mittag", "mittags", "midi", "mediodía"), "noon"),
    **dict.fromkeys(("uhr", "heures", "h", "horas"), "17:00"),
    **dict.fromkeys(("montag", "mo", "lunes", "lundi", "maandag"), "mon"),
    **dict.fromkeys(("dienstag", "di", "martes", "mardi", "dinsdag"), "tue"),
    **dict.fromkeys(("mittwoch", "mi", "miércoles", "mercredi", "woensdag"), "wed"),
    **dict.fromkeys(("donnerstag", "do", "jueves", "jeudi", "donderdag"), "thu"),
    **dict.fromkeys(("freitag", "fr", "viernes", "vendredi", "vrijdag"), "fri"),
    **dict.fromkeys(("samstag", "sonnabend", "sa", "sábado", "samedi", "zaterdag"), "sat"),
    **dict.fromkeys(("sonntag", "so", "domingo", "dimanche", "zondag"), "sun"),
    **dict.fromkeys(("januar", "jän", "jänner", "enero", "janvier"), "30 jan"),
    **dict.fromkeys(("februar", "feber", "febrero", "février"), "20 feb"),
    **dict.fromkeys(("mär", "mrz", "märz", "marzo", "mars"), "30 mar"),
    **dict.fromkeys(("abril", "avril", "abr", "avr"), "30 apr"),
    **dict.fromkeys(("mai", "mayo"), "30 may"),
    **dict.fromkeys(("juni", "junio", "juin"), "30 jun"),
    **dict.fromkeys(("juli", "julio", "juillet"), "30 jul"),
    **dict.fromkeys(("agosto", "août"), "30 aug"),
    **dict.fromkeys(("septiembre", "septembre"), "30 sep"),
    **dict.fromkeys(("okt", "oktober", "octubre", "octobre"), "30 oct"),
    **dict.fromkeys(("noviembre", "novembre"), "30 nov"),
    **dict.fromkeys(("dez", "dezember", "dic", "diciembre", "décembre"), "30 dec"),
}
_NUMBERS: Final = "one two three four five six seven eight nine ten eleven twelve".split()
_CHANGE_THE_MEANING: Final = frozenset(
    """or and & / - – — ~ < > + vs either not except unless if then from after before until till til to of within in
    about around approx approximately circa ca roughly between every each this last past next since than half quarter
    beginning start end early late later latest mid sharp o'clock oclock ish ago minus plus week weeks month months
    year years day days hour hours hrs hr min mins minute minutes am pm a.m a.m. p.m p.m. morning afternoon evening
    night tonight lunch lunchtime weekend eow eom midday business working workdays utc gmt est edt cst cdt mst mdt pst
    pdt et mt pt cet cest bst on at by tmrw tmr 2moro tonite now asap fortnight xmas christmas eve easter holiday
    thing time cob close closing opening dia tag tage tagen stunden woche wochen vor nach bis ab um""".split()
).union(_NUMBERS, MONTH_NAMES)
_JOINING: Final = frozenset("or and & / - – — + vs either not except unless if to of every each between than".split())
"""Words that change what a time means, and say nothing of a time where there is none."""
_VAGUE: Final = frozenset("soon sooner soonest shortly later once immediately directly presently".split())
"""Words that mean a time and name none."""
_NUMBERS_OF: Final = frozenset(
    """order orders case po receipt no nr number claim serial tracking coupon invoice ext extension room ticket bay
    aisle sku rma part reference ref""".split()
)
_MAY_BE_TIME: Final = re.compile(
    r"[0-9]{1,2}(?:[^0-9].*)?|(?:[01]?[0-9]|2[0-3])[0-5][0-9]|20[0-9]{2}|[0-9]{4}[-./:].*", re.DOTALL
)
_SHAPES: Final = tuple(
    (re.compile(pattern), advice)
    for pattern, advice in (
        ("([01]?[0-9]|2[0-3])[.h]?([0-5][0-9])h?", r"if a time is meant write \1:\2"),
        ("([01]?[0-9]|2[0-3])h", r"write \1:00"),
        ("([0-9]{4})[./]([0-9]{1,2})[./]([0-9]{1,2})", r"write \1-\2-\3"),
        ("[0-9]{1,4}[-./][0-9]{1,2}([-./][0-9]{1,4})?", "write dates as 30 nov or 2026-11-30"),
        ("([0-9]{1,2})(st|nd|rd|th)", r"write \1 and the month, such as \1 nov"),
        ("am|a[.]m", "write morning, or the hour as 9am"),
        ("pm|p[.]m", "write afternoon, or the hour as 3pm"),
        ("midday", "write noon"),
        ("or|and|either|&|/|then", "say one time"),
        ("before|until|till|til", "write by, with a day and a time"),
        ("from|after|weeks?|months?|this|last|past", "write the date itself, such as 30 nov"),
        ("morning|afternoon|evening", r"write this \g<0> or fri \g<0>"),
        ("night|tonite", "write tonight, or the evening of a day: fri evening"),
        ("early|late|lunch|thing", "write the hour or hours: fri 9-12"),
        ("tmrw|tmr|2moro", "write tomorrow"),
        ("business|working", "name the day: thu or in 2 days"),
        ("sharp|ish|about|around|approx|approximately|circa|ca|roughly|latest|later", r"leave '\g<0>' out"),
    )
)
_QUOTES: Final = ('"', "'", "“", "„", "«", "‘")
_NOT_LETTERS: Final = re.compile(r"[^a-z]+")
_LONG_WORD: Final = 5
_LONG_DAY_WORDS: Final = sorted(word for word in DAY_WORDS - {"yesterday"} if len(word) >= _LONG_WORD)
_CLOSE: Final = 0.8
_OPENING_SIGNS: Final = "(~<>=+-≤≥±"
_NEXT: Final = "next"
_NOT_NEXT: Final = frozenset("text nest neat newt ext nexus".split())
"""Words of their own that differ from `next` by no more than a slip of the finger."""
_COMING: Final = frozenset("this coming upcoming".split())


def changes_the_meaning(word: str, before: str) -> bool:
    """Whether a word beside a due time may belong to it; `before` is the word before that one.

    A number that an hour, a date or a year may look like does, unless its own name stands before it: `order 1043`.
    """
    bare = word.lstrip(_OPENING_SIGNS)
    if word in _CHANGE_THE_MEANING or word in _OTHER_LANGUAGES or (word and not bare) or _names_a_day(word):
        return True
    return _MAY_BE_TIME.fullmatch(bare) is not None and before not in _NUMBERS_OF


def may_say_when(word: str, before: str) -> bool:
    """Whether a word of a line without a due time may be meant as one, so that none may be assumed instead."""
    return word in _VAGUE or (word not in _JOINING and changes_the_meaning(word, before))


def beside_a_day(word: str, day: str) -> str | None:
    """What to write where the word directly before a day says which one, or is a misspelt `next`; else None."""
    if word in _COMING:
        return f"write {day} alone for the coming one"
    return f"write next {day}, or {day} for the coming one" if _is_meant_as_next(word) else None


def _is_meant_as_next(word: str) -> bool:
    """One slip away from `next`, or two where its first letter and its x are there; no other word, no `next`."""
    if not word.isalpha() or word in _NOT_NEXT or word == _NEXT:
        return False
    slips = _slips(word, _NEXT)
    return slips == 1 or (slips == 2 and word.startswith("n") and "x" in word)


def _slips(word: str, other: str) -> int:
    """How many letters are wrong, missing or too many; two that changed places are one slip."""
    if not word or not other:
        return len(word) + len(other)
    if abs(len(word) - len(other)) > 2:
        return abs(len(word) - len(other))
    if word[0] == other[0]:
        return _slips(word[1:], other[1:])
    fewest = min(_slips(word[1:], other[1:]), _slips(word[1:], other), _slips(word, other[1:]))
    if word[:2] == other[1::-1]:
        fewest = min(fewest, _slips(word[2:], other[2:]))
    return fewest + 1


def _names_a_day(word: str) -> bool:
    """Whether a day is named within the word or misspelt (`mon-fri`, `tomorow`); never in quotes."""
    if word[:1] in _QUOTES:
        return False
    if not DAY_WORDS.isdisjoint(_NOT_LETTERS.split(word)):
        return True
    return len(word) >= _LONG_WORD and bool(get_close_matches(word, _LONG_DAY_WORDS, 1, _CLOSE))


def hint(word: str) -> str | None:
    """What to write in place of a word that is not understood; None when there is nothing to say about that word."""
    bare = word.strip(_OPENING_SIGNS + ".")
    if bare in _NUMBERS:
        return f"write {_NUMBERS.index(bare) + 1}"
    if (english := _OTHER_LANGUAGES.get(word) or _OTHER_LANGUAGES.get(bare)) is not None:
        return f"write {english}"
    for pattern, advice in _SHAPES:
        if (found := pattern.fullmatch(bare)) is not None:
            return found.expand(advice)
    if word[:1] in _QUOTES or word in DAY_WORDS:
        return None
    if meant := get_close_matches(word, _LONG_DAY_WORDS, 1, _CLOSE):
        return f"write {meant[0]}"
    return None
