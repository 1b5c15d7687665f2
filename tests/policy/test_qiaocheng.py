"""Qiaocheng, clause by clause: what is encoded, what is set aside, and its readings."""

from __future__ import annotations

import pytest

from checks import day, present, recorded
from xinfang_core.case import Event
from xinfang_core.policy import load_policy
from xinfang_core.vocabulary import Absent, EventKind, Service, Tally
from xinfang_core.workflow import may_follow, record

POLICY = load_policy("qiaocheng")
(EDITION,) = POLICY.editions
CLAUSES = {clause.clause_id: clause for clause in EDITION.clauses}
SLOGANS = ("2", "10")


class TestClauses:
    """Ten rows of the source and five printed figures; only slogans are set aside."""

    def test_every_row_is_there_once(self) -> None:
        figures = [f"f{number}" for number in range(1, 6)]
        assert list(CLAUSES) == [*map(str, range(1, 11)), *figures]

    def test_only_slogans_are_set_aside(self) -> None:
        aside = {name: one.set_aside for name, one in CLAUSES.items() if one.set_aside}
        assert tuple(aside) == SLOGANS
        assert all(why.startswith("口号") for why in aside.values())

    def test_every_rule_of_the_file_carries_out_a_clause(self) -> None:
        encoded = {name for one in CLAUSES.values() for name in one.encoded_by}
        for rule in EDITION.params:
            assert any(one == rule or one.startswith(f"{rule}.") for one in encoded), rule


class TestSteps:
    """A matter is followed until it is written off, which comes once it is at its end."""

    def test_what_the_rule_calls_for_may_be_recorded(self) -> None:
        pack = POLICY.on(day("2025-01-01"))
        before = recorded(receive="2025-03-03", register="2025-03-03")
        assert EventKind.write_off not in may_follow(before, pack.flow)
        for end in present(pack.follow_through.write_off).owed_after.values:
            assert isinstance(end, EventKind)
            ended = recorded(*before.events, assign="2025-03-03", **{end.name: "2025-03-10"})
            written_off = Event(EventKind.write_off, day("2025-03-12"))
            assert record(ended, written_off, pack.flow).first(EventKind.write_off)


class TestReadings:
    """天 may mean calendar days, and the one day the next working day."""

    @pytest.mark.parametrize(
        ("variant", "word"), [("calendar_days", "天"), ("deploy_next_working_day", "1天")]
    )
    def test_each_reading_says_which_word_it_reads(self, variant: str, word: str) -> None:
        assert POLICY.variants[variant].reading_of == word

    def test_a_reading_changes_only_its_own_limits(self) -> None:
        plain = POLICY.on(day("2025-01-01"))
        other = POLICY.with_variant("deploy_next_working_day").on(day("2025-01-01"))
        assert plain.declared_limits != other.declared_limits
        assert plain.limits.resolution_deadline == other.limits.resolution_deadline
        assert plain.limits.progress_feedback_deadline == other.limits.progress_feedback_deadline


class TestLists:
    """The lists hold what the source lists, in its order."""

    def test_one_stop_service_and_three_times_unified(self) -> None:
        services = POLICY.on(day("2025-01-01")).station.services
        assert services is not None
        stop = [Service.receiving_visits, Service.mediating, Service.litigating, Service.disposing]
        assert [one for one in services.items.values if one in stop] == stop
        unified = [one for one in services.items.values if one.name.startswith("unified_")]
        assert len(unified) == 3

    def test_what_the_source_does_not_print_is_silent(self) -> None:
        indicators = POLICY.on(day("2025-01-01")).ledger.indicators
        assert indicators is not None
        assert indicators.counted[Tally.accepted].value is Absent.silent
