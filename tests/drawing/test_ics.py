"""A year as an iCalendar file: right by the letter of RFC 5545, and right in what it says."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import work_calendars
from xinfang_core.calendar import ArrangedDay, DayKind, Notice, WorkCalendar, mainland_calendar
from xinfang_core.drawing import year_days, year_ics
from xinfang_core.errors import MisuseError

CALENDAR = mainland_calendar()
PROPERTY = re.compile(r"[A-Z-]+(;[A-Z]+=[A-Z]+)?:")


def unfolded(text: str) -> list[str]:
    """The lines of a file that keeps to the form, long ones put together again."""
    assert text.endswith("\r\n")
    folded = text[:-2].split("\r\n")
    for part in folded:
        assert len(part.encode()) <= 75
        assert not re.search(r"[\x00-\x1f\x7f]", part)
    return "\r\n".join(folded).replace("\r\n ", "").split("\r\n")


def events(text: str) -> list[dict[str, str]]:
    """The events of a file, each BEGIN with its END."""
    lines = unfolded(text)
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-1] == "END:VCALENDAR"
    found: list[dict[str, str]] = []
    inside = False
    for line in lines[1:-1]:
        assert PROPERTY.match(line)
        name, _, value = line.partition(":")
        if name in {"BEGIN", "END"}:
            assert value == "VEVENT"
            assert inside is (name == "END")
            inside = not inside
            found += [{}] if inside else []
        elif inside:
            assert name not in found[-1]
            found[-1][name] = value
    assert not inside
    assert len({one["UID"] for one in found}) == len(found)
    return found


def day_of(value: str) -> date:
    return date.fromisoformat(value)


def one_notice(
    *days: ArrangedDay, number: str = "一号", issued: date | None = None
) -> WorkCalendar:
    return WorkCalendar((Notice(number, 2026, issued, days),))


class TestEvents:
    """One for each run of days off with one name, one for each make-up working day."""

    def test_spring_festival_2026(self) -> None:
        found = {one["UID"]: one for one in events(year_ics(CALENDAR, 2026))}
        assert found["20260215-off@xinfang-core"] == {
            "UID": "20260215-off@xinfang-core",
            "DTSTAMP": "20251104T000000Z",
            "DTSTART;VALUE=DATE": "20260215",
            "DTEND;VALUE=DATE": "20260224",
            "SUMMARY": "春节放假",
            "DESCRIPTION": "国办发明电〔2025〕7号",
            "STATUS": "CONFIRMED",
            "TRANSP": "TRANSPARENT",
        }
        assert found["20260228-work@xinfang-core"]["SUMMARY"] == "春节调休上班"
        assert found["20260228-work@xinfang-core"]["DTEND;VALUE=DATE"] == "20260301"

    def test_two_holidays_in_one_run_are_told_apart(self) -> None:
        found = [one for one in events(year_ics(CALENDAR, 2025)) if one["UID"][:6] == "202510"]
        assert [(one["DTSTART;VALUE=DATE"], one["SUMMARY"]) for one in found] == [
            ("20251001", "国庆节放假"),
            ("20251006", "中秋节放假"),
            ("20251007", "国庆节放假"),
            ("20251011", "国庆节调休上班"),
        ]

    def test_the_stamp_is_of_the_latest_notice_of_the_run(self) -> None:
        found = {one["UID"]: one for one in events(year_ics(CALENDAR, 2020))}
        spring = found["20200124-off@xinfang-core"]
        assert spring["DTSTAMP"] == "20200126T000000Z"
        assert spring["DESCRIPTION"] == "国办发明电〔2019〕16号、国办发明电〔2020〕1号"

    def test_an_expected_holiday_says_so(self) -> None:
        first = events(year_ics(CALENDAR, 2027))[0]
        assert first == {
            "UID": "20270101-off@xinfang-core",
            "DTSTAMP": "20270101T000000Z",
            "DTSTART;VALUE=DATE": "20270101",
            "DTEND;VALUE=DATE": "20270102",
            "SUMMARY": "预计元旦放假",
            "STATUS": "TENTATIVE",
            "TRANSP": "TRANSPARENT",
        }

    def test_a_notice_without_day_of_issue_is_stamped_new_year(self) -> None:
        calendar = one_notice(ArrangedDay(date(2026, 5, 1), worked=False, name="劳动节"))
        assert events(year_ics(calendar, 2026))[0]["DTSTAMP"] == "20260101T000000Z"

    def test_in_english(self) -> None:
        lines = unfolded(year_ics(CALENDAR, 2026, "en"))
        assert "X-WR-CALNAME:Public holidays 2026" in lines
        assert "SUMMARY:春节 holiday" in lines
        assert "SUMMARY:worked for 春节" in lines
        assert "SUMMARY:元旦 holiday (expected)" in unfolded(year_ics(CALENDAR, 2027, "en"))

    def test_a_year_outside_the_calendar_is_refused(self) -> None:
        with pytest.raises(MisuseError):
            year_ics(CALENDAR, 1999)

    @given(work_calendars(), st.data())
    def test_cover_the_arranged_days_and_no_other(
        self, calendar: WorkCalendar, data: st.DataObject
    ) -> None:
        year = data.draw(st.integers(calendar.first.year, calendar.last.year))
        covered = set()
        for one in events(year_ics(calendar, year)):
            first, after = (day_of(one[f"{end};VALUE=DATE"]) for end in ("DTSTART", "DTEND"))
            covered |= set(range(first.toordinal(), after.toordinal()))
        for one_day in year_days(calendar, year):
            arranged = one_day.notice is not None or one_day.kind is DayKind.expected_holiday
            given_back = one_day.kind is DayKind.weekday
            assert (one_day.day.toordinal() in covered) is (arranged and not given_back)


class TestText:
    """Foreign text stands as text: escaped, folded, and no character torn apart."""

    @pytest.mark.parametrize(
        ("name", "shown"),
        [
            ("a,b;c", r"a\,b\;c"),
            ("a\\b", r"a\\b"),
            ("a\r\nb\nc\rd", r"a\nb\nc\nd"),
            ("a\x00\x08b", "ab"),
        ],
    )
    def test_is_escaped(self, name: str, shown: str) -> None:
        calendar = one_notice(ArrangedDay(date(2026, 5, 1), worked=False, name=name))
        assert events(year_ics(calendar, 2026))[0]["SUMMARY"] == f"{shown}放假"

    def test_a_long_name_is_folded(self) -> None:
        name = "很长的节日名称" * 12
        calendar = one_notice(ArrangedDay(date(2026, 5, 1), worked=False, name=name))
        text = year_ics(calendar, 2026)
        assert name not in text
        assert any(name in line for line in unfolded(text))

    @given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=200))
    def test_of_any_length_is_folded_and_comes_back(self, name: str) -> None:
        calendar = one_notice(ArrangedDay(date(2026, 5, 1), worked=False, name=name))
        summary = events(year_ics(calendar, 2026))[0]["SUMMARY"]
        assert re.sub(r"\\(.)", r"\1", summary) == f"{name}放假"

    @given(st.text(max_size=100), st.text(max_size=100))
    def test_never_breaks_the_file(self, name: str, number: str) -> None:
        day = ArrangedDay(date(2026, 5, 1), worked=False, name=name)
        calendar = one_notice(day, number=number, issued=date(2025, 11, 1))
        assert events(year_ics(calendar, 2026))[0]["DTSTAMP"] == "20251101T000000Z"
