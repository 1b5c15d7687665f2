"""What the desk asks of the calendar: regions, months, notices in use and those to be taken."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from xinfang_core import mainland_calendar
from xinfang_core.calendar import region_notices
from xinfang_core.cli import main
from xinfang_core.errors import PolicyDataError
from xinfang_desk import about, calendars

if TYPE_CHECKING:
    from pathlib import Path

NEXT = """文号：国办发明电〔2026〕9号
印发日期：2026年11月10日
年份：2027

元旦：1月1日（周五）至3日（周日）放假，共3天
春节：2月5日（周五）至11日（周四）放假，共7天，1月31日（周日）、2月20日（周六）上班
清明节：4月3日（周六）至5日（周一）放假，共3天
劳动节：5月1日（周六）至5日（周三）放假，共5天，5月8日（周六）上班
端午节：6月9日（周三）放假，共1天
中秋节：9月15日（周三）放假，共1天
国庆节：10月1日（周五）至7日（周四）放假，共7天，9月26日（周日）、10月9日（周六）上班
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The desk's folder of notices, which is not there until one is taken into use."""
    path = tmp_path / "notices"
    monkeypatch.setenv("XINFANG_NOTICES", str(path))
    return path


def written(tmp_path: Path, text: str = NEXT, name: str = "2027.txt") -> str:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return str(path)


def taken(path: str) -> None:
    assert main(["calendar", "import", path, "--despite-warnings", "--replace"]) == 0


def test_the_regions_are_those_of_the_calendar_and_of_imported_notices(tmp_path: Path) -> None:
    assert {"code": "450000", "name": "广西"} in calendars.known_regions()
    before = len(calendars.known_regions())
    text = (
        "文号：无\n标题：示例\n印发日期：2026年1月12日\n年份：2026\n适用范围：地方\n"
        "地区：999999 示例区\n全年完整：是\n\n丰收节：8月18日放假\n"
    )
    taken(written(tmp_path, text, "region.txt"))
    assert len(calendars.known_regions()) == before + 1
    assert calendars.known_regions()[-1]["code"] == "999999"


def test_the_working_days_of_the_months_are_the_calendars_own_count() -> None:
    calendar = mainland_calendar()
    found = calendars.months(2026)
    day, counts = date(2026, 1, 1), [0] * 12
    while day.year == 2026:
        counts[day.month - 1] += calendar.day(day).worked
        day += timedelta(days=1)
    assert [one["worked"] for one in found] == counts
    assert sum(one["days"] for one in found) == 365
    assert [one["unsettled"] for one in found] == [0] * 11 + [3]  # 29 to 31 December


def test_months_follow_the_region_and_what_was_known_then() -> None:
    assert calendars.months(2026, "450000") != calendars.months(2026)
    then = calendars.months(2026, known_on="2025-06-30")
    assert [one["unsettled"] for one in then] == [one["days"] for one in then]


def test_a_region_that_may_tell_more_days_is_provisional_all_year() -> None:
    unlisted = mainland_calendar().with_notice(*region_notices("450000")).unlisted
    year = unlisted[-1][0]
    assert all(one["unsettled"] == one["days"] for one in calendars.months(year, "450000"))


def test_a_notice_tells_its_days_and_is_in_use_only_once_imported(
    tmp_path: Path, folder: Path
) -> None:
    path = written(tmp_path)
    told = calendars.notice(path)
    assert (told["year"], told["number"], told["stands"]) == (2027, "国办发明电〔2026〕9号", False)
    days = told["days"]
    assert isinstance(days, list)
    assert days[0] == {"day": "2027-01-01", "worked": False, "in_lieu": False, "name": "元旦"}
    assert sum(one["worked"] for one in days) == 5
    assert calendars.in_use() == []
    assert not folder.exists()
    taken(path)
    (kept,) = calendars.in_use()
    assert kept["path"] == told["path"] == str(folder / "national-2027.toml")
    assert kept["days"] == days
    assert calendars.notice(path)["stands"] is False
    assert about.calendar_end() == "2027-12-28"


def test_what_is_unlikely_is_told_and_a_changed_one_takes_the_place(tmp_path: Path) -> None:
    told = calendars.notice(written(tmp_path))
    assert told["warnings"] == [
        "放假的工作日减去上班的周末为 12 天，法定节假日为 13 天，历年通知二者相等"
    ]
    taken(written(tmp_path))
    changed = NEXT.replace("端午节：6月9日（周三）放假，共1天", "端午节：6月9日、10日放假")
    told = calendars.notice(written(tmp_path, changed, "changed.txt"))
    assert told["stands"] is True
    assert told["warnings"] == []


def test_a_notice_that_contradicts_itself_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PolicyDataError, match="既放假又上班"):
        calendars.notice(written(tmp_path, NEXT.replace("1月31日", "2月6日（周六）、2月7日")))


def test_the_components_name_their_licences_and_carry_the_texts() -> None:
    found = {one["name"]: one for one in about.components()}
    assert found["attrs"]["licence"] == "MIT"
    texts = found["attrs"]["texts"]
    assert isinstance(texts, list)
    assert "Permission is hereby granted" in texts[0]
    assert about.python()["copyright"].startswith("Copyright")
