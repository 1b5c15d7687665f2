"""The extra ``docx`` (附加组件): docxtpl, whose marks templates are written with."""

from __future__ import annotations

from importlib.util import find_spec

from xinfang_core.errors import Fault, MisuseError


def need_docxtpl() -> None:
    """Ask for the extra where it is missing.

    Raises:
        MisuseError: docxtpl is not installed.

    """
    if find_spec("docxtpl") is None:
        raise MisuseError(Fault("template.needs_docx"))
