"""Where output goes (输出): the terminal, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from xinfang_core.errors import Fault, MisuseError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeVar

    from rich.console import Console

    Item = TypeVar("Item")

WIDTH = 110
"""Columns of a table where the output is no terminal."""


@contextmanager
def opened(path: str | None, *, wire: bool, spreadsheet: bool = False) -> Iterator[TextIO]:
    """The place to write to.

    Args:
        path: the file; None is standard output.
        wire: whether a program reads it: then it is UTF-8 whatever the terminal says.
        spreadsheet: whether a file begins with the mark by which spreadsheets know UTF-8.

    """
    if path is not None:
        with _whole_file(Path(path), "utf-8-sig" if spreadsheet else "utf-8") as stream:
            yield stream
        return
    stream = sys.stdout
    if wire:
        stream.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
    else:
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    yield stream
    stream.flush()


@contextmanager
def _whole_file(path: Path, encoding: str) -> Iterator[TextIO]:
    """A file that appears under its name only when it is complete."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        facts = (("why", error.strerror),)
        raise MisuseError(Fault("file.unwritable", facts, path.name)) from None
    try:
        with os.fdopen(handle, "w", encoding=encoding, newline="") as stream:
            yield stream
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def console(stream: TextIO) -> Console:
    """A console for tables; asks for the extra where it is missing."""
    try:
        from rich.console import Console
    except ImportError:
        raise MisuseError(Fault("cli.needs_rich")) from None
    width = None if stream.isatty() else WIDTH
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)


def tracked(items: Iterable[Item], total: int, title: str) -> Iterable[Item]:
    """``items`` with a progress bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        return items
    try:
        from rich.console import Console
        from rich.progress import track
    except ImportError:
        return items
    return track(
        items, description=title, total=total, console=Console(stderr=True), transient=True
    )
