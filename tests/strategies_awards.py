"""Strategies for the award of an agent: what is earned, and policies that pay more for more."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from strategies import histories
from strategies_params import citations, sourced
from xinfang_core.case import Event, History
from xinfang_core.rules.follow_through.incentive import Params
from xinfang_core.sources import Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    AgentCategory,
    AwardKind,
    AwardLevel,
    AwardScheme,
    EventKind,
    Grade,
    Role,
    Settled,
)

if TYPE_CHECKING:
    from decimal import Decimal

Result = tuple[Settled, Grade]
RESULTS: tuple[Result, ...] = tuple(product(Settled, Grade))
_RANK = {
    Grade.unrated: 0,
    Grade.dissatisfied: 0,
    Grade.basically_satisfied: 1,
    Grade.satisfied: 2,
}
_LEVELS = tuple(AwardLevel)


def is_no_better(one: Result, other: Result) -> bool:
    """Whether a result is the other one or worse, in both parts of it.

    No rating is neither better nor worse than a dissatisfied one.
    """
    (ended, grade), (other_ended, other_grade) = one, other
    grade_no_better = grade is other_grade or _RANK[grade] < _RANK[other_grade]
    return grade_no_better and (ended is Settled.no or other_ended is Settled.yes)


@st.composite
def rising_params(draw: st.DrawFn) -> Params:
    """Policies that pay volunteers: the level rises with the result, the amount with the level."""
    drawn = {result: draw(st.integers(0, len(_LEVELS) - 1)) for result in RESULTS}
    reached = {
        result: _LEVELS[max(drawn[one] for one in RESULTS if is_no_better(one, result))]
        for result in RESULTS
    }
    prices = st.decimals(0, 100, places=2)
    rising = sorted(draw(st.lists(prices, min_size=len(_LEVELS), max_size=len(_LEVELS))))
    # No amount is no money: as good as nought, and no more.
    nought_is_none = draw(st.booleans())
    amounts: dict[AwardLevel, Decimal | Absent] = {
        level: Absent.none if yuan == 0 and nought_is_none else yuan
        for level, yuan in zip(_LEVELS, rising, strict=True)
    }
    money = Sourced(AwardKind.money, draw(citations()))
    cited = draw(citations())
    return Params(
        scheme=draw(sourced(st.sampled_from(AwardScheme), absent=False)),
        earned_by=Sourced(EventKind.deliver, cited),
        rating_of=Sourced(Role.agent, cited),
        recognition=Table(dict.fromkeys(AgentCategory, money)),
        level=Table({result: Sourced(found, cited) for result, found in reached.items()}),
        amount=Table({one: Sourced(found, cited) for one, found in amounts.items()}),
        cap=draw(sourced(st.just(Absent.none) | prices, absent=False)),
    )


@st.composite
def earned_histories(draw: st.DrawFn) -> History:
    """Any history, after which the reply is delivered and nothing refutes it."""
    before = draw(histories())
    last = max((one.day for one in before.events), default=date(2025, 1, 1))
    delivered = Event(EventKind.deliver, last + timedelta(1))
    return History((*before.events, delivered))
