"""The product of a promise is the one that was ordered, or the one of several that its words name."""

from __future__ import annotations

import pytest

from deskui.domain.product import Product, one_product, significant


def found(names: list[str], said: str, kind: str = "") -> str:
    """The key of the product; each name is its own key, and names are plain words here."""
    ordered = [(Product(name, name.title()), name.split()) for name in names]
    product = one_product(ordered, said.split(), kind.split())
    return "" if product is None else product.key


@pytest.mark.parametrize(
    ("names", "said", "product"),
    [
        ([], "dishwasher", ""),
        (["dishwasher"], "something else", "dishwasher"),
        (["dishwasher", "dishwasher"], "", "dishwasher"),
        (["dishwasher", "range hood"], "brought to the door", ""),
        (["dishwasher", "range hood"], "the dishwashers come", "dishwasher"),
        (["dishwasher", "range hood"], "hood here", ""),
        (["dishwasher", "range hood"], "range hood here", "range hood"),
        (["dishwasher", "range hood"], "dishwasher range and hood", ""),
        (["die cast car", "die cast car collector"], "die cast car here", "die cast car"),
        (["die cast car", "die cast car collector"], "collector die cast car", "die cast car collector"),
        (["laptop 14 inch", "laptop 16 inch"], "laptop ready", ""),
        (["laptop 14 inch", "charger for laptop"], "the laptop is ready", "laptop 14 inch"),
    ],
)
def test_it_is_the_only_one_or_the_one_that_is_named(names: list[str], said: str, product: str) -> None:
    assert found(names, said) == product


def test_a_line_called_as_the_kind_of_promise_is_what_is_promised_and_no_product() -> None:
    assert found(["dishwasher", "delivery"], "at the door fri", "delivery") == "dishwasher"
    assert found(["dishwasher", "delivery"], "at the door fri", "repair") == ""
    assert found(["dishwasher", "kettle", "delivery"], "delivery of the kettle", "deliveries") == "kettle"
    assert found(["delivery"], "delivery fri", "delivery") == ""


def test_the_first_of_several_names_of_one_product_is_its_name() -> None:
    first, second = Product("af 1", "Dishwasher"), Product("af 1", "Dishwasher, white")
    assert one_product([(first, ["dishwasher"]), (second, ["dishwasher", "white"])], [], []) == first


def test_what_has_neither_number_nor_name_is_no_product() -> None:
    assert one_product([(Product("", ""), [])], ["x"], []) is None


@pytest.mark.parametrize(
    ("name", "matter"),
    [
        ("laptop 14 inch", "laptop"),
        ("paint eggshell 5 l", "paint eggshell"),
        ("phones with a case", "phone case"),
        ("of the", "of the"),
        ("501", "501"),
        ("", ""),
    ],
)
def test_sizes_and_small_words_do_not_matter_in_a_name(name: str, matter: str) -> None:
    assert significant(name.split()) == frozenset(matter.split())
