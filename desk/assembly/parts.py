"""The parts of the file: Pyodide, lit and esbuild from npm, the wheels as one archive (部件)."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from pathlib import Path

# The earliest day that an archive can hold: same files, same bytes.
_THEN = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Parts:
    """What the page is made of.

    Attributes:
        node: the folder of npm's packages.
        python: the archive of our package and what it needs, compiled for Pyodide's Python.
        stdlib: Python's own library, compiled too.
        versions: what is inside, by name.

    """

    node: Path
    python: Path
    stdlib: Path
    versions: dict[str, str]


def parts(desk: Path) -> Parts:
    """Fetch what is missing, build our wheel and compile all Python."""
    wanted = tomllib.loads((desk / "versions.toml").read_text(encoding="utf-8"))
    kept = desk / ".parts"
    kept.mkdir(exist_ok=True)
    node = npm(kept, wanted["npm"])
    wheels = _wheels(kept, wanted["pypi"])
    own = _own_wheel(desk.parent, kept)
    bridge = desk / "python" / "xinfang_desk"
    python = _compiled(desk, kept / "python", [*wheels, own], node, bridge)
    stdlib = _compiled(desk, kept / "stdlib", [node / "pyodide" / "python_stdlib.zip"], node)
    version = own.name.split("-")[1]
    versions = {"xinfang-core": version, **wanted["pypi"], **_inside(wanted["npm"])}
    return Parts(node, python, stdlib, versions)


def npm(kept: Path, wanted: dict[str, str]) -> Path:
    """A folder with these packages of npm at these versions; kept until one changes."""
    name = "npm-" + _digest(sorted(wanted.items()))
    folder = kept / name
    if not folder.exists():
        unfinished = kept / f"{name}.part"
        shutil.rmtree(unfinished, ignore_errors=True)
        named = [f"{package}@{version}" for package, version in wanted.items()]
        options = ["--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"]
        _run(["npm", "install", *options, "--prefix", str(unfinished), *named])
        unfinished.rename(folder)
    return folder / "node_modules"


def _wheels(kept: Path, wanted: dict[str, str]) -> list[Path]:
    folder = kept / ("pypi-" + _digest(sorted(wanted.items())))
    if not folder.exists():
        unfinished = folder.with_suffix(".part")
        shutil.rmtree(unfinished, ignore_errors=True)
        named = [f"{package}=={version}" for package, version in wanted.items()]
        options = ["--no-deps", "--only-binary=:all:", "--dest", str(unfinished)]
        _run([sys.executable, "-m", "pip", "download", "-q", *options, *named])
        unfinished.rename(folder)
    return sorted(folder.glob("*.whl"))


def _own_wheel(root: Path, kept: Path) -> Path:
    below = sorted((root / "src").rglob("*.*"))
    sources = [file for file in below if "__pycache__" not in file.parts]
    # The wheel's metadata carries the last two.
    sources += [root / name for name in ("pyproject.toml", "README.md", "LICENSE")]
    folder = kept / ("own-" + _digest([_content(file) for file in sources]))
    if not folder.exists():
        _clear(kept, "own-")
        unfinished = folder.with_suffix(".part")
        options = ["-q", "--no-deps", "-w", str(unfinished)]
        _run([sys.executable, "-m", "pip", "wheel", *options, str(root)])
        unfinished.rename(folder)
    return next(folder.glob("*.whl"))


def _compiled(
    desk: Path, staged: Path, archives: list[Path], node: Path, bridge: Path | None = None
) -> Path:
    """All Python of some archives as one, of code that Pyodide need not compile again."""
    compiler = desk / "assembly" / "compile.mjs"
    own = sorted(bridge.rglob("*.py")) if bridge else []
    checks = desk.parent / "examples" / "checks"
    own += sorted(checks.rglob("*.csv")) if bridge else []
    sources = _digest([_content(file) for file in [compiler, *archives, *own]])
    path = staged.with_name(f"{staged.name}-{sources}.zip")
    if path.exists():
        return path
    _clear(staged.parent, staged.name)
    for one in archives:
        with ZipFile(one) as archive:
            archive.extractall(staged)
    if bridge:
        left = shutil.ignore_patterns("__pycache__")
        shutil.copytree(bridge, staged / "xinfang_desk", ignore=left)
        # The examples that come with the policies: what a change flips is seen at once.
        shutil.copytree(checks, staged / "checks")
    _run(["node", str(compiler), str(node), str(staged)])
    unfinished = staged.with_suffix(".part")
    _pack(staged, unfinished)
    return unfinished.rename(path)


def _pack(folder: Path, path: Path) -> None:
    with ZipFile(path, "w") as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                name = file.relative_to(folder).as_posix()
                # The page packs it once more, and better than as many small packs.
                archive.writestr(ZipInfo(name, _THEN), file.read_bytes(), ZIP_STORED)


def _clear(kept: Path, start: str) -> None:
    """Take away what former builds left of this name."""
    for former in kept.glob(f"{start}*"):
        if former.is_dir():
            shutil.rmtree(former)
        else:
            former.unlink()


def _inside(packages: dict[str, str]) -> dict[str, str]:
    return {name: version for name, version in packages.items() if name != "esbuild"}


def _content(file: Path) -> tuple[str, str]:
    data = file.read_bytes() if file.is_file() else b""
    return file.name, hashlib.sha256(data).hexdigest()


def _digest(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()[:12]


def _run(command: list[str]) -> None:
    """Run it; what it printed is shown where it fails."""
    # npm brings its own list of authorities; ours is the system's.
    authorities = {"NODE_EXTRA_CA_CERTS": "/etc/ssl/certs/ca-certificates.crt"}
    done = subprocess.run(
        command, env={**authorities, **os.environ}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(command[:4])} …\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
