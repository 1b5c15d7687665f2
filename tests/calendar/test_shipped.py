"""The notice files that come with the library are held to what a host's files must fulfil."""

from __future__ import annotations

from pathlib import Path

import pytest

import xinfang_core.calendar
from xinfang_core.calendar import region_notices, regions
from xinfang_core.calendar.mainland import mainland_notices
from xinfang_core.codec.notices import read_notice

FOLDER = Path(xinfang_core.calendar.__file__).with_name("notices")
FILES = sorted(FOLDER.rglob("*.toml"))
"""One notice each."""


class TestShippedFiles:
    """Read strictly they say what the calendar takes from them, and none is left over."""

    @pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
    def test_each_reads_strictly_to_a_notice_in_use(self, file: Path) -> None:
        scope = file.parent.name
        used = mainland_notices() if scope == "national" else region_notices(scope)
        assert used.count(read_notice(file)) == 1

    def test_the_nation_has_as_many_notices_as_files(self) -> None:
        assert len(mainland_notices()) == len(list(FOLDER.glob("national/*.toml")))

    def test_a_national_file_is_named_by_its_year_an_amendment_by_its_day_of_issue(self) -> None:
        for file in FOLDER.glob("national/*.toml"):
            notice = read_notice(file)
            assert file.stem == str(notice.issued if notice.amends else notice.year)

    def test_each_region_has_as_many_notices_as_files(self) -> None:
        found = {code: len(region_notices(code)) for code, _ in regions()}
        assert found == {
            folder.name: len(list(folder.glob("*.toml")))
            for folder in FOLDER.iterdir()
            if folder.is_dir() and folder.name != "national"
        }

    def test_each_region_has_one_name_and_its_own_code(self) -> None:
        names = dict(regions())
        for file in FILES:
            if file.parent.name in names:
                text = file.read_text(encoding="utf-8")
                assert f'region = "{file.parent.name}"' in text
                assert f'region_name = "{names[file.parent.name]}"' in text
