"""Templates of checklists and guides: each edit is a new version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.staff import Role
from deskui.domain.steps.template import checked
from deskui.errors import Conflict, NotAllowed
from deskui.store.reads import steps as reads
from deskui.store.writes import steps as writes

if TYPE_CHECKING:
    from deskui.domain.done import Done
    from deskui.domain.steps.template import StepTemplate, TemplateTyped
    from deskui.store.entry import Entry


TEMPLATE_ADD: Final = verb("step_template.add", "new template", "step_template.title", Role.SUPERVISOR)
TEMPLATE_EDIT: Final = verb("step_template.edit", "template change", "step_template.title", Role.SUPERVISOR)
TEMPLATE_RETIRE: Final = verb("step_template.retire", "template retired", "step_template.title", Role.SUPERVISOR)


class StepTemplates(Area):
    """What checklists and guides there are."""

    def templates(self) -> tuple[StepTemplate, ...]:
        """The newest version of every template in use, checklists first, by title."""
        return reads.templates()

    def versions(self, family: int) -> tuple[StepTemplate, ...]:
        """Every version of one template, newest first."""
        return reads.versions(family)

    def add_template(self, typed: TemplateTyped, operation: str | None = None) -> Done:
        """Keep a new template.

        Raises: BadInput naming the field that is not accepted.
        """
        columns = checked(typed)
        return self.perform(TEMPLATE_ADD, operation, lambda entry: (writes.add_template(entry, columns), None))

    def edit_template(self, family: int, seen: int, typed: TemplateTyped, operation: str | None = None) -> Done:
        """Make the version of a template that follows the one `seen`; lists on cases stay as they are.

        Raises: BadInput naming the field, Conflict when there is a newer version, NotAllowed when it was retired.
        """
        columns = checked(typed)

        def work(entry: Entry) -> tuple[int, None]:
            current = _in_use(family)
            if current.number != seen:
                raise Conflict("Somebody else has changed this meanwhile; look at both and choose.", _typed(current))
            return writes.add_template(entry, columns, family), None

        return self.perform(TEMPLATE_EDIT, operation, work)

    def retire_template(self, family: int, operation: str | None = None) -> Done:
        """Offer a template no more; its versions stay, and so does what was started from them.

        Raises: NotAllowed when it was retired already.
        """

        def work(entry: Entry) -> tuple[int, None]:
            current = _in_use(family)
            writes.retire(entry, current)
            return current.id, None

        return self.perform(TEMPLATE_RETIRE, operation, work)


def _in_use(family: int) -> StepTemplate:
    current = reads.newest(family)
    if current.retired_at is not None:
        raise NotAllowed(f"“{current.title}” was retired; make a new one instead.")
    return current


def _typed(template: StepTemplate) -> dict[str, object]:
    """A template as the form holds it, and its number as the version."""
    return {
        "title": template.title,
        "case_kind": template.case_kind,
        "stage": template.stage.value,
        "lines": "\n".join(template.lines),
        "for_customer": "yes" if template.for_customer else "no",
        "version": template.number,
    }
