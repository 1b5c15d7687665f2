"""From a file to a notice: bounded, decoded, and read by what its name says (读取通知)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from xinfang_core.codec.files import decode
from xinfang_core.codec.notices.text_form import read_text_form
from xinfang_core.codec.notices.toml_form import read_toml_form
from xinfang_core.errors import Fault, PolicyDataError, RecordError
from xinfang_core.refusals import system_fault

if TYPE_CHECKING:
    from os import PathLike

    from xinfang_core.calendar.notice import Notice

MOST_BYTES = 64 * 1024
"""Bytes of one notice file; a real one has two or three thousand."""


def read_notice(path: str | PathLike[str]) -> Notice:
    """The notice of a file: ``.toml`` is TOML in UTF-8, any other name is the clerk's text.

    The text may be UTF-8, with or without a mark, or GB18030.

    Raises:
        PolicyDataError: the file cannot be read, or anything in it; every fault at once.

    """
    place = Path(path)
    name = place.name or str(place)
    try:
        with place.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise PolicyDataError(system_fault(error, name)) from None
    _check_size(len(data), name)
    return read_notice_text(_decoded(data, name), name)


def read_notice_text(text: str, name: str) -> Notice:
    """The notice written in ``text``.

    The days come in the order of their dates, however the file orders them.

    Args:
        text: the whole file.
        name: its name, for faults; one that ends in ``.toml`` is TOML, any other is text.

    Raises:
        PolicyDataError: every fault of the file, each with its line and column. Of a file that
            is no TOML at all only the first.

    """
    _check_size(len(text.encode(errors="surrogatepass")), name)
    read = read_toml_form if _is_toml(name) else read_text_form
    return read(text.removeprefix("\ufeff"), name)


def _is_toml(name: str) -> bool:
    return name.lower().endswith(".toml")


def _check_size(size: int, name: str) -> None:
    if size > MOST_BYTES:
        facts = (("most", MOST_BYTES),)
        raise PolicyDataError(Fault("notice_file.too_large", facts, name))


def _decoded(data: bytes, name: str) -> str:
    """The text of a file; TOML is UTF-8 by its own rules."""
    try:
        return data.decode("utf-8") if _is_toml(name) else decode(data, name)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        facts = (("byte", error.start + 1),)
        raise PolicyDataError(Fault("notice_file.not_utf8", facts, name, line)) from None
    except RecordError as error:
        raise PolicyDataError(*error.faults) from None
