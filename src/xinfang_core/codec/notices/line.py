"""One holiday line, word after word (放假行): which days are off, which worked, and the checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field, frozen

from xinfang_core.calendar.plain import DAY, is_weekend
from xinfang_core.codec.notices.dates import Dates, Span, Written, written
from xinfang_core.codec.notices.drafting import Day, Holiday, Place
from xinfang_core.codec.notices.words import WEEKDAYS, words
from xinfang_core.refusals import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date

    from xinfang_core.codec.notices.words import Word
    from xinfang_core.errors import Fault


@frozen
class Count:
    """A number of days as the line states it; ``days`` is None for all days off."""

    number: int
    days: tuple[date, ...] | None
    column: int


@define
class Line:
    """What a holiday line has said so far.

    Attributes:
        file: the file's name.
        number: the line's number.
        name: the holiday.
        dates: knows the year.
        faults: what is wrong, in the order of reading.
        spans: dates that are not yet given their days.
        waiting: days that wait for their verb.
        since: the first date since the last verb; None where there is none.
        link: the sign after the last date: ``through``, ``list``, ``comma``, or none.
        last: kind and days of the last verb.
        off: days off.
        worked: make-up working days.
        written: all dates.
        claims: a weekday, the date it is said of, and its column.
        counts: numbers of days stated.
        among: whether the line goes into what it has said already (其中).
        joined: whether the days off are said to join a weekend (连休).
        broken: whether a date could not be read, so that no sum is right.

    """

    file: str
    number: int
    name: str
    dates: Dates
    faults: list[Fault] = field(factory=list)
    spans: list[Span] = field(factory=list)
    waiting: list[Day] = field(factory=list)
    since: Written | None = None
    link: str = ""
    last: tuple[str, tuple[date, ...]] = ("", ())
    off: list[Day] = field(factory=list)
    worked: list[Day] = field(factory=list)
    written: list[Written] = field(factory=list)
    claims: list[tuple[int, Written, int]] = field(factory=list)
    counts: list[Count] = field(factory=list)
    among: bool = False
    joined: bool = False
    broken: bool = False

    def read(self, text: str, start: int) -> Holiday:
        """The holiday that ``text``, in half-width signs, tells from ``start`` on."""
        for word in words(text, start):
            _ACTIONS[word.kind](self, word)
        self.on_end()
        self.check_weekdays()
        self.check_counts()
        return Holiday(self.name, tuple(self.off), tuple(self.worked))

    def refuse(self, code: str, column: int, *facts: tuple[str, object]) -> None:
        """Note a fault of this line."""
        place = Place(self.number, column, self.name)
        self.faults.append(place.fault(self.file, code, *facts))

    def on_date(self, word: Word) -> None:
        """A date begins a range or ends it."""
        one = written(word)
        self.written.append(one)
        if self.link == "through":
            self.spans[-1].end = one
        else:
            if self.since and self.link != "list":
                self.unsaid()
            self.spans.append(Span(one))
            self.since = self.since or one
        self.link = ""

    def on_through(self, word: Word) -> None:
        """至 stands between two dates."""
        if self.link or not self.spans or self.spans[-1].end:
            self.on_unknown(word)
        else:
            self.link = "through"

    def on_list(self, _word: Word) -> None:
        """、 joins dates that share a verb."""
        self.link = self.link or "list"

    def on_comma(self, _word: Word) -> None:
        """A comma does not join dates."""
        self.link = self.link or "comma"

    def on_end(self, _word: Word | None = None) -> None:
        """The sentence ends; no date may be left without a verb."""
        if self.since:
            self.unsaid()
        self.link = ""

    def unsaid(self) -> None:
        """Dates that nothing was said of."""
        self.named()
        since = self.since or self.written[-1]
        self.refuse("notice_file.no_verb", since.column, ("found", since.text))
        self.forget()
        self.broken = True

    def forget(self) -> None:
        """Nothing waits for a verb any more."""
        self.spans, self.waiting = [], []
        self.since = self.dates.before = None
        self.link = ""

    def on_unknown(self, word: Word) -> None:
        """Something that is not understood; what it says of its dates is not guessed."""
        self.refuse("notice_file.not_understood", word.column, ("found", word.text))
        self.forget()
        self.broken = True

    def named(self) -> list[Day]:
        """The days that wait for their verb."""
        if self.link == "through":
            self.refuse("notice_file.no_end", self.spans[-1].start.column)
            self.link = ""
        for span in self.spans:
            place = Place(self.number, span.start.column, self.name)
            try:
                self.waiting += [(day, place) for day in self.dates.days(span)]
            except RefusedError as refused:
                self.refuse(refused.code, self.dates.at, *refused.facts)
                self.broken = True
        self.spans = []
        return self.waiting

    def on_verb(self, word: Word) -> None:
        """放假 or 上班, of the dates before it."""
        if self.since is None:
            # Such as 放假，调休 or 上班（补班）: the same is said again.
            if self.last[0] != word.kind:
                self.refuse("notice_file.no_date", word.column, ("found", word.text))
            return
        days = self.named()
        self.last = (word.kind, tuple(day for day, _ in days))
        if word.kind == "worked":
            self.worked += days
        elif self.among:
            self.check_among(days)
        else:
            self.off += days
        self.forget()

    def check_among(self, days: Collection[Day]) -> None:
        """After 其中 days off are named that are off already."""
        known = {day for day, _ in self.off}
        for day, place in days:
            if day not in known:
                self.refuse("notice_file.not_among", place.column, ("day", day))

    def on_count(self, word: Word) -> None:
        """共N天 counts the days off so far, N天 those just named."""
        kind, days = self.last
        whole = bool(word.parts["all"])
        if self.since:
            days = tuple(day for day, _ in (*(self.off if whole else ()), *self.named()))
        elif kind != "worked" and whole:
            days = tuple(day for day, _ in self.off)
        self.counts.append(Count(word.number(), days or None, word.column))

    def on_weekday(self, word: Word) -> None:
        """Weekdays are said of the last dates, one of each."""
        weekdays = word.weekdays()
        if len(weekdays) > len(self.written) or word.names_a_day():
            self.on_unknown(word)
            return
        dates = self.written[len(self.written) - len(weekdays) :]
        self.claims += [
            (weekday, one, word.column) for weekday, one in zip(weekdays, dates, strict=True)
        ]

    def check_weekdays(self) -> None:
        """A weekday must fit its date."""
        for weekday, one, column in self.claims:
            day = self.dates.found.get(one.column)
            if day and day.weekday() != weekday:
                facts = (("day", day), ("found", _name(weekday)), ("wanted", _name(day.weekday())))
                self.refuse("notice_file.weekday", column, *facts)

    def check_counts(self) -> None:
        """A stated number of days must fit the days."""
        for count in () if self.broken else self.counts:
            days = count.days or tuple(day for day, _ in self.off)
            most = _with_weekends(days) if self.joined else days
            if count.number not in {len(set(days)), len(set(most))}:
                facts = (("found", count.number), ("wanted", len(set(days))))
                self.refuse("notice_file.count", count.column, *facts)

    def on_among(self, _word: Word) -> None:
        """其中 goes into what is said already."""
        self.among = True

    def on_joined(self, _word: Word) -> None:
        """连休: the weekend beside it is off as it always is."""
        self.joined = True


_ACTIONS: dict[str, Callable[[Line, Word], None]] = {
    "date": Line.on_date,
    "through": Line.on_through,
    "list": Line.on_list,
    "comma": Line.on_comma,
    "end": Line.on_end,
    "off": Line.on_verb,
    "worked": Line.on_verb,
    "count": Line.on_count,
    "note": Line.on_weekday,
    "weekday": Line.on_weekday,
    "among": Line.on_among,
    "joined": Line.on_joined,
    "unknown": Line.on_unknown,
}


def _name(weekday: int) -> str:
    return f"周{WEEKDAYS[weekday]}"


def _with_weekends(days: Collection[date]) -> Collection[date]:
    """The days and every weekend that they touch."""
    joined = set(days)
    for day in days:
        for step in (-DAY, DAY):
            near = day + step
            while is_weekend(near):
                joined.add(near)
                near += step
    return joined
