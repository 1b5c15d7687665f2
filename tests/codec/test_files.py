"""Bytes of foreign files: bounded, decoded, and named for what they are."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from record_files import cases_in, complaints, saved
from xinfang_core.codec import files, read_records
from xinfang_core.codec.files import LARGEST_FILE, LONGEST_LINE, decode, read_bounded
from xinfang_core.errors import Fault, RecordError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MEGABYTE = 1024 * 1024
REGISTER = "信访件编号,收到日期\n甲〔2025〕1号,2025-09-30\n"


class EndlessFile(io.RawIOBase):
    """A file that is made while it is read; counts what was asked of it."""

    def __init__(self, block: Callable[[int], bytes], size: int) -> None:
        super().__init__()
        self.block, self.left, self.read_so_far = block, size, 0

    def read(self, size: int = -1) -> bytes:
        """As many bytes as are asked for, as long as there are any."""
        assert size >= 0
        size = min(size, self.left)
        self.left -= size
        self.read_so_far += size
        return self.block(size)


def fault_of(stream: io.RawIOBase, *, by_line: bool) -> Fault:
    """The one fault of reading ``stream``."""
    with pytest.raises(RecordError) as caught:
        read_bounded(stream, "r.csv", by_line=by_line)  # type: ignore[arg-type]
    (fault,) = caught.value.faults
    return fault


class TestEncodings:
    """UTF-8 with or without a mark, and GB18030, are read; all else is refused by name."""

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk"])
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_the_same_register_in_each(self, tmp_path: Path, encoding: str, end: str) -> None:
        (case,) = cases_in(tmp_path, REGISTER.replace("\n", end).encode(encoding))
        assert case.case_no == "甲〔2025〕1号"

    def test_a_mark_in_gb18030_is_no_part_of_the_header(self, tmp_path: Path) -> None:
        (case,) = cases_in(tmp_path, ("\ufeff" + REGISTER).encode("gb18030"))
        assert case.case_no == "甲〔2025〕1号"

    @pytest.mark.parametrize(
        ("content", "wanted"),
        [
            (REGISTER.encode("utf-16"), "编码为 UTF-16，请另存为 UTF-8 或者 GB18030"),
            (b"\xfe\xff\0a", "编码为 UTF-16，请另存为 UTF-8 或者 GB18030"),
            (
                b"case_no\nA-\xff\xff\n",
                "2:3: 编码不是 UTF-8，也不是 GB18030（字节 0xFF），请另存为 UTF-8",
            ),
            (b"PK\x03\x04\0", "这是 Excel 工作簿，请另存为“CSV UTF-8（逗号分隔）”"),
            (b"\xd0\xcf\x11\xe0", "这是 Excel 工作簿，请另存为“CSV UTF-8（逗号分隔）”"),
            (b"\x7fELF\0\0", "不是文本文件（含空字节）"),
            (b"", "文件是空的"),
            (b" \r\n\t\n", "文件是空的"),
            (b"\xef\xbb\xbf", "文件是空的"),
            (b"\xef\xbb\xbf\n \n", "文件是空的"),
        ],
    )
    @pytest.mark.parametrize("name", ["r.csv", "r.json", "r.jsonl"])
    def test_what_is_no_text(self, tmp_path: Path, content: bytes, wanted: str, name: str) -> None:
        assert complaints(tmp_path, content, name) == [wanted]

    @given(data=st.binary(max_size=200))
    def test_any_bytes_are_text_or_refused(self, data: bytes) -> None:
        faults: tuple[Fault, ...] = ()
        text = ""
        try:
            text = decode(data, "r.csv")
        except RecordError as error:
            faults = error.faults
        # What is blank to Python may be a mark that no office writes, and is text here.
        assert bool(faults) or text
        assert not (faults and text)
        assert "\0" not in text


BROKEN = "此处的字节 {} 不是 UTF-8，其余是：多半是传送或者截断时损坏的，请更正或者重新导出"


class TestBrokenBytes:
    """A file that is UTF-8 but for some bytes is never read as GB18030: they are named."""

    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
    def test_one_broken_byte_in_a_long_register(self, tmp_path: Path, mark: bytes) -> None:
        rows = [f"甲〔2025〕{number}号,2025-09-30\n" for number in range(2000)]
        lines = ["信访件编号,收到日期\n", *rows]
        data = [line.encode() for line in lines]
        data[1500] = data[1500].replace("号".encode(), "号".encode()[:-1])
        assert complaints(tmp_path, mark + b"".join(data)) == [
            f"1501:{len('甲〔2025〕1499') + 1}: {BROKEN.format('0xE5')}"
        ]

    def test_each_broken_byte_is_listed_and_the_rest_is_counted(self, tmp_path: Path) -> None:
        data = "信访件编号,备注\n".encode() + ("甲,受理通知书已经".encode()[:-1] + b"\n") * 23
        found = complaints(tmp_path, data)
        assert [line.partition(": ")[0] for line in found] == [
            *(f"{number}:9" for number in range(2, 22)),
            "……另有 3 处问题未列出",
        ]

    def test_a_mark_says_that_it_is_utf8_however_little_of_it_is(self, tmp_path: Path) -> None:
        content = b"\xef\xbb\xbf" + "case_no\n甲乙\n".encode("gb18030")
        assert [line.partition(": ")[0] for line in complaints(tmp_path, content)] == [
            *("2:1", "2:2", "2:3", "2:4"),
        ]

    @given(
        text=st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=8),
        data=st.data(),
    )
    def test_any_byte_that_is_lost_is_found_where_it_was(
        self, text: str, data: st.DataObject
    ) -> None:
        at = data.draw(st.integers(0, len(text) - 1))
        whole = text.encode()
        with pytest.raises(RecordError) as caught:
            decode(b"a\n" + whole[: at * 3 + 2] + whole[at * 3 + 3 :], "r.csv")
        fault, *others = caught.value.faults
        assert (fault.code, fault.line, fault.column) == ("file.broken_byte", 2, at + 1)
        assert others == []

    @given(
        text=st.text(
            st.sampled_from("信访件编号收到日期甲乙丙丁张三李四区街道办〔〕，。"), min_size=1
        )
    )
    def test_chinese_text_in_gb18030_is_still_read(self, text: str) -> None:
        assert decode(text.encode("gb18030"), "r.csv") == text


class TestBounds:
    """A file is refused as soon as it passes a bound, whatever still follows."""

    def test_a_line_of_a_gigabyte(self) -> None:
        stream = EndlessFile(b"x".__mul__, 1024 * MEGABYTE)
        fault = fault_of(stream, by_line=True)
        assert fault.text() == "r.csv:1: 这一行超过 1048576 字节，不像登记表的一行"
        assert stream.read_so_far <= 3 * MEGABYTE

    def test_the_long_line_is_named(self) -> None:
        blocks = [b"a,b\n1,2\n3,", b"4" * (LONGEST_LINE - 1), b"4\n", b""]
        fault = fault_of(EndlessFile(lambda _: blocks.pop(0), MEGABYTE), by_line=True)
        assert (fault.code, fault.line) == ("file.line_too_long", 3)

    @pytest.mark.parametrize("end", [b"", b"\n", b"\nx"])
    def test_the_longest_line_is_read(self, end: bytes) -> None:
        data = b"a\n" + b"x" * LONGEST_LINE + end
        assert read_bounded(io.BytesIO(data), "r.csv", by_line=True) == data

    def test_a_line_that_grows_from_block_to_block(self) -> None:
        blocks = [b"x" * (LONGEST_LINE // 2), b"x" * (LONGEST_LINE // 2), b"x", b""]
        fault = fault_of(EndlessFile(lambda _: blocks.pop(0), MEGABYTE), by_line=True)
        assert (fault.code, fault.line) == ("file.line_too_long", 1)

    @pytest.mark.parametrize("by_line", [True, False])
    def test_a_file_that_never_ends(
        self, monkeypatch: pytest.MonkeyPatch, *, by_line: bool
    ) -> None:
        monkeypatch.setattr(files, "LARGEST_FILE", 4 * MEGABYTE)
        stream = EndlessFile(lambda size: b"x\n" * (size // 2), LARGEST_FILE * 16)
        fault = fault_of(stream, by_line=by_line)
        assert fault.text() == "r.csv: 文件超过 4194304 字节，请拆分"
        assert stream.read_so_far <= 5 * MEGABYTE

    def test_the_bounds_as_documented(self) -> None:
        assert LARGEST_FILE == 256 * MEGABYTE
        assert LONGEST_LINE == MEGABYTE

    def test_json_may_stand_on_one_long_line(self) -> None:
        data = b"x" * (3 * LONGEST_LINE)
        assert read_bounded(io.BytesIO(data), "r.json", by_line=False) == data

    @given(
        lines=st.lists(st.integers(0, 12), max_size=8).map(tuple),
        size=st.integers(1, 7),
        ended=st.booleans(),
    )
    def test_blocks_of_any_size_make_no_difference(
        self, lines: tuple[int, ...], size: int, *, ended: bool
    ) -> None:
        data = b"\n".join(b"x" * length for length in lines) + b"\n" * ended
        wanted = next((at for at, length in enumerate(lines, 1) if length > 7), None)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(files, "_BLOCK", size)
            patch.setattr(files, "LONGEST_LINE", 7)
            try:
                assert read_bounded(io.BytesIO(data), "r.csv", by_line=True) == data
                found = None
            except RecordError as error:
                found = error.faults[0].line
        assert found == wanted


class TestPaths:
    """A path that leads nowhere, or not to a file, is said to do so."""

    def test_no_such_file(self, tmp_path: Path) -> None:
        with pytest.raises(RecordError) as caught:
            read_records(tmp_path / "r.csv")
        assert caught.value.text() == "r.csv: 没有这个文件或者文件夹"

    def test_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(RecordError) as caught:
            read_records(tmp_path)
        assert caught.value.text() == f"{tmp_path.name}: 这是文件夹，须为文件"

    def test_a_folder_without_a_name_of_its_own(self) -> None:
        from pathlib import Path

        with pytest.raises(RecordError) as caught:
            read_records(Path())
        assert caught.value.text() == ".: 这是文件夹，须为文件"

    def test_a_name_that_is_too_long(self, tmp_path: Path) -> None:
        with pytest.raises(RecordError) as caught:
            read_records(tmp_path / f"{'x' * 300}.csv")
        assert ": 无法读取文件：" in caught.value.text()

    def test_a_file_that_may_not_be_read(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = saved(tmp_path, REGISTER)

        def refuse(self: Path, *_: object) -> None:
            raise PermissionError(13, f"Permission denied: {self}")

        monkeypatch.setattr("pathlib.Path.open", refuse)
        with pytest.raises(RecordError) as caught:
            read_records(path)
        assert caught.value.text() == "r.csv: 没有读写权限"
