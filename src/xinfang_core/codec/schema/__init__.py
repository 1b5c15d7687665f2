"""The JSON contract (数据契约), as JSON Schema 2020-12, made from the classes themselves.

Each schema stands alone. A version that was released never changes: tests hold every schema to
its released copy in ``xinfang_core/contract``.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from xinfang_core.codec.provenance import CONTRACT
from xinfang_core.codec.schema.answer import assessment
from xinfang_core.codec.schema.case import case
from xinfang_core.codec.schema.due import due, due_request
from xinfang_core.codec.schema.error import error
from xinfang_core.codec.schema.made_by import made_by
from xinfang_core.codec.schema.policy import policy
from xinfang_core.codec.schema.receipt import receipt
from xinfang_core.codec.schema.stream import line_error, request
from xinfang_core.codec.schema.summary import summary
from xinfang_core.refusals import unknown_declared

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from xinfang_core.codec.plain import Json

VERSION = CONTRACT
"""The version of the contract."""

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


class Schema(NamedTuple):
    """One of the schemas.

    Attributes:
        title: what it describes.
        make: what makes it, without its head.

    """

    title: str
    make: Callable[[], Json]


SCHEMAS: Mapping[str, Schema] = {
    "case": Schema("信访事项", case),
    "request": Schema("请求", request),
    "assessment-brief": Schema("评估结果（简）", partial(assessment, "brief")),
    "assessment-standard": Schema("评估结果", partial(assessment, "standard")),
    "assessment-full": Schema("评估结果（全）", partial(assessment, "full")),
    "made-by": Schema("来历", made_by),
    "receipt": Schema("回执", receipt),
    "summary": Schema("汇总", summary),
    "policy": Schema("办法一览", policy),
    "due-request": Schema("期限的请求", due_request),
    "due": Schema("期限计算", due),
    "error": Schema("错误", error),
    "line-error": Schema("代替答案的错误", line_error),
}
"""The schemas by name; each is made when it is asked for."""


def schema_of(name: str) -> Json:
    """The schema of this name.

    Raises:
        UnknownNameError: there is none; the nearest name is offered.

    """
    if name not in SCHEMAS:
        raise unknown_declared("value.unknown_term", name, SCHEMAS, "schema")
    title, make = SCHEMAS[name]
    named = f"urn:xinfang-core:schema:{name}:{VERSION}"
    return {"$schema": _DRAFT, "$id": named, "title": title, **make()}
