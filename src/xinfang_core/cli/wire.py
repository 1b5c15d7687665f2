"""Answers for programs and spreadsheets (输出): JSON, JSON Lines, CSV."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, TextIO

from xinfang_core.assessment.made_by import MadeBy
from xinfang_core.codec import AnswerEncoder, RefusedRow
from xinfang_core.codec.answers import Told
from xinfang_core.codec.csv_answers import columns_of
from xinfang_core.codec.problems import error_json
from xinfang_core.codec.provenance import made_by_json
from xinfang_core.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from xinfang_core.assessment import Assessment
    from xinfang_core.case import Case
    from xinfang_core.cli.assess import Run
    from xinfang_core.codec import Register
    from xinfang_core.codec.plain import Json


def write_json(stream: TextIO, one: Run, records: Register) -> None:
    """All answers as one object: what made them, the cases, the summary."""
    encoder = AnswerEncoder(one.size)

    def write(case: Case) -> str:
        answer = one.counted(case)
        return encoder.encode(answer, _receipt(one, case, answer))

    stream.write(f'{{"made_by":{_dumped(_makers(one, records))},"cases":[')
    separator = "\n"
    for text in _objects(one, records, write, ""):
        stream.write(separator + text)
        separator = ",\n"
    stream.write(f'\n],"summary":{_dumped(one.summary(records))}}}\n')


def write_json_lines(stream: TextIO, one: Run, records: Register) -> None:
    """An answer a line, what made it before."""
    encoder, told = AnswerEncoder(one.size), Told()

    def write(case: Case) -> str:
        answer = one.answer(case)
        text = encoder.encode(answer, _receipt(one, case, answer))
        return "".join(told.lines(encoder.maker(answer), text))

    stream.writelines(_objects(one, records, write, "\n"))


def _receipt(one: Run, case: Case, answer: Assessment) -> Json | None:
    """The receipt that an answer carries, if it is to carry one."""
    if one.receipts is None:
        return None
    return one.receipts.receipt(answer, case, one.pack(case, one.policy))


def write_csv(stream: TextIO, one: Run, records: Register) -> None:
    """An answer a row."""
    columns = columns_of(one.rules(), one.columns, one.labels)
    writer = csv.writer(stream)
    writer.writerow([column.header for column in columns])
    for case in one.tracked_cases(records):
        answer = one.answer(case)
        writer.writerow([column.cell(answer) for column in columns])


def _makers(one: Run, records: Register) -> list[dict[str, object]]:
    """What makes the answers of the run: one for each combination of editions."""
    packs = (one.pack(case, one.policy) for case in records.cases())
    made = dict.fromkeys((pack.marks, pack.variant) for pack in packs)
    allowed = one.allow_assumed
    return [made_by_json(MadeBy(*each, one.calendar, one.as_of, allowed)) for each in made]


def _objects(one: Run, records: Register, write: Callable[[Case], str], end: str) -> Iterator[str]:
    """The answers as JSON, and where it is asked for an error for each refused row."""
    for each in one.tracked(records):
        if isinstance(each, RefusedRow):
            error = RecordError(*each.faults)
            told = error_json(error, line=each.line, row=each.number, case_no=each.case_no)
            yield _dumped(told) + end
        else:
            yield write(each)


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
