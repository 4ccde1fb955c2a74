"""Words that have no place in what is kept about a customer, or want a second look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

STARTING_LIST: Final = """\
cancer, chemo, chemotherapy, diabetes, diabetic, hiv, aids, epilepsy, stroke, dementia, alzheimer, depression
depressed, bipolar, schizophrenia, autistic, anxiety, suicide, suicidal, pregnant, pregnancy, miscarriage
disabled, disability, wheelchair, mental health, mentally ill, addict, alcoholic, drunk, rehab, drugs, surgery
hospital, muslim, islam, jewish, jew, christian, catholic, mormon, hindu, buddhist, atheist, jehovah, mosque
synagogue, black guy, white guy, asian, hispanic, latino, latina, arab, african, mexican, gypsy, immigrant
illegal alien, refugee, foreigner, republican, democrat, trump, communist, socialist, left wing, right wing
union member, voted, gay, lesbian, homosexual, bisexual, transgender, transsexual, queer, sex life
sexual orientation, affair, divorce, divorced, custody, bankrupt, bankruptcy, debt, debts, foreclosure, eviction
evicted, unemployed, laid off, food stamps, welfare, credit card number, social security, ssn, password
pin code, prison, jail, convict, criminal, thief, stole, arrested, idiot, stupid, moron, crazy, insane, psycho
bitch, asshole, bastard, jerk, liar, scum, ugly, fat, smelly, stinks, old hag, karen, retard, retarded
cheapskate, deadbeat, gold digger
"""
"""Health, faith, origin, politics, love, money and insults: what a shop begins with."""


def phrases(listed: str) -> tuple[str, ...]:
    """The words and phrases of a list as it is kept, with commas or line ends between, each once."""
    parts = (each.strip() for line in listed.splitlines() for each in line.split(","))
    return tuple(dict.fromkeys(each for each in parts if each))


def found_in(folded: str, wanted: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Which of these (folded, as listed) stand in a folded text as whole words."""
    padded = f" {folded} "
    return tuple(shown for each, shown in wanted if each and f" {each} " in padded)
