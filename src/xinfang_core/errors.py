"""Everything that can be raised (错误).

A legal answer, welcome or not, is never raised. Raised are only facts that contradict
themselves, malformed input, and misuse. Every error lists all faults at once; a fault names
its place, what was found, what is wanted and the nearest known name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.messages import Lang

__all__ = [
    "MOST_FAULTS",
    "Fault",
    "InvalidFactError",
    "MisuseError",
    "PolicyDataError",
    "RecordError",
    "ServiceError",
    "UnknownNameError",
    "XinfangError",
]

MOST_FAULTS = 200
"""Faults shown of one error; the rest are counted. A report nobody can read helps nobody."""

_LONGEST_FACT = 60
_LONGEST_PATH = 160
_LONGEST_LINE = 4000
_MOST_NAMES = 40
_LETTERS = 26

SHEET = "!"
"""What the file name of a fault ends with that is one in a sheet of a workbook: its line and
column are then told as the cell, such as ``台账.xlsx Sheet1!C7``."""


class Fault(NamedTuple):
    """One thing that is wrong, and where.

    Attributes:
        code: stable name of the fault; its words are in the catalogue.
        facts: what was found and wanted, as ``(name, value)`` pairs.
        file: file name as the caller gave it, empty where there is none.
        line: line of the file counted from 1, 0 where unknown.
        column: column counted from 1 in characters (for a table of records: cells), 0 unknown.
        path: the key path, field or column that is at fault.
        told: its line in Chinese and in English, where another process has told it; else empty,
            and the line is made of the code and the facts.

    """

    code: str
    facts: tuple[tuple[str, object], ...] = ()
    file: str = ""
    line: int = 0
    column: int = 0
    path: str = ""
    told: tuple[()] | tuple[str, str] = ()

    @property
    def place(self) -> str:
        """``file:line:column``, as far as known; in a sheet ``file sheet!C7``, its first cell
        for a whole row.
        """
        if self.file.endswith(SHEET):
            cell = cell_name(self.line, self.column or 1)
            return self.file + cell if self.line else self.file.removesuffix(SHEET)
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join(([self.file] if self.file else []) + numbers)

    def text(self, lang: Lang = "zh") -> str:
        """Place, path and sentence on one line."""
        if self.told:
            return visible(self.told[lang == "en"], _LONGEST_LINE)
        facts = {name: _shown(value) for name, value in self.facts}
        sentence = _words(self.code, facts, lang)
        parts = (visible(self.place), visible(self.path, _LONGEST_PATH), sentence)
        return ": ".join(part for part in parts if part)


def cell_name(row: int, column: int) -> str:
    """The name of a cell, such as C7."""
    letters, rest = "", column
    while rest:
        rest, letter = divmod(rest - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


def _words(code: str, facts: Mapping[str, object], lang: Lang) -> str:
    # The words are loaded when something is first wrong: hosts notice start-up.
    from xinfang_core.messages import render

    return render(code, facts, lang)


def _shown(value: object) -> object:
    """A fact as a message repeats it: foreign text is cut, and so is a long list."""
    if type(value) is tuple:
        first = tuple(_shown(item) for item in value[:_MOST_NAMES])
        return (*first, "…") if len(value) > _MOST_NAMES else first
    return visible(value, _LONGEST_FACT) if isinstance(value, str) else value


def visible(text: str, most: int = 255) -> str:
    """Foreign text as it may be repeated: at most ``most`` characters, none of them invisible."""
    cut = text if len(text) <= most else f"{text[:most]}…"
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in cut)


class XinfangError(Exception):
    """Base of all errors of this library; carries every fault found.

    Attributes:
        code: stable name of the kind of error.
        faults: the faults, in the order of the input.

    """

    code: ClassVar[str] = "error"

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults

    def text(self, lang: Lang = "zh") -> str:
        """One line for each fault; past ``MOST_FAULTS`` the rest are only counted."""
        lines = [fault.text(lang) for fault in self.faults[:MOST_FAULTS]]
        if len(self.faults) > MOST_FAULTS:
            more = {"count": len(self.faults) - MOST_FAULTS}
            lines.append(_words("fault.more", more, lang))
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.text()


class InvalidFactError(XinfangError, ValueError):
    """Facts that contradict themselves, such as a reply before the receipt (事实自相矛盾)."""

    code = "invalid_fact"


class PolicyDataError(XinfangError, ValueError):
    """A policy or notice file that cannot be taken as written (办法文件有误)."""

    code = "policy_data"


class RecordError(XinfangError, ValueError):
    """Records that cannot be read as written (记录有误)."""

    code = "record"


class UnknownNameError(XinfangError, KeyError):
    """A name that nothing has: a policy, a version, a variant, a decision (没有这个名称)."""

    code = "unknown_name"


class MisuseError(XinfangError, ValueError):
    """An argument that has no meaning, such as a period of zero days (用法有误)."""

    code = "misuse"


class ServiceError(XinfangError, RuntimeError):
    """A service that gives no answer: no such path, too large, too slow, busy (服务未能答复)."""

    code = "service"


def place_of(error: Exception) -> str:
    """Type and place of a defect, without its message: that might hold personal data."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" {trace.tb_frame.f_code.co_name}:{trace.tb_lineno}" if trace else ""
    return type(error).__name__ + place
