"""The one door between the page and the library: commands as on the command line, and questions."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from xinfang_core.errors import XinfangError

if TYPE_CHECKING:
    from typing import TextIO

_PROGRESS: Final = re.compile(r".+ \d+/\d+\n")


def run(words: str) -> str:
    """Run a command, as ``xinfang`` runs it; its exit code and what it said, as JSON."""
    from xinfang_core.cli import main

    out, err = _Text(), Told(sys.stderr)
    with redirect_stdout(out), redirect_stderr(err):
        code = main(json.loads(words))
    told = {"code": code, "out": out.text(), "err": err.kept()}
    return json.dumps(told, ensure_ascii=False)


def ask(name: str, given: str) -> str:
    """What ``module.function`` of this package returns for these keywords, as JSON.

    What the library refuses is returned as ``{"refused": text}``.
    """
    module, function = name.split(".")
    try:
        told = getattr(import_module(f"xinfang_desk.{module}"), function)(**json.loads(given))
    except XinfangError as error:
        told = {"refused": error.text()}
    return json.dumps(told, ensure_ascii=False)


def files(folder: str) -> str:
    """The paths of all files below a folder, in order of name, as JSON."""
    return json.dumps(sorted(str(one) for one in Path(folder).rglob("*") if one.is_file()))


def remove(path: str) -> None:
    """Remove a file or a folder, whatever is in it; what is not there is no fault."""
    if Path(path).is_dir():
        shutil.rmtree(path)
    else:
        Path(path).unlink(missing_ok=True)


class Told(io.StringIO):
    """Standard error: what is told of progress goes on to the page at once, the rest is kept."""

    def __init__(self, onward: TextIO) -> None:
        super().__init__()
        self._onward = onward
        self._kept: list[str] = []

    def write(self, text: str) -> int:
        """Take a text; whole lines, as the command line writes them."""
        if _PROGRESS.fullmatch(text):
            self._onward.write(text)
            self._onward.flush()
        else:
            self._kept.append(text)
        return len(text)

    def kept(self) -> str:
        """What was said that is no progress."""
        return "".join(self._kept)


class _Text(io.TextIOWrapper):
    """A stream of text that has a buffer of bytes too, as standard output has."""

    def __init__(self) -> None:
        self._bytes = io.BytesIO()
        super().__init__(self._bytes, encoding="utf-8", newline="\n", write_through=True)

    def text(self) -> str:
        """All that was written."""
        self.flush()
        return self._bytes.getvalue().decode()
