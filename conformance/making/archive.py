"""The kit as one file (检验包): the same bytes from the same tree."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xinfang_core import __version__

HERE = Path(__file__).resolve().parent.parent
SOURCE = HERE.parent / "src" / "xinfang_core"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_PROGRAM, _FILE = 0o755, 0o644


def write_archive(folder: Path) -> Path:
    """Write ``conformance-VERSION.zip``: the cases, the runner, and what the answers stand on.

    Args:
        folder: where to; it is made if it is not there.

    """
    top = f"conformance-{__version__}"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{top}.zip"
    with ZipFile(path, "w") as archive:
        for name, file in sorted(_files().items()):
            entry = ZipInfo(f"{top}/{name}", _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            # The mode of a file depends on who checked it out.
            entry.create_system = 3
            entry.external_attr = (_PROGRAM if name == "run" else _FILE) << 16
            archive.writestr(entry, file.read_bytes().replace(b"\r\n", b"\n"))
    return path


def _files() -> dict[str, Path]:
    """The files by their names in the archive."""
    own = {name: HERE / name for name in ("README.md", "run", "calendar.csv", "unshown.csv")}
    own["LICENSE"] = HERE.parent / "LICENSE"
    below = (
        *((HERE, one) for one in HERE.glob("cases/*/*.jsonl")),
        *((SOURCE, one) for one in SOURCE.glob("contract/*.json")),
        *((SOURCE, one) for one in SOURCE.glob("policies/**/*.toml")),
    )
    return {**own, **{one.relative_to(top).as_posix(): one for top, one in below}}
