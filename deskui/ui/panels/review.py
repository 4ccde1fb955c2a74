"""An item that is to be reviewed, with what stands around it: beside it where there is room, else below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.domain.note import NoteKind, ReviewState, Visibility
from deskui.domain.review.item import MOST, Risk, Subject, Verdict
from deskui.ui.format import ago_words, day_words, moment_words, money_words, up_to
from deskui.ui.lines import BLANK, Item, Line, Role, Span, quiet, span, strong, wrapped
from deskui.ui.panels.fitting import cells, cut, flowing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deskui.domain.review.item import Around, Before, Counts, Looked
    from deskui.domain.review.item import Item as Reviewed
    from deskui.ui.panels.scene import Scene

_ROOMY: Final = 96
"""In so many cells there is room for two columns."""
_GAP: Final = 3
_LABEL: Final = len("before  ")
_GRAVE: Final = frozenset({Risk.ALERT, Risk.CAUTION, Risk.SENSITIVE, Risk.OVER_LIMIT})
_COMES: Final = (
    "What your colleagues write stands here as soon as they save it: alerts, cautions, sensitive words, private "
    "notes and what went over a limit first, then the first of everybody new and some of all else; later also facts "
    "that nobody has confirmed for long. Your own waits for another supervisor."
)
_BESIDE: Final = 6
"""So many notes, and as many conversations, stand around an item."""


def review_items(looked: Looked, scene: Scene, width: int) -> list[Item]:
    """The item and its context in lines of that width."""
    if width < _ROOMY:
        return [
            Item((*_item(looked.item, looked.around.before, scene, width), BLANK, *_context(looked, scene, width)))
        ]
    left = (width - _GAP) * 11 // 20
    own, context = _item(looked.item, looked.around.before, scene, left), _context(looked, scene, width - _GAP - left)
    rows = max(len(own), len(context))
    return [
        Item(tuple(_beside(own, context, at, left) for at in range(rows))),
    ]


def counts_lines(counts: Counts, narrowed: str, width: int) -> tuple[Line, ...]:
    """`28 wait · 2 cautions · 14 by new authors`; where it is narrowed, to what, and of how many."""
    found = counts.waiting + counts.stale
    of = "" if counts.of is None else f" of {up_to(MOST, counts.of)}"
    by_risk = [(risk, count) for risk, count in sorted(counts.by_risk.items()) if risk is not Risk.REST]
    by_risk += [(Risk.STALE, counts.stale)] if counts.stale else []
    parts = [f"{up_to(MOST, found)}{of} wait{'s' if found == 1 and not of else ''}"] if found or of else []
    parts += [f"{up_to(MOST, count)} {risk.counted(count)}" for risk, count in by_risk]
    parts += [f"{up_to(MOST, counts.rest)} {Risk.REST.counted(counts.rest)}"] if counts.rest else []
    only = span(f"Only {narrowed}", Role.ACCENT) if narrowed else None
    return flowing((only, *map(quiet, parts)), width)


def rest_lines(counts: Counts, narrowed: str, width: int) -> tuple[Line, ...]:
    """The same of what was not picked: `12 of 300 were not picked`."""
    of = "" if counts.of is None else f" of {up_to(MOST, counts.of)}"
    only = span(f"Only {narrowed}", Role.ACCENT) if narrowed else None
    return flowing((only, quiet(f"{up_to(MOST, counts.rest)}{of} were not picked for review")), width)


def nothing_waits(counts: Counts, narrowed: str, key: str, width: int) -> list[Item]:
    """What is shown when the queue is empty; the `key` narrows it, and shows what was not picked as well."""
    among = f" among {narrowed}" if narrowed else ""
    rest = f" {key} also shows what was not picked." if counts.rest else ""
    lines = wrapped(f"Nothing waits for you{among}.{rest}", width, Role.QUIET)
    return [Item(lines if narrowed else (*lines, BLANK, *wrapped(_COMES, width, Role.QUIET)))]


def _beside(own: Sequence[Line], context: Sequence[Line], at: int, left: int) -> Line:
    mine = own[at].spans if at < len(own) else ()
    fitted: list[Span] = []
    for each in mine:
        fitted.append(cut(each, left - cells(fitted)))
    pad = Span(" " * (left + _GAP - cells(fitted)))
    return Line((*fitted, pad, *(context[at].spans if at < len(context) else ())))


# --- the item itself -------------------------------------------------------------------------------------


def _item(item: Reviewed, before: Before | None, scene: Scene, width: int) -> tuple[Line, ...]:
    kind = f"{item.subject.words}: {item.label}" if item.label else item.subject.words
    head = flowing((strong(kind), *_marks(item, scene)), width)
    who = flowing((span(item.author or "from a file"), quiet(_when(item, before, scene))), width)
    return (
        *head,
        *who,
        BLANK,
        *_words(item, before, scene, width),
        BLANK,
        *_basis(item, scene, width),
    )


def _words(item: Reviewed, before: Before | None, scene: Scene, width: int) -> Iterator[Line]:
    """What it says; where it was judged before, what was said of it then, and what stood there if that is changed."""
    if before is not None:
        by = f" by {scene.called(None, before.by)}" if before.by else ""
        what = "asked to fix" if before.verdict is Verdict.TO_FIX else before.verdict.value
        said = f"{what}{by}, {ago_words(before.at, scene.now)}"
        yield from wrapped(f"{said}: {before.comment}" if before.comment else said, width, Role.ACCENT)
        if (before.text, before.second) != (item.text, item.second):
            yield from _beside_label("before", before.second, before.text, Role.QUIET, width)
            yield from _beside_label("now", item.second, item.text, Role.STRONG, width)
            return
        yield BLANK
    yield from wrapped(item.second, width, Role.QUIET, most=3) if item.second else ()
    yield from wrapped(item.text, width, Role.STRONG)


def _beside_label(label: str, second: str, text: str, role: Role, width: int) -> Iterator[Line]:
    lines = [*(wrapped(second, width - _LABEL, Role.QUIET) if second else ()), *wrapped(text, width - _LABEL, role)]
    yield BLANK
    for number, each in enumerate(lines):
        yield Line((span(f"{'' if number else label:<{_LABEL}}", Role.TITLE), *each.spans))


def _marks(item: Reviewed, scene: Scene) -> Iterator[Span]:
    role = Role.WARN if item.risk in _GRAVE else Role.ACCENT
    yield span(f"! {item.risk.words}" if item.risk in _GRAVE else item.risk.words, role)
    if item.found:
        yield span(", ".join(item.found), Role.WARN)
    if item.is_private:
        yield span("private", Role.ACCENT)
    if item.amount is not None:
        yield strong(money_words(item.amount, scene.region))
    if item.case_number is not None:
        yield quiet(f"case #{item.case_number}")


def _when(item: Reviewed, before: Before | None, scene: Scene) -> str:
    """How old its words are: where they were put in others since, when that was."""
    at = moment_words(item.at, scene.now, scene.zone)
    if before is not None and before.rewritten_at is not None:
        return f"{at}, rewritten {moment_words(before.rewritten_at, scene.now, scene.zone)}"
    return f"{at}, {ago_words(item.at, scene.now)}"


def _basis(item: Reviewed, scene: Scene, width: int) -> Iterator[Line]:
    """Source and age, how long it is an alert, and who approved it."""
    if item.subject is Subject.NOTE:
        source = f"source: {item.source}" if item.source else "source: not said"
        confirmed = (
            f"confirmed {day_words(item.confirmed_on, scene.today)}" if item.confirmed_on else "never confirmed"
        )
        yield from flowing((quiet(source), quiet(confirmed if item.is_fact else "")), width)
    if item.alert_from is not None:
        until = f" until {day_words(item.alert_until, scene.today)}" if item.alert_until else ", with no end"
        yield from wrapped(f"alert from {day_words(item.alert_from, scene.today)}{until}", width, Role.WARN)
    if item.approver:
        yield from wrapped(f"approved by {item.approver}", width, Role.QUIET)


# --- what stands around it -------------------------------------------------------------------------------


def _context(looked: Looked, scene: Scene, width: int) -> list[Line]:
    item, around = looked.item, looked.around
    who = around.who
    standing = f"{who.tier}" if who.tier else ""
    lines = list(flowing((strong(who.name), quiet(who.number), quiet(standing)), width))
    lines += _talk(item, around, scene, width)
    lines += _by_author(item, around, scene, width)
    lines += _notes(item, around, width)
    return lines


def _talk(item: Reviewed, around: Around, scene: Scene, width: int) -> Iterator[Line]:
    """The conversation it came from, as far as that is known: the author's of the same day, where nothing says."""
    day = item.at.astimezone(scene.zone).date()
    came = [
        each
        for each in around.talks
        if each.id == item.conversation_id
        or (item.conversation_id is None and each.employee_id == item.author_id and each.at.date() == day)
    ]
    if item.subject is Subject.CONVERSATION or not came:
        return
    yield BLANK
    yield Line((span("It came from", Role.TITLE),))
    for each in came[:1]:
        yield from wrapped(f"{moment_words(each.at, scene.now, scene.zone)} {each.summary}", width, most=4)


def _by_author(item: Reviewed, around: Around, scene: Scene, width: int) -> Iterator[Line]:
    """What else its author wrote about them."""
    if item.author_id is None:
        return
    said = [
        (each.written_at, f"{each.kind.value}: {each.text}")
        for each in around.notes
        if each.author_id == item.author_id and (item.subject is not Subject.NOTE or each.id != item.row)
    ]
    said += [
        (each.at, f"{each.channel.value}: {each.summary}")
        for each in around.talks
        if each.employee_id == item.author_id and each.id != item.conversation_id
    ]
    said += [
        (each.said_at, f"told {each.topic}: {each.text}")
        for each in around.told
        if each.said_by_id == item.author_id and (item.subject is not Subject.STATEMENT or each.id != item.row)
    ]
    if said:
        yield BLANK
        yield Line((span(f"Also by {item.author}", Role.TITLE),))
        for at, words in sorted(said, reverse=True)[:_BESIDE]:
            yield from wrapped(f"{moment_words(at, scene.now, scene.zone)} {words}", width, Role.QUIET, most=2)
        if (more := len(said) - _BESIDE) > 0:
            yield Line((quiet(f"and {more:,} more"),))


def _notes(item: Reviewed, around: Around, width: int) -> Iterator[Line]:
    """What others noted about them."""
    others = [
        each
        for each in around.notes
        if each.author_id != item.author_id and (item.subject is not Subject.NOTE or each.id != item.row)
    ]
    if others:
        yield BLANK
        yield Line((span("Noted by others", Role.TITLE),))
        for each in others[:_BESIDE]:
            private = " (private)" if each.visibility is Visibility.PRIVATE else ""
            mark = "! " if each.kind is NoteKind.CAUTION else ""
            state = " (to fix)" if each.review is ReviewState.TO_FIX else ""
            yield from wrapped(f"{mark}{each.kind.value}: {each.text}{private}{state}", width, Role.QUIET, most=2)
