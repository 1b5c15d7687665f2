"""In which way did the request come in, and is it about a hot topic? (收集途径).

Source: Yubei (渝北“三级服务中心”), parts three and five. Requests are gathered in four ways: at the
service hall, by cadres who call on households, from the work itself, over the network platform.
Six topics that many requests are about are followed closely and answered promptly; the text gives
no number of days for that.
"""

from __future__ import annotations

from attrs import frozen

from xinfang_core.context import Context
from xinfang_core.decision import Decision, Finding, Reason
from xinfang_core.sources import CitedList
from xinfang_core.vocabulary import Absent, HotTopic, IntakeChannel, Severity, Undetermined


@frozen
class Params:
    """What a policy says about gathering requests.

    Attributes:
        channels: the ways, in the source's order.
        hot_topics: the topics, in the source's order.

    """

    channels: CitedList[IntakeChannel]
    hot_topics: CitedList[HotTopic]


def decide(
    recorded: IntakeChannel | None, topic: HotTopic | None, params: Params
) -> Decision[IntakeChannel]:
    """The way in which the request came in.

    Args:
        recorded: the way as recorded; None where none is.
        topic: the hot topic as recorded; None where there is none or none is recorded.
        params: the policy's ways and topics.

    """
    hot: tuple[Reason, ...] = ()
    if topic in params.hot_topics:
        cited = params.hot_topics.cited(topic)
        hot = (Reason("intake_channel.hot_topic", (("topic", topic),), cited),)
    if recorded is None:
        unknown = Reason(
            "intake_channel.not_recorded", (), params.channels.citation, ("intake_channel",)
        )
        return Decision(Undetermined.undetermined, (unknown, *hot))
    facts = (("channel", recorded),)
    reason = Reason("intake_channel.recorded", facts, params.channels.cited(recorded))
    if recorded in params.channels or params.channels.absent is Absent.silent:
        return Decision(recorded, (reason, *hot))
    other = Reason("intake_channel.not_listed", facts, params.channels.citation)
    return Decision(recorded, (reason, *hot), (Finding(Severity.notice, other),))


def apply(context: Context, params: Params) -> Decision[IntakeChannel]:
    """The answer about the case of ``context``."""
    return decide(context.case.intake_channel, context.case.hot_topic, params)
