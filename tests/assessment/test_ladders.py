"""What moves a ladder: the limit its policy names, else the limits of that policy alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given

from assessing import CASES, EXAMPLES, IN_2025, MAINLAND, RECENT, appeal, assessed, with_rules
from checks import codes, day, deadline_of, present
from strategies import FEWER
from xinfang_core.assessment import assess
from xinfang_core.policy import PolicyPack, read_policy
from xinfang_core.rules.limits import DUTIES
from xinfang_core.vocabulary import Absent, ReplyKind, Status, SupervisionStep, Undetermined

if TYPE_CHECKING:
    from datetime import date

    from xinfang_core.case import Case
    from xinfang_core.decision import Decision
    from xinfang_core.rules.follow_through import copied_notice

BANDS = present(
    read_policy(EXAMPLES / "policies" / "gongshu-ladders")
    .on(day("2025-01-01"))
    .follow_through.copied_notice
)
"""One step from the first working day past due on, the next from the sixth."""


def _with_ladder(limit: str | None) -> PolicyPack:
    """The online-proxy system with a ladder of its own that names a limit, or none."""
    found = Absent.silent if limit is None else limit
    ladder = evolve(BANDS, limit=evolve(BANDS.limit, value=found))
    local = IN_2025.local | {"copied_notice"}
    return evolve(with_rules(IN_2025, copied_notice=ladder), local=local)


# Accepted on 3 March: 30 working days end on 15 April; the petitioner was to be told by the 18th
# of March and is not, so that on the 26th the notice is six working days late.
CASE = evolve(
    appeal(receive="2025-03-03", register="2025-03-03", accept="2025-03-03"),
    category=ReplyKind.investigation,
)
AS_OF = "2025-03-26"


def _copied(limit: str | None) -> Decision[SupervisionStep]:
    """The answer about the case under a ladder that names the limit, or none."""
    return present(assessed(CASE, AS_OF, _with_ladder(limit)).follow_through.copied_notice)


class TestOwnLimits:
    """A national delay is held against nobody by a local ladder that does not name it."""

    def test_the_national_limit_is_late_and_the_local_one_runs(self) -> None:
        answer = assessed(CASE, AS_OF, _with_ladder(None))
        assert deadline_of(answer.limits.notice_deadline).overdue_working_days == 6
        assert deadline_of(answer.limits.reply_deadline).status is Status.open
        decision = present(answer.follow_through.copied_notice)
        assert decision.outcome is Absent.none
        assert decision.reasons[0].text() == "答复期限的逾期工作日数为 0，尚未达到第一级"

    def test_a_limit_that_is_named_moves_it_wherever_it_stands(self) -> None:
        decision = present(
            assessed(CASE, AS_OF, _with_ladder("notice_deadline")).follow_through.copied_notice
        )
        assert decision.outcome is SupervisionStep.second_copy
        assert decision.reasons[0].text() == "告知期限的逾期工作日数为 6，应采取二级抄告"

    def test_no_other_limit_moves_it_then(self) -> None:
        decision = present(
            assessed(CASE, AS_OF, _with_ladder("review_deadline")).follow_through.copied_notice
        )
        assert decision.outcome is Undetermined.undetermined
        assert decision.missing == ("review_deadline",)

    def test_a_limit_that_the_policy_lacks_says_so(self) -> None:
        assert codes(_copied("promised_deadline").reasons) == ["ladder.no_limit"]

    @pytest.mark.parametrize("as_of", ["2025-04-16", "2025-05-30"])
    def test_its_own_limit_moves_it(self, as_of: str) -> None:
        answer = assessed(CASE, as_of, _with_ladder(None))
        late = deadline_of(answer.limits.reply_deadline).overdue_working_days
        step = BANDS.reached[late].value
        assert present(answer.follow_through.copied_notice).outcome is step
        assert step in SupervisionStep

    @FEWER
    @given(CASES, RECENT)
    def test_what_the_nation_asks_for_never_moves_a_local_ladder(
        self, case: Case, as_of: date
    ) -> None:
        pack = _with_ladder(None)
        national = [name for name in DUTIES if name not in pack.local]
        alone = with_rules(pack, **dict.fromkeys(national))
        with_both, without = (assess(case, one, MAINLAND, as_of) for one in (pack, alone))
        assert with_both.follow_through.copied_notice == without.follow_through.copied_notice


def test_a_national_ladder_goes_by_the_national_limits() -> None:
    ladder: copied_notice.Params = evolve(BANDS, limit=evolve(BANDS.limit, value=Absent.silent))
    national = present(IN_2025.follow_through.accountability)
    gravity = evolve(national, measure=ladder.measure, reached=ladder.reached)
    answer = assessed(CASE, AS_OF, with_rules(IN_2025, accountability=gravity))
    decision = present(answer.follow_through.accountability)
    assert decision.outcome is SupervisionStep.second_copy
    assert "告知期限" in decision.reasons[0].text()
