"""What happened, written in one cell (经过): a day, what happened, and more about it."""

from __future__ import annotations

import re

from xinfang_core.refusals import RefusedError

_BETWEEN = re.compile(r"[；;\r\n]+")
_EVENT = re.compile(
    r"(?P<at>\S+(?:[ \u3000]+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?)"
    r"\s+(?P<kind>[^\s=\uff1d]+)(?P<more>(?:\s+[^\s=\uff1d]+[=\uff1d]\S+)*)"
)
_PAIR = re.compile(r"([^\s=\uff1d]+)[=\uff1d](\S+)")


def read_events(cell: str) -> list[object]:
    """The events of a cell such as ``2025-10-03 督办 督办措施=提醒函；2025-10-08 见面``.

    Each is given as a record has it in JSON, its values as text. An instant may be written with
    a blank before its time.

    Raises:
        RefusedError: a part that has not this form.

    """
    parts = [part.strip() for part in _BETWEEN.split(cell) if part.strip()]
    return [_event(part, number) for number, part in enumerate(parts, 1)]


def _event(text: str, number: int) -> dict[str, str]:
    found = _EVENT.fullmatch(text)
    if found is None:
        raise RefusedError("example.no_event", ("number", number))
    record = {"at": found["at"].replace("\u3000", " "), "kind": found["kind"]}
    for key, value in _PAIR.findall(found["more"]):
        if key in record:
            raise RefusedError("example.event_twice", ("number", number))
        record[key] = value
    return record
