"""What the facts of a case give a letter (由案件事实给出的字段)."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final

from xinfang_core.case.history import History
from xinfang_core.case.receipt import receipt_of
from xinfang_core.case.rounds import PASSING_ON, rounds_of
from xinfang_core.documents.letters.material import day_words, period_words
from xinfang_core.messages import render, words
from xinfang_core.periods import CalendarDays, WorkingDays
from xinfang_core.vocabulary import CaseClass, EventKind, LetterKind, SuspensionCause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from xinfang_core.case import Event
    from xinfang_core.documents.letters.letter import Filled
    from xinfang_core.documents.letters.material import Material
    from xinfang_core.vocabulary import Step

_PASSING = {
    LetterKind.transfer_letter: (EventKind.transfer,),
    LetterKind.assignment_letter: (EventKind.assign,),
}


def _on(kind: Step, material: Material) -> str | None:
    """The day of the last event of a kind."""
    return _day(material.last(kind))


def _day(event: Event | None) -> str | None:
    return None if event is None else day_words(event.day)


def _term(name: str, material: Material) -> str | None:
    """A fact in its official words."""
    value = getattr(material.case, name)
    return None if value in (None, ()) else words(value, "zh")


def _received_on(material: Material) -> str | None:
    """When whoever writes received it: from the petitioner, or what was passed on to a body.

    A passing-on stands for a receipt where limits are counted, but in no letter.
    """
    history = _since_reopening(material.history)
    if material.kind in _PASSING or history.earliest(*PASSING_ON) is None:
        return _day(history.first(EventKind.receive))
    receipt = receipt_of(history, material.case.received_by)
    known = receipt is not None and receipt.first is receipt.last
    own = receipt.first if known and receipt else None
    return _day(own) if own and own.kind is EventKind.receive else None


def _since_reopening(history: History) -> History:
    """The events since the matter was reopened, if it was received anew; else all of them."""
    rounds = rounds_of(history)
    begun = [place for place, one in enumerate(rounds) if one.is_reopened]
    events = [event for one in rounds[begun[-1] :] for event in one.history.events] if begun else []
    again = any(event.kind is EventKind.receive for event in events)
    return History(tuple(events)) if again else history


def _passed_on(material: Material) -> str | None:
    return _day(material.last(*_PASSING.get(material.kind, PASSING_ON)))


def _people(material: Material) -> str | None:
    count = material.case.people
    return None if count is None else render("letter.people", {"count": count})


def _case_class(material: Material) -> str | None:
    decision = material.assessment.kind.case_class
    found = decision.outcome if decision else material.case.case_class
    return found.text() if isinstance(found, CaseClass) else _term("case_class", material)


def _assigned_due(material: Material) -> str | None:
    due = material.case.own_deadline
    return None if due is None else day_words(due)


def _extension(material: Material) -> str | None:
    """The days granted, in the unit of the limit that they extend."""
    event = material.last(EventKind.extend)
    if event is None or event.extension is None:
        return None
    params = material.pack.limits.handling_deadline
    working = params is not None and isinstance(params.limit.value, WorkingDays)
    return period_words((WorkingDays if working else CalendarDays)(event.extension))


def _asked_on(material: Material) -> str | None:
    return _day(material.asked)


def _heard(material: Material) -> tuple[str, ...]:
    """From when hearings of the re-review kept the clock standing; others do not count there."""
    asked, events = material.asked, material.history.all(EventKind.suspend)
    since = asked.day if asked else None
    heard = [
        one.day
        for one in events
        if one.cause is SuspensionCause.hearing and since and one.day >= since
    ]
    return tuple(_stood_still(day, material.history) for day in heard)


def _stood_still(since: date, history: History) -> str:
    """From when the clock stood still, and when it ran on; of the latter nothing if it has not."""
    ran_on = (one.day for one in history.all(EventKind.resume) if one.day >= since)
    again = next(ran_on, None)
    if again is None:
        return render("letter.heard", {"day": day_words(since)})
    return render("letter.heard_until", {"day": day_words(since), "until": day_words(again)})


def _course(material: Material) -> tuple[str, ...]:
    """What happened, day by day."""
    by_day = groupby(material.history.events, lambda event: event.day)
    return tuple(
        render("letter.course", {"day": day_words(day), "acts": tuple(_kinds(events))})
        for day, events in by_day
    )


def _kinds(events: Iterable[Event]) -> dict[Step, None]:
    return dict.fromkeys(event.kind for event in events)


def _feedback(material: Material) -> str | None:
    events = material.history.all(EventKind.inform)
    modes = tuple(dict.fromkeys(one.mode for one in events))
    return words(modes, "zh") if modes else None


def _grades(material: Material) -> str | None:
    """The last grade of each who was rated."""
    last = {one.target: one.grade for one in material.history.all(EventKind.evaluate)}
    told = (
        render("letter.grade", {"target": target, "grade": grade}) for target, grade in last.items()
    )
    return "；".join(told) or None


FACTS: Final[Mapping[str, Callable[[Material], Filled | None]]] = {
    "case_no": lambda material: material.case.case_no,
    "received_on": _received_on,
    "registered_on": partial(_on, EventKind.register),
    "accepted_on": partial(_on, EventKind.accept),
    "extended_on": partial(_on, EventKind.extend),
    "passed_on": _passed_on,
    "requested_on": _asked_on,
    "form": partial(_term, "form"),
    "purpose": partial(_term, "purpose"),
    "proxy_form": partial(_term, "proxy_form"),
    "proofs": partial(_term, "mandate_proofs"),
    "settled": partial(_term, "settled"),
    "people": _people,
    "case_class": _case_class,
    "assigned_due": _assigned_due,
    "extension": _extension,
    "heard": _heard,
    "course": _course,
    "feedback": _feedback,
    "grades": _grades,
}
"""What gives each field that the facts of the case give; None where nothing is recorded."""
