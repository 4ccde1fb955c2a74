"""What paints nothing but its background: the screen and the panes that hold the line views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.color import Color
from textual.widget import Widget

from deskui.ui.lines import BLANK
from deskui.ui.strips import strip_of
from deskui.ui.tones import tones_of

if TYPE_CHECKING:
    from textual.filter import LineFilter
    from textual.geometry import Region
    from textual.strip import Strip

    from deskui.ui.tones import Tones


class Ground(Widget):
    """Blank lines in the theme's background, painted without the styles cache.

    Name it after the container it goes with: Textual takes the default CSS of the first base alone.

    Overriding `render_lines` skips borders, padding and tint, which nothing here uses; it is half private
    in Textual, hence the narrow version range.
    """

    _filtered: tuple[Tones, list[LineFilter], Tones] | None = None
    _blank: tuple[Tones, int, Strip] | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of the region asked for."""
        tones = self._tones()
        if self._blank is None or self._blank[0] is not tones or self._blank[1] != crop.width:
            self._blank = (tones, crop.width, strip_of(BLANK, crop.width, tones.plain))
        return [self._blank[2]] * crop.height

    def _tones(self) -> Tones:
        """The theme's styles, as the app's filters leave them: filtered once instead of line by line."""
        tones: Tones = getattr(self.app, "tones", None) or tones_of(self.app.theme_variables)
        filters = [each for each in self.app.get_line_filters() if not getattr(each, "for_widgets_only", False)]
        if self._filtered is None or self._filtered[0] is not tones or self._filtered[1] != filters:
            ground = Color.parse(self.app.theme_variables["background"])
            self._filtered = (tones, filters, tones.through(filters, ground))
        return self._filtered[2]
