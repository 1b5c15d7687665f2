"""Fonts of offices that no machine of ours has (字体): others stand for them on test pages.

Files name the official fonts. Where those are not there, LibreOffice takes whatever comes first;
with ``settings(folder)`` it takes one of the same kind, so that pages look as they should.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SERIF, _SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"

STAND_INS = {
    "仿宋_GB2312": _SERIF,
    "仿宋": _SERIF,
    "楷体_GB2312": _SERIF,
    "楷体": _SERIF,
    "宋体": _SERIF,
    "方正小标宋简体": f"{_SERIF}:bold",
    "黑体": _SANS,
    "Times New Roman": "Liberation Serif",
}
"""What stands for each official font."""

_RULE = """
<match target="pattern">
  <test name="family" qual="any"><string>{official}</string></test>
  <edit name="family" mode="assign" binding="strong"><string>{other}</string></edit>{weight}
</match>"""
_BOLD = '\n  <edit name="weight" mode="assign" binding="strong"><const>bold</const></edit>'


def settings(folder: Path) -> dict[str, str]:
    """The environment of a program that shall find those fonts; its file is in the folder."""
    rules = (
        _RULE.format(
            official=official,
            other=other.removesuffix(":bold"),
            weight=_BOLD if other.endswith(":bold") else "",
        )
        for official, other in STAND_INS.items()
    )
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
        f"<dir>/usr/share/fonts</dir>\n<cachedir>{folder}/fonts</cachedir>{''.join(rules)}\n"
        "</fontconfig>\n",
        "utf-8",
    )
    return {"FONTCONFIG_FILE": str(path)}
