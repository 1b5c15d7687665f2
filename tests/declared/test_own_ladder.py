"""Which step is reached of a ladder that a policy declares itself."""

from __future__ import annotations

import csv
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from assessing import EXAMPLES, MAINLAND
from checks import assert_explained, assert_speaks, codes, day, rated
from command import run
from policy_texts import complaint, written
from xinfang_core.assessment import assess
from xinfang_core.case import Case, Event, History
from xinfang_core.codec import AnswerEncoder
from xinfang_core.codec.csv_answers import columns_of
from xinfang_core.codec.outcomes import outcome_json
from xinfang_core.deadline import Deadline
from xinfang_core.decision import Decision, Reason, RuleName
from xinfang_core.declared.ladder import Params, Watched, decide
from xinfang_core.errors import UnknownNameError
from xinfang_core.policy import read_policy
from xinfang_core.policy.cautions import cautions
from xinfang_core.sources import Citation, CitedList, Sourced, Table
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    Declared,
    EventKind,
    Grade,
    OutsideAs,
    Role,
    Severity,
    Status,
    Undetermined,
)

if TYPE_CHECKING:
    from pathlib import Path

    from xinfang_core.vocabulary import Step

HEAD = """\
[policy]
id = "mouqu"
title = "某区督办办法"
effective = "undated"
picked_by = "register"
transition = "自始适用"

[[clause]]
id = "5"
locator = "第五条"
text = "红黄牌督办"
encoded_by = ["event.yellow_card", "event.red_card", "ladder.cards", "limit.handle"]

[limit.handle]
name = "办理时限"
clause = "5"
basis = "stated"
phrase = "5个工作日"
start = "assign"
met_by = "conclude"
owed_by = "handling_body"
owed_to = "petition_office"
limit = { value = 5, unit = "working_day" }

[event.yellow_card]
name = "黄牌"
clause = "5"
basis = "stated"
phrase = "黄牌"

[event.red_card]
name = "红牌"
clause = "5"
basis = "stated"
phrase = "红牌"
"""

CARDS = """\
[ladder.cards]
name = "红黄牌督办"
clause = "5"
basis = "stated"
phrase = "红牌、黄牌"
steps = ["yellow_card", "red_card"]
taken_by = "petition_office"
taken_about = "handling_body"
limit = "handle"
left = { cells = [{ step = "yellow_card", value = 1, phrase = "前1个工作日" }] }
overdue = { cells = [{ step = "red_card", value = 1, phrase = "逾期1个工作日" }] }
"""

THRICE = '{ unit = "time", cells = [{ step = "red_card", value = 3, phrase = "3次" }] }'
CITED = Citation("某区督办办法", "第五条", "", Basis.stated)
YELLOW, RED, REDO = (
    Declared("yellow_card", "黄牌"),
    Declared("red_card", "红牌"),
    Declared("redo", "重办"),
)
HANDLE = Declared("handle", "办理时限")


def _table(**cells: object) -> Table[Step, Any]:
    return Table({Declared(name): Sourced(value, CITED) for name, value in cells.items()})


def _steps(*steps: Step) -> CitedList[Step]:
    return CitedList(tuple(Sourced(one, CITED) for one in steps), CITED)


LADDER = Params(
    Sourced("红黄牌督办", CITED),
    _steps(YELLOW, RED),
    Sourced(Role.petition_office, CITED),
    Sourced(Role.handling_body, CITED),
    limit=Sourced("handle", CITED),
    left=_table(yellow_card=1),
    overdue=_table(red_card=1),
)
COUNTING = evolve(
    LADDER,
    limit=None,
    left=None,
    overdue=None,
    counted=_steps(REDO, EventKind.transfer),
    times=_table(yellow_card=1, red_card=3),
)


def _watched(status: Status, due: str | None = None, late: int = 0) -> Watched:
    deadline = Deadline(status, day(due) if due else None, overdue_working_days=late)
    return Watched(HANDLE, Decision(deadline, (Reason("deadline.started", (), CITED),)))


def _reached(
    watched: Watched | None, as_of: str, *events: Event, params: Params = LADDER
) -> Decision[Step]:
    decision = decide(watched, History(events), day(as_of), params, MAINLAND)
    assert_explained(decision)
    assert_speaks(decision.reasons)
    assert_speaks([one.reason for one in decision.findings])
    return decision


def _took(step: Step, on: str) -> Event:
    return Event(step, day(on))


class TestDaysOfALimit:
    """A yellow card one working day before the last day, a red one on the first after it."""

    # 14 March 2025 is a Friday.
    @pytest.mark.parametrize(
        ("as_of", "due", "step"),
        [
            ("2025-03-12", "2025-03-14", Absent.none),
            ("2025-03-13", "2025-03-14", YELLOW),
            ("2025-03-14", "2025-03-14", YELLOW),
            ("2025-03-13", "2025-03-17", Absent.none),
            ("2025-03-14", "2025-03-17", YELLOW),
            ("2025-03-16", "2025-03-17", YELLOW),
        ],
    )
    def test_working_days_left(self, as_of: str, due: str, step: object) -> None:
        assert _reached(_watched(Status.open, due), as_of).outcome == step

    @pytest.mark.parametrize(("late", "step"), [(0, YELLOW), (1, RED), (9, RED)])
    def test_working_days_past(self, late: int, step: Step) -> None:
        decision = _reached(_watched(Status.overdue, "2025-03-14", late), "2025-03-17")
        assert decision.outcome == step

    def test_a_ladder_of_days_left_alone_stays_reached_when_the_limit_has_passed(self) -> None:
        warned = evolve(LADDER, steps=_steps(YELLOW), overdue=None)
        late = _watched(Status.overdue, "2025-03-14", 3)
        decision = _reached(late, "2025-03-19", params=warned)
        assert decision.outcome == YELLOW
        assert decision.reasons[0].text() == "办理时限已届满，应采取黄牌"

    @pytest.mark.parametrize("status", [Status.met, Status.late, Status.not_started])
    def test_a_limit_that_does_not_run_moves_nobody(self, status: Status) -> None:
        assert _reached(_watched(status, "2025-03-14", 2), "2025-03-19").outcome is Absent.none

    def test_a_limit_that_does_not_apply_moves_nobody(self) -> None:
        idle = Watched(HANDLE, Decision(Absent.none, ()))
        assert _reached(idle, "2025-03-19").outcome is Absent.none

    @pytest.mark.parametrize(
        "unknown",
        [
            _watched(Status.undetermined),
            Watched(HANDLE, Decision(Undetermined.undetermined, ())),
            Watched(HANDLE, None),
            Watched(RuleName("reply_deadline"), None),
        ],
    )
    def test_where_the_limit_stands_unknown_the_step_is_unknown(self, unknown: Watched) -> None:
        decision = _reached(unknown, "2025-03-19")
        assert decision.outcome is Undetermined.undetermined
        assert decision.missing == (unknown.key,)

    def test_a_day_outside_of_the_calendar_is_not_guessed(self) -> None:
        decision = _reached(_watched(Status.open, "2090-03-14"), "2025-03-13")
        assert decision.outcome is Undetermined.undetermined

    def test_a_silent_threshold_leaves_the_step_open(self) -> None:
        silent = evolve(LADDER, overdue=_table(red_card=Absent.silent))
        decision = _reached(_watched(Status.open, "2025-03-14"), "2025-03-13", params=silent)
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]

    def test_days_of_no_limit_move_nobody(self) -> None:
        assert (
            _reached(None, "2025-03-13", params=evolve(LADDER, limit=None)).outcome is Absent.none
        )


class TestAnyLadderOfDays:
    """Whatever the numbers of a policy: a day later never lowers the step of an open limit."""

    @given(
        st.lists(st.integers(0, 20), max_size=3).map(lambda some: sorted(some, reverse=True)),
        st.lists(st.integers(1, 20), max_size=3).map(sorted),
        st.integers(1, 60),
    )
    def test_a_day_later_never_lowers_it(
        self, left: list[int], overdue: list[int], after: int
    ) -> None:
        before = [Declared(f"before_{place}") for place, _ in enumerate(left)]
        past = [Declared(f"past_{place}") for place, _ in enumerate(overdue)]
        steps = (*before, *past, RED)
        params = evolve(
            LADDER,
            steps=_steps(*steps),
            left=_table(**{one.name: days for one, days in zip(before, left, strict=True)}),
            overdue=_table(**{one.name: days for one, days in zip(past, overdue, strict=True)}),
            counted=_steps(REDO),
            times=_table(red_card=1),
        )
        due, one = day("2025-03-31"), day("2025-03-03") + timedelta(days=after)
        places = []
        for as_of in (one, one + timedelta(days=1)):
            late = max(MAINLAND.find_between(due, as_of) or 0, 0) if as_of > due else 0
            status = Status.overdue if as_of > due else Status.open
            watched = _watched(status, str(due), late)
            step = decide(watched, History(), as_of, params, MAINLAND).outcome
            places.append(-1 if step is Absent.none else steps.index(step))
        assert places[0] <= places[1]


class TestTimes:
    """Redone once, or passed on once: a yellow card; three times: a red one."""

    @pytest.mark.parametrize(
        ("redone", "passed_on", "step"),
        [(0, 0, Absent.none), (1, 0, YELLOW), (2, 2, YELLOW), (0, 3, RED), (4, 0, RED)],
    )
    def test_each_is_counted_on_its_own(self, redone: int, passed_on: int, step: object) -> None:
        events = [_took(REDO, f"2025-03-1{n}") for n in range(redone)]
        events += [_took(EventKind.transfer, f"2025-03-1{n}") for n in range(passed_on)]
        assert _reached(None, "2025-03-19", *events, params=COUNTING).outcome == step

    def test_a_silent_number_leaves_the_step_open(self) -> None:
        silent = evolve(COUNTING, times=_table(yellow_card=Absent.silent, red_card=3))
        decision = _reached(None, "2025-03-19", params=silent)
        assert decision.outcome is Undetermined.undetermined

    @given(st.permutations([_took(REDO, f"2025-03-1{n}") for n in range(4)]), st.integers(0, 4))
    def test_the_order_of_recording_is_irrelevant_and_more_never_lowers_the_step(
        self, events: list[Event], count: int
    ) -> None:
        ladder = (Absent.none, YELLOW, RED)
        fewer = decide(None, History(tuple(events[:count])), day("2025-03-19"), COUNTING, MAINLAND)
        every = decide(None, History(tuple(events)), day("2025-03-19"), COUNTING, MAINLAND)
        assert ladder.index(every.outcome) >= ladder.index(fewer.outcome)
        turned = History(tuple(reversed(events[:count])))
        assert fewer == decide(None, turned, day("2025-03-19"), COUNTING, MAINLAND)


REDONE_AND_RATED = evolve(
    COUNTING,
    steps=_steps(RED),
    counted=_steps(REDO),
    times=_table(red_card=1),
    rated=_table(red_card=Grade.dissatisfied),
)


class TestRating:
    """Redone, and still rated dissatisfied."""

    @pytest.mark.parametrize(
        ("events", "step"),
        [
            ((), Absent.none),
            ((_took(REDO, "2025-03-10"),), Absent.none),
            ((rated("2025-03-12", Grade.dissatisfied, Role.handling_body),), Absent.none),
            (
                (
                    _took(REDO, "2025-03-10"),
                    rated("2025-03-12", Grade.dissatisfied, Role.handling_body),
                ),
                RED,
            ),
            (
                (
                    rated("2025-03-07", Grade.dissatisfied, Role.handling_body),
                    _took(REDO, "2025-03-10"),
                ),
                Absent.none,
            ),
            (
                (_took(REDO, "2025-03-10"), rated("2025-03-12", Grade.dissatisfied, Role.agent)),
                Absent.none,
            ),
            (
                (
                    _took(REDO, "2025-03-10"),
                    rated("2025-03-12", Grade.dissatisfied, Role.handling_body),
                    rated("2025-03-13", Grade.satisfied, Role.handling_body),
                ),
                Absent.none,
            ),
        ],
    )
    def test_the_last_rating_of_the_body_after_the_redoing(
        self, events: tuple[Event, ...], step: object
    ) -> None:
        decision = _reached(None, "2025-03-19", *events, params=REDONE_AND_RATED)
        assert decision.outcome == step

    def test_a_rating_alone_may_be_enough(self) -> None:
        alone = evolve(REDONE_AND_RATED, counted=None, times=None)
        bad = rated("2025-03-12", Grade.dissatisfied, Role.handling_body)
        assert _reached(None, "2025-03-19", bad, params=alone).outcome == RED

    def test_a_silent_grade_leaves_the_step_open(self) -> None:
        silent = evolve(REDONE_AND_RATED, rated=_table(red_card=Absent.silent))
        decision = _reached(None, "2025-03-19", _took(REDO, "2025-03-10"), params=silent)
        assert decision.outcome is Undetermined.undetermined


class TestWhoActs:
    """A step that is reached is owed by whom the policy says, until it is on record."""

    LATE = _watched(Status.overdue, "2025-03-14", 2)

    def test_it_is_owed_while_it_is_not_taken(self) -> None:
        (finding,) = _reached(self.LATE, "2025-03-18").findings
        assert finding.severity is Severity.notice
        assert finding.duty is not None
        assert finding.duty[:3] == (RED, Role.petition_office, Role.handling_body)

    def test_a_lower_step_does_not_stand_for_it_and_a_higher_one_does(self) -> None:
        assert _reached(self.LATE, "2025-03-18", _took(YELLOW, "2025-03-13")).findings
        assert not _reached(self.LATE, "2025-03-18", _took(RED, "2025-03-17")).findings
        due = _watched(Status.open, "2025-03-19")
        assert not _reached(due, "2025-03-18", _took(RED, "2025-03-17")).findings

    def test_where_the_source_does_not_say_who_nobody_is_obliged(self) -> None:
        unsaid = evolve(LADDER, taken_by=Sourced(Absent.silent, CITED))
        (finding,) = _reached(self.LATE, "2025-03-18", params=unsaid).findings
        assert finding.duty is None


def _policy(tmp_path: Path, *parts: str) -> Path:
    return written(tmp_path / "mouqu", undated="\n".join((HEAD, *parts)))


class TestInAnAnswer:
    """It stands under ``follow_through.declared`` and is asked for by its key."""

    CASE = Case(
        case_no="甲-1",
        history=History(
            tuple(
                Event(kind, day("2025-03-03"))
                for kind in (EventKind.receive, EventKind.register, EventKind.assign)
            )
        ),
    )

    def test_the_step_is_told_and_owed(self, tmp_path: Path) -> None:
        policy = read_policy(_policy(tmp_path, CARDS))
        answer = assess(self.CASE, policy.on(day("2025-03-03")), MAINLAND, day("2025-03-11"))
        assert answer.follow_through["cards"].outcome == RED
        assert answer.decision("cards") == answer.follow_through["cards"]
        assert answer.decision("handle") == answer.limits["handle"]
        assert answer.title("cards") == "红黄牌督办"
        assert answer.own_titles == {"handle": "办理时限", "cards": "红黄牌督办"}
        assert "信访部门应完成“红牌”" in [one.text() for one in answer.obligations]
        assert "红黄牌督办: 红牌" in answer.explain()

    @pytest.mark.parametrize("size", ["standard", "full"])
    def test_it_is_on_the_wire(self, tmp_path: Path, size: str) -> None:
        policy = read_policy(_policy(tmp_path, CARDS))
        answer = assess(self.CASE, policy.on(day("2025-03-03")), MAINLAND, day("2025-03-11"))
        told = AnswerEncoder(size).encode(answer)
        assert '"declared":{"cards":{"outcome":"red_card","title":"红牌"' in told

    @pytest.mark.parametrize(("limit", "asked"), [("notice_deadline", False), ("handle", True)])
    def test_what_is_no_petition_matter_asks_no_ladder_of_the_regulation(
        self, tmp_path: Path, limit: str, *, asked: bool
    ) -> None:
        text = CARDS.replace('limit = "handle"', f'limit = "{limit}"')
        policy = read_policy(_policy(tmp_path, text))
        case = evolve(self.CASE, petition=False, outside_as=next(iter(OutsideAs)))
        answer = assess(case, policy.on(day("2025-03-03")), MAINLAND, day("2025-03-19"))
        assert answer.outside is not None
        assert (Declared("cards") in answer.follow_through.declared) is asked
        assert ("cards" in answer.follow_through) is asked
        assert [*answer.follow_through] == (["cards"] if asked else [])

    @pytest.mark.parametrize("pinned", ["", "@2025-01-01"])
    @pytest.mark.parametrize(
        ("labels", "header", "cell"),
        [
            ("en", "urging", "circular"),
            ("zh", "逾期催办、通报", "通报"),
        ],
    )
    def test_it_is_a_column_of_a_table(
        self, capsys: pytest.CaptureFixture[str], pinned: str, labels: str, header: str, cell: str
    ) -> None:
        folder = EXAMPLES / "localities" / "bureau-12345"
        chosen = ("--policy", f"{folder}{pinned}", "--as-of", "2025-11-28", "--format", "csv")
        asked = (str(folder / "cases.json"), *chosen, "--columns", "all", "--labels", labels)
        ran = run(capsys, "assess", *asked)
        rows = [*csv.DictReader(ran.out.removeprefix("\ufeff").splitlines())]
        assert rows[-1][header] == cell

    def test_a_national_limit_may_move_it(self, tmp_path: Path) -> None:
        text = CARDS.replace('limit = "handle"', 'limit = "notice_deadline"')
        policy = read_policy(_policy(tmp_path, text))
        answer = assess(self.CASE, policy.on(day("2025-03-03")), MAINLAND, day("2025-03-19"))
        decision = answer.follow_through["cards"]
        assert decision.outcome == RED
        assert decision.reasons[0].text() == "告知期限已逾期 1 个工作日，逾期 1 个起应采取红牌"

    def test_an_unknown_one_is_refused_with_the_nearest(self, tmp_path: Path) -> None:
        policy = read_policy(_policy(tmp_path, CARDS))
        answer = assess(self.CASE, policy.on(day("2025-03-03")), MAINLAND, day("2025-03-11"))
        with pytest.raises(UnknownNameError, match="cards"):
            answer.follow_through["card"]


LETTERS = """\
[copied_notice]
steps = { steps = ["first_copy"], clause = "5", basis = "stated", phrase = "一级抄告" }
limit = { value = "handle", clause = "5", basis = "stated", phrase = "办理时限" }
measure = { value = "overdue_working_days", clause = "5", basis = "stated", phrase = "逾期" }

[copied_notice.reached]
clause = "5"
basis = "stated"
bands = [
  { from = 0, value = "none" },
  { from = 2, value = "first_copy", phrase = "逾期2个工作日" },
]
"""


class TestShippedLadder:
    """A ladder of ours goes by a limit that the policy declares."""

    @pytest.mark.parametrize(
        ("as_of", "step"), [("2025-03-11", "none"), ("2025-03-12", "first_copy")]
    )
    def test_the_limit_that_it_names(self, tmp_path: Path, as_of: str, step: str) -> None:
        policy = read_policy(_policy(tmp_path, CARDS, LETTERS))
        case = TestInAnAnswer.CASE
        answer = assess(case, policy.on(day("2025-03-03")), MAINLAND, day(as_of))
        decision = answer.decision("copied_notice")
        assert decision is not None
        assert decision.outcome.name == step  # type: ignore[attr-defined]
        assert decision.reasons[0].text().startswith("办理时限的逾期工作日数为")

    def test_without_a_name_the_declared_limits_are_its_own(self, tmp_path: Path) -> None:
        silent = LETTERS.replace('value = "handle"', 'value = "silent", note = "未写明"')
        policy = read_policy(_policy(tmp_path, CARDS, silent))
        case = TestInAnAnswer.CASE
        answer = assess(case, policy.on(day("2025-03-03")), MAINLAND, day("2025-03-12"))
        decision = answer.decision("copied_notice")
        assert decision is not None
        assert decision.outcome.name == "first_copy"  # type: ignore[attr-defined]
        assert codes(decision.reasons)[1] == "ladder.own_limits"

    def test_who_is_late_is_who_owes_the_limit(self, tmp_path: Path) -> None:
        text = HEAD.replace('owed_by = "handling_body"', 'owed_by = "competent_department"')
        path = written(tmp_path / "mouqu", undated=f"{text}\n{CARDS}\n{LETTERS}")
        case = TestInAnAnswer.CASE
        answer = assess(case, read_policy(path).on(day("2025-03-03")), MAINLAND, day("2025-03-12"))
        assert "信访部门应督办事权部门" in [one.text() for one in answer.obligations]

    def test_an_undeclared_limit_is_refused_with_the_nearest(self, tmp_path: Path) -> None:
        text = LETTERS.replace('value = "handle"', 'value = "handel"')
        told = complaint(_policy(tmp_path, CARDS, text))
        assert "没有名为“handel”的期限，是否为“handle”？" in told


class TestReading:
    """What a ladder says has to agree; each fault is told where it stands."""

    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            (
                'limit = "handle"\n',
                'limit = "handel"\n',
                "没有名为“handel”的期限，是否为“handle”？",
            ),
            ('limit = "handle"\n', "", "须同时写明 limit"),
            ('step = "red_card"', 'step = "accept"', "不在本办法所列之中"),
            ('"red_card"]', '"red_card", "reopen"]', "未写明何时采取“重新办理”"),
            ('"red_card"]', '"red_crad"]', "是否为“red_card”？"),
            (
                'steps = ["yellow_card", "red_card"]',
                'steps = { value = "silent", note = "未写明" }',
                "阶梯须列出各级",
            ),
            (
                'value = 1, phrase = "逾期1个工作日"',
                'value = 0, phrase = "0个工作日"',
                "须从 1 起",
            ),
            ('value = 1, phrase = "逾期1个工作日"', 'value = -1, phrase = "1"', "不能为负数"),
            (
                "left = {",
                f"times = {THRICE}\nleft = {{",
                "须同时写明 counted",
            ),
            (
                'cells = [{ step = "red_card"',
                'cells = [{ step = "yellow_card", value = 2, phrase = "2" }, { step = "red_card"',
                "次序有误",
            ),
            ('cells = [{ step = "red_card"', 'cells = [{ stp = "red_card"', "是否为“step”"),
            ('taken_by = "petition_office"\n', "", "缺少“taken_by”"),
        ],
    )
    def test_faults(self, tmp_path: Path, old: str, new: str, told: str) -> None:
        assert CARDS.count(old) == 1
        assert told in complaint(_policy(tmp_path, CARDS.replace(old, new)))

    def test_a_limit_that_nobody_has_is_refused_at_its_line(self, tmp_path: Path) -> None:
        text = CARDS.replace('limit = "handle"', 'limit = "reply_deadline"')
        told = complaint(_policy(tmp_path, text))
        line = 1 + f"{HEAD}\n{text}".split('limit = "reply_deadline"')[0].count("\n")
        assert f"undated.toml:{line}:" in told
        assert "ladder.cards.limit: 本办法和国家规定都没有“reply_deadline”" in told

    def test_one_that_is_called_like_a_limit_is_none(self, tmp_path: Path) -> None:
        text = f"{HEAD}\n{CARDS}".replace("ladder.cards", "ladder.a_deadline")
        policy = read_policy(written(tmp_path / "mouqu", undated=text))
        case = TestInAnAnswer.CASE
        answer = assess(case, policy.on(day("2025-03-03")), MAINLAND, day("2025-03-12"))
        decision = answer.decision("a_deadline")
        assert decision is not None
        assert outcome_json("a_deadline", decision) == {
            "outcome": "red_card",
            "title": "红牌",
        }
        (params,) = policy.on(day("2025-03-03")).ladders.values()
        rows = columns_of([("a_deadline", params)], "all")
        assert [one.cell(answer) for one in rows if "a_deadline" in one.header] == ["red_card"]

    def test_a_variant_may_put_another_number(self, tmp_path: Path) -> None:
        variant = """\
[variant.later]
title = "逾期2日起"

[variant.later.ladder.cards]
clause = "5"
basis = "interpreted"
note = "自第2个工作日起"
overdue = { cells = [{ step = "red_card", value = 2 }] }
"""
        policy = read_policy(_policy(tmp_path, CARDS, variant)).with_variant("later")
        pack = policy.on(day("2025-03-03"))
        on_time = assess(TestInAnAnswer.CASE, pack, MAINLAND, day("2025-03-11"))
        assert on_time.follow_through["cards"].outcome == YELLOW
        late = assess(TestInAnAnswer.CASE, pack, MAINLAND, day("2025-03-12"))
        assert late.follow_through["cards"].outcome == RED

    def test_what_is_no_table_or_no_number_is_refused_in_its_place(self, tmp_path: Path) -> None:
        wrong = "[variant.odd]\ntitle = '另一种'\n[variant.odd.ladder.cards]\nsteps = 3\n"
        assert "variant.odd.ladder.cards.steps" in complaint(_policy(tmp_path, CARDS, wrong))

    def test_an_element_that_is_no_table_is_refused(self, tmp_path: Path) -> None:
        assert "payment.bonus" in complaint(_policy(tmp_path, CARDS, "[payment]\nbonus = 3\n"))

    def test_a_variant_that_is_carried_on_is_told_by_the_name_of_the_ladder(
        self, tmp_path: Path
    ) -> None:
        variant = """\
[variant.later]
title = "逾期4日起"

[variant.later.ladder.cards]
clause = "5"
basis = "interpreted"
note = "自第4个工作日起"
overdue = { cells = [{ step = "red_card", value = 4 }] }
"""
        older = f"{HEAD}\n{CARDS}\n{variant}".replace('"undated"', "2024-01-01")
        newer = older.replace("2024-01-01", "2025-01-01").replace(
            'value = 1, phrase = "逾期1', 'value = 2, phrase = "逾期2'
        )
        path = written(tmp_path / "mouqu", f2024_01_01=older, f2025_01_01=newer)
        told = [one.reason.text() for one in cautions(read_policy(path), day("2026-12-31"))]
        assert any("红黄牌督办 逾期工作日" in one for one in told), told

    def test_a_variant_is_checked_like_the_file(self, tmp_path: Path) -> None:
        variant = """\
[variant.later]
title = "逾期0日起"

[variant.later.ladder.cards]
clause = "5"
basis = "interpreted"
note = "自第0个工作日起"
overdue = { cells = [{ step = "red_card", value = 0 }] }
"""
        assert "须从 1 起" in complaint(_policy(tmp_path, CARDS, variant))
