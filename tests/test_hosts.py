"""Programs of hosts, as type checkers see them: what narrows, and which slips are refused."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import xinfang_core

PROGRAMS = Path(__file__).parent / "hosts"
SOURCE = Path(xinfang_core.__file__).parents[1]
LINE = re.compile(r"(\w+\.py):(\d+): error: ")


def marked() -> set[tuple[str, int]]:
    """The lines that say that they have to be refused."""
    return {
        (path.name, number)
        for path in PROGRAMS.glob("*.py")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if "# refused" in line
    }


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """The programs in a folder of their own, with no settings of ours."""
    return Path(shutil.copytree(PROGRAMS, tmp_path / "hosts"))


def by_mypy(folder: Path) -> str:
    """What mypy says of the programs; of the library only its types are read."""
    ran = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent"),
            *("--cache-dir", str(folder / "cache"), "accepted.py", "refused.py"),
        ],
        cwd=folder,
        env={**os.environ, "MYPYPATH": str(SOURCE)},
        capture_output=True,
        check=False,
        text=True,
    )
    return ran.stdout + ran.stderr


def by_pyright(folder: Path, program: str) -> list[tuple[str, int, str]]:
    """What pyright says of the programs."""
    settings = {"extraPaths": [str(SOURCE)], "typeCheckingMode": "standard"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    ran = subprocess.run(
        [program, "--project", str(folder), "--pythonpath", sys.executable, "--outputjson"],
        capture_output=True,
        check=False,
        text=True,
    )
    return [
        (Path(one["file"]).name, one["range"]["start"]["line"] + 1, one["message"])
        for one in json.loads(ran.stdout)["generalDiagnostics"]
        if one["severity"] == "error"
    ]


def test_mypy_refuses_the_slips_and_nothing_else(programs: Path) -> None:
    said = by_mypy(programs)
    assert {(name, int(line)) for name, line in LINE.findall(said)} == marked(), said


def test_pyright_refuses_the_slips_and_nothing_else(programs: Path) -> None:
    """It comes from npm; where it is not installed, .ci/run still tries it."""
    program = shutil.which("pyright")
    if program is None:
        assert os.environ.get("XINFANG_CI") != "1", "pyright is not installed"
        pytest.skip("needs pyright, which comes from npm")
    said = by_pyright(programs, program)
    assert {(name, line) for name, line, _ in said} == marked(), said


def test_there_are_slips_of_every_kind() -> None:
    assert len(marked()) >= 15
    assert {name for name, _ in marked()} == {"refused.py"}
