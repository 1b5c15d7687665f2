"""The promises of the package as a whole: its public face, its start-up and its sizes."""

from __future__ import annotations

import ast
import inspect
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import xinfang_core

SOURCE = Path(xinfang_core.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))
TREES = {
    path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text("utf-8")) for path in MODULES
}
MAY_BE_LONG = {"assess"}
"""``assess()`` may be as long as the list of rules."""

SLOW = ("cattrs", "chinese_calendar", "dateutil", "rich", "zoneinfo", "tomllib", "json")


def functions(tree: ast.Module) -> list[ast.FunctionDef]:
    """Every function of a module, methods among them."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


class TestPublicNames:
    """Each public name is there, typed and documented."""

    def test_each_name_leads_somewhere(self) -> None:
        for name in xinfang_core.__all__:
            assert getattr(xinfang_core, name) is not None
            assert name in dir(xinfang_core)

    @pytest.mark.parametrize("name", [name for name in xinfang_core.__all__ if name != "Period"])
    def test_each_name_is_documented(self, name: str) -> None:
        docstring = inspect.getdoc(getattr(xinfang_core, name))
        assert docstring
        # attrs and enum write docstrings of their own where there is none.
        assert not docstring.startswith(("Method generated", "An enumeration"))

    def test_type_checkers_see_the_same_names(self) -> None:
        typed = {
            alias.asname or alias.name
            for node in ast.walk(TREES["__init__.py"])
            if isinstance(node, ast.ImportFrom)
            and (node.module or "").startswith("xinfang_core.")
            and node.module != "xinfang_core.lazy"
            for alias in node.names
        }
        assert typed == set(xinfang_core.__all__)

    def test_another_name_is_refused(self) -> None:
        with pytest.raises(AttributeError, match="no attribute 'nothing'"):
            vars(xinfang_core)["__getattr__"]("nothing")

    def test_the_version_is_in_the_metadata(self) -> None:
        assert version("xinfang-core").count(".") == 2


class TestStartUp:
    """Importing the package reads no file and starts nothing; hosts notice start-up."""

    def test_slow_modules_are_left_for_later(self) -> None:
        program = (
            "import sys; before = set(sys.modules); import xinfang_core;"
            "print(*(set(sys.modules) - before))"
        )
        loaded = subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONPATH": str(SOURCE.parent)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout.split()
        assert "xinfang_core" in loaded
        assert not {name.split(".")[0] for name in loaded}.intersection(SLOW)


class TestSizes:
    """Small functions, everything documented and typed."""

    @pytest.mark.parametrize("name", TREES)
    def test_no_function_is_longer_than_30_lines(self, name: str) -> None:
        for function in functions(TREES[name]):
            body = function.body[1:] if ast.get_docstring(function) else function.body
            lines = body[-1].end_lineno - body[0].lineno + 1 if body and body[-1].end_lineno else 0
            assert lines <= 30 or function.name in MAY_BE_LONG, function.name

    @pytest.mark.parametrize("name", TREES)
    def test_every_module_and_public_function_is_documented(self, name: str) -> None:
        assert ast.get_docstring(TREES[name])
        for node in TREES[name].body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                assert ast.get_docstring(node), node.name

    @pytest.mark.parametrize("name", [name for name in TREES if name.startswith("rules/")])
    def test_a_module_of_a_rule_reads_no_clock_and_no_file(self, name: str) -> None:
        nodes = list(ast.walk(TREES[name]))
        called = {
            node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            for node in nodes
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name)
        }
        assert not called & {"today", "now", "utcnow", "open", "read_text", "getenv", "__import__"}
        assert "environ" not in {node.attr for node in nodes if isinstance(node, ast.Attribute)}
        imported = {
            alias.name.partition(".")[0] if isinstance(node, ast.Import) else str(node.module)
            for node in nodes
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        }
        assert not imported & {"io", "os", "pathlib", "socket", "subprocess", "time"}
