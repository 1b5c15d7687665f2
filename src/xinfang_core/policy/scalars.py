"""Single values of a policy file, without any silent conversion (取值).

``"2"`` is not 2, ``true`` is not 1. What is found is refused with a code and facts, and the
caller adds the place.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from xinfang_core.refusals import RefusedError, shown, unknown_name, written_day

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from xinfang_core.vocabulary import Term

_DECIMAL = re.compile(r"[0-9]{1,12}(\.[0-9]{1,6})?")


def read_scalar(found: object, kind: Any) -> Any:  # noqa: ANN401 - one of those below
    """``found`` as a whole number, decimal number, text, date, or name of a closed list.

    Raises:
        RefusedError: it is something else.

    """
    reader = _READERS.get(kind)
    return _term(found, kind) if reader is None else reader(found)


def _integer(found: object) -> int:
    if type(found) is not int:
        raise RefusedError("value.not_integer", ("found", shown(found)))
    return found


def _decimal(found: object) -> Decimal:
    if type(found) is int and found >= 0:
        return Decimal(found)
    if isinstance(found, str) and _DECIMAL.fullmatch(found):
        return Decimal(found)
    raise RefusedError("value.not_decimal", ("found", shown(found)))


def _text(found: object) -> str:
    if not isinstance(found, str) or not found.strip():
        raise RefusedError("value.not_text", ("found", shown(found)))
    return found


def _day(found: object) -> date:
    if type(found) is date:
        return found
    meant = written_day(str(found))
    if meant is None:
        raise RefusedError("value.not_date", ("found", shown(found)))
    raise RefusedError("value.date_form", ("found", shown(found)), ("wanted", meant))


def _term(found: object, terms: type[Term]) -> Term:
    member = _members(terms).get(found) if isinstance(found, str) else None
    if member is None:
        raise unknown_name("value.unknown_term", found, (item.name for item in terms))
    return member


@cache
def _members(terms: type[Term]) -> Mapping[str, Term]:
    """The members by their English keys and Chinese terms; a policy names them by the hundred."""
    return {text: member for member in terms for text in (member.value, member.name)}


_READERS: dict[Any, Callable[[object], object]] = {
    int: _integer,
    Decimal: _decimal,
    str: _text,
    date: _day,
}
