"""Answers written into a copy of a table, marked as unconfirmed."""

from __future__ import annotations

import csv
from io import StringIO

from example_tables import GENERAL, csv_text, results
from xinfang_core.examples.copying import filled_csv, filled_rows

DUE, STATUS = "want.reply_deadline_due", "want.reply_deadline_status"
OPEN = {**GENERAL, "clause": "", DUE: "", STATUS: ""}


def filled(*rows: dict[str, str]) -> list[list[str]]:
    text = csv_text(*rows)
    made = filled_csv(text, filled_rows(results(*rows)))
    return list(csv.reader(StringIO(made, newline="")))


class TestCopies:
    """What is answered is written where nothing stands, and nowhere else."""

    def test_empty_wants_are_filled_in_chinese_and_the_row_is_marked(self) -> None:
        header, labels, row = filled(OPEN)
        told = dict(zip(header, row, strict=True))
        assert (told[DUE], told[STATUS]) == ("2025-10-23", "逾期未完成")
        assert (header[-1], labels[-1], row[-1]) == ("unconfirmed", "未确认", "未确认")

    def test_rows_that_somebody_answers_for_stay(self) -> None:
        confirmed = {**OPEN, "id": "sure", "clause": "一", DUE: "2025-10-24"}
        _, _, row, sure = filled(OPEN, confirmed)
        assert row[-1] == "未确认"
        assert sure == [*confirmed.values(), ""]

    def test_a_marked_row_keeps_what_is_filled(self) -> None:
        marked = {**OPEN, DUE: "2025-10-24", "unconfirmed": "x"}
        header, _, row = filled(marked)
        told = dict(zip(header, row, strict=True))
        assert (told[DUE], told[STATUS]) == ("2025-10-24", "逾期未完成")
        assert (header.count("unconfirmed"), told["unconfirmed"]) == (1, "未确认")

    def test_a_second_copy_is_the_first(self) -> None:
        text = csv_text(OPEN)
        rows = filled_rows(results(OPEN))
        made = filled_csv(text, rows)
        assert filled_csv(made, rows) == made

    def test_empty_lines_and_line_breaks_in_cells_stay(self) -> None:
        text = csv_text({**OPEN, "note": "zwei\nZeilen"}, {**OPEN, "id": "b"})
        text = text.replace("\r\nb,", "\r\n,,,,,,,,,\r\nb,") + "\r\n"
        rows = filled_rows(results({**OPEN, "note": "zwei\nZeilen"}))
        made = list(csv.reader(StringIO(filled_csv(text, rows), newline="")))
        assert made[2][-1] == "未确认"
        assert made[3] == [""] * 10
        assert (made[4][0], made[4][-1]) == ("b", "")

    def test_a_table_may_begin_with_empty_lines(self) -> None:
        rows = filled_rows(())
        assert filled_csv("\r\nid,as_of\r\n编号,评估日\r\n", rows).splitlines() == [
            "",
            "id,as_of,unconfirmed",
            "编号,评估日,未确认",
        ]
