"""``xinfang due``: single periods, with bounds and day by day."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from command import notice_file, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Due = Callable[..., dict[str, Any]]

WORKING = ("--unit", "working_day")
HOURS = ("--unit", "hour")
SUSPENDED = ("2026-02-02", "5", *WORKING, "--suspend")
NO_NUMBER = "参数 数：须为最多 9 位的整数，实际为"
AN_INSTANT = "须为日期或者时刻（如 2025-09-30、2025-09-30T08:05、2025年9月30日），实际为"


@pytest.fixture
def due(capsys: pytest.CaptureFixture[str]) -> Due:
    def ask(*arguments: str) -> dict[str, Any]:
        ran = run(capsys, "due", *arguments, "--format", "json")
        assert ran.code == 0
        # Notices of this machine that were used are named; nothing else is said.
        assert not ran.err or ran.err.startswith("另用已导入的通知 1 份")
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

    def test_what_was_known_before_any_notice_waits_for_the_year_that_is_asked(
        self, due: Due
    ) -> None:
        asked = ("2025-09-30", "5", "--unit", "working_day", "--known-on", "0001-01-01")
        answer = due(*asked)
        assert answer["awaits"] == 2025
        assert "2025年放假安排尚未公布" in answer["text"]

    def test_before_the_calendar_it_is_undetermined(self, due: Due) -> None:
        answer = due("2003-01-31", "5", "--unit", "working_day")
        assert answer["outcome"] == "undetermined"
        assert answer["due"] is None
        assert answer["certainty"] is None


class TestTheLedger:
    """Each day is counted or not, with the notice that says so."""

    def test_as_data(self, due: Due) -> None:
        answer = due("2025-09-30", "1", "--unit", "working_day", "--explain")
        days = answer["day_table"]
        assert [one["counted"] for one in days] == [False] * 8 + [True]
        assert days[0]["kind"] == "holiday"
        assert days[0]["notice"] == "国办发明电〔2024〕12号"
        assert "day_table" not in due("2025-09-30", "1", "--unit", "working_day")

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
            *(
                (("2025-09-30", count, "--unit", "working_day"), f"{NO_NUMBER} {count}\n")
                for count in ("x", "1_0", "1.0", "+1", "1,000", "²", "1234567890", "十")
            ),
            (("2025-09-30", "-1", "--unit", "working_day"), "不小于 1"),
            (("2025-09-30", "", "--unit", "working_day"), NO_NUMBER),
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

    @pytest.mark.parametrize("count", ["10", "010", " 10 ", "\uff11\uff10"])
    def test_a_number_however_it_is_written(self, due: Due, count: str) -> None:
        assert due("2025-09-30", count, "--unit", "working_day")["due"] == "2025-10-21"

    def test_an_instant_with_a_zone_is_a_day_of_shanghai(self, due: Due) -> None:
        answer = due("2022-10-07T23:30:00Z", "1", "--unit", "working_day")
        assert answer["start"] == "2022-10-08"


class TestTheRegion:
    """Days of a region count where it is named; a year it has not told is provisional."""

    @pytest.mark.parametrize(
        ("region", "wanted"), [((), "2026-04-23"), (("--region", "450000"), "2026-04-27")]
    )
    def test_its_own_holiday_moves_the_last_day(
        self, due: Due, region: tuple[str, ...], wanted: str
    ) -> None:
        answer = due("2026-04-01", "15", *WORKING, *region)
        assert (answer["due"], answer["certainty"]) == (wanted, "settled")
        assert answer["region"] == (region[-1] if region else None)

    def test_a_year_that_is_not_listed_is_awaited(
        self, due: Due, capsys: pytest.CaptureFixture[str]
    ) -> None:
        asked = ("2025-03-20", "15", *WORKING, "--region", "450000")
        answer = due(*asked)
        assert (answer["awaits"], answer["awaits_region"]) == (2025, "450000")
        assert run(capsys, "due", *asked).out.splitlines()[0] == (
            "自 2025-03-20 起15个工作日，预计至 2025-04-11 届满；"
            "地区 450000 2025年放假安排未录入齐全，暂定介于 2025-04-09 与 2025-04-22 之间"
        )

    @pytest.mark.parametrize("form", ["text", "json", "markdown", "svg"])
    def test_an_unknown_one_is_answered_with_the_known_ones(
        self, capsys: pytest.CaptureFixture[str], form: str
    ) -> None:
        asked = ("2026-04-01", "15", *WORKING, "--region", "110000", "--format", form)
        ran = run(capsys, "due", *asked)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == (
            "region: 随附的通知中没有地区 110000，现有："
            "450000 广西、540000 西藏、540100 拉萨、640000 宁夏、650000 新疆\n"
        )


class TestNoticesBroughtIn:
    """A notice that the library does not ship settles what was provisional."""

    def test_a_folder_settles_the_year(
        self, due: Due, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        folder = str(tmp_path / "notices")
        asked = ("2026-11-23", "30", *WORKING)
        assert due(*asked)["certainty"] == "provisional"
        file = notice_file(tmp_path)
        assert run(capsys, "calendar", "import", file, "--notices", folder).code == 0
        answer = due(*asked, "--notices", folder)
        assert (answer["due"], answer["certainty"]) == ("2027-01-05", "settled")
        assert (answer["earliest"], answer["awaits"]) == ("2027-01-05", None)


class TestSuspensions:
    """Days on which the clock stands do not count, and the day table says why."""

    def test_none_of_its_days_counts(self, due: Due) -> None:
        assert due(*SUSPENDED[:-1])["due"] == "2026-02-09"
        answer = due(*SUSPENDED, "2026-02-04..2026-02-09,听证", "--explain")
        assert answer["due"] == "2026-02-12"
        assert answer["suspensions"] == [
            {"begin": "2026-02-04", "end": "2026-02-09", "name": "听证"}
        ]
        told = [one["text"] for one in answer["day_table"] if one["kind"] == "weekday"]
        assert told[:3] == [
            "2026-02-03 周二 计：第1个工作日",
            "2026-02-04 周三 不计：中止计算：听证",
            "2026-02-05 周四 不计：中止计算：听证",
        ]

    def test_several_are_given_in_any_order(self, due: Due) -> None:
        both = ("2026-02-09..2026-02-10", "--suspend", "2026年2月3日..2026/2/4，补正，再补正")
        answer = due(*SUSPENDED, *both)
        assert answer["due"] == "2026-02-11"
        assert answer["suspensions"] == [
            {"begin": "2026-02-03", "end": "2026-02-04", "name": "补正，再补正"},
            {"begin": "2026-02-09", "end": "2026-02-10", "name": ""},
        ]

    def test_one_without_end_leaves_the_last_day_open(
        self, due: Due, capsys: pytest.CaptureFixture[str]
    ) -> None:
        asked = (*SUSPENDED, "2026-02-03..2026-02-04", "--suspend", "2026-02-06..")
        answer = due(*asked)
        assert (answer["outcome"], answer["due"]) == ("undetermined", None)
        assert answer["suspensions"][1] == {"begin": "2026-02-06", "end": None, "name": ""}
        ran = run(capsys, "due", *asked)
        assert ran.out.splitlines()[0] == (
            "自 2026-02-02 起5个工作日，自 2026-02-06 起中止、尚未恢复，届满日无法确定"
        )

    def test_one_without_end_that_begins_too_late_changes_nothing(self, due: Due) -> None:
        assert due(*SUSPENDED, "2026-02-10..")["due"] == "2026-02-09"

    def test_outside_the_calendar_that_is_the_reason(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        asked = ("2003-01-31", "5", *WORKING, "--suspend", "2003-02-03..")
        assert "超出工作日历范围" in run(capsys, "due", *asked).out

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            (
                "2026-02-04",
                (
                    "中止须写作 开始日..恢复日，可加逗号和原因，"
                    "如 2026-03-02..2026-03-10,听证；实际为 2026-02-04"
                ),
            ),
            ("", "中止须写作 开始日..恢复日，"),
            ("2026-02-04…2026-02-09", "中止须写作 开始日..恢复日，"),
            ("听证,2026-02-04..", "中止须写作 开始日..恢复日，"),
            ("..2026-02-04", f"{AN_INSTANT}“”"),
            ("2026-02-04..x", f"{AN_INSTANT}“x”"),
            ("2026-02-04...2026-02-09", f"{AN_INSTANT}“.2026-02-09”"),
            ("2026-02-30..", "没有这一天或者这一时刻：“2026-02-30”"),
            ("2026-02-04..,听\udcff证", "不能含有换行等控制字符，实际为 听<U+DCFF>证"),
            ("2026-02-04..,听\x1b[31m证", "不能含有换行等控制字符，实际为 听<U+001B>[31m证"),
        ],
    )
    def test_what_is_none_is_refused(
        self, capsys: pytest.CaptureFixture[str], text: str, wanted: str
    ) -> None:
        ran = run(capsys, "due", *SUSPENDED, text)
        assert (ran.code, ran.out) == (2, "")
        assert f"错误：参数 --suspend：{wanted}" in ran.err.splitlines()[-1]

    @pytest.mark.parametrize(
        ("further", "wanted"),
        [
            (
                ("2026-02-04..2026-02-04",),
                "suspensions[0].end: 中止的恢复日 2026-02-04 须晚于开始日 2026-02-04\n",
            ),
            (
                ("2026-02-04..2026-02-09", "--suspend", "2026-02-08.."),
                "suspensions[1].begin: 自 2026-02-08 起的中止与自 2026-02-04 起的中止重叠\n",
            ),
            (
                ("2026-02-04..", "--suspend", "2026-03-08.."),
                "suspensions[1].begin: 自 2026-03-08 起的中止与自 2026-02-04 起的中止重叠\n",
            ),
        ],
    )
    def test_reversed_or_overlapping_ones_are_refused(
        self, capsys: pytest.CaptureFixture[str], further: tuple[str, ...], wanted: str
    ) -> None:
        ran = run(capsys, "due", *SUSPENDED, *further)
        assert (ran.code, ran.out, ran.err) == (2, "", wanted)


class TestOtherUnits:
    """The same day is one day; hours run from a moment, day and night."""

    def test_the_same_day(self, due: Due, capsys: pytest.CaptureFixture[str]) -> None:
        answer = due("2026-02-15", "1", "--unit", "same_day")
        assert (answer["due"], answer["certainty"]) == ("2026-02-15", "settled")
        ran = run(capsys, "due", "2026-02-15", "2", "--unit", "same_day")
        assert (ran.code, ran.out, ran.err) == (
            2,
            "",
            "count: 当日只能是 1，实际为 2；不是当日的，请改单位\n",
        )

    @pytest.mark.parametrize(
        ("start", "begins", "ends"),
        [
            ("2026-04-03T09:30", "2026-04-03T09:30:00+08:00", "2026-04-04T09:30:00+08:00"),
            ("2026-04-03T09:30Z", "2026-04-03T17:30:00+08:00", "2026-04-04T17:30:00+08:00"),
            ("2026年4月3日 9:30", "2026-04-03T09:30:00+08:00", "2026-04-04T09:30:00+08:00"),
        ],
    )
    def test_hours_run_from_the_moment(
        self, due: Due, capsys: pytest.CaptureFixture[str], start: str, begins: str, ends: str
    ) -> None:
        begin, end = (at[:16].replace("T", " ") for at in (begins, ends))
        text = f"自 {begin} 起24小时，至 {end} 届满（已确定）"
        assert due(start, "24", *HOURS) == {
            "start": begins,
            "period": {"count": 24, "unit": "hour"},
            "outcome": ends,
            "due": ends,
            "certainty": "settled",
            "basis": "interpreted",
            "text": text,
        }
        first, second = run(capsys, "due", start, "24", *HOURS).out.splitlines()
        assert first == text
        assert second.endswith(
            "；按小时、分钟计算的，自该时刻起连续计算，不因夜间、周末、节假日顺延"
        )

    def test_minutes_do_as_well(self, due: Due) -> None:
        answer = due("2026-04-03T23:30", "45", "--unit", "minute")
        assert answer["period"] == {"count": 45, "unit": "minute"}
        assert answer["due"] == "2026-04-04T00:15:00+08:00"

    def test_working_hours_need_the_hours_of_an_office(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran = run(capsys, "due", "2026-04-03T09:30", "4", "--unit", "working_hour")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("--unit: 工作小时须按一个单位的办公时间计算")

    @pytest.mark.parametrize("form", ["text", "json"])
    def test_hours_need_a_moment(self, capsys: pytest.CaptureFixture[str], form: str) -> None:
        ran = run(capsys, "due", "2026-04-03", "24", *HOURS, "--format", form)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == (
            "start: 按小时、分钟计算须写明时刻，如 2026-04-01T09:30，实际只有日期 2026-04-03\n"
        )

    @pytest.mark.parametrize(
        ("further", "places"),
        [
            (("--suspend", "2026-04-03.."), ["--suspend"]),
            (("--explain",), ["--explain"]),
            (("--format", "svg"), ["--format"]),
            (
                ("--explain", "--format", "markdown", "--suspend", "2026-04-03.."),
                ["--suspend", "--explain", "--format"],
            ),
        ],
    )
    def test_what_means_nothing_for_hours_is_refused(
        self, capsys: pytest.CaptureFixture[str], further: tuple[str, ...], places: list[str]
    ) -> None:
        ran = run(capsys, "due", "2026-04-03T09:30", "24", *HOURS, *further)
        assert (ran.code, ran.out) == (2, "")
        assert [line.partition(": ")[0] for line in ran.err.splitlines()] == places

    @pytest.mark.parametrize("count", ["0", "-5", "3661"])
    @pytest.mark.parametrize("unit", ["working_day", "hour"])
    def test_a_count_out_of_bounds_is_refused(
        self, capsys: pytest.CaptureFixture[str], count: str, unit: str
    ) -> None:
        ran = run(capsys, "due", "2026-04-03T09:30", count, "--unit", unit)
        assert (ran.code, ran.out) == (2, "")
        wanted = f"count: 期限须为不小于 1 且不大于 3660 的整数，实际为 {count}\n"
        assert ran.err == wanted


class TestPictures:
    """A table to paste into a document, and a picture that any browser shows."""

    def test_a_table_stands_between_the_answer_and_its_basis(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran = run(capsys, "due", "2026-02-13", "2", *WORKING, "--format", "markdown")
        lines = ran.out.splitlines()
        assert lines[0] == "自 2026-02-13 起2个工作日，至 2026-02-24 届满（已确定）"
        assert (lines[1], lines[-2]) == ("", "")
        assert lines[2] == "| 日期 | 星期 | 计否 | 累计 | 说明 | 依据 |"
        assert lines[5] == ("| 2026-02-14 | 周六 | 计 | 1 | 春节调休上班 | 国办发明电〔2025〕7号 |")
        assert lines[-1].startswith("计算依据：民法典 第二百零一条至第二百零三条〔解释〕；")

    @pytest.mark.parametrize("start", ["2026-02-13", "2003-01-31", "2026-12-20"])
    def test_a_picture_is_sound_and_goes_whole_into_a_file(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, start: str
    ) -> None:
        asked = ("due", start, "15", *WORKING, "--format", "svg")
        path = tmp_path / "due.svg"
        shown = run(capsys, *asked)
        assert (shown.code, shown.err) == (0, "")
        assert ET.fromstring(shown.out).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314
        ran = run(capsys, *asked, "--output", str(path))
        assert (ran.code, ran.out, ran.err) == (0, "", "")
        assert path.read_text("utf-8") == shown.out

    def test_a_refused_question_leaves_no_file(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = str(tmp_path / "due.svg")
        for asked in (("0", *WORKING), ("1", *WORKING, "--region", "1"), ("24", *HOURS)):
            ran = run(capsys, "due", "2026-02-13", *asked, "--format", "svg", "--output", path)
            assert ran.code == 2
        assert not list(tmp_path.iterdir())


class TestTheSameDay:
    """事不过夜: the day itself, worked or not; nothing lengthens it."""

    def test_ends_with_the_day_of_the_event(self, due: Due) -> None:
        answer = due("2026-02-21", "1", "--unit", "same_day")
        assert (answer["due"], answer["certainty"]) == ("2026-02-21", "settled")
        assert answer["text"] == "2026-02-21 当日 24 时届满，不论是否工作日（已确定）"

    def test_is_not_lengthened_by_a_suspension(self, capsys: pytest.CaptureFixture[str]) -> None:
        asked = ("due", "2026-02-21", "1", "--unit", "same_day", "--suspend")
        ran = run(capsys, *asked, "2026-02-21..2026-02-25")
        assert (ran.code, ran.err) == (2, "--suspend: 当日届满的期限不因中止延长\n")
