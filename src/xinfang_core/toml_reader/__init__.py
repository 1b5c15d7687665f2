"""Reads the policy files (办法文件), and knows the line and column of everything in them.

Our errors must name the place, and ``tomllib`` gives none. The files are written in a
strict subset of TOML 1.0; what is accepted reads exactly as ``tomllib`` reads it.

Accepted: comments; bare, quoted and dotted names; ``[table]`` and ``[[list of tables]]``;
strings of all four kinds with all escapes; decimal whole numbers; ``true`` and ``false``;
dates; lists; ``{}`` tables on one line. Lines end in LF or CRLF, and a byte order mark at
the start is skipped.

Refused, each with a fault that says what to write instead: numbers with a decimal point or
exponent, ``inf`` and ``nan`` (a decimal number is written in quotes, so that no digit is
lost), times of day, and hexadecimal, octal or binary numbers. Bounds: 1 MiB of text, 32 steps
of nesting (names and item numbers), whole numbers of 64 bits.
"""

from xinfang_core.toml_reader.document import Document, Key, Path, Position, path_text
from xinfang_core.toml_reader.reader import read_toml, value_end

__all__ = ["Document", "Key", "Path", "Position", "path_text", "read_toml", "value_end"]
