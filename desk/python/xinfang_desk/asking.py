"""A question as the command line puts it (提问): the one case of a file, and what is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.cli.one_case import asked
from xinfang_core.cli.parser import make_parser

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from xinfang_core.cli.one_case import Asked


def arguments_of(words: Sequence[str]) -> Namespace:
    """The words that ``docs account`` takes: the file, the policy, the day, how it is read."""
    return make_parser().parse_args(["docs", "account", *words])


def answered(words: Sequence[str]) -> Asked:
    """The case that the words name, with what is answered about it.

    Raises:
        XinfangError: as the command refuses them.

    """
    return asked(arguments_of(words))
