"""What the service answers under load (负载): requests a second, the slowest 1 %, memory.

Starts ``xinfang serve`` on this machine, keeps connections busy with single requests, with batches
and with both, one in a hundred bodies malformed, and prints a table. Any answer but 200 and 400,
or the wrong one of the two, ends it.

    python benchmarks/serve_load.py --seconds 60 --connections 64 --workers 1
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define, field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = "import sys; from xinfang_core.cli import main; sys.exit(main())"
BATCH = 500
EVERY = 100
"""One body of so many is malformed."""

LENGTH = re.compile(rb"\r\ncontent-length: (\d+)\r\n", re.IGNORECASE)


@frozen
class Kind:
    """A kind of request: its path, a good body and a malformed one, and the cases in it."""

    name: str
    path: str
    body: bytes
    bad: bytes
    cases: int


@define
class Seen:
    """What came back: seconds of each good answer, and how many malformed bodies were refused."""

    took: list[float] = field(factory=list)
    refused: int = 0
    bytes: int = 0


def case_of(number: int) -> dict[str, object]:
    """One of a thousand different cases."""
    day = f"2025-{number % 9 + 1:02}-{number % 28 + 1:02}"
    return {
        "case_no": f"甲-{number}",
        "received_at": day,
        "accepted_at": day,
        "urgent": number % 2 == 0,
        "people": number % 7 + 1,
    }


def kinds() -> tuple[Kind, Kind]:
    """Single requests and batches."""
    one = json.dumps(case_of(1), ensure_ascii=False).encode()
    many = json.dumps([case_of(at) for at in range(BATCH)], ensure_ascii=False).encode()
    return (
        Kind("single", "/v1/assess", one, one[:-1], 1),
        Kind("batch", "/v1/assess/batch", many, many[:-1], BATCH),
    )


def request_of(kind: Kind, *, bad: bool) -> bytes:
    """A request as it is written."""
    body = kind.bad if bad else kind.body
    head = (
        f"POST {kind.path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def answer(reader: asyncio.StreamReader) -> tuple[int, int]:
    """Status and bytes of an answer, read to its end."""
    head = await reader.readuntil(b"\r\n\r\n")
    found = LENGTH.search(head)
    size = len(head)
    if found:
        size += len(await reader.readexactly(int(found[1])))
    else:
        while length := int(await reader.readuntil(b"\r\n"), 16):
            size += len(await reader.readexactly(length + 2))
        await reader.readexactly(2)
    return int(head[9:12]), size


async def keep_busy(port: int, kind: Kind, until: float, seen: Seen, number: int) -> None:
    """One connection: a request as soon as the last was answered."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while time.perf_counter() < until:
        number += 1
        bad = number % EVERY == 0
        begun = time.perf_counter()
        writer.write(request_of(kind, bad=bad))
        status, size = await answer(reader)
        if status != (400 if bad else 200):
            sys.exit(f"{kind.path} was answered by {status}")
        seen.bytes += size
        if bad:
            seen.refused += 1
        else:
            seen.took.append(time.perf_counter() - begun)
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()


async def load(port: int, pid: int, asked: dict[Kind, int], seconds: float) -> list[str]:
    """Rows of the table: so many connections for each kind, all at a time."""
    begun, spent = time.perf_counter(), cpu(pid)
    until = begun + seconds
    seen = {kind: Seen() for kind in asked}
    memory: list[int] = []
    async with asyncio.TaskGroup() as tasks:
        for kind, connections in asked.items():
            for at in range(connections):
                tasks.create_task(keep_busy(port, kind, until, seen[kind], at * 7))
        while time.perf_counter() < until:
            memory.append(resident(pid))
            await asyncio.sleep(seconds / 20)
    # What was begun in time is waited for.
    took = time.perf_counter() - begun
    rows = [row(kind, asked[kind], seen[kind], took) for kind in asked]
    cases = sum(len(seen[kind].took) * kind.cases for kind in asked)
    # The first tenth warms up. What a case costs does not depend on who else uses the machine.
    each = (cpu(pid) - spent) / cases * 1000
    return [
        *rows,
        f"  {each:.2f} ms of CPU a case; {memory[2] >> 10} MB, then {memory[-1] >> 10} MB",
    ]


def row(kind: Kind, connections: int, seen: Seen, seconds: float) -> str:
    """One line of the table."""
    took = sorted(seen.took)
    middle, slow = took[len(took) // 2], took[int(len(took) * 0.99)]
    rate = len(took) / seconds
    return (
        f"{kind.name:7} {connections:11} {rate:10.1f} {rate * kind.cases:10.0f} "
        f"{middle * 1000:8.1f} {slow * 1000:8.1f} {took[-1] * 1000:8.1f} {seen.refused:8} "
        f"{seen.bytes / seconds / 1e6:7.1f}"
    )


HEAD = "kind    connections requests/s    cases/s   p50 ms   p99 ms   max ms  refused    MB/s"


def resident(pid: int) -> int:
    """Kilobytes in memory of a process and its children."""
    total = 0
    for one in (pid, *children(pid)):
        with suppress(FileNotFoundError):
            text = Path(f"/proc/{one}/status").read_text("ascii")
            found = re.search(r"VmRSS:\s*(\d+)", text)
            total += int(found[1]) if found else 0
    return total


def cpu(pid: int) -> float:
    """Seconds of CPU that a process and its children have used."""
    used = 0
    for one in (pid, *children(pid)):
        used += sum(map(int, Path(f"/proc/{one}/stat").read_text("utf-8").split()[13:15]))
    return used / os.sysconf("SC_CLK_TCK")


def children(pid: int) -> list[int]:
    """The processes that a process started."""
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")
    return [int(one) for one in text.split()]


@contextmanager
def service(workers: int) -> Iterator[tuple[int, int]]:
    """The port and the process of a service that is ended afterwards."""
    command = [sys.executable, "-c", PROGRAM, "serve", "--port", "0", "--policy", "online-proxy"]
    with subprocess.Popen(
        [*command, "--workers", str(workers)], stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as server:
        assert server.stderr is not None  # noqa: S101 - it was asked for
        found = re.search(r":(\d+) ", server.stderr.readline())
        if found is None:
            sys.exit("the service did not start")
        try:
            yield int(found[1]), server.pid
        finally:
            server.terminate()


async def ready(port: int) -> None:
    """Wait until somebody answers."""
    for _ in range(100):
        with suppress(ConnectionError):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.close()
            return
        await asyncio.sleep(0.1)


async def measured(port: int, pid: int, seconds: float, connections: int) -> None:
    """Single requests, batches, and single requests while batches run."""
    single, batch = kinds()
    await ready(port)
    print(HEAD, flush=True)
    for asked in (
        {single: connections},
        {batch: connections},
        {single: connections // 4, batch: connections // 8},
    ):
        print("\n".join(await load(port, pid, asked, seconds)), flush=True)


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--workers", type=int, default=1)
    given = parser.parse_args()
    with service(given.workers) as (port, pid):
        asyncio.run(measured(port, pid, given.seconds, given.connections))
    load_now = Path("/proc/loadavg").read_text("ascii").split()[0]
    print(f"batches of {BATCH} cases; load of the machine at the end: {load_now}")


if __name__ == "__main__":
    main()
