"""The description of a service (接口说明), as OpenAPI 3.1, made from its operations and schemas."""

from __future__ import annotations

import json
import re
from http import HTTPStatus
from typing import TYPE_CHECKING

from xinfang_core import __version__
from xinfang_core.codec.pieces import dumped
from xinfang_core.codec.schema import SCHEMAS, schema_of
from xinfang_core.serving.problems import PROBLEM, STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xinfang_core.codec.plain import Json
    from xinfang_core.serving.operations import Operation

PLACE = "#/components/schemas/"
"""Where a description has its schemas."""

_PARAMETER = re.compile(r"{(\w+)}")
_WITH_BODY = sorted({*STATUSES.values(), HTTPStatus.UNPROCESSABLE_ENTITY} - {404, 405})


def ref(name: str) -> Json:
    """A schema of the contract."""
    return {"$ref": f"{PLACE}{name}"}


def listing(items: Json) -> Json:
    """A list."""
    return {"type": "array", "items": items}


def described(operations: Iterable[Operation]) -> Json:
    """The whole description."""
    paths: dict[str, Json] = {}
    for one in operations:
        paths.setdefault(one.path, {})[one.method.lower()] = _operation(one)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "xinfang-core",
            "version": __version__,
            "description": "信访代办规则：评估、期限、办法。不存数据，没有身份验证。",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "paths": paths,
        "components": {"schemas": _components()},
    }


def _components() -> Json:
    """The schemas, and beside them their pieces: few readers of descriptions look into schemas."""
    found: Json = {}
    for name in SCHEMAS:
        here = f"{PLACE}{name}."
        schema = json.loads(dumped(schema_of(name)).replace('"#/$defs/', f'"{here}'))
        pieces = schema.pop("$defs", {})
        found[name] = {key: part for key, part in schema.items() if key not in {"$schema", "$id"}}
        found |= {f"{name}.{piece}": body for piece, body in pieces.items()}
    return found


def _operation(one: Operation) -> Json:
    told: Json = {"operationId": one.name, "summary": one.title}
    parameters = _PARAMETER.findall(one.path)
    if parameters:
        told["parameters"] = [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
            for name in parameters
        ]
    if one.takes:
        told["requestBody"] = {"required": True, "content": _content(one.takes)}
    wrong = _WITH_BODY if one.takes else [404] * bool(parameters) + [500]
    refused = {
        str(int(status)): {
            "description": HTTPStatus(status).phrase,
            "content": _content({PROBLEM: ref("error")}),
        }
        for status in wrong
    }
    told["responses"] = {"200": {"description": "OK", "content": _content(one.gives)}, **refused}
    return told


def _content(by_type: Mapping[str, Json]) -> Json:
    return {media: {"schema": schema} for media, schema in by_type.items()}
