"""The wire once more, written straight down: no pieces, nothing remembered, every size a filter.

The oracle of the encoder. ``full`` is built first; the smaller sizes are what is left of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xinfang_core.assessment import GROUPS, RULES
from xinfang_core.assessment.groups import OWN
from xinfang_core.codec.plain import field_names, plain, plain_object
from xinfang_core.codec.provenance import made_by_json
from xinfang_core.deadline import Deadline
from xinfang_core.rules.follow_through.incentive import Award
from xinfang_core.vocabulary import Absent, Certainty, Status

if TYPE_CHECKING:
    from xinfang_core.assessment import Assessment
    from xinfang_core.decision import Decision, Reason
    from xinfang_core.sources import Citation

Json = dict[str, Any]
RAN = ("met", "late", "open", "overdue", "lapsed")
MISSED = ("late", "overdue")


def plainly(answer: Assessment, size: str) -> Json:
    """What the wire says of an answer in a size."""
    spoken = _spoken(answer)
    table: list[Citation] = []
    _collect(answer, spoken, table)
    shown = _full(answer, table)
    if size == "standard":
        return _standard(shown, spoken)
    return _brief(shown) if size == "brief" else shown


def _spoken(answer: Assessment) -> set[str]:
    """The rules that say something."""
    return {
        name
        for name, one in answer.decisions()
        if one.outcome is not Absent.none
        and getattr(one.outcome, "status", None) is not Status.not_started
        and not one.missing
    }


def _collect(answer: Assessment, spoken: set[str], table: list[Citation]) -> None:
    """What is cited, once each: first what the standard size cites."""
    first = [reason for name, one in answer.decisions() if name in spoken for reason in one.reasons]
    first += [finding.reason for finding in answer.findings]
    others = [reason for _, one in answer.decisions() for reason in one.reasons]
    others += [owed.reason for owed in answer.obligations]
    for cited in (answer.weakest, *(one.citation for one in (*first, *others))):
        if cited is not None and cited not in table:
            table.append(cited)


def _full(answer: Assessment, table: list[Citation]) -> Json:
    weakest, missing = answer.weakest, answer.missing
    return {
        "made_by": made_by_json(answer.made_by)["id"],
        "case_no": answer.case_no,
        "policy": answer.policy,
        "weakest_basis": plain(answer.weakest_basis),
        "weakest_citation": None if weakest is None else table.index(weakest),
        **{
            group: {rule: _decision(answer, rule, missing, table) for rule in rules}
            | _declared(answer, group, missing, table)
            for group, rules in GROUPS.items()
        },
        "obligations": [
            {
                "duty": one.duty.name,
                "debtor": one.debtor.name,
                "level": plain(one.level),
                "creditor": one.creditor.name,
                "due": plain(one.due),
                "overdue": one.overdue,
                "text": one.text(),
                "reason": _reason(one.reason, table),
            }
            for one in answer.obligations
        ],
        "findings": [
            {"severity": one.severity.name, **_reason(one.reason, table)} for one in answer.findings
        ],
        "missing": list(dict.fromkeys(name for names in missing.values() for name in names)),
        "citations": [
            {"text": f"{one.source} {one.clause}".strip(), **_citation(one)} for one in table
        ],
    }


def _decision(
    answer: Assessment, rule: str, missing: dict[str, tuple[str, ...]], table: list[Citation]
) -> Json | None:
    decision = answer.decision(rule)
    if decision is None:
        return None
    shown = _outcome(decision, limit=rule.endswith("_deadline") or rule not in RULES)
    shown["basis"] = decision.basis.name
    shown["reasons"] = [_reason(one, table) for one in decision.reasons]
    if rule in missing:
        shown["missing"] = list(missing[rule])
    return shown


def _declared(
    answer: Assessment, group: str, missing: dict[str, tuple[str, ...]], table: list[Citation]
) -> Json:
    """What the policy declares of a group, if it declares anything."""
    own = answer.limits.declared if group == "limits" else ()
    told = {one.name: _decision(answer, one.name, missing, table) for one in own}
    return {OWN: told} if told else {}


def _outcome(decision: Decision[object], *, limit: bool) -> Json:
    outcome = decision.outcome
    if limit:
        stands = outcome if isinstance(outcome, Deadline) else Deadline(Status.undetermined)
        unknown = None if stands.status is not Status.undetermined else "undetermined"
        shown: Json = {"outcome": plain(stands.due) or unknown, **plain_object(stands)}
        if shown["due_at"] is None:
            del shown["due_at"]
        if outcome is Absent.none:
            shown |= {"outcome": "none", "status": None}
        return shown
    parts = plain_object(outcome) if field_names(type(outcome)) else {}
    main = "amount" if isinstance(outcome, Award) else next(iter(parts), "")
    return {"outcome": parts.pop(main) if main else plain(outcome), **parts}


def _reason(reason: Reason, table: list[Citation]) -> Json:
    return {
        "code": reason.code,
        "facts": {name: plain(value) for name, value in reason.facts},
        "citation": None if reason.citation is None else table.index(reason.citation),
        "text": reason.text(),
    }


def _citation(citation: Citation) -> Json:
    return {
        "source": citation.source,
        "clause": citation.clause,
        "phrase": citation.phrase,
        "basis": citation.basis.name,
        "note": citation.note,
    }


def _standard(shown: Json, spoken: set[str]) -> Json:
    """What is left of ``full``."""
    for group, rules in GROUPS.items():
        own = shown[group].get(OWN, {})
        shown[group] = {rule: _told(rule, shown[group][rule]) for rule in rules if rule in spoken}
        if own:
            shown[group][OWN] = {rule: _told(rule, own[rule]) for rule in own if rule in spoken}
    shown["obligations"] = [
        {name: part for name, part in one.items() if name != "reason" and part not in (None, False)}
        for one in shown["obligations"]
    ]
    shown["findings"] = [{"severity": one["severity"], **_short(one)} for one in shown["findings"]]
    weakest = shown["weakest_citation"]
    cited = [one["citation"] for one in (*_reasons(shown), *shown["findings"]) if "citation" in one]
    most = max(cited, default=-1 if weakest is None else 0)
    # Whatever is cited stands before what only ``full`` cites.
    shown["citations"] = [{"text": one["text"]} for one in shown["citations"][: most + 1]]
    return shown


def _reasons(shown: Json) -> list[Json]:
    decisions = [each for group in GROUPS for each in _flat(shown[group]).values()]
    return [one for each in decisions for one in each["reasons"]]


def _flat(group: Json) -> Json:
    """The decisions of a group, those of what the policy declares after its rules."""
    return {**{rule: one for rule, one in group.items() if rule != OWN}, **group.get(OWN, {})}


def _told(rule: str, decision: Json) -> Json:
    """A decision without what says nothing."""
    if rule.endswith("_deadline") or rule not in RULES:
        kept = {"outcome", "status", "due"} if decision["due"] else {"outcome", "status"}
        if decision["certainty"] == Certainty.provisional.name:
            kept |= {"certainty", "earliest", "latest"}
        if decision["status"] in MISSED:
            kept.add("overdue_working_days")
        kept.add("due_at")
    else:
        kept = {name for name, part in decision.items() if part not in (None, "", [], {})}
        kept.add("outcome")
    told = {name: decision[name] for name in decision if name in {*kept, "basis"}}
    return {**told, "reasons": [_short(one) for one in decision["reasons"]]}


def _short(reason: Json) -> Json:
    cited = {} if reason["citation"] is None else {"citation": reason["citation"]}
    return {"code": reason["code"], **cited, "text": reason["text"]}


def _brief(shown: Json) -> Json:
    """What is left of ``standard``, built from ``full``."""
    own = _running(shown["limits"].get(OWN, {}))
    return {
        **{name: shown[name] for name in ("made_by", "case_no", "policy", "weakest_basis")},
        "limits": {**_running(shown["limits"]), **({OWN: own} if own else {})},
        "obligations": [
            {
                name: part
                for name, part in one.items()
                if name != "reason" and part not in (None, False)
            }
            for one in shown["obligations"]
        ],
        "findings": [{"code": one["code"], "text": one["text"]} for one in shown["findings"]],
    }


def _running(limits: Json) -> Json:
    """Of limits those that run or ran, in a few words."""
    return {
        rule: {
            name: one[name]
            for name in ("status", "due", "overdue_working_days", "due_at")
            if one.get(name) is not None
            and (name != "overdue_working_days" or one["status"] in MISSED)
        }
        for rule, one in limits.items()
        if one and one.get("status") in RAN
    }
