"""What may not be read is replaced by what it is (脱敏): 〔信访人〕, 〔住址〕, 〔电话〕.

Two things are looked for in every text at once: the values of the people of the case that its
readers may not see, and numbers that tell of somebody by their form alone, whoever reads them.
Pieces that overlap are replaced together, so that nothing of either is left between them; the
label says what the longest of them is. A label that already stands there stays, so that what has
gone through the masks goes through them again as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import frozen

from xinfang_core.documents.privacy.folding import LETTERS, SHAPES, places
from xinfang_core.documents.privacy.legal import legal
from xinfang_core.documents.privacy.patterns import LABELS, Found, found_in, is_worth_a_look
from xinfang_core.documents.privacy.recurring import ADDRESS_LABEL, Recurring, recurring
from xinfang_core.vocabulary import PartyRole

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from xinfang_core.documents.privacy.parties import Parties
    from xinfang_core.vocabulary import Audience

_LABELS: Final = re.compile(
    "|".join((*LABELS.values(), ADDRESS_LABEL, *(f"〔{role.value}〕" for role in PartyRole)))
)
_LONGEST_NUMBER: Final = 64
_TOKEN: Final = re.compile(r"[0-9A-Za-z_\-－—\u2013.]+")


class Piece(NamedTuple):
    """A piece of a text that is replaced (须替换的片段).

    Attributes:
        start: where it begins.
        end: where it ends.
        label: what stands in its place.

    """

    start: int
    end: int
    label: str


@frozen
class Masks:
    """The masks of one document (一份文书的脱敏规则).

    Attributes:
        values: what its readers may not see of the people of the case.
        numbers: the numbers of cases, folded: they are printed, for a case is known by them,
            unless they are a telephone, the number of an identity card, or a value of a person.

    """

    values: Recurring
    numbers: frozenset[str]

    def masked(self, text: str) -> str:
        """The text as its readers may see it, of characters that every format takes."""
        words = legal(text)
        pieces = self.pieces(words)
        return replaced(words, pieces) if pieces else words

    def of_people(self, text: str) -> str:
        """The text without what is of the people of the case; a number may be of an office."""
        words = legal(text)
        return replaced(words, _joined(self.values.found_in(words)))

    def pieces(self, text: str) -> Sequence[Piece]:
        """What is replaced of a text that is made of legal characters; from left to right."""
        found = [*self.values.found_in(text), *self._by_form(text)]
        if not found:
            return ()
        kept = [label.span() for label in _LABELS.finditer(text)]
        return _joined(
            one for one in found if not any(a <= one.start and one.end <= b for a, b in kept)
        )

    def _by_form(self, text: str) -> list[Found]:
        """The numbers that tell of somebody by their form."""
        if not is_worth_a_look(text):
            return []
        shape = text.translate(SHAPES)
        found = found_in(shape)
        if not found:
            return found
        at = (*places(text, SHAPES), len(text))  # with what is not seen behind a piece
        placed = [one._replace(start=at[one.start], end=at[one.end]) for one in found]
        return [one for one in placed if one.is_sure or not self._is_known(text, one)]

    def _is_known(self, text: str, one: Found) -> bool:
        """Whether a number is that of a case, or a part of it."""
        if not self.numbers:
            return False
        begin = max(one.start - _LONGEST_NUMBER, 0)
        near = text[begin : one.end + _LONGEST_NUMBER]
        around = (
            token.group()
            for token in _TOKEN.finditer(near)
            if token.start() <= one.start - begin and one.end - begin <= token.end()
        )
        written = (text[one.start : one.end], *around)
        return any(number.translate(LETTERS) in self.numbers for number in written)


def masks(audience: Audience, parties: Parties | None, numbers: Collection[str] = ()) -> Masks:
    """The masks of one document.

    Args:
        audience: who reads it.
        parties: the people of the case; None where the host gave none.
        numbers: the numbers of the cases that it tells of.

    """
    tokens = {token for number in numbers for token in (number, *_TOKEN.findall(number))}
    folded = frozenset(token.translate(LETTERS) for token in tokens)
    return Masks(recurring(audience, parties), folded)


def labels_in(text: str) -> int:
    """How many labels stand in a text."""
    return sum(1 for _ in _LABELS.finditer(text))


def replaced(text: str, pieces: Sequence[Piece]) -> str:
    """The text with its pieces replaced."""
    parts, at = [], 0
    for piece in pieces:
        parts += [text[at : piece.start], piece.label]
        at = piece.end
    return "".join((*parts, text[at:]))


def _joined(found: Iterable[Found]) -> list[Piece]:
    """Pieces that overlap as one, named after the longest of them; from left to right."""
    joined: list[Piece] = []
    longest = 0
    for one in sorted(found):
        length = one.end - one.start
        if joined and one.start < joined[-1].end:
            last = joined.pop()
            label = one.label if length > longest else last.label
            joined.append(Piece(last.start, max(last.end, one.end), label))
            longest = max(longest, length)
        else:
            joined.append(Piece(one.start, one.end, one.label))
            longest = length
    return joined


def parted(through: Masks, texts: Sequence[str]) -> list[str]:
    """Texts that are read as one, masked; a piece in several of them stands in the first.

    Args:
        through: the masks.
        texts: what is read as one, such as words of which some stand out.

    """
    words = [legal(text) for text in texts]
    pieces = through.pieces("".join(words))
    if not pieces:
        return words
    found, begin = [], 0
    for text in words:
        end = begin + len(text)
        own = [
            Piece(
                max(piece.start, begin) - begin,
                min(piece.end, end) - begin,
                piece.label if piece.start >= begin else "",
            )
            for piece in pieces
            if piece.start < end and piece.end > begin
        ]
        found.append(replaced(text, own))
        begin = end
    return found
