"""What is published points at nobody: no small count, and none that can be worked out."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessing import EXAMPLES, POLICIES
from bulletin_cases import (
    ASKED,
    PUBLIC,
    case_of,
    drafted,
    figures_of,
    late,
    part,
    rows_in,
    steady,
    words_in,
)
from xinfang_core.codec import ReadOptions, read_records
from xinfang_core.documents.bulletin.composing import bulletin
from xinfang_core.documents.bulletin.figures import Bunch
from xinfang_core.documents.bulletin.period import Period
from xinfang_core.documents.bulletin.publishing import (
    Seen,
    seen_of,
    told,
    visible,
    visible_total,
)
from xinfang_core.documents.bulletin.rates import Line
from xinfang_core.documents.bulletin.standing import SHOWN, by_standing
from xinfang_core.documents.bulletin.tallied import is_visible, seen_tallies
from xinfang_core.policy import read_policy
from xinfang_core.vocabulary import Audience, PetitionForm, Status, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bulletin_cases import Rows
    from xinfang_core.documents.bulletin.asked import Asked

OTHERS = {"另一": PUBLIC.policy}
LEAST = PUBLIC.least.count
COUNTS = st.lists(st.integers(0, 30), min_size=1, max_size=7)
MISSED = (Status.overdue, Status.late)
GROUP = st.lists(st.integers(0, 12), min_size=len(SHOWN), max_size=len(SHOWN))


def bunch(counts: Sequence[int]) -> Bunch:
    """Cases that stand so."""
    made = Bunch()
    for status, many in zip(SHOWN, counts, strict=True):
        for _ in range(many):
            made.add(status, {})
    return made


def seen(groups: Sequence[Sequence[int]], asked: Asked = PUBLIC) -> Seen:
    """What may be seen of towns with such counts."""
    towns = {f"镇{place}": bunch(counts) for place, counts in enumerate(groups)}
    whole = bunch([sum(column) for column in zip(*groups, strict=True)])
    figures = evolve(figures_of([]), all=whole, kinds={"甲": whole}, groups={"town": towns})
    return seen_of(figures, None, asked)


def lines(grid: Sequence[Sequence[int | None]]) -> Iterable[Sequence[int | None]]:
    """The rows and the columns, each with its total."""
    yield from grid
    yield from zip(*grid, strict=True)


class TestLine:
    """A line with a total."""

    @given(COUNTS)
    def test_what_is_seen_is_true_and_no_small_count(self, counts: list[int]) -> None:
        named = dict(enumerate(counts))
        found = visible(named, PUBLIC)
        for key, count in found.items():
            assert count is None or (count == named[key] and not 0 < count < LEAST)

    @given(COUNTS, st.sets(st.integers(0, 6)))
    def test_what_is_hidden_is_not_hidden_alone(self, counts: list[int], gone: set[int]) -> None:
        named = dict(enumerate(counts))
        found = visible(named, PUBLIC, gone & named.keys())
        hidden = [key for key, count in found.items() if count is None]
        assert gone & named.keys() <= {*hidden}
        if hidden and len(named) > 1:
            assert len(hidden) > 1
            assert sum(named[key] for key in hidden) >= LEAST or len(hidden) == len(named)

    @given(COUNTS)
    def test_offices_see_all(self, counts: list[int]) -> None:
        assert list(visible(dict(enumerate(counts)), ASKED).values()) == counts

    def test_a_whole_that_is_small_is_hidden(self) -> None:
        seen_totals = [visible_total(count, PUBLIC) for count in (0, 1, 4, 5)]
        assert seen_totals == [0, None, None, 5]
        assert visible_total(1, ASKED) == 1
        assert (told(None), told(3)) == ("－", "3")


class TestRate:
    """A rate tells what it counts and what it leaves."""

    FIGURES = evolve(figures_of([]), all=bunch([0, 0, 10, 20, 0]))

    def seen(self, above: int, below: int) -> bool:
        return is_visible(Line("a", "甲率", above, below), self.FIGURES, PUBLIC)

    def test_it_is_hidden_where_either_is_small(self) -> None:
        assert [self.seen(*one) for one in ((10, 20), (20, 20), (0, 20))] == [True, True, True]
        assert [self.seen(*one) for one in ((18, 20), (2, 20), (2, 2))] == [False, False, False]
        assert is_visible(Line("a", "甲率", why="无"), self.FIGURES, PUBLIC)

    def test_it_is_hidden_where_few_stand_under_many(self) -> None:
        assert [self.seen(10, 3), self.seen(10, 6)] == [False, True]

    def test_it_is_hidden_where_few_cases_stand_beside_it(self) -> None:
        assert [self.seen(14, 28), self.seen(15, 30)] == [False, True]


class TestTallies:
    """Counts within one another: none tells a small one by what it leaves of another."""

    @settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
    @given(st.lists(st.integers(0, 12), min_size=5, max_size=5))
    def test_no_difference_of_two_is_small(self, counts: list[int]) -> None:
        kinds = (PetitionForm.visit, PetitionForm.letter)
        days = {"register": "2025-05-06", "receive": "2025-05-06"}
        closed = {**days, "conclude": "2025-05-09"}
        made = [
            *((kinds[0], closed), (kinds[0], days), (kinds[1], closed), (kinds[1], days)),
            (PetitionForm.network, days),
        ]
        rows: Rows = [
            (case_of(f"{place}-{number}", form, **told), {})
            for place, ((form, told), many) in enumerate(zip(made, counts, strict=True))
            for number in range(many)
        ]
        figures = figures_of(rows, PUBLIC)
        found = seen_tallies(figures, PUBLIC)
        open_visits, open_letters = counts[1], counts[3]
        told_visits, told_letters = found[Tally.visits], found[Tally.letters]
        if None not in (told_visits, found[Tally.visits_concluded]):
            assert not 0 < open_visits < LEAST
        if None not in (told_letters, found[Tally.letters_concluded]):
            assert not 0 < open_letters < LEAST
        if None not in (told_visits, told_letters):
            assert not 0 < counts[4] < LEAST or found[Tally.online] is None
        assert all(one is None or not 0 < one < LEAST for one in found.values())

    def test_offices_see_all(self) -> None:
        found = seen_tallies(figures_of(steady(3, "东")), ASKED)
        assert (found[Tally.concluded], found[Tally.visits_concluded]) == (3, 3)


class TestTables:
    """All tables of a bulletin together."""

    @settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
    @given(st.lists(GROUP, min_size=1, max_size=5))
    def test_nothing_hidden_follows_from_a_row_or_column(self, groups: list[list[int]]) -> None:
        found = seen(groups)
        for grid in found.grids.values():
            for row in grid:
                assert not any(count is not None and 0 < count < LEAST for count in row)
            for line in lines(grid):
                assert sum(count is None for count in line) != 1

    @settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
    @given(st.lists(GROUP, min_size=1, max_size=5))
    def test_what_one_table_hides_no_other_shows(self, groups: list[list[int]]) -> None:
        found = seen(groups)
        for grid in found.grids.values():
            for status, count in zip(SHOWN, grid[-1], strict=False):
                assert (count is None) == (found.standing[status] is None)

    @settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
    @given(st.lists(GROUP, min_size=1, max_size=5))
    def test_the_order_of_groups_tells_nothing_of_what_is_hidden(
        self, groups: list[list[int]]
    ) -> None:
        found = seen(groups)
        named = zip(found.groups["town"], found.grids["town"], strict=False)
        rows = [
            (-sum(row[SHOWN.index(one)] or 0 for one in MISSED), -(row[-1] or 0), name)
            for (name, _), row in named
        ]
        assert rows == sorted(rows)

    def test_offices_see_all(self) -> None:
        found = seen([[1, 2, 3, 0, 0]], ASKED)
        assert found.grids["town"] == ((1, 2, 3, 0, 0, 6), (1, 2, 3, 0, 0, 6))
        assert found.standing == by_standing(bunch([1, 2, 3, 0, 0]))


class TestBulletin:
    """A published bulletin."""

    def rows(self) -> Rows:
        return [
            *steady(20, "东"),
            *late(9, "东"),
            *steady(30, "西"),
            *late(2, "西"),
            *steady(12, "南"),
            *late(8, "南"),
        ]

    def test_no_case_and_no_agent_is_named(self) -> None:
        rows: Rows = [(case, {**groups, "agent": "D017"}) for case, groups in self.rows()]
        draft = drafted(rows, evolve(PUBLIC, by=("town", "agent")))
        words = words_in(draft)
        for case, _ in rows:
            assert case.case_no not in words
        assert "D017" not in words
        assert "代理员" not in words
        assert "逾期未完成清单" not in words
        assert "应发奖励" not in words

    def test_it_says_what_is_left_out_and_by_what_rule(self) -> None:
        words = words_in(drafted(self.rows(), PUBLIC))
        assert "对外公布：少于 5 件的数、可以由此推算的数不公布" in words
        assert "可以由此推算的，不公布（公布数据的最小件数〔推定〕）。" in words
        assert "内部使用" not in words

    def test_small_groups_cannot_be_worked_out(self) -> None:
        rows = rows_in(part(drafted(self.rows(), PUBLIC), "按镇街"))
        west = next(row for row in rows if row[0] == "西")
        assert west[:3] == ("西", "32", "－")
        hidden = [row[0] for row in rows if row[2] == "－"]
        assert len(hidden) > 1

    def test_rates_of_groups_leave_nothing_small(self) -> None:
        for row in rows_in(part(drafted(self.rows(), PUBLIC), "按镇街")):
            for above, below in re.findall(r"（(\d+)÷(\d+)）", " ".join(row[7:])):
                left = (int(above), int(below) - int(above))
                assert not any(0 < count < LEAST for count in left), row

    def test_where_hardly_anything_is_known_nothing_is_told(self) -> None:
        words = words_in(drafted(late(3, "东"), PUBLIC))
        assert "共 － 件" in words
        assert " 3" not in words.replace("-03", "").replace("2025-06-30", "")

    def test_readings_that_part_few_cases_do_not_stand_side_by_side(self) -> None:
        figures = figures_of(steady(20, "东"), evolve(PUBLIC, other_readings=OTHERS))
        for few, rows in ((3, 1), (6, 2)):
            limits = {
                ("", "reply_deadline"): Counter({Status.met: 20}),
                ("另一", "reply_deadline"): Counter({Status.met: 20 - few, Status.late: few}),
            }
            changed = evolve(figures, limits=limits, titles={"reply_deadline": "答复期限"})
            draft = bulletin(changed, None, evolve(PUBLIC, other_readings=OTHERS), ())
            assert len(rows_in(part(draft, "期限"))) == rows

    def test_how_many_are_in_doubt_is_not_told(self) -> None:
        folder = EXAMPLES / "localities" / "qinglong"
        policy = read_policy(folder)
        options = ReadOptions(declared=policy.declared)
        found = read_records(folder / "counted.json", {}, options).cases
        period = Period(date(2025, 10, 1), date(2025, 12, 31), date(2026, 1, 31))
        rows: Rows = [(one, {}) for one in found]
        asked = evolve(ASKED, policy=policy, by=())
        assert "1 件不能认定" in words_in(drafted(rows, asked, period))
        published = words_in(drafted(rows, evolve(asked, audience=Audience.public), period))
        assert "不能认定，" not in published
        assert "回访抽查率（2025年10月） 分母为0" in published
        silent = evolve(asked, policy=POLICIES["yubei"], audience=Audience.public)
        assert "办结率 本期件数不能认定" in words_in(drafted(rows, silent, period))
