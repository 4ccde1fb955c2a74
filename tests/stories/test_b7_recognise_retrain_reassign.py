"""B7: recognise the first employee, retrain the second, reassign the third; and what each of them sees of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deskui.demo.staff import SUPERVISOR
from deskui.domain.feedback import FeedbackKind
from deskui.store import models
from tests.ui.driving import at_the_counter, kept

if TYPE_CHECKING:
    from pathlib import Path


async def test_recognise_retrain_reassign(demo_url: str, home: Path) -> None:
    async with at_the_counter(demo_url, home, employee=SUPERVISOR) as counter:
        await counter.open("shari", "Shari Caldwell")
        await counter.press("2", "plus")
        await counter.type("She left with an answer.")
        await counter.press("enter")
        await counter.sees("it stands in their due list", where="keys")
        await counter.press("j", "j", "minus")
        await counter.type("Call back the same day.")
        await counter.press("enter")
        await counter.sees("it stands in their due list", where="keys")
        await counter.press("greater_than_sign")
        await counter.sees("Reassign case #1043")
        await counter.type("Ste")
        await counter.press("tab")
        await counter.type("Too many visits for one parcel.")
        await counter.press("tab")
        await counter.type("Paul told her Monday noon.")
        await counter.press("ctrl+s")
        await counter.sees("is Stephen Okafor's now")
    with kept(demo_url):
        newest = list(models.Feedback.select().order_by(models.Feedback.id.desc()).limit(3))
        kinds = [FeedbackKind.REASSIGN, FeedbackKind.COACH, FeedbackKind.COMMEND]
        assert [each.kind for each in newest] == kinds
        assert newest[0].whose_id == newest[2].whose_id, "Paul had the case, and the last talk"
    async with at_the_counter(demo_url, home) as counter:
        await counter.press("f2")
        await counter.sees("Handed to you", "Missing parcel · from Paul: Paul told")
    async with at_the_counter(demo_url, home, employee="Paul") as counter:
        await counter.press("f2")
        await counter.sees("Said to you", "She left with an", "Too many visits")
        await counter.sees_not("Call back the")
