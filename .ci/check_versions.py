"""The tests pass at the oldest versions that pyproject.toml allows, and at the newest there are.

The oldest are tried on this Python and on the newest one of the machine, the newest on that one:
here the README's test line has them. Each time a built wheel and the tests that touch every
dependency. A Python that is not there cannot be had from the registries: that is said, and no
failure.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

TOP = Path(__file__).resolve().parents[1]
TOOLS = ("pytest", "pytest-xdist", "hypothesis", "sybil")
"""Of the developers' tools those that these tests need: others would hold versions back."""

EXTRAS = ("cli", "serve", "xlsx", "docx", "pdf")

PARTS = """
    tests/policy tests/codec tests/assessment/test_facts.py tests/assessment/test_versions.py
    tests/test_golden.py tests/calendar/test_counting.py tests/calendar/test_mainland.py
    tests/cli/test_main.py tests/cli/test_policies.py
    tests/serving/test_guard.py tests/cli/test_serving.py
    tests/workbook/test_opening.py tests/workbook/test_saving.py tests/workbook/test_policy_book.py
    tests/documents/letters/test_filling.py tests/documents/letters/test_templates.py
    tests/documents/writers/test_docx.py tests/documents/writers/test_pdf.py
    tests/documents/writers/test_xlsx.py
    --ignore=tests/policy/test_many_faults.py --ignore=tests/policy/test_filling_gaps.py
    --ignore=tests/codec/test_summary.py --ignore=tests/codec/test_answers.py
    --ignore=tests/codec/test_schema.py --ignore=tests/codec/test_schema_answers.py
    --ignore=tests/codec/test_schema_mutants.py --ignore=tests/codec/test_schema_streams.py
    --ignore=tests/codec/test_decoding.py --ignore=tests/codec/test_receipts.py
"""
"""Left out is what looks for slips of ours with many examples: no version changes those."""

NEEDED = re.compile(r"([\w-]+)>=([0-9.]+)")
VERSION = "import ensurepip, sys, venv; print(sys.version_info.minor)"


def needed() -> dict[str, str]:
    """Name and lowest version of what the package needs, and these tests."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    own, tools = (
        dict(NEEDED.findall("\n".join(lines)))
        for lines in (
            [*project["dependencies"], *(one for name in EXTRAS for one in extras[name])],
            extras["dev"],
        )
    )
    return {**own, **{name: tools[name] for name in TOOLS}}


def minor(python: str) -> int:
    """The version 3.x of a Python that can make environments; 0 of any other."""
    asked = subprocess.run([python, "-c", VERSION], capture_output=True, check=False, text=True)
    return 0 if asked.returncode else int(asked.stdout)


def newest() -> str | None:
    """The newest Python of the path or of pyenv, if it is newer than this one."""
    on_path = filter(None, (shutil.which(f"python3.{number}") for number in range(12, 30)))
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")).glob(
        "versions/3.*/bin/python3"
    )
    found = max((*on_path, *map(str, kept)), key=minor, default=sys.executable)
    return found if minor(found) > sys.version_info.minor else None


def try_out(python: str, wheel: str, versions: list[str]) -> None:
    """Run the tests in a fresh environment; ends the process where they fail."""
    with TemporaryDirectory() as folder:
        own = f"{folder}/bin"
        subprocess.run([python, "-m", "venv", folder], check=True)
        subprocess.run([f"{own}/pip", "install", "-q", wheel, *versions], check=True)
        listed = subprocess.check_output([f"{own}/pip", "list", "--format=freeze"], text=True)
        print(f"Python 3.{minor(python)}:", *listed.split(), flush=True)
        tests = subprocess.run(
            [f"{own}/pytest", "-q", "-n", "2", "--dist", "loadfile", *PARTS.split()],
            cwd=TOP,
            check=False,
        )
    if tests.returncode:
        sys.exit(f"the tests fail on Python 3.{minor(python)} with these versions")


def main() -> None:
    """Oldest and newest versions, this Python and the newest."""
    floors = needed()
    oldest = [f"{name}=={floor}" for name, floor in floors.items()]
    other = newest()
    if other is None:
        print(f"no Python newer than 3.{sys.version_info.minor} is to be found here")
    else:
        try_out(other, sys.argv[1], oldest)
    try_out(sys.executable, sys.argv[1], oldest)
    try_out(other or sys.executable, sys.argv[1], list(floors))


if __name__ == "__main__":
    main()
