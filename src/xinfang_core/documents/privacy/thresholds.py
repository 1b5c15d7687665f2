"""How small a count may be and still be published (公布门槛): data, not code.

``thresholds.toml`` comes with the library; an office that has a rule of its own writes another
file of the same form.
"""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING, Any, Final, cast

from xinfang_core.policy.citations import PARTS
from xinfang_core.policy.location import Location, TomlFile
from xinfang_core.policy.values import read_sourced
from xinfang_core.toml_reader import read_toml
from xinfang_core.vocabulary import Absent

if TYPE_CHECKING:
    from xinfang_core.sources import Sourced

_FILE: Final = "thresholds.toml"
_COUNT: Final = "smallest_published_count"
_KEYS: Final = ("title", "clause", _COUNT)


def least_published(text: str | None = None, file: str = _FILE) -> Sourced[int]:
    """The smallest count that is published, in cases (件), with where it is written.

    Args:
        text: what the office's own file says; None for the file of the library.
        file: the name of that file, for faults.

    Raises:
        PolicyDataError: what is wrong with the file, each fault at its place.

    """
    document = read_toml(_shipped() if text is None else text, file)
    raw = document.data.get(_COUNT)
    clause = raw.get("clause") if isinstance(raw, dict) else None
    title = document.data.get("title")
    clauses = {clause: clause} if isinstance(clause, str) else {}
    start = Location(TomlFile(document, str(title or ""), clauses))
    start.check_keys(document.data, ("title", _COUNT))
    start.optional(document.data, "title", str)
    found = _read(start, raw)
    start.raise_faults()
    return cast("Sourced[int]", found)


def _read(start: Location, raw: object) -> Sourced[Any] | None:
    """The threshold; None with faults where something about it is wrong."""
    if raw is None:
        start.refuse("key.missing", ("name", _COUNT))
        return None
    here = start.at(_COUNT)
    table = here.table(raw)
    if table is None:
        return None
    here.check_keys(table, ("value", *PARTS))
    found = read_sourced(here, table, int)
    if found is not None and isinstance(found.value, Absent):
        here.at("value").refuse("value.not_integer", ("found", found.value.name), at_value=True)
    return found


def _shipped() -> str:
    """The file that comes with the library, wherever that is installed."""
    # importlib.resources does the same, after it has imported zipfile and tempfile.
    loader: Any = __spec__.loader
    path = os.path.join(os.path.dirname(__file__), _FILE)  # noqa: PTH118, PTH120
    data: bytes = loader.get_data(path)
    return data.decode()
