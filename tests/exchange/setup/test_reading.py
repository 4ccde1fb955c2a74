"""The file of a set-up: what is not accepted is named by its place in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.errors import BadInput
from deskui.exchange.setup.reading import LARGEST, read_setup, setup_in

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[shop", "That is no valid TOML: "),
        ("[printer]\n", "'printer' is no part of a set-up; the parts are shop, hours, kinds, review, staff"),
        ("[shop]\ncolour = 1\n", "shop: there is nothing called 'colour'."),
        ("[shop]\nname = 1\n", "shop.name: text in quotes is wanted there, not a whole number."),
        ("shop = 3\n", "shop: a table is wanted there, not a whole number."),
        ("[staff]\n", "staff: write [[staff]] above each entry."),
        ('[[staff]]\nname = "A"\n[[staff]]\nrole = "clerk"\n', "staff[2]: name is missing."),
        ('[[staff]]\nname = "A"\nrole = "boss"\n', "staff[1].role: 'boss' is none of clerk, supervisor"),
        ('[[checklist]]\ntitle = "A"\nstage = "x"\n', "checklist[1].stage: 'x' is none of take-in, hand-out, empty."),
        ('[shop]\nname = "A"\nname = "B"\n', "That is no valid TOML: something stands there twice (at line 3"),
        ("[shop]\n[shop]\n", "That is no valid TOML: [shop] stands there twice (at line 2"),
        ('[[staff]]\nname = "A"\nskills = ["a", 2]\n', "staff[1].skills[2]: text in quotes is wanted there"),
        ('[[benefit]]\ntitle = "A"\nvalid_days = "ten"\n', "benefit[1].valid_days: a whole number is wanted there"),
        ('[hours]\nholidays = ["25 dec"]\n', "hours.holidays[1]: a date such as 2026-12-25 is wanted there."),
        ("a = " + "[" * 5000, "That is no valid TOML"),
    ],
)
def test_what_is_not_accepted_is_named_by_its_place(text: str, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        setup_in(text)
    assert refused.value.sentence.startswith(said)
    assert refused.value.sentence.endswith(".")
    assert "\n" not in refused.value.sentence


def test_only_what_is_said_is_read(tmp_path: Path) -> None:
    file = tmp_path / "setup.toml"
    file.write_bytes(b'\xef\xbb\xbf# comment\r\n[shop]\r\nname = "Alder"\r\n')
    assert read_setup(file) == {"shop": [{"name": "Alder"}]}


def test_a_file_that_cannot_be_read_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        read_setup(tmp_path / "none.toml")
    (tmp_path / "huge").write_bytes(b"#" * (LARGEST + 1))
    with pytest.raises(BadInput, match=r"has more than 5,000,000 bytes"):
        read_setup(tmp_path / "huge")
    (tmp_path / "latin").write_bytes(b'[shop]\nname = "Z\xeb"\n')
    with pytest.raises(BadInput, match="is not in UTF-8"):
        read_setup(tmp_path / "latin")
