"""Receipts: the same answer replays as the same, another one says what differs and why.

``XINFANG_WRITE_GOLDEN=1 pytest tests/codec/test_receipts.py`` writes the golden receipts anew.
"""

from __future__ import annotations

import json
import os
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import rfc8785
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import UNFILLED
from command import TOP
from strategies import at_least, cases, packs
from xinfang_core.assessment import assess
from xinfang_core.calendar import ArrangedDay, Notice, WorkCalendar, mainland_calendar
from xinfang_core.case import Agent, Case
from xinfang_core.codec import decode_case, read_records
from xinfang_core.codec.plain import plain
from xinfang_core.codec.receipts import Receipts, canonical
from xinfang_core.codec.replaying import Receipt, Replayed, read_receipt, replay
from xinfang_core.decision import RuleName
from xinfang_core.errors import MisuseError, RecordError, XinfangError
from xinfang_core.policy import load_policy, policy_ids, read_policy
from xinfang_core.rules.limits import reply_deadline
from xinfang_core.vocabulary import AgentCategory, Undetermined

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from xinfang_core.codec.plain import Json
    from xinfang_core.policy import Policy, PolicyPack

KEY = b"a secret of this test"
MAINLAND = mainland_calendar()
STORIES = TOP / "examples" / "stories"
GOLDEN = TOP / "tests" / "golden" / "receipts.jsonl"
AS_OF = date(2026, 5, 21)
CASE = decode_case(
    {
        "case_no": "王小明-110101199003078515",
        "received_at": "2025-09-30",
        "accepted_at": "2025-09-30",
        "urgent": True,
        "agent_no": "李-13800138000",
    }
)
ONLINE = load_policy("online-proxy")


def made(
    case: Case = CASE,
    policy: Policy = ONLINE,
    calendar: WorkCalendar = MAINLAND,
    key: bytes | None = KEY,
) -> Receipt:
    """The receipt of an answer, as it comes back from where it was kept."""
    pack = policy.in_force(case, AS_OF)
    answer = assess(case, pack, calendar, AS_OF)
    return read_receipt(json.loads(json.dumps(Receipts(key).receipt(answer, case, pack))))


def told(found: Replayed) -> list[tuple[str, str]]:
    """Codes and names of what differs; each says so in both languages."""
    for one in found.differences:
        assert not UNFILLED.search(one.text("zh") + one.text("en"))
    pairs = ((one.code, dict(one.facts).get("name", "")) for one in found.differences)
    return [(code, name.rule if isinstance(name, RuleName) else str(name)) for code, name in pairs]


def stories() -> dict[str, tuple[Policy, Case]]:
    """The golden stories, each with its policy."""
    found = {}
    for file in sorted(STORIES.glob("*.json")):
        policy = load_policy(file.stem.removesuffix("-wrong"))
        (case,) = read_records(file).cases
        found[file.stem] = policy, case
    return found


class TestTheSame:
    """What was answered is answered again."""

    def test_every_golden_receipt(self) -> None:
        """Only the library itself may be a later one."""
        known = stories()
        if os.environ.get("XINFANG_WRITE_GOLDEN"):
            lines = (made(case, policy).data for policy, case in known.values())
            text = "".join(json.dumps(one, sort_keys=True) + "\n" for one in lines)
            GOLDEN.write_text(text, "utf-8", newline="\n")
        kept = GOLDEN.read_text("utf-8").splitlines()
        for line, (name, (policy, case)) in zip(kept, known.items(), strict=True):
            receipt = read_receipt(json.loads(line))
            found = replay(receipt, case, policy, MAINLAND, KEY)
            assert found.same, (name, told(found))
            assert {code for code, _ in told(found)} <= {"replay.library"}, name

    @pytest.mark.parametrize("policy_id", policy_ids())
    @pytest.mark.parametrize("key", [KEY, None])
    def test_under_every_policy(self, policy_id: str, key: bytes | None) -> None:
        policy = load_policy(policy_id)
        receipt = made(policy=policy, key=key)
        assert receipt.policy_id == policy_id
        assert replay(receipt, CASE, policy, MAINLAND, key) == Replayed(same=True, differences=())

    def test_what_was_pinned_is_pinned_again(self) -> None:
        policy = load_policy("national")
        pack = policy.on(date(2006, 1, 1))
        answer = assess(CASE, pack, MAINLAND, AS_OF)
        receipt = read_receipt(Receipts(KEY).receipt(answer, CASE, pack))
        assert replay(receipt, CASE, policy, MAINLAND, KEY) == Replayed(same=True, differences=())

    def test_notices_that_came_later_are_left_out_again(self) -> None:
        then = MAINLAND.known_on(date(2025, 6, 1))
        found = replay(made(calendar=then), CASE, ONLINE, MAINLAND, KEY)
        assert found == Replayed(same=True, differences=())

    def test_a_variant_is_read_again(self) -> None:
        receipt = made(policy=ONLINE.with_variant("calendar_days"))
        assert replay(receipt, CASE, ONLINE, MAINLAND, KEY).same

    def test_an_answer_that_carries_its_receipt_will_do(self) -> None:
        receipt = made()
        assert read_receipt({"case_no": "1", "receipt": receipt.data}) == receipt


@pytest.fixture
def other(tmp_path: Path) -> Policy:
    """The policy with another number in it, though under the same label."""
    folder = TOP / "src" / "xinfang_core" / "policies" / "online-proxy"
    (file,) = folder.glob("*.toml")
    text = file.read_text("utf-8")
    before = '{ reply_kind = "urgent", value = 1, phrase = "紧急事项1日内回复" }'
    assert before in text
    changed = text.replace(before, before.replace("= 1,", "= 2,").replace("1日", "2日"))
    path = tmp_path / "online-proxy" / file.name
    path.parent.mkdir()
    path.write_text(changed, "utf-8")
    return read_policy(path.parent)


class TestWhatDiffers:
    """A value, a notice, the record, a rule: each is named."""

    def test_a_value(self, other: Policy) -> None:
        found = replay(made(), CASE, other, MAINLAND, KEY)
        assert not found.same
        names = told(found)
        assert names[:2] == [
            ("replay.edition", "online-proxy@undated"),
            ("replay.values", "reply_deadline"),
        ]
        assert ("replay.decision", "reply_deadline") in names
        assert "replay.code" not in dict(names)

    def test_a_value_is_named_without_a_key_too(self, other: Policy) -> None:
        found = replay(made(key=None), CASE, other, MAINLAND)
        assert [code for code, _ in told(found)] == ["replay.edition", "replay.values"]

    def test_a_notice(self) -> None:
        (notice,) = (one for one in MAINLAND.notices if one.year == 2025 and not one.amends)
        days = tuple(one for one in notice.days if one.day != date(2025, 10, 8))
        others = (one for one in MAINLAND.notices if one is not notice)
        now = WorkCalendar((*others, evolve(notice, days=days)))
        found = replay(made(), CASE, ONLINE, now, KEY)
        assert ("replay.year", "2025") in told(found)
        assert ("replay.decision", "reply_deadline") in told(found)
        assert ("replay.notice_new", "") in told(found)

    def test_a_notice_that_is_imported_or_gone(self) -> None:
        notice = Notice(
            title="试", year=2027, issued=date(2026, 11, 20), number="试1", link="",
            days=(ArrangedDay(date(2027, 1, 1), worked=False, name="元旦"),),
        )  # fmt: skip
        more = MAINLAND.with_notice(notice)
        codes = [code for code, _ in told(replay(made(), CASE, ONLINE, more, KEY))]
        assert {"replay.settled", "replay.notice_new", "replay.year"} <= {*codes}
        codes = [code for code, _ in told(replay(made(calendar=more), CASE, ONLINE, MAINLAND, KEY))]
        assert "replay.notice_gone" in codes
        assert replay(made(calendar=more), CASE, ONLINE, more, KEY).differences == ()

    def test_the_record(self) -> None:
        found = replay(made(), evolve(CASE, urgent=False), ONLINE, MAINLAND, KEY)
        assert told(found)[0] == ("replay.case", "")
        number = replay(made(), evolve(CASE, case_no="2"), ONLINE, MAINLAND, KEY)
        assert told(number) == [("replay.case", "")]

    def test_a_rule(self, monkeypatch: pytest.MonkeyPatch) -> None:
        receipt = made()
        decide = reply_deadline.apply

        def otherwise(*arguments: Any) -> object:  # noqa: ANN401 - handed on
            return decide(*arguments)._replace(outcome=Undetermined.undetermined)

        monkeypatch.setattr(reply_deadline, "apply", otherwise)
        found = told(replay(receipt, CASE, ONLINE, MAINLAND, KEY))
        assert ("replay.decision", "reply_deadline") in found
        assert found[-1] == ("replay.code", "")
        assert {code for code, _ in found} == {"replay.decision", "replay.code"}

    def test_a_rule_without_a_key(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """It may be the record as well: nothing is claimed that nobody can know."""
        receipt = made(key=None)
        other = evolve(CASE, urgent=False)
        assert told(replay(receipt, other, ONLINE, MAINLAND)) == [("replay.record_or_code", "")]
        monkeypatch.setattr(reply_deadline, "apply", lambda *_: None)
        assert told(replay(receipt, CASE, ONLINE, MAINLAND)) == [("replay.record_or_code", "")]

    def test_only_words(self) -> None:
        """Of a decision that is the same in all but its sentence the answer is another text."""
        data = {**made().data, "answer": "0"}
        found = told(replay(Receipt(data), CASE, ONLINE, MAINLAND, KEY))
        assert found == [("replay.words", ""), ("replay.code", "")]

    def test_another_library(self) -> None:
        data = {**made().data, "answer": "0"}
        data["made_by"] = {**_made_by(data), "library": "0.1.0"}
        found = told(replay(Receipt(data), CASE, ONLINE, MAINLAND, KEY))
        assert found == [("replay.library", ""), ("replay.words", "")]

    @pytest.mark.parametrize(
        ("then", "now"), [(KEY, b"another secret of this"), (KEY, None), (None, KEY)]
    )
    def test_another_key_is_refused(self, then: bytes | None, now: bytes | None) -> None:
        with pytest.raises(MisuseError) as caught:
            replay(made(key=then), CASE, ONLINE, MAINLAND, now)
        assert [one.code for one in caught.value.faults] == ["receipt.other_key"]

    def test_another_region(self) -> None:
        receipt = made(calendar=mainland_calendar("450000"))
        assert receipt.regions == ("450000",)
        found = told(replay(receipt, CASE, ONLINE, MAINLAND, KEY))
        assert ("replay.region", "") in found
        assert "replay.year" not in dict(found)


class TestSections:
    """The values of a receipt go by the names that policy files have."""

    def test_what_a_policy_declares_itself(self) -> None:
        for folder in sorted((TOP / "examples" / "localities").iterdir()):
            if folder.is_dir():
                policy = read_policy(folder)
                values: Any = made(policy=policy).data["values"]
                named = {*policy.editions[0].params} - {"workflow"}
                assert named <= {*values}, folder.name


class TestSecrets:
    """No fact of a case can be read from a receipt, or guessed without the key."""

    def test_nothing_personal_stands_in_it(self) -> None:
        case = evolve(CASE, agent=Agent(AgentCategory.community_volunteer, agent_no="李四"))
        for key in (KEY, None):
            text = json.dumps(made(case, key=key).data, ensure_ascii=False)
            for word in ("王小明", "110101", "李四", KEY.decode(), "2025-09-30", "urgent_matter"):
                assert word not in text

    def test_without_a_key_there_is_no_hash_of_the_case(self) -> None:
        data = made(key=None).data
        assert (data["key"], data["case"], data["decisions"]) == (None, None, None)

    def test_a_key_that_could_be_guessed_is_refused(self) -> None:
        with pytest.raises(MisuseError) as caught:
            Receipts(b"secret")
        assert [one.code for one in caught.value.faults] == ["receipt.key_short"]

    def test_the_key_is_not_shown(self) -> None:
        assert KEY.decode() not in repr(Receipts(KEY))


class TestCanonicalJson:
    """RFC 8785, of what answers are made of."""

    @given(case=cases(), pack=packs())
    @at_least(30)
    def test_a_receipt_is_as_the_standard_writes_it(self, case: Case, pack: PolicyPack) -> None:
        answer = assess(case, pack, MAINLAND, AS_OF)
        receipts = Receipts(KEY)
        receipt = receipts.receipt(answer, case, pack)
        assert canonical(receipt) == rfc8785.dumps(receipt)  # type: ignore[arg-type]

    @given(
        value=st.recursive(
            st.none()
            | st.booleans()
            | st.integers(-(2**53) + 1, 2**53 - 1)
            | st.decimals(0, 10**12, places=2).map(plain)
            | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text("abc_xyz0"), inner),
        )
    )
    def test_any_value_of_ours(self, value: object) -> None:
        assert canonical(value) == rfc8785.dumps(value)  # type: ignore[arg-type]


SPOILED: tuple[Callable[[Json], Json], ...] = (
    lambda _: {},
    lambda data: {**data, "policy": 1},
    lambda data: {**data, "receipt": 2},
    lambda data: {**data, "values": []},
    lambda data: {**data, "decisions": "x"},
    lambda data: {key: one for key, one in data.items() if key != "answer"},
    lambda data: {**data, "made_by": {}},
    lambda data: {**data, "made_by": {**_made_by(data), "as_of": "tomorrow"}},
    lambda data: {**data, "made_by": {**_made_by(data), "calendar": {"known_on": 5}}},
    lambda data: {**data, "made_by": {**_made_by(data), "allow_assumed": 1}},
    lambda data: _with_calendar(data, "notices"),
    lambda data: _with_calendar(data, "regions"),
    lambda data: _with_calendar(data, "settled_through"),
    lambda data: _with_calendar(data, "known_on"),
)


def _made_by(data: Json) -> Json:
    made_by: Any = data["made_by"]
    return dict(made_by)


def _with_calendar(data: Json, name: str) -> Json:
    """With a number where none belongs."""
    made_by: Any = _made_by(data)
    return {**data, "made_by": {**made_by, "calendar": {**made_by["calendar"], name: 5}}}


class TestWhatIsNoReceipt:
    """It is refused, and nothing else happens."""

    @pytest.mark.parametrize("spoil", SPOILED)
    def test_a_member_that_is_wrong(self, spoil: Callable[[Json], Json]) -> None:
        with pytest.raises(RecordError) as caught:
            read_receipt(spoil(dict(made().data)))
        assert {one.code for one in caught.value.faults} <= {"receipt.not_ours", "receipt.version"}

    @given(
        member=st.sampled_from(("values", "years", "decisions", "made_by", "key", "case")),
        value=st.none() | st.text() | st.dictionaries(st.text(), st.integers() | st.text()),
    )
    @at_least(50)
    def test_whatever_stands_in_it(self, member: str, value: object) -> None:
        try:
            receipt = read_receipt({**RECEIPT, member: value})
            replay(receipt, CASE, ONLINE, MAINLAND, KEY)
        except XinfangError:
            pass

    def test_without_a_key_the_answer_alone_is_hashed(self) -> None:
        """With one nothing is that could be guessed."""
        assert made().data["answer"] != made(key=None).data["answer"]
        assert made().data["answer"] == made().data["answer"]


RECEIPT = dict(made().data)
