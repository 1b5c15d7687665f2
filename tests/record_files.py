"""Files of records, sound and spoiled, and what reading them says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from xinfang_core.codec import ReadOptions, read_records
from xinfang_core.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from xinfang_core.case import Case


UNFILLED = re.compile(r"\{\w+\}|\bNone\b")
"""A place of a template that was not filled in."""


def saved(folder: Path, content: str | bytes, name: str = "r.csv") -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def cases_in(
    folder: Path,
    content: str | bytes,
    name: str = "r.csv",
    columns: Mapping[str, str] | None = None,
    **options: Any,  # noqa: ANN401 - whatever may be said about a register
) -> tuple[Case, ...]:
    """The cases of a file with this content."""
    return read_records(saved(folder, content, name), columns, ReadOptions(**options)).cases


def complaints(
    folder: Path,
    content: str | bytes,
    name: str = "r.csv",
    columns: Mapping[str, str] | None = None,
    **options: Any,  # noqa: ANN401 - whatever may be said about a register
) -> list[str]:
    """What reading a file with this content complains of, in Chinese; English says as much."""
    chosen = ReadOptions(**{"show_values": True, **options})
    with pytest.raises(RecordError) as caught:
        read_records(saved(folder, content, name), columns, chosen)
    english = caught.value.text("en")
    assert len(english.splitlines()) == len(caught.value.faults)
    assert not UNFILLED.search(english), english
    lines = caught.value.text().splitlines()
    assert all(line.startswith(name) for line in lines)
    return [line.removeprefix(name).removeprefix(":").strip() for line in lines]
