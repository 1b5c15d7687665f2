"""What another edition would have meant for past cases: counted, and only what can be compared."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from assessing import MAINLAND
from checks import day, rated, recorded
from editions import NOTICE, PROXY, changed
from policy_texts import declared_limit, head
from strategies import cases
from xinfang_core.assessment import assess
from xinfang_core.case import Agent, Case
from xinfang_core.change.counting import LARGEST
from xinfang_core.change.replaying import Chosen, replay, sides_of
from xinfang_core.change.touched import touched_rules
from xinfang_core.codec import RefusedRow
from xinfang_core.errors import Fault
from xinfang_core.policy import Policy, load_policy
from xinfang_core.policy.files import policy_of
from xinfang_core.vocabulary import Absent, AgentCategory, Grade, ReplyKind, Settled, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xinfang_core.change.impact import Impact, RuleImpact

OLD = policy_of(PROXY, "undated.toml")
NEW = policy_of(
    changed(PROXY, ('effective = "undated"', "effective = 2027-03-01"), *NOTICE), "2027-03-01.toml"
)
AS_OF = day("2025-03-19")
VOLUNTEER = Agent(AgentCategory.community_volunteer)


def general(case_no: str = "甲-1", registered: str = "2025-03-03", **days: str) -> Case:
    """A general matter accepted on the day of its registration."""
    history = recorded(register=registered, receive=registered, accept=registered, **days)
    return Case(case_no, history, category=ReplyKind.general, agent=VOLUNTEER)


def settled() -> Case:
    """A matter that is settled, with a petitioner who is satisfied."""
    days = dict.fromkeys(("register", "receive", "accept"), "2025-03-03")
    done = dict.fromkeys(("reply", "deliver"), "2025-03-04")
    history = recorded(rated("2025-03-05", Grade.satisfied), **days, **done)
    kind = ReplyKind.urgent
    return Case("甲-9", history, category=kind, agent=VOLUNTEER, settled=Settled.yes)


def impact(
    *found: Case | RefusedRow, old: Policy = OLD, new: Policy = NEW, as_of: str = "2025-03-19"
) -> Impact:
    """The impact on some cases."""
    return replay(found, sides_of(Chosen(old), Chosen(new), MAINLAND, day(as_of)))


def rule_of(found: Impact, rule: str) -> RuleImpact:
    """What changes in one rule."""
    return next(one for one in found.rules if one.rule == rule)


class TestCounts:
    """Ten working days in place of fifteen, from 3 March 2025, end on 17 March, not on the 24th."""

    def test_an_open_matter_becomes_overdue(self) -> None:
        found = impact(general())
        assert (found.cases, found.changed, found.overdue, found.late) == (1, 1, ("甲-1",), ())
        limit = rule_of(found, "reply_deadline")
        assert (limit.compared, limit.changed, limit.days) == (1, 1, {-7: 1})
        assert limit.transitions == {(Status.open, Status.overdue): 1}
        (shift,) = found.shifts
        assert (shift.old, shift.new, shift.days) == (day("2025-03-24"), day("2025-03-17"), -7)

    def test_a_matter_answered_between_becomes_late(self) -> None:
        found = impact(general(reply="2025-03-18"))
        assert (found.overdue, found.late, found.relieved) == ((), ("甲-1",), 0)

    def test_the_other_way_round_it_is_relieved(self) -> None:
        found = impact(general(), old=NEW, new=OLD)
        assert (found.overdue, found.late, found.relieved) == ((), (), 1)
        assert rule_of(found, "reply_deadline").days == {7: 1}

    def test_a_day_moves_and_the_status_stays(self) -> None:
        found = impact(general(), as_of="2025-03-10")
        assert (found.changed, found.overdue) == (1, ())
        assert rule_of(found, "reply_deadline").transitions == {}

    def test_a_limit_that_begins_only_under_the_newer_edition_moves_no_day(self) -> None:
        start = '[reply_deadline.start]\nvalue = "accept"'
        text = changed(PROXY, (start, start.replace("accept", "register")))
        one = Case("甲-1", recorded(register="2025-03-03"), category=ReplyKind.general)
        limit = rule_of(impact(one, new=policy_of(text, "undated.toml")), "reply_deadline")
        assert (limit.changed, limit.days) == (1, {})
        assert limit.transitions == {(Status.not_started, Status.open): 1}

    def test_a_limit_that_has_not_begun_is_as_good_as_none(self) -> None:
        one = Case("甲-1", recorded(register="2025-03-03"), category=ReplyKind.general)
        none = (
            '"general", value = 15, phrase = "一般信访事项15日内回复"',
            '"general", value = "none"',
        )
        found = impact(one, new=policy_of(changed(PROXY, none), "undated.toml"))
        assert (found.changed, found.unchanged) == (0, 1)
        assert "reply_deadline" not in [rule.rule for rule in found.rules]

    def test_another_kind_of_matter_is_not_touched(self) -> None:
        urgent = evolve(general(reply="2025-03-03"), category=ReplyKind.urgent, agent=None)
        found = impact(evolve(urgent, agent=Agent(AgentCategory.civil_servant)))
        assert (found.changed, found.overdue, found.shifts) == (0, (), ())

    def test_an_award_is_another_one(self) -> None:
        found = impact(settled())
        assert [found.paid_old, found.paid_new] == [20, 30]
        assert found.payments == {Decimal(10): 1}
        (award,) = found.awards
        assert [award.case_no, award.old, award.new, award.more] == ["甲-9", 20, 30, 10]
        assert (found.changed, found.unchanged, found.undecided) == (1, 0, 0)


class TestEligible:
    """Only what is decided under both editions is compared."""

    def test_an_award_that_hangs_on_what_is_not_recorded(self) -> None:
        found = impact(evolve(settled(), agent=None))
        assert (found.changed, found.undecided, found.unchanged) == (0, 1, 0)
        (missing,) = found.missing
        assert (missing.title, missing.names, missing.cases) == ("代理奖励", ("agent_category",), 1)
        award = rule_of(found, "incentive")
        assert (award.compared, award.undecided_both) == (0, 1)

    def test_a_policy_that_does_not_say(self) -> None:
        silent = (
            '"general", value = 15, phrase = "一般信访事项15日内回复"',
            '"general", value = "silent", note = "待确认"',
        )
        new = policy_of(changed(PROXY, silent), "undated.toml")
        found, back = impact(general(), new=new), impact(general(), old=new, new=OLD)
        assert rule_of(found, "reply_deadline").undecided_new == 1
        assert rule_of(back, "reply_deadline").undecided_old == 1
        assert found.missing[0].names == ("reply_deadline.limit",)
        assert found.undecided == 1

    def test_a_matter_may_change_though_not_everything_is_compared(self) -> None:
        found = impact(evolve(general(), agent=None))
        assert (found.changed, found.undecided) == (1, 0)

    def test_what_is_undetermined_under_both_and_not_touched_is_no_matter(self) -> None:
        found = impact(general(), new=OLD)
        assert (found.unchanged, found.rules, found.missing) == (1, (), ())

    def test_rows_that_cannot_be_read_are_counted_apart(self) -> None:
        bad = Fault("value.not_a_date", (), path="登记日期")
        row = RefusedRow(3, 3, "", (bad, Fault("value.unknown_term", (), path="事项类别")))
        found = impact(row, general(), evolve(row, number=4))
        assert found.cases == 1
        assert found.refused == {("登记日期", "value.not_a_date"): 2}


class TestRules:
    """A rule that only one edition has is compared with a question that is not asked."""

    LIMIT = declared_limit(
        "sign_for",
        "签收期限",
        ("receive", "accept"),
        'limit = { value = 3, unit = "working_day" }',
    )

    def test_a_limit_that_is_declared_anew(self) -> None:
        kept = f"[limit.kept]{self.LIMIT.split(']', 1)[1].replace('签收', '另行')}"
        old = policy_of(head("limit.kept") + kept, "undated.toml")
        new = policy_of(head("limit.kept", "limit.sign_for") + kept + self.LIMIT, "undated.toml")
        one = Case("甲-1", recorded(register="2025-03-03", receive="2025-03-03"))
        found = impact(one, old=old, new=new)
        (rule,) = found.rules
        assert (rule.rule, rule.title) == ("sign_for", "签收期限")
        assert rule.transitions == {(Absent.none, Status.overdue): 1}
        assert (found.overdue, found.own_titles["sign_for"]) == (("甲-1",), "签收期限")
        assert impact(one, old=new, new=old).relieved == 1


class TestEditions:
    """Without a day the newest edition is meant, over the national text of the newer side's day."""

    def test_one_national_text_lies_beneath_both(self) -> None:
        sides = sides_of(Chosen(OLD), Chosen(NEW), MAINLAND, day("2010-01-01"))
        assert (sides.old.label, sides.new.label) == (
            "elsewhere@undated+national@2022-05-01",
            "elsewhere@2027-03-01+national@2022-05-01",
        )
        assert not impact(general()).other_national

    def test_of_undated_ones_the_national_text_of_the_day_asked_about(self) -> None:
        sides = sides_of(Chosen(OLD), Chosen(OLD), MAINLAND, day("2010-01-01"))
        assert sides.new.label == "elsewhere@undated+national@2005-05-01"

    def test_a_day_pins_both_texts(self) -> None:
        pinned = Chosen(OLD, day("2010-01-01"))
        sides = sides_of(pinned, Chosen(NEW), MAINLAND, AS_OF)
        assert sides.old.label == "elsewhere@undated+national@2005-05-01"
        assert replay((), sides).other_national

    def test_the_older_one_may_be_the_later_one(self) -> None:
        sides = sides_of(Chosen(NEW), Chosen(OLD, day("2010-01-01")), MAINLAND, AS_OF)
        assert sides.old.label == "elsewhere@2027-03-01+national@2022-05-01"

    def test_those_that_it_would_really_apply_to_are_counted_apart(self) -> None:
        both = Policy("elsewhere", (*NEW.editions, *OLD.editions), NEW.national)
        later = general("甲-2", "2027-03-02", reply="2027-03-03")
        found = impact(general(), later, new=both, as_of="2027-03-20")
        assert (found.cases, found.picked, found.picked_changed) == (2, 1, 1)

    def test_open_matters_that_switch_to_it_are_among_them(self) -> None:
        line = next(one for one in PROXY.splitlines() if one.startswith("transition = "))
        words = line.removeprefix("transition = ")
        switch = f'[policy.transition]\nopen_cases = "switch"\ntext = {words}'
        text = changed(PROXY, ('effective = "undated"', "effective = 2027-03-01"), (line, switch))
        switching = policy_of(changed(text, *NOTICE), "2027-03-01.toml")
        both = Policy("elsewhere", (*switching.editions, *OLD.editions), NEW.national)
        one = general("甲-1", "2027-02-26")
        assert impact(one, new=both, as_of="2027-02-28").picked == 0
        assert impact(one, new=both, as_of="2027-03-20").picked == 1


class TestTheLargest:
    """Twenty are named, the first of equals."""

    def test_more_than_twenty(self) -> None:
        days = [f"2025-0{3 + place // 20}-{place % 20 + 1:02}" for place in range(30)]
        matters = (general(f"甲-{place}", one) for place, one in enumerate(days))
        found = impact(*matters, as_of="2025-05-19")
        sizes = [abs(one.days) for one in found.shifts]
        assert len(sizes) == LARGEST
        assert sizes == sorted(sizes, reverse=True)
        every = Counter({-size: n for size, n in rule_of(found, "reply_deadline").days.items()})
        assert sizes == sorted(every.elements(), reverse=True)[:LARGEST]
        equal = [one.case_no for one in found.shifts if one.days == found.shifts[0].days]
        assert equal == sorted(equal, key=lambda one: int(one.removeprefix("甲-")))


@pytest.mark.parametrize("name", ["national", "gongshu", "jiuyuan", "qiaocheng", "yubei"])
def test_an_edition_touches_nothing_of_itself(name: str) -> None:
    pack = load_policy(name).on(AS_OF)
    assert touched_rules(pack, pack) == frozenset()


def test_another_citation_touches_nothing() -> None:
    new = policy_of(changed(PROXY, ("网上信访代理工作经验材料", "办法")), "undated.toml")
    assert touched_rules(OLD.on(AS_OF), new.on(AS_OF)) == frozenset()
    assert touched_rules(OLD.on(AS_OF), NEW.on(day("2027-03-01"))) == {
        "reply_deadline",
        "incentive",
    }


@settings(max_examples=20)
@given(st.lists(cases(), max_size=5), st.sampled_from([OLD, load_policy("gongshu")]))
def test_every_case_is_counted_once(found: Iterable[Case], old: Policy) -> None:
    found = [*found]
    there, back = impact(*found, old=old), impact(*found, old=NEW, new=old)
    for one in (there, back):
        assert one.cases == one.changed + one.unchanged + one.undecided == len(found)
        for rule in one.rules:
            undecided = rule.undecided_old + rule.undecided_new + rule.undecided_both
            assert rule.compared + undecided == len(found)
            assert rule.changed <= rule.compared
    assert there.changed == back.changed
    assert there.paid_new - there.paid_old == sum(
        (size * count for size, count in there.payments.items()), Decimal(0)
    )


@settings(max_examples=20)
@given(cases())
def test_what_moves_is_what_two_assessments_say(case: Case) -> None:
    sides = sides_of(Chosen(OLD), Chosen(NEW), MAINLAND, AS_OF)
    found = replay([case], sides)
    old, new = (assess(case, one, MAINLAND, AS_OF) for one in (sides.old, sides.new))
    differing = {
        name
        for name, decision in old.decisions()
        if not decision.is_undetermined
        and (other := new.decision(name)) is not None
        and not other.is_undetermined
        and decision.outcome != other.outcome
    }
    assert {one.rule for one in found.rules if one.changed} == differing
