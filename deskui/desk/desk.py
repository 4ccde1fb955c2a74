"""The counter: one object with an area for each part of the work."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from deskui.desk.approvals import Approvals
from deskui.desk.area import Post
from deskui.desk.benefit_slips import BenefitSlips
from deskui.desk.benefit_types import BenefitTypes
from deskui.desk.benefits import Benefits
from deskui.desk.board import Boards
from deskui.desk.case_links import CaseLinks
from deskui.desk.cases import Cases
from deskui.desk.conversations import Conversations
from deskui.desk.covering import Covering
from deskui.desk.customers import Customers
from deskui.desk.directory import Directory
from deskui.desk.due import DueList
from deskui.desk.duty import Duty
from deskui.desk.escalations import Escalations
from deskui.desk.feedback import Feedbacks
from deskui.desk.follow_ups import FollowUps
from deskui.desk.goodwill import Concessions
from deskui.desk.journal import OwnEntries
from deskui.desk.journal_reading import JournalReading
from deskui.desk.kinds import Kinds
from deskui.desk.limits import Limits
from deskui.desk.looks import Looks
from deskui.desk.lookup import Lookup
from deskui.desk.manual import Manual
from deskui.desk.merging import Merging
from deskui.desk.notes import Notes
from deskui.desk.outreach import Outreach
from deskui.desk.points import ContactPoints
from deskui.desk.precedents import Precedents
from deskui.desk.promises import Promises
from deskui.desk.references import References
from deskui.desk.reviewing import Reviewing
from deskui.desk.scrubbing import Scrubbing
from deskui.desk.session import COMMAND_LINE
from deskui.desk.setting_up import SettingUp
from deskui.desk.shop import ShopSetup
from deskui.desk.shop_details import ShopDetails
from deskui.desk.signing import Signing
from deskui.desk.slips import Slips
from deskui.desk.steps import Steps
from deskui.desk.stories import Stories
from deskui.desk.tips import Tips
from deskui.desk.told import Told
from deskui.desk.verdicts import Verdicts
from deskui.desk.visits import Visits
from deskui.desk.watching import Watching
from deskui.desk.wrap_up import WrapUp

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.desk.session import Session
    from deskui.domain.staff import Employee
    from deskui.store.store import Store


def utc_now() -> datetime:
    """The instant by the machine's clock."""
    return datetime.now(UTC)


class Desk:
    """What the rest of the program talks to; synchronous, used from one thread at a time."""

    def __init__(self, store: Store, clock: Callable[[], datetime] | None = None) -> None:
        # A clock that somebody hands in is their own affair: only the machine's is held against the server's.
        self.post = post = Post(store, utc_now, store.server_now) if clock is None else Post(store, clock)
        self.signing = Signing(post)
        self.lookup = Lookup(post)
        self.merging = Merging(post)
        self.duty = Duty(post)
        self.directory = Directory(post)
        self.cases = Cases(post)
        self.customers = Customers(post, self.duty, self.directory, self.cases)
        self.tips = Tips(post)
        self.precedents = Precedents(post)
        self.points = ContactPoints(post)
        self.notes = Notes(post)
        self.conversations = Conversations(post)
        self.references = References(post)
        self.links = CaseLinks(post)
        self.watching = Watching(post)
        self.escalations = Escalations(post)
        self.steps = Steps(post)
        self.told = Told(post)
        self.promises = Promises(post, self.told)
        self.coverage = Covering(post, self.promises)
        self.follow_ups = FollowUps(post)
        self.outreach = Outreach(post)
        self.visits = Visits(post)
        self.wrap_up = WrapUp(post, self.told, self.promises, self.follow_ups)
        self.goodwill = Concessions(post, self.signing)
        self.approvals = Approvals(post)
        self.limits = Limits(post)
        self.due = DueList(post, self)
        self.shop = ShopSetup(post)
        self.shop_details = ShopDetails(post)
        self.kinds = Kinds(post)
        self.setup = SettingUp(post)
        self.stories = Stories(post)
        self.slips = Slips(post, self.duty, self.directory)
        self.reviewing = Reviewing(post)
        self.verdicts = Verdicts(post)
        self.scrubbing = Scrubbing(post)
        self.feedback = Feedbacks(post)
        self.manual = Manual(post, self.told)
        self.benefits = Benefits(post, self.signing.vouched)
        self.benefit_slips = BenefitSlips(post)
        self.benefit_types = BenefitTypes(post)
        self.own_entries = OwnEntries(post)
        self.board = Boards(post)
        self.journal = JournalReading(post)
        self.looks = Looks(post)

    @property
    def store(self) -> Store:
        """The open database."""
        return self.post.store

    @property
    def session(self) -> Session:
        """Who is acting, and what the shop is set to."""
        return self.post.session

    def now(self) -> datetime:
        """The instant by the desk's clock, in UTC."""
        return self.post.clock()

    def act_as(self, employee: Employee) -> None:
        """From now on this person is acting.

        Raises: NotAllowed when that takes their PIN, which `signing.sign_in` asks for, or they are not of our staff.
        """
        self.signing.act_as(employee)

    def act_as_owner(self) -> None:
        """From now on nobody of the staff is acting, and at no desk: whoever owns the database is."""
        self.post.session = replace(self.post.session, desk=COMMAND_LINE, employee=None, awaited=None)

    def connect(self) -> None:
        """Give the calling thread its own connection."""
        self.store.connect()

    def close(self) -> None:
        """Close the calling thread's connection."""
        self.store.close()
