"""Numbers as they stand in a phrase: in digits or Chinese numerals, always as a whole."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinfang_core.policy.phrases import chinese_number, numbers_in

DIGITS = "零一二三四五六七八九"
ROWS = "〇一二三四五六七八九"


def numeral(number: int) -> str:
    """``number`` below a hundred thousand as it is spoken, the long way: the oracle."""
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        gap = "零" if 0 < low < 1000 else ""
        return f"{numeral(high)}万{gap}{_below(low) if low else ''}"
    return _below(number)


def _below(number: int) -> str:
    """A number below ten thousand; the first 一 of 一十五 stays, as within larger numbers."""
    text, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if zero and text else "") + DIGITS[digit] + name
        zero = digit == 0
        if number % unit == 0:
            break
    return text


class TestNumerals:
    """A number that is written in Chinese numerals is read back as the same number."""

    @given(number=st.integers(1, 99_999))
    def test_every_number_reads_back(self, number: int) -> None:
        assert chinese_number(numeral(number)) == number
        assert numbers_in(f"须在{numeral(number)}日内") == {Decimal(number)}

    @given(number=st.integers(10, 19))
    def test_the_first_one_of_ten_may_be_left_out(self, number: int) -> None:
        spoken = numeral(number).removeprefix("一")
        assert numbers_in(f"{spoken}日") == {Decimal(number)}

    @given(number=st.integers(0, 9999))
    def test_digits_in_a_row_are_read_as_written(self, number: int) -> None:
        row = "".join(ROWS[int(digit)] for digit in f"{number:04}")
        assert numbers_in(f"{row}年") == {Decimal(number)}

    @given(number=st.integers(0, 99_999))
    def test_arabic_digits_of_either_width(self, number: int) -> None:
        wide = "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
        assert numbers_in(f"{number}日") == numbers_in(f"{wide}日") == {Decimal(number)}

    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("十", 10),
            ("两百", 200),
            ("一百十五", 115),
            ("一千零五", 1005),
            ("一万二千", 12_000),
            ("万", 10_000),
            ("十万", 100_000),
            ("万万", 100_000_000),
        ],
    )
    def test_worked_examples(self, text: str, number: int) -> None:
        assert chinese_number(text) == number


class TestPhrases:
    """Every number of a phrase counts, and no part of one does."""

    @pytest.mark.parametrize(
        ("phrase", "numbers"),
        [
            ("15日内书面告知", ["15"]),
            ("紧急事项1日内回复", ["1"]),
            ("一刻钟步行区", ["15"]),
            ("半年", ["0.5"]),
            ("两个月", ["2"]),
            ("六十日，可延长三十日", ["60", "30"]),
            ("第三十一条第六项", ["31", "6"]),
            ("98.6%", ["98.6"]),
            ("10元…15元…20元", ["10", "15", "20"]),
            ("公职人员", []),
            ("千千万万", ["200000000000"]),
            ("①", []),
        ],
    )
    def test_what_stands_in_it(self, phrase: str, numbers: list[str]) -> None:
        assert numbers_in(phrase) == {Decimal(number) for number in numbers}

    @given(number=st.integers(1, 9), before=st.integers(1, 9))
    def test_a_digit_is_not_in_a_longer_number(self, number: int, before: int) -> None:
        assert numbers_in(f"{before}{number}日") == {Decimal(10 * before + number)}

    @given(phrase=st.text(st.characters() | st.sampled_from(f"{ROWS}零两十百千万半0123456789.")))
    def test_any_text_is_read_without_complaint(self, phrase: str) -> None:
        assert all(number >= 0 for number in numbers_in(phrase))
