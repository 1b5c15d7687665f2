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
        ],
    )
    def test_an_instant_is_the_clock_of_shanghai(self, text: str) -> None:
        assert read_moment(text) == datetime(2025, 9, 3, 8, 5)  # noqa: DTZ001

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
            "2025-09-30 24:00",
            "2025-09-30T08:60",
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
            "20250930",
            "25-09-30",
            "30/09/2025",
            "2025-09/30",
            "2025年9年30日",
            "2025-9月30日",
            "2025-09-30日",
            "2025-09",
            "昨天",
            "2025-09-30T8",
            "2025-09-30+08:00",
            "２０２５-09-30",  # noqa: RUF001
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

    @given(found=st.text() | st.from_regex(r"[0-9年月日:T+./ -]{1,25}", fullmatch=True))
    def test_any_text_is_read_or_refused(self, found: str) -> None:
        code = ""
        try:
            moment: date | None = read_moment(found)
        except RefusedError as refused:
            moment, code = None, refused.code
        assert code in {"", "moment.not_one", "moment.impossible", "moment.serial"}
        assert isinstance(moment, date) is (code == "")
