"""Tables of what goes in and comes out (输入输出表), taken from the package at each build."""
# ruff: noqa: INP001 - beside the pages, no package

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from importlib import import_module
from inspect import get_annotations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tables import table

from xinfang_core import cli, vocabulary
from xinfang_core.assessment import RULES
from xinfang_core.codec.answers import field_names
from xinfang_core.messages import render
from xinfang_core.policy.pack import PARAMS
from xinfang_core.policy.wording import list_title

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

    from xinfang_core.codec.fields import Field

EXAMPLE = Path(__file__).parent / "examples" / "one-case.json"


def field_table(fields: Iterable[Field]) -> str:
    """Columns with what they take."""
    rows = ((one.chinese, f"`{one.name}`", _wanted(one)) for one in fields)
    return table("中文列名 | 英文列名 | 填写", rows)


_KINDS = {str: "文字", bool: "是、否", int: "整数", Decimal: "元，最多两位小数", date: "日期"}


def _wanted(field: Field) -> str:
    """What a field takes, by its type."""
    if field.fact == "at":
        return "日期或者时刻"
    if field.kind in _KINDS:
        return _KINDS[field.kind]
    terms = "、".join(f"{term.value} `{term.name}`" for term in field.kind)
    return f"可有几项：{terms}" if field.many else terms


def outcomes() -> str:
    """The rules about one case, each with what its outcome is."""
    rows = []
    for rule in RULES:
        module = import_module(PARAMS[rule].__module__)
        returned = str(get_annotations(module.decide)["return"])
        rows.append((render(f"rule.{rule}", {}), f"`{rule}`", _outcome(returned, module)))
    return table("规则 | 项 | 结论", rows)


_PLAIN = {"Deadline": "[期限](#status)", "Period": "期限", "date": "日期", "Decimal": "数"}


def _outcome(annotation: str, module: ModuleType) -> str:
    """An outcome in words, by its annotation."""
    inner = annotation.removeprefix("Decision[").removesuffix("]")
    if inner.startswith("tuple["):
        member = inner.removeprefix("tuple[").removesuffix("]").removesuffix(", ...")
        return f"列表，每项为{_outcome(member, module)}"
    kind = getattr(module, inner, getattr(vocabulary, inner, None))
    if inner in _PLAIN or kind is None:
        return _PLAIN.get(inner, f"`{inner}`")
    names = field_names(kind)
    if names:
        return "、".join(f"`{name}`" for name in names)
    return f"{list_title(kind)} `{inner}`"


def answer() -> str:
    """What the command line answers about the example."""
    asked = ("--policy", "online-proxy", "--as-of", "2025-10-20", "--format", "json")
    with TemporaryDirectory() as folder:
        path = Path(folder, "answer.json")
        cli.main(("assess", str(EXAMPLE), *asked, "--output", str(path)))
        shown = json.loads(path.read_text("utf-8"))
    return f"```json\n{json.dumps(shown, ensure_ascii=False, indent=2)}\n```"
