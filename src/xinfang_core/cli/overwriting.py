"""An output that would overwrite what the command reads (覆盖输入): refused."""

from __future__ import annotations

import os
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from xinfang_core.cli.choice import policy_paths
from xinfang_core.cli.notices import notice_folder
from xinfang_core.errors import Fault, MisuseError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

_WRITTEN = {
    "--output": "output",
    "--errors": "errors",
    "--write-copy": "write_copy",
    "--suggest": "suggest",
}
"""Options that name a file to be written, each with the argument that it becomes."""

_READ = (
    ("file", "cli.over_register"),
    ("old", "cli.over_notice"),
    ("new", "cli.over_notice"),
    ("key_file", "cli.over_input"),
    ("receipt", "cli.over_input"),
    ("replayed", "cli.over_input"),
    ("threshold", "cli.over_input"),
    ("parties", "cli.over_input"),
    ("fields", "cli.over_input"),
    ("template", "cli.over_input"),
    ("previous", "cli.over_input"),
)
"""Arguments that may name a file, each with the fault of writing over it."""

_POLICIES = ("policy", "old_policy", "new_policy")
"""Arguments that may name the file or folder of a policy."""


def keep_apart(arguments: argparse.Namespace) -> None:
    """Refuse to write answers, refused rows and copies over what is read, or over one another.

    Raises:
        MisuseError: the output is a file that the command reads, or another of its outputs.

    """
    named = {option: getattr(arguments, name, None) for option, name in _WRITTEN.items()}
    targets = {option: target for option, target in named.items() if target}
    for target in targets.values():
        for code, source in _sources(arguments):
            if _is_among(Path(target), source):
                raise MisuseError(Fault(code, path=target))
    for (one, target), (other, again) in combinations(targets.items(), 2):
        if _is_one(Path(target), Path(again)):
            facts = (("one", other), ("other", one))
            raise MisuseError(Fault("cli.errors_elsewhere", facts, path=again))


def _sources(arguments: argparse.Namespace) -> Iterator[tuple[str, Path]]:
    """The files and folders that a command line names, or that are used without being named."""
    for name, code in _READ:
        if text := getattr(arguments, name, None):
            yield code, Path(text)
    before = getattr(arguments, "before", None)
    for text in (*getattr(arguments, "paths", ()), *([before] if before else [])):
        path = Path(text)
        yield from (("cli.over_input", one) for one in (path, *path.rglob("*")))
    for text in getattr(arguments, "column", ()):
        yield "cli.over_columns", Path(text)
    named = [getattr(arguments, name, None) or "" for name in _POLICIES]
    for text in (*named, *getattr(arguments, "policies", ())):
        for policy in policy_paths(text):
            yield "cli.over_policy", policy
    if folder := notice_folder(getattr(arguments, "notices", None)):
        yield "cli.over_notice", folder


def _is_among(target: Path, source: Path) -> bool:
    """Whether a file is another one, or one of the TOML files of a folder."""
    try:
        files = source.glob("*.toml") if source.is_dir() else (source,)
        return target.is_file() and any(one.is_file() and one.samefile(target) for one in files)
    except OSError:  # such as a name that is too long for one: whoever opens it will say so
        return False


def _is_one(one: Path, other: Path) -> bool:
    """Whether two names lead to one file, be it there yet or not; a device may be named twice."""
    try:
        ordinary = one.is_file() or not one.exists()
    except OSError:  # as above
        return False
    # Unlike ``Path.resolve`` it takes links that lead in a circle.
    return ordinary and os.path.realpath(one) == os.path.realpath(other)
