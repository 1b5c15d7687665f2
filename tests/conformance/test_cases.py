"""The cases of the conformance kit: what the library says today, of every rule of every policy."""

from __future__ import annotations

import csv
import json
import re
from functools import cache
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator

from checks import day
from contract import held_to
from making.coverage import reason_codes, shown_codes, unshown
from making.errors import BAD_LINES, bad_line
from making.files import ANSWERS, CASES, ERRORS, HERE, read_requests, texts
from making.marks import FINDINGS, NATIONAL, OBLIGATIONS, OUTSIDE, own_rules
from making.whole import whole_requests
from making.workdays import calendar_text
from xinfang_core.assessment import GROUPS, RULES
from xinfang_core.assessment.groups import OWN
from xinfang_core.calendar import mainland_calendar
from xinfang_core.codec import encode_assessment
from xinfang_core.codec.requests import RequestReader, Terms
from xinfang_core.codec.stream import Line, LineAnswers
from xinfang_core.policy import load_policy, policy_ids
from xinfang_core.rules.limits import LimitsParams

Json = dict[str, Any]
ON = day("2026-06-30")
TERMS = Terms(mainland_calendar())
LISTS = {ANSWERS, FINDINGS, OBLIGATIONS, OUTSIDE}
EDITIONS = ("2010-01-01", "2025-01-01")
MOST_CASES, MOST_BYTES = 1500, 3_000_000


@cache
def cases() -> tuple[Json, ...]:
    """Every line of every case file, in their order."""
    files = sorted(CASES.glob("*/*.jsonl"))
    return tuple(
        json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()
    )


def answerable() -> list[Json]:
    """The cases that are requests."""
    return [one for one in cases() if "request" in one]


def of_file(policy: str, rule: str) -> list[Json]:
    """The cases of a policy about a rule."""
    return [one for one in cases() if one["id"].rpartition("/")[0] == f"{policy}/{rule}"]


def decided(answer: Json) -> set[str]:
    """The rules that an answer decides, those that a policy declares among them."""
    found = {rule for group in GROUPS for rule in answer.get(group, ())}
    own = {rule for group in GROUPS for rule in answer.get(group, {}).get(OWN, ())}
    return (found | own) - {OWN}


class TestWhatIsWritten:
    """``conformance/build`` writes the files; a change of answers shows as a difference."""

    def test_the_answers_are_those_of_the_library_today(self) -> None:
        wanted = texts(read_requests())
        assert {*CASES.glob("*/*.jsonl")} == set(wanted)
        changed = [file.name for file, text in wanted.items() if file.read_bytes() != text.encode()]
        assert changed == [], "run conformance/build, and read the difference"

    def test_the_calendar_is_that_of_the_library(self) -> None:
        assert (HERE / "calendar.csv").read_bytes() == calendar_text().encode()

    def test_the_kit_stays_small_enough_to_be_read(self) -> None:
        assert len(cases()) <= MOST_CASES
        assert sum(file.stat().st_size for file in CASES.glob("*/*.jsonl")) <= MOST_BYTES


class TestIds:
    """A case is found by its id, which says where it stands, and keeps it."""

    def test_they_tell_the_file_and_count_from_one(self) -> None:
        for file in CASES.glob("*/*.jsonl"):
            lines = file.read_text("utf-8").splitlines()
            named = [json.loads(line)["id"] for line in lines]
            begin = f"{file.parent.name}/{file.stem}"
            assert named == [f"{begin}/{number:03}" for number in range(1, len(lines) + 1)]

    def test_a_request_carries_it_as_the_number_of_its_case(self) -> None:
        assert [one for one in answerable() if one["request"]["case"]["case_no"] != one["id"]] == []

    def test_every_case_says_in_chinese_what_it_is_about(self) -> None:
        assert [one["id"] for one in cases() if not re.search("[\u4e00-\u9fff]", one["why"])] == []
        assert not [one["id"] for one in cases() if re.search(r"\n|\bNone\b|[{}<]", one["why"])]


class TestTheContract:
    """Requests and answers are those of the released schemas."""

    def test_every_request_keeps_to_the_contract(self) -> None:
        schema = held_to("request")
        assert [one["id"] for one in answerable() if not schema.is_valid(one["request"])] == []

    def test_every_answer_keeps_to_the_contract(self) -> None:
        reader, schema = RequestReader(TERMS), held_to("assessment-full")
        for one in answerable():
            answer = encode_assessment(reader.read(one["request"], ON).answer(), "full")
            assert schema.is_valid(json.loads(json.dumps(answer))), one["id"]

    @pytest.mark.parametrize(("why", "line"), BAD_LINES)
    def test_every_error_keeps_to_the_contract(self, why: str, line: str | Json) -> None:
        answered = LineAnswers(TERMS).answer(Line(1, bad_line(line).encode(), 1), ON)
        assert answered.error is not None, why
        assert held_to("line-error").is_valid(json.loads(answered.text))

    def test_no_error_offers_a_name_for_that_is_no_contract(self) -> None:
        errors = [
            one
            for case in of_file(*ERRORS.split("/"))
            for one in case["expected"]["error"]["errors"]
        ]
        assert [one["code"] for one in errors if one["code"].endswith("_near")] == []

    def test_nothing_asked_changes_when_the_next_notice_is_published(self) -> None:
        limits = [
            (case["id"], limit)
            for case in answerable()
            if "known_on" not in case["request"]
            for limit in case["expected"].get("limits", {}).values()
        ]
        assert [name for name, one in limits if one.get("certainty") == "provisional"] == []

    def test_nobody_is_named(self) -> None:
        text = "".join(json.dumps(one["request"], ensure_ascii=False) for one in answerable())
        assert re.findall(r"[0-9]{11}|姓名|身份证", text) == []


class TestCoverage:
    """Every rule of every policy, and every reason that one of them can give."""

    @pytest.mark.parametrize("policy", policy_ids())
    def test_every_rule_that_a_policy_gives_values_has_cases_of_its_own(self, policy: str) -> None:
        files = {file.stem for file in (CASES / policy).glob("*.jsonl")}
        assert files - LISTS == own_rules(policy)
        assert {ANSWERS, FINDINGS, OBLIGATIONS} <= files

    @pytest.mark.parametrize("policy", policy_ids())
    @pytest.mark.parametrize("on", EDITIONS)
    def test_every_rule_of_an_edition_is_decided_in_whole_answers(
        self, policy: str, on: str
    ) -> None:
        pack = load_policy(policy).on(day(on))
        rules = {rule for rule in RULES if pack.params(rule) is not None}
        declared = {one.name for one in (*pack.declared_limits, *pack.ladders)}
        answers = [one["expected"] for one in of_file(policy, ANSWERS)]
        same = [one for one in answers if one["policy"] == pack.label]
        assert same
        assert set().union(*map(decided, same)) == rules | declared

    def test_a_rule_s_cases_tell_its_decision_alone(self) -> None:
        for one in answerable():
            rule = one["id"].split("/")[1]
            if rule not in LISTS:
                assert decided(one["expected"]) == {rule}

    @pytest.mark.parametrize("policy", policy_ids())
    def test_every_reading_is_asked_for(self, policy: str) -> None:
        asked = {
            one["request"]["variant"]
            for one in answerable()
            if one["id"].startswith(f"{policy}/") and one["request"].get("variant")
        }
        # Readings of rules that are about no single case change no answer.
        about_cases = {
            name
            for name, one in load_policy(policy).variants.items()
            if {key.rpartition(".")[2] for key in one.params} & {*RULES, "deploy_work"}
        }
        assert about_cases <= asked

    @pytest.mark.parametrize(
        "term", [("known_on", None), ("allow_assumed", False), ("variant", None)]
    )
    def test_every_term_of_a_request_is_used(self, term: tuple[str, object]) -> None:
        name, value = term
        said = [one["request"][name] for one in answerable() if name in one["request"]]
        assert len(said) > 5
        assert value is None or set(said) == {value}

    def test_every_limit_is_met_and_missed_by_a_day(self) -> None:
        """Of those that are counted in days; a day that somebody sets is none of them."""
        limits = {
            *(rule for policy in policy_ids() for rule in own_rules(policy)),
        } & {name for name in LimitsParams.__annotations__ if name.endswith("_deadline")}
        seen = {
            (one["id"].split("/")[1], found)
            for one in answerable()
            for found in re.findall("届满日当天|届满次日", one["why"])
        }
        wanted = {(rule, edge) for rule in limits for edge in ("届满日当天", "届满次日")}
        assert wanted - seen == NO_DAY_IN_SIGHT

    def test_the_reasons_that_no_case_shows_are_listed_with_why(self) -> None:
        listed = unshown()
        assert reason_codes() - shown_codes(read_requests()) == set(listed)
        assert [code for code, why in listed.items() if len(why) < 4] == []

    @pytest.mark.parametrize("policy", policy_ids())
    def test_whole_answers_are_those_that_are_written_down(self, policy: str) -> None:
        assert len(of_file(policy, ANSWERS)) == len(whole_requests()[policy])

    def test_the_national_text_is_asked_about_in_both_editions(self) -> None:
        labels = {
            one["expected"]["policy"] for one in answerable() if one["id"].startswith(NATIONAL)
        }
        assert {"national@2005-05-01", "national@2022-05-01"} <= labels


NO_DAY_IN_SIGHT = {
    # No source says how long there is to rate.
    ("evaluation_window_deadline", "届满日当天"),
    ("evaluation_window_deadline", "届满次日"),
    # The day after a report was due, the next one is.
    ("progress_report_deadline", "届满次日"),
}


def test_the_calendar_lists_only_days_that_differ_from_their_weekday() -> None:
    rows = list(csv.DictReader((HERE / "calendar.csv").read_text("utf-8").splitlines()))
    assert [one["day"] for one in rows] == sorted({one["day"] for one in rows})
    assert [one for one in rows if (day(one["day"]).weekday() < 5) == (one["worked"] == "1")] == []


def test_the_validator_is_the_one_of_the_contract() -> None:
    assert isinstance(held_to("request"), Draft202012Validator)
