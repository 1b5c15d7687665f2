"""The dates of the kit once more, without the library: what the sources print, and a slow loop.

Whoever changes the counting and writes the kit anew fails here: nothing of ``xinfang_core`` is
used, neither rules nor calendar, but the table of rest days that goes with the kit.
"""

from __future__ import annotations

import csv
import json
from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]
KIT = Path(__file__).parents[2] / "conformance"
WORKING, CALENDAR, MONTH, SAME = "working_day", "calendar_day", "month", "same_day"

PRINTED: dict[str, tuple[set[str], set[tuple[int, str]]]] = {
    # 信访工作条例（2022）、信访条例（2005）
    "transfer_deadline": ({"receive"}, {(15, CALENDAR)}),
    "notice_deadline": ({"receive", "transfer", "assign"}, {(15, CALENDAR)}),
    "objection_deadline": ({"transfer", "assign"}, {(5, WORKING)}),
    "handling_deadline": ({"accept"}, {(60, CALENDAR)}),
    "review_request_deadline": ({"deliver"}, {(30, CALENDAR)}),
    "review_deadline": ({"request_review"}, {(30, CALENDAR)}),
    "re_review_request_deadline": ({"deliver"}, {(30, CALENDAR)}),
    "re_review_deadline": ({"request_re_review"}, {(30, CALENDAR)}),
    "suggestion_feedback_deadline": ({"suggest"}, {(30, CALENDAR)}),
    "simplified_transfer_deadline": ({"receive", "transfer"}, {(1, WORKING)}),
    "simplified_acceptance_deadline": ({"receive", "transfer", "assign"}, {(3, WORKING)}),
    "simplified_handling_deadline": ({"accept"}, {(10, WORKING)}),
    # The localities; where a source only says 日 or 天, either reading.
    "reply_deadline": (
        {"accept"},
        {(count, unit) for count in (1, 5, 15, 30) for unit in (WORKING, CALENDAR)},
    ),
    "progress_feedback_deadline": ({"assign"}, {(3, WORKING), (3, CALENDAR)}),
    "resolution_deadline": ({"assign"}, {(7, WORKING), (7, CALENDAR), (1, MONTH)}),
    "deploy_work": ({"assign"}, {(1, SAME), (1, WORKING)}),
    "acceptance_deadline": ({"receive", "register"}, {(1, SAME)}),
}
"""From which events a limit runs, and how long, read off the sources by hand."""


ANOTHER_DAY = {
    "resolution_deadline.by_plan",
    "deadline.receipt_between",
    "deadline.extension_not_stated",
    "deadline.extension_not_stated_open",
}
"""That another day counts than the one that was counted, or that it is not known which."""


class Counted(NamedTuple):
    """A limit of the kit that rests on a plain count."""

    name: str
    rule: str
    request: Json
    limit: Json

    def facts(self, *codes: str) -> Json:
        """The facts of the first reason with one of the codes; nothing without one."""
        found = (one.get("facts", {}) for one in self.limit["reasons"] if one["code"] in codes)
        return next(found, {})


@cache
def exceptions() -> dict[date, bool]:
    """The days that are worked or not against their weekday."""
    rows = csv.DictReader((KIT / "calendar.csv").read_text("utf-8").splitlines())
    return {date.fromisoformat(one["day"]): one["worked"] == "1" for one in rows}


def is_worked(day: date) -> bool:
    """Whether a day is worked."""
    return exceptions().get(day, day.weekday() < 5)


def next_month(start: date, count: int) -> date:
    """The same day some months later, or the last one of a shorter month."""
    months = start.month - 1 + count
    year, month = start.year + months // 12, months % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def end_of(start: date, count: int, unit: str) -> date:
    """The last day, by a loop over days."""
    day = start
    if unit == SAME:
        return start
    if unit == WORKING:
        while count:
            day += timedelta(1)
            count -= is_worked(day)
        return day
    day = next_month(start, count) if unit == MONTH else start + timedelta(count)
    while not is_worked(day):
        day += timedelta(1)
    return day


def worked_between(after: date, through: date) -> int:
    """The working days after a day, up to another one."""
    return sum(is_worked(after + timedelta(one)) for one in range(1, (through - after).days + 1))


def _limits() -> Iterator[Counted]:
    for file in sorted((KIT / "cases").glob("*/*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            case = json.loads(line)
            limits = dict(case["expected"].get("limits", {}))
            limits |= limits.pop("declared", {})
            for rule, limit in limits.items():
                yield Counted(case["id"], rule, case.get("request", {}), limit)


@cache
def counted() -> tuple[Counted, ...]:
    """The settled limits that began with an event and were counted, nothing standing still."""
    return tuple(
        one
        for one in _limits()
        if one.rule in PRINTED
        and one.limit.get("certainty") == "settled"
        # What was known on an earlier day may have been another calendar.
        and not one.request.get("known_on")
        and one.facts("deadline.counted")
        and one.facts("deadline.started", "deadline.started_that_day")
        and not one.facts("deadline.stood_still")
        and ANOTHER_DAY.isdisjoint(reason["code"] for reason in one.limit["reasons"])
    )


def started(one: Counted) -> Json:
    """From when it runs."""
    return one.facts("deadline.started", "deadline.started_that_day")


def events_of(one: Counted) -> list[Json]:
    """What happened, by the request."""
    found: list[Json] = one.request["case"]["events"]
    return found


def test_there_are_many_of_every_kind() -> None:
    assert len(counted()) > 150
    assert {one.rule for one in counted()} == set(PRINTED)


def test_they_run_from_an_event_that_the_source_names_and_the_request_records() -> None:
    for one in counted():
        begun = started(one)
        assert begun["event"] in PRINTED[one.rule][0], one.name
        recorded = {(event["kind"], event["at"][:10]) for event in events_of(one)}
        assert (begun["event"], begun["start"]) in recorded, one.name


def test_they_are_as_long_as_the_source_prints_and_what_was_granted_beside_it() -> None:
    for one in counted():
        first, *more = one.facts("deadline.counted")["period"]
        assert (first["count"], first["unit"]) in PRINTED[one.rule][1], one.name
        granted = {event.get("extension") for event in events_of(one)}
        # No more than 30 days may be granted.
        assert all(extra["count"] in {*granted, 30} for extra in more), one.name


def test_they_end_on_the_day_that_a_slow_loop_finds() -> None:
    for one in counted():
        periods = one.facts("deadline.counted")["period"]
        count, unit = sum(period["count"] for period in periods), periods[0]["unit"]
        due = end_of(date.fromisoformat(started(one)["start"]), count, unit)
        assert one.limit["due"] == str(due), one.name
        assert (one.limit["earliest"], one.limit["latest"]) == (str(due), str(due)), one.name


def test_where_they_stand_follows_from_the_days_alone() -> None:
    done_by = {True: "met", False: "late"}
    for one in counted():
        status, due = one.limit["status"], date.fromisoformat(one.limit["due"])
        told = {
            key: value
            for reason in one.limit["reasons"]
            for key, value in reason.get("facts", {}).items()
        }
        if status not in {"met", "late", "open", "overdue"}:
            continue
        done = told.get("done")
        through = date.fromisoformat(done or one.request["as_of"])
        in_time = through <= due
        assert status == (done_by[in_time] if done else "open" if in_time else "overdue"), one.name
        late = 0 if in_time else worked_between(due, through)
        assert one.limit["overdue_working_days"] == late, one.name
