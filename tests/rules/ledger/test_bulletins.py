"""Which bulletins and reports are due, and which are missing?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from checks import LANGS, UNFILLED, assert_explained, codes, day, present
from strategies_params import params as any_params
from xinfang_core.policy import load_policy
from xinfang_core.rules.ledger.bulletins import (
    ONCE_A_CYCLE,
    Issue,
    Params,
    Standing,
    find_due,
)
from xinfang_core.sources import Sourced, Table
from xinfang_core.vocabulary import Absent, Cycle, Recurring, Severity, Undetermined

if TYPE_CHECKING:
    from collections.abc import Iterable

PROXY = present(load_policy("online-proxy").on(day("2025-01-01")).ledger.bulletins)
DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))
ISSUES = st.lists(st.builds(Issue, st.sampled_from(Recurring), DAYS), max_size=12)
STEP = {
    Cycle.month: relativedelta(months=1),
    Cycle.quarter: relativedelta(months=3),
    Cycle.year: relativedelta(years=1),
}


def _every(cycle: Cycle) -> Params:
    """A policy that wants everything once a cycle."""
    cited = PROXY.cycle[Recurring.bulletin].citation
    return Params(Table(dict.fromkeys(Recurring, Sourced(cycle, cited))))


def _bulletin(
    issued: Iterable[str], since: str, as_of: str, params: Params = PROXY
) -> tuple[list[str], date | None]:
    issues = [Issue(Recurring.bulletin, day(on)) for on in issued]
    decision = find_due(issues, day(since), day(as_of), params)
    assert_explained(decision)
    assert isinstance(decision.outcome, tuple)
    one = decision.outcome[0]
    assert one.kind is Recurring.bulletin
    assert len(decision.findings) >= bool(one.missing)
    for lang in LANGS:
        assert not UNFILLED.search(one.text(lang))
    return [str(first) for first in one.missing], one.due


class TestQuarterly:
    """Online-proxy 24: a bulletin every quarter."""

    def test_one_in_each_quarter_is_enough(self) -> None:
        issued = ("2025-01-10", "2025-06-30", "2025-07-01", "2025-12-31")
        assert _bulletin(issued, "2025-01-01", "2025-12-31") == ([], None)

    def test_the_running_quarter_is_due_by_its_last_day(self) -> None:
        assert _bulletin((), "2025-01-01", "2025-01-01") == ([], day("2025-03-31"))
        assert _bulletin((), "2025-01-01", "2025-03-31") == ([], day("2025-03-31"))

    def test_a_quarter_without_one_is_missing(self) -> None:
        found = _bulletin(("2025-02-10", "2025-08-20"), "2025-01-01", "2025-11-05")
        assert found == (["2025-04-01"], day("2025-12-31"))

    def test_a_first_quarter_that_is_not_whole_does_not_count(self) -> None:
        assert _bulletin((), "2025-01-02", "2025-03-31") == ([], None)
        assert _bulletin((), "2025-01-02", "2025-07-01") == (["2025-04-01"], day("2025-09-30"))

    def test_two_in_one_quarter_do_not_make_up_for_another(self) -> None:
        issued = ("2025-01-10", "2025-02-10")
        assert _bulletin(issued, "2025-01-01", "2025-07-01")[0] == ["2025-04-01"]

    def test_what_went_out_later_is_not_known_yet(self) -> None:
        issued = ("2025-03-31",)
        assert _bulletin(issued, "2025-01-01", "2025-03-30") == ([], day("2025-03-31"))

    def test_a_missing_one_is_a_violation_and_cites_the_source(self) -> None:
        decision = find_due((), day("2025-01-01"), day("2025-10-01"), PROXY)
        (finding,) = decision.findings
        assert finding.severity is Severity.violation
        assert finding.reason.citation == PROXY.cycle[Recurring.bulletin].citation
        assert dict(finding.reason.facts)["count"] == 3
        assert decision.weakest is ONCE_A_CYCLE

    def test_reports_that_the_policy_does_not_know_are_not_asked_for(self) -> None:
        decision = find_due((), day("2025-01-01"), day("2025-10-01"), PROXY)
        assert isinstance(decision.outcome, tuple)
        assert [one.kind for one in decision.outcome] == [Recurring.bulletin]


class TestOtherCycles:
    """A month and a year, in the same way."""

    def test_months(self) -> None:
        found = _bulletin(
            ("2024-12-31", "2025-02-28"), "2024-12-01", "2025-03-01", _every(Cycle.month)
        )
        assert found == (["2025-01-01"], day("2025-03-31"))

    def test_years(self) -> None:
        found = _bulletin((), "2023-06-01", "2025-01-01", _every(Cycle.year))
        assert found == (["2024-01-01"], day("2025-12-31"))


class TestSilence:
    """A policy without any cycle leaves it open."""

    def test_no_cycle_at_all(self) -> None:
        silent = evolve(PROXY.cycle[Recurring.bulletin], value=Absent.silent)
        params = Params(Table(dict.fromkeys(Recurring, silent)))
        decision = find_due((), day("2025-01-01"), day("2025-10-01"), params)
        assert_explained(decision)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]


def _walked(issued: Iterable[date], cycle: Cycle, since: date, as_of: date) -> list[date]:
    """The cycles without an issue, by walking the calendar: the oracle."""
    first = date(since.year, 1, 1)
    missing: list[date] = []
    while first <= as_of:
        following = first + STEP[cycle]
        whole = first >= since and following <= as_of
        if whole and not [one for one in issued if first <= one < following]:
            missing.append(first)
        first = following
    return missing


class TestProperties:
    """Any record has an answer, and one more issue never makes more missing."""

    @given(ISSUES, DAYS, DAYS, any_params(Params))
    def test_total(self, issued: list[Issue], since: date, as_of: date, params: Params) -> None:
        decision = find_due(issued, since, as_of, params)
        assert_explained(decision)
        if isinstance(decision.outcome, tuple):
            missed = [one for one in decision.outcome if one.missing]
            assert len(decision.findings) == len(missed)

    @pytest.mark.parametrize("cycle", Cycle)
    @given(issued=ISSUES, since=DAYS, as_of=DAYS)
    def test_missing_is_what_a_walk_through_the_calendar_finds(
        self, issued: list[Issue], since: date, as_of: date, cycle: Cycle
    ) -> None:
        decision = find_due(issued, since, as_of, _every(cycle))
        assert isinstance(decision.outcome, tuple)
        for one in decision.outcome:
            days = [item.day for item in issued if item.kind is one.kind]
            assert list(one.missing) == _walked(days, cycle, since, as_of)

    @given(ISSUES, DAYS, DAYS, DAYS)
    def test_one_more_never_makes_more_missing(
        self, issued: list[Issue], more: date, since: date, as_of: date
    ) -> None:
        def missing(issues: list[Issue]) -> set[date]:
            outcome = find_due(issues, since, as_of, PROXY).outcome
            assert isinstance(outcome, tuple)
            (one,) = outcome
            assert isinstance(one, Standing)
            return set(one.missing)

        assert missing([*issued, Issue(Recurring.bulletin, more)]) <= missing(issued)
