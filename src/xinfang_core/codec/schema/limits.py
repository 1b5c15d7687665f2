"""Where a limit stands (期限的情况), in each size of an answer, and what of it goes together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from xinfang_core.codec.schema.shapes import (
    A_COUNT,
    A_DAY,
    A_MOMENT,
    NOTHING,
    an_object,
    any_of,
    one_of,
    or_null,
    ref,
    titled,
)
from xinfang_core.codec.sizes import runs
from xinfang_core.deadline import MISSED, Deadline
from xinfang_core.vocabulary import Absent, Certainty, Status, Undetermined

if TYPE_CHECKING:
    from collections.abc import Collection

    from xinfang_core.codec.plain import Json

UNKNOWN, NONE = Undetermined.undetermined.name, Absent.none.name
NO_ANSWERS = {UNKNOWN: "无法确定", NONE: "问题不存在"}
"""What stands for no answer."""


class Stands(NamedTuple):
    """Where a limit stands.

    Attributes:
        said: the members that say it.
        optional: those of them that it may lack.
        together: which values go together.

    """

    said: dict[str, Json]
    optional: Collection[str]
    together: Json


_ENDS = {
    "due": titled("届满日", A_DAY),
    "overdue_working_days": titled("逾期工作日", A_COUNT),
    "due_at": titled("届满的时刻", A_MOMENT),
}
_EARLIEST, _LATEST = titled("不会早于", A_DAY), titled("预计不会晚于", A_DAY)
_OUTCOME = titled("届满日；没有的为空", any_of(A_DAY, one_of(NO_ANSWERS), NOTHING))

_SOME: Json = {"not": NOTHING}

_BY_HOW_MUCH: Json = {
    "if": {"properties": {"status": {"enum": [one.name for one in Status if one in MISSED]}}},
    "then": {"required": ["overdue_working_days"]},
    "else": {"properties": {"overdue_working_days": {"const": 0}}},
}
"""Only a limit that was missed has days by which it was."""

_UNDATED: tuple[Json, ...] = (
    {"properties": {"outcome": {"const": UNKNOWN}, "status": {"const": UNKNOWN}}},
    {"properties": {"outcome": NOTHING, "status": {"not": {"enum": [None, UNKNOWN]}}}},
)
"""How a limit without a last day is told: by the same word as its status, or not at all."""

_NO_LIMIT: Json = {"properties": {"outcome": {"const": NONE}, "status": NOTHING}}
"""How it is told that there is no limit."""


def running() -> Json:
    """Where a limit stands that runs or ran, in a few words."""
    idle = [one for one in Status if not runs(Deadline(one))]
    return {**an_object({"status": _statuses(*idle), **_ENDS}, _ENDS), **_BY_HOW_MUCH}


def told_limit() -> Stands:
    """Where a limit stands, without what says nothing."""
    bounds: dict[str, Json] = {
        "certainty": titled("确定程度", {"const": Certainty.provisional.name}),
        "earliest": _EARLIEST,
        "latest": _LATEST,
    }
    said = {"outcome": _OUTCOME, "status": _statuses(Status.not_started), **_ENDS, **bounds}
    dated = {
        "if": {"required": ["due"]},
        "then": {"properties": {"outcome": A_DAY}},
        "else": {"oneOf": [*_UNDATED]},
    }
    at_once: Json = {one: [name for name in bounds if name != one] for one in bounds}
    together: Json = {"dependentRequired": at_once, "allOf": [_BY_HOW_MUCH, dated]}
    return Stands(said, {*_ENDS, *bounds}, together)


def whole_limit() -> Stands:
    """Where a limit stands; nothing where there is none, or no day to tell."""
    bounds: dict[str, Json] = {
        "certainty": titled("确定程度", ref("Certainty")),
        "earliest": _EARLIEST,
        "latest": _LATEST,
    }
    said = {"outcome": _OUTCOME, "status": or_null(ref("Status")), "due": or_null(_ENDS["due"])}
    said |= {name: or_null(shape) for name, shape in bounds.items()}
    said |= {name: shape for name, shape in _ENDS.items() if name != "due"}
    undated = dict.fromkeys(("due", *bounds), NOTHING)
    some_day = dict.fromkeys(("due", *bounds), _SOME)
    dated = {
        "if": {"properties": {"due": NOTHING}},
        "then": {"properties": undated, "oneOf": [*_UNDATED, _NO_LIMIT]},
        "else": {"properties": {"outcome": A_DAY, "status": _SOME, **some_day}},
    }
    return Stands(said, {"due_at"}, {"allOf": [_BY_HOW_MUCH, dated]})


def _statuses(*left_out: Status) -> Json:
    """Where a limit may stand, without what it cannot be here."""
    known = {one.name: str(one.value) for one in Status if one not in left_out}
    return titled("状态", one_of(known))
