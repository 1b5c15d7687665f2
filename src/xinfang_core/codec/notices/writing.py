"""A notice as canonical TOML: the same notice always gives the same bytes (写出通知)."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from xinfang_core.calendar.notice import Scope
from xinfang_core.calendar.plain import DAY
from xinfang_core.codec.notices.drafting import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    LONGEST_RANGE,
    is_region_code,
)
from xinfang_core.errors import Fault, MisuseError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from xinfang_core.calendar.notice import ArrangedDay, Notice

_SHORTEST_RANGE = 3  # shorter runs are written day by day
_BASIC_PLANE = 0xFFFF


def notice_toml(notice: Notice) -> str:
    """The notice as a file that ``read_notice`` reads back.

    What is read back is equal, but for the order of the days: it is that of their dates. Days in
    lieu are always named, so that the file does not depend on a table of statutory days.

    Raises:
        MisuseError: what no file can say: a text of blanks or with half a character, a holiday
            without a name, a year before 1900 or after 2999, a region's code not of six digits,
            or no day at all, unless a region's year is told in full.

    """
    faults = tuple(_unwritable(notice))
    if faults:
        raise MisuseError(*faults)
    holidays: dict[str, list[ArrangedDay]] = {}
    for arranged in sorted(notice.days, key=attrgetter("day")):
        holidays.setdefault(arranged.name, []).append(arranged)
    lines = list(_head(notice))
    for name, days in holidays.items():
        lines += _holiday(name, days, swapped=notice.scope is Scope.national)
    return "\n".join([*lines, ""])


def _unwritable(notice: Notice) -> Iterator[Fault]:
    """What is wrong with a notice that is about to be written."""
    texts = {name: getattr(notice, name) for name in ("number", "title", "link")}
    texts |= {f"days[{at}].name": one.name or " " for at, one in enumerate(notice.days)}
    for path, text in texts.items():
        if (text and not text.strip()) or any("\ud800" <= sign <= "\udfff" for sign in text):
            yield Fault("notice_file.not_writable", path=path)
    if not EARLIEST_YEAR <= notice.year <= LATEST_YEAR:
        yield Fault("notice_file.year", (("found", notice.year),), path="year")
    if notice.region and not is_region_code(notice.region):
        yield Fault("notice_file.region_code", (("found", notice.region),), path="region")
    if not notice.days and not notice.whole_year:
        yield Fault("notice_file.no_holiday", path="days")


def _head(notice: Notice) -> Iterator[str]:
    """The keys before the first holiday; what is empty is left out."""
    yield f"number = {quoted(notice.number)}"
    yield from (
        f"{name} = {quoted(getattr(notice, name))}"
        for name in ("title", "link")
        if getattr(notice, name)
    )
    if notice.issued:
        yield f"issued = {notice.issued.isoformat()}"
    yield f"year = {notice.year}"
    if notice.amends:
        yield "amends = true"
    yield f"scope = {quoted(notice.scope.name)}"
    if notice.region:
        yield f"region = {quoted(notice.region)}"
    if notice.whole_year:
        yield "whole_year = true"


def _holiday(name: str, days: list[ArrangedDay], *, swapped: bool) -> Iterator[str]:
    """One holiday, its days in order; ``swapped`` names the days in lieu even if there are none."""
    off = [one.day for one in days if not one.worked]
    in_lieu = [one.day for one in days if one.in_lieu]
    worked = [one.day for one in days if one.worked]
    yield ""
    yield "[[holiday]]"
    yield f"name = {quoted(name)}"
    if off:
        yield f"off = [{_items(off)}]"
    if in_lieu or (off and swapped):
        yield f"in_lieu = [{_items(in_lieu)}]"
    if worked:
        yield f"worked = [{_items(worked)}]"


def _items(days: list[date]) -> str:
    return ", ".join(item for run in _runs(days) for item in _run_items(run))


def _runs(days: Iterable[date]) -> Iterator[list[date]]:
    """Days that follow one another."""
    run: list[date] = []
    for day in days:
        if run and (day != run[-1] + DAY or len(run) == LONGEST_RANGE):
            yield run
            run = []
        run.append(day)
    if run:
        yield run


def _run_items(run: list[date]) -> Iterator[str]:
    if len(run) < _SHORTEST_RANGE:
        yield from (day.isoformat() for day in run)
    else:
        yield f'"{run[0].isoformat()}..{run[-1].isoformat()}"'


def quoted(text: str) -> str:
    """A TOML text; whatever cannot be seen is written by its number."""
    return f'"{"".join(map(_sign, text))}"'


def _sign(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    if sign.isprintable():
        return sign
    number = ord(sign)
    return f"\\u{number:04X}" if number <= _BASIC_PLANE else f"\\U{number:08X}"
