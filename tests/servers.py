"""Programs that a test starts itself (临时服务): found or told missing, stopped in the end."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

PATIENCE = 60
"""Seconds that a server may take to start or to stop."""


class Owner(TypedDict, total=False):
    """Under which account ``subprocess`` starts a program."""

    user: int
    group: int
    extra_groups: list[int]


def found(name: str, *folders: str) -> Path:
    """Where a program is, in the path or the newest of some folders; the test is skipped without.

    In our own checks (``XINFANG_CI=1``) nothing is skipped: there a missing program is a failure.
    """
    places = [str(place) for folder in folders for place in sorted(Path("/").glob(folder))]
    for place in (None, *reversed(places)):
        if program := shutil.which(name, path=place):
            return Path(program)
    if os.environ.get("XINFANG_CI") == "1":
        pytest.fail(f"{name} is not installed")
    pytest.skip(f"{name} is not installed")


def owner(*accounts: str) -> Owner:
    """Database servers refuse to run as root: then the first of these accounts that is there."""
    if os.geteuid() != 0:
        return {}
    import pwd  # which Windows lacks

    known = {one.pw_name: one for one in pwd.getpwall()}
    account = next(known[name] for name in (*accounts, "nobody") if name in known)
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


@contextmanager
def folder_of(owned: Owner) -> Iterator[Path]:
    """A folder that only the account may enter; its path is short, as sockets want it."""
    with tempfile.TemporaryDirectory(prefix="xf") as name:
        if owned:
            os.chown(name, owned["user"], owned["group"])
        yield Path(name)


@contextmanager
def running(
    command: Sequence[object], owned: Owner, log: Path, is_up: Callable[[], bool]
) -> Iterator[None]:
    """A server, until it is no longer needed; it alone is stopped."""
    with log.open("wb") as stream:
        server = subprocess.Popen(
            [*map(str, command)], stdin=subprocess.DEVNULL, stdout=stream, stderr=stream, **owned
        )
    try:
        deadline = time.monotonic() + PATIENCE
        while not is_up():
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(log.read_text("utf-8", "replace"))
            time.sleep(0.05)
        yield
    finally:
        server.terminate()
        server.wait(PATIENCE)


def prepared(command: Sequence[object], owned: Owner) -> None:
    """Run what has to be run before the server."""
    ran = subprocess.run([*map(str, command)], capture_output=True, check=False, cwd="/", **owned)
    if ran.returncode:
        raise RuntimeError((ran.stdout + ran.stderr).decode("utf-8", "replace"))
