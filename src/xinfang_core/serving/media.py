"""The types of bodies (请求体的类型): JSON or a JSON value a line, in UTF-8, as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.errors import visible
from xinfang_core.serving.problems import service_error

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.requests import Request

JSON = "application/json"
LINES = "application/x-ndjson"

_UTF8 = frozenset({"", "utf-8", "utf8"})


def media_of(request: Request) -> str:
    """The type of a body as it is told, without what stands after it."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def check_media(request: Request, known: Iterable[str]) -> None:
    """Refuse a body of another type, in another encoding or compressed.

    A page in a browser cannot send these types unasked, which keeps foreign pages out.

    Raises:
        ServiceError: it is one.

    """
    told = request.headers.get("content-type", "")
    _, _, charset = told.lower().partition("charset=")
    packed = request.headers.get("content-encoding", "identity")
    if media_of(request) in known and charset.strip('" ') in _UTF8 and packed == "identity":
        return
    found = told if packed == "identity" else f"{told} ({packed})"
    raise service_error("serve.media_type", known=tuple(known), found=visible(found))
