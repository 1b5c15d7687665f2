"""Variants of a policy file as a whole, written differently (改写变体).

A variant that was carried over from the edition before is confirmed for the edition by its first
day; see ``policy.cautions``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.change.splicing import in_table, spliced
from xinfang_core.change.values import toml_value
from xinfang_core.toml_reader import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

_ORDER = ("title", "reading_of", "confirmed")
"""The parts of a variant that are no values, in the order in which they are written."""


def with_variants(text: str, file: str, changed: Mapping[str, Mapping[str, object]]) -> str:
    """The file with some variants written differently, byte for byte the same elsewhere.

    Args:
        text: the whole file.
        file: its name.
        changed: the parts of each variant that are to be written, by its key; None takes one out.

    """
    document = read_toml(text, file)
    splices = [
        splice
        for name, parts in changed.items()
        for splice in in_table(
            document,
            ("variant", name),
            {part: None if one is None else toml_value(one) for part, one in parts.items()},
            _ORDER,
        )
    ]
    return spliced(text, splices)
