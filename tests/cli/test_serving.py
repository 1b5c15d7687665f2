"""``xinfang serve``: a real server at a real address of this machine."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import sys
import threading
import time
from contextlib import suppress
from datetime import datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import h11
import pytest
from starlette.applications import Starlette

from command import run
from serving_apart import asked, connected, ended, served
from xinfang_core.case.moments import SHANGHAI
from xinfang_core.cli import listening, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GOOD = json.dumps({"case_no": "甲-1", "received_at": "2025-09-30"}).encode()
ASSESS, BATCH = "/v1/assess", "/v1/assess/batch"
JSON, LINES = {"Content-Type": "application/json"}, {"Content-Type": "application/x-ndjson"}
REGION = {"start": "2025-09-30", "count": 5, "unit": "working_day", "region": "450000"}


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """Where a service listens."""
    with served("--policy", "online-proxy", "--as-of", "2025-12-01") as (found, _):
        yield found


@pytest.fixture(scope="module")
def hasty() -> Iterator[int]:
    """Where a service listens that does not wait long."""
    with served(waiting_seconds=0.6) as (found, _):
        yield found


class TestServed:
    """One server for many requests."""

    def test_requests_are_answered_over_one_connection(self, port: int) -> None:
        with connected(port) as connection:
            status, text = asked(connection, "POST", ASSESS, GOOD, JSON)
            assert (status, json.loads(text)["made_by"]["as_of"]) == (200, "2025-12-01")
            status, text = asked(connection, "POST", ASSESS, b"{", JSON)
            assert (status, json.loads(text)["status"]) == (400, 400)
            status, text = asked(connection, "POST", BATCH, GOOD + b"\nbad\n", LINES)
            assert (status, len(text.splitlines())) == (200, 3)
            status, text = asked(connection, "GET", "/healthz")
            assert (status, json.loads(text)["defects"]) == (200, 0)

    def test_what_is_far_too_large_is_refused_in_words(self, port: int) -> None:
        """Its sender, who writes all of it before reading, reads why."""
        with connected(port) as connection:
            status, text = asked(connection, "POST", ASSESS, b" " * 100 * 1024 * 1024, JSON)
            assert (status, json.loads(text)["errors"][0]["code"]) == (413, "serve.too_large")

    @pytest.mark.parametrize("begin", [b"", b"GET /healthz HTTP/1.1\r\nHost: x\r\n"])
    def test_a_head_that_does_not_come_is_not_waited_for(self, hasty: int, begin: bytes) -> None:
        with socket.create_connection(("127.0.0.1", hasty), timeout=10) as slow:
            slow.sendall(begin)
            told = b"".join(iter(lambda: slow.recv(4096), b""))
        assert told.startswith(b"HTTP/1.1 408 ")
        assert b"serve.too_slow" in told

    def test_nor_is_that_of_a_second_request(self, hasty: int) -> None:
        with socket.create_connection(("127.0.0.1", hasty), timeout=10) as slow:
            slow.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /healthz HTTP/1.1\r\n")
            told = b"".join(iter(lambda: slow.recv(4096), b""))
        assert told.startswith(b"HTTP/1.1 200 ")
        assert b"HTTP/1.1 408 " in told

    def test_what_is_no_http_is_refused(self, port: int) -> None:
        with socket.create_connection(("127.0.0.1", port), timeout=10) as other:
            other.sendall(b"\x16\x03\x01\r\n\r\n")
            assert other.recv(4096).startswith(b"HTTP/1.1 400 ")

    def test_many_connections_are_answered_at_a_time(self, port: int) -> None:
        found: list[int] = []

        def one() -> None:
            with connected(port) as connection:
                found.extend(asked(connection, "POST", ASSESS, GOOD, JSON)[0] for _ in range(5))

        threads = [threading.Thread(target=one) for _ in range(20)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert found == [200] * 100


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_what_was_begun_is_finished_when_it_is_to_stop(number: signal.Signals) -> None:
    with served("--policy", "online-proxy") as (port, process), connected(port) as connection:
        connection.request("POST", BATCH, (GOOD + b"\n") * 1000, LINES)
        response = connection.getresponse()
        assert response.readline().startswith(b'{"made_by"')
        process.send_signal(number)
        assert len(response.read().splitlines()) == 1000
        _, told = process.communicate(timeout=60)
        assert (process.returncode, told) == (0, "已停止\n")


def test_several_processes_answer_at_one_place() -> None:
    with served("--policy", "online-proxy", "--workers", "2") as (port, process):
        for _ in range(4):
            with connected(port) as connection:
                assert asked(connection, "POST", ASSESS, GOOD, JSON)[0] == 200
        assert ended(process, signal.SIGTERM) == (0, "已停止\n")


class TestCommand:
    """The command itself, in this process."""

    @pytest.fixture
    def free(self) -> int:
        """A port that nobody has."""
        with socket.create_server(("127.0.0.1", 0)) as found:
            return int(found.getsockname()[1])

    def _ask(self, port: int, body: object, found: list[Any]) -> None:
        """Ask once it answers, then say that it is to stop."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            with suppress(OSError), connected(port) as connection:
                sent = json.dumps(body).encode()
                status, text = asked(connection, "POST", "/v1/due", sent, JSON)
                found += [status, json.loads(text)]
                os.kill(os.getpid(), signal.SIGTERM)
                return
            time.sleep(0.05)

    def _run(
        self, capsys: pytest.CaptureFixture[str], port: int, *options: str, body: object = REGION
    ) -> tuple[int, str, list[Any]]:
        found: list[Any] = []
        asking = threading.Thread(target=self._ask, args=(port, body, found))
        asking.start()
        ran = run(capsys, "serve", "--port", str(port), *options)
        asking.join()
        return ran.code, ran.err, found

    def test_it_says_where_it_is_and_that_it_ended(
        self, capsys: pytest.CaptureFixture[str], free: int
    ) -> None:
        code, told, (status, answer) = self._run(capsys, free, "--known-on", "2025-01-01")
        assert code == 0
        assert told.splitlines() == [
            f"在 http://127.0.0.1:{free} 等候请求，说明见 /openapi.json；Ctrl-C 停止",
            "已停止",
        ]
        assert (status, answer["region"], answer["known_on"]) == (200, "450000", "2025-01-01")

    def test_it_warns_where_others_can_reach_it(
        self, capsys: pytest.CaptureFixture[str], free: int
    ) -> None:
        _, told, (status, _) = self._run(capsys, free, "--host", "0.0.0.0", "--log")  # noqa: S104
        first, _, logged, _ = told.splitlines()
        assert first.startswith(f"注意：0.0.0.0:{free} 不限于本机，而本服务没有身份验证")
        assert (status, logged.split()[:3]) == (200, ["POST", "/v1/due", "200"])

    def test_regions_of_imported_notices_are_known_too(
        self, capsys: pytest.CaptureFixture[str], free: int, tmp_path: Path
    ) -> None:
        folder = tmp_path / "notices"
        path = tmp_path / "原文.txt"
        head = "文号：京1号\n年份：2026\n适用范围：地方\n地区：110000 北京\n"
        path.write_text(f"{head}节：3月2日放假\n", "utf-8")
        asked = ("calendar", "import", str(path), "--notices", str(folder))
        assert run(capsys, *asked).code == 0
        body = {"start": "2026-02-28", "count": 1, "unit": "working_day", "region": "110000"}
        found = self._run(capsys, free, "--notices", str(folder), body=body)
        _, told, (status, answer) = found
        assert (status, answer["due"]) == (200, "2026-03-03")
        assert told.endswith("已停止\n")

    def test_a_port_that_is_taken(self, capsys: pytest.CaptureFixture[str]) -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            ran = run(capsys, "serve", "--port", str(port))
        told = f"127.0.0.1:{port} 已被占用，请用 --port 另选一个端口\n"
        assert (ran.code, ran.err) == (2, told)

    @pytest.mark.parametrize("host", ["203.0.113.1", "no such host", "a" * 300, "::z"])
    def test_an_address_that_is_not_here(
        self, capsys: pytest.CaptureFixture[str], host: str
    ) -> None:
        ran = run(capsys, "serve", "--host", host, "--port", "0")
        assert ran.code == 2
        assert ran.err.startswith("不能在 ")

    @pytest.mark.parametrize("port", ["65536", "-1", "x", "1e3"])
    def test_a_port_is_a_number(self, capsys: pytest.CaptureFixture[str], port: str) -> None:
        ran = run(capsys, "serve", "--port", port)
        assert (ran.code, "参数 --port" in ran.err) == (2, True)

    def test_a_reading_needs_its_policy(self, capsys: pytest.CaptureFixture[str]) -> None:
        ran = run(capsys, "serve", "--variant", "calendar_days")
        assert (ran.code, ran.err.startswith("--policy: ")) == (2, True)

    def test_the_extra_is_asked_for(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "xinfang_core.cli.listening", None)
        ran = run(capsys, "serve")
        assert (ran.code, ran.err) == (
            2,
            "接口服务需要附加组件：pip install 'xinfang-core[serve]'\n",
        )

    def test_an_address_of_the_newer_kind_is_written_in_brackets(
        self, capsys: pytest.CaptureFixture[str], free: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        if not socket.has_ipv6:
            pytest.skip("no IPv6 here")
        monkeypatch.setattr("xinfang_core.cli.listening.listen", lambda *_: None)
        ran = run(capsys, "serve", "--host", "::1", "--port", str(free))
        if "不能在" in ran.err:
            pytest.skip("no IPv6 here")
        assert ran.err.startswith(f"在 http://[::1]:{free} 等候请求")

    def test_the_number_of_processes_is_handed_on(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        seen: list[int] = []

        class Several:
            def __init__(self, config: Any, _sockets: object) -> None:  # noqa: ANN401
                seen.append(config.workers)

            def run(self) -> None:
                """Nothing."""

        monkeypatch.setattr("xinfang_core.cli.listening.Multiprocess", Several)
        assert run(capsys, "serve", "--port", "0", "--workers", "3").code == 0
        assert seen == [3]


def test_a_terminal_that_goes_away_ends_it_as_the_other_signals_do() -> None:
    with served() as (listening_at, process):
        with connected(listening_at) as connection:  # it has begun
            assert asked(connection, "GET", "/healthz")[0] == 200
        assert ended(process, signal.SIGHUP) == (0, "已停止\n")


def test_an_interruption_that_the_server_does_not_know_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Interrupted:
        should_exit = False

        def __init__(self, _config: object) -> None:
            """Take what a server takes."""

        def handle_exit(self, *_: object) -> None:
            """Nothing."""

        def run(self, _sockets: object) -> None:
            raise KeyboardInterrupt

    monkeypatch.setattr(listening, "Server", Interrupted)
    with socket.socket() as bound, pytest.raises(KeyboardInterrupt):
        listening.listen(Starlette, bound, 1)


def test_a_signal_that_somebody_set_aside_stays_so(monkeypatch: pytest.MonkeyPatch) -> None:
    class Ended:
        def __init__(self, _config: object) -> None:
            """Take what a server takes."""

        def run(self, _sockets: object) -> None:
            """Nothing."""

    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        monkeypatch.setattr(listening, "Server", Ended)
        with socket.socket() as bound:
            listening.listen(Starlette, bound, 1)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


class TestWaiting:
    """A connection on which nothing comes about is not held for ever."""

    @pytest.fixture(autouse=True)
    def soon(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Look again at once."""
        monkeypatch.setattr(listening, "WAITING_SECONDS", 0.0)

    def _looked(self, protocol: Any, before: object) -> None:  # noqa: ANN401 - a stand-in
        async def wait() -> None:
            listening.look(protocol, before)
            await asyncio.sleep(0.02)

        asyncio.run(wait())

    def _protocol(self, **given: object) -> Any:  # noqa: ANN401 - a stand-in
        """A connection on which a request was answered, of which some is still to come."""
        done: list[object] = []

        def close() -> None:
            done.append("close")

        def abort() -> None:
            done.append("abort")
            protocol.connections.clear()

        transport = SimpleNamespace(
            is_closing=lambda: "close" in done, close=close, abort=abort, write=done.append
        )
        protocol = SimpleNamespace(
            transport=transport,
            cycle=SimpleNamespace(response_complete=True),
            conn=SimpleNamespace(our_state=h11.DONE),
            connections=[],
            done=done,
        )
        vars(protocol).update(given)
        protocol.connections.append(protocol)
        return protocol

    def test_what_is_left_of_a_request_is_not_waited_for(self) -> None:
        """Nor is somebody who does not take what is left of the answer."""
        protocol = self._protocol()
        self._looked(protocol, None)
        assert protocol.done == ["close", "abort"]

    def test_a_head_that_does_not_come_is_told_of(self) -> None:
        protocol = self._protocol(cycle=None, conn=SimpleNamespace(our_state=h11.IDLE))
        self._looked(protocol, protocol)
        told, *then = protocol.done
        assert told.startswith(b"HTTP/1.1 408 ")
        assert then == ["close", "abort"]

    def test_a_connection_that_is_gone_is_forgotten(self) -> None:
        protocol = self._protocol()
        protocol.connections.clear()
        self._looked(protocol, protocol.cycle)
        assert protocol.done == []

    def test_whoever_is_being_answered_is_left_alone(self) -> None:
        protocol = self._protocol(cycle=SimpleNamespace(response_complete=False))
        self._looked(protocol, protocol.cycle)
        assert protocol.done == []


def test_the_day_is_that_of_shanghai() -> None:
    assert serving.today() == datetime.now(SHANGHAI).date()
