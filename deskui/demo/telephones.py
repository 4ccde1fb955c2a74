"""Telephone numbers that ring nowhere: 555 numbers, and what regulators set aside for films and books."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from random import Random

_AREAS: Final = """303 720 303 720 303 720 303 970 719 201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218
219 224 225 228 229 231 234 239 240 248 251 252 253 254 256 260 262 267 269 270 276 281 301 302 304 305 307 308 309
310 312 313 314 315 316 317 318 319 320 321 323 325 330 334 336 337 339 347 351 352 360 361 385 386 401 402 404 405
406 407 408 409 410 412 413 414 415 417 419 423 424 425 432 434 435 440 443 469 478 479 480 484 501 502 503 504 505
507 508 509 510 512 513 515 516 517 518 520 530 540 541 551 559 561 562 563 567 570 571 573 574 575 580 585 586 601
602 603 605 606 607 608 609 610 612 614 615 616 617 618 619 620 623 626 630 631 636 641 646 650 651 660 661 662 678
682 701 702 703 704 706 707 708 712 713 714 715 716 717 718 724 727 731 732 734 740 754 757 760 763 765 770 772 773
774 775 781 785 786 801 802 803 804 805 806 808 810 812 813 814 815 816 817 818 828 830 831 832 843 845 847 848 850
856 857 858 859 860 862 863 864 865 870 901 903 904 906 907 908 909 910 912 913 914 915 916 917 918 919 920 925 928
931 936 937 940 941 947 949 951 952 954 956 972 973 978 979 980 985 989 204 250 403 416 418 506 514 519 604 613 705
709 778 780 819 902 905""".split()

_WRITTEN: Final = (
    "({area}) 555-{line}",
    "{area}-555-{line}",
    "{area}.555.{line}",
    "{area} 555 {line}",
    "+1 {area} 555 {line}",
    "1-{area}-555-{line}",
    "{area}555{line}",
)
"""How people here write a number down."""

_ABROAD: Final = (
    (5, "+3319900", 4, "+33 1 99 00 {line}"),
    (5, "+3363998", 4, "+33 6 39 98 {line}"),
    (4, "+44207946", 4, "+44 20 7946 {line}"),
    (4, "+447700900", 3, "+44 7700 900{line}"),
    (3, "+441632960", 3, "+44 1632 960{line}"),
    (5, "+6125550", 4, "+61 2 5550 {line}"),
    (5, "+6137010", 4, "+61 3 7010 {line}"),
    (3, "+493023125", 3, "+49 30 23125 {line}"),
    (2, "+4940669690", 2, "+49 40 669690{line}"),
    (2, "+4684650040", 2, "+46 8 465 004 {line}"),
)
"""Weight, start of the key, how many digits follow, and how it is written."""

_ABROAD_SUMS: Final = list(accumulate(weight for weight, *_ in _ABROAD))
_SHARE_ABROAD: Final = 0.05


def draw(rng: Random) -> tuple[str, str]:
    """One number as it is written, and its E.164 key."""
    if rng.random() < _SHARE_ABROAD:
        _, start, length, written = rng.choices(_ABROAD, cum_weights=_ABROAD_SUMS)[0]
        line = f"{int(rng.random() * 10**length):0{length}d}"
        return written.replace("{line}", line), start + line
    area = _AREAS[int(rng.random() * len(_AREAS))]
    line = f"{int(rng.random() * 10_000):04d}"
    written = _WRITTEN[int(rng.random() * len(_WRITTEN))]
    return written.format(area=area, line=line), f"+1{area}555{line}"
