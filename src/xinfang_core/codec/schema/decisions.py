"""Decisions (结论) with their reasons, in each size of an answer."""

from __future__ import annotations

from functools import reduce
from operator import or_
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_origin

from xinfang_core.codec.schema.limits import (
    NO_ANSWERS,
    UNKNOWN,
    running,
    told_limit,
    whole_limit,
)
from xinfang_core.codec.schema.outcomes import outcome, parts, value
from xinfang_core.codec.schema.shapes import (
    A_COUNT,
    A_PLACE,
    NAME,
    SOME_TEXT,
    a_list,
    an_object,
    any_of,
    one_of,
    or_null,
    ref,
    titled,
)
from xinfang_core.deadline import Deadline
from xinfang_core.vocabulary import Declared

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from xinfang_core.codec.plain import Json
    from xinfang_core.codec.sizes import Size

_CODE = titled("稳定的代码", A_PLACE)
_CITED = titled("引用 citations 中的第几项，从 0 起", A_COUNT)
_SENTENCE = titled("一句话，供人阅读", SOME_TEXT)

SAYINGS: dict[Size, tuple[dict[str, Json], Collection[str]]] = {
    "brief": ({"code": _CODE, "text": _SENTENCE}, ()),
    "standard": ({"code": _CODE, "citation": _CITED, "text": _SENTENCE}, ("citation",)),
    "full": (
        {
            "code": _CODE,
            "facts": {
                "title": "代码涉及的事实",
                "type": "object",
                "propertyNames": {"pattern": NAME},
            },
            "citation": or_null(_CITED),
            "text": _SENTENCE,
        },
        (),
    ),
}
"""The members of a reason in each size, and which of them it may lack."""


def rule_decision(kind: Any, size: Size) -> Json:  # noqa: ANN401 - any type
    """The decision of a rule whose outcome has a type; in ``full`` the policies may lack it."""
    shape = ref("Limit") if kind is Deadline else _answer(kind, size)
    return or_null(shape) if size == "full" else shape


def decision_pieces(size: Size, step: Any) -> dict[str, Json]:  # noqa: ANN401 - any type
    """What the decisions of a size are made of; ``step`` is what declared ladders answer."""
    sayings, optional = SAYINGS[size]
    return {
        "Reason": titled("理由", an_object(sayings, optional)),
        "Reasons": titled("理由，按推理的次序", {**a_list(ref("Reason")), "minItems": 1}),
        "Missing": titled("无法确定而缺什么", a_list(A_PLACE)),
        "Unanswered": titled("没有结论", _decision({"outcome": _no_answer(size)}, size)),
        "Decision": {
            **titled("结论", _decision({"outcome": {}}, size)),
            "propertyNames": {"pattern": NAME},
            "additionalProperties": True,
        },
        "Limit": titled("期限的结论", _limit(size)),
        "Ladder": titled("阶梯的结论", _answer(step, size)),
        "Running": titled("期限", running()),
        "Period": titled("期限的长短", an_object({"count": A_COUNT, "unit": ref("Unit")})),
    }


def _limit(size: Size) -> Json:
    """The decision of a rule that is a limit."""
    full = size == "full"
    shape = whole_limit() if full else told_limit()
    decision = _decision(shape.said, size, shape.optional)
    return {**decision, **shape.together}


def _answer(kind: Any, size: Size) -> Json:  # noqa: ANN401 - any type
    """The decision of a rule that is no limit."""
    full = size == "full"
    beside = {name: value(one if full else _told(one)) for name, one in parts(kind).items()}
    # A key that a policy declares has its official name beside it, any other has none.
    named = Declared in get_args(kind)
    optional = {name for name, one in parts(kind).items() if named or not (full or _says(one))}
    if optional == beside.keys():
        either = any_of(outcome(kind), _no_answer(size))
        return _decision({"outcome": either, **beside}, size, optional)
    answered = _decision({"outcome": outcome(kind), **beside}, size, optional)
    return any_of(answered, ref("Unanswered"))


def _decision(said: Mapping[str, Json], size: Size, optional: Collection[str] = ()) -> Json:
    """What is said, how firmly and why."""
    members = {
        **said,
        "basis": ref("Basis"),
        "reasons": ref("Reasons"),
    }
    if size == "full":
        members["missing"] = ref("Missing")
    return an_object(members, {*optional, "missing"})


def _no_answer(size: Size) -> Json:
    """What stands for no answer; that a question does not arise is told in full alone."""
    return one_of(NO_ANSWERS if size == "full" else {UNKNOWN: NO_ANSWERS[UNKNOWN]})


def _says(kind: Any) -> bool:  # noqa: ANN401 - any type
    """Whether a part always says something, and is never left out for being empty."""
    return get_origin(kind) is not tuple and NoneType not in get_args(kind)


def _told(kind: Any) -> Any:  # noqa: ANN401 - any type
    """The type of a part where it is told; what is nothing is left out instead."""
    told = [one for one in get_args(kind) if one is not NoneType]
    return reduce(or_, told) if NoneType in get_args(kind) else kind
