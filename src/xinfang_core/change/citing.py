"""What a changed value has to cite (改动的依据): a clause that came with the edition.

Whoever changes a value because of a notice cites the notice. A clause says since when it is one
of the source's; those of an edition are the ones since its first day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xinfang_core.toml_reader import read_toml
from xinfang_core.workbook.written import written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.policy import Edition, Policy


def clauses_since(data: Mapping[str, Any], effective: object) -> tuple[str, ...]:
    """The ids of the clauses that came with an edition.

    Args:
        data: its file, as TOML gives it.
        effective: its first day.

    """
    return tuple(one["id"] for one in data.get("clause", ()) if one.get("since") == effective)


def values_before(policy: Policy, edition: Edition) -> Mapping[str, object] | None:
    """What the edition before said, by the address of each value; None where there is none."""
    following = policy.editions[policy.editions.index(edition) + 1 :]
    older = next((one for one in following if one.texts[-1:] != edition.texts[-1:]), None)
    if older is None:
        return None
    found = written(read_toml(older.texts[-1], older.file).data)
    return {one.address: (one.value, one.parts.get("unit")) for one in found}
