"""A file that fills in claims no more than it gives, and no clause keeps what is filled in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import day, present
from policy_texts import FILLING, complaint
from xinfang_core.messages import render
from xinfang_core.policy import Clause, Edition, files, lines, load_policy, read_policy
from xinfang_core.policy.edition_file import read_draft, read_edition
from xinfang_core.policy.tables import NOT_LISTED
from xinfang_core.policy.tracing import trace
from xinfang_core.vocabulary import NetworkUnit, Offer

EXAMPLE_POLICIES = Path(__file__).parents[2] / "examples" / "policies"
CITED = 'clause = "补1"\nbasis = "assumed"\nnote = "试行"\n'
MEASURE = f'[copied_notice.measure]\nvalue = "repeats"\n{CITED}'


def said(folder: Path, text: str) -> list[str]:
    """What reading a file complains of, without the file's name."""
    path = folder / "补充.toml"
    path.write_text(text, encoding="utf-8")
    return [line.removeprefix("补充.toml:") for line in complaint(path).splitlines()]


def edition_of(text: str, fills: str = "gongshu") -> Edition:
    """The edition that a file makes of the one edition of a policy."""
    return read_edition(read_draft(text, "补充.toml", files.policy_ids()), (), _base(fills))


@cache
def _base(name: str) -> Edition:
    (edition,) = load_policy(name).editions
    return edition


def _encoding(*codes: str) -> str:
    """The head with a clause that these carry out."""
    return FILLING.replace('"copied_notice"', ", ".join(f'"{code}"' for code in codes))


class TestNothing:
    """A file that gives no value fills in nothing; a clause claims no rule without a value."""

    NOTHING = "4:9: policy.fills: 本文件没有补写任何取值"

    @pytest.mark.parametrize(
        "more",
        [
            "",
            "[copied_notice]\n",
            "[supervision_letters]\n[exposure]\n",
            '[variant.other]\ntitle = "另一种理解"\n',
            "[variant]\nother = 1\n",
            "[variant.other.copied_notice]\n",
        ],
    )
    def test_no_value_at_all(self, tmp_path: Path, more: str) -> None:
        assert said(tmp_path, FILLING + more) == [self.NOTHING]

    def test_it_is_said_in_english(self) -> None:
        assert render("fill.nothing", {}, "en") == "this file fills in no value"

    def test_variants_that_are_no_table(self, tmp_path: Path) -> None:
        assert said(tmp_path, "variant = 1\n" + FILLING) == [
            "5:9: policy.fills: 本文件没有补写任何取值"
        ]

    def test_other_faults_come_first(self, tmp_path: Path) -> None:
        text = FILLING.replace('"gongshu"', '"gongshou"')
        (line,) = said(tmp_path, text)
        assert "是否为“gongshu”？" in line

    def test_an_empty_section_beside_a_value(self, tmp_path: Path) -> None:
        text = _encoding("copied_notice", "exposure") + MEASURE + "[exposure]\n"
        assert said(tmp_path, text) == [
            (
                "13:32: clause[0].encoded_by[1]: 没有名为“exposure”的规则或者参数，"
                "可用：copied_notice、copied_notice.measure"
            ),
            "19:2: exposure: 这里没有补写任何取值；暂时不补的，不写这一项",
        ]

    @pytest.mark.parametrize("body", ["cells = []", f'value = "silent"\nnote = "{NOT_LISTED}"'])
    def test_a_table_without_cells(self, tmp_path: Path, body: str) -> None:
        cited = CITED if "cells" in body else 'clause = "补1"\n'
        text = _encoding("growth_signs.then") + f"[growth_signs.then]\n{cited}{body}\n"
        assert said(tmp_path, text) == [
            "14:15: growth_signs.then: 这里没有补写任何取值；暂时不补的，不写这一项"
        ]

    def test_a_clause_does_not_claim_a_rule_of_the_other_policy(self, tmp_path: Path) -> None:
        (line,) = said(tmp_path, _encoding("exposure") + MEASURE)
        assert line.startswith("13:15: clause[0].encoded_by[0]: 没有名为“exposure”的规则或者参数")


class TestVariantOfAssumed:
    """“A value that is assumed already is read differently in a variant.”"""

    TEXT = (
        _encoding("mandate.most_agents", "duty_roster.staff")
        .replace("gongshu", "jiuyuan")
        .replace("duty_roster.staff", "network.count")
        + f'[variant.two]\ntitle = "两个"\n[variant.two.network.count]\n{CITED}'
        + 'over = ["district_site"]\ncells = [{ network_unit = "district_site", value = 2 }]\n'
        + f'[mandate.most_agents]\nvalue = 2\nunit = "person"\n{CITED}'
    )

    def test_the_clause_names_what_the_variant_gives(self, tmp_path: Path) -> None:
        text = self.TEXT.partition("[mandate")[0].replace('"mandate.most_agents", ', "")
        path = tmp_path / "补充.toml"
        path.write_text(text, encoding="utf-8")
        policy, on = read_policy(path), day("2026-01-01")
        counts = [
            present(one.on(on).station.network).count[NetworkUnit.district_site].value
            for one in (policy, policy.with_variant("two"))
        ]
        assert counts == [1, 2]
        assert policy.editions[0].clauses[-1].encoded_by == ("network.count",)

    def test_a_value_and_a_variant_in_one_file(self) -> None:
        edition = edition_of(self.TEXT, "jiuyuan")
        assert edition.clauses[-1].encoded_by == ("mandate.most_agents", "network.count")
        assert "two" in edition.variants


class TestLeftOut:
    """A value is never taken for a cell that its table leaves out, whatever its note says."""

    def _text(self, sign: str, value: str, parameter: str) -> str:
        return _encoding("growth_signs") + (
            f'[growth_signs.{parameter}]\nclause = "补1"\nbasis = "assumed"\n'
            f'note = "{NOT_LISTED}"\ncells = [{{ sign = "{sign}", value = "{value}" }}]\n'
        )

    def test_it_fills_in(self) -> None:
        edition = edition_of(self._text("tendency", "contingency_plan", "then"))
        found = [
            line.value
            for line in lines(edition)
            if (line.rule, line.parameter) == ("growth_signs", "then")
            and line.citation.note == NOT_LISTED
        ]
        assert found == [Offer.contingency_plan]

    def test_it_does_not_rewrite(self, tmp_path: Path) -> None:
        (line,) = said(tmp_path, self._text("tendency", "contingency_plan", "first"))
        assert "growth_signs.first: gongshu@undated 的表中已有取值，不能改写" in line


def _clause(edition: Edition, clause_id: str) -> Clause:
    return next(one for one in trace(edition).clauses if one.clause_id == clause_id)


class TestTrace:
    """What is filled in stands under the clause of the file that gives it, and no other."""

    def test_the_example(self) -> None:
        (edition,) = read_policy(EXAMPLE_POLICIES / "gongshu-ladders").editions
        assert _clause(_base("gongshu"), "24").encoded_by == (
            "exposure.conduct",
            "exposure.steps",
            "exposure.measure",
            "exposure.reached",
        )
        assert _clause(edition, "24").encoded_by == ("exposure.conduct", "exposure.steps")
        assert _clause(edition, "20").encoded_by == ("copied_notice",)
        assert _clause(edition, "示例2").encoded_by == ("exposure",)

    def test_a_table_filled_in_half_stands_under_both(self) -> None:
        cells = 'cells = [{ sign = "tendency", value = "contingency_plan" }]\n'
        text = _encoding("growth_signs.then") + f"[growth_signs.then]\n{CITED}{cells}"
        assert _clause(edition_of(text), "16").encoded_by == ("growth_signs",)
        assert _clause(edition_of(text), "补1").encoded_by == ("growth_signs.then",)

    def test_a_clause_with_nothing_left_is_set_aside(self) -> None:
        (base,) = load_policy("gongshu").editions
        found = Path(files.__file__).parents[1] / "policies" / "gongshu" / "undated.toml"
        before = ", ".join(f'"{code}"' for code in _clause(base, "24").encoded_by)
        text = found.read_text("utf-8")
        assert text.count(f"[{before}]") == 1
        text = text.replace(f"[{before}]", '["exposure.measure"]')
        alone = read_edition(read_draft(text, "undated.toml"))
        own = _encoding("exposure.measure") + MEASURE.replace("copied_notice", "exposure")
        filled = read_edition(read_draft(own, "补充.toml", files.policy_ids()), (), alone)
        was, now = _clause(alone, "24"), _clause(filled, "24")
        assert (was.encoded_by, was.set_aside) == (("exposure.measure",), "")
        assert (now.encoded_by, now.set_aside) == ((), "由补充文件写明")
        assert trace(filled).counts["set_aside"] == trace(alone).counts["set_aside"] + 1

    def test_what_was_set_aside_stays_so_for_its_own_reason(self) -> None:
        edition, base = edition_of(FILLING + MEASURE), _base("gongshu")
        aside = {one.clause_id: one.set_aside for one in base.clauses if one.set_aside}
        assert aside
        assert {one.clause_id: one.set_aside for one in edition.clauses if one.set_aside} == aside

    @given(st.sampled_from(sorted(path.name for path in EXAMPLE_POLICIES.iterdir())))
    def test_a_parameter_that_a_clause_names_has_a_value_of_its_source(self, name: str) -> None:
        (edition,) = _example(name)
        by_code: dict[str, set[str]] = {}
        for line in lines(edition):
            for code in (line.rule, f"{line.rule}.{line.parameter}"):
                by_code.setdefault(code, set()).add(line.citation.source)
        parts = {clause.source or edition.title for clause in edition.clauses}
        for clause in edition.clauses:
            assert bool(clause.encoded_by) is not bool(clause.set_aside)
            for code in clause.encoded_by if len(parts) > 1 else ():
                assert (clause.source or edition.title) in by_code[code]


@cache
def _example(name: str) -> tuple[Edition, ...]:
    return read_policy(EXAMPLE_POLICIES / name).editions


class TestLaterRule:
    """A rule that only a later edition has is not filled in from before that edition's day."""

    LATER = (
        "evaluation_window_deadline: national@2005-05-01 没有这条规则；"
        "只补较晚版本的，effective 请写该版本的施行日或者以后"
    )
    SECTION = f'evaluation_window_deadline.limit]\nvalue = 30\nunit = "calendar_day"\n{CITED}'
    HEAD = _encoding("evaluation_window_deadline").replace("gongshu", "national")
    VARIANT = f'[variant.other]\ntitle = "另一种"\n[variant.other.{SECTION}'

    def test_in_a_variant(self, tmp_path: Path) -> None:
        assert said(tmp_path, self.HEAD + self.VARIANT) == [f"16:16: variant.other.{self.LATER}"]

    def test_in_both_it_is_said_once(self, tmp_path: Path) -> None:
        text = f"{self.HEAD}[{self.SECTION}{self.VARIANT}"
        assert said(tmp_path, text) == [f"14:2: {self.LATER}"]

    def test_from_that_day_on_it_is_filled_in(self, tmp_path: Path) -> None:
        path = tmp_path / "补充.toml"
        head = self.HEAD.replace('"undated"', "2022-05-01")
        path.write_text(f"{head}[{self.SECTION}{self.VARIANT}", encoding="utf-8")
        assert [one.label for one in read_policy(path).editions] == [
            "national@2022-05-01+mouqu@2022-05-01",
            "national@2005-05-01",
        ]


class TestClosedRule:
    """A national rule that is closed to localities is refused, and nothing asked of it."""

    @pytest.mark.parametrize("more", ["", 'start = { value = "accept", clause = "补1" }\n'])
    def test_one_message(self, tmp_path: Path, more: str) -> None:
        text = f"{FILLING}{MEASURE}[notice_deadline]\n{more}"
        assert said(tmp_path, text) == [
            "19:2: notice_deadline: 国家规定“notice_deadline”未授权地方另定"
        ]


@pytest.mark.parametrize("name", files.policy_ids())
def test_the_id_is_none_of_those_that_come_with_the_library(tmp_path: Path, name: str) -> None:
    """``show gongshu`` and ``show`` with the file never speak of two policies by one name."""
    text = FILLING.replace('"mouqu"', f'"{name}"') + MEASURE
    assert said(tmp_path, text) == [f"2:6: policy.id: 本文件是补充，编号不能是“{name}”，请另取一个"]
