"""``xinfang calendar``: look at a year, list the notices, import a new one (工作日历)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from xinfang_core.calendar.plausibility import warnings
from xinfang_core.cli.notices import (
    check_shipped,
    chosen_calendar,
    imported_notices,
    keep_notice,
    notice_folder,
    notice_path,
    with_new,
)
from xinfang_core.cli.output import opened, tell
from xinfang_core.codec.notices import read_notice
from xinfang_core.codec.plain import plain
from xinfang_core.drawing import year_ics, year_records, year_svg, year_text
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
    calendar = chosen_calendar(arguments)
    notices = [one for one in calendar.notices if one.known_by(calendar.known_until)]
    listed = [{name: plain(getattr(one, name)) for name in _NOTICE} for one in notices]
    with opened(None, wire=arguments.format == "json") as stream:
        if arguments.format == "json":
            stream.write(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
        else:
            stream.writelines(f"{_line(one)}\n" for one in notices)
    return False


def _line(notice: Notice) -> str:
    """One notice on one line; what is not known of it is left out."""
    issued = notice.issued.isoformat() if notice.issued else render("calendar.no_issue_day", {})
    place = f"{notice.scope.text()} {notice.region}".rstrip()
    amends = render("calendar.amendment", {}) if notice.amends else ""
    told = (str(notice.year), issued, place, amends, notice.number or notice.title, notice.link)
    return "  ".join(filter(None, told))


def _weigh(found: tuple[Fault, ...], file: str, *, despite: bool) -> None:
    """Refuse an unlikely notice, for it would settle a whole year; or tell what is unlikely."""
    if found and not despite:
        raise PolicyDataError(
            *(fault._replace(file=file) for fault in found), Fault("cli.implausible", file=file)
        )
    for fault in found:
        tell(render("calendar.warning", {"text": fault.text()}))


def run_import(arguments: argparse.Namespace) -> bool:
    """Check a notice and put it where the other commands find it."""
    folder = notice_folder(arguments.notices)
    if folder is None:
        raise MisuseError(Fault("cli.no_folder", path="--notices"))
    source = Path(arguments.notice)
    notice = read_notice(source)
    path = notice_path(notice, folder)
    others = imported_notices(folder)
    stands = others.pop(path, notice)
    calendar = with_new(tuple(others.values()), notice, notice.region or None, source.name)
    code = "calendar.checked" if arguments.check else "calendar.imported"
    if not any(one is notice for one in calendar.notices):
        check_shipped(notice, calendar, source.name)
        code = "calendar.shipped"
    elif stands != notice and not arguments.replace:
        raise MisuseError(Fault("cli.notice_exists", file=str(path)))
    _weigh(warnings(notice), source.name, despite=arguments.despite_warnings)
    if code == "calendar.imported":
        keep_notice(path, notice)
    facts = {
        "year": notice.year,
        "number": notice.number or notice.title or source.name,
        "off": sum(not one.worked for one in notice.days),
        "worked": sum(one.worked for one in notice.days),
        "settled": calendar.settled_through,
        "path": str(path),
    }
    with opened(None, wire=False) as stream:
        stream.write(render(code, facts) + "\n")
    return False
