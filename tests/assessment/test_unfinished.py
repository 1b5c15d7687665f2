"""What a reopening leaves undone, and whether a matter has ended: a review keeps it open."""

from __future__ import annotations

import pytest

from checks import day, recorded
from xinfang_core.assessment.unfinished import is_ended, left_undone
from xinfang_core.case import Event
from xinfang_core.vocabulary import EventKind

REPLIED = {"accept": "2025-03-03", "conclude": "2025-03-20", "reply": "2025-03-21"}
REVIEWED = {**REPLIED, "request_review": "2025-04-01", "review": "2025-04-25"}
ASKED_AGAIN = {**REVIEWED, "request_re_review": "2025-05-06"}


class TestReviews:
    """Regulation of 2022, Art. 35, 36: a matter under review is not at its end."""

    @pytest.mark.parametrize(
        ("days", "ended"),
        [
            ({"accept": "2025-03-03"}, False),
            (REPLIED, True),
            ({**REPLIED, "request_review": "2025-04-01"}, False),
            (REVIEWED, True),
            (ASKED_AGAIN, False),
            ({**ASKED_AGAIN, "re_review": "2025-05-30"}, True),
        ],
    )
    def test_it_has_ended_once_the_last_one_that_was_asked_for_is_decided(
        self, days: dict[str, str], *, ended: bool
    ) -> None:
        assert is_ended(recorded(**days)) is ended

    def test_a_decision_that_nobody_asked_for_opens_nothing(self) -> None:
        assert is_ended(recorded(**REPLIED, review="2025-04-25", re_review="2025-05-30"))

    def test_a_review_of_what_was_never_concluded_is_no_end_of_it(self) -> None:
        days = {"request_review": "2025-04-01", "review": "2025-04-25"}
        assert not is_ended(recorded(accept="2025-03-03", **days))


class TestAgain:
    """What was taken up again has ended once it is done again."""

    def test_a_reopening_is_not_the_end(self) -> None:
        assert not is_ended(recorded(**REPLIED, reopen="2025-04-07"))

    def test_done_again_it_is(self) -> None:
        days = {**REPLIED, "reopen": "2025-04-07", "resolve": "2025-04-14"}
        assert is_ended(recorded(**days))

    def test_what_is_owed_again_is_owed_since_the_last_reopening(self) -> None:
        reopened = (Event(EventKind.reopen, day(on)) for on in ("2025-04-07", "2025-05-12"))
        (owed,) = left_undone(None, recorded(*reopened, conclude="2025-03-20"))
        kind, reason = owed
        assert kind is EventKind.conclude
        assert dict(reason.facts)["at"] == day("2025-05-12")

    def test_what_comes_later_shows_that_the_earlier_was_done(self) -> None:
        days = {**REPLIED, "resolve": "2025-03-19", "reopen": "2025-04-07"}
        owed = [kind.name for kind, _ in left_undone(None, recorded(**days))]
        assert owed == ["resolve", "conclude", "reply"]
        replied = Event(EventKind.reply, day("2025-05-12"))
        assert [*left_undone(None, recorded(replied, **days))] == []
        resolved = Event(EventKind.resolve, day("2025-05-12"))
        owed = [kind.name for kind, _ in left_undone(None, recorded(resolved, **days))]
        assert owed == ["conclude", "reply"]
