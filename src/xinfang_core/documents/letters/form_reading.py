"""Reading the forms of letters (文书格式的读取), each fault with its place.

A form that comes with the library stands in ``forms/KIND.toml``; the fields that several share
stand once, in ``forms/shared.toml``.
"""

from __future__ import annotations

import os.path
import re
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from attrs import evolve

from xinfang_core.documents.letters.form import EACH, MARK, Field, Form, Giver, Grid, Part, Style
from xinfang_core.policy.location import Location, TomlFile
from xinfang_core.toml_reader import read_toml
from xinfang_core.vocabulary import Audience, LetterKind, LetterLayout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Raw = Mapping[str, Any]

_FORM = (
    *("kind", "title", "layout", "audiences", "known_by_name"),
    *("shared", "required", "field", "part"),
)
_TRUTHS = ("required", "is_list", "is_free", "is_date", "is_phone", "is_omitted")
_FIELD = ("name", "title", "giver", "note", *_TRUTHS)
_PART, _GRID = ("style", "text", "each"), ("rows", "widths", "heights")
_BRACES = re.compile(r"[{}]")
# As text, which is what a loader takes; the library may be in a zip file.
_FOLDER = os.path.join(os.path.dirname(__file__), "forms")  # noqa: PTH118, PTH120


@cache
def form_of(kind: LetterKind) -> Form:
    """The form of a kind of letter that comes with the library."""
    name = f"{kind.name}.toml"
    return read_form(_packaged(name), name, _shared())


def marks_in(text: str) -> tuple[str, ...]:
    """The fields that words of a form name, in order."""
    return tuple(MARK.findall(text))


@cache
def _shared() -> Mapping[str, Field]:
    return read_shared(_packaged("shared.toml"), "shared.toml")


def _packaged(name: str) -> str:
    """A file in the folder of forms, wherever the library is installed."""
    loader: Any = __spec__.loader
    data: bytes = loader.get_data(os.path.join(_FOLDER, name))  # noqa: PTH118
    return data.decode()


def read_shared(text: str, file: str) -> Mapping[str, Field]:
    """The fields that forms share, by their names.

    Raises:
        PolicyDataError: every fault of the file.

    """
    location = Location(TomlFile(read_toml(text, file)))
    data = location.document.data
    location.check_keys(data, ("field",))
    fields = _fields(location.at("field"), data.get("field", []), {})
    location.raise_faults()
    return fields


def read_form(text: str, file: str, shared: Mapping[str, Field]) -> Form:
    """One form.

    Args:
        text: the whole file.
        file: its name, for faults.
        shared: the fields that it may take over, by their names.

    Raises:
        PolicyDataError: every fault of the file.

    """
    location = Location(TomlFile(read_toml(text, file)))
    data = location.document.data
    location.check_keys(data, _FORM)
    audiences = _terms(location.at("audiences"), data.get("audiences", []), Audience)
    taken = _taken(location, data, shared)
    fields = taken | _fields(location.at("field"), data.get("field", []), taken)
    body = tuple(_body(location.at("part"), data.get("part", []), fields))
    title = location.required(data, "title", str)
    _check_words(location.at("title"), title, fields)
    kind = location.required(data, "kind", LetterKind)
    layout = location.required(data, "layout", LetterLayout)
    by_name = _truth(location, data, "known_by_name")
    if not audiences:
        location.at("audiences").refuse("key.missing", ("name", "audiences"))
    location.raise_faults()
    named = (kind, title, layout, audiences, tuple(fields.values()), body)
    return Form(*named, known_by_name=by_name)


def _taken(location: Location, data: Raw, shared: Mapping[str, Field]) -> dict[str, Field]:
    """The shared fields that a form takes over, in its order; some of them are required."""
    names = _names(location.at("shared"), data.get("shared", []), shared)
    required = _names(location.at("required"), data.get("required", []), names)
    return {name: evolve(shared[name], required=name in required) for name in names}


def _names(location: Location, found: object, known: Iterable[str]) -> tuple[str, ...]:
    """The names of a list that are known, each once."""
    every, names = tuple(known), dict[str, None]()
    for here, item in location.items(found):
        if not here.check_name("letter.unknown_field", item, every):
            continue
        if item in names:
            here.refuse("letter.field_twice", ("found", item))
        names[str(item)] = None
    return tuple(names)


def _terms(location: Location, found: object, terms: Any) -> tuple[Any, ...]:  # noqa: ANN401
    """The terms of a list."""
    read = (here.scalar(item, terms) for here, item in location.items(found))
    return tuple(dict.fromkeys(one for one in read if one is not None))


def _fields(location: Location, found: object, taken: Raw) -> dict[str, Field]:
    """The fields that a file describes itself, none of which it has already."""
    fields: dict[str, Field] = {}
    for here, raw in location.tables(found):
        here.check_keys(raw, _FIELD)
        name = here.required(raw, "name", str)
        title = here.required(raw, "title", str)
        giver = _one_of(here, raw, "giver", get_args(Giver))
        truths = {key: _truth(here, raw, key) for key in _TRUTHS}
        if name in fields or name in taken or name == EACH:
            here.at("name").refuse("letter.field_twice", ("found", name))
        elif name and title and giver:
            note = here.optional(raw, "note", str, "")
            fields[name] = Field(name, title, giver, note=note or "", **truths)
    return fields


def _one_of(location: Location, raw: Raw, name: str, known: tuple[str, ...]) -> Any:  # noqa: ANN401
    """One of a few words, which has to be there; None with a fault where it is not."""
    found = location.required(raw, name, str)
    if found is None or location.at(name).check_name("key.unknown", found, known, at_value=True):
        return found
    return None


def _truth(location: Location, raw: Raw, name: str) -> bool:
    """A truth, which is none where nothing is said."""
    found = raw.get(name, False)
    if not isinstance(found, bool):
        location.at(name).refuse("letter.not_truth", ("name", name), at_value=True)
    return found is True


def _body(location: Location, found: object, fields: Mapping[str, Field]) -> Iterator[Part | Grid]:
    """The parts of a form."""
    for here, raw in location.tables(found):
        grid = "rows" in raw
        here.check_keys(raw, _GRID if grid else _PART)
        part = _grid(here, raw, fields) if grid else _part(here, raw, fields)
        if part is not None:
            yield part


def _part(location: Location, raw: Raw, fields: Mapping[str, Field]) -> Part | None:
    """A paragraph, or one for each item of a list."""
    style = _one_of(location, raw, "style", get_args(Style))
    text = "" if style == "space" else location.required(raw, "text", str)
    each = location.optional(raw, EACH, str, "")
    here = location.at("text")
    if not each:
        _check_words(here, text, fields)
    elif location.at(EACH).check_name("letter.unknown_field", each, fields, at_value=True):
        if not fields[each].is_list:
            location.at(EACH).refuse("letter.not_list", ("found", each), at_value=True)
        _check_words(here, text, {**fields, EACH: Field(EACH, EACH, "host")})
        if EACH not in marks_in(text or ""):
            here.refuse("letter.no_each", at_value=True)
    return Part(style, text, each or "") if style and text is not None else None


def _grid(location: Location, raw: Raw, fields: Mapping[str, Field]) -> Grid | None:
    """A table; every row has a cell for each column, the first one not empty."""
    widths = _counts(location.at("widths"), raw.get("widths", []))
    heights = _counts(location.at("heights"), raw.get("heights", []))
    rows = []
    for here, cells in location.at("rows").items(raw["rows"]):
        row = tuple(cell for cell in here.listed(cells) if isinstance(cell, str))
        if len(row) != len(widths) or not row[0]:
            here.refuse("letter.row", ("found", len(row)), ("wanted", len(widths)))
        for index, cell in enumerate(row):
            if not _is_whole_list(cell, fields):
                _check_words(here.at(index), cell, fields)
        rows.append(row)
    if heights and len(heights) != len(rows):
        location.refuse("letter.heights", ("found", len(heights)), ("wanted", len(rows)))
    return Grid(tuple(rows), widths, heights) if rows and widths else None


def _is_whole_list(cell: str, fields: Mapping[str, Field]) -> bool:
    """Whether a cell is a list and nothing else, of which something always stands there."""
    found = MARK.fullmatch(cell)
    field = fields.get(found[1]) if found else None
    return field is not None and field.is_list and not field.is_omitted


def _counts(location: Location, found: object) -> tuple[int, ...]:
    """The whole numbers of a list, each at least 1."""
    counts = []
    for here, item in location.items(found):
        count = here.scalar(item, int)
        if count is not None and count < 1:
            here.refuse("value.below", ("found", count), ("least", 1), at_value=True)
        counts.append(count or 1)
    return tuple(counts)


def _check_words(location: Location, text: object, fields: Mapping[str, Field]) -> None:
    """Words name known fields, none of them a list, and have no other braces."""
    words = text if isinstance(text, str) else ""
    for name in marks_in(words):
        if not location.check_name("letter.unknown_field", name, fields, at_value=True):
            continue
        if fields[name].is_list:
            location.refuse("letter.list_in_words", ("found", name), at_value=True)
    if _BRACES.search(MARK.sub("", words)):
        location.refuse("letter.braces", ("found", words), at_value=True)
