"""Runs the host examples (宿主示例) as their readers do: in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from servers import found

TOP = Path(__file__).parent.parent
HOSTS = TOP / "examples" / "hosts"
LETTERS = TOP / "examples" / "mayor_mailbox.csv"
AS_OF = "2020-01-31"
"""The day that the letters are asked about."""


def needs(*modules: str) -> None:
    """Skip the test where a package is not installed, but for ``examples/hosts/run``.

    That installs what its example needs, so there what is missing is a failure.
    """
    missing = [name for name in modules if find_spec(name) is None]
    if not missing:
        return
    told = f"needs {', '.join(missing)}: run examples/hosts/run"
    if "XINFANG_HOST" in os.environ:
        pytest.fail(told)
    pytest.skip(told)


def environment(**more: str) -> dict[str, str]:
    """That of this process, with this library and the command that belongs to it."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "PYTHONPATH": str(TOP / "src"), **more}


def python(
    *arguments: str | Path, folder: Path, text: str = "", **more: str
) -> subprocess.CompletedProcess[str]:
    """A program of an example, run in a folder; warnings are errors."""
    return subprocess.run(
        [sys.executable, "-W", "error", *map(str, arguments)],
        cwd=folder,
        env=environment(**more),
        input=text,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def java(folder: Path, requests: Path, policy: str, day: str) -> subprocess.CompletedProcess[str]:
    """The example in Java, compiled into a folder."""
    sources = sorted((HOSTS / "java").glob("*.java"))
    compiler = (str(found("javac")), "-Xlint:all", "-Werror", "-d", str(folder))
    subprocess.run([*compiler, *map(str, sources)], check=True)
    return subprocess.run(
        [found("java"), "-cp", folder, "Assess", requests, policy, day],
        env=environment(),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
