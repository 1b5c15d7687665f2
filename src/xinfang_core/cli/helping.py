"""Help that stands in columns although Chinese signs are two columns wide (帮助的排版)."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from xinfang_core.cli.output import opened, tell

if TYPE_CHECKING:
    from collections.abc import Callable

_FILLER = "\ufffc"
"""Stands after each wide sign while argparse counts; never shown."""


class WideHelp(argparse.HelpFormatter):
    """Counts columns of the terminal where argparse counts characters."""

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: Any = None) -> None:  # noqa: ANN401 - as argparse has it
        """The usage line, its first word as wide as it is shown."""
        first = _widened("用法：") if prefix is None else prefix
        super().add_usage(usage, actions, groups, first)

    def format_help(self) -> str:
        """The help without what only served to count."""
        return super().format_help().replace(_FILLER, "")

    def _metavar_formatter(
        self, action: argparse.Action, default_metavar: str
    ) -> Callable[[int], tuple[str, ...]]:
        metavars = super()._metavar_formatter(action, default_metavar)
        return lambda size: tuple(map(_widened, metavars(size)))

    def _expand_help(self, action: argparse.Action) -> str:
        return _widened(super()._expand_help(action))


class Parser(argparse.ArgumentParser):
    """A parser whose help, and that of its commands, stands in columns.

    Raises:
        MisuseError: the help is asked for and cannot be written.

    """

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - as argparse has it
        super().__init__(formatter_class=WideHelp, **settings)
        self.color = False  # from Python 3.14 on it would colour what is written to a file

    def _print_message(self, message: str, file: object = None) -> None:
        # argparse would pass over what cannot be written.
        if file is not sys.stdout:
            tell(message.removesuffix("\n"))
            return
        with opened(None, wire=False) as stream:
            stream.write(message)


def _widened(text: str) -> str:
    """``text`` with as many characters as it has columns."""
    return "".join(sign + _FILLER if east_asian_width(sign) in "WF" else sign for sign in text)
