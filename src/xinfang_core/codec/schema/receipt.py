"""What a receipt holds (回执): hashes, and what made the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.codec.receipts import RECEIPT
from xinfang_core.codec.schema.made_by import MADE_BY
from xinfang_core.codec.schema.shapes import (
    SOME_TEXT,
    a_map,
    an_object,
    or_null,
    ref,
    standing_alone,
    titled,
)

if TYPE_CHECKING:
    from xinfang_core.codec.plain import Json

_HASH: Json = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_PART: Json = {"type": "string", "pattern": "^[0-9a-f]{16}$"}
_SECTION = r"^[a-z][a-z0-9_]*([.][a-z][a-z0-9_]*)?$"

A_RECEIPT: Json = titled(
    "回执",
    an_object(
        {
            "receipt": titled("回执的版本", {"const": RECEIPT}),
            "policy": titled("适用的办法版本", SOME_TEXT),
            "made_by": ref("MadeBy"),
            "values": titled("各规则取值的散列", a_map(_PART, _SECTION)),
            "years": titled("各年放假通知的散列", a_map(_PART, "^[0-9]{4}$")),
            "key": titled("密钥的标记；没有密钥的为空", or_null(_HASH)),
            "case": titled("事项记录的散列（HMAC-SHA-256）", or_null(_HASH)),
            "answer": titled("整个结论的散列（SHA-256）", _HASH),
            "decisions": titled("各项结论的散列（HMAC-SHA-256）", or_null(a_map(_HASH, _SECTION))),
        }
    ),
)
"""The object; ``MadeBy`` stands among the pieces of its document."""


def receipt() -> Json:
    """A receipt, as an answer carries it."""
    return standing_alone(A_RECEIPT, {"MadeBy": MADE_BY})
