"""Letters for tests (文书样例): a small form in each layout, values, and templates of offices."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import ZipFile

from xinfang_core.documents.letters.form import Field, Form, Grid, Part
from xinfang_core.documents.letters.letter import Letter
from xinfang_core.vocabulary import Audience, LetterKind, LetterLayout
from xinfang_core.workbook.packing import packed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xinfang_core.documents.letters.letter import Filled

LISTS = ("facts", "attachments")
NAMES = (
    *("issuer", "number", "signer", "addressee", "signature", "written_on"),
    *("copies", "printed_by", "printed_on", "matter"),
)
FIELDS = (
    *(Field(one, one, "host", required=one == "issuer") for one in NAMES),
    *(Field(one, one, "host", is_list=True) for one in LISTS),
)
BODY = (
    Part("addressee", "{{ addressee }}："),
    Part("text", "您提出的信访事项，本机关于2026年3月2日收到。{{ matter }}"),
    Part("heading", "一、事实和理由"),
    Part("text", "{{ each }}", "facts"),
    Part("space", ""),
    Part("text", "特此告知。"),
    Part("note", "附件：{{ each }}", "attachments"),
    Part("signature", "{{ signature }}"),
    Part("date", "{{ written_on }}"),
)
TABLE = Grid(
    rows=(
        ("信访件编号", "{{ number }}", "代办形式", "网上代办"),
        ("委托事项", "{{ matter }}", "", ""),
        ("事实", "{{ facts }}", "", ""),
        ("委托人（签名）", "", "受托人（签名）", ""),
    ),
    widths=(3, 6, 3, 6),
    heights=(1, 5, 2, 3),
)


def form(
    layout: LetterLayout = LetterLayout.official,
    *,
    without: tuple[str, ...] = (),
    body: tuple[Part | Grid, ...] = BODY,
) -> Form:
    """A form in a layout, some fields left out."""
    fields = tuple(one for one in FIELDS if one.name not in without)
    kind = LetterKind.handling_opinion
    return Form(kind, "关于{{ matter }}的意见书", layout, tuple(Audience), fields, body)


TABLE_FORM = form(LetterLayout.form, body=(TABLE, Part("text", "{{ each }}", "facts")))

VALUES: Mapping[str, Filled] = {
    "issuer": "某区信访局",
    "number": "某信〔2026〕3号",
    "signer": "",
    "addressee": "张某某",
    "signature": "某区信访局",
    "written_on": "2026年3月2日",
    "copies": "某区司法局",
    "printed_by": "某区信访局办公室",
    "printed_on": "2026年3月3日",
    "matter": "小区供暖不足",
    "facts": ("经查，二次管网老化。", "室温低于规定的标准。"),
    "attachments": (),
}


def letter(of: Form, **values: Filled) -> Letter:
    """A letter of a form."""
    known = {one.name for one in of.fields}
    told = {name: value for name, value in {**VALUES, **values}.items() if name in known}
    return Letter(of, Audience.petitioner, told, (("办法", "national@2022-05-01"),))


def office_template(*paragraphs: str, header: str = "") -> bytes:
    """A template as an office would write it in Word."""
    from docx import Document

    made = Document()
    for text in paragraphs:
        made.add_paragraph(text)
    if header:
        made.sections[0].header.paragraphs[0].text = header
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a file."""
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_parts(content: bytes, **parts: bytes | None) -> bytes:
    """A file with other parts; ``document`` stands for ``word/document.xml``, None for none."""
    found = parts_of(content)
    for name, part in parts.items():
        key = f"word/{name}.xml" if "/" not in name and "[" not in name else name
        found.pop(key, None)
        if part is not None:
            found[key] = part
    return packed(found)


def with_body(content: bytes, xml: str) -> bytes:
    """A template with more XML at the beginning of its body."""
    found = parts_of(content)["word/document.xml"].decode()
    return with_parts(content, document=found.replace("<w:body>", f"<w:body>{xml}", 1).encode())
