"""The parts of a set-up that are there once: the shop, its hours, its kinds of case and promise, its review."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.zones import zone_typed
from deskui.domain.kinds import KindOf, kind_typed
from deskui.domain.review.words import phrases
from deskui.domain.shop import ShopTyped, checked_shop
from deskui.domain.typed import RulesTyped
from deskui.domain.working_hours.typed import EXAMPLES, week_typed
from deskui.domain.working_hours.words import hours_words
from deskui.errors import BadInput
from deskui.exchange.setup.nights import told_of_nights
from deskui.exchange.setup.part import Kept, Part

if TYPE_CHECKING:
    from deskui.desk.desk import Desk
    from deskui.domain.working_hours.opening import Week
    from deskui.exchange.setup.part import Values


def shop_typed(values: Values) -> ShopTyped:
    """The shop as the form of the desk would have it typed."""
    return ShopTyped(values["name"], values["time_zone"], values["country"], values["currency"])


def _shop(desk: Desk) -> list[Kept]:
    kept = desk.shop_details.kept()
    said = kept.details
    values = {"name": said.name, "time_zone": said.zone, "country": said.region, "currency": said.currency}
    return [Kept(values, lambda desk, wanted: desk.shop_details.edit(kept.version, shop_typed(wanted)))]


def _plain_shop(desk: Desk, values: Values) -> object:
    return checked_shop(shop_typed(values | {"time_zone": zone_typed(values["time_zone"])}))


def _hours(desk: Desk) -> list[Kept]:
    roster = desk.duty.roster()
    values = {"week": hours_words(roster.hours.week), "holidays": sorted(roster.hours.holidays)}
    return [
        Kept(
            values,
            lambda desk, wanted: desk.duty.set_hours(_week(wanted), wanted["holidays"], version=roster.version),
        )
    ]


def _week(values: Values) -> Week:
    week = week_typed(values["week"])
    if week is None:
        raise BadInput(f"Say when the desk is open, such as {EXAMPLES}.", "Hours")
    return week


def _kinds(desk: Desk) -> list[Kept]:
    listed = desk.kinds.listed()
    cases, promises = ([each.title for each in listed if each.of is of] for of in KindOf)
    return [Kept({"cases": cases, "promises": promises}, _set_kinds)]


def _set_kinds(desk: Desk, wanted: Values) -> None:
    """Have the lists say this and nothing else: kinds are known again by their words."""
    for of, words in ((KindOf.CASE, wanted["cases"]), (KindOf.PROMISE, wanted["promises"])):
        titles = {each.casefold(): each for each in map(kind_typed, words)}
        kept = {each.title.casefold(): each for each in desk.kinds.listed() if each.of is of}
        for plain in kept.keys() - titles.keys():
            desk.kinds.retire(kept[plain].id, kept[plain].version)
        for plain, title in titles.items():
            if plain not in kept:
                desk.kinds.add(of, title)
            elif kept[plain].title != title:
                desk.kinds.rename(kept[plain].id, kept[plain].version, title)


def _review(desk: Desk) -> list[Kept]:
    rules = desk.reviewing.rules()
    values: Values = {
        "sensitive_words": sorted(phrases(rules.words), key=str.casefold),
        "one_in": rules.one_in,
        "first_of_an_author": rules.first,
        "confirm_after_months": rules.stale_months,
    }
    return [Kept(values, _set_review)]


def _set_review(desk: Desk, wanted: Values) -> None:
    """The rules stand beside what the shop is, which may have changed in the same import."""
    desk.reviewing.set_rules(_rules(wanted), desk.reviewing.rules().version)


def _rules(values: Values) -> RulesTyped:
    words = "\n".join(values["sensitive_words"])
    return RulesTyped(words, *(str(values[name]) for name in _NUMBERS))


def _plain_review(desk: Desk, values: Values) -> object:
    return set(phrases("\n".join(values["sensitive_words"]))), *(values[name] for name in _NUMBERS)


def _nothing(desk: Desk, values: Values) -> None:
    """These are there in every shop."""


_NUMBERS: Final = ("one_in", "first_of_an_author", "confirm_after_months")

SHOP: Final = Part(
    *("shop", (), {}, _shop, _plain_shop, _nothing),
    about="The currency cannot be changed once money is kept.",
    is_one=True,
)
HOURS: Final = Part(
    *("hours", (), {}, _hours, lambda _, values: (_week(values), set(values["holidays"])), _nothing),
    is_one=True,
    told=lambda values: told_of_nights(values.get("week", "")),
)
KINDS: Final = Part(
    *("kinds", (), {}, _kinds),
    lambda _, values: tuple(sorted(set(map(kind_typed, values[name]))) for name in ("cases", "promises")),
    _nothing,
    about="The whole lists: a kind that is not in them is offered no more.",
    is_one=True,
)
REVIEW: Final = Part(
    *("review", (), {}, _review, _plain_review, _nothing),
    about="What is reviewed: all that has one of these words, and one in so many of the rest.",
    is_one=True,
)
