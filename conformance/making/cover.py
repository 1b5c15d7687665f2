"""Looks for cases that show what no case shows yet, and takes few of them (贪心覆盖)."""

from __future__ import annotations

import json
from datetime import date
from random import Random
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from making.asking import Asking
from making.marks import FINDINGS, NATIONAL, OBLIGATIONS, Mark, Marking
from making.shrinking import shrunk
from xinfang_core.policy import load_policy

if TYPE_CHECKING:
    from collections.abc import Iterable

Json = dict[str, Any]
Found = tuple[Json, frozenset[Mark], tuple[date, ...]]


@frozen
class Cover:
    """Looks for cases of a policy.

    Attributes:
        policy: its id.
        seeds: requests to begin from.
        known: what other policies' cases show of the lists: a finding is not shown twice.
        seed: of chance.

    """

    policy: str
    seeds: tuple[Json, ...]
    known: frozenset[Mark]
    seed: int
    marking: Marking = field(factory=Marking)

    def requests(self, tries: int, taken: Iterable[Json]) -> dict[str, list[Json]]:
        """Requests by the rule that they are about, beside those that there are already."""
        corpus = self._corpus(tries)
        rest: dict[str, set[Mark]] = {}
        for _, marks, _ in corpus:
            for mark in marks - self.known:
                if not self._is_national(mark):
                    rest.setdefault(mark[1], set()).add(mark)
        for request in taken:
            found = self.marking.marked(request)
            for mark in found.marks if found else ():
                rest.get(mark[1], set()).discard(mark)
        return {rule: self._greedy(marks, corpus) for rule, marks in sorted(rest.items()) if marks}

    def _corpus(self, tries: int) -> list[Found]:
        """Requests each of which shows something that those before it do not show."""
        asking = Asking(self.policy, tuple(load_policy(self.policy).variants), Random(self.seed))
        corpus: list[Found] = []
        shown: set[Mark] = set()
        for number in range(tries):
            if number < len(self.seeds):
                request = self.seeds[number]
            elif not corpus or asking.random.randrange(20) == 0:
                request = asking.first()
            else:
                # The newest are the farthest from what is shown already.
                place = max(asking.random.randrange(len(corpus)) for _ in range(2))
                other = corpus[asking.random.randrange(len(corpus))][0]
                request = asking.changed(corpus[place][0], corpus[place][2], other)
            found = self.marking.marked(request)
            if found and not found.marks <= shown:
                shown |= found.marks
                corpus.append((request, found.marks, found.days))
        return corpus

    def _greedy(self, marks: set[Mark], corpus: list[Found]) -> list[Json]:
        """Few small requests that show all of the marks."""
        chosen: list[tuple[Json, frozenset[Mark]]] = []
        rest = set(marks)
        while rest:
            request, shown, _ = max(corpus, key=lambda one: (len(rest & one[1]), -len(str(one[0]))))
            needed = frozenset(rest & shown)
            small = shrunk(request, lambda one, needed=needed: self._shows(one, needed))  # type: ignore[misc]
            found = self.marking.marked(small)
            if found is None:
                raise AssertionError(small)
            chosen.append((small, found.marks & marks))
            rest -= found.marks
        return [request for request, _ in _needed(chosen)]

    def _shows(self, request: Json, marks: frozenset[Mark]) -> bool:
        found = self.marking.marked(request)
        return found is not None and marks <= found.marks

    def _is_national(self, mark: Mark) -> bool:
        """Whether the national folder shows it already."""
        if self.policy == NATIONAL or mark[1] not in {FINDINGS, OBLIGATIONS}:
            return False
        return (NATIONAL, *mark[1:]) in self.known


def _needed(chosen: list[tuple[Json, frozenset[Mark]]]) -> list[tuple[Json, frozenset[Mark]]]:
    """Without those that show nothing that the others do not."""
    kept = list(chosen)
    for one in chosen:
        others = frozenset().union(*(marks for other, marks in kept if other is not one[0]))
        if one[1] <= others:
            kept = [other for other in kept if other[0] is not one[0]]
    return kept


def canonical(request: Json) -> str:
    """A request as text, to tell the same from another one; not by its number."""
    case = {name: one for name, one in request["case"].items() if name != "case_no"}
    asked = {name: one for name, one in request.items() if name != "size"}
    return json.dumps({**asked, "case": case}, ensure_ascii=False, sort_keys=True)
