"""A bulletin, from its first lines to what it rests on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from assessing import EXAMPLES, POLICIES
from bulletin_cases import (
    ASKED,
    QUARTER,
    awarded,
    case_of,
    drafted,
    figures_of,
    late,
    part,
    rows_in,
    steady,
    words_in,
)
from checks import rated
from xinfang_core.codec import ReadOptions, read_records
from xinfang_core.documents.blocks import Bars, Items, Table
from xinfang_core.documents.bulletin.figures import case_numbers
from xinfang_core.documents.bulletin.groups_part import MOST_BARS
from xinfang_core.documents.bulletin.internal_parts import awards_part, payable
from xinfang_core.documents.bulletin.made_by import made_by
from xinfang_core.documents.bulletin.period import Period
from xinfang_core.documents.bulletin.rates_part import rates_part
from xinfang_core.documents.bulletin.ratings_part import ratings_part
from xinfang_core.documents.writers.words import text_of
from xinfang_core.policy import read_policy
from xinfang_core.vocabulary import (
    Absent,
    Audience,
    CaseClass,
    Grade,
    Indicator,
    OpenMatters,
    Role,
)

if TYPE_CHECKING:
    from bulletin_cases import Rows
    from xinfang_core.case import Case
    from xinfang_core.documents.bulletin.asked import By
    from xinfang_core.rules.ledger import tallies

PROXY = evolve(ASKED, policy=POLICIES["online-proxy"], by=("town", "body", "agent"))
ROWS = [*steady(3, "东"), *late(2, "西"), *late(1, "南", "2025-02")]
BEFORE = steady(4, "东", "2025-02")


def tallies_counting(open_matters: OpenMatters) -> tallies.Params:
    """What a policy says of counting, with what it leaves open settled."""
    params = POLICIES["qiaocheng"].on(QUARTER.last).ledger.tallies
    assert params
    cells = {one: evolve(cell, value=open_matters) for one, cell in params.not_due.cells.items()}
    return evolve(params, not_due=evolve(params.not_due, cells=cells))


def first_screen(draft: object) -> list[str]:
    (items, *_) = [one for one in part(draft, "概况") if isinstance(one, Items)]  # type: ignore[arg-type]
    return [text_of(one) for one in items.items]


class TestFirstScreen:
    """What matters stands in the first lines."""

    def test_it_tells_how_many_how_they_stand_and_what_is_overdue(self) -> None:
        told = first_screen(drafted(ROWS))
        assert told[0] == "2025年第二季度共 5 件。"
        assert told[1] == "期限：按期 3 件、逾期完成 0 件、在期 0 件、逾期未完成 2 件。"
        assert told[2].startswith("截至 2025-06-30，逾期未完成 3 件，其中本期 2 件、以前各期 1 件")
        assert "化解率 60.0%（3÷5）" in told[3]
        assert told[4] == "逾期最多的镇街：西 2 件（共 2 件）。"

    def test_it_is_compared_with_the_period_before(self) -> None:
        told = first_screen(drafted(ROWS, before=BEFORE))
        assert told[0] == "2025年第二季度共 5 件；2025年第一季度为 4 件，增加 1 件。"
        assert "按期 3 件（比上期 -1）" in told[1]
        assert "化解率 60.0%（3÷5），比上期 -40.0 个百分点" in told[3]

    def test_fewer_and_as_many_are_told_in_words(self) -> None:
        fewer = first_screen(drafted(steady(1, "东"), before=BEFORE))
        assert fewer[0] == "2025年第二季度共 1 件；2025年第一季度为 4 件，减少 3 件。"
        same = first_screen(drafted(steady(4, "东"), before=BEFORE))
        assert same[0] == "2025年第二季度共 4 件，与2025年第一季度相同。"

    def test_cases_that_no_edition_governs_are_told(self) -> None:
        asked = evolve(ASKED, policy=POLICIES["national"], by=())
        period = Period(date(2003, 3, 1), date(2003, 3, 31), date(2003, 3, 31))
        rows: Rows = [(case_of("1", register="2003-03-03", receive="2003-03-03"), {})]
        told = first_screen(drafted(rows, asked, period))
        assert told[0] == (
            "2003年3月共 1 件。其中 1 件发生时办法还没有施行中的版本，没有结论，状态列入“其他”。"
        )
        public = evolve(asked, audience=Audience.public)
        assert "施行中" not in "".join(first_screen(drafted(rows, public, period)))

    def test_it_has_ten_lines_at_most(self) -> None:
        rows: Rows = [
            *ROWS,
            (awarded("9", "2025-05-05"), {}),
            (case_of("8", accept="2025-05-01"), {}),
        ]
        told = first_screen(drafted(rows, PROXY, before=BEFORE))
        assert len(told) <= 10
        assert "应发奖励 15 元；另有 5 件的奖励尚不能确定，未计入。" in told
        assert told[-1] == "另有 1 件没有记录归期用的日期，未计入任何一期。"

    def test_no_news_is_told_as_such(self) -> None:
        told = first_screen(drafted([], PROXY))
        assert told[0] == "2025年第二季度共 0 件。"
        assert told[2] == "截至 2025-06-30，没有逾期未完成的事项。"
        assert "没有规定可以计算的指标" in told[3]
        assert told[4] == "应发奖励 0 元。"


class TestRates:
    """A number where the policy defines one, and only there."""

    def test_each_has_its_counts_its_clause_and_the_period_before(self) -> None:
        rows = rows_in(part(drafted(ROWS, before=BEFORE), "指标"))
        defusal = next(row for row in rows if row[0] == "化解率")
        assert defusal[1:6] == ("3", "5", "60.0%", "100.0%", "-40.0")
        assert "第五段" in defusal[6]

    def test_what_is_asked_for_stands_beside_it(self) -> None:
        folder = EXAMPLES / "localities" / "qinglong"
        policy = read_policy(folder)
        options = ReadOptions(declared=policy.declared)
        told = read_records(folder / "counted.json", {}, options).cases
        period = Period(date(2025, 12, 1), date(2025, 12, 31), date(2026, 1, 31))
        asked = evolve(ASKED, policy=policy, by=())
        draft = drafted([(one, {}) for one in told], asked, period)
        blocks = part(draft, "指标")
        row = next(one for one in rows_in(blocks) if one[0] == "回访抽查率")
        assert row[3:5] == ("9.1%", "不低于 10%，未达到")
        (bars,) = [one for one in blocks if isinstance(one, Bars)]
        assert bars.series == ("比率", "要求")
        assert bars.bars[0].values == (9.1, 10.0)
        assert "办法有要求的指标 1 项，其中未达到 1 项。" in first_screen(draft)
        assert any("要求不低于 10%" in one for one in first_screen(draft))

    def test_what_cannot_be_told_is_named_with_the_reason(self) -> None:
        asked = evolve(ASKED, policy=POLICIES["yubei"])
        words = words_in(drafted(ROWS, asked))
        assert "办结率 受理未计数，无法计算" in words

    def test_where_none_can_be_told_it_is_not_said_that_none_is_defined(self) -> None:
        draft = drafted([], evolve(ASKED, policy=POLICIES["yubei"]))
        assert "办法规定的指标本期都不能计算，只列件数；原因见“指标”。" in first_screen(draft)

    def test_what_nothing_stands_under_is_no_nought(self) -> None:
        draft = drafted([*late(2, "西"), *steady(1, "东")])
        west = next(row for row in rows_in(part(draft, "按镇街")) if row[0] == "西")
        assert "分母为0" in west
        unmade = {row[0]: row[-1] for row in rows_in(part(drafted(late(2, "西")), "指标"))}
        assert unmade["接访办结率"] == "分母为0，不计算"

    def test_a_policy_that_defines_all_leaves_none_out(self) -> None:
        figures = figures_of(ROWS)
        params = figures.pack.ledger.indicators
        assert params
        one = params.numerator.cells[Indicator.defusal]
        every = evolve(params.numerator, cells=dict.fromkeys(Indicator, one))
        ledger = evolve(figures.pack.ledger, indicators=evolve(params, numerator=every))
        told = evolve(figures, pack=evolve(figures.pack, ledger=ledger))
        words = "".join(text_of(getattr(one, "words", "")) for one in rates_part(told, None, ASKED))
        assert "办法没有规定" not in words

    def test_a_policy_that_defines_nothing_has_no_rate(self) -> None:
        blocks = part(drafted(ROWS, PROXY), "指标")
        assert [text_of(one.words) for one in blocks] == [
            "办法没有规定任何指标的分子、分母，不列比率。"
        ]

    def test_a_score_says_what_it_lacks(self) -> None:
        folder = EXAMPLES / "localities" / "meilong"
        policy = read_policy(folder)
        told = read_records(folder / "counted.json").cases
        period = Period(date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 31))
        draft = drafted([(one, {}) for one in told], evolve(ASKED, policy=policy), period)
        scores = [row for row in rows_in(part(draft, "指标")) if row[0] == "初次信访事项办理"]
        assert scores == [
            ("初次信访事项办理", "无法确定", "25", "名次加分所需的数字未提供，或者无法确定")
        ]
        assert "19÷20（办法未写取舍）" in words_in(draft)


class TestRatings:
    """Grades are counted; shares are the policy's."""

    def rows(self) -> Rows:
        grades = (Grade.satisfied, Grade.satisfied, Grade.dissatisfied)
        steps = {"register": "2025-05-06", "receive": "2025-05-06", "conclude": "2025-05-09"}
        made: list[tuple[Case, dict[By, str]]] = []
        for place, grade in enumerate(grades):
            case = case_of(str(place), **steps)
            event = rated("2025-05-10", grade, Role.petition_office)
            events = type(case.history)((*case.history.events, event))
            made.append((evolve(case, history=events), {}))
        return made

    def test_the_policy_of_the_shares_is_used(self) -> None:
        asked = evolve(ASKED, policy=POLICIES["yubei"], by=())
        rows = rows_in(part(drafted(self.rows(), asked), "满意度评价和考核"))
        office = next(row for row in rows if row[0] == "信访部门")
        assert office[1:6] == ("2", "0", "1", "0", "0")
        assert office[6:] == ("100.0%", "66.7%", "66.7%")

    def test_who_has_not_rated_yet_leaves_the_shares_open(self) -> None:
        asked = evolve(ASKED, policy=POLICIES["yubei"], by=())
        rows: Rows = [*self.rows(), (case_of("9", register="2025-05-06", receive="2025-05-06"), {})]
        blocks = part(drafted(rows, asked), "满意度评价和考核")
        office = next(row for row in rows_in(blocks) if row[0] == "信访部门")
        assert office[5:] == ("1", "无法确定", "66.7%", "无法确定")
        assert any("参评满意率无法确定" in text_of(getattr(one, "words", "")) for one in blocks)

    def test_where_the_policy_says_so_those_who_have_not_are_owed_one(self) -> None:
        asked = evolve(ASKED, policy=POLICIES["yubei"], by=())
        rows: Rows = [*self.rows(), (case_of("9", register="2025-05-06", receive="2025-05-06"), {})]
        figures = figures_of(rows, asked)
        counted = tallies_counting(OpenMatters.counted)
        ledger = evolve(figures.pack.ledger, tallies=counted)
        told = evolve(figures, pack=evolve(figures.pack, ledger=ledger))
        blocks = list(ratings_part(told, asked))
        office = next(row for row in rows_in(blocks) if row[0] == "信访部门")
        assert office[6:] == ("75.0%", "66.7%", "50.0%")
        assert not any("无法确定" in text_of(getattr(one, "words", "")) for one in blocks)

    def test_an_appraisal_without_ratings_is_told_alone(self) -> None:
        figures = figures_of([])
        told = evolve(figures, appraised={Role.petition_worker: 2})
        assert rows_in(ratings_part(told, ASKED)) == [("信访工作人员", "2")]

    def test_without_a_rule_counts_alone_are_told(self) -> None:
        blocks = part(drafted(self.rows()), "满意度评价和考核")
        assert rows_in(blocks)[0][-3:] == ("无法确定",) * 3

    def test_who_is_appraised_together_is_counted(self) -> None:
        asked = evolve(ASKED, policy=POLICIES["gongshu"], by=())
        rows = rows_in(part(drafted(self.rows(), asked), "满意度评价和考核"))
        assert [row for row in rows if len(row) == 2] == [
            ("信访工作人员", "3"),
            ("事权部门", "3"),
        ]

    def test_without_ratings_there_is_no_such_part(self) -> None:
        assert "满意度评价和考核" in words_in(drafted(ROWS))
        assert "满意度评价和考核" not in words_in(drafted([]))


class TestOverdue:
    """The overdue list, the longest first."""

    def test_it_names_the_case_the_limit_and_the_days(self) -> None:
        asked = evolve(ASKED, by=("town", "body"))
        rows: Rows = [(case, {**groups, "body": "住建局"}) for case, groups in ROWS]
        found = rows_in(part(drafted(rows, asked), "逾期未完成清单"))
        assert [row[1] for row in found] == ["南-逾0", "西-逾0", "西-逾1"]
        assert found[0][5:] == ("以前", "住建局")
        assert [row[0] for row in found] == ["1", "2", "3"]

    def test_a_limit_that_no_case_of_the_period_has_is_named_too(self) -> None:
        found = rows_in(part(drafted(late(1, "南", "2025-02")), "逾期未完成清单"))
        assert found[0][2].startswith("研究部署期限")

    def test_nothing_overdue_is_said(self) -> None:
        assert not rows_in(part(drafted(steady(1, "东")), "逾期未完成清单"))


class TestAwards:
    """What is to be paid, by agent and month."""

    def test_each_agent_has_a_row_for_each_month(self) -> None:
        rows: Rows = [(awarded("1", "2025-04-10"), {}), (awarded("2", "2025-06-10"), {})]
        blocks = part(drafted(rows, PROXY), "应发奖励")
        assert rows_in(blocks) == [
            ("D017", "2025年4月", "1", "15", "15", "0", "0"),
            ("D017", "2025年6月", "1", "15", "15", "0", "0"),
        ]
        assert "应发合计 30 元。" in [text_of(getattr(one, "words", "")) for one in blocks]

    def test_where_the_cap_is_not_told_nothing_is(self) -> None:
        figures = figures_of([(awarded("1", "2025-04-10"), {})], PROXY)
        totals = figures.pack.ledger.agent_totals
        assert totals
        cap = evolve(totals.monthly_cap, value=Absent.silent)
        ledger = evolve(figures.pack.ledger, agent_totals=evolve(totals, monthly_cap=cap))
        silent = evolve(figures, pack=evolve(figures.pack, ledger=ledger))
        told = [text_of(one.words) for one in awards_part(silent)]  # type: ignore[union-attr]
        assert told[1].startswith("无法确定：")
        assert payable(silent) is None

    def test_whoever_has_no_number_is_told_apart(self) -> None:
        nobody = evolve(awarded("1", "2025-04-10"), agent=None)
        blocks = part(drafted([(nobody, {})], PROXY), "应发奖励")
        told = [text_of(getattr(one, "words", "")) for one in blocks]
        assert told[0] == "1 件未记录代理员编号，未计入任何人。"

    def test_no_award_is_said(self) -> None:
        told = [text_of(one.words) for one in part(drafted([], PROXY), "应发奖励")]
        assert told[0] == "没有。"


class TestLedger:
    """Every case of the period."""

    def test_each_case_is_a_row(self) -> None:
        asked = evolve(ASKED, ledger=True, by=("town",))
        draft = drafted(ROWS, asked)
        found = rows_in(part(draft, "台账"))
        assert draft.title == "2025年第二季度信访事项办理情况通报和台账"
        assert draft.landscape
        assert [row[2] for row in found] == ["东-0", "东-1", "东-2", "西-逾0", "西-逾1"]
        assert found[0][:2] == ("1", "2025-05-06")
        assert found[0][8:] == ("按期", "2025-05-09", "东")
        assert found[3][8] == "逾期未完成"
        (table,) = [one for one in part(draft, "台账") if isinstance(one, Table)]
        assert table.aligned[0] == "right"
        assert table.aligned[1] == "centre"

    def test_where_the_policy_has_no_kinds_the_class_is_told(self) -> None:
        """Arts. 29 to 31: suggestions, accusations and appeals."""
        national = evolve(ASKED, ledger=True, by=(), policy=POLICIES["national"])
        case = evolve(case_of("1", register="2025-05-06"), case_class=CaseClass.suggestion)
        found = rows_in(part(drafted([(case, {})], national), "台账"))
        assert found[0][3] == "建议意见"

    def test_a_case_without_limits_says_so(self) -> None:
        asked = evolve(ASKED, ledger=True, by=(), policy=POLICIES["national"])
        long_ago = Period(date(2003, 3, 1), date(2003, 3, 31), date(2003, 3, 31))
        rows: Rows = [(case_of("1", register="2003-03-03"), {})]
        found = rows_in(part(drafted(rows, asked, long_ago), "台账"))
        assert found == [("1", "2003-03-03", "1", "不能认定", "", "", "", "", "没有期限", "")]

    def test_nor_does_one_whose_limits_have_not_begun_tell_a_day(self) -> None:
        asked = evolve(ASKED, ledger=True, by=(), policy=POLICIES["gongshu"])
        found = rows_in(part(drafted([(case_of("1", register="2025-05-06"), {})], asked), "台账"))
        assert found[0][6:9] == ("", "", "无法确定")


class TestMarks:
    """Who may read it, how it was counted, what it rests on."""

    def test_what_offices_read_says_so_first(self) -> None:
        assert text_of(drafted(ROWS).blocks[0].words) == "内部使用，不对外公布"  # type: ignore[union-attr]

    def test_how_it_was_counted_is_said(self) -> None:
        (items,) = part(drafted([(case_of("1", receive="2025-05-06"), {})]), "统计口径")
        assert "其中 1 件没有登记日期，用后面的日子归期。" in items.items
        assert items.items[0].startswith("归期：以登记、收到日期为准")

    def test_what_made_it_has_no_clock(self) -> None:
        figures = figures_of(ROWS)
        told = dict(made_by(figures, evolve(ASKED, pinned=date(2025, 1, 1), allow_assumed=False)))
        assert told["推定值"] == "不采用"
        assert told["评估日"] == "2025-06-30"
        assert len(told["qiaocheng@undated 的散列"]) == 16

    def test_the_cases_that_it_names_are_known_to_the_masks(self) -> None:
        asked = evolve(ASKED, ledger=True)
        assert case_numbers(figures_of(ROWS, asked)) == {case.case_no for case, _ in ROWS}
        assert case_numbers(figures_of(ROWS)) == {"西-逾0", "西-逾1", "南-逾0"}

    def test_the_same_cases_give_the_same_draft(self) -> None:
        assert drafted(ROWS, before=BEFORE) == drafted(ROWS, before=BEFORE)

    def test_months_have_a_plot_where_there_are_several(self) -> None:
        rows: Rows = [*steady(1, "东"), *steady(2, "西", "2025-04")]
        bars = [one for one in part(drafted(rows), "概况") if isinstance(one, Bars)]
        assert [[bar.shown for bar in one.bars] for one in bars][1] == [("2",), ("1",)]
        assert QUARTER.text() == "2025年第二季度"


class TestGroups:
    """The groups with most missed limits are drawn."""

    @staticmethod
    def title(towns: int) -> str:
        rows = [row for place in range(towns) for row in late(1, f"镇{place:02}")]
        (bars,) = [one for one in part(drafted(rows), "按镇街") if isinstance(one, Bars)]
        assert len(bars.bars) == min(towns, MOST_BARS)
        return bars.title

    def test_where_not_all_of_them_are_it_says_so(self) -> None:
        assert self.title(MOST_BARS) == "各镇街的逾期件数"
        assert self.title(MOST_BARS + 1) == "逾期件数最多的 15 个镇街"


class TestLimits:
    """Where each limit stands."""

    def test_where_none_runs_there_is_no_empty_table(self) -> None:
        rows: Rows = [(case_of("1", register="2025-05-06"), {})]
        figures = figures_of(rows, PROXY)
        assert figures.limits
        (only,) = part(drafted(rows, PROXY), "期限")
        assert text_of(only.words) == "本期没有事项的期限可以列出。"
