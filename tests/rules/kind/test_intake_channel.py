"""In which way did the request come in, and is it about a hot topic?"""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checks import assert_explained, codes, day, present
from strategies_params import params as any_params
from xinfang_core.case import Case
from xinfang_core.policy import load_policy
from xinfang_core.rules.kind.intake_channel import Params, decide
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import Absent, HotTopic, IntakeChannel, Severity, Undetermined

YUBEI = present(load_policy("yubei").on(day("2025-01-01")).kind.intake_channel)
CHANNELS = st.none() | st.sampled_from(IntakeChannel)
TOPICS = st.none() | st.sampled_from(HotTopic)


class TestFourWays:
    """Yubei 15: at the hall, in the households, from the work, over the network."""

    def test_four_in_the_order_of_the_source(self) -> None:
        assert YUBEI.channels.values == tuple(IntakeChannel)
        assert len(IntakeChannel) == 4

    @pytest.mark.parametrize("channel", IntakeChannel)
    def test_a_recorded_way_is_taken(self, channel: IntakeChannel) -> None:
        decision = decide(channel, None, YUBEI)
        assert_explained(decision)
        assert decision.outcome is channel
        assert decision.reasons[0].citation == YUBEI.channels.cited(channel)
        assert not decision.findings

    def test_none_recorded_is_said_and_not_guessed(self) -> None:
        decision = decide(None, None, YUBEI)
        assert decision.outcome is Undetermined.undetermined
        assert decision.reasons[0].text() == "未记录收集途径"

    def test_way_and_topic_are_facts_of_a_case(self) -> None:
        case = Case("A-1", intake_channel=IntakeChannel.service_hall, hot_topic=HotTopic.utilities)
        decision = decide(case.intake_channel, case.hot_topic, YUBEI)
        assert decision.outcome is IntakeChannel.service_hall
        assert codes(decision.reasons) == ["intake_channel.recorded", "intake_channel.hot_topic"]


class TestSixTopics:
    """Yubei 10: six topics are answered and handled promptly, without a number of days."""

    def test_six_in_the_order_of_the_source(self) -> None:
        assert YUBEI.hot_topics.values == tuple(HotTopic)
        assert len(HotTopic) == 6

    @pytest.mark.parametrize("topic", HotTopic)
    def test_a_hot_topic_is_said_to_be_one(self, topic: HotTopic) -> None:
        decision = decide(None, topic, YUBEI)
        assert_explained(decision)
        assert codes(decision.reasons)[-1] == "intake_channel.hot_topic"
        assert str(topic.value) in decision.reasons[-1].text()

    def test_another_topic_changes_nothing(self) -> None:
        fewer = evolve(YUBEI, hot_topics=CitedList((), YUBEI.hot_topics.citation))
        decision = decide(IntakeChannel.service_hall, HotTopic.housing, fewer)
        assert codes(decision.reasons) == ["intake_channel.recorded"]


class TestLists:
    """A way that the policy does not list is taken, with a notice."""

    def test_not_listed(self) -> None:
        fewer = evolve(YUBEI, channels=CitedList(YUBEI.channels.steps[:1], YUBEI.channels.citation))
        decision = decide(IntakeChannel.work_review, None, fewer)
        assert_explained(decision)
        assert decision.outcome is IntakeChannel.work_review
        assert decision.findings[0].severity is Severity.notice

    def test_a_silent_list_leaves_nothing_out(self) -> None:
        silent = evolve(YUBEI, channels=CitedList((), YUBEI.channels.citation, Absent.silent))
        assert not decide(IntakeChannel.work_review, None, silent).findings

    @given(CHANNELS, TOPICS, any_params(Params))
    def test_total(
        self, channel: IntakeChannel | None, topic: HotTopic | None, params: Params
    ) -> None:
        decision = decide(channel, topic, params)
        assert_explained(decision)
        assert decision.outcome is (channel or Undetermined.undetermined)

    @given(CHANNELS, TOPICS, any_params(Params))
    def test_a_topic_never_changes_the_way(
        self, channel: IntakeChannel | None, topic: HotTopic | None, params: Params
    ) -> None:
        with_topic, without = decide(channel, topic, params), decide(channel, None, params)
        assert with_topic.outcome is without.outcome
        assert with_topic.findings == without.findings
