"""Runs the command line, in this process or in one of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

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


def answers_in(text: str) -> list[dict[str, Any]]:
    """The answers among JSON Lines, and what stands in place of one; not what made them."""
    return [one for one in map(json.loads, text.splitlines()) if {*one} != {"made_by"}]


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


NOTICE = """\
# 照 2027 年的通知录入（试）
文号：国办发明电〔2026〕9号
印发日期：2026年11月20日
年份：2027
元旦：1月1日（周五）至3日（周日）放假，共3天。
春节：2月5日至12日放假调休，共8天。1月31日（周日）、2月14日（周日）上班。
清明节：4月3日至5日放假，共3天。
劳动节：5月1日至5日放假调休，共5天。5月8日（周六）上班。
端午节：6月9日（周三）放假1天，不调休。
中秋节：9月15日（周三）放假。
国庆节：10月1日至7日放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
"""
"""A notice that is not published yet, as a clerk would type it."""


def notice_file(folder: Path, *changes: tuple[str, str], name: str = "通知.txt") -> str:
    """The notice, with some words of it changed, as a file."""
    text = NOTICE
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)
