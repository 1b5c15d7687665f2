"""Which years lack their report or appraisal, and what do the reports lack?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_national import some
from strategies_params import params
from xinfang_core.policy import load_policy
from xinfang_core.rules.ledger.annual_report import Params, YearGap, find_gaps
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import Absent, ReportContent, Severity, Undetermined

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from xinfang_core.decision import Decision
    from xinfang_core.rules.ledger.annual_report import Reports

NATIONAL = load_policy("national")
TEXT_2022 = present(NATIONAL.on(day("2022-05-01")).ledger.annual_report)
TEXT_2005 = present(NATIONAL.on(day("2005-05-01")).ledger.annual_report)
FOUR = (
    ReportContent.statistics,
    ReportContent.passed_on,
    ReportContent.suggestions,
    ReportContent.other_matters,
)


def _find(
    reports: Reports,
    appraised: Collection[int] = (2023, 2024, 2025),
    as_of: str = "2026-01-01",
    policy: Params = TEXT_2022,
) -> Decision[tuple[YearGap, ...]]:
    decision = find_gaps(2023, reports, appraised, day(as_of), policy)
    assert_explained(decision)
    return decision


class TestYearly:
    """2022 Arts. 39, 41: a report with four contents, and an appraisal, for every year."""

    def test_nothing_lacks(self) -> None:
        decision = _find({2023: FOUR, 2024: FOUR, 2025: FOUR})
        assert decision.outcome == ()
        assert decision.findings == ()

    def test_a_year_without_a_report(self) -> None:
        decision = _find({2023: FOUR, 2025: FOUR})
        assert decision.outcome == (YearGap(2024, report=True, contents=(), appraisal=False),)
        (finding,) = decision.findings
        assert finding.severity is Severity.warning
        assert finding.reason.code == "annual_report.no_report"

    def test_a_report_that_lacks_something(self) -> None:
        decision = _find({2023: FOUR[1:3], 2024: FOUR, 2025: FOUR})
        missing = (ReportContent.statistics, ReportContent.other_matters)
        assert decision.outcome == (YearGap(2023, report=False, contents=missing, appraisal=False),)
        assert codes(decision.findings) == ["annual_report.lacks"]

    def test_a_year_without_an_appraisal(self) -> None:
        decision = _find({2023: FOUR, 2024: FOUR, 2025: FOUR}, (2023, 2025))
        assert decision.outcome == (YearGap(2024, report=False, contents=(), appraisal=True),)
        assert codes(decision.findings) == ["annual_report.no_appraisal"]

    @pytest.mark.parametrize(
        ("as_of", "years"), [("2025-12-31", [2024]), ("2026-01-01", [2024, 2025])]
    )
    def test_a_year_that_is_not_over_lacks_nothing(self, as_of: str, years: list[int]) -> None:
        decision = _find({2023: FOUR}, as_of=as_of)
        assert isinstance(decision.outcome, tuple)
        assert [gap.year for gap in decision.outcome] == years


class TestSilence:
    """2005 Art. 39 says "regularly": which year lacks one cannot be told."""

    def test_2005(self) -> None:
        decision = _find({}, policy=TEXT_2005)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]
        assert len(TEXT_2005.contents.values) == 4

    @pytest.mark.parametrize("name", ["cycle", "appraisal"])
    def test_a_silent_cycle(self, name: str) -> None:
        silent = evolve(TEXT_2022.cycle, value=Absent.silent)
        replaced: dict[str, Any] = {name: silent}
        decision = _find({}, policy=evolve(TEXT_2022, **replaced))
        assert decision.outcome is Undetermined.undetermined

    def test_a_silent_list(self) -> None:
        silent: CitedList[ReportContent] = CitedList((), TEXT_2022.contents.citation, Absent.silent)
        decision = _find({}, policy=evolve(TEXT_2022, contents=silent))
        assert decision.outcome is Undetermined.undetermined


YEARS = st.integers(2020, 2030)


class TestTotality:
    """Any facts have an answer; gaps lie between the first year and the one before today's."""

    @given(
        YEARS,
        st.dictionaries(YEARS, some(ReportContent)),
        st.frozensets(YEARS),
        st.dates(day("2020-01-01"), day("2031-12-31")),
        params(Params) | st.just(TEXT_2022),
    )
    def test_any_facts(
        self,
        first: int,
        reports: Reports,
        appraised: frozenset[int],
        as_of: date,
        policy: Params,
    ) -> None:
        decision = find_gaps(first, reports, appraised, as_of, policy)
        assert_explained(decision)
        if isinstance(decision.outcome, tuple):
            years = [gap.year for gap in decision.outcome]
            assert years == sorted(set(years))
            assert all(first <= year < as_of.year for year in years)
            assert len(decision.findings) >= len(years)
            assert not {gap.year for gap in decision.outcome if gap.report} & set(reports)
