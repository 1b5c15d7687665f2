"""The application (接口应用) that a server of the host's own, or ``xinfang serve``, runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from xinfang_core.errors import XinfangError
from xinfang_core.serving.guard import Guard
from xinfang_core.serving.limits import Limits
from xinfang_core.serving.media import check_media
from xinfang_core.serving.operations import OPERATIONS, Operation
from xinfang_core.serving.problems import problem, service_error
from xinfang_core.serving.service import Service

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from datetime import date

    from starlette.requests import Request
    from starlette.responses import Response

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.codec.requests import Terms


def make_app(
    terms: Terms,
    today: Callable[[], date],
    *,
    calendars: Mapping[str, WorkCalendar] | None = None,
    limits: Limits | None = None,
    log: Callable[[str], None] | None = None,
) -> Starlette:
    """An ASGI application that answers by HTTP; it keeps nothing of what it is asked.

    It knows no one: whoever reaches it is answered.

    Args:
        terms: what holds where a request does not say it.
        today: the day asked about where neither a request nor the terms name one; called once
            for each request.
        calendars: the working days of regions by their code, for those who ask for a region's
            last day; None: there are none.
        limits: what is taken at most; None: ``Limits()``.
        log: takes a line for each request: method, path, status, milliseconds; None: there is
            no log.

    """
    known = limits or Limits()
    service = Service(terms, calendars or {}, today, known)
    app = Starlette(
        routes=[
            Route(one.path, _endpoint(one, service), methods=[one.method]) for one in OPERATIONS
        ],
        middleware=[Middleware(Guard, limits=known, load=service.load, log=log)],
        exception_handlers={404: _no_path, 405: _no_method},
    )
    app.router.redirect_slashes = False
    return app


def _endpoint(one: Operation, service: Service) -> Callable[[Request], Awaitable[Response]]:
    """What answers an operation, errors of ours too; a defect goes on to the guard."""

    async def answer(request: Request) -> Response:
        try:
            if one.takes:
                check_media(request, one.takes)
            return await one.handle(service, request)
        except XinfangError as error:
            return problem(error)

    return answer


async def _no_path(request: Request, _error: Exception) -> Response:
    known = tuple(one.path for one in OPERATIONS)
    return problem(service_error("serve.no_path", found=request.url.path, known=known))


async def _no_method(_request: Request, error: Exception) -> Response:
    headers: dict[str, str] = getattr(error, "headers", None) or {}
    allowed = tuple(sorted(headers.get("Allow", "").split(", ")))
    response = problem(service_error("serve.method", known=allowed))
    response.headers["allow"] = ", ".join(allowed)
    return response
