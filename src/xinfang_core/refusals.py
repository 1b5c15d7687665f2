"""What is refused, told before its place is known (拒收): the words that all readers share.

Policies, notices, records, columns and command lines refuse alike: a value with a code and
facts, to which whoever reads adds the place; a name with the nearest known one; a file that the
system does not give.
"""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING

from xinfang_core.errors import Fault, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterable

_SYSTEM = {
    FileNotFoundError: "file.missing",
    NotADirectoryError: "file.missing",
    IsADirectoryError: "file.is_folder",
    PermissionError: "file.no_permission",
}


_DAY = re.compile(
    r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?|"
    r"([0-9]{4})([0-9]{2})([0-9]{2})"
)


class RefusedError(Exception):
    """A value that is not of the wanted kind; carries the fault's code and facts."""

    def __init__(self, code: str, *facts: tuple[str, object]) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


def shown(found: object) -> str:
    """A foreign value as its file writes it, however long or deep it is."""
    from reprlib import Repr

    if isinstance(found, str):
        return f'"{found}"'
    if found is None:
        return "null"
    if isinstance(found, bool):
        return str(found).lower()
    if isinstance(found, date):
        return found.isoformat()
    form = Repr()
    form.maxlevel = 2
    return form.repr(found)


def unknown_name(
    code: str, found: object, known: Iterable[str], *, suggest: bool = True
) -> RefusedError:
    """The refusal of a name; ``code`` is completed by ``_near`` where a known name is close.

    Of many names in a row not every one can be compared with all that are known: then without
    ``suggest``.
    """
    names = tuple(known)
    name = found if isinstance(found, str) else shown(found)
    close = get_close_matches(name, names, n=1, cutoff=0.6) if suggest else []
    facts = (("found", name), ("known", names))
    if close:
        return RefusedError(f"{code}_near", *facts, ("nearest", close[0]))
    return RefusedError(code, *facts)


def unknown_declared(code: str, found: str, known: Iterable[str], path: str) -> UnknownNameError:
    """That a policy declares nothing of a name, with the nearest one that it declares."""
    refused = unknown_name(code, found, known)
    return UnknownNameError(Fault(refused.code, refused.facts, path=path))


def written_day(text: str) -> date | None:
    """The day that ``text`` writes in another form than 2026-01-01; None where it is none."""
    found = _DAY.fullmatch(text)
    parts = [int(part) for part in found.groups() if part] if found else []
    try:
        return date(*parts) if parts else None
    except ValueError:  # no such day
        return None


def system_fault(error: OSError, file: str, otherwise: str = "file.unreadable") -> Fault:
    """The fault of a file that the system does not give or take; ``otherwise`` is its code."""
    for kind, code in _SYSTEM.items():
        if isinstance(error, kind):
            return Fault(code, (), file)
    return Fault(otherwise, (("why", error.strerror),), file)
