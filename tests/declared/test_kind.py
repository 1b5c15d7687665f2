"""Which of the kinds is it that a policy declares itself?"""

from __future__ import annotations

import pytest

from checks import assert_explained, codes, day
from xinfang_core.calendar import mainland_calendar
from xinfang_core.case import Case, History
from xinfang_core.context import Context
from xinfang_core.declared.kind import Listed, OwnKind, apply, decide
from xinfang_core.sources import Citation, Sourced
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    Declared,
    MatterFlag,
    MatterKind,
    ReplyKind,
    Undetermined,
)

CITED = Citation("示例县办法", "第二条", "求助类", Basis.stated)
HELP, COMPLAINT = Declared("help", "求助"), Declared("complaint", "投诉举报")
FLAGS = dict.fromkeys(MatterFlag)


def _own(name: str, flag: MatterFlag | Absent | None = None) -> OwnKind:
    return OwnKind(Sourced(name, CITED), None if flag is None else Sourced(flag, CITED))


LISTED = (
    Listed(ReplyKind.urgent, _own("紧急事项", MatterFlag.urgent)),
    Listed(COMPLAINT, _own("投诉举报", MatterFlag.major)),
    Listed(HELP, _own("求助", Absent.silent)),
)


@pytest.mark.parametrize("kind", [ReplyKind.urgent, HELP, COMPLAINT])
def test_a_recorded_category_wins_over_every_flag(kind: MatterKind) -> None:
    decision = decide(kind, {**FLAGS, MatterFlag.urgent: True}, LISTED, None)
    assert decision.outcome == kind
    assert_explained(decision)


def test_a_category_that_the_policy_does_not_list_is_none_of_its_kinds() -> None:
    decision = decide(ReplyKind.general, FLAGS, LISTED, None)
    assert decision.outcome is Undetermined.undetermined
    assert decision.missing == ("category",)
    assert codes(decision.reasons) == ["reply_kind.not_listed"]


def test_of_several_flags_the_first_listed_kind_wins() -> None:
    flags = {**FLAGS, MatterFlag.urgent: True, MatterFlag.major: True}
    assert decide(None, flags, LISTED, None).outcome is ReplyKind.urgent


def test_a_flag_that_is_not_recorded_is_read_as_no_and_that_is_told() -> None:
    decision = decide(None, {**FLAGS, MatterFlag.major: True}, LISTED, None)
    assert decision.outcome == COMPLAINT
    assert codes(decision.reasons) == ["reply_kind.not_recorded", "reply_kind.flagged"]


def test_nothing_that_tells_leaves_it_undetermined() -> None:
    flags = {**FLAGS, MatterFlag.urgent: False, MatterFlag.major: False}
    decision = decide(None, flags, LISTED, None)
    assert decision.missing == ("category",)
    assert_explained(decision)


@pytest.mark.parametrize("silent", [None, Sourced(Absent.silent, CITED)])
def test_without_a_default_nothing_is_assumed(silent: Sourced[MatterKind] | None) -> None:
    assert decide(None, FLAGS, LISTED, silent).is_undetermined


def test_a_default_stands_where_no_flag_does() -> None:
    decision = decide(None, FLAGS, LISTED, Sourced[MatterKind](HELP, CITED))
    assert decision.outcome == HELP
    assert codes(decision.reasons) == ["reply_kind.not_recorded", "reply_kind.default"]


def test_the_flags_come_from_the_case() -> None:
    case = Case("A-1", major=True)
    context = Context(case, History(), mainland_calendar(), day("2025-11-04"), allow_assumed=True)
    assert apply(context, LISTED, None).outcome == COMPLAINT
