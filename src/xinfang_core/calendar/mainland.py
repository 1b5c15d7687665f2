"""The notices of the mainland (中国内地): one file each in ``notices/``, and no other source."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from xinfang_core.calendar.shipped import folders, make_notice, read_folder
from xinfang_core.errors import Fault, UnknownNameError

if TYPE_CHECKING:
    from xinfang_core.calendar.notice import Notice

_NATIONAL = "national"


@cache
def mainland_notices() -> tuple[Notice, ...]:
    """The State Council's notices (国务院办公厅放假安排通知) of 2004 to 2026, with amendments.

    Their days were first taken from chinese_calendar 1.11 and corrected where it is wrong; a
    newer one changes none of them, see ``peer_differences``. A notice names its number, day of
    issue and where it can be read.
    """
    notices = map(make_notice, read_folder(_NATIONAL))
    return tuple(sorted(notices, key=lambda one: (one.issued or date.min, one.year)))


def regions() -> tuple[tuple[str, str], ...]:
    """Code and name of each region whose notices come with the library."""
    codes = (folder for folder in folders() if folder != _NATIONAL)
    return tuple((code, next(read_folder(code))["region_name"]) for code in codes)


def region_notices(region: str) -> tuple[Notice, ...]:
    """The notices of one region, oldest first.

    They are known from second-hand pages alone; each notice names where it was read, and an
    answer for a year that they do not tell in full is provisional.

    Raises:
        UnknownNameError: none come with the library.

    """
    known = dict(regions())
    if region not in known:
        facts = (("found", region), ("known", tuple(f"{code} {known[code]}" for code in known)))
        raise UnknownNameError(Fault("calendar.unknown_region", facts, path="region"))
    return tuple(map(make_notice, read_folder(region)))
