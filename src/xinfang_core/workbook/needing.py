"""The extra ``xlsx`` (附加组件): openpyxl, which writes workbooks."""

from __future__ import annotations

from importlib.util import find_spec
from os import environ

from xinfang_core.errors import Fault, MisuseError


def need_openpyxl() -> None:
    """Ask for the extra where it is missing; whoever writes a workbook calls this first.

    Raises:
        MisuseError: openpyxl is not installed.

    """
    if find_spec("openpyxl") is None:
        raise MisuseError(Fault("workbook.needs_xlsx"))
    # openpyxl writes other bytes where lxml happens to be installed; it asks once, when loaded.
    environ.setdefault("OPENPYXL_LXML", "False")
