"""Examples held against what the rules answer; the wants are worked out on the wall calendar."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from example_tables import GENERAL, bench, result, results
from xinfang_core.examples.policies import as_always
from xinfang_core.examples.results import Mismatch, Result, Verdict, by_file, counted
from xinfang_core.policy import load_policy

DUE, STATUS = "want.reply_deadline_due", "want.reply_deadline_status"


def only(row: dict[str, str], policy: str = "online-proxy") -> Mismatch:
    found = result(row, policy)
    assert found.verdict is Verdict.mismatched
    (wrong,) = found.mismatches
    return wrong


class TestCells:
    """Wanted cells are held against the columns of the answer."""

    @pytest.mark.parametrize("due", ["2025-10-23", "2025/10/23", "2025年10月23日"])
    @pytest.mark.parametrize("status", ["overdue", "逾期未完成"])
    def test_one_is_wanted_by_key_or_in_chinese(self, due: str, status: str) -> None:
        found = result({**GENERAL, DUE: due, STATUS: status})
        assert found.verdict is Verdict.matched
        assert found.mismatches == ()

    def test_what_is_not_so_is_told_with_what_is_and_why(self) -> None:
        wrong = only({**GENERAL, DUE: "2025-10-24", STATUS: "overdue"})
        assert (wrong.cell, wrong.wanted, wrong.got) == (DUE, "2025-10-24", "2025-10-23")
        assert "deadline.counted" in {reason.code for reason in wrong.reasons}

    def test_it_is_told_by_key_and_in_chinese(self) -> None:
        wrong = only({**GENERAL, STATUS: "met"})
        assert wrong.got == "overdue / 逾期未完成"

    def test_a_rule_that_is_no_limit_has_its_reasons_too(self) -> None:
        wrong = only({**GENERAL, "want.incentive": "money 20"})
        assert wrong.reasons[0].code.startswith("incentive.")

    def test_a_column_of_another_policy_is_empty(self) -> None:
        rows = (
            {**GENERAL, "want.incentive": "空", "policy": "national"},
            {**GENERAL, "id": "b", "want.incentive": ""},
        )
        assert results(*rows)[0].verdict is Verdict.matched

    def test_obligations_and_findings_carry_their_own_reasons(self) -> None:
        wrong = only({**GENERAL, "want.findings": "x"})
        assert wrong.reasons
        owed = only({**GENERAL, "want.obligations": "x"})
        assert owed.reasons

    def test_a_cell_of_the_head_has_none(self) -> None:
        assert only({**GENERAL, "want.case_no": "x"}).reasons == ()


class TestCodes:
    """Reasons are wanted, or not, by their codes."""

    def test_each_has_to_occur(self) -> None:
        assert result({**GENERAL, "want.codes": "deadline.counted"}).verdict is Verdict.matched
        wrong = only({**GENERAL, "want.codes": "deadline.lapsed deadline.counted"})
        assert (wrong.cell, wrong.wanted, wrong.got) == ("want.codes", "deadline.lapsed", "")
        assert {reason.code.partition(".")[0] for reason in wrong.reasons} == {"deadline"}

    def test_others_must_not(self) -> None:
        assert result({**GENERAL, "want.not_codes": "deadline.lapsed"}).verdict is Verdict.matched
        wrong = only({**GENERAL, "want.not_codes": "deadline.counted"})
        assert wrong.got == "deadline.counted"

    def test_that_a_matter_is_no_petition_is_one_of_them(self) -> None:
        row = {
            **GENERAL,
            "petition": "否",
            "outside_as": "hotline",
            "want.codes": "outside.recorded",
        }
        assert result(row, "national").verdict is Verdict.matched


class TestErrors:
    """A record may be wanted to be refused."""

    def test_a_record_has_to_be_refused(self) -> None:
        row = {**GENERAL, "replied_at": "2025-09-01", "want.error": "case.before_receipt"}
        assert result(row).verdict is Verdict.matched

    def test_one_that_is_not_does_not_match(self) -> None:
        wrong = only({**GENERAL, "want.error": "case.before_receipt"})
        assert (wrong.cell, wrong.got) == ("want.error", "")

    def test_nor_does_one_that_is_refused_for_something_else(self) -> None:
        row = {**GENERAL, "replied_at": "2025-09-01", "want.error": "moment.serial"}
        assert only(row).got == "case.before_receipt"


class TestWhatNobodyAnswersFor:
    """A row that wants nothing, or has the mark, neither matches nor fails."""

    def test_what_is_answered_is_shown_in_chinese(self) -> None:
        found = result({**GENERAL, DUE: "", STATUS: "", "want.codes": ""})
        assert found.verdict is Verdict.unconfirmed
        assert found.shown == {DUE: "2025-10-23", STATUS: "逾期未完成"}

    def test_a_marked_row_does_not_match_whatever_it_wants(self) -> None:
        found = result({**GENERAL, DUE: "2025-10-23", "unconfirmed": "未确认"})
        assert found.verdict is Verdict.unconfirmed

    def test_of_a_marked_row_that_is_refused_the_faults_are_shown(self) -> None:
        row = {**GENERAL, "replied_at": "2025-09-01", "unconfirmed": "x", DUE: ""}
        found = result({**row, "want.error": "moment.serial"})
        assert found.shown == {"want.error": "case.before_receipt"}


class TestPolicies:
    """An example is judged by the policy, edition, reading and calendar it names."""

    def test_an_edition_may_stand_as_if_it_had_always(self) -> None:
        policy = load_policy("online-proxy")
        always, pinned = as_always(policy, date(2026, 1, 1))
        assert pinned is None
        assert [one.effective for one in always.editions] == [None]
        assert always.national == policy.national
        assert as_always(load_policy("national"), date(2026, 1, 1))[1] == date(2026, 1, 1)
        later = (evolve(policy.editions[0], effective=date(2027, 3, 1)),)
        none_yet = evolve(policy, editions=later)
        assert as_always(none_yet, date(2026, 1, 1)) == (none_yet, date(2026, 1, 1))

    def test_editions_are_picked_as_for_any_case_or_pinned(self) -> None:
        row = {**GENERAL, "want.policy": "national@2005-05-01"}
        pinned = result({**row, "policy": "national@2005-05-01"})
        assert pinned.verdict is Verdict.matched
        assert only({**row, "policy": "national"}).got == "national@2022-05-01"

    def test_a_variant_reads_otherwise(self) -> None:
        row = {**GENERAL, "variant": "calendar_days", DUE: "2025-10-11"}
        assert result(row).verdict is Verdict.matched

    def test_columns_are_made_once_for_policies_of_the_same_rules(self) -> None:
        policy = load_policy("online-proxy")
        assert bench().cells(policy) is bench().cells(policy.with_variant("calendar_days"))

    def test_a_later_notice_breaks_no_example(self) -> None:
        row = {
            **GENERAL,
            "received_at": "2025-12-30",
            "accepted_at": "2025-12-31",
            "as_of": "2026-01-05",
            "known_on": "2025-09-01",
            "want.reply_deadline_certainty": "provisional",
        }
        assert result(row).verdict is Verdict.matched


class TestCounts:
    """Results are counted by file and verdict."""

    def test_each_verdict_is_counted(self) -> None:
        found = results(
            {**GENERAL, DUE: "2025-10-23"},
            {**GENERAL, "id": "b", DUE: "2025-10-24"},
            {**GENERAL, "id": "c", DUE: ""},
            {**GENERAL, "id": "d", DUE: ""},
        )
        counts = counted(found)
        assert (counts.matched, counts.mismatched, counts.unconfirmed) == (1, 1, 2)
        assert counts.total == 4
        assert {file: len(some) for file, some in by_file(found).items()} == {"table.csv": 4}

    def test_results_are_values(self) -> None:
        found = result({**GENERAL, DUE: "2025-10-23"})
        assert found == Result(found.example, Verdict.matched)
