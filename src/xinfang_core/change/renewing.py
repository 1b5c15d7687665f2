"""The next edition of a policy (新版本): the newest one with its head changed, its values kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from xinfang_core.change.splicing import Splice, in_table, spliced
from xinfang_core.change.values import toml_value
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render
from xinfang_core.policy.edition import UNDATED
from xinfang_core.toml_reader import read_toml
from xinfang_core.vocabulary import EventKind, OpenCases, find_term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from xinfang_core.toml_reader import Document

_HEAD = (
    *("id", "title", "notice", "effective", "fills", "picked_by", "reading", "outside_as"),
    "transition",
)
"""The head of a policy in the order in which it is written."""

_TRANSITION = ("open_cases", "switch_on", "text")


def first_day(text: str, file: str) -> str:
    """The first day that a file gives, in an order in which an undated one comes first."""
    head: Any = read_toml(text, file).data.get("policy")
    found = head.get("effective", "") if isinstance(head, dict) else ""
    return "" if found == UNDATED else str(found)


def newest_first(texts: Mapping[str, str]) -> list[str]:
    """The names of a policy's files, that of the newest edition first."""
    days = {name: first_day(text, name) for name, text in texts.items()}
    return sorted(days, key=days.__getitem__, reverse=True)


@frozen
class NewHead:
    """What the head of the next edition says otherwise.

    Attributes:
        effective: its first day.
        notice: title of the document that it is made by.
        open_cases: what becomes of the cases that are open when it takes force.
        switch_on: the day from which they fall under it, where they switch on another day.

    """

    effective: date
    notice: str
    open_cases: OpenCases = OpenCases.keep
    switch_on: date | None = None


def renewed(text: str, file: str, head: NewHead) -> str:
    """The text of the edition that follows another one.

    Everything is carried over byte for byte but the head: the first day, the title of the notice,
    what becomes of open cases. A variant's ``confirmed`` stays what it was, so that it is to be
    confirmed anew.

    Args:
        text: the newest edition so far, a file that reads.
        file: its name.
        head: what the next one says otherwise.

    Raises:
        MisuseError: the day is not later than that edition's.

    """
    document = read_toml(text, file)
    before = first_day(text, file)
    if str(head.effective) <= before:
        facts = (("day", head.effective), ("before", before))
        raise MisuseError(Fault("change.not_later", facts, file))
    told = {"day": head.effective, "notice": head.notice, "file": file}
    comment = Splice(0, 0, render("change.comment", told) + "\n")
    return spliced(text, (comment, *_head(document, head)))


def _head(document: Document, new: NewHead) -> Iterator[Splice]:
    """What changes the head."""
    head: Any = document.data["policy"]
    parts = _transition(head["picked_by"], new)
    wanted: dict[str, str | None] = {
        "notice": toml_value(new.notice),
        "effective": toml_value(new.effective),
    }
    if isinstance(head["transition"], dict):
        yield from in_table(document, ("policy", "transition"), parts, _TRANSITION)
    elif new.open_cases is OpenCases.keep:
        wanted["transition"] = parts["text"]
    else:
        told = ", ".join(f"{name} = {parts[name]}" for name in _TRANSITION if parts[name])
        wanted["transition"] = f"{{ {told} }}"
    yield from in_table(document, ("policy",), wanted, _HEAD)


def _transition(picked_by: str, new: NewHead) -> dict[str, str | None]:
    """What becomes of open cases, as written."""
    day = new.switch_on or new.effective
    event = find_term(EventKind, picked_by) or EventKind.register
    facts = {"day": new.effective, "event": event, "notice": new.notice, "switch_on": day}
    code = "change.transition" if new.open_cases is OpenCases.keep else "change.switching"
    return {
        "open_cases": toml_value(new.open_cases.name),
        "switch_on": toml_value(new.switch_on) if new.switch_on else None,
        "text": toml_value(render(code, facts)),
    }
