"""A service in a process of its own, and requests over a real connection."""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from command import TOP
from xinfang_core.cli.listening import WAITING_SECONDS

if TYPE_CHECKING:
    import signal
    from collections.abc import Iterator

PROGRAM = """
import signal, sys
# Whoever runs the tests may have set some signals aside.
for one in (signal.SIGHUP, signal.SIGTERM):
    signal.signal(one, signal.SIG_DFL)
signal.signal(signal.SIGINT, signal.default_int_handler)
from xinfang_core.cli import listening, main
listening.WAITING_SECONDS = float(sys.argv.pop(1))
if __name__ == "__main__":
    sys.exit(main())
"""


@contextmanager
def served(
    *options: str, waiting_seconds: float = WAITING_SECONDS
) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """The port of a service of this machine, and its process.

    Only what is about waiting may shorten it: on a busy machine a test, too, keeps it waiting.
    """
    paths = os.pathsep.join([str(TOP / "src"), *filter(None, [os.environ.get("PYTHONPATH")])])
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(waiting_seconds), "serve", "--port", "0", *options],
        env={**os.environ, "PYTHONPATH": paths},
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stderr
        try:
            for line in process.stderr:
                if found := re.search(r"在 http://\S+:(\d+) ", line):
                    break
            assert found
            yield int(found[1]), process
        finally:
            process.kill()


@contextmanager
def connected(port: int) -> Iterator[http.client.HTTPConnection]:
    """A connection to a service."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        yield connection
    finally:
        connection.close()


def asked(
    connection: http.client.HTTPConnection,
    method: str,
    path: str,
    body: bytes | None = None,
    headers: dict[str, str] | None = None,
) -> tuple[int, bytes]:
    """Status and body of an answer."""
    connection.request(method, path, body, headers or {})
    response = connection.getresponse()
    return response.status, response.read()


def ended(process: subprocess.Popen[str], number: signal.Signals) -> tuple[int, str]:
    """The exit code after a signal, and what is left of what it says."""
    process.send_signal(number)
    _, told = process.communicate(timeout=60)
    return process.returncode, told
