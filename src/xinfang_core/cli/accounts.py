"""``xinfang docs account``: the account of one case (期限核算单)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def add_words(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> bool:
    """Write the document; never a failure."""
    raise NotImplementedError(arguments)
