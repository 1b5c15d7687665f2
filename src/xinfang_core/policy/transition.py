"""What becomes of the cases that are open when a new edition takes force (新旧衔接)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.sources import Citation
from xinfang_core.vocabulary import Basis, EventKind, OpenCases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.case import History
    from xinfang_core.policy.location import Location

OPEN_ON_THE_DAY = Citation(
    source="",
    clause="改用之日是否在办",
    phrase="",
    basis=Basis.interpreted,
    note="改用之日以前有办结、答复、归档或者销号记录，且当时没有重新办理的，为已办结，不改用；没有记录的，为在办；申请复查、复核不改变已办结，改用之日以后重新办理的也不改用",
)
"""A matter is open until it is concluded, answered, archived or written off, on record."""

_ENDS = (EventKind.conclude, EventKind.reply, EventKind.archive, EventKind.write_off)
_REOPEN = EventKind.reopen
_KEYS = ("open_cases", "switch_on", "text")


@frozen
class Transition:
    """What an edition says of the cases that are open when it takes force (新旧衔接).

    Attributes:
        open_cases: whether they keep the older edition or switch to this one.
        switch_on: the day from which they are judged under this edition; None where they keep
            the older one.
        text: the same in words.

    """

    open_cases: OpenCases
    switch_on: date | None
    text: str

    def takes_over(self, history: History, as_of: date) -> bool:
        """Whether a case that fell under an older edition is judged under this one.

        Args:
            history: the events of the case.
            as_of: the day asked about.

        """
        day = self.switch_on
        return day is not None and day <= as_of and not concluded_before(history, day)


def concluded_before(history: History, day: date) -> bool:
    """Whether a case had ended before ``day``, as far as is recorded; a reopening undoes it."""
    first = history.earliest(*_ENDS)
    if first is None or first >= day:
        return False
    past = (one.kind for one in history.events if one.day < day)
    marks = [kind for kind in past if kind in _ENDS or kind is _REOPEN]
    return marks[-1] is not _REOPEN


def read_transition(
    location: Location, raw: Mapping[str, object], effective: date | None, *, undated: bool
) -> Transition | None:
    """The transition in the head ``raw`` of a file; None with faults where it says none.

    Words alone mean that open cases keep the older edition.

    Args:
        location: the head.
        raw: what it says.
        effective: the first day in force; None for an undated file, and with faults.
        undated: whether the file is undated.

    """
    found = raw.get("transition")
    if not isinstance(found, dict):
        said = location.required(raw, "transition", str)
        return None if said is None else Transition(OpenCases.keep, None, said)
    here, before = location.at("transition"), len(location.faults)
    here.check_keys(found, _KEYS)
    text = here.required(found, "text", str)
    chosen = here.optional(found, "open_cases", OpenCases, OpenCases.keep)
    given = here.optional(found, "switch_on", date)
    if chosen is OpenCases.keep and "switch_on" in found:
        here.at("switch_on").refuse("transition.keeps")
    if chosen is OpenCases.switch and undated:
        here.at("open_cases").refuse("transition.undated")
    if given and effective and given < effective:
        day = ("day", effective)
        here.at("switch_on").refuse("transition.too_early", day, at_value=True)
    if len(location.faults) > before:
        return None
    return Transition(chosen, (given or effective) if chosen is OpenCases.switch else None, text)
