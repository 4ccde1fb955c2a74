"""Ways to reach somebody, comparable however they are written."""

from __future__ import annotations

from deskui.domain.customer import ContactKind
from deskui.store.normalise.phones import phone_key


def point_key(kind: ContactKind, value: str, region: str) -> str:
    """The comparable form: E.164 for phones as people of `region` dial them, lower case for everything else."""
    return phone_key(value, region) if kind is ContactKind.PHONE else value.casefold()
