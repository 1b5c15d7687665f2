"""LibreOffice without a screen: a workbook as Calc saves it, a Word file as Writer prints it.

Without LibreOffice a test is skipped; in our own checks it fails.
"""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from office_fonts import settings
from servers import found

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 120
"""Seconds."""


def resaved(path: Path, folder: Path) -> Path:
    """The same workbook, opened by LibreOffice and saved in another folder."""
    _convert("xlsx", folder, path)
    return folder / path.name


def printed(folder: Path, *paths: Path) -> list[Path]:
    """Word files as PDF in a folder, other fonts standing for those of offices."""
    _convert("pdf", folder, *paths, environment={**os.environ, **settings(folder)})
    return [folder / f"{path.stem}.pdf" for path in paths]


def _convert(
    kind: str, folder: Path, *paths: Path, environment: dict[str, str] | None = None
) -> None:
    office = found("soffice", "usr/lib/libreoffice/program", "opt/libreoffice*/program")
    profile = folder / "profile"
    subprocess.run(
        [
            *(
                str(office),
                "--headless",
                "--norestore",
                f"-env:UserInstallation={profile.as_uri()}",
            ),
            *("--convert-to", kind, "--outdir", str(folder), *map(str, paths)),
        ],
        check=True,
        capture_output=True,
        timeout=_LONGEST,
        env=environment,
    )
