"""What a bulletin counts is what the rules say of each case, and nothing else."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessing import EXAMPLES, MAINLAND, POLICIES
from bulletin_cases import (
    ASKED,
    QUARTER,
    VOLUNTEER,
    awarded,
    case_of,
    figures_of,
    late,
    steady,
)
from checks import day
from strategies import cases
from xinfang_core.assessment import assess, counted_of, matter_of
from xinfang_core.codec import ReadOptions, read_records
from xinfang_core.deadline import Deadline
from xinfang_core.declared import measure
from xinfang_core.documents.bulletin.counting import count, rated_target
from xinfang_core.documents.bulletin.internal_parts import payable
from xinfang_core.documents.bulletin.period import Period
from xinfang_core.documents.bulletin.rates import rate_lines
from xinfang_core.policy import read_policy
from xinfang_core.rules.ledger import indicators, tallies
from xinfang_core.vocabulary import EventKind, Indicator, Role, Status

if TYPE_CHECKING:
    from xinfang_core.case import Case
    from xinfang_core.documents.bulletin.asked import Asked

PROXY = evolve(ASKED, policy=POLICIES["online-proxy"])
WHOLE = Period(date(2024, 1, 1), date(2026, 12, 31), date(2026, 12, 31))


def matters(told: list[Case], asked: Asked, period: Period) -> list[tallies.Matter]:
    """The matters of a period, put together without the bulletin."""
    pack = asked.policy.on(period.last)
    found = []
    for case in told:
        dated = case.history.day(EventKind.register) or case.history.day(EventKind.receive)
        if dated is not None and period.first <= dated <= period.last:
            own = asked.policy.in_force(case, period.as_of)
            answer = assess(case, own, MAINLAND, period.as_of)
            found.append(matter_of(case, answer, rated_target(pack)))
    return found


class TestNumbers:
    """The numbers are those of the indicators."""

    @settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=20)
    @given(st.lists(cases(), max_size=6), st.sampled_from(["qiaocheng", "yubei", "online-proxy"]))
    def test_rates_are_those_of_the_rules(self, told: list[Case], policy: str) -> None:
        asked = evolve(ASKED, policy=POLICIES[policy])
        figures = figures_of([(one, {}) for one in told], asked, WHOLE)
        pack = asked.policy.on(WHOLE.last)
        own = matters(told, asked, WHOLE)
        assert figures.all.cases == len(own)
        if pack.ledger.tallies is not None:
            counts = tallies.count(own, pack.ledger.tallies).outcome
            assert figures.counts(figures.all) == counts
        if pack.ledger.indicators is None:
            assert rate_lines(figures) == ()
            return
        counts = figures.counts(figures.all)
        for line in rate_lines(figures):
            wanted = indicators.rate(Indicator[line.key], counts, pack.ledger.indicators).outcome
            if isinstance(wanted, indicators.Rate):
                found = (line.percent, line.above, line.below)
                assert found == (wanted.percent, wanted.numerator, wanted.denominator)
            else:
                assert (line.percent, line.above, line.below, bool(line.why)) == (
                    *(None, None, None),
                    True,
                )

    def test_a_rate_is_what_a_hand_counts(self) -> None:
        rows = [*steady(3, "东"), *late(4, "西"), *steady(9, "东", "2025-01", "旧")]
        lines = {one.name: one for one in rate_lines(figures_of(rows))}
        defusal = lines["化解率"]
        assert (defusal.above, defusal.below, defusal.percent) == (3, 7, Decimal("42.9"))
        assert lines["接访办结率"].percent == Decimal("100.00")
        assert lines["信件办结率"].percent == Decimal("0.00")
        assert lines["息访率"].percent == Decimal("0.00")

    def test_statuses_are_those_of_the_assessments(self) -> None:
        told = read_records(EXAMPLES / "mayor_mailbox.csv", {"accepted_at": "received_at"}).cases
        year = Period(date(2019, 1, 1), date(2019, 12, 31), date(2019, 12, 31))
        figures = figures_of([(one, {}) for one in told], PROXY, year)
        counted: Counter[Status] = Counter()
        for case in told:
            if year.has(case.history.day(EventKind.receive)):
                answer = PROXY.assessed(case, year.as_of)
                reply = answer.limits.reply_deadline
                assert reply
                assert isinstance(reply.outcome, Deadline)
                counted[reply.outcome.status] += 1
        assert figures.limits["", "reply_deadline"] == counted
        assert sum(figures.months.values()) == figures.all.cases == 456

    def test_declared_rates_are_those_of_their_own_periods(self) -> None:
        folder = EXAMPLES / "localities" / "qinglong"
        policy = read_policy(folder)
        options = ReadOptions(declared=policy.declared)
        told = read_records(folder / "counted.json", {}, options).cases
        asked = evolve(ASKED, policy=policy)
        period = Period(date(2025, 10, 1), date(2025, 12, 31), date(2026, 1, 31))
        figures = figures_of([(one, {}) for one in told], asked, period)
        lines = {one.name: one for one in rate_lines(figures, every=True)}
        counted = [counted_of(one, asked.assessed(one, period.as_of)) for one in told]
        params = policy.on(period.last).measures["revisited"]
        for month in (11, 12):
            wanted = measure.decide(counted, date(2025, month, 1), period.as_of, params).outcome
            line = lines[f"回访抽查率（2025年{month}月）"]
            assert isinstance(wanted, measure.Rate)
            assert (line.above, line.below) == (wanted.above, wanted.below)
        assert lines["回访抽查率（2025年12月）"].is_missed
        assert lines["回访抽查率（2025年10月）"].is_empty


class TestPeriod:
    """Which cases belong to the period."""

    def test_registration_puts_a_case_into_it_and_receipt_where_none_is_recorded(self) -> None:
        rows = [
            (case_of("1", receive="2025-03-31", register="2025-04-01"), {}),
            (case_of("2", receive="2025-06-30"), {}),
            (case_of("3", receive="2025-06-30", register="2025-07-01"), {}),
            (case_of("4", accept="2025-05-01"), {}),
        ]
        figures = figures_of(rows)
        assert (figures.all.cases, figures.undated, figures.dated_later) == (2, 1, 1)

    def test_another_event_can(self) -> None:
        rows = [(case_of("1", receive="2025-03-31", accept="2025-04-02"), {})]
        asked = evolve(ASKED, dated_by=(EventKind.accept,))
        assert figures_of(rows, asked).all.cases == 1
        assert figures_of(rows).all.cases == 0

    def test_what_happens_later_is_not_known(self) -> None:
        rows = [
            (case_of("1", register="2025-06-02", receive="2025-06-02", conclude="2025-07-01"), {})
        ]
        assert figures_of(rows).counts(figures_of(rows).all)
        assert [str(one.name) for one, many in figures_of(rows).all.tallies.items() if many] == [
            "total"
        ]

    def test_both_periods_come_from_one_look_at_the_register(self) -> None:
        rows = iter([*steady(2, "东"), *steady(5, "东", "2025-02")])
        now, before = count(rows, ASKED, QUARTER, QUARTER.before())
        assert (now.all.cases, before.all.cases) == (2, 5)

    def test_what_was_overdue_before_is_still_overdue(self) -> None:
        figures = figures_of([*late(1, "东"), *late(1, "西", "2025-02"), *late(1, "南", "2025-07")])
        assert [(one.case_no, one.is_earlier) for one in figures.overdue] == [
            ("西-逾0", True),
            ("东-逾0", False),
        ]


class TestOtherReadings:
    """The same words read otherwise stand beside the chosen reading."""

    def test_limits_are_counted_under_each_reading(self) -> None:
        policy = POLICIES["online-proxy"]
        other = {"自然日": policy.with_variant("calendar_days")}
        asked = evolve(PROXY, other_readings=other)
        days = {"receive": "2025-05-05", "accept": "2025-05-05", "reply": "2025-05-22"}
        figures = figures_of([(case_of("1", register="2025-05-05", **days), {})], asked)
        assert figures.limits["", "reply_deadline"] == {Status.met: 1}
        assert figures.limits["自然日", "reply_deadline"] == {Status.late: 1}


class TestAwards:
    """An award belongs to the month in which it was earned."""

    def test_only_those_earned_in_the_period_are_paid(self) -> None:
        rows = [
            (awarded("1", "2025-04-10"), {}),
            (awarded("2", "2025-06-10"), {}),
            (awarded("3", "2025-07-10"), {}),
        ]
        figures = figures_of(rows, PROXY)
        # The third one is of the period and cannot be told yet.
        assert [str(one.day) for one in figures.earnings] == [
            "2025-04-10",
            "2025-06-10",
            "2025-04-02",
        ]
        assert payable(figures) == Decimal(30)
        assert {one.agent_no for one in figures.earnings} == {VOLUNTEER.agent_no}

    def test_what_cannot_be_told_counts_no_money(self) -> None:
        rows = [(evolve(awarded("1", "2025-04-10"), settled=None), {})]
        figures = figures_of(rows, PROXY)
        assert [one.award.is_undetermined for one in figures.earnings] == [True]
        assert payable(figures) == Decimal(0)

    def test_a_policy_without_totals_has_none(self) -> None:
        assert payable(figures_of([(awarded("1", "2025-04-10"), {})])) is None
        assert figures_of([(awarded("1", "2025-04-10"), {})]).earnings == ()


class TestRated:
    """Whose ratings rates are made of."""

    def test_it_is_the_handling_body_where_it_is_rated(self) -> None:
        assert rated_target(POLICIES["online-proxy"].on(day("2025-01-01"))) is Role.handling_body

    def test_else_the_first_who_is(self) -> None:
        assert rated_target(POLICIES["gongshu"].on(day("2025-01-01"))) is Role.petition_worker


def test_memory_does_not_grow_with_cases_that_are_not_listed() -> None:
    rows = steady(1, "东") * 50
    figures = figures_of(rows)
    assert (figures.entries, figures.overdue, figures.all.counted) == ((), (), [])
