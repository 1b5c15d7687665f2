"""What holds for every rule: an answer to every case, from the same facts always the same."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve, fields_dict
from hypothesis import given
from hypothesis import strategies as st

from assessing import (
    CASES,
    EVERY_RULE,
    IN_2025,
    MAINLAND,
    RECENT,
    SHIPPED,
    appeal,
    assessed,
    status,
    with_rules,
)
from calendar_strategies import work_calendars
from checks import LANGS, UNFILLED, assert_explained, assert_speaks, codes, present
from strategies import FEWER, packs
from xinfang_core import rules
from xinfang_core.assessment import GROUPS, RULES, Assessment, assess
from xinfang_core.calendar import mainland_calendar
from xinfang_core.case import History
from xinfang_core.errors import UnknownNameError
from xinfang_core.policy import PolicyPack, pack
from xinfang_core.sources import Citation, weakest
from xinfang_core.vocabulary import Status

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.calendar import WorkCalendar
    from xinfang_core.case import Case

ANY = packs() | SHIPPED | st.just(EVERY_RULE)
CALENDARS = st.just(MAINLAND) | work_calendars()


ANSWER = assessed(appeal(receive="2025-03-03"), "2025-03-03", EVERY_RULE)


class TestTheList:
    """One list of rules: what is assessed is what a policy can have."""

    def test_an_assessment_has_a_head_four_groups_and_what_follows_from_them(
        self,
    ) -> None:
        head, tail = (
            ("case_no", "policy", "as_of"),
            ("obligations", "findings", "made_by", "outside"),
        )
        assert tuple(fields_dict(Assessment)) == (*head, *GROUPS, *tail)

    def test_the_pack_has_the_same_groups_with_the_same_rules(self) -> None:
        for group, names in GROUPS.items():
            assert tuple(fields_dict(pack.GROUPS[group])) == names
            assert group in fields_dict(PolicyPack)

    def test_a_rule_has_the_type_that_it_answers_with(self) -> None:
        for group, names in GROUPS.items():
            package = import_module(f"{rules.__name__}.{group}")
            for rule in names:
                made = getattr(package, rule).apply.__annotations__["return"]
                held = type(getattr(ANSWER, group)).__annotations__[rule]
                assert held.replace(f"{rule}.", "") == f"{made} | None", rule

    def test_there_is_no_decision_of_a_rule_that_nobody_knows(self) -> None:
        with pytest.raises(KeyError) as caught:
            ANSWER.decision("reply_deadlines")
        assert isinstance(caught.value, UnknownNameError)
        assert "是否为“reply_deadline”？" in caught.value.text()

    def test_the_pack_of_these_tests_has_every_rule(self) -> None:
        assert all(EVERY_RULE.params(name) is not None for name in RULES)

    def test_a_policy_without_rules_leaves_only_the_order_of_steps(self) -> None:
        case = appeal(receive="2025-03-03")
        answer = assessed(case, "2025-03-03", PolicyPack("甲@undated"))
        assert dict(answer.decisions()) == {}
        assert answer.weakest is None
        assert answer.weakest_basis is None
        assert codes(answer.findings) == ["workflow.not_accepted"]
        assert answer.explain("en").splitlines()[0] == "case A-1 under 甲@undated as of 2025-03-03"

    def test_a_limit_without_a_rule_for_the_kind_goes_by_what_is_recorded(self) -> None:
        policy = with_rules(IN_2025, reply_kind=None)
        case = appeal(accept="2025-03-03")
        answer = assessed(case, "2025-03-03", policy)
        assert answer.kind.reply_kind is None
        assert status(answer, "reply_deadline") is Status.open
        bare = assessed(evolve(case, category=None), "2025-03-03", policy)
        assert status(bare, "reply_deadline") is Status.undetermined


BESIDE = {"value.silent", "proxy_form.begun_by"}
"""That a source is silent, and who began a proxy whose form is on record."""


class TestTotality:
    """Every case has an answer under every policy and calendar, in words, in both languages."""

    @FEWER
    @given(CASES, ANY, CALENDARS, RECENT, st.booleans())
    def test_every_decision_explains_itself(
        self,
        case: Case,
        policy: PolicyPack,
        calendar: WorkCalendar,
        as_of: date,
        allow_assumed: bool,  # noqa: FBT001
    ) -> None:
        answer = assess(case, policy, calendar, as_of, allow_assumed=allow_assumed)
        assert (answer.case_no, answer.policy, answer.as_of) == ("A-1", policy.label, as_of)
        own = {one.name for one in policy.declared_limits}
        assert [name for name, _ in answer.decisions() if name not in own] == [
            name for name in RULES if policy.params(name) is not None
        ]
        assert own <= {name for name, _ in answer.decisions()}
        for _, decision in answer.decisions():
            assert_explained(decision)
        assert_speaks(finding.reason for finding in answer.findings)
        for lang in LANGS:
            assert not UNFILLED.search(answer.explain(lang))

    @FEWER
    @given(CASES, ANY, RECENT)
    def test_the_findings_of_every_decision_are_told_in_the_order_of_the_rules(
        self, case: Case, policy: PolicyPack, as_of: date
    ) -> None:
        answer = assess(case, policy, MAINLAND, as_of)
        of_rules = [one for _, decision in answer.decisions() for one in decision.findings]
        before = answer.findings[: len(answer.findings) - len(of_rules)]
        assert list(answer.findings) == [*before, *of_rules]
        assert before[: len(policy.findings)] == policy.findings
        steps = codes(before[len(policy.findings) :])
        assert all(code.startswith(("workflow.", "history.")) for code in steps)

    @FEWER
    @given(CASES, ANY, RECENT)
    def test_the_weakest_basis_of_any_answer_is_told(
        self, case: Case, policy: PolicyPack, as_of: date
    ) -> None:
        answer = assess(case, policy, MAINLAND, as_of)
        cited: list[Citation] = []
        for _, decision in answer.decisions():
            if decision.is_undetermined:
                continue
            carried = [one for one in decision.reasons if one.code not in BESIDE]
            # What no outcome rests on is no basis, unless there is nothing else to tell.
            told = [one.citation for one in carried if one.citation]
            cited += told or [one.citation for one in decision.reasons if one.citation]
        assert answer.weakest == weakest(cited)
        assert (answer.weakest_basis is None) is (not cited)
        if answer.weakest:
            assert answer.weakest.text() in answer.explain().splitlines()[1]


class TestPurity:
    """The same question has the same answer; asking changes nothing."""

    @FEWER
    @given(CASES, ANY, RECENT)
    def test_asked_again(self, case: Case, policy: PolicyPack, as_of: date) -> None:
        before = repr(case), repr(policy)
        first = assess(case, policy, MAINLAND, as_of)
        assert assess(case, policy, MAINLAND, as_of) == first
        assert assess(case, policy, mainland_calendar(), as_of).explain() == first.explain()
        assert (repr(case), repr(policy)) == before

    @FEWER
    @given(CASES, ANY, RECENT, st.data())
    def test_the_order_in_which_events_were_recorded_does_not_matter(
        self, case: Case, policy: PolicyPack, as_of: date, data: st.DataObject
    ) -> None:
        shuffled = History(tuple(data.draw(st.permutations(case.history.events))))
        again = assess(evolve(case, history=shuffled), policy, MAINLAND, as_of)
        assert again == assess(case, policy, MAINLAND, as_of)

    @FEWER
    @given(CASES, ANY, RECENT, st.data())
    def test_nor_does_the_order_in_which_signs_and_conduct_were_recorded(
        self, case: Case, policy: PolicyPack, as_of: date, data: st.DataObject
    ) -> None:
        lists = ("signs", "conduct", "mandate_proofs")
        mixed: dict[str, Any] = {
            name: tuple(data.draw(st.permutations(getattr(case, name)))) for name in lists
        }
        again = assess(evolve(case, **mixed), policy, MAINLAND, as_of)
        before = assess(case, policy, MAINLAND, as_of)
        for name, decision in before.decisions():
            other = present(again.decision(name))
            assert sorted(codes(other.reasons)) == sorted(codes(decision.reasons))
            assert type(other.outcome) is type(decision.outcome)

    def test_two_assessments_share_nothing_that_one_could_change(self) -> None:
        first = assessed(appeal(receive="2025-03-03"), "2025-03-10", EVERY_RULE)
        second = assessed(appeal(), "2025-03-10", PolicyPack("甲@undated"))
        assert len(list(first.decisions())) == len(RULES) + len(EVERY_RULE.declared_limits)
        assert list(second.decisions()) == []
