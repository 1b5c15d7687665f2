"""The server beneath the service (服务器): uvicorn, with an eye on connections that only wait."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING, Any, cast

import h11
from uvicorn import Config, Server
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.supervisors import Multiprocess

from xinfang_core.codec.pieces import dumped
from xinfang_core.codec.problems import encode_error
from xinfang_core.serving.problems import PROBLEM, service_error, status_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from socket import socket

    from starlette.applications import Starlette

WAITING_SECONDS = 10.0
"""In which the head of a request has to come whole."""

_KEEP_ALIVE_SECONDS = 5
_GRACE_SECONDS = 30
_MOST_HEAD = 64 * 1024


def listen(make: Callable[[], Starlette], bound: socket, workers: int) -> None:
    """Answer what comes at a socket until a signal says to stop; what was begun is finished.

    Args:
        make: makes the application, in each process anew.
        bound: where to listen.
        workers: how many processes answer.

    Raises:
        KeyboardInterrupt: another signal ended it, and nothing was finished.

    """
    config = Config(
        make,
        factory=True,
        workers=workers,
        http=cast("Any", patient),
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_config=None,
        log_level="critical",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=_GRACE_SECONDS,
        h11_max_incomplete_event_size=_MOST_HEAD,
    )
    if workers > 1:
        Multiprocess(config, [bound]).run()
    else:
        _run(Server(config), bound)


def _run(server: Server, bound: socket) -> None:
    """Run in this process."""
    # A terminal that goes away is heard as the other signals are: the server knows only two, and
    # an interruption in the midst of its loop might leave it waiting.
    hang_up = signal.Signals.__members__.get("SIGHUP")
    if hang_up and signal.getsignal(hang_up) is not signal.SIG_IGN:
        signal.signal(hang_up, server.handle_exit)
    try:
        server.run([bound])
    except KeyboardInterrupt:
        # Once all is done the server says again which signal it was: we know.
        if not server.should_exit:
            raise


def patient(**given: Any) -> H11Protocol:  # noqa: ANN401 - the server's own
    """The protocol of a connection, that does not wait for ever.

    The server waits for the head of a request, and for what is left of one that was answered, as
    long as somebody holds the connection.
    """
    protocol = H11Protocol(**given)
    _watch(protocol, protocol)
    return protocol


def _watch(protocol: H11Protocol, before: object) -> None:
    """Look again after half the time."""
    loop = asyncio.get_running_loop()
    loop.call_later(WAITING_SECONDS / 2, look, protocol, before)


def look(protocol: H11Protocol, before: object) -> None:
    """Hang up where nothing has come about since the last look.

    Args:
        protocol: the connection.
        before: the request that was answered last when it was found waiting; anything else where
            it was not.

    """
    if protocol not in protocol.connections and protocol.transport is not None:
        return
    answered: Any = protocol.cycle
    waits = answered is None or answered.response_complete
    if not (waits and answered is before):
        _watch(protocol, answered if waits else protocol)
    elif protocol.transport.is_closing():  # and nobody takes what is left
        protocol.transport.abort()
    else:
        _hang_up(protocol)


def _hang_up(protocol: H11Protocol) -> None:
    """Say why, where nothing else is being said, and close."""
    if protocol.conn.our_state is h11.IDLE:
        error = service_error("serve.too_slow", seconds=f"{WAITING_SECONDS:g}")
        status = status_of(error)
        body = dumped(encode_error(error, status)).encode()
        head = (
            f"HTTP/1.1 {status} Request Timeout\r\ncontent-type: {PROBLEM}\r\n"
            f"content-length: {len(body)}\r\nconnection: close\r\n\r\n"
        )
        protocol.transport.write(head.encode("ascii") + body)
    protocol.transport.close()
    _watch(protocol, protocol.cycle)
