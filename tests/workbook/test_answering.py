"""Answers stand beside their register, and the rest of the workbook is as it was."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.styles import PatternFill
from openpyxl.utils.datetime import MAC_EPOCH
from openpyxl.worksheet.table import Table

from workbooks import HEAD, MAIN, by_hand, changed, packed, parts_of, save, sheet_of
from xinfang_core.codec.options import ReadOptions
from xinfang_core.errors import RecordError
from xinfang_core.workbook import answering
from xinfang_core.workbook.answer_cells import Styled, text_cell
from xinfang_core.workbook.answering import Target, warnings, write_answers
from xinfang_core.workbook.fresh import numbered
from xinfang_core.workbook.opening import open_workbook, opened_workbook
from xinfang_core.workbook.registers import open_in_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from xinfang_core.workbook.answer_cells import Fill

DAY = date(2025, 9, 22)
HEADERS = (
    Styled("答复期限：状态", "header"),
    Styled("答复期限：届满日", "header"),
    Styled("问题", "header"),
)
ANSWER = (Styled("逾期未完成", "text", "overdue"), Styled(DAY, "date", "overdue"), Styled(""))
OTHER = (Styled("按期"), Styled(7, "number"), text_cell("'=1+1 <&> \x07"))


def answer(
    path: Path,
    rows: Sequence[tuple[int, Sequence[Styled]]] = ((2, ANSWER), (3, OTHER)),
    headers: Sequence[Styled] = HEADERS,
) -> bytes:
    """A copy of a workbook with answers in its only register."""
    with open_in_sheet(path, "", {}, ReadOptions()) as found:
        target = Target(
            *(found.opened, found.tab, found.header_row),
            *(found.places, found.width, found.last_row),
        )
        stream = io.BytesIO()
        write_answers(target, headers, (14,) * len(headers), iter(rows), stream)
    return stream.getvalue()


def book() -> Worksheet:
    return sheet_of([HEAD[:3], ("甲-1", DAY, DAY), ("甲-2", DAY, DAY)])


def answered(page: Worksheet, folder: Path, *given: Any) -> Worksheet:  # noqa: ANN401 - as above
    """The first sheet with answers, as openpyxl has it."""
    content = answer(save(page, folder / "台账.xlsx"), *given)
    return load_workbook(io.BytesIO(content)).worksheets[0]


class TestCells:
    """What is answered stands in columns of its own, right of all else."""

    def test_openpyxl_finds_the_answers(self, tmp_path: Path) -> None:
        page = answered(book(), tmp_path)
        found = [[cell.value for cell in row] for row in page.iter_rows(min_col=4)]
        day = page["E2"].value
        assert found == [
            ["答复期限：状态", "答复期限：届满日", "问题"],
            ["逾期未完成", day, None],
            ["按期", 7, "=1+1 <&> _x0007_"],
        ]
        assert page["E2"].is_date
        assert page["E2"].number_format == "yyyy\\-mm\\-dd"
        assert page["F3"].data_type == "s"
        assert page["F3"].quotePrefix
        assert page.dimensions == "A1:F3"

    def test_we_read_them_too(self, tmp_path: Path) -> None:
        path = tmp_path / "a.xlsx"
        path.write_bytes(answer(save(book(), tmp_path / "台账.xlsx")))
        sheet = open_workbook(path).sheets[0]
        assert [cell.value for cell in sheet if cell.column > 3] == [
            *(one.value for one in HEADERS),
            *("逾期未完成", DAY, "按期", 7, "=1+1 <&> \x07"),
        ]

    def test_colours_say_how_a_limit_stands(self, tmp_path: Path) -> None:
        fills: tuple[Fill, ...] = ("", "overdue", "late", "soon", "unknown")
        cells = tuple(Styled("甲", "text", fill) for fill in fills)
        headers = tuple(Styled(fill or "无", "header") for fill in fills)
        page = answered(book(), tmp_path, [(2, cells)], headers)
        shown = [page.cell(2, column).fill.fgColor.rgb for column in range(4, 9)]
        assert shown == ["00000000", "FFFFC7CE", "FFFFD9B3", "FFFFF2B3", "FFE7E6E6"]
        assert page["D1"].font.b
        assert page["D1"].alignment.wrap_text
        assert not page["A1"].font.b

    def test_cells_that_only_have_a_format_make_room(self, tmp_path: Path) -> None:
        page = book()
        for row in range(1, 6):
            for column in (4, 5, 9):
                page.cell(row, column).fill = PatternFill("solid", fgColor="FFEEDD")
        found = answered(page, tmp_path)
        assert found["D2"].value == "逾期未完成"
        assert found["D5"].fill.fgColor.rgb == "00FFEEDD"

    def test_answers_stand_right_of_merged_cells(self, tmp_path: Path) -> None:
        page = sheet_of([("台账",), HEAD[:3], ("甲-1", DAY)])
        page.merge_cells("A1:E1")
        path = save(page, tmp_path / "台账.xlsx")
        with open_in_sheet(path, "", {}, ReadOptions(header_row=2)) as found:
            assert found.width == 5

    def test_days_of_1904(self, tmp_path: Path) -> None:
        page = book()
        assert page.parent is not None
        page.parent.epoch = MAC_EPOCH
        path = tmp_path / "a.xlsx"
        path.write_bytes(answer(save(page, tmp_path / "台账.xlsx")))
        cell = open_workbook(path).sheets[0].at(2, 5)
        assert cell is not None
        assert cell.value == DAY

    def test_a_second_run_replaces_the_first(self, tmp_path: Path) -> None:
        path = tmp_path / "台账.xlsx"
        path.write_bytes(answer(save(book(), path)))
        path.write_bytes(answer(path, [(2, OTHER), (3, ANSWER)]))
        sheet = open_workbook(path).sheets[0]
        assert max(cell.column for cell in sheet) == 6
        status = sheet.at(2, 4), sheet.at(3, 4)
        assert [one and one.value for one in status] == ["按期", "逾期未完成"]

    def test_no_room(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(answering, "MOST_COLUMNS", 5)
        with pytest.raises(RecordError, match="最多 5 列"):
            answer(save(book(), tmp_path / "台账.xlsx"))


class TestFrame:
    """The header stays in sight, a filter reaches over all columns."""

    def test_a_plain_sheet_gets_both(self, tmp_path: Path) -> None:
        page = answered(book(), tmp_path)
        assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:F3")
        widths = [page.column_dimensions[name].width for name in "DEF"]
        assert widths == [14, 14, 14]
        assert page.row_dimensions[1].height == 45

    def test_what_the_sheet_has_is_kept(self, tmp_path: Path) -> None:
        page = book()
        page.freeze_panes = "B3"
        page.auto_filter.ref = "A1:C3"
        page.row_dimensions[1].height = 50
        page.column_dimensions["B"].width = 33
        page.column_dimensions.group("C", "H")
        found = answered(page, tmp_path)
        assert (found.freeze_panes, found.auto_filter.ref) == ("B3", "A1:F3")
        assert found.row_dimensions[1].height == 50
        assert found.column_dimensions["B"].width == 33
        assert (found.column_dimensions["C"].max, found.column_dimensions["D"].width) == (3, 14)

    def test_widths_right_of_the_register_give_way(self, tmp_path: Path) -> None:
        page = book()
        page.column_dimensions["E"].width = 99
        assert answered(page, tmp_path).column_dimensions["E"].width == 14

    @pytest.mark.parametrize("ref", ["A2:C3", "A1", "甲"])
    def test_another_filter_is_left_alone(self, tmp_path: Path, ref: str) -> None:
        page = book()
        page.auto_filter.ref = "A2:C3"
        path = save(page, tmp_path / "台账.xlsx")
        sheet = parts_of(path)["xl/worksheets/sheet1.xml"].replace(b"A2:C3", ref.encode())
        path = changed(path, **{"xl__worksheets__sheet1.xml": sheet})
        wanted = "A1:F1" if ref == "A1" else ref
        got = parts_of(answer(path))["xl/worksheets/sheet1.xml"].decode()
        assert f'<autoFilter ref="{wanted}"' in got

    def test_a_table_brings_its_own_filter(self, tmp_path: Path) -> None:
        page = book()
        page.add_table(Table(displayName="表", ref="A1:C3"))
        assert answered(page, tmp_path).auto_filter.ref is None

    def test_parts_come_in_the_order_that_excel_wants(self, tmp_path: Path) -> None:
        page = book()
        page.merge_cells("A9:B9")
        page.protection.sheet = True
        content = parts_of(answer(save(page, tmp_path / "台账.xlsx")))["xl/worksheets/sheet1.xml"]
        order = ("<sheetViews", "<sheetFormatPr", "<cols", "<sheetData", "<sheetProtection")
        found = [content.index(name.encode()) for name in (*order, "<autoFilter", "<mergeCells")]
        assert found == sorted(found)

    @pytest.mark.parametrize(
        ("view", "wanted"),
        [
            ('<sheetView workbookViewId="0"/>', '<sheetView workbookViewId="0"><pane'),
            ("<sheetView><selection/></sheetView>", "<sheetView><pane"),
            ("<sheetView><pane/></sheetView>", "<sheetView><pane/></sheetView>"),
        ],
    )
    def test_views_of_any_form(self, tmp_path: Path, view: str, wanted: str) -> None:
        rows = '<row r="1" spans="1:1"><c r="A1" t="str"><v>case_no</v></c></row>'
        sheet = (
            f'<worksheet xmlns="{MAIN}"><sheetViews>{view}</sheetViews><sheetData>{rows}'
            "</sheetData></worksheet>"
        )
        path = by_hand(tmp_path / "台账.xlsx", "", around=sheet)
        found = parts_of(answer(path, []))["xl/worksheets/sheet1.xml"].decode()
        assert wanted in found
        assert "spans" not in found

    def test_the_name_of_the_filter(self, tmp_path: Path) -> None:
        page = sheet_of([HEAD[:3], ("甲-1", DAY)], "张'三")
        assert page.parent is not None
        page.parent.create_sheet("后")
        path = save(page, tmp_path / "台账.xlsx")
        named = "_xlnm._FilterDatabase"
        for _ in range(2):
            content = answer(path)
            listed = parts_of(content)["xl/workbook.xml"].decode()
            assert listed.count(named) == 1
            assert "'张''三'!$A$1:$F$2" in listed
            path.write_bytes(content)

    def test_other_names_stay(self, tmp_path: Path) -> None:
        path = by_hand(
            tmp_path / "台账.xlsx",
            '<row><c t="str"><v>case_no</v></c></row>',
            book=f'<x:workbook xmlns:x="{MAIN}" xmlns:r="http://x"><x:sheets><x:sheet name="台账"'
            ' sheetId="1" r:id="rId1"/></x:sheets><x:definedNames><x:definedName name="a">'
            "1</x:definedName></x:definedNames><x:calcPr/></x:workbook>",
        )
        listed = parts_of(answer(path, []))["xl/workbook.xml"].decode()
        assert '<x:definedName name="a">1</x:definedName><x:definedName name="_xlnm' in listed


class TestStyles:
    """Formats are added after those of the workbook."""

    ROW = '<row><c t="str"><v>case_no</v></c></row>'

    def styles(self, folder: Path, inner: str) -> str:
        path = by_hand(
            folder / "台账.xlsx",
            self.ROW,
            styles=f'<styleSheet xmlns="{MAIN}">{inner}</styleSheet>',
        )
        content = parts_of(answer(path, []))
        return content["xl/styles.xml"].decode() + content["xl/worksheets/sheet1.xml"].decode()

    @pytest.mark.parametrize("inner", ["", "<fonts/><fills/>", "<fonts/><fills/><cellXfs/>"])
    def test_a_workbook_without_formats_gets_none(self, tmp_path: Path, inner: str) -> None:
        found = self.styles(tmp_path, inner)
        assert " s=" not in found
        assert inner in found

    def test_lists_get_longer(self, tmp_path: Path) -> None:
        inner = (
            '<numFmts count="1"><numFmt numFmtId="300" formatCode="0"/></numFmts>'
            '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
            '<cellXfs count="1"><xf/></cellXfs><dxfs><dxf><font/></dxf></dxfs>'
        )
        found = self.styles(tmp_path, inner)
        assert '<numFmts count="2">' in found
        assert '<numFmt numFmtId="301"' in found
        assert '<fonts count="2"><font/><font><b/></font></fonts>' in found
        assert '<fills count="6">' in found

    def test_a_bold_font_stays_bold_once(self, tmp_path: Path) -> None:
        inner = (
            '<fonts count="1"><font><b/><sz val="9"/></font></fonts>'
            '<fills count="1"><fill/></fills><cellXfs count="1"><xf/></cellXfs>'
        )
        found = self.styles(tmp_path, inner)
        assert '<font><b/><sz val="9"/></font><font><b/><sz val="9"/></font>' in found

    def test_a_workbook_without_a_part_of_formats(self, tmp_path: Path) -> None:
        path = by_hand(tmp_path / "台账.xlsx", self.ROW)
        found = parts_of(path)
        links = found["xl/_rels/workbook.xml.rels"].replace(b"styles", b"nothing")
        path = packed(path, {**found, "xl/_rels/workbook.xml.rels": links})
        assert parts_of(answer(path, []))["xl/styles.xml"] == found["xl/styles.xml"]


class TestTheRest:
    """What the answers do not touch is the same, byte for byte."""

    def test_pictures_charts_and_other_sheets_are_kept(self, tmp_path: Path) -> None:
        page = book()
        assert page.parent is not None
        more = page.parent.create_sheet("别的")
        more["A1"] = "=1+1"
        more.sheet_state = "hidden"
        path = changed(
            save(page, tmp_path / "台账.xlsx"),
            xl__media__image1=b"\x89PNG",
            xl__drawings__drawing1=b"<shapes/>",
            xl__pivotTables__pivotTable1=b"<pivot/>",
        )
        before, after = parts_of(path), parts_of(answer(path))
        assert before.keys() == after.keys()
        differ = {name for name in before if before[name] != after[name]}
        assert differ == {"xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"}

    def test_results_of_formulas_are_kept(self, tmp_path: Path) -> None:
        cells = (
            '<row><c t="str"><v>case_no</v></c><c t="str"><v>x</v></c></row>'
            '<row><c t="str"><v>甲-1</v></c><c><f>1+1</f><v>2</v></c></row>'
        )
        path = tmp_path / "a.xlsx"
        path.write_bytes(answer(by_hand(tmp_path / "台账.xlsx", cells), [(2, ANSWER)]))
        cell = open_workbook(path).sheets[0].at(2, 2)
        assert cell is not None
        assert (cell.value, cell.formula) == (2, True)

    @settings(max_examples=20)
    @given(
        rows=st.lists(
            st.lists(st.none() | st.integers(0, 9) | st.text("甲<&\"'>", min_size=1), max_size=4),
            max_size=5,
        )
    )
    def test_cells_of_the_register_are_as_they_were(
        self, tmp_path_factory: pytest.TempPathFactory, rows: list[list[Any]]
    ) -> None:
        folder = tmp_path_factory.mktemp("c")
        page = sheet_of([HEAD[:4], *([f"甲-{row}", *cells] for row, cells in enumerate(rows))])
        path = save(page, folder / "台账.xlsx")
        wanted = [(one.address, one.value) for one in open_workbook(path).sheets[0]]
        with opened_workbook(path) as opened:
            names = {"信访件编号": 1}
            target = Target(opened, opened.shared.tabs[0], 1, names, 9, len(rows) + 1)
            stream = io.BytesIO()
            answers = ((row, ANSWER) for row in range(2, len(rows) + 2))
            write_answers(target, HEADERS, (14, 14, 14), answers, stream)
        copy = folder / "a.xlsx"
        copy.write_bytes(stream.getvalue())
        found = [one for one in open_workbook(copy).sheets[0] if one.column < 10]
        assert [(one.address, one.value) for one in found] == wanted

    def test_the_same_bytes_each_time(self, tmp_path: Path) -> None:
        path = save(book(), tmp_path / "台账.xlsx")
        assert answer(path) == answer(path)

    def test_a_signature_no_longer_holds(self, tmp_path: Path) -> None:
        path = save(book(), tmp_path / "台账.xlsx")
        for more, wanted in (({}, 0), ({"_xmlsignatures__sig1.xml": b"<x/>"}, 1)):
            with opened_workbook(changed(path, **more)) as opened:
                told = [*warnings(Target(opened, opened.shared.tabs[0], 1, {}, 1, 1))]
            assert len(told) == wanted
        assert "数字签名在副本里不再有效" in told[0].text()


def test_a_workbook_of_numbers(tmp_path: Path) -> None:
    path = tmp_path / "n.xlsx"
    path.write_bytes(numbered("结果", "编号", ["=1", "0012"]))
    sheet = open_workbook(path).sheets[0]
    assert sheet.name == "结果"
    assert [cell.value for cell in sheet] == ["编号", "=1", "0012"]
