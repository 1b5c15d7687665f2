"""What a service answers (接口): each operation, from a request to its answer.

Nothing is kept of a request, and nothing of it is written anywhere.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from attrs import field, frozen
from starlette.responses import Response, StreamingResponse

from xinfang_core import __version__
from xinfang_core.codec.due_requests import read_due
from xinfang_core.codec.pieces import dumped
from xinfang_core.codec.policies import listed_policy
from xinfang_core.codec.provenance import CONTRACT
from xinfang_core.codec.schema import SCHEMAS, schema_of
from xinfang_core.codec.stream import Line, LineAnswers, read_line
from xinfang_core.errors import UnknownNameError
from xinfang_core.policy import load_policy, policy_ids
from xinfang_core.refusals import unknown_declared
from xinfang_core.serving.batches import (
    Worker,
    as_lines,
    as_object,
    in_slices,
    line_jobs,
    lines_in,
    record_jobs,
    records_in,
)
from xinfang_core.serving.guard import Load
from xinfang_core.serving.media import JSON, LINES, media_of
from xinfang_core.serving.problems import HEADERS, problem, service_error, status_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from starlette.requests import Request

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.codec.plain import Json
    from xinfang_core.codec.requests import Terms
    from xinfang_core.codec.stream import Answered
    from xinfang_core.serving.limits import Limits

_SMALL = 8 * 1024
"""Bytes of a request that is answered at once; a larger one is worked on beside the others."""


@frozen
class Service:
    """Answers requests under the same terms (接口).

    Attributes:
        terms: what holds where a request does not say it.
        calendars: the working days of regions, by their code.
        today: the day asked about where nothing names one.
        limits: what is taken at most.

    """

    terms: Terms
    calendars: Mapping[str, WorkCalendar]
    today: Callable[[], date]
    limits: Limits
    load: Load = field(factory=Load, init=False)
    _worker: Worker = field(factory=Worker, init=False)
    _answers: LineAnswers = field(init=False, repr=False)

    @_answers.default
    def _new_answers(self) -> LineAnswers:
        return LineAnswers(self.terms)

    async def assess(self, request: Request) -> Response:
        """One request, or a case alone."""
        body = await self._body(request)
        work = partial(self._assessed, body, self.today())
        answered = work() if len(body) <= _SMALL else await self._worker.do(work)
        if answered.error:
            return problem(answered.error)
        return _json(answered.whole())

    def _assessed(self, body: bytes, today: date) -> Answered:
        return self._answers.answer(Line(0, body, 0), today)

    async def batch(self, request: Request) -> Response:
        """Many requests, as a JSON array or one a line; each is answered in its place."""
        body, most = await request.body(), self.limits.batch_requests
        today, answers = self.today(), self._answers
        in_lines = media_of(request) == LINES
        if in_lines:
            lines = await self._worker.do(partial(lines_in, body, most))
            jobs = line_jobs(answers, lines, today)
        else:
            longest = self.limits.batch_bytes
            records = await self._worker.do(partial(records_in, body, most, longest))
            jobs = record_jobs(answers, records, today)
        slices = in_slices(self._worker, jobs, self.load)
        text = as_lines(slices) if in_lines else as_object(slices)
        return StreamingResponse(text, headers=HEADERS, media_type=LINES if in_lines else JSON)

    async def due(self, request: Request) -> Response:
        """The last day of a period."""
        return await self._worker.do(partial(self._due, await self._body(request)))

    def _due(self, body: bytes) -> Response:
        asked = read_due(read_line(Line(0, body, 0)))
        calendar = self._calendar(asked.region, asked.known_on)
        made = calendar.provenance
        region = asked.region or next(iter(made.regions), None)
        return _json(dumped(asked.answer(calendar, region, made.known_on)))

    def _calendar(self, region: str | None = None, known_on: date | None = None) -> WorkCalendar:
        """The working days of a region, or those of the terms, as known on a day.

        Raises:
            UnknownNameError: nothing is known of the region.

        """
        if region is not None and region not in self.calendars:
            raise unknown_declared("value.unknown_term", region, self.calendars, "region")
        found = self.terms.calendar if region is None else self.calendars[region]
        day = known_on or self.terms.known_on
        return found.known_on(day) if day else found

    async def policies(self, _request: Request) -> Response:
        """The policies that a request may name."""
        found = {name: load_policy(name) for name in policy_ids()} | {**self.terms.policies}
        return _json(dumped([listed_policy(one) for one in found.values()]))

    async def schemas(self, _request: Request) -> Response:
        """The names and titles of the schemas."""
        return _json(dumped([{"name": name, "title": one.title} for name, one in SCHEMAS.items()]))

    async def schema(self, request: Request) -> Response:
        """One schema."""
        try:
            return _json(dumped(schema_of(request.path_params["name"])), "application/schema+json")
        except UnknownNameError as error:
            return problem(error, status_of(service_error("serve.no_path")))

    async def health(self, _request: Request) -> Response:
        """That it works, which library it is, and how far its calendar goes."""
        told: Json = {
            "library": __version__,
            "contract": CONTRACT,
            "settled_through": self._calendar().settled_through.isoformat(),
            "defects": self.load.defects,
        }
        return _json(dumped(told))

    async def _body(self, request: Request) -> bytes:
        """The body of one request.

        Raises:
            ServiceError: it is too large.

        """
        body = await request.body()
        if len(body) > self.limits.request_bytes:
            raise service_error("serve.too_large", most=self.limits.request_bytes)
        return body


def _json(text: str, media: str = JSON) -> Response:
    return Response(f"{text}\n", headers=HEADERS, media_type=media)
