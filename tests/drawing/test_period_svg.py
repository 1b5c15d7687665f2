"""A period as a picture: each day marked right, in a file that any browser opens."""

from __future__ import annotations

from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinfang_core.calendar import DayKind, DayLine, day_table, mainland_calendar
from xinfang_core.drawing import period_svg
from xinfang_core.periods import CalendarDays, Period, SameDay, WorkingDays

CALENDAR = mainland_calendar()
SVG = "{http://www.w3.org/2000/svg}"
START = date(2025, 9, 28)
STILL = date(2025, 9, 29)


def picture(start: date, *periods: Period, lang: str = "zh") -> ET.Element:
    drawn = period_svg(start, day_table(CALENDAR, start, *periods), "zh" if lang == "zh" else "en")
    return ET.fromstring(drawn)  # noqa: S314


def letters(root: ET.Element) -> list[str]:
    return [found.text or "" for found in root.iter(f"{SVG}text")]


def line(day: date, code: str, *, counted: bool = False, name: str = "") -> DayLine:
    return DayLine(
        day=day,
        counted=counted,
        running=1,
        kind=DayKind.holiday if name else DayKind.weekday,
        name=name,
        notice="",
        awaits=None,
        code=code,
        statutory=False,
        region="",
        awaits_region="",
    )


def cell(root: ET.Element, day: str) -> ET.Element:
    """The group of the day whose tip begins with ``day``."""
    found = [one for one in root.iter(f"{SVG}g") if (one.findtext(f"{SVG}title") or "")[:10] == day]
    assert len(found) == 1
    return found[0]


class TestDays:
    """Each day says by a word or letter what it does."""

    @pytest.mark.parametrize(
        ("day", "words"),
        [
            ("2025-09-28", ["28", "起算"]),
            ("2025-09-29", ["29", "计1"]),
            ("2025-10-01", ["1", "不计", "休"]),
            ("2025-10-11", ["11", "计5", "班"]),
            ("2025-10-12", ["12", "不计"]),
            ("2025-10-24", ["24", "届满"]),
        ],
    )
    def test_of_a_period_over_national_day(self, day: str, words: list[str]) -> None:
        assert letters(cell(picture(START, WorkingDays(15)), day)) == words

    def test_a_day_that_rolls_over_is_hatched(self) -> None:
        rolled = cell(picture(date(2025, 9, 20), CalendarDays(14)), "2025-10-05")
        assert letters(rolled) == ["5", "顺延", "休"]
        assert rolled.find(f"{SVG}path") is not None

    def test_a_day_on_which_the_clock_stands_still_is_hatched_level(self) -> None:
        days = [
            line(STILL, "day_table.suspended"),
            line(STILL + timedelta(days=1), "day_table.weekday"),
        ]
        root = ET.fromstring(period_svg(START, days))  # noqa: S314
        still = cell(root, "2025-09-29")
        assert letters(still) == ["29", "中止"]
        path = still.find(f"{SVG}path")
        assert path is not None
        assert "H" in path.attrib["d"]
        assert "中止" in letters(root)[-2:]

    def test_a_provisional_day_has_a_dashed_frame(self) -> None:
        root = picture(date(2026, 12, 25), WorkingDays(3))
        dashed = [
            (one.findtext(f"{SVG}title") or "legend")[:10]
            for one in root.iter(f"{SVG}g")
            if one.find(f"{SVG}rect[@stroke-dasharray]") is not None
        ]
        assert dashed == ["2026-12-29", "2026-12-30", "legend"]

    def test_every_day_of_the_period_is_drawn_once_and_says_its_line(self) -> None:
        days = day_table(CALENDAR, START, WorkingDays(60))
        root = picture(START, WorkingDays(60))
        for one in days:
            assert cell(root, one.day.isoformat()).findtext(f"{SVG}title") == one.text()

    def test_in_english(self) -> None:
        root = picture(START, WorkingDays(15), lang="en")
        assert letters(cell(root, "2025-10-01")) == ["1", "rest", "H"]
        assert letters(cell(root, "2025-10-11")) == ["11", "#5", "W"]
        assert root.findtext(f"{SVG}title") == "Period: starts 2025-09-28, due 2025-10-24"

    def test_of_the_same_day_the_start_is_the_last_day(self) -> None:
        root = picture(START, SameDay())
        assert letters(cell(root, "2025-09-28")) == ["28", "届满", "班"]
        assert letters(root)[-3:] == ["届满日", "班", "调休上班"]
        assert "起算日（不计入）" not in letters(root)


class TestWhole:
    """Named and described for those who cannot see it; bounded, and the same each time."""

    def test_has_a_name_and_a_description(self) -> None:
        root = picture(START, WorkingDays(15))
        assert root.attrib["role"] == "img"
        assert root.findtext(f"{SVG}title") == "期限日历：2025-09-28 起算，2025-10-24 届满"
        assert root.findtext(f"{SVG}desc") == (
            "计入 15 日，不计 11 日，顺延 0 日，中止 0 日，其中暂定 0 日。"
        )
        names = {root.attrib["aria-labelledby"], root.attrib["aria-describedby"]}
        assert names == {one.attrib["id"] for one in root.iter() if "id" in one.attrib}

    def test_without_a_last_day_the_month_of_the_start_is_drawn(self) -> None:
        root = ET.fromstring(period_svg(START, ()))  # noqa: S314
        assert root.findtext(f"{SVG}title") == "期限日历：2025-09-28 起算，届满日无法确定"
        assert "2025年9月" in letters(root)
        assert "届满日" not in letters(root)

    def test_fetches_nothing(self) -> None:
        drawn = period_svg(START, day_table(CALENDAR, START, WorkingDays(15)))
        assert drawn.count("http") == 1  # the name space
        assert "<style" not in drawn
        assert "<script" not in drawn

    def test_of_a_long_period_thirty_six_months_are_drawn_and_the_rest_is_told(self) -> None:
        root = picture(date(2004, 9, 28), WorkingDays(1500))
        months = [words for words in letters(root) if words.endswith("月")]
        assert [len(months), months[0], months[-2], months[-1]] == [
            36,
            "2004年9月",
            "2007年7月",
            "2010年9月",
        ]
        assert letters(root)[-1] == "月份过多，其间 37 个月（2007年8月 至 2010年8月）未画出"
        assert letters(cell(root, "2010-09-25"))[1] == "届满"

    def test_nothing_stands_outside_the_picture(self) -> None:
        for count in (1, 15, 40, 90):
            root = picture(START, WorkingDays(count))
            wide, high = int(root.attrib["width"]), int(root.attrib["height"])
            for one in root.iter(f"{SVG}text"):
                assert 0 < int(one.attrib["x"]) < wide
                assert 0 < int(one.attrib["y"]) < high - 5

    @given(st.text(min_size=1))
    def test_a_name_is_text_whatever_it_contains(self, name: str) -> None:
        days = [line(STILL, "day_table.not_counted", name=name)]
        drawn = period_svg(START, days)
        assert drawn == period_svg(START, days)
        root = ET.fromstring(drawn)  # noqa: S314
        assert len(list(root.iter(f"{SVG}title"))) == 3
