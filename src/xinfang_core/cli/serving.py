"""``xinfang serve``: answers by HTTP, here unless another address is named (接口服务)."""

from __future__ import annotations

import errno
import socket
from datetime import date, datetime
from functools import partial
from ipaddress import ip_address
from typing import TYPE_CHECKING

from xinfang_core.calendar import Scope, regions
from xinfang_core.case.moments import SHANGHAI
from xinfang_core.cli.notices import calendar_of, chosen_notices, notice_folder
from xinfang_core.cli.output import tell
from xinfang_core.cli.streaming import terms_of
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render

if TYPE_CHECKING:
    import argparse

    from xinfang_core.calendar import WorkCalendar

HOST, PORT = "127.0.0.1", 8000
_BACKLOG = 2048


def run(arguments: argparse.Namespace) -> bool:
    """Answer until somebody wants it to stop; never fails on what is answered.

    Raises:
        MisuseError: an address that cannot be had, a missing extra, or what ``assess`` refuses.

    """
    try:
        from xinfang_core.cli.listening import listen
        from xinfang_core.serving import make_app
    except ImportError:
        raise MisuseError(Fault("cli.needs_serve")) from None
    make = partial(
        make_app,
        terms_of(arguments),
        today,
        calendars=_calendars(arguments),
        log=tell if arguments.log else None,
    )
    with _bound(arguments.host, arguments.port) as bound:
        host, port, *_ = bound.getsockname()
        place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        if not _is_loopback(host):
            tell(render("cli.serve_open", {"place": place}))
        tell(render("cli.serve_ready", {"place": place}))
        listen(make, bound, arguments.workers or 1)
    tell(render("cli.serve_ended", {}))
    return False


def today() -> date:
    """The day in Shanghai: a service may run for months."""
    return datetime.now(SHANGHAI).date()


def _calendars(arguments: argparse.Namespace) -> dict[str, WorkCalendar]:
    """The working days of every region of which something is known, by its code."""
    imported = chosen_notices(arguments)
    own = {one.region for one in imported if one.scope is Scope.region}
    codes = sorted({*dict(regions()), *own})
    folder = str(notice_folder(arguments.notices))
    return {code: calendar_of(imported, code, folder) for code in codes}


def _bound(host: str, port: int) -> socket.socket:
    """A socket that listens there.

    Raises:
        MisuseError: there is no such address here, it is taken, or not for us to take.

    """
    place = f"{host}:{port}"
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except UnicodeError:  # a name that is too long for one
        raise MisuseError(Fault("cli.serve_place", (("place", place), ("why", host)))) from None
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise MisuseError(Fault("cli.serve_taken", (("place", place),))) from None
        why = error.strerror
        raise MisuseError(Fault("cli.serve_place", (("place", place), ("why", why)))) from None


def _is_loopback(host: str) -> bool:
    return ip_address(host).is_loopback
