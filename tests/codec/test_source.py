"""A file that is read again and again: as it is, and only as long as it stays so."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest

from record_files import saved
from xinfang_core.case import Case
from xinfang_core.codec import open_register, read_records
from xinfang_core.codec import source as sources
from xinfang_core.codec.source import source_of, spooled
from xinfang_core.errors import Fault, RecordError

if TYPE_CHECKING:
    from pathlib import Path

MEGABYTE = 1024 * 1024


def test_the_lines_can_be_had_as_often_as_wanted(tmp_path: Path) -> None:
    with source_of(saved(tmp_path, "\ufeffa\r\nb\rc\n")) as source:
        lines = source.lines("")
        assert [*lines] == [*lines] == ["a\r\n", "b\r", "c\n"]
        assert [*source.lines("\n")] == ["a\r\n", "b\rc\n"]
        assert source.encoding == "utf-8"


def test_gb18030_is_known(tmp_path: Path) -> None:
    with source_of(saved(tmp_path, "信访件编号\n甲\n".encode("gb18030"))) as source:
        assert source.encoding == "gb18030"
        assert [*source.lines("\n")] == ["信访件编号\n", "甲\n"]


def test_a_character_between_two_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "_BLOCK", 4)
    with source_of(saved(tmp_path, "信访件编号\n甲\n")) as source:
        assert source.encoding == "utf-8"


@pytest.mark.parametrize("changed", [b"case_no\n2\n3\n", b"case_no\n\xff\n"])
def test_a_file_that_is_changed_meanwhile_is_refused(tmp_path: Path, changed: bytes) -> None:
    path = saved(tmp_path, "case_no\n1\n")
    with open_register(path) as register:
        assert [*register.cases()] == [Case("1")]
        path.write_bytes(changed)
        with pytest.raises(RecordError) as caught:
            list(register)
    assert [one.code for one in caught.value.faults] == ["file.changed"]


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, "case_no\n" + "".join(f"{at}\n" for at in range(9)))
    with open_register(path) as register:
        rows = iter(register)
        next(rows)
        with path.open("a") as stream:
            stream.write("9\n")
        with pytest.raises(RecordError) as caught:
            list(rows)
    assert [one.code for one in caught.value.faults] == ["file.changed"]


def test_a_byte_that_is_changed_in_secret_is_noticed(tmp_path: Path) -> None:
    path = saved(tmp_path, "case_no\n12\n")
    stands = path.stat()
    with open_register(path) as register:
        with path.open("r+b") as stream:
            stream.seek(8)
            stream.write(b"\xff\xff")
        os.utime(path, ns=(stands.st_atime_ns, stands.st_mtime_ns))
        with pytest.raises(RecordError) as caught:
            list(register)
    assert [one.code for one in caught.value.faults] == ["file.changed"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_read_once_and_kept_for_as_long_as_needed(tmp_path: Path) -> None:
    path = tmp_path / "pipe.csv"
    os.mkfifo(path)
    threading.Thread(target=path.write_text, args=("case_no\n1\n",), daemon=True).start()
    assert read_records(path).cases == (Case("1"),)


def test_a_pipe_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LARGEST_FILE", MEGABYTE)
    path = saved(tmp_path, b"x" * (3 * MEGABYTE))
    with (
        path.open("rb") as stream,
        pytest.raises(RecordError) as caught,
        spooled(stream, "-"),
    ):
        pass
    assert caught.value.text() == "-: 文件超过 1048576 字节，请拆分"


def test_what_cannot_be_read_is_told_by_its_name(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.csv", "file.missing"), (tmp_path, "file.is_folder")):
        with pytest.raises(RecordError) as caught, source_of(path):
            pass
        assert [(one.code, one.file) for one in caught.value.faults] == [(code, path.name)]


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    for name in ("r.csv", "r.jsonl", "r.json"):
        with pytest.raises(RecordError) as caught:
            read_records(saved(tmp_path, b"case_no\n1\0\n", name))
        assert [one.code for one in caught.value.faults] == ["file.binary"]
        with pytest.raises(RecordError) as caught:
            read_records(tmp_path / f"none-{name}")
        assert [one.code for one in caught.value.faults] == ["file.missing"]


def test_columns_and_quotes_are_told_together(tmp_path: Path) -> None:
    with pytest.raises(RecordError) as caught:
        read_records(saved(tmp_path, 'a,b\n1,"x\n'))
    assert [one.code for one in caught.value.faults] == ["columns.no_case_no", "row.bad_quotes"]


def test_a_disk_that_fails_is_told_by_the_name_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> str:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(sources, "_looked_at", fail)
    with pytest.raises(RecordError) as caught:
        read_records(saved(tmp_path, "case_no\n1\n"))
    assert caught.value.faults == (
        Fault("file.unreadable", (("why", "Input/output error"),), "r.csv"),
    )


def test_of_a_number_that_stands_everywhere_not_every_place_is_kept(tmp_path: Path) -> None:
    records = read_records(saved(tmp_path, "case_no\n" + "1\n" * 999))
    assert len(records.cases) == 999
    (note,) = records.notes
    assert dict(note.facts)["rows"] == tuple(range(2, 102))


def test_a_file_with_very_many_faults_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xinfang_core.codec.records._MOST_FAULTS", 3)
    with pytest.raises(RecordError) as caught:
        read_records(saved(tmp_path, "case_no,urgent\n" + "1,2\n" * 9))
    assert [one.line for one in caught.value.faults] == [2, 3, 4]
