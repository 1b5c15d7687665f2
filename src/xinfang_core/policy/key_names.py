"""What a Chinese name in a policy file is called there (键名): the keys are English."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_KEYS = {
    "题头": "policy",
    "条款": "clause",
    "变体": "variant",
    "编号": "id",
    "名称": "title",
    "施行日": "effective",
    "衔接": "transition",
    "在办事项": "open_cases",
    "改用日": "switch_on",
    "位置": "locator",
    "转述": "text",
    "落实": "encoded_by",
    "搁置": "set_aside",
    "来源": "source",
    "取值": "value",
    "单位": "unit",
    "短语": "phrase",
    "误植": "misprint",
    "依据": "basis",
    "说明": "note",
    "起算": "start",
    "期限": "limit",
}
"""The keys that every policy has, by what the guide calls them."""


def key_called(name: str) -> str | None:
    """The key that is called ``name`` in Chinese, such as reply_deadline, or a dotted one."""
    key = ".".join(_keys().get(part.strip(), part) for part in name.split("."))
    return None if key == name else key


@cache
def _keys() -> Mapping[str, str]:
    """The rules by their titles, and the keys."""
    # The words are loaded when something is first wrong: hosts notice start-up.
    from xinfang_core.messages.catalogue import CATALOGUE

    rules = {
        title: code.removeprefix("rule.")
        for code, (title, _) in CATALOGUE.items()
        if code.startswith("rule.")
    }
    return rules | _KEYS
