"""LibreOffice without a screen: ``resaved(path, folder)`` is a workbook as Calc saves it.

``as_pdf(path, folder)`` is a file as it prints; ``words_of`` and ``pages_of`` read that.
"""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from office_fonts import settings
from servers import found

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_LONGEST = 120
"""Seconds."""


def resaved(path: Path, folder: Path) -> Path:
    """The same workbook, opened by LibreOffice and saved in another folder.

    Without LibreOffice the test is skipped; in our own checks it fails.
    """
    return _converted(path, folder, "xlsx")


def as_pdf(path: Path, folder: Path) -> Path:
    """The file as LibreOffice prints it, with fonts that stand for the official ones."""
    return _converted(path, folder, "pdf")


def as_pdfs(paths: Iterable[Path], folder: Path) -> list[Path]:
    """Several files in one go, which is much faster."""
    told = list(paths)
    _convert(told, folder, "pdf")
    return [folder / path.with_suffix(".pdf").name for path in told]


def words_of(pdf: Path, page: int = 0) -> str:
    """What stands on a page of a PDF, counted from 1, or on all of them."""
    pages = ("-f", str(page), "-l", str(page)) if page else ()
    return _told("pdftotext", *pages, "-layout", pdf, "-")


def pages_of(pdf: Path) -> int:
    """How many pages a PDF has."""
    lines = _told("pdfinfo", pdf).splitlines()
    return next(int(line.split()[-1]) for line in lines if line.startswith("Pages:"))


def boxes_of(pdf: Path) -> str:
    """The words of a PDF and where they stand, as ``pdftotext -bbox`` tells them."""
    return _told("pdftotext", "-bbox", pdf, "-")


def _told(program: str, *arguments: object) -> str:
    asked = [str(found(program)), *map(str, arguments)]
    return subprocess.run(asked, check=True, capture_output=True, timeout=_LONGEST).stdout.decode()


def _converted(path: Path, folder: Path, form: str) -> Path:
    _convert([path], folder, form)
    return folder / path.with_suffix(f".{form}").name


def _convert(paths: list[Path], folder: Path, form: str) -> None:
    office = found("soffice", "usr/lib/libreoffice/program", "opt/libreoffice*/program")
    profile = folder / "profile"
    subprocess.run(
        [
            *(str(office), "--headless", "--norestore"),
            f"-env:UserInstallation={profile.as_uri()}",
            *("--convert-to", form, "--outdir", str(folder), *map(str, paths)),
        ],
        check=True,
        capture_output=True,
        timeout=_LONGEST,
        env=os.environ | settings(folder),
    )
