"""How roles look: one set of terminal styles, made from the tokens of the chosen theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from deskui.ui.lines import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.filter import LineFilter


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
    """The styles of a theme, from Textual's CSS variables."""
    ground = Color.parse(variables["background"])
    ink = Color.parse(variables["foreground"])
    accent = Color.parse(variables["primary"])
    # On a light ground the signal colours need ink in them to be read.
    deepen = 0.35 if ground.brightness > 0.5 else 0.0
    colours = {
        Role.TEXT: ink,
        Role.STRONG: ink,
        Role.QUIET: ground.blend(ink, 0.62),
        Role.FAINT: ground.blend(ink, 0.38),
        Role.ACCENT: accent.blend(ink, 0.25),
        Role.GOOD: Color.parse(variables["success"]).blend(ink, deepen),
        Role.WARN: Color.parse(variables["warning"]).blend(ink, deepen),
        Role.BAD: Color.parse(variables["error"]).blend(ink, 0.25),
        Role.TITLE: ground.blend(ink, 0.75),
        Role.KEY: accent.blend(ink, 0.25),
        Role.BADGE: accent.blend(ink, 0.25),
    }
    bold = {Role.STRONG, Role.BAD, Role.TITLE, Role.KEY, Role.BADGE}

    def styles(under: Color) -> dict[Role, Style]:
        return {
            role: Style(color=colour.rich_color, bgcolor=under.rich_color, bold=role in bold)
            for role, colour in colours.items()
        }

    return Tones(
        plain=styles(ground),
        cursor=styles(ground.blend(accent, 0.30)),
        idle_cursor=styles(ground.blend(ink, 0.07)),
        border=Style(color=ground.blend(ink, 0.22).rich_color, bgcolor=ground.rich_color),
        focus=Style(color=accent.rich_color, bgcolor=ground.rich_color),
    )
