"""Limits in hours of three districts, from their file to their answers."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from checks import assert_explained, day, deadline_of
from policy_texts import UNFILLED
from xinfang_core.assessment import assess
from xinfang_core.calendar import mainland_calendar
from xinfang_core.case import Case, Event, History
from xinfang_core.case.moments import SHANGHAI
from xinfang_core.codec import AnswerEncoder
from xinfang_core.codec.sizes import SIZES
from xinfang_core.errors import PolicyDataError
from xinfang_core.policy import read_policy
from xinfang_core.vocabulary import Declared, EventKind, Role

if TYPE_CHECKING:
    from pathlib import Path

    from xinfang_core.assessment import Assessment, Obligation
    from xinfang_core.deadline import Deadline
    from xinfang_core.decision import Decision
    from xinfang_core.policy import Policy

MAINLAND = mainland_calendar()
FILE = """\
[policy]
id = "hotline"
title = "示例热线办法"
effective = 2024-03-01
picked_by = "register"
transition = "自该日起登记的适用"

[[clause]]
id = "1"
locator = "第一条"
text = "紧急的一小时内、其余二十四小时内转办"
encoded_by = ["limit.dispatch"]

[[clause]]
id = "2"
locator = "第二条"
text = "接到后两小时内签收"
encoded_by = ["event.sign", "limit.sign_in"]

[[clause]]
id = "3"
locator = "第三条"
text = "签收后四个工作小时内反馈"
encoded_by = ["limit.first_word"]

[event.sign]
name = "签收"
clause = "2"
phrase = "签收"
basis = "stated"

[limit.dispatch]
name = "转办期限"
clause = "1"
phrase = "24小时内转办"
basis = "stated"
start = "receive"
met_by = "transfer"
owed_by = "petition_office"
owed_to = "petitioner"
by = ["urgent"]

[limit.dispatch.limit]
cells = [
  { urgent = "yes", value = 1, unit = "hour", phrase = "1小时内" },
  { urgent = "no", value = 24, unit = "hour" },
]

[limit.sign_in]
name = "签收期限"
clause = "2"
phrase = "接到后2小时内签收"
basis = "stated"
start = "transfer"
met_by = "sign"
owed_by = "handling_body"
owed_to = "petition_office"
limit = { value = 2, unit = "hour" }
extension = "none"

[limit.first_word]
name = "初次反馈期限"
clause = "3"
phrase = "4个工作小时内"
basis = "stated"
start = "sign"
met_by = "feed_back"
owed_by = "handling_body"
owed_to = "petition_office"
limit = { value = 4, unit = "working_hour" }
office_hours = "09:00-12:00 14:00-18:00"
"""
TODAY = """\
[limit.today]
name = "部署期限"
clause = "2"
phrase = "当日"
basis = "stated"
start = "transfer"
met_by = "deploy"
owed_by = "handling_body"
owed_to = "petition_office"
limit = { value = 1, unit = "same_day" }
"""
SIGN = Declared("sign", "签收")


@pytest.fixture
def hotline(tmp_path: Path) -> Policy:
    path = tmp_path / "2024-03-01.toml"
    path.write_text(FILE, encoding="utf-8")
    return read_policy(path)


def _answered(policy: Policy, as_of: str, *, urgent: bool, **events: str) -> dict[str, Deadline]:
    """Where the three limits stand; ``events`` are moments by the verb."""
    history = History(
        tuple(
            Event(SIGN if verb == "sign" else EventKind[verb], datetime.fromisoformat(at))
            for verb, at in events.items()
        )
    )
    case = Case("A-1", history, urgent=urgent)
    answer = assess(case, policy.in_force(case, day(as_of)), MAINLAND, day(as_of))
    found: dict[str, Deadline] = {}
    for name in ("dispatch", "sign_in", "first_word"):
        decision: Decision[Deadline] = answer.limits[name]
        assert_explained(decision)
        found[name] = deadline_of(decision)
    return found


def _asked(policy: Policy, as_of: str, received: str, transferred: str | None = None) -> Assessment:
    """The answer about an urgent matter, received and perhaps passed on as recorded."""
    told = ((EventKind.receive, received), (EventKind.transfer, transferred))
    events = tuple(
        Event(kind, day(at) if len(at) == len("2026-03-05") else datetime.fromisoformat(at))
        for kind, at in told
        if at
    )
    case = Case("A-1", History(events), urgent=True)
    return assess(case, policy.in_force(case, day(as_of)), MAINLAND, day(as_of))


class TestThreeLimits:
    """Dispatch within 1 or 24 hours, signing within 2, a first word within 4 working hours."""

    def test_all_in_time(self, hotline: Policy) -> None:
        # Thursday; four working hours from 10:50 are 10:50-12:00 and 14:00-16:50.
        found = _answered(
            hotline,
            "2026-03-05",
            urgent=True,
            receive="2026-03-05 08:00",
            transfer="2026-03-05 09:00",
            sign="2026-03-05 10:50",
            feed_back="2026-03-05 16:50",
        )
        assert {name: one.status.name for name, one in found.items()} == dict.fromkeys(
            ("dispatch", "sign_in", "first_word"), "met"
        )
        assert [one.due_at for one in found.values()] == [
            datetime(2026, 3, 5, hour, minute, tzinfo=SHANGHAI)
            for hour, minute in ((9, 0), (11, 0), (16, 50))
        ]

    def test_each_one_minute_late(self, hotline: Policy) -> None:
        found = _answered(
            hotline,
            "2026-03-09",
            urgent=False,
            receive="2026-03-05 08:00",
            transfer="2026-03-06 08:01",
            sign="2026-03-06 10:02",
            feed_back="2026-03-06 16:03",
        )
        assert [(one.status.name, one.overdue_working_days) for one in found.values()] == [
            ("late", 0)
        ] * 3

    def test_nothing_done(self, hotline: Policy) -> None:
        # Received on Friday at 17:00: due on Saturday; Monday the 9th is the first working day.
        found = _answered(hotline, "2026-03-09", urgent=False, receive="2026-03-06 17:00")
        assert found["dispatch"].status.name == "overdue"
        assert found["dispatch"].overdue_working_days == 1
        assert [found[name].status.name for name in ("sign_in", "first_word")] == [
            "not_started"
        ] * 2


class TestToldOutside:
    """The moment is told on the wire, in a row, and in words."""

    def test_each(self, hotline: Policy) -> None:
        at = datetime(2026, 3, 5, 8, 0)  # noqa: DTZ001 - as recorded
        case = Case("A-1", History((Event(EventKind.receive, at),)), urgent=True)
        pack = hotline.in_force(case, day("2026-03-05"))
        answer = assess(case, pack, MAINLAND, day("2026-03-05"))
        for size in SIZES:
            assert '"due_at":"2026-03-05T09:00:00+08:00"' in AnswerEncoder(size).encode(answer)
        assert "2026-03-05 09:00" in answer.explain()


class TestOwed:
    """What is owed under such a limit is owed by its moment, not by the end of that day."""

    def test_the_moment_is_told(self, hotline: Policy) -> None:
        answer = _asked(hotline, "2026-03-05", received="2026-03-05 08:00")
        owed = _to_the_petitioner(answer)
        at = datetime(2026, 3, 5, 9, 0, tzinfo=SHANGHAI)
        assert (owed.due, owed.due_at, owed.ends) == (day("2026-03-05"), at, at)
        assert owed.text() == "信访部门应在 2026-03-05 09:00 届满前转送"
        assert owed.text("en") == "the petition office is to transfer by 2026-03-05 09:00"
        for size in SIZES:
            assert owed.text() in AnswerEncoder(size).encode(answer)

    def test_without_a_time_of_day_the_day_is_told(self, hotline: Policy) -> None:
        owed = _to_the_petitioner(_asked(hotline, "2026-03-05", received="2026-03-05"))
        assert owed.due_at is None
        assert owed.text() == f"信访部门应在 {owed.due} 届满前转送"

    def test_it_comes_before_what_is_owed_by_the_end_of_that_day(self, tmp_path: Path) -> None:
        path = tmp_path / "2024-03-01.toml"
        text = FILE.replace("[limit.sign_in]", f"{TODAY}\n[limit.sign_in]")
        path.write_text(text.replace('"limit.sign_in"', '"limit.sign_in", "limit.today"'), "utf-8")
        events = {"received": "2026-03-05 08:00", "transferred": "2026-03-05 09:00"}
        answer = _asked(read_policy(path), "2026-03-05", **events)
        owed = [one for one in answer.obligations if one.due == day("2026-03-05")]
        assert [one.duty for one in owed] == [SIGN, EventKind.deploy]


def _to_the_petitioner(answer: Assessment) -> Obligation:
    """The passing-on that the district owes the petitioner."""
    (owed,) = (
        one
        for one in answer.obligations
        if (one.duty, one.creditor) == (EventKind.transfer, Role.petitioner)
    )
    return owed


class TestSilent:
    """What the source does not say leaves the limit undetermined where it is needed."""

    @pytest.mark.parametrize(
        ("there", "key"), [('met_by = "sign"', "met_by"), ('start = "transfer"', "start")]
    )
    def test_a_step(self, tmp_path: Path, there: str, key: str) -> None:
        path = tmp_path / "2024-03-01.toml"
        silent = f'{key} = {{ value = "silent", basis = "assumed", note = "请示" }}'
        path.write_text(FILE.replace(there, silent), encoding="utf-8")
        events = {"receive": "2026-03-05 08:00", "transfer": "2026-03-05 09:00"}
        found = _answered(read_policy(path), "2026-03-05", urgent=True, **events)
        assert found["sign_in"].status.name == "undetermined"

    def test_the_act_is_not_asked_for_before_the_limit_begins(self, tmp_path: Path) -> None:
        path = tmp_path / "2024-03-01.toml"
        silent = 'met_by = { value = "silent", basis = "assumed", note = "请示" }'
        path.write_text(FILE.replace('met_by = "sign"', silent), encoding="utf-8")
        events = {"receive": "2026-03-05 08:00"}
        found = _answered(read_policy(path), "2026-03-05", urgent=True, **events)
        assert found["sign_in"].status.name == "not_started"


class TestLaxer:
    """No number of hours gives a body more time than the national text, whenever it starts."""

    @pytest.mark.parametrize(
        ("count", "unit", "office", "refused"),
        [
            (24, "hour", "", False),
            (60 * 24, "hour", "", False),
            (3000, "hour", "", True),
            (100, "working_hour", '"09:00-12:00 14:00-18:00"', False),
            (900, "working_hour", '"09:00-12:00 14:00-18:00"', True),
            (900, "working_hour", '{ value = "silent", basis = "assumed", note = "请示" }', False),
        ],
    )
    def test_concluded_in_hours(
        self, tmp_path: Path, count: int, unit: str, office: str, *, refused: bool
    ) -> None:
        word = {"hour": "小时", "working_hour": "个工作小时"}[unit]
        path = tmp_path / "2024-03-01.toml"
        limit = f"""
[limit.conclusion]
name = "办结期限"
clause = "2"
phrase = "{count}{word}内办结"
basis = "stated"
start = "accept"
met_by = "conclude"
owed_by = "handling_body"
owed_to = "petitioner"
limit = {{ value = {count}, unit = "{unit}" }}
{f"office_hours = {office}" if office else ""}
"""
        head = FILE.replace('"limit.sign_in"]', '"limit.sign_in", "limit.conclusion"]')
        path.write_text(head + limit, encoding="utf-8")
        if not refused:
            assert read_policy(path).policy_id == "hotline"
            return
        with pytest.raises(PolicyDataError) as caught:
            read_policy(path)
        assert [fault.code for fault in caught.value.faults] == ["limit.laxer"]


class TestFaults:
    """What cannot stand beside a limit in hours is refused where it stands."""

    @pytest.mark.parametrize(
        ("there", "instead", "wanted"),
        [
            ('office_hours = "09:00-12:00 14:00-18:00"\n', "", "limit.first_word: 按工作小时计"),
            ('"working_hour"', '"hour"', "limit.first_word.office_hours: 只有按工作小时计的"),
            (
                'extension = "none"',
                'extension = { value = 1, unit = "working_day", phrase = "1个工作日" }',
                "limit.sign_in.extension: 按小时、分钟计的时限不能延期",
            ),
        ],
    )
    def test_one(self, tmp_path: Path, there: str, instead: str, wanted: str) -> None:
        path = tmp_path / "2024-03-01.toml"
        text = FILE.replace(there, instead)
        assert text != FILE
        path.write_text(
            text.replace("4个工作小时", "4小时") if "hour" in instead else text, "utf-8"
        )
        with pytest.raises(PolicyDataError) as caught:
            read_policy(path)
        assert wanted in "\n".join(fault.text() for fault in caught.value.faults)
        assert not UNFILLED.search(str(caught.value))

    def test_a_variant_may_read_the_hours_otherwise(self, tmp_path: Path) -> None:
        path = tmp_path / "2024-03-01.toml"
        path.write_text(
            f"""{FILE}
[variant.day_and_night]
title = "按连续的小时"
reading_of = "小时"

[variant.day_and_night.limit.first_word.limit]
value = 4
unit = "hour"
clause = "3"
basis = "interpreted"
note = "按连续计算理解"
""",
            encoding="utf-8",
        )
        varied = read_policy(path).with_variant("day_and_night")
        events = {"receive": "2026-03-05 08:00", "sign": "2026-03-05 10:50"}
        found = _answered(varied, "2026-03-05", urgent=True, **events)
        assert found["first_word"].due_at == datetime(2026, 3, 5, 14, 50, tzinfo=SHANGHAI)
