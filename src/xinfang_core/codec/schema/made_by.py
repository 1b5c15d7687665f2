"""What made an answer (结论的来历), and the line of a stream that tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.codec.provenance import CONTRACT
from xinfang_core.codec.schema.shapes import (
    A_DAY,
    A_FLAG,
    DIGEST,
    SOME_TEXT,
    a_list,
    an_object,
    or_null,
    ref,
    standing_alone,
    titled,
)

if TYPE_CHECKING:
    from xinfang_core.codec.plain import Json

A_MAKER: Json = {"type": "string", "pattern": "^[0-9a-f]{16}$", "title": "来历的编号"}
A_DIGEST: Json = {"type": "string", "pattern": DIGEST, "title": "内容散列"}

_VERSION: Json = {"type": "string", "pattern": r"^[0-9]+([.][0-9a-z]+)+$"}
_NOTICE = an_object(
    {
        "name": titled("文号或者标题", SOME_TEXT),
        "year": titled("安排哪一年", {"type": "integer", "minimum": 1, "maximum": 9999}),
        "region": titled("地区代码；空为全国", {"type": "string"}),
        "digest": A_DIGEST,
    }
)
_CALENDAR = an_object(
    {
        "regions": titled("用到哪些地区的通知", a_list(SOME_TEXT)),
        "known_on": titled("只用到哪一天公布的通知", or_null(A_DAY)),
        "notices": titled("已导入的通知", a_list(_NOTICE)),
        "settled_through": titled("确定到哪一天", A_DAY),
        "digest": A_DIGEST,
    }
)

MADE_BY: Json = titled(
    "来历",
    an_object(
        {
            "id": A_MAKER,
            "library": titled("本库的版本", _VERSION),
            "contract": titled("契约的版本", {"const": CONTRACT}),
            "editions": {
                "title": "适用的办法版本，各有内容的散列",
                "type": "object",
                "additionalProperties": A_DIGEST,
            },
            "variant": titled("采用的变体", or_null(SOME_TEXT)),
            "calendar": titled("日历", _CALENDAR),
            "as_of": titled("评估日", A_DAY),
            "allow_assumed": titled("是否采用推定的取值", A_FLAG),
        }
    ),
)
"""The whole object; answers name it by its id."""


def made_by() -> Json:
    """The line that stands before the first answer which names what it tells."""
    return standing_alone(an_object({"made_by": ref("MadeBy")}), {"MadeBy": MADE_BY})
