"""Limits in hours of a policy file: their units, their phrases, and what stands beside them."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from checks import LANGS
from xinfang_core.calendar import OfficeHours
from xinfang_core.periods import AnyPeriod, CalendarDays, Hours, Minutes, Period, WorkingHours
from xinfang_core.policy.hours import check_hours
from xinfang_core.policy.location import Location, TomlFile
from xinfang_core.policy.parameters import read_parameter
from xinfang_core.sources import Sourced, Table
from xinfang_core.toml_reader import read_toml
from xinfang_core.vocabulary import Absent, Level

CITED = 'clause = "5"\nbasis = "stated"\n'
OFFICE = 'value = "09:00-12:00 14:00-18:00"\nphrase = "上午9时"\n'
EXTENSION = 'value = 1\nunit = "calendar_day"\nphrase = "1日"\n'


def _location(*sections: tuple[str, str]) -> Location:
    text = "".join(f"[p.{name}]\n{CITED}{body}\n" for name, body in sections)
    return Location(TomlFile(read_toml(text, "x.toml"), "示例办法", {"5": "第五条"})).at("p")


def _parameter(location: Location, name: str, kind: Any) -> Any:  # noqa: ANN401 - any parameter
    found = location.document.data["p"]
    assert isinstance(found, dict)
    return read_parameter(location.at(name), found[name], kind) if name in found else None


def _said(location: Location) -> list[str]:
    assert all(fault.text(lang) for fault in location.faults for lang in LANGS)
    return [fault.text() for fault in location.faults]


def _written(count: int, unit: str, phrase: str) -> str:
    return f'value = {count}\nunit = "{unit}"\nphrase = "{phrase}"\n'


class TestUnits:
    """Hours, minutes and working hours are read where a limit may run on the clock."""

    @pytest.mark.parametrize(
        ("count", "unit", "phrase", "value"),
        [
            (2, "hour", "接到后2小时内", Hours(2)),
            (24, "小时", "24小时内", Hours(24)),
            (2, "hour", "两小时", Hours(2)),
            (30, "minute", "30分钟内", Minutes(30)),
            (15, "分钟", "一刻钟", Minutes(15)),
            (4, "working_hour", "4个工作小时", WorkingHours(4)),
            (2, "工作小时", "工作时间2小时内", WorkingHours(2)),
            (1, "calendar_day", "次日回访", CalendarDays(1)),
            (1, "calendar_day", "第二天", CalendarDays(1)),
            (5, "calendar_day", "5日", CalendarDays(5)),
        ],
    )
    def test_a_stated_limit(self, count: int, unit: str, phrase: str, value: AnyPeriod) -> None:
        location = _location(("limit", _written(count, unit, phrase)))
        assert _parameter(location, "limit", Sourced[AnyPeriod]).value == value
        assert _said(location) == []

    @pytest.mark.parametrize(
        ("count", "unit", "phrase", "code"),
        [
            (2, "hour", "2日内", "phrase.other_unit"),
            (2, "hour", "2个工作小时", "phrase.other_unit"),
            (2, "working_hour", "2小时内", "phrase.other_unit"),
            (2, "minute", "2小时内", "phrase.other_unit"),
            (2, "calendar_day", "2小时内", "phrase.other_unit"),
            (3, "hour", "2小时内", "phrase.without_number"),
            (2, "calendar_day", "次日", "phrase.without_number"),
            (0, "hour", "0小时", "period.not_positive"),
        ],
    )
    def test_a_phrase_that_says_something_else(
        self, count: int, unit: str, phrase: str, code: str
    ) -> None:
        location = _location(("limit", _written(count, unit, phrase)))
        _parameter(location, "limit", Sourced[AnyPeriod])
        assert [fault.code for fault in location.faults] == [code]

    @pytest.mark.parametrize("unit", ["hour", "minute", "working_hour"])
    def test_a_limit_that_is_counted_in_days_takes_none_of_them(self, unit: str) -> None:
        location = _location(("limit", _written(2, unit, "2小时2分钟工作时间")))
        _parameter(location, "limit", Sourced[Period])
        (said,) = _said(location)
        assert said.startswith("x.toml:5:8: p.limit.unit: 此项时限按日计，不能用单位 ")
        assert said.endswith("；按小时、分钟的，另写成 [limit.…]")


class TestOfficeHours:
    """Office hours are one text, span by span."""

    @pytest.mark.parametrize(
        ("written", "spans"),
        [
            ("09:00-12:00 14:00-18:00", ((time(9), time(12)), (time(14), time(18)))),
            ("9:00-17:30", ((time(9), time(17, 30)),)),
            ("0:00-24:00", ((time(0), time(0)),)),
        ],
    )
    def test_they_are_read(self, written: str, spans: tuple[tuple[time, time], ...]) -> None:
        location = _location(("office_hours", f'value = "{written}"\nphrase = "办公时间"'))
        found = _parameter(location, "office_hours", Sourced[OfficeHours])
        assert found.value == OfficeHours(spans)
        assert found.citation.clause == "第五条"

    @pytest.mark.parametrize(
        "written",
        [
            '"上午9点"',
            '"09:00"',
            '" "',
            '"09:00-12:00，14:00-18:00"',
            '"24:00-25:00"',
            '"9:60-10:00"',
            "9",
        ],
    )
    def test_what_is_written_otherwise_is_refused(self, written: str) -> None:
        location = _location(("office_hours", f'value = {written}\nphrase = "9"'))
        assert _parameter(location, "office_hours", Sourced[OfficeHours]) is None
        (said,) = _said(location)
        assert said.startswith("x.toml:4:9: p.office_hours.value: 办公时间应写成 09:00-12:00 ")

    def test_spans_that_contradict_one_another_are_refused_in_place(self) -> None:
        text = 'value = "12:00-09:00 08:00-10:00"\nphrase = "9"'
        location = _location(("office_hours", text))
        assert _parameter(location, "office_hours", Sourced[OfficeHours]) is None
        assert [said[:34] for said in _said(location)] == [
            "x.toml:4:9: p.office_hours.value: "
        ] * len(location.faults)
        assert [fault.code for fault in location.faults] == [
            "office_hours.reversed_span",
            "office_hours.overlapping",
        ]


class TestWhatStandsBeside:
    """Working hours need office hours; hours have no extension."""

    def _check(self, limit: str, *further: tuple[str, str], table: bool = False) -> list[str]:
        location = _location(("limit", limit), *further)
        shape = Table[Level, AnyPeriod] if table else Sourced[AnyPeriod]
        found = _parameter(location, "limit", shape)
        office_hours = _parameter(location, "office_hours", Sourced[OfficeHours])
        extension = _parameter(location, "extension", Sourced[AnyPeriod])
        check_hours(location, found, office_hours, extension)
        return _said(location)

    def test_nothing_is_wrong(self) -> None:
        working = _written(4, "working_hour", "4个工作小时")
        none = 'value = "none"\nphrase = "不得延期"\n'
        silent = 'value = "silent"\nnote = "请示"\n'
        for office in (OFFICE, silent):
            assert self._check(working, ("office_hours", office), ("extension", none)) == []
        assert self._check(_written(2, "hour", "2小时")) == []
        assert self._check(_written(5, "calendar_day", "5日"), ("extension", EXTENSION)) == []

    def test_working_hours_without_office_hours(self) -> None:
        wanted = "p: 按工作小时计的时限须写明办公时间 office_hours，如 09:00-12:00 14:00-18:00"
        limit = _written(4, "working_hour", "4个工作小时")
        none = 'value = "none"\nphrase = "不设"\n'
        for further in ((), (("office_hours", none),)):
            (said,) = self._check(limit, *further)
            assert said.endswith(wanted)

    def test_one_cell_in_working_hours_is_enough(self) -> None:
        cells = (
            'over = ["village", "town"]\ncells = [\n'
            '{ level = "village", value = 2, unit = "hour", phrase = "2小时" },\n'
            '{ level = "town", value = 4, unit = "working_hour", phrase = "4个工作小时" },\n]'
        )
        assert "须写明办公时间" in self._check(cells, table=True)[0]
        assert self._check(cells, ("office_hours", OFFICE), table=True) == []

    def test_office_hours_that_nothing_uses(self) -> None:
        (said,) = self._check(_written(2, "hour", "2小时"), ("office_hours", OFFICE))
        assert "p.office_hours: 只有按工作小时计的时限才用办公时间" in said

    def test_an_extension_of_hours(self) -> None:
        (said,) = self._check(_written(2, "hour", "2小时"), ("extension", EXTENSION))
        assert "p.extension: 按小时、分钟计的时限不能延期" in said

    def test_a_silent_limit_is_in_no_unit(self) -> None:
        silent = 'value = "silent"\nnote = "请示"\n'
        location = _location(("limit", silent))
        found = _parameter(location, "limit", Sourced[AnyPeriod])
        assert found.value is Absent.silent
        check_hours(location, found)
        assert _said(location) == []
