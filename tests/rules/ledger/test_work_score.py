"""How many points does the handling of petitions earn in a month?"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_params import params as any_params
from xinfang_core.errors import InvalidFactError, PolicyDataError
from xinfang_core.policy import load_policy, read_policy
from xinfang_core.rules.ledger.work_score import ADDED_UP, Params, Work, WorkScore, score
from xinfang_core.sources import Sourced, Table
from xinfang_core.vocabulary import Absent, Rounding, Undetermined, WorkMeasure

if TYPE_CHECKING:
    from xinfang_core.decision import Decision

EXAMPLE_POLICY = Path(__file__).parents[3] / "examples" / "policies" / "dachuan-score"
TODAY = day("2025-01-01")
DACHUAN = present(read_policy(EXAMPLE_POLICY).on(TODAY).ledger.work_score)
YUBEI = present(load_policy("yubei").on(TODAY).ledger.work_score)
RATES = tuple(one for one in WorkMeasure if one is not WorkMeasure.repeat_control)
PERCENTS = st.decimals(0, 100, places=2)
MORE = st.none() | st.integers(-20, 40)
WORKS = st.builds(Work, st.dictionaries(st.sampled_from(RATES), PERCENTS), MORE)
WHOLE = st.fixed_dictionaries(dict.fromkeys(RATES, PERCENTS))


def _month(*percents: str, more: int | None = 0) -> Work:
    found = zip(RATES, percents, strict=True)
    return Work({measure: Decimal(percent) for measure, percent in found}, more)


def _scored(decision: Decision[WorkScore]) -> WorkScore:
    assert_explained(decision)
    assert isinstance(decision.outcome, WorkScore)
    return decision.outcome


class TestDachuan:
    """The county's page: 5, 10, 10, 10 and 5 points make forty.

    Shares are multiplied by their points; of the ten for keeping repeats down one goes for each
    matter more than in the month before.
    """

    def test_everything_in_time_and_everybody_satisfied(self) -> None:
        found = _scored(score(_month("100", "100", "100", "100"), DACHUAN))
        assert found.total == found.most == 40

    def test_a_month_by_hand(self) -> None:
        # 98.68 % of 5 = 4.934; 95 % of 10 = 9.5; 10 - 3 = 7; 97.5 % of 10 = 9.75;
        # 80 % of 5 = 4: together 35.184
        found = _scored(score(_month("98.68", "95", "97.5", "80", more=3), DACHUAN))
        assert found.total == Decimal("35.18")
        assert float(found.parts[WorkMeasure.timely_acceptance]) == 4.934
        assert found.parts[WorkMeasure.repeat_control] == 7

    @pytest.mark.parametrize(
        ("more", "points"), [(-4, 10), (0, 10), (1, 9), (9, 1), (10, 0), (11, 0), (500, 0)]
    )
    def test_repeats_cost_a_point_each_and_never_more_than_ten(
        self, more: int, points: int
    ) -> None:
        found = _scored(score(_month("0", "0", "0", "0", more=more), DACHUAN))
        assert found.total == points

    def test_the_answer_names_every_part(self) -> None:
        decision = score(_month("100", "100", "100", "100"), DACHUAN)
        assert codes(decision.reasons) == ["work_score.scheme", *["work_score.part"] * 5, *TOTAL]
        assert decision.reasons[1].text() == "及时受理率得 5.00 分（满分 5 分）"
        assert decision.reasons[6].citation is ADDED_UP

    def test_the_page_is_cited_by_its_own_title(self) -> None:
        sources = {cell.citation.source for cell in DACHUAN.weight.cells.values()}
        assert sources == {"达州市达川区政府信息公开第138149号页"}


TOTAL = ("work_score.total", "work_score.rounded")


class TestScheme:
    """The points of a share are the share of the points; what goes otherwise is refused."""

    OFF = "9分，每低1个百分点扣1分"

    @staticmethod
    def _read(folder: Path, phrase: str, scheme: str = "share_of_points") -> Params | None:
        text = (EXAMPLE_POLICY / "undated.toml").read_text(encoding="utf-8")
        text = text.replace('value = "share_of_points"', f'value = "{scheme}"')
        text = text.replace(
            'value = 10, phrase = "按期答复率×10"', f'value = 9, phrase = "{phrase}"'
        )
        file = folder / "undated.toml"
        file.write_text(text, encoding="utf-8")
        return read_policy(file).on(TODAY).ledger.work_score

    @pytest.mark.parametrize("phrase", [OFF, "9分，每高1个百分点加分", "9分，每低1%减分1分"])
    def test_points_off_for_each_percent_are_refused_and_not_made_a_share(
        self, tmp_path: Path, phrase: str
    ) -> None:
        with pytest.raises(PolicyDataError) as caught:
            self._read(tmp_path, phrase)
        (fault,) = caught.value.faults
        assert fault.code == "score.other_scheme"
        assert phrase in fault.text()

    def test_a_scheme_that_is_not_known_is_refused_with_those_that_are(
        self, tmp_path: Path
    ) -> None:
        with pytest.raises(PolicyDataError, match="share_of_points"):
            self._read(tmp_path, "按期答复率×9", "points_off")

    def test_a_share_is_read(self, tmp_path: Path) -> None:
        assert self._read(tmp_path, "按期答复率×9")

    def test_a_silent_scheme_is_named(self) -> None:
        silent = evolve(DACHUAN, scheme=evolve(DACHUAN.scheme, value=Absent.silent))
        decision = score(_month("100", "95", "100", "100"), silent)
        assert decision.outcome is Undetermined.undetermined
        assert decision.missing == ("work_score.scheme",)


class TestUnknown:
    """What is not known is not scored."""

    def test_silent_points_of_one_measure_are_named(self) -> None:
        first = WorkMeasure.timely_acceptance
        silent = evolve(DACHUAN.weight[first], value=Absent.silent)
        weight = Table({**DACHUAN.weight.cells, first: silent})
        decision = score(_month("100", "95", "100", "100"), evolve(DACHUAN, weight=weight))
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]

    def test_the_shipped_policy_is_silent(self) -> None:
        decision = score(_month("100", "100", "100", "100"), YUBEI)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]

    @pytest.mark.parametrize("measure", WorkMeasure)
    def test_a_missing_figure(self, measure: WorkMeasure) -> None:
        more = None if measure is WorkMeasure.repeat_control else 0
        work = Work({one: Decimal(100) for one in RATES if one is not measure}, more)
        decision = score(work, DACHUAN)
        assert_explained(decision)
        assert decision.outcome is Undetermined.undetermined
        assert dict(decision.reasons[0].facts) == {"measure": measure}

    @pytest.mark.parametrize("name", ["deduction", "places", "rounding"])
    def test_a_silent_number(self, name: str) -> None:
        value = getattr(DACHUAN, name)
        params = evolve(DACHUAN, **{name: evolve(value, value=Absent.silent)})
        decision = score(_month("100", "100", "100", "100"), params)
        assert decision.outcome is Undetermined.undetermined
        assert decision.reasons[0].citation == value.citation

    def test_a_measure_that_is_not_scored_need_not_be_known(self) -> None:
        cells = dict(DACHUAN.weight.cells)
        measure = WorkMeasure.participation
        cells[measure] = Sourced(Absent.none, cells[measure].citation)
        work = Work({one: Decimal(100) for one in RATES if one is not measure}, 0)
        found = _scored(score(work, evolve(DACHUAN, weight=Table(cells))))
        assert found.total == found.most == 35

    def test_no_deduction_takes_nothing_off(self) -> None:
        none = evolve(DACHUAN, deduction=evolve(DACHUAN.deduction, value=Absent.none))
        found = _scored(score(_month("0", "0", "0", "0", more=7), none))
        assert found.total == 10

    @pytest.mark.parametrize("percent", ["-0.1", "100.1", "NaN", "Infinity"])
    def test_no_percentage_is_beyond_0_and_100(self, percent: str) -> None:
        with pytest.raises(InvalidFactError) as caught:
            Work({WorkMeasure.satisfaction: Decimal(percent)})
        assert "0至100" in caught.value.text()

    def test_repeats_are_no_percentage(self) -> None:
        with pytest.raises(InvalidFactError):
            Work({WorkMeasure.repeat_control: Decimal(50)})


class TestAlwaysAnAnswer:
    """Whatever the figures and the policy, there is an explained answer."""

    @given(WORKS, any_params(Params))
    def test_total(self, work: Work, params: Params) -> None:
        assert_explained(score(work, params))

    @given(WHOLE, st.integers(0, 20), st.sampled_from(RATES), PERCENTS)
    def test_a_better_share_never_earns_less(
        self, percents: dict[WorkMeasure, Decimal], more: int, measure: WorkMeasure, other: Decimal
    ) -> None:
        before = _scored(score(Work(percents, more), DACHUAN))
        changed = {**percents, measure: max(other, percents[measure])}
        assert _scored(score(Work(changed, more), DACHUAN)).total >= before.total

    @given(WHOLE, st.integers(-20, 40))
    def test_one_more_repeat_costs_one_point_or_nothing(
        self, percents: dict[WorkMeasure, Decimal], more: int
    ) -> None:
        one, other = (
            _scored(score(Work(percents, count), DACHUAN)).total for count in (more, more + 1)
        )
        assert one - other == (1 if 0 <= more < 10 else 0)

    @given(WHOLE, st.integers(-20, 40), st.sampled_from(Rounding))
    def test_between_nothing_and_the_most(
        self, percents: dict[WorkMeasure, Decimal], more: int, rounding: Rounding
    ) -> None:
        params = evolve(DACHUAN, rounding=evolve(DACHUAN.rounding, value=rounding))
        found = _scored(score(Work(percents, more), params))
        assert 0 <= found.total <= found.most == 40
        assert abs(float(sum(found.parts.values())) - float(found.total)) < 0.0101
