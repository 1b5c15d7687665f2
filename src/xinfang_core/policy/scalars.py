"""Single values of a policy file, without any silent conversion (取值).

``"2"`` is not 2, ``true`` is not 1. cattrs chooses by type; what it finds is refused with a
code and facts, and the caller adds the place.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from xinfang_core.refusals import RefusedError, shown, unknown_name
from xinfang_core.vocabulary import Term, find_term

if TYPE_CHECKING:
    from cattrs import Converter

_DECIMAL = re.compile(r"[0-9]{1,12}(\.[0-9]{1,6})?")


def _integer(found: object, _type: type[int]) -> int:
    if type(found) is not int:
        raise RefusedError("value.not_integer", ("found", shown(found)))
    return found


def _decimal(found: object, _type: type[Decimal]) -> Decimal:
    if type(found) is int and found >= 0:
        return Decimal(found)
    if isinstance(found, str) and _DECIMAL.fullmatch(found):
        return Decimal(found)
    raise RefusedError("value.not_decimal", ("found", shown(found)))


def _text(found: object, _type: type[str]) -> str:
    if not isinstance(found, str) or not found.strip():
        raise RefusedError("value.not_text", ("found", shown(found)))
    return found


def _day(found: object, _type: type[date]) -> date:
    if type(found) is not date:
        raise RefusedError("value.not_date", ("found", shown(found)))
    return found


def _term(found: object, terms: type[Term]) -> Term:
    member = find_term(terms, found) if isinstance(found, str) else None
    if member is None:
        raise unknown_name("value.unknown_term", found, (item.name for item in terms))
    return member


def _is_term(kind: Any) -> bool:  # noqa: ANN401 - cattrs asks about any annotation
    return isinstance(kind, type) and issubclass(kind, Term)


def strict_converter() -> Converter:
    """A cattrs converter that refuses instead of converting."""
    from cattrs import Converter

    converter = Converter()
    converter.register_structure_hook(int, _integer)
    converter.register_structure_hook(Decimal, _decimal)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(date, _day)
    converter.register_structure_hook_func(_is_term, _term)
    return converter
