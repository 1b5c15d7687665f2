"""A notice as canonical TOML: read back it is the same notice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from xinfang_core.calendar import ArrangedDay, Notice
from xinfang_core.calendar.notice import Scope
from xinfang_core.codec.notices import notice_toml, read_notice_text
from xinfang_core.errors import MisuseError

NEW_YEAR = (
    ArrangedDay(date(2026, 1, 4), worked=True, name="元旦"),
    ArrangedDay(date(2026, 1, 1), worked=False, name="元旦"),
    ArrangedDay(date(2026, 1, 2), worked=False, name="元旦", in_lieu=True),
    ArrangedDay(date(2026, 1, 3), worked=False, name="元旦"),
)
NOTICE = Notice('甲"\\乙\u3000', 2026, date(2025, 11, 4), NEW_YEAR, title="题\n", link="https://x")

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12).filter(
    lambda text: not text or bool(text.strip())
)


@st.composite
def notices(draw: st.DrawFn) -> Notice:
    """Any notice that a file can say, its days in any order."""
    year = draw(st.integers(1900, 2999))
    scope = draw(st.sampled_from(Scope))
    amends = draw(st.booleans())
    regional = scope is Scope.region
    whole_year = regional and draw(st.booleans())
    window = st.integers(-3, 364).map(lambda number: date(year, 1, 1) + timedelta(number))
    days = draw(st.lists(window, unique=True, min_size=not whole_year, max_size=70))
    names = st.sampled_from(["元旦", "国庆节、中秋节", draw(texts) or "节"])
    may_work = amends or scope is not Scope.national
    arranged = []
    for day in days:
        worked = (may_work or day.weekday() >= 5) and draw(st.booleans())
        in_lieu = not worked and draw(st.booleans())
        arranged.append(ArrangedDay(day, worked=worked, name=draw(names), in_lieu=in_lieu))
    return Notice(
        number=draw(texts),
        year=year,
        issued=draw(st.none() | st.dates()),
        days=tuple(arranged),
        amends=amends,
        scope=scope,
        region=draw(st.from_regex(r"[0-9]{6}", fullmatch=True)) if regional else "",
        whole_year=whole_year,
        title=draw(texts),
        link=draw(texts),
    )


def in_order(notice: Notice) -> Notice:
    return evolve(notice, days=tuple(sorted(notice.days, key=lambda one: one.day)))


class TestWhatIsReadBack:
    """The file says all that the notice says."""

    @given(notices())
    def test_is_equal_with_the_days_in_order(self, notice: Notice) -> None:
        assert read_notice_text(notice_toml(notice), "x.toml") == in_order(notice)

    @given(notices())
    def test_is_written_the_same_again(self, notice: Notice) -> None:
        written = notice_toml(notice)
        assert notice_toml(read_notice_text(written, "x.toml")) == written

    def test_longer_than_any_range_it_comes_in_pieces(self) -> None:
        days = [date(2026, 3, 1) + timedelta(number) for number in range(130)]
        off = tuple(ArrangedDay(day, worked=False, name="节") for day in days)
        notice = Notice("", 2026, None, off, scope=Scope.office)
        assert read_notice_text(notice_toml(notice), "x.toml") == notice


class TestHowItLooks:
    """Short, in a fixed order, ranges as ranges."""

    def test_a_national_notice_names_its_days_in_lieu(self) -> None:
        assert notice_toml(NOTICE) == (
            'number = "甲\\"\\\\乙\\u3000"\n'
            'title = "题\\u000A"\n'
            'link = "https://x"\n'
            "issued = 2025-11-04\n"
            "year = 2026\n"
            'scope = "national"\n'
            "\n"
            "[[holiday]]\n"
            'name = "元旦"\n'
            'off = ["2026-01-01..2026-01-03"]\n'
            "in_lieu = [2026-01-02]\n"
            "worked = [2026-01-04]\n"
        )

    def test_a_region_and_a_year_told_in_full(self) -> None:
        notice = Notice("", 2026, None, (), scope=Scope.region, region="640000", whole_year=True)
        assert notice_toml(notice) == (
            'number = ""\nyear = 2026\nscope = "region"\nregion = "640000"\nwhole_year = true\n'
        )

    def test_what_cannot_be_seen_is_written_by_number(self) -> None:
        assert 'number = "\\u200B\\U000E0001甲"' in notice_toml(
            evolve(NOTICE, number="\u200b\U000e0001甲")
        )


class TestWhatNoFileCanSay:
    """Such a notice is refused before it is written."""

    def test_every_fault_at_once(self) -> None:
        notice = Notice("\ud800", 3000, None, (), title=" ", scope=Scope.region, region="六")
        with pytest.raises(MisuseError) as caught:
            notice_toml(notice)
        assert [(fault.path, fault.code) for fault in caught.value.faults] == [
            ("number", "notice_file.not_writable"),
            ("title", "notice_file.not_writable"),
            ("year", "notice_file.year"),
            ("region", "notice_file.region_code"),
            ("days", "notice_file.no_holiday"),
        ]

    def test_a_holiday_without_a_name(self) -> None:
        days = (ArrangedDay(date(2026, 1, 1), worked=False, name=""),)
        with pytest.raises(MisuseError, match="节日须有名称"):
            notice_toml(Notice("", 2026, None, days))
