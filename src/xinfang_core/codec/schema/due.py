"""A period that is counted (期限计算): what is asked, and what is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.codec.schema.case import MOMENT
from xinfang_core.codec.schema.shapes import (
    A_COUNT,
    A_DAY,
    A_FLAG,
    A_MOMENT,
    A_NUMBER,
    A_TEXT,
    SOME_TEXT,
    a_list,
    an_object,
    any_of,
    or_null,
    ref,
    standing_alone,
    titled,
)

if TYPE_CHECKING:
    from collections.abc import Container

    from xinfang_core.codec.plain import Json

_WRITTEN: Json = {"type": "string", "pattern": MOMENT}


def due_request() -> Json:
    """From when, and how long; what is left out is as the host set it."""
    asked = {
        "region": titled("地区代码", or_null(SOME_TEXT)),
        "known_on": titled("只用到哪一天公布的通知", or_null(A_DAY)),
        "suspensions": titled("中止", or_null(a_list(_suspension({"end", "name"})))),
        "explain": titled("是否逐日说明", or_null(A_FLAG)),
    }
    body = an_object(
        {
            "start": titled("起算日，当日不计入；按小时、分钟的写明时刻", _WRITTEN),
            "count": titled("数", A_NUMBER),
            "unit": ref("Unit"),
            **asked,
        },
        optional=asked,
    )
    return standing_alone(body, {})


def due() -> Json:
    """The last day, or for hours and minutes the last moment."""
    return standing_alone(any_of(_days(), _hours()), {"DayLine": _line()})


def _suspension(optional: Container[str] = ()) -> Json:
    return an_object(
        {
            "begin": titled("开始日，当日不计", A_DAY),
            "end": titled("恢复日，当日起继续计；未恢复的为空", or_null(A_DAY)),
            "name": titled("原因", A_TEXT),
        },
        optional=optional,
    )


def _days() -> Json:
    table = {"day_table": titled("逐日说明", a_list(ref("DayLine")))}
    return an_object(
        {
            "start": titled("起算日", A_DAY),
            "period": _period(),
            "known_on": titled("只用到哪一天公布的通知", or_null(A_DAY)),
            "region": titled("地区代码", or_null(SOME_TEXT)),
            "suspensions": titled("中止", a_list(_suspension())),
            "outcome": titled("届满日，或者无法确定", any_of(A_DAY, {"const": "undetermined"})),
            "due": titled("届满日", or_null(A_DAY)),
            "certainty": or_null(ref("Certainty")),
            "earliest": titled("最早", or_null(A_DAY)),
            "latest": titled("最晚", or_null(A_DAY)),
            "awaits": titled("等的是哪一年的通知", or_null(A_NUMBER)),
            "awaits_region": titled("等的是哪个地区的", or_null(SOME_TEXT)),
            "basis": ref("Basis"),
            "text": titled("中文一句话", SOME_TEXT),
            **table,
        },
        optional=table,
    )


def _hours() -> Json:
    return an_object(
        {
            "start": titled("起算的时刻", A_MOMENT),
            "period": _period(),
            "outcome": titled("届满的时刻", A_MOMENT),
            "due": titled("届满的时刻", A_MOMENT),
            "certainty": ref("Certainty"),
            "basis": ref("Basis"),
            "text": titled("中文一句话", SOME_TEXT),
        }
    )


def _period() -> Json:
    return titled("期限", an_object({"count": A_NUMBER, "unit": ref("Unit")}))


def _line() -> Json:
    """One day of the table."""
    return an_object(
        {
            "day": titled("日期", A_DAY),
            "counted": titled("是否计入", A_FLAG),
            "running": titled("计到这天累计几日", A_COUNT),
            "kind": titled("日子的性质", SOME_TEXT),
            "name": titled("节日名称", A_TEXT),
            "statutory": titled("是否法定节假日", A_FLAG),
            "notice": titled("通知的文号", A_TEXT),
            "awaits": titled("可能还会改变这一天的通知的年份", or_null(A_NUMBER)),
            "region": titled("地区代码", A_TEXT),
            "awaits_region": titled("等的是哪个地区的", A_TEXT),
            "suspended": titled("中止的原因", A_TEXT),
            "text": titled("中文一句话", SOME_TEXT),
        }
    )
