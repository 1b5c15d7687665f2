"""A number is a date where its format says so, and then the date that people see."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from xinfang_core.workbook.formats import BUILT_IN, Kind, dated, kind_of


class TestKinds:
    """What Excel and WPS show as dates, times and durations, in Chinese too."""

    @pytest.mark.parametrize(
        ("shown", "kind"),
        [
            *(
                (one, "date")
                for one in ("yyyy-mm-dd", "yyyy/m/d", "d-mmm", "mmm-yy", "m/d", "aaaa")
            ),
            ('yyyy"年"m"月"d"日";@', "date"),
            ("[$-804]yyyy年m月d日", "date"),
            ("[DBNum1][$-804]m月d日;@", "date"),
            ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "date"),
            ("yy/mm/dd@", "date"),
            *((one, "instant") for one in ("yyyy/m/d h:mm", "m/d/yy h:mm AM/PM")),
            *(
                (one, "time")
                for one in ("h:mm:ss", "h:mm AM/PM", '上午/下午h"时"mm"分"', "mm:ss.0")
            ),
            *((one, "duration") for one in ("[h]:mm:ss", "[mm]:ss", "[ss]")),
            *((one, "") for one in ("", "General", "G/通用格式", "@", "0", "0.00", "#,##0", "0%")),
            *(
                (one, "")
                for one in ('0"天"', '"日"', "[Red]0.00", "0.00E+00", "# ?/?", "_(* #,##0_)")
            ),
            ('0.00;"d"', ""),
        ],
    )
    def test_a_format_makes_a_date_of_a_number_or_leaves_it(self, shown: str, kind: Kind) -> None:
        assert kind_of(shown) == kind

    def test_the_formats_that_are_taken_for_granted_in_chinese_are_dates(self) -> None:
        chinese = {number: kind_of(BUILT_IN[number]) for number in (*range(27, 37), *range(50, 59))}
        clocks = {32, 33, 34, 35, 55, 56}
        assert {number for number, kind in chinese.items() if kind == "time"} == clocks
        assert {kind for number, kind in chinese.items() if number not in clocks} == {"date"}


class TestDates:
    """Days are counted from the last of 1899 or the first of 1904."""

    @pytest.mark.parametrize(
        ("number", "kind", "wanted"),
        [
            ("45930", "date", date(2025, 9, 30)),
            ("45930.5", "date", datetime(2025, 9, 30, 12)),  # noqa: DTZ001
            ("45930.336805555555556", "instant", datetime(2025, 9, 30, 8, 5)),  # noqa: DTZ001
            ("45930", "instant", datetime(2025, 9, 30)),  # noqa: DTZ001
            ("0.336805555555556", "time", time(8, 5)),
            ("45930.25", "time", datetime(2025, 9, 30, 6)),  # noqa: DTZ001
            ("1.5", "duration", timedelta(days=1, hours=12)),
            ("1", "date", date(1900, 1, 1)),
            ("59", "date", date(1900, 2, 28)),
            ("61", "date", date(1900, 3, 1)),
            ("2958465", "date", date(9999, 12, 31)),
            *((one, "date", None) for one in ("0", "60", "-1", "2958466", "1E+20")),
            ("1E+9", "duration", None),
        ],
    )
    def test_a_number_is_the_day_that_people_see(
        self, number: str, kind: Kind, wanted: object
    ) -> None:
        found = dated(Decimal(number), kind, from_1904=False)
        assert (type(found), found) == (type(wanted), wanted)

    def test_from_1904_there_is_a_day_zero(self) -> None:
        assert dated(0, "date", from_1904=True) == date(1904, 1, 1)
        assert dated(44468, "date", from_1904=True) == date(2025, 9, 30)

    @given(number=st.integers(61, 2_900_000), old=st.booleans())
    def test_openpyxl_sees_the_same_day(self, number: int, *, old: bool) -> None:
        theirs = from_excel(number, MAC_EPOCH if old else WINDOWS_EPOCH)
        assert isinstance(theirs, datetime)
        assert dated(number, "date", from_1904=old) == theirs.date()
