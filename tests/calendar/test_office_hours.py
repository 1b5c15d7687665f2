"""The time of day, from the clock on the wall and against the obvious minute loop."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_strategies import days_in, slow_working_day, work_calendars
from xinfang_core.calendar import Notice, Scope, WorkCalendar, last_day, mainland_calendar
from xinfang_core.calendar.office_hours import (
    OfficeHours,
    OfficeMoment,
    add_office_time,
    counts_for,
    due_moment,
    end_moment,
    office_time_between,
)
from xinfang_core.errors import MisuseError
from xinfang_core.periods import LONGEST, Hours, WorkingDays, WorkingHours
from xinfang_core.vocabulary import Certainty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CALENDAR = mainland_calendar()
BEFORE_2027 = CALENDAR.known_on(date(2026, 11, 21))
UTC8 = timezone(timedelta(hours=8))
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
MORNING, AFTERNOON = (time(9), time(12)), (time(13, 30), time(17, 30))
ALL_DAY = (time(9), time(17))
OFFICE = OfficeHours((MORNING, AFTERNOON))
ALWAYS = OfficeHours(((time(0), time(0)),))
EVENING = OfficeHours((MORNING, (time(18), time(0))))


def wall(text: str) -> datetime:
    """A moment in Shanghai, without a zone."""
    return datetime.fromisoformat(text)


def in_utc8(text: str) -> datetime:
    return wall(text).replace(tzinfo=UTC8)


def certain(calendar: WorkCalendar, office: OfficeHours, start: datetime, run: timedelta) -> str:
    """The settled moment as text, without its offset."""
    found = add_office_time(calendar, office, start, run)
    assert found is not None
    assert found == OfficeMoment(found.at, Certainty.settled, found.at, found.at)
    assert found.at.utcoffset() == UTC8.utcoffset(None)
    return found.at.isoformat(" ").removesuffix("+08:00")


def expected(calendar: WorkCalendar, office: OfficeHours, start: datetime, run: timedelta) -> str:
    """Earliest, expected and latest moment of a provisional answer."""
    found = add_office_time(calendar, office, start, run)
    assert found is not None
    assert (found.certainty, found.awaits) == (Certainty.provisional, 2027)
    return " ".join(f"{at:%m-%dT%H:%M}" for at in (found.earliest, found.at, found.latest))


def codes(caught: pytest.ExceptionInfo[MisuseError]) -> list[tuple[str, str]]:
    """Code and path of each fault; every one has words in both languages."""
    faults = caught.value.faults
    assert all(fault.text("zh") and fault.text("en") for fault in faults)
    return [(fault.code.removeprefix("office_hours."), fault.path) for fault in faults]


def between(
    calendar: WorkCalendar, office: OfficeHours, begin: datetime, end: datetime
) -> timedelta:
    """The length alone, settled or expected."""
    found = office_time_between(calendar, office, begin, end)
    assert found.least <= found.length <= found.most
    settled = found.certainty is Certainty.settled
    assert not settled or found.least == found.most
    return found.length


def day_of(calendar: WorkCalendar, office: OfficeHours, moment: datetime) -> date:
    """The day alone, settled or expected."""
    found = counts_for(calendar, office, moment)
    assert found is not None
    return found.due


class TestOfficeHours:
    """Spans in the order of the day; 24:00 only as the last close."""

    def test_a_day_is_as_long_as_its_spans(self) -> None:
        assert (OFFICE.length, ALWAYS.length, EVENING.length) == (7 * HOUR, DAY, 9 * HOUR)
        assert OFFICE.closes == time(17, 30)
        assert ALWAYS.closes == EVENING.closes == time(0)

    def test_spans_may_touch(self) -> None:
        touching = OfficeHours(((time(9), time(12)), (time(12), time(17))))
        plain = OfficeHours((ALL_DAY,))
        start = wall("2026-03-02 09:00")
        for minutes in range(1, 1000, 7):
            run = minutes * MINUTE
            assert certain(CALENDAR, touching, start, run) == certain(CALENDAR, plain, start, run)

    def test_equal_hours_are_equal_and_hash_alike(self) -> None:
        assert OfficeHours((MORNING, AFTERNOON)) == OFFICE
        assert len({OfficeHours((MORNING, AFTERNOON)), OFFICE, ALWAYS}) == 2

    @pytest.mark.parametrize(
        ("spans", "faults"),
        [
            ((), [("no_spans", "spans")]),
            ([MORNING], [("no_spans", "spans")]),
            ((time(9), time(12)), [("not_a_span", f"spans[{at}]") for at in (0, 1)]),
            (((time(9),), MORNING), [("not_a_span", "spans[0]")]),
            (((9, 12),), [("not_a_span", "spans[0]")]),
            (((time(9, tzinfo=UTC), time(12)),), [("not_a_span", "spans[0]")]),
            (((time(12), time(9)),), [("reversed_span", "spans[0]")]),
            (((time(9), time(9)),), [("reversed_span", "spans[0]")]),
            (((time(9), time(0)), AFTERNOON), [("reversed_span", "spans[0]")]),
            ((AFTERNOON, MORNING), [("overlapping", "spans[1]")]),
            ((MORNING, (time(11), time(13))), [("overlapping", "spans[1]")]),
            ((ALL_DAY, MORNING, AFTERNOON), [("overlapping", f"spans[{at}]") for at in (1, 2)]),
        ],
    )
    def test_hours_that_cannot_be_are_refused_span_by_span(
        self, spans: tuple[tuple[time, time], ...], faults: list[tuple[str, str]]
    ) -> None:
        with pytest.raises(MisuseError) as caught:
            OfficeHours(spans)
        assert codes(caught) == faults

    @pytest.mark.parametrize(
        ("cut_off", "code"),
        [
            ("17:00", "not_a_time"),
            (time(17, tzinfo=UTC), "not_a_time"),
            (wall("2026-03-02 17:00"), "not_a_time"),
            (time(9), "cut_off_early"),
            (time(0, 0, 1), "cut_off_early"),
        ],
    )
    def test_a_cut_off_is_a_time_later_than_the_opening(self, cut_off: time, code: str) -> None:
        with pytest.raises(MisuseError) as caught:
            OfficeHours((MORNING,), cut_off)
        assert codes(caught) == [(code, "cut_off")]

    def test_the_opening_that_a_cut_off_is_too_early_for_is_told(self) -> None:
        with pytest.raises(MisuseError, match="当日截止时刻 08:30:00 须晚于开始办公的 09:00:00"):
            OfficeHours((MORNING,), time(8, 30))

    def test_all_faults_are_named_at_once(self) -> None:
        with pytest.raises(MisuseError) as caught:
            OfficeHours(((time(12), time(9)),), "noon")  # type: ignore[arg-type]
        assert codes(caught) == [("reversed_span", "spans[0]"), ("not_a_time", "cut_off")]
        with pytest.raises(MisuseError) as caught:
            OfficeHours((), time(9))
        assert codes(caught) == [("no_spans", "spans")]


class TestNaturalHours:
    """民法典 201 para. 2: hours run from the moment itself and never roll."""

    def test_hours_are_told_in_both_languages(self) -> None:
        assert (Hours(24).text(), Hours(24).text("en")) == ("24小时", "24 hour(s)")

    def test_nights_and_holidays_count(self) -> None:
        assert end_moment(wall("2025-09-30 17:45:30"), Hours(24)) == in_utc8("2025-10-01 17:45:30")
        assert end_moment(wall("2025-12-31 23:00"), Hours(1)) == in_utc8("2026-01-01 00:00")

    @pytest.mark.parametrize("length", [WorkingHours(4), WorkingDays(1), timedelta(hours=1)])
    def test_what_does_not_run_on_the_clock_is_refused(self, length: Any) -> None:  # noqa: ANN401
        with pytest.raises(MisuseError) as caught:
            end_moment(wall("2026-03-06 16:00"), length)
        assert codes(caught) == [("not_hours", "length")]

    def test_a_zone_is_converted(self) -> None:
        found = end_moment(datetime(2025, 9, 30, 17, 0, tzinfo=UTC), Hours(2))
        assert (found, found.tzname()) == (in_utc8("2025-10-01 03:00"), "Asia/Shanghai")
        assert found.hour == 3

    @pytest.mark.parametrize("hours", [0, -1, LONGEST + 1, True, 1.0, "1"])
    def test_what_is_no_count_is_refused(self, hours: int) -> None:
        with pytest.raises(MisuseError) as caught:
            end_moment(wall("2025-09-30 17:45"), Hours(hours))
        assert codes(caught) == [("period.not_positive", "count")]

    @pytest.mark.parametrize(
        "start",
        [
            wall("9999-12-31 23:00"),
            wall("9999-12-31 17:00+00:00"),
            wall("0001-01-01 00:00+14:00"),
        ],
    )
    def test_the_end_of_time_is_refused(self, start: datetime) -> None:
        with pytest.raises(MisuseError) as caught:
            end_moment(start, Hours(LONGEST))
        assert codes(caught) == [("out_of_years", "start")]


class TestDueMoment:
    """民法典 203 para. 2: 24:00 of the last day, or the close of business."""

    def test_the_day_ends_at_24_00_or_at_the_close(self) -> None:
        last = date(2025, 12, 31)
        assert due_moment(last) == in_utc8("2026-01-01 00:00")
        assert due_moment(last, OFFICE) == in_utc8("2025-12-31 17:30")
        assert due_moment(last, EVENING) == in_utc8("2026-01-01 00:00")

    def test_the_cut_off_does_not_end_the_day(self) -> None:
        early = OfficeHours((MORNING, AFTERNOON), time(16))
        assert due_moment(date(2025, 12, 31), early) == in_utc8("2025-12-31 17:30")

    @pytest.mark.parametrize("office", [None, EVENING])
    def test_the_last_day_of_all_has_no_24_00(self, office: OfficeHours | None) -> None:
        with pytest.raises(MisuseError) as caught:
            due_moment(date.max, office)
        assert codes(caught) == [("out_of_years", "last")]
        assert due_moment(date.max, OFFICE).isoformat() == "9999-12-31T17:30:00+08:00"

    def test_a_moment_is_no_last_day(self) -> None:
        with pytest.raises(MisuseError) as caught:
            due_moment(wall("2025-12-31 17:30"))
        assert codes(caught) == [("calendar.not_a_date", "last")]


class TestCutOff:
    """At the cut-off an act still counts for the day; after it, for the next working day."""

    @pytest.mark.parametrize(
        ("moment", "day"),
        [
            ("2025-09-30 00:00", "2025-09-30"),
            ("2025-09-30 12:30", "2025-09-30"),
            ("2025-09-30 17:30", "2025-09-30"),
            ("2025-09-30 17:30:00.000001", "2025-10-09"),
            ("2025-10-01 09:00", "2025-10-09"),
            ("2026-02-14 09:00", "2026-02-14"),
            ("2026-02-14 18:00", "2026-02-24"),
            ("2025-09-30 09:30+00:00", "2025-09-30"),
            ("2025-09-30 09:31+00:00", "2025-10-09"),
            ("2025-09-29 16:00+00:00", "2025-09-30"),
        ],
    )
    def test_the_day_is(self, moment: str, day: str) -> None:
        assert day_of(CALENDAR, OFFICE, wall(moment)) == date.fromisoformat(day)

    def test_it_may_lie_before_or_past_the_close(self) -> None:
        early = OfficeHours((MORNING, AFTERNOON), time(16))
        midnight = OfficeHours((MORNING, AFTERNOON), time(0))
        moment = wall("2025-09-30 16:00:01")
        assert day_of(CALENDAR, early, moment) == date(2025, 10, 9)
        assert day_of(CALENDAR, midnight, wall("2025-09-30 23:59:59")) == date(2025, 9, 30)
        assert day_of(CALENDAR, midnight, wall("2025-10-01 00:00")) == date(2025, 10, 9)

    @pytest.mark.parametrize(
        "moment",
        [
            "0001-01-01 09:00",
            "2003-12-31 09:00",
            "2003-12-31 18:00",
            "2035-12-31 18:00",
            "9999-12-31 18:00",
        ],
    )
    def test_outside_the_calendar_there_is_no_day(self, moment: str) -> None:
        assert counts_for(CALENDAR, OFFICE, wall(moment)) is None


class TestOfficeTime:
    """Lunch, nights and days of rest do not run; a close is an end, not the next opening."""

    @pytest.mark.parametrize(
        ("start", "run", "end"),
        [
            ("2025-09-30 09:00", 3 * HOUR, "2025-09-30 12:00:00"),
            ("2025-09-30 09:00", 3 * HOUR + MINUTE, "2025-09-30 13:31:00"),
            ("2025-09-30 12:30", MINUTE, "2025-09-30 13:31:00"),
            ("2025-09-30 09:00", 7 * HOUR, "2025-09-30 17:30:00"),
            ("2025-09-30 09:00", 14 * HOUR, "2025-10-09 17:30:00"),
            ("2025-09-30 17:30", HOUR, "2025-10-09 10:00:00"),
            ("2025-10-01 00:00", HOUR, "2025-10-09 10:00:00"),
            ("2026-02-14 17:00", HOUR, "2026-02-24 09:30:00"),
            ("2025-09-30 17:29:59.5", timedelta(seconds=1), "2025-10-09 09:00:00.500000"),
            ("2025-09-30 09:00+00:00", 10 * MINUTE, "2025-09-30 17:10:00"),
            ("2010-01-04 09:00", LONGEST * 7 * HOUR, "2024-08-28 17:30:00"),
        ],
    )
    def test_it_has_run_at(self, start: str, run: timedelta, end: str) -> None:
        assert certain(CALENDAR, OFFICE, wall(start), run) == end
        assert between(CALENDAR, OFFICE, wall(start), in_utc8(end)) == run

    @pytest.mark.parametrize(
        ("office", "start", "run", "end"),
        [
            (ALWAYS, "2025-09-30 00:00", DAY, "2025-10-01 00:00:00"),
            (ALWAYS, "2025-09-30 06:00", DAY, "2025-10-09 06:00:00"),
            (EVENING, "2025-09-30 18:00", 6 * HOUR, "2025-10-01 00:00:00"),
            (ALWAYS, "2026-12-28 00:00", DAY, "2026-12-29 00:00:00"),
        ],
    )
    def test_24_00_belongs_to_the_day_it_ends(
        self, office: OfficeHours, start: str, run: timedelta, end: str
    ) -> None:
        assert certain(BEFORE_2027, office, wall(start), run) == end
        assert between(BEFORE_2027, office, wall(start), wall(end)) == run

    def test_midnight_is_the_end_of_the_day_before_it(self) -> None:
        settled = BEFORE_2027.settled_through
        begin, midnight = (datetime.combine(one, time()) for one in (settled, settled + DAY))
        found = office_time_between(BEFORE_2027, ALWAYS, begin, midnight)
        assert found.certainty is Certainty.settled
        found = office_time_between(BEFORE_2027, ALWAYS, begin, midnight + MINUTE)
        assert found.certainty is Certainty.provisional

    @pytest.mark.parametrize("start", ["2003-12-31 20:00", "0001-01-01 09:00", "2036-01-01 00:00"])
    def test_a_start_outside_the_calendar_has_no_end(self, start: str) -> None:
        assert add_office_time(CALENDAR, OFFICE, wall(start), HOUR) is None

    @pytest.mark.parametrize(
        ("start", "run"),
        [
            # The end, then only the bounds lie outside.
            ("2035-12-31 17:00", HOUR),
            ("2035-12-27 09:00", 14 * HOUR),
            ("2035-12-31 09:00", HOUR),
        ],
    )
    def test_so_has_an_end_outside(self, start: str, run: timedelta) -> None:
        assert add_office_time(CALENDAR, OFFICE, wall(start), run) is None

    @pytest.mark.parametrize(
        "run", [timedelta(), -HOUR, LONGEST * 7 * HOUR + timedelta.resolution, 3600, None]
    )
    def test_what_is_no_length_is_refused(self, run: timedelta) -> None:
        with pytest.raises(MisuseError) as caught:
            add_office_time(CALENDAR, OFFICE, wall("2025-09-30 09:00"), run)
        assert codes(caught) == [("length", "length")]

    @pytest.mark.parametrize("wrong", [date(2025, 9, 30), "2025-09-30 09:00", None])
    def test_what_is_no_moment_is_refused(self, wrong: datetime) -> None:
        moment = wall("2025-09-30 09:00")
        calls: list[tuple[Callable[[], object], str]] = [
            (lambda: end_moment(wrong, Hours(1)), "start"),
            (lambda: counts_for(CALENDAR, OFFICE, wrong), "moment"),
            (lambda: add_office_time(CALENDAR, OFFICE, wrong, HOUR), "start"),
            (lambda: office_time_between(CALENDAR, OFFICE, wrong, moment), "begin"),
            (lambda: office_time_between(CALENDAR, OFFICE, moment, wrong), "end"),
        ]
        for call, path in calls:
            with pytest.raises(MisuseError) as caught:
                call()
            assert codes(caught) == [("not_a_moment", path)]


class TestBetween:
    """The office time in [begin, end), within the calendar and the right way round."""

    def test_the_whole_calendar_can_be_asked_and_no_more(self) -> None:
        first, end = wall("2004-01-01 00:00"), wall("2036-01-01 00:00")
        days = CALENDAR.find_rank(date(2035, 12, 31))
        assert days is not None
        assert between(CALENDAR, OFFICE, first, end) == days * OFFICE.length
        assert between(CALENDAR, OFFICE, end, end) == timedelta()
        for begin, until, path in (
            (first - timedelta.resolution, end, "begin"),
            (first, end + timedelta.resolution, "end"),
            (wall("0001-01-01 00:00"), end, "begin"),
            (first, wall("9999-12-31 23:59"), "end"),
        ):
            with pytest.raises(MisuseError) as caught:
                between(CALENDAR, OFFICE, begin, until)
            assert codes(caught) == [("outside", path)]

    def test_the_wrong_way_round_is_refused(self) -> None:
        begin = wall("2025-09-30 09:00")
        with pytest.raises(MisuseError) as caught:
            between(CALENDAR, OFFICE, begin, in_utc8("2025-09-30 08:59"))
        assert codes(caught) == [("reversed", "end")]


class TestPastTheLastNotice:
    """The bounds of the day, at the time of day; a start unsettled itself may be worked or not."""

    @pytest.mark.parametrize(
        ("start", "run", "interval"),
        [
            ("2026-12-28 16:30", 2 * HOUR, "12-29T10:00 12-29T10:00 01-04T10:00"),
            ("2026-12-23 09:00", 30 * HOUR, "12-29T11:00 12-29T11:00 01-04T11:00"),
            # Two days take two days, though each of them may be a worked weekend.
            ("2026-12-24 09:00", 29 * HOUR, "12-30T10:00 12-30T10:00 01-05T10:00"),
            # Over the same day: it may yet be a day of rest, when time runs later.
            ("2026-12-29 09:00", HOUR, "12-29T10:00 12-29T10:00 01-04T10:00"),
            ("2026-12-29 16:30", 2 * HOUR, "12-30T10:00 12-30T10:00 01-05T10:00"),
            # A Saturday that a notice may declare worked.
            ("2027-01-09 09:00", 2 * HOUR, "01-09T11:00 01-11T11:00 01-14T11:00"),
            ("2027-01-09 16:30", 2 * HOUR, "01-10T10:00 01-11T11:00 01-14T11:00"),
        ],
    )
    def test_the_moment_lies_between(self, start: str, run: timedelta, interval: str) -> None:
        assert expected(BEFORE_2027, OFFICE, wall(start), run) == interval

    def test_a_settled_day_of_rest_stays_one(self) -> None:
        # As known in 2023, Saturday 28 December 2024 is settled and the Sunday is not.
        known = CALENDAR.known_on(date(2023, 12, 31))
        found = add_office_time(known, OFFICE, wall("2024-12-28 09:00"), 2 * HOUR)
        assert found is not None
        assert found.earliest == in_utc8("2024-12-29 11:00")
        assert found.at == in_utc8("2024-12-30 11:00")

    @pytest.mark.parametrize("run", [HOUR, 7 * HOUR, 20 * HOUR, 35 * HOUR, 300 * HOUR], ids=str)
    def test_the_bounds_would_have_held_since_2014(self, run: timedelta) -> None:
        # The day before each notice was out, for starts already past and starts still to come.
        outside = []
        for notice in CALENDAR.notices:
            if notice.amends or notice.issued is None or notice.year < 2014:
                continue
            known = CALENDAR.known_on(notice.issued - DAY)
            for ahead in range(-40, 200, 3):
                day = notice.issued + ahead * DAY
                start = datetime.combine(day, time(10 + day.day % 3 * 4, 15))
                told = add_office_time(known, OFFICE, start, run)
                came = add_office_time(CALENDAR, OFFICE, start, run)
                assert told is not None
                assert came is not None
                if not told.earliest <= came.at <= told.latest:
                    outside.append((start, told, came))
        assert outside == []


@st.composite
def offices(draw: st.DrawFn) -> OfficeHours:
    """One to three spans to the minute, some touching, some to 24:00, some with a cut-off."""
    size = 2 * draw(st.integers(1, 3))
    ends = sorted(draw(st.sets(st.integers(0, 1440), min_size=size, max_size=size)))
    if size > 2 and draw(st.booleans()):
        ends[2] = ends[1]
    times = [time(at // 60 % 24, at % 60) for at in ends]
    spans = tuple(zip(times[::2], times[1::2], strict=True))
    cut_off = draw(st.none() | st.times(times[0]).filter(lambda at: at > times[0]))
    return OfficeHours(spans, cut_off)


@st.composite
def moments(draw: st.DrawFn, calendar: WorkCalendar, *, exact: bool = True) -> datetime:
    """Moments of the calendar, to the microsecond or to the minute, often at a quarter."""
    quarters = st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 45)))
    clock = draw(quarters | st.times())
    if not exact:
        clock = clock.replace(second=0, microsecond=0)
    return datetime.combine(draw(days_in(calendar)), clock)


def open_minutes(calendar: WorkCalendar, office: OfficeHours, start: datetime) -> Iterator[bool]:
    """For each minute from ``start`` on, whether the office is open: the obvious loop."""
    worked = cache(slow_working_day(calendar))
    while True:
        clock = start.time()
        yield worked(start.date()) and any(
            opens <= clock and (clock < closes or closes == time(0))
            for opens, closes in office.spans
        )
        start += MINUTE


def run_of(data: st.DataObject, office: OfficeHours) -> timedelta:
    """A length of up to four working days, often exactly some."""
    lengths = st.timedeltas(timedelta.resolution, 4 * office.length)
    return data.draw(lengths | st.integers(1, 4).map(lambda days: days * office.length))


class TestWhereARegionHasNotToldItsDays:
    """An answer that touches a year not told in full is provisional and names the region."""

    REGION = WorkCalendar(
        (
            *(Notice("", year, None, ()) for year in (2024, 2025)),
            Notice("1号", 2024, None, (), scope=Scope.region, region="450000", whole_year=True),
        )
    )

    @pytest.mark.parametrize(
        ("start", "run", "interval"),
        [
            ("2025-03-03 09:00", HOUR, ["03-03T10:00", "03-03T10:00"]),
            ("2025-03-03 09:00", 20 * HOUR, ["03-05T16:30", "03-05T16:30"]),
            # A Saturday on which the region may work.
            ("2025-03-01 09:00", 2 * HOUR, ["03-01T11:00", "03-03T11:00"]),
            ("2024-12-31 17:00", HOUR, ["01-01T09:30", "01-01T09:30"]),
        ],
    )
    def test_the_region_is_awaited(self, start: str, run: timedelta, interval: list[str]) -> None:
        found = add_office_time(self.REGION, OFFICE, wall(start), run)
        assert found is not None
        assert [f"{at:%m-%dT%H:%M}" for at in (found.earliest, found.at)] == interval
        assert found.at < found.latest
        assert (found.certainty, found.awaits) == (Certainty.provisional, 2025)
        assert found.region == "450000"

    def test_a_year_told_in_full_is_settled(self) -> None:
        end = certain(self.REGION, OFFICE, wall("2024-12-31 09:00"), 7 * HOUR)
        assert end == "2024-12-31 17:30:00"

    def test_past_the_horizon_the_national_notice_is_awaited(self) -> None:
        told = Notice("1号", 2025, None, (), scope=Scope.region, region="450000", whole_year=True)
        found = add_office_time(
            self.REGION.with_notice(told), OFFICE, wall("2025-12-26 09:00"), 35 * HOUR
        )
        assert found is not None
        assert (found.awaits, found.region) == (2026, "")

    @given(st.data(), work_calendars(regional=True), offices())
    def test_it_is_provisional_just_where_the_last_day_is(
        self, data: st.DataObject, calendar: WorkCalendar, office: OfficeHours
    ) -> None:
        start, run = data.draw(moments(calendar)), run_of(data, office)
        found = add_office_time(calendar, office, start, run)
        assert found is not None
        assert start.replace(tzinfo=UTC8) < found.earliest <= found.at <= found.latest
        end = (found.at - timedelta.resolution).date()
        count = calendar.find_between(start.date(), end)
        day = last_day(calendar, start.date(), WorkingDays(count)) if count else None
        if day:
            assert (found.certainty, found.awaits) == (day.certainty, day.awaits)
            assert found.region == day.region
        assert between(calendar, office, start, found.at) == run


class TestAgainstTheMinuteLoop:
    """Generated calendars and hours: stepping from minute to minute."""

    @given(st.data(), work_calendars(), offices(), st.integers(0, 9 * 1440))
    def test_the_time_between_is_found_by_counting_minutes(
        self, data: st.DataObject, calendar: WorkCalendar, office: OfficeHours, minutes: int
    ) -> None:
        begin = data.draw(moments(calendar, exact=False))
        opened = open_minutes(calendar, office, begin)
        found = between(calendar, office, begin, begin + minutes * MINUTE)
        assert found == sum(next(opened) for _ in range(minutes)) * MINUTE

    @given(st.data(), work_calendars(), offices())
    def test_the_end_is_found_by_stepping(
        self, data: st.DataObject, calendar: WorkCalendar, office: OfficeHours
    ) -> None:
        start = data.draw(moments(calendar, exact=False))
        left = data.draw(st.integers(1, 3 * (office.length // MINUTE)))
        run, at = left * MINUTE, start
        opened = open_minutes(calendar, office, start)
        while left:
            left -= next(opened)
            at += MINUTE
        found = add_office_time(calendar, office, start, run)
        assert found is not None
        assert found.at == at.replace(tzinfo=UTC8)
        settled = (at - MINUTE).date() <= calendar.settled_through
        assert (found.certainty is Certainty.settled) is settled

    @given(st.data(), work_calendars(), offices())
    def test_the_day_it_counts_for_is_found_by_stepping(
        self, data: st.DataObject, calendar: WorkCalendar, office: OfficeHours
    ) -> None:
        moment = data.draw(moments(calendar))
        cut_off = office.cut_off or office.closes
        day, worked = moment.date(), slow_working_day(calendar)
        if cut_off != time(0) and moment.time() > cut_off:
            day += DAY
        while not worked(day):
            day += DAY
        assert day_of(calendar, office, moment) == day


class TestProperties:
    """民法典 201 para. 2, by analogy: time runs from the moment itself, and only forward."""

    @given(st.data(), work_calendars(), offices())
    def test_as_much_time_lies_between_as_was_added(
        self, data: st.DataObject, calendar: WorkCalendar, office: OfficeHours
    ) -> None:
        start, run = data.draw(moments(calendar)), run_of(data, office)
        found = add_office_time(calendar, office, start, run)
        assert found is not None
        assert between(calendar, office, start, found.at) == run
        just_before = found.at - timedelta.resolution
        assert between(calendar, office, start, just_before) < run

    @given(st.data(), work_calendars(), offices())
    def test_a_stretch_is_the_sum_of_its_parts(
        self, data: st.DataObject, calendar: WorkCalendar, office: OfficeHours
    ) -> None:
        first, middle, last = sorted(data.draw(moments(calendar)) for _ in range(3))
        parts = (
            between(calendar, office, first, middle),
            between(calendar, office, middle, last),
        )
        assert min(parts) >= timedelta()
        assert sum(parts, timedelta()) == between(calendar, office, first, last)

    @given(st.data(), work_calendars(), offices())
    def test_a_longer_length_or_a_later_start_never_ends_sooner(
        self, data: st.DataObject, calendar: WorkCalendar, office: OfficeHours
    ) -> None:
        start, run = data.draw(moments(calendar)), run_of(data, office)
        later = start + data.draw(st.timedeltas(timedelta.resolution, 3 * DAY))
        found = add_office_time(calendar, office, start, run)
        assert found is not None
        assert start.replace(tzinfo=UTC8) < found.earliest <= found.at <= found.latest
        for other in (
            add_office_time(calendar, office, start, run + run_of(data, office)),
            add_office_time(calendar, office, later, run),
        ):
            assert other is not None
            assert found.at <= other.at
            assert found.earliest <= other.earliest
            assert found.latest <= other.latest

    @given(st.data(), work_calendars(), st.times(time(12), time(13, 30)))
    def test_lunch_is_never_counted(
        self, data: st.DataObject, calendar: WorkCalendar, clock: time
    ) -> None:
        day = data.draw(days_in(calendar))
        lunch, again = datetime.combine(day, clock), datetime.combine(day, time(13, 30))
        noon, run = datetime.combine(day, time(12)), run_of(data, OFFICE)
        assert between(calendar, OFFICE, noon, lunch) == timedelta()
        found = [add_office_time(calendar, OFFICE, at, run) for at in (noon, lunch, again)]
        assert found[0] == found[1] == found[2]

    @given(st.data(), work_calendars(), offices(), st.integers(-14 * 60, 14 * 60))
    def test_the_same_moment_in_another_zone_gives_the_same_answers(
        self, data: st.DataObject, calendar: WorkCalendar, office: OfficeHours, offset: int
    ) -> None:
        start, run = data.draw(moments(calendar)), run_of(data, office)
        away = start.replace(tzinfo=UTC8).astimezone(timezone(offset * MINUTE))
        end = start + 30 * DAY
        assert add_office_time(calendar, office, away, run) == add_office_time(
            calendar, office, start, run
        )
        assert between(calendar, office, away, end) == between(calendar, office, start, end)
        assert counts_for(calendar, office, away) == counts_for(calendar, office, start)
        assert end_moment(away, Hours(5)) == end_moment(start, Hours(5))
