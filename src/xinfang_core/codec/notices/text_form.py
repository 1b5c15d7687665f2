"""A notice as a clerk types it, one line a holiday (通知的文字写法).

Source of the wording: the State Council's yearly notices (国务院办公厅放假安排通知), whose lines
may be pasted as they are. The grammar stands in the docs; what is written is checked, not believed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from attrs import define, field

from xinfang_core.codec.notices.dates import Dates
from xinfang_core.codec.notices.drafting import Draft, Holiday, Place, finished
from xinfang_core.codec.notices.headers import (
    DEFAULTS,
    NAMES,
    REQUIRED,
    header_value,
    nearest_header,
)
from xinfang_core.codec.notices.line import Line
from xinfang_core.codec.notices.words import plain
from xinfang_core.refusals import RefusedError

if TYPE_CHECKING:
    from xinfang_core.calendar.notice import Notice
    from xinfang_core.errors import Fault

LONGEST_LINE = 500
"""Characters of one line; those of real notices have some hundred."""

_EXAMPLES = {"number": "国办发明电〔2025〕7号”或者“文号：无", "year": "2026"}
_LINE_END = re.compile(r"\r\n|\r|\n")
# 一、 (二) 3. and marks of a list, then the name up to the first colon.
_NUMERAL = r"(?:十[一二三四五六七八九]?|[一二三四五六七八九]|[0-9]{1,2})"
_START = re.compile(rf" *(?:\({_NUMERAL}\)、?|{_NUMERAL}[)、。,]|[-*•·])? *")
_STAND_IN = 2000  # a leap year: every date of any year exists in it
_OF_THE_YEAR = frozenset({"notice_file.weekday", "notice_file.count"})


@define
class _Reader:
    """Takes line by line.

    Attributes:
        file: the file's name.
        head: arguments of ``Notice`` so far.
        places: where they are written.
        lines: holiday lines, read when the year is known: place, text, start of the days.
        faults: what is wrong.
        strange: whether a line is of no kind, so that it may have been a holiday.

    """

    file: str
    head: dict[str, Any] = field(factory=lambda: dict(DEFAULTS))
    places: dict[str, Place] = field(factory=dict)
    lines: list[tuple[Place, str, int]] = field(factory=list)
    faults: list[Fault] = field(factory=list)
    strange: bool = False

    def refuse(self, code: str, place: Place, *facts: tuple[str, object]) -> None:
        """Note a fault."""
        self.faults.append(place.fault(self.file, code, *facts))

    def line(self, number: int, raw: str) -> None:
        """A line of the head, of a holiday, or of nothing."""
        text = plain(raw)
        if not text.strip() or text.lstrip().startswith("#"):
            return
        if len(raw) > LONGEST_LINE:
            self.refuse("notice_file.line_too_long", Place(number), ("most", LONGEST_LINE))
            return
        marked = _START.match(text)
        start = marked.end() if marked else 0
        colon = text.find(":", start)
        name = raw[start : max(colon, start)].strip()
        place = Place(number, start + 1, name)
        if not name:
            self.strange = True
            self.refuse("notice_file.no_colon", place, ("found", raw.strip()))
        elif argument := NAMES.get(plain(name).replace(" ", "")):
            self.header(argument, place, raw, colon + 1)
        else:
            self.lines.append((place, text, colon + 1))

    def header(self, argument: str, place: Place, raw: str, start: int) -> None:
        """A line of the head; ``start`` is where its value may begin."""
        if argument in self.places:
            facts = (("name", place.path), ("first", self.places[argument].line))
            self.refuse("notice_file.header_twice", place, *facts)
            return
        value = raw[start:].strip()
        column = raw.index(value, start) + 1
        self.places[argument] = here = Place(place.line, column, place.path)
        try:
            self.head[argument] = header_value(argument, value)
        except RefusedError as refused:
            self.refuse(refused.code, here, *refused.facts)
            if argument == "scope":
                self.head["scope"] = None

    def holiday(self, place: Place, text: str, start: int) -> Holiday:
        """The holiday of a line."""
        known = self.head["year"] is not None
        dates = Dates(self.head["year"] if known else _STAND_IN, place.path)
        line = Line(self.file, place.line, place.path, dates)
        holiday = line.read(text, start)
        near = "" if line.last[0] else nearest_header(place.path)
        if near:
            facts = (("found", place.path), ("nearest", near))
            self.refuse("notice_file.header_near", place, *facts)
        elif not line.written:
            self.refuse("notice_file.no_days", place, ("name", place.path))
        else:
            self.faults += [one for one in line.faults if known or one.code not in _OF_THE_YEAR]
        return holiday


def read_text_form(text: str, file: str) -> Notice:
    """The notice written in ``text``.

    Raises:
        PolicyDataError: every fault of the file, in the order of its lines.

    """
    reader = _Reader(file)
    for number, raw in enumerate(_LINE_END.split(text), 1):
        reader.line(number, raw)
    for argument, name in REQUIRED.items():
        if argument not in reader.places:
            example = _EXAMPLES[argument]
            reader.refuse(
                "notice_file.header_missing", Place(), ("name", name), ("example", example)
            )
    holidays = tuple(reader.holiday(*line) for line in reader.lines)
    empty = not reader.lines and not reader.strange
    draft = Draft(file, reader.head, reader.places, holidays, empty)
    return finished(draft, reader.faults)
