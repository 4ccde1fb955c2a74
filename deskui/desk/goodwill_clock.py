"""The instant at which goodwill counts, and the clocks by which none is decided.

What is given or asked for counts at the server's clock, where there is one, else at this machine's, and never before
what stands or waits already. A clock that is more than five minutes ahead of the server's, or more than a day behind
what stands or waits, decides nothing: which of the two instants is wrong only people know. Either the clock is set
right, or a supervisor takes back what is dated ahead, and that holds up nothing any more. So a clock set back gives
nothing, a clock once ahead is noticed at the next decision, and one less than a day ahead only
takes from what is next.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from deskui.domain.moments import long_day, long_words
from deskui.errors import NotAllowed
from deskui.store.reads import goodwill as reads

if TYPE_CHECKING:
    from datetime import datetime

    from deskui.desk.area import Post
    from deskui.store.reads.goodwill import Counted

_AHEAD: Final = timedelta(minutes=5)
_BEHIND: Final = timedelta(days=1)


def trusted_at(post: Post, at: datetime) -> datetime:
    """The instant by the server's clock, where there is one, else the one that is given."""
    return post.witness() or at


def counted_at(post: Post, at: datetime) -> datetime:
    """The instant as limits show it, whatever the clock says."""
    now = trusted_at(post, at)
    return _not_before(now, reads.counted_after(now))


def deciding_at(post: Post, at: datetime) -> datetime:
    """The instant at which something that is given or asked for now counts.

    Raises: NotAllowed by a clock that is not to be trusted, saying what to do.
    """
    now, zone = trusted_at(post, at), post.session.zone
    newest = reads.counted_after(now)
    if at - now > _AHEAD:
        theirs = long_words(now, zone)
        raise NotAllowed(f"This desk's clock is ahead of the server's ({theirs}): set it right, then try again.")
    if newest is not None and newest.at - now > _BEHIND:
        today, then = (long_day(each.astimezone(zone).date()) for each in (now, newest.at))
        what = "a request" if newest.is_asked else "goodwill"
        raise NotAllowed(
            f"By the clock it is {today}, but {what} for {newest.customer} is dated {then}: "
            "set the clock right, or a supervisor takes that back."
        )
    return _not_before(now, newest)


def _not_before(now: datetime, newest: Counted | None) -> datetime:
    return now if newest is None else newest.at
