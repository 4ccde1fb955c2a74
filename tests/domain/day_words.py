"""Texts that may say a day, or come close to it."""

from __future__ import annotations

from hypothesis import strategies as st

_DAYS = (
    "today|tomorrow|yesterday|mon|tues|weds|thurs|friday|sun|next tue|next sunday|in 3 days|in a week|in 2 weeks|"
    "in 2 months|in a month|in 30 days|30 nov|nov 30|sept 3|3 sept|1 jan|31 dec|feb 29|29 feb 2028|2026-11-01|"
    "2027-3-8|8 mar 2026|30. nov|fri 27 nov|mon 2026-11-30|in 731 days|in 732 days|31 feb|0 jan"
).split("|")
_WORDS = (
    "next this fri mon or on by at in 3 2 a week weeks days month months nov 30 12/1 11/30 2026 2026-11-30 eod noon "
    "5pm call , . - morgen frida last of 30th couple"
).split()

days = st.sampled_from(_DAYS)
texts = (
    days
    | st.tuples(st.sampled_from(["by ", "on ", " ", "at "]), days).map("".join)
    | st.tuples(days, st.sampled_from([".", " ", ",", "!"])).map("".join)
    | days.map(str.upper)
    | st.lists(st.sampled_from(_WORDS), max_size=5).map(" ".join)
)
