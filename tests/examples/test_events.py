"""What happened, written in one cell."""

from __future__ import annotations

import pytest

from example_tables import GENERAL, one, read
from xinfang_core.errors import RecordError
from xinfang_core.examples.events import read_events
from xinfang_core.refusals import RefusedError
from xinfang_core.vocabulary import EventKind, SupervisionStep


class TestTheFormOfTheCell:
    """Day, kind and pairs; between events a semicolon or a line break."""

    def test_a_day_a_kind_and_more_about_it(self) -> None:
        assert read_events("2025-10-03 督办 督办措施=工作提醒函；2025-10-08 见面") == [
            {"at": "2025-10-03", "kind": "督办", "督办措施": "工作提醒函"},
            {"at": "2025-10-08", "kind": "见面"},
        ]

    @pytest.mark.parametrize("between", ["；", ";", "\n", "\r\n", "；\n"])
    def test_events_stand_between_semicolons_or_on_lines(self, between: str) -> None:
        assert len(read_events(f"2025-10-03 reply{between}2025-10-08 archive{between}")) == 2

    def test_an_instant_may_have_a_blank(self) -> None:
        (event,) = read_events("2025-10-03　09:30 reply")
        assert event == {"at": "2025-10-03 09:30", "kind": "reply"}

    @pytest.mark.parametrize(
        "cell", ["督办", "2025-10-03", "2025-10-03 督办 措施", "2025-10-03 a=b"]
    )
    def test_anything_else_is_refused_by_its_number(self, cell: str) -> None:
        with pytest.raises(RefusedError) as refused:
            read_events(f"2025-10-01 reply；{cell}")
        assert refused.value.facts == (("number", 2),)

    def test_a_key_stands_once(self) -> None:
        with pytest.raises(RefusedError) as refused:
            read_events("2025-10-03 督办 step=约谈 step=约谈")
        assert refused.value.code == "example.event_twice"


class TestTheReadersOfRecords:
    """What is in the parts is read, and refused, as in any record."""

    def test_events_go_through_them(self) -> None:
        case = one({**GENERAL, "events": "2025-10-03 督办 督办措施=工作提醒函"}).case
        assert case is not None
        (event,) = case.history.all(EventKind.supervise)
        assert event.step is SupervisionStep.reminder_letter

    def test_numbers_and_truth_are_read_as_in_a_table(self) -> None:
        cell = "2025-10-03 extend extension=5 reason_told=是"
        case = one({**GENERAL, "events": cell}).case
        assert case is not None
        (event,) = case.history.all(EventKind.extend)
        assert (event.extension, event.reason_told) == (5, True)

    def test_their_faults_are_told_with_the_number_of_the_event(self) -> None:
        with pytest.raises(RecordError) as error:
            read({**GENERAL, "events": "2025-10-03 督办 督办措施=提醒函", "want.incentive": "x"})
        assert "events[0].督办措施" in error.value.text()

    def test_a_cell_that_has_no_events_is_named(self) -> None:
        with pytest.raises(RecordError) as error:
            read({**GENERAL, "events": "很多事"})
        assert "table.csv:3:8: events: 第 1 件看不懂" in error.value.text()
