"""What carries a clause out (落实), in Chinese and back: a rule, or a parameter of one."""

from __future__ import annotations

import re

from xinfang_core.messages import render
from xinfang_core.policy.key_names import key_called
from xinfang_core.policy.pack import PARAMS
from xinfang_core.policy.parameters import annotations_of
from xinfang_core.policy.wording import parameter_title

_BETWEEN = re.compile(r"[\n、，,；;]+")


def codes_in(text: str) -> tuple[str, ...]:
    """The rules and parameters that a cell names, by their keys; an unknown name as it is."""
    names = filter(None, (name.strip() for name in _BETWEEN.split(text)))
    return tuple(map(_code_called, names))


def code_words(code: str) -> str:
    """A rule by its title, a parameter by both; of what a policy declares the key as it is."""
    rule, dot, parameter = code.partition(".")
    if rule not in PARAMS:
        return code
    last = parameter_title(rule, parameter) if parameter else ""
    return render(f"rule.{rule}", {}) + dot + last


def _code_called(name: str) -> str:
    title, dot, last = name.partition(".")
    rule = key_called(title) or title
    if rule not in PARAMS:
        return name
    known = annotations_of(PARAMS[rule])
    called = {parameter_title(rule, parameter): parameter for parameter in known}
    return rule + dot + called.get(last, last)
