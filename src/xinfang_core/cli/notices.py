"""The notices that a command line uses besides those shipped (已导入的放假通知)."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from xinfang_core.calendar import (
    Scope,
    mainland_calendar,
    peer_differences,
    region_notices,
    regions,
)
from xinfang_core.cli.output import opened, tell
from xinfang_core.codec.notices import notice_toml, read_notice
from xinfang_core.errors import Fault, MisuseError, PolicyDataError
from xinfang_core.messages import render
from xinfang_core.refusals import system_fault

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from xinfang_core.calendar import Notice, WorkCalendar

FOLDER_VARIABLE = "XINFANG_NOTICES"
"""Environment variable that names the folder of imported notices."""


def notice_folder(named: str | None) -> Path | None:
    """The folder of imported notices: the one named, of the environment, or of the user.

    None where the system knows no folder for the user.
    """
    chosen = named or os.environ.get(FOLDER_VARIABLE)
    if chosen:
        return Path(chosen)
    data = Path(os.environ.get("XDG_DATA_HOME", ""))
    if not data.is_absolute():  # by its specification a relative one is to be ignored
        try:
            home = Path.home()
        except RuntimeError:
            return None
        windows = sys.platform == "win32"
        data = home / "AppData" / "Local" if windows else home / ".local" / "share"
    return data / "xinfang" / "notices"


def imported_notices(folder: Path | None) -> dict[Path, Notice]:
    """The notices of a folder by file; none where there is no folder.

    Raises:
        PolicyDataError: every fault of every file.
        MisuseError: a file stands where the folder is expected.

    """
    notices: dict[Path, Notice] = {}
    faults: list[Fault] = []
    for path in _files(folder) if folder else ():
        try:
            notices[path] = read_notice(path)
        except PolicyDataError as error:
            faults += (fault._replace(file=str(path)) for fault in error.faults)
    if faults:
        raise PolicyDataError(*faults)
    return notices


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.name.endswith(".toml"))
    except FileNotFoundError:
        return []
    except NotADirectoryError:
        raise MisuseError(Fault("cli.not_folder", file=str(folder))) from None
    except OSError as error:
        raise PolicyDataError(system_fault(error, str(folder))) from None


def chosen_notices(arguments: argparse.Namespace) -> tuple[Notice, ...]:
    """The imported notices of a command line; a folder that it names must be there."""
    imported = imported_notices(notice_folder(arguments.notices))
    if arguments.notices and not Path(arguments.notices).exists():
        raise MisuseError(Fault("file.missing", file=arguments.notices))
    return tuple(imported.values())


def chosen_calendar(arguments: argparse.Namespace) -> WorkCalendar:
    """The calendar of ``--region``, ``--notices`` and ``--known-on``.

    Raises:
        PolicyDataError: an imported notice that cannot be taken as written.
        MisuseError: a named folder that is not there, or imported notices that do not fit.
        UnknownNameError: a region of which no notice is shipped or imported.

    """
    imported = chosen_notices(arguments)
    folder = str(notice_folder(arguments.notices))
    calendar = calendar_of(imported, arguments.region, folder)
    known = [one for one in imported if one.known_by(arguments.known_on)]
    used = sum(any(one is notice for notice in calendar.notices) for one in known)
    if used:
        # What is kept on this machine changes answers, so it is said.
        tell(render("cli.imported_in_use", {"count": used, "folder": folder}))
    differing = peer_differences()
    if differing:
        facts = {"count": len(differing), "first": differing[0]}
        tell(render("calendar.peer_differs", facts))
    return calendar.known_on(arguments.known_on) if arguments.known_on else calendar


def calendar_of(imported: tuple[Notice, ...], region: str | None, place: str) -> WorkCalendar:
    """The calendar of the country or a region, with imported notices.

    Raises:
        PolicyDataError: they do not fit; told of their ``place``.
        UnknownNameError: as ``chosen_calendar``.

    """
    with _told_of(place):
        return _with_imported(imported, region)


def settled_through() -> date:
    """The last day of which the holidays are known, by imported notices too.

    Raises:
        PolicyDataError: an imported notice that cannot be taken as written, or does not fit.

    """
    folder = notice_folder(None)
    return calendar_of(tuple(imported_notices(folder).values()), None, str(folder)).settled_through


def with_new(
    imported: tuple[Notice, ...], notice: Notice, region: str | None, file: str
) -> WorkCalendar:
    """The calendar with a further notice.

    Raises:
        PolicyDataError: it does not fit; told of its ``file``.
        UnknownNameError: as ``chosen_calendar``.

    """
    if notice.scope is Scope.national and notice.issued is None:
        raise PolicyDataError(Fault("cli.no_issue_day", file=file))
    return calendar_of((*imported, notice), region, file)


@contextmanager
def _told_of(place: str) -> Iterator[None]:
    """Tell notices that do not fit of the place they come from, not of their position."""
    try:
        yield
    except MisuseError as error:
        raise PolicyDataError(
            *(one._replace(file=place, path="") for one in error.faults)
        ) from None


def _with_imported(imported: tuple[Notice, ...], region: str | None) -> WorkCalendar:
    """The shipped calendar of the country or a region with the notices that concern it."""
    calendar = mainland_calendar()
    own = tuple(one for one in imported if one.scope is Scope.region and one.region == region)
    if region and (region in dict(regions()) or not own):
        # What somebody imported is nearer to the original than what pages tell of it.
        told = {one.year for one in own if not one.amends}
        others = (one for one in region_notices(region) if one.year not in told)
        calendar = calendar.with_notice(*others)
    common = (one for one in imported if one.scope is not Scope.region)
    # A notice once imported may come with a later version of the library.
    further = [one for one in (*common, *own) if not _shipped(one, calendar)]
    further.sort(key=lambda one: (one.issued or date.min, one.year, one.amends))
    return calendar.with_notice(*further) if further else calendar


def is_same(one: Notice, other: Notice) -> bool:
    """Whether two notices are one, though a clerk may have typed its number otherwise."""
    kinds = ((it.scope, it.region, it.year, it.amends) for it in (one, other))
    if len(set(kinds)) > 1:
        return False
    if one.scope is Scope.national and not one.amends:  # there is one a year
        return True
    if one.number and other.number:
        return _bare(one.number) == _bare(other.number)
    return one.issued is not None and one.issued == other.issued


def _bare(number: str) -> str:
    """A number without the brackets and blanks that people write in many ways."""
    return "".join(sign for sign in normalize("NFKC", number) if sign.isalnum())


def _shipped(notice: Notice, calendar: WorkCalendar) -> Notice | None:
    """The same notice as the calendar has it already."""
    return next((one for one in calendar.notices if is_same(one, notice)), None)


def check_shipped(notice: Notice, calendar: WorkCalendar, file: str) -> None:
    """Hold a notice against the same one of ``calendar``.

    Raises:
        PolicyDataError: they arrange different days.

    """
    shipped = _shipped(notice, calendar)
    days, known = (
        {(it.day, it.worked) for it in one.days} if one else set() for one in (notice, shipped)
    )
    different = sorted({day for day, _ in days ^ known})
    if shipped and different:
        facts = (("number", shipped.number or shipped.title), ("days", tuple(different)))
        raise PolicyDataError(Fault("cli.notice_differs", facts, file))


def notice_path(notice: Notice, folder: Path) -> Path:
    """Where ``notice`` is kept in ``folder``: there is one national one a year."""
    parts = [notice.scope.name, notice.region, str(notice.year)]
    if notice.scope is not Scope.national or notice.amends:
        parts.append(notice.issued.isoformat() if notice.issued else "undated")
    if notice.scope is not Scope.national and notice.days:  # several may come in one day
        parts.append(min(one.day for one in notice.days).isoformat())
    return folder / f"{'-'.join(filter(None, parts))}.toml"


def keep_notice(path: Path, notice: Notice) -> None:
    """Write the notice, whole or not at all; its folder is made if need be.

    Raises:
        MisuseError: it cannot be written.

    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MisuseError(system_fault(error, str(path), "file.unwritable")) from None
    with opened(str(path), wire=True) as stream:
        stream.write(notice_toml(notice))
