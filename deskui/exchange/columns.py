"""What the columns of a file mean: the tables of known exports, and guesses by name for all others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.errors import Usage
from deskui.exchange.card_columns import LEFT_OUT

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

FIELDS: Final = (
    *("name", "given_name", "family_name", "preferred_name", "company"),
    *("email", "phone", "mobile", "work_phone", "home_phone", "other_phone"),
    *("address", "street", "street2", "city", "state", "postcode", "country", "link"),
    *("number", "loyalty", "id", "tier", "since", "birthday", "spend", "currency", "tags", "note"),
    *("custom", "ignore"),
)
"""What `--map COLUMN=FIELD` may name; `custom` keeps the column as it is, `ignore` drops it."""
NAMING: Final = frozenset(
    {
        *("name", "given_name", "family_name", "preferred_name", "company"),
        *("email", "phone", "mobile", "work_phone", "home_phone", "other_phone"),
    }
)
"""Fields of which a file of customers must have at least one."""
_NAMES: Final = frozenset({"name", "given_name", "family_name", "preferred_name", "company"})


def squeezed(header: str) -> str:
    """A header without case, blanks and punctuation: `First Name`, `first_name` and `FirstName` are one.

    A number sign stays as the word it stands for: `Card #` is `Card no`, and not the card.
    """
    return "".join(filter(str.isalnum, header.casefold().replace("#", "no")))


def _table(**fields: str) -> dict[str, str]:
    return {squeezed(label): field for field, labels in fields.items() for label in labels.split(",")}


_SHOPIFY: Final = _table(
    id="Customer ID",
    given_name="First Name",
    family_name="Last Name",
    email="Email",
    phone="Phone,Default Address Phone",
    company="Company,Default Address Company",
    street="Address1,Default Address Address1",
    street2="Address2,Default Address Address2",
    city="City,Default Address City",
    state="Province Code,Default Address Province Code",
    postcode="Zip,Default Address Zip",
    country="Country Code,Default Address Country Code",
    spend="Total Spent",
    note="Note",
    tags="Tags",
)
_SQUARE: Final = _table(
    id="Square Customer ID",
    number="Reference ID",
    given_name="First Name",
    family_name="Last Name",
    preferred_name="Nickname",
    email="Email Address",
    phone="Phone Number",
    company="Company Name",
    street="Street Address 1",
    street2="Street Address 2",
    city="City",
    state="State",
    postcode="Postal Code",
    birthday="Birthday",
    note="Memo",
    since="First Visit",
    spend="Lifetime Spend",
)
_GUESSES: Final = _table(
    id="Id,Record ID,Contact ID,External ID,Customer ID,UID",
    number="Customer Number,Customer No,Client Number,Client No,Account Number,Account No,Kundennummer,Kunden-Nr",
    loyalty="Loyalty Number,Loyalty No,Loyalty ID,Loyalty Card,Loyalty Card Number,Loyalty Card No,Loyalty,"
    "Membership Number,Member ID",
    name="Name,Full Name,Customer,Customer Name,Contact,Contact Name,Client Name,Display Name,Nom complet",
    given_name="First Name,Firstname,Given Name,Forename,Vorname,Prénom,Nombre,Voornaam",
    family_name="Last Name,Lastname,Family Name,Surname,Nachname,Familienname,Nom,Apellidos,Achternaam",
    preferred_name="Nickname,Preferred Name,Goes by,Known as,Spitzname",
    company="Company,Company Name,Organization,Organisation,Account Name,Associated Company,Business,Firma,Société",
    email="Email,E-mail,Email Address,E-mail Address,Mail,Primary Email,Work Email,Courriel,Correo,Email 2",
    phone="Phone,Phone Number,Telephone,Tel,Primary Phone,Phone 1,Contact Phone,Telefon,Téléphone,Teléfono",
    mobile="Mobile,Mobile Phone,Mobile Phone Number,Mobile Number,Cell,Cell Phone,Cellphone,Handy,Mobil,Portable",
    work_phone="Work Phone,Business Phone,Office Phone",
    home_phone="Home Phone",
    other_phone="Other Phone,Phone 2,Secondary Phone",
    address="Address,Full Address,Adresse,Anschrift,Dirección",
    street="Street,Street Address,Address 1,Address Line 1,Mailing Street,Street Address 1,Strasse,Straße,Rue,Calle",
    street2="Street 2,Address 2,Address Line 2,Street Address 2,Apt,Suite",
    city="City,Town,Mailing City,Ort,Stadt,Ville,Ciudad",
    state="State,Province,Region,State/Region,State/Province,County,Mailing State,Mailing State/Province",
    postcode="Zip,Zip Code,Postcode,Postal Code,Mailing Zip/Postal Code,Mailing Postal Code,PLZ,Code postal",
    country="Country,Country/Region,Mailing Country,Land,Pays,País",
    link="Website,Website URL,Web,URL,Homepage",
    tier="Tier,Level,Membership,Loyalty Tier,VIP Tier",
    since="Customer Since,Member Since,First Visit,Since,Kunde seit",
    birthday="Birthday,Birthdate,Date of Birth,DOB,Born,Geburtstag,Geburtsdatum",
    spend="Total Spent,Lifetime Spend,Lifetime Value,Total Spend,Umsatz",
    currency="Currency,Währung",
    tags="Tags,Labels,Groups",
    note="Note,Notes,Comment,Comments,Memo,Remarks,Description,Bemerkung,Notiz,Notizen",
)
PERHAPS_LOYALTY: Final = frozenset(
    _table(
        loyalty="Card Number,Card No,Card Nr,Card ID,Member Number,Member No,Member Nr,Membership No,Membership ID,"
        "Customer Card,Customer Card Number,Customer Card No,Club Card,Club Card Number,Club Card No,Club Number,"
        "Rewards Card,Rewards Number,Rewards No,Rewards ID,Kundenkarte,Kundenkarten-Nr,Kartennummer,Mitgliedsnummer"
    )
)
"""Columns that are the loyalty number as long as no other column may be."""
_BY_CELL: Final = NAMING | {"note", "ignore"}
_TABLES: Final = {"shopify-customers": _SHOPIFY, "square-customers": _SQUARE, "csv": _GUESSES}


def detect(header: Sequence[str]) -> str:
    """The export that a header belongs to: a format's name, `tickets`, `csv` for guessing, or `` for none of them."""
    names = {squeezed(label) for label in header}
    if {"lineitemname", "lineitemquantity", "financialstatus"} & names and "name" in names:
        return "shopify-orders"
    if {"acceptsemailmarketing", "defaultaddresscity", "defaultaddressphone", "acceptssmsmarketing"} & names:
        return "shopify-customers"
    if {"squarecustomerid", "lifetimespend", "instantprofile"} & names:
        return "square-customers"
    if "ticketid" in names or {"requester", "subject"} <= names:
        return "tickets"
    return "csv" if any(_GUESSES.get(name) in NAMING for name in names) else ""


def names_people(header: Sequence[str]) -> bool:
    """Whether a column is for names of people or firms; `Customer` alone may be their number as well."""
    names = {squeezed(label) for label in header} - {"customer"}
    return any(_GUESSES.get(name) in _NAMES for name in names)


def fields_of(
    kind: str, header: Sequence[str], mapping: Mapping[str, str], of_cards: Collection[int] = ()
) -> tuple[str, ...]:
    """The field of each column by the format's table, with `mapping` (column to field) over it.

    Those `of_cards` are left out whatever they are called. Not as a whole are names, ways to reach somebody and free
    text, of which single cells are left out, and the number in a known program, which passes for one by chance.
    Raises: Usage when the mapping names a field or a column that there is not.
    """
    for field in mapping.values():
        if field not in FIELDS:
            raise Usage(f"There is no field {field!r}; the fields are {', '.join(FIELDS)}.")
    chosen = {squeezed(column): field for column, field in mapping.items()}
    names = [squeezed(label) for label in header]
    if missing := [column for column in mapping if squeezed(column) not in names]:
        raise Usage(f"The file has no column {missing[0]!r}; its columns are {listed(header)}.")
    table = _TABLES[kind]
    fields = [chosen.get(name) or table.get(name, "custom") for name in names]
    for at in of_cards:
        if not (fields[at] in _BY_CELL or (fields[at] == "id" and kind != "csv")):
            fields[at] = LEFT_OUT
    perhaps = [
        at for at, name in enumerate(names) if name in PERHAPS_LOYALTY and not (name in chosen or at in of_cards)
    ]
    if len(perhaps) == 1 and "loyalty" not in fields:
        fields[perhaps[0]] = "loyalty"
    return tuple(fields)


def listed(header: Sequence[str]) -> str:
    """The columns of a file for a sentence, the first dozen of them."""
    shown = ", ".join(label[:40] or "(no name)" for label in header[:12])
    return shown + (", …" if len(header) > 12 else "")
