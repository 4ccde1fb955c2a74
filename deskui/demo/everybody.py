"""All customers of the stories, in the order in which they became customers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.demo import (
    people_families,
    people_hostile,
    people_names,
    people_neighbours,
    people_office,
    people_parcel,
    people_postoffice,
    people_remodel,
    people_repair,
    people_travel,
)

if TYPE_CHECKING:
    from deskui.demo.story import Person

EVERYBODY: Final[tuple[Person, ...]] = (
    *people_parcel.PEOPLE,
    *people_remodel.PEOPLE,
    *people_travel.PEOPLE,
    *people_repair.PEOPLE,
    *people_office.PEOPLE,
    *people_postoffice.PEOPLE,
    *people_names.PEOPLE,
    *people_families.PEOPLE,
    *people_neighbours.PEOPLE,
    *people_hostile.PEOPLE,
    people_remodel.TWICE,
)
