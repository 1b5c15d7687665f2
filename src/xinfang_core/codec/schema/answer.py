"""Answers (评估结果) in each of their sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.assessment.groups import OWN
from xinfang_core.codec.outcomes import DEADLINES
from xinfang_core.codec.schema.decisions import SAYINGS, decision_pieces, rule_decision
from xinfang_core.codec.schema.made_by import A_MAKER, MADE_BY
from xinfang_core.codec.schema.outcomes import Types, outcome_types
from xinfang_core.codec.schema.receipt import A_RECEIPT
from xinfang_core.codec.schema.shapes import (
    A_COUNT,
    A_DAY,
    A_FLAG,
    A_NAME,
    A_PLACE,
    A_TEXT,
    LATER,
    NAME,
    SOME_TEXT,
    a_list,
    a_map,
    an_object,
    or_null,
    ref,
    standing_alone,
    titled,
)
from xinfang_core.messages import render

if TYPE_CHECKING:
    from xinfang_core.codec.plain import Json
    from xinfang_core.codec.sizes import Size

_READING = (
    "同一版本的契约里可以增加：规则（形如 Decision）、标明“今后增加的”的取值、理由的代码和事实、"
    "办法自定的编号。读取的程序应当略过不认得的。"
)
_TITLES = {
    "kind": "是什么",
    "people": "由谁办",
    "limits": "何时办",
    "follow_through": "后续与评价",
}


def assessment(size: Size) -> Json:
    """One answer of a size, with what made it or the id of that."""
    head: dict[str, Json] = {
        "made_by": {"oneOf": [A_MAKER, ref("MadeBy")]},
        "case_no": titled("信访件编号", SOME_TEXT),
        "policy": titled("适用的版本", SOME_TEXT),
        "weakest_basis": titled("最弱的依据", or_null(ref("Basis"))),
    }
    lists: dict[str, Json] = {
        "obligations": titled("待办", a_list(ref("Obligation"))),
        "findings": titled("问题", a_list(ref("Finding"))),
    }
    groups = {"limits": _running()}
    if size != "brief":
        groups = {name: _group(name, types, size) for name, types in outcome_types().items()}
        head["weakest_citation"] = titled("最弱的依据是哪一处", or_null(A_COUNT))
        lists["missing"] = titled("缺哪些", a_list(A_PLACE))
        lists["citations"] = titled("引用", a_list(ref("Citation")))
    outside = {"outside": titled("不属信访事项", ref("Outside"))}
    carried = {"receipt": ref("Receipt")}
    optional = {*outside, *carried}
    body = an_object({**head, **outside, **groups, **lists, **carried}, optional=optional)
    return standing_alone({"description": _READING, **body}, _pieces(size))


def _group(name: str, types: Types, size: Size) -> Json:
    """The decisions of a group: its rules, what a policy declares, and rules to come."""
    shown = {rule: one for rule, one in types.items() if rule != OWN and rule not in LATER}
    properties = {
        rule: titled(render(f"rule.{rule}", {}), rule_decision(one, size))
        for rule, one in shown.items()
    }
    if OWN in types:
        kind = "Limit" if name == "limits" else "Ladder"
        properties[OWN] = titled("办法自定的", a_map(ref(kind)))
    full = size == "full"
    group = titled(_TITLES[name], an_object(properties, optional={OWN} if full else properties))
    others = or_null(ref("Decision")) if full else ref("Decision")
    return {**group, "propertyNames": {"pattern": NAME}, "additionalProperties": others}


def _running() -> Json:
    """The limits that run or ran, in a few words."""
    named = {
        rule: titled(render(f"rule.{rule}", {}), ref("Running"))
        for rule in DEADLINES
        if rule not in LATER
    }
    own = {OWN: titled("办法自定的", a_map(ref("Running")))}
    group = an_object({**named, **own}, optional={*named, *own})
    open_end = {"propertyNames": {"pattern": NAME}, "additionalProperties": ref("Running")}
    return titled(_TITLES["limits"], {**group, **open_end})


def _pieces(size: Size) -> dict[str, Json]:
    """What the answers of a size are made of."""
    return {
        **decision_pieces(size, outcome_types()["follow_through"][OWN]),
        "MadeBy": MADE_BY,
        "Receipt": A_RECEIPT,
        "Finding": _finding(size),
        "Obligation": _obligation(size),
        "Citation": _citation(size),
        "Outside": an_object(
            {
                "outside_as": ref("OutsideAs"),
                "reason": ref("Reason"),
                "rules": titled("因此不适用的国家规则", a_list(A_NAME)),
            }
        ),
    }


def _finding(size: Size) -> Json:
    """A reason with how grave it is; of ``brief`` no more than a reason."""
    severity = {} if size == "brief" else {"severity": titled("程度", ref("Severity"))}
    sayings, optional = SAYINGS[size]
    return titled("问题", an_object({**severity, **sayings}, optional))


def _obligation(size: Size) -> Json:
    full = size == "full"
    may_lack: dict[str, Json] = {
        "level": titled("由哪一级做", ref("Level")),
        "due": titled("何日届满", A_DAY),
    }
    members: dict[str, Json] = {
        "duty": titled("该做的事", ref("EventKind")),
        "debtor": titled("由谁做", ref("Role")),
        "level": may_lack["level"],
        "creditor": titled("对谁做", ref("Role")),
        "due": may_lack["due"],
        "overdue": titled("届满日是否已过", A_FLAG if full else {"const": True}),
        "text": titled("一句话", SOME_TEXT),
    }
    if not full:
        return titled("待办", an_object(members, optional={*may_lack, "overdue"}))
    nullable = {name: or_null(shape) for name, shape in may_lack.items()}
    return titled("待办", an_object({**members, **nullable, "reason": ref("Reason")}))


def _citation(size: Size) -> Json:
    members: dict[str, Json] = {"text": titled("来源和条款", A_TEXT)}
    if size == "full":
        members |= {
            "source": titled("来源名称", A_TEXT),
            "clause": titled("条款位置", A_TEXT),
            "phrase": titled("原文短语", A_TEXT),
            "basis": titled("依据性质", ref("Basis")),
            "note": titled("说明", A_TEXT),
        }
    return titled("引用", an_object(members))
