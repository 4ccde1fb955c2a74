"""What the desk makes of a form while it is typed, asked at every change and once more before saving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.errors import DeskError
from deskui.ui.counter import Latest, soon
from deskui.ui.kit.look import Looked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future

    from deskui.desk.desk import Desk
    from deskui.ui.kit.look import Look, Offer
    from deskui.ui.shell import Shell


class Glances:
    """Asks the look of one form on the lane; `show` is called from the loop with the newest answer alone."""

    def __init__(self, app: Shell, look: Look | None, show: Callable[[Looked], None]) -> None:
        self._app, self._look, self._show = app, look, show
        self._questions = Latest()
        self._newest: tuple[str, ...] = ()
        self._asked: set[tuple[str, ...]] = set()
        self.offer: Offer | None = None
        """What Ctrl+N would take now."""

    def typed(self, changed: tuple[str, ...]) -> None:
        """Remember in which fields was typed last."""
        self._newest = (*changed, *(name for name in self._newest if name not in changed))

    def ask(self, values: Mapping[str, str]) -> None:
        """Ask what the desk makes of this."""
        if self._look is not None:
            soon(self._app.counter.ask(self._question(values)), self._questions.only(self._came))

    async def doubts(self, values: Mapping[str, str]) -> Looked | None:
        """What is to be asked before this is saved; once of the same words in the same lines."""
        looked = await self._app.counter.answer(self._question(values))
        asked = (*looked.doubts, *(values[name] for name in sorted(looked.said)))
        if not looked.doubts or asked in self._asked:
            return None
        self._asked.add(asked)
        return looked

    def _question(self, values: Mapping[str, str]) -> Callable[[Desk], Looked]:
        look, newest = self._look, self._newest
        return lambda desk: Looked() if look is None else look(desk, values, newest)

    def _came(self, done: Future[Looked]) -> None:
        error = done.exception()
        if error is not None and not isinstance(error, DeskError):
            self._app.report(error)
            return
        looked = Looked() if error is not None else done.result()
        self.offer = looked.offer
        self._show(looked)
