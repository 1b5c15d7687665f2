"""JSON as strict as its standard (JSON 读取): no key twice, no NaN, each fault with its place."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.errors import MOST_FAULTS, Fault, RecordError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from xinfang_core.decision import Facts

    Odd = Mapping[int, tuple[object, tuple[str, ...]]]
    """Keys that an object has twice, by the object's identity; the object is kept with them."""


@frozen
class NoNumber:
    """A number that is none of JSON, such as ``NaN``, or one that is too long to be one."""

    text: str

    def slip(self) -> tuple[str, Facts]:
        """What is wrong with it: code and facts."""
        if self.text.lstrip("-").isdigit():
            return "json.long_number", (("found", len(self.text)),)
        return "json.not_a_number", (("found", self.text),)


def read_json(text: str, file: str, line: int = 0) -> tuple[object, tuple[Fault, ...]]:
    """One JSON value, and what no JSON may have although Python would read it.

    Args:
        text: the value as written.
        file: named in faults.
        line: the line of the file where it stands; 0: it is the whole file.

    Raises:
        RecordError: not JSON at all.

    """
    import json

    odd: dict[int, tuple[object, tuple[str, ...]]] = {}
    numbers: list[NoNumber] = []

    def collect(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            odd[id(found)] = (found, tuple(_twice(pairs)))
        return found

    def no_number(written: str) -> NoNumber:
        numbers.append(NoNumber(written))
        return numbers[-1]

    try:
        value = _loaded(text, collect, no_number)
        # Hardly any file has such slips, so hardly any is searched for them.
        found = tuple(islice(_slips(value, "", odd), MOST_FAULTS)) if odd or numbers else ()
    except json.JSONDecodeError as error:
        at = line or error.lineno
        raise RecordError(Fault("json.bad_form", (), file, at, error.colno)) from None
    except RecursionError:
        raise RecordError(Fault("json.too_deep", (), file, line)) from None
    return value, tuple(Fault(code, facts, file, line, path=path) for code, facts, path in found)


def _loaded(
    text: str,
    collect: Callable[[list[tuple[str, object]]], object],
    no_number: Callable[[str], object],
) -> object:
    """The value; where a number is too long for one, once more in search of it."""
    import json

    def whole(written: str) -> object:
        try:
            return int(written)
        except ValueError:
            return no_number(written)

    try:
        return json.loads(text, object_pairs_hook=collect, parse_constant=no_number)
    except json.JSONDecodeError:
        raise
    except ValueError:
        return json.loads(
            text, object_pairs_hook=collect, parse_constant=no_number, parse_int=whole
        )


def _twice(pairs: list[tuple[str, object]]) -> Iterator[str]:
    """The keys that come again."""
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            yield key
        seen.add(key)


def _slips(value: object, path: str, odd: Odd) -> Iterator[tuple[str, Facts, str]]:
    """Code, facts and path of everything below ``value`` that is no JSON."""
    if isinstance(value, dict):
        _, twice = odd.get(id(value), (value, ()))
        for key in twice:
            yield "json.key_twice", (("found", key),), path
        for key, item in value.items():
            yield from _slips(item, f"{path}.{key}" if path else key, odd)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _slips(item, f"{path}[{index}]", odd)
    elif isinstance(value, NoNumber):
        yield *value.slip(), path
