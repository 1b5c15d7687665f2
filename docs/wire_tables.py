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
from typing import TYPE_CHECKING, Any

from tables import table

from xinfang_core import cli, vocabulary
from xinfang_core.assessment import GROUPS
from xinfang_core.codec.outcomes import main_field
from xinfang_core.codec.plain import field_names
from xinfang_core.codec.schema import SCHEMAS
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
    """The rules about one case by group, each with what its outcome is."""
    rows = []
    for group, rules in GROUPS.items():
        for rule in rules:
            module = import_module(PARAMS[rule].__module__)
            returned = str(get_annotations(module.decide)["return"])
            title = render(f"rule.{rule}", {})
            rows.append((title, f"`{group}.{rule}`", _outcome(returned, module)))
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
    main = main_field(kind)
    if main:
        others = [f"`{name}`" for name in field_names(kind) if name != main]
        return "，另有".join(filter(None, (f"`outcome`（{main}）", "、".join(others))))
    return f"{list_title(kind)} `{inner}`"


def schemas() -> str:
    """The schemas of the contract."""
    rows = ((f"`{name}`", one.title) for name, one in SCHEMAS.items())
    return table("名称 | 描述的是", rows)


def answer() -> str:
    """What the command line answers about the example."""
    return _shown(_answered("standard"))


def answer_brief() -> str:
    """The same case in few words."""
    return _shown(_answered("brief")["cases"][0])


def answer_full() -> str:
    """One limit of the same case in full, with what it cites."""
    (case,) = _answered("full")["cases"]
    limit = case["limits"]["reply_deadline"]
    cited = {one["citation"] for one in limit["reasons"]} - {None}
    table = {str(number): case["citations"][number] for number in sorted(cited)}
    return _shown({"reply_deadline": limit, "citations": table})


def _answered(size: str) -> Any:  # noqa: ANN401 - plain JSON
    asked = ("--policy", "online-proxy", "--as-of", "2025-10-20", "--format", "json")
    with TemporaryDirectory() as folder:
        path = Path(folder, "answer.json")
        cli.main(("assess", str(EXAMPLE), *asked, "--size", size, "--output", str(path)))
        return json.loads(path.read_text("utf-8"))


def _shown(value: object) -> str:
    return f"```json\n{json.dumps(value, ensure_ascii=False, indent=2)}\n```"
