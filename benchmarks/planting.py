"""Where a small slip of the pen could hide in a source file, and what it would read like.

A comparison at its boundary or turned round, a number one off, ``and`` for ``or``, a lost ``not``,
``True`` for ``False``, ``min`` for ``max``, a summand left out: what a reader overlooks and a test
must not.
"""

from __future__ import annotations

import ast
import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

TURNED: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: (r"<", "<="),
    ast.LtE: (r"<=", "<"),
    ast.Gt: (r">", ">="),
    ast.GtE: (r">=", ">"),
    ast.Eq: (r"==", "!="),
    ast.NotEq: (r"!=", "=="),
    ast.Is: (r"\bis\b", "is not"),
    ast.IsNot: (r"\bis\s+not\b", "is"),
    ast.In: (r"\bin\b", "not in"),
    ast.NotIn: (r"\bnot\s+in\b", "in"),
}
CONFUSED = {"min": "max", "max": "min", "any": "all", "all": "any"}
SHAPE_OF_CLASSES = frozenset({"field", "frozen", "define"})
"""Calls that say how a class is made: a slip there is no slip of an answer."""
TABLE = 20
"""A dictionary with more entries is data, proofread against its source from end to end."""


class Fault(NamedTuple):
    """One slip: the bytes from ``start`` to ``end`` of a file read ``new``."""

    start: int
    end: int
    new: bytes

    def planted(self, source: bytes) -> bytes:
        """The file with the slip in it."""
        return source[: self.start] + self.new + source[self.end :]

    def place(self, source: bytes) -> str:
        """The line and column of the slip, counted from 1."""
        *above, before = source[: self.start].decode().split("\n")
        return f"{len(above) + 1}:{len(before) + 1}"


class Source:
    """A source file, in bytes, as the places of its syntax tree are."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self.begins = [0]
        for line in source.splitlines(keepends=True):
            self.begins.append(self.begins[-1] + len(line))

    def span(self, node: ast.expr) -> tuple[int, int]:
        """From where to where an expression is written."""
        last, column = node.end_lineno or node.lineno, node.end_col_offset or 0
        return self.begins[node.lineno - 1] + node.col_offset, self.begins[last - 1] + column

    def between(self, left: ast.expr, right: ast.expr, old: str, new: str) -> Fault:
        """Another operator between two expressions."""
        begin, end = self.span(left)[1], self.span(right)[0]
        written = self.source[begin:end]
        found = re.search(old.encode(), written)
        if found is None:
            raise LookupError(f"no {old} in {written!r}")
        return Fault(begin + found.start(), begin + found.end(), new.encode())


def faults(source: bytes) -> list[Fault]:
    """Every slip that the file could have, in the order of their places."""
    read = Source(source)
    found = {one for node in _code(ast.parse(source)) for one in _slips(read, node)}
    return [one for one in sorted(found) if _is_python(one.planted(source))]


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """What is run to answer: no annotations, shapes of classes, f-strings, or tables of data.

    Nor whether ``zip`` is strict, which says what is so anyhow.
    """
    yield node
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_aside(child):
                yield from _code(child)


def _is_aside(node: ast.AST) -> bool:
    match node:
        case ast.JoinedStr() | ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.keyword(arg="strict"):
            return True
        case ast.Dict():
            return len(node.keys) > TABLE
        case ast.Call(func=ast.Name(id=name)):
            return name in SHAPE_OF_CLASSES
        case _:
            return False


def _slips(read: Source, node: ast.AST) -> Iterator[Fault]:
    match node:
        case ast.Compare():
            sides = (node.left, *node.comparators)
            for left, operator, right in zip(sides, node.ops, node.comparators, strict=False):
                yield read.between(left, right, *TURNED[type(operator)])
        case ast.BoolOp():
            old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
            for left, right in pairwise(node.values):
                yield read.between(left, right, rf"\b{old}\b", new)
        case ast.UnaryOp(op=ast.Not()):
            start = read.span(node)[0]
            yield Fault(start, start + len(b"not"), b"")
        case ast.BinOp(op=ast.Add() | ast.Sub()):
            begin, end = read.span(node.left)
            yield Fault(*read.span(node), b"(" + read.source[begin:end] + b")")
        case ast.Constant() | ast.Name():
            for word in _mistaken(node):
                yield Fault(*read.span(node), word.encode())


def _mistaken(node: ast.Constant | ast.Name) -> Iterator[str]:
    match node:
        case ast.Constant(value=bool(flag)):
            yield str(not flag)
        case ast.Constant(value=int(number)):
            yield from (str(number - 1), str(number + 1))
        case ast.Name(id=name) if name in CONFUSED:
            yield CONFUSED[name]


def _is_python(source: bytes) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True
