"""The notices of the mainland (中国内地), the only place that reads chinese_calendar.

Which notices exist, their numbers and days of issue are listed here; the days come from
chinese_calendar, for the listed years alone. A newer chinese_calendar therefore changes no
answer until its notice is listed.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from xinfang_core.calendar.notice import SETTLED_DAY, SETTLED_MONTH, ArrangedDay, Notice
from xinfang_core.calendar.work_calendar import WorkCalendar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LISTED = (
    # Numbers of 2004, 2005 and 2007, and days of issue of 2004 and 2005: not found.
    (2004, "", None),
    (2005, "", None),
    (2006, "国办发明电〔2005〕35号", date(2005, 12, 16)),
    (2007, "", date(2006, 12, 14)),
    (2008, "国办发明电〔2007〕52号", date(2007, 12, 18)),  # day of publication
    (2009, "国办发明电〔2008〕42号", date(2008, 12, 10)),
    (2010, "国办发明电〔2009〕27号", date(2009, 12, 8)),
    (2011, "国办发明电〔2010〕40号", date(2010, 12, 10)),
    (2012, "国办发明电〔2011〕45号", date(2011, 12, 6)),
    (2013, "国办发明电〔2012〕33号", date(2012, 12, 10)),
    (2014, "国办发明电〔2013〕28号", date(2013, 12, 11)),
    (2015, "国办发明电〔2014〕28号", date(2014, 12, 16)),
    (2016, "国办发明电〔2015〕18号", date(2015, 12, 10)),
    (2017, "国办发明电〔2016〕17号", date(2016, 12, 1)),
    (2018, "国办发明电〔2017〕12号", date(2017, 11, 30)),
    (2019, "国办发明电〔2018〕15号", date(2018, 12, 6)),
    (2020, "国办发明电〔2019〕16号", date(2019, 11, 21)),
    (2021, "国办发明电〔2020〕27号", date(2020, 11, 25)),
    (2022, "国办发明电〔2021〕11号", date(2021, 10, 25)),
    (2023, "国办发明电〔2022〕16号", date(2022, 12, 8)),
    (2024, "国办发明电〔2023〕7号", date(2023, 10, 25)),
    (2025, "国办发明电〔2024〕12号", date(2024, 11, 12)),
    (2026, "国办发明电〔2025〕7号", date(2025, 11, 4)),
)

_CHINESE = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "National Day": "国庆节",
    "Mid-autumn Festival": "中秋节",
}


def _off(day: date, name: str, *, in_lieu: bool = False) -> ArrangedDay:
    return ArrangedDay(day, worked=False, name=name, in_lieu=in_lieu)


def _worked(day: date, name: str) -> ArrangedDay:
    return ArrangedDay(day, worked=True, name=name)


def _victory_day() -> Notice:
    """The day off of 2015, added in May."""
    name = "抗战胜利70周年纪念日"
    days = (
        _off(date(2015, 9, 3), name),
        _off(date(2015, 9, 4), name, in_lieu=True),
        _off(date(2015, 9, 5), name),
        _worked(date(2015, 9, 6), name),
    )
    return Notice("国发明电〔2015〕1号", 2015, date(2015, 5, 13), days, amends=True)


def _longer_labour_day() -> Notice:
    """The four days of 2019, made of one in March."""
    name = "劳动节"
    days = (
        _worked(date(2019, 4, 28), name),
        _off(date(2019, 5, 1), name),
        _off(date(2019, 5, 2), name, in_lieu=True),
        _off(date(2019, 5, 3), name, in_lieu=True),
        _off(date(2019, 5, 4), name),
        _worked(date(2019, 5, 5), name),
    )
    return Notice("国办发明电〔2019〕3号", 2019, date(2019, 3, 22), days, amends=True)


def _longer_spring_festival() -> Notice:
    """The extension of 2020, in the middle of the holiday."""
    days = (date(2020, 1, 31), date(2020, 2, 1), date(2020, 2, 2))
    off = tuple(_off(day, "春节") for day in days)
    return Notice("国办发明电〔2020〕1号", 2020, date(2020, 1, 26), off, amends=True)


def _amendments() -> tuple[Notice, ...]:
    """The notices that changed a year after its own notice was out."""
    return (_victory_day(), _longer_labour_day(), _longer_spring_festival())


def _before_amendment() -> tuple[ArrangedDay, ...]:
    """Days as first arranged, where chinese_calendar knows only the amended state."""
    return (_off(date(2019, 5, 1), "劳动节"), _worked(date(2020, 2, 1), "春节"))


def _notice_year(day: date) -> int:
    """The year of the notice that arranges ``day``: late December goes with the New Year."""
    return day.year + ((day.month, day.day) > (SETTLED_MONTH, SETTLED_DAY))


def _published_days() -> Iterator[ArrangedDay]:
    """All days that chinese_calendar knows, corrected where it is wrong."""
    from chinese_calendar import constants

    # 国办发明电〔2005〕35号: Saturday 31 December 2005 is worked; chinese_calendar misses it.
    worked = {**constants.workdays, date(2005, 12, 31): "New Year's Day"}
    for day, name in worked.items():
        yield _worked(day, _CHINESE.get(name, name))
    for day, name in constants.holidays.items():
        yield _off(day, _CHINESE.get(name, name), in_lieu=day in constants.in_lieu_days)


def _by_year(amendments: Iterable[Notice]) -> dict[int, list[ArrangedDay]]:
    """The days of each year's own notice, as it was before any amendment."""
    amended = {arranged.day for notice in amendments for arranged in notice.days}
    days = [arranged for arranged in _published_days() if arranged.day not in amended]
    by_year: dict[int, list[ArrangedDay]] = {}
    for arranged in sorted((*days, *_before_amendment()), key=lambda arranged: arranged.day):
        by_year.setdefault(_notice_year(arranged.day), []).append(arranged)
    return by_year


def mainland_notices() -> tuple[Notice, ...]:
    """The State Council's notices (国务院办公厅放假安排通知) of 2004 to 2026, with amendments.

    A host adds a newer notice to this tuple and builds its own ``WorkCalendar``.

    Source: the notices as transcribed by chinese_calendar; numbers and days of issue from the
    notices themselves, empty and None where not found.
    """
    amendments = _amendments()
    by_year = _by_year(amendments)
    yearly = [
        Notice(number, year, issued, tuple(by_year[year])) for year, number, issued in _LISTED
    ]
    return tuple(sorted((*yearly, *amendments), key=lambda one: (one.issued or date.min, one.year)))


def mainland_calendar() -> WorkCalendar:
    """The work calendar (工作日历) of the mainland, with all listed notices known.

    Building takes some milliseconds and nothing is kept here: hosts keep the object.
    """
    return WorkCalendar(mainland_notices())
