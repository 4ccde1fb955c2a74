"""What can go wrong in a way somebody at the counter can act on."""

from __future__ import annotations


class DeskError(Exception):
    """A refusal in one clear sentence, with what to do next; never a traceback.

    `sentence` is shown as it is on the screen and on stderr; `exit_code` is what the command line ends with.
    """

    exit_code = 1

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class BadInput(DeskError):
    """Something typed or imported that is not accepted; `field` names the form field where there is one."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class NotFound(DeskError):
    """A customer, case or other record that does not exist (any more)."""


class NotAllowed(DeskError):
    """The person acting may not do this."""


class NoRight(NotAllowed):
    """What only a higher role may do."""


class NothingToUndo(DeskError):
    """There is no entry of this person that can be taken back."""


class Conflict(DeskError):
    """Somebody else changed the same thing first; `theirs` holds the columns as they stand now."""

    def __init__(self, sentence: str, theirs: dict[str, object]) -> None:
        super().__init__(sentence)
        self.theirs = theirs


class DatabaseTrouble(DeskError):
    """The database cannot be used: busy, full, read-only, gone, damaged or offline."""

    exit_code = 3


class PrinterTrouble(DeskError):
    """What was to be printed did not come out: no printer, printer off, out of paper."""


class MissingExtra(DeskError):
    """Something that needs a library which is not installed here."""


class Usage(DeskError):
    """The command line or the settings make no sense as given."""

    exit_code = 2
