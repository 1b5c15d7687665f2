"""Answers for programs and spreadsheets (输出): JSON, JSON Lines, CSV."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, TextIO

from xinfang_core.assessment.made_by import MadeBy
from xinfang_core.codec import AnswerEncoder, Records, RefusedRow, refused_json
from xinfang_core.codec.answers import line_writer
from xinfang_core.codec.csv_answers import columns_of
from xinfang_core.codec.provenance import made_by_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from xinfang_core.assessment import Assessment
    from xinfang_core.cli.assess import Run


def write_json(stream: TextIO, one: Run, records: Records) -> None:
    """All answers as one object: what made them, the cases, the summary."""
    encoder = AnswerEncoder(one.size)
    stream.write(f'{{"made_by":{_dumped(_makers(one, records))},"cases":[')
    separator = "\n"
    for text in _objects(one, records, one.counted(records), encoder.encode, ""):
        stream.write(separator + text)
        separator = ",\n"
    stream.write(f'\n],"summary":{_dumped(one.summary(records))}}}\n')


def write_json_lines(stream: TextIO, one: Run, records: Records) -> None:
    """An answer a line, what made it before."""
    lines = line_writer(one.size)

    def write(answer: Assessment) -> str:
        return "".join(lines(answer))

    stream.writelines(_objects(one, records, one.answers(records), write, "\n"))


def write_csv(stream: TextIO, one: Run, records: Records) -> None:
    """An answer a row."""
    columns = columns_of(one.rules(), one.columns, one.labels)
    writer = csv.writer(stream)
    writer.writerow([column.header for column in columns])
    for answer in one.answers(records):
        writer.writerow([column.cell(answer) for column in columns])


def _makers(one: Run, records: Records) -> list[dict[str, object]]:
    """What makes the answers of the run: one for each combination of editions."""
    packs = (one.pack(case, one.policy) for case in records.cases)
    made = dict.fromkeys((pack.marks, pack.variant) for pack in packs)
    allowed = one.allow_assumed
    return [made_by_json(MadeBy(*each, one.calendar, one.as_of, allowed)) for each in made]


def _objects(
    one: Run,
    records: Records,
    answers: Iterator[Assessment],
    write: Callable[[Assessment], str],
    end: str,
) -> Iterator[str]:
    """The answers as JSON, and where it is asked for an error for each refused row."""
    for each in records.in_order() if one.mark else records.cases:
        if isinstance(each, RefusedRow):
            yield _dumped(refused_json(each)) + end
        else:
            yield write(next(answers))


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
