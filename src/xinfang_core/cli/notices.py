"""The notices that a command line uses besides those shipped (已导入的放假通知)."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from xinfang_core.calendar import Scope, mainland_calendar, region_notices, regions
from xinfang_core.codec.notices import notice_toml, read_notice
from xinfang_core.errors import Fault, MisuseError, PolicyDataError
from xinfang_core.policy.files import system_fault

if TYPE_CHECKING:
    import argparse

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
    try:
        home = Path.home()
    except RuntimeError:
        return None
    local = home / "AppData" / "Local" if sys.platform == "win32" else home / ".local" / "share"
    return Path(os.environ.get("XDG_DATA_HOME") or local) / "xinfang" / "notices"


def imported_notices(folder: Path | None) -> tuple[Notice, ...]:
    """The notices of a folder by file name; none where there is no folder.

    Raises:
        PolicyDataError: every fault of every file.

    """
    notices: list[Notice] = []
    faults: list[Fault] = []
    try:
        paths = sorted(folder.glob("*.toml")) if folder and folder.is_dir() else []
    except OSError as error:
        raise PolicyDataError(system_fault(error, str(folder))) from None
    for path in paths:
        try:
            notices.append(read_notice(path))
        except PolicyDataError as error:
            faults += error.faults
    if faults:
        raise PolicyDataError(*faults)
    return tuple(sorted(notices, key=lambda one: (one.year, one.amends, one.number)))


def chosen_calendar(arguments: argparse.Namespace) -> WorkCalendar:
    """The calendar of ``--region``, ``--notices`` and ``--known-on``.

    Raises:
        PolicyDataError: an imported notice that cannot be taken as written.
        MisuseError: imported notices that do not fit the shipped ones.
        UnknownNameError: a region of which no notice is shipped or imported.

    """
    imported = imported_notices(notice_folder(arguments.notices))
    calendar = with_imported(imported, arguments.region)
    return calendar.known_on(arguments.known_on) if arguments.known_on else calendar


def with_imported(imported: tuple[Notice, ...], region: str | None) -> WorkCalendar:
    """The shipped calendar of the country or a region with the notices that concern it."""
    calendar = mainland_calendar()
    own = tuple(one for one in imported if one.scope is Scope.region and one.region == region)
    if region and (region in dict(regions()) or not own):
        calendar = calendar.with_notice(*region_notices(region))
    # A notice once imported may come with a later version of the library.
    shipped = {(one.number, one.year, one.amends) for one in calendar.notices if one.number}
    common = tuple(one for one in imported if one.scope is not Scope.region)
    further = [one for one in (*common, *own) if (one.number, one.year, one.amends) not in shipped]
    national = [one for one in further if one.scope is Scope.national]
    national.sort(key=lambda one: (one.issued is not None, one.issued))
    others = [one for one in further if one.scope is not Scope.national]
    return calendar.with_notice(*national, *others) if further else calendar


def notice_path(notice: Notice, folder: Path, *, replace: bool) -> Path:
    """Where ``notice`` is kept in ``folder``, which is made if need be.

    Raises:
        MisuseError: a different notice stands there and is not to be replaced, or the folder
            cannot be used.

    """
    issued = notice.issued.isoformat() if notice.issued else "undated"
    place = f"-{notice.region}" if notice.region else ""
    path = folder / f"{notice.scope.name}{place}-{notice.year}-{issued}.toml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stands = path.exists() and path.read_bytes() != notice_toml(notice).encode()
    except OSError as error:
        raise MisuseError(system_fault(error, str(path), "file.unwritable")) from None
    if stands and not replace:
        raise MisuseError(Fault("cli.notice_exists", (("number", notice.number),), str(path)))
    return path
