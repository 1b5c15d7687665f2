"""A notice as TOML: what may be written, and each fault at its place."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from xinfang_core.calendar.notice import Scope
from xinfang_core.calendar.shipped import make_notice
from xinfang_core.codec.notices import read_notice, read_notice_text
from xinfang_core.errors import PolicyDataError

if TYPE_CHECKING:
    from xinfang_core.calendar import Notice

HEAD = 'number = ""\nyear = 2026\n'
HOLIDAY = '[[holiday]]\nname = "节"\n'
SHIPPED = [
    path
    for path in sorted(Path(str(files("xinfang_core.calendar") / "notices")).rglob("*.toml"))
    if "number" in tomllib.loads(path.read_text("utf-8"))
]


def read(text: str) -> Notice:
    return read_notice_text(text, "a.toml")


def faults(text: str) -> list[tuple[str, str, str]]:
    """Place, path and code of each fault, which all can be said in both languages."""
    with pytest.raises(PolicyDataError) as caught:
        read(text)
    assert caught.value.text("en")
    assert caught.value.text("zh")
    return [(one.place.removeprefix("a.toml"), one.path, one.code) for one in caught.value.faults]


def days(notice: Notice) -> dict[str, str]:
    """Each day with what it is."""
    kinds = {(True, False): "worked", (False, False): "off", (False, True): "in lieu"}
    return {str(one.day): kinds[one.worked, one.in_lieu] for one in notice.days}


class TestWhatMayBeWritten:
    """All of a notice, with native dates and with ranges."""

    def test_every_key(self) -> None:
        notice = read(
            'number = "甲〔2026〕1号"\ntitle = "题"\nlink = "https://x"\nissued = 2026-02-01\n'
            'year = 2026\namends = true\nscope = "地方"\nregion = "450000"\nregion_name = "广西"\n'
            f"whole_year = true\n{HOLIDAY}"
            'off = ["2026-04-17..2026-04-20"]\nin_lieu = [2026-04-20]\nworked = [2026-04-26]\n'
        )
        assert (notice.number, notice.title, notice.link) == ("甲〔2026〕1号", "题", "https://x")
        assert (notice.scope, notice.region) == (Scope.region, "450000")
        assert (notice.issued, notice.amends, notice.whole_year) == (date(2026, 2, 1), True, True)
        assert days(notice) == {
            "2026-04-17": "off",
            "2026-04-18": "off",
            "2026-04-19": "off",
            "2026-04-20": "in lieu",
            "2026-04-26": "worked",
        }

    def test_a_year_without_days_of_its_own(self) -> None:
        head = 'number = ""\nyear = 2026\nscope = "region"\nregion = "640000"\nwhole_year = true\n'
        assert read(head).days == ()

    @pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
    def test_every_notice_that_comes_with_the_library(self, path: Path) -> None:
        shipped = make_notice(tomllib.loads(path.read_text("utf-8")))
        assert read_notice(path) == shipped


class TestDaysInLieu:
    """A national notice need not name them."""

    SPRING = f'{HEAD}{HOLIDAY}off = ["2026-02-15..2026-02-23"]\n'

    def test_they_are_the_weekdays_that_are_not_statutory(self) -> None:
        found = [day for day, kind in days(read(self.SPRING)).items() if kind == "in lieu"]
        assert found == ["2026-02-20", "2026-02-23"]

    def test_an_empty_list_says_that_there_are_none(self) -> None:
        assert "in lieu" not in days(read(f"{self.SPRING}in_lieu = []\n")).values()

    def test_an_amendment_gives_as_many_as_it_has_worked_weekend_days(self) -> None:
        text = f"amends = true\n{self.SPRING}"
        assert "in lieu" not in days(read(text)).values()
        kinds = days(read(f"{text}worked = [2026-02-28, 2026-03-02]\n"))
        assert [day for day, kind in kinds.items() if kind == "in lieu"] == ["2026-02-23"]

    def test_another_scope_has_those_it_names(self) -> None:
        assert "in lieu" not in days(read(f'scope = "office"\n{self.SPRING}')).values()

    def test_outside_the_tabled_years_they_are_named(self) -> None:
        text = f'number = ""\nyear = 1999\n{HOLIDAY}off = [1999-10-04]\n'
        assert faults(text) == [(":2:8", "year", "notice_file.year_not_tabled")]
        assert days(read(f"{text}in_lieu = []\n")) == {"1999-10-04": "off"}
        assert days(read(text.replace("off = [1999-10-04]", "worked = [1999-10-09]")))


class TestFaultsOfTheHead:
    """Nothing is taken for what it is not."""

    def test_nothing_at_all(self) -> None:
        assert faults("") == [
            ("", "", "key.missing"),
            ("", "", "key.missing"),
            ("", "", "notice_file.no_holiday"),
        ]

    def test_slips_of_the_pen_name_the_nearest_key(self) -> None:
        with pytest.raises(PolicyDataError, match="是否为“amends”"):
            read(f"amend = true\n{HEAD}{HOLIDAY}off = [2026-01-01]\n")

    @pytest.mark.parametrize(
        ("line", "place", "code"),
        [
            ('amends = "true"', ":1:10", "notice_file.not_truth"),
            ("whole_year = 1", ":1:14", "notice_file.not_truth"),
            ("whole_year = true", ":1:14", "notice_file.whole_year"),
            ('issued = "2025-11-04"', ":1:10", "value.date_form"),
            ('issued = "十一月"', ":1:10", "value.not_date"),
            ('scope = "regional"', ":1:9", "value.unknown_term_near"),
            ('scope = "region"', ":1:9", "notice_file.region_missing"),
            ('region = "450000"', ":1:10", "notice_file.region_needless"),
            ('scope = "region"\nregion = "45"', ":2:10", "notice_file.region_code"),
            ('scope = "region"\nregion = ""', ":2:10", "value.not_text"),
            ('region_name = "广西"', ":1:1", "notice_file.region_name"),
            ('title = ""', ":1:9", "value.not_text"),
        ],
    )
    def test_each_at_its_place(self, line: str, place: str, code: str) -> None:
        found = faults(f"{line}\n{HEAD}{HOLIDAY}off = [2026-01-01]\n")
        assert [(where, what) for where, _, what in found] == [(place, code)]

    @pytest.mark.parametrize("year", ["26", "20260", '"2026"', "true"])
    def test_a_year_is_a_number_of_four_digits(self, year: str) -> None:
        ((place, path, _),) = faults(f'number = ""\nyear = {year}\n{HOLIDAY}off = [2026-01-01]\n')
        assert (place, path) == (":2:8", "year")


class TestFaultsOfTheDays:
    """Each at the item where it is written, all at once."""

    @pytest.mark.parametrize(
        ("item", "code"),
        [
            ('"2026-01-01"', "notice_file.not_day"),
            ("20260101", "notice_file.not_day"),
            ('"2026-02-28..2026-02-30"', "notice_file.no_such_date"),
            ('"2026-01-03..2026-01-01"', "notice_file.reversed"),
            ('"2026-01-01..2026-12-31"', "notice_file.range_too_long"),
        ],
    )
    def test_items_that_are_no_days(self, item: str, code: str) -> None:
        text = f"{HEAD}{HOLIDAY}off = [\n  2026-01-01,\n  {item},\n]\n"
        assert faults(text) == [(":7:3", "holiday[0].off[1]", code)]

    def test_contradictions_are_placed_where_the_day_is_written(self) -> None:
        text = (
            f'{HEAD}{HOLIDAY}off = ["2026-01-01..2026-01-03"]\nworked = [2026-01-05]\n'
            f"{HOLIDAY}off = [2025-12-01, 2026-01-03]\nworked = [2026-01-02]\n"
        )
        assert faults(text) == [
            (":6:11", "holiday[0].worked[0]", "notice.weekday_worked"),
            (":9:8", "holiday[1].off[0]", "notice.other_year"),
            (":9:20", "holiday[1].off[1]", "notice.day_twice"),
            (":10:11", "holiday[1].worked[0]", "notice.weekday_worked"),
            (":10:11", "holiday[1].worked[0]", "notice.off_and_worked"),
        ]

    def test_faults_of_the_head_do_not_hide_those_of_the_days(self) -> None:
        text = f'{HEAD}scope = "region"\n{HOLIDAY}off = [2025-12-01]\n'
        assert [code for _, _, code in faults(text)] == [
            "notice_file.region_missing",
            "notice.other_year",
        ]

    def test_a_day_in_lieu_is_a_day_off(self) -> None:
        text = f"{HEAD}{HOLIDAY}off = [2026-01-02]\nin_lieu = [2026-01-05]\n"
        assert faults(text) == [(":6:12", "holiday[0].in_lieu[0]", "notice_file.in_lieu_not_off")]

    def test_a_holiday_has_days_and_a_name(self) -> None:
        assert faults(f"{HEAD}[[holiday]]\noff = []\nwork = []\n") == [
            (":3:1", "holiday[0]", "key.missing"),
            (":3:1", "holiday[0]", "notice_file.no_days"),
            (":5:1", "holiday[0].work", "key.unknown_near"),
        ]

    def test_a_list_is_a_list(self) -> None:
        text = f"{HEAD}{HOLIDAY}off = 2026-01-01\n"
        assert faults(text) == [(":5:7", "holiday[0].off", "value.not_list")]

    def test_a_notice_has_holidays(self) -> None:
        assert [code for _, _, code in faults(HEAD)] == ["notice_file.no_holiday"]

    def test_what_is_no_toml_is_refused_at_its_place(self) -> None:
        assert faults("number \uff1d 1\n") == [(":1:8", "", "toml.full_width")]
