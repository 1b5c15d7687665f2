"""Answers on the wire (评估结果输出), one by one or line by line."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING, cast

from attrs import field, frozen

from xinfang_core.codec.encoder import AnswerEncoder
from xinfang_core.codec.sizes import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xinfang_core.assessment import Assessment
    from xinfang_core.codec.encoder import Maker
    from xinfang_core.codec.plain import Json
    from xinfang_core.codec.sizes import Size

_MOST_TOLD = 1024


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
    encoder, told = AnswerEncoder(size), Told()
    return chain.from_iterable(
        told.lines(encoder.maker(one), encoder.encode(one)) for one in answers
    )


@frozen
class Told:
    """Which makers a stream has told; only so many are remembered, others are told again."""

    _names: dict[str, None] = field(factory=dict, init=False)

    def lines(self, maker: Maker | None, text: str) -> tuple[str, ...]:
        """The line of an answer, after that of what made it if that is new.

        Args:
            maker: what made it; None of an error.
            text: JSON without a line break.

        """
        if maker is None or maker.name in self._names:
            return (f"{text}\n",)
        if len(self._names) == _MOST_TOLD:
            self._names.clear()
        self._names[maker.name] = None
        return f'{{"made_by":{maker.text}}}\n', f"{text}\n"
