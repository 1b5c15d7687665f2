"""Every name that stands in data of hosts: what is once written down must keep its meaning.

``python tests/released_names.py`` writes the list anew, with what is new in it; whoever takes
a name away that was released writes ``retired`` before its line, by hand.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from xinfang_core import errors, messages, vocabulary
from xinfang_core.calendar import DayKind, Scope
from xinfang_core.codec.fields import EVENT_FIELDS, FIELDS
from xinfang_core.policy.pack import PARAMS
from xinfang_core.policy.published import published
from xinfang_core.vocabulary import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

LIST = Path(__file__).parent / "released" / "names.txt"
RETIRED = "retired "
HEAD = """\
# 写进宿主数据里的名称，一行一个：代码、错误、规则、列、固定取值、办法的版本。
# 一经发布，含义不变，不再另作他用。
# 不再使用的，行首加 retired 保留。新增的运行 python tests/released_names.py 写入。
"""
_WORDS = ("catalogue", "columns", "drawing", "interface")
"""Message files that hold no codes: the words of reports and pictures."""


def listed() -> tuple[str, ...]:
    """The lines of the list, without its head."""
    lines = LIST.read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def current() -> Iterator[str]:
    """The names that the library writes and reads now."""
    for found in iter_modules(messages.__path__):
        if found.name not in _WORDS:
            texts = import_module(f"{messages.__name__}.{found.name}").TEXTS
            yield from (f"code {code}" for code in texts)
    for name in errors.__all__:
        kind = getattr(errors, name)
        if isinstance(kind, type) and issubclass(kind, errors.XinfangError):
            yield f"error {kind.code}"
    yield from (f"rule {rule}" for rule in PARAMS)
    yield from (f"field {one.name}" for one in (*FIELDS, *EVENT_FIELDS))
    for kind in (*(getattr(vocabulary, name) for name in vocabulary.__all__), DayKind, Scope):
        if isinstance(kind, type) and issubclass(kind, Term):
            yield from (f"term {kind.__name__}.{term.name}" for term in kind)
    for policy, versions in published().items():
        yield from (f"policy {policy}@{version}" for version in versions)


def rewritten() -> str:
    """The list with what is new; what was retired stays."""
    kept = (line for line in listed() if line.startswith(RETIRED))
    return HEAD + "\n".join(sorted({*current(), *kept})) + "\n"


if __name__ == "__main__":
    LIST.write_text(rewritten(), "utf-8")
