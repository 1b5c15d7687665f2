"""Requests line by line: one answer or one error for each, in order, whatever is sent."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from command import TOP
from xinfang_core.assessment import assess
from xinfang_core.calendar import mainland_calendar
from xinfang_core.codec import AnswerEncoder, decode_case
from xinfang_core.codec.answers import Told
from xinfang_core.codec.requests import RequestReader, Terms
from xinfang_core.codec.stream import LONGEST_REQUEST, Answered, Line, LineAnswers, lines_of
from xinfang_core.errors import MisuseError, RecordError, UnknownNameError, XinfangError
from xinfang_core.policy import load_policy, read_policy

if TYPE_CHECKING:
    from xinfang_core.codec.plain import Json

TODAY = date(2025, 12, 1)
CASE: Json = {"case_no": "甲-1", "received_at": "2025-09-30", "accepted_at": "2025-09-30"}
TERMS = Terms(mainland_calendar(), policy="online-proxy")


def answered(request: object, terms: Terms = TERMS) -> Answered:
    """The answer to one request."""
    data = request if isinstance(request, bytes) else json.dumps(request).encode()
    return LineAnswers(terms).answer(Line(7, data, 5), TODAY)


def told(request: object, terms: Terms = TERMS) -> dict[str, Any]:
    """The same, read."""
    return dict(json.loads(answered(request, terms).text))


def faults(request: object, terms: Terms = TERMS) -> list[tuple[str, str]]:
    """Pointers and codes of what is wrong with a request."""
    found = told(request, terms)
    assert (found["line"], found["row"]) == (7, 5)
    return [(one["pointer"], one["code"]) for one in found["error"]["errors"]]


class TestARequest:
    """What it says itself wins; what it does not say, the terms say."""

    def test_a_case_alone(self) -> None:
        policy = load_policy("online-proxy")
        case = decode_case(CASE)
        answer = assess(case, policy.in_force(case, TODAY), TERMS.calendar, TODAY)
        assert answered(CASE).text == AnswerEncoder().encode(answer)
        assert answered({"case": CASE}).text == answered(CASE).text

    def test_it_may_say_all_itself(self) -> None:
        said = {
            "policy": "national@2022-05-01",
            "as_of": "2025-10-08",
            "known_on": "2024-12-31",
            "allow_assumed": False,
            "size": "brief",
        }
        asked = RequestReader(Terms(mainland_calendar())).read({"case": CASE, **said}, TODAY)
        assert asked.pack == load_policy("national").on(date(2022, 5, 1))
        assert asked.calendar == mainland_calendar().known_on(date(2024, 12, 31))
        assert (asked.as_of, asked.allow_assumed, asked.size) == (
            *(date(2025, 10, 8), False, "brief"),
        )

    def test_null_is_as_if_it_were_left_out(self) -> None:
        nothing = dict.fromkeys(("policy", "variant", "as_of", "known_on", "size"))
        assert answered({"case": CASE, **nothing}).text == answered(CASE).text

    def test_a_reading_goes_with_the_policy_it_was_chosen_for(self) -> None:
        terms = Terms(mainland_calendar(), policy="online-proxy", variant="calendar_days")
        assert RequestReader(terms).read(CASE, TODAY).pack.variant == "calendar_days"
        other = RequestReader(terms).read({"case": CASE, "policy": "jiuyuan"}, TODAY)
        assert other.pack.variant is None
        same = {"case": CASE, "policy": "jiuyuan", "variant": "every_day"}
        assert RequestReader(terms).read(same, TODAY).pack.variant == "every_day"

        pinned = {"case": CASE, "policy": "online-proxy@2025-10-01"}
        assert RequestReader(terms).read(pinned, TODAY).pack.variant == "calendar_days"

    def test_a_request_may_know_more_than_the_terms(self) -> None:
        then, later = date(2024, 1, 1), date(2026, 1, 1)
        reader = RequestReader(Terms(mainland_calendar(), policy="national", known_on=then))
        assert reader.read(CASE, TODAY).calendar == mainland_calendar().known_on(then)
        asked = reader.read({"case": CASE, "known_on": later.isoformat()}, TODAY)
        assert asked.calendar == mainland_calendar().known_on(later)

    def test_a_policy_of_the_host_is_known_by_its_id(self) -> None:
        path = TOP / "examples" / "localities" / "beijing"
        own = read_policy(path)
        terms = Terms(mainland_calendar(), policies={own.policy_id: own})
        asked = RequestReader(terms).read({"case": CASE, "policy": own.policy_id}, TODAY)
        assert asked.pack.label.startswith(f"{own.policy_id}@")
        assert faults({"case": CASE, "policy": str(path)}, terms) == [("/policy", "policy.unknown")]

    def test_the_day_of_the_terms_wins_over_today(self) -> None:
        day = date(2025, 11, 3)
        terms = Terms(mainland_calendar(), policy="national", as_of=day)
        assert RequestReader(terms).read(CASE, TODAY).as_of == day


class TestWhatIsWrong:
    """An error in place of the answer: where, what, and of which case."""

    @pytest.mark.parametrize(
        ("request_", "wanted"),
        [
            (b"not json", [("", "json.bad_form")]),
            (b"[1]", [("", "json.not_object")]),
            (b"null", [("", "json.not_object")]),
            (b'{"case_no":"1","case_no":"2"}', [("", "json.key_twice")]),
            (b'{"case_no":"1","urgent":NaN}', [("/urgent", "json.not_a_number")]),
            (b"\xff{}", [("", "request.broken_byte")]),
            (b'{"case_no":"\xe7\x94', [("", "request.broken_byte")]),
            (b"[" * 1_000_000, [("", "json.too_deep")]),
            (b'{"a":' * 100_000, [("", "json.too_deep")]),
            (b" " * (LONGEST_REQUEST + 1), [("", "file.line_too_long")]),
            ({"case": [1]}, [("/case", "json.not_object")]),
            ({"case": {}}, [("/case/case_no", "key.missing")]),
            ({"case": {**CASE, "urgent": "2"}}, [("/case/urgent", "value.not_truth")]),
            ({"case": CASE, "siez": "brief"}, [("/siez", "key.unknown_near")]),
            (
                {"case": CASE, "size": "tiny", "as_of": "2025-02-30", "known_on": 5},
                [("/as_of", "moment.impossible"), ("/known_on", "moment.not_one")],
            ),
            ({"case": CASE, "size": "tiny"}, [("/size", "value.unknown_term")]),
            ({"case": CASE, "allow_assumed": 1}, [("/allow_assumed", "value.not_truth")]),
            ({"case": CASE, "policy": "natoinal"}, [("/policy", "policy.unknown_near")]),
            ({"case": CASE, "policy": "national@x"}, [("/policy", "moment.not_one")]),
            (
                {"case": CASE, "policy": "national@1990-01-01"},
                [("/policy", "request.not_in_force")],
            ),
            ({"case": CASE, "variant": "sums"}, [("/variant", "variant.unknown_near")]),
            ({"case_no": "\ud800"}, [("/case_no", "value.control_character")]),
            ({**CASE, "a\ud800": 1}, [("/a?", "key.unknown")]),
            (
                {**CASE, "replied_at": "2025-09-01"},
                [("/replied_at", "case.before_receipt")],
            ),
        ],
    )
    def test_each_has_its_place(self, request_: object, wanted: list[tuple[str, str]]) -> None:
        assert faults(request_) == wanted

    def test_a_policy_has_to_be_named(self) -> None:
        assert faults(CASE, Terms(mainland_calendar())) == [("/policy", "request.no_policy")]

    @pytest.mark.parametrize(
        ("request_", "case_no"),
        [
            ({"信访件编号": "甲-1", "x": 1}, "甲-1"),
            ({"case": {"case_no": 5, "x": 1}}, "5"),
            ({"case_no": [1]}, None),
            ({"case": 1}, None),
            ({}, None),
            ([], None),
        ],
    )
    def test_the_case_is_named_where_it_can_be_read(
        self, request_: object, case_no: str | None
    ) -> None:
        assert told(request_)["case_no"] == case_no

    def test_an_error_stays_small_whatever_was_sent(self) -> None:
        request = {**CASE, "x" * 500_000: 1, "y": "z" * 100_000}
        assert len(answered(request).text) < 20_000

    def test_which_kind_of_error_it_is(self) -> None:
        kinds = {
            RecordError: {"case": {}},
            MisuseError: {"case": CASE, "policy": "national@1990-01-01"},
            UnknownNameError: {"case": CASE, "policy": "nobody"},
        }
        for kind, request in kinds.items():
            assert type(answered(request).error) is kind


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from([*CASE, "case", "policy", "events", "urgent", "people", "as_of", "size"])
REQUESTS = st.dictionaries(KEYS | st.text(), JSON_VALUES | st.just(CASE), max_size=6)


class TestWhateverIsSent:
    """No line ends the stream, and each is answered by one line of UTF-8."""

    @given(data=st.binary(max_size=200))
    @example(data=b"")
    def test_any_bytes(self, data: bytes) -> None:
        found = answered(data)
        assert found.error is not None
        assert "\n" not in found.text
        found.text.encode()

    @given(request=REQUESTS)
    def test_any_json(self, request: object) -> None:
        found = answered(json.dumps(request).encode())
        assert (found.error is None) == (found.maker is not None)
        assert "\n" not in found.text
        found.text.encode()
        assert found.error is None or isinstance(found.error, XinfangError)


class TestTelling:
    """What made answers stands before the first of them."""

    def test_each_maker_once(self) -> None:
        answers = LineAnswers(TERMS)
        days = ("2025-10-08", "2025-10-09", "2025-10-08")
        lines = [json.dumps({"case": CASE, "as_of": day}).encode() for day in days]
        found = [answers.answer(Line(at, line, at), TODAY) for at, line in enumerate(lines, 1)]
        kinds = [[*json.loads(line)][0:2] for line in lines_of(Told(), found).splitlines()]
        assert kinds == [["made_by"], ["made_by", "case_no"]] * 2 + [["made_by", "case_no"]]

    def test_a_maker_that_is_forgotten_is_told_again(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("xinfang_core.codec.answers._MOST_TOLD", 1)
        days = ("2025-10-08", "2025-10-09", "2025-10-08")
        found = [answered({"case": CASE, "as_of": day}) for day in days]
        assert lines_of(Told(), found).count("\n") == 6

    def test_an_error_is_told_as_it_is(self) -> None:
        found = answered(b"x")
        assert lines_of(Told(), [found]) == f"{found.text}\n"


class TestReceipts:
    """An answer carries its receipt where that is asked for."""

    def test_of_one_request_or_of_all(self) -> None:
        key = b"a secret of this test"
        terms = Terms(mainland_calendar(), policy="online-proxy", key=key)
        one = told({"case": CASE, "receipt": True}, terms)
        every = Terms(mainland_calendar(), policy="online-proxy", key=key, receipt=True)
        assert told(CASE, every) == one
        assert "receipt" not in told({"case": CASE, "receipt": False}, every)
        answer = dict(one)
        assert answer.pop("receipt")["decisions"]
        assert answer == told(CASE)

    def test_the_secret_is_not_shown(self) -> None:
        assert "secret" not in repr(LineAnswers(Terms(mainland_calendar(), key=b"secret" * 3)))
