"""The example of a web service, asked over a socket."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from contextlib import closing
from datetime import date
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from hosting import HOSTS, environment, needs
from xinfang_core import assess, decode_case, encode_assessment, load_policy, mainland_calendar
from xinfang_core.codec.schema import schema_of

if TYPE_CHECKING:
    from collections.abc import Iterator

CASE = {
    "case_no": "甲-1",
    "received_at": "2025-09-30",
    "accepted_at": "2025-09-30",
    "category": "urgent",
}
DAY = date(2025, 12, 1)


class Answer(NamedTuple):
    """What the service answers."""

    status: int
    kind: str
    body: dict[str, Any]


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """The service, on a port that the system chose."""
    needs("fastapi", "uvicorn")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        number = listening.fileno()
        program = ("-m", "uvicorn", "main:app", "--fd", str(number), "--log-level", "warning")
        server = subprocess.Popen(
            [sys.executable, *program],
            cwd=HOSTS / "fastapi",
            env=environment(),
            pass_fds=[number],
        )
        found = listening.getsockname()[1]
    # Its own copy of the socket is closed: a service that dies refuses, it does not hang.
    yield found
    server.terminate()
    server.wait(30)


def ask(port: int, method: str, path: str, sent: object = None) -> Answer:
    """One request."""
    text = json.dumps(sent, ensure_ascii=False).encode() if sent is not None else None
    with closing(HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        connection.request(method, path, text, {"Content-Type": "application/json"})
        response = connection.getresponse()
        kind = response.getheader("Content-Type", "")
        return Answer(response.status, kind, json.loads(response.read()))


def test_an_answer_is_that_of_the_library(port: int) -> None:
    policy = load_policy("online-proxy")
    case = decode_case(CASE)
    answer = assess(case, policy.in_force(case, DAY), mainland_calendar(), DAY)
    told = ask(port, "POST", f"/assess?as_of={DAY}", CASE)
    assert told == Answer(200, "application/json", encode_assessment(answer))
    assert told.body["limits"]["reply_deadline"]["due"] == "2025-10-09"


def test_every_fault_of_a_record_is_told_at_once(port: int) -> None:
    wrong = {**CASE, "categry": "urgent", "received_at": "2025-02-30"}
    told = ask(port, "POST", f"/assess?as_of={DAY}", wrong)
    assert (told.status, told.kind) == (422, "application/problem+json")
    assert sorted(one["pointer"] for one in told.body["errors"]) == ["/categry", "/received_at"]


def test_what_is_no_record_is_told_in_the_same_form(port: int) -> None:
    told = ask(port, "POST", f"/assess?as_of={DAY}", ["甲-1"])
    assert (told.status, told.kind) == (422, "application/problem+json")


def test_its_own_page_shows_our_schemas(port: int) -> None:
    told = ask(port, "GET", "/openapi.json").body
    assert told["openapi"].startswith("3.1")  # the version that takes JSON Schema as it is
    asked = told["paths"]["/assess"]["post"]
    answers = asked["responses"]
    shown = {
        "case": asked["requestBody"]["content"]["application/json"],
        "assessment-standard": answers["200"]["content"]["application/json"],
        "error": answers["422"]["content"]["application/problem+json"],
    }
    assert {name: one["schema"] for name, one in shown.items()} == {
        name: json.loads(json.dumps(schema_of(name))) for name in shown
    }
