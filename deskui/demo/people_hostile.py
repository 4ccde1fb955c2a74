"""Text that tries to be more than text, and a customer of whom nothing is known.

Names and notes arrive from imports, e-mail and other people's systems. Markup, terminal control sequences,
marks that turn the writing direction and very wide signs are kept as they came, and have to show as harmless.
"""

from __future__ import annotations

from typing import Final

from deskui.demo.story import Bought, Item, Known, Matter, Person, Said

ESCAPE: Final = "\x1b"
TITLE: Final = f"{ESCAPE}]0;owned{chr(7)}"
CLIPBOARD: Final = f"{ESCAPE}]52;c;cm0gLXJmIH4={chr(7)}"
CLEAR: Final = f"{ESCAPE}[2J{ESCAPE}[H"
BACKWARDS: Final = "\u202egnp.exe\u202c"
FAMILY: Final = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"

MARKUP: Final = Person(
    "[red]Rudy[/red] Marks",
    ("720-555-0196",),
    ("rudy@example.org",),
    called="[b]Rudy[/b]",
    say_as="[@click=app.quit]click[/]",
    company="[link=https://example.org]Marks & Sons[/link]",
    prefers="[reverse]text[/reverse]",
    tier="[blink]GOLD",
    notes=(
        Known("caution", "[@click=app.quit]Quit[/] and [red]red[/red] are text here, nothing else.", ago=9,
              alert_for=30),
        Known("interest", "[/] [[double]] \\[escaped]", ago=9),
        Known("fact", "$HOME `id` %s {0} {name!r} <script>alert(1)</script> '; DROP TABLE customer; --", ago=9),
    ),
    bought=(Bought(9, "R-88250", (Item("[on red]Paint, red[/]", 4_250),), status="[bold]ready"),),
    said=(Said(9, "13:13", "counter", "Ben", 3, "even", "Spelt it out: [bold]R-u-d-y[/bold], [dim]. :smile: :x:"),),
    matters=(Matter(9, "[@click=app.bell]Ring[/]", "order", "Ben", numbers=(("other", "[7]-[/7]"),)),),
)  # fmt: skip

ESCAPES: Final = Person(
    f"Esc{ESCAPE}[31mape{ESCAPE}[0m Sequence",
    ("720-555-0197",),
    ("escape@example.org",),
    called=f"{TITLE}Esc",
    say_as=f"{CLEAR}es-KAPE",
    notes=(
        Known("caution", f"Sets the title {TITLE}, writes the clipboard {CLIPBOARD}, clears the screen {CLEAR}.",
              ago=8, alert_for=30),
        Known("fact", f"Asks who you are {ESCAPE}[c {ESCAPE}[6n {ESCAPE}P+q544e{ESCAPE}\\ and rings {chr(7)}.",
              ago=8),
        Known("fact", "C1 controls: \x9b31m \x9d0;owned\x9c \x85 and DEL \x7f, backspace \x08\x08\x08, "
                      "carriage\rreturn.", ago=8),
        Known("fact", "Lines\nof\ttext\n\n\nand a form feed \x0c.", ago=8),
    ),
    said=(Said(8, "14:14", "email", "Ben", 1, "even",
               f"Mail came with {ESCAPE}[5mblinking{ESCAPE}[25m text.{CLEAR}"),),
)  # fmt: skip

DIRECTIONS: Final = Person(
    f"Bidi {BACKWARDS} \u2066Marks\u2069",
    ("720-555-0198",),
    ("bidi@example.org",),
    called="שלום עליכם",
    notes=(
        Known("caution", f"The file is called invoice{BACKWARDS}", ago=7, alert_for=30),
        Known("fact", "Right to left: مرحبا بالعالم, then left to right again, then \u200fagain\u200e.", ago=7),
        Known("fact", "Nothing to see: \u200b\u200c\u200d\u2060\ufeff\u00ad.", ago=7),
    ),
    said=(Said(7, "15:15", "text", "Ada", 1, "even", "Texted \u202eno ereht si siht\u202c."),),
)  # fmt: skip

WIDE: Final = Person(
    f"Wide {FAMILY} Émoji ＦＵＬＬ",
    ("720-555-0199",),
    ("wide@example.org",),
    called="🏳️‍🌈🇺🇸👍🏽",
    company="﷽ 𒐫 ꧁꧂",
    notes=(
        Known("caution", "Z̷̢̛̭a̸̡̛̹l̶̨̛͙g̵̢̛̠o̴̧̡̢̖͒, and a flag 🏴󠁧󠁢󠁥󠁮󠁧󠁿, and a family " + FAMILY * 12, ago=6,
              alert_for=30),
        Known("fact", "漢字かな混じり文" * 40, ago=6),
        Known("fact", "Averyverylongwordwithoutanyblank" * 30, ago=6),
    ),
    said=(Said(6, "16:16", "chat", "Ada", 2, "even", "👋" * 200),),
)  # fmt: skip

NOTHING: Final = Person("Nell")
"""No phone, no history, not even a family name."""

PEOPLE: Final = (MARKUP, ESCAPES, DIRECTIONS, WIDE, NOTHING)
