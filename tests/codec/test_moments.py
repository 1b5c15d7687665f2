"""Dates and instants as people and spreadsheets write them; nothing else is guessed to be one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinfang_core.codec.moments import read_day, read_moment
from xinfang_core.messages import render
from xinfang_core.refusals import RefusedError

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
NOT_ONE = "须为日期或者时刻（如 2025-09-30、2025-09-30T08:05、2025年9月30日），实际为“{}”"
IMPOSSIBLE = "没有这一天或者这一时刻：“{}”"
SERIAL = "“{}”像是电子表格的日期序号（可能是 {}），请将该列设为日期文本"


def full_width(text: str) -> str:
    """As a Chinese keyboard writes it."""
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text)


def refusal(found: object) -> str:
    """Why ``found`` is no moment."""
    with pytest.raises(RefusedError) as caught:
        read_moment(found)
    return render(caught.value.code, dict(caught.value.facts))


class TestForms:
    """The forms of ISO, of spreadsheets and of Chinese documents mean the same."""

    @pytest.mark.parametrize(
        "text",
        [
            "2025-09-03",
            "2025-9-3",
            "2025/09/03",
            "2025/9/3",
            "2025.9.3",
            "2025年9月3日",
            "2025年09月03日",
            "2025年9月3",
            "  2025-09-03\t",
            "20250903",
            full_width("2025-09-03"),
            full_width("2025/9/3"),
        ],
    )
    def test_a_date(self, text: str) -> None:
        assert read_moment(text) == date(2025, 9, 3)
        assert type(read_moment(text)) is date

    @pytest.mark.parametrize(
        "text",
        [
            "2025-09-03T08:05",
            "2025-09-03 08:05:00",
            "2025-09-03T08:05:00.000",
            "2025/9/3 8:05",
            "2025年9月3日 8:05",
            "2025-09-03T00:05Z",
            "2025-09-03T08:05+08:00",
            "2025-09-03T08:05+0800",
            "2025-09-02T17:05:00-07:00",
            "2025-09-03T08:05+08",
            "2025-09-03 08:05:00 +0800",
            "2025-09-03T08:05:00+08:00[Asia/Shanghai]",
            "2025-09-03T00:05Z[Asia/Shanghai]",
            "2025-09-03T08:05[Asia/Shanghai]",
            "202509030805",
            "20250903080500",
            "20250903T080500",
            "20250903T000500Z",
            "2025年9月3日8:05",
            "2025年9月3日 08时05分",
            "2025年9月3日8时5分0秒",
            "2025年9月3日8点05",
            "2025年9月3日上午8时5分",
            "2025/9/3 上午8:05",
            "2025/9/3 上午 08:05:00",
            "2025/9/3 8:05 AM",
            "2025-09-03 08:05:00am",
            full_width("2025年9月3日 8:05"),
        ],
    )
    def test_an_instant_is_the_clock_of_shanghai(self, text: str) -> None:
        assert read_moment(text) == datetime(2025, 9, 3, 8, 5)  # noqa: DTZ001

    @pytest.mark.parametrize(
        ("text", "hour", "minute"),
        [
            ("2020/1/6 下午4:03", 16, 3),
            ("2020/1/6 下午16:03", 16, 3),
            ("2020/1/6 下午12:03", 12, 3),
            ("2020/1/6 上午12:03", 0, 3),
            ("2020年1月6日16时03分", 16, 3),
            ("2020年1月6日16:03", 16, 3),
            ("2020年1月6日16时", 16, 0),
            ("2020年1月6日下午4点3分", 16, 3),
            ("2020-01-06 4:03 PM", 16, 3),
            ("2020-01-06 12:03:00 am", 0, 3),
            ("20200106160300", 16, 3),
        ],
    )
    def test_an_hour_of_the_morning_or_the_afternoon(
        self, text: str, hour: int, minute: int
    ) -> None:
        assert read_moment(text) == datetime(2020, 1, 6, hour, minute)  # noqa: DTZ001

    @pytest.mark.parametrize(
        "text",
        ["2025-09-30 24:00", "2025年9月30日24时", "2025-09-30T24:00:00+08", "202509302400"],
    )
    def test_24_hours_are_the_end_of_that_day(self, text: str) -> None:
        assert read_moment(text) == datetime(2025, 9, 30, 23, 59, 59)  # noqa: DTZ001
        assert read_day(text) == date(2025, 9, 30)

    @pytest.mark.parametrize(("found", "day"), [(20250903, 3), (20250922100511, 22)])
    def test_a_compact_number_of_json(self, found: int, day: int) -> None:
        assert read_day(found) == date(2025, 9, day)

    @pytest.mark.parametrize(
        ("text", "micro"),
        [("08:05:07.5", 500_000), ("08:05:07.123456", 123_456), ("08:05:07.123456789", 123_456)],
    )
    def test_what_follows_within_a_second_is_kept(self, text: str, micro: int) -> None:
        found = read_moment(f"2025-09-03T{text}")
        assert found == datetime(2025, 9, 3, 8, 5, 7, micro)  # noqa: DTZ001

    @given(at=st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=ZONES))  # noqa: DTZ001
    def test_any_zone_is_converted(self, at: datetime) -> None:
        shanghai = at.astimezone(UTC).replace(tzinfo=None) + timedelta(hours=8)
        assert read_moment(at.isoformat()) == shanghai
        assert read_day(at.isoformat()) == shanghai.date()

    @given(day=st.dates())
    def test_every_day_is_read_in_every_form(self, day: date) -> None:
        forms = ("{:04}-{:02}-{:02}", "{:04}/{}/{}", "{:04}.{}.{}", "{:04}年{}月{}日")
        for form in forms:
            assert read_moment(form.format(day.year, day.month, day.day)) == day


class TestRefusals:
    """Whatever is no date or instant is refused by what it looks like."""

    @pytest.mark.parametrize(
        "text",
        [
            "2025-02-30",
            "2025-13-01",
            "2025-00-10",
            "0000-01-01",
            "20250230",
            "2025-09-30 24:01",
            "2025-09-30 25:00",
            "2025-09-30T08:60",
            "2025-09-03T08:05+09:00[Asia/Shanghai]",
            "2025-09-30T08:05+99:99",
            "0001-01-01T00:00+14:00",
            "9999-12-31T23:59-01:00",
        ],
    )
    def test_no_such_day_or_time(self, text: str) -> None:
        assert refusal(text) == IMPOSSIBLE.format(text)

    @pytest.mark.parametrize(
        ("found", "text", "meant"),
        [
            ("45000", "45000", "2023-03-15"),
            ("45000.25", "45000.25", "2023-03-15"),
            (45930, "45930", "2025-09-30"),
            (45930.5, "45930.5", "2025-09-30"),
            ("10000", "10000", "1927-05-18"),
            ("99999", "99999", "2173-10-13"),
        ],
    )
    def test_the_serial_number_of_a_spreadsheet(self, found: object, text: str, meant: str) -> None:
        assert refusal(found) == SERIAL.format(text, meant)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "2025",
            "202509",
            "2025093010",
            "25-09-30",
            "9/22/25",
            "2025-09/30",
            "2025年9年30日",
            "2025-9月30日",
            "2025-09-30日",
            "2025-09",
            "昨天",
            "2025-09-30T8",
            "2025-09-30+08:00",
            "2025-09-30 上午13:05",
            "2025-09-30 下午24:00",
            "2025-09-30 13:05 AM",
            "2025-09-30 晚上8:05",
            "2025年9月38:05",
            "2025-09-03T08:05[Europe/Berlin]",
            "2025-09-30; DROP",
            "-45000",
        ],
    )
    def test_anything_else(self, text: str) -> None:
        assert refusal(text) == NOT_ONE.format(text)

    @pytest.mark.parametrize(
        ("found", "text"), [(True, "true"), (None, "null"), (3, "3"), (["2025"], "['2025']")]
    )
    def test_what_is_no_text(self, found: object, text: str) -> None:
        assert refusal(found) == NOT_ONE.format(text)

    @pytest.mark.parametrize("found", ["1758506711000", 1758506711000, 1758506711, 1758506711000.0])
    def test_the_clock_of_a_program(self, found: object) -> None:
        assert refusal(found) == (
            f"“{found}”像是程序的秒数或者毫秒数（即 2025-09-22T10:05:11），"
            "请导出为 2025-09-22T10:05:11 这样的时刻"
        )

    @pytest.mark.parametrize(
        "found", [[2025, 9, 22, 10, 5, 11], [2025, 9, 22], [2025, 9, 22, 10, 5, 11, 123456789]]
    )
    def test_an_instant_in_parts(self, found: list[int]) -> None:
        assert refusal(found).endswith(
            '是拆开的年、月、日，请写成一个时刻，如 "2025-09-22T10:05:11"'
        )

    @pytest.mark.parametrize("found", [[2025], [2025, 9], [2025, 9, "22"], [2025, 99, 1], [[]]])
    def test_what_is_no_instant_in_parts(self, found: list[object]) -> None:
        assert refusal(found).startswith(NOT_ONE.partition("{")[0])

    @given(found=st.text() | st.from_regex(r"[0-9年月日:T+./ -]{1,25}", fullmatch=True))
    def test_any_text_is_read_or_refused(self, found: str) -> None:
        code = ""
        try:
            moment: date | None = read_moment(found)
        except RefusedError as refused:
            moment, code = None, refused.code
        known = "not_one impossible serial epoch ambiguous"
        assert code in {"", *(f"moment.{name}" for name in known.split())}
        assert isinstance(moment, date) is (code == "")


class TestDayOrMonthFirst:
    """09-07-2026 is the ninth of July or the seventh of September: somebody has to say which."""

    @pytest.mark.parametrize("text", ["09-07-2026", "05/27/2024", "27.5.2024", "1/2/2025 8:05"])
    def test_it_is_refused_until_it_is_said(self, text: str) -> None:
        assert refusal(text) == (
            f"“{text}”日、月的先后不明，请用 --date-format 写明：dmy（日月年）或者 mdy（月日年）"
        )

    def test_the_day_first_or_the_month_first(self) -> None:
        assert read_day("09-07-2026", "dmy") == date(2026, 7, 9)
        assert read_day("09-07-2026", "mdy") == date(2026, 9, 7)
        assert read_moment("5/27/2024 4:03 PM", "mdy") == datetime(2024, 5, 27, 16, 3)  # noqa: DTZ001

    def test_what_begins_with_its_year_needs_no_order(self) -> None:
        assert read_day("2026-07-09", "mdy") == date(2026, 7, 9)

    def test_the_order_that_is_said_holds(self) -> None:
        with pytest.raises(RefusedError) as caught:
            read_moment("05/27/2024", "dmy")
        assert caught.value.code == "moment.impossible"
        assert dict(caught.value.facts) == {"found": "05/27/2024"}

    @given(day=st.dates())
    def test_any_day_in_either_order(self, day: date) -> None:
        assert read_day(f"{day.day}.{day.month}.{day.year:04}", "dmy") == day
        assert read_day(f"{day.month:02}/{day.day:02}/{day.year:04}", "mdy") == day
