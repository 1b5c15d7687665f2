"""What hosts and this library exchange line by line (逐行往来): requests, and refused ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.codec.schema.case import case
from xinfang_core.codec.schema.error import error
from xinfang_core.codec.schema.shapes import (
    A_DAY,
    A_FLAG,
    A_NUMBER,
    DAY,
    SOME_TEXT,
    an_object,
    or_null,
    ref,
    standing_alone,
    titled,
)
from xinfang_core.codec.sizes import SIZES

if TYPE_CHECKING:
    from xinfang_core.codec.plain import Json

_PINNED = DAY.replace("^", "@").removesuffix("$")
_POLICY: Json = {"type": "string", "pattern": f"^[^@]+({_PINNED})?$"}


def request() -> Json:
    """A case, and what is asked about it; what is left out is as the host set it for all."""
    asked = {
        "policy": titled("办法编号，或者 编号@日期", _POLICY),
        "variant": titled("变体", or_null(SOME_TEXT)),
        "as_of": titled("评估日", A_DAY),
        "known_on": titled("只用到哪一天公布的通知", or_null(A_DAY)),
        "size": titled("详略", {"enum": [*SIZES]}),
        "allow_assumed": titled("是否采用推定的取值", A_FLAG),
        "receipt": titled("是否带上回执", A_FLAG),
    }
    body = an_object({"case": ref("Case"), **asked}, optional=asked)
    return standing_alone(body, {"Case": case()})


def line_error() -> Json:
    """What stands in the place of an answer that could not be given."""
    body = an_object(
        {
            "error": ref("Problem"),
            "line": titled("第几行，从 1 起", or_null(A_NUMBER)),
            "row": titled("第几条记录，从 1 起", or_null(A_NUMBER)),
            "case_no": titled("信访件编号；读不出的为空", or_null({"type": "string"})),
        }
    )
    return standing_alone(body, {"Problem": error()})
