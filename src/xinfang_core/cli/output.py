"""Where output goes (输出): the terminal, or a file that is written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO, TextIO

from xinfang_core.errors import Fault, MisuseError
from xinfang_core.refusals import system_fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeVar

    from rich.console import Console

    Item = TypeVar("Item")

WIDTH = 130
"""Columns of a table where the output is no terminal."""

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_LIKE_ANY = 0o666
_PAUSE = 0.2
"""Seconds between two lines of progress."""


@contextmanager
def opened(path: str | None, *, wire: bool, spreadsheet: bool = False) -> Iterator[TextIO]:
    """The place to write to.

    Args:
        path: the file; None is standard output.
        wire: whether a program reads it: then it is UTF-8 whatever the terminal says.
        spreadsheet: whether a file begins with the mark by which spreadsheets know UTF-8.

    Raises:
        MisuseError: it cannot be written.

    """
    if path is not None:
        with _whole_file(Path(path)) as made:
            encoding = "utf-8-sig" if spreadsheet else "utf-8"
            with made.open("w", encoding=encoding, newline="") as written:
                yield written
        return
    stream = sys.stdout
    if stream is None:
        raise MisuseError(Fault("cli.no_output"))
    if wire:
        reconfigure(stream, encoding="utf-8", newline="")
    try:
        yield stream
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        close_quietly(stream)
        raise MisuseError(system_fault(error, "", "file.unwritable")) from None


@contextmanager
def opened_bytes(path: str) -> Iterator[BinaryIO]:
    """A file that is no text, written whole or not at all.

    Raises:
        MisuseError: it cannot be written.

    """
    with _whole_file(Path(path)) as made, made.open("wb") as stream:
        yield stream


def write_whole(path: str, content: bytes) -> None:
    """The same, all at once."""
    with opened_bytes(path) as stream:
        stream.write(content)


def forgive() -> None:
    """Let the terminal show a mark for a character that it does not know."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure(stream, errors="replace")


def reconfigure(stream: TextIO | None, **settings: str) -> None:
    """Set up a stream, where it is one that can be: a host may have put another in its place."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(**settings)


def close_quietly(stream: TextIO) -> None:
    """Nothing more can be written; nor is Python to try it, and complain, when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def tell(text: str) -> None:
    """A line on standard error, if there is one and it takes it: the exit code says it too."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text + "\n")
        sys.stderr.flush()
    except OSError:
        close_quietly(sys.stderr)


@contextmanager
def _whole_file(path: Path) -> Iterator[Path]:
    """Where to write a file that appears under its name only when it is complete."""
    try:
        with _unnamed(path) as made:
            yield made
    except OSError as error:
        raise MisuseError(system_fault(error, str(path), "file.unwritable")) from None


@contextmanager
def _unnamed(path: Path) -> Iterator[Path]:
    """A file beside ``path`` that takes its name at the end; a device or pipe is kept as it is."""
    stands = _found(path)
    if stands and not stat.S_ISREG(stands.st_mode):
        yield path
        return
    path = path.resolve()
    made = path.with_name(f".xinfang.{token_hex(8)}")
    try:
        _make(made, stands)
        yield made
        made.replace(path)
    except BaseException:
        made.unlink(missing_ok=True)
        raise


def _found(path: Path) -> os.stat_result | None:
    """What stands there, None where nothing does; refused where it is not to be written.

    Raises:
        OSError: a file that is read-only, or links that lead in a circle.

    """
    try:
        stands = path.stat()
    except FileNotFoundError:
        return None
    # Whoever may write everywhere is not to overwrite what is marked as finished either.
    if not stands.st_mode & _WRITABLE or not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stands


def _make(made: Path, stands: os.stat_result | None) -> None:
    """An empty file that those may read, and only those, who might read what ``stands`` there.

    In place of nothing it is made like any file of its folder.
    """
    made.touch(stat.S_IMODE(stands.st_mode) if stands else _LIKE_ANY, exist_ok=False)
    if stands:
        # To give a file away takes rights that few have, and Windows knows no owners.
        with suppress(PermissionError, AttributeError):
            os.chown(made, stands.st_uid, stands.st_gid)
        made.chmod(stat.S_IMODE(stands.st_mode))


def console(stream: TextIO) -> Console:
    """A console for tables; asks for the extra where it is missing."""
    try:
        from rich.console import Console
    except ImportError:
        raise MisuseError(Fault("cli.needs_rich")) from None
    terminal = stream.isatty()
    return Console(
        file=stream,
        width=None if terminal else WIDTH,
        # FORCE_COLOR is for those who look at it, not for a file.
        force_terminal=None if terminal else False,
        highlight=False,
        markup=False,
        emoji=False,
    )


def drawn(screen: Console, item: object) -> str:
    """A table as text, for us to write: rich ends the process where the reader has left."""
    # It flushes the stream after a capture too; what we still had in it is to fail with us.
    screen.file.flush()
    with screen.capture() as captured:
        screen.print(item)
    return captured.get()


def tracked(items: Iterable[Item], total: int, title: str) -> Iterable[Item]:
    """``items`` with a progress bar on standard error where that is a terminal.

    A program that shows progress itself sets ``XINFANG_PROGRESS=lines``: then it is lines of
    ``title done/total``, a few a second.
    """
    if os.environ.get("XINFANG_PROGRESS") == "lines":
        return _tracked_in_lines(items, total, title)
    if sys.stderr is None or not sys.stderr.isatty():
        return items
    try:
        from rich.console import Console
        from rich.progress import track
    except ImportError:
        return items
    return track(
        items, description=title, total=total, console=Console(stderr=True), transient=True
    )


def _tracked_in_lines(items: Iterable[Item], total: int, title: str) -> Iterator[Item]:
    told = monotonic()
    for done, item in enumerate(items):
        if done == 0 or monotonic() - told > _PAUSE:
            tell(f"{title} {done}/{total}")
            told = monotonic()
        yield item
    tell(f"{title} {total}/{total}")
