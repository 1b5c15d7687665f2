"""``xinfang docs rulebook``: the rulebook of a policy (规则手册)."""

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
