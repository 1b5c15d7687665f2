"""The policy of Gongshu: every clause of its source is carried out or set aside."""

from __future__ import annotations

from xinfang_core.policy import load_policy
from xinfang_core.vocabulary import EventKind

(EDITION,) = load_policy("gongshu").editions


class TestClauses:
    """Twenty-four items of the source, in its order."""

    def test_all_of_them_in_order(self) -> None:
        assert [one.clause_id for one in EDITION.clauses] == [str(n) for n in range(1, 25)]

    def test_set_aside_are_only_slogans_and_a_title_without_text(self) -> None:
        aside = {one.clause_id: one.set_aside for one in EDITION.clauses if one.set_aside}
        assert set(aside) == {"8", "9"}
        assert not [reason for reason in aside.values() if "待落实" in reason]

    def test_it_is_undated_and_picked_by_the_registration(self) -> None:
        assert EDITION.effective is None
        assert EDITION.picked_by is EventKind.register
