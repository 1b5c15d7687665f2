"""The pages that list the shipped notices (放假通知一览), made from their data at each build."""
# ruff: noqa: INP001 - beside the pages, no package

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from tables import joined, table

from xinfang_core.calendar import mainland_calendar, region_notices, regions
from xinfang_core.drawing.wording import spans_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from xinfang_core.calendar import Notice

NATIONAL_HEAD = """# 全国的放假通知

国务院办公厅（2015 年 5 月为国务院）的通知，由随附的数据生成。
{count} 份，{first} 至 {last} 年，次序就是采用的次序。
文号链接到原文或者转载；印发日期为成文或者公布日期；元旦下 12 月的日子是上一年的。
日历据此确定到 {settled}；此后见[日历](../../explanation/calendar.md)。
"""

REGIONS_HEAD = """# 地方的放假通知

各地自己的放假，由随附的数据生成。**来历是二手的**：转载的网页、报道和第三方整理的数据，多数没有见到原文。
请核对后再用，有原文的[自己录入](../../how-to/next-years-notice.md)。与全国相同的日子不重复列出。
某年没有录全的，该年在该地区的答案都是暂定的。
"""


def national_page() -> str:
    """Every national notice: number, day of issue, days and where it can be read."""
    calendar = mainland_calendar()
    facts = {
        "count": len(calendar.notices),
        "first": calendar.first.year,
        "last": calendar.settled_through.year,
        "settled": calendar.settled_through,
    }
    rows = (
        (str(one.year) + ("<br>调整通知" if one.amends else ""), *_notice_cells(one))
        for one in calendar.notices
    )
    listed = table("年份 | 文号 | 印发日期 | 放假和上班", rows)
    return joined((NATIONAL_HEAD.format_map(facts), listed))


def regions_page() -> str:
    """The notices of each region, how they are known, and which years are told in full."""
    blocks = [REGIONS_HEAD]
    for code, name in regions():
        notices = region_notices(code)
        rows = (
            (str(one.year), *_notice_cells(one), "是" if one.whole_year else "否", origin)
            for one, origin in zip(notices, _origins(code), strict=True)
        )
        whole = [str(one.year) for one in notices if one.whole_year]
        blocks += [
            f"## {name} `{code}`",
            f"录全的年份：{'、'.join(whole) or '没有'}。其余各年为暂定。",
            table("年份 | 文号或者标题 | 印发日期 | 放假和上班 | 全年完整 | 来历", rows),
        ]
    return joined(blocks)


def _notice_cells(notice: Notice) -> tuple[str, ...]:
    name = notice.number or notice.title
    linked = f"[{name}]({notice.link})" if notice.link else name
    issued = notice.issued.isoformat() if notice.issued else "未查到"
    return linked, issued, "<br>".join(_holidays(notice)) or "没有自己的放假"


def _holidays(notice: Notice) -> Iterator[str]:
    """Each holiday of a notice with its days off, those in lieu among them, and days worked."""
    for name in dict.fromkeys(one.name for one in notice.days):
        named = [one for one in notice.days if one.name == name]
        parts = (
            ("", [one.day for one in named if not one.worked], "放假"),
            ("其中", [one.day for one in named if one.in_lieu], "为调休"),
            ("", [one.day for one in named if one.worked], "上班"),
        )
        said = (
            f"{before}{spans_in_words(days, 'zh')}{verb}" for before, days, verb in parts if days
        )
        yield f"{name}：{'，'.join(said)}"


def _origins(region: str) -> Iterator[str]:
    """What the files of a region say of where each notice was found: their first lines."""
    folder = files("xinfang_core.calendar") / "notices" / region
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        yield "".join(_remarks(file))


def _remarks(file: Traversable) -> Iterator[str]:
    for line in file.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            return
        yield line.removeprefix("#").strip()
