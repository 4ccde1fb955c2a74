"""Every command and its key, once: footer, palette, help, `deskui keys`, the README and [keys] come from here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


class Needs(StrEnum):
    """What has to be on screen for a command to make sense."""

    NOTHING = ""
    CUSTOMER = "customer"
    CASE = "case"
    ORDER = "order"
    NUMBER = "number"
    DROPPABLE = "note or number"
    DUE = "due list"
    BOARD = "board"
    CALLS = "call list"
    REVIEW = "review"


class Where(StrEnum):
    """The part of the key table a command stands in."""

    FIND = "Find"
    MOVE = "Move about"
    WRITE = "Write down"
    CASE = "Case"
    DESK = "Desk"
    DUE = "In the due list"
    BOARD = "On the board"
    CALLS = "In the call list"
    REVIEW = "In the review"
    FORM = "In a form"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the clerk can do: `id` names it in [keys], `keys` are Textual key names.

    `opens` is the function below `deskui.ui.dialogs` that carries it out, as `module:function`; without one, the
    screen does it itself, by its method `do_` and the id.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    where: Where
    needs: Needs = Needs.NOTHING
    footer: int = 0
    """Its place among the keys in the last line, first ones first; 0 keeps it out."""
    opens: str = ""
    fixed: bool = False
    """True for keys the screen toolkit itself acts on; they are listed, but [keys] cannot change them."""


COMMANDS: Final = (
    Command("find", ("slash",), "find", "Look somebody up, from anywhere", Where.FIND, footer=1),
    Command("open", ("enter",), "open", "Open the row under the cursor", Where.FIND, fixed=True),
    Command("back", ("escape",), "back", "Go back; typed text is kept", Where.FIND, fixed=True),
    Command("new_customer", ("N", "f7"), "new", "Add a customer", Where.FIND,
            opens="customers.profile:add_customer", footer=16),
    Command("faces", ("W",), "who knows", "Who knows this customer, and who is on duty", Where.FIND, Needs.CUSTOMER,
            opens="customers.faces:show_faces", footer=10),
    Command("told_history", ("H",), "told", "Everything they were told, with what became of it", Where.FIND,
            Needs.CUSTOMER, opens="told.history:show_told", footer=11),
    Command("home", ("q",), "home", "Leave the customer for the lookup", Where.FIND),
    Command("panel_1", ("1",), "history", "Go to the history", Where.MOVE, Needs.CUSTOMER),
    Command("panel_2", ("2",), "conversations", "Go to the conversations", Where.MOVE, Needs.CUSTOMER),
    Command("panel_3", ("3",), "notes", "Go to the personal notes", Where.MOVE, Needs.CUSTOMER),
    Command("panel_4", ("4",), "case", "Go to the case", Where.MOVE, Needs.CUSTOMER),
    Command("down", ("j", "down"), "down", "Next row", Where.MOVE, fixed=True),
    Command("up", ("k", "up"), "up", "Row before", Where.MOVE, fixed=True),
    Command("page", ("pageup", "pagedown", "home", "end"), "page", "A page or the whole way", Where.MOVE, fixed=True),
    Command("next_panel", ("tab",), "next panel", "Next panel", Where.MOVE, Needs.CUSTOMER),
    Command("previous_panel", ("shift+tab",), "panel before", "Panel before", Where.MOVE, Needs.CUSTOMER),
    Command("log", ("c",), "contact", "Log a contact", Where.WRITE, Needs.CUSTOMER,
            opens="contacts.wrap_up:log_contact", footer=2),
    Command("note", ("n",), "note", "Write a note", Where.WRITE, Needs.CUSTOMER,
            opens="notes:write_note", footer=4),
    Command("promise", ("p",), "promise", "Promise something, in one line", Where.WRITE, Needs.CUSTOMER,
            opens="promises.promise:promise", footer=3),
    Command("promises", ("P",), "promises", "Move or settle a promise", Where.WRITE, Needs.CUSTOMER,
            opens="promises.promise_list:show_promises", footer=7),
    Command("told", ("t",), "tell", "Write down what the customer is told", Where.WRITE, Needs.CUSTOMER,
            opens="told.tell:tell", footer=5),
    Command("follow_up", ("f",), "follow-up", "Plan a follow-up: a dated task on this customer", Where.WRITE,
            Needs.CUSTOMER, opens="follow_ups:plan_follow_up", footer=14),
    Command("interest", ("i",), "interest", "Note an interest", Where.WRITE, Needs.CUSTOMER,
            opens="notes:note_interest", footer=8),
    Command("benefits", ("b",), "benefits", "What they are entitled to: redeem, reissue, choose, print", Where.WRITE,
            Needs.CUSTOMER, opens="benefits.benefit_list:show_benefits", footer=19),
    Command("give_benefit", ("B",), "give", "Give a benefit: a coupon, a voucher, a perk", Where.WRITE,
            Needs.CUSTOMER, opens="benefits.giving:give_benefit"),
    Command("commend", ("plus",), "commend", "Commend whoever's work the row or the case is", Where.WRITE,
            Needs.CUSTOMER, opens="review.saying:commend"),
    Command("coach", ("minus",), "coach", "Coach whoever's work the row or the case is", Where.WRITE,
            Needs.CUSTOMER, opens="review.saying:coach"),
    Command("redact_row", ("asterisk",), "redact", "Take words out of the row, or of what they were told, for good",
            Where.WRITE, Needs.CUSTOMER, opens="review.redacting:redact_row"),
    Command("drop", ("D",), "take away", "Take the note or number under the cursor away", Where.WRITE,
            Needs.DROPPABLE, opens="taking_away:take_away", footer=6),
    Command("profile", ("E",), "profile", "Edit the profile", Where.WRITE, Needs.CUSTOMER,
            opens="customers.profile:edit_profile", footer=15),
    Command("points", ("A",), "contact points", "Phones, addresses and links", Where.WRITE, Needs.CUSTOMER,
            opens="customers.points:show_points"),
    Command("merge", ("M",), "merge", "Merge with one who is the same, or separate again", Where.WRITE,
            Needs.CUSTOMER, opens="customers.merge:merge_customers"),
    Command("goodwill", ("w",), "goodwill", "Give goodwill within your limit, or have a supervisor decide",
            Where.WRITE, Needs.CUSTOMER, opens="goodwill.give:give", footer=9),
    Command("undo", ("u", "ctrl+z"), "undo", "Take my last entry back", Where.WRITE,
            opens="undo:take_back", footer=12),
    Command("case", ("o",), "case", "Open a case", Where.CASE, Needs.CUSTOMER,
            opens="cases.opening:open_case", footer=13),
    Command("status", ("S",), "status", "Set status and priority of the case, close it or open it again", Where.CASE,
            Needs.CASE, opens="cases.status:set_status"),
    Command("owner", ("a",), "hand over", "Hand the case over to somebody", Where.CASE, Needs.CASE,
            opens="cases.hand_over:hand_over_case"),
    Command("reassign", ("greater_than_sign",), "reassign",
            "Give the case to somebody else, and say why to whoever had it", Where.CASE, Needs.CASE,
            opens="review.saying:reassign"),
    Command("escalate", ("exclamation_mark",), "escalate", "Put the case before a supervisor", Where.CASE, Needs.CASE,
            opens="cases.escalation:escalate"),
    Command("watch", ("V",), "watch", "Hear what others do to the case, or no more", Where.CASE, Needs.CASE,
            opens="cases.watching:watch_or_not"),
    Command("links", ("l",), "links", "Link the case to others, or merge duplicates", Where.CASE, Needs.CASE,
            opens="cases.together:show_together"),
    Command("similar", ("y",), "similar", "Similar earlier cases, and how they ended", Where.CASE, Needs.CASE,
            opens="cases.similar:show_similar"),
    Command("reference", ("r",), "reference", "Add a number to the case", Where.CASE, Needs.CASE,
            opens="cases.reference:add_reference"),
    Command("slip", ("h",), "slip", "Print or save what the customer takes along", Where.CASE, Needs.CASE,
            opens="slips.sheet:show_slip", footer=18),
    Command("story", ("O",), "story", "The case as one page, from the first contact to now", Where.CASE, Needs.CASE,
            opens="cases.story:show_story"),
    Command("contact", ("C",), "who to call", "Who to call about the case or its numbers, and log a call to them",
            Where.CASE, Needs.CASE, opens="cases.who_to_call:who_to_call"),
    Command("tick", ("x",), "tick", "Tick the step under the cursor, else the next open one", Where.CASE, Needs.CASE,
            opens="steps.ticking:tick_step", footer=18),
    Command("guide", ("g",), "guide", "Attach a guide: how it is done, step by step", Where.CASE, Needs.CASE,
            opens="steps.templates:choose_guide"),
    Command("checklists", ("X",), "checklists", "Start a checklist; change checklists and guides", Where.CASE,
            opens="steps.templates:show_templates"),
    Command("received", ("R",), "received", "What was ordered under the number has come in today", Where.CASE,
            Needs.NUMBER, opens="cases.reference:receive", footer=4),
    Command("coverage", ("v",), "covered?", "Whether what was bought is covered, and what happens next", Where.CASE,
            Needs.ORDER, opens="coverage:show_coverage", footer=2),
    Command("tip", ("d",), "tip", "What was offered: tip taken, declined or not now", Where.CASE, Needs.CUSTOMER,
            opens="tips:offer_tip"),
    Command("precedents", ("G",), "precedents", "What was given or refused before, to them and in cases like this",
            Where.CASE, Needs.CUSTOMER, opens="precedents:show_precedents"),
    Command("copy", ("full_stop",), "copy", "Copy the number in view: that of the row, else of the case", Where.CASE,
            Needs.CUSTOMER, opens="copying:copy_number"),
    Command("previous_case", ("left_square_bracket",), "case before", "Case before", Where.CASE, Needs.CASE),
    Command("next_case", ("right_square_bracket",), "next case", "Next case", Where.CASE, Needs.CASE),
    Command("keys", ("question_mark", "f1"), "keys", "What works here, and why something does not", Where.DESK,
            footer=1),
    Command("due", ("f2",), "due", "What is due: promises, follow-ups, calls we owe, outreach", Where.DESK,
            footer=9),
    Command("review", ("f3",), "review", "What waits for a supervisor: review it, one key a verdict", Where.DESK,
            opens="review.queue:show_review"),
    Command("feedback", ("U", "ctrl+g"), "feedback", "What was said about my work, and what I said to others",
            Where.DESK, opens="review.said:show_feedback"),
    Command("board", ("f4",), "board", "The board: what was done, and how that compares with before", Where.DESK),
    Command("calls", ("K", "f12"), "call list", "Whom to call for their own sake: the outreach list", Where.DESK,
            footer=19),
    Command("staff", ("s", "f6"), "staff", "The staff directory: who is there, hours, deputies, other firms",
            Where.DESK, opens="staff.staff_list:show_staff", footer=17),
    Command("journal", ("J", "ctrl+t"), "journal", "The journal: who did what, and who looked at what", Where.DESK,
            opens="journal.page:show_journal"),
    Command("switch", ("f8",), "switch", "Another clerk signs in here; the customer stays on screen", Where.DESK),
    Command("lock", ("ctrl+l",), "lock", "Hide the screen until somebody signs in", Where.DESK),
    Command("manual", ("m", "f9"), "manual", "The manual: policies, guides, product notes; F9 also while you type",
            Where.DESK, opens="manual.manual_page:open_manual", footer=19),
    Command("approvals", ("Y",), "approvals", "What waits for a supervisor to approve, and what they said",
            Where.DESK, opens="goodwill.approvals:show_approvals"),
    Command("limits", ("L",), "limits", "What each may decide alone", Where.DESK,
            opens="goodwill.limits:show_limits"),
    Command("setup", ("Z", "f10"), "setup", "The set-up of the shop: all that is set, and where it is changed",
            Where.DESK, opens="setup.page:show_setup"),
    Command("palette", ("ctrl+p",), "palette", "All commands by name", Where.DESK),
    Command("theme", ("T",), "theme", "Choose the colours", Where.DESK, opens="colours:choose_colours"),
    Command("refresh", ("f5",), "refresh", "Read everything again", Where.DESK),
    Command("quit", ("ctrl+q",), "quit", "Quit; half-typed text comes back", Where.DESK, fixed=True, footer=2),
    Command("settle", ("x",), "settle", "Kept, done or acknowledged, by what it is", Where.DUE, Needs.DUE, footer=1),
    Command("due_mine", ("1",), "mine", "What is due for me", Where.DUE, Needs.DUE),
    Command("due_desk", ("2",), "the desk", "What is due for everybody", Where.DUE, Needs.DUE),
    Command("due_colleague", ("3",), "a colleague", "What is due for a colleague", Where.DUE, Needs.DUE),
    Command("due_turn", ("tab",), "turn", "Mine and everybody's in turn", Where.DUE, Needs.DUE),
    Command("board_desk", ("1",), "the desk", "The figures of the whole desk", Where.BOARD, Needs.BOARD),
    Command("board_kinds", ("2",), "kinds", "The figures by kind of case", Where.BOARD, Needs.BOARD),
    Command("board_clerks", ("3",), "clerks", "The figures by clerk", Where.BOARD, Needs.BOARD),
    Command("board_turn", ("tab",), "level", "The three levels in turn", Where.BOARD, Needs.BOARD),
    Command("board_period", ("p",), "period", "Choose other days", Where.BOARD, Needs.BOARD),
    Command("board_chart", ("c",), "chart", "The charts in turn where only one fits", Where.BOARD, Needs.BOARD),
    Command("board_export", ("e",), "save", "Save it as PDF, web page, CSV or text", Where.BOARD, Needs.BOARD),
    Command("skip_call", ("x",), "skip", "Take the row off the list, with a reason", Where.CALLS, Needs.CALLS),
    Command("calls_mine", ("1",), "mine", "Whom I am to call, or anybody", Where.CALLS, Needs.CALLS),
    Command("calls_desk", ("2",), "the desk", "Whom anybody of us is to call", Where.CALLS, Needs.CALLS),
    Command("calls_turn", ("tab",), "turn", "My calls and everybody's in turn", Where.CALLS, Needs.CALLS),
    Command("call_rules", ("r",), "rules", "The rules that fill the list", Where.CALLS, Needs.CALLS),
    Command("approve", ("a",), "approve", "Approve it, or confirm a fact that is to be confirmed", Where.REVIEW,
            Needs.REVIEW),
    Command("confirm", ("y",), "confirm", "Confirm the fact as of today", Where.REVIEW, Needs.REVIEW),
    Command("make_private", ("p",), "private", "Make the note private to its author and supervisors",
            Where.REVIEW, Needs.REVIEW),
    Command("ask_to_fix", ("f",), "fix", "Ask its author to fix it; it comes here again when it is changed",
            Where.REVIEW, Needs.REVIEW),
    Command("redact", ("x",), "redact", "Take words out of it, or all it says, for good", Where.REVIEW, Needs.REVIEW),
    Command("skip", ("s",), "skip", "Skip it; it comes again at the end", Where.REVIEW, Needs.REVIEW),
    Command("narrow", ("i",), "narrow", "Only some of it: by author, kind, branch and age", Where.REVIEW,
            Needs.REVIEW),
    Command("turn_kind", ("t",), "kind", "Only notes, only conversations, and so on in turn", Where.REVIEW,
            Needs.REVIEW),
    Command("review_rules", ("r",), "rules", "The sensitive words, and how much is looked at", Where.REVIEW,
            Needs.REVIEW),
    Command("save", ("ctrl+s",), "save", "Save the form", Where.FORM, fixed=True),
    Command("next_field", ("tab", "shift+tab"), "field", "Next field, field before", Where.FORM, fixed=True),
    Command("choose", ("left", "right"), "choose", "Choose in a row of choices, or type its first letter", Where.FORM,
            fixed=True),
    Command("take_offer", ("ctrl+n",), "take", "Take what the form offers, such as the next open time", Where.FORM,
            fixed=True),
    Command("start_afresh", ("ctrl+r",), "afresh", "Throw away what was typed in the form", Where.FORM, fixed=True),
    Command("cancel", ("escape",), "cancel", "Leave the form; its text comes back next time", Where.FORM, fixed=True),
)  # fmt: skip
"""In the order of the key table."""

_BY_ID: Final = {each.id: each for each in COMMANDS}

ANYWHERE: Final = ("lock", "switch")
"""Commands that work wherever somebody is, in a form as well."""

IN_DUE: Final = frozenset({"log", "promises"})
"""Commands on a customer that the due list carries out for the row under the cursor."""

IN_CALLS: Final = frozenset({"log"})
"""The same of the call list."""

IN_REVIEW: Final = frozenset({"commend", "coach", "reassign"})
"""The same of the review, for the item on screen."""

FOR_SUPERVISORS: Final = frozenset({"commend", "coach", "redact_row", "reassign", "review"})
"""What does nothing for a clerk but say who does it."""

ALSO: Final = {Where.DUE: IN_DUE, Where.CALLS: IN_CALLS, Where.REVIEW: IN_REVIEW}
"""What works in a part of the program besides its own commands."""


def command(name: str) -> Command:
    """The command of that id."""
    return _BY_ID[name]


def keys_of(command: Command, overrides: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of a command, those of the user's [keys] table first; several are separated by commas there."""
    if command.id in overrides:
        return tuple(key.strip() for key in overrides[command.id].split(",") if key.strip())
    return command.keys
