"""Where a document goes (文书输出), and in which format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from xinfang_core.cli.output import opened, tell, write_whole
from xinfang_core.documents.writers.docx import docx
from xinfang_core.documents.writers.html import html
from xinfang_core.documents.writers.markdown import markdown
from xinfang_core.documents.writers.pdf import need_typst, pdf
from xinfang_core.documents.writers.xlsx import xlsx
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render
from xinfang_core.workbook.needing import need_openpyxl

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from xinfang_core.documents.blocks import Document
    from xinfang_core.documents.writers.pdf import Pdf

FORMATS: Final = {
    "md": "Markdown",
    "html": "网页",
    "docx": "Word、WPS 文档",
    "pdf": "PDF",
    "xlsx": "工作簿",
}
"""The formats of documents, each with its name."""

_FILES: Final = frozenset({"docx", "pdf", "xlsx"})
"""Formats that no terminal shows."""

_ENDINGS: Final = {
    "md": (".md", ".markdown"),
    "html": (".html", ".htm"),
    "docx": (".docx",),
    "pdf": (".pdf",),
    "xlsx": (".xlsx",),
    "csv": (".csv",),
    "json": (".json",),
}
"""How the files of each format are called."""

_OTHERS: Final = frozenset({".doc", ".wps", ".xls", ".et"})
"""Endings of formats that nothing here writes: the programs of offices open no other by them."""

_TOLD: Final = 20
"""So many characters without a font are named."""


def add_format(parser: argparse.ArgumentParser, formats: Iterable[str]) -> None:
    """Which formats a command writes, and where to."""
    told = [name for name in FORMATS if name in formats]
    words = "；".join(f"{name} {FORMATS[name]}" for name in told)
    files = "、".join(name for name in told if name in _FILES)
    parser.add_argument("--format", choices=told, default=told[0], help=f"格式：{words}")
    parser.add_argument("--output", metavar="文件", help=f"写入文件；{files} 必须写明")
    if "pdf" in told:
        parser.add_argument(
            "--font-dir",
            dest="font_folders",
            action="append",
            default=[],
            metavar="文件夹",
            help="PDF 所用字体所在的文件夹，可重复",
        )


def need_format(arguments: argparse.Namespace) -> None:
    """Ask for what the format needs, before anything is read or computed.

    Raises:
        MisuseError: the format needs a file or an extra, the file is called as one of another
            format, or a folder of fonts is none.

    """
    if arguments.format in _FILES and arguments.output is None:
        raise MisuseError(Fault("documents.needs_output", (("format", arguments.format),)))
    check_ending(arguments.format, arguments.output)
    for folder in _font_folders(arguments):
        if not folder.is_dir():
            code = "cli.not_folder" if folder.exists() else "file.missing"
            raise MisuseError(Fault(code, path=f"--font-dir {folder}"))
    if arguments.format == "pdf":
        need_typst()
    if arguments.format == "xlsx":
        need_openpyxl()


def check_ending(form: str, output: str | None) -> None:
    """Refuse a file that is called as one of another format: no program would open it.

    Raises:
        MisuseError: it is.

    """
    ending = Path(output).suffix.lower() if output else ""
    others = {one for endings in _ENDINGS.values() for one in endings} | _OTHERS
    if ending in others.difference(_ENDINGS.get(form, ())):
        facts = (("ending", ending), ("format", form))
        raise MisuseError(Fault("documents.other_ending", facts, path="--output"))


def write_document(document: Document, arguments: argparse.Namespace) -> None:
    """Write the document in the format asked for, whole or not at all; ``need_format`` came before.

    Raises:
        MisuseError: the format cannot hold it, or the file cannot be written.

    """
    match arguments.format:
        case "md":
            _write_text(markdown(document), arguments.output)
        case "html":
            _write_text(html(document), arguments.output)
        case "docx":
            write_whole(arguments.output, docx(document))
        case "pdf":
            made = pdf(document, tuple(_font_folders(arguments)))
            write_whole(arguments.output, made.content)
            _tell_of_fonts(made)
        case _:
            write_whole(arguments.output, xlsx(document))


def _font_folders(arguments: argparse.Namespace) -> Iterator[Path]:
    yield from map(Path, getattr(arguments, "font_folders", ()))


def _write_text(words: str, path: str | None) -> None:
    with opened(path, wire=True) as stream:
        stream.write(words)


def _tell_of_fonts(made: Pdf) -> None:
    """What looks otherwise than it should, on standard error: the file is right all the same."""
    if made.replaced:
        pairs = (
            render("documents.font_replaced", {"wanted": wanted, "used": used})
            for wanted, used in made.replaced
        )
        tell(render("documents.fonts_replaced", {"fonts": "；".join(pairs)}))
    if made.missing:
        # A rare character may be of a name: it is told by its number.
        codes = " ".join(f"U+{ord(sign):04X}" for sign in made.missing[:_TOLD])
        facts = {"count": len(made.missing), "codes": codes}
        tell(render("documents.characters_missing", facts))
