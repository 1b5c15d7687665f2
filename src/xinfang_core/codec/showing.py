"""What of a cell a message may repeat (不外泄): nothing that might tell of a person.

A value is shown where it is short, has no long number in it, and is nearly a date, a number or a
term of the closed list that is wanted. Otherwise its place and what is wanted have to suffice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from attrs import frozen

from xinfang_core.errors import Fault
from xinfang_core.refusals import shown

if TYPE_CHECKING:
    from xinfang_core.messages import Lang

_LONGEST = 20
_FEWEST_OF_A_TERM = 2
_LONG_NUMBER = re.compile(r"\d{6}")
_YEAR = re.compile(r"\d{3,}")
_DATE = re.compile(r"[\d\s/.:+,\[\]年月日号时分秒点上下午AMPamTZ-]*")
_NUMBER = re.compile(r"[\d.,+%¥eE元件条人天日次-]*|true|false|null|\[\]|\{\}")

_OF_ANYTHING = frozenset({"json.not_object", "serve.not_list"})
"""Faults about a value of any kind."""


@frozen
class NotShown:
    """Stands for a value that is not shown."""

    def text(self, lang: Lang = "zh") -> str:
        """That it is not shown."""
        return "（未显示）" if lang == "zh" else "(not shown)"


def without_values(fault: Fault) -> Fault:
    """The same fault, without the value of a cell that might tell of a person."""
    kind, _, _ = fault.code.partition(".")
    if kind not in {"moment", "value"} and fault.code not in _OF_ANYTHING:
        return fault
    facts = dict(fault.facts)
    found = normalize("NFKC", str(facts["found"])).strip('"')
    is_long = len(found) > _LONGEST or _LONG_NUMBER.search(found)
    if not is_long and _is_of_its_kind(kind, found, facts):
        return fault
    return fault._replace(facts=(*(facts | {"found": NotShown()}).items(),))


def _is_of_its_kind(kind: str, found: str, facts: dict[str, object]) -> bool:
    """Whether a value is nearly a date, a number, or a term of the closed list."""
    if (_DATE if kind == "moment" else _NUMBER).fullmatch(found):
        # A date has one year, a telephone number several parts as long as that.
        return len(_YEAR.findall(found)) <= 1
    known = facts.get("known")
    if "nearest" in facts or not isinstance(known, tuple):
        return "nearest" in facts
    is_long = len(found) >= _FEWEST_OF_A_TERM
    return is_long and any(found in term or term in found for term in known)


def not_object(found: object, path: str = "") -> Fault:
    """That something stands where an object is wanted, as far as it may be shown."""
    return without_values(Fault("json.not_object", (("found", shown(found)),), path=path))


def is_hidden(fault: Fault) -> bool:
    """Whether a value of a fault is not shown."""
    return any(isinstance(value, NotShown) for _, value in fault.facts)
