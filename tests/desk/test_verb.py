"""Verbs: what the journal calls them, what sentences call them, and what names their subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import deskui.desk.desk  # noqa: F401  loads every area, and with them the verbs they declare
from deskui.desk.verb import known, verb
from deskui.store import models

if TYPE_CHECKING:
    from deskui.desk.verb import Verb


@pytest.mark.parametrize("each", known().values(), ids=lambda each: each.name)
def test_what_names_the_subject_of_a_verb_is_a_column_that_is_there(each: Verb) -> None:
    if each.about:
        table, column = each.about.split(".")
        model = next(model for model in models.MODELS if model._meta.table_name == table)
        assert column in model._meta.fields


def test_a_verb_cannot_be_declared_twice() -> None:
    with pytest.raises(AssertionError, match="declared twice"):
        verb("note.write")
