"""The pages of the rules (规则页面): the question, each policy's values, an example, the source."""
# ruff: noqa: INP001 - beside the pages, no package

from __future__ import annotations

from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from page_parts import citation_cells, editions, policy_file, title
from tables import joined, table

from xinfang_core import load_policy, rules
from xinfang_core.assessment import assess
from xinfang_core.assessment.answer import outcome_text
from xinfang_core.calendar import mainland_calendar
from xinfang_core.codec import read_records
from xinfang_core.deadline import Deadline
from xinfang_core.documents.rulebook.readings import readings as every_reading
from xinfang_core.documents.rulebook.wording import anchor
from xinfang_core.policy import lines
from xinfang_core.policy.pack import GROUP_OF, PARAMS
from xinfang_core.policy.wording import list_title, placed, value_words
from xinfang_core.vocabulary import Absent, Basis, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from xinfang_core.assessment import Assessment
    from xinfang_core.decision import Decision
    from xinfang_core.documents.rulebook.readings import Reading
    from xinfang_core.policy import Edition, Line

STORIES = Path(__file__).parent.parent / "examples" / "stories"


def rule_pages() -> Iterator[tuple[str, str]]:
    """Every rule with its page."""
    shipped = [(edition, lines(edition)) for edition in editions()]
    examples = _examples()
    for rule, params in PARAMS.items():
        module = params.__module__
        place = module.partition(".")[2]
        made = readings(lambda one, place=place: one.module == place)
        parts = (
            f"# {title(rule)} `{rule}`",
            _question(rule),
            *_side_by_side(rule, shipped),
            *examples.get(rule, ()),
            f"## 代码中的理解\n\n{made}" if made else "",
            f"## 源码说明\n\n::: {module}",
        )
        yield rule, joined(parts)


def _question(rule: str) -> str:
    """The question, under that of the rule's group; a rule of no group stands by itself."""
    group = GROUP_OF.get(rule)
    place = f"{rules.__name__}.{group}" if group else PARAMS[rule].__module__
    return f"**{list_title(import_module(place))}**：{title(rule)}。"


def _side_by_side(rule: str, shipped: Sequence[tuple[Edition, Sequence[Line]]]) -> Iterator[str]:
    """The values of each edition that has the rule, a column each."""
    having = [
        (edition, _cells(line for line in found if line.rule == rule))
        for edition, found in shipped
        if rule in edition.params
    ]
    if not having:
        yield "随附的办法都没有此规则。"
        return
    yield "## 各办法的取值"
    heads = (_edition_link(edition, rule) for edition, _ in having)
    names = dict.fromkeys(name for _, cells in having for name in cells)
    rows = ((name, *(cells.get(name, "—") for _, cells in having)) for name in names)
    yield table(" | ".join(("参数", *heads)), rows)


def _edition_link(edition: Edition, rule: str) -> str:
    since = f"<br>{edition.effective} 起" if edition.effective else ""
    place = anchor(edition.label, rule)
    return f"[{edition.title}](../policies/{policy_file(edition)}#{place}){since}"


def _cells(found: Iterator[Line]) -> Mapping[str, str]:
    """By parameter, and variant, its values in words."""
    cells = {}
    for (variant, name), group in groupby(found, lambda one: (one.variant, one.parameter)):
        other = f"<br>变体 `{variant}`" if variant else ""
        cells[f"`{name}`{other}"] = _worded(list(placed(group)))
    return cells


def _worded(found: Sequence[tuple[Line, str]]) -> str:
    """The values of a parameter: steps in a row, others a line each; firmness once if shared."""
    marks = [_mark(line) for line, _ in found]
    shared = marks[0] if len(set(marks)) == 1 else ""
    after = f"<br>{shared}" if shared and len(found) > 1 else shared
    told = [
        (f"{where}：" if line.keys else "") + value_words(line) + ("" if shared else mark)
        for (line, where), mark in zip(found, marks, strict=True)
    ]
    return ("<br>" if found[0][0].keys else "、").join(told) + after


def _mark(line: Line) -> str:
    """How firmly a value stands, unless it is stated, or not told at all."""
    basis = line.citation.basis
    return "" if line.value is Absent.silent or basis is Basis.stated else f"〔{basis.text()}〕"


def _examples() -> dict[str, tuple[str, ...]]:
    """By rule the first story in which it says something, on the last day that it does."""
    found: dict[str, tuple[str, ...]] = {}
    for file in sorted(STORIES.glob("*.json"), key=lambda one: one.stem.endswith("-wrong")):
        for answer in _answers(file):
            for rule, decision in answer.decisions():
                if rule not in found and _says_something(decision):
                    found[rule] = tuple(_example(file, answer, decision))
    return found


def _answers(file: Path) -> Iterator[Assessment]:
    """What is answered about a story on the days of its events, the last one first."""
    (case,) = read_records(file).cases
    policy = load_policy(file.stem.removesuffix("-wrong"))
    for day in sorted({event.day for event in case.history.events}, reverse=True):
        yield assess(case, policy.in_force(case, day), mainland_calendar(), day)


def _says_something(decision: Decision[object]) -> bool:
    outcome = decision.outcome
    if isinstance(outcome, Deadline):
        return outcome.status is not Status.not_started
    return not decision.is_undetermined and outcome is not Absent.none


def _example(file: Path, answer: Assessment, decision: Decision[object]) -> Iterator[str]:
    yield "## 例子"
    yield f"`examples/stories/{file.name}`，依 `{answer.policy}`，截至 {answer.as_of}："
    yield f"**{outcome_text(decision)}**"
    yield "\n".join(f"- {reason.cited_text()}" for reason in decision.reasons)


def readings(wanted: Callable[[Reading], bool]) -> str:
    """A table of the readings made in code."""
    rows = [
        (f"`{one.module}`<br>`{one.name}`", *citation_cells(one.citation))
        for one in every_reading()
        if wanted(one)
    ]
    return table("名称 | 针对 | 依据 | 说明", rows)
