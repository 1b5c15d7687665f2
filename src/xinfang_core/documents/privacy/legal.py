"""The characters that every format takes (可用字符).

Words of hosts may hold anything. XML, and so docx and xlsx, takes no control characters, no half
of a surrogate pair and no noncharacters; marks that turn the direction of writing make a line
read otherwise than it is written. All of these go; line feeds stay, rare Han characters and emoji
too.
"""

from __future__ import annotations

import re
from typing import Final

_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

_BLANKS: Final = re.compile("[\t\x1c-\x1f]")
"""A tab is one blank, lest the words beside it join; so are separators of fields."""

_NOWHERE: Final = re.compile(
    "["
    "\x00-\x08\x0e-\x1b\x7f-\x9f"
    "\u202a-\u202e\u2066-\u2069"  # which way the words run
    "\ufeff\ufff9-\ufffb"  # a byte order mark, and notes between lines
    "\ud800-\udfff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "\U000e0000-\U000e007f"  # letters that nobody sees
    "]"
)


def legal(text: str) -> str:
    """The text without the characters that some format cannot hold; its lines end in LF.

    A text that has gone through stays as it is.
    """
    if text.isprintable():
        return text
    return _NOWHERE.sub("", _BLANKS.sub(" ", _LINE_ENDS.sub("\n", text)))
