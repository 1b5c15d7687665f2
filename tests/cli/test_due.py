"""``xinfang due``: single periods, with bounds and day by day."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from command import run

if TYPE_CHECKING:
    from collections.abc import Callable

    Due = Callable[..., dict[str, Any]]


@pytest.fixture
def due(capsys: pytest.CaptureFixture[str]) -> Due:
    def ask(*arguments: str) -> dict[str, Any]:
        ran = run(capsys, "due", *arguments, "--format", "json")
        assert (ran.code, ran.err) == (0, "")
        answer: dict[str, Any] = json.loads(ran.out)
        return answer

    return ask


class TestTheCalendarOnTheWall:
    """Working days count worked weekends only; other periods roll from a last day of rest."""

    @pytest.mark.parametrize(
        ("start", "count", "unit", "wanted"),
        [
            ("2025-09-30", "1", "working_day", "2025-10-09"),
            ("2026-02-13", "1", "working_day", "2026-02-14"),
            ("2022-05-21", "5", "working_day", "2022-05-27"),
            ("2024-02-03", "15", "calendar_day", "2024-02-18"),
            ("2025-09-30", "60", "calendar_day", "2025-12-01"),
            ("2024-01-31", "1", "month", "2024-02-29"),
        ],
    )
    def test_the_last_day_is_settled(
        self, due: Due, start: str, count: str, unit: str, wanted: str
    ) -> None:
        answer = due(start, count, "--unit", unit)
        assert (answer["due"], answer["outcome"]) == (wanted, wanted)
        assert answer["certainty"] == "settled"
        assert answer["earliest"] == answer["latest"] == wanted
        assert answer["basis"] == "interpreted"

    def test_past_the_last_notice_it_is_an_interval(self, due: Due) -> None:
        answer = due("2026-11-23", "30", "--unit", "working_day", "--known-on", "2026-11-21")
        assert answer["certainty"] == "provisional"
        assert (answer["earliest"], answer["latest"]) == ("2026-12-31", "2027-01-08")
        assert answer["awaits"] == 2027
        assert answer["known_on"] == "2026-11-21"

    def test_before_the_calendar_it_is_undetermined(self, due: Due) -> None:
        answer = due("2003-01-31", "5", "--unit", "working_day")
        assert answer["outcome"] == "undetermined"
        assert answer["due"] is None
        assert answer["certainty"] is None


class TestTheLedger:
    """Each day is counted or not, with the notice that says so."""

    def test_as_data(self, due: Due) -> None:
        answer = due("2025-09-30", "1", "--unit", "working_day", "--explain")
        days = answer["ledger"]
        assert [one["counted"] for one in days] == [False] * 8 + [True]
        assert days[0]["kind"] == "holiday"
        assert days[0]["notice"] == "国办发明电〔2024〕12号"
        assert "ledger" not in due("2025-09-30", "1", "--unit", "working_day")

    def test_as_text(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, "due", "2026-02-13", "1", "--unit", "working_day", "--explain")
        lines = ran.out.splitlines()
        assert lines[0] == "自 2026-02-13 起1个工作日，至 2026-02-14 届满（已确定）"
        assert lines[1] == "2026-02-14 周六 计：第1个工作日，春节调休上班（国办发明电〔2025〕7号）"
        assert lines[2].startswith("计算依据：民法典 第二百零一条至第二百零三条〔解释〕")

    def test_a_provisional_day_says_what_is_awaited(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran = run(capsys, "due", "2026-12-25", "5", "--unit", "working_day")
        assert "2027年放假安排尚未公布" in ran.out

    def test_outside_the_calendar_says_so(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, "due", "2003-01-31", "5", "--unit", "working_day")
        assert ran.code == 0
        assert "超出工作日历范围" in ran.out


class TestAWrongQuestion:
    """Nothing is guessed from it; one line says what is wanted."""

    @pytest.mark.parametrize(
        ("arguments", "wanted"),
        [
            (("2025-02-30", "1", "--unit", "working_day"), "没有这一天"),
            (("45922", "1", "--unit", "working_day"), "日期序号"),
            (("2025-09-30", "0", "--unit", "working_day"), "不小于 1"),
            (("2025-09-30", "x", "--unit", "working_day"), "参数 数：取值不合要求：'x'"),
            (("2025-09-30", "1", "--unit", "day"), "没有 'day'，可用："),
            (("2025-09-30", "1"), "缺少参数：--unit"),
        ],
    )
    def test_is_refused(
        self, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], wanted: str
    ) -> None:
        ran = run(capsys, "due", *arguments)
        assert ran.code == 2
        assert ran.out == ""
        assert wanted in ran.err

    def test_an_instant_with_a_zone_is_a_day_of_shanghai(self, due: Due) -> None:
        answer = due("2022-10-07T23:30:00Z", "1", "--unit", "working_day")
        assert answer["start"] == "2022-10-08"
