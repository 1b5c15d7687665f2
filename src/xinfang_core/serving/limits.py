"""What a service takes at most (上限): of bytes, of requests, of time, at a time."""

from __future__ import annotations

from attrs import frozen

from xinfang_core.codec.stream import LONGEST_REQUEST


@frozen
class Limits:
    """What a service takes at most (上限).

    Attributes:
        request_bytes: of the body of one request.
        batch_bytes: of the body of a batch.
        batch_requests: requests of a batch.
        body_seconds: in which a body has to come whole.
        send_seconds: in which a piece of an answer has to be taken.
        at_once: requests with a body that are answered at a time; further ones are refused.
        held_bytes: of all bodies that are held at a time; what is too much is refused.

    """

    request_bytes: int = LONGEST_REQUEST
    batch_bytes: int = 8 * 1024 * 1024
    batch_requests: int = 1000
    body_seconds: float = 20
    send_seconds: float = 30
    at_once: int = 256
    held_bytes: int = 64 * 1024 * 1024
