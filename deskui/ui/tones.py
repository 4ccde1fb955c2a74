"""How roles look: one set of terminal styles, made from the tokens of the chosen theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from deskui.ui.lines import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.filter import LineFilter

READ: Final = 4.5
"""Contrast of text that is to be read; both figures are those of WCAG 2, level AA."""
SEEN: Final = 3.0
"""Contrast of what only has to be seen."""
_BOLD: Final = frozenset({Role.STRONG, Role.BAD, Role.TITLE, Role.KEY, Role.BADGE})
_BLACK, _WHITE = Color(0, 0, 0), Color(255, 255, 255)


@dataclass(frozen=True, slots=True)
class Tones:
    """Styles by role on the plain ground and on the cursor's; `border` and `focus` draw panel frames."""

    plain: Mapping[Role, Style]
    cursor: Mapping[Role, Style]
    idle_cursor: Mapping[Role, Style]
    border: Style
    focus: Style

    def through(self, filters: Sequence[LineFilter], ground: Color) -> Tones:
        """These styles as the filters leave them: no colour at all under NO_COLOR, for one."""

        def left(style: Style) -> Style:
            segments = [Segment("x", style)]
            for each in filters:
                segments = each.apply(segments, ground)
            return segments[0].style or Style()

        def all_left(styles: Mapping[Role, Style]) -> dict[Role, Style]:
            return {role: left(style) for role, style in styles.items()}

        return Tones(
            plain=all_left(self.plain),
            cursor=all_left(self.cursor),
            idle_cursor=all_left(self.idle_cursor),
            border=left(self.border),
            focus=left(self.focus),
        )


def tones_of(variables: Mapping[str, str]) -> Tones:
    """The styles of a theme, from Textual's CSS variables; all of them can be read on every ground."""
    ground = Color.parse(variables["background"])
    ink = Color.parse(variables["foreground"])
    accent = Color.parse(variables["primary"])
    colours = {
        Role.TEXT: ink,
        Role.STRONG: ink,
        Role.EMPHASIS: ink,
        Role.QUIET: ground.blend(ink, 0.62),
        Role.FAINT: ground.blend(ink, 0.38),
        Role.ACCENT: accent.blend(ink, 0.25),
        Role.GOOD: Color.parse(variables["success"]),
        Role.WARN: Color.parse(variables["warning"]),
        Role.BAD: Color.parse(variables["error"]).blend(ink, 0.25),
        Role.TITLE: ground.blend(ink, 0.75),
        Role.KEY: accent.blend(ink, 0.25),
        Role.BADGE: accent.blend(ink, 0.25),
    }
    name = _chip(accent, ink, ground)

    def styles(under: Color) -> dict[Role, Style]:
        made = {role: _style(role, colour, under, ink) for role, colour in colours.items()}
        return {**made, Role.NAME: name}

    return Tones(
        plain=styles(ground),
        cursor=styles(ground.blend(accent, 0.30)),
        idle_cursor=styles(ground.blend(ink, 0.07)),
        border=Style(color=ground.blend(ink, 0.22).rich_color, bgcolor=ground.rich_color),
        focus=Style(color=accent.rich_color, bgcolor=ground.rich_color),
    )


def _style(role: Role, colour: Color, under: Color, ink: Color) -> Style:
    least = SEEN if role is Role.FAINT else READ
    shown, ground = legible(colour, under, ink, least).rich_color, under.rich_color
    return Style(color=shown, bgcolor=ground, bold=role in _BOLD, italic=role is Role.EMPHASIS or None)


def _chip(accent: Color, ink: Color, ground: Color) -> Style:
    """Bold on the accent, by turning the two round: a terminal without colours shows it reversed all the same."""
    if ground.ansi is not None:
        return Style(color=accent.rich_color, bgcolor=ground.rich_color, bold=True, reverse=True)
    on = max((ink, ground), key=lambda each: contrast(each, accent))
    return Style(color=accent.rich_color, bgcolor=legible(on, accent, on, READ).rich_color, bold=True, reverse=True)


def legible(colour: Color, under: Color, ink: Color, least: float) -> Color:
    """The colour itself if it has so much contrast to the ground, else mixed with ink until it has.

    The colours of a terminal's own palette are left as they are: only the terminal knows them.
    """
    if under.ansi is not None:
        return colour
    far = max((_BLACK, _WHITE), key=lambda each: contrast(each, under))
    for towards in (ink, far):
        for step in range(11):
            mixed = colour.blend(towards, step / 10)
            if contrast(mixed, under) >= least:
                return mixed
    return far


def contrast(one: Color, other: Color) -> float:
    """How far apart two colours are in brightness, from 1 to 21; the formula of WCAG 2."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))
