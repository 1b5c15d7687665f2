"""``xinfang assess``: every case of a register, then the summary (评估)."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, TextIO

from attrs import field, frozen

from xinfang_core.assessment import Assessment, assess
from xinfang_core.case.moments import SHANGHAI
from xinfang_core.cli import streaming
from xinfang_core.cli.answer_books import write_book
from xinfang_core.cli.choice import policy_in_force
from xinfang_core.cli.keys import chosen_key
from xinfang_core.cli.notices import chosen_calendar
from xinfang_core.cli.output import console, drawn, opened, tell, tracked
from xinfang_core.cli.readings import readings_of
from xinfang_core.cli.register import MARK, STDIN, Chosen, announce, chosen_in_file
from xinfang_core.cli.report import (
    case_lines,
    register_lacks,
    summary_table,
    urgent_table,
    urgent_title,
)
from xinfang_core.cli.wire import write_csv, write_json, write_json_lines
from xinfang_core.codec.applicable import applicable_rules
from xinfang_core.codec.csv_answers import COLUMNS, LABELS
from xinfang_core.codec.lacking import Lacking
from xinfang_core.codec.receipts import Receipts
from xinfang_core.codec.records import JSON, JSON_LINES, TABLE
from xinfang_core.codec.sizes import DEFAULT, known_size
from xinfang_core.codec.summary import Tally, statuses_of, summary_json
from xinfang_core.codec.urgent import SOON, Urgent, soon_after, urgent
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render
from xinfang_core.refusals import unknown_name

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator
    from typing import TypeVar

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Case
    from xinfang_core.codec import RefusedRow, Register
    from xinfang_core.codec.csv_answers import Columns
    from xinfang_core.codec.sizes import Size
    from xinfang_core.messages import Lang
    from xinfang_core.policy import Policy, PolicyPack

    Row = TypeVar("Row")


INPUTS = (JSON_LINES, TABLE, JSON)
"""The forms of what is read."""

BOOK = "xlsx"
"""The format of a workbook."""

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
        size: how much each answer says.
        columns: which columns a spreadsheet has.
        labels: the language of its headers and terms; ``en`` for the keys of the wire.
        readings: the policy under each reading with its summary so far, the chosen one first.
        mark: whether an error stands in place of the answer to a row that could not be read.
        receipts: what writes the receipt that each answer carries; None: they carry none.
        lacking: what the cases lack, so far.
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
    size: Size
    columns: Columns
    labels: Lang
    readings: tuple[tuple[Policy, Tally], ...]
    mark: bool
    receipts: Receipts | None
    lacking: Lacking = field(factory=Lacking)
    found: set[str] = field(factory=set)

    @property
    def policy(self) -> Policy:
        """The policy under the chosen reading."""
        return self.readings[0][0]

    def rules(self) -> Iterator[tuple[str, object]]:
        """The rules that a case of the run can fall under, of each edition its parameters."""
        return applicable_rules(self.policy, self.pinned)

    def pack(self, case: Case, policy: Policy) -> PolicyPack:
        """The parameters for a case."""
        return policy.on(self.pinned) if self.pinned else policy.in_force(case, self.as_of)

    def tracked(self, records: Register) -> Iterable[Case | RefusedRow]:
        """The cases, with a progress bar; the refused rows too where they are to be marked."""
        told = iter(records) if self.mark else records.cases()
        return tracked(told, records.count, render("cli.assessing", {}))

    def tracked_rows(self, rows: Iterable[Row], records: Register) -> Iterable[Row]:
        """Rows of a workbook, with a progress bar."""
        total = records.count + records.refused
        return tracked(rows, total, render("cli.assessing", {}))

    def tracked_cases(self, records: Register) -> Iterable[Case]:
        """The cases alone, with a progress bar."""
        return tracked(records.cases(), records.count, render("cli.assessing", {}))

    def answer(self, case: Case) -> Assessment:
        """The assessment under the chosen reading."""
        return self._watched(self._assessed(case, self.policy))

    def counted(self, case: Case) -> Assessment:
        """The same; under all readings it is counted on the way."""
        for policy, tally in reversed(self.readings):
            answer = self._assessed(case, policy)
            tally.add(answer)
        # The chosen reading comes last.
        self.lacking.add(answer)
        return self._watched(answer)

    def summary(self, records: Register) -> dict[str, object]:
        """The counts so far."""
        tallies = [tally for _, tally in self.readings]
        label = self.policy.policy_id + (f"@{self.pinned}" if self.pinned else "")
        asked = (records.count, label, self.as_of, self.known_on)
        counted = summary_json(tallies, *asked, self.lacking.lacks())
        settled = self.calendar.settled_through.isoformat()
        return {**counted, "region": self.region, "settled_through": settled}

    def _assessed(self, case: Case, policy: Policy) -> Assessment:
        pack, allowed = self.pack(case, policy), self.allow_assumed
        return assess(case, pack, self.calendar, self.as_of, allow_assumed=allowed)

    def _watched(self, answer: Assessment) -> Assessment:
        """The answer, with a look at the statuses that make the run fail."""
        if self.fail_on:
            self.found.update(statuses_of(answer).intersection(self.fail_on))
        return answer


def run(arguments: argparse.Namespace) -> bool:
    """Assess the register; whether something that ``--fail-on`` names was found.

    Raises:
        MisuseError: an option that says nothing here, or one that is missing.

    """
    _check_options(arguments)
    if arguments.key_file and not (arguments.receipts or arguments.file == STDIN):
        raise MisuseError(Fault("cli.key_alone"))
    if _is_stream(arguments):
        return streaming.run(arguments)
    with opened_run(arguments) as (one, chosen):
        form = arguments.format
        if form == BOOK:
            write_book(arguments.output, one, chosen)
            return bool(one.found)
        with opened(arguments.output, wire=form != "text", spreadsheet=form == "csv") as stream:
            _WRITERS[form](stream, one, chosen.register)
    return bool(one.found)


@contextmanager
def opened_run(arguments: argparse.Namespace) -> Iterator[tuple[Run, Chosen]]:
    """The run that a command line asks for and its register, for as long as the context lasts.

    What was read otherwise than written is told.

    Raises:
        MisuseError: no policy, or options that do not fit.
        RecordError: every fault of the register.

    """
    if arguments.policy is None:
        raise MisuseError(Fault("cli.policy_needed", path="--policy"))
    policy, pinned = policy_in_force(arguments.policy)
    readings = _readings(policy.with_variant(arguments.variant))
    with chosen_in_file(arguments, policy.declared) as chosen:
        one = _run_of(arguments, pinned, readings, chosen.register)
        if arguments.as_of is None:
            tell(render("cli.as_of_today", {"day": one.as_of}))
        announce(chosen.register)
        yield one, chosen


def _run_of(
    arguments: argparse.Namespace,
    pinned: date | None,
    readings: tuple[tuple[Policy, Tally], ...],
    records: Register,
) -> Run:
    """What the command line asks of a register."""
    return Run(
        pinned=pinned,
        calendar=chosen_calendar(arguments),
        as_of=arguments.as_of or datetime.now(SHANGHAI).date(),
        known_on=arguments.known_on,
        region=arguments.region,
        allow_assumed=not arguments.no_assumed,
        fail_on=arguments.fail_on,
        text=_shown(arguments, records),
        size=known_size(arguments.size or DEFAULT),
        columns=arguments.columns or COLUMNS[0],
        labels=arguments.labels or ("zh" if arguments.format == BOOK else LABELS[0]),
        readings=readings,
        mark=arguments.on_error == MARK,
        receipts=Receipts(chosen_key(arguments.key_file)) if arguments.receipts else None,
    )


def _is_stream(arguments: argparse.Namespace) -> bool:
    """Whether requests are answered as they come.

    Raises:
        MisuseError: standard input without its form, or what only fits a stream.

    """
    if arguments.file == STDIN and arguments.input_format is None:
        raise MisuseError(Fault("cli.input_format", (("forms", INPUTS),), path="--input-format"))
    stream: bool = arguments.file == STDIN and arguments.input_format == JSON_LINES
    if arguments.jobs and not stream:
        raise MisuseError(Fault("cli.jobs_only", path="--jobs"))
    return stream


def _readings(policy: Policy) -> tuple[tuple[Policy, Tally], ...]:
    """The chosen reading and each other reading of the same words, each with a tally."""
    titles, chosen = readings_of(policy), policy.variant
    ordered = [chosen, *(name for name in titles if name != chosen)]
    return tuple((policy.with_variant(name), Tally(name, titles[name])) for name in ordered)


def _check_options(arguments: argparse.Namespace) -> None:
    """Refuse an option that says nothing in the chosen format."""
    for option, forms in _FORMS_OF.items():
        if getattr(arguments, option) not in _NOT_GIVEN and arguments.format not in forms:
            named = f"--{option.replace('_', '-')}"
            facts = (("option", named), ("format", arguments.format), ("forms", forms))
            raise MisuseError(Fault("cli.other_format", facts))


_FORMS_OF = {
    **dict.fromkeys(("case", "full", "top"), ("text",)),
    "soon": ("text", BOOK),
    **dict.fromkeys(("size", "receipts", "key_file"), ("json", "jsonl")),
    **dict.fromkeys(("columns", "labels"), ("csv", BOOK)),
}
"""The formats in which an option says something."""


def _shown(arguments: argparse.Namespace, records: Register) -> Shown:
    """What the report for people is to show.

    Raises:
        MisuseError: a case that the register does not have.

    """
    numbers = {case.case_no for case in records.cases()} if arguments.case else set()
    unknown = [number for number in arguments.case if number not in numbers]
    if unknown:
        refused = (unknown_name("cli.unknown_case", number, numbers) for number in unknown)
        raise MisuseError(*(Fault(one.code, one.facts, path="--case") for one in refused))
    top = arguments.top or (None if arguments.output else TOP)
    soon = SOON if arguments.soon is None else arguments.soon
    every = bool(arguments.full) or records.count == 1
    return Shown(frozenset(arguments.case), every, top, soon)


_NOT_GIVEN: tuple[object, ...] = (None, [])
"""What an option is that nobody gave; a flag is left out instead."""


def _write_text(stream: TextIO, one: Run, records: Register) -> None:
    screen, shown = console(stream), one.text
    soon = soon_after(one.as_of, shown.soon, one.calendar)
    pressing: list[Urgent] = []
    for case in one.tracked_cases(records):
        answer = one.counted(case)
        if shown.has(answer.case_no):
            stream.writelines(f"{line}\n" for line in case_lines(answer))
        found = urgent(answer, one.calendar, soon)
        if found:
            pressing.append(found)
    own = one.policy.own_titles
    if records.count > 1 and not shown.cases:
        stream.write(drawn(screen, summary_table(one.summary(records), own)))
        stream.write(urgent_title(len(pressing), shown.top) + "\n")
        if pressing:
            stream.write(drawn(screen, urgent_table(pressing, shown.top)))
        lines = register_lacks(one.lacking.lacks(), records.count, shown.top, own)
        stream.writelines(f"{line}\n" for line in lines)
        if shown.top:
            stream.write(render("report.account_hint", {}) + "\n")


_WRITERS = {
    "text": _write_text,
    "json": write_json,
    "jsonl": write_json_lines,
    "csv": write_csv,
}
