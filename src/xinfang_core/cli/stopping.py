"""A command that somebody or the system wants to stop (中断): tidied up, and said."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from xinfang_core.cli.output import tell
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Iterator

BY_SIGNAL = 128
"""The exit code of a command that a signal ended, less the signal's number."""

# Windows knows no SIGHUP.
_SIGNALS = [
    signal.Signals[name]
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if name in signal.Signals.__members__
]
_UNTOUCHED = (signal.SIG_DFL, signal.default_int_handler)


@contextmanager
def stoppable() -> Iterator[None]:
    """Let SIGTERM and SIGHUP interrupt a command as Ctrl-C does, so that it leaves no file.

    Nothing changes where somebody has handled a signal already, as ``nohup`` or a host does,
    nor outside the main thread, which alone hears of signals.
    """
    here = threading.current_thread() is threading.main_thread()
    before = {one: signal.getsignal(one) for one in _SIGNALS if here}
    ours = [one for one, handler in before.items() if handler in _UNTOUCHED]
    for one in ours:
        signal.signal(one, _interrupt)
    try:
        yield
    finally:
        for one in ours:
            signal.signal(one, before[one])


def _interrupt(number: int, _frame: object) -> NoReturn:
    """Interrupt once: a second signal would interrupt the tidying up."""
    for one in _SIGNALS:
        if signal.getsignal(one) is _interrupt:
            signal.signal(one, signal.SIG_IGN)
    raise KeyboardInterrupt(number)


def say_stopped(interruption: KeyboardInterrupt) -> int:
    """Say that the command was interrupted; the exit code."""
    tell(render("cli.interrupted", {}))
    number, *_ = interruption.args or (signal.SIGINT,)
    return BY_SIGNAL + int(number)
