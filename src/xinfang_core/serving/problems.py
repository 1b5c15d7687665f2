"""Errors as HTTP has them (错误的应答): a status, and problem details (RFC 9457) as the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

from xinfang_core.codec.pieces import dumped
from xinfang_core.codec.problems import STATUS, encode_error
from xinfang_core.errors import Fault, ServiceError, place_of

if TYPE_CHECKING:
    from xinfang_core.errors import XinfangError

PROBLEM = "application/problem+json"
DEFECT = 500

STATUSES = {
    "request.broken_byte": 400,
    "json.bad_form": 400,
    "json.too_deep": 400,
    "json.key_twice": 400,
    "json.not_a_number": 400,
    "json.long_number": 400,
    "serve.no_path": 404,
    "serve.method": 405,
    "serve.too_slow": 408,
    "serve.too_large": 413,
    "serve.too_many": 413,
    "serve.media_type": 415,
    "serve.defect": DEFECT,
    "serve.busy": 503,
}
"""The statuses of errors by their first code; what can be read and is wrong has ``STATUS``."""

HEADERS = {"cache-control": "no-store", "x-content-type-options": "nosniff"}
"""Of every answer: it tells of a case, and is no page."""

_RETRY = {"retry-after": "1"}


def service_error(code: str, **facts: object) -> ServiceError:
    """An error of the service itself."""
    return ServiceError(Fault(code, tuple(facts.items())))


def defect(error: Exception) -> ServiceError:
    """What is said of a defect of ours: where it is, and nothing of what was sent."""
    return service_error("serve.defect", where=place_of(error))


def status_of(error: XinfangError) -> int:
    """The status of an error."""
    return STATUSES.get(error.faults[0].code, STATUS)


def problem(error: XinfangError, status: int | None = None) -> Response:
    """An error as an answer."""
    found = status or status_of(error)
    headers = {**HEADERS, **(_RETRY if found == STATUSES["serve.busy"] else {})}
    return Response(dumped(encode_error(error, found)), found, headers, PROBLEM)
