"""The four shapes of a parameter: values with units, tables over a part, bands, ladders."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import LANGS
from policy_texts import lacks
from xinfang_core.policy.location import Location, TomlFile
from xinfang_core.policy.parameters import read_parameter
from xinfang_core.policy.sections import check_rule
from xinfang_core.policy.tables import NOT_LISTED
from xinfang_core.quantities import People, Percent, SquareMetres, Yuan
from xinfang_core.sources import Bands, Citation, CitedList, Sourced, Table
from xinfang_core.toml_reader import read_toml
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    Grade,
    Level,
    ProxyForm,
    Settled,
    SupervisionStep,
)

CITED = 'clause = "5"\nbasis = "assumed"\nnote = "示例"\n'
CLAUSES = {"5": "第五条", "6": "第六条"}
STEPS = (SupervisionStep.red_card, SupervisionStep.exposure)


def _location(text: str) -> Location:
    document = read_toml(text, "x.toml")
    return Location(TomlFile(document, "示例办法", CLAUSES, {"6": "另一办法"}))


def _read(text: str, kind: Any) -> Any:  # noqa: ANN401 - any parameter
    """The parameter in ``text``, which stands under ``[p]``."""
    location = _location("[p]\n" + text)
    found = read_parameter(location.at("p"), location.document.data["p"], kind)
    assert not location.faults, [fault.text() for fault in location.faults]
    return found


def _refused(text: str, kind: Any) -> list[str]:  # noqa: ANN401
    """What reading says, in Chinese."""
    location = _location("[p]\n" + text)
    read_parameter(location.at("p"), location.document.data["p"], kind)
    assert all(fault.text(lang) for fault in location.faults for lang in LANGS)
    return [fault.text() for fault in location.faults]


class TestUnits:
    """A number that counts something says what, and only that."""

    def test_the_unit_of_the_parameter(self) -> None:
        found = _read(CITED + 'value = 300\nunit = "square_metre"', Sourced[SquareMetres])
        assert found.value == Decimal(300)
        assert _read(CITED + 'value = 5\nunit = "人"', Sourced[People]).value == 5
        assert _read(CITED + 'value = "85"\nunit = "百分比"', Sourced[Percent]).value == Decimal(85)

    def test_another_unit(self) -> None:
        text = CITED + 'value = 300\nunit = "yuan"'
        (said,) = _refused(text, Sourced[SquareMetres])
        assert said == 'x.toml:6:1: p.unit: 单位应为 square_metre，实际为 "yuan"'

    def test_no_unit(self) -> None:
        assert "unit" in _refused(CITED + "value = 300", Sourced[Yuan])[0]

    def test_a_bare_number_has_no_unit(self) -> None:
        assert _read(CITED + "value = 3", Sourced[int]).value == 3
        assert "没有单位" in _refused(CITED + 'value = 3\nunit = "人"', Sourced[int])[0]

    def test_a_count_is_not_negative(self) -> None:
        assert "不能为负数" in _refused(CITED + "value = -1", Sourced[int])[0]


class TestSources:
    """A clause may come from another instrument than the policy's own."""

    def test_its_citations_name_that_instrument(self) -> None:
        other = CITED.replace('"5"', '"6"')
        assert _read(other + "value = 3", Sourced[int]).citation.source == "另一办法"
        assert _read(CITED + "value = 3", Sourced[int]).citation.source == "示例办法"


class TestPartOfAList:
    """A table may know only a part of a closed list; the rest is silent, not an error."""

    PART = (
        CITED
        + 'over = ["village", "town"]\ncells = [\n'
        + '{ level = "village", value = "satisfied" },\n{ level = "town", value = "unrated" } ]'
    )

    def test_what_is_left_out_is_silent(self) -> None:
        found = _read(self.PART, Table[Level, Grade])
        assert found[Level.village].value is Grade.satisfied
        left_out = found[Level.nation]
        assert left_out.value is Absent.silent
        assert left_out.citation.note == NOT_LISTED
        assert left_out.citation.basis is Basis.assumed
        assert left_out.citation.clause == "第五条"

    def test_a_gap_within_the_part(self) -> None:
        text = self.PART.replace(',\n{ level = "town", value = "unrated" }', "")
        assert _refused(text, Table[Level, Grade]) == [
            "x.toml:1:2: p: " + lacks("乡镇（街道）", "town", "层级为乡镇（街道）")
        ]

    def test_a_cell_outside_the_part(self) -> None:
        text = self.PART.replace('["village", "town"]', '["village"]')
        (said,) = _refused(text, Table[Level, Grade])
        assert "（town），而 over 未列入" in said

    def test_an_unknown_name_of_the_part(self) -> None:
        text = self.PART.replace('["village", "town"]', '["village", "toun"]')
        assert any(
            "town" in said and "toun" in said for said in _refused(text, Table[Level, Grade])
        )

    def test_the_part_is_of_the_first_key(self) -> None:
        rows = "".join(
            f'{{ proxy_form = "assigned", settled = "{one}", value = "unrated" }},\n'
            for one in ("yes", "no")
        )
        found = _read(
            CITED + f'over = ["assigned"]\ncells = [\n{rows}]',
            Table[tuple[ProxyForm, Settled], Grade],
        )
        assert found[ProxyForm.assigned, Settled.no].value is Grade.unrated
        assert found[ProxyForm.entrusted, Settled.no].value is Absent.silent

    def test_a_table_that_the_source_does_not_give(self) -> None:
        found = _read(CITED + 'value = "silent"', Table[Level, Grade])
        assert {found[level].value for level in Level} == {Absent.silent}
        assert found[Level.town].citation.note == "示例"


class TestBands:
    """Thresholds ascend from 0 and cover everything."""

    BANDS = (
        CITED
        + 'bands = [\n{ from = 0, value = "silent", note = "未载明" },\n'
        + '{ from = 3, value = "red_card" },\n{ from = 10, value = "exposure" } ]'
    )

    def test_the_highest_threshold_that_is_reached(self) -> None:
        found = _read(self.BANDS, Bands[SupervisionStep])
        reached = [found[measure].value for measure in (0, 2, 3, 9, 10, 999)]
        assert reached == [Absent.silent, Absent.silent, STEPS[0], STEPS[0], STEPS[1], STEPS[1]]

    def test_silent_bands_are_silent_everywhere(self) -> None:
        found = _read(CITED + 'value = "silent"', Bands[SupervisionStep])
        assert {found[measure].value for measure in range(20)} == {Absent.silent}

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            ("from = 10", "from = 3", "3 不大于前一档的 3"),
            ("from = 0", "from = 1", "第一档须自 0 起"),
            ("from = 10, ", "", "缺少"),
            ("from = 10", 'from = "10"', "整数"),
            ('value = "exposure"', 'value = "exposed"', "exposure"),
        ],
    )
    def test_refused(self, old: str, new: str, said: str) -> None:
        assert said in _refused(self.BANDS.replace(old, new), Bands[SupervisionStep])[0]

    def test_a_stated_bound_stands_in_the_phrase(self) -> None:
        stated = (
            'clause = "5"\nbasis = "stated"\nphrase = "逾期3、10个工作日"\n'
            'bands = [\n{ from = 0, value = "none" },\n{ from = 3, value = "red_card" },\n'
            '{ from = 10, value = "exposure" } ]'
        )
        assert _read(stated, Bands[SupervisionStep]).starts == (0, 3, 10)
        (said,) = _refused(stated.replace("from = 10", "from = 11"), Bands[SupervisionStep])
        assert "短语“逾期3、10个工作日”中没有数字 11" in said

    def test_so_does_a_bound_that_is_read_into_it_unless_the_note_names_it(self) -> None:
        read = (
            'clause = "5"\nbasis = "interpreted"\nnote = "按工作日"\nphrase = "逾期3日"\n'
            'bands = [ { from = 0, value = "none" }, { from = 2, value = "red_card" } ]'
        )
        (said,) = _refused(read, Bands[SupervisionStep])
        assert "短语“逾期3日”中的数不是 2" in said
        for change in (("from = 2", "from = 3"), ("按工作日", "满2日即第3日")):
            assert _read(read.replace(*change), Bands[SupervisionStep]).starts[1] in {2, 3}

    def test_nothing_at_all(self) -> None:
        assert "bands" in _refused(CITED, Bands[SupervisionStep])[0]
        (said,) = _refused(CITED + "bands = [3]", Bands[SupervisionStep])
        assert "p.bands[0]" in said

    @given(st.lists(st.integers(0, 400), min_size=1, max_size=6, unique=True), st.integers(0, 500))
    def test_a_look_up_finds_what_a_loop_finds(self, found: list[int], measure: int) -> None:
        starts = tuple(sorted({0, *found}))
        citation = _read(CITED + "value = 3", Sourced[int]).citation
        bands = Bands(starts, tuple(Sourced(start, citation) for start in starts))
        assert bands[measure].value == max(start for start in starts if start <= measure)


class TestLadders:
    """An ordered list of names, each with its citation."""

    LADDER = (
        'clause = "5"\nbasis = "stated"\nsteps = [ { value = "red_card", phrase = "红牌警告" },\n'
    )
    LADDER += '{ value = "exposure", phrase = "通报曝光" } ]'

    def test_the_steps_in_their_order(self) -> None:
        found = _read(self.LADDER, CitedList[SupervisionStep])
        assert found.values == STEPS
        assert SupervisionStep.exposure in found
        assert SupervisionStep.interview not in found
        assert found.cited(SupervisionStep.exposure).phrase == "通报曝光"
        assert found.cited(SupervisionStep.interview) == found.citation

    def test_a_bare_name_inherits_everything(self) -> None:
        found = _read(CITED + 'steps = ["red_card", "通报曝光"]', CitedList[SupervisionStep])
        assert found.values == STEPS
        assert found.steps[1].citation.note == "示例"

    @pytest.mark.parametrize("absent", Absent)
    def test_there_may_be_none_or_none_told(self, absent: Absent) -> None:
        found = _read(CITED + f'value = "{absent.name}"', CitedList[SupervisionStep])
        assert found.absent is absent
        assert found.values == ()

    def test_twice_the_same(self) -> None:
        (said,) = _refused(CITED + 'steps = ["red_card", "red_card"]', CitedList[SupervisionStep])
        assert "“红牌警告”列了两次" in said

    def test_an_unknown_step_with_the_nearest(self) -> None:
        (said,) = _refused(CITED + 'steps = ["red_cart"]', CitedList[SupervisionStep])
        assert "red_card" in said
        assert said.startswith("x.toml:5:10: p.steps[0]")

    def test_a_stated_step_needs_its_phrase(self) -> None:
        text = self.LADDER.replace(', phrase = "通报曝光"', "")
        assert len(_refused(text, CitedList[SupervisionStep])) == 1

    def test_nothing_at_all(self) -> None:
        assert "steps" in _refused(CITED, CitedList[SupervisionStep])[0]
        assert len(_refused(CITED + "steps = [3]", CitedList[SupervisionStep])) == 1
        assert len(_refused('basis = "assumed"\nsteps = []', CitedList[SupervisionStep])) == 1


class TestSteps:
    """Bands and tables of a rule keep to the ladder of that rule."""

    STEPS = _read(CITED + 'steps = ["red_card", "exposure"]', CitedList[SupervisionStep])

    def _checked(self, **values: object) -> list[str]:
        location = _location("[p]\n")
        check_rule(location, {"steps": self.STEPS, **values})
        assert all(fault.text(lang) for fault in location.faults for lang in LANGS)
        return [fault.code for fault in location.faults]

    def _bands(self, *steps: str) -> Bands[SupervisionStep]:
        rows = ",\n".join(f'{{ from = {at}, value = "{step}" }}' for at, step in enumerate(steps))
        found: Bands[SupervisionStep] = _read(CITED + f"bands = [ {rows} ]", Bands[SupervisionStep])
        return found

    def test_what_moves_it_is_a_limit(self) -> None:
        cited = Sourced("x", Citation("示例办法", "第一条", "", Basis.stated))
        found = {
            name: self._checked(limit=evolve(cited, value=name))
            for name in ("reply_deadline", "reply_dedline", "答复", "incentive")
        }
        assert found == {
            "reply_deadline": [],
            "reply_dedline": ["ladder.unknown_limit_near"],
            "答复": ["ladder.unknown_limit"],
            "incentive": ["ladder.unknown_limit"],
        }

    def test_bands_that_climb(self) -> None:
        assert self._checked(reached=self._bands("red_card", "exposure")) == []
        assert self._checked(reached=self._bands("silent", "exposure")) == []

    def test_bands_that_climb_down(self) -> None:
        assert self._checked(reached=self._bands("exposure", "red_card")) == ["ladder.out_of_order"]

    def test_a_step_of_another_ladder(self) -> None:
        found = self._checked(reached=self._bands("interview", "exposure"))
        assert found == ["ladder.unknown_step"]

    def _table(self, *steps: str) -> Table[SupervisionStep, int]:
        names = ", ".join(f'"{step}"' for step in steps)
        rows = ",\n".join(f'{{ supervision_step = "{step}", value = 1 }}' for step in steps)
        text = CITED + f"over = [{names}]\ncells = [ {rows} ]"
        found: Table[SupervisionStep, int] = _read(text, Table[SupervisionStep, int])
        return found

    def test_a_table_by_the_steps(self) -> None:
        assert self._checked(within=self._table("red_card", "exposure")) == []

    def test_a_table_over_a_step_that_the_policy_does_not_have(self) -> None:
        found = self._checked(within=self._table("red_card", "exposure", "interview"))
        assert found == ["ladder.unknown_step"]

    def test_a_table_that_leaves_a_step_out(self) -> None:
        assert self._checked(within=self._table("red_card")) == ["table.gap"]

    def test_a_table_by_something_else(self) -> None:
        levels = _read(CITED + 'value = "silent"', Table[Level, Grade])
        assert self._checked(within=levels) == []
