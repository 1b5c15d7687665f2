"""A policy as it is listed (办法一览): what there is to ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.codec.schema.made_by import A_DIGEST
from xinfang_core.codec.schema.shapes import (
    A_DAY,
    DAY,
    SOME_TEXT,
    a_list,
    a_map,
    an_object,
    or_null,
    titled,
)

if TYPE_CHECKING:
    from xinfang_core.codec.plain import Json

_VERSION: Json = {"type": "string", "pattern": f"{DAY}|^undated$"}


def policy() -> Json:
    """One policy, its versions, its other readings, and the names that it declares."""
    edition = an_object(
        {
            "label": titled("版本", SOME_TEXT),
            "title": titled("名称", SOME_TEXT),
            "effective": titled("施行日；未署日期的为空", or_null(A_DAY)),
            "digest": A_DIGEST,
        }
    )
    return an_object(
        {
            "id": titled("办法编号", SOME_TEXT),
            "title": titled("名称", SOME_TEXT),
            "versions": titled("各版本的施行日，新的在前", {**a_list(_VERSION), "minItems": 1}),
            "variants": {
                "title": "变体，按名称",
                "type": "object",
                "additionalProperties": SOME_TEXT,
            },
            "editions": titled("各版本，新的在前", {**a_list(edition), "minItems": 1}),
            "declared": titled("办法自定的名目，按办法文件的节和编号", a_map(a_map(SOME_TEXT))),
        }
    )
