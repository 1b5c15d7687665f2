"""Answers for programs and spreadsheets (输出): JSON, JSON Lines, CSV."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, TextIO

from xinfang_core.assessment.made_by import MadeBy
from xinfang_core.codec import AnswerEncoder, Records, json_lines
from xinfang_core.codec.csv_answers import columns_of
from xinfang_core.codec.provenance import made_by_json

if TYPE_CHECKING:
    from xinfang_core.cli.assess import Run


def write_json(stream: TextIO, one: Run, records: Records) -> None:
    """All answers as one object: what made them, the cases, the summary."""
    encoder = AnswerEncoder(one.size)
    stream.write(f'{{"made_by":{_dumped(_makers(one, records))},"cases":[')
    separator = "\n"
    for answer in one.counted(records):
        stream.write(separator + encoder.encode(answer))
        separator = ",\n"
    stream.write(f'\n],"summary":{_dumped(one.summary(records))}}}\n')


def _makers(one: Run, records: Records) -> list[dict[str, object]]:
    """What makes the answers of the run: one for each combination of editions."""
    packs = (one.pack(case, one.policy) for case in records.cases)
    made = dict.fromkeys((pack.marks, pack.variant) for pack in packs)
    allowed = one.allow_assumed
    return [made_by_json(MadeBy(*each, one.calendar, one.as_of, allowed)) for each in made]


def write_json_lines(stream: TextIO, one: Run, records: Records) -> None:
    """An answer a line, each after what made it."""
    stream.writelines(json_lines(one.answers(records), one.size))


def write_csv(stream: TextIO, one: Run, records: Records) -> None:
    """An answer a row."""
    columns = columns_of(one.rules(), one.columns, one.labels)
    writer = csv.writer(stream)
    writer.writerow([column.header for column in columns])
    for answer in one.answers(records):
        writer.writerow([column.cell(answer) for column in columns])


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
