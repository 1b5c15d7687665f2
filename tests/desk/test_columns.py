"""What a register looks like before it is read: sheets and columns, never a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from workbooks import save, sheet_of
from xinfang_desk import columns

if TYPE_CHECKING:
    from pathlib import Path

LETTERS = "examples/mayor_mailbox.csv"
TWO = "编号,收到日期\n甲-1,2025-09-22\n"


def look(path: str, words: list[str]) -> dict[str, Any]:
    """What is told of a register."""
    return columns.look(path, words)


def saved(folder: Path, text: str, name: str = "登记表.csv") -> str:
    """A register as a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


class TestColumnsOfALetterBox:
    """The letters: one column is to feed two fields."""

    def test_each_column_tells_the_field_that_it_feeds(self) -> None:
        told = look(LETTERS, [])
        assert told["problem"] is None
        assert [(one["name"], one["fields"]) for one in told["columns"]] == [
            ("case_no", ["case_no"]),
            ("received_at", ["received_at"]),
            ("replied_at", ["replied_at"]),
            ("category", ["category"]),
        ]

    def test_a_column_may_feed_two_fields(self) -> None:
        told = look(LETTERS, ["--column", "accepted_at=received_at"])
        fed = {one["name"]: set(one["fields"]) for one in told["columns"]}
        assert fed["received_at"] == {"received_at", "accepted_at"}

    def test_a_column_that_is_ignored_feeds_nothing(self) -> None:
        told = look(LETTERS, ["--ignore-column", "category"])
        assert told["columns"][-1] == {"name": "category", "fields": [], "ignored": True}

    def test_the_fields_have_their_official_names(self) -> None:
        fields = {one["name"]: one["title"] for one in look(LETTERS, [])["fields"]}
        assert (fields["accepted_at"], fields["case_no"]) == ("受理日期", "信访件编号")


class TestARegisterThatCannotBeReadSo:
    """It tells why, with the columns that there are, so that somebody can say what they mean."""

    def test_without_a_case_number_its_columns_are_told(self, tmp_path: Path) -> None:
        told = look(saved(tmp_path, "办件,收到日期\n甲-1,2025-09-22\n"), [])
        assert told["problem"]["codes"] == ["columns.no_case_no"]
        assert [one["name"] for one in told["columns"]] == ["办件", "收到日期"]
        assert "甲-1" not in str(told)

    def test_said_otherwise_it_is_read(self, tmp_path: Path) -> None:
        path = saved(tmp_path, "办件,收到日期\n甲-1,2025-09-22\n")
        assert look(path, ["--column", "case_no=办件"])["problem"] is None

    def test_a_title_above_the_header_is_told_with_its_row(self, tmp_path: Path) -> None:
        path = saved(tmp_path, f"2025年\n{TWO}")
        told = look(path, [])
        assert told["problem"]["codes"] == ["header.title"]
        assert "--header-row 2" in told["problem"]["text"]
        named = look(path, ["--header-row", "2", "--column", "case_no=编号"])
        assert [one["name"] for one in named["columns"]] == ["编号", "收到日期"]

    def test_a_field_that_there_is_not_is_refused_by_name(self) -> None:
        told = look(LETTERS, ["--column", "accepted=received_at"])
        assert told["problem"]["codes"] == ["columns.unknown_field_near"]
        assert told["columns"] == []

    def test_a_word_that_is_no_option_is_told_in_chinese(self) -> None:
        told = look(LETTERS, ["--header-row", "甲"])
        assert told["problem"]["text"].startswith("参数 --header-row：")

    def test_of_many_faults_the_first_are_told_and_the_others_counted(self, tmp_path: Path) -> None:
        names = ",".join(["信访件编号", *(["同名"] * 40)])
        told = look(saved(tmp_path, f"{names}\n"), [])
        assert told["problem"]["text"].count("\n") == 19
        assert told["problem"]["more"] == 19

    @pytest.mark.parametrize(
        ("name", "content", "code"),
        [
            ("空.csv", b"  \n", "file.empty"),
            ("旧.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "workbook.old_format"),
            ("坏.xlsx", b"PK\x03\x04" + bytes(40), "workbook.damaged"),
            ("不是.xlsx", b"%PDF-1.7\n", "workbook.not_one"),
            ("图.csv", b"\x89PNG\r\n\x1a\n\0\0", "file.binary"),
        ],
    )
    def test_a_wrong_kind_of_file_is_told_by_its_content(
        self, tmp_path: Path, name: str, content: bytes, code: str
    ) -> None:
        (tmp_path / name).write_bytes(content)
        told = look(str(tmp_path / name), [])
        assert told["problem"]["codes"] == [code]
        assert told["columns"] == []


class TestAWorkbook:
    """Its sheets are told, and of several the one that is meant has to be named."""

    def test_of_two_sheets_with_content_one_is_to_be_chosen(self, tmp_path: Path) -> None:
        rows = [["信访件编号", "收到日期"], ["甲-1", "2025-09-22"]]
        page = sheet_of(rows, "一月")
        book: Any = page.parent
        for row in rows:
            (book["二月"] if "二月" in book else book.create_sheet("二月")).append(row)
        book.create_sheet("空")
        path = str(save(page, tmp_path / "台账.xlsx"))
        told = look(path, [])
        assert told["sheets"] == ["一月", "二月", "空"]
        assert told["problem"]["codes"] == ["workbook.which_sheet"]
        chosen = look(path, ["--sheet", "二月"])
        assert chosen["problem"] is None
        assert [one["fields"] for one in chosen["columns"]] == [["case_no"], ["received_at"]]
