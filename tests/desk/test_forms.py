"""The form of one case asks for what a policy can use, for all that it decides by."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given

from assessing import CASES, MAINLAND, RECENT
from assessment.test_facts import REACHES
from strategies import FEWER
from xinfang_core import load_policy, policy_ids, read_policy
from xinfang_core.assessment import assess
from xinfang_core.case import History
from xinfang_core.case.receipt import SHOW_THE_BODY
from xinfang_core.case.revocation import REVOKES
from xinfang_core.codec import ReadOptions, decode_case, encode_case, read_records
from xinfang_core.codec.fields import AGENT, FACTS
from xinfang_core.errors import MisuseError
from xinfang_core.vocabulary import EventKind
from xinfang_desk.forms import check, fields, opened
from xinfang_desk.reaching import RULES_OF_FACT, RULES_OF_STEP
from xinfang_desk.shown import answer
from xinfang_desk.used import used_by

if TYPE_CHECKING:
    from xinfang_core.case import Case
    from xinfang_core.policy import Policy

ROOT = Path(__file__).parents[2]
YANGLI = ROOT / "docs" / "examples" / "yangli"
PROXIED = ROOT / "docs" / "examples" / "proxied-case.json"
STORIES = sorted((ROOT / "examples" / "stories").glob("*.json"))
LOCALITIES = sorted(
    folder
    for folder in (ROOT / "examples" / "localities").iterdir()
    if folder.is_dir() and any(folder.glob("cases.*"))
)
POLICIES: dict[str, Policy] = {
    **{name: load_policy(name) for name in policy_ids()},
    **{str(folder): read_policy(folder) for folder in (YANGLI, *LOCALITIES)},
}


def _asked(policy: str) -> dict[str, Any]:
    """The fields of the form by name."""
    told: Any = fields(policy)
    return {one["name"]: one for group in told["groups"] for one in group["fields"]}


def _steps(policy: str, part: str = "steps") -> dict[str, Any]:
    told: Any = fields(policy)
    return {one["value"]: one for one in told[part]}


def _without(case: Case, names: set[str]) -> Case:
    """The case without some of its facts."""
    facts: Any = {one.name: () if one.many else None for one in FACTS if one.name in names}
    if case.agent:
        agent: Any = {one.fact: None for one in AGENT if one.name in names and one.kind is not str}
        facts["agent"] = evolve(case.agent, **agent)
    return evolve(case, **facts)


class TestFields:
    """Which fields are asked for."""

    def test_by_each_fact_the_rules_are_those_whose_decisions_it_changes(self) -> None:
        known = {fact.replace("agent.", "agent_"): rules.split() for fact, _, _, rules in REACHES}
        told = {fact: set(rules.split()) for fact, rules in RULES_OF_FACT.items()}
        # What is no petition has no rule of its own.
        assert {told.pop(fact) == {"outside"} for fact in ("petition", "outside_as")} == {True}
        assert told == {fact: set(rules) for fact, rules in known.items()}

    @pytest.mark.parametrize("policy", [*policy_ids(), str(YANGLI)])
    def test_every_fact_is_either_asked_for_or_told_apart(self, policy: str) -> None:
        told: Any = fields(policy)
        others = {one["name"] for one in told["others"]}
        assert _asked(policy).keys() | others == {one.name for one in (*FACTS, *AGENT)}
        assert not _asked(policy).keys() & others

    @pytest.mark.parametrize("policy", [*policy_ids(), str(YANGLI)])
    @FEWER
    @given(case=CASES, as_of=RECENT)
    def test_what_is_not_asked_for_decides_nothing(
        self, policy: str, case: Case, as_of: date
    ) -> None:
        told: Any = fields(policy)
        lacking = _without(case, {one["name"] for one in told["others"]})
        chosen = POLICIES[policy]
        found, other = (
            assess(one, chosen.in_force(one, as_of), MAINLAND, as_of) for one in (case, lacking)
        )
        assert dict(other.decisions()) == dict(found.decisions())
        assert other.missing == found.missing

    def test_an_older_edition_asks_for_what_it_knows_alone(self) -> None:
        told: Any = fields("national", "2010-01-01")
        asked = {one["name"] for group in told["groups"] for one in group["fields"]}
        assert "simplified" not in asked
        assert "simplified" in _asked("national")

    def test_each_kind_of_value_has_an_input_of_its_own(self) -> None:
        asked = {**_asked("qiaocheng"), **_asked("national")}
        kinds = ("case_class", "urgent", "people", "service_fee", "own_deadline", "conduct")
        assert [asked[name]["kind"] for name in kinds] == [
            *("choice", "truth", "number", "amount", "date", "choices"),
        ]
        assert asked["case_class"]["options"][2] == {"value": "appeal", "title": "申诉求决"}
        assert asked["subject"]["hint"] == "用于：受理与否"


class TestOwnNames:
    """A policy that declares kinds and steps of its own."""

    def test_its_kinds_are_the_choices_and_their_flags_are_asked_for(self) -> None:
        asked = _asked(str(YANGLI))
        titles = [one["title"] for one in asked["category"]["options"]]
        assert titles == ["咨询", "投诉举报", "求助"]
        assert "办结时限" in asked["category"]["hint"]
        assert asked["consultation"]["hint"] == "用于：咨询"
        assert "category" not in _asked("national")

    def test_its_steps_stand_beside_ours_and_hours_are_asked_where_a_limit_has_them(self) -> None:
        steps = _steps(str(YANGLI))
        assert [steps[name]["title"] for name in ("sign", "send_back")] == ["签收", "退回"]
        assert {name for name, one in steps.items() if one["timed"]} == {"assign", "sign"}
        assert "sign" not in _steps("national")

    @pytest.mark.parametrize("folder", LOCALITIES, ids=lambda one: one.name)
    def test_what_the_records_of_a_locality_lack_is_asked_for(self, folder: Path) -> None:
        policy, asked, steps = POLICIES[str(folder)], _asked(str(folder)), _steps(str(folder))
        as_of = date(2026, 6, 1)
        for case in _cases(folder, policy):
            found = assess(case, policy.in_force(case, as_of), MAINLAND, as_of)
            lacks = {name for names in found.missing.values() for name in names}
            assert lacks & RULES_OF_FACT.keys() <= asked.keys()
        assert {one.name for one in policy.declared.steps} <= steps.keys()


def _cases(folder: Path, policy: Policy) -> list[Case]:
    options = ReadOptions(declared=policy.declared)
    return [
        case
        for file in sorted(folder.glob("cases.*"))
        for case in read_records(file, {}, options).cases
    ]


class TestSteps:
    """Which steps are asked for, with what is told of each."""

    @pytest.mark.parametrize("file", STORIES, ids=lambda one: one.stem)
    def test_a_story_has_no_step_that_its_policy_does_not_offer(self, file: Path) -> None:
        policy = file.stem.removesuffix("-wrong")
        told = {
            event.kind.name for case in read_records(file).cases for event in case.history.events
        }
        assert told <= _steps(policy).keys()

    def test_details_belong_to_their_steps_and_say_whether_they_are_needed(self) -> None:
        steps = _steps("jiuyuan")
        until = steps["promise"]["details"]
        assert [(one["name"], one["kind"], one["needed"]) for one in until] == [
            ("until", "date", True)
        ]
        assert [one["name"] for one in steps["extend"]["details"]] == ["extension", "reason_told"]
        assert [one["needed"] for one in steps["extend"]["details"]] == [True, False]
        assert steps["meet"]["details"] == []

    @pytest.mark.parametrize("policy", [*policy_ids(), str(YANGLI)])
    @FEWER
    @given(case=CASES, as_of=RECENT)
    def test_a_step_that_is_not_offered_decides_nothing(
        self, policy: str, case: Case, as_of: date
    ) -> None:
        others = _steps(policy, "other_steps").keys()
        told = tuple(one for one in case.history.events if one.kind.name not in others)
        chosen, lacking = POLICIES[policy], evolve(case, history=History(told))
        found, other = (
            assess(one, chosen.in_force(one, as_of), MAINLAND, as_of) for one in (case, lacking)
        )
        assert dict(other.decisions()) == dict(found.decisions())

    @pytest.mark.parametrize("policy", policy_ids())
    def test_whatever_shows_that_a_body_has_the_matter_is_offered(self, policy: str) -> None:
        assert {one.name for one in SHOW_THE_BODY} <= _steps(policy).keys()

    @pytest.mark.parametrize("policy", policy_ids())
    def test_whatever_a_reopening_takes_back_is_offered(self, policy: str) -> None:
        assert {one.name for one in REVOKES[EventKind.reopen]} <= _steps(policy).keys()

    @pytest.mark.parametrize("policy", POLICIES, ids=lambda one: Path(one).name)
    def test_every_step_that_a_rule_names_is_offered_where_the_rule_decides(
        self, policy: str
    ) -> None:
        deciding = used_by(POLICIES[policy], None).params.keys()
        steps = _steps(policy).keys()
        for file in (ROOT / "src" / "xinfang_core" / "rules").glob("*/*.py"):
            if file.stem in deciding:
                named = set(re.findall(r"EventKind\.([a-z_]+)", file.read_text(encoding="utf-8")))
                assert named & EventKind.__members__.keys() <= steps, file.stem

    def test_steps_that_rules_look_for_are_steps_of_ours(self) -> None:
        every = {**_steps("national"), **_steps("national", "other_steps")}
        assert RULES_OF_STEP.keys() <= every.keys()
        assert "meet" in _steps("national", "other_steps")


class TestRecords:
    """What is typed, refused and loaded."""

    def test_each_fault_names_its_place_and_the_field_in_chinese(self) -> None:
        record: dict[str, object] = {
            "case_no": "甲-1",
            "people": "三人",
            "events": [
                {"kind": "receive", "at": "2026-13-02"},
                {"kind": "extend", "at": "2026-03-02"},
            ],
        }
        assert [one["pointer"] for one in check("national", record)] == [
            *("/people", "/events/0/at", "/events/1/extension"),
        ]
        assert check("national", record)[2]["text"] == "“延期”须带 延长天数"
        assert check("national", {"events": []}) == [
            {"pointer": "/case_no", "text": "缺少“信访件编号”"}
        ]
        assert check("national", {"case_no": "甲-1", "events": []}) == []

    @pytest.mark.parametrize("file", STORIES, ids=lambda one: one.stem)
    def test_what_is_loaded_is_the_case_that_was_saved(self, file: Path, tmp_path: Path) -> None:
        saved = tmp_path / "one.json"
        for case in read_records(file).cases:
            saved.write_text(json.dumps([encode_case(case)]), encoding="utf-8")
            assert decode_case(json.loads(json.dumps(opened("national", str(saved))))) == case

    def test_what_a_policy_declares_is_loaded_too(self, tmp_path: Path) -> None:
        record = {
            "case_no": "甲-1",
            "category": "help",
            "people": 3,
            "events": [
                {"kind": "assign", "at": "2026-03-02T09:00:00"},
                {"kind": "sign", "at": "2026-03-03"},
            ],
        }
        file = tmp_path / "one.json"
        file.write_text(json.dumps([record]), encoding="utf-8")
        assert opened(str(YANGLI), str(file)) == record

    def test_a_file_of_several_cases_is_no_case(self, tmp_path: Path) -> None:
        file = tmp_path / "two.json"
        file.write_text('[{"case_no": "甲-1"}, {"case_no": "甲-2"}]', encoding="utf-8")
        with pytest.raises(MisuseError):
            opened("national", str(file))


class TestAnswer:
    """The answer as the page shows it."""

    words = (str(PROXIED), "--policy", "jiuyuan", "--as-of", "2026-03-30")

    def test_the_limits_that_run_come_first_with_the_working_days_that_are_left(self) -> None:
        told: Any = answer(self.words)
        assert [(one["title"], one["due"], one["left"]) for one in told["limits"][:3]] == [
            ("承诺办结期限", "2026-04-17", 13),
            ("办理期限", "2026-05-06", 23),
            ("告知期限", "2026-03-17", None),
        ]
        assert told["weakest"]["title"] == "推定"
        assert [one["title"] for one in told["findings"]] == ["违规", "提示"]

    def test_what_is_missing_has_its_place_in_the_form(self) -> None:
        told: Any = answer(self.words)
        first, *_, last = told["missing"]
        assert [one["field"] for one in first["names"]] == ["same_person", "same_matter"]
        assert first["rules"] == ["重复信访"]
        assert last["of_policy"]
        assert "field" not in last["names"][0]

    @pytest.mark.parametrize("policy", POLICIES, ids=lambda one: Path(one).name)
    def test_all_that_a_bare_case_lacks_can_be_filled_in(self, policy: str, tmp_path: Path) -> None:
        record = {"case_no": "甲-1", "events": [{"kind": "receive", "at": "2026-03-02"}]}
        file = tmp_path / "one.json"
        file.write_text(json.dumps([record]), encoding="utf-8")
        told: Any = answer((str(file), "--policy", policy, "--as-of", "2026-03-30"))
        asked, steps = _asked(policy), _steps(policy)
        for lack in told["missing"]:
            for one in lack["names"] if not lack["of_policy"] else ():
                assert one.get("field") in asked or one.get("step") in steps, one
