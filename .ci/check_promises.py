"""What the last release promised still holds: see docs/explanation/promise.md.

Never broken: policy files, national notices and contracts that were released are what they were,
no name that stands in data is gone or used anew, and no case of the conformance kit asks something
else under its number. Broken only where the version rises by more
than a fix: the public names, those at the top and those in the ``__all__`` of each topic, by the
reference page of that release. What griffe cannot see of these, the order of the fields of a class
and what answers say, is for the tests.
"""

from __future__ import annotations

import json
import logging
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import griffe

if TYPE_CHECKING:
    from collections.abc import Iterator

FROZEN = (
    "src/xinfang_core/contract",
    "src/xinfang_core/policies",
    "src/xinfang_core/calendar/notices/national",
)
CASES = "conformance/cases"
NAMES = "tests/released/names.txt"
RETIRED = "retired "
PAGE = "docs/reference/api.md"
COLOUR = re.compile(r"\x1b\[\d+m")
TOPIC = re.compile(r"^## `xinfang_core\.?([\w.]*)`", re.MULTILINE)


def git(*arguments: str) -> str | None:
    """What git says; None where it refuses."""
    command = ["git", *arguments]
    ran = subprocess.run(command, capture_output=True, check=False, text=True)
    return None if ran.returncode else ran.stdout.strip()


def changed_files(tag: str) -> Iterator[str]:
    """Released data that is not what it was."""
    paths = git("ls-tree", "-r", "--name-only", tag, "--", *FROZEN) or ""
    for path in paths.splitlines():
        # The list of published policies grows; a test holds it to the files.
        if path.endswith((".toml", ".json")) and not path.endswith("/published.toml"):
            now = Path(path)
            if not now.is_file() or now.read_text("utf-8").strip() != git("show", f"{tag}:{path}"):
                yield f"{path}: was released, and may not change"


def lost_names(tag: str) -> Iterator[str]:
    """Names of the release that the list has no more, or that were retired and are used anew."""
    now = {*Path(NAMES).read_text("utf-8").splitlines()}
    for line in (git("show", f"{tag}:{NAMES}") or "").splitlines():
        if line and not line.startswith("#") and not {line, f"{RETIRED}{line}"} & now:
            yield f"{line}: was released, and is neither there nor retired"


def changed_cases(tag: str) -> Iterator[str]:
    """Cases of the conformance kit that are gone, or ask something else."""
    for path in (git("ls-tree", "-r", "--name-only", tag, "--", CASES) or "").splitlines():
        now = dict(_asked(Path(path).read_text("utf-8"))) if Path(path).is_file() else {}
        for name, asked in _asked(git("show", f"{tag}:{path}") or ""):
            if now.get(name) != asked:
                yield f"{name}: was released, and may not ask something else"


def _asked(text: str) -> Iterator[tuple[str, object]]:
    """The cases of a file by their ids, without what is expected."""
    for case in map(json.loads, filter(None, text.split("\n"))):
        yield case["id"], case.get("line", case.get("request"))


def version_of(text: str) -> tuple[int, ...]:
    """Major and minor number."""
    return tuple(int(part) for part in text.removeprefix("v").split(".")[:2])


def hide_the_inside(module: griffe.Object | griffe.Alias) -> None:
    """A module is public only where the one above it names it; griffe takes each for public."""
    for name, inner in module.members.items():
        if not inner.is_alias and inner.is_module:
            inner.public = name in (module.exports or ())
            hide_the_inside(inner)


def breakages(tag: str, topics: list[str]) -> Iterator[str]:
    """What a topic of the release has no more, or has otherwise."""
    old = griffe.load_git("xinfang_core", ref=tag, search_paths=["src"])
    new = griffe.load("xinfang_core", search_paths=["src"])
    for package in (old, new):
        hide_the_inside(package)
    for topic in topics:
        was = old[topic] if topic else old
        try:
            now = new[topic] if topic else new
        except KeyError:
            yield f"{was.path}: the module was removed"
            continue
        kept = {*map(str, now.exports or ())}
        yield from (f"{was.path}.{one}: no longer public" for one in was.exports if one not in kept)
        for found in griffe.find_breaking_changes(was, now):
            yield COLOUR.sub("", found.explain())


def main() -> None:
    """Exit with what was broken."""
    logging.getLogger("griffe").setLevel(logging.ERROR)
    tag = git("describe", "--tags", "--abbrev=0", "--match", "v*")
    page = tag and git("show", f"{tag}:{PAGE}")
    if not tag or not page:
        print("nothing was released yet: no tag v* with a reference page")
        return
    broken = [*changed_files(tag), *lost_names(tag), *changed_cases(tag)]
    changes = list(dict.fromkeys(breakages(tag, TOPIC.findall(page))))
    print(f"compared with {tag}: {len(changes)} breaking changes", *changes, *broken, sep="\n  ")
    if broken:
        sys.exit(f"{len(broken)} promises are broken that no version may break")
    version = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]["version"]
    if changes and version_of(version) <= version_of(tag):
        sys.exit(f"raise the version {version}: these changes break hosts of {tag}")


if __name__ == "__main__":
    main()
