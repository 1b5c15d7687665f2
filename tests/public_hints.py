"""The types that the public names promise, names under ``TYPE_CHECKING`` among them."""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from typing import TYPE_CHECKING, Any, cast, get_args, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType


@cache
def names_for_types(module: ModuleType) -> dict[str, object]:
    """What a module's annotations may speak of: its own names, and what it imports for types."""
    names = dict(vars(module))
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            imports = ast.Module([one for one in node.body if not isinstance(one, ast.If)], [])
            exec(compile(imports, "<types>", "exec"), names)  # noqa: S102 - our own imports
    return names


def hints_of(found: object) -> dict[str, object]:
    """The annotations of a class or function, with the names of all modules it inherits from."""
    return get_type_hints(found, localns=names_for_types(sys.modules[_home(found)]))


def _home(found: object) -> str:
    return cast("str", getattr(found, "__module__", ""))


def signatures(path: str, found: object) -> Iterator[tuple[str, dict[str, object]]]:
    """What is annotated of a public name: itself, and the public methods of a class."""
    if inspect.isfunction(found):
        yield path, hints_of(found)
    elif isinstance(found, type):
        yield (
            path,
            {name: hint for name, hint in hints_of(found).items() if not name.startswith("_")},
        )
        for name, member in vars(found).items():
            function = _function_of(member)
            if function is not None and _is_told(name) and _is_ours(function):
                yield f"{path}.{name}", hints_of(function)
    else:
        yield path, {"": found}


def _is_ours(function: object) -> bool:
    """Whether we wrote it, and not the maker of named tuples or of attrs classes."""
    source = sys.modules.get(_home(function))
    written = getattr(getattr(function, "__code__", None), "co_filename", "")
    return source is not None and written == getattr(source, "__file__", None)


def _is_told(name: str) -> bool:
    return not name.startswith("_") or name.startswith("__")


def _function_of(member: Any) -> object | None:  # noqa: ANN401 - whatever a class has
    """The function of a method or property; None of anything else."""
    for inner in ("__func__", "fget", "func"):
        member = getattr(member, inner, member)
    return member if inspect.isfunction(member) else None


def parts_of(hint: object) -> Iterator[object]:
    """A type and all that it is made of."""
    yield hint
    for one in get_args(hint):
        for inner in one if isinstance(one, list) else [one]:
            yield from parts_of(inner)
