"""The lines by which each host example uses the library (接入的几行), taken from its files."""
# ruff: noqa: INP001 - beside the pages, no package

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HOSTS = Path(__file__).parents[1] / "examples" / "hosts"
_MARKED = re.compile(
    r"^[ \t]*(?:#|//) xinfang: begin\n(.*?)^[ \t]*(?:#|//) xinfang: end$", re.MULTILINE | re.DOTALL
)
_LANGUAGES = {".java": "java", ".py": "python", ".sh": "sh"}


def names() -> list[str]:
    """The host examples."""
    return sorted(path.name for path in HOSTS.iterdir() if path.is_dir())


def files(name: str) -> list[Path]:
    """The programs of an example, those nearest to its folder first."""
    found = (path for path in (HOSTS / name).rglob("*") if path.suffix in _LANGUAGES)
    return sorted(found, key=lambda path: (len(path.parts), path))


def parts(path: Path) -> list[str]:
    """What stands between the marks of a file."""
    return [dedent(found).strip("\n") for found in _MARKED.findall(path.read_text("utf-8"))]


def unmarked(path: Path) -> str:
    """What stands outside of them."""
    return _MARKED.sub("", path.read_text("utf-8"))


def shown(name: str) -> str:
    """All that an example adds to use the library, file by file."""
    return "\n\n".join(_blocks(name))


def _blocks(name: str) -> Iterator[str]:
    for path in files(name):
        if found := "\n\n".join(parts(path)):
            place = path.relative_to(HOSTS.parents[1]).as_posix()
            language = _LANGUAGES[path.suffix]
            yield f'```{language} title="{place}"\n{found}\n```'
