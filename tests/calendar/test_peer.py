"""chinese_calendar never decides; where it says otherwise than the notices, that is told."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from chinese_calendar import constants
from hypothesis import given
from hypothesis import strategies as st

from command import run
from xinfang_core.calendar import mainland_calendar, peer_differences

GOLDEN_WEEK = {date(2026, 10, day): "National Day" for day in (8, 9)}
LISTED = st.dates(date(2004, 1, 1), date(2026, 12, 28)).filter(
    lambda day: day != date(2005, 12, 31)
)
DUE = ("due", "2026-09-28", "5", "--unit", "working_day")
ANSWER = """
from datetime import date
from xinfang_core.calendar import last_day, mainland_calendar, peer_differences
from xinfang_core.periods import WorkingDays
calendar = mainland_calendar()
last = last_day(calendar, date(2026, 9, 28), WorkingDays(5))
print(last.due, last.certainty.name, calendar.provenance.digest, peer_differences())
"""


@pytest.fixture
def edited(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two more days off in a year that is listed."""
    monkeypatch.setattr(constants, "holidays", constants.holidays | GOLDEN_WEEK)


class TestItNeverDecides:
    """An edit of a listed year moves no answer; nor does a package that is not there."""

    @pytest.mark.parametrize(
        "edit",
        [
            "from chinese_calendar import constants as c; c.holidays.clear(); c.workdays.clear()",
            "import sys; sys.modules['chinese_calendar.constants'] = None",
        ],
        ids=["emptied", "missing"],
    )
    def test_the_table_is_the_same(self, edit: str) -> None:
        ran = subprocess.run(
            [sys.executable, "-c", f"{edit}\n{ANSWER}"], capture_output=True, check=True, text=True
        )
        digest = mainland_calendar().provenance.digest
        assert ran.stdout.strip() == f"2026-10-10 settled {digest} ()"

    @pytest.mark.usefixtures("edited")
    def test_an_edited_year_is_answered_as_before_and_the_difference_is_told(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran = run(capsys, *DUE)
        assert ran.code == 0
        assert "2026-10-10" in ran.out
        assert "暂定" not in ran.out
        assert "chinese_calendar 有 2 天与随附的放假通知不同（最早的是 2026-10-08）" in ran.err

    def test_where_nothing_differs_nothing_is_said(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(capsys, *DUE).err == ""


class TestDifferences:
    """与 chinese_calendar 的核对."""

    def test_there_are_none_today_but_the_known_one(self) -> None:
        assert peer_differences() == ()

    @given(LISTED)
    def test_any_day_of_a_listed_year_turned_over_is_one(self, day: date) -> None:
        worked = mainland_calendar().is_working_day(day)
        with pytest.MonkeyPatch.context() as patch:
            turned = {day: "National Day"}
            patch.setattr(
                constants,
                "holidays",
                _without(constants.holidays, day) | (turned if worked else {}),
            )
            patch.setattr(
                constants,
                "workdays",
                _without(constants.workdays, day) | ({} if worked else turned),
            )
            assert peer_differences() == (day,)

    def test_a_make_up_day_left_out_is_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        day = date(2026, 10, 10)
        monkeypatch.setattr(constants, "workdays", _without(constants.workdays, day))
        assert peer_differences() == (day,)

    def test_where_it_is_not_installed_there_are_none(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "chinese_calendar.constants", None)
        assert peer_differences() == ()

    def test_a_mended_fault_is_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        mended = constants.workdays | {date(2005, 12, 31): "New Year's Day"}
        monkeypatch.setattr(constants, "workdays", mended)
        assert peer_differences() == ()

    def test_a_further_year_with_its_late_december_is_none(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        newer = {date(2026, 12, 31): "New Year's Day", date(2027, 1, 1): "New Year's Day"}
        monkeypatch.setattr(constants, "holidays", constants.holidays | newer)
        worked = {date(2027, 1, 3): "New Year's Day", date(2027, 3, 6): "Something New"}
        monkeypatch.setattr(constants, "workdays", constants.workdays | worked)
        assert peer_differences() == ()


def _without(days: dict[date, str], day: date) -> dict[date, str]:
    return {one: name for one, name in days.items() if one != day}
