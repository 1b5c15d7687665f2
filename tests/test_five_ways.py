"""The 1,401 letters have the same due dates and statuses, whatever way they are asked (同一答案).

A way that tells them is one entry of ``WAYS``; the conformance runner tells only whether they are
the wanted ones.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest

from command import TOP
from hosting import AS_OF, java
from ledgers import letters, petitions
from making.files import ANSWERS, Writing, runner
from postgres import postgres
from serving_apart import asked, connected, served
from table_loading import exported, shown_query
from xinfang_core import Deadline, Status, assess, encode_case, load_policy, mainland_calendar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from xinfang_core import Case


POLICY = "online-proxy"
IDLE = {Status.not_started, Status.undetermined}
"""What has not begun, and what cannot be told, has no due date that could differ."""


class Limit(NamedTuple):
    """Which limit of which letter."""

    case_no: str
    rule: str


class Stand(NamedTuple):
    """When it is due, and where it stands; of a way that only counts days there is no status."""

    due: str
    status: str = ""


Told = dict[Limit, Stand]


class Way(NamedTuple):
    """One way to ask.

    Attributes:
        ask: what it tells; it may use the folder.
        rules: the limits that it knows; all of them where none is named.
        statuses: whether it tells where they stand.

    """

    ask: Callable[[Path], Told]
    rules: tuple[str, ...] = ()
    statuses: bool = True


@cache
def by_python() -> Told:
    """As objects of the library: what the other ways are held to."""
    policy, calendar, day = load_policy(POLICY), mainland_calendar(), date.fromisoformat(AS_OF)
    told = {}
    for case in letters():
        answer = assess(case, policy.in_force(case, day), calendar, as_of=day)
        for rule, decision in answer.decisions():
            outcome = decision.outcome
            if isinstance(outcome, Deadline) and outcome.status not in IDLE:
                told[Limit(case.case_no, rule)] = Stand(str(outcome.due), outcome.status.name)
    return told


def by_java(folder: Path) -> Told:
    """As JSON Lines from Java, through ``xinfang assess -``."""
    requests = folder / "letters.jsonl"
    lines = (json.dumps({"case": encode_case(case)}, ensure_ascii=False) for case in letters())
    requests.write_text("\n".join(lines), "utf-8")
    ran = java(folder, requests, POLICY, AS_OF)
    assert ran.returncode == 0, ran.stderr
    rows = (line.split("\t") for line in ran.stdout.splitlines())
    return {Limit(case_no, rule): Stand(due, status) for case_no, rule, status, due in rows}


def by_postgresql(_: Path) -> Told:
    """As joins with the exported tables, as the page about them has them."""
    with postgres() as server:
        server.psql(exported(mainland_calendar(), "postgres", POLICY)["xf_postgres.sql"])
        server.psql(petitions())
        return {
            Limit(row[0], rule): Stand(row[3])
            for title, rule in JOINS.items()
            for row in server.psql(shown_query(title))
        }


JOINS = {"reply": "reply_deadline", "handling": "handling_deadline"}
"""Queries of the page, by their titles."""


def by_http(_: Path) -> Told:
    """As batches of a service, over a real connection."""
    told = {}
    with served("--policy", POLICY, "--as-of", AS_OF) as (port, _process):
        for part in batched(letters()):
            lines = "\n".join(json.dumps({"case": encode_case(one)}) for one in part)
            with connected(port) as connection:  # one that waits is hung up on
                status, body = asked(
                    connection, "POST", "/v1/assess/batch", lines.encode(), {"Content-Type": NDJSON}
                )
            assert status == 200
            for line in map(json.loads, body.splitlines()):
                for rule, limit in line.get("limits", {}).items():
                    if limit["status"] not in {one.name for one in IDLE}:
                        key = Limit(line["case_no"], rule)
                        told[key] = Stand(limit["due"], limit["status"])
    return told


NDJSON = "application/x-ndjson"
MOST = 700


def batched(cases: Sequence[Case]) -> Iterator[Sequence[Case]]:
    """The cases, so many at a time as a service takes."""
    return (cases[at : at + MOST] for at in range(0, len(cases), MOST))


WAYS = {
    "java": Way(by_java),
    "http": Way(by_http),
    "postgresql": Way(by_postgresql, rules=tuple(JOINS.values()), statuses=False),
}


def test_the_letters_are_all_there() -> None:
    told = by_python()
    assert len({one.case_no for one in told}) == len(letters()) == 1401
    assert sum(one.rule == "reply_deadline" for one in told) == 1401
    assert {one.status for one in told.values()} == {"met", "late"}


@pytest.mark.parametrize("name", WAYS)
def test_each_way_tells_the_same(name: str, tmp_path: Path) -> None:
    way = WAYS[name]
    wanted = {
        limit: stand if way.statuses else Stand(stand.due)
        for limit, stand in by_python().items()
        if not way.rules or limit.rule in way.rules
    }
    assert way.ask(tmp_path) == wanted


def conformance(folder: Path, told: Told) -> subprocess.CompletedProcess[str]:
    """The conformance runner, which holds our command to what is told of the letters."""
    writing = Writing(runner())
    cases = {}
    for case in letters():
        request = {"case": encode_case(case), "policy": POLICY, "as_of": AS_OF}
        cases[case.case_no] = writing.case(f"{POLICY}/{ANSWERS}/{case.case_no}", request)
    for (case_no, rule), stand in told.items():
        cases[case_no]["expected"]["limits"][rule] |= stand._asdict()
    file = folder / POLICY / f"{ANSWERS}.jsonl"
    file.parent.mkdir()
    lines = (json.dumps(one, ensure_ascii=False) for one in cases.values())
    file.write_text("\n".join(lines), "utf-8")
    command = ("assess", "-", "--input-format", "jsonl", "--format", "jsonl")
    program = "import sys; from xinfang_core.cli import main; sys.exit(main())"
    asked = [sys.executable, str(TOP / "conformance" / "run"), "--cases", str(folder), "--"]
    return subprocess.run(
        [*asked, sys.executable, "-c", program, *command],
        env={**os.environ, "PYTHONPATH": str(TOP / "src")},
        capture_output=True,
        check=False,
        text=True,
    )


def test_the_conformance_runner_finds_them_the_same(tmp_path: Path) -> None:
    ran = conformance(tmp_path, by_python())
    assert (ran.returncode, "通过 1401" in ran.stdout) == (0, True), ran.stdout + ran.stderr


def test_the_conformance_runner_finds_one_day_that_is_another(tmp_path: Path) -> None:
    told = dict(by_python())
    limit = next(one for one in told if one.rule == "reply_deadline")
    told[limit] = Stand("2020-01-01", told[limit].status)
    ran = conformance(tmp_path, told)
    assert (ran.returncode, "通过 1400" in ran.stdout) == (1, True), ran.stdout
    assert limit.case_no in ran.stdout
