"""A program that a test needs: without it the test is skipped, but never in our own checks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from servers import found, running

if TYPE_CHECKING:
    from pathlib import Path


def test_a_missing_program_skips_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XINFANG_CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no-such-program is not installed"):
        found("no-such-program", "usr/lib/*/bin")


def test_in_our_own_checks_it_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XINFANG_CI", "1")
    with pytest.raises(pytest.fail.Exception, match="no-such-program is not installed"):
        found("no-such-program")


def test_a_server_that_ends_at_once_says_why(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "raise SystemExit('no room')"]
    with (
        pytest.raises(RuntimeError, match="no room"),
        running(command, {}, tmp_path / "log", lambda: False),
    ):
        pytest.fail("it is not up")
