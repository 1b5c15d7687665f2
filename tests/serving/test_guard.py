"""What stands before the service: bounds, and the last catch."""

from __future__ import annotations

import asyncio
import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from asgi import JSON, LINES, Reply, ask, get, post, reply_of, scope_of
from assessing import MAINLAND
from xinfang_core.codec import Terms, requests
from xinfang_core.serving import Limits, make_app

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

TODAY = date(2025, 12, 1)
GOOD = {"case_no": "甲-1", "received_at": "2025-09-30"}
BODY = json.dumps(GOOD).encode()
ASSESS, BATCH = "/v1/assess", "/v1/assess/batch"
AS_JSON = {"content-type": JSON}


def limited(log: Callable[[str], None] | None = None, **limits: Any) -> ASGIApp:  # noqa: ANN401
    """An application with other bounds."""
    terms = Terms(MAINLAND, policy="online-proxy")
    return make_app(terms, lambda: TODAY, limits=Limits(**limits), log=log)


async def served(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """As a server calls it."""
    await app(scope, receive, send)


async def never() -> Any:  # noqa: ANN401 - nothing comes
    """Wait for what does not come."""
    await asyncio.Event().wait()


async def ask_by(app: ASGIApp, path: str, *messages: Message, **headers: str) -> list[Message]:
    """Ask with these messages, after which nothing comes; what is sent."""
    waiting, sent = [*messages], []

    async def receive() -> Message:
        return waiting.pop(0) if waiting else await never()

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope_of("POST", path, {**AS_JSON, **headers}), receive, send)
    return sent


def piece(body: bytes, *, more: bool = True) -> Message:
    """A piece of a body."""
    return {"type": "http.request", "body": body, "more_body": more}


class TestSize:
    """A body that is too large is taken and thrown away, so that its sender hears why."""

    def test_in_pieces_it_is_the_same(self) -> None:
        asked = asyncio.run(ask(limited(), "POST", ASSESS, (BODY[:9], BODY[9:]), AS_JSON))
        assert asked == post(limited(), ASSESS, GOOD)

    def test_all_of_it_is_taken_and_nothing_kept(self) -> None:
        app = limited(batch_bytes=10)
        pieces = [b"x" * 8] * 1000
        found = asyncio.run(ask(app, "POST", BATCH, pieces, {"content-type": LINES}))
        assert (found.status, found.code) == (413, "serve.too_large")
        assert found.headers["connection"] == "close"
        assert post(app, BATCH, b"1", LINES).status == 200

    def test_who_asks_first_is_told_at_once(self) -> None:
        headers = {"expect": "100-continue", "content-length": str(10**9)}
        sent = asyncio.run(ask_by(limited(), ASSESS, **headers))
        assert reply_of(sent).code == "serve.too_large"

    def test_who_asks_first_with_a_fitting_body_is_answered(self) -> None:
        for length in ("10", "x"):
            headers = {"expect": "100-continue", "content-length": length}
            sent = asyncio.run(ask_by(limited(), ASSESS, piece(BODY, more=False), **headers))
            assert reply_of(sent).status == 200


class TestTime:
    """Whoever is too slow is told so; whoever has left is told nothing."""

    def test_a_body_that_does_not_come(self) -> None:
        sent = asyncio.run(ask_by(limited(body_seconds=0.01), ASSESS, piece(b"{")))
        found = reply_of(sent)
        assert (found.status, found.code) == (408, "serve.too_slow")
        assert found.headers["connection"] == "close"
        assert "0.01 秒" in found.json()["detail"]

    def test_somebody_who_leaves_within_the_body(self) -> None:
        app = limited(at_once=1)
        assert asyncio.run(ask_by(app, ASSESS, piece(b"{"), {"type": "http.disconnect"})) == []
        assert post(app, ASSESS, GOOD).status == 200

    def test_somebody_who_leaves_within_a_batch(self) -> None:
        """What is left of it is not worked on."""
        app = limited()
        body = piece((BODY + b"\n") * 900, more=False)

        async def leave() -> list[Message]:
            headers = {"content-type": LINES}
            return await ask_by(app, BATCH, body, {"type": "http.disconnect"}, **headers)

        sent = asyncio.run(leave())
        lines = b"".join(one.get("body", b"") for one in sent).count(b"\n")
        assert lines < 900
        assert get(app, "/healthz").json()["defects"] == 0

    @pytest.mark.parametrize(("path", "media"), [(ASSESS, JSON), (BATCH, LINES), ("/no", JSON)])
    def test_somebody_who_takes_nothing(self, path: str, media: str) -> None:
        """Such as a reader that is stuck: it is left alone, and is no defect of ours."""
        app = limited(send_seconds=0.01, batch_bytes=100)
        waiting = [piece(BODY, more=False)]

        async def receive() -> Message:
            return waiting.pop(0) if waiting else await never()

        async def send(_message: Message) -> None:
            await never()

        scope = scope_of("POST", path, {"content-type": media})
        asyncio.run(served(app, scope, receive, send))
        assert get(app, "/healthz").json()["defects"] == 0

    def test_somebody_who_does_not_even_take_a_refusal(self) -> None:
        app = limited(send_seconds=0.01, body_seconds=0.01)

        async def send(_message: Message) -> None:
            await never()

        asyncio.run(served(app, scope_of("POST", ASSESS, AS_JSON), never, send))
        assert post(app, ASSESS, GOOD).status == 200


class TestNumber:
    """Only so many at a time, and only so many bytes of them."""

    def test_one_too_many_is_sent_away(self) -> None:
        app = limited(at_once=1)

        async def two() -> Reply:
            slow = asyncio.create_task(ask_by(app, ASSESS, piece(b"{")))
            await asyncio.sleep(0)
            found = await ask(app, "POST", ASSESS, (BODY,), AS_JSON)
            health = await ask(app, "GET", "/healthz")
            slow.cancel()
            assert health.status == 200
            return found

        found = asyncio.run(two())
        assert (found.status, found.code, found.headers["retry-after"]) == (503, "serve.busy", "1")
        assert post(app, ASSESS, GOOD).status == 200

    def test_bodies_are_held_up_to_a_bound(self) -> None:
        app = limited(held_bytes=100)

        async def two() -> Reply:
            slow = asyncio.create_task(ask_by(app, ASSESS, piece(b" " * 90)))
            await asyncio.sleep(0)
            found = await ask(app, "POST", ASSESS, (BODY,), AS_JSON)
            slow.cancel()
            return found

        assert asyncio.run(two()).code == "serve.busy"
        assert post(app, ASSESS, GOOD).status == 200

    def test_single_requests_come_between_the_slices_of_a_batch(self) -> None:
        app = limited()

        async def both() -> tuple[int, int]:
            headers = {"content-type": LINES}
            body = piece((BODY + b"\n") * 1000, more=False)
            batch = asyncio.create_task(ask_by(app, BATCH, body, **headers))
            await asyncio.sleep(0.01)
            found = await ask(app, "POST", ASSESS, (BODY,), AS_JSON)
            assert not batch.done()
            return found.status, reply_of(await batch).status

        assert asyncio.run(both()) == (200, 200)


class TestDefects:
    """What is our fault is said to be, with its place, and with nothing that was sent."""

    @pytest.fixture
    def broken(self, monkeypatch: pytest.MonkeyPatch) -> ASGIApp:
        """An application that fails at each case."""

        def fail(case: object, *_rest: object, **_named: object) -> None:
            raise RuntimeError(f"张三 {case}")

        app = limited()
        monkeypatch.setattr(requests, "assess", fail)
        return app

    def test_of_one_request(self, broken: ASGIApp) -> None:
        found = post(broken, ASSESS, GOOD)
        assert (found.status, found.code) == (500, "serve.defect")
        assert "张三" not in found.body.decode()
        assert "RuntimeError fail:" in found.json()["detail"]
        assert get(broken, "/healthz").json()["defects"] == 1

    def test_within_a_batch_the_others_are_answered(self, broken: ASGIApp) -> None:
        first, second = map(
            json.loads, post(broken, BATCH, BODY + b"\nbad", LINES).body.split(b"\n")[:2]
        )
        assert (first["error"]["status"], first["row"], first["line"]) == (500, 1, 1)
        assert "张三" not in json.dumps(first, ensure_ascii=False)
        assert second["error"]["errors"][0]["code"] == "json.bad_form"
        assert get(broken, "/healthz").json()["defects"] == 1

    def test_once_an_answer_is_on_its_way_no_other_is_sent(self) -> None:
        async def half(_scope: object, _receive: object, send: Any) -> None:  # noqa: ANN401
            await send({"type": "http.response.start", "status": 200, "headers": []})
            raise RuntimeError

        app: Any = limited()
        app.router = half
        sent = asyncio.run(ask_by(app, ASSESS, piece(BODY, more=False)))
        assert [one["type"] for one in sent] == ["http.response.start"]


class TestLog:
    """A line for each request, if it is wanted, with nothing of what was asked."""

    def test_method_path_status_and_time(self) -> None:
        lines: list[str] = []
        app = limited(lines.append)
        post(app, ASSESS, GOOD)
        get(app, "/a\nb")
        first, second = lines
        assert first.startswith("POST /v1/assess 200 ")
        assert first.endswith(" ms")
        assert second.startswith("GET /a<U+000A>b 404 ")


def test_what_is_no_request_goes_by() -> None:
    """A server says when it starts and ends; nothing is done then."""
    app, sent = limited(), []
    waiting = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]

    async def receive() -> Any:  # noqa: ANN401 - a message
        return waiting.pop(0)

    async def send(message: Message) -> None:
        sent.append(message["type"])

    asyncio.run(served(app, {"type": "lifespan", "asgi": {"version": "3.0"}}, receive, send))
    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
