"""When a matter came to the body that has it: its own receipt, or what bounds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import day, present
from strategies_limits import meeting
from xinfang_core.case import Event, History
from xinfang_core.case.receipt import is_with_body, receipt_of
from xinfang_core.case.rounds import PASSING_ON
from xinfang_core.vocabulary import EventKind, ReceivingBody

if TYPE_CHECKING:
    from xinfang_core.case.receipt import Receipt

K = EventKind
OFFICE, BODY = ReceivingBody.petition_office, ReceivingBody.body
RECEIVERS = (None, OFFICE, BODY)


def _history(*said: str) -> History:
    """Events as ``kind day``, of March 2025."""
    told = (one.split() for one in said)
    return History(tuple(Event(EventKind[kind], day(f"2025-03-{on}")) for kind, on in told))


def _bounds(receipt: Receipt | None) -> tuple[str, str | None, tuple[str, ...]]:
    found = present(receipt)
    last = f"{found.last.kind.name} {found.last.day:%d}" if found.last else None
    return f"{found.first.kind.name} {found.first.day:%d}", last, found.missing


class TestPassedOn:
    """Passed on, the body's own receipt counts, and the passing-on in its place."""

    @pytest.mark.parametrize("by", RECEIVERS)
    @pytest.mark.parametrize(
        ("said", "first", "last", "missing"),
        [
            (["receive 03", "transfer 05"], "transfer 05", "transfer 05", ()),
            (["receive 03", "transfer 05", "receive 06"], "receive 06", "receive 06", ()),
            (["receive 03", "transfer 05", "assign 05"], "transfer 05", "transfer 05", ()),
            (["transfer 05", "assign 07"], "transfer 05", "assign 07", ("receive",)),
            (
                ["transfer 05", "receive 06", "transfer 07"],
                "receive 06",
                "transfer 07",
                ("receive",),
            ),
            (["transfer 05", "transfer 07", "receive 08"], "receive 08", "receive 08", ()),
            (["transfer 05", "accept 06", "transfer 07"], "transfer 05", "transfer 05", ()),
            (["transfer 05", "notify 06", "receive 07"], "transfer 05", "transfer 05", ()),
        ],
    )
    def test_what_is_recorded(
        self,
        said: list[str],
        first: str,
        last: str,
        missing: tuple[str, ...],
        by: ReceivingBody | None,
    ) -> None:
        receipt = receipt_of(_history(*said), by)
        assert _bounds(receipt) == (first, last, missing)
        assert present(receipt).passed_on

    def test_where_each_is_a_level_the_last_one_counts(self) -> None:
        found = receipt_of(
            _history("receive 03", "transfer 05", "transfer 07"), None, by_level=True
        )
        assert _bounds(found) == ("transfer 07", "transfer 07", ())


class TestNotPassedOn:
    """Else the first receipt is that of the office or of the body itself, as is recorded."""

    @pytest.mark.parametrize(
        ("by", "said", "bounds"),
        [
            (BODY, ["receive 03"], ("receive 03", "receive 03", ())),
            (BODY, ["receive 03", "accept 07"], ("receive 03", "receive 03", ())),
            (None, ["receive 03"], ("receive 03", None, ("received_by",))),
            (None, ["receive 03", "notify 05"], ("receive 03", None, ("received_by",))),
            (None, ["receive 03", "accept 07"], ("receive 03", "accept 07", ("received_by",))),
            (None, ["receive 03", "accept 03"], ("receive 03", "receive 03", ())),
            (
                None,
                ["receive 03", "reply 09", "conclude 08"],
                ("receive 03", "conclude 08", ("received_by",)),
            ),
            (OFFICE, ["receive 03", "accept 07"], ("receive 03", "accept 07", ("transfer",))),
            # What was passed on after the body had it is no receipt of that body.
            (
                None,
                ["receive 03", "accept 07", "transfer 09"],
                ("receive 03", "accept 07", ("received_by",)),
            ),
        ],
    )
    def test_what_is_recorded(
        self,
        by: ReceivingBody | None,
        said: list[str],
        bounds: tuple[str, str | None, tuple[str, ...]],
    ) -> None:
        receipt = receipt_of(_history(*said), by)
        assert _bounds(receipt) == bounds
        assert not present(receipt).passed_on

    @pytest.mark.parametrize("said", [["receive 03"], ["receive 03", "notify 05"]])
    def test_received_by_the_office_alone_no_body_has_it(self, said: list[str]) -> None:
        assert receipt_of(_history(*said), OFFICE) is None

    @pytest.mark.parametrize("by", RECEIVERS)
    def test_never_received_there_is_no_receipt(self, by: ReceivingBody | None) -> None:
        assert receipt_of(_history("accept 07"), by) is None


class TestWithBody:
    """Whether a body has the matter is shown by a passing-on, by its acts, or recorded."""

    @pytest.mark.parametrize(
        ("by", "said", "with_body"),
        [
            (None, ["receive 03"], False),
            (OFFICE, ["receive 03"], False),
            (BODY, ["receive 03"], True),
            (OFFICE, ["receive 03", "transfer 05"], True),
            (None, ["receive 03", "accept 05"], True),
            (None, ["receive 03", "notify 05"], True),
            (None, ["receive 03", "register 05", "escalate 06"], False),
        ],
    )
    def test_what_is_recorded(
        self,
        by: ReceivingBody | None,
        said: list[str],
        with_body: bool,  # noqa: FBT001
    ) -> None:
        assert is_with_body(_history(*said), by) is with_body


class TestProperties:
    """The bounds are in order, and lie where something is recorded."""

    @given(meeting(K.receive, *PASSING_ON, K.accept, K.notify, K.reply), st.sampled_from(RECEIVERS))
    def test_the_first_bound_is_not_after_the_last(
        self, history: History, by: ReceivingBody | None
    ) -> None:
        receipt = receipt_of(history, by)
        if receipt is None:
            return
        assert receipt.first in history.events
        assert receipt.last is None or receipt.first.day <= receipt.last.day
        told = receipt.last is not None and receipt.first.day == receipt.last.day
        assert told is (receipt.missing == ())
