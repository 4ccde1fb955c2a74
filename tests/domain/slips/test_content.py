"""What stands on a slip is kept as it was, and there is no place for anything internal."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as some

from deskui.domain.slips import content as slips
from deskui.domain.slips.content import SlipContent, as_kept, from_kept
from deskui.domain.slips.layout import PartKind, layout

text = some.text(some.characters(exclude_categories=("Cs",)), max_size=20)
references = some.builds(slips.SlipReference, text, text, text)
promises = some.builds(slips.SlipPromise, text, text)
people = some.builds(slips.WhoToAsk, text, text, text, text, text, text, text)
guides = some.builds(slips.SlipGuide, text, some.lists(some.tuples(text, some.booleans())).map(tuple))
cards = some.builds(slips.SlipCard, text, text, text, text, some.lists(text).map(tuple))
moments = some.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=some.just(UTC))
contents = some.builds(
    SlipContent,
    shop=text,
    case_number=some.integers(1, 10**9),
    subject=text,
    customer=text,
    written_at=moments,
    written=text,
    references=some.lists(references).map(tuple),
    ask_for=some.none() | people,
    promises=some.lists(promises).map(tuple),
    guides=some.lists(guides).map(tuple),
    card=some.none() | cards,
)


@given(contents)
def test_a_content_that_was_kept_is_the_same_again(content: SlipContent) -> None:
    assert from_kept(as_kept(content)) == content


@given(contents)
def test_everything_on_it_is_laid_out(content: SlipContent) -> None:
    shown = "\n".join(f"{part.label} {part.text}" for part in layout(content))
    wanted = [content.shop, content.subject, content.customer, content.written, content.code]
    wanted += [each.number for each in content.references]
    wanted += [words for each in content.promises for words in (each.what, each.due)]
    wanted += [words for each in content.guides for words in (each.title, *(step for step, _ in each.steps))]
    if (ask := content.ask_for) is not None:
        wanted += [ask.name, ask.role, ask.company, ask.extension, ask.phone, ask.hours, ask.opens]
    if (card := content.card) is not None:
        wanted += [card.name, card.role, card.extension, card.phone, *card.lines]
    assert [words for words in wanted if words not in shown] == []


def test_there_is_no_field_for_anything_internal() -> None:
    """Whoever adds a field says here that the customer may read it."""
    assert {each.name for each in fields(SlipContent)} == {
        *("shop", "case_number", "subject", "customer", "written_at", "written"),
        *("references", "ask_for", "promises", "guides", "card", "given"),
    }
    assert {each.name for each in fields(slips.WhoToAsk)} == {
        *("name", "role", "company", "extension", "phone", "hours", "opens"),
    }
    assert {each.name for each in fields(slips.SlipPromise)} == {"what", "due"}
    assert {each.name for each in fields(slips.SlipReference)} == {"kind", "number", "note"}


def test_many_numbers_do_not_make_a_slip_of_a_yard() -> None:
    numbers = tuple(slips.SlipReference("PO", f"PO {number}") for number in range(500))
    parts = layout(SlipContent("Shop", 1, "Lost", "Ann", datetime.now(UTC), "today", numbers))
    lines = [part for part in parts if part.kind is PartKind.TEXT]
    assert len(lines) == 1
    assert all(each.number in lines[0].text for each in numbers)
