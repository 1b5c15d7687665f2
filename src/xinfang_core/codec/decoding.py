"""Cases from plain data (事项解码): what a host holds as a dictionary, without a file.

It is read as one record of a JSON file is: facts by their English keys or Chinese headers, what
happened as flat dates or as a history under ``events``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Literal, overload

from attrs import field, frozen

from xinfang_core.codec.columns import ALIASES, EVENTS
from xinfang_core.codec.fields import CASE_NO, layout_under
from xinfang_core.codec.options import ReadOptions
from xinfang_core.codec.row_cases import case_of
from xinfang_core.codec.rows import Row
from xinfang_core.codec.showing import not_object
from xinfang_core.errors import MOST_FAULTS, Fault, RecordError
from xinfang_core.refusals import unknown_name
from xinfang_core.vocabulary import Declarations

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from xinfang_core.case import Case
    from xinfang_core.codec.fields import Field

_NOTHING = Declarations()
NUMBER_NAMES = (CASE_NO.name, CASE_NO.chinese, *ALIASES)
"""The keys under which the number of a case may stand."""


@frozen
class Decoded:
    """A case, and what its record holds besides (解码结果).

    Attributes:
        case: the case.
        extra: the keys that are none of ours, with their values as they are.

    """

    case: Case
    extra: Mapping[str, object] = field(factory=dict, repr=False)


@overload
def decode_case(
    record: Mapping[str, object],
    declared: Declarations = ...,
    *,
    extra: Literal["refuse"] = ...,
) -> Case: ...


@overload
def decode_case(
    record: Mapping[str, object], declared: Declarations = ..., *, extra: Literal["keep"]
) -> Decoded: ...


def decode_case(
    record: Mapping[str, object],
    declared: Declarations = _NOTHING,
    *,
    extra: Literal["refuse", "keep"] = "refuse",
) -> Case | Decoded:
    """The case of a record.

    What might tell of a person is not repeated in errors, as where a file is read.

    Args:
        record: plain data, as ``json.loads`` gives it; dates may be ``date`` and amounts
            ``Decimal``.
        declared: the names that the policy declares itself (``policy.declared``).
        extra: what becomes of keys that are none of ours: they are errors, each with the nearest
            known key; or they are kept, and carried through beside the case.

    Raises:
        RecordError: every fault of the record.

    """
    _check_object(record)
    names = layout_under(declared).names
    strange = {key: record[key] for key in record if not _is_ours(key, names)}
    unknown = () if extra == "keep" else tuple(_unknown(strange, names))
    try:
        case = _case(record, declared, names)
    except RecordError as error:
        raise RecordError(*error.faults, *unknown) from None
    if unknown:
        raise RecordError(*unknown)
    return Decoded(case, strange) if extra == "keep" else case


def _case(record: Mapping[str, object], declared: Declarations, names: Mapping[str, Field]) -> Case:
    """The case of the keys that are ours."""
    if not any(key in NUMBER_NAMES and record[key] is not None for key in record):
        raise RecordError(Fault("key.missing", (("name", CASE_NO.name),), path=CASE_NO.name))
    known = {key: value for key, value in record.items() if _is_ours(key, names)}
    values = {key: _plain(value, key) for key, value in known.items() if value is not None}
    return case_of(Row(values, "", 1), ReadOptions(declared=declared))


def _check_object(record: object) -> None:
    if not isinstance(record, Mapping):
        raise RecordError(not_object(record))


def _is_ours(key: object, names: Collection[str]) -> bool:
    """Whether something of a case stands under a key."""
    return key in names or key in NUMBER_NAMES or key == EVENTS


def _unknown(strange: Iterable[object], names: Collection[str]) -> Iterator[Fault]:
    """That keys are none of ours, each with the nearest one that is."""
    for number, key in enumerate(islice(strange, MOST_FAULTS)):
        near = number < _MOST_COMPARED
        refused = unknown_name("key.unknown", key, (*names, EVENTS), suggest=near)
        yield Fault(refused.code, refused.facts, path=str(key))


_MOST_COMPARED = 20
"""So many keys are compared with all that are known: to compare takes long."""

_DEEPEST = 8
"""So deep values may lie in each other; those of a record lie far less deep."""


def _plain(value: object, key: str, depth: int = 0) -> object:
    """Dates and amounts as the text that stands for them; all else as it is."""
    if depth > _DEEPEST:
        raise RecordError(Fault("json.too_deep", path=key))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Mapping):
        return {name: _plain(one, key, depth + 1) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one, key, depth + 1) for one in value]
    return value
