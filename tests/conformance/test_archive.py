"""The kit as one file: everything that the runner and a reader need, the same bytes each time."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

from making.archive import write_archive
from xinfang_core import __version__

if TYPE_CHECKING:
    from pathlib import Path


def test_the_same_tree_makes_the_same_bytes(tmp_path: Path) -> None:
    first, second = (write_archive(tmp_path / name) for name in ("one", "other"))
    assert first.name == f"conformance-{__version__}.zip"
    assert first.read_bytes() == second.read_bytes()


def test_it_stands_alone(tmp_path: Path) -> None:
    with ZipFile(write_archive(tmp_path)) as archive:
        top = f"conformance-{__version__}/"
        names = {one.removeprefix(top) for one in archive.namelist()}
        modes = {
            one.filename.removeprefix(top): one.external_attr >> 16 for one in archive.filelist
        }
    assert {"README.md", "LICENSE", "run", "calendar.csv", "unshown.csv"} <= names
    assert {"contract/request.1.json", "policies/national/2022-05-01.toml"} <= names
    assert "cases/national/handling_deadline.jsonl" in names
    # How the kit is made is for contributors.
    assert not [one for one in names if one.startswith("making") or one == "build"]
    assert modes["run"] == 0o755
    assert modes["README.md"] == 0o644
