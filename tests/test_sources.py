"""Citations: where a value is written, and how firmly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies_params import citations
from xinfang_core.sources import Citation, Sourced, Table, weakest
from xinfang_core.vocabulary import Absent, Basis, Settled

FIRMNESS = {Basis.stated: 0, Basis.interpreted: 1, Basis.assumed: 2}
STATED = Citation("信访条例", "第三十三条", "60日内办结", Basis.stated)
INTERPRETED = Citation("信访条例", "第二十二条", "15日内书面告知", Basis.interpreted, "按自然日")
ASSUMED = Citation("", "以答复认定办结", "", Basis.assumed, "请确认")


class TestWeakest:
    """An answer is as firm as the weakest citation that it rests on."""

    @given(st.lists(citations(), min_size=1))
    def test_nothing_is_weaker_and_nothing_as_weak_comes_before(
        self, found: list[Citation]
    ) -> None:
        expected = max(FIRMNESS[one.basis] for one in found)
        answer = weakest(found)
        assert answer is next(one for one in found if FIRMNESS[one.basis] == expected)

    def test_assumed_is_weaker_than_interpreted_is_weaker_than_stated(self) -> None:
        assert weakest([STATED, INTERPRETED]) is INTERPRETED
        assert weakest([ASSUMED, INTERPRETED, STATED]) is ASSUMED
        assert weakest(iter([STATED])) is STATED

    def test_nothing_is_the_weakest_of_nothing(self) -> None:
        assert weakest([]) is None


class TestCitation:
    """Source, clause, phrase and basis on one line; the note stays apart."""

    def test_all_parts(self) -> None:
        assert STATED.text() == "信访条例 第三十三条“60日内办结”〔原文载明〕"
        assert STATED.text("en") == "信访条例 第三十三条“60日内办结”〔stated〕"

    def test_a_reading_made_in_code_has_neither_source_nor_phrase(self) -> None:
        assert ASSUMED.text() == "以答复认定办结〔推定〕"

    @given(citations())
    def test_the_note_is_not_part_of_the_line(self, citation: Citation) -> None:
        assert citation.note == "" or citation.note not in citation.text()

    def test_equal_citations_are_one_key(self) -> None:
        again = Citation("信访条例", "第三十三条", "60日内办结", Basis.stated)
        assert {STATED: 1}[again] == 1


class TestTable:
    """A complete table answers for every combination of its keys."""

    def test_each_cell_is_found_with_its_own_citation(self) -> None:
        yes: Sourced[int] = Sourced(20, STATED)
        no: Sourced[int] = Sourced(Absent.silent, ASSUMED)
        table = Table({Settled.yes: yes, Settled.no: no})
        assert table[Settled.yes] is yes
        assert table[Settled.no] is no

    def test_a_table_cannot_be_changed(self) -> None:
        table: Table[Settled, int] = Table({})
        with pytest.raises(AttributeError):
            table.cells = {}  # type: ignore[misc]
