"""The next edition of a policy (新版本): the newest one with its head changed, its values kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xinfang_core.change.splicing import Splice, in_table, spliced
from xinfang_core.change.values import toml_value
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render
from xinfang_core.policy.edition import UNDATED
from xinfang_core.toml_reader import read_toml
from xinfang_core.vocabulary import EventKind, find_term

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


def renewed(text: str, file: str, effective: date, notice: str) -> str:
    """The text of the edition that follows another one.

    Everything is carried over byte for byte but the head: the first day, the title of the notice,
    the sentence about running cases. A variant's ``confirmed`` stays what it was, so that it is
    to be confirmed anew.

    Args:
        text: the newest edition so far, a file that reads.
        file: its name.
        effective: the first day of the next one.
        notice: title of the document that changes it.

    Raises:
        MisuseError: the day is not later than that edition's.

    """
    document = read_toml(text, file)
    before = first_day(text, file)
    if str(effective) <= before:
        raise MisuseError(Fault("change.not_later", (("day", effective), ("before", before)), file))
    facts = {"day": effective, "notice": notice, "file": file}
    comment = Splice(0, 0, render("change.comment", facts) + "\n")
    return spliced(text, (comment, *_head(document, effective, notice)))


def _head(document: Document, effective: date, notice: str) -> Iterator[Splice]:
    """What changes the head."""
    head: Any = document.data["policy"]
    picked_by = find_term(EventKind, head["picked_by"]) or EventKind.register
    facts = {"day": effective, "event": picked_by, "notice": notice}
    sentence = toml_value(render("change.transition", facts))
    wanted: dict[str, str | None] = {
        "notice": toml_value(notice),
        "effective": toml_value(effective),
    }
    if isinstance(head["transition"], dict):
        kept = {"open_cases": toml_value("keep"), "switch_on": None, "text": sentence}
        yield from in_table(document, ("policy", "transition"), kept, _TRANSITION)
    else:
        wanted["transition"] = sentence
    yield from in_table(document, ("policy",), wanted, _HEAD)
