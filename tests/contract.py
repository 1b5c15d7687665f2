"""Answers of every kind, and what holds them to the contract."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from jsonschema_rs import Draft202012Validator

from assessing import EVERY_RULE, MAINLAND, POLICIES
from checks import day
from command import LETTERS
from test_golden import CASES as GOLDEN
from test_localities import FOLDERS, cases_of
from test_stories import ASKED, assessed, last_day, read
from xinfang_core import read_policy, read_records
from xinfang_core.assessment import assess
from xinfang_core.codec.schema import schema_of
from xinfang_core.codec.sizes import SIZES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xinfang_core.assessment import Assessment

EVERY_NTH = 100
"""Of the letters, which are much alike."""


@cache
def schema(name: str) -> dict[str, Any]:
    """A schema as a host gets it."""
    found: dict[str, Any] = json.loads(json.dumps(schema_of(name)))
    return found


@cache
def held_to(name: str) -> Draft202012Validator:
    """What holds a value to a schema."""
    return Draft202012Validator(schema(name))


ANSWERS = {size: held_to(f"assessment-{size}") for size in SIZES}


def told(value: object) -> Any:  # noqa: ANN401 - plain JSON
    """A value as a host reads it."""
    return json.loads(json.dumps(value, ensure_ascii=False))


@cache
def real_answers() -> tuple[Assessment, ...]:
    """About golden cases, stories, localities and letters."""
    return tuple(_real_answers())


@cache
def rich_answers() -> tuple[Assessment, ...]:
    """Those with a decision of every rule there is."""
    return tuple(one for one in real_answers() if one.policy == EVERY_RULE.label)


def _real_answers() -> Iterator[Assessment]:
    for policy, as_of, case in GOLDEN.values():
        yield assess(case, POLICIES[policy].in_force(case, day(as_of)), MAINLAND, day(as_of))
    for name, days in ASKED.items():
        yield from (assessed(name, day(one)) for one in days)
        yield assessed(name, last_day(name), allow_assumed=False)
        yield assess(read(name), EVERY_RULE, MAINLAND, last_day(name))
    for folder in FOLDERS:
        own = read_policy(folder)
        for case in cases_of(folder, own).values():
            for on in (date(2025, 3, 3), date(2025, 12, 31)):
                yield assess(case, own.in_force(case, on), MAINLAND, on)
    proxy = POLICIES["online-proxy"]
    for case in read_records(LETTERS, {"accepted_at": "received_at"}).cases[::EVERY_NTH]:
        yield assess(case, proxy.in_force(case, date(2019, 3, 22)), MAINLAND, date(2019, 3, 22))
