"""The promises of the package as a whole: its public face, its start-up and its sizes."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from graphlib import TopologicalSorter
from importlib.metadata import version
from pathlib import Path

import pytest

import xinfang_core
from command import TOP

SOURCE = Path(xinfang_core.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))
TREES = {
    path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text("utf-8")) for path in MODULES
}
MAY_BE_LONG = {"decide_kind", "decide_people", "decide_limits", "decide_follow_through"}
"""The call of a group may be as long as the list of its rules."""

SLOW = ("chinese_calendar", "dateutil", "rich", "zoneinfo", "tomllib", "json")


def imported(tree: ast.Module, *, for_types: bool) -> set[str]:
    """The modules of the package that a module imports, at its top, in functions, or for types."""
    found: set[str] = set()
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test) and not for_types:
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            named = {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
            paths = {name.removeprefix("xinfang_core.").replace(".", "/") + ".py" for name in named}
            found |= paths & TREES.keys()
        waiting.extend(ast.iter_child_nodes(node))
    return found


def functions(tree: ast.Module) -> list[ast.FunctionDef]:
    """Every function of a module, methods among them."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


class TestPublicNames:
    """Type checkers see the names of the top; no other name is there."""

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

    def test_the_version_is_one(self) -> None:
        """Package, project and the first heading of the changelog name the same."""
        project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
        changes = (TOP / "CHANGELOG.md").read_text("utf-8")
        headings = re.findall(r"^## (\S+)", changes, re.MULTILINE)
        assert project["version"] == headings[0] == xinfang_core.__version__
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


class TestCircles:
    """No module needs itself: whoever reads one reads downwards."""

    def test_no_module_is_imported_by_one_that_it_imports(self) -> None:
        graph = {name: imported(tree, for_types=False) for name, tree in TREES.items()}
        TopologicalSorter(graph).prepare()

    @pytest.mark.parametrize("part", ["calendar", "case", "policy"])
    def test_not_even_for_types_where_circles_were(self, part: str) -> None:
        inside = {name: tree for name, tree in TREES.items() if name.startswith(f"{part}/")}
        graph = {name: imported(tree, for_types=True) for name, tree in inside.items()}
        TopologicalSorter(graph).prepare()


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
                marks = [one.id for one in node.decorator_list if isinstance(one, ast.Name)]
                # What overloads mean stands at the function that they are of.
                assert ast.get_docstring(node) or marks == ["overload"], node.name

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
