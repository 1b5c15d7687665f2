"""Answers as JSON text (评估结果编码), put together from pieces that are remembered."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, count, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from xinfang_core.assessment import GROUPS
from xinfang_core.codec.outcomes import running_json
from xinfang_core.codec.pieces import (
    HOLE,
    Piece,
    Pieces,
    cited_by,
    dumped,
    listed,
    members,
    pieces_of,
)
from xinfang_core.codec.provenance import made_by_json
from xinfang_core.codec.sizes import DEFAULT, Size, is_idle, known_size, runs, says_something
from xinfang_core.deadline import Deadline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from xinfang_core.assessment import Assessment
    from xinfang_core.assessment.made_by import MadeBy
    from xinfang_core.decision import Decision
    from xinfang_core.sources import Citation

    Missing = Mapping[str, tuple[str, ...]]

_MOST_MAKERS = 64


class Maker(NamedTuple):
    """What made an answer, as it is written.

    Attributes:
        name: the id by which answers name it.
        text: the whole object as JSON.

    """

    name: str
    text: str


@frozen
class AnswerEncoder:
    """Writes answers in one size; to be kept for as many as there are.

    Attributes:
        size: ``brief``, ``standard`` or ``full``.

    """

    size: Size = field(default=DEFAULT, converter=known_size)
    _pieces: Pieces = field(init=False, eq=False, repr=False)
    _maker: Callable[[MadeBy], Maker] = field(init=False, eq=False, repr=False)

    @_pieces.default
    def _nothing_remembered(self) -> Pieces:
        return pieces_of(self.size)

    @_maker.default
    def _no_maker_remembered(self) -> Callable[[MadeBy], Maker]:
        return lru_cache(_MOST_MAKERS)(_made)

    def maker(self, answer: Assessment) -> Maker:
        """What made an answer."""
        return self._maker(answer.made_by)

    def encode(self, answer: Assessment) -> str:
        """One answer as JSON without a line break; it names by its id what made it."""
        weakest = answer.weakest
        basis = f'"{weakest.basis.name}"' if weakest else "null"
        head = (
            f'{{"made_by":"{self._maker(answer.made_by).name}"'
            f',"case_no":{dumped(answer.case_no)},"policy":{dumped(answer.policy)}'
            f',"weakest_basis":{basis}'
        )
        if self.size == "brief":
            return f"{head}{self._brief(answer)}}}"
        return f"{head}{self._whole(answer, weakest)}}}"

    def _brief(self, answer: Assessment) -> str:
        """What runs, what is owed, what is out of order."""
        pieces = (_named("limits", _running(answer)), *self._lists(answer))
        return "".join([text for text, _ in pieces])

    def _whole(self, answer: Assessment, weakest: Citation | None) -> str:
        """Every decision of the size, what is missing, and the table of what is cited."""
        missing = answer.missing
        told = self._all if self.size == "full" else self._spoken
        pieces = [self._weakest(weakest)]
        pieces += (_named(name, told(vars(getattr(answer, name)), missing)) for name in GROUPS)
        pieces += self._lists(answer)
        cited = cited_by(pieces)
        # Those of ``standard`` come first, so that both sizes number them alike.
        first = self._cited_by_standard(answer, weakest) if self.size == "full" else ()
        numbers = dict(zip(dict.fromkeys(chain(first, cited)), map(str, count()), strict=False))
        text = _filled("".join([text for text, _ in pieces]), [numbers[one] for one in cited])
        lacking = listed(dict.fromkeys(chain.from_iterable(missing.values())))
        table = ",".join(map(self._pieces.where, numbers))
        return f'{text},"missing":{lacking},"citations":[{table}]'

    def _weakest(self, cited: Citation | None) -> Piece:
        if cited is None:
            return Piece(',"weakest_citation":null')
        return Piece(f',"weakest_citation":{HOLE}', (self._pieces.citation(cited),))

    def _spoken(
        self, decided: Mapping[str, Decision[object] | None], missing: Missing
    ) -> Iterator[Piece]:
        """The decisions that say something."""
        for rule, decision in decided.items():
            if decision is not None and rule not in missing and not is_idle(decision.outcome):
                yield self._pieces.decision(rule, decision)

    def _all(
        self, decided: Mapping[str, Decision[object] | None], missing: Missing
    ) -> Iterator[Piece]:
        """Every decision, with what it lacks; nothing of a rule that the policies lack."""
        for rule, decision in decided.items():
            if decision is None:
                yield Piece(f'"{rule}":null')
                continue
            text, cited = self._pieces.decision(rule, decision)
            lacks = f',"missing":{listed(missing[rule])}' if rule in missing else ""
            yield Piece(f"{text}{lacks}}}", cited)

    def _lists(self, answer: Assessment) -> tuple[Piece, Piece]:
        """What is owed, and what is out of order."""
        owed = map(self._pieces.obligation, answer.obligations)
        found = map(self._pieces.finding, answer.findings)
        return _named("obligations", owed, "[]"), _named("findings", found, "[]")

    def _cited_by_standard(self, answer: Assessment, weakest: Citation | None) -> Iterator[str]:
        """What ``standard`` cites, in its order."""
        spoken = (one for _, one in answer.decisions() if says_something(one))
        reasons = [reason for decision in spoken for reason in decision.reasons]
        reasons += [finding.reason for finding in answer.findings]
        cited = (weakest, *(reason.citation for reason in reasons))
        return (self._pieces.citation(one) for one in cited if one)


def _made(made_by: MadeBy) -> Maker:
    told = made_by_json(made_by)
    return Maker(str(told["id"]), dumped(told))


def _running(answer: Assessment) -> Iterator[Piece]:
    """The limits that run or ran."""
    for rule, decision in vars(answer.limits).items():
        outcome = None if decision is None else decision.outcome
        if type(outcome) is Deadline and runs(outcome):
            yield Piece(f'"{rule}":{{{members(running_json(outcome))}}}')


def _named(name: str, items: Iterable[Piece], brackets: str = "{}") -> Piece:
    """An object or a list of several pieces under its name."""
    pieces = [*items]
    text = ",".join([text for text, _ in pieces])
    return Piece(f',"{name}":{brackets[0]}{text}{brackets[1]}', cited_by(pieces))


def _filled(text: str, numbers: list[str]) -> str:
    """The text with its holes filled."""
    return "".join(chain.from_iterable(zip_longest(text.split(HOLE), numbers, fillvalue="")))
