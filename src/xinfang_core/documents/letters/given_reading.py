"""What the host fills in, read from a table or an object (填写内容的读取)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from xinfang_core.documents.letters.given import Given, Place, plain_name
from xinfang_core.errors import Fault, RecordError
from xinfang_core.vocabulary import Audience
from xinfang_core.vocabulary.terms import find_term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from xinfang_core.codec.rows import Row
    from xinfang_core.documents.letters.letter import Filled
    from xinfang_core.toml_reader import Path

    PlaceOf = Callable[[Path], Place]

NAME, TEXT, READERS = "field", "text", "for"
"""The columns that are read, and the keys of an object."""

COLUMNS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("字段", NAME), NAME),
    **dict.fromkeys(("内容", TEXT), TEXT),
    **dict.fromkeys(("给谁看", READERS), READERS),
    **{name: name for name in ("名称", "必填", "由谁填", "说明")},
    **{name: name for name in ("title", "required", "giver", "note")},
}
"""The columns of a table of fields, by every name that they may have; some only tell."""

_BETWEEN = re.compile(r"[、,，;；\s]+")


def given_in_rows(rows: Iterable[Row]) -> dict[str, Given]:
    """What a table gives: a field a row; of an empty cell nothing.

    Raises:
        RecordError: every fault of the table.

    """
    found: dict[str, Given] = {}
    faults: list[Fault] = []
    for row in rows:
        name = str(row.values.get(NAME, "")).strip()
        if not name:
            faults.append(row.fault("letter.no_name", (), NAME))
            continue
        place = Place(row.file, row.line, row.columns.get(TEXT, 0), plain_name(name))
        readers = _readers(str(row.values.get(READERS, "")), place, faults)
        text = str(row.values.get(TEXT, ""))
        if not text.strip():
            continue
        if name in found:
            faults.append(place.fault("letter.given_twice"))
        found[name] = Given(text, readers, place)
    if faults:
        raise RecordError(*faults)
    return found


def given_in_data(data: object, place_of: PlaceOf) -> dict[str, Given]:
    """What an object gives: by the name of each field a text, a list, or both ``text`` and ``for``.

    Args:
        data: as a file of JSON or TOML holds it.
        place_of: where something stands in it, by the keys that lead there.

    Raises:
        RecordError: every fault of it.

    """
    if not isinstance(data, Mapping):
        raise RecordError(place_of(()).fault("letter.not_object"))
    found: dict[str, Given] = {}
    faults: list[Fault] = []
    for name, value in data.items():
        place = place_of((name,))._replace(path=plain_name(name))
        one = _given(value, place, faults)
        if one is not None:
            found[name] = one
    if faults:
        raise RecordError(*faults)
    return found


def _given(value: Any, place: Place, faults: list[Fault]) -> Given | None:  # noqa: ANN401
    """One field of an object; None where nothing is given, or with a fault."""
    readers = None
    if isinstance(value, Mapping):
        if not value.keys() <= {TEXT, READERS}:
            faults.append(place.fault("letter.unknown_key", (("known", (TEXT, READERS)),)))
        readers = _readers(value.get(READERS), place, faults)
        value = value.get(TEXT)
    text = _text(value)
    if text is None and value is not None:
        faults.append(place.fault("letter.not_words"))
    return Given(text, readers, place) if text else None


def _text(value: object) -> Filled | None:
    """Words, a day, or a list of words; None for anything else."""
    if isinstance(value, list):
        return tuple(value) if all(isinstance(one, str) for one in value) else None
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str) else None


def _readers(found: object, place: Place, faults: list[Fault]) -> tuple[Audience, ...] | None:
    """For whom something is; None where that is not declared."""
    words = _BETWEEN.split(found) if isinstance(found, str) else found
    if words is None or words == [""]:
        return None
    listed = words if isinstance(words, list) else [words]
    terms = [find_term(Audience, one) if isinstance(one, str) else None for one in listed if one]
    if None in terms:
        known = tuple(f"{one.name} {one.value}" for one in Audience)
        faults.append(place.fault("letter.unknown_reader", (("known", known),)))
    return tuple(dict.fromkeys(one for one in terms if one is not None))
