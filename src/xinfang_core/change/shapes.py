"""In which shape a parameter is read, and what picks one of its values (取值的形状和选取)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, get_args, get_origin

from attrs import frozen

from xinfang_core.declared import limit, payment
from xinfang_core.policy.pack import DECLARED, PARAMS, is_declared
from xinfang_core.policy.parameters import annotations_of, part_of, shapes_of
from xinfang_core.policy.tables import column_names
from xinfang_core.refusals import RefusedError
from xinfang_core.sources import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DIMENSIONS: Mapping[Any, object] = {**limit.KEYS, **payment.KEYS}


@frozen
class Shape:
    """What is known of a parameter from its annotation.

    Attributes:
        names: the names under which it has values of its own; mostly none.
        rest: what is left of the keys, which picks one value.
        kinds: the shapes that it may have.

    """

    names: tuple[str, ...]
    rest: tuple[str, ...]
    kinds: tuple[Any, ...]

    @property
    def value_kind(self) -> Any:  # noqa: ANN401 - any annotation
        """The type of a value, the same in all shapes."""
        return get_args(self.kinds[0])[-1]


def parameters_of(rule: str) -> Mapping[str, Any]:
    """The parameters of a rule, or of what is declared as ``SECTION.KEY``; none of all else."""
    kind = PARAMS.get(rule) or DECLARED.get(rule.partition(".")[0])
    return annotations_of(kind) if kind else {}


def shape_of(annotation: Any, keys: Sequence[str]) -> Shape:  # noqa: ANN401
    """The shape at the end of the names that lead to it.

    Raises:
        RefusedError: they lead nowhere.

    """
    names: tuple[str, ...] = ()
    rest = tuple(keys)
    while (part := part_of(annotation)) is not None:
        length = 2 if get_origin(annotation) is Mapping else 1
        if len(rest) < length or rest[length - 1] not in annotations_of(part):
            raise RefusedError("change.no_part", ("found", ".".join(keys)))
        names, rest = (*names, *rest[:length]), rest[length:]
        annotation = annotations_of(part)[names[-1]]
    return Shape(names, rest, shapes_of(annotation))


def columns_of(rule: str, shape: Shape, by: Iterable[str]) -> dict[str, Any]:
    """The columns of a table by name, each with what its keys are.

    Args:
        rule: the rule, or what is declared.
        shape: the shape of a parameter that may be a table.
        by: what it depends on, where the policy itself says that, in either language.

    """
    tables = [one for one in shape.kinds if get_origin(one) is Table]
    keys = get_args(tables[0])[0] if tables else ()
    if not is_declared(rule):
        kinds = get_args(keys) if get_origin(keys) is tuple else (keys,)
        return dict(zip(column_names(kinds), kinds, strict=True))
    if tables == [*shape.kinds]:
        return {"step": keys}
    texts = {text: one for one in _DIMENSIONS for text in (one.name, one.value)}
    return {texts[name].name: _DIMENSIONS[texts[name]] for name in by if name in texts}
