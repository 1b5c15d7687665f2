"""Editions with some words of them changed, to be compared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import xinfang_core
from xinfang_core.change.difference import difference
from xinfang_core.policy.files import policy_of

if TYPE_CHECKING:
    from xinfang_core.change.entries import Difference, Entry
    from xinfang_core.policy import Edition

_FOLDER = Path(xinfang_core.__file__).parent / "policies"
_EXAMPLES = Path(__file__).parent.parent / "examples" / "policies"

PROXY = (
    (_FOLDER / "online-proxy" / "undated.toml")
    .read_text("utf-8")
    .replace('id = "online-proxy"', 'id = "elsewhere"')
)
"""网上信访代理 as an office's own policy."""

LADDERS = (_EXAMPLES / "gongshu-ladders" / "undated.toml").read_text("utf-8")
"""Bands that fill in what 拱墅 leaves silent."""

_CLAUSE = """[[clause]]
id = "n1"
locator = "通知第一条"
text = "一般事项10个工作日内回复"
encoded_by = ["reply_deadline.limit", "incentive.amount"]

"""
_FIRST = '[[clause]]\nid = "1"\n'
NOTICE = (
    (_FIRST, _CLAUSE + _FIRST),
    (
        '"general", value = 15, phrase = "一般信访事项15日内回复"',
        '"general", value = 10, clause = "n1", basis = "stated", phrase = "10个工作日内回复"',
    ),
    ('value = 20, phrase = "奖励20元"', 'value = 30, clause = "n1", phrase = "奖励30元"'),
)
"""A notice: general matters within 10 working days, 30 yuan for what is settled and satisfied."""


def changed(text: str, *changes: tuple[str, str]) -> str:
    """The text with each first words, of which the first ones count, replaced by the second."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def edition(text: str, name: str = "undated.toml") -> Edition:
    """The edition that a text is."""
    return policy_of(text, name).editions[0]


def compared(*changes: tuple[str, str], text: str = PROXY) -> Difference:
    """What the changes make of an edition."""
    return difference(edition(text), edition(changed(text, *changes)))


def told(entry: Entry) -> tuple[str, str, str, str]:
    """An entry in short: how it differs, where, and what it was and is."""
    shown = [one for one in entry.parts if one.is_changed or one.name == "value"]
    return (
        entry.kind.name,
        entry.path,
        *(
            "；".join(getattr(one, side) for one in shown if getattr(one, side))  # type: ignore[return-value]
            for side in ("old", "new")
        ),
    )
