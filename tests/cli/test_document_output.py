"""Where a document goes, and in which format."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import pytest

from command import run
from made_fonts import needed
from written_documents import document
from xinfang_core.cli.document_output import add_format, need_format, write_document
from xinfang_core.cli.overwriting import keep_apart
from xinfang_core.documents.blocks import Heading, Paragraph
from xinfang_core.documents.writers.docx import docx
from xinfang_core.documents.writers.html import html
from xinfang_core.documents.writers.markdown import markdown
from xinfang_core.documents.writers.pdf import Pdf
from xinfang_core.errors import MisuseError

if TYPE_CHECKING:
    from pathlib import Path

QUARTER = ("--from", "2026-01-01", "--to", "2026-03-31")
MADE = document(Heading(1, "一"), Paragraph("信访"))


def asked(
    *words: str, formats: tuple[str, ...] = ("md", "html", "docx", "pdf", "xlsx")
) -> argparse.Namespace:
    """What a command line asks for."""
    parser = argparse.ArgumentParser()
    add_format(parser, formats)
    return parser.parse_args(words)


class TestText:
    """Markdown and pages go to the screen or to a file."""

    def test_the_screen(self, capsys: pytest.CaptureFixture[str]) -> None:
        write_document(MADE, asked())
        write_document(MADE, asked("--format", "html"))
        assert capsys.readouterr().out == markdown(MADE) + html(MADE)

    def test_a_file(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write_document(MADE, asked("--output", str(tmp_path / "a.md")))
        assert (tmp_path / "a.md").read_text("utf-8") == markdown(MADE)
        assert capsys.readouterr().out == ""


class TestFiles:
    """Others only to a file."""

    @pytest.mark.parametrize("form", ["docx", "pdf", "xlsx"])
    def test_no_screen_shows_them(self, form: str) -> None:
        with pytest.raises(MisuseError, match=f"^{form} 不能显示在屏幕上，请用 --output 写明文件"):
            need_format(asked("--format", form))

    @pytest.mark.parametrize(
        ("form", "name"),
        [("md", "a.docx"), ("docx", "a.doc"), ("docx", "a.PDF"), ("xlsx", "a.et")],
    )
    def test_none_is_called_as_one_of_another_format(self, form: str, name: str) -> None:
        with pytest.raises(MisuseError, match=r"^--output: 文件名以 .*结尾，而要写的是"):
            need_format(asked("--format", form, "--output", name))

    @pytest.mark.parametrize("name", ["a", "a.txt", "a.2026", "a.HTM"])
    def test_other_names_are_as_good_as_any(self, name: str) -> None:
        need_format(asked("--format", "html", "--output", name))

    def test_a_word_file(self, tmp_path: Path) -> None:
        write_document(MADE, asked("--format", "docx", "--output", str(tmp_path / "a.docx")))
        assert (tmp_path / "a.docx").read_bytes() == docx(MADE)

    def test_a_workbook(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("xinfang_core.cli.document_output.xlsx", lambda _: b"PK")
        write_document(MADE, asked("--format", "xlsx", "--output", str(tmp_path / "a.xlsx")))
        assert (tmp_path / "a.xlsx").read_bytes() == b"PK"

    def test_a_pdf(self, tmp_path: Path) -> None:
        needed()
        write_document(MADE, asked("--format", "pdf", "--output", str(tmp_path / "a.pdf")))
        assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")

    @pytest.mark.parametrize(
        "words",
        [
            ("rulebook", "none.toml"),
            ("letter", "受理告知书", "none.csv", "--policy", "national", "--audience", "public"),
            ("account", "none.csv", "--policy", "national"),
            ("bulletin", "none.csv", "--policy", "national", *QUARTER),
        ],
    )
    def test_every_command_says_so_before_it_reads_anything(
        self, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
    ) -> None:
        found = run(capsys, "docs", *words, "--format", "docx")
        assert (found.code, found.out) == (2, "")
        assert found.err == "docx 不能显示在屏幕上，请用 --output 写明文件\n"

    def test_an_extra_that_is_missing_is_told_before_anything(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("xinfang_core.workbook.needing.find_spec", lambda _: None)
        with pytest.raises(MisuseError, match=r"xinfang-core\[xlsx\]"):
            need_format(asked("--format", "xlsx", "--output", "a.xlsx"))


class TestFonts:
    """What looks otherwise than it should is told; the file is written all the same."""

    def told(
        self,
        made: Pdf,
        folder: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> str:
        monkeypatch.setattr("xinfang_core.cli.document_output.pdf", lambda *_: made)
        write_document(MADE, asked("--format", "pdf", "--output", str(folder / "a.pdf")))
        assert (folder / "a.pdf").read_bytes() == made.content
        return capsys.readouterr().err

    def test_replaced_fonts(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        made = Pdf(b"%PDF-", (("黑体", "Noto Sans CJK SC"), ("仿宋_GB2312", "FangSong")))
        assert self.told(made, tmp_path, monkeypatch, capsys) == (
            "缺少字体，已用其他字体代替：黑体 → Noto Sans CJK SC；仿宋_GB2312 → FangSong；"
            "可用 --font-dir 指明字体所在的文件夹\n"
        )

    def test_characters_without_a_font_are_told_by_number(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        made = Pdf(b"%PDF-", (), tuple(map(chr, range(0x32300, 0x32330))))
        err = self.told(made, tmp_path, monkeypatch, capsys)
        assert err.startswith("有 48 个字没有字体可以显示，印作“〓”：U+32300 U+32301 ")
        assert err.endswith("U+32313\n")

    def test_nothing_where_all_is_right(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert self.told(Pdf(b"%PDF-", ()), tmp_path, monkeypatch, capsys) == ""

    def test_a_folder_that_is_none_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "a.ttf").touch()
        words = ("--format", "pdf", "--output", "a.pdf", "--font-dir")
        for name, fault in (("none", "没有这个文件或者文件夹"), ("a.ttf", "这不是文件夹")):
            with pytest.raises(MisuseError, match=f"--font-dir .*{name}: {fault}"):
                need_format(asked(*words, str(tmp_path), "--font-dir", str(tmp_path / name)))

    def test_only_pdf_takes_fonts(self) -> None:
        arguments = asked(formats=("html", "docx"))
        assert arguments.format == "html"
        assert not hasattr(arguments, "font_folders")
        need_format(arguments)


class TestNothingIsWrittenOverWhatIsRead:
    """Parties, fields, templates and the register before it are read too."""

    @pytest.mark.parametrize("name", ["parties", "fields", "template", "previous", "file"])
    def test_it_is_refused(self, tmp_path: Path, name: str) -> None:
        path = tmp_path / "read.toml"
        path.touch()
        with pytest.raises(MisuseError):
            keep_apart(argparse.Namespace(output=str(path), **{name: str(path)}))
