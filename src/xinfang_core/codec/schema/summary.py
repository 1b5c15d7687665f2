"""Summaries of a register (汇总), as they stand after its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.codec.schema.shapes import (
    A_COUNT,
    A_DAY,
    A_NAME,
    A_NUMBER,
    A_PLACE,
    PLACE,
    SOME_TEXT,
    YUAN,
    a_list,
    a_map,
    an_object,
    one_of,
    or_null,
    ref,
    standing_alone,
    titled,
)
from xinfang_core.vocabulary import Absent, Status

if TYPE_CHECKING:
    from xinfang_core.codec.plain import Json

_STATUSES = {**{one.name: str(one.value) for one in Status}, Absent.none.name: "不设期限"}
_TOTAL = titled("奖励合计，元", YUAN)


def summary() -> Json:
    """What was asked, the counts under each reading, and what the register lacks."""
    body = an_object(
        {
            "cases": titled("件数", A_COUNT),
            "policy": titled("办法", SOME_TEXT),
            "as_of": titled("评估日", A_DAY),
            "known_on": titled("只用到哪一天公布的通知", or_null(A_DAY)),
            "award_total": _TOTAL,
            "readings": {**a_list(ref("Reading")), "title": "每种理解一项", "minItems": 1},
            "missing": titled("登记表缺什么", a_list(ref("Lack"))),
            "region": titled("地区代码", or_null(SOME_TEXT)),
            "settled_through": titled("日历确定到哪一天", A_DAY),
        }
    )
    return standing_alone(body, {"Reading": _reading(), "Lack": _LACK, "Counts": _COUNTS})


def _reading() -> Json:
    """The counts under one reading, and by the name of each limit where the cases stand."""
    known = an_object(
        {
            "variant": titled("变体；默认的为空", or_null(SOME_TEXT)),
            "title": titled("怎样理解", {"type": "string"}),
            "findings": titled("各种问题的件数", a_map(A_NUMBER, PLACE)),
            "awards": titled("各种奖励方式的件数", a_map(A_NUMBER)),
            "award_total": _TOTAL,
        }
    )
    limit = titled("一项期限；先分类别，不分的为 all", a_map(ref("Counts")))
    return titled("一种理解", {**known, "propertyNames": A_NAME, "additionalProperties": limit})


_LACK = titled(
    "缺项",
    an_object(
        {
            "names": titled("缺哪些", {**a_list(A_PLACE), "minItems": 1}),
            "rules": titled("哪些规则因此无法确定", {**a_list(A_NAME), "minItems": 1}),
            "cases": titled("多少件", A_NUMBER),
        }
    ),
)
_COUNTS = titled(
    "各状态的件数，只列不为 0 的",
    {
        "type": "object",
        "propertyNames": one_of(_STATUSES),
        "additionalProperties": A_NUMBER,
    },
)
