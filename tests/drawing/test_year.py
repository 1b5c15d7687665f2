"""A year as days, records, words and a wall calendar."""

from __future__ import annotations

import json
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import work_calendars
from xinfang_core.calendar import ArrangedDay, Notice, Scope, WorkCalendar, mainland_calendar
from xinfang_core.drawing import year_days, year_records, year_svg, year_text
from xinfang_core.errors import MisuseError

CALENDAR = mainland_calendar()
SVG = "{http://www.w3.org/2000/svg}"


def off(day: date, name: str, *, in_lieu: bool = False) -> ArrangedDay:
    return ArrangedDay(day, worked=False, name=name, in_lieu=in_lieu)


def worked(day: date, name: str) -> ArrangedDay:
    return ArrangedDay(day, worked=True, name=name)


def one_year(*days: ArrangedDay, number: str = "一号", title: str = "") -> WorkCalendar:
    return WorkCalendar((Notice(number, 2026, date(2025, 11, 4), days, title=title),))


LABOUR = one_year(
    off(date(2026, 5, 1), "劳动节"),
    off(date(2026, 5, 2), "劳动节"),
    off(date(2026, 5, 3), "劳动节"),
    off(date(2026, 5, 4), "劳动节", in_lieu=True),
    worked(date(2026, 5, 9), "劳动节"),
    off(date(2026, 7, 1), "抗战胜利70周年纪念日"),
)


def drawn(calendar: WorkCalendar, year: int) -> ET.Element:
    return ET.fromstring(year_svg(calendar, year))  # noqa: S314


def letters(root: ET.Element) -> list[str]:
    return [found.text or "" for found in root.iter(f"{SVG}text")]


def cell(root: ET.Element, day: str) -> ET.Element:
    found = [one for one in root.iter(f"{SVG}g") if (one.findtext(f"{SVG}title") or "")[:10] == day]
    assert len(found) == 1
    return found[0]


def ground(root: ET.Element, day: str) -> tuple[str, bool, bool]:
    """Colour of a day, whether it is hatched, and whether it is dashed."""
    group = cell(root, day)
    hatched = group.find(f"{SVG}path") is not None
    dashed = group.find(f"{SVG}rect[@stroke-dasharray]") is not None
    return group.findall(f"{SVG}rect")[0].attrib["fill"], hatched, dashed


class TestDays:
    """All days of the year, in order."""

    @pytest.mark.parametrize(("year", "length"), [(2004, 366), (2026, 365), (2035, 365)])
    def test_from_new_year_to_new_years_eve(self, year: int, length: int) -> None:
        days = year_days(CALENDAR, year)
        assert [len(days), days[0].day, days[-1].day] == [
            length,
            date(year, 1, 1),
            date(year, 12, 31),
        ]
        assert days[40] == CALENDAR.day(days[40].day)

    @pytest.mark.parametrize("year", [2003, 2099, -1, "2026", 2026.0, True, None])
    def test_a_year_that_is_not_of_the_calendar_is_refused(self, year: int) -> None:
        for view in (year_days, year_records, year_text, year_svg):
            with pytest.raises(MisuseError) as caught:
                view(CALENDAR, year)
            (fault,) = caught.value.faults
            assert [fault.code, fault.path] == ["drawing.year_outside", "year"]
            years = f"{CALENDAR.first.year} 至 {CALENDAR.last.year}"
            assert fault.text() == f"year: 年份须为 {years} 的整数，实际为 {year!r}"


class TestRecords:
    """Only what the plain week does not say."""

    def test_hold_what_is_known_of_a_day(self) -> None:
        records = year_records(CALENDAR, 2026)
        assert [one for one in records if one["day"] == "2026-02-14"] == [
            {
                "day": "2026-02-14",
                "worked": True,
                "kind": "make_up_day",
                "name": "春节",
                "statutory": False,
                "settled": True,
                "notice": "国办发明电〔2025〕7号",
                "region": "",
            }
        ]
        assert json.loads(json.dumps(records)) == records

    def test_of_an_expected_holiday(self) -> None:
        assert year_records(CALENDAR, 2027)[0] == {
            "day": "2027-01-01",
            "worked": False,
            "kind": "expected_holiday",
            "name": "元旦",
            "statutory": True,
            "settled": False,
            "notice": "",
            "region": "",
        }

    @given(work_calendars(), st.data())
    def test_the_rest_of_the_year_is_the_plain_week(
        self, calendar: WorkCalendar, data: st.DataObject
    ) -> None:
        year = data.draw(st.integers(calendar.first.year, calendar.last.year))
        told = {one["day"] for one in year_records(calendar, year)}
        for one in year_days(calendar, year):
            if one.day.isoformat() not in told:
                assert one.worked is (one.day.weekday() < 5)
                assert not one.name


class TestText:
    """A line for each holiday, then the working days and what is provisional."""

    def test_of_2026(self) -> None:
        number = "国办发明电〔2025〕7号"
        assert year_text(CALENDAR, 2026).splitlines() == [
            "2026年工作日历",
            f"元旦：1月1日至3日放假，1月4日上班（{number}）",
            f"春节：2月15日至23日放假，2月14日、28日上班（{number}）",
            f"清明节：4月4日至6日放假（{number}）",
            f"劳动节：5月1日至5日放假，5月9日上班（{number}）",
            f"端午节：6月19日至21日放假（{number}）",
            f"中秋节：9月25日至27日放假（{number}）",
            f"国庆节：10月1日至7日放假，9月20日、10月10日上班（{number}）",
            "上半年各月工作日：1月 21、2月 16、3月 22、4月 21、5月 19、6月 21",
            "下半年各月工作日：7月 23、8月 21、9月 22、10月 18、11月 21、12月 23",
            "全年 248 个工作日",
            "暂定：12月29日至31日，待2027年放假通知公布",
        ]

    def test_in_english(self) -> None:
        lines = year_text(CALENDAR, 2026, "en").splitlines()
        assert lines[2] == (
            "春节: off 15 Feb to 23 Feb; worked 14 Feb, 28 Feb (国办发明电〔2025〕7号)"
        )
        assert lines[-2:] == [
            "248 working days in the year",
            "Provisional: 29 Dec to 31 Dec, until the notice for 2027 is out",
        ]

    @pytest.mark.parametrize(
        ("year", "line"),
        [
            (2025, "国庆节、中秋节：10月1日至8日放假，9月28日、10月11日上班"),
            (2025, "春节：1月28日至2月4日放假，1月26日、2月8日上班"),
            (2008, "国庆节：9月29日至10月5日放假，9月27日、28日上班"),
            (2020, "春节：1月24日至2月2日放假，1月19日上班"),
            (2027, "春节：预计2月5日至10日放假"),
            (2027, "暂定：1月1日至12月28日，待2027年放假通知公布"),
        ],
    )
    def test_of_other_years(self, year: int, line: str) -> None:
        assert line in year_text(CALENDAR, year).replace("（", "\n（").splitlines()

    def test_two_notices_for_one_holiday_are_both_named(self) -> None:
        cited = "（国办发明电〔2019〕16号、国办发明电〔2020〕1号）"
        assert cited in year_text(CALENDAR, 2020)

    def test_a_worked_day_without_a_holiday_near_stands_alone(self) -> None:
        calendar = one_year(worked(date(2026, 12, 26), "元旦"), off(date(2026, 1, 1), "元旦"))
        lines = year_text(calendar, 2026).splitlines()
        assert "元旦：1月1日放假（一号）" in lines
        assert "元旦：12月26日上班（一号）" in lines

    def test_a_worked_day_of_a_year_without_holidays_stands_alone(self) -> None:
        calendar = WorkCalendar(
            (
                Notice("", 2006, None, (worked(date(2006, 12, 30), "元旦"),)),
                Notice("", 2007, None, ()),
            )
        )
        assert "元旦：12月30日上班" in year_text(calendar, 2006).splitlines()

    def test_of_a_notice_without_number_the_title_is_named(self) -> None:
        calendar = one_year(off(date(2026, 7, 1), ""), number="", title="放假通知")
        assert "放假安排：7月1日放假（放假通知）" in year_text(calendar, 2026).splitlines()

    def test_of_a_region_whose_days_are_not_all_told(self) -> None:
        own = Notice(
            "桂政办电〔2026〕1号",
            2026,
            date(2026, 1, 5),
            (off(date(2026, 4, 20), "三月三"), off(date(2026, 4, 21), "三月三")),
            scope=Scope.region,
            region="450000",
        )
        calendar = WorkCalendar((*CALENDAR.notices, own))
        lines = year_text(calendar, 2026).splitlines()
        assert "三月三：4月20日、21日放假（桂政办电〔2026〕1号、地区 450000）" in lines
        assert lines[-1] == "暂定：地区 450000 2026年自有的放假安排未录入齐全"
        assert {one["region"] for one in year_records(calendar, 2026)} == {"", "450000"}

    @given(work_calendars(), st.data())
    def test_every_arranged_day_of_any_calendar_is_told(
        self, calendar: WorkCalendar, data: st.DataObject
    ) -> None:
        year = data.draw(st.integers(calendar.first.year, calendar.last.year))
        told = year_text(calendar, year)
        assert told == year_text(calendar, year)
        for one in year_records(calendar, year):
            assert one["kind"] == "weekend" or f"{one['name']}" in told


class TestWallCalendar:
    """What a day is can be seen without colours, and read aloud."""

    @pytest.mark.parametrize(
        ("day", "words"),
        [
            ("2026-05-01", ["1", "劳动节", "休"]),
            ("2026-05-09", ["9", "劳动节", "班"]),
            ("2026-07-01", ["1", "抗战…", "休"]),
        ],
    )
    def test_each_arranged_day_has_its_name_and_letter(self, day: str, words: list[str]) -> None:
        assert letters(cell(drawn(LABOUR, 2026), day)) == words

    def test_kinds_of_days_look_different(self) -> None:
        root = drawn(LABOUR, 2026)
        looks = [ground(root, f"2026-05-0{day}") for day in (1, 3, 4, 9)]
        assert len(set(looks)) == 4
        assert [hatched for _, hatched, _ in looks] == [False, False, True, False]
        assert not any(dashed for *_, dashed in looks)

    def test_an_expected_holiday_is_dashed(self) -> None:
        root = drawn(CALENDAR, 2027)
        assert ground(root, "2027-10-01")[2]
        assert "暂定" in letters(root)
        assert "依据" not in "".join(letters(root))

    def test_has_twelve_months_with_their_working_days(self) -> None:
        found = letters(drawn(CALENDAR, 2026))
        assert [f"{month}月" for month in range(1, 13)] == [
            words.partition("（")[0] for words in found if words.endswith("个工作日）")
        ][1:]
        assert "2月（16个工作日）" in found
        assert "2026年工作日历（全年 248 个工作日）" in found
        assert "依据：国办发明电〔2025〕7号" in found

    def test_its_description_says_all_that_is_to_be_seen(self) -> None:
        described = drawn(CALENDAR, 2026).findtext(f"{SVG}desc") or ""
        said = year_text(CALENDAR, 2026).splitlines()
        assert set(described.splitlines()) == {line for line in said[1:] if "半年" not in line}

    def test_says_so_where_nothing_is_arranged(self) -> None:
        calendar = WorkCalendar((Notice("", 2007, None, ()),))
        assert "没有放假安排" in (drawn(calendar, 2007).findtext(f"{SVG}desc") or "")
        assert "没有放假安排" in year_text(calendar, 2007)

    def test_a_holiday_by_law_alone_is_seen_and_recorded(self) -> None:
        root = drawn(LABOUR, 2026)
        assert [one for one in year_records(LABOUR, 2026) if one["kind"] == "weekend"] == [
            {
                "day": day,
                "worked": False,
                "kind": "weekend",
                "name": name,
                "statutory": True,
                "settled": True,
                "notice": "",
                "region": "",
            }
            for day, name in (("2026-04-05", "清明节"), ("2026-10-03", "国庆节"))
        ]
        assert letters(cell(root, "2026-04-05")) == ["5", "清明节", "休"]

    @given(st.text(min_size=1))
    def test_a_name_is_text_whatever_it_contains(self, name: str) -> None:
        calendar = one_year(off(date(2026, 7, 1), name))
        for lang in ("zh", "en"):
            text = year_svg(calendar, 2026, "zh" if lang == "zh" else "en")
            assert ET.fromstring(text) is not None  # noqa: S314
