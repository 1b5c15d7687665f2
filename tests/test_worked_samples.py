"""What each source prints, worked by hand and asked of the whole: file, policy, assessment.

The rules have tests of their own; here one fact goes in at one end, and the day, the yuan or the
step comes out at the other, as a host would see it.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from checks import award_of, codes, day, deadline_of, present, rated, recorded
from xinfang_core.assessment import assess
from xinfang_core.calendar import mainland_calendar
from xinfang_core.case import Agent, Case, Event
from xinfang_core.policy import Policy, load_policy, read_policy
from xinfang_core.rules.follow_through.satisfaction import Satisfaction
from xinfang_core.rules.follow_through.weekly_meeting import Meetings
from xinfang_core.rules.kind.case_stage import Staged
from xinfang_core.rules.kind.case_weight import Weighed
from xinfang_core.vocabulary import (
    Absent,
    AgentCategory,
    CaseClass,
    CaseStage,
    CaseWeight,
    EvaluationState,
    EventKind,
    Grade,
    Level,
    LevelColour,
    ReplyKind,
    Role,
    Route,
    Settled,
    Status,
    SupervisionStep,
    Undetermined,
)

if TYPE_CHECKING:
    from xinfang_core.assessment import Assessment

EXAMPLE_POLICIES = Path(__file__).parent.parent / "examples" / "policies"
MAINLAND = mainland_calendar()


def told(case: Case, as_of: str, policy: Policy | str, variant: str | None = None) -> Assessment:
    """The whole answer about a case on a day, under a policy or one of its readings."""
    policy = load_policy(policy) if isinstance(policy, str) else policy
    return assess(
        case, policy.with_variant(variant).in_force(case, day(as_of)), MAINLAND, day(as_of)
    )


def assigned(on: str, *, major: bool = False, complicated: bool = False) -> Case:
    """A matter that was registered and handed over on a day."""
    history = recorded(register=on, assign=on)
    return Case("谯城-1", history, major=major, complicated=complicated)


def due(answer: Assessment, rule: str) -> str:
    """The last day of a limit, as the calendar on the wall has it."""
    return str(deadline_of(answer.decision(f"{rule}_deadline")).due)


class TestThirteenSevenTen:
    """13710: deploy the same day, feed back in 3, resolve in 7, major problems in a month."""

    @pytest.mark.parametrize(
        ("variant", "expected"),
        [
            (None, ("2025-03-03", "2025-03-06", "2025-03-12")),
            ("deploy_next_working_day", ("2025-03-04", "2025-03-06", "2025-03-12")),
            ("calendar_days", ("2025-03-03", "2025-03-06", "2025-03-10")),
        ],
    )
    def test_handed_over_on_a_monday(self, variant: str | None, expected: tuple[str, ...]) -> None:
        answer = told(assigned("2025-03-03"), "2025-03-03", "qiaocheng", variant)
        deployed = str(deadline_of(answer.limits["deploy_work"]).due)
        others = (due(answer, rule) for rule in ("progress_feedback", "resolution"))
        assert (deployed, *others) == expected

    @pytest.mark.parametrize("fact", ["major", "complicated"])
    def test_a_major_or_complex_problem_has_a_month_and_nothing_to_feed_back(
        self, fact: str
    ) -> None:
        answer = told(assigned("2025-03-03", **{fact: True}), "2025-03-03", "qiaocheng")
        assert due(answer, "resolution") == "2025-04-03"
        assert codes(present(answer.limits.progress_feedback_deadline).reasons) == [
            "deadline.no_limit"
        ]

    def test_before_national_day_the_days_run_on_after_it(self) -> None:
        # 10-01 to 10-08 off; then Thursday 10-09, Friday 10-10, and Saturday 10-11, worked.
        case = assigned("2025-09-30")
        answer = told(case, "2025-09-30", "qiaocheng")
        assert due(answer, "progress_feedback") == "2025-10-11"
        assert due(answer, "resolution") == "2025-10-16"
        counted = told(case, "2025-09-30", "qiaocheng", "calendar_days")
        assert due(counted, "progress_feedback") == "2025-10-09"
        assert due(counted, "resolution") == "2025-10-09"


class TestThreeColours:
    """Who can handle it gives the level, the level the colour; what the village can is at once."""

    @pytest.mark.parametrize(
        ("village", "town", "level", "colour"),
        [
            (True, True, Level.village, LevelColour.red),
            (True, None, Level.village, LevelColour.red),
            (False, True, Level.town, LevelColour.orange),
            (False, False, Level.district, LevelColour.yellow),
        ],
    )
    def test_the_three_levels(
        self, *, village: bool, town: bool | None, level: Level, colour: LevelColour
    ) -> None:
        history = recorded(receive="2026-01-04", register="2026-01-04")
        case = Case("渝北-1", history, village_can_handle=village, town_can_handle=town)
        answer = told(case, "2026-01-04", "yubei")
        assert present(answer.people.handling_level).outcome is level
        assert present(answer.people.colour).outcome is colour
        # Whatever the colour: nothing stays overnight, not even on a Sunday that is worked.
        assert due(answer, "acceptance") == "2026-01-04"


class TestTwoScalesOfThree:
    """By weight for who leads, by stage for how it is treated; the two never mix."""

    @pytest.mark.parametrize(
        ("weight", "lead"),
        [
            ("simple", "街社主动代办"),
            ("major", "部门牵头合办"),
            ("difficult", "领导领衔督办"),
        ],
    )
    @pytest.mark.parametrize(
        ("stage", "treatment"),
        [
            ("initial", "入驻职能部门依规优先处理"),
            ("repeated", "导入法定程序分流处理"),
            ("long_standing", "专家后援团协调"),
        ],
    )
    def test_each_of_one_scale_goes_with_each_of_the_other(
        self, weight: str, lead: str, stage: str, treatment: str
    ) -> None:
        case = Case(
            "拱墅-1",
            recorded(register="2026-05-09"),
            case_weight=CaseWeight[weight],
            case_stage=CaseStage[stage],
        )
        answer = told(case, "2026-05-09", "gongshu")
        weighed, staged = (
            present(answer.kind.case_weight).outcome,
            present(answer.kind.case_stage).outcome,
        )
        assert isinstance(weighed, Weighed)
        assert isinstance(staged, Staged)
        assert (weighed.lead.text("zh"), staged.treatment.text("zh")) == (lead, treatment)


def proxied(settled: str, grade: str) -> Case:
    """A matter that an agent brought and delivered the answer to."""
    ratings = () if grade == "unrated" else (rated("2025-04-10", Grade[grade]),)
    days = {"register": "2025-03-03", "accept": "2025-03-03", "reply": "2025-03-21"}
    return Case(
        "代理-1",
        recorded(*ratings, **days, deliver="2025-03-24"),
        category=ReplyKind.general,
        settled=Settled[settled],
        agent=Agent(AgentCategory.community_volunteer),
    )


class TestAwards:
    """10, 15 or 20 yuan by the grade and by whether it is settled, under three readings."""

    @pytest.mark.parametrize(
        ("settled", "grade", "highest", "added", "with_bonus"),
        [
            ("yes", "satisfied", 20, 45, 30),
            ("yes", "basically_satisfied", 15, 25, 25),
            ("yes", "dissatisfied", 10, 10, 10),
            ("yes", "unrated", 10, 10, 10),
            ("no", "satisfied", 15, 25, 25),
            ("no", "basically_satisfied", 15, 25, 25),
            ("no", "dissatisfied", 10, 10, 10),
            ("no", "unrated", 10, 10, 10),
        ],
    )
    def test_all_eight_cells(
        self, settled: str, grade: str, highest: int, added: int, with_bonus: int
    ) -> None:
        case = proxied(settled, grade)
        paid = [
            award_of(
                told(case, "2025-04-30", "online-proxy", variant).follow_through.incentive
            ).amount
            for variant in (None, "sum", "base_plus_bonus")
        ]
        assert paid == [Decimal(highest), Decimal(added), Decimal(with_bonus)]

    def test_the_two_readings_of_a_day(self) -> None:
        # 15 working days from Monday 03-03: three weeks. 15 days: 03-18.
        answers = [
            told(proxied("no", "unrated"), "2025-04-30", "online-proxy", variant)
            for variant in (None, "calendar_days")
        ]
        assert [due(one, "reply") for one in answers] == ["2025-03-24", "2025-03-18"]
        stands = [deadline_of(one.limits.reply_deadline).status for one in answers]
        assert stands == [Status.met, Status.late]


class TestSixRoutes:
    """Art. 31: only the sixth route has the sixty days; each other one has its own procedure."""

    @pytest.mark.parametrize("route", Route)
    def test_the_limit_of_each_route(self, route: Route) -> None:
        history = recorded(receive="2025-09-30", register="2025-09-30", accept="2025-09-30")
        case = Case("国家-1", history, case_class=CaseClass.appeal, route=route)
        answer = told(case, "2025-10-10", "national")
        if route is Route.petition:
            # Sixty days end on Saturday 11-29, so on Monday 12-01.
            assert due(answer, "handling") == "2025-12-01"
        else:
            reasons = present(answer.limits.handling_deadline).reasons
            assert codes(reasons) == ["handling_deadline.other_route"]
            assert EventKind.conclude not in {one.duty for one in answer.obligations}


class TestOldAndNewRegulation:
    """Registered by 2022-04-30 the old regulation holds, from 2022-05-01 the new one."""

    @pytest.mark.parametrize(
        ("registered", "edition", "limited"),
        [
            ("2022-04-30", "national@2005-05-01", True),
            ("2022-05-01", "national@2022-05-01", False),
        ],
    )
    def test_a_suggestion(self, registered: str, edition: str, *, limited: bool) -> None:
        days = {"receive": "2022-04-28", "register": registered, "accept": "2022-05-05"}
        case = Case("国家-2", recorded(**days), case_class=CaseClass.suggestion)
        answer = told(case, "2022-06-30", "national")
        assert answer.policy == edition
        if limited:
            assert due(answer, "handling") == "2022-07-04"
        else:
            reasons = present(answer.limits.handling_deadline).reasons
            assert codes(reasons) == ["handling_deadline.no_day_count"]

    def test_only_the_new_one_knows_objections_and_routes(self) -> None:
        for registered, known in (("2022-04-30", False), ("2022-05-01", True)):
            case = Case("国家-3", recorded(receive="2022-04-28", register=registered))
            answer = told(case, "2022-05-01", "national")
            assert (answer.limits.objection_deadline is not None) is known
            assert (answer.kind.appeal_route is not None) is known


class TestWeeks:
    """A meeting in each week: seven days from the morrow of the start, or Monday to Sunday."""

    def test_the_two_readings_of_a_week(self) -> None:
        # From Wednesday 10-15 on, rolling: 10-16 to 10-22, 10-23 to 10-29. By the calendar:
        # Monday 10-20 to 10-26. Met on Thursday 10-16 and on Monday 10-27.
        meetings = [Event(EventKind.meet, day(on)) for on in ("2025-10-16", "2025-10-27")]
        history = recorded(*meetings, register="2025-10-15", start="2025-10-15")
        counted = []
        for variant in (None, "calendar_weeks"):
            answer = told(Case("九原-1", history), "2025-10-30", "jiuyuan", variant)
            outcome = present(answer.follow_through.weekly_meeting).outcome
            assert isinstance(outcome, Meetings)
            counted.append((outcome.weeks, outcome.missed, str(outcome.next_due)))
        assert counted == [(2, 0, "2025-11-05"), (1, 1, "2025-11-09")]


WINDOW = """
[policy]
id = "window"
title = "示例：评价期限"
effective = "undated"
picked_by = "register"
transition = "示例"

[[clause]]
id = "1"
locator = "示例"
text = "送达后10日内评价，逾期未评价的如此计"
encoded_by = ["evaluation_window_deadline", "satisfaction"]

[evaluation_window_deadline.start]
value = "deliver"
clause = "1"
basis = "assumed"
note = "示例"

[evaluation_window_deadline.limit]
value = 10
unit = "calendar_day"
clause = "1"
basis = "assumed"
note = "示例"

[satisfaction.targets]
clause = "1"
basis = "assumed"
note = "示例"
steps = ["handling_body"]

[satisfaction.overdue]
value = "{scheme}"
clause = "1"
basis = "assumed"
note = "示例"
"""


class TestRatings:
    """Who does not rate in time stands apart, or counts as satisfied where a host says so."""

    @pytest.mark.parametrize(
        ("scheme", "counts_as"), [("apart", Grade.unrated), ("satisfied", Grade.satisfied)]
    )
    def test_a_rating_that_was_not_given_in_time(
        self, tmp_path: Path, scheme: str, counts_as: Grade
    ) -> None:
        (tmp_path / "undated.toml").write_text(WINDOW.format(scheme=scheme), encoding="utf-8")
        policy = read_policy(tmp_path)
        days = {"register": "2025-03-03", "accept": "2025-03-03", "reply": "2025-03-21"}
        case = Case("示例-1", recorded(**days, deliver="2025-03-24"))
        for as_of, state, counted in (
            ("2025-04-03", EvaluationState.unrated, Grade.unrated),
            ("2025-04-04", EvaluationState.overdue_unrated, counts_as),
        ):
            outcome = present(told(case, as_of, policy).follow_through.satisfaction).outcome
            assert isinstance(outcome, Satisfaction)
            (rating,) = outcome.ratings
            assert (rating.target, rating.state) == (Role.handling_body, state)
            assert (rating.grade, rating.counts_as) == (Grade.unrated, counted)


class TestSilence:
    """What a source does not say is not guessed: it is named, and a host may fill it in."""

    SILENT = (
        ("jiuyuan", "supervision_letters"),
        ("gongshu", "copied_notice"),
        ("gongshu", "exposure"),
        ("national", "accountability"),
    )
    LATE = evolve(
        assigned("2025-03-03"),
        history=recorded(receive="2025-03-03", register="2025-03-03", accept="2025-03-03"),
        case_class=CaseClass.appeal,
        route=Route.petition,
        repeats=3,
    )
    """Sixty days end on Friday 2025-05-02, a holiday, so on Tuesday 05-06."""

    @pytest.mark.parametrize(("policy", "rule"), SILENT)
    def test_the_ladders_are_undetermined_and_say_what_is_missing(
        self, policy: str, rule: str
    ) -> None:
        decision = present(told(self.LATE, "2025-05-30", policy).decision(rule))
        assert decision.outcome is Undetermined.undetermined
        assert codes(decision.reasons) == ["value.silent"]
        note = present(decision.reasons[0].citation).note
        assert note in decision.reasons[0].text("zh")

    @pytest.mark.parametrize(
        ("as_of", "step"),
        [
            ("2025-05-06", Absent.none),
            ("2025-05-07", SupervisionStep.reminder_letter),
            ("2025-05-13", SupervisionStep.reminder_letter),
            ("2025-05-14", SupervisionStep.key_supervision_letter),
            ("2025-05-27", SupervisionStep.key_supervision_letter),
            ("2025-05-28", SupervisionStep.accountability_letter),
            ("2025-06-19", SupervisionStep.work_interview),
        ],
    )
    def test_filled_in_by_days_the_letters_follow_each_other(
        self, as_of: str, step: SupervisionStep | Absent
    ) -> None:
        # Told the petitioner in time, so that only the sixty days are overdue.
        history = recorded(*self.LATE.history.events, notify="2025-03-04")
        case = evolve(self.LATE, history=history)
        decision = present(
            told(case, as_of, OVERLAID["letters"]).follow_through.supervision_letters
        )
        assert decision.outcome is step

    def test_by_repeats_the_third_time_is_the_key_letter(self) -> None:
        answer = told(self.LATE, "2025-03-04", OVERLAID["letters"], "repeats")
        outcome = present(answer.follow_through.supervision_letters).outcome
        assert outcome is SupervisionStep.key_supervision_letter

    @pytest.mark.parametrize(
        ("as_of", "copied"),
        [
            ("2025-03-19", SupervisionStep.first_copy),
            ("2025-03-26", SupervisionStep.second_copy),
            ("2025-04-02", SupervisionStep.third_copy),
        ],
    )
    def test_filled_in_the_copies_rise_level_by_level(
        self, as_of: str, copied: SupervisionStep
    ) -> None:
        """The notice was due on Tuesday 2025-03-18, and by that limit the example goes."""
        answer = told(self.LATE, as_of, OVERLAID["ladders"])
        assert present(answer.follow_through.copied_notice).outcome is copied


OVERLAID = {
    "letters": read_policy(EXAMPLE_POLICIES / "jiuyuan-letters"),
    "ladders": read_policy(EXAMPLE_POLICIES / "gongshu-ladders"),
}
