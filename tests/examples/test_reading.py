"""Examples from their tables: every fault of every file at once, each with its place."""

from __future__ import annotations

from datetime import date

import pytest

from example_tables import FILE, GENERAL, asked, csv_text, one, read
from xinfang_core.errors import Fault, RecordError
from xinfang_core.examples.example import Table
from xinfang_core.examples.policies import Policies
from xinfang_core.examples.reading import read_examples
from xinfang_core.examples.tables import csv_table
from xinfang_core.policy import load_policy


def faults(*rows: dict[str, str], policy: str = "online-proxy") -> list[tuple[str, int, str]]:
    with pytest.raises(RecordError) as error:
        read(*rows, policy=policy)
    return [(one.code, one.line, one.path) for one in error.value.faults]


class TestTerms:
    """Each row says by what it is judged: policy, reading, both days."""

    def test_each_row_names_both_days(self) -> None:
        assert faults({"id": "a", "as_of": "", "known_on": ""}) == [
            ("example.needed", 3, "as_of"),
            ("example.needed", 3, "known_on"),
        ]

    def test_a_day_that_became_a_number_is_told(self) -> None:
        assert faults({"id": "a", "as_of": "45961", "known_on": "2025-09-01"}) == [
            ("moment.serial", 3, "as_of")
        ]

    def test_an_id_is_needed(self) -> None:
        assert ("example.needed", 3, "id") in faults({**GENERAL, "id": "", "case_no": "x"})

    def test_a_row_names_a_policy_or_its_folder_does(self) -> None:
        assert one(GENERAL).terms.policy == "online-proxy"
        assert one({**GENERAL, "policy": "national"}).terms.policy == "national"
        assert faults(GENERAL, policy="") == [("example.no_policy", 3, "policy")]

    def test_an_unknown_policy_or_variant_is_told_at_its_cell(self) -> None:
        assert faults({**GENERAL, "policy": "yubeii"}) == [("policy.unknown_near", 3, "policy")]
        assert faults({**GENERAL, "variant": "calendar_day"}) == [
            ("variant.unknown_near", 3, "variant")
        ]

    def test_a_day_after_the_policy_pins_its_editions(self) -> None:
        terms = one({**GENERAL, "policy": "national@2005-05-01"}).terms
        assert (terms.policy, terms.pinned) == ("national", date(2005, 5, 1))
        assert faults({**GENERAL, "policy": "national@bald"}) == [("moment.not_one", 3, "policy")]

    def test_a_policy_of_the_run_stands_in_with_its_own_day(self) -> None:
        policies = Policies({"national": (load_policy("national"), date(2006, 1, 1))})
        (found,) = read({**GENERAL, "policy": "national"}, policies=policies)
        assert found.terms.pinned == date(2006, 1, 1)
        assert policies.find("national") is policies.find("national")

    def test_values_that_are_assumed_may_be_refused(self) -> None:
        assert one(GENERAL).terms.allow_assumed
        assert not one({**GENERAL, "allow_assumed": "否"}).terms.allow_assumed
        assert faults({**GENERAL, "allow_assumed": "vielleicht"}) == [
            ("value.not_truth", 3, "allow_assumed")
        ]


class TestWants:
    """What is wanted rests on a clause, and on codes that exist."""

    def test_what_is_wanted_rests_on_a_clause(self) -> None:
        row = {**GENERAL, "clause": "", "want.reply_deadline_status": "met"}
        assert faults(row) == [("example.no_clause", 3, "clause")]

    def test_a_row_with_a_mark_is_not_confirmed_and_needs_none(self) -> None:
        found = one(
            {**GENERAL, "clause": "", "want.codes": "incentive.eligible", "unconfirmed": "x"}
        )
        assert not found.is_confirmed
        assert found.wants.codes == ("incentive.eligible",)

    def test_neither_is_one_that_wants_nothing(self) -> None:
        assert not one(GENERAL).is_confirmed
        assert one({**GENERAL, "want.codes": "incentive.eligible"}).is_confirmed

    def test_codes_are_those_of_the_catalogue(self) -> None:
        row = {**GENERAL, "want.codes": "incentive.eligibel", "want.not_codes": "xxxxxxxxxxxxxxxxx"}
        assert faults(row) == [
            ("example.unknown_code_near", 3, "want.codes"),
            ("example.unknown_code", 3, "want.not_codes"),
        ]

    def test_codes_stand_between_blanks_or_commas(self) -> None:
        row = {**GENERAL, "want.codes": "incentive.eligible、deadline.met deadline.open"}
        assert one(row).wants.codes == ("incentive.eligible", "deadline.met", "deadline.open")

    def test_who_wants_an_error_wants_nothing_else(self) -> None:
        row = {**GENERAL, "want.error": "case.before_receipt", "want.codes": "deadline.met"}
        assert faults(row) == [("example.error_and_more", 3, "want.error")]


class TestRecords:
    """Facts are read as those of a register."""

    def test_one_that_is_refused_is_at_fault_unless_an_error_is_wanted(self) -> None:
        row = {**GENERAL, "replied_at": "2025-09-01"}
        assert faults(row) == [("case.before_receipt", 3, "replied_at")]
        wanted = one({**row, "want.error": "case.before_receipt"})
        assert wanted.case is None
        assert [fault.code for fault in wanted.refused] == ["case.before_receipt"]

    def test_a_number_of_the_case_may_stand_beside_the_id(self) -> None:
        found = one({**GENERAL, "case_no": "甲-1"})
        assert found.case is not None
        assert (found.key, found.case.case_no) == ("general", "甲-1")
        case = one(GENERAL).case
        assert case is not None
        assert case.case_no == "general"

    def test_a_case_is_given_nothing_else(self) -> None:
        row = {**GENERAL, "given.area": "3"}
        assert faults(row) == [("example.given_of_case", 3, "given.area")]

    def test_a_row_of_another_length_is_told(self) -> None:
        table = Table(csv_table(f"{csv_text(GENERAL)}short\n", FILE), "online-proxy")
        with pytest.raises(RecordError) as error:
            read_examples([table], Policies())
        assert [fault.code for fault in error.value.faults] == ["row.other_length"]


class TestIds:
    """An id stands once in all files of a run; faults are told together."""

    def test_one_stands_once_in_all_tables_and_both_places_are_told(self) -> None:
        tables = [
            Table(csv_table(csv_text(GENERAL), name), "online-proxy") for name in ("a.csv", "b.csv")
        ]
        with pytest.raises(RecordError) as error:
            read_examples(tables, Policies())
        (fault,) = error.value.faults
        assert fault.place == "b.csv:3:1"
        assert "a.csv:3:1" in fault.text()

    def test_rows_with_faults_count_too(self) -> None:
        rows = ({**GENERAL, "as_of": "45961"}, {**GENERAL, "known_on": "", "category": "genral"})
        assert faults(*rows) == [
            ("moment.serial", 3, "as_of"),
            ("example.needed", 4, "known_on"),
            ("value.unknown_term_near", 4, "category"),
            ("example.twice", 4, "id"),
        ]

    def test_every_fault_of_every_row_is_told_at_once(self) -> None:
        assert faults(
            {**GENERAL, "id": "a", "variant": "x"},
            {**GENERAL, "id": "b", "as_of": "45961"},
            {**GENERAL, "id": "c"},
            {**GENERAL, "id": "d", "want.codes": "x.yyyyyyyyyyyy"},
        ) == [
            ("variant.unknown", 3, "variant"),
            ("moment.serial", 4, "as_of"),
            ("example.unknown_code", 6, "want.codes"),
        ]

    def test_where_there_is_none_nothing_may_seem_to_hold(self) -> None:
        empty = Table(csv_table("id,as_of\n编号,评估日\n", FILE), "online-proxy", FILE)
        with pytest.raises(RecordError) as error:
            read_examples([empty], Policies({}))
        assert error.value.faults == (Fault("example.none", (), FILE, 1),)
        full = Table(csv_table(csv_text(GENERAL), "b.csv"), "online-proxy", "b.csv")
        assert len(read_examples([empty, full], Policies({}))) == 1

    def test_examples_are_counted(self) -> None:
        found = read(GENERAL, {**GENERAL, "id": "other"})
        assert len(found) == len(tuple(found)) == 2
        assert found.notes == ()


class TestQuestions:
    """A question that no edition answers, or that lacks something, is refused."""

    def test_one_that_the_policy_does_not_answer_is_told(self) -> None:
        assert faults(asked("premises", {})) == [("example.no_question", 3, "question")]
        assert faults(asked("coverag", {})) == [("example.no_question_near", 3, "question")]
        assert faults(asked("incentive", {})) == [("example.no_question", 3, "question")]

    def test_it_has_no_facts(self) -> None:
        row = {**asked("coverage", {"settlements": "空"}), "category": "general", "events": "x"}
        assert faults(row) == [
            ("example.fact_of_question", 3, "category"),
            ("example.fact_of_question", 3, "events"),
        ]

    def test_it_wants_an_outcome_and_a_case_wants_none(self) -> None:
        row = {**asked("coverage", {"settlements": "空"}), "want.incentive": "x"}
        assert faults(row) == [("example.want_of_case", 3, "want.incentive")]
        case = {**GENERAL, "want.outcome": "x"}
        assert faults(case) == [("example.want_of_question", 3, "want.outcome")]

    def test_what_it_needs_has_to_be_given(self) -> None:
        row = {**asked("network", {}), "given.own": "", "want.outcome": "x"}
        assert faults(row) == [("example.given_missing", 3, "given.own")]


class TestPlaces:
    """A place has to be one of the policy."""

    def test_nothing_else_is_given_than_where_the_value_stands(self) -> None:
        assert faults(asked("value", {})) == [("example.no_rule", 3, "given.path")]
        assert faults(asked("value", {"path": "reply_dedline.limit"})) == [
            ("example.no_rule_near", 3, "given.path")
        ]
        assert faults(asked("value", {"path": "reply_deadline.limit kind=urgent2"})) == [
            ("example.no_value", 3, "given.path")
        ]
        assert faults(asked("value", {"path": "reply_deadline"})) == [
            ("example.no_value", 3, "given.path")
        ]
