"""What is signed when a policy changes (办法变更包): the change, and what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from xinfang_core.change.addresses import addressed
from xinfang_core.examples.results import Result, Verdict
from xinfang_core.policy import lines
from xinfang_core.vocabulary import Absent, Basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xinfang_core.change.addresses import Address
    from xinfang_core.change.entries import Difference
    from xinfang_core.change.gaps import Gap
    from xinfang_core.change.impact import Impact
    from xinfang_core.decision import Finding
    from xinfang_core.examples.example import Example
    from xinfang_core.examples.running import Bench
    from xinfang_core.policy import Edition, Line, Policy


@frozen
class Flip:
    """An example that was as wanted, and is not under the newer edition (翻转的算例).

    Attributes:
        example: the example.
        result: how it comes out under the newer edition.

    """

    example: Example
    result: Result


@frozen
class Flips:
    """How the examples come out under both editions (算例对照).

    Attributes:
        held: those that are as wanted under the older edition.
        righted: those that are not there, but are under the newer one.
        wrong: those that are under neither.
        unconfirmed: those that nobody answers for.
        elsewhere: those of other policies or editions, or readings that only one of both has.
        flipped: those that are as wanted under the older edition alone.
        labels: the columns of answers, each with its Chinese header.

    """

    held: int
    righted: tuple[str, ...]
    wrong: tuple[str, ...]
    unconfirmed: tuple[str, ...]
    elsewhere: int
    flipped: tuple[Flip, ...]
    labels: Mapping[str, str] = field(factory=dict, hash=False)


@frozen
class Confirming:
    """A value that rests on a reading or an assumption (待确认的取值).

    Attributes:
        line: the value.
        address: where it stands.
        is_new: whether the change brought it, or changed what it rests on.

    """

    line: Line
    address: Address
    is_new: bool


@frozen
class Source:
    """A file that the packet is made from (依据文件).

    Attributes:
        name: its name, without where it stands.
        digest: SHA-256 of its bytes, as hexadecimal digits.

    """

    name: str
    digest: str


@frozen
class Packet:
    """Everything that somebody signs for (办法变更包).

    Attributes:
        old: the older edition.
        new: the newer one.
        difference: what the newer one says otherwise.
        findings: what is to be looked at before it takes force.
        gaps: what the newer edition leaves undecided.
        confirming: the values of the newer edition that are no statement of the source.
        flips: how the examples come out; None where none were given.
        impact: what it would have meant for past cases; None where none were given.
        calendar: which notices the dates rest on, by what is told of a calendar.
        sources: the files of examples and cases.
        library: the version of the library.

    """

    old: Edition
    new: Edition
    difference: Difference
    findings: tuple[Finding, ...]
    gaps: tuple[Gap, ...]
    confirming: tuple[Confirming, ...]
    flips: Flips | None
    impact: Impact | None
    calendar: Mapping[str, object] = field(hash=False)
    sources: tuple[Source, ...]
    library: str


def confirming(old: Edition, new: Edition) -> tuple[Confirming, ...]:
    """The values of the newer edition that are no statement: new ones first, then assumed ones."""
    before = {_said(line) for line in lines(old)}
    found = [
        Confirming(line, address, _said(line) not in before)
        for line, address in addressed(lines(new))
        if line.citation.basis is not Basis.stated and line.value is not Absent.silent
    ]
    changed = [one for one in found if one.is_new]
    assumed = [one for one in found if not one.is_new and one.line.citation.basis is Basis.assumed]
    return (*changed, *assumed)


def _said(line: Line) -> tuple[object, ...]:
    return line.rule, line.parameter, line.keys, line.variant, line.value, line.citation


def in_place_of(policy: Policy, old: Edition, new: Edition) -> Policy:
    """The policy as if ``new`` stood in the place of ``old``, in force from the same day.

    So an example that falls under the older edition is judged by the newer one, whatever day
    it is about, and the national editions beneath stay as they are.
    """
    stands = evolve(new, effective=old.effective, picked_by=old.picked_by)
    editions = tuple(stands if one.label == old.label else one for one in policy.editions)
    return evolve(policy, editions=editions)


def flips(
    examples: Iterable[Example],
    bench: Bench,
    before: Policy,
    after: Policy,
    label: str,
) -> Flips:
    """How examples come out under both editions.

    Args:
        examples: as they were read.
        bench: what runs them.
        before: the policy of the older edition.
        after: the same with the newer one in its place, see ``in_place_of``.
        label: the label of the older edition.

    """
    found: dict[str, list[Flip]] = {state: [] for state in _STATES}
    for one in examples:
        state, result = _state(one, bench, before, after, label)
        found[state].append(Flip(one, result))
    return Flips(
        len(found[_HELD]) + len(found[_FLIPPED]),
        tuple(flip.example.key for flip in found[_RIGHTED]),
        tuple(flip.example.key for flip in found[_WRONG]),
        tuple(flip.example.key for flip in found[_UNCONFIRMED]),
        len(found[_ELSEWHERE]),
        tuple(found[_FLIPPED]),
    )


_STATES = ("held", "flipped", "righted", "wrong", "unconfirmed", "elsewhere")
_HELD, _FLIPPED, _RIGHTED, _WRONG, _UNCONFIRMED, _ELSEWHERE = _STATES


def _state(
    one: Example, bench: Bench, before: Policy, after: Policy, label: str
) -> tuple[str, Result]:
    """How an example comes out, and its result under the newer edition as far as it is run."""
    variant, nothing = one.terms.variant, Result(one, Verdict.unconfirmed)
    if not _is_ours(one, bench, before, after, label):
        return _ELSEWHERE, nothing
    if not one.is_confirmed:
        return _UNCONFIRMED, nothing
    was_wrong = bench.check(one, before.with_variant(variant)).verdict is Verdict.mismatched
    result = bench.check(one, after.with_variant(variant))
    if result.verdict is Verdict.mismatched:
        return (_WRONG if was_wrong else _FLIPPED), result
    return (_RIGHTED if was_wrong else _HELD), result


def _is_ours(one: Example, bench: Bench, before: Policy, after: Policy, label: str) -> bool:
    """Whether an example is about the older edition, and can be asked under both."""
    terms = one.terms
    if terms.policy != before.policy_id:
        return False
    if terms.variant and terms.variant not in before.variants.keys() & after.variants.keys():
        return False
    return bench.edition_of(one, before.with_variant(terms.variant)) == label
