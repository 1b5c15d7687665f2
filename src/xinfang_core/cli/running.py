"""One command, from its words to its exit code (运行一个命令)."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from xinfang_core.cli.output import close_quietly, forgive, tell
from xinfang_core.cli.overwriting import keep_apart
from xinfang_core.cli.parser import chinese_argparse, make_parser
from xinfang_core.cli.stopping import stoppable
from xinfang_core.errors import XinfangError, place_of
from xinfang_core.messages import render

if TYPE_CHECKING:
    from collections.abc import Sequence

FINE, FOUND, BAD_INPUT, DEFECT = range(4)


def run(argv: Sequence[str] | None) -> int:
    """The exit code; what is wrong is said on standard error.

    Raises:
        KeyboardInterrupt: somebody, or the system, wants it to stop.

    """
    forgive()
    # Workbooks are to have the same bytes wherever they are written: with lxml beside it, openpyxl
    # would write other ones.
    os.environ.setdefault("OPENPYXL_LXML", "False")
    try:
        with chinese_argparse():
            arguments = make_parser().parse_args(argv)
        keep_apart(arguments)
        with stoppable():
            return FOUND if arguments.run(arguments) else FINE
    except SystemExit as stop:
        return int(stop.code or 0)
    except XinfangError as error:
        return _complain(error.text(), BAD_INPUT)
    except BrokenPipeError:  # whoever read our output has left
        close_quietly(sys.stdout)
        return FINE
    except Exception as error:  # noqa: BLE001 - the last edge: say it is ours, show no data
        return _complain(
            render("cli.defect", {"where": getattr(error, "where", "") or place_of(error)}), DEFECT
        )


def _complain(text: str, code: int) -> int:
    tell(text)
    return code
