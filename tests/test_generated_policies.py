"""Whole policies that hypothesis declares: what holds every rule holds every declared limit."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING, Any

from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from strategies_skeleton import skeletons
from xinfang_core.assessment import assess
from xinfang_core.calendar import last_day, mainland_calendar
from xinfang_core.case import Case, Event, History
from xinfang_core.codec.skeleton import Skeleton, skeleton_text
from xinfang_core.deadline import Deadline
from xinfang_core.errors import PolicyDataError
from xinfang_core.periods import Period
from xinfang_core.policy.files import policy_of
from xinfang_core.policy.laxer import beside
from xinfang_core.sources import Table
from xinfang_core.vocabulary import Absent, EventKind, Status

if TYPE_CHECKING:
    from xinfang_core.decision import Decision
    from xinfang_core.messages import Lang
    from xinfang_core.policy import Policy
    from xinfang_core.vocabulary import Step

MAINLAND = mainland_calendar()
DAYS = st.dates(date(2024, 1, 1), date(2025, 12, 31))
AS_OF = date(2026, 1, 31)
FEW = settings(max_examples=15)
"""A whole file is written and read for each."""

LANGUAGES: tuple[Lang, ...] = ("zh", "en")


def _policy(skeleton: Skeleton) -> Policy:
    """The policy of a generated file; one with a limit laxer than the national text is none."""
    try:
        return policy_of(skeleton_text(skeleton), skeleton.file_name)
    except PolicyDataError:
        assume(False)  # noqa: FBT003 - hypothesis has it so
        raise


@st.composite
def policies_with_a_case(draw: st.DrawFn) -> tuple[Policy, Case]:
    """A generated policy, and a case of its kinds with some of its steps."""
    skeleton = draw(skeletons())
    policy = _policy(skeleton)
    steps: set[Step] = {*skeleton.steps, EventKind.receive, EventKind.register}
    for one in skeleton.limits:
        steps |= {one.start, one.met_by}
    told = draw(st.lists(st.sampled_from(sorted(steps, key=lambda one: one.name)), max_size=6))
    events = [event for kind in told if (event := _event(kind, draw(DAYS))) is not None]
    kinds = tuple(one.kind for one in policy.on(date(2025, 1, 1)).listed)
    category = draw(st.none() | st.sampled_from(kinds)) if kinds else None
    try:
        return policy, Case("A-1", History(events), category=category)
    except ValueError:  # a record that contradicts itself
        assume(False)  # noqa: FBT003
        raise


def _event(kind: Step, at: date) -> Event | None:
    """Something of the kind; None where it says nothing without its details."""
    try:
        return Event(kind, at)
    except ValueError:
        return None


def _declared(policy: Policy, case: Case) -> dict[str, Decision[Deadline]]:
    answer = assess(case, policy.in_force(case, AS_OF), MAINLAND, AS_OF)
    return {one.name: decision for one, decision in answer.limits.declared.items()}


@FEW
@given(policies_with_a_case())
def test_every_declared_limit_has_an_answer_with_its_reasons(drawn: tuple[Policy, Case]) -> None:
    policy, case = drawn
    pack = policy.in_force(case, AS_OF)
    found = _declared(policy, case)
    assert found.keys() == {one.name for one in pack.declared_limits}
    for decision in found.values():
        assert any(reason.citation for reason in decision.reasons)
        assert all(reason.text(lang) for reason in decision.reasons for lang in LANGUAGES)


@FEW
@given(policies_with_a_case(), st.integers(0, 99))
def test_the_order_of_recording_is_irrelevant(drawn: tuple[Policy, Case], seed: int) -> None:
    policy, case = drawn
    events = [*case.history.events]
    Random(seed).shuffle(events)  # noqa: S311 - an order, not a secret
    shuffled = evolve(case, history=History(tuple(events)))
    assert _declared(policy, shuffled) == _declared(policy, case)


@FEW
@given(policies_with_a_case(), DAYS, st.integers(1, 20))
def test_an_extension_only_adds(drawn: tuple[Policy, Case], at: date, days: int) -> None:
    policy, case = drawn
    granted = Event(EventKind.extend, at, extension=days)
    try:
        longer = evolve(case, history=History((*case.history.events, granted)))
    except ValueError:  # before the receipt
        return
    before, after = _declared(policy, case), _declared(policy, longer)
    for name, decision in before.items():
        bare, more = decision.outcome, after[name].outcome
        if isinstance(bare, Deadline) and isinstance(more, Deadline) and bare.due and more.due:
            assert more.due >= bare.due
            assert more.status is not Status.overdue or bare.status is Status.overdue


@FEW
@given(skeletons(), DAYS)
def test_no_local_limit_gives_a_body_more_time_than_the_national_text(
    skeleton: Skeleton, start: date
) -> None:
    policy = _policy(skeleton)
    for own in policy.on(start).declared_limits.values():
        limits: Any = own.limit.cells.values() if isinstance(own.limit, Table) else (own.limit,)
        for text in beside(own, policy.national):
            for cell in limits if text.same_start else ():
                if isinstance(cell.value, Absent):
                    continue
                theirs = last_day(MAINLAND, start, text.limit.value)  # type: ignore[arg-type]
                assert theirs is not None
                mine = _last(cell.value, start)
                assert mine is None or mine <= theirs.due


def _last(period: Any, start: date) -> date | None:  # noqa: ANN401 - any period
    """The last day of a period of days; None of one on the clock."""
    if not isinstance(period, Period):
        return None
    found = last_day(MAINLAND, start, period)
    return found.due if found else None
