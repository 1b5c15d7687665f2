"""Runs what a page shows of the command line (文档核对): the ``$ xinfang …`` of its consoles.

A page calls ``check`` from an invisible block. Notices are imported into a folder of its own,
shown as that of the user; a line that is ``…`` stands for lines left out. What is said on
standard error beside an answer is not shown.
"""
# ruff: noqa: INP001 - beside the pages, no package

from __future__ import annotations

import os
import re
import shlex
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from unittest.mock import patch

from xinfang_core.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

SHOWN_FOLDER = "~/.local/share/xinfang/notices"
"""What stands on a page for the folder of imported notices."""


def check(page: str) -> None:
    """Hold every console of a page against what the commands print."""
    text = Path(page).read_text("utf-8")
    with (
        TemporaryDirectory() as folder,
        patch.dict(os.environ, {"XINFANG_NOTICES": folder, "COLUMNS": "100"}),
    ):
        for command, shown in _commands(text):
            said = _run(command).replace(folder, SHOWN_FOLDER)
            pattern = re.escape(shown).replace(re.escape("…\n"), "(?:.*\n)*")
            if not re.fullmatch(pattern, said):
                raise AssertionError(f"{page}\n$ {command}\n{said}")


def _commands(text: str) -> Iterator[tuple[str, str]]:
    """Each command of the consoles, and the lines shown below it."""
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.replace("\\\n", " ").partition("\n")
            yield command, shown


def _run(command: str) -> str:
    """What ``xinfang`` answers to the command, or the errors where it refuses."""
    said, errors = StringIO(), StringIO()
    with redirect_stdout(said), redirect_stderr(errors):
        main(shlex.split(command)[1:])
    return said.getvalue() or errors.getvalue()
