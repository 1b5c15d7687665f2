"""How examples came out, for people and for programs: nothing that is told ends what tells it."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from example_tables import GENERAL, bench, csv_text, results
from xinfang_core.examples.example import Table
from xinfang_core.examples.policies import Policies
from xinfang_core.examples.reading import read_examples
from xinfang_core.examples.reports import WRITERS
from xinfang_core.examples.reports.lines import mismatch_lines
from xinfang_core.examples.results import Result, Verdict
from xinfang_core.examples.tables import csv_table

DUE = "want.reply_deadline_due"
EVIL = "<b>]]>&\"'%0A::error::x\n\x0b"


def three(wanted: str = "2025-10-24", file: str = "table.csv") -> tuple[Result, ...]:
    rows = (
        {**GENERAL, DUE: "2025-10-23"},
        {**GENERAL, "id": "wrong", DUE: wanted},
        {**GENERAL, "id": "open", DUE: ""},
    )
    policies = Policies()
    table = Table(csv_table(csv_text(*rows), file), "online-proxy", file)
    return tuple(bench().run(read_examples([table], policies), policies.find))


class TestLines:
    """What a person reads."""

    def test_a_mismatch_tells_place_both_values_clause_and_reasons(self) -> None:
        place, difference, clause, *reasons = mismatch_lines(three())
        assert place == "table.csv 第4行 want.reply_deadline_due（wrong）"
        assert difference == "  应为 2025-10-24，实为 2025-10-23"
        assert clause == "  条款：一、分类代理（一）"
        assert reasons[0].startswith("  - ")

    def test_an_empty_answer_is_told_as_empty(self) -> None:
        (found,) = results({**GENERAL, "want.codes": "deadline.lapsed"})
        assert "  应为 deadline.lapsed，实为 （空）" in list(mismatch_lines([found]))

    def test_a_code_that_must_not_be_there_is_told_as_such(self) -> None:
        (found,) = results({**GENERAL, "want.not_codes": "deadline.overdue"})
        assert "  应为 没有 deadline.overdue，实为 deadline.overdue" in list(
            mismatch_lines([found])
        )

    def test_a_file_without_lines_has_a_place_too(self) -> None:
        (found,) = results({**GENERAL, "want.codes": "deadline.lapsed"})
        example = evolve(found.example, row=evolve(found.example.row, line=0), clause="")
        lines = list(mismatch_lines([evolve(found, example=example)]))
        assert lines[0] == "table.csv want.codes（general）"


class TestJson:
    """What a program reads."""

    def test_it_counts_and_lists_every_example(self) -> None:
        told = json.loads(WRITERS["json"](three()))
        assert {name: told[name] for name in ("count", "matched", "mismatched", "unconfirmed")} == {
            "count": 3,
            "matched": 1,
            "mismatched": 1,
            "unconfirmed": 1,
        }
        assert [one["result"] for one in told["examples"]] == [verdict.name for verdict in Verdict]
        assert told["examples"][1]["mismatches"][0]["wanted"] == "2025-10-24"
        assert told["examples"][2]["shown"] == {DUE: "2025-10-23"}
        assert told["files"][0]["file"] == "table.csv"


class TestJUnit:
    """What a build server reads."""

    def test_each_file_is_a_suite_and_each_example_a_test(self) -> None:
        (suite,) = ET.fromstring(WRITERS["junit"](three()))  # noqa: S314 - our own
        assert suite.attrib == {
            "name": "table.csv",
            "tests": "3",
            "failures": "1",
            "errors": "0",
            "skipped": "1",
        }
        matched, wrong, skipped = suite
        assert [*matched] == []
        assert wrong[0].tag == "failure"
        assert skipped[0].attrib == {"message": "未确认"}

    @given(st.text())
    def test_it_is_xml_whatever_is_wanted(self, wanted: str) -> None:
        report = WRITERS["junit"](three(f"x{wanted}".replace("\r", "").replace("\0", "")))
        assert ET.fromstring(report.encode("utf-8", "replace")).tag == "testsuites"  # noqa: S314


class TestGithub:
    """What the workflow of a repository reads."""

    def test_an_error_stands_at_its_line_and_a_notice_at_its_file(self) -> None:
        error, notice = WRITERS["github"](three()).splitlines()
        assert error.startswith(
            "::error file=table.csv,line=4,title=wrong want.reply_deadline_due::"
        )
        assert notice == "::notice file=table.csv::1 例未确认"

    def test_what_is_wanted_ends_no_command(self) -> None:
        error, _ = WRITERS["github"](three(EVIL, "a,b:c.csv")).splitlines()
        assert error.startswith("::error file=a%2Cb%3Ac.csv,line=4")
        assert "%250A" in error

    def test_a_workbook_has_no_lines(self) -> None:
        _, wrong, _ = three()
        row = evolve(wrong.example.row, file="book.xlsx 答复!")
        example = evolve(wrong.example, row=row, path="book.xlsx")
        (error,) = WRITERS["github"]([evolve(wrong, example=example)]).splitlines()
        assert error.startswith("::error file=book.xlsx::book.xlsx 答复!H4 ")

    def test_nothing_is_said_where_all_matches(self) -> None:
        assert not WRITERS["github"](three()[:1])


class TestHtml:
    """What is printed."""

    def test_it_is_a_page_of_its_own(self) -> None:
        page = WRITERS["html"](three())
        assert page.startswith('<!DOCTYPE html>\n<html lang="zh-CN">')
        assert "http" not in page
        assert "应为 2025-10-24，实为 2025-10-23" in page
        assert "<h2>未确认</h2>" in page

    def test_what_is_wanted_is_text(self) -> None:
        assert "<b>" not in WRITERS["html"](three(EVIL))

    def test_nothing_is_listed_where_all_matches(self) -> None:
        assert "<h2>" not in WRITERS["html"](three()[:1])
