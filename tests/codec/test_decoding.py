"""Cases and errors as plain data: what a host holds as dictionaries."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from contract import held_to
from strategies import cases
from xinfang_core.case import Agent
from xinfang_core.case.moments import SHANGHAI
from xinfang_core.codec import encode_case
from xinfang_core.codec.decoding import Decoded, decode_case
from xinfang_core.codec.problems import decode_error, encode_error, pointer
from xinfang_core.errors import (
    MOST_FAULTS,
    Fault,
    InvalidFactError,
    MisuseError,
    PolicyDataError,
    RecordError,
    UnknownNameError,
    XinfangError,
)
from xinfang_core.vocabulary import Declarations, Declared, EventKind

if TYPE_CHECKING:
    from xinfang_core.case import Case

SIGN, HELP = Declared("sign", "签收"), Declared("help", "求助")
DECLARED = Declarations((HELP,), (SIGN,))


WORDS = st.text(max_size=9)
VALUES = WORDS | st.integers() | st.dates() | st.sampled_from(EventKind)
FACTS = st.fixed_dictionaries(
    {},
    optional={"found": VALUES, "known": st.lists(WORDS, max_size=3).map(tuple), "nearest": WORDS},
).map(lambda facts: tuple(facts.items()))
FAULTS = st.builds(
    Fault,
    st.sampled_from(("file.empty", "json.too_deep")),
    FACTS,
    WORDS,
    st.integers(0, 99),
    st.integers(0, 99),
    WORDS,
)
"""Faults with facts and a place, or without."""


@st.composite
def problems(draw: st.DrawFn) -> XinfangError:
    """An error of any class with some faults."""
    kind = draw(st.sampled_from((RecordError, PolicyDataError, MisuseError, InvalidFactError)))
    return kind(*draw(st.lists(FAULTS, max_size=4)))


class TestCases:
    """A record is read as one of a JSON file is."""

    @given(cases())
    def test_what_is_written_reads_back_as_the_same_case(self, case: Case) -> None:
        # Of an agent of whom nothing is recorded nothing is written.
        known = evolve(case, agent=None) if case.agent == Agent() else case
        assert decode_case(json.loads(json.dumps(encode_case(case)))) == known

    def test_dates_and_amounts_may_be_what_they_are(self) -> None:
        record = {
            "case_no": "A-1",
            "received_at": date(2025, 3, 3),
            "accepted_at": datetime(2025, 3, 4, tzinfo=SHANGHAI),
            "events": [{"kind": "pay_award", "at": date(2025, 4, 1), "amount": Decimal("15.50")}],
        }
        case = decode_case(record)
        assert case.history.day(EventKind.receive) == date(2025, 3, 3)
        assert case.history.all(EventKind.pay_award)[0].amount == Decimal("15.50")

    def test_an_instant_at_midnight_stays_one(self) -> None:
        case = decode_case({"case_no": "A-1", "received_at": "2025-03-03T00:00:00"})
        (event,) = case.history.events
        assert isinstance(event.at, datetime)

    def test_chinese_headers_are_read(self) -> None:
        case = decode_case({"工单编号": "A-1", "收到日期": "2025-03-03", "紧急标志": True})
        assert (case.case_no, case.urgent) == ("A-1", True)

    def test_names_that_a_policy_declares_are_read(self) -> None:
        record = {"case_no": "A-1", "category": "求助", "sign_at": "2025-03-03"}
        case = decode_case(record, DECLARED)
        assert (case.category, case.history.day(SIGN)) == (HELP, date(2025, 3, 3))

    @pytest.mark.parametrize("header", ["签收日期", "签收确认日期", "sign_at"])
    def test_what_editions_call_differently_is_read_under_each_name(self, header: str) -> None:
        names = Declarations((), (SIGN, Declared("sign", "签收确认")))
        case = decode_case({"case_no": "A-1", header: "2025-03-03"}, names)
        assert [event.kind for event in case.history.events] == [SIGN]

    def test_an_unknown_key_is_an_error_with_the_nearest_one(self) -> None:
        with pytest.raises(RecordError) as caught:
            decode_case({"case_no": "A-1", "recieved_at": "2025-03-03", "colour": "red"})
        near, far = caught.value.faults
        assert (near.path, dict(near.facts)["nearest"]) == ("recieved_at", "received_at")
        assert (far.path, far.code) == ("colour", "key.unknown")

    def test_unknown_keys_are_told_with_what_else_is_wrong(self) -> None:
        with pytest.raises(RecordError) as caught:
            decode_case({"case_no": "A-1", "recieved_at": "2025-03-03", "accepted_at": "x"})
        assert [one.path for one in caught.value.faults] == ["accepted_at", "recieved_at"]

    def test_what_might_tell_of_a_person_is_not_repeated(self) -> None:
        with pytest.raises(RecordError) as caught:
            decode_case({"case_no": "A-1", "category": "某某 13800000000"})
        problem = json.dumps(encode_error(caught.value), ensure_ascii=False)
        assert "13800000000" not in problem + str(caught.value)
        again = decode_error(json.loads(problem))
        assert [again.text(lang) for lang in ("zh", "en")] == [
            caught.value.text(lang) for lang in ("zh", "en")
        ]

    @pytest.mark.parametrize("key", ["events", "urgent", "signs"])
    def test_what_is_nested_without_end_is_refused(self, key: str) -> None:
        deep: list[object] = []
        for _ in range(100_000):
            deep = [deep]
        with pytest.raises(RecordError) as caught:
            decode_case({"case_no": "A-1", key: deep})
        assert [(one.code, one.path) for one in caught.value.faults] == [("json.too_deep", key)]

    def test_unknown_keys_may_be_carried_through(self) -> None:
        decoded = decode_case({"case_no": "A-1", "colour": {"red": 1}}, extra="keep")
        assert decoded == Decoded(decoded.case, {"colour": {"red": 1}})
        assert "red" not in repr(decoded)

    @pytest.mark.parametrize(
        ("record", "code", "path"),
        [
            ({}, "key.missing", "case_no"),
            ({"case_no": None}, "key.missing", "case_no"),
            ([], "json.not_object", ""),
            ({"case_no": "A-1", "urgent": "yes"}, "value.not_truth", "urgent"),
            ({"case_no": "A-1", "events": [{"kind": "accept"}]}, "key.missing", "events[0]"),
            ({"case_no": "A-1", "events": 5}, "value.not_list", "events"),
        ],
    )
    def test_what_is_wrong_is_located(self, record: Any, code: str, path: str) -> None:  # noqa: ANN401
        with pytest.raises(RecordError) as caught:
            decode_case(record)
        assert [(one.code, one.path) for one in caught.value.faults] == [(code, path)]


class TestErrors:
    """Problem details: JSON-safe, with pointer, code, what is wanted, and both languages."""

    def test_a_refused_record_as_problem_details(self) -> None:
        with pytest.raises(RecordError) as caught:
            decode_case({"case_no": "A-1", "events": [{"kind": "acept", "at": "2025-03-03"}]})
        problem = json.loads(json.dumps(encode_error(caught.value)))
        assert problem["type"] == "urn:xinfang-core:error:record"
        assert (problem["status"], problem["count"]) == (422, 1)
        assert problem["title"] == "记录有误"
        (fault,) = problem["errors"]
        assert (fault["pointer"], fault["hint"]) == ("/events/0/kind", "accept")
        assert "accept" in fault["wanted"]
        assert fault["text"]["zh"] == problem["detail"]

    @pytest.mark.parametrize(
        "error",
        [
            RecordError(Fault("key.unknown", (("found", "x"), ("known", ("a", "b"))), path="x")),
            PolicyDataError(Fault("value.not_date", (("found", "5"),), "a.toml", 3, 4, "policy")),
            MisuseError(Fault("period.not_positive", (("found", "0"), ("most", 9)), path="count")),
            UnknownNameError(),
            InvalidFactError(
                Fault("workflow.unknown", (("event", EventKind.reply), ("at", date(2025, 3, 3))))
            ),
        ],
    )
    def test_it_reads_back_with_the_same_sentences(self, error: XinfangError) -> None:
        again = decode_error(json.loads(json.dumps(encode_error(error))))
        assert type(again) is type(error)
        assert [again.text(lang) for lang in ("zh", "en")] == [
            error.text(lang) for lang in ("zh", "en")
        ]

    @given(problems())
    def test_what_is_written_reads_back_as_the_same_problem(self, error: XinfangError) -> None:
        problem = json.loads(json.dumps(encode_error(error)))
        again = decode_error(problem)
        assert type(again) is type(error)
        assert json.loads(json.dumps(encode_error(again))) == problem
        held_to("error").validate(problem)

    def test_a_fault_that_a_later_version_tells_is_read(self) -> None:
        text = {"zh": "新的错误", "en": "a new fault"}
        later = {"code": "later.fault", "facts": {}, "text": text}
        error = decode_error({"type": "urn:xinfang-core:error:record", "errors": [later]})
        assert (error.text(), error.text("en")) == ("新的错误", "a new fault")

    @pytest.mark.parametrize(
        "written",
        [
            5,
            {},
            {"code": "a.b", "facts": {}},
            {"code": "a.b", "facts": {}, "text": {"zh": "x"}},
            {"code": "a.b", "facts": [], "text": {"zh": "x", "en": "y"}},
            {"code": "a.b", "facts": {}, "text": {"zh": "x", "en": "y"}, "line": "3"},
        ],
    )
    def test_what_is_no_fault_of_ours_is_refused_at_its_place(self, written: object) -> None:
        with pytest.raises(RecordError, match=r"errors\[0\]: 不是本库写出的错误"):
            decode_error({"type": "urn:xinfang-core:error:record", "errors": [written]})

    def test_of_many_faults_the_first_are_told_and_all_counted(self) -> None:
        faults = (Fault("key.missing", (("name", str(one)),)) for one in range(MOST_FAULTS + 5))
        problem = encode_error(RecordError(*faults))
        assert problem["count"] == MOST_FAULTS + 5
        assert len(problem["errors"]) == MOST_FAULTS  # type: ignore[arg-type]

    @pytest.mark.parametrize("problem", [{}, {"type": "about:blank"}, {"type": "urn:x"}])
    def test_what_is_no_problem_of_ours_is_refused(self, problem: dict[str, object]) -> None:
        with pytest.raises(RecordError, match="错误类型"):
            decode_error(problem)

    @pytest.mark.parametrize(
        ("path", "wanted"),
        [("", ""), ("a", "/a"), ("events[2].kind", "/events/2/kind"), ("a/b~c", "/a~1b~0c")],
    )
    def test_a_path_as_a_pointer(self, path: str, wanted: str) -> None:
        assert pointer(path) == wanted


class TestMuch:
    """What is wrong a thousand times is told so often that somebody may still read it."""

    def test_of_many_events_only_the_first_faults_are_told(self) -> None:
        events = [{"kind": "nothing", "at": "2025-09-30"}] * 1000
        with pytest.raises(RecordError) as caught:
            decode_case({"case_no": "A-1", "events": events})
        assert len(caught.value.faults) == MOST_FAULTS

    def test_of_many_keys_only_the_first_are_told_and_fewer_compared(self) -> None:
        record: dict[str, object] = {
            "case_no": "A-1",
            **{f"received_a{at}": 1 for at in range(999)},
        }
        with pytest.raises(RecordError) as caught:
            decode_case(record)
        codes = [one.code for one in caught.value.faults]
        assert len(codes) == MOST_FAULTS
        assert codes.count("key.unknown_near") == 20

    @pytest.mark.parametrize("found", [None, 5, [], "x"])
    def test_what_is_no_object_is_no_problem_of_ours(self, found: object) -> None:
        with pytest.raises(RecordError) as caught:
            decode_error(found)  # type: ignore[arg-type]
        assert [one.code for one in caught.value.faults] == ["problem.not_ours"]
