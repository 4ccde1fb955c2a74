"""Forms about who somebody is: a new customer, the profile, the ways to reach them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.domain.customer import ContactKind
from deskui.domain.ids import CustomerId
from deskui.domain.points import PointTyped
from deskui.domain.profile import TITLES, Profile
from deskui.ui.kit.fields import Field, choice, yes_no
from deskui.ui.kit.form import Form
from deskui.ui.lines import Line, Role, quiet, span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from deskui.desk.desk import Desk
    from deskui.domain.customer import ContactPoint, Customer
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


def new_customer_form(typed: str, similar: Sequence[Hit], region: str) -> Form:
    """A new customer, begun with what stood in the lookup; people who look alike are shown first."""

    def work(desk: Desk, values: Mapping[str, str], operation: str, version: int) -> Done:
        points = [
            PointTyped(kind, values[name], preferred=name == "phone")
            for name, kind in (("phone", ContactKind.PHONE), ("email", ContactKind.EMAIL))
            if values[name].strip()
        ]
        profile = Profile(values["name"], values["preferred_name"], values["say_as"], values["company"])
        return desk.customers.create(profile, tuple(points), operation)

    digits = sum(sign.isdigit() for sign in typed)
    is_email, is_phone = "@" in typed, digits >= 5
    fields = (
        Field(
            "name",
            "Name",
            "" if is_email or is_phone else typed.strip().title() if typed.islower() else typed.strip(),
        ),
        Field("phone", "Phone", typed.strip() if is_phone and not is_email else "", hint=phone_hint(region)),
        Field("email", "E-mail", typed.strip() if is_email else "", hint=email_hint(region)),
        Field("preferred_name", "Preferred name", placeholder=_EXAMPLES["preferred_name"]),
        Field("say_as", "How to say it", placeholder=_EXAMPLES["say_as"]),
        Field("company", "Company"),
    )
    about = [
        Line((span(f"{len(similar)} who look alike: Esc and open one of them if it is the same person.", Role.WARN),))
    ]
    about += [
        Line((span(f"  {hit.name}  "), quiet(f"{hit.phone or hit.email}  {hit.number}"))) for hit in similar[:4]
    ]
    focus = "name" if is_email or is_phone else "phone" if typed.strip() else "name"
    return Form(
        "New customer",
        fields,
        work,
        draft="customer:new:" + typed.strip().casefold(),
        about=about if similar else (),
        focus=focus,
        said="Customer added",
    )


def phone_hint(region: str) -> Callable[[str], str]:
    """How a phone number is read, as it is typed."""
    from deskui.desk.contact_points import doubt

    return lambda typed: doubt(ContactKind.PHONE, typed, region)


def email_hint(region: str) -> Callable[[str], str]:
    """Whether an address looks wrong, as it is typed."""
    from deskui.desk.contact_points import doubt

    return lambda typed: doubt(ContactKind.EMAIL, typed, region)


def profile_form(who: Customer, staff: Sequence[Employee]) -> Form:
    """The profile of a customer."""
    before = Profile.of(who)

    def work(desk: Desk, values: Mapping[str, str], operation: str, version: int) -> Done:
        return desk.customers.edit(who.id, version, before, Profile(**values), operation)

    fields = [
        Field(name, title, getattr(before, name), placeholder=_EXAMPLES.get(name, ""))
        for name, title in TITLES.items()
    ]
    people = [("", "nobody in particular"), *((str(each.id), each.name) for each in staff)]
    fields.append(choice("asks_for", "Asks for", people, before.asks_for))
    return Form(
        f"Profile of {who.name}",
        fields,
        work,
        draft=f"profile:{who.number}",
        version=who.version,
        said="Profile saved",
        unchanged_closes=True,
    )


def point_form(who: Customer, point: ContactPoint | None, region: str) -> Form:
    """A new way to reach the customer, or an earlier one to change."""

    def work(desk: Desk, values: Mapping[str, str], operation: str, version: int) -> Done:
        typed = PointTyped(
            ContactKind(values["kind"]),
            values["value"],
            values["label"],
            values["preferred"] == "yes",
            values["best_hours"],
        )
        if point is None:
            return desk.customers.add_point(who.id, typed, operation)
        return desk.customers.edit_point(who.id, point.id, version, typed, operation)

    fields = (
        choice(
            "kind",
            "Kind",
            [kind.value for kind in ContactKind],
            ContactKind.PHONE.value if point is None else point.kind.value,
        ),
        Field("value", "Number, address", "" if point is None else point.value),
        Field("label", "Label", "" if point is None else point.label, placeholder="mobile, work, her sister's"),
        yes_no("preferred", "Preferred", point is not None and point.preferred),
        Field(
            "best_hours",
            "Best hours",
            "" if point is None else point.best_hours,
            placeholder="mornings, never before 9",
        ),
    )
    title = f"New contact point of {who.name}" if point is None else f"Contact point of {who.name}"
    draft = f"point:{who.number}:{'new' if point is None else point.id}"
    version = 0 if point is None else point.version
    return Form(
        title,
        fields,
        work,
        draft=draft,
        version=version,
        focus="value",
        said="Contact point saved",
        unchanged_closes=point is not None,
    )
