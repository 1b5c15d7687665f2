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
from xinfang_core.assessment import RULES, Assessment
from xinfang_core.messages.catalogue import CATALOGUE
from xinfang_core.policy import PolicyPack
from xinfang_core.policy.edition import PARAMS
from xinfang_core.sources import Sourced, Table

if TYPE_CHECKING:
    from types import ModuleType

HERE = Path(__file__).parent
NAMES = [found.name for found in iter_modules(rules.__path__) if not found.ispkg]


def _module(name: str) -> ModuleType:
    return import_module(f"{rules.__name__}.{name}")


def _heading(name: str) -> str:
    return (getdoc(_module(name)) or "").splitlines()[0]


def test_the_list_of_rules_is_the_folder_of_rules() -> None:
    assert sorted(RULES) == sorted(NAMES)
    assert list(PARAMS) == list(RULES)


@pytest.mark.parametrize("name", NAMES)
class TestOneName:
    """A rule has one name: in its file, pack, policy section, assessment and tests."""

    def test_the_five_places(self, name: str) -> None:
        assert name in fields_dict(PolicyPack)
        assert name in fields_dict(Assessment)
        assert PARAMS[name] is _module(name).Params
        assert (HERE / "rules" / f"test_{name}.py").is_file()

    def test_the_first_line_asks_a_question_and_gives_the_chinese_term(self, name: str) -> None:
        found = re.search(r"\? \((?P<term>[\u4e00-\u9fff]+)\)\.$", _heading(name))
        assert found
        assert CATALOGUE[f"rule.{name}"] == (found["term"], name.replace("_", " "))

    def test_the_docstring_names_its_source(self, name: str) -> None:
        assert re.search(r"^Source", getdoc(_module(name)) or "", re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
class TestOneShape:
    """A rule file holds frozen Params and one public function, and knows no other rule."""

    def test_the_only_public_function_is_decide(self, name: str) -> None:
        module = _module(name)
        own = [
            function
            for function, found in getmembers(module, isfunction)
            if found.__module__ == module.__name__ and not function.startswith("_")
        ]
        assert own == ["decide"]

    def test_every_parameter_carries_its_source(self, name: str) -> None:
        params = _module(name).Params
        hints = get_type_hints(params)
        assert hints
        assert {get_origin(hints[field]) for field in fields_dict(params)} <= {Sourced, Table}

    def test_params_cannot_be_changed(self, name: str) -> None:
        params = _module(name).Params
        (field, *_) = fields_dict(params)
        found = params(*[None] * len(fields_dict(params)))
        with pytest.raises(AttributeError):
            setattr(found, field, None)

    def test_rules_never_import_one_another(self, name: str) -> None:
        source = Path(_module(name).__file__ or "").read_text(encoding="utf-8")
        imported = {
            f"{node.module or ''}.{alias.name}" if isinstance(node, ast.ImportFrom) else alias.name
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        }
        assert not [one for one in imported if "xinfang_core.rules" in one]
