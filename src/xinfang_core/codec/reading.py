"""How one value of a record is read (取值读法), by its type; whatever it is not is refused.

A JSON value keeps its own type (``"2"`` is not 2); in a cell of a table all is text. Programs
that mark what is missing write whole numbers as 5.0: such a number is 5.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from unicodedata import category

from xinfang_core.codec.moments import read_day
from xinfang_core.refusals import RefusedError, shown, unknown_name
from xinfang_core.vocabulary import Settled, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

TermType = TypeVar("TermType", bound=Term)

_TRUTH: dict[str, bool] = {
    "是": True,
    "否": False,
    "yes": True,
    "no": False,
    "true": True,
    "false": False,
    "1": True,
    "0": False,
    "1.0": True,
    "0.0": False,
}
_MOST_DIGITS = 4
_COUNT = re.compile(rf"([0-9]{{1,{_MOST_DIGITS}}})(\.0+)?")
# What a spreadsheet makes of a long number: only its first digits are left.
_ROUNDED = re.compile(r"[0-9](\.[0-9]+)?[Ee]\+[0-9]{2,}")
_YUAN = re.compile(r"[0-9]{1,12}(\.[0-9]{1,2})?")
_SEPARATORS = re.compile("[；;]")
# So large a number comes through a binary fraction with every digit.
_CERTAIN = 10**15
_COMMA = "、"
"""Separates the items of a list, and stands within some of its terms too."""


class Reader(NamedTuple):
    """How a value is read: as JSON has it, and as a cell of a table has it."""

    value: Callable[[object], object]
    cell: Callable[[object], object]


def reader(kind: Any, *, many: bool = False) -> Reader:  # noqa: ANN401 - a type, or the names
    """The reader of one value of a type, or of a list of terms."""
    if many:
        known = _names(kind)
        return Reader(lambda found: _terms(found, known), lambda cell: _listed(cell, known))
    if kind in _READERS:
        return _READERS[kind]
    read = _term(kind)
    return Reader(read, read)


def _text(found: object) -> str:
    """A number of a case or an agent: text, or a whole number of JSON."""
    number = _whole(found)
    text = found.strip() if isinstance(found, str) else "" if number is None else str(number)
    written = text or (repr(found) if type(found) is float else "")
    if _ROUNDED.fullmatch(written):
        raise RefusedError("value.rounded_number", ("found", written))
    if not text:
        raise RefusedError("value.not_text", ("found", shown(found)))
    # Half a character pair cannot be written, a line feed or escape garbles what is printed.
    if any(category(character) in {"Cc", "Cs"} for character in text):
        raise RefusedError("value.control_character", ("found", shown(found)))
    return text


def _whole(found: object) -> int | None:
    """A whole number of JSON, 5.0 among them as long as every digit of it is certain."""
    if type(found) is float and found.is_integer() and abs(found) < _CERTAIN:
        return int(found)
    return found if type(found) is int else None


def _truth(found: object) -> bool:
    """A JSON truth value, or the Chinese words for it; 1 is not true."""
    if type(found) is bool:
        return found
    if isinstance(found, str) and found in {"是", "否"}:
        return found == "是"
    raise RefusedError("value.not_truth", ("found", shown(found)))


def _truth_cell(cell: object) -> bool:
    known = _TRUTH.get(str(cell).strip().lower())
    if known is None:
        raise RefusedError("value.not_truth", ("found", shown(cell)))
    return known


def _settled(found: object) -> Settled:
    """A truth value as any other flag, or the key of the closed list."""
    if isinstance(found, str) and found in Settled.__members__:
        return Settled[found]
    return Settled.yes if _truth(found) else Settled.no


def _settled_cell(cell: object) -> Settled:
    return Settled.yes if _truth_cell(cell) else Settled.no


def _count(found: object) -> int:
    """A JSON whole number; "2" is not 2."""
    number = _whole(found)
    if number is None:
        raise RefusedError("value.not_integer", ("found", shown(found)))
    return number


def _count_cell(cell: object) -> int:
    match = _COUNT.fullmatch(str(cell).strip())
    if match is None:
        raise RefusedError("value.not_count", ("found", shown(cell)), ("most", _MOST_DIGITS))
    return int(match[1])


def _yuan(found: object) -> Decimal:
    """Yuan and fen as a JSON number, or as text; no unit, no separators of thousands."""
    # So few digits come through a binary fraction as they were written.
    text = found.strip() if isinstance(found, str) else repr(found)
    if type(found) not in {int, float, str} or not _YUAN.fullmatch(text):
        raise RefusedError("value.not_yuan", ("found", shown(found)))
    return Decimal(text)


_READERS: Mapping[type, Reader] = {
    str: Reader(_text, _text),
    bool: Reader(_truth, _truth_cell),
    int: Reader(_count, _count_cell),
    Decimal: Reader(_yuan, _yuan),
    date: Reader(read_day, read_day),
    Settled: Reader(_settled, _settled_cell),
}


def _names(terms: Iterable[Any]) -> dict[str, Any]:
    """The members of a closed list by English key and by Chinese term."""
    return {name: term for term in terms for name in (term.name, str(term.value))}


def _unknown(found: object, known: Mapping[str, object]) -> RefusedError:
    return unknown_name("value.unknown_term", found, known)


def _term(terms: Iterable[Any]) -> Callable[[object], object]:
    known = _names(terms)

    def read(found: object) -> object:
        text = found.strip() if isinstance(found, str) else ""
        member = known.get(text) or known.get(text.removesuffix("类"))
        if member is None:
            raise _unknown(found, known)
        return member

    return read


def _terms(found: object, known: Mapping[str, object]) -> tuple[object, ...]:
    """A JSON list of terms, or the text of a cell."""
    if isinstance(found, str):
        return _listed(found, known)
    if not isinstance(found, list):
        raise RefusedError("value.not_list", ("found", shown(found)))
    for item in found:
        if not isinstance(item, str) or item not in known:
            raise _unknown(item, known)
    return tuple(known[item] for item in found)


def _listed(cell: object, known: Mapping[str, object]) -> tuple[object, ...]:
    """The terms of a cell, between ；, or between 、 where that belongs to no term."""
    return tuple(
        known[name]
        for part in _SEPARATORS.split(str(cell))
        if part.strip()
        for name in _split(part, known)
    )


def _split(text: str, known: Mapping[str, object]) -> list[str]:
    """The names in a text, each as long as it can be."""
    pieces = [piece.strip() for piece in text.split(_COMMA)]
    most = 1 + max(name.count(_COMMA) for name in known)
    names: list[str] = []
    at = 0
    while at < len(pieces):
        ends = range(min(at + most, len(pieces)), at, -1)
        end = next((end for end in ends if _COMMA.join(pieces[at:end]) in known), None)
        if end is None:
            raise _unknown(pieces[at], known)
        names.append(_COMMA.join(pieces[at:end]))
        at = end
    return names
