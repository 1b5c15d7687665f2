"""The JSON contract: what is written fits its schema, what is not ours does not."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from command import TOP, run, run_apart
from strategies import cases
from xinfang_core.codec import ReadOptions, decode_case, encode_case, encode_error, read_records
from xinfang_core.codec.schema import SCHEMAS, VERSION, schema_of
from xinfang_core.errors import RecordError, UnknownNameError
from xinfang_core.policy import read_policy

if TYPE_CHECKING:
    from xinfang_core.case import Case

EXAMPLES = TOP / "docs" / "examples"
CASE, ERROR = (Draft202012Validator(schema_of(name)) for name in ("case", "error"))
WHOLE: dict[str, Any] = {
    "case_no": "A-1",
    "urgent": True,
    "people": 3,
    "form": "visit",
    "service_fee": "15.50",
    "signs": ["group_visit"],
    "events": [
        {"kind": "receive", "at": "2025-03-03"},
        {"kind": "accept", "at": "2025-03-04T09:30:00+08:00"},
        {"kind": "extend", "at": "2025-03-05", "extension": 10},
    ],
}


def text_of(name: str) -> str:
    """A schema as it is released."""
    return json.dumps(schema_of(name), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(schema_of(name))


@pytest.mark.parametrize("name", SCHEMAS)
def test_what_was_released_never_changes(name: str) -> None:
    released = files("xinfang_core").joinpath("contract", f"{name}.{VERSION}.json")
    assert released.read_bytes() == text_of(name).encode()


def test_every_released_copy_has_its_schema() -> None:
    folder = files("xinfang_core").joinpath("contract")
    assert {one.name for one in folder.iterdir()} == {f"{name}.{VERSION}.json" for name in SCHEMAS}


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_stands_alone_and_has_no_piece_too_many(name: str) -> None:
    text = text_of(name)
    named = set(re.findall(r'"\$ref": "(.*)"', text))
    pieces: dict[str, Any] = schema_of(name).get("$defs", {})  # type: ignore[assignment]
    assert named == {f"#/$defs/{one}" for one in pieces}


def test_it_is_the_same_under_any_hash_seed() -> None:
    asked = ("schema", "assessment-full")
    outputs = {run_apart(*asked, PYTHONHASHSEED=seed).stdout for seed in ("0", "1", "2")}
    assert outputs == {text_of("assessment-full").encode()}


@given(cases())
def test_every_case_that_is_written_fits(case: Case) -> None:
    record = json.loads(json.dumps(encode_case(case)))
    CASE.validate(record)


def test_a_record_by_hand_fits_and_is_read() -> None:
    CASE.validate(WHOLE)
    assert decode_case(WHOLE).people == 3


MUTANTS: list[tuple[str, object]] = [
    ("case_no", None),
    ("case_no", ""),
    ("urgent", "yes"),
    ("people", "3"),
    ("people", -1),
    ("form", "pigeon"),
    ("service_fee", "15.505"),
    ("signs", ["pigeon"]),
    ("colour", "red"),
    ("events", [{"kind": "receive"}]),
    ("events", [{"kind": "receive", "at": "2025-13-03"}]),
    ("events", [{"kind": "收到日期", "at": "2025-03-03"}]),
    ("events", [{"kind": "extend", "at": "2025-03-03"}]),
    ("events", [{"kind": "receive", "at": "2025-03-03", "who": "x"}]),
]


@pytest.mark.parametrize(("key", "value"), MUTANTS)
def test_a_mutant_neither_fits_nor_is_read(key: str, value: object) -> None:
    mutant = {**WHOLE, key: value}
    assert not CASE.is_valid(mutant)
    with pytest.raises(RecordError):
        decode_case(mutant)


@pytest.mark.parametrize(
    ("key", "value"),
    [("events", [{"kind": "recieve", "at": "2025-03-03"}]), ("category", "generall")],
)
def test_what_a_policy_might_declare_fits_and_is_read_under_that_policy_only(
    key: str, value: object
) -> None:
    CASE.validate({**WHOLE, key: value})
    with pytest.raises(RecordError):
        decode_case({**WHOLE, key: value})


def test_a_record_with_names_that_a_policy_declares_fits() -> None:
    policy = read_policy(EXAMPLES / "yangli")
    options = ReadOptions(declared=policy.declared)
    cases = read_records(EXAMPLES / "yangli-register.csv", options=options).cases
    assert cases
    for case in cases:
        CASE.validate(json.loads(json.dumps(encode_case(case))))


@given(st.sampled_from(MUTANTS))
def test_every_error_that_is_written_fits(drawn: tuple[str, object]) -> None:
    key, value = drawn
    with pytest.raises(RecordError) as caught:
        decode_case({**WHOLE, key: value})
    ERROR.validate(json.loads(json.dumps(encode_error(caught.value))))


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_command_prints_it(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert run(capsys, "schema", name).out == text_of(name)


def test_without_a_name_the_command_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "schema")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "case  信访事项")
    wanted = [f"{name}  {schema_of(name)['title']}" for name in SCHEMAS]
    assert ran.out.splitlines() == wanted


def test_an_unknown_schema_is_refused_with_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ran = run(capsys, "schema", "cas")
    assert (ran.code, "是否为“case”" in ran.err) == (2, True)
    with pytest.raises(UnknownNameError):
        schema_of("pigeon")
