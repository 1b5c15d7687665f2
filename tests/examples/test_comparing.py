"""Cells that say the same are the same, however they are written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinfang_core.examples.comparing import is_same


class TestWhatIsTheSame:
    """A want is held against the cell by key and the cell in Chinese."""

    @pytest.mark.parametrize(
        ("wanted", "found"),
        [
            ("2025/10/23", "2025-10-23"),
            ("2025年10月23日", "2025-10-23"),
            ("\uff12\uff10\uff12\uff15-10-23", "2025-10-23"),
            ("30", "30.00"),
            ("0.10", "0.1"),
            ("money 20", "money  20"),
            ("姓名, 电话", "姓名、电话"),
            ("MET", "met"),
            ("是", "True"),
            ("否", "False"),
            ("=1+1", "'=1+1"),
            ("办结（一）", "办结(一)"),
            ("2025-10-23T00:00:00", "2025-10-23"),
            ("2025-10-23 00:00", "2025-10-23T00:00:00"),
            ("2025-10-23 起计算", "2025-10-23起计算"),
        ],
    )
    def test_blanks_width_dates_numbers_and_commas_do_not_matter(
        self, wanted: str, found: str
    ) -> None:
        assert is_same(wanted, found)

    @pytest.mark.parametrize(
        ("wanted", "found"),
        [
            ("2025-10-24", "2025-10-23"),
            ("2025-10-23", "2025-10-23T00:00:00"),
            ("2025-10-23T08:00:00", "2025-10-23"),
            ("30", "31"),
            ("met", "late"),
            ("30", ""),
        ],
    )
    def test_another_value_is_another(self, wanted: str, found: str) -> None:
        assert not is_same(wanted, found)

    def test_either_of_two_forms_will_do(self) -> None:
        assert is_same("按期", "met", "按期")
        assert is_same("met", "met", "按期")

    def test_an_empty_cell_is_wanted_by_a_word(self) -> None:
        assert is_same("空", "", "")
        assert not is_same("空", "met", "按期")

    @given(st.dates(date(1000, 1, 1)))
    def test_a_day_is_itself_in_every_form(self, day: date) -> None:
        for form in (f"{day.year}/{day.month}/{day.day}", f"{day.year}年{day.month}月{day.day}日"):
            assert is_same(form, day.isoformat())

    @given(st.text())
    def test_every_text_is_itself(self, text: str) -> None:
        assert is_same(text, text)
