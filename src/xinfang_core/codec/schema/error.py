"""Errors (错误), as problem details with every fault at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xinfang_core.codec.plain import Json

_TEXT: Json = {
    "type": "object",
    "required": ["zh", "en"],
    "additionalProperties": False,
    "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
}
_FAULT: Json = {
    "type": "object",
    "required": ["pointer", "code", "facts", "wanted", "hint", "text"],
    "additionalProperties": False,
    "properties": {
        "pointer": {"type": "string", "pattern": "^(/|$)", "title": "位置（RFC 6901）"},
        "code": {"type": "string", "pattern": r"^[a-z_]+[.][a-z0-9_]+$", "title": "代码"},
        "file": {"type": "string"},
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
        "path": {"type": "string"},
        "facts": {"type": "object"},
        "wanted": {"title": "应当怎样写"},
        "hint": {"type": ["string", "null"], "title": "最像的名称"},
        "text": _TEXT,
    },
}


def error() -> Json:
    """A problem."""
    return {
        "description": "Problem details (RFC 9457) with every fault at its place.",
        "type": "object",
        "required": ["type", "title", "status", "detail", "count", "errors"],
        "additionalProperties": False,
        "properties": {
            "type": {"type": "string", "pattern": "^urn:xinfang-core:error:[a-z_]+$"},
            "title": {"type": "string"},
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "detail": {"type": "string"},
            "count": {"type": "integer", "minimum": 0},
            "errors": {"type": "array", "items": _FAULT},
        },
    }
