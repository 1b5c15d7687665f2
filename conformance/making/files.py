"""The case files (案例文件): a case a line, its answer as the library gives it today."""

from __future__ import annotations

import json
from datetime import date
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from making.errors import BAD_LINES, bad_line
from making.marks import FINDINGS, OBLIGATIONS, OUTSIDE
from xinfang_core.assessment import GROUPS
from xinfang_core.assessment.answer import outcome_text
from xinfang_core.calendar import mainland_calendar
from xinfang_core.codec import encode_assessment
from xinfang_core.codec.requests import RequestReader, Terms
from xinfang_core.codec.stream import Line, LineAnswers
from xinfang_core.deadline import Deadline
from xinfang_core.vocabulary import Certainty

if TYPE_CHECKING:
    from types import ModuleType

    from xinfang_core.assessment import Assessment

Json = dict[str, Any]
HERE = Path(__file__).resolve().parent.parent
CASES = HERE / "cases"
ERRORS = "errors/requests"
ANSWERS = "answers"
_LISTS = {
    FINDINGS: ("问题", ("findings",)),
    OBLIGATIONS: ("待办", ("obligations",)),
    OUTSIDE: ("不属信访事项", ("outside",)),
    ANSWERS: ("整份答案", ()),
}
_TODAY = date(2026, 6, 30)
_TERMS = Terms(mainland_calendar())


def runner() -> ModuleType:
    """The runner as a module: what it compares is what is written."""
    loader = SourceFileLoader("conformance_run", str(HERE / "run"))
    spec = spec_from_loader(loader.name, loader)
    if spec is None:
        raise FileNotFoundError(HERE / "run")
    found = module_from_spec(spec)
    loader.exec_module(found)
    return found


@frozen
class Writing:
    """Writes cases."""

    runner: ModuleType
    reader: RequestReader = field(factory=lambda: RequestReader(_TERMS))

    def case(self, name: str, request: Json) -> Json:
        """A case that can be answered.

        Args:
            name: its id: policy, rule and number.
            request: what is asked.

        """
        _, rule, _ = name.split("/")
        asked = {**request, "case": {**request["case"], "case_no": name}, "size": "full"}
        answer = self.reader.read(asked, _TODAY).answer()
        told: Json = self.runner.told(json.loads(json.dumps(encode_assessment(answer, "full"))))
        expected = told if rule == ANSWERS else _part(told, rule)
        return {
            "id": name,
            "why": _why(rule, answer, asked),
            "request": asked,
            "expected": expected,
        }

    def error(self, number: int, why: str, line: str | Json) -> Json:
        """A line that cannot be answered."""
        text = bad_line(line)
        answered = LineAnswers(_TERMS).answer(Line(1, text.encode(), number), _TODAY)
        if answered.error is None:
            raise AssertionError(f"this is answered: {text}")
        told = self.runner.told(json.loads(answered.text))
        return {"id": f"{ERRORS}/{number:03}", "why": why, "line": text, "expected": told}


def _part(told: Json, rule: str) -> Json:
    """What an answer says of a rule, or its list of that name."""
    if rule in _LISTS:
        return {"policy": told["policy"], **{name: told[name] for name in _LISTS[rule][1]}}
    for group in GROUPS:
        if rule in told[group]:
            return {"policy": told["policy"], group: {rule: told[group][rule]}}
        own = told[group].get("declared", {})
        if rule in own:
            return {"policy": told["policy"], group: {"declared": {rule: own[rule]}}}
    raise AssertionError(f"nothing is said of {rule}")


def _why(rule: str, answer: Assessment, request: Json) -> str:
    """What a case is about, in a line."""
    said = [_about(rule, answer)]
    if request.get("variant"):
        said.append(f"变体 {request['variant']}")
    if request.get("known_on"):
        said.append(f"只知 {request['known_on']} 以前的放假通知")
    if request.get("allow_assumed") is False:
        said.append("不采用推定值")
    return "；".join(said)


def _about(rule: str, answer: Assessment) -> str:
    if rule in _LISTS:
        count = {FINDINGS: answer.findings, OBLIGATIONS: answer.obligations}.get(rule)
        title = _LISTS[rule][0]
        if rule == ANSWERS:
            owed, found = len(answer.obligations), len(answer.findings)
            return f"{title}：截至 {answer.as_of}，待办 {owed} 项，问题 {found} 项"
        return title if count is None else f"{title}：{len(count)} 项"
    decision = answer.decision(rule)
    if decision is None:
        raise AssertionError(f"nothing is said of {rule}")
    outcome = decision.outcome
    title, text = answer.title(rule), outcome_text(decision)
    if not isinstance(outcome, Deadline) or outcome.due is None:
        return f"{title}：{text}"
    return f"{title}：{text}{_by_a_day(outcome, answer, decision)}"


def _by_a_day(limit: Deadline, answer: Assessment, decision: Any) -> str:  # noqa: ANN401
    """Whether something happened just before or after the end."""
    facts = {key: value for reason in decision.reasons for key, value in reason.facts}
    done = facts.get("done") if isinstance(facts.get("done"), date) else None
    if limit.due is None or limit.certainty is not Certainty.settled:
        return ""
    act = "完成" if done else "评估"
    return {0: f"（届满日当天{act}）", 1: f"（届满次日{act}）"}.get(
        ((done or answer.as_of) - limit.due).days, ""
    )


def read_requests() -> dict[str, Json]:
    """The requests that there are, by id, without those that cannot be answered."""
    found = {}
    for file in sorted(CASES.glob("*/*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            case = json.loads(line)
            if "request" in case:
                found[case["id"]] = case["request"]
    return found


def texts(requests: dict[str, Json]) -> dict[Path, str]:
    """The files of some requests, and of the lines that cannot be answered."""
    writing = Writing(runner())
    lines: dict[Path, list[Json]] = {}
    for name in sorted(requests):
        policy, rule, _ = name.split("/")
        lines.setdefault(CASES / policy / f"{rule}.jsonl", []).append(
            writing.case(name, requests[name])
        )
    lines[CASES / f"{ERRORS}.jsonl"] = [
        writing.error(number, *one) for number, one in enumerate(BAD_LINES, 1)
    ]
    return {
        file: "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in found)
        for file, found in lines.items()
    }
