"""Each operation: what is answered, and what is said where there is no answer."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.routing import Mount

from asgi import LINES, Reply, get, post
from assessing import MAINLAND, POLICIES
from command import run
from contract import held_to
from xinfang_core import __version__, decode_case, decode_error, encode_assessment
from xinfang_core.assessment import assess
from xinfang_core.calendar import mainland_calendar
from xinfang_core.codec import Terms
from xinfang_core.codec.schema import SCHEMAS, schema_of
from xinfang_core.codec.stream import LONGEST_REQUEST
from xinfang_core.errors import ServiceError, UnknownNameError
from xinfang_core.serving import Limits, make_app

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2025, 12, 1)
GOOD = {"case_no": "甲-1", "received_at": "2025-09-30", "accepted_at": "2025-09-30"}
ASSESS, BATCH, DUE = "/v1/assess", "/v1/assess/batch", "/v1/due"


def answer_of(record: dict[str, Any], size: Any = "standard") -> Any:  # noqa: ANN401 - plain JSON
    """What the library itself says."""
    case, policy = decode_case(record), POLICIES["online-proxy"]
    answer = assess(case, policy.in_force(case, TODAY), MAINLAND, TODAY)
    return json.loads(json.dumps(encode_assessment(answer, size)))


def lines_of(*requests: object) -> bytes:
    """Requests, one a line."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in requests).encode()


class TestAssess:
    """One request, one answer."""

    def test_a_case_alone_is_answered_as_by_the_library(self, app: Starlette) -> None:
        found = post(app, ASSESS, GOOD)
        assert (found.status, found.headers["content-type"]) == (200, "application/json")
        assert found.headers["cache-control"] == "no-store"
        assert found.json() == answer_of(GOOD)
        held_to("assessment-standard").validate(found.json())

    def test_a_request_says_what_it_wants(self, app: Starlette) -> None:
        case = {"case_no": "甲-1", "events": [{"kind": "receive", "at": "2025-09-30"}]}
        asked = {"case": case, "size": "brief", "as_of": "2025-12-01", "policy": "online-proxy"}
        assert post(app, ASSESS, asked).json() == answer_of(case, "brief")
        held_to("request").validate(asked)

    def test_a_receipt_comes_with_it(self, app: Starlette) -> None:
        found = post(app, ASSESS, {"case": GOOD, "receipt": True}).json()
        assert found["receipt"]["made_by"]["library"] == __version__

    def test_a_long_request_is_answered_too(self, app: Starlette) -> None:
        events = [{"kind": "call", "at": f"2025-10-{day:02}"} for day in range(1, 29)] * 10
        long = {"case_no": "甲-1", "events": [{"kind": "receive", "at": "2025-09-30"}, *events]}
        assert post(app, ASSESS, long).json() == answer_of(long)

    def test_charset_and_capitals_of_the_type_do_not_matter(self, app: Starlette) -> None:
        for media in ("Application/JSON", 'application/json; charset="UTF-8"'):
            assert post(app, ASSESS, GOOD, media).status == 200

    @pytest.mark.parametrize(
        ("body", "status", "code"),
        [
            (b"", 400, "json.bad_form"),
            (b'{"case_no":', 400, "json.bad_form"),
            (b'{"case_no": "\xff"}', 400, "request.broken_byte"),
            (b'{"case_no": 1, "case_no": 2}', 400, "json.key_twice"),
            (b'{"case_no": NaN}', 400, "json.not_a_number"),
            (b'{"case_no": ' + b"9" * 5000 + b"}", 400, "json.long_number"),
            (b"[" * 100_000, 400, "json.too_deep"),
            (b"[]", 422, "json.not_object"),
            (b'{"case_no": "\\ud800"}', 422, "value.control_character"),
            (b"{}", 422, "key.missing"),
            (b'{"case": {"case_no": "1"}, "size": "huge"}', 422, "value.unknown_term"),
            (b'{"case": {"case_no": "1"}, "policy": "none"}', 422, "policy.unknown"),
        ],
    )
    def test_what_is_wrong_is_said(
        self, app: Starlette, body: bytes, status: int, code: str
    ) -> None:
        found = post(app, ASSESS, body)
        assert found.status == status
        assert found.code.startswith(code)
        held_to("error").validate(found.json())

    def test_a_fault_has_its_place(self, app: Starlette) -> None:
        (fault,) = post(app, ASSESS, {"case": {**GOOD, "replied_at": "soon"}}).json()["errors"]
        assert fault["pointer"] == "/case/replied_at"
        assert "soon" not in json.dumps(fault)

    def test_it_is_too_large(self, app: Starlette) -> None:
        found = post(app, ASSESS, b" " * (LONGEST_REQUEST + 1))
        assert (found.status, found.code) == (413, "serve.too_large")

    @given(st.binary(max_size=64) | st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(st.characters(), max_size=8),
        lambda inner: st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["case", "case_no", "events", "policy", "as_of", "kind", "at", "x"]),
            inner,
            max_size=4,
        ),
        max_leaves=12,
    ))  # fmt: skip
    def test_nothing_that_is_sent_is_our_fault(self, body: object) -> None:
        own = make_app(Terms(MAINLAND), lambda: TODAY)
        for path in (ASSESS, BATCH, DUE):
            assert post(own, path, body).status < 500
        assert get(own, "/healthz").json()["defects"] == 0

    @pytest.mark.parametrize("text", ["\ud800", "\0", "\u2028\x1b[2J", "\U000e0001"])
    def test_signs_that_cannot_be_shown_are_told_all_the_same(
        self, app: Starlette, text: str
    ) -> None:
        for asked in (
            {"case_no": "1", text: 1},
            {"case": {"case_no": "1"}, text: 1},
            {"case": {"case_no": "1"}, "policy": text},
            {"case": {"case_no": "1"}, "variant": text},
            {"case": {"case_no": "1"}, "size": text},
            {"case_no": "1", "events": [{"kind": text, "at": text}]},
        ):
            assert post(app, ASSESS, asked).status == 422
            assert post(app, BATCH, [asked]).json()["answers"][0]["error"]["status"] == 422
        for key in ("start", "unit", "region", "known_on", text):
            asked = {"start": "2025-09-30", "count": 5, "unit": "working_day", key: text}
            assert post(app, DUE, asked).status == 422


class TestBatch:
    """Many requests, each answered in its place."""

    def test_lines_are_answered_as_on_standard_input(
        self,
        app: Starlette,
        capsys: pytest.CaptureFixture[str],
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        text = lines_of(GOOD, 3, {"case": GOOD, "size": "brief"}) + b"\n" + lines_of(GOOD) * 40
        path = tmp_path / "stdin"
        path.write_bytes(text + b"bad")
        asked = ("--policy", "online-proxy", "--as-of", "2025-12-01")
        with path.open("r", encoding="utf-8") as stream:
            monkeypatch.setattr("sys.stdin", stream)
            ran = run(capsys, "assess", "-", "--input-format", "jsonl", "--format", "jsonl", *asked)
        found = post(app, BATCH, text + b"bad", LINES)
        assert (found.status, found.headers["content-type"]) == (200, LINES)
        assert found.body.decode() == ran.out

    def test_an_array_is_answered_by_an_array(self, app: Starlette) -> None:
        found = post(app, BATCH, [GOOD, 3, {"case": {**GOOD, "replied_at": "x"}}]).json()
        first, second, third = found["answers"]
        (maker,) = found["made_by"]
        assert {**first, "made_by": maker} == answer_of(GOOD)
        assert first["made_by"] == maker["id"]
        assert (second["row"], second["line"], second["case_no"]) == (2, None, None)
        assert (third["row"], third["case_no"]) == (3, "甲-1")
        assert third["error"]["errors"][0]["pointer"] == "/case/replied_at"
        for one in (second, third):
            held_to("line-error").validate(one)

    def test_a_long_array_keeps_its_order(self, app: Starlette) -> None:
        asked = [{**GOOD, "case_no": str(at)} for at in range(100)]
        found = post(app, BATCH, asked).json()
        assert [one["case_no"] for one in found["answers"]] == [str(at) for at in range(100)]
        assert len(found["made_by"]) == 1

    @pytest.mark.parametrize("body", [b"[]", b" [ ] "])
    def test_nothing_is_answered_by_nothing(self, app: Starlette, body: bytes) -> None:
        assert post(app, BATCH, body).json() == {"answers": [], "made_by": []}
        assert post(app, BATCH, b"\n", LINES).body == b""

    @pytest.mark.parametrize(
        ("body", "media", "status", "code"),
        [
            (b"{}", "application/json", 422, "serve.not_list"),
            (b"[1,", "application/json", 400, "json.bad_form"),
            (b"[NaN]", "application/json", 400, "json.not_a_number"),
            (b"[" + b"1," * 1000 + b"1]", "application/json", 413, "serve.too_many"),
            (b"1\n" * 1001, LINES, 413, "serve.too_many"),
            (b"1\n" * 1000 + b"1", LINES, 413, "serve.too_many"),
            (b"\n" * 5_000_000, LINES, 413, "serve.too_many"),
            (b" " * (8 * 1024 * 1024 + 1), LINES, 413, "serve.too_large"),
        ],
    )
    def test_a_batch_that_is_none_is_refused_whole(
        self, app: Starlette, body: bytes, media: str, status: int, code: str
    ) -> None:
        found = post(app, BATCH, body, media)
        assert (found.status, found.code) == (status, code)

    def test_so_many_are_taken(self, app: Starlette) -> None:
        assert len(post(app, BATCH, b"[" + b"1," * 999 + b"1]").json()["answers"]) == 1000
        assert len(post(app, BATCH, b"1\n" * 1000, LINES).body.splitlines()) == 1000

    def test_a_long_line_is_refused_in_its_place(self, app: Starlette) -> None:
        long = b'"' + b"x" * LONGEST_REQUEST + b'"\n'
        found = post(app, BATCH, lines_of(GOOD) + long + lines_of(GOOD), LINES)
        _, first, second, third = map(json.loads, found.body.splitlines())
        assert first == third
        assert second["error"]["errors"][0]["code"] == "file.line_too_long"


class TestDue:
    """The last day of a period, as ``xinfang due`` says it."""

    @pytest.mark.parametrize(
        ("asked", "options"),
        [
            ({"start": "2025-09-30", "count": 5, "unit": "working_day"}, ()),
            (
                {"start": "2026-12-20", "count": 15, "unit": "calendar_day", "explain": True},
                ("--explain",),
            ),
            ({"start": "2026-04-01T09:30", "count": 36, "unit": "hour"}, ()),
            (
                {"start": "2025-09-30", "count": 5, "unit": "working_day", "region": "450000"},
                ("--region", "450000"),
            ),
            (
                {"start": "2025-09-30", "count": 5, "unit": "month", "known_on": "2024-10-01"},
                ("--known-on", "2024-10-01"),
            ),
            (
                {
                    "start": "2026-03-02",
                    "count": 15,
                    "unit": "working_day",
                    "suspensions": [
                        {"begin": "2026-03-09", "end": "2026-03-12", "name": "听证"},
                        {"begin": "2026-03-16"},
                    ],
                },
                ("--suspend", "2026-03-09..2026-03-12,听证", "--suspend", "2026-03-16.."),
            ),
        ],
    )
    def test_it_says_what_the_command_says(
        self,
        app: Starlette,
        capsys: pytest.CaptureFixture[str],
        asked: dict[str, Any],
        options: tuple[str, ...],
    ) -> None:
        held_to("due-request").validate(asked)
        command = ("due", asked["start"], str(asked["count"]), "--unit", asked["unit"])
        ran = run(capsys, *command, *options, "--format", "json")
        found = post(app, DUE, asked)
        assert found.json() == json.loads(ran.out)
        held_to("due").validate(found.json())

    def test_the_terms_say_where_and_what_is_known(self) -> None:
        calendar = mainland_calendar("450000").known_on(date(2025, 1, 1))
        own = make_app(Terms(calendar), lambda: TODAY)
        found = post(own, DUE, {"start": "2025-09-30", "count": 5, "unit": "working_day"}).json()
        assert (found["region"], found["known_on"]) == ("450000", "2025-01-01")

    @pytest.mark.parametrize(
        ("change", "codes"),
        [
            ({"start": None, "count": None, "unit": None}, ["key.missing"] * 3),
            ({"start": "soon", "more": 1}, ["moment.not_one", "key.unknown"]),
            ({"count": 0}, ["period.not_positive"]),
            ({"unit": "working_hour"}, ["cli.no_office_hours"]),
            ({"region": "440000"}, ["value.unknown_term_near"]),
            ({"unit": "hour"}, ["cli.hours_moment"]),
            ({"suspensions": 1}, ["value.not_list"]),
            (
                {"suspensions": [1, {"end": "x"}]},
                ["json.not_object", "moment.not_one", "key.missing"],
            ),
            ({"unit": "same_day", "count": 1, "suspensions": [{"begin": "2025-10-01"}]}, [
                "cli.same_day_suspended"
            ]),
        ],
    )  # fmt: skip
    def test_what_is_wrong_is_said(
        self, app: Starlette, change: dict[str, Any], codes: list[str]
    ) -> None:
        asked = {"start": "2025-09-30", "count": 5, "unit": "working_day", **change}
        found = post(app, DUE, asked)
        assert (found.status, [one["code"] for one in found.json()["errors"]]) == (422, codes)

    def test_a_period_is_an_object(self, app: Starlette) -> None:
        assert post(app, DUE, [1]).code == "json.not_object"

    def test_a_fault_of_a_suspension_has_its_place(self, app: Starlette) -> None:
        asked = {"start": "2025-09-30", "count": 5, "unit": "working_day"}
        found = post(app, DUE, {**asked, "suspensions": [{"begin": "x"}]}).json()
        assert found["errors"][0]["pointer"] == "/suspensions/0/begin"


class TestWhatIsKnown:
    """The day of the terms is the default; a request may know more, or less."""

    def test_the_terms_narrow_every_calendar(self) -> None:
        then = date(2025, 1, 1)
        terms = Terms(mainland_calendar(), known_on=then)
        calendars = {"450000": mainland_calendar("450000")}
        app = make_app(terms, lambda: TODAY, calendars=calendars)
        asked = {"start": "2025-09-30", "count": 5, "unit": "working_day"}
        for region in ({}, {"region": "450000"}):
            assert post(app, DUE, {**asked, **region}).json()["known_on"] == "2025-01-01"
            later = post(app, DUE, {**asked, **region, "known_on": "2026-01-01"}).json()
            assert later["known_on"] == "2026-01-01"
        settled = mainland_calendar().known_on(then).settled_through.isoformat()
        assert get(app, "/healthz").json()["settled_through"] == settled


@pytest.mark.parametrize(
    ("path", "body"),
    [
        (DUE, ["张三 13800001111"]),
        (DUE, {"start": "张三", "count": 5, "unit": "working_day"}),
        (DUE, {"start": "2025-09-30", "count": 5, "unit": "month", "suspensions": ["张三"]}),
        (BATCH, {"name": "张三"}),
    ],
)
def test_what_a_request_says_of_somebody_is_not_repeated(
    app: Starlette, path: str, body: object
) -> None:
    found = post(app, path, body)
    assert found.status == 422
    assert "张三" not in json.dumps(found.json(), ensure_ascii=False)


class TestWhatThereIs:
    """Policies, schemas, and whether it works."""

    def test_the_policies_are_those_of_the_command(
        self, app: Starlette, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran = run(capsys, "policy", "list", "--format", "json")
        found = get(app, "/v1/policies").json()
        assert found == json.loads(ran.out)
        held_to("policy").validate(found[0])

    def test_a_policy_of_the_host_s_own_is_listed_too(self) -> None:
        own = POLICIES["online-proxy"]
        app = make_app(Terms(MAINLAND, policies={"own": own}), lambda: TODAY)
        assert len(get(app, "/v1/policies").json()) == len(POLICIES) + 1

    def test_the_schemas_are_listed_and_given(self, app: Starlette) -> None:
        assert [one["name"] for one in get(app, "/v1/schemas").json()] == [*SCHEMAS]
        found = get(app, "/v1/schemas/due")
        assert found.headers["content-type"] == "application/schema+json"
        assert found.json() == json.loads(json.dumps(schema_of("due")))

    def test_a_schema_that_does_not_exist_is_not_found(self, app: Starlette) -> None:
        found = get(app, "/v1/schemas/cases")
        assert (found.status, found.json()["errors"][0]["hint"]) == (404, "case")
        assert isinstance(decode_error(found.json()), UnknownNameError)

    def test_it_is_found_where_a_host_mounts_it(self, app: Starlette) -> None:
        host = Starlette(routes=[Mount("/rules", app)])
        assert get(host, "/rules/healthz").json() == get(app, "/healthz").json()
        assert post(host, "/rules/v1/assess", GOOD) == post(app, ASSESS, GOOD)
        found = get(host, "/rules/no")
        assert (found.status, found.code) == (404, "serve.no_path")

    def test_it_says_that_it_works(self, app: Starlette) -> None:
        assert get(app, "/healthz").json() == {
            "library": __version__,
            "contract": 1,
            "settled_through": MAINLAND.settled_through.isoformat(),
            "defects": 0,
        }


class TestRefused:
    """Another path, method or type."""

    def test_a_path_that_does_not_exist(self, app: Starlette) -> None:
        for path in ("/", "/v1/assess/", "/v1/schemas/a/b"):
            found = get(app, path)
            assert (found.status, found.code) == (404, "serve.no_path")
        assert isinstance(decode_error(found.json()), ServiceError)

    def test_another_method(self, app: Starlette) -> None:
        found = get(app, ASSESS)
        assert (found.status, found.code, found.headers["allow"]) == (405, "serve.method", "POST")
        assert post(app, "/healthz", {}).headers["allow"] == "GET, HEAD"

    @pytest.mark.parametrize(
        "media", ["", "text/plain", "application/x-ndjson", "application/json; charset=gbk"]
    )
    def test_another_type(self, app: Starlette, media: str) -> None:
        found = post(app, ASSESS, GOOD, media)
        assert (found.status, found.code) == (415, "serve.media_type")

    def test_a_limit_of_one_s_own(self) -> None:
        own = make_app(Terms(MAINLAND), lambda: TODAY, limits=Limits(batch_requests=1))
        assert _code(post(own, BATCH, [1, 2])) == "serve.too_many"


def _code(reply: Reply) -> str:
    return reply.code
