"""Having what was redacted go from the files of the database as well, bit by bit."""

from __future__ import annotations

from deskui.desk.area import Area
from deskui.domain.scrubbed import Scrubbed
from deskui.store import scrubbing
from deskui.store.trouble import told_plainly


class Scrubbing(Area):
    """What is owed from a redaction on, across starts, until it is done."""

    def step(self) -> Scrubbed:
        """Do some more of it.

        Raises: DatabaseTrouble when the database is busy: it is still owed then.
        """
        with told_plainly():
            return scrubbing.step(self.store.database, self.store.index)

    def as_far_as_it_goes(self) -> Scrubbed:
        """Do all of it that can be done now."""
        while (found := self.step()) is Scrubbed.SOME:
            pass
        return found
