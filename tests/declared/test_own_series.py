"""Whether a duty was done as often as it recurs, that a policy declares itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, assert_speaks, day
from policy_texts import complaint, written
from xinfang_core.declared.series import Kept, Params, decide
from xinfang_core.errors import MisuseError
from xinfang_core.policy import read_policy
from xinfang_core.series import cycle_of, first_day_of, first_whole
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import Absent, Basis, Cycle, Severity, Undetermined

if TYPE_CHECKING:
    from pathlib import Path

    from xinfang_core.decision import Decision

CITED = Citation("某区接访办法", "第二条", "每月接待1天", Basis.stated)
MONTHLY = Params(
    Sourced("领导接待日", CITED),
    Sourced("区委书记、区长", CITED),
    Sourced(Cycle.month, CITED),
    Sourced(1, CITED),
)
QUARTERLY = evolve(MONTHLY, cycle=Sourced(Cycle.quarter, CITED))
YEARLY = evolve(MONTHLY, cycle=Sourced(Cycle.year, CITED))
FROM_NOVEMBER = evolve(YEARLY, first_month=Sourced(11, CITED))
DAYS = st.dates(date(2020, 1, 1), date(2027, 12, 31))


def _kept(
    days: str, since: str, as_of: str, params: Params = MONTHLY
) -> tuple[Kept, Decision[Kept]]:
    decision = decide([day(one) for one in days.split()], day(since), day(as_of), params)
    assert_explained(decision)
    assert_speaks(decision.reasons)
    assert_speaks([one.reason for one in decision.findings])
    assert isinstance(decision.outcome, Kept)
    return decision.outcome, decision


class TestMonths:
    """Once in each calendar month; the running one is open."""

    def test_each_month_that_ended_without_it_is_a_violation(self) -> None:
        kept, decision = _kept("2025-01-31 2025-03-01", "2025-01-01", "2025-05-05")
        assert kept == Kept(4, (day("2025-02-01"), day("2025-04-01")), day("2025-05-31"))
        assert [one.severity for one in decision.findings] == [Severity.violation] * 2
        assert decision.findings[0].reason.text() == "2025-02-01 起的一期（每月）未完成领导接待日"

    def test_the_running_month_is_open_until_its_last_day(self) -> None:
        assert _kept("", "2025-01-01", "2025-01-31")[0] == Kept(0, (), day("2025-01-31"))
        assert _kept("", "2025-01-01", "2025-02-01")[0].missed == (day("2025-01-01"),)

    def test_once_done_the_running_month_owes_nothing(self) -> None:
        kept, _ = _kept("2025-01-02", "2025-01-01", "2025-01-20")
        assert kept.due is None
        assert kept.text() == "已届满 0 期，缺 0 期"

    def test_what_is_owed_says_by_when(self) -> None:
        kept, _ = _kept("", "2025-01-01", "2025-01-20")
        assert kept.text() == "已届满 0 期，缺 0 期；本期至 2025-01-31"

    def test_a_month_that_is_not_whole_does_not_count(self) -> None:
        assert _kept("", "2025-01-02", "2025-02-28")[0] == Kept(0, (), day("2025-02-28"))
        assert _kept("", "2025-01-02", "2025-01-31")[0] == Kept(0, (), None)

    def test_a_day_counts_once_however_often_it_is_recorded(self) -> None:
        twice = evolve(MONTHLY, times=Sourced(2, CITED))
        kept, _ = _kept("2025-01-05 2025-01-05", "2025-01-01", "2025-02-01", twice)
        assert kept.missed == (day("2025-01-01"),)

    def test_what_is_later_is_not_known_yet(self) -> None:
        kept, _ = _kept("2025-01-20", "2025-01-01", "2025-01-10")
        assert kept.due == day("2025-01-31")


class TestOtherCycles:
    """Quarters, years, and a year that begins in November."""

    def test_quarters(self) -> None:
        kept, _ = _kept("2025-03-31 2025-07-01", "2025-01-01", "2025-10-01", QUARTERLY)
        assert kept == Kept(3, (day("2025-04-01"),), day("2025-12-31"))

    def test_calendar_years(self) -> None:
        kept, _ = _kept("2024-12-31", "2024-01-01", "2026-01-01", YEARLY)
        assert kept == Kept(2, (day("2025-01-01"),), day("2026-12-31"))

    def test_an_accounting_year(self) -> None:
        kept, decision = _kept("2024-11-01", "2023-11-01", "2025-11-01", FROM_NOVEMBER)
        assert kept == Kept(2, (day("2023-11-01"),), day("2026-10-31"))
        assert "年度自 11 月起" in decision.explain()

    @given(DAYS, st.sampled_from(Cycle), st.integers(1, 12))
    def test_every_day_lies_in_its_cycle(self, one: date, cycle: Cycle, starts_in: int) -> None:
        place = cycle_of(one, cycle, starts_in)
        following = first_day_of(place + 1, cycle, starts_in)
        assert first_day_of(place, cycle, starts_in) <= one < following
        whole = first_day_of(first_whole(one, cycle, starts_in), cycle, starts_in)
        assert one <= whole <= following

    @given(
        st.lists(DAYS, max_size=20).flatmap(
            lambda days: st.tuples(st.just(days), st.permutations(days))
        ),
        st.sampled_from((MONTHLY, QUARTERLY, YEARLY, FROM_NOVEMBER)),
    )
    def test_the_order_of_recording_is_irrelevant_and_one_more_never_misses_more(
        self, both: tuple[list[date], list[date]], params: Params
    ) -> None:
        days, turned = both
        since, as_of = date(2021, 1, 1), date(2027, 6, 30)
        decision = decide(days, since, as_of, params)
        assert decision == decide(turned, since, as_of, params)
        fewer = decide(days[1:], since, as_of, params).outcome
        assert isinstance(decision.outcome, Kept)
        assert isinstance(fewer, Kept)
        assert set(decision.outcome.missed) <= set(fewer.missed)


class TestUnknown:
    """What the source does not say is not guessed."""

    @pytest.mark.parametrize("name", ["cycle", "times", "first_month"])
    def test_a_silent_value(self, name: str) -> None:
        params = evolve(MONTHLY, **{name: Sourced(Absent.silent, CITED)})
        decision = decide([], day("2025-01-01"), day("2025-02-01"), params)
        assert decision.outcome is Undetermined.undetermined
        assert_explained(decision)

    def test_days_in_the_wrong_order_are_refused(self) -> None:
        with pytest.raises(MisuseError):
            decide([], day("2025-02-01") + timedelta(days=1), day("2025-02-01"), MONTHLY)


FILE = """\
[policy]
id = "mouqu"
title = "某区接访办法"
effective = "undated"
picked_by = "register"
transition = "自始适用"

[[clause]]
id = "2"
locator = "第二条"
text = "领导接访"
encoded_by = ["series.reception"]

[series.reception]
name = "领导接待日"
clause = "2"
basis = "stated"
phrase = "接访"
owed_by = "区委书记、区长"
cycle = "year"
times = { value = 1, unit = "time", phrase = "每月1天" }
first_month = { value = 11, phrase = "11月1日起" }
"""


class TestReading:
    """What a series says has to agree; each fault is told where it stands."""

    def test_the_policy_holds_it_by_its_key(self, tmp_path: Path) -> None:
        pack = read_policy(written(tmp_path / "mouqu", undated=FILE)).on(day("2025-01-01"))
        params = pack.series["reception"]
        assert decide([], day("2023-11-01"), day("2024-12-01"), params).findings

    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            ('cycle = "year"', 'cycle = "yearly"', "是否为“year”"),
            ('cycle = "year"', 'cycle = "month"', "按月计算的，不写起始月份"),
            (
                'value = 1, unit = "time", phrase = "每月1天"',
                'value = 0, unit = "time", phrase = "0"',
                "须从 1 起",
            ),
            ('value = 11, phrase = "11月1日起"', 'value = 13, phrase = "13"', "须为1至12"),
            ('value = 11, phrase = "11月1日起"', 'value = 0, phrase = "0"', "须为1至12"),
            ('owed_by = "区委书记、区长"\n', "", "owed_by"),
        ],
    )
    def test_faults(self, tmp_path: Path, old: str, new: str, told: str) -> None:
        assert FILE.count(old) == 1
        assert told in complaint(written(tmp_path / "mouqu", undated=FILE.replace(old, new)))
