"""Values and names as a policy file writes them (取值的写法)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_args

from xinfang_core.codec.notices.writing import quoted
from xinfang_core.vocabulary import Absent, Term, find_term

if TYPE_CHECKING:
    from collections.abc import Mapping

_OWN = ("kind", "event", "limit", "measure")
"""The sections of which the official names may stand where a name is wanted."""


def toml_value(value: object) -> str:
    """A value of TOML as text: a day and a whole number bare, a list on one line."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Sequence):
        return f"[{', '.join(map(toml_value, value))}]"
    return value.isoformat() if isinstance(value, date) else str(value)


def plain_value(value: object) -> object:
    """A value as TOML has it: a name by its key, a decimal number without loss, a list."""
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else str(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain_value(item) for item in value]
    return getattr(value, "name", value)


def english_key(name: str, kind: Any, data: Mapping[str, Any]) -> str:  # noqa: ANN401 - any annotation
    """The English key of a name that may be the Chinese term; other names as they are.

    Args:
        name: the name as written.
        kind: the closed list, or the union of one with declared names.
        data: the file, of which the declared names are known too.

    """
    if kind is str:
        return name
    for terms in (*(get_args(kind) or (kind,)), Absent):
        if isinstance(terms, type) and issubclass(terms, Term) and (term := find_term(terms, name)):
            return term.name
    for section in _OWN:
        for key, written in data.get(section, {}).items():
            if _official(written) == name:
                return str(key)
    return name


def _official(written: object) -> object:
    """The official name of what is declared, plain or with a citation of its own."""
    name = written.get("name") if isinstance(written, dict) else None
    return name.get("value") if isinstance(name, dict) else name
