"""A small policy as text, to be spoiled in one place or several, and what reading it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from xinfang_core.errors import PolicyDataError
from xinfang_core.policy import read_policy

if TYPE_CHECKING:
    from pathlib import Path

UNFILLED = re.compile(r"\{\w+\}|\bNone\b")
"""A place of a template that was not filled in."""

CITED = 'clause = "1"\nbasis = "assumed"\nnote = "示例"\n'
"""The citation of what a sample declares."""


def head(*encoded_by: str) -> str:
    """The head of a local policy, and a clause that is carried out by these."""
    listed = ", ".join(f'"{one}"' for one in encoded_by)
    return f"""
[policy]
id = "shili"
title = "示例县办法"
effective = "undated"
picked_by = "register"
transition = "无"

[[clause]]
id = "1"
locator = "第一条"
text = "示例"
encoded_by = [{listed}]
"""


def declared_limit(key: str, name: str, events: tuple[str, str], *lines: str) -> str:
    """A limit that a policy declares: what it counts from, what meets it, and how long it is."""
    start, met_by = events
    told = "\n".join(lines)
    return f"""
[limit.{key}]
name = "{name}"
start = "{start}"
met_by = "{met_by}"
owed_by = "petition_office"
owed_to = "petitioner"
{told}
{CITED}"""


SAMPLE = """\
[policy]
id = "sample"
title = "示例办法"
effective = 2024-03-01
picked_by = "register"
transition = "自该日起登记的适用"
reading = "“日”按工作日"

[[clause]]
id = "5"
locator = "第五条"
text = "四类事项分别在规定期限内回复"
encoded_by = ["reply_kind", "reply_deadline.limit"]

[[clause]]
id = "6"
locator = "第六条"
text = "便民口号"
set_aside = "没有数值"

[reply_kind.default]
value = "general"
clause = "5"
phrase = "一般事项"
basis = "stated"

[reply_deadline.start]
value = "accept"
clause = "5"
phrase = "受理后"
basis = "interpreted"
note = "自受理的次日起"

[reply_deadline.limit]
unit = "working_day"
clause = "5"
basis = "stated"
cells = [
  { reply_kind = "urgent", value = 1, phrase = "1个工作日" },
  { reply_kind = "consultation", value = 5, phrase = "五个工作日" },
  { reply_kind = "general", value = 15, phrase = "15个工作日" },
  { reply_kind = "investigation", value = 30, unit = "calendar_day", phrase = "三十日" },
]

[variant.calendar_days.reply_deadline.start]
value = "receive"
clause = "5"
phrase = "收到后"
basis = "interpreted"
note = "自收到的次日起"

[variant.calendar_days]
title = "“日”按自然日"
reading_of = "日"
"""

SAMPLE_FILE = "2024-03-01.toml"


FILLING = """\
[policy]
id = "mouqu"
title = "某区补充规定"
fills = "gongshu"
effective = "undated"
picked_by = "register"
transition = "自始适用"

[[clause]]
id = "补1"
locator = "第一条"
text = "抄告的尺度"
encoded_by = ["copied_notice"]
"""


def lacks(terms: str, key: str, sample: str) -> str:
    """What is said of a table without one of its cells."""
    return f"表中缺少“{terms}”（{key}），例如：{sample}的情形没有取值"


def twice(terms: str, key: str, sample: str) -> str:
    """What is said of a table that has one of its cells twice."""
    return f"表中“{terms}”（{key}）出现两次，例如：{sample}的情形有两个取值"


def spoiled(*changes: tuple[str, str]) -> str:
    """The sample with each first text replaced by the second; each stands there once."""
    text = SAMPLE
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def filling(**changes: str) -> str:
    """The head of a file that fills in another, with other values, written as TOML."""
    text = FILLING
    for name, value in changes.items():
        line = next(one for one in FILLING.splitlines() if one.startswith(f"{name} = "))
        text = text.replace(line, f"{name} = {value}", 1)
    return text


def written(folder: Path, **files: str | bytes) -> Path:
    """``folder`` with policy files in it; ``f2024_03_01`` stands for ``2024-03-01.toml``."""
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / (name.removeprefix("f").replace("_", "-") + ".toml")).write_bytes(data)
    return folder


def complaint(path: Path) -> str:
    """What reading the policy at ``path`` complains of, in Chinese; English says as much."""
    with pytest.raises(PolicyDataError) as caught:
        read_policy(path)
    english = caught.value.text("en")
    assert len(english.splitlines()) == len(caught.value.faults)
    assert not UNFILLED.search(english), english
    return caught.value.text()
