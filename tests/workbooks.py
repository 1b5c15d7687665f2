"""Workbooks of tests: made by openpyxl, or by hand where it would not make them so."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from xinfang_core.errors import RecordError
from xinfang_core.workbook.opening import open_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from openpyxl.worksheet.worksheet import Worksheet

    from xinfang_core.workbook.cells import Book

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = ("信访件编号", "登记日期", "收到日期", "受理日期", "答复日期", "事项类别", "备注")


def sheet_of(rows: Iterable[Iterable[object]], title: str = "台账") -> Worksheet:
    """A sheet with these rows; ``save`` writes its workbook."""
    page: Any = Workbook().active
    page.title = title
    for row in rows:
        page.append(list(row))
    return page  # type: ignore[no-any-return]


def save(page: Worksheet, path: Path) -> Path:
    """The workbook of a sheet as a file."""
    book: Any = page.parent
    book.save(path)
    return path


def by_hand(path: Path, cells: str, **parts: str) -> Path:
    """A workbook with one sheet, of which the XML is given.

    ``around`` stands in place of the whole sheet, ``styles``, ``shared`` and ``book`` are parts
    of their own; ``sheets`` are more entries in the list of sheets.
    """
    listed = parts.get("sheets", "")
    sheets = f'<sheet name="台账" sheetId="1" r:id="rId1"/>{listed}'
    made = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": _links({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": parts.get("book")
        or f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{parts.get("settings", "")}'
        f"<sheets>{sheets}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _links(
            {
                "rId1": ("worksheet", "worksheets/sheet1.xml"),
                "rId2": ("styles", "styles.xml"),
                "rId3": ("sharedStrings", "/xl/sharedStrings.xml"),
                "rId4": ("chartsheet", "chartsheets/sheet1.xml"),
            }
        ),
        "xl/worksheets/sheet1.xml": parts.get("around")
        or f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>',
        "xl/styles.xml": parts.get("styles", f'<styleSheet xmlns="{MAIN}"/>'),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{parts.get("shared", "")}</sst>',
    }
    return packed(path, {name: text.encode() for name, text in made.items()})


def _links(targets: Mapping[str, tuple[str, str]]) -> str:
    items = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def packed(path: Path, parts: Mapping[str, bytes]) -> Path:
    """A zip with these parts."""
    with ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def parts_of(file: Path | bytes) -> dict[str, bytes]:
    """The parts of a workbook."""
    with ZipFile(file if not isinstance(file, bytes) else io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(path: Path, **parts: bytes | None) -> Path:
    """The same file with a part more (or without it); names have ``__`` for the slash."""
    found: dict[str, bytes | None] = {**parts_of(path)}
    found |= {name.replace("__", "/"): content for name, content in parts.items()}
    return packed(path, {name: content for name, content in found.items() if content is not None})


def values_in(path: Path) -> dict[str, object]:
    """What the cells of the first sheet hold, by their addresses."""
    return {cell.address: cell.value for cell in open_workbook(path).sheets[0]}


def book_of(page: Worksheet, folder: Path) -> Book:
    """The workbook of a sheet, as we read it."""
    return open_workbook(save(page, folder / "书.xlsx"))


def run_program(program: str, **environment: str) -> bytes:
    """What a program writes that runs in a process of its own."""
    ours = str(Path(__file__).parent.parent / "src")
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": ours, **environment},
        capture_output=True,
        check=True,
    )
    return done.stdout


def refusal(path: Path) -> str:
    """What opening a workbook complains of, in Chinese; English says as much."""
    with pytest.raises(RecordError) as caught:
        open_workbook(path)
    assert len(caught.value.text("en").splitlines()) == len(caught.value.faults)
    return caught.value.text()
