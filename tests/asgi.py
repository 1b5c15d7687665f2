"""Asks an application as its server would, without one."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import ASGIApp, Message, Scope

JSON = "application/json"
LINES = "application/x-ndjson"


@frozen
class Reply:
    """What was answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:  # noqa: ANN401 - plain JSON
        """The body as a host reads it."""
        return json.loads(self.body)

    @property
    def code(self) -> str:
        """The code of the first fault of a problem."""
        assert self.headers["content-type"] == "application/problem+json"
        told = self.json()
        assert told["status"] == self.status
        return str(told["errors"][0]["code"])


def scope_of(method: str, path: str, headers: dict[str, str]) -> Scope:
    """The head of a request."""
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8000),
    }


async def ask(
    app: ASGIApp,
    method: str,
    path: str,
    pieces: Iterable[bytes] = (b"",),
    headers: dict[str, str] | None = None,
) -> Reply:
    """Ask, with a body that comes in pieces."""
    *some, last = pieces
    waiting: list[Message] = [
        *({"type": "http.request", "body": one, "more_body": True} for one in some),
        {"type": "http.request", "body": last, "more_body": False},
    ]
    sent: list[Message] = []

    async def receive() -> Message:
        if not waiting:
            await asyncio.Event().wait()
        return waiting.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope_of(method, path, headers or {}), receive, send)
    return reply_of(sent)


def reply_of(sent: list[Message]) -> Reply:
    """What some messages say."""
    start, *rest = sent
    assert start["type"] == "http.response.start"
    assert not rest[-1].get("more_body")
    return Reply(
        start["status"],
        {name.decode(): value.decode() for name, value in start["headers"]},
        b"".join(one.get("body", b"") for one in rest),
    )


def get(app: ASGIApp, path: str) -> Reply:
    """Ask for what is there."""
    return asyncio.run(ask(app, "GET", path))


def post(app: ASGIApp, path: str, body: object, media: str = JSON) -> Reply:
    """Send a body: bytes as they are, anything else as JSON."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return asyncio.run(ask(app, "POST", path, (data,), {"content-type": media}))
