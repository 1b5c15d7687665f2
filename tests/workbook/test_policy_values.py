"""Values of a policy as cells and back."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinfang_core.refusals import RefusedError
from xinfang_core.vocabulary import Basis, EventKind, Unit
from xinfang_core.workbook.policy_values import BASES, TEXT, Wanted, value_read, value_shown

COUNT = Wanted("integer", may_lack=True)
AMOUNT = Wanted("decimal", may_lack=True)
DAY = Wanted("day", may_lack=True)
STEP = Wanted("choice", tuple(EventKind), "事项", may_lack=True)
UNIT = Wanted("choice", tuple(Unit), "单位")


class TestRoundTrip:
    """What a file writes is shown, and read back as the same."""

    @given(st.integers(0, 10**12 - 1))
    def test_whole_numbers(self, number: int) -> None:
        assert value_read(value_shown(number, COUNT), COUNT) == number
        assert value_read(float(number), COUNT) == number

    @given(st.decimals(0, 10**9, places=3))
    def test_amounts(self, amount: Decimal) -> None:
        written = int(amount) if amount == int(amount) else str(amount.normalize())
        assert value_read(value_shown(written, AMOUNT), AMOUNT) == written
        assert value_read(str(amount), AMOUNT) == written
        assert Decimal(str(value_read(float(amount), AMOUNT))) == amount

    @given(st.sampled_from(EventKind))
    def test_names_in_chinese_by_their_keys(self, step: EventKind) -> None:
        assert value_shown(step.name, STEP) == step.value
        assert value_shown(step.value, STEP) == step.value
        assert value_read(step.value, STEP) == value_read(step.name, STEP) == step.name

    @pytest.mark.parametrize("wanted", [COUNT, AMOUNT, DAY, STEP])
    @pytest.mark.parametrize(("written", "word"), [("silent", "原文未载明"), ("none", "无")])
    def test_what_is_not_there_in_words(self, written: str, word: str, wanted: Wanted) -> None:
        assert value_shown(written, wanted) == word
        assert value_read(word, wanted) == written

    def test_days(self) -> None:
        day = date(2027, 3, 1)
        assert value_shown(day, DAY) == day
        assert value_read(day, DAY) == day
        assert value_read(datetime(2027, 3, 1), DAY) == day  # noqa: DTZ001 - as a sheet has it
        assert value_read("2027/3/1", DAY) == day

    def test_text_without_blanks_around_it(self) -> None:
        assert value_read(" 答复 ", TEXT) == "答复"
        assert value_read(5, TEXT) == "5"
        assert value_read("", TEXT) is value_read(" ", COUNT) is value_read(None, BASES) is None


class TestRefused:
    """Nothing is guessed."""

    @pytest.mark.parametrize(
        ("cell", "wanted", "code"),
        [
            (7.5, COUNT, "book.not_integer"),
            ("-1", COUNT, "book.not_integer"),
            (10**13, COUNT, "book.not_integer"),
            (float("nan"), COUNT, "book.not_integer"),
            (True, COUNT, "book.not_integer"),
            ("七", AMOUNT, "book.not_decimal"),
            (0.1234567, AMOUNT, "book.not_decimal"),
            (date(2026, 1, 5), COUNT, "book.became_date"),
            (date(2026, 1, 5), TEXT, "book.became_date"),
            (datetime(2026, 1, 5), STEP, "book.became_date"),  # noqa: DTZ001
            ("不久", DAY, "book.not_date"),
            (45000, DAY, "book.not_date"),
            (True, TEXT, "book.not_text"),
            ("原文", BASES, "book.unknown_choice_near"),
            ("silent", BASES, "book.unknown_choice"),
        ],
    )
    def test_another_kind_of_value(self, cell: object, wanted: Wanted, code: str) -> None:
        with pytest.raises(RefusedError) as caught:
            value_read(cell, wanted)
        assert caught.value.code == code

    def test_a_number_is_told_as_the_cell_shows_it(self) -> None:
        with pytest.raises(RefusedError) as caught:
            value_read(Decimal("10.5"), COUNT)
        assert dict(caught.value.facts) == {"found": "10.5"}


class TestLists:
    """What may be chosen, in Chinese."""

    def test_a_value_may_also_be_untold(self) -> None:
        assert STEP.words[-1] == "原文未载明"
        assert UNIT.words == tuple(unit.value for unit in Unit)
        assert BASES.words == tuple(basis.value for basis in Basis)

    def test_a_number_is_no_choice(self) -> None:
        assert COUNT.words == TEXT.words == ()
