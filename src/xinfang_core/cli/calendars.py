"""``xinfang calendar``: look at a year, list the notices, import a new one (工作日历)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from xinfang_core.calendar.doubts import doubts
from xinfang_core.calendar.views import year_ics, year_records, year_svg, year_text
from xinfang_core.cli.notices import (
    chosen_calendar,
    imported_notices,
    notice_folder,
    notice_path,
    with_imported,
)
from xinfang_core.cli.output import opened, tell
from xinfang_core.codec.answers import plain
from xinfang_core.codec.notices import notice_toml, read_notice
from xinfang_core.errors import Fault, MisuseError, PolicyDataError
from xinfang_core.messages import render

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from xinfang_core.calendar import Notice, WorkCalendar

_NOTICE = ("year", "number", "issued", "scope", "region", "amends", "title", "link")


def run_show(arguments: argparse.Namespace) -> bool:
    """Show one year as text, data, a picture or a file for calendar programs."""
    calendar = chosen_calendar(arguments)
    text = _FORMS[arguments.format](calendar, arguments)
    with opened(arguments.output, wire=arguments.format != "text") as stream:
        stream.write(text)
    return False


def _shown_text(calendar: WorkCalendar, arguments: argparse.Namespace) -> str:
    return year_text(calendar, arguments.year)


def _shown_json(calendar: WorkCalendar, arguments: argparse.Namespace) -> str:
    answer = {
        "year": arguments.year,
        "region": arguments.region,
        "known_on": plain(arguments.known_on),
        "settled_through": calendar.settled_through.isoformat(),
        "days": year_records(calendar, arguments.year),
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


_FORMS: dict[str, Callable[[WorkCalendar, argparse.Namespace], str]] = {
    "text": _shown_text,
    "json": _shown_json,
    "ics": lambda calendar, arguments: year_ics(calendar, arguments.year),
    "svg": lambda calendar, arguments: year_svg(calendar, arguments.year),
}


def run_list(arguments: argparse.Namespace) -> bool:
    """List the notices in use, in the order in which they win."""
    notices = chosen_calendar(arguments).notices
    listed = [{name: plain(getattr(one, name)) for name in _NOTICE} for one in notices]
    with opened(None, wire=arguments.format == "json") as stream:
        if arguments.format == "json":
            stream.write(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
        else:
            stream.writelines(f"{_line(one)}\n" for one in notices)
    return False


def _line(notice: Notice) -> str:
    place = f"{notice.scope.text()}{notice.region}"
    issued = notice.issued or render("calendar.no_issue_day", {})
    title = notice.number or notice.title
    return f"{notice.year}  {issued}  {place}  {title}  {notice.link}".rstrip()


def run_import(arguments: argparse.Namespace) -> bool:
    """Check a notice and put it where the other commands find it."""
    folder = notice_folder(arguments.notices)
    if folder is None:
        raise MisuseError(Fault("cli.no_folder", path="--notices"))
    source = Path(arguments.notice)
    notice = read_notice(source)
    calendar = _fitting(notice, imported_notices(folder), source.name)
    for fault in doubts(notice):
        tell(render("calendar.doubt", {"text": fault.text()}))
    path = notice_path(notice, folder, replace=arguments.replace)
    if not arguments.check:
        with opened(str(path), wire=True) as stream:
            stream.write(notice_toml(notice))
    facts = {
        "year": notice.year,
        "number": notice.number or notice.title or source.name,
        "off": sum(not one.worked for one in notice.days),
        "worked": sum(one.worked for one in notice.days),
        "settled": calendar.settled_through,
        "path": str(path),
    }
    with opened(None, wire=False) as stream:
        stream.write(render("calendar.checked" if arguments.check else "calendar.imported", facts))
        stream.write("\n")
    return False


def _fitting(notice: Notice, imported: tuple[Notice, ...], file: str) -> WorkCalendar:
    """The calendar with the new notice; what does not fit is told of its file."""
    same = (notice.scope, notice.region, notice.year, notice.issued)
    kept = (one for one in imported if (one.scope, one.region, one.year, one.issued) != same)
    try:
        return with_imported((*kept, notice), notice.region or None)
    except MisuseError as error:
        raise PolicyDataError(*(fault._replace(file=file) for fault in error.faults)) from None
