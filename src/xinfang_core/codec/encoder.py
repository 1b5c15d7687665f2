"""Answers as JSON text (评估结果编码), put together from pieces that are remembered."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, count
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from xinfang_core.assessment import GROUPS
from xinfang_core.assessment.groups import OWN
from xinfang_core.codec.outcomes import OWN_LIMIT, running_json
from xinfang_core.codec.pieces import (
    MARK,
    Pieces,
    dumped,
    listed,
    members,
    pieces_of,
    quoted,
)
from xinfang_core.codec.provenance import made_by_json
from xinfang_core.codec.sizes import DEFAULT, Size, is_idle, known_size, runs, says_something
from xinfang_core.deadline import Deadline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from xinfang_core.assessment import Assessment
    from xinfang_core.assessment.made_by import MadeBy
    from xinfang_core.codec.plain import Json
    from xinfang_core.decision import Decision
    from xinfang_core.sources import Citation

    Decided = Mapping[str, Decision[object] | None]
    Missing = Mapping[str, tuple[str, ...]]
    Tell = Callable[[Decided, Missing], Iterator[str]]

_MOST_MAKERS = 16


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

    def encode(self, answer: Assessment, receipt: Json | None = None) -> str:
        """One answer as JSON without a line break; it names by its id what made it.

        Args:
            answer: what was answered.
            receipt: the receipt that it carries; None: none.

        """
        carried = f',"receipt":{dumped(receipt)}' if receipt else ""
        weakest = answer.weakest
        basis = f'"{weakest.basis.name}"' if weakest else "null"
        head = (
            f'{{"made_by":"{self._maker(answer.made_by).name}"'
            f',"case_no":{quoted(answer.case_no)},"policy":{quoted(answer.policy)}'
            f',"weakest_basis":{basis}'
        )
        if self.size == "brief":
            return f"{head}{self._brief(answer)}{carried}}}"
        return f"{head}{self._whole(answer, weakest)}{carried}}}"

    def _brief(self, answer: Assessment) -> str:
        """What runs, what is owed, what is out of order."""
        limits = f',"limits":{{{",".join(_running(answer))}}}'
        return f"{self._outside(answer)}{limits}{self._lists(answer)}"

    def _whole(self, answer: Assessment, weakest: Citation | None) -> str:
        """Every decision of the size, what is missing, and the table of what is cited."""
        missing, full = answer.missing, self.size == "full"
        told = self._all if full else self._spoken
        groups = [f',"{name}":{self._group(answer, name, missing, told)}' for name in GROUPS]
        head = f"{self._weakest(weakest)}{self._outside(answer)}"
        text = f"{head}{''.join(groups)}{self._lists(answer)}"
        # Those of ``standard`` come first, so that both sizes number them alike.
        first = self._cited_by_standard(answer, weakest) if full else ()
        numbered, cited = _numbered(text, first)
        lacking = listed(dict.fromkeys(chain.from_iterable(missing.values())))
        table = ",".join(map(self._pieces.where, cited))
        return f'{numbered},"missing":{lacking},"citations":[{table}]'

    def _group(self, answer: Assessment, name: str, missing: Missing, told: Tell) -> str:
        """The decisions of a group, and those of what the policy declares itself."""
        decided = {**vars(getattr(answer, name))}
        own = decided.pop(OWN, None)
        items = [*told(decided, missing)]
        if own:
            kind = OWN_LIMIT if name == "limits" else ""
            declared = {f"{kind}{one.name}": decision for one, decision in own.items()}
            lacks = {f"{kind}{rule}": names for rule, names in missing.items()}
            items.append(f'"{OWN}":{{{",".join(told(declared, lacks))}}}')
        return f"{{{','.join(items)}}}"

    def _weakest(self, cited: Citation | None) -> str:
        place = f"{MARK}{self._pieces.citation(cited)}{MARK}" if cited else "null"
        return f',"weakest_citation":{place}'

    def _outside(self, answer: Assessment) -> str:
        """That it is no petition matter, and what is switched off; nothing where it is one."""
        found = answer.outside
        if found is None:
            return ""
        told = members({"outside_as": found.outside_as.name})
        reason, rules = self._pieces.reason(found.reason), listed(one.rule for one in found.rules)
        return f',"outside":{{{told},"reason":{reason},"rules":{rules}}}'

    def _spoken(self, decided: Decided, missing: Missing) -> Iterator[str]:
        """The decisions that say something."""
        for rule, decision in decided.items():
            if decision is not None and rule not in missing and not is_idle(decision.outcome):
                yield self._pieces.decision(rule, decision)

    def _all(self, decided: Decided, missing: Missing) -> Iterator[str]:
        """Every decision, with what it lacks; nothing of a rule that the policies lack."""
        for rule, decision in decided.items():
            if decision is None:
                yield f'"{rule}":null'
                continue
            lacks = f',"missing":{listed(missing[rule])}' if rule in missing else ""
            yield f"{self._pieces.decision(rule, decision)}{lacks}}}"

    def _lists(self, answer: Assessment) -> str:
        """What is owed, and what is out of order."""
        owed = ",".join(map(self._pieces.obligation, answer.obligations))
        found = ",".join(map(self._pieces.finding, answer.findings))
        return f',"obligations":[{owed}],"findings":[{found}]'

    def _cited_by_standard(self, answer: Assessment, weakest: Citation | None) -> Iterator[str]:
        """What ``standard`` cites, in its order."""
        spoken = (one for _, one in answer.decisions() if says_something(one))
        reasons = [answer.outside.reason] if answer.outside else []
        reasons += [reason for decision in spoken for reason in decision.reasons]
        reasons += [finding.reason for finding in answer.findings]
        cited = (weakest, *(reason.citation for reason in reasons))
        return (self._pieces.citation(one) for one in cited if one)


def _made(made_by: MadeBy) -> Maker:
    told = made_by_json(made_by)
    return Maker(str(told["id"]), dumped(told))


def _running(answer: Assessment) -> Iterator[str]:
    """The limits that run or ran."""
    limits = {**vars(answer.limits)}
    own = limits.pop(OWN)
    yield from _of_limits(limits)
    if own:
        told = ",".join(_of_limits({one.name: decision for one, decision in own.items()}))
        if told:
            yield f'"{OWN}":{{{told}}}'


def _of_limits(decided: Decided) -> Iterator[str]:
    """The limits that run or ran, each with where it stands."""
    for rule, decision in decided.items():
        outcome = None if decision is None else decision.outcome
        if type(outcome) is Deadline and runs(outcome):
            yield f'"{rule}":{{{members(running_json(outcome))}}}'


def _numbered(text: str, first: Iterable[str]) -> tuple[str, Iterable[str]]:
    """The text with numbers for its citations, and the table: ``first``, then as they come."""
    parts = text.split(MARK)
    cited = parts[1::2]
    table = dict.fromkeys(chain(first, cited))
    numbers = dict(zip(table, map(str, count()), strict=False))
    parts[1::2] = [numbers[one] for one in cited]
    return "".join(parts), table
