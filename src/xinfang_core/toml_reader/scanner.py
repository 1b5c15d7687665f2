"""The written signs of a file: names, texts, numbers and dates, one after the other.

Which table a name belongs to is no business of this module.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn

from attrs import define

from xinfang_core.errors import Fault, PolicyDataError
from xinfang_core.refusals import written_day
from xinfang_core.toml_reader.document import Lines, path_text

if TYPE_CHECKING:
    from xinfang_core.toml_reader.document import Path, Position

MOST_INTEGER: Final = 2**63 - 1
"""Largest whole number; the smallest is one further from zero."""

_CLIP = 40  # characters of a found text that a message repeats

# What a Chinese keyboard gives for the signs that TOML needs.
_FULL_SIGNS = "＝，、“”＂‘’＇［］【】｛｝＃．。"  # noqa: RUF001
_HALF_SIGNS = "=,,\"\"\"'''[][]{}#.."
_HALF_WIDTH = dict(zip(_FULL_SIGNS, _HALF_SIGNS, strict=True))

# Every repeat below ends its pattern or stands before a character that it cannot take itself, so
# that no line, however long, is gone over more than a few times. None is possessive: those of
# Python 3.11.2, which Debian 12 still has, go wrong before a look-ahead.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_SPACE = re.compile(r"[ \t]*")
_COMMENT = re.compile(r"[ \t]*(?:#[^\n]*)?")
_LINES = re.compile(r"(?:[ \t\n]+|#[^\n]*)*")
# What nearly every line of a policy holds, taken as a whole. Whatever they do not find is gone
# through sign by sign.
PLAIN_HEADER = re.compile(
    r"(?:\[([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)\]|\[\[([A-Za-z0-9_-]+)\]\])[ \t]*\n[ \t\n]*"
)
"""The header of a table, its names in the first group, or of a list of tables in the second."""
PLAIN_NAME = re.compile(r"([A-Za-z0-9_-]+)[ \t]*=[ \t]*")
"""A bare name that is not dotted, and the equals sign."""
_PAIR = r'([A-Za-z0-9_-]+)[ \t]*=[ \t]*(?:"([^"\\\n]*)"(?!")|(0|[1-9][0-9]{0,17}))[ \t]*'
"""A bare name, then a text without escapes, or a whole number that is small enough."""
PLAIN_LINE = re.compile(_PAIR + r"\n[ \t\n]*(\Z)?")
"""Such a pair on a line of its own, the last one with the end of the file."""
PLAIN_CELL = re.compile(_PAIR + r"(?:,[ \t]*(?=[A-Za-z0-9_-])|(\}))")
"""Such a pair in a ``{}`` table, the last one with its end."""
_NEXT = r"""[ \t\n]*(?:,[ \t\n]*(?=["{])|,?[ \t\n]*(\]))"""
PLAIN_ITEM = re.compile(rf'"([^"\\\n]*)"(?!"){_NEXT}')
"""A text without escapes in a list, and the way to the next text or table or to the end."""
NEXT_ITEM = re.compile(_NEXT)
"""That way alone; the end is a group of its own."""
_NEXT_LINE = re.compile(r"[ \t]*(?:#[^\n]*)?(?:\n(?:[ \t\n]+|#[^\n]*)*|\Z)")
_NAME = re.compile(rf"""[^\s.=:：,#\[\]{{}}"'{_FULL_SIGNS}]*""")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WORD = re.compile(
    # A blank between date and time belongs to the word, to be refused as a whole.
    r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2} (?=[0-9]{2}:))?" + rf"""[^\s,=#\[\]{{}}"'{_FULL_SIGNS}]*"""
)
_INTEGER = re.compile(r"[+-]?(?:0|[1-9](?:_?[0-9])*)")
_DATE = re.compile(r"[0-9]+-[0-9]+-[0-9]+")
_REFUSED = {
    "toml.decimal": re.compile(
        r"[+-]?(?:inf|nan|[0-9_]+(?:\.[0-9_]+(?:[eE][+-]?[0-9_]+)?|[eE][+-]?[0-9_]+))"
    ),
    "toml.time": re.compile(r"[0-9][^:]*:.*"),
    "toml.radix": re.compile(r"[+-]?0[xXoObB].*"),
}
_BOOLEANS = {"true": True, "false": False}

_QUOTE = re.compile("[\"']")
_OPEN_TEXT = re.compile(r"\"\"\"\n?|'''\n?|\"|'")
_PLAIN = {
    '"': re.compile(r'[^"\\\n]*'),
    "'": re.compile(r"[^'\n]*"),
    '"""': re.compile(r'(?:[^"\\]+|"(?!""))*'),
    "'''": re.compile(r"(?:[^']+|'(?!''))*"),
}
_CLOSE_TEXT = {
    '"': re.compile('"'),
    "'": re.compile("'"),
    '"""': re.compile('"{3,5}'),
    "'''": re.compile("'{3,5}"),
}
# By number only characters are written: no surrogates, and nothing beyond U+10FFFF.
_ESCAPE = re.compile(
    r'\\(?:[btnfr"\\]|(?:u|U0000)(?![dD][89A-Fa-f])[0-9A-Fa-f]{4}'
    r"|U00(?:0[1-9A-Fa-f]|10)[0-9A-Fa-f]{4})"
)
_NO_ESCAPE = re.compile(r"\\(?:[uU][0-9A-Fa-f]{0,8}|.)?")
_FOLD = re.compile(r"\\[ \t]*\n[ \t\n]*")
_ESCAPED = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


class Name(NamedTuple):
    """One name as written.

    Attributes:
        text: the name itself, without quotes.
        at: where it starts, in characters from the start of the text.

    """

    text: str
    at: int


def shown(text: str) -> str:
    """Found text as a message repeats it: not too long, and nothing invisible."""
    clipped = text if len(text) <= _CLIP else text[:_CLIP] + "…"
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in clipped)


@define
class Scanner:
    """Goes through one text and takes sign after sign.

    Attributes:
        text: the text; lines end in LF alone.
        file: file name for faults.
        at: how far the text is read, in characters.

    """

    text: str
    file: str
    at: int = 0

    def __attrs_post_init__(self) -> None:
        if forbidden := _FORBIDDEN.search(self.text):
            self.refuse("toml.character", forbidden.start(), found=shown(forbidden.group()))

    def position(self, at: int) -> Position:
        """Line and column of a place in the text."""
        return Lines(self.text).position(at)

    def refuse(self, code: str, at: int, path: Path = (), **facts: object) -> NoReturn:
        """End the reading with one fault placed at ``at``."""
        place, named = self.position(at), tuple(facts.items())
        raise PolicyDataError(
            Fault(code, named, self.file, place.line, place.column, path_text(path))
        )

    def unexpected(self, code: str, **facts: object) -> NoReturn:
        """End the reading here; a full-width or invisible sign is named as what it is."""
        found = self.text[self.at : self.at + 1]
        if found in _HALF_WIDTH:
            self.refuse("toml.full_width", self.at, found=found, wanted=_HALF_WIDTH[found])
        if not found.isprintable() and found != "\n":
            self.refuse("toml.invisible", self.at, found=shown(found))
        self.refuse(code, self.at, (), **facts)

    def take(self, pattern: re.Pattern[str]) -> str:
        """What the pattern finds here, maybe nothing, and step over it."""
        start, match = self.at, pattern.match(self.text, self.at)
        self.at = match.end() if match else start
        return self.text[start : self.at]

    def stands(self, sign: str) -> bool:
        """Whether the sign stands here."""
        return self.text.startswith(sign, self.at)

    def took(self, sign: str) -> bool:
        """Whether the sign stands here; if so, step over it."""
        found = self.stands(sign)
        self.at += len(sign) * found
        return found

    def ended(self, *, line: bool = False) -> bool:
        """Whether the text ends here, or with ``line`` the line."""
        return self.at == len(self.text) or (line and self.text[self.at] == "\n")

    def space(self) -> None:
        """Step over blanks."""
        self.take(_SPACE)

    def lines(self) -> None:
        """Step over blanks, line ends and comments."""
        self.take(_LINES)

    def end_line(self) -> None:
        """Nothing but a comment may follow on this line; step over what stands between lines."""
        if not self.take(_NEXT_LINE) and not self.ended():
            self.take(_COMMENT)
            self.unexpected("toml.rest", found=self.rest())

    def rest(self) -> str:
        """What is written from here to the end of the line, for a message."""
        end = self.text.find("\n", self.at)
        return shown(self.text[self.at : None if end < 0 else end])

    def names(self) -> list[Name]:
        """A dotted name: its parts, with the blanks around it stepped over."""
        parts = [self._name()]
        while self.took("."):
            parts.append(self._name())
        return parts

    def _name(self) -> Name:
        self.space()
        start = self.at
        quote = self.take(_QUOTE)
        name = self._text(quote, start) if quote else self._bare_name()
        self.space()
        return Name(name, start)

    def _bare_name(self) -> str:
        start = self.at
        name = self.take(_NAME)
        if not name:
            self.unexpected("toml.no_name")
        if not _BARE.fullmatch(name):
            self.refuse("toml.name", start, found=shown(name))
        return name

    def scalar(self) -> object:
        """A text, whole number, truth value or date."""
        start = self.at
        opening = self.take(_OPEN_TEXT)
        return self._text(opening.rstrip("\n"), start) if opening else self._word()

    def _word(self) -> object:
        start = self.at
        word = self.take(_WORD)
        if not word:
            self.unexpected("toml.no_value")
        if word in _BOOLEANS:
            return _BOOLEANS[word]
        if _INTEGER.fullmatch(word):
            return self._integer(word, start)
        if _DATE.fullmatch(word):
            return self._date(word, start)
        if meant := written_day(word):
            self.refuse("toml.date_form", start, found=word, wanted=meant)
        codes = (code for code, pattern in _REFUSED.items() if pattern.fullmatch(word))
        return self.refuse(next(codes, "toml.value"), start, found=shown(word))

    def _integer(self, word: str, start: int) -> int:
        digits = word.replace("_", "")
        # Python itself refuses to convert thousands of digits, so they are counted first.
        number = int(digits[: len(str(MOST_INTEGER)) + 2])
        if not -MOST_INTEGER - 1 <= number <= MOST_INTEGER:
            self.refuse("toml.integer", start, found=shown(word), most=MOST_INTEGER)
        return number

    def _date(self, word: str, start: int) -> date:
        try:
            return date.fromisoformat(word)
        except ValueError:
            if meant := written_day(word):
                self.refuse("toml.date_form", start, found=word, wanted=meant)
            self.refuse("toml.date", start, found=shown(word))

    def _text(self, quote: str, start: int) -> str:
        parts = []
        while True:
            parts.append(self.take(_PLAIN[quote]))
            if closing := self.take(_CLOSE_TEXT[quote]):
                # Up to two quotes right before the closing three belong to the text.
                return "".join([*parts, closing[len(quote) :]])
            if not self.stands("\\"):
                self.refuse("toml.text", start, wanted=quote)
            if quote == '"' or not self.take(_FOLD):
                parts.append(self._escape())

    def _escape(self) -> str:
        start = self.at
        found = self.take(_ESCAPE)
        if not found:
            self.refuse("toml.escape", start, found=shown(self.take(_NO_ESCAPE)))
        letter, digits = found[1], found[2:]
        return _ESCAPED[letter] if letter in _ESCAPED else chr(int(digits, 16))
