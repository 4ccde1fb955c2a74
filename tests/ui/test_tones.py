"""Every role can be read in every theme that can be chosen, on the plain ground and under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.filter import Monochrome, NoColor
from textual.theme import BUILTIN_THEMES

from deskui.ui.lines import Role
from deskui.ui.tones import READ, SEEN, Tones, contrast, tones_of

if TYPE_CHECKING:
    from rich.style import Style
    from textual.theme import Theme

THEMES = pytest.mark.parametrize("name", BUILTIN_THEMES)


def toned(theme: Theme) -> Tones:
    system = theme.to_color_system().generate()
    return tones_of({**system, **theme.variables})


def contrast_of(style: Style) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    return contrast(*(Color.from_rich_color(each) for each in (style.color, style.bgcolor)))


@pytest.mark.parametrize("name", [name for name in BUILTIN_THEMES if not name.startswith("ansi")])
def test_every_role_has_the_contrast_that_reading_takes(name: str) -> None:
    tones = toned(BUILTIN_THEMES[name])
    for ground, styles in (("plain", tones.plain), ("cursor", tones.cursor), ("idle", tones.idle_cursor)):
        assert set(styles) == set(Role)
        for role, style in styles.items():
            least = SEEN if role is Role.FAINT else READ
            assert contrast_of(style) >= least, f"{role} on {ground}: {contrast_of(style):.2f}"


@THEMES
def test_only_the_name_has_a_ground_of_its_own(name: str) -> None:
    tones = toned(BUILTIN_THEMES[name])
    assert [role for role, style in tones.plain.items() if style.reverse] == [Role.NAME]
    grounds = {style.bgcolor for role, style in tones.plain.items() if role is not Role.NAME}
    assert len(grounds) == 1
    assert tones.plain[Role.NAME].color not in grounds


@pytest.mark.parametrize("colourless", [Monochrome(), NoColor()], ids=["grey", "none"])
def test_without_colours_the_name_is_still_reversed_and_bold(colourless: Monochrome | NoColor) -> None:
    tones = toned(BUILTIN_THEMES["textual-dark"])
    through = tones.through([colourless], Color(0, 0, 0))
    (left,) = Monochrome().apply([Segment("x", through.plain[Role.NAME])], Color(0, 0, 0))
    assert left.style is not None
    assert (left.style.reverse, left.style.bold) == (True, True)
