"""A combination of keys as one sample case (举例), in the words of the closed lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xinfang_core.messages import Lang
    from xinfang_core.vocabulary import Declared, Term


def list_title(kind: type) -> str:
    """The Chinese name of a closed list, which stands in brackets in its docstring.

    Of one beside which a policy may declare names it is that list's.
    """
    kind = next(iter(get_args(kind)), kind)
    found = re.search(r"\(([^)]*[\u4e00-\u9fff][^)]*)\)", kind.__doc__ or "")
    return found[1] if found else kind.__name__


def column_of(kind: Any) -> str:  # noqa: ANN401 - a closed list, or one with declared names
    """The column of a key: the enumeration's name in snake case."""
    name = str((get_args(kind)[0] if get_args(kind) else kind).__name__)
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


@frozen
class Sample:
    """A case that a cell of a table is about (样例).

    Attributes:
        terms: the keys of the cell, each of another list.
        lists: these lists; of a name that a policy declares the one that it stands beside.

    """

    terms: tuple[Term | Declared, ...]
    lists: tuple[Any, ...]

    @property
    def keys(self) -> str:
        """The keys as files write them."""
        return " × ".join(term.name for term in self.terms)

    def text(self, lang: Lang = "zh") -> str:
        """Such as 息诉息访为否、满意度等次为满意."""
        pairs = zip(self.terms, self.lists, strict=True)
        if lang == "zh":
            return "、".join(f"{list_title(kind)}为{term.text()}" for term, kind in pairs)
        named = ((column_of(kind).replace("_", " "), term.text(lang)) for term, kind in pairs)
        return ", ".join(f"{name}: {term}" for name, term in named)


def sample_of(terms: Sequence[Term | Declared], lists: Sequence[Any] = ()) -> Sample:
    """The sample of some keys; where their lists are not told, those that they are members of."""
    return Sample((*terms,), (*lists,) or tuple(map(type, terms)))
