"""The public face: a small top, everything else in its topic, and all of it documented."""

from __future__ import annotations

import inspect
import re

import pytest

import xinfang_core
from command import TOP as REPOSITORY
from public_names import TOP, TOPICS, module_of, public_modules, public_names

PAGE = (REPOSITORY / "docs" / "reference" / "api.md").read_text("utf-8")
NAMES = public_names()
SAID_BY_KIND = ("vocabulary.",)
"""Topics whose names stand in tables of their kind, not one by one."""


def test_the_top_is_this() -> None:
    """Whoever adds a name here takes one away, or has a reason for the page of the design."""
    assert [*xinfang_core.__all__] == sorted(" ".join(TOP.values()).split())
    assert len(xinfang_core.__all__) <= 40


@pytest.mark.parametrize("topic", TOP)
def test_a_name_of_the_top_is_the_one_of_its_topic(topic: str) -> None:
    module = module_of(topic)
    for name in TOP[topic].split():
        assert name in module.__all__
        assert getattr(xinfang_core, name) is getattr(module, name)
        assert name in dir(xinfang_core)


@pytest.mark.parametrize("path", NAMES)
def test_a_name_leads_somewhere_and_belongs_to_one_topic(path: str) -> None:
    _, _, name = path.rpartition(".")
    found = NAMES[path]
    assert found is not None
    assert [other for other in NAMES if other.endswith(f".{name}") and NAMES[other] is found] == [
        path
    ]


@pytest.mark.parametrize("topic", public_modules())
def test_a_topic_lists_each_name_once(topic: str) -> None:
    names = public_modules()[topic].__all__
    assert len({*names}) == len(names) > 0
    assert not [name for name in names if name.startswith("_")]


@pytest.mark.parametrize("path", NAMES)
def test_a_public_class_or_function_is_documented(path: str) -> None:
    found = NAMES[path]
    if isinstance(found, type) or inspect.isfunction(found):
        docstring = inspect.getdoc(found)
        assert docstring
        # attrs and enum write docstrings of their own where there is none.
        assert not docstring.startswith(("Method generated", "An enumeration"))


class TestThePage:
    """The reference shows the top, then every topic, and nothing else."""

    def test_its_sections_are_the_top_and_the_topics(self) -> None:
        sections = re.findall(r"^## `xinfang_core\.?([\w.]*)`", PAGE, re.MULTILINE)
        assert sections == ["", *TOPICS]

    def test_it_shows_every_public_name_where_it_belongs(self) -> None:
        shown = re.findall(r"^::: xinfang_core\.([\w.]+)", PAGE, re.MULTILINE)
        at_top = {name for name in shown if "." not in name}
        assert at_top == {*xinfang_core.__all__}
        below = {name for name in shown if "." in name}
        # Of a module that a topic names, the page shows all that is public.
        inner = {path for path in public_modules() if path not in TOPICS}
        whole = {path for path in NAMES if path.rpartition(".")[0] in inner}
        top = {f"{topic}.{name}" for topic, names in TOP.items() for name in names.split()}
        listed = {path for path in NAMES if path.startswith(SAID_BY_KIND)}
        assert below - listed == (NAMES.keys() | inner) - top - listed - whole
        assert below <= NAMES.keys() | inner
        assert len({*shown}) == len(shown)
