"""Fields and people from files: tables, objects, workbooks; every fault with its place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook, load_workbook

from xinfang_core.cli.letter_files import read_given, read_parties, read_template
from xinfang_core.documents.letters.field_tables import HEADS, field_book, field_rows
from xinfang_core.documents.letters.form_reading import form_of
from xinfang_core.documents.letters.given import Given, plain_name
from xinfang_core.documents.letters.table_reading import MOST_ROWS
from xinfang_core.errors import RecordError
from xinfang_core.vocabulary import Audience, LetterKind, PartyRole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from xinfang_core.documents.privacy.parties import Parties

SECRET = "丁某人13900000000"  # noqa: S105 - what no message may repeat
JSON_FIELDS = """\
{"issuer": "甲局",
 "opinion": {"text": ["一", "二"], "for": ["handling_body", "上级机关"]}}
"""
OFFICES = (Audience.handling_body, Audience.superior)


def _file(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


def _book(folder: Path, *rows: tuple[Any, ...], name: str = "填.xlsx") -> str:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(folder / name)
    return str(folder / name)


def _faults(read: object, path: str) -> list[tuple[str, int, str]]:
    """The faults of a file: code, line, path; none of them repeats what nobody may know."""
    with pytest.raises(RecordError) as raised:
        read(path)  # type: ignore[operator]
    assert SECRET not in raised.value.text("zh") + raised.value.text("en")
    return [(one.code, one.line, one.path) for one in raised.value.faults]


class TestFields:
    """What the host fills in."""

    def test_without_a_file_nothing_is_given(self) -> None:
        assert read_given(None) == {}

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            (
                "f.json",
                JSON_FIELDS,
            ),
            (
                "f.toml",
                'issuer = "甲局"\n[opinion]\ntext = ["一", "二"]\nfor = "handling_body、superior"',
            ),
            (
                "f.csv",
                '字段,给谁看,内容\nissuer,,甲局\nopinion,承办单位；上级机关,"一\n二"\nclaims,petitioner,\n',
            ),
            ("f.csv", 'field,for,text\nissuer,,甲局\nopinion,handling_body superior,"一\n二"\n'),
        ],
    )
    def test_every_form_reads_alike(self, tmp_path: Path, name: str, text: str) -> None:
        found = read_given(_file(tmp_path, name, text))
        assert _plain(found) == {"issuer": (["甲局"], None), "opinion": (["一", "二"], OFFICES)}

    def test_a_workbook_reads_like_a_table(self, tmp_path: Path) -> None:
        from datetime import date

        head = ("字段", "名称", "内容", "给谁看")
        rows = (("issuer", "", "甲局"), ("written_on", "", date(2026, 3, 2)), (" ", "", ""))
        found = read_given(_book(tmp_path, head, *rows))
        assert _plain(found) == {"issuer": (["甲局"], None), "written_on": (["2026-03-02"], None)}
        assert found["issuer"].place.line == 2

    def test_the_table_that_is_printed_is_read_back(self, tmp_path: Path) -> None:
        form = form_of(LetterKind.objection)
        book = tmp_path / "表.xlsx"
        book.write_bytes(field_book(form))
        assert read_given(str(book)) == {}
        sheet = load_workbook(book)
        rows = list(sheet.worksheets[0].iter_rows(values_only=True))
        assert rows[0] == HEADS
        assert [row[0] for row in rows[1:]] == [row[0] for row in field_rows(form)]
        sheet.worksheets[0]["F2"] = "甲局"
        sheet.save(book)
        assert _plain(read_given(str(book))) == {"issuer": (["甲局"], None)}

    def test_what_nobody_fills_in_is_grey(self, tmp_path: Path) -> None:
        form, book = form_of(LetterKind.acceptance_notice), tmp_path / "表.xlsx"
        book.write_bytes(field_book(form))
        (sheet,) = load_workbook(book).worksheets
        grey = {
            row[0].value: "".join("读填"[at] for at in (0, 1) if row[4 + at].fill.fill_type)
            for row in sheet.iter_rows(min_row=2)
        }
        assert (grey["issuer"], grey["matter"], grey["accepted_on"]) == ("读", "", "读填")
        notes = {row[0]: row[6] for row in sheet.iter_rows(min_row=2, values_only=True)}
        told = "须在“给谁看”写明可以给哪些人看：信访人、上级机关、公众"
        assert str(notes["matter"]).endswith(told)

    def test_a_day_of_toml_is_a_day(self, tmp_path: Path) -> None:
        found = read_given(_file(tmp_path, "f.toml", "written_on = 2026-03-02"))
        assert found["written_on"].text == "2026-03-02"

    @pytest.mark.parametrize(
        ("name", "text", "faults"),
        [
            ("f.json", '["甲"]', [("letter.not_object", 0, "")]),
            ("f.json", '{"issuer": 3}', [("letter.not_words", 0, "issuer")]),
            ("f.json", '{"issuer": ["a", 3], "b": null}', [("letter.not_words", 0, "issuer")]),
            (
                "f.json",
                f'{{"a": {{"text": "{SECRET}", "to": 1}}}}',
                [("letter.unknown_key", 0, "a")],
            ),
            (
                "f.json",
                f'{{"{SECRET}": {{"text": "x", "for": ["{SECRET}", 3]}}}}',
                [("letter.unknown_reader", 0, "…")],
            ),
            ("f.json", f'{{"{SECRET}": 1, "{SECRET}": 2}}', [("letter.bad_form", 0, "")]),
            ("f.json", "{", [("json.bad_form", 1, "")]),
            ("f.toml", f'issuer = "{SECRET}', [("letter.bad_form", 1, "")]),
            ("f.toml", "a = 1\nb = 2.5", [("letter.bad_form", 2, "")]),
            (
                "f.toml",
                "a = 1\nb = true",
                [("letter.not_words", 1, "a"), ("letter.not_words", 2, "b")],
            ),
            (
                "f.csv",
                f"字段,内容,给谁看\n,{SECRET},\na,x,{SECRET}\nb,1,\nb,2,\n",
                [
                    ("letter.no_name", 2, "field"),
                    ("letter.unknown_reader", 3, "a"),
                    ("letter.given_twice", 5, "b"),
                ],
            ),
            (
                "f.csv",
                "字段,给谁看看,x1\na,b,c\n",
                [("letter.unknown_column_near", 1, ""), ("letter.unknown_column", 1, "")],
            ),
            ("f.csv", "字段,field,内容\na,b,c\n", [("columns.same_field", 1, "")]),
            ("f.csv", "字段,内容\na\n", [("row.other_length", 2, "")]),
        ],
    )
    def test_what_is_wrong_is_told_with_its_place(
        self, tmp_path: Path, name: str, text: str, faults: list[tuple[str, int, str]]
    ) -> None:
        assert _faults(read_given, _file(tmp_path, name, text)) == faults

    def test_cells_that_a_spreadsheet_changed_are_refused(self, tmp_path: Path) -> None:
        rows = (("字段", "内容"), ("number", 12345678901234567890), ("issuer", "#N/A"))
        path = _book(tmp_path, *rows)
        book = load_workbook(path)
        book.worksheets[0]["B3"].data_type = "e"
        book.save(path)
        assert _faults(read_given, path) == [
            ("workbook.cut_number", 2, "内容"),
            ("workbook.error_value", 3, "内容"),
        ]

    def test_a_workbook_without_such_columns_is_refused(self, tmp_path: Path) -> None:
        assert _faults(read_given, _book(tmp_path, ("甲", "乙"))) == [("letter.no_sheet", 0, "")]
        path = _book(tmp_path, ("字段", SECRET), ("a", "b"))
        assert _faults(read_given, path) == [("letter.unknown_column", 1, "")]

    def test_there_is_an_end_to_rows_and_characters(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        text = "字段,内容\n" + "a,\n" * (MOST_ROWS + 1)
        assert _faults(read_given, _file(tmp_path, "f.csv", text))[0][0] == "letter.too_many_rows"
        monkeypatch.setattr("xinfang_core.cli.letter_files.LARGEST", 10)
        path = _file(tmp_path, "f.json", json.dumps({"issuer": "甲" * 20}))
        assert _faults(read_given, path) == [("file.too_large", 0, "")]
        with pytest.raises(RecordError) as raised:
            read_template(path)
        assert raised.value.faults[0].code == "file.too_large"

    def test_a_name_is_repeated_only_where_it_can_be_ours(self) -> None:
        assert [plain_name(one) for one in ("isuer", "甲某", "a b", "")] == ["isuer", "…", "…", "…"]


def _plain(found: Mapping[str, Given]) -> dict[str, tuple[list[str], object]]:
    """The words and readers of what was given, however it was written."""
    return {
        name: (one.text.splitlines() if isinstance(one.text, str) else [*one.text], one.readers)
        for name, one in found.items()
    }


JSON_PEOPLE = """\
[{"role": "petitioner", "name": "甲", "address": "甲路", "others": ["某A1", "老甲"]},
 {"role": "被反映人", "name": "丙公司"}]
"""
TOML_PEOPLE = """\
[[people]]
role = "信访人"
name = "甲"
address = "甲路"
others = ["某A1", "老甲"]
[[people]]
role = "accused"
name = "丙公司"
"""
WRONG_PEOPLE = f"""\
[[people]]
role = "{SECRET}"
[[people]]
role = "agent"
phone = "{SECRET * 9}"
"""
PEOPLE = (
    ("petitioner", "甲", "甲路", "", "", ("某A1", "老甲")),
    ("accused", "丙公司", "", "", "", ()),
)


def _people(found: Parties) -> tuple[tuple[object, ...], ...]:
    return tuple(
        (one.role.name, one.name, one.address, one.phone, one.id_number, one.others)
        for one in found.people
    )


class TestPeople:
    """The people of a case."""

    def test_a_name_in_the_place_of_a_header_is_not_repeated(self, tmp_path: Path) -> None:
        path = _file(tmp_path, "p.csv", "角色,欧阳某某,姓名称\n信访人,甲,乙\n")
        with pytest.raises(RecordError) as raised:
            read_parties(str(path))
        told = str(raised.value)
        assert "欧阳" not in told
        assert "姓名称" in told

    def test_without_a_file_there_is_nobody(self) -> None:
        assert read_parties(None).people == ()

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            (
                "p.json",
                JSON_PEOPLE,
            ),
            (
                "p.toml",
                TOML_PEOPLE,
            ),
            ("p.csv", "角色,姓名,住址,其他\n信访人,甲,甲路,某A1、老甲\naccused,丙公司,,\n"),
            (
                "p.csv",
                "role,name,address,others\npetitioner,甲,甲路,某A1、 老甲\n被反映人,丙公司,,\n",
            ),
        ],
    )
    def test_every_form_reads_alike(self, tmp_path: Path, name: str, text: str) -> None:
        assert _people(read_parties(_file(tmp_path, name, text))) == PEOPLE

    def test_a_workbook_reads_like_a_table(self, tmp_path: Path) -> None:
        rows = (
            ("角色", "姓名", "住址", "其他"),
            ("信访人", "甲", "甲路", "某A1、老甲"),
            ("被反映人", "丙公司"),
        )
        found = read_parties(_book(tmp_path, *rows))
        assert _people(found) == PEOPLE
        assert found.people[0].role is PartyRole.petitioner

    @pytest.mark.parametrize(
        ("name", "text", "faults"),
        [
            ("p.json", '{"person": []}', [("letter.not_people", 0, "")]),
            ("p.json", '{"people": [], "more": 1}', [("letter.not_people", 0, "")]),
            (
                "p.json",
                f'["{SECRET}", {{"{SECRET}": 1}}, {{"name": "{SECRET}"}}, {{"role": 3}}]',
                [
                    ("letter.not_person", 0, "[0]"),
                    ("letter.unknown_key", 0, "[1]"),
                    ("letter.unknown_role", 0, "[2].role"),
                    ("letter.unknown_role", 0, "[3].role"),
                ],
            ),
            (
                "p.json",
                f'{{"people": [{{"role": "petitioner", "name": 3, "others": "{SECRET}"}}]}}',
                [("privacy.not_words", 0, "people[0].others")],
            ),
            (
                "p.toml",
                WRONG_PEOPLE,
                [
                    ("letter.unknown_role", 1, "people[0].role"),
                    ("privacy.too_long", 3, "people[1].phone"),
                ],
            ),
            (
                "p.csv",
                f"角色,姓名\n{SECRET},甲\n信访人,\n",
                [("letter.unknown_role", 2, "role"), ("privacy.nobody", 3, "")],
            ),
        ],
    )
    def test_what_is_wrong_is_told_without_any_value(
        self, tmp_path: Path, name: str, text: str, faults: list[tuple[str, int, str]]
    ) -> None:
        assert _faults(read_parties, _file(tmp_path, name, text)) == faults

    def test_there_is_an_end_to_people(self, tmp_path: Path) -> None:
        text = json.dumps([{"role": "other", "name": "甲"}] * 501)
        assert _faults(read_parties, _file(tmp_path, "p.json", text)) == [
            ("privacy.too_many", 0, "")
        ]


class TestTemplates:
    """The office's own template."""

    def test_it_is_read_as_it_is_or_told_to_be_missing(self, tmp_path: Path) -> None:
        assert read_template(_file(tmp_path, "t.docx", "x")) == b"x"
        assert _faults(read_template, str(tmp_path / "no.docx")) == [("file.missing", 0, "")]
