"""Who is appraised for the quality of the handling, and how is it rated? (双评双考).

Source: Gongshu (拱墅信访超市): once a matter is concluded petitioners can rate online or by text
message; for the quality of the handling the petition worker and the competent department are
appraised together. Whom petitioners rate is the question of ``satisfaction``: the worker and the
petition office, which are not the two that are appraised here.
"""

from __future__ import annotations

from attrs import frozen

from xinfang_core import messages
from xinfang_core.case import History
from xinfang_core.context import Context
from xinfang_core.decision import Decision, Reason, silence
from xinfang_core.messages import Lang
from xinfang_core.sources import CitedList, Sourced
from xinfang_core.vocabulary import Absent, EventKind, RatingChannel, Role, Undetermined


@frozen
class Params:
    """What a policy says about the appraisal.

    Attributes:
        after: the event from which a matter is rated and counts in the appraisal.
        appraised: who is appraised for the quality of the handling, all together.
        channels: how petitioners can rate.

    """

    after: Sourced[EventKind]
    appraised: CitedList[Role]
    channels: CitedList[RatingChannel]


@frozen
class Appraisal:
    """Who is appraised for one matter, and how petitioners can rate it."""

    appraised: tuple[Role | Absent, ...]
    channels: tuple[RatingChannel | Absent, ...]

    def text(self, lang: Lang = "zh") -> str:
        """Who is appraised."""
        return messages.words(self.appraised, lang)


def decide(history: History, params: Params) -> Decision[Appraisal]:
    """Who is appraised for the matter; ``none`` before it is rated and appraised at all.

    Args:
        history: the events known on the day asked about.
        params: the policy's lists.

    """
    after, appraised, channels = params.after, params.appraised, params.channels
    if isinstance(after.value, Absent):
        return Decision(Undetermined.undetermined, (silence(after),))
    for listed in (appraised, channels):
        if listed.absent is Absent.silent:
            unknown = silence(listed)
            return Decision(Undetermined.undetermined, (unknown,))
    if history.first(after.value) is None:
        facts = (("event", after.value),)
        return Decision(Absent.none, (Reason("dual_appraisal.not_yet", facts, after.citation),))
    reasons = (
        Reason("dual_appraisal.appraised", (("roles", appraised.values),), appraised.citation),
        Reason("dual_appraisal.channels", (("channels", channels.values),), channels.citation),
    )
    return Decision(Appraisal(appraised.values, channels.values), reasons)


def apply(context: Context, params: Params) -> Decision[Appraisal]:
    """The answer about the case of ``context``."""
    return decide(context.history, params)
