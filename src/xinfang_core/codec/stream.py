"""Requests line by line (请求流): one line in, one answer or one error out, in order.

A line that cannot be read is answered by an error in its place, and the stream goes on. Nothing
is kept of a line once it is answered.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from xinfang_core.codec.decoding import NUMBER_NAMES
from xinfang_core.codec.encoder import AnswerEncoder
from xinfang_core.codec.fields import CASE_NO
from xinfang_core.codec.json_text import read_json
from xinfang_core.codec.pieces import dumped
from xinfang_core.codec.problems import STATUS, error_json
from xinfang_core.codec.receipts import Receipts
from xinfang_core.codec.requests import CASE, RequestReader, Terms
from xinfang_core.codec.summary import statuses_of
from xinfang_core.errors import Fault, RecordError, XinfangError
from xinfang_core.refusals import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from xinfang_core.codec.answers import Told
    from xinfang_core.codec.encoder import Maker
    from xinfang_core.codec.sizes import Size

LONGEST_REQUEST = 1024 * 1024
"""Bytes of one line; a case has a few hundred."""

_MARK = "\ufeff"


class Line(NamedTuple):
    """One line as it came.

    Attributes:
        number: counted from 1, empty lines too.
        data: its bytes, without the line feed; of a line that is too long only the beginning.
        row: which request it is, counted from 1.

    """

    number: int
    data: bytes
    row: int


class Answered(NamedTuple):
    """What a line is answered by.

    Attributes:
        text: JSON without a line break.
        maker: what made the answer; None of an error.
        error: why there is no answer; None of an answer.
        case_no: the number of the case; empty where it cannot be read.
        line: the line that is answered.
        row: which request it is.
        statuses: where the limits of the case stand.

    """

    text: str
    maker: Maker | None
    error: XinfangError | None
    case_no: str
    line: int
    row: int
    statuses: frozenset[str]

    def whole(self) -> str:
        """The same as one object: an answer says itself what made it, instead of naming that."""
        maker = self.maker
        # Nothing stands before the id of what made an answer.
        return self.text.replace(f'"{maker.name}"', maker.text, 1) if maker else self.text


@frozen
class LineAnswers:
    """Answers lines under the same terms; to be kept for as many as there are."""

    terms: Terms
    _reader: RequestReader = field(init=False, eq=False, repr=False)
    _receipts: Receipts = field(init=False, eq=False, repr=False)
    _encoder: Callable[[Size], AnswerEncoder] = field(init=False, eq=False, repr=False)

    @_receipts.default
    def _new_receipts(self) -> Receipts:
        return Receipts(self.terms.key)

    @_reader.default
    def _new_desk(self) -> RequestReader:
        return RequestReader(self.terms)

    @_encoder.default
    def _no_encoder_yet(self) -> Callable[[Size], AnswerEncoder]:
        return lru_cache(AnswerEncoder)

    def answer(self, line: Line, today: date) -> Answered:
        """The answer to a line, or the error in its place."""
        try:
            record = read_line(line)
        except XinfangError as error:
            return refused(line, error, "")
        return self.reply(record, line, today)

    def reply(self, record: object, line: Line, today: date) -> Answered:
        """The answer to a request that was read, or the error in its place.

        Args:
            record: plain data, as ``read_line`` gives it.
            line: where it stood; of one that stood on no line the number is 0.
            today: the day asked about where nothing names one.

        """
        try:
            asked = self._reader.read(record, today)
            answer = asked.answer()
        except XinfangError as error:
            placed = (one._replace(line=one.line or line.number) for one in error.faults)
            return refused(line, type(error)(*placed), case_no_of(record))
        encoder = self._encoder(asked.size)
        receipt = None
        if asked.receipt:
            receipt = self._receipts.receipt(answer, asked.case, asked.pack)
        text, maker = encoder.encode(answer, receipt), encoder.maker(answer)
        found = statuses_of(answer)
        return Answered(text, maker, None, answer.case_no, line.number, line.row, found)


def refused(line: Line, error: XinfangError, case_no: str, status: int = STATUS) -> Answered:
    """What stands in place of an answer."""
    told = error_json(error, line=line.number, row=line.row, case_no=case_no, status=status)
    return Answered(dumped(told), None, error, case_no, line.number, line.row, frozenset())


def read_line(line: Line, most: int = LONGEST_REQUEST) -> object:
    """The JSON value of a line.

    Args:
        line: what came.
        most: bytes that it may have.

    Raises:
        RecordError: too long, not UTF-8, not JSON, or what no JSON may have.

    """
    value, faults = read_json(_text(line, most).removeprefix(_MARK), "", line.number)
    if faults:
        raise RecordError(*faults)
    return value


def _text(line: Line, longest: int) -> str:
    """A line in UTF-8.

    Raises:
        RecordError: too long, or not UTF-8.

    """
    if len(line.data) > longest:
        most = (("most", longest),)
        raise RecordError(Fault("file.line_too_long", most, line=line.number))
    try:
        return line.data.decode("utf-8")
    except UnicodeDecodeError as error:
        column = len(line.data[: error.start].decode("utf-8")) + 1
        byte = (("byte", f"0x{line.data[error.start]:02X}"),)
        fault = Fault("request.broken_byte", byte, line=line.number, column=column)
        raise RecordError(fault) from None


def case_no_of(request: object) -> str:
    """The number of the case of a request, as far as it can be read."""
    if not isinstance(request, Mapping):
        return ""
    record = request.get(CASE, request)
    if not isinstance(record, Mapping):
        return ""
    for name in NUMBER_NAMES:
        try:
            if name in record:
                return str(CASE_NO.read.value(record[name]))
        except RefusedError:
            return ""
    return ""


def lines_of(told: Told, answered: Iterable[Answered]) -> str:
    """The lines of some answers, what made them before the first that names it."""
    return "".join(chain.from_iterable(told.lines(one.maker, one.text) for one in answered))
