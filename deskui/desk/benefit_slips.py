"""Slips of benefits: made of what the customer may read, kept before they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deskui.desk.amounts import money_words
from deskui.desk.area import Area
from deskui.desk.verb import verb
from deskui.domain.benefits.redeeming import refuse_unusable
from deskui.domain.benefits.slip import BenefitSlip, slip_as_kept
from deskui.domain.benefits.typed import percent_words
from deskui.domain.moments import long_day, long_words
from deskui.store.reads import benefit_slips as reads
from deskui.store.reads import benefits, people
from deskui.store.writes import benefit_slips as writes

if TYPE_CHECKING:
    from collections.abc import Callable

    from deskui.desk.verb import Verb
    from deskui.domain.benefits.benefit import BenefitView
    from deskui.domain.benefits.slip import KeptBenefitSlip
    from deskui.domain.done import Done
    from deskui.domain.ids import BenefitId, BenefitSlipId, CustomerId
    from deskui.store.entry import Entry

SLIP_KEEP: Final = verb("benefit_slip.keep", "benefit slip")
SLIP_PRINTED: Final = verb("benefit_slip.printed")
SLIP_FAILED: Final = verb("benefit_slip.failed")


class BenefitSlips(Area):
    """Slips of benefits, and what became of each."""

    def content(self, benefit_id: BenefitId) -> BenefitSlip:
        """What a slip of the benefit would say now.

        Raises: NotFound when it is no longer kept, BadInput when it is void: such a slip would be worth nothing.
        """
        now, zone = self.now(), self.session.zone
        view = benefits.one(benefit_id, self.session.today(now), zone)
        benefit = view.benefit
        if not view.stands:
            refuse_unusable(view, benefit.customer_id)
        before = benefit.reissued_from_id
        me = self.session.employee
        return BenefitSlip(
            shop=self.session.shop,
            customer=people.customer(benefit.customer_id).name,
            name=benefit.title,
            code=benefit.code,
            worth=_worth(view, self.session.region),
            written_at=now,
            written=long_words(now, zone),
            valid=_valid(view),
            replaces="" if before is None else benefits.one(before, self.session.today(now), zone).benefit.code,
            picked=tuple(each.choice for each in view.picked),
            noun=benefit.noun,
            terms=benefit.terms,
            by="" if me is None else me.name,
        )

    def newest(self, benefit_id: BenefitId) -> KeptBenefitSlip | None:
        """The newest slip of a benefit, if there is one."""
        return reads.newest(benefit_id)

    def one(self, slip_id: BenefitSlipId) -> KeptBenefitSlip:
        """One slip as it is kept.

        Raises: NotFound when it is not kept any more.
        """
        return reads.slip(slip_id)

    def keep(self, benefit_id: BenefitId, content: BenefitSlip, operation: str | None = None) -> Done:
        """Keep a slip, so that it is there whatever the printer does; the subject is its id.

        Raises: NotFound when the benefit is no longer kept.
        """

        def work(entry: Entry) -> tuple[int, CustomerId]:
            return writes.add_slip(entry, benefit_id, slip_as_kept(content)), self._whose(benefit_id)

        return self.perform(SLIP_KEEP, operation, work)

    def printed(self, slip_id: BenefitSlipId, printer: str, operation: str | None = None) -> Done:
        """Write down that a slip came out of that printer, or was saved in that file."""
        return self._became(slip_id, SLIP_PRINTED, operation, lambda entry, it: writes.came_out(entry, it, printer))

    def failed(self, slip_id: BenefitSlipId, printer: str, failure: str, operation: str | None = None) -> Done:
        """Write down why a slip did not come out; it stays kept, to be tried again."""
        return self._became(
            slip_id, SLIP_FAILED, operation, lambda entry, it: writes.did_not_come_out(entry, it, printer, failure)
        )

    def _became(
        self,
        slip_id: BenefitSlipId,
        verb: Verb,
        operation: str | None,
        write: Callable[[Entry, KeptBenefitSlip], None],
    ) -> Done:
        def work(entry: Entry) -> tuple[int, CustomerId]:
            kept = reads.slip(slip_id)
            write(entry, kept)
            return slip_id, self._whose(kept.benefit_id)

        return self.perform(verb, operation, work)

    def _whose(self, benefit_id: BenefitId) -> CustomerId:
        return benefits.one(benefit_id, self.session.today(self.now()), self.session.zone).benefit.customer_id


def _worth(view: BenefitView, region: str) -> str:
    """What it is good for: `10% off`, `$40.00`."""
    percent, rest = view.benefit.worth.percent, view.rest
    return money_words(rest, region) if rest is not None else f"{percent_words(percent)} off" if percent else ""


def _valid(view: BenefitView) -> str:
    first, last = view.benefit.valid_from, view.benefit.expires
    begins = f"from {long_day(first)} " if first is not None else ""
    ends = f"until {long_day(last)}" if last is not None else ""
    return f"Valid {begins}{ends}".strip() if begins or ends else ""
