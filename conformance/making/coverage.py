"""What the kit shows (覆盖): which rules of which policies, and which reasons there are."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from making.files import HERE
from making.marks import Marking, own_rules
from xinfang_core.assessment import RULES
from xinfang_core.messages.catalogue import CATALOGUE
from xinfang_core.policy import policy_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]
UNSHOWN = HERE / "unshown.csv"
_SHARED = frozenset({"counting", "deadline", "history", "ladder", "outside", "series", "workflow"})
_OF_VALUES = frozenset({"value.silent", "value.assumed_refused"})
"""That the source does not say, and that what is assumed is refused."""

_SPOKEN = "text"
"""Begins the last part of a code that is a sentence of its own, no reason."""


def reason_codes() -> frozenset[str]:
    """The codes of reasons and findings about a case, by the rule or the matter that they name."""
    parts = (code.partition(".") for code in CATALOGUE)
    named = frozenset(
        f"{name}.{code}"
        for name, _, code in parts
        if name in {*RULES, *_SHARED} and not code.startswith(_SPOKEN)
    )
    return named | _OF_VALUES


def unshown() -> dict[str, str]:
    """The codes that no case shows, each with why."""
    rows = csv.DictReader(UNSHOWN.read_text("utf-8").splitlines())
    return {one["code"]: one["why"] for one in rows}


def shown_codes(requests: dict[str, Json]) -> frozenset[str]:
    """The codes of the reasons and findings in the answers to the requests."""
    marking = Marking()
    found: set[str] = set()
    for request in requests.values():
        asked = marking.read(request)
        if asked is not None:
            answer = asked.answer()
            found |= {one.code for _, made in answer.decisions() for one in made.reasons}
            found |= {one.reason.code for one in answer.findings}
            found |= {one.reason.code for one in answer.obligations}
            found |= {answer.outside.reason.code} if answer.outside else set()
    return frozenset(found)


def coverage_text(requests: dict[str, Json]) -> str:
    """What is shown and what is not, for people."""
    return "".join(f"{line}\n" for line in _lines(requests))


def _lines(requests: dict[str, Json]) -> Iterator[str]:
    yield f"请求 {len(requests)} 个"
    for policy in policy_ids():
        names = [name for name in requests if name.startswith(f"{policy}/")]
        own, files = own_rules(policy), {name.split("/")[1] for name in names}
        lacking = "、".join(sorted(own - files)) or "无"
        yield f"{policy}：{len(names)} 个，自己的规则 {len(own & files)}/{len(own)}，缺：{lacking}"
    codes, shown = reason_codes(), shown_codes(requests)
    yield f"理由的代码：显示 {len(codes & shown)}/{len(codes)}，没有显示的："
    yield from sorted(codes - shown)
