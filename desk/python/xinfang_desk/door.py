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

from xinfang_core.cli.running import BAD_INPUT, DEFECT
from xinfang_core.errors import MisuseError, XinfangError, place_of
from xinfang_core.messages import render

if TYPE_CHECKING:
    from typing import TextIO

_OUT_OF_MEMORY: Final = f"（{MemoryError.__name__}"
"""How the command line tells a defect that is none: there is no more memory."""

_PROGRESS: Final = re.compile(r".+ \d+/\d+\n")


def run(words: str) -> str:
    """Run a command, as ``xinfang`` runs it; its exit code and what it said, as JSON.

    Of a command line that is none what is wrong is told, without how it is written.

    Raises:
        MemoryError: there is not enough memory.

    """
    from xinfang_core.cli import main

    command: list[str] = json.loads(words)
    out, err = _Text(), Told(sys.stderr)
    with redirect_stdout(out), redirect_stderr(err):
        code = main(command)
    said = err.kept()
    if code == DEFECT and _OUT_OF_MEMORY in said:
        raise MemoryError
    if code == BAD_INPUT:
        said = _wrong_words(command) or said
    return json.dumps({"code": code, "out": out.text(), "err": said}, ensure_ascii=False)


def _wrong_words(command: list[str]) -> str:
    """What is wrong with a command line as such; empty where it is one."""
    # What answers questions is loaded when something is asked: the start does not wait for it.
    from xinfang_desk.asking import parsed

    try:
        parsed(command)
    except MisuseError as error:
        return error.text() + "\n"
    return ""


def ask(name: str, given: str) -> str:
    """What ``module.function`` of this package returns for these keywords, as JSON.

    Returns:
        ``{"told": …}``, or ``{"refused": text}`` where the library says no; of a defect of ours
        its place alone, as the command line tells it, and as ``defect`` too.

    Raises:
        MemoryError: there is not enough memory.

    """
    module, function = name.split(".")
    try:
        made = getattr(import_module(f"xinfang_desk.{module}"), function)(**json.loads(given))
        told = {"told": made}
    except XinfangError as error:
        told = {"refused": error.text()}
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - the edge of Python: show no data
        place = place_of(error)
        told = {"refused": render("cli.defect", {"where": place}), "defect": place}
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
