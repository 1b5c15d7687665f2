"""Where a document goes (文书输出), and in which format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from xinfang_core.documents.blocks import Document

FORMATS: Final = {
    "md": "Markdown",
    "html": "网页",
    "docx": "Word、WPS 文档",
    "pdf": "PDF",
    "xlsx": "工作簿",
}
"""The formats of documents, each with its name."""


def add_format(parser: argparse.ArgumentParser, formats: Iterable[str]) -> None:
    """Which formats a command writes, and where to."""
    told = [name for name in FORMATS if name in formats]
    words = "；".join(f"{name} {FORMATS[name]}" for name in told)
    parser.add_argument("--format", choices=told, default=told[0], help=f"格式：{words}")
    parser.add_argument("--output", metavar="文件", help="写入文件；docx、pdf、xlsx 必须写明")
    if "pdf" in told:
        parser.add_argument(
            "--font-dir",
            dest="font_folders",
            action="append",
            default=[],
            metavar="文件夹",
            help="PDF 所用字体所在的文件夹，可重复",
        )


def write_document(document: Document, arguments: argparse.Namespace) -> None:
    """Write the document in the format asked for, whole or not at all."""
    raise NotImplementedError(document, arguments)
