"""The columns of a table of examples (算例的列): machine names, and the labels beneath them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from xinfang_core.codec.columns import EVENTS
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.codec.fields import Field

WANT, GIVEN = "want.", "given."
"""What the names of columns begin with that say what is wanted, and what a rule is given."""

CODES, NOT_CODES, ERROR = "want.codes", "want.not_codes", "want.error"
OUTCOME, UNIT = "want.outcome", "want.unit"

UNCONFIRMED = "unconfirmed"
"""The column of the mark that nobody has confirmed the wanted answers of a row."""

FIXED = {
    "id": "编号",
    "policy": "办法",
    "variant": "变体",
    "as_of": "评估日",
    "known_on": "所知日",
    "allow_assumed": "采用推定值",
    "question": "问题",
    "clause": "条款",
    "source": "核算方法",
    "note": "说明",
    UNCONFIRMED: "未确认",
}
"""The columns that every table may have, with their labels."""

NEEDED = ("id", "as_of", "known_on")
"""The columns that every row has to fill."""

_FIXED_NAMES = {name: key for key, label in FIXED.items() for name in (key, label)}
_SPECIAL = (CODES, NOT_CODES, ERROR, OUTCOME, UNIT)


def machine_name(header: str, names: Mapping[str, Field]) -> str:
    """The machine name of a column that may be called in Chinese; itself where it is not known.

    Args:
        header: what stands in the first row.
        names: the facts of a case by either of their names.

    """
    if header in _FIXED_NAMES:
        return _FIXED_NAMES[header]
    field = names.get(header)
    return field.name if field else header


def plain_header(header: str) -> str:
    """A header without what nobody sees: blanks around it, signs of full width."""
    return normalize("NFKC", header).strip()


def is_wanted(name: str) -> bool:
    """Whether a column says what an answer is to be."""
    return name.startswith(WANT)


def is_fixed_want(name: str) -> bool:
    """Whether a column of wants is one that every table may have."""
    return name in _SPECIAL or name.startswith(f"{OUTCOME}.")


def label_of(name: str, names: Mapping[str, Field], titles: Mapping[str, str]) -> str:
    """The Chinese label of a column.

    Args:
        name: its machine name.
        names: the facts of a case by either of their names.
        titles: the Chinese headers of the columns of answers.

    """
    if name in FIXED:
        return FIXED[name]
    if name == EVENTS:
        return render("example.label.events", {})
    if name.startswith(GIVEN):
        return render("example.label.given", {"name": name.removeprefix(GIVEN)})
    if is_fixed_want(name):
        part = name.removeprefix(OUTCOME).removeprefix(".")
        return render(_LABELS.get(name, "example.label.part"), {"part": part})
    if is_wanted(name):
        key = name.removeprefix(WANT)
        return render("example.label.want", {"name": titles.get(key, key)})
    return names[name].chinese if name in names else name


_LABELS = {
    CODES: "example.label.codes",
    NOT_CODES: "example.label.not_codes",
    ERROR: "example.label.error",
    OUTCOME: "example.label.outcome",
    UNIT: "example.label.unit",
}
