"""A file as read: its values, and the place of each."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.errors import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

Key = str | int
"""A name in a table, or the number of a list item counted from 0."""

Path = tuple[Key, ...]
"""The way from the whole file to one value, such as ``("limit", "cells", 0, "count")``."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")


@frozen
class Position:
    """A place in a file.

    Attributes:
        line: line counted from 1.
        column: column counted from 1, in characters.

    """

    line: int
    column: int


@frozen
class Document:
    """One file as read.

    ``keys`` and ``values`` know the same paths: every table, list, list item and value.

    Attributes:
        file: file name as the caller gave it.
        data: the values, equal to what ``loads`` gives.
        keys: where the name of that path is first written, be it in a header; for a list item
            where the item starts, or its ``[[header]]``.
        values: where the value starts; for a table its header (its own, or else the first that
            leads through it), for a table made by a dotted name that name.

    """

    file: str
    data: dict[str, object]
    keys: Mapping[Path, Position]
    values: Mapping[Path, Position]

    def fault(
        self,
        code: str,
        path: Path,
        facts: tuple[tuple[str, object], ...] = (),
        *,
        at_value: bool = False,
    ) -> Fault:
        """A fault about ``path``, placed at the longest part of it that is written.

        Args:
            code: code of the fault in the catalogue.
            path: what is at fault; it need not be there.
            facts: what was found and wanted.
            at_value: place it at the value instead of the name.

        Returns:
            The fault; without line and column when not even the first name is written.

        """
        places = self.values if at_value else self.keys
        known = (path[:length] for length in range(len(path), 0, -1))
        place = next((places[part] for part in known if part in places), Position(0, 0))
        return Fault(code, facts, self.file, place.line, place.column, path_text(path))


def path_text(path: Path) -> str:
    """The path as text, such as ``limit.cells[0].count``; unusual names stand in quotes."""
    steps = (f"[{key}]" if isinstance(key, int) else f".{_name_text(key)}" for key in path)
    return "".join(steps).removeprefix(".")


def _name_text(name: str) -> str:
    return name if _BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)
