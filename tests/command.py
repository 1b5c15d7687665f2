"""Runs the command line, in this process or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.cli import main

if TYPE_CHECKING:
    import pytest

TOP = Path(__file__).parent.parent
LETTERS = str(TOP / "examples" / "mayor_mailbox.csv")
ASSESS_LETTERS = (
    *("assess", LETTERS, "--policy", "online-proxy", "--column", "accepted_at=received_at"),
)
REGISTER = """\
信访件编号,登记日期,收到日期,受理日期,答复日期,事项类别,代理员类别
甲-1,2025-09-30,2025-09-30,2025-09-30,2025-10-09,紧急事项,
甲-2,2025-09-22,2025-09-22,2025-09-22,,consultation,社区志愿者
"""


@frozen
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> Ran:
    """Run ``xinfang`` in this process."""
    code = main(arguments)
    captured = capsys.readouterr()
    return Ran(code, captured.out, captured.err)


def run_apart(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``xinfang`` in a process of its own."""
    program = "import sys; from xinfang_core.cli import main; sys.exit(main())"
    paths = os.pathsep.join([str(TOP / "src"), *filter(None, [os.environ.get("PYTHONPATH")])])
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env={**os.environ, "PYTHONPATH": paths, **environment},
        capture_output=True,
        check=False,
    )


def register(folder: Path, text: str = REGISTER, name: str = "register.csv") -> str:
    """A small register as a file."""
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)
