"""The host examples (宿主示例) stay small, and the documentation shows what they are."""

from __future__ import annotations

import re
import subprocess
from runpy import run_path

import pytest

from hosting import HOSTS, TOP

LINES = run_path(str(TOP / "docs" / "host_lines.py"))
NAMES: list[str] = LINES["names"]()
MOST = 15
OURS = re.compile(r'\bxf\b|xinfang_core|schema_of|"xinfang"|^\s*xinfang ', re.MULTILINE)
"""How a program names the library or its command."""


@pytest.mark.parametrize("name", NAMES)
def test_a_host_adds_fifteen_lines_at_most(name: str) -> None:
    """Every line between the marks counts, of all its files; only empty ones do not."""
    marked = "\n".join("\n".join(LINES["parts"](path)) for path in LINES["files"](name))
    lines = [line for line in marked.splitlines() if line.strip()]
    assert 0 < len(lines) <= MOST, len(lines)
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_the_library_is_used_outside_of_them(name: str) -> None:
    for path in LINES["files"](name):
        assert not OURS.search(LINES["unmarked"](path)), path


@pytest.mark.parametrize("name", NAMES)
def test_each_has_a_test_bounds_for_what_it_installs_and_its_place_in_the_docs(name: str) -> None:
    assert (TOP / "tests" / "host_examples" / f"test_{name}.py").exists()
    wanted = (HOSTS / name / "requirements.txt").read_text("utf-8").splitlines()
    for line in wanted:
        assert line.startswith("#") or re.fullmatch(r"[\w\[\]]+>=[\d.]+,<\d+", line), line
    page = (TOP / "docs" / "how-to" / "hosts.md").read_text("utf-8")
    assert f"`examples/hosts/run {name}`" in page
    assert f"<!-- generated: host_{name} -->" in page


def test_without_a_name_it_is_said_which_there_are() -> None:
    ran = subprocess.run([HOSTS / "run"], capture_output=True, check=False, encoding="utf-8")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.splitlines()[1:] == NAMES
