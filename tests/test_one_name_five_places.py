"""One name, five places: learn one rule, know all."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from inspect import getdoc, getmembers, isfunction
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, get_origin, get_type_hints

import pytest
from attrs import fields_dict

from xinfang_core import rules
from xinfang_core.assessment import GROUPS, RULES
from xinfang_core.messages.catalogue import CATALOGUE
from xinfang_core.policy.pack import GROUP_OF, PARAMS
from xinfang_core.sources import Bands, CitedList, Sourced, Table

if TYPE_CHECKING:
    from types import ModuleType

HERE = Path(__file__).parent
SHAPES = {Sourced, Table, Bands, CitedList}
"""The four shapes of a parameter."""


def _below(package: str) -> list[str]:
    """The modules that stand directly in a package of rules."""
    found = import_module(f"{rules.__name__}{package}")
    return [f"{package}.{one.name}" for one in iter_modules(found.__path__) if not one.ispkg]


QUESTIONS = [".kind", ".people", ".limits", ".follow_through"]
PACKAGES = [f".{found.name}" for found in iter_modules(rules.__path__) if found.ispkg]
CASE_RULES = [name for package in QUESTIONS for name in _below(package)]
OTHER_RULES = [name for package in PACKAGES if package not in QUESTIONS for name in _below(package)]
"""Rules about many cases, about sites and agents, about papers."""


def _module(path: str) -> ModuleType:
    return import_module(f"{rules.__name__}{path}")


def _name(path: str) -> str:
    return path.rpartition(".")[2]


def _heading(path: str) -> str:
    return (getdoc(_module(path)) or "").splitlines()[0]


def _public_functions(path: str) -> list[str]:
    module = _module(path)
    return [
        function
        for function, found in getmembers(module, isfunction)
        if found.__module__ == module.__name__ and not function.startswith("_")
    ]


class TestTheLists:
    """Folder, pack and assessment list the same rules, in the same order."""

    def test_a_rule_about_one_case_stands_in_the_folder_and_in_the_assessment(self) -> None:
        assert sorted(RULES) == sorted(map(_name, CASE_RULES))

    def test_the_policy_begins_with_the_steps_and_the_rules_of_the_assessment(self) -> None:
        assert list(PARAMS)[: 1 + len(RULES)] == ["workflow", *RULES]

    def test_what_it_has_besides_are_the_other_rules_and_what_is_outside(
        self,
    ) -> None:
        assert sorted({*PACKAGES} - {*QUESTIONS}) == [".ledger", ".papers", ".station"]
        *besides, last = list(PARAMS)[1 + len(RULES) :]
        assert sorted(besides) == sorted(map(_name, OTHER_RULES))
        assert last == "outside"


@pytest.mark.parametrize("path", CASE_RULES)
class TestCaseRules:
    """A rule about one case has one name: in file, pack, policy section, assessment, tests."""

    def test_its_group_holds_its_decision(self, path: str) -> None:
        _, group, name = path.split(".")
        assert name in GROUPS[group]

    def test_its_public_functions_decide_apply_and_say_what_is_owed(self, path: str) -> None:
        assert _public_functions(path) in (["apply", "decide"], ["apply", "decide", "owed"])

    def test_only_a_limit_names_a_duty(self, path: str) -> None:
        assert path.startswith(".limits.") or not hasattr(_module(path), "DUTY")


@pytest.mark.parametrize("path", OTHER_RULES)
class TestOtherRules:
    """A rule about more than one case has one entry, named by what it does."""

    def test_it_has_exactly_one_public_function(self, path: str) -> None:
        (entry,) = _public_functions(path)
        assert getdoc(getattr(_module(path), entry))

    def test_it_is_no_decision_about_one_case(self, path: str) -> None:
        assert _name(path) not in RULES


@pytest.mark.parametrize("path", [*CASE_RULES, *OTHER_RULES])
class TestEveryRule:
    """Each has its parameters, its question, its source and its tests, and knows no other."""

    def test_the_pack_and_the_tests_know_it_by_its_name(self, path: str) -> None:
        assert GROUP_OF[_name(path)] == path.split(".")[1]
        assert PARAMS[_name(path)] is _module(path).Params
        *folders, name = path.removeprefix(".").split(".")
        assert HERE.joinpath("rules", *folders, f"test_{name}.py").is_file()

    def test_the_first_line_asks_a_question_and_gives_the_chinese_term(self, path: str) -> None:
        found = re.search(r"\? \((?P<term>[\u4e00-\u9fff]+)\)\.$", _heading(path))
        assert found
        name = _name(path)
        assert CATALOGUE[f"rule.{name}"] == (found["term"], name.replace("_", " "))

    def test_the_docstring_names_its_source(self, path: str) -> None:
        assert re.search(r"^Source", getdoc(_module(path)) or "", re.MULTILINE)

    def test_every_parameter_carries_its_source(self, path: str) -> None:
        params = _module(path).Params
        hints = get_type_hints(params)
        assert fields_dict(params)
        assert {get_origin(hints[field]) for field in fields_dict(params)} <= SHAPES

    def test_params_cannot_be_changed(self, path: str) -> None:
        params = _module(path).Params
        (field, *_) = fields_dict(params)
        found = params(*[None] * len(fields_dict(params)))
        with pytest.raises(AttributeError):
            setattr(found, field, None)

    def test_rules_import_no_other_rule_but_the_type_of_an_earlier_group(self, path: str) -> None:
        source = Path(_module(path).__file__ or "").read_text(encoding="utf-8")
        imported = {
            f"{node.module or ''}.{alias.name}" if isinstance(node, ast.ImportFrom) else alias.name
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        }
        own = QUESTIONS.index(f".{group}") if (group := path.split(".")[1]) in GROUPS else 0
        earlier = {f"xinfang_core.rules{name}.{HOLDERS[name]}" for name in QUESTIONS[:own]}
        assert {one for one in imported if "xinfang_core.rules" in one} <= earlier


HOLDERS = {".kind": "Kind", ".people": "People", ".limits": "Limits"}


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_of_rules_says_what_it_holds_and_lists_it(package: str) -> None:
    held = {_name(path) for path in _below(package)}
    assert getdoc(_module(package))
    assert {rule for rule, group in GROUP_OF.items() if group == package[1:]} == held
