"""A plot of bars as a picture."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from written_documents import WORDS
from xinfang_core.documents.blocks import Bar, Bars
from xinfang_core.documents.writers.bars_svg import bars_svg, longest, scaled
from xinfang_core.drawing.svg_text import width

NAME = "{http://www.w3.org/2000/svg}"


def plot(*bars: Bar, series: tuple[str, ...] = ("件数",), most: float | None = None) -> Bars:
    return Bars("办件量", bars, series, most, "件")


def drawn(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own


def lines(svg: str) -> list[str]:
    return [one.text or "" for one in drawn(svg).iter(f"{NAME}text")]


class TestLengths:
    """A bar is as long as its value, beside the longest."""

    def test_the_longest_fills_the_axis_unless_that_is_given(self) -> None:
        bars = (Bar("甲", (3, None), ("3", "")), Bar("乙", (5,), ("5",)))
        assert longest(plot(*bars)) == 5
        assert longest(plot(*bars, most=100)) == 100
        assert longest(plot(*bars, most=4)) == 5

    def test_nothing_at_all_divides_by_nothing(self) -> None:
        assert longest(plot()) == 1
        assert longest(plot(Bar("甲", (0, None), ("0", "")))) == 1

    def test_what_is_more_than_nothing_is_seen(self) -> None:
        assert [scaled(one, 1000, 400) for one in (None, 0, 0.001, 500, 1000)] == [
            0,
            0,
            2,
            200,
            400,
        ]


class TestThePicture:
    """It reads from top to bottom, and says in words what it shows."""

    def test_each_bar_has_its_label_and_its_words(self) -> None:
        bars = plot(
            Bar("九原", (3, 0), ("3", "0")),
            Bar("麻池", (None, 2), ("", "2")),
            series=("九月", "八月"),
        )
        assert lines(bars_svg(bars)) == [
            *("办件量（件）", "九月", "八月"),
            *("九原", "3", "0"),
            *("麻池", "—", "2"),
        ]
        root = drawn(bars_svg(bars))
        assert root.attrib["aria-label"] == "办件量：九原 3/0；麻池 —/2"

    def test_one_series_needs_no_name(self) -> None:
        assert lines(bars_svg(plot(Bar("甲", (1,), ("1",))))) == ["办件量（件）", "甲", "1"]

    def test_a_long_label_is_cut_and_told_in_full_on_pointing(self) -> None:
        svg = bars_svg(plot(Bar("便民服务中心" * 20, (1,), ("1",))))
        [label] = [one for one in lines(svg) if one.endswith("…")]
        assert width(label, 12) <= 200
        titles = [one.text for one in drawn(svg).iter(f"{NAME}title")]
        assert titles == ["便民服务中心" * 20]

    @pytest.mark.parametrize("count", [3, 20, 60])
    def test_no_bar_stands_on_another(self, count: int) -> None:
        bars = [Bar(f"镇{one}", (one, one / 2), (str(one), "半")) for one in range(count)]
        root = drawn(bars_svg(plot(*bars, series=("甲", "乙"))))
        [ground, *rects] = root.iter(f"{NAME}rect")
        places = [(int(one.attrib["y"]), int(one.attrib["height"])) for one in rects]
        filled = sorted(
            place for place, one in zip(places, rects, strict=True) if one.attrib["width"] != "1"
        )
        ends = [top + high for top, high in filled]
        assert all(end <= top for end, (top, _) in zip(ends[2:], filled[3:], strict=False))
        assert ends[-1] < int(ground.attrib["height"])

    @given(WORDS, st.floats(0, 1e9) | st.none())
    def test_whatever_the_words_are_it_is_well_formed(
        self, words: str, value: float | None
    ) -> None:
        svg = bars_svg(Bars(words, (Bar(words, (value,), (words,)),), (words, words)))
        root = drawn(svg)
        across = int(root.attrib["width"])
        for one in root.iter(f"{NAME}rect"):
            assert int(one.attrib.get("x", 0)) + int(one.attrib["width"]) <= across
