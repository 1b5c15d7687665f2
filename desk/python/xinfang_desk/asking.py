"""A question as the command line puts it (提问): its words, taken apart, and what is answered."""

from __future__ import annotations

import io
from contextlib import redirect_stderr
from typing import TYPE_CHECKING

from xinfang_core.cli.one_case import asked
from xinfang_core.cli.parser import chinese_argparse, make_parser
from xinfang_core.errors import Fault, MisuseError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from xinfang_core.cli.one_case import Asked

_BEFORE = "：错误："
"""What stands between the name of the command and what is wrong with its words."""


def parsed(words: Sequence[str]) -> Namespace:
    """A command line, taken apart.

    Raises:
        MisuseError: what is wrong with it, in the words of the command.

    """
    try:
        with redirect_stderr(io.StringIO()) as said, chinese_argparse():
            return make_parser().parse_args(words)
    except SystemExit:
        line = said.getvalue().strip().rpartition("\n")[2]
        wrong = line.partition(_BEFORE)[2] or line
        raise MisuseError(Fault("cli.usage", told=(wrong, wrong))) from None


def answered(words: Sequence[str]) -> Asked:
    """The case of a file, with what is answered about it; the words are those of ``docs account``.

    Raises:
        XinfangError: as the command refuses them.

    """
    return asked(parsed(("docs", "account", *words)))
