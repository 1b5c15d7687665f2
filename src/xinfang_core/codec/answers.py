"""Answers on the wire (评估结果输出), one by one or line by line."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING, Protocol, cast

from xinfang_core.codec.encoder import AnswerEncoder
from xinfang_core.codec.sizes import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.assessment import Assessment
    from xinfang_core.codec.plain import Json
    from xinfang_core.codec.sizes import Size


def encode_assessment(assessment: Assessment, size: Size = DEFAULT) -> Json:
    """One answer as a JSON object, with what made it.

    It is what ``AnswerEncoder`` writes, read back; whoever writes many keeps an encoder.

    Args:
        assessment: the answer.
        size: ``brief``, ``standard`` or ``full``.

    Raises:
        UnknownNameError: there is no such size.

    """
    encoder = AnswerEncoder(size)
    answer = cast("Json", json.loads(encoder.encode(assessment)))
    return {**answer, "made_by": json.loads(encoder.maker(assessment).text)}


def answer_lines(answers: Iterable[Assessment], size: Size = DEFAULT) -> Iterator[str]:
    """Answers as JSON Lines: before the first that names it, a line says what made them."""
    write = line_writer(size)
    return chain.from_iterable(map(write, answers))


class LineWriter(Protocol):
    """Writes the lines of one stream."""

    def __call__(self, answer: Assessment, receipt: Json | None = None, /) -> tuple[str, ...]:
        """The line of an answer, after that of what made it if it is new."""


def line_writer(size: Size = DEFAULT) -> LineWriter:
    """What writes one stream in a size."""
    encoder = AnswerEncoder(size)
    told: set[str] = set()

    def lines(answer: Assessment, receipt: Json | None = None) -> tuple[str, ...]:
        maker, line = encoder.maker(answer), f"{encoder.encode(answer, receipt)}\n"
        if maker.name in told:
            return (line,)
        told.add(maker.name)
        return f'{{"made_by":{maker.text}}}\n', line

    return lines
