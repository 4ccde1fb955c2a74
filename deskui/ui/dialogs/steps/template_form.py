"""The forms in which checklists and guides are written: for all cases, or the steps of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.steps import GuideTyped
from deskui.domain.steps.step_list import ListKind, Stage
from deskui.domain.steps.template import TemplateTyped, read_lines
from deskui.errors import BadInput
from deskui.ui.drafts import DraftOf, about
from deskui.ui.format import count_words
from deskui.ui.kit.fields import Field, FieldKind, choice, yes_no
from deskui.ui.kit.form_spec import FormSpec, Saved
from deskui.ui.kit.look import Looked
from deskui.ui.lines import Line, Role, quiet, span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deskui.desk.desk import Desk
    from deskui.domain.case import Case
    from deskui.domain.customer import Customer
    from deskui.domain.steps.template import StepTemplate

_KINDS: Final = ((ListKind.CHECKLIST.value, "checklist"), (ListKind.GUIDE.value, "guide"))
_STAGES: Final = (
    (Stage.TAKE_IN.value, "take-in"),
    (Stage.HAND_OUT.value, "hand-out"),
    (Stage.ANY.value, "when started by hand"),
)
_STEPS: Final = ("Steps", "A step")


def new_form(case_kind: str, kind: ListKind) -> FormSpec:
    """A checklist or a guide for all cases of a kind."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        made = _typed(ListKind(typed["kind"]), typed)
        return Saved(desk.steps.add_template(made, operation), f"Kept: {span(' '.join(made.title.split())).text}")

    fields = (choice("kind", "It is a", _KINDS, kind.value), *_fields(None, case_kind))
    return FormSpec("New checklist or guide", fields, work, DraftOf("template:new"), look=_look, focus="title")


def edit_form(template: StepTemplate) -> FormSpec:
    """The next version of a template; lists on cases keep the one they began with."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        done = desk.steps.edit_template(template.family, version, _typed(template.kind, typed), operation)
        return Saved(done, f"Version {version + 1} kept; lists on cases stay as they are")

    leaves_out = "stage" if template.kind is ListKind.GUIDE else "for_customer"
    return FormSpec(
        f"{template.kind.value.capitalize()}: {template.title}",
        tuple(each for each in _fields(template, template.case_kind) if each.name != leaves_out),
        work,
        DraftOf(f"template:{template.family}"),
        version=template.number,
        look=_look,
        unchanged_closes=True,
    )


def guide_form(case: Case, who: Customer) -> FormSpec:
    """Steps for one case, which may be kept as a guide for others."""

    def work(desk: Desk, typed: Mapping[str, str], operation: str, version: int) -> Saved:
        shown, keep = typed["for_customer"] == "yes", typed["keep"] == "yes"
        made = GuideTyped(typed["title"], typed["lines"], for_customer=shown, keep=keep)
        done = desk.steps.attach(case.id, made, operation)
        return Saved(done, "On the case, and kept as a guide" if keep else "On the case")

    fields = (
        Field("title", "What for", placeholder="e.g. move your files yourself", also=("The title",)),
        _lines(""),
        yes_no("for_customer", "They may read it", True),
        yes_no("keep", "Keep as a guide", False),
    )
    draft = about(who, f"guide:{case.number}", "guide", "guide")
    return FormSpec(f"Steps for case #{case.number}", fields, work, draft, look=_look)


def _fields(template: StepTemplate | None, case_kind: str) -> tuple[Field, ...]:
    title, stage, lines, shown = "", Stage.TAKE_IN, "", True
    if template is not None:
        title, stage, shown = template.title, template.stage, template.for_customer
        lines = "\n".join(template.lines)
    return (
        Field("title", "Title", title, placeholder="e.g. Before they leave", also=("The title",)),
        Field(
            "case_kind",
            "Kind of case",
            case_kind,
            placeholder="e.g. repair; empty for every kind",
            also=("The kind of case",),
        ),
        choice("stage", "Starts at", _STAGES, stage.value),
        _lines(lines),
        yes_no("for_customer", "They may read it", shown),
    )


def _lines(value: str) -> Field:
    return Field("lines", "Steps", value, FieldKind.TEXT, rows=6, below=1, also=_STEPS)


def _look(desk: Desk, typed: Mapping[str, str], newest: tuple[str, ...]) -> Looked:
    """How many steps are read, or why they are refused."""
    if not typed["lines"].strip():
        return Looked({"lines": (Line((quiet("one a line; numbers before them are not needed"),)),)})
    try:
        steps = read_lines(typed["lines"])
    except BadInput as refusal:
        return Looked({"lines": (Line((span(refusal.sentence, Role.WARN),)),)})
    return Looked({"lines": (Line((quiet(f"{count_words(len(steps), 'step')}, the last: {steps[-1]}"),)),)})


def _typed(kind: ListKind, typed: Mapping[str, str]) -> TemplateTyped:
    return TemplateTyped(
        kind,
        typed["title"],
        typed["lines"],
        typed["case_kind"],
        Stage(typed.get("stage", Stage.ANY)),
        typed.get("for_customer") == "yes",
    )
