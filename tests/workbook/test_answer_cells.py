"""An answer as cells: dates that sort, and a colour for what is late."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from assessing import MAINLAND, PROXY
from checks import day, recorded
from xinfang_core.assessment import RULES, assess
from xinfang_core.case import Case
from xinfang_core.codec.csv_answers import LABELS, columns_of
from xinfang_core.vocabulary import ReplyKind
from xinfang_core.workbook.answer_cells import (
    Styled,
    answer_cells,
    header_cells,
    text_cell,
    widths,
)

if TYPE_CHECKING:
    from xinfang_core.messages import Lang
    from xinfang_core.workbook.answer_cells import Fill

PACK = PROXY.on(day("2025-01-01"))
NAMED = [(rule, PACK.params(rule)) for rule in RULES if PACK.params(rule)]


def reply_cells(
    as_of: str, replied: str = "", soon: str = "2025-01-01", labels: Lang = "zh"
) -> dict[str, Styled]:
    """What is said of the reply to an urgent case that was accepted on 22 September."""
    done = {"reply": replied} if replied else {}
    history = recorded(register="2025-09-22", receive="2025-09-22", accept="2025-09-22", **done)
    case = Case("=甲-1", history, category=ReplyKind.urgent)
    answer = assess(case, PACK, MAINLAND, day(as_of))
    columns = columns_of(NAMED, "all", labels)
    english = [column.header for column in columns_of(NAMED, "all", "en")]
    found = answer_cells(columns, answer, day(soon))
    return dict(zip(english, found, strict=True))


class TestColours:
    """Red is overdue, orange was late, yellow ends soon, grey cannot be told."""

    @pytest.mark.parametrize("labels", LABELS)
    @pytest.mark.parametrize(
        ("as_of", "replied", "soon", "fill"),
        [
            ("2025-09-22", "", "2025-09-22", ""),
            ("2025-09-22", "", "2025-09-30", "soon"),
            ("2025-11-03", "", "2025-11-04", "overdue"),
            ("2025-11-03", "2025-10-28", "2025-11-04", "late"),
            ("2025-11-03", "2025-09-23", "2025-11-04", ""),
        ],
    )
    def test_the_cells_of_a_limit_have_one_colour(
        self, labels: Lang, as_of: str, replied: str, soon: str, fill: Fill
    ) -> None:
        found = reply_cells(as_of, replied, soon, labels)
        parts = ("status", "due", "overdue_working_days")
        shown = [found[f"reply_deadline_{part}"] for part in parts]
        assert {cell.fill for cell in shown if cell.value} == {fill}
        assert isinstance(shown[1].value, date)

    def test_what_cannot_be_told_is_grey_and_what_is_no_limit_has_no_colour(self) -> None:
        found = reply_cells("2025-11-03")
        assert found["handling_deadline_status"].fill == "unknown"
        assert found["findings"].fill == found["case_no"].fill == ""


class TestValues:
    """Days and numbers are days and numbers."""

    def test_each_part_has_its_sort(self) -> None:
        found = reply_cells("2025-11-03")
        assert found["as_of"] == Styled(day("2025-11-03"), "date")
        assert found["case_no"] == Styled("=甲-1", "quoted")
        overdue = found["reply_deadline_overdue_working_days"]
        assert (type(overdue.value), overdue.sort) == (int, "number")
        assert found["reply_deadline_certainty"].sort == "text"

    def test_a_status_as_the_last_column(self) -> None:
        columns = [one for one in columns_of(NAMED, "all", "zh") if one.part == "status"][:1]
        case = Case("甲-1", recorded(register="2025-09-22"))
        answer = assess(case, PACK, MAINLAND, day("2025-09-23"))
        assert len([*answer_cells(columns, answer, day("2025-09-23"))]) == 1

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("甲", Styled("甲")),
            ("'甲'", Styled("'甲'")),
            ("'=1", Styled("=1", "quoted")),
            ("甲" * 40_000, Styled("甲" * 32_766 + "…")),
        ],
    )
    def test_a_text(self, text: str, wanted: Styled) -> None:
        assert text_cell(text) == wanted

    def test_headers_and_widths(self) -> None:
        columns = columns_of(NAMED, "limits", "zh")
        assert {cell.sort for cell in header_cells(columns)} == {"header"}
        assert set(widths(columns)) == {10, 14, 30, 50}
