"""Batches (成批): slice by slice, one slice at a time, so that single requests come between.

What a batch is answered by is never held whole: a slice is worked on when the last was taken.
"""

from __future__ import annotations

import asyncio
from functools import partial
from io import BytesIO
from itertools import chain, islice
from typing import TYPE_CHECKING

from attrs import field, frozen

from xinfang_core.codec.answers import Told
from xinfang_core.codec.lines import line_blocks
from xinfang_core.codec.showing import without_values
from xinfang_core.codec.stream import Answered, Line, LineAnswers, lines_of, read_line, refused
from xinfang_core.errors import Fault, RecordError
from xinfang_core.refusals import shown
from xinfang_core.serving.problems import DEFECT, defect, service_error

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from datetime import date
    from typing import TypeVar

    from xinfang_core.serving.guard import Load

    Result = TypeVar("Result")
    Job = tuple[Line, Callable[[], Answered]]

SLICE = 16
"""Requests of a slice: some milliseconds of work."""


@frozen
class Worker:
    """Works beside the event loop, on one thing at a time and in the order of asking."""

    _turn: asyncio.Lock = field(factory=asyncio.Lock, init=False, eq=False, repr=False)

    async def do(self, work: Callable[[], Result]) -> Result:
        """What the work gives."""
        async with self._turn:
            return await asyncio.to_thread(work)


def lines_in(body: bytes, most: int) -> tuple[Line, ...]:
    """The lines of a body that are not empty.

    Raises:
        ServiceError: there are too many, empty ones among them.

    """
    if body.count(b"\n") + (not body.endswith(b"\n")) > most:
        raise service_error("serve.too_many", most=most)
    return tuple(chain.from_iterable(line_blocks(BytesIO(body).read)))


def records_in(body: bytes, most: int, longest: int) -> list[object]:
    """The requests of a JSON array.

    Raises:
        RecordError: it is no JSON, or no array.
        ServiceError: there are too many.

    """
    found = read_line(Line(0, body, 0), longest)
    if not isinstance(found, list):
        fault = Fault("serve.not_list", (("found", shown(found)),))
        raise RecordError(without_values(fault))
    if len(found) > most:
        raise service_error("serve.too_many", most=most)
    return found


def line_jobs(answers: LineAnswers, lines: tuple[Line, ...], today: date) -> Iterator[Job]:
    """What there is to do for lines."""
    for line in lines:
        yield line, partial(answers.answer, line, today)


def record_jobs(answers: LineAnswers, records: list[object], today: date) -> Iterator[Job]:
    """What there is to do for the requests of an array."""
    for row, record in enumerate(records, 1):
        line = Line(0, b"", row)
        yield line, partial(answers.reply, record, line, today)


async def in_slices(
    worker: Worker, jobs: Iterator[Job], load: Load
) -> AsyncIterator[list[Answered]]:
    """The answers, slice by slice and in order."""
    while todo := list(islice(jobs, SLICE)):
        yield await worker.do(partial(_slice, todo, load))


def _slice(todo: list[Job], load: Load) -> list[Answered]:
    return [_done(line, work, load) for line, work in todo]


def _done(line: Line, work: Callable[[], Answered], load: Load) -> Answered:
    """An answer; a defect of ours is told in its place, and the others are answered."""
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - the edge: show no data
        load.defects += 1
        return refused(line, defect(error), "", DEFECT)


async def as_lines(slices: AsyncIterator[list[Answered]]) -> AsyncIterator[str]:
    """Answers line by line, what made them before the first that names it."""
    told = Told()
    async for some in slices:
        yield lines_of(told, some)


async def as_object(slices: AsyncIterator[list[Answered]]) -> AsyncIterator[str]:
    """Answers in one object, what made them at its end."""
    makers: dict[str, str] = {}
    before = '{"answers":['
    async for some in slices:
        makers |= {one.maker.name: one.maker.text for one in some if one.maker}
        yield before + ",\n".join(one.text for one in some)
        before = ",\n"
    start = before if before.startswith("{") else ""
    yield f'{start}],"made_by":[{",".join(makers.values())}]}}\n'
