"""What stands before the service (入口): bounds of size, time and number, and the last catch.

A body is read whole before anything is done with it. Nothing of it is written anywhere.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from xinfang_core.errors import ServiceError, visible
from xinfang_core.serving.problems import defect, problem, service_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from xinfang_core.serving.limits import Limits

    Log = Callable[[str], None]


@define
class Load:
    """What a service has to do at the moment, and what went wrong (负载).

    Attributes:
        running: requests with a body that are being answered.
        held: bytes of their bodies.
        defects: how often something of ours failed.

    """

    running: int = 0
    held: int = 0
    defects: int = 0


@define
class Sent:
    """What is sent of an answer; whoever does not take it is not waited for.

    Attributes:
        status: of the answer; 0: nothing was sent.
        stuck: whether nobody took it.

    """

    _send: Send
    _seconds: float
    status: int = 0
    stuck: bool = False

    async def __call__(self, message: Message) -> None:
        """Send a piece.

        Raises:
            TimeoutError: it is not taken.

        """
        self.status = self.status or message.get("status", 0)
        try:
            async with asyncio.timeout(self._seconds):
                await self._send(message)
        except TimeoutError:
            self.stuck = True
            raise


@frozen
class Guard:
    """Stands before an application (入口).

    Attributes:
        app: the application.
        limits: what is taken at most.
        load: what there is to do.
        log: takes a line for each request: method, path, status, milliseconds; None: none.

    """

    app: ASGIApp
    limits: Limits
    load: Load
    log: Log | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; whatever else comes goes by."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = asyncio.get_running_loop().time()
        sent = Sent(send, self.limits.send_seconds)
        await self._guarded(scope, receive, sent)
        if self.log:
            took = round((asyncio.get_running_loop().time() - begun) * 1000)
            self.log(f"{scope['method']} {visible(scope['path'])} {sent.status} {took} ms")

    async def _guarded(self, scope: Scope, receive: Receive, sent: Sent) -> None:
        """Answer a request, or say what is wrong as long as nothing was sent."""
        body = Body(self.limits, self.load)
        try:
            if await body.read(scope, receive):
                await self.app(scope, body.again(receive), sent)
        except ServiceError as error:
            await _refuse(error, scope, receive, sent)
        except Exception as error:  # noqa: BLE001 - the last edge: show no data
            # Whoever takes nothing any more has left, or might as well have.
            if not sent.stuck:
                self.load.defects += 1
                await _refuse(defect(error), scope, receive, sent)
        finally:
            body.forget()


async def _refuse(error: ServiceError, scope: Scope, receive: Receive, sent: Sent) -> None:
    """Say it, if nothing else was said, and hang up: some of the request may not have come."""
    if sent.status:
        return
    response = problem(error)
    response.headers["connection"] = "close"
    try:
        await response(scope, receive, sent)
    except TimeoutError:  # nobody wants to hear it
        return


@define
class Body:
    """The body of a request.

    Attributes:
        limits: what is taken at most.
        load: what there is to do.

    """

    limits: Limits
    load: Load
    _bytes: bytearray = field(factory=bytearray, init=False)
    _held: int = field(default=0, init=False)
    _counted: bool = field(default=False, init=False)

    async def read(self, scope: Scope, receive: Receive) -> bool:
        """Read it whole; whether somebody is still there.

        Raises:
            ServiceError: it is too large or too slow, or there is too much to do.

        """
        if scope["method"] in {"GET", "HEAD"}:
            return True
        if self.load.running >= self.limits.at_once:
            raise service_error("serve.busy")
        self.load.running += 1
        self._counted = True
        most, seconds = self.limits.batch_bytes, self.limits.body_seconds
        headers = dict(scope["headers"])
        if headers.get(b"expect") and _length(headers) > most:
            raise service_error("serve.too_large", most=most)
        try:
            async with asyncio.timeout(seconds):
                return await self._read(receive, most)
        except TimeoutError:
            raise service_error("serve.too_slow", seconds=f"{seconds:g}") from None

    async def _read(self, receive: Receive, most: int) -> bool:
        """Take piece by piece; of what is too large nothing is kept, but all is taken.

        Whoever still writes does not read what is wrong.
        """
        refused = None
        more = True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return False
            more = message.get("more_body", False)
            if refused is None:
                self._keep(message.get("body", b""))
                refused = self._refused(most)
        if refused:
            raise refused
        return True

    def _keep(self, piece: bytes) -> None:
        self._bytes += piece
        self._held += len(piece)
        self.load.held += len(piece)

    def _refused(self, most: int) -> ServiceError | None:
        """Why no more is kept."""
        error = None
        if self._held > most:
            error = service_error("serve.too_large", most=most)
        elif self.load.held > self.limits.held_bytes:
            error = service_error("serve.busy")
        if error:
            self._drop()
        return error

    def _drop(self) -> None:
        self._bytes.clear()
        self.load.held -= self._held
        self._held = 0

    def again(self, receive: Receive) -> Receive:
        """What gives the whole body once, and then what comes."""
        whole: list[Message] = [
            {"type": "http.request", "body": bytes(self._bytes), "more_body": False}
        ]
        self._bytes.clear()  # it is still held, there

        async def given() -> Message:
            return whole.pop() if whole else await receive()

        return given

    def forget(self) -> None:
        """Nothing is kept of it."""
        self._drop()
        self.load.running -= self._counted


def _length(headers: dict[bytes, bytes]) -> int:
    """The length that is announced; 0 where none is."""
    told = headers.get(b"content-length", b"")
    return int(told) if told.isdigit() else 0
