"""Plant faults at random, one at a time, and see whether the tests notice.

    python benchmarks/mutation_sample.py --count 100 --seed 1

All happens in a copy of the project; the working tree is never touched, and Ctrl-C ends it at any
time with what was found so far. What went unnoticed is listed at the end by its place and
change: a reader judges whether it changes an answer at all.

First its own tests are run, those of ``rules/kind/colour.py`` being ``test_colour.py`` below
``tests/rules`` or right in ``tests``, else those that name the module; where they notice nothing,
the tests of its package, of whole answers, and all right in ``tests``. A hang is noticed by its
time.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections import Counter
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from planting import Fault, faults

if TYPE_CHECKING:
    from collections.abc import Iterable

AREAS = (
    *("assessment", "calendar", "case", "deadline*", "measuring*", "obligation*", "rules"),
    "workflow*",
)
"""Where the answers are made."""

LEFT_BEHIND = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info", "build", "dist", "site")
PATIENCE_S, TIMES = 60, 5
"""Tests may take so much longer than without a fault before they count as hanging."""


class Verdict(Enum):
    """Which tests noticed a fault."""

    own = "noticed"
    others = "noticed by others"
    none = "UNNOTICED"


class Planted(NamedTuple):
    """A fault and the file it is planted in, from the top of the package."""

    module: Path
    fault: Fault


class Copy:
    """A copy of a project in which faults are planted and its tests are run."""

    def __init__(self, project: Path, folder: Path) -> None:
        self.top = folder / "project"
        shutil.copytree(project, self.top, ignore=LEFT_BEHIND)
        self.package = self.top / "src" / "xinfang_core"
        self.said = folder / "said.txt"
        self.usual: dict[tuple[str, ...], float] = {}
        # Compiled files are checked by their content: a fault of the same length within the
        # same second would pass for the sound file otherwise.
        mode = ("--invalidation-mode", "checked-hash")
        compiled = [sys.executable, "-m", "compileall", "-q", *mode, "src"]
        subprocess.run(compiled, cwd=self.top, check=True)

    @cached_property
    def tests(self) -> dict[Path, str]:
        """Every test file, from the top of the tests, with its text."""
        top = self.top / "tests"
        found = sorted(top.rglob("test_*.py"))
        return {path.relative_to(top): path.read_text(encoding="utf-8") for path in found}

    def modules(self) -> list[Path]:
        """The modules in which faults are planted."""
        found = {path for area in AREAS for path in self.package.glob(area)}
        files = {one for path in found for one in (path.rglob("*.py") if path.is_dir() else [path])}
        return sorted(one.relative_to(self.package) for one in files)

    def candidates(self) -> list[Planted]:
        """Every fault that could be planted."""
        return [
            Planted(module, fault)
            for module in self.modules()
            for fault in faults((self.package / module).read_bytes())
        ]

    def own(self, module: Path) -> tuple[str, ...]:
        """The test files of the module itself."""
        return self._mirrored(module) or self._naming(module)

    def around(self, module: Path) -> tuple[str, ...]:
        """The tests of its package, of whole answers, and all that belong to no package."""
        area = module.parts[0].removesuffix(".py")
        packages = dict.fromkeys((f"tests/{area}", "tests/assessment"))
        there = [path for path in packages if (self.top / path).is_dir()]
        return (*there, *_files(path for path in self.tests if len(path.parts) == 1))

    def _mirrored(self, module: Path) -> tuple[str, ...]:
        named = [path for path in self.tests if path.name == f"test_{module.name}"]
        beside = [path for path in named if path.parts[:-1][:1] == module.parts[:-1][:1]]
        return _files(beside or [path for path in named if len(path.parts) == 1])

    def _naming(self, module: Path) -> tuple[str, ...]:
        *packages, name = module.with_suffix("").parts
        above = r"\.".join(("xinfang_core", *packages))
        pattern = re.compile(rf"{above}\.{name}\b|from {above} import (\([^)]*|.*)\b{name}\b")
        return _files(path for path, text in self.tests.items() if pattern.search(text))

    def verdict(self, planted: Planted) -> Verdict:
        """Which tests notice the fault."""
        own, around = self.own(planted.module), self.around(planted.module)
        if own and self._fail(own, planted):
            return Verdict.own
        return Verdict.others if self._fail(around, planted) else Verdict.none

    def _fail(self, tests: tuple[str, ...], planted: Planted) -> bool:
        """Whether one of the tests fails, or hangs, with the fault in place."""
        limit = PATIENCE_S + TIMES * self._without_fault(tests)
        path = self.package / planted.module
        sound = path.read_bytes()
        path.write_bytes(planted.fault.planted(sound))
        try:
            return not self._pass(tests, limit)
        finally:
            path.write_bytes(sound)

    def _without_fault(self, tests: tuple[str, ...]) -> float:
        """How long the tests take, in seconds; they pass, or nothing that they notice counts."""
        if tests not in self.usual:
            begun = time.monotonic()
            if not self._pass(tests, None):
                sys.exit(f"these tests fail without any fault:\n{self.said.read_text('utf-8')}")
            self.usual[tests] = time.monotonic() - begun
        return self.usual[tests]

    def _pass(self, tests: tuple[str, ...], limit: float | None) -> bool:
        """Whether the tests pass within the limit, in seconds."""
        options = ("-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0")
        here = {"PYTHONPATH": str(self.top / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
        with self.said.open("wb") as said:
            running = subprocess.Popen(
                [sys.executable, "-m", "pytest", *options, *tests],
                cwd=self.top,
                env={**os.environ, **here},
                stdout=said,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            return running.wait(limit) == 0
        except subprocess.TimeoutExpired:
            return False
        finally:
            if running.poll() is None:
                os.killpg(running.pid, signal.SIGKILL)
                running.wait()


def _files(paths: Iterable[Path]) -> tuple[str, ...]:
    return tuple(f"tests/{path.as_posix()}" for path in paths)


def told(copy: Copy, planted: Planted) -> str:
    """Where the fault is, and what stands there instead."""
    source = (copy.package / planted.module).read_bytes()
    start, end, new = planted.fault
    was = " ".join(source[start:end].decode().split())
    place = f"src/xinfang_core/{planted.module.as_posix()}:{planted.fault.place(source)}"
    return f"{place}: {was or '(nothing)'} -> {new.decode() or '(nothing)'}"


def sample(copy: Copy, count: int, seed: int) -> None:
    """Plant the faults, tell each at once and what went unnoticed at the end."""
    every = copy.candidates()
    chosen = random.Random(seed).sample(every, min(count, len(every)))
    found: dict[str, Verdict] = {}
    try:
        for number, planted in enumerate(chosen, 1):
            line = told(copy, planted)
            found[line] = copy.verdict(planted)
            print(f"{number}/{len(chosen)} {found[line].value} {line}", flush=True)
    except KeyboardInterrupt:
        print("interrupted", flush=True)
    print(f"\nseed {seed}: {len(found)} faults of {len(every)} that could be planted")
    for verdict, many in Counter(found.values()).items():
        print(f"{many} {verdict.value}")
    print("\n".join(line for line, verdict in found.items() if verdict is Verdict.none))


def _end(_number: int, _frame: object) -> NoReturn:
    raise KeyboardInterrupt


def main() -> None:
    """Take the sample that the command line asks for."""
    parser = ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=100, help="how many faults")
    parser.add_argument("--seed", type=int, default=1, help="which ones")
    top = Path(__file__).resolve().parents[1]
    parser.add_argument("--project", type=Path, default=top, help="another checkout")
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, _end)
    with tempfile.TemporaryDirectory(prefix="xinfang-faults-") as folder:
        sample(Copy(asked.project, Path(folder)), asked.count, asked.seed)


if __name__ == "__main__":
    main()
