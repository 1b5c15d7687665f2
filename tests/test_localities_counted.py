"""The rates and scores of ``examples/localities``, each as computed by hand.

A folder holds ``counted.json`` with a few records, and ``rates.csv`` with what its rates come to.
"""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import pytest

from checks import assert_explained, codes
from test_localities import FOLDERS, LOCALITIES
from xinfang_core import assess, mainland_calendar, read_policy, read_records
from xinfang_core.assessment import counted_of
from xinfang_core.codec import ReadOptions
from xinfang_core.declared import measure, score

if TYPE_CHECKING:
    from pathlib import Path

    from xinfang_core.decision import Decision
    from xinfang_core.policy import PolicyPack

COUNTED = [folder for folder in FOLDERS if (folder / "rates.csv").is_file()]


class Expected(NamedTuple):
    """What a rate of the period of a day comes to, as computed by hand."""

    measure: str
    on: str
    as_of: str
    above: str
    below: str
    unknown: str
    percent: str
    findings: str


def _expected(folder: Path) -> list[Expected]:
    with (folder / "rates.csv").open(encoding="utf-8") as stream:
        return [Expected(**row) for row in csv.DictReader(stream)]


def _pack(folder: Path) -> PolicyPack:
    return read_policy(folder).on(date(2025, 1, 1))


def _counted(folder: Path, as_of: date) -> list[measure.Counted]:
    policy = read_policy(folder)
    options = ReadOptions(declared=policy.declared)
    cases = read_records(folder / "counted.json", {}, options).cases
    calendar = mainland_calendar()
    answers = (
        (case, assess(case, policy.in_force(case, as_of), calendar, as_of)) for case in cases
    )
    return [counted_of(case, answer) for case, answer in answers]


def _rates(folder: Path, on: str, as_of: str) -> dict[str, Decision[measure.Rate]]:
    asked = date.fromisoformat(as_of)
    cases, day = _counted(folder, asked), date.fromisoformat(on)
    found = _pack(folder).measures.items()
    return {key: measure.decide(cases, day, asked, params) for key, params in found}


@pytest.mark.parametrize("folder", COUNTED, ids=lambda folder: folder.name)
class TestEveryLocality:
    """What a locality counts comes to what the hand computes."""

    def test_each_rate_is_the_one_computed_by_hand(self, folder: Path) -> None:
        found = []
        for row in _expected(folder):
            decision = _rates(folder, row.on, row.as_of)[row.measure]
            assert_explained(decision)
            rate = decision.outcome
            assert isinstance(rate, measure.Rate)
            counts = {name: str(getattr(rate, name)) for name in ("above", "below", "unknown")}
            percent = "" if rate.percent is None else str(rate.percent)
            findings = " ".join(codes(decision.findings))
            found.append(row._replace(**counts, percent=percent, findings=findings))
        assert found == _expected(folder)

    def test_every_declared_rate_is_counted(self, folder: Path) -> None:
        assert {row.measure for row in _expected(folder)} == set(_pack(folder).measures)

    def test_some_matter_fulfils_and_some_matter_misses(self, folder: Path) -> None:
        rows = _expected(folder)
        assert any(row.above != "0" for row in rows)
        assert any(row.above != row.below for row in rows)


def test_there_are_some() -> None:
    names = {folder.name for folder in COUNTED}
    assert names >= {"bayannur", "beijing", "dachuan", "meilong", "qinglong"}


class TestMeilong:
    """A town that takes a point for each percentage point, and adds some by rank."""

    FOLDER = LOCALITIES / "meilong"

    def _score(self, key: str, figures: score.Figures) -> score.Score:
        decision = score.decide(figures, _pack(self.FOLDER).scores[key])
        assert_explained(decision)
        assert isinstance(decision.outcome, score.Score)
        return decision.outcome

    def test_nine_points_at_95_percent_are_four(self) -> None:
        # 19 of 20 in time: 95 %, 5 percentage points below 100, 9 - 5 = 4; not 9 x 0.95 = 8.55.
        # 4 of 4 online: 8. Repeats 3 of 20: 15 %, 3 above 12, 8 - 3 = 5. Second of all: 4.
        rates = _rates(self.FOLDER, "2025-06-01", "2026-01-31")
        found = self._score("first_petitions", score.Figures(rates, ranks={"ranking": 2}))
        assert found.parts == {"on_time": 4, "network": 8, "repeats": 5, "ranking": 4}
        assert found.total == 21

    def test_each_old_matter_adds_its_points(self) -> None:
        counts = {"old_cases": 2, "repeated_cases": 1}
        assert self._score("old_matters", score.Figures(counts=counts)).total == 5

    def test_the_sixth_of_all_gets_nothing_on_top(self) -> None:
        rates = _rates(self.FOLDER, "2025-06-01", "2026-01-31")
        found = self._score("first_petitions", score.Figures(rates, ranks={"ranking": 6}))
        assert found.parts["ranking"] == 0


class TestDachuan:
    """A county that scores shares, and takes a point for each repeat more."""

    FOLDER = LOCALITIES / "dachuan"

    def test_a_month_by_hand(self) -> None:
        # 5 x 3/4 = 3.75; 10 x 3/4 = 7.5; 10 - 3 = 7; 10 x 2/3 = 6.67; 5 x 3/4 = 3.75.
        rates = _rates(self.FOLDER, "2025-11-15", "2026-03-31")
        figures = score.Figures(rates, {"repeats": 3})
        decision = score.decide(figures, _pack(self.FOLDER).scores["solving"])
        assert_explained(decision)
        assert isinstance(decision.outcome, score.Score)
        assert decision.outcome.total == Fraction(86, 3)
        assert decision.outcome.points == Decimal("28.67")

    def test_without_the_count_of_repeats_there_is_no_score(self) -> None:
        rates = _rates(self.FOLDER, "2025-11-15", "2026-03-31")
        decision = score.decide(score.Figures(rates), _pack(self.FOLDER).scores["solving"])
        assert decision.is_undetermined
        assert decision.missing == ("repeats",)
