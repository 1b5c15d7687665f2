"""What is refused is told alike by all readers: the value, the nearest name, the system's no."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinfang_core.errors import Fault
from xinfang_core.refusals import shown, system_fault, unknown_name, written_day


@pytest.mark.parametrize(
    ("found", "written"),
    [
        (None, "null"),
        (True, "true"),
        ("x", '"x"'),
        (2.5, "2.5"),
        (date(2025, 3, 3), "2025-03-03"),
        ([[[[1]]]], "[[[...]]]"),
    ],
)
def test_a_foreign_value_is_repeated_as_its_file_writes_it(found: object, written: str) -> None:
    assert shown(found) == written


class TestNames:
    """A name that is not known comes with those that are, and with the nearest one."""

    def test_near_to_one(self) -> None:
        refused = unknown_name("key.unknown", "vallue", ("value", "unit"))
        assert refused.code == "key.unknown_near"
        assert dict(refused.facts) == {
            "found": "vallue",
            "known": ("value", "unit"),
            "nearest": "value",
        }

    def test_near_to_none(self) -> None:
        refused = unknown_name("key.unknown", 5, ("value", "unit"))
        assert (refused.code, dict(refused.facts)) == (
            "key.unknown",
            {"found": "5", "known": ("value", "unit")},
        )


class TestDays:
    """A date in another form is told in ours; what is none is told as it is."""

    @given(day=st.dates(date(1000, 1, 1)))
    def test_every_form_of_a_day_is_that_day(self, day: date) -> None:
        for form in ("{0}-{1}-{2}", "{0}/{1:02}/{2:02}", "{0}.{1}.{2}", "{0}年{1}月{2}日"):
            assert written_day(form.format(day.year, day.month, day.day)) == day
        assert written_day(day.strftime("%Y%m%d")) == day

    @pytest.mark.parametrize(
        "text",
        ["", "明年", "2026-02-30", "20261301", "123456", "2026-1", "1-1-2026", "2026-1-1 8:00"],
    )
    def test_what_is_no_day(self, text: str) -> None:
        assert written_day(text) is None


@pytest.mark.parametrize(
    ("error", "wanted"),
    [
        (FileNotFoundError(2, "no"), Fault("file.missing", (), "x")),
        (NotADirectoryError(20, "no"), Fault("file.missing", (), "x")),
        (IsADirectoryError(21, "no"), Fault("file.is_folder", (), "x")),
        (PermissionError(13, "no"), Fault("file.no_permission", (), "x")),
        (OSError(28, "full"), Fault("file.unwritable", (("why", "full"),), "x")),
    ],
)
def test_what_the_system_does_not_give_or_take(error: OSError, wanted: Fault) -> None:
    assert system_fault(error, "x", "file.unwritable") == wanted
