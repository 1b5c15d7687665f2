"""LibreOffice without a screen: ``resaved(path, folder)`` is a workbook as Calc saves it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from servers import found

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 120
"""Seconds."""


def resaved(path: Path, folder: Path) -> Path:
    """The same workbook, opened by LibreOffice and saved in another folder.

    Without LibreOffice the test is skipped; in our own checks it fails.
    """
    office = found("soffice", "usr/lib/libreoffice/program", "opt/libreoffice*/program")
    profile = folder / "profile"
    subprocess.run(
        [
            *(office, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"),
            *("--convert-to", "xlsx", "--outdir", folder, path),
        ],
        check=True,
        capture_output=True,
        timeout=_LONGEST,
    )
    return folder / path.name
