"""Of what is no petition nothing national is asked, and what is local is asked as before."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from assessing import (
    CASES,
    EXAMPLES,
    IN_2025,
    LOCAL,
    MAINLAND,
    NATIONAL,
    POLICIES,
    RECENT,
    SHIPPED,
    assessed,
    status,
    with_rules,
)
from checks import codes, day, present, rated, recorded
from command import run
from policy_texts import SAMPLE, SAMPLE_FILE, filling, written
from strategies import FEWER
from xinfang_core.assessment import RULES, assess
from xinfang_core.case import Case
from xinfang_core.cli.report import case_lines
from xinfang_core.codec import encode_assessment
from xinfang_core.codec.csv_answers import columns_of
from xinfang_core.deadline import Deadline
from xinfang_core.decision import Decision, Reason, RuleName
from xinfang_core.errors import PolicyDataError
from xinfang_core.periods import CalendarDays
from xinfang_core.policy import read_policy
from xinfang_core.sources import Sourced
from xinfang_core.vocabulary import (
    Absent,
    EventKind,
    Grade,
    OutsideAs,
    PetitionForm,
    ReplyKind,
    Severity,
    Status,
)

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from xinfang_core.assessment import Assessment
    from xinfang_core.policy import PolicyPack

TICKET = Case(
    "A-1",
    recorded(receive="2025-03-03", reply="2025-03-04"),
    petition=False,
    outside_as=OutsideAs.hotline,
)
"""A hotline ticket that was answered the next day."""

PETITION = evolve(TICKET, petition=None, outside_as=None)
LISTED = st.sampled_from(OutsideAs)
ENDS = ("reply_kind", "reply_deadline")
DECLARING = SAMPLE.replace('transition = "', 'outside_as = "hotline"\ntransition = "', 1)


def national_titles(pack: PolicyPack) -> set[str]:
    """The titles under which the regulation is cited in a pack."""
    cited = [step.citation for step in present(pack.outside).outside_as.steps]
    return {one.source for one in cited}


def own(pack: PolicyPack) -> dict[str, object]:
    """The parameters of the local rules about one case."""
    given = {rule: pack.params(rule) for rule in RULES if rule not in pack.national}
    return {rule: params for rule, params in given.items() if params is not None}


class TestATicket:
    """A hotline ticket that is answered the next day owes the regulation nothing."""

    def test_as_a_petition_it_would_owe_a_delivery_and_lack_much(self) -> None:
        answer = assessed(PETITION, "2025-06-30", "national")
        assert [one.duty for one in answer.obligations] == [EventKind.deliver]
        assert "workflow.missing" in codes(answer.findings)
        assert len(answer.missing) > 5

    def test_it_owes_nothing_lacks_nothing_and_is_in_order(self) -> None:
        answer = assessed(TICKET, "2025-06-30", "national")
        assert (answer.obligations, answer.findings) == ((), ())
        assert answer.missing == {}

    def test_every_national_rule_says_the_one_reason(self) -> None:
        answer = assessed(TICKET, "2025-06-30", "national")
        outside = present(answer.outside)
        assert outside.outside_as is OutsideAs.hotline
        off = Decision(Absent.none, (outside.reason,))
        assert outside.rules == tuple(RuleName(name) for name, _ in answer.decisions())
        assert all(decision == off for _, decision in answer.decisions())

    def test_a_received_ticket_is_not_missed_as_not_accepted(self) -> None:
        case = evolve(TICKET, history=recorded(receive="2025-03-03"))
        assert assessed(case, "2025-06-30", "national").findings == ()

    def test_that_a_local_policy_lets_it_be_accepted_stays_asked(self) -> None:
        case = evolve(TICKET, history=recorded(receive="2025-03-03"))
        assert codes(assessed(case, "2025-06-30").findings) == ["workflow.not_accepted"]

    def test_the_edition_of_the_regulation_is_nothing_to_tell_either(self) -> None:
        case = evolve(TICKET, history=recorded(receive="2025-03-03"))
        pack = NATIONAL.in_force(case, day("2025-03-04"))
        assert codes(pack.findings) == ["version.by_receipt"]
        assert assess(case, pack, MAINLAND, day("2025-03-04")).findings == ()

    def test_what_picked_the_local_edition_is(self, tmp_path: Path) -> None:
        policy = read_policy(written(tmp_path / "p", f2024_03_01=SAMPLE.encode()))
        pack = policy.in_force(TICKET, day("2025-03-04"))
        assert codes(pack.findings) == ["version.by_receipt", "version.by_receipt"]
        answer = assess(TICKET, pack, MAINLAND, day("2025-03-04"))
        (finding,) = answer.findings
        assert ("policy", "示例办法") in finding.reason.facts

    def test_what_nobody_assumes_is_a_petition_still(self) -> None:
        answer = assess(TICKET, IN_2025, MAINLAND, day("2025-06-30"), allow_assumed=False)
        as_petition = assess(PETITION, IN_2025, MAINLAND, day("2025-06-30"), allow_assumed=False)
        first, *others = answer.findings
        assert first.reason.code == "outside.assumed_refused"
        assert answer.outside is None
        assert evolve(answer, findings=tuple(others)) == as_petition


class TestNothingNational:
    """Whatever is recorded, and under whatever shipped policy."""

    @FEWER
    @given(CASES, SHIPPED, RECENT, LISTED)
    def test_each_national_rule_is_off_and_each_local_one_says_what_it_said(
        self, case: Case, pack: PolicyPack, as_of: date, entry: OutsideAs
    ) -> None:
        case = evolve(case, petition=False, outside_as=entry)
        answer = assess(case, pack, MAINLAND, as_of)
        before = assess(evolve(case, petition=True, outside_as=None), pack, MAINLAND, as_of)
        outside = present(answer.outside)
        assert {one.rule for one in outside.rules} == pack.national & {*RULES}
        assert before.outside is None
        for name, decision in answer.decisions():
            if name in pack.national:
                assert decision == Decision(Absent.none, (outside.reason,))
        for name, decision in answer.applying():
            assert name not in pack.national
            assert decision == before.decision(name)
        assert answer.missing.keys() <= own(pack).keys()

    @FEWER
    @given(CASES, SHIPPED, RECENT, LISTED)
    def test_nothing_found_or_owed_rests_on_the_regulation(
        self, case: Case, pack: PolicyPack, as_of: date, entry: OutsideAs
    ) -> None:
        answer = assess(evolve(case, petition=False, outside_as=entry), pack, MAINLAND, as_of)
        reasons = [one.reason for one in answer.findings]
        reasons += [one.reason for one in answer.obligations]
        cited = {one.citation.source for one in reasons if one.citation}
        assert not cited & national_titles(pack)

    @FEWER
    @given(CASES, SHIPPED, RECENT)
    def test_a_recorded_petition_is_judged_like_one_of_which_nothing_is_recorded(
        self, case: Case, pack: PolicyPack, as_of: date
    ) -> None:
        answer = assess(case, pack, MAINLAND, as_of)
        assert assess(evolve(case, petition=True), pack, MAINLAND, as_of) == answer

    @pytest.mark.parametrize("name", LOCAL)
    def test_no_shipped_policy_declares_its_matters_to_be_no_petitions(self, name: str) -> None:
        assert all(edition.outside_as is None for edition in POLICIES[name].editions)

    @pytest.mark.parametrize("name", LOCAL)
    def test_what_a_local_policy_has_is_not_national(self, name: str) -> None:
        pack = POLICIES[name].on(day("2025-01-01"))
        assert not pack.national & pack.local - {"workflow"}
        assert {"notice_deadline", "handling_deadline"} <= pack.national
        assert {*RULES} & (pack.national | pack.local) == {
            rule for rule in RULES if pack.params(rule)
        }

    def test_before_there_was_a_regulation_there_is_nothing_to_switch_off(self) -> None:
        pack = POLICIES["online-proxy"].on(day("2004-01-01"))
        answer = assess(TICKET, pack, MAINLAND, day("2025-06-30"))
        assert pack.national == frozenset()
        assert answer == assess(PETITION, pack, MAINLAND, day("2025-06-30"))

    def test_too_many_representatives_are_no_finding_of_a_ticket(self) -> None:
        visit = evolve(PETITION, form=PetitionForm.visit, people=8, representatives=6)
        found = codes(assessed(visit, "2025-03-04", "national").findings)
        assert "group_petition.too_many" in found
        off = evolve(visit, petition=False, outside_as=OutsideAs.consultation)
        assert assessed(off, "2025-03-04", "national").findings == ()

    def test_whom_the_regulation_lets_rate_a_local_window_still_waits_for(self) -> None:
        present_rule = present(IN_2025.limits.evaluation_window_deadline)
        limit = Sourced(CalendarDays(10), present_rule.limit.citation)
        window = evolve(present_rule, limit=limit)
        pack = with_rules(IN_2025, evaluation_window_deadline=window)
        pack = evolve(pack, national=pack.national | {"satisfaction"})
        history = recorded(
            rated("2025-03-06", Grade.satisfied), receive="2025-03-03", deliver="2025-03-05"
        )
        off = evolve(TICKET, history=history, outside_as=OutsideAs.consultation)
        on = evolve(off, petition=True, outside_as=None)
        before, after = (assessed(one, "2025-03-20", pack).limits for one in (on, off))
        assert after.evaluation_window_deadline == before.evaluation_window_deadline

    def test_what_fills_in_the_regulation_leaves_its_rules_national(self, tmp_path: Path) -> None:
        head = filling(fills='"national"', effective="2022-05-01").replace(
            '["copied_notice"]', '["evaluation_window_deadline.limit"]'
        )
        text = f"""{head}
[evaluation_window_deadline.limit]
value = 10
unit = "calendar_day"
clause = "补1"
phrase = "10日"
basis = "interpreted"
note = "按自然日"
"""
        path = tmp_path / "2022-05-01.toml"
        path.write_text(text, encoding="utf-8")
        pack = read_policy(path).on(day("2025-01-01"))
        assert pack.national == NATIONAL.on(day("2025-01-01")).national
        answer = assessed(TICKET, "2025-06-30", pack)
        assert [name for name, _ in answer.applying()] == []
        assert answer.findings == ()

    def test_a_local_rule_tells_what_the_national_one_lacks_that_it_is_handed(self) -> None:
        answer = assessed(TICKET, "2025-06-30", "gongshu")
        assert "repeat_petition" in {one.rule for one in present(answer.outside).rules}
        assert {"same_person", "same_matter"} <= {*answer.missing["self_service"]}


class TestLadders:
    """A local ladder that a national limit moves falls with that limit."""

    def test_it_is_switched_off_with_it(self) -> None:
        pack = read_policy(EXAMPLES / "policies" / "gongshu-ladders").on(day("2025-01-01"))
        case = evolve(PETITION, history=recorded(receive="2025-03-03"))
        moved = present(assessed(case, "2025-06-30", pack).follow_through.copied_notice)
        assert moved.missing == ("notice_deadline",)
        off = evolve(case, petition=False, outside_as=OutsideAs.consultation)
        answer = assessed(off, "2025-06-30", pack)
        still = present(answer.follow_through.copied_notice)
        assert still.reasons == (present(answer.outside).reason,)
        assert RuleName("copied_notice") in present(answer.outside).rules


class TestDeclaredByAPolicy:
    """A hotline's own rules say once that their matters are no petitions."""

    def answered(self, folder: Path, case: Case) -> Assessment:
        policy = read_policy(written(folder / "p", f2024_03_01=DECLARING.encode()))
        return assess(case, policy.in_force(case, day("2025-03-14")), MAINLAND, day("2025-03-14"))

    def test_all_its_matters_are_outside_and_its_own_limits_run(self, tmp_path: Path) -> None:
        case = Case(
            "A-1",
            recorded(register="2025-03-03", receive="2025-03-03", accept="2025-03-04"),
            category=ReplyKind.consultation,
        )
        answer = self.answered(tmp_path, case)
        assert present(answer.outside).reason.code == "outside.declared"
        assert [name for name, _ in answer.applying()] == [*ENDS]
        assert status(answer, "reply_deadline") is Status.overdue
        assert status(answer, "notice_deadline") is None
        assert [one.duty for one in answer.obligations] == [EventKind.reply]

    def test_a_case_that_is_recorded_as_a_petition_stays_one(self, tmp_path: Path) -> None:
        history = recorded(register="2025-03-03", receive="2025-03-03")
        answer = self.answered(tmp_path, Case("A-1", history, petition=True))
        assert answer.outside is None
        assert status(answer, "transfer_deadline") is Status.open

    def test_one_that_says_as_what_says_so_itself(self, tmp_path: Path) -> None:
        case = evolve(TICKET, outside_as=OutsideAs.consultation)
        outside = present(self.answered(tmp_path, case).outside)
        assert outside.reason.code == "outside.recorded"
        assert outside.outside_as is OutsideAs.consultation

    def test_its_declared_limits_run_and_may_be_longer_than_national_ones(
        self, tmp_path: Path
    ) -> None:
        hotline = (EXAMPLES / "localities" / "sichuan" / "undated.toml").read_text("utf-8")
        longer = hotline.replace('start = "assign"', 'start = "receive"').replace(
            'met_by = "conclude"', 'met_by = "notify"'
        )
        longer = longer.replace('kind = "complaint", value = 15', 'kind = "complaint", value = 30')
        path = tmp_path / "undated.toml"
        path.write_text(longer.replace('outside_as = "hotline"\n', ""), encoding="utf-8")
        with pytest.raises(PolicyDataError) as caught:
            read_policy(path)
        assert {one.code for one in caught.value.faults} == {"limit.laxer"}
        path.write_text(longer, encoding="utf-8")
        policy = read_policy(path)
        (complaint,) = (one for one in policy.declared.kinds if one.name == "complaint")
        case = Case("A-1", recorded(receive="2025-03-03"), category=complaint)
        answer = assess(case, policy.in_force(case, day("2025-04-30")), MAINLAND, day("2025-04-30"))
        limit = answer.limits["handle"].outcome
        assert isinstance(limit, Deadline)
        assert (limit.status, limit.due) == (Status.overdue, day("2025-04-15"))
        assert [name for name, _ in answer.applying()] == ["reply_kind", "handle"]
        assert [one.duty for one in answer.obligations] == [EventKind.notify]
        assert answer.findings == ()

    def test_an_unknown_entry_is_refused_with_the_nearest_one(self, tmp_path: Path) -> None:
        path = tmp_path / SAMPLE_FILE
        path.write_text(DECLARING.replace('"hotline"', '"hotlines"'), encoding="utf-8")
        with pytest.raises(PolicyDataError) as caught:
            read_policy(path)
        assert f"{SAMPLE_FILE}:6:14: policy.outside_as: " in str(caught.value)
        assert "hotline" in str(caught.value).partition("hotlines")[2]

    @pytest.mark.parametrize(
        "text",
        [
            DECLARING.replace('id = "sample"', 'id = "national"'),
            filling().replace('transition = "', 'outside_as = "hotline"\ntransition = "', 1),
        ],
    )
    def test_neither_the_regulation_nor_what_fills_in_another_declares_it(
        self, tmp_path: Path, text: str
    ) -> None:
        path = tmp_path / "p.toml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(PolicyDataError) as caught:
            read_policy(path)
        assert "policy.outside_as_of_others" in [one.code for one in caught.value.faults]

    def test_a_local_policy_has_no_list_of_its_own(self, tmp_path: Path) -> None:
        listed = '[outside.outside_as]\nclause = "5"\nbasis = "stated"\nsteps = ["hotline"]\n'
        path = tmp_path / SAMPLE_FILE
        path.write_text(f"{SAMPLE}\n{listed}", encoding="utf-8")
        with pytest.raises(PolicyDataError) as caught:
            read_policy(path)
        assert "policy.closed_to_localities" in [one.code for one in caught.value.faults]


class TestInWords:
    """It is told once, with its citation and the titles of what is switched off."""

    def test_the_explanation_begins_with_it_and_tells_no_national_rule_again(self) -> None:
        answer = assessed(TICKET, "2025-06-30")
        lines = answer.explain().splitlines()
        assert lines[2].startswith("登记为不属信访事项（热线工单），国家规定不适用 ← 信访工作条例")
        assert "不适用的规则：事项类别、办理途径、" in lines[2]
        assert not [line for line in lines[3:] if line.startswith("告知期限")]
        assert present(answer.outside).text("en").count("notice deadline") == 1

    @pytest.mark.parametrize("size", ["brief", "standard", "full"])
    def test_on_the_wire_it_stands_beside_the_groups(self, size: str) -> None:
        answer = assessed(TICKET, "2025-06-30")
        told = encode_assessment(answer, size)["outside"]  # type: ignore[arg-type]
        assert isinstance(told, dict)
        assert told["outside_as"] == "hotline"
        assert told["rules"] == [one.rule for one in present(answer.outside).rules]
        assert "outside" not in encode_assessment(assessed(PETITION, "2025-06-30"), size)  # type: ignore[arg-type]

    def test_in_full_each_rule_that_is_off_says_that_it_does_not_apply(self) -> None:
        answer = encode_assessment(assessed(TICKET, "2025-06-30"), "full")
        limit = answer["limits"]["notice_deadline"]  # type: ignore[index]
        assert limit["outcome"] == "none"
        assert [one["code"] for one in limit["reasons"]] == ["outside.recorded"]

    def test_the_report_tells_it_first_and_no_switched_off_rule_as_idle(self) -> None:
        head, outside, *lines = case_lines(assessed(TICKET, "2025-06-30"))
        assert head.startswith("■ A-1")
        assert outside.startswith("  登记为不属信访事项（热线工单）")
        assert not [line for line in lines if "告知期限" in line or "登记为不属" in line]

    def test_a_row_of_a_table_gives_the_reason_once(self) -> None:
        answer = assessed(TICKET, "2025-06-30")
        columns = columns_of(((rule, IN_2025.params(rule)) for rule in RULES), "all")
        cells = {column.header: column.cell(answer) for column in columns}
        assert cells["reasons"].count("登记为不属信访事项") == 1
        assert (cells["notice_deadline_status"], cells["admissibility"]) == ("", "none")

    def test_a_policy_that_declares_it_shows_it(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / SAMPLE_FILE
        path.write_text(DECLARING, encoding="utf-8")
        assert "所办的都不属信访事项（热线工单）" in run(capsys, "policy", "show", str(path)).out
        (shown,) = json.loads(run(capsys, "policy", "show", str(path), "--format", "json").out)
        assert shown["outside_as"] == "hotline"

    def test_what_was_declared_in_vain_is_a_warning(self) -> None:
        bare = evolve(present(IN_2025.outside).outside_as, steps=())
        pack = evolve(IN_2025, outside=evolve(present(IN_2025.outside), outside_as=bare))
        answer = assessed(TICKET, "2025-06-30", pack)
        first, *others = answer.findings
        assert first.severity is Severity.warning
        assert isinstance(first.reason, Reason)
        petition = assessed(PETITION, "2025-06-30", pack)
        assert (answer.outside, tuple(others)) == (None, petition.findings)
