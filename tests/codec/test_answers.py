"""Answers on the wire: what DESIGN names under "The wire", one by one and line by line."""

from __future__ import annotations

import json
import pickle
from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import evolve

from assessing import NATIONAL, PROXY
from checks import day, extended, present, rated, recorded
from xinfang_core import __version__
from xinfang_core.assessment import GROUPS, RULES, Assessment, assess
from xinfang_core.calendar import WorkCalendar, mainland_calendar
from xinfang_core.case import Agent, Case, History
from xinfang_core.codec import AnswerEncoder, answer_lines, encode_assessment
from xinfang_core.codec.provenance import CONTRACT, made_by_json
from xinfang_core.sources import Citation, is_weaker
from xinfang_core.vocabulary import (
    AgentCategory,
    Basis,
    CaseClass,
    Grade,
    ReplyKind,
    Route,
    Settled,
)

if TYPE_CHECKING:
    import pytest

    from xinfang_core.policy import PolicyPack

CALENDAR = mainland_calendar()
HEAD = ("made_by", "case_no", "policy", "weakest_basis", "weakest_citation")
TAIL = ("obligations", "findings", "missing", "citations")
DEADLINE_KEYS = [
    *("outcome", "status", "due", "certainty", "earliest", "latest", "overdue_working_days"),
    *("basis", "reasons"),
]
FULL = Case(
    "甲-1",
    recorded(
        extended("2025-09-29", 30, told=False),
        rated("2025-10-14", Grade.satisfied),
        receive="2025-09-22",
        register="2025-09-22",
        accept="2025-09-22",
        notify="2025-09-25",
        reply="2025-10-13",
        deliver="2025-10-13",
    ),
    category=ReplyKind.consultation,
    case_class=CaseClass.appeal,
    route=Route.petition,
    settled=Settled.yes,
    agent=Agent(AgentCategory.community_volunteer, "D-0042"),
)


def made(
    case: Case,
    as_of: str = "2025-11-03",
    pack: PolicyPack | None = None,
    calendar: WorkCalendar = CALENDAR,
    **options: bool,
) -> Assessment:
    """The answer about a case."""
    return assess(case, pack or PROXY.in_force(case, day(as_of)), calendar, day(as_of), **options)


def shown(case: Case, as_of: str = "2025-11-03", **options: Any) -> dict[str, Any]:  # noqa: ANN401
    """What the wire says about a case in full."""
    return encode_assessment(made(case, as_of, **options), "full")


class TestAnAnswer:
    """What made it, the case, the four groups, what follows, what is missing and cited."""

    def test_the_keys_of_a_case(self) -> None:
        found = shown(FULL)
        assert list(found) == [*HEAD, *GROUPS, *TAIL]
        for group, rules in GROUPS.items():
            assert list(found[group]) == [*rules]

    def test_the_head(self) -> None:
        found = shown(FULL)
        weakest = present(made(FULL).weakest)
        assert found["case_no"] == "甲-1"
        assert found["policy"] == "online-proxy@undated+national@2022-05-01"
        assert found["weakest_basis"] == weakest.basis.name
        assert found["citations"][found["weakest_citation"]]["clause"] == weakest.clause

    def test_a_deadline_that_was_missed(self) -> None:
        found = shown(FULL)["limits"]["reply_deadline"]
        assert list(found) == DEADLINE_KEYS
        # 22 September 2025 plus 5 working days; 28 September is a worked Sunday.
        assert found["outcome"] == found["due"] == found["earliest"] == found["latest"]
        assert found["due"] == "2025-09-28"
        assert found["status"] == "late"
        assert found["certainty"] == "settled"
        # 29, 30 September, 9, 10, 11 (a worked Saturday) and 13 October.
        assert found["overdue_working_days"] == 6
        assert found["basis"] == "interpreted"
        assert [reason["code"] for reason in found["reasons"]] == [
            "deadline.started",
            "deadline.counted",
            "counting.working_days",
            "deadline.late",
        ]

    def test_a_reason_cites_by_reference(self) -> None:
        found = shown(FULL)
        first, *_, last = found["limits"]["reply_deadline"]["reasons"]
        place = first.pop("citation")
        assert first == {
            "code": "deadline.started",
            "facts": {"event": "accept", "start": "2025-09-22"},
            "text": "自受理之日 2025-09-22 的次日起算",
        }
        assert found["citations"][place] == {
            "text": "网上信访代理工作经验材料 一、分类代理（一）",
            "source": "网上信访代理工作经验材料",
            "clause": "一、分类代理（一）",
            "phrase": "受理群众诉求后",
            "basis": "stated",
            "note": "",
        }
        assert last["citation"] is None

    def test_nothing_is_cited_twice_and_nothing_for_nothing(self) -> None:
        for size in ("standard", "full"):
            found = encode_assessment(made(FULL), size)
            used = {one for one in numbers(found) if one is not None}
            assert used == {*range(len(found["citations"]))}  # type: ignore[arg-type]
        table = [json.dumps(one) for one in shown(FULL)["citations"]]
        assert len(set(table)) == len(table)

    def test_a_kind(self) -> None:
        found = shown(FULL)["kind"]["reply_kind"]
        assert list(found) == ["outcome", "basis", "reasons"]
        assert found["outcome"] == "consultation"

    def test_a_rule_that_the_policy_lacks(self) -> None:
        pack = NATIONAL.on(date(2025, 1, 1))
        assert shown(FULL, pack=pack)["limits"]["reply_deadline"] is None
        standard = encode_assessment(made(FULL, pack=pack))
        assert "reply_deadline" not in standard["limits"]  # type: ignore[operator]

    def test_what_cannot_be_told_names_what_is_missing(self) -> None:
        case = Case("1", recorded(receive="2025-01-01"))
        found = shown(case, "2025-01-02")
        decision = found["kind"]["group_petition"]
        assert list(decision) == ["outcome", "basis", "reasons", "missing"]
        assert (decision["outcome"], decision["missing"]) == ("undetermined", ["people"])
        assert "people" in found["missing"]
        standard = encode_assessment(made(case, "2025-01-02"))
        assert standard["missing"] == found["missing"]
        assert "group_petition" not in standard["kind"]  # type: ignore[operator]

    def test_findings(self) -> None:
        found = shown(FULL)["findings"]
        codes = [(one["severity"], one["code"]) for one in found]
        assert ("violation", "handling_deadline.reason_not_told") in codes
        assert list(found[0]) == ["severity", "code", "facts", "citation", "text"]

    def test_obligations(self) -> None:
        case = Case("1", recorded(accept="2025-09-22"), category=ReplyKind.urgent)
        (owed,) = (one for one in shown(case)["obligations"] if one["duty"] == "reply")
        parties = ["duty", "debtor", "level", "creditor"]
        assert list(owed) == [*parties, "due", "overdue", "text", "reason"]
        assert (owed["debtor"], owed["creditor"]) == ("handling_body", "petitioner")
        assert (owed["due"], owed["overdue"]) == ("2025-09-23", True)
        assert owed["reason"]["code"] == "deadline.overdue"

    def test_what_is_owed_on_its_last_day_is_not_overdue(self) -> None:
        case = Case("1", recorded(accept="2025-09-22"), category=ReplyKind.urgent)
        (owed,) = (
            one for one in shown(case, "2025-09-23")["obligations"] if one["duty"] == "reply"
        )
        assert (owed["due"], owed["overdue"]) == ("2025-09-23", False)

    def test_what_is_owed_on_no_day_is_not_overdue(self) -> None:
        case = Case(
            "1",
            recorded(register="2025-09-22", accept="2025-09-22", reply="2025-09-23"),
            case_class=CaseClass.appeal,
            route=Route.petition,
        )
        owed = {one["duty"]: one for one in shown(case)["obligations"]}
        assert (owed["deliver"]["due"], owed["deliver"]["overdue"]) == (None, False)
        small: Any = encode_assessment(made(case), "brief")["obligations"]
        (deliver,) = (one for one in small if one["duty"] == "deliver")
        assert list(deliver) == ["duty", "debtor", "creditor", "text"]

    def test_a_history_may_be_empty(self) -> None:
        found = shown(Case("1", History()))
        assert found["obligations"] == []
        assert found["findings"] != []

    def test_no_number_of_an_agent_leaves_the_library(self) -> None:
        assert "D-0042" not in json.dumps(shown(FULL), ensure_ascii=False)

    def test_before_the_first_edition_nothing_rests_on_anything(self) -> None:
        case = Case("1", recorded(register="2004-01-05"))
        found = shown(case, pack=NATIONAL.in_force(case, date(2025, 11, 3)))
        assert (found["weakest_basis"], found["weakest_citation"]) == (None, None)
        assert found["made_by"]["editions"] == {}


def numbers(value: Any) -> list[int | None]:  # noqa: ANN401 - plain JSON
    """Every reference to a citation."""
    if isinstance(value, dict):
        found = [value[name] for name in ("citation", "weakest_citation") if name in value]
        return [*found, *(one for name in value if name != "facts" for one in numbers(value[name]))]
    return [one for item in value for one in numbers(item)] if isinstance(value, list) else []


class TestWhatMadeIt:
    """Library and contract, editions with digests, variant, calendar, day, what was allowed."""

    def test_the_whole_of_it(self) -> None:
        found = shown(FULL)["made_by"]
        digests = PROXY.digests
        assert {name: part for name, part in found.items() if name not in ("id", "calendar")} == {
            "library": __version__,
            "contract": CONTRACT,
            "editions": {
                "online-proxy@undated": digests["online-proxy@undated"],
                "national@2022-05-01": digests["national@2022-05-01"],
            },
            "variant": None,
            "as_of": "2025-11-03",
            "allow_assumed": True,
        }
        provenance = CALENDAR.provenance
        assert found["calendar"] == {
            "regions": [],
            "known_on": None,
            "notices": [],
            "settled_through": provenance.settled_through.isoformat(),
            "digest": provenance.digest,
        }
        assert next(iter(found)) == "id"

    def test_the_same_has_the_same_id_and_anything_else_another(self) -> None:
        first = made(FULL).made_by
        variant = PROXY.with_variant("calendar_days").in_force(FULL, date(2025, 11, 3))
        others = (
            made(FULL, "2025-11-04").made_by,
            made(FULL, allow_assumed=False).made_by,
            made(FULL, pack=variant).made_by,
            made(FULL, pack=PROXY.on(date(2010, 1, 1))).made_by,
            made(FULL, calendar=CALENDAR.known_on(date(2024, 10, 31))).made_by,
            made(FULL, calendar=mainland_calendar("450000")).made_by,
            first._replace(editions=(evolve(first.editions[0], texts=("x",)), first.editions[1])),
        )
        found = {str(made_by_json(one)["id"]) for one in (first, *others)}
        assert len(found) == 1 + len(others)
        assert made_by_json(made(FULL).made_by) == made_by_json(first)

    def test_the_variant_is_named(self) -> None:
        pack = PROXY.with_variant("calendar_days").in_force(FULL, date(2025, 11, 3))
        assert shown(FULL, pack=pack)["made_by"]["variant"] == "calendar_days"

    def test_a_pickled_answer_keeps_what_made_it_without_the_policy(self) -> None:
        answer = made(FULL)
        kept = pickle.dumps(answer)
        again = pickle.loads(kept)  # noqa: S301 (our own)
        assert again == answer
        assert encode_assessment(again, "full") == encode_assessment(answer, "full")
        assert pickle.loads(pickle.dumps(again)) == again  # noqa: S301 (our own)
        assert len(kept) < 100_000

    def test_it_is_neither_compared_nor_shown(self) -> None:
        answer = made(FULL)
        assert answer == evolve(answer, made_by=made(FULL, "2025-12-01").made_by)
        assert "made_by" not in repr(answer)


class TestJsonLines:
    """What made answers opens the stream once, and precedes any change."""

    CASES = tuple(
        Case(str(number), recorded(receive=f"{year}-06-01"))
        for number, year in enumerate((2020, 2023, 2021, 2024, 2010))
    )

    def test_each_answer_names_an_object_that_was_told_before(self) -> None:
        lines = [*answer_lines(made(case) for case in self.CASES)]
        assert all(line.endswith("\n") and "\n" not in line[:-1] for line in lines)
        found = [json.loads(line) for line in lines]
        told: list[str] = []
        numbers = []
        for one in found:
            if "case_no" in one:
                assert one["made_by"] in told
                numbers.append(one["case_no"])
            else:
                assert list(one) == ["made_by"]
                told.append(one["made_by"]["id"])
        assert numbers == ["0", "1", "2", "3", "4"]
        # One under the text of 2005, one under that of 2022; each once.
        assert next(list(one) for one in found[:2]) == ["made_by"]
        assert len(told) == len(set(told)) == 2
        assert "case_no" not in found[2]

    def test_a_line_is_what_an_encoder_writes(self) -> None:
        answers = [made(case) for case in self.CASES]
        encoder = AnswerEncoder("full")
        lines = [line for line in answer_lines(answers, "full") if '"case_no"' in line]
        assert lines == [f"{encoder.encode(one)}\n" for one in answers]

    def test_no_answer_is_an_empty_stream(self) -> None:
        assert [*answer_lines([])] == []

    def test_the_memory_is_bounded(self, monkeypatch: pytest.MonkeyPatch) -> None:
        # What falls out of it is written anew, and alike.
        monkeypatch.setattr("xinfang_core.codec.pieces._MOST", 2)
        monkeypatch.setattr("xinfang_core.codec.encoder._MOST_MAKERS", 1)
        answers = [made(case) for case in (*self.CASES, *self.CASES)]
        small, large = AnswerEncoder("full"), [shown(case) for case in self.CASES]
        found = [json.loads(small.encode(one)) for one in answers]
        wanted = [{**one, "made_by": one["made_by"]["id"]} for one in large]
        assert found == [*wanted, *wanted]


def test_weaker_is_less_firm() -> None:
    """The first of equals stays."""
    firm, read = (Citation("甲", "一", "", basis) for basis in (Basis.stated, Basis.interpreted))
    assert is_weaker(read, firm)
    assert not is_weaker(firm, firm)
    assert is_weaker(firm, None)


def test_every_rule_has_a_place() -> None:
    """A rule's name is enough to find it on the wire."""
    found = shown(FULL)
    assert {rule for group in GROUPS for rule in found[group]} == set(RULES)
