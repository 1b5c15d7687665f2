"""The ``xinfang`` command (命令行): the edge where clock, files and terminal are.

Exit codes: 0 fine, 1 what ``--fail-on`` names was found, 2 bad input or usage, 3 our defect;
128 and the number of the signal where one ended the command.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code, prints what is wrong on standard error."""
    try:
        # Loading the rest is what may be interrupted first.
        from xinfang_core.cli.running import run

        return run(argv)
    except KeyboardInterrupt as interruption:
        from xinfang_core.cli.stopping import say_stopped

        return say_stopped(interruption)
