"""The contract of what stands beside answers: what made them, summaries, policies, requests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from assessing import MAINLAND, POLICIES
from checks import day
from command import LETTERS, TOP, run
from contract import ANSWERS, held_to, told
from mutants import Fits, refuse
from test_localities import FOLDERS
from xinfang_core.assessment import assess
from xinfang_core.assessment.made_by import MadeBy
from xinfang_core.calendar import mainland_calendar
from xinfang_core.codec import AnswerEncoder, Receipts, decode_case, encode_case, encode_error
from xinfang_core.codec.notices import read_notice
from xinfang_core.codec.provenance import made_by_json
from xinfang_core.errors import RecordError, UnknownNameError
from xinfang_core.policy import load_policy

if TYPE_CHECKING:
    from pathlib import Path

    from xinfang_core.codec.sizes import Size

YANGLI = (str(TOP / "docs/examples/yangli-register.csv"), str(TOP / "docs/examples/yangli"))
ASKED: dict[str, Any] = {
    "case": {
        "case_no": "A-1",
        "urgent": True,
        "signs": ["group_visit"],
        "events": [{"kind": "receive", "at": "2025-03-03"}],
    },
    "policy": "online-proxy@2025-01-01",
    "variant": "calendar_days",
    "as_of": "2025-03-10",
    "known_on": "2025-03-01",
    "size": "brief",
    "allow_assumed": False,
    "receipt": True,
}


def assessed(
    capsys: pytest.CaptureFixture[str], register: str, policy: str, *more: str
) -> dict[str, Any]:
    """What the command line answers about a register."""
    asked = ("--policy", policy, "--as-of", "2025-10-20", "--format", "json", *more)
    found: dict[str, Any] = json.loads(run(capsys, "assess", register, *asked).out)
    return found


def made() -> dict[str, Any]:
    """What made an answer, with everything that may be told of it."""
    notice = read_notice(TOP / "docs/examples/notices/office.toml")
    calendar = mainland_calendar("450000").with_notice(notice).known_on(day("2026-07-31"))
    pack = load_policy("online-proxy").with_variant("calendar_days").on(day("2025-01-01"))
    told_of = MadeBy(pack.marks, pack.variant, calendar, day("2025-03-10"), allow_assumed=False)
    line: dict[str, Any] = told({"made_by": made_by_json(told_of)})
    return line


class TestMadeBy:
    """The line that stands before the first answer which names it."""

    def test_whatever_is_changed_does_not_fit(self) -> None:
        line = made()
        assert line["made_by"]["calendar"]["notices"]
        allowed = (
            Fits("made NoneType", "/made_by/(variant|calendar/known_on)", "the default"),
            Fits("made list", "/made_by/calendar/(notices|regions)", "none may be used"),
            Fits("removed", "/made_by/editions/.*", "they are as many as apply"),
            Fits("made dict", "/made_by/editions", "none may be in force"),
        )
        refuse([("", line, held_to("made-by"))], allowed)


class TestARun:
    """One run over a register as one object."""

    @pytest.mark.parametrize("size", ANSWERS)
    def test_its_parts_fit(self, capsys: pytest.CaptureFixture[str], size: Size) -> None:
        options = ("--size", size, "--region", "450000", "--variant", "calendar_days")
        register = str(TOP / "docs/examples/register.csv")
        found = assessed(capsys, register, "online-proxy", *options)
        held_to("summary").validate(found["summary"])
        for one in found["made_by"]:
            held_to("made-by").validate({"made_by": one})
        for one in found["cases"]:
            ANSWERS[size].validate(one)

    @pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.name))
    def test_the_summary_of_a_locality_fits(
        self, capsys: pytest.CaptureFixture[str], folder: Path
    ) -> None:
        for register in sorted(folder.glob("cases.*")):
            found = assessed(capsys, str(register), str(folder))
            held_to("summary").validate(found["summary"])

    def test_the_summary_of_the_letters_fits(self, capsys: pytest.CaptureFixture[str]) -> None:
        options = ("--column", "accepted_at=received_at", "--known-on", "2019-03-22")
        found = assessed(capsys, LETTERS, "online-proxy", *options)["summary"]
        held_to("summary").validate(found)
        assert found["cases"] > 1000

    def test_whatever_is_changed_in_a_summary_does_not_fit(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        options = ("--region", "450000", "--known-on", "2025-10-19", "--variant", "calendar_days")
        register = str(TOP / "docs/examples/register.csv")
        summary = assessed(capsys, register, "online-proxy", *options)["summary"]
        summary = {
            **summary,
            "readings": summary["readings"][:1],
            "missing": summary["missing"][:2],
        }
        reading = "/readings/[0-9]+"
        allowed = (
            Fits("made NoneType", "/(known_on|region)", "the default"),
            Fits("made NoneType", f"{reading}/variant", "the default reading"),
            Fits("made list", "/missing", "nothing may be lacking"),
            Fits("made float", f"({reading})?/award_total", "yuan, and parts of one"),
            Fits(
                "removed|made dict", f"{reading}/(findings|awards|[a-z_]+_deadline)(/.*)?", "none"
            ),
        )
        refuse([("", summary, held_to("summary"))], allowed)


class TestPolicies:
    """One policy as it is listed."""

    def test_each_fits(self, capsys: pytest.CaptureFixture[str]) -> None:
        found = json.loads(run(capsys, "policy", "list", "--format", "json").out)
        for one in found:
            held_to("policy").validate(one)
            policy = load_policy(one["id"])
            labels = {each["label"]: each["digest"] for each in one["editions"]}
            assert labels == {each.label: each.digest for each in policy.editions}
            told_of = {key for named in one["declared"].values() for key in named}
            assert told_of == {
                rule.partition(".")[2]
                for each in policy.editions
                for rule in each.params
                if "." in rule
            }

    def test_whatever_is_changed_does_not_fit(self, capsys: pytest.CaptureFixture[str]) -> None:
        found = json.loads(run(capsys, "policy", "list", "--format", "json").out)
        one = next(each for each in found if each["declared"]["limit"])
        allowed = (
            Fits("made str", "(/id|/editions/0/label|/variants/.*|/declared/.*/.*)", "any text"),
            Fits("removed|made dict", "/(variants|declared)(/.*)?", "there may be none"),
            Fits("unknown", "/(variants|declared/[a-z]+)", "it may declare one"),
        )
        refuse([("", one, held_to("policy"))], allowed)


class TestRequests:
    """A case with what is asked about it."""

    def test_no_more_than_a_case_is_needed(self) -> None:
        held_to("request").validate({"case": {"case_no": "A-1"}})
        held_to("request").validate({"case": told(encode_case(decode_case(ASKED["case"])))})

    @pytest.mark.parametrize("policy", ["national", "online-proxy@2022-05-01", "own_1"])
    def test_a_policy_and_its_day(self, policy: str) -> None:
        held_to("request").validate({**ASKED, "policy": policy})

    @pytest.mark.parametrize("policy", ["", "@2022-05-01", "national@", "national@2022-13-01"])
    def test_no_policy(self, policy: str) -> None:
        assert not held_to("request").is_valid({**ASKED, "policy": policy})

    def test_whatever_is_changed_does_not_fit(self) -> None:
        allowed = (
            Fits("removed", "/(?!case)[a-z_]+", "each has a default"),
            Fits("removed", "/case/(?!case_no)[a-z_]+", "not recorded"),
            Fits("made NoneType", "/(variant|known_on)", "the default"),
            Fits("made list", "/case/(signs|events)", "none recorded"),
        )
        refuse([("", ASKED, held_to("request"))], allowed)


class TestErrors:
    """What stands in the place of an answer."""

    def error(self) -> dict[str, Any]:
        """A record with faults of several kinds."""
        wrong = {"case_no": "A-1", "recieved_at": "2025-03-03", "urgent": "yes"}
        with pytest.raises(RecordError) as caught:
            decode_case(wrong)
        found: dict[str, Any] = told(encode_error(caught.value))
        return found

    @pytest.mark.parametrize(("line", "row", "case_no"), [(1, 1, "A-1"), (None, None, None)])
    def test_with_its_place_as_far_as_known(
        self, line: int | None, row: int | None, case_no: str | None
    ) -> None:
        place = {"line": line, "row": row, "case_no": case_no}
        held_to("line-error").validate({"error": self.error(), **place})
        nothing = told(encode_error(UnknownNameError()))
        held_to("line-error").validate({"error": nothing, **place})

    def test_with_a_key_of_any_signs(self) -> None:
        with pytest.raises(RecordError) as caught:
            decode_case({"case_no": "A-1", "a\nb/c": 1})
        problem = told(encode_error(caught.value))
        assert problem["errors"][0]["pointer"] == "/a\nb~1c"
        held_to("error").validate(problem)

    def test_whatever_is_changed_does_not_fit(self) -> None:
        fault = "/error/errors/[0-9]+"
        allowed = (
            Fits("made NoneType", "/(line|row|case_no)", "it may not be known"),
            Fits("made str", f"/case_no|/error/(title|detail)|{fault}/(path|text/.*)", "any text"),
            Fits("made list", "/error/errors", "only counted"),
            Fits("made .*|removed|unknown", f"{fault}/wanted.*", "as manifold as what is wanted"),
            Fits("made NoneType|made str", f"{fault}/hint", "any name, or none"),
            Fits("removed", f"{fault}/path", "told only where there is any"),
        )
        value = {"error": self.error(), "line": 1, "row": 1, "case_no": "A-1"}
        refuse([("", value, held_to("line-error"))], allowed)


class TestReceipts:
    """What answers carry, with a key and without one."""

    @pytest.mark.parametrize("key", [None, b"a secret of this test"])
    def test_every_real_answer_may_carry_one(self, key: bytes | None) -> None:
        receipts = Receipts(key)
        case = decode_case(ASKED["case"])
        for size, held in ANSWERS.items():
            encoder = AnswerEncoder(size)
            for policy in POLICIES.values():
                pack = policy.in_force(case, day("2025-03-10"))
                answer = assess(case, pack, MAINLAND, day("2025-03-10"))
                receipt = told(receipts.receipt(answer, case, pack))
                held_to("receipt").validate(receipt)
                held.validate(json.loads(encoder.encode(answer, receipt)))

    def test_whatever_is_changed_does_not_fit(self) -> None:
        case = decode_case(ASKED["case"])
        pack = POLICIES["online-proxy"].in_force(case, day("2025-03-10"))
        answer = assess(case, pack, MAINLAND, day("2025-03-10"))
        receipt = told(Receipts(b"a secret of this test").receipt(answer, case, pack))
        allowed = (
            Fits(
                "removed", "/(values|years|decisions|made_by/editions)/.*", "as many as there are"
            ),
            Fits("made dict", "/(values|years|decisions|made_by/editions)", "there may be none"),
            Fits("made NoneType", "/(key|case|decisions)", "there may be no key"),
        )
        refuse([("", receipt, held_to("receipt"))], allowed)


class TestRealStreams:
    """What ``xinfang assess -`` really writes, line by line."""

    def test_every_line_fits_one_of_three(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "requests"
        lines = (json.dumps(ASKED), "bad", '{"case_no": "1", "x": 1}', json.dumps(ASKED["case"]))
        path.write_text("\n".join(lines), "utf-8")
        asked = ("assess", "-", "--input-format", "jsonl", "--format", "jsonl", "--size", "brief")
        with path.open("r", encoding="utf-8") as stream:
            monkeypatch.setattr("sys.stdin", stream)
            ran = run(capsys, *asked, "--policy", "national", "--as-of", "2025-03-10")
        kinds = []
        for line in map(json.loads, ran.out.splitlines()):
            kind = "line-error" if "error" in line else "assessment-brief"
            kind = "made-by" if [*line] == ["made_by"] else kind
            held_to(kind).validate(line)
            kinds.append(kind)
        assert kinds == [
            *("made-by", "assessment-brief", "line-error", "line-error"),
            *("made-by", "assessment-brief"),
        ]

    def test_a_row_of_a_file_that_cannot_be_read(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        file = tmp_path / "r.csv"
        file.write_text("case_no,urgent\n1,2\n", "utf-8")
        found = assessed(capsys, str(file), "national", "--on-error", "mark")
        (error,) = found["cases"]
        held_to("line-error").validate(error)
        assert (error["line"], error["row"], error["case_no"]) == (2, 1, "1")
