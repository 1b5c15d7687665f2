"""``xinfang assess``: every case of a register, then the summary (评估)."""

from __future__ import annotations

import csv
import json
from datetime import date, datetime
from typing import TYPE_CHECKING, TextIO

from attrs import field, frozen

from xinfang_core.assessment import RULES, Assessment, assess
from xinfang_core.case import SHANGHAI
from xinfang_core.cli.choice import chosen_policy
from xinfang_core.cli.notices import chosen_calendar
from xinfang_core.cli.output import console, drawn, opened, tell, tracked
from xinfang_core.cli.register import MARK, announce, chosen_records
from xinfang_core.cli.report import case_lines, register_lacks, summary_table, urgent_table
from xinfang_core.codec import (
    Records,
    RefusedRow,
    Tally,
    assessment_json,
    csv_header,
    csv_row,
    refused_json,
    status_of,
    summary_json,
)
from xinfang_core.codec.lacking import Lacking
from xinfang_core.codec.summary import DEADLINES
from xinfang_core.codec.urgent import SOON, Urgent, soon_after, urgent
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render
from xinfang_core.refusals import unknown_name

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Case
    from xinfang_core.policy import Policy


TOP = 20
"""So many cases that need an act are listed on a terminal."""


@frozen
class Shown:
    """What the report for people shows.

    Attributes:
        cases: the cases of which the full account is wanted, and nothing else.
        every: whether the full account of every case is wanted.
        top: how many of the cases that need an act are listed; None: all.
        soon: working days within which a limit ends soon.

    """

    cases: frozenset[str]
    every: bool
    top: int | None
    soon: int

    def has(self, case_no: str) -> bool:
        """Whether the full account of a case is wanted."""
        return case_no in self.cases if self.cases else self.every


@frozen
class Run:
    """One run over a register.

    Attributes:
        pinned: the day that picks the versions for all cases; None: each case's own.
        calendar: the working days.
        as_of: the day asked about.
        known_on: notices after this day are left out; None: none are.
        region: code of the region whose days count; None: the national ones.
        allow_assumed: whether assumed values may be used.
        fail_on: statuses that make the run fail.
        text: what the report for people shows.
        readings: the policy under each reading with its summary so far, the chosen one first.
        mark: whether an error stands in place of the answer to a row that could not be read.
        found: the statuses of ``fail_on`` that occurred.

    """

    pinned: date | None
    calendar: WorkCalendar
    as_of: date
    known_on: date | None
    region: str | None
    allow_assumed: bool
    fail_on: tuple[str, ...]
    text: Shown
    readings: tuple[tuple[Policy, Tally], ...]
    mark: bool
    found: set[str] = field(factory=set)

    def rules(self) -> tuple[str, ...]:
        """The rules that a case of the run can fall under."""
        policy, _ = self.readings[0]
        if self.pinned:
            pack = policy.on(self.pinned)
            return tuple(rule for rule in RULES if pack.params(rule))
        known = {rule for one in (*policy.editions, *policy.national) for rule in one.params}
        return tuple(rule for rule in RULES if rule in known)

    def answers(self, records: Records) -> Iterator[Assessment]:
        """The assessments under the chosen reading; all readings are counted on the way."""
        total = len(records.cases)
        for case in tracked(records.cases, total, render("cli.assessing", {})):
            answers = [self._counted(case, *reading) for reading in self.readings]
            chosen = answers[0]
            limits = [getattr(chosen.limits, rule) for rule in DEADLINES]
            statuses = {status_of(decision) for decision in limits if decision}
            self.found.update(statuses.intersection(self.fail_on))
            yield chosen

    def objects(self, records: Records) -> Iterator[str]:
        """The answers as JSON, and where it is asked for an error for each refused row."""
        answers = self.answers(records)
        for one in records.in_order() if self.mark else records.cases:
            if isinstance(one, RefusedRow):
                yield _dumped(refused_json(one))
            else:
                yield _dumped(assessment_json(next(answers)))

    def _counted(self, case: Case, policy: Policy, tally: Tally) -> Assessment:
        pack = policy.on(self.pinned) if self.pinned else policy.in_force(case)
        answer = assess(case, pack, self.calendar, self.as_of, allow_assumed=self.allow_assumed)
        tally.add(answer)
        return answer


def run(arguments: argparse.Namespace) -> bool:
    """Assess the register; whether something that ``--fail-on`` names was found."""
    policy, pinned = chosen_policy(arguments.policy)
    readings = _readings(policy.with_variant(arguments.variant))
    records = chosen_records(arguments)
    one = Run(
        pinned=pinned,
        calendar=chosen_calendar(arguments),
        as_of=arguments.as_of or datetime.now(SHANGHAI).date(),
        known_on=arguments.known_on,
        region=arguments.region,
        allow_assumed=not arguments.no_assumed,
        fail_on=arguments.fail_on,
        text=_shown(arguments, records),
        readings=readings,
        mark=arguments.on_error == MARK,
    )
    if arguments.as_of is None:
        tell(render("cli.as_of_today", {"day": one.as_of}))
    announce(records)
    form = arguments.format
    with opened(arguments.output, wire=form != "text", spreadsheet=form == "csv") as stream:
        _WRITERS[form](stream, one, records)
    return bool(one.found)


def _readings(policy: Policy) -> tuple[tuple[Policy, Tally], ...]:
    """The chosen reading and each other reading of the same words, each with a tally."""
    names = [None, *(name for name, item in policy.variants.items() if item.reading_of)]
    chosen = policy.variant
    ordered = [chosen, *(name for name in names if name != chosen)]
    default = policy.editions[0].reading or render("summary.default", {})
    titles = {name: item.title for name, item in policy.variants.items()}
    return tuple(
        (policy.with_variant(name), Tally(name, titles[name] if name else default))
        for name in ordered
    )


def _summary(one: Run, records: Records) -> dict[str, object]:
    policy, _ = one.readings[0]
    tallies = [tally for _, tally in one.readings]
    label = policy.policy_id + (f"@{one.pinned}" if one.pinned else "")
    counted = summary_json(tallies, len(records.cases), label, one.as_of, one.known_on)
    settled = one.calendar.settled_through.isoformat()
    return {**counted, "region": one.region, "settled_through": settled}


def _shown(arguments: argparse.Namespace, records: Records) -> Shown:
    """What the report for people is to show.

    Raises:
        MisuseError: another format, or a case that the register does not have.

    """
    if arguments.format != "text":
        for option in ("case", "full", "top", "soon"):
            if getattr(arguments, option) not in _NOT_GIVEN:
                facts = (("option", f"--{option}"), ("format", arguments.format))
                raise MisuseError(Fault("cli.text_only", facts))
    numbers = {case.case_no for case in records.cases}
    unknown = [number for number in arguments.case if number not in numbers]
    if unknown:
        refused = (unknown_name("cli.unknown_case", number, numbers) for number in unknown)
        raise MisuseError(*(Fault(one.code, one.facts, path="--case") for one in refused))
    top = arguments.top or (None if arguments.output else TOP)
    soon = SOON if arguments.soon is None else arguments.soon
    every = bool(arguments.full) or len(records.cases) == 1
    return Shown(frozenset(arguments.case), every, top, soon)


_NOT_GIVEN: tuple[object, ...] = (None, [])
"""What an option is that nobody gave; a flag is left out instead."""


def _write_text(stream: TextIO, one: Run, records: Records) -> None:
    screen, shown = console(stream), one.text
    soon = soon_after(one.as_of, shown.soon, one.calendar)
    pressing: list[Urgent] = []
    lacking = Lacking()
    for answer in one.answers(records):
        if shown.has(answer.case_no):
            stream.writelines(f"{line}\n" for line in case_lines(answer))
        lacking.add(answer)
        found = urgent(answer, one.calendar, soon)
        if found:
            pressing.append(found)
    if len(records.cases) > 1 and not shown.cases:
        stream.write(drawn(screen, summary_table(_summary(one, records))))
        stream.write(drawn(screen, urgent_table(pressing, shown.top)))
        lines = register_lacks(lacking.lacks(), len(records.cases), shown.top)
        stream.writelines(f"{line}\n" for line in lines)
        if shown.top:
            stream.write(render("report.account_hint", {}) + "\n")


def _write_json(stream: TextIO, one: Run, records: Records) -> None:
    stream.write('{"cases": [')
    separator = "\n"
    for answer in one.objects(records):
        stream.write(separator + answer)
        separator = ",\n"
    stream.write(f'\n], "summary": {_dumped(_summary(one, records))}}}\n')


def _write_json_lines(stream: TextIO, one: Run, records: Records) -> None:
    stream.writelines(f"{answer}\n" for answer in one.objects(records))


def _write_csv(stream: TextIO, one: Run, records: Records) -> None:
    writer = csv.writer(stream)
    rules = one.rules()
    writer.writerow(csv_header(rules))
    for assessment in one.answers(records):
        writer.writerow(csv_row(assessment, rules))


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


_WRITERS = {
    "text": _write_text,
    "json": _write_json,
    "jsonl": _write_json_lines,
    "csv": _write_csv,
}
