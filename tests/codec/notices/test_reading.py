"""Files of notices: bounded, decoded, and named for what they are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from xinfang_core.codec.notices import read_notice, read_notice_text
from xinfang_core.errors import PolicyDataError

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "文号：甲1号\n年份：2026\n元旦：1月1日放假\n"
TOML = 'number = "甲1号"\nyear = 2026\n[[holiday]]\nname = "元旦"\noff = [2026-01-01]\n'


def saved(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def place_and_code(path: Path) -> tuple[str, str]:
    """Where and why a file cannot be read."""
    with pytest.raises(PolicyDataError) as caught:
        read_notice(path)
    (fault,) = caught.value.faults
    return fault.place, fault.code


class TestEncodings:
    """The text comes as editors save it; TOML is UTF-8."""

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_the_same_text_in_each(self, tmp_path: Path, encoding: str, end: str) -> None:
        path = saved(tmp_path, "通知.txt", TEXT.replace("\n", end).encode(encoding))
        assert read_notice(path) == read_notice_text(TEXT, "通知")

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
    def test_the_same_toml_with_or_without_a_mark(self, tmp_path: Path, encoding: str) -> None:
        notice = read_notice(saved(tmp_path, "通知.TOML", TOML.encode(encoding)))
        assert notice == read_notice_text(TEXT, "通知.txt")
        assert notice.days[0].day == date(2026, 1, 1)

    def test_toml_in_another_encoding(self, tmp_path: Path) -> None:
        path = saved(tmp_path, "a.toml", b"year = 2026\n" + TOML.encode("gb18030"))
        assert place_and_code(path) == ("a.toml:2", "notice_file.not_utf8")

    def test_text_in_another_encoding(self, tmp_path: Path) -> None:
        path = saved(tmp_path, "a.txt", TEXT.encode("utf-16"))
        assert place_and_code(path) == ("a.txt", "file.utf16")


class TestFiles:
    """A file that cannot be a notice is not read through."""

    def test_no_such_file(self, tmp_path: Path) -> None:
        assert place_and_code(tmp_path / "a.txt") == ("a.txt", "file.missing")

    def test_too_large(self, tmp_path: Path) -> None:
        path = saved(tmp_path, "a.txt", b"#" * 70_000)
        assert place_and_code(path) == ("a.txt", "notice_file.too_large")

    def test_too_large_as_text(self) -> None:
        with pytest.raises(PolicyDataError, match="65536 字节"):
            read_notice_text("甲" * 22_000, "a.toml")
