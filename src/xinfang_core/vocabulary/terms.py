"""What every closed list of the field has in common (术语).

A member's name is the English key, used in JSON, TOML and CSV; its value is the official
Chinese term. On input both are accepted, on output always the key.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from xinfang_core.messages import Lang


class Term(Enum):
    """Base of every closed list: English key by name, Chinese term by value."""

    # Members are singletons; hashing by identity keeps table look-ups as fast as they can be.
    __hash__ = object.__hash__

    def text(self, lang: Lang = "zh") -> str:
        """The official term in Chinese, or the key as English words."""
        # ``value`` would be looked up by a descriptor, at several times the cost.
        return str(self._value_) if lang == "zh" else self.name.replace("_", " ")


TermType = TypeVar("TermType", bound=Term)


def find_term(terms: type[TermType], text: str) -> TermType | None:
    """The member whose English key or Chinese term is ``text``; None where there is none."""
    named = terms.__members__.get(text)
    return named or next((member for member in terms if member.value == text), None)
