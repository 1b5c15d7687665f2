"""The cells of one row of examples (算例单元格), each read by itself."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from attrs import frozen

from xinfang_core.codec.moments import read_day
from xinfang_core.codec.reading import reader
from xinfang_core.examples.columns import FIXED, NEEDED
from xinfang_core.messages.catalogue import CATALOGUE
from xinfang_core.refusals import RefusedError, unknown_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from xinfang_core.codec.rows import Row
    from xinfang_core.errors import Fault

_BETWEEN = re.compile(r"[\s、，,；;]+")
_MOST_DAYS = 4096
READ_DAY = lru_cache(_MOST_DAYS)(read_day)
_TEXT, _TRUTH = reader(str).cell, reader(bool).cell


@frozen
class Cells:
    """The cells of one row, each read by itself.

    Attributes:
        row: the row.
        faults: what cannot be read, so far.

    """

    row: Row
    faults: list[Fault]

    def fault(self, code: str, facts: tuple[tuple[str, object], ...], name: str) -> None:
        """Note that something is wrong with a cell."""
        self.faults.append(self.row.fault(code, facts, name))

    def value(self, name: str, read: Callable[[object], Any]) -> Any:  # noqa: ANN401 - as read
        """What a cell says; None where it is empty, or with a fault."""
        found = self.row.values.get(name)
        if found is None:
            if name in NEEDED:
                self.fault("example.needed", (("name", name), ("label", FIXED[name])), name)
            return None
        try:
            return read(found)
        except RefusedError as refused:
            self.fault(refused.code, refused.facts, name)
            return None

    def text(self, name: str) -> str | None:
        """The text of a cell."""
        found: str | None = self.value(name, _TEXT if name == "id" else _plain_text)
        return found

    def day(self, name: str) -> date | None:
        """The day of a cell."""
        found: date | None = self.value(name, READ_DAY)
        return found

    def truth(self, name: str) -> bool | None:
        """Whether a cell says yes."""
        found: bool | None = self.value(name, _TRUTH)
        return found

    def label(self, label: str) -> tuple[str, date | None]:
        """The id of a policy, and the day after ``@``."""
        name, at, day = label.partition("@")
        try:
            return name, READ_DAY(day) if at else None
        except RefusedError as refused:
            self.fault(refused.code, refused.facts, "policy")
            return name, None

    def codes(self, name: str) -> tuple[str, ...]:
        """The codes of a cell, each a known one."""
        found = tuple(filter(None, _BETWEEN.split(str(self.row.values.get(name, "")))))
        for one in found:
            if one not in CATALOGUE:
                refused = unknown_name("example.unknown_code", one, CATALOGUE)
                self.fault(refused.code, refused.facts, name)
        return found


def _plain_text(found: object) -> str:
    return str(found).strip()
