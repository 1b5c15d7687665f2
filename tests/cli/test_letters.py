"""``xinfang docs letter`` and ``docs fields``: from files to a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from command import Ran, run, run_apart
from letter_samples import CASES, FOLDER, PARTIES, SAMPLES, fields_of
from xinfang_core.documents.letters.form_reading import form_of
from xinfang_core.documents.letters.templates import default_template
from xinfang_core.vocabulary import LetterKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    Capture = pytest.CaptureFixture[str]


def _asked(kind: LetterKind, *more: str, audience: str = "") -> tuple[str, ...]:
    """The command line of a golden letter."""
    sample = SAMPLES[kind]
    reader = audience or form_of(kind).audiences[0].name
    return (
        *("docs", "letter", kind.value, CASES, "--case", sample.case_no),
        *("--policy", sample.policy, "--as-of", sample.as_of, "--audience", reader),
        *("--parties", PARTIES, "--fields", fields_of(kind), *more),
    )


def _letter(capsys: Capture, kind: LetterKind, *more: str, audience: str = "") -> Ran:
    return run(capsys, *_asked(kind, *more, audience=audience))


def _words_of(path: Path) -> str:
    with ZipFile(path) as packed:
        return packed.read("word/document.xml").decode()


class TestLetter:
    """One letter of one case."""

    @pytest.mark.parametrize("kind", LetterKind, ids=lambda kind: kind.name)
    def test_every_golden_letter_is_a_page(self, capsys: Capture, kind: LetterKind) -> None:
        found = _letter(capsys, kind)
        assert (found.code, found.err) == (0, "")
        assert found.out.startswith("<!DOCTYPE html>")
        assert SAMPLES[kind].case_no in found.out

    @pytest.mark.parametrize("kind", LetterKind, ids=lambda kind: kind.name)
    def test_every_golden_letter_is_a_word_file_the_same_each_time(
        self, capsys: Capture, tmp_path: Path, kind: LetterKind
    ) -> None:
        paths = [tmp_path / "一.docx", tmp_path / "二.docx"]
        for path in paths:
            found = _letter(capsys, kind, "--format", "docx", "--output", str(path))
            assert (found.code, found.err) == (0, "")
        assert SAMPLES[kind].case_no in _words_of(paths[0])
        assert paths[0].read_bytes() == paths[1].read_bytes()

    def test_the_day_is_todays_where_none_is_named(self, capsys: Capture) -> None:
        arguments = [*_asked(LetterKind.delivery_receipt)]
        at = arguments.index("--as-of")
        found = run(capsys, *arguments[:at], *arguments[at + 2 :])
        assert "未给出 --as-of" in found.err
        assert found.code == 0

    def test_what_lacks_is_listed_and_nothing_written(
        self, capsys: Capture, tmp_path: Path
    ) -> None:
        path = tmp_path / "函.docx"
        arguments = [*_asked(LetterKind.transfer_letter, "--format", "docx", "--output", str(path))]
        at = arguments.index("--parties")
        found = run(capsys, *arguments[:at], *arguments[at + 4 :])
        assert found.code == 2
        assert "缺少“主送”：由发文机关填写" in found.err
        assert not path.exists()

    def test_an_offices_own_template_is_filled_in(self, capsys: Capture, tmp_path: Path) -> None:
        own = tmp_path / "本局.docx"
        own.write_bytes(default_template(form_of(LetterKind.reminder_letter)))
        path = tmp_path / "函.docx"
        asked = ("--format", "docx", "--output", str(path), "--template", str(own))
        found = _letter(capsys, LetterKind.objection, *asked)
        assert found.code == 2
        assert "findings" in found.err
        own.write_bytes(default_template(form_of(LetterKind.transfer_letter)))
        found = _letter(capsys, LetterKind.transfer_letter, *asked)
        assert (found.code, found.err) == (0, "")
        assert "小区电梯停运" in _words_of(path)

    def test_it_is_told_what_a_template_leaves_out(self, capsys: Capture, tmp_path: Path) -> None:
        own = tmp_path / "本局.docx"
        with ZipFile(own, "w") as made:
            made.writestr("[Content_Types].xml", "")
        _without(default_template(form_of(LetterKind.transfer_letter)), own, "{{ signature }}")
        asked = ("--format", "docx", "--output", str(tmp_path / "函.docx"), "--template", str(own))
        found = _letter(capsys, LetterKind.transfer_letter, *asked)
        assert found.code == 0
        assert found.err == (
            "本局.docx: 模板没有用到必填的字段：落款 signature；文书照出，写死在模板里的请核对\n"
        )

    @pytest.mark.parametrize(
        ("more", "told"),
        [
            (("--format", "docx"), "--output"),
            (("--output", "函.docx"), "--output: 文件名以 .docx 结尾，而要写的是 html"),
            (("--template", "x.docx"), "--template"),
            (("--output", PARTIES), "覆盖"),
            (("--output", fields_of(LetterKind.objection)), "覆盖"),
        ],
    )
    def test_what_cannot_be_written_is_refused_first(
        self, capsys: Capture, more: tuple[str, ...], told: str
    ) -> None:
        found = _letter(capsys, LetterKind.objection, *more)
        assert found.code == 2
        assert told in found.err

    def test_the_reader_can_be_told_in_chinese(self, capsys: Capture) -> None:
        kind = LetterKind.acceptance_notice
        found = _letter(capsys, kind, audience="信访人")
        assert found.code == 0
        assert found.out == _letter(capsys, kind, audience="petitioner").out
        assert "可用：petitioner、信访人、" in _letter(capsys, kind, audience="群众").err

    def test_it_is_told_what_its_readers_do_not_see(self, capsys: Capture, tmp_path: Path) -> None:
        own = tmp_path / "填.toml"
        own.write_text(
            'issuer = "甲局"\nsignature = "甲局"\nenquiries = "拨打0472-2135678"\ncopies = " "\n'
            'number = "〔电话〕"\nmatter = { text = "一件事", for = ["superior"] }\n',
            "utf-8",
        )
        arguments = [*_asked(LetterKind.acceptance_notice)]
        arguments[arguments.index("--fields") + 1] = str(own)
        found = run(capsys, *arguments)
        assert found.code == 0
        assert found.err.splitlines() == [
            "填.toml:6:1: matter: “信访事项”没有写明给信访人看，印作〔不向该读者提供〕",
            "填.toml:3:1: enquiries: “查询方式”里有姓名、住址或者号码已经盖去，请看一遍",
        ]

    def test_what_is_attached_is_looked_at_too(self, capsys: Capture, tmp_path: Path) -> None:
        own = tmp_path / "填.toml"
        told = Path(fields_of(LetterKind.transfer_letter)).read_text("utf-8")
        own.write_text(told.replace("信访材料1份", "甲某某的信访材料、手机13800000000"), "utf-8")
        arguments = [*_asked(LetterKind.transfer_letter)]
        arguments[arguments.index("--fields") + 1] = str(own)
        assert "“附件”里有姓名、住址或者号码已经盖去" in run(capsys, *arguments).err

    def test_a_kind_that_there_is_not_is_told_the_nearest(self, capsys: Capture) -> None:
        found = run(capsys, "docs", "letter", "受理通知书", CASES)
        assert found.code == 2
        assert "是否 受理告知书" in found.err

    def test_nothing_depends_on_the_hash_seed(self) -> None:
        asked = _asked(LetterKind.handling_opinion)
        made = {run_apart(*asked, PYTHONHASHSEED=seed).stdout for seed in ("1", "2")}
        assert len(made) == 1
        assert all(made)


def _without(template: bytes, path: Path, mark: str) -> None:
    """The template without one of its marks, as a file."""
    from io import BytesIO

    with ZipFile(BytesIO(template)) as source, ZipFile(path, "w") as packed:
        for name in source.namelist():
            packed.writestr(name, source.read(name).replace(mark.encode(), b""))


def _told(kind: LetterKind) -> Iterator[str]:
    return (one.name for one in form_of(kind).fields)


class TestFields:
    """What a letter takes, to read and to fill in."""

    def test_the_kinds_are_listed(self, capsys: Capture) -> None:
        found = run(capsys, "docs", "fields")
        assert all(kind.value in found.out for kind in LetterKind)
        listed = json.loads(run(capsys, "docs", "fields", "--format", "json").out)
        assert [one["kind"] for one in listed] == [kind.name for kind in LetterKind]
        table = run(capsys, "docs", "fields", "--format", "csv").out
        assert len(table.splitlines()) == len(LetterKind) + 1

    def test_the_fields_of_a_kind_are_listed(self, capsys: Capture) -> None:
        kind = LetterKind.objection
        found = run(capsys, "docs", "fields", "objection").out
        assert found.startswith("异议书（objection），写给上级机关")
        assert all(name in found for name in _told(kind))
        listed = json.loads(run(capsys, "docs", "fields", "异议书", "--format", "json").out)
        assert [one["field"] for one in listed["fields"]] == [*_told(kind)]

    def test_a_table_that_was_filled_in_is_given_back(
        self, capsys: Capture, tmp_path: Path
    ) -> None:
        kind, path = LetterKind.delivery_receipt, tmp_path / "填.csv"
        run(capsys, "docs", "fields", kind.name, "--format", "csv", "--output", str(path))
        arguments = [*_asked(kind)]
        arguments[arguments.index("--fields") + 1] = str(path)
        empty = run(capsys, *arguments)
        assert empty.code == 2
        assert empty.err.count("缺少") == 2
        filled = _filled(path.read_text("utf-8-sig"), {"issuer": "甲局", "paper": "=1+1"})
        path.write_text(filled, "gb18030")
        found = run(capsys, *arguments)
        assert (found.code, found.err) == (0, "")
        assert "=1+1" in found.out

    def test_a_workbook_and_a_template_are_files(self, capsys: Capture, tmp_path: Path) -> None:
        for form in ("xlsx", "docx"):
            path = tmp_path / f"表.{form}"
            asked = ("docs", "fields", "objection", "--format", form)
            assert run(capsys, *asked, "--output", str(path)).code == 0
            assert path.read_bytes().startswith(b"PK")
            assert "--output" in run(capsys, *asked).err
            assert "种类" in run(capsys, "docs", "fields", "--format", form).err

    def test_a_table_is_not_called_as_a_workbook(self, capsys: Capture, tmp_path: Path) -> None:
        path = tmp_path / "函.xlsx"
        found = run(capsys, "docs", "fields", "objection", "--output", str(path))
        assert (found.code, path.exists()) == (2, False)
        assert "文件名以 .xlsx 结尾，而要写的是 text" in found.err

    def test_each_golden_letter_has_its_file_of_fields(self) -> None:
        kept = {path.stem for path in FOLDER.glob("*.toml")} - {"parties"}
        assert kept == set(LetterKind.__members__)


def _filled(table: str, words: dict[str, str]) -> str:
    """The table with some contents."""
    rows = []
    for row in table.splitlines():
        cells = row.split(",")
        cells[5] = words.get(cells[0], cells[5])
        rows.append(",".join(cells))
    return "\n".join(rows) + "\n"
