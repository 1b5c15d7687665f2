"""The operations of a service (接口一览): the one list of which all else is made."""

from __future__ import annotations

import asyncio
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen
from starlette.responses import Response

from xinfang_core.codec.pieces import dumped
from xinfang_core.codec.sizes import SIZES
from xinfang_core.serving.media import JSON, LINES
from xinfang_core.serving.openapi import described, listing, ref
from xinfang_core.serving.problems import HEADERS
from xinfang_core.serving.service import Service

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from starlette.requests import Request

    from xinfang_core.codec.plain import Json

    Handle = Callable[[Service, Request], Awaitable[Response]]


@frozen
class Operation:
    """One operation.

    Attributes:
        method: of HTTP.
        path: below where the service is mounted.
        name: its name in programs that are made from the description.
        title: what it does.
        handle: answers it.
        takes: what a body may be, by its type; nothing where there is none.
        gives: what an answer is, by its type.

    """

    method: str
    path: str
    name: str
    title: str
    handle: Handle
    takes: Mapping[str, Json]
    gives: Mapping[str, Json]


async def _openapi(_service: Service, _request: Request) -> Response:
    text = await asyncio.to_thread(_description)
    return Response(text, headers=HEADERS, media_type=JSON)


@cache
def _description() -> str:
    return dumped(described(OPERATIONS)) + "\n"


_REQUEST: Json = {"anyOf": [ref("request"), ref("case")]}
_ANSWER: Json = {"anyOf": [ref(f"assessment-{size}") for size in SIZES]}
_REPLY: Json = {"anyOf": [*(ref(f"assessment-{size}") for size in SIZES), ref("line-error")]}
_TEXT: Json = {"type": "string"}
_ANSWERS: Json = {
    "type": "object",
    "required": ["answers", "made_by"],
    "additionalProperties": False,
    "properties": {"answers": listing(_REPLY), "made_by": listing(ref("made-by.MadeBy"))},
}
_HEALTH: Json = {
    "type": "object",
    "required": ["library", "contract", "settled_through", "defects"],
    "properties": {
        "library": _TEXT,
        "contract": {"type": "integer"},
        "settled_through": {"type": "string", "format": "date"},
        "defects": {"type": "integer"},
    },
}
_NAMED: Json = {
    "type": "object",
    "required": ["name", "title"],
    "properties": {"name": _TEXT, "title": _TEXT},
}
_OBJECT: Json = {"type": "object"}

OPERATIONS = (
    Operation(
        *("POST", "/v1/assess", "assess", "评估一件：一个请求，或者只有事项", Service.assess),
        takes={JSON: _REQUEST},
        gives={JSON: _ANSWER},
    ),
    Operation(
        *("POST", "/v1/assess/batch", "assessBatch", "评估一批，按次序回答", Service.batch),
        takes={JSON: listing(_REQUEST), LINES: _TEXT},
        gives={JSON: _ANSWERS, LINES: _TEXT},
    ),
    Operation(
        *("POST", "/v1/due", "due", "计算一个期限的届满日", Service.due),
        takes={JSON: ref("due-request")},
        gives={JSON: ref("due")},
    ),
    Operation(
        *("GET", "/v1/policies", "policies", "可用的办法", Service.policies),
        takes={},
        gives={JSON: listing(ref("policy"))},
    ),
    Operation(
        *("GET", "/v1/schemas", "schemas", "数据契约的名称", Service.schemas),
        takes={},
        gives={JSON: listing(_NAMED)},
    ),
    Operation(
        *("GET", "/v1/schemas/{name}", "schema", "一份数据契约", Service.schema),
        takes={},
        gives={"application/schema+json": _OBJECT},
    ),
    Operation(
        *("GET", "/healthz", "health", "是否正常，库的版本", Service.health),
        takes={},
        gives={JSON: _HEALTH},
    ),
    Operation(
        *("GET", "/openapi.json", "openapi", "本说明（OpenAPI 3.1）", _openapi),
        takes={},
        gives={JSON: _OBJECT},
    ),
)
"""Everything that a service answers."""
