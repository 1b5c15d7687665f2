"""``xinfang docs letter`` and ``fields``: letters of a case, and what they take (文书)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def add_letter(parser: argparse.ArgumentParser) -> None:
    """What ``letter`` takes."""
    parser.set_defaults(run=run_letter)


def add_fields(parser: argparse.ArgumentParser) -> None:
    """What ``fields`` takes."""
    parser.set_defaults(run=run_fields)


def run_letter(arguments: argparse.Namespace) -> bool:
    """Write the letter; never a failure."""
    raise NotImplementedError(arguments)


def run_fields(arguments: argparse.Namespace) -> bool:
    """Write the list of fields; never a failure."""
    raise NotImplementedError(arguments)
