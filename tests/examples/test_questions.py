"""Rules that are not about one case: what they are given is read by the types they declare."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from command import TOP
from example_tables import asked, bench, one, read, result
from xinfang_core.case import Event, History
from xinfang_core.decision import Decision
from xinfang_core.declared import measure, payment, score
from xinfang_core.errors import RecordError
from xinfang_core.examples.asking import question_of
from xinfang_core.examples.decided import read_decision
from xinfang_core.examples.given import GivenReader
from xinfang_core.examples.policies import Policies
from xinfang_core.examples.results import Verdict
from xinfang_core.policy import load_policy, read_policy
from xinfang_core.refusals import RefusedError
from xinfang_core.rules.ledger.tallies import Matter
from xinfang_core.vocabulary import (
    Absent,
    AwardKind,
    Declarations,
    Declared,
    EventKind,
    Grade,
    Role,
    Status,
    Step,
    Undetermined,
)

OWN = Declared("sign_for", "签收")
READER = GivenReader(Declarations(steps=(OWN,)))


def refused(text: str, kind: object) -> str:
    with pytest.raises(RefusedError) as error:
        READER.read(text, kind)
    return error.value.code


def decided(text: str, kind: object = object) -> Any:  # noqa: ANN401 - of any rule
    """The outcome that is given."""
    return read_decision(text, kind).outcome


class TestValues:
    """A cell is read by the annotation of the parameter."""

    @pytest.mark.parametrize(
        ("text", "kind", "wanted"),
        [
            ("12", int, 12),
            ("-3", int | None, -3),
            ("12.50", Decimal, Decimal("12.5")),
            ("2025/10/3", date, date(2025, 10, 3)),
            ("是", bool | None, True),
            ("甲", str, "甲"),
            ("代理员", Role, Role.agent),
            ("agent", Role | None, Role.agent),
            ("签收", Step, OWN),
            ("met", Status | Absent | None, Status.met),
            ("none", Status | Absent | None, Absent.none),
            ("10、20", tuple[int, ...] | None, (10, 20)),
            ("代理员、承办单位", Collection[Role] | None, (Role.agent, Role.handling_body)),
            ("空", tuple[int, ...], ()),
        ],
    )
    def test_one_is_read_by_its_type(self, text: str, kind: object, wanted: object) -> None:
        assert READER.read(text, kind) == wanted

    @pytest.mark.parametrize(
        ("text", "kind", "code"),
        [
            ("zwei", int, "value.not_count"),
            ("1,5", Decimal, "value.no_number"),
            ("bald", date, "moment.not_one"),
            ("vielleicht", bool, "value.not_truth"),
            ("nobody", Role, "value.unknown_term"),
        ],
    )
    def test_anything_else_is_refused(self, text: str, kind: object, code: str) -> None:
        assert refused(text, kind) == code


class TestThingsOfSeveralParts:
    """Things, their parts and what lies in those have separators of their own."""

    def test_parts_stand_between_commas_and_things_between_semicolons(self) -> None:
        (coverage,) = [one(asked("coverage", {"settlements": "key=A，minutes=10、20；key=B"}))]
        places: Any = coverage.arguments["settlements"]
        first, second = places
        assert (first.key, first.minutes, second.minutes) == ("A", (10, 20), None)

    def test_one_may_be_meant_several_times(self) -> None:
        row = asked("tallies", {"matters": "3×form=visit，history=空；form=letter，history=空"})
        assert len(one(row, policy="qiaocheng").arguments["matters"]) == 4  # type: ignore[arg-type]

    def test_one_may_have_a_column_for_each_part(self) -> None:
        whole = asked("staffing", {"site": "village_station", "staff": "full_time=2，members=3"})
        given = {"site": "village_station", "staff.full_time": "2", "staff.members": "3"}
        parts = asked("staffing", given)
        found = [one(row, policy="qiaocheng").arguments for row in (whole, parts)]
        assert found[0] == found[1]

    def test_history_and_mappings_lie_in_one(self) -> None:
        text = "history=2025-09-01 receive+2025-09-03 evaluate grade=satisfied target=agent"
        kind = Matter
        found = READER.read(f"{text}，limits=accept:met+reply:late", kind)
        assert found.history == History(
            (
                Event(EventKind.receive, date(2025, 9, 1)),
                Event(
                    EventKind.evaluate,
                    date(2025, 9, 3),
                    grade=Grade.satisfied,
                    target=Role.agent,
                ),
            )
        )
        assert {duty: limit.status for duty, limit in found.limits.items()} == {
            EventKind.accept: Status.met,
            EventKind.reply: Status.late,
        }
        assert READER.read("history=空", kind).history == History(())
        assert READER.read("2025-09-01 签收", History).first(OWN) is not None

    def test_a_thing_lies_in_another_between_plus_signs(self) -> None:
        found = READER.read("amount=100，grounds=grade:satisfied+count:2", payment.Given)
        assert found.grounds == payment.Grounds(grade=Grade.satisfied, count=2)

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("members", "value.no_pair"),
            ("memberz=3", "example.no_part_near"),
            ("zzzzzzz=3", "example.no_part"),
        ],
    )
    def test_what_is_no_part_is_refused(self, text: str, code: str) -> None:
        row = asked("staffing", {"site": "village_station", "staff": text}, codes="value.silent")
        with pytest.raises(RecordError) as error:
            read(row, policy="qiaocheng")
        (fault,) = error.value.faults
        assert (fault.code, fault.path) == (code, "given.staff")

    def test_a_part_that_is_needed_has_to_be_there(self) -> None:
        assert refused("minutes=3", _settlement()) == "example.part_missing"

    def test_an_event_has_no_other_keys(self) -> None:
        assert refused("2025-09-01 reply grede=satisfied", History) == "key.unknown_near"


def _settlement() -> object:
    from xinfang_core.rules.station.coverage import Settlement

    return Settlement


class TestAnswersOfOtherRules:
    """What another rule answered is given as one word or number."""

    def test_a_rate_is_written_as_a_fraction(self) -> None:
        rate = decided("19/20?2", measure.Rate)
        assert (rate.lowest, rate.highest) == (Fraction(19, 20), 1)
        figures = READER.read("rates=a:3/4，counts=b:2", score.Figures)
        assert figures.rates["a"].outcome.above == 3
        assert figures.counts == {"b": 2}

    def test_an_award_as_its_yuan_or_as_a_record(self) -> None:
        assert decided("20").amount == 20
        assert decided("appraisal").kind is AwardKind.appraisal
        assert decided(str(AwardKind.appraisal.value)).kind is AwardKind.appraisal

    def test_one_may_be_none_or_unknown(self) -> None:
        assert decided("无") is Absent.none
        assert decided("无法确定") is Undetermined.undetermined

    @pytest.mark.parametrize(("text", "kind"), [("3/0", measure.Rate), ("viel", object)])
    def test_anything_else_is_refused(self, text: str, kind: object) -> None:
        with pytest.raises(RefusedError):
            read_decision(text, kind)

    def test_it_is_a_decision(self) -> None:
        assert isinstance(READER.read("20", Decision[int]), Decision)


class TestQuestions:
    """The public functions of the rules are the questions; nothing lists them."""

    def test_a_rule_is_found_by_its_name_and_what_it_takes(self) -> None:
        paid, due = question_of("payment.x", {"given": "1"}), question_of("payment.x", {})
        assert paid is not None
        assert due is not None
        assert {*paid.parameters} == {"given"}
        assert {*due.parameters} == {"grounds"}
        odd = question_of("payment.x", {"nothing": "1"})
        assert odd == due
        assert question_of("incentive", {}) is None
        assert question_of("measure", {}) is None

    def test_a_parameter_that_is_none_is_told(self) -> None:
        row = asked("coverage", {"setlements": "空"}, codes="value.silent")
        with pytest.raises(RecordError) as error:
            read(row)
        assert [fault.code for fault in error.value.faults] == [
            "example.no_parameter_near",
            "example.given_missing",
        ]

    def test_a_value_has_no_parts(self) -> None:
        row = asked("network", {"own.agent": "3"}, codes="value.silent")
        with pytest.raises(RecordError) as error:
            read(row)
        assert error.value.faults[0].code == "example.no_part"

    def test_one_parameter_is_given_whole_or_in_parts(self) -> None:
        given = {"site": "village_station", "staff": "full_time=2", "staff.members": "3"}
        row = asked("staffing", given)
        (found,) = [one(row, policy="qiaocheng")]
        assert found.arguments["staff"].full_time == 2  # type: ignore[attr-defined]


class TestOutcomes:
    """Wanted are the whole outcome or parts of it, and the reasons."""

    def test_the_whole_is_wanted_by_key_or_in_chinese(self) -> None:
        given = {"centre": "street_centre", "area": "299.5", "new_building": "是"}
        for wanted in ("insufficient", "不足"):
            row = asked("premises", given, outcome=wanted, codes="premises.insufficient")
            assert result(row, "yubei").verdict is Verdict.matched

    def test_what_is_not_so_is_told_with_the_reasons(self) -> None:
        given = {"centre": "street_centre", "area": "300", "new_building": "是"}
        found = result(asked("premises", given, outcome="insufficient"), "yubei")
        (wrong,) = found.mismatches
        assert (wrong.cell, wrong.got) == ("want.outcome", "sufficient / 达标")
        assert [reason.code for reason in wrong.reasons] == ["premises.sufficient"]

    def test_parts_are_wanted_by_their_names(self) -> None:
        given = {"settlements": "key=A，minutes=10、20；key=B，minutes=空；key=C"}
        row = asked("coverage", given, outcome__lacking="B", outcome__settlements="3")
        assert result({**row, "want.outcome.unknown.0": "C"}).verdict is Verdict.matched
        wrong = result({**row, "want.outcome.unknown.7": "C", "want.outcome.nothing": "D"})
        assert {one.got for one in wrong.mismatches} == {""}

    def test_items_of_a_list_go_by_what_stands_first(self) -> None:
        row = asked("network", {"own": "agent=1600"}, outcome__units__agent__own="1600")
        assert result(row).verdict is Verdict.matched
        other = asked("network", {"own": "agent=1600"}, outcome__units__nobody__own="1600")
        assert result(other).verdict is Verdict.mismatched

    def test_decisions_on_the_way_are_looked_through(self) -> None:
        ratings = "target=petition_office，owed=10，satisfied=4，overdue=1"
        row = asked(
            "satisfaction_scores",
            {"ratings": ratings},
            outcome__targets__petition_office__participation="40",
            outcome__targets__0__target="信访部门",
            codes="satisfaction_scores.share",
        )
        assert result(row, "yubei").verdict is Verdict.matched

    def test_mappings_go_by_their_keys(self) -> None:
        row = asked("tallies", {"matters": "12×form=visit，history=空"}, outcome__visits="12")
        assert result({**row, "want.outcome.接访": "12"}, "qiaocheng").verdict is Verdict.matched

    def test_what_nobody_wants_is_shown(self) -> None:
        row = asked("tallies", {"matters": "form=visit，history=空"}, outcome="", codes="", unit="")
        shown = result({**row, "clause": ""}, "qiaocheng").shown
        assert shown["want.outcome"].startswith("总件次=1；")
        assert shown["want.codes"].startswith("tallies.one_matter")

    def test_lists_of_things_are_told_part_by_part(self) -> None:
        given = {"first": "2024", "reports": "空", "appraised": "空"}
        row = asked("annual_report", given, outcome="")
        assert (
            result({**row, "clause": ""}, "national").shown["want.outcome"].startswith("2024 是 是")
        )

    def test_what_contradicts_itself_is_an_error(self) -> None:
        given = {"ratings": "target=agent，owed=1，satisfied=2"}
        row = asked("satisfaction_scores", given, error="satisfaction_scores.counts")
        assert result(row, "yubei").verdict is Verdict.matched
        with pytest.raises(RecordError) as error:
            read({**row, "want.error": "", "want.codes": "value.silent"}, policy="yubei")
        (fault,) = error.value.faults
        assert (fault.code, fault.path) == ("satisfaction_scores.counts", "given.ratings")

    def test_what_cannot_be_reckoned_with_is_one_too(self) -> None:
        given = {"indicator": "visit_conclusion", "counts": "visits=-1"}
        wanted = asked("indicators", given, error="indicators.no_count")
        assert result(wanted, "qiaocheng").verdict is Verdict.matched
        (wrong,) = result(asked("indicators", given, outcome="空"), "qiaocheng").mismatches
        assert (wrong.got, wrong.reasons) == ("indicators.no_count", ())
        other = asked("indicators", given, codes="value.silent", not_codes="value.silent")
        assert len(result(other, "qiaocheng").mismatches) == 1

    def test_what_may_be_unknown_need_not_be_given(self) -> None:
        row = asked("premises", {"centre": "street_centre"}, codes="premises.new_not_recorded")
        assert result(row, "yubei").verdict is Verdict.matched

    def test_an_edition_without_the_rule_answers_nothing(self) -> None:
        row = asked("annual_report", {"first": "2005", "reports": "空", "appraised": "空"})
        row |= {"as_of": "1999-01-01", "want.outcome": "空"}
        assert result(row, "national").verdict is Verdict.matched

    def test_a_thing_of_parts_that_is_not_given_has_none(self) -> None:
        row = asked("staffing", {"site": "village_station"}, codes="staffing.not_recorded")
        assert result(row, "qiaocheng").verdict is Verdict.matched

    def test_as_of_is_that_of_the_row(self) -> None:
        row = asked("bulletins", {"issued": "空", "since": "2025-01-01"}, codes="bulletins.missing")
        assert result(row).verdict is Verdict.matched
        early = {"issued": "空", "since": "2025-01-01", "as_of": "2025-01-31"}
        found = result(asked("bulletins", early, not_codes="bulletins.missing"))
        assert found.verdict is Verdict.matched

    def test_the_working_days_are_there(self) -> None:
        given = {
            "level": "town",
            "first": "2025-10-01",
            "last": "2025-10-11",
            "shifts": "day=2025-10-09，staff=1，leaders=1",
        }
        row = asked("duty_roster", given, outcome__days="3")
        assert result(row, "jiuyuan").verdict is Verdict.matched


class TestWhatAPolicySays:
    """Values that no rule reckons with are asked by their place."""

    @pytest.mark.parametrize(
        ("path", "outcome", "unit"),
        [
            ("reply_deadline.limit reply_kind=urgent", "1个工作日", "工作日"),
            ("reply_deadline.limit urgent", "1 working_day", "working_day"),
            ("reply_deadline.limit 紧急事项", "1个工作日", ""),
            ("network.count agent", "1617", ""),
            ("coverage.walk", "15", "分钟"),
            ("reply_deadline.start", "accept", ""),
            ("disclosure.items", "代理员姓名、联系电话、通讯地址、电子邮箱", ""),
        ],
    )
    def test_it_is_wanted_by_key_or_in_chinese(self, path: str, outcome: str, unit: str) -> None:
        wants = {"outcome": outcome, **({"unit": unit} if unit else {})}
        assert result(asked("value", {"path": path}, **wants)).verdict is Verdict.matched

    def test_what_it_says_otherwise_is_told(self) -> None:
        row = asked("value", {"path": "coverage.walk"}, outcome="16", unit="元")
        found = result(row)
        assert [(one.wanted, one.got) for one in found.mismatches] == [
            ("16", "15"),
            ("元", "minute / 分钟"),
        ]

    def test_an_error_is_wanted_in_vain(self) -> None:
        for row in (
            asked("value", {"path": "coverage.walk"}, error="value.silent"),
            asked("coverage", {"settlements": "空"}, error="value.silent"),
        ):
            assert result(row).mismatches[0].got == ""

    def test_what_nobody_wants_is_shown(self) -> None:
        row = {**asked("value", {"path": "coverage.walk"}, outcome="", unit=""), "clause": ""}
        assert result(row).shown == {"want.outcome": "15", "want.unit": "分钟"}

    def test_a_value_of_the_national_edition_is_found_beneath(self) -> None:
        row = asked("value", {"path": "annual_report.cycle"}, outcome="x", codes="value.silent")
        found = result(row)
        assert len(found.mismatches) == 2
        assert found.mismatches[0].got

    def test_where_nothing_stands_any_more_nothing_is_told(self) -> None:
        row = asked("value", {"path": "coverage.walk"}, outcome="15", unit="分钟")
        (example,) = read(row)
        found = bench().check(example, load_policy("qiaocheng"))
        assert [wrong.got for wrong in found.mismatches] == ["", ""]


def locality(name: str) -> Policies:
    """A policy of the examples, which declares what it asks for."""
    return Policies({name: (read_policy(TOP / "examples" / "localities" / name), None)})


class TestWhatAPolicyDeclares:
    """Rates, scores, payments and cycles are asked by section and key."""

    @pytest.mark.parametrize(
        ("name", "question", "given", "wants"),
        [
            (
                "meilong",
                "score.first_petitions",
                {
                    "figures.rates": "on_time=98/100；network_on_time=1/1；repeats=10/100",
                    "figures.ranks": "ranking=2",
                },
                {"outcome__total": "29", "outcome__parts__on_time": "7"},
            ),
            (
                "meilong",
                "measure.repeats",
                {
                    "on": "2025-06-01",
                    "cases": "3×history=2025-03-01 register，flags=repeated:是；"
                    "17×history=2025-03-01 register，flags=repeated:否",
                },
                {"outcome__above": "3", "outcome__below": "20", "outcome__lowest": "3/20"},
            ),
            (
                "suggestion-prize",
                "payment.first_prize",
                {"grounds": "count=1"},
                {"outcome__least": "3000"},
            ),
            (
                "suggestion-prize",
                "payment.grand_prize",
                {"given": "2×amount=10000"},
                {"outcome__count": "2", "codes": "payment.over_quota"},
            ),
            (
                "reception-2009",
                "series.county_reception",
                {"days": "2025-01-10、2025-03-05", "since": "2025-01-01", "as_of": "2025-04-15"},
                {"outcome__missed": "2025-02-01"},
            ),
        ],
    )
    def test_one_is_asked(
        self, name: str, question: str, given: dict[str, str], wants: dict[str, str]
    ) -> None:
        policies = locality(name)
        (example,) = read(asked(question, given, **wants), policy=name, policies=policies)
        found = bench().check(example, policies.find(name))
        assert [(wrong.cell, wrong.got) for wrong in found.mismatches] == []

    def test_its_parts_have_places(self) -> None:
        policies = locality("meilong")
        path = "score.first_petitions.part.ranking.ranks 2"
        row = asked("value", {"path": path}, outcome="4", unit="分")
        (example,) = read(row, policy="meilong", policies=policies)
        assert bench().check(example, policies.find("meilong")).mismatches == ()
