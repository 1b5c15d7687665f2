"""What every answer must keep to, and short ways to write histories down."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, TypeVar, get_args

from xinfang_core.case import Event, History
from xinfang_core.deadline import Deadline
from xinfang_core.decision import Reason
from xinfang_core.messages import Lang
from xinfang_core.rules.follow_through.incentive import Award
from xinfang_core.vocabulary import EventKind, Grade, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xinfang_core.decision import Decision, Finding

T = TypeVar("T")
LANGS: tuple[Lang, ...] = get_args(Lang)
UNFILLED = re.compile(r"[{}]|\bNone\b|<[A-Z]")
"""A brace, an absent value or a Python object in a sentence: a fact that was not filled in."""


def day(text: str) -> date:
    """A date from the calendar on the wall."""
    return date.fromisoformat(text)


def recorded(*events: Event, **days: str) -> History:
    """A history: events by their kind and day, and events with details as they are."""
    plain = (Event(EventKind[kind], day(text)) for kind, text in days.items())
    return History((*plain, *events))


def extended(on: str, count: int, *, told: bool | None = True) -> Event:
    """An extension approved on a day."""
    return Event(EventKind.extend, day(on), extension=count, reason_told=told)


def rated(on: str, grade: Grade, target: Role = Role.agent) -> Event:
    """A rating given on a day."""
    return Event(EventKind.evaluate, day(on), grade=grade, target=target)


def present(value: T | None) -> T:
    """A value that must be there."""
    assert value is not None
    return value


def deadline_of(decision: Decision[object] | None) -> Deadline:
    """The outcome of a decision that is about a deadline."""
    assert decision is not None
    assert isinstance(decision.outcome, Deadline)
    return decision.outcome


def award_of(decision: Decision[Award] | None) -> Award:
    """The outcome of a decision that is about an award."""
    assert decision is not None
    assert isinstance(decision.outcome, Award)
    return decision.outcome


def codes(found: Iterable[Reason | Finding]) -> list[str]:
    """The codes of reasons, or of the reasons of findings."""
    return [one.code if isinstance(one, Reason) else one.reason.code for one in found]


def assert_speaks(reasons: Iterable[Reason]) -> None:
    """Each reason has a sentence in both languages, with every fact filled in."""
    for reason in reasons:
        for lang in LANGS:
            sentence = reason.cited_text(lang)
            assert sentence
            assert not UNFILLED.search(sentence), sentence


def assert_explained(decision: Decision[object]) -> None:
    """The decision has a reason, rests on a citation, and can say so in both languages."""
    assert decision.reasons
    assert any(reason.citation for reason in decision.reasons)
    assert_speaks(decision.reasons)
    assert_speaks(finding.reason for finding in decision.findings)


def explained(decision: Decision[T]) -> Decision[T]:
    """The decision, which is explained."""
    assert_explained(decision)
    return decision
