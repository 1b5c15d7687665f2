"""Pages and tables that the site takes from the package at each build (文档生成).

The pages of policies, rules and notices are added in memory; nothing is written under docs/. Other
pages take a table where they say ``<!-- generated: name -->``. So nothing is copied by hand.
"""

from __future__ import annotations

import re
from functools import partial
from importlib import import_module
from itertools import groupby
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

import host_lines
from mkdocs.structure.files import File
from notice_pages import national_page, regions_page
from page_parts import editions
from rule_pages import readings, rule_pages
from rulebook_pages import rulebook_pages
from tables import joined, table
from wire_tables import answer, answer_brief, answer_full, field_table, outcomes, schemas

from xinfang_core import messages, vocabulary
from xinfang_core.calendar import DayKind, Scope
from xinfang_core.codec.fields import EVENT_FIELDS, FIELDS
from xinfang_core.documents.rulebook.wording import anchor
from xinfang_core.policy import lines
from xinfang_core.policy.pack import GROUP_OF
from xinfang_core.policy.wording import list_title, placed, value_words
from xinfang_core.vocabulary import Absent, Basis, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from xinfang_core.policy import Edition, Line

DESK = Path(__file__).parents[1] / "dist" / "xinfang-desk.html"
"""The desk, where desk/build has made it: then it is a page of the site."""

MARK = re.compile(r"<!-- generated: (\w+) -->")


def on_config(config: MkDocsConfig) -> None:
    """Put the generated pages where the navigation says ``folder/*``."""
    config.nav = _expanded(config.nav, tuple(pages()))


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the generated pages to the site, and the desk as it is."""
    for path, text in pages().items():
        files.append(File.generated(config, path, content=text))
    if DESK.exists():
        files.append(File.generated(config, DESK.name, abs_src_path=str(DESK)))


def on_page_markdown(markdown: str, **_: object) -> str:
    """Fill in the generated tables of a hand-written page."""
    return MARK.sub(lambda mark: TABLES[mark[1]](), markdown)


def _expanded(item: object, paths: Sequence[str]) -> object:
    if isinstance(item, list):
        return [_expanded(one, paths) for one in item]
    if isinstance(item, dict):
        return {title: _expanded(one, paths) for title, one in item.items()}
    if isinstance(item, str) and item.endswith("*"):
        return _of_group(item) or [path for path in paths if path.startswith(item[:-1])]
    return item


def _of_group(item: str) -> list[str]:
    """The pages of the rules of a group, in the order in which it lists them."""
    folder, _, group = item.removesuffix("/*").rpartition("/")
    return [f"{folder}/{rule}.md" for rule, own in GROUP_OF.items() if own == group]


def pages() -> dict[str, str]:
    """Every generated page by its path under docs/."""
    return {
        **{f"reference/policies/{name}": page for name, page in rulebook_pages()},
        **{f"reference/rules/{rule}.md": page for rule, page in rule_pages()},
        "reference/notices/national.md": national_page(),
        "reference/notices/regions.md": regions_page(),
    }


def _questions() -> str:
    """What the sources do not state, by edition: what is to be confirmed first."""
    return joined(block for edition in editions() for block in _unstated(edition))


def _shared() -> str:
    """The readings made in code that belong to no policy of its own."""
    titles = {edition.title for edition in editions()}
    return readings(lambda one: one.citation.source not in titles)


def _unstated(edition: Edition) -> Iterator[str]:
    yield f"## {edition.title} `{edition.label}` {{#{anchor(edition.label)}}}"
    by_kind: dict[str, list[Line]] = {"请确认": [], "采用的理解": []}
    places = dict(zip(by_kind, ("confirm", "read"), strict=True))
    for one in lines(edition):
        if one.value is Absent.silent or one.citation.basis is Basis.assumed:
            by_kind["请确认"].append(one)
        elif one.citation.basis is Basis.interpreted:
            by_kind["采用的理解"].append(one)
    for head, found in by_kind.items():
        if found:
            rows = list(_grouped(found))
            yield f"### {head}：{len(rows)} 项 {{#{anchor(edition.label, places[head])}}}"
            yield table("参数 | 取值 | 条款 | 说明", rows)
    made = readings(
        lambda one: one.citation.source == edition.title and one.citation.basis is not Basis.stated
    )
    yield f"### 代码中的理解 {{#{anchor(edition.label, 'code')}}}\n\n{made}" if made else ""


def _grouped(found: list[Line]) -> Iterator[tuple[str, ...]]:
    """Values in one row that share everything but their keys."""
    for (own_title, parameter, variant, clause, note), group in groupby(
        placed(found),
        lambda one: (
            *(one[0].title, one[0].parameter, one[0].variant),
            *(one[0].citation.clause, one[0].citation.note),
        ),
    ):
        parts = [filter(None, (where, value_words(line))) for line, where in group]
        other = f"<br>变体 `{variant}`" if variant else ""
        name = f"{own_title}<br>`{parameter}`{other}"
        yield name, "<br>".join(" → ".join(part) for part in parts), clause, note


_UNCODED = ("catalogue", "columns", "drawing", "interface")
"""Message files that hold no codes: the words of reports and pictures."""


def _codes() -> str:
    """The stable codes of reasons and faults, by the file of their words."""
    blocks = []
    for one in iter_modules(messages.__path__, f"{messages.__name__}."):
        if one.name.rpartition(".")[2] not in _UNCODED:
            module = import_module(one.name)
            rows = ((f"`{code}`", *pair) for code, pair in module.TEXTS.items())
            blocks += [f"## {list_title(module)}", table("代码 | 中文 | English", rows)]
    return joined(blocks)


def _terms() -> str:
    """The closed lists."""
    blocks = []
    for kind in (*(getattr(vocabulary, name) for name in vocabulary.__all__), DayKind, Scope):
        if isinstance(kind, type) and issubclass(kind, Term) and kind is not Term:
            rows = ((str(term.value), f"`{term.name}`") for term in kind)
            blocks.append(f"### {list_title(kind)} `{kind.__name__}`")
            blocks.append(table("中文 | 英文键", rows))
    return joined(blocks)


def _desk() -> str:
    """Where to get the desk: from this very site, or by making it."""
    if DESK.exists():
        size = f"{DESK.stat().st_size / 1e6:.0f} MB"
        return f"[打开工作台](../{DESK.name})；要带走的，在这个链接上另存为文件（{size}）。"
    return (
        "本站没有带着它：在源码的文件夹里运行 `desk/build`（要 Python 3.11、npm 和软件源），"
        f"得到 `dist/{DESK.name}`；再生成本站，这里就有链接。"
    )


def _vocabulary() -> str:
    """The public names of the vocabulary."""
    return "、".join(f"`{name}`" for name in vocabulary.__all__)


TABLES: dict[str, Callable[[], str]] = {
    "answer": answer,
    "answer_brief": answer_brief,
    "answer_full": answer_full,
    "codes": _codes,
    "columns": lambda: field_table(FIELDS),
    "desk": _desk,
    **{f"host_{name}": partial(host_lines.shown, name) for name in host_lines.names()},
    "events": lambda: field_table(EVENT_FIELDS),
    "outcomes": outcomes,
    "questions": _questions,
    "schemas": schemas,
    "shared": _shared,
    "terms": _terms,
    "vocabulary": _vocabulary,
}
"""What a hand-written page may ask for."""
