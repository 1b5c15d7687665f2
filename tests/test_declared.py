"""Names that a policy declares beside the closed lists."""

from __future__ import annotations

import pytest

from checks import day
from xinfang_core.case import Case, Event, History
from xinfang_core.codec.fields import Layout, layout_under
from xinfang_core.vocabulary import Declarations, Declared, EventKind, ReplyKind

SIGN = Declared("sign", "签收")


def test_two_of_one_key_are_the_same_thing() -> None:
    assert Declared("sign") == SIGN
    assert len({SIGN, Declared("sign", "签收工单")}) == 1


def test_it_speaks_like_a_term() -> None:
    assert (SIGN.text(), SIGN.text("en"), SIGN.value) == ("签收", "sign", "签收")
    assert Declared("sign_for").text() == "sign_for"


def test_a_history_holds_declared_steps_in_order_of_time() -> None:
    later, sooner = Event(SIGN, day("2025-11-05")), Event(EventKind.assign, day("2025-11-04"))
    history = History((later, sooner))
    assert history.events == (sooner, later)
    assert history.day(SIGN) == day("2025-11-05")


def test_a_case_may_be_of_a_declared_kind() -> None:
    assert Case("A-1", category=Declared("help", "求助")).category == Declared("help")


@pytest.mark.parametrize(
    ("declared", "same"),
    [
        (Declarations(), True),
        (Declarations(limits=(SIGN,)), True),
        (Declarations((), (SIGN,)), False),
    ],
)
def test_a_policy_that_declares_no_kind_and_no_step_changes_no_record(
    declared: Declarations, *, same: bool
) -> None:
    assert (layout_under(declared) == Layout()) is same


def test_each_list_has_its_own_declared_names() -> None:
    declared = Declarations((ReplyKind.urgent,), (SIGN,))
    assert declared.names(EventKind) == (SIGN,)
    assert declared.names(ReplyKind) == (ReplyKind.urgent,)
    assert declared.names(int) == ()
