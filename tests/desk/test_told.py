"""Told so far: one story; what differs is shown before it is saved, and corrects without rewriting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from deskui.domain.told.statement import StatementState
from deskui.domain.typed import PromiseTyped, StatementTyped
from deskui.errors import BadInput, Conflict
from deskui.store import models
from tests.desk.counter import DAY, HOUR

if TYPE_CHECKING:
    from deskui.domain.ids import CustomerId
    from tests.desk.counter import Counter


def _states(counter: Counter, whom: CustomerId) -> list[tuple[str, StatementState]]:
    return [(each.text, each.state) for each in counter.desk.told.history(whom)]


def _say(counter: Counter, whom: CustomerId, topic: str, text: str, **more: object) -> None:
    counter.tick(HOUR)
    counter.desk.told.say(whom, StatementTyped(topic, text, **more))  # type: ignore[arg-type]


def test_what_was_told_stands_newest_first_with_who_told_it(counter: Counter) -> None:
    whom = counter.customer()
    _say(counter, whom, "hub", "answers by Mon 12:00")
    _say(counter, whom, "claim form", "explained")
    assert [(each.topic, each.said_by) for each in counter.desk.customers.view(whom).told] == [
        ("claim form", "Ada"),
        ("hub", "Ada"),
    ]


def test_another_answer_is_shown_first_and_corrects_the_earlier_one(counter: Counter) -> None:
    whom, friday = counter.customer(), counter.now + 4 * DAY
    _say(counter, whom, "Délivery", "Friday noon", date=friday)
    conflicting = counter.desk.told.conflicting
    assert conflicting(whom, "delivery", "FRIDAY noon", friday) is None
    assert conflicting(whom, "parcel", "Saturday", friday + DAY) is None
    earlier = conflicting(whom, " delivery", "Saturday", friday + DAY)
    assert earlier is not None
    assert (earlier.text, earlier.said_by) == ("Friday noon", "Ada")
    rows = list(models.Statement.select().tuples())
    _say(counter, whom, "delivery", "Saturday", date=friday + DAY)
    assert _states(counter, whom) == [
        ("Saturday", StatementState.STANDING),
        ("Friday noon", StatementState.CORRECTED),
    ]
    assert counter.desk.told.standing(whom)[0].corrects == earlier.id
    assert list(models.Statement.select().order_by(models.Statement.id).tuples())[:1] == rows


def test_the_same_said_again_supersedes_and_corrects_nothing(counter: Counter) -> None:
    whom = counter.customer()
    _say(counter, whom, "hub", "answers Monday")
    _say(counter, whom, "Hub", "Answers monday.")
    assert [state for _, state in _states(counter, whom)] == [StatementState.STANDING, StatementState.SUPERSEDED]
    assert counter.desk.told.standing(whom)[0].corrects is None


def test_words_are_compared_where_no_moment_is_named(counter: Counter) -> None:
    whom = counter.customer()
    _say(counter, whom, "hub", "answers Monday")
    assert counter.desk.told.conflicting(whom, "hub", "answers Tuesday") is not None
    assert counter.desk.told.conflicting(whom, "hub", "answers Monday", counter.now + DAY) is not None


def test_taking_back_brings_the_earlier_one_to_stand_again(counter: Counter) -> None:
    whom = counter.customer()
    _say(counter, whom, "hub", "Monday")
    before = counter.desk.told.standing(whom)
    _say(counter, whom, "hub", "Tuesday")
    counter.undo()
    assert counter.desk.told.standing(whom) == before
    assert _states(counter, whom) == [("Tuesday", StatementState.TAKEN_BACK), ("Monday", StatementState.STANDING)]
    counter.undo()
    assert counter.desk.told.standing(whom) == ()
    assert models.Statement.select().count() == 4


def test_what_was_corrected_since_is_not_taken_back(counter: Counter) -> None:
    whom = counter.customer()
    _say(counter, whom, "hub", "Monday")
    done = counter.desk.own_entries.last().done
    _say(counter, whom, "hub", "Tuesday")
    with pytest.raises(Conflict, match="More was said"):
        counter.desk.own_entries.undo(done)


def test_a_topic_of_signs_alone_is_itself(counter: Counter) -> None:
    whom = counter.customer()
    _say(counter, whom, "???", "yes")
    assert counter.desk.told.conflicting(whom, "!!!", "no") is None
    assert counter.desk.told.conflicting(whom, "???", "no") is not None


def test_the_same_operation_is_said_once(counter: Counter) -> None:
    whom = counter.customer()
    for _ in range(2):
        done = counter.desk.told.say(whom, StatementTyped("hub", "Monday"), "one key")
    assert done.repeated
    assert len(counter.desk.told.history(whom)) == 1


@pytest.mark.parametrize(("topic", "text"), [("", "x"), ("hub", " "), ("hub\0", "x"), ("hub", "x" * 20_001)])
def test_what_is_not_accepted_leaves_nothing(counter: Counter, topic: str, text: str) -> None:
    whom = counter.customer()
    entries = counter.entries()
    with pytest.raises(BadInput):
        counter.desk.told.say(whom, StatementTyped(topic, text))
    assert (models.Statement.select().count(), counter.entries()) == (0, entries)


def test_a_line_is_read_with_what_they_were_told_otherwise(counter: Counter) -> None:
    whom, noon = counter.customer(), counter.now + DAY + HOUR + HOUR * 0.3
    _say(counter, whom, "hub answers", "by Tue 12:00", date=noon)
    _say(counter, whom, "claim", "form explained")
    reading = counter.desk.told.reading
    same = reading(whom, "Hub answers by wed noon")
    assert (same.topic, same.text, same.date) == ("Hub answers", "Hub answers by wed noon", noon + DAY)
    assert (same.earlier and same.earlier.topic, same.is_same_topic) == ("hub answers", True)
    similar = reading(whom, "answer is there wed noon")
    assert (similar.topic, similar.earlier, similar.is_same_topic) == ("answer is there", same.earlier, False)
    named = reading(whom, "answer is there wed noon", "hub answers")
    assert (named.topic, named.is_same_topic) == ("hub answers", True)


def test_what_is_said_again_or_elsewhere_is_not_otherwise(counter: Counter) -> None:
    whom, noon = counter.customer(), counter.now + DAY + HOUR + HOUR * 0.3
    _say(counter, whom, "hub answers", "by Tue 12:00", date=noon)
    _say(counter, whom, "hub visit", "wants a visit")
    reading = counter.desk.told.reading
    again, same_moment = "hub answers tomorrow noon", "answer is there tomorrow noon"
    for line in (again, same_moment, "glasses are ready wed", "", "claim: explained"):
        assert (reading(whom, line).earlier, reading(whom, line).is_same_topic) == (None, False)
    assert reading(counter.customer("Opal"), "hub answers wed noon").earlier is None


def test_of_similar_topics_the_newest_is_named(counter: Counter) -> None:
    whom = counter.customer()
    for topic in ("hub call", "hub visit"):
        _say(counter, whom, topic, f"{topic} explained")
    earlier = counter.desk.told.reading(whom, "hub answers wed noon").earlier
    assert earlier is not None
    assert earlier.topic == "hub visit"


def test_another_date_for_the_same_thing_is_named_whatever_the_topic_is_called(counter: Counter) -> None:
    whom, noon = counter.customer(), counter.now + DAY + HOUR + HOUR * 0.3
    _say(counter, whom, "delivery", "dishwasher comes by Tue 12:00", date=noon)
    reading = counter.desk.told.reading
    earlier = reading(whom, "dishwasher wed noon").earlier
    assert earlier is not None
    assert earlier.topic == "delivery"
    assert reading(whom, "dishwasher is lost").earlier == earlier
    assert reading(whom, "claim form wed noon").earlier is None


def test_a_topic_in_the_plural_or_with_words_that_say_little_is_the_standing_one(counter: Counter) -> None:
    whom, noon = counter.customer(), counter.now + DAY + HOUR + HOUR * 0.3
    _say(counter, whom, "hub answer", "hub answers by Tue 12:00", date=noon)
    reading = counter.desk.told.reading
    for line in ("hub answers by wed noon", "the hub will have answers wed noon"):
        read = reading(whom, line)
        assert (read.topic, read.earlier and read.earlier.topic, read.is_same_topic) == (
            "hub answer",
            "hub answer",
            True,
        )
    again = reading(whom, "hub answers tomorrow noon")
    assert (again.topic, again.earlier) == ("hub answer", None)
    assert counter.desk.told.conflicting(whom, "Hub answers", "wed", noon + DAY) is not None
    _say(counter, whom, "hub answers", "by wed noon", date=noon + DAY)
    assert _states(counter, whom) == [
        ("by wed noon", StatementState.STANDING),
        ("hub answers by Tue 12:00", StatementState.CORRECTED),
    ]


def test_a_topic_that_may_be_one_of_two_or_has_another_number_is_its_own(counter: Counter) -> None:
    whom = counter.customer()
    for topic in ("part 12", "part 13", "hub visit"):
        _say(counter, whom, topic, f"{topic} explained")
    assert counter.desk.told.conflicting(whom, "parts 14", "is lost") is None
    assert counter.desk.told.conflicting(whom, "parts", "are lost") is None
    assert [each.topic for each in counter.desk.told.standing(whom)] == ["hub visit", "part 13", "part 12"]
    found = counter.desk.told.conflicting(whom, "parts 13", "are lost")
    assert found is not None
    assert found.topic == "part 13"


def test_an_open_promise_of_the_same_thing_at_another_time_is_named(counter: Counter) -> None:
    whom = counter.customer()
    made = counter.desk.promises.make(whom, PromiseTyped("hub answer 1 dec 12:00"))
    reading = counter.desk.told.reading
    promised = reading(whom, "hub answers 2 dec 12:00").promised
    assert promised is not None
    assert promised.promise.id == made.subject
    for line in ("hub answers 1 dec 12:00", "hub answers soon", "glasses are ready 2 dec 12:00", ""):
        assert reading(whom, line).promised is None
    counter.desk.promises.make(whom, PromiseTyped("hub answer again 2 dec 12:00"))
    assert reading(whom, "hub answers 2 dec 12:00").promised is None
    assert reading(whom, "hub answers 3 dec 12:00").promised == promised
    counter.desk.promises.keep(made.subject)  # type: ignore[arg-type]
    again = reading(whom, "hub answers 3 dec 12:00").promised
    assert again is not None
    assert again.promise.what == "hub answer again"


def test_a_promise_that_is_settled_already_is_not_named(counter: Counter) -> None:
    whom = counter.customer()
    made = counter.desk.promises.make(whom, PromiseTyped("hub answer 1 dec 12:00"))
    counter.desk.promises.keep(made.subject)  # type: ignore[arg-type]
    assert counter.desk.told.reading(whom, "hub answers 2 dec 12:00").promised is None


def test_a_moment_within_the_window_of_a_promise_is_no_other_time(counter: Counter) -> None:
    whom = counter.customer()
    made = counter.desk.promises.make(whom, PromiseTyped("hub answer 1 dec 9-12"))
    read = counter.desk.told.reading(whom, "hub answers 1 dec 9:00")
    promise = counter.desk.promises.one(made.subject).promise  # type: ignore[arg-type]
    assert read.promised is None
    assert not counter.desk.told.is_apart(read, promise.what, promise.due, promise.earliest)
    assert counter.desk.told.is_apart(read, promise.what, promise.due, None)
