"""Forms about who somebody is: a new customer, and the profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.customer import ContactKind
from deskui.domain.ids import CustomerId
from deskui.domain.outreach.consent import CONSENTS
from deskui.domain.points import PointTyped
from deskui.domain.profile import CONSENT, TITLES, Profile
from deskui.domain.profile_begun import begin_profile
from deskui.ui.drafts import DraftOf, about
from deskui.ui.kit.fields import Field, choice
from deskui.ui.kit.form_spec import FormSpec
from deskui.ui.kit.sheet import INNER
from deskui.ui.lines import BLANK, Line, Role, quiet, span, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.customer import Customer
    from deskui.domain.done import Done
    from deskui.domain.lookup import Hit
    from deskui.domain.staff import Employee
    from deskui.ui.screens.desk import DeskScreen

_EXAMPLES = {
    "preferred_name": "what they like to be called",
    "say_as": "e.g. SHA-ree",
    "prefers": "e.g. text first, mornings",
    "tier": "e.g. Premier",
    "tier_since": "e.g. 2011",
    "since": "e.g. 2011-05-30",
}
_MORE: Final = ("preferred_name", "say_as", "company")
"""What a new customer may be asked for beside name, phone and e-mail."""


def add_customer(desk: DeskScreen) -> None:
    """Offer those who look alike, then the form; whoever is added is opened."""
    typed, region = desk.typed_text, desk.app.scene().region

    async def ask() -> None:
        similar = await desk.app.counter.answer(lambda each: each.customers.similar(typed))
        form = new_customer_form(typed, similar, region)
        desk.app.open_form(form, lambda done: desk.open_customer(CustomerId(done.subject)))

    desk.app.guarded(ask())


def edit_profile(desk: DeskScreen) -> None:
    """Change the profile of the customer, with the staff to choose whom they ask for."""
    who = desk.shown.customer

    async def ask() -> None:
        staff = await desk.app.counter.answer(lambda each: each.shop.staff())
        desk.app.open_form(profile_form(who, staff))

    desk.app.guarded(ask())


def new_customer_form(typed: str, similar: Sequence[Hit], region: str) -> FormSpec:
    """A new customer, begun with what stood in the lookup; people who look alike are shown first."""

    def work(desk: Desk, values: Mapping[str, str], operation: str, version: int) -> Done:
        points = [
            PointTyped(kind, values[name], preferred=name == "phone")
            for name, kind in (("phone", ContactKind.PHONE), ("email", ContactKind.EMAIL))
            if values[name].strip()
        ]
        profile = Profile(values["name"], values["preferred_name"], values["say_as"], values["company"])
        return desk.customers.create(profile, tuple(points), operation)

    begun = begin_profile(typed)
    return FormSpec(
        "New customer",
        (
            Field("name", "Name", begun.name),
            Field("phone", "Phone", begun.phone, hint=phone_hint(region)),
            Field("email", "E-mail", begun.email, hint=email_hint(region), also=("email",)),
            *(Field(name, TITLES[name], placeholder=_EXAMPLES.get(name, "")) for name in _MORE),
        ),
        work,
        DraftOf("customer:new:" + typed.strip().casefold()),
        about=_alike(similar),
        focus="phone" if begun.name else "name",
        said="Customer added",
    )


def _alike(similar: Sequence[Hit]) -> tuple[Line, ...]:
    """Those who may be the same person."""
    if not similar:
        return ()
    many = f"{len(similar)} who look alike: Esc and open one of them if it is the same person."
    each = (Line((span(f"  {hit.name}  "), quiet(f"{hit.phone or hit.email}  {hit.number}"))) for hit in similar[:4])
    return (Line((span(many, Role.WARN),)), *each)


def phone_hint(region: str) -> Callable[[str], str]:
    """How a phone number is read, as it is typed."""
    from deskui.desk.contact_points import doubt

    return lambda typed: doubt(ContactKind.PHONE, typed, region)


def email_hint(region: str) -> Callable[[str], str]:
    """Whether an address looks wrong, as it is typed."""
    from deskui.desk.contact_points import doubt

    return lambda typed: doubt(ContactKind.EMAIL, typed, region)


def _kept_aside(columns: Mapping[str, str]) -> tuple[Line, ...]:
    """What an import brought in columns that the profile has no field for."""
    parts = " · ".join(f"{name}: {value}" for name, value in columns.items())
    return (*wrapped(f"From the import: {parts}", INNER, Role.QUIET, most=3), BLANK) if parts else ()


def profile_form(who: Customer, staff: Sequence[Employee]) -> FormSpec:
    """The profile of a customer."""
    before = Profile.of(who)

    def work(desk: Desk, values: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.customers.edit(who.id, version, before, Profile(**values), operation)

    lines = (
        Field(name, title, getattr(before, name), placeholder=_EXAMPLES.get(name, ""))
        for name, title in TITLES.items()
        if name not in CONSENT
    )
    asked = (choice(name, TITLES[name], tuple(CONSENTS.items()), getattr(before, name)) for name in CONSENT)
    people = [("", "nobody in particular"), *((str(each.id), each.name) for each in staff)]
    return FormSpec(
        f"Profile of {who.name}",
        (*lines, *asked, choice("asks_for", "Asks for", people, before.asks_for)),
        work,
        about(who, f"profile:{who.number}", "profile", "profile"),
        version=who.version,
        about=_kept_aside(who.custom),
        said="Profile saved",
        unchanged_closes=True,
    )
