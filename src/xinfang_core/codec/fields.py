"""The columns of a flat record (登记表字段), in English and official Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar
from unicodedata import category

from attrs import frozen

from xinfang_core.codec.moments import read_moment
from xinfang_core.policy.scalars import RefusedError, shown, unknown_name
from xinfang_core.vocabulary import (
    AgentCategory,
    CaseClass,
    EventKind,
    Grade,
    ReplyKind,
    Role,
    Route,
    Settled,
    Term,
    find_term,
)

if TYPE_CHECKING:
    from collections.abc import Callable

TermType = TypeVar("TermType", bound=Term)
_TRUTH: dict[str, bool] = {
    "是": True,
    "否": False,
    "yes": True,
    "no": False,
    "true": True,
    "false": False,
    "1": True,
    "0": False,
}
_MOST_DIGITS = 4


def _text(found: object) -> str:
    if not isinstance(found, str) or not found.strip():
        raise RefusedError("value.not_text", ("found", shown(found)))
    # Half a character pair cannot be written, a line feed or escape garbles what is printed.
    if any(category(character) in {"Cc", "Cs"} for character in found.strip()):
        raise RefusedError("value.control_character", ("found", shown(found)))
    return found.strip()


def _truth(found: object) -> bool:
    """A JSON truth value, or the Chinese words for it; 1 is not true."""
    if type(found) is bool:
        return found
    if isinstance(found, str) and found in {"是", "否"}:
        return found == "是"
    raise RefusedError("value.not_truth", ("found", shown(found)))


def _truth_cell(cell: object) -> bool:
    known = _TRUTH.get(str(cell).strip().lower())
    if known is None:
        raise RefusedError("value.not_truth", ("found", shown(cell)))
    return known


def _count(found: object) -> int:
    """A JSON whole number; "2" is not 2."""
    if type(found) is not int:
        raise RefusedError("value.not_integer", ("found", shown(found)))
    return found


def _count_cell(cell: object) -> int:
    text = str(cell).strip()
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise RefusedError("value.not_count", ("found", shown(cell)), ("most", _MOST_DIGITS))
    return int(text)


def _term(terms: type[TermType]) -> Callable[[object], TermType]:
    def read(found: object) -> TermType:
        text = found.strip() if isinstance(found, str) else None
        member = (
            (find_term(terms, text) or find_term(terms, text.removesuffix("类"))) if text else None
        )
        if member is None:
            names = [name for term in terms for name in (term.name, str(term.value))]
            raise unknown_name("value.unknown_term", found, names)
        return member

    return read


def _settled(found: object) -> Settled:
    """A truth value as any other flag, or the key of the closed list."""
    member = find_term(Settled, found) if isinstance(found, str) else None
    return member or (Settled.yes if _truth(found) else Settled.no)


def _settled_cell(cell: object) -> Settled:
    return Settled.yes if _truth_cell(cell) else Settled.no


@frozen
class Field:
    """One column.

    Attributes:
        name: English key.
        chinese: official header.
        read: the value from a JSON value, or from any text; refuses what it is not.
        event: for a date, the event it records.
        cell: the value from a cell of a table, where all is text; None: as ``read``.

    """

    name: str
    chinese: str
    read: Callable[[object], object]
    event: EventKind | None = None
    cell: Callable[[object], object] | None = None


FIELDS = (
    Field("case_no", "信访件编号", _text),
    Field("registered_at", "登记日期", read_moment, EventKind.register),
    Field("received_at", "收到日期", read_moment, EventKind.receive),
    Field("accepted_at", "受理日期", read_moment, EventKind.accept),
    Field("notified_at", "告知日期", read_moment, EventKind.notify),
    Field("extended_at", "延期批准日期", read_moment, EventKind.extend),
    Field("extension", "延长天数", _count, cell=_count_cell),
    Field("reason_told", "已告知延期理由", _truth, cell=_truth_cell),
    Field("concluded_at", "办结日期", read_moment, EventKind.conclude),
    Field("replied_at", "答复日期", read_moment, EventKind.reply),
    Field("delivered_at", "送达日期", read_moment, EventKind.deliver),
    Field("evaluated_at", "评价日期", read_moment, EventKind.evaluate),
    Field("agent_grade", "代理员满意度", _term(Grade)),
    Field("handling_body_grade", "承办单位满意度", _term(Grade)),
    Field("category", "事项类别", _term(ReplyKind)),
    Field("urgent", "紧急标志", _truth, cell=_truth_cell),
    Field("needs_investigation", "需要调查协调", _truth, cell=_truth_cell),
    Field("consultation", "咨询标志", _truth, cell=_truth_cell),
    Field("case_class", "信访类别", _term(CaseClass)),
    Field("route", "办理途径", _term(Route)),
    Field("contact_unclear", "姓名住址不清", _truth, cell=_truth_cell),
    Field("settled", "息诉息访", _settled, cell=_settled_cell),
    Field("agent_no", "代理员编号", _text),
    Field("agent_category", "代理员类别", _term(AgentCategory)),
)
"""Every column of a flat record, in the order of a register."""

EVENT_FIELDS = (
    Field("kind", "事件", _term(EventKind)),
    Field("at", "时间", read_moment),
    Field("extension", "延长天数", _count),
    Field("reason_told", "已告知延期理由", _truth),
    Field("grade", "满意度", _term(Grade)),
    Field("target", "评价对象", _term(Role)),
)
"""The keys of one event in a history."""

NAMES = {name: field for field in FIELDS for name in (field.name, field.chinese)}
"""A field by either of its names."""

EVENT_NAMES = {name: field for field in EVENT_FIELDS for name in (field.name, field.chinese)}
"""A key of an event by either of its names."""
