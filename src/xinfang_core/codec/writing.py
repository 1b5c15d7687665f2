"""Cases to records (记录写出): what ``read_records`` reads back as the same case."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from xinfang_core.codec.fields import AGENT, EVENT_FIELDS, FACTS
from xinfang_core.codec.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.case import Case
    from xinfang_core.codec.fields import Field
    from xinfang_core.codec.plain import Json

_NOT_RECORDED = (None, "", ())


def encode_case(case: Case) -> Json:
    """A case as a JSON record: its facts by English key, its history under ``events``.

    What is not recorded is left out; amounts are text, so that they stay exact.
    """
    return {
        "case_no": case.case_no,
        **dict(_recorded(case, FACTS)),
        **dict(_recorded(case.agent, AGENT)),
        "events": [dict(_recorded(event, EVENT_FIELDS)) for event in case.history.events],
    }


def _recorded(owner: object, fields: Iterable[Field]) -> Iterator[tuple[str, object]]:
    """The facts that are recorded, each under the key of its column."""
    for one in fields:
        value = getattr(owner, one.fact, None)
        if value not in _NOT_RECORDED:
            yield one.name, f"{value:f}" if isinstance(value, Decimal) else plain(value)
