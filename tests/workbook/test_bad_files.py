"""Files that are no sound workbook: each is told for what it is, with what to do."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from attrs import evolve

from workbooks import MAIN, by_hand, changed, packed, parts_of, refusal, save, sheet_of
from xinfang_core.errors import RecordError
from xinfang_core.workbook import container, grid
from xinfang_core.workbook.container import is_workbook
from xinfang_core.workbook.opening import open_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from xinfang_core.workbook.container import Kind

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMB = 32 * 1024 * 1024


def file(folder: Path, content: bytes, name: str = "a.xlsx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def sound(folder: Path) -> Path:
    return save(sheet_of([["甲", 1]]), folder / "a.xlsx")


class TestKindsOfFiles:
    """What a file is called says nothing; its content does."""

    @pytest.mark.parametrize("name", ["台账.xls", "台账.et", "台账.xlsx"])
    def test_xls_and_et(self, tmp_path: Path, name: str) -> None:
        told = refusal(file(tmp_path, OLE + bytes(4096), name))
        kinds = "这是 .xls、.et、.xlsb 或者 .ods 格式的表格"
        assert told == f"{name}: {kinds}，请在 Excel 或者 WPS 中另存为 .xlsx"

    def test_ods_whatever_it_is_called(self, tmp_path: Path) -> None:
        kind = b"application/vnd.oasis.opendocument.spreadsheet"
        path = packed(tmp_path / "a.xlsx", {"mimetype": kind, "content.xml": b"<x/>"})
        assert "另存为 .xlsx" in refusal(path)

    def test_xlsb(self, tmp_path: Path) -> None:
        assert ".xlsb" in refusal(packed(tmp_path / "a.xlsx", {"xl/workbook.bin": b""}))

    def test_an_encrypted_workbook(self, tmp_path: Path) -> None:
        path = file(tmp_path, OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
        assert refusal(path) == "a.xlsx: 工作簿设有打开密码，请去掉密码后另存为 .xlsx"

    def test_a_zip_with_a_password(self, tmp_path: Path) -> None:
        content = bytearray(sound(tmp_path).read_bytes())
        at = content.index(b"PK\x01\x02")
        content[at + 8] |= 1
        assert "密码" in refusal(file(tmp_path, bytes(content)))

    def test_a_workbook_with_macros(self, tmp_path: Path) -> None:
        path = changed(sound(tmp_path), **{"xl__vbaProject.bin": b"x"})
        assert refusal(path) == "a.xlsx: 工作簿含有宏，请另存为不含宏的 .xlsx"

    @pytest.mark.parametrize(
        "content", ["信访件编号,登记日期\n".encode(), b"<html><table>", "甲\n".encode("gb18030")]
    )
    def test_text_in_the_clothes_of_a_workbook(self, tmp_path: Path, content: bytes) -> None:
        assert "把扩展名改为 .csv" in refusal(file(tmp_path, content))

    @pytest.mark.parametrize("content", [b"", bytes(100)])
    def test_an_empty_file(self, tmp_path: Path, content: bytes) -> None:
        assert refusal(file(tmp_path, content)) == "a.xlsx: 文件是空的"

    @pytest.mark.parametrize(
        "parts", [{"word/document.xml": b""}, {"mimetype": b"x"}, {"[Content_Types].xml": b""}]
    )
    def test_another_zip(self, tmp_path: Path, parts: dict[str, bytes]) -> None:
        assert "内容不是 Excel 工作簿" in refusal(packed(tmp_path / "a.xlsx", parts))

    def test_no_such_file(self, tmp_path: Path) -> None:
        assert refusal(tmp_path / "a.xlsx") == "a.xlsx: 没有这个文件或者文件夹"

    def test_a_workbook_is_known_by_name_or_content(self, tmp_path: Path) -> None:
        plain = file(tmp_path, b"a,b", "a.csv")
        named = sound(tmp_path).rename(tmp_path / "b.csv")
        assert [is_workbook(one) for one in (plain, named, tmp_path / "c.XLSX", tmp_path)] == [
            *(False, True, True, False)
        ]


class TestBounds:
    """Nothing is unpacked without end."""

    def test_a_zip_bomb(self, tmp_path: Path) -> None:
        path = sound(tmp_path)
        with ZipFile(path, "a", ZIP_DEFLATED) as archive:
            archive.writestr("xl/media/image1.png", bytes(BOMB))
        assert "展开后过大" in refusal(path)

    @pytest.mark.parametrize(
        ("less", "said"),
        [
            (evolve(container.BOOK, unpacked=100), "展开后过大（超过 100 字节"),
            (evolve(container.BOOK, parts=3), "3 个部件"),
            (evolve(container.BOOK, largest=100), "文件超过 100 字节，请拆分"),
        ],
    )
    def test_too_large_all_together(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, less: Kind, said: str
    ) -> None:
        monkeypatch.setattr(container, "BOOK", less)
        assert said in refusal(sound(tmp_path))

    def test_a_part_longer_than_it_says(self, tmp_path: Path) -> None:
        path = sound(tmp_path)
        found = parts_of(path)
        content = bytearray(packed(path, found).read_bytes())
        # The list at the end says that the sheet is shorter than it is.
        at = content.rindex(b"xl/worksheets/sheet1.xml") - 46
        content[at + 24 : at + 28] = struct.pack("<I", 100)
        assert "已损坏" in refusal(file(tmp_path, bytes(content)))

    def test_a_million_empty_rows_are_passed_over(self, tmp_path: Path) -> None:
        rows = "".join(f'<row r="{row}"/>' for row in range(2, 1_048_577))
        path = by_hand(tmp_path / "a.xlsx", f'<row r="1"><c><v>1</v></c></row>{rows}')
        assert [row.number for row in open_workbook(path).sheets[0].rows] == [1]

    def test_too_many_cells(self, tmp_path: Path) -> None:
        path = save(sheet_of([["甲", 1], ["乙", 2]]), tmp_path / "a.xlsx")
        with pytest.raises(RecordError, match="台账: 单元格过多"):
            open_workbook(path, most_cells=3)

    def test_too_many_merged_cells(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(grid, "_MOST_MERGED", 0)
        page = sheet_of([["甲", 1]])
        page.merge_cells("A1:B2")
        assert "台账: 合并单元格过多" in refusal(save(page, tmp_path / "a.xlsx"))

    def test_elements_within_one_another(self, tmp_path: Path) -> None:
        deep = "<a>" * 100 + "</a>" * 100
        assert "已损坏" in refusal(by_hand(tmp_path / "a.xlsx", deep))


class TestDamage:
    """What is not as it should be is told with its part."""

    def test_a_document_type_is_refused(self, tmp_path: Path) -> None:
        entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        sheet = f'{entity}<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'
        told = refusal(by_hand(tmp_path / "a.xlsx", "", around=sheet))
        assert "xl/worksheets/sheet1.xml 带有文档类型声明（DTD）" in told

    @pytest.mark.parametrize(
        "cells",
        [
            "<row><c><v>甲</v></c></row>",
            "<row><c><v>1E999</v></c></row>",
            '<row><c t="s"><v>9</v></c></row>',
            '<row><c t="d"><v>昨天</v></c></row>',
            '<row r="5"/><row r="4"/>',
            '<row r="1048577"/>',
            '<row><c r="B1"/><c r="A1"/></row>',
            '<row><c r="XFE1"/></row>',
            "<row>",
        ],
    )
    def test_a_sheet_that_no_program_writes(self, tmp_path: Path, cells: str) -> None:
        told = refusal(by_hand(tmp_path / "a.xlsx", cells))
        assert told.startswith("a.xlsx: 工作簿已损坏（xl/worksheets/sheet1.xml）")

    def test_merged_cells_without_an_address(self, tmp_path: Path) -> None:
        sheet = f'<worksheet xmlns="{MAIN}"><mergeCells><mergeCell/></mergeCells></worksheet>'
        assert "已损坏" in refusal(by_hand(tmp_path / "a.xlsx", "", around=sheet))

    def test_a_part_that_is_missing(self, tmp_path: Path) -> None:
        path = changed(sound(tmp_path), **{"xl__worksheets__sheet1.xml": None})
        assert "已损坏（xl/worksheets/sheet1.xml）" in refusal(path)

    def test_a_sheet_that_leads_nowhere(self, tmp_path: Path) -> None:
        more = '<sheet name="空" sheetId="2" r:id="rId9"/>'
        assert "已损坏（空）" in refusal(by_hand(tmp_path / "a.xlsx", "", sheets=more))

    def test_a_part_twice(self, tmp_path: Path) -> None:
        path = sound(tmp_path)
        with (
            pytest.warns(UserWarning, match="Duplicate name"),
            ZipFile(path, "a", ZIP_STORED) as archive,
        ):
            archive.writestr("xl/workbook.xml", b"<workbook/>")
        assert "已损坏（xl/workbook.xml）" in refusal(path)

    def test_a_file_that_was_cut_off(self, tmp_path: Path) -> None:
        content = sound(tmp_path).read_bytes()
        assert refusal(file(tmp_path, content[: len(content) // 2])).startswith(
            "a.xlsx: 工作簿已损坏"
        )

    def test_a_packing_that_nobody_knows(self, tmp_path: Path) -> None:
        content = bytearray(sound(tmp_path).read_bytes())
        at = content.rindex(b"xl/worksheets/sheet1.xml") - 46
        content[at + 10] = 99
        assert "已损坏" in refusal(file(tmp_path, bytes(content)))

    def test_two_sheets_of_one_name(self, tmp_path: Path) -> None:
        more = '<sheet name="台账 " sheetId="2" r:id="rId1"/>'
        told = refusal(by_hand(tmp_path / "a.xlsx", "", sheets=more))
        assert told == "a.xlsx: 有两个工作表都叫“台账 ”（大小写和空格不计），请改名"

    def test_an_outer_part_is_never_fetched(self, tmp_path: Path) -> None:
        path = by_hand(tmp_path / "a.xlsx", "")
        links = parts_of(path)["xl/_rels/workbook.xml.rels"].decode()
        outer = links.replace(
            'Target="worksheets/sheet1.xml"', 'Target="http://x/" TargetMode="External"'
        )
        path = changed(path, **{"xl___rels__workbook.xml.rels": outer.encode()})
        assert "已损坏（台账）" in refusal(path)


def test_a_folder_is_none(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="文件夹"):
        open_workbook(tmp_path)
