"""The description: every route is in it, and it refers to nothing that is not there."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from starlette.routing import Route

from asgi import get, post
from xinfang_core.codec.schema import SCHEMAS, schema_of
from xinfang_core.serving.openapi import PLACE
from xinfang_core.serving.problems import STATUSES

if TYPE_CHECKING:
    from starlette.applications import Starlette

GOOD = {"case_no": "甲-1", "events": [{"kind": "receive", "at": "2025-09-30"}]}
DUE = {"start": "2025-09-30", "count": 5, "unit": "working_day"}


@pytest.fixture
def described(app: Starlette) -> Any:  # noqa: ANN401 - plain JSON
    """The description as a host reads it."""
    return get(app, "/openapi.json").json()


def test_every_route_is_in_it_and_nothing_else(app: Starlette, described: Any) -> None:  # noqa: ANN401
    routes = {
        (one.path, method.lower())
        for one in app.routes
        if isinstance(one, Route)
        for method in (one.methods or set()) - {"HEAD"}
    }
    told = {(path, method) for path, one in described["paths"].items() for method in one}
    assert told == routes
    names = [one["operationId"] for item in described["paths"].values() for one in item.values()]
    assert len({*names}) == len(names)


def test_the_schemas_are_those_of_the_contract(described: Any) -> None:  # noqa: ANN401
    """With their pieces beside them."""
    schemas = described["components"]["schemas"]
    for name in SCHEMAS:
        wanted = json.loads(json.dumps(schema_of(name)))
        pieces = wanted.pop("$defs", {})
        told = json.dumps(schemas[name]).replace(f"{PLACE}{name}.", "#/$defs/")
        assert json.loads(told) == {
            key: part for key, part in wanted.items() if key not in {"$schema", "$id"}
        }
        assert {one for one in schemas if one.startswith(f"{name}.")} == {
            f"{name}.{piece}" for piece in pieces
        }


def test_it_refers_to_nothing_that_is_not_there(described: Any) -> None:  # noqa: ANN401
    named = set(re.findall(r'"\$ref": "([^"]+)"', json.dumps(described)))
    known = {f"{PLACE}{one}" for one in described["components"]["schemas"]}
    assert named <= known
    # A schema may be there for itself, a piece of one is not.
    assert all("." not in one.removeprefix(PLACE) for one in known - named)


def test_each_status_that_may_come_is_told(described: Any) -> None:  # noqa: ANN401
    told = {
        status
        for item in described["paths"].values()
        for one in item.values()
        for status in one["responses"]
    }
    # A path or method that is not described cannot be told.
    assert told == {"200", *map(str, {*STATUSES.values(), 422} - {405})}


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/v1/assess", GOOD),
        ("/v1/assess", {"case": GOOD, "size": "full"}),
        ("/v1/assess", {"case": GOOD, "size": "brief"}),
        ("/v1/assess/batch", [GOOD, {"case": GOOD}, 3]),
        ("/v1/due", DUE),
        ("/v1/policies", None),
        ("/v1/schemas", None),
        ("/healthz", None),
    ],
)
def test_what_comes_and_goes_is_as_described(
    app: Starlette,
    described: Any,  # noqa: ANN401
    path: str,
    body: Any,  # noqa: ANN401
) -> None:
    """With the whole description as the place where schemas are found."""
    found = get(app, path) if body is None else post(app, path, body)
    operation = described["paths"][path]["get" if body is None else "post"]
    answer = operation["responses"]["200"]["content"][found.headers["content-type"]]["schema"]
    whole = {"components": described["components"]}
    Draft202012Validator({**whole, **answer}).validate(found.json())
    if body is not None and path != "/v1/assess/batch":
        asked = operation["requestBody"]["content"]["application/json"]["schema"]
        Draft202012Validator({**whole, **asked}).validate(body)
    bad = Draft202012Validator({**whole, **answer})
    assert not bad.is_valid({"nothing": "of ours"})


def test_it_is_the_same_for_whoever_asks(app: Starlette) -> None:
    assert get(app, "/openapi.json") == get(app, "/openapi.json")
