"""The steps of a policy as trees (流程的环节): each below the one that has to come before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.documents.rulebook.wording import told
from xinfang_core.vocabulary import Absent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from xinfang_core.vocabulary import Step
    from xinfang_core.workflow import Params


@frozen
class FlowStep:
    """One step, with those that it has to come before (环节).

    Attributes:
        step: the event.
        below: what has to come after it, the longest way first.
        opens: whether it may come first.
        repeats: whether it may come again.
        closes: whether nothing follows it but a reopening.
        own: whether the policy lists it; else another one does, and here it only has to be there.

    """

    step: Step
    below: tuple[FlowStep, ...]
    opens: bool
    repeats: bool
    closes: bool
    own: bool

    @property
    def depth(self) -> int:
        """How many steps lie on the longest way from here, this one among them."""
        return 1 + max((one.depth for one in self.below), default=0)

    @property
    def marks(self) -> tuple[str, ...]:
        """What is said of it, in short words."""
        named = {
            "opens": self.opens,
            "repeats": self.repeats,
            "closes": self.closes,
            "foreign": not self.own,
        }
        return tuple(told(f"flow.{name}") for name, is_so in named.items() if is_so)


def flow_trees(params: Params) -> tuple[FlowStep, ...]:
    """The steps that nothing has to come before, each with what follows; the longest ways first.

    Steps that wait for one another in a circle stand once, the first of them on top.
    """
    before = before_of(params)
    order = tuple(dict.fromkeys((*_present(params.opening.values), *before.values(), *before)))
    roots = [one for one in order if one not in before]
    seen: set[Step] = set()
    trees = [_grown(one, params, before, seen) for one in roots]
    trees += [_grown(one, params, before, seen) for one in order if one not in seen]
    return tuple(sorted(trees, key=lambda tree: -tree.depth))


def before_of(params: Params) -> Mapping[Step, Step]:
    """By each step that waits for another one that one, in the order of the policy."""
    pairs = ((step, cell.value) for step, cell in params.after.cells.items())
    return {step: one for step, one in pairs if not isinstance(one, Absent)}


def walked(trees: Sequence[FlowStep]) -> Iterator[FlowStep]:
    """Every step, each before those below it."""
    for one in trees:
        yield one
        yield from walked(one.below)


def _present(values: Sequence[Step | Absent]) -> Iterator[Step]:
    return (one for one in values if not isinstance(one, Absent))


def _grown(step: Step, params: Params, before: Mapping[Step, Step], seen: set[Step]) -> FlowStep:
    """A step with all below it; ``seen`` gets each that is drawn."""
    seen.add(step)
    following = [one for one, wanted in before.items() if wanted == step]
    below = [_grown(one, params, before, seen) for one in following if one not in seen]
    opens = step in params.opening
    return FlowStep(
        step,
        tuple(sorted(below, key=lambda one: -one.depth)),
        opens,
        step in params.repeatable,
        step in params.closing,
        opens or step in before,
    )
