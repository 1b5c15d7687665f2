"""The pages of the shipped policies (办法页面): what they say first, what is open, then all."""
# ruff: noqa: INP001 - beside the pages, no package

from __future__ import annotations

import re
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, get_args

from page_parts import anchor, citation_cells, rule_link
from tables import joined, table

from xinfang_core.messages import words
from xinfang_core.periods import AnyPeriod
from xinfang_core.policy import lines
from xinfang_core.policy.listing import own_titles
from xinfang_core.policy.pack import GROUP_OF
from xinfang_core.policy.wording import placed, unit_of, value_words
from xinfang_core.sources import weakest
from xinfang_core.vocabulary import (
    Absent,
    Basis,
    GuidanceStep,
    Lead,
    Level,
    LevelColour,
    Measure,
    ServiceStep,
    SupervisionStep,
    Treatment,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from xinfang_core.policy import Clause, Edition, Line
    from xinfang_core.sources import Citation

_TIERS = (Level, Lead, Treatment, SupervisionStep, GuidanceStep, LevelColour, ServiceStep)
"""The lists of tiers and steps."""

_ASKED = re.compile(r"[，；。]?请([^，；。请]+?)确认")
"""Whom a note asks to confirm."""


def policy_page(found: Sequence[Edition]) -> str:
    """One policy, edition by edition."""
    blocks = [block for edition in found for block in _edition(edition)]
    return joined((f"# {found[0].title}", *blocks))


def _edition(edition: Edition) -> Iterator[str]:
    """One policy file: its head, what it says, what is open, all values, its clauses."""
    label = edition.label
    yield f"## {edition.title} `{label}` {{#{anchor(label)}}}"
    since = f"自 {edition.effective} 起施行，按{edition.picked_by.text()}日期选用"
    reading = f"。默认理解：{edition.reading}" if edition.reading else ""
    yield f"{since if edition.effective else '自始适用'}。{edition.transition.text}{reading}。"
    own = [line for line in lines(edition) if not line.variant]
    said = table("规则 | 规定 | 条款与短语 | 依据", _said(own))
    yield f"### 规定了什么 {{#{anchor(label, 'said')}}}\n\n{said}" if said else ""
    yield from _open(edition, own)
    yield f"### 全部取值 {{#{anchor(label, 'values')}}}"
    yield from _values(edition)
    yield f"### 条款对照 {{#{anchor(label, 'clauses')}}}"
    titles = own_titles(edition.params)
    clauses = (_clause(clause, titles) for clause in edition.clauses)
    yield table("条款 | 位置 | 内容（转述） | 落实", clauses)


def _is_limit(rule: str) -> bool:
    return GROUP_OF.get(rule) == "limits" or rule.startswith("limit.")


def _said(own: Iterable[Line]) -> Iterator[tuple[str, ...]]:
    """The numbers, periods and tiers of a policy, limits first: a row a parameter."""
    starts = {line.rule: line for line in own if line.parameter == "start" and not line.keys}
    telling = sorted(filter(_tells, own), key=lambda line: not _is_limit(line.rule))
    for (rule, _, own_title), group in groupby(
        telling, lambda line: (line.rule, line.parameter, line.own_title)
    ):
        found = list(placed(group))
        start = starts.get(rule)
        since = f"自{words(start.value, 'zh')}起：" if start else ""
        cited = [line.citation for line, _ in found]
        weak = weakest(cited)
        basis = weak.basis.text() if weak else ""
        yield rule_link(rule, own_title), since + _together(found), _places(cited), basis


def _together(found: Iterable[tuple[Line, str]]) -> str:
    """The values of a parameter in one phrase, under their keys; steps have none."""
    return "；".join(
        f"{where}：{value_words(line)}" if line.keys else value_words(line) for line, where in found
    )


def _places(cited: Iterable[Citation]) -> str:
    """The clauses, each once with its phrases."""
    by_clause: dict[str, dict[str, None]] = {}
    for one in cited:
        by_clause.setdefault(one.clause, {})[f"“{one.phrase}”" if one.phrase else ""] = None
    return "；".join(clause + "".join(phrases) for clause, phrases in by_clause.items())


def _tells(line: Line) -> bool:
    """Is it a number, a period or a tier, and not how many places a number is rounded to?"""
    kinds = (int, Decimal, *get_args(AnyPeriod), *_TIERS)
    return (
        isinstance(line.value, kinds)
        and not isinstance(line.value, bool)
        and unit_of(line) is not Measure.digit
    )


def _open(edition: Edition, own: Iterable[Line]) -> Iterator[str]:
    """What is assumed or not told, by whom to ask; what shares a note is told once."""
    notes: dict[str, dict[str, None]] = {}
    for line in own:
        if line.value is Absent.silent or line.citation.basis is Basis.assumed:
            notes.setdefault(line.citation.note, {})[rule_link(line.rule, line.own_title)] = None
    by_whom: dict[str, list[str]] = {}
    for note, rules in notes.items():
        asked = _ASKED.search(note)
        short = note.removesuffix(asked[0]) if asked else note
        by_whom.setdefault(asked[1] if asked else "", []).append(f"- {'、'.join(rules)}：{short}")
    if by_whom:
        yield f"### 推定的和没有载明的 {{#{anchor(edition.label, 'open')}}}"
        for whom, items in sorted(by_whom.items(), key=lambda one: not one[0]):
            yield f"{f'请**{whom}**确认' if whom else '没有指明请谁确认的'}：\n\n" + "\n".join(
                items
            )
        place = anchor(edition.label)
        yield f"连同采用的理解，逐项见[待确认事项](../open-questions.md#{place})。"


def _values(edition: Edition) -> Iterator[str]:
    """Every value, a table a rule, variants last."""
    for (name, rule, own), group in groupby(
        lines(edition), lambda line: (line.variant, line.rule, line.own_title)
    ):
        variant = f"，变体 `{name}`：{edition.variants[name].title}" if name else ""
        place = anchor(edition.label, rule, name)
        yield f"#### {rule_link(rule, own)} `{rule}`{variant} {{#{place}}}"
        rows = (_value(line, where) for line, where in placed(group))
        yield table("参数 | 取值 | 条款与短语 | 依据 | 说明", rows)


def _value(line: Line, where: str) -> tuple[str, ...]:
    under = f"<br>{where}" if where else ""
    return f"`{line.parameter}`{under}", value_words(line), *citation_cells(line.citation)


def _clause(clause: Clause, own: Mapping[str, str]) -> tuple[str, ...]:
    encoded = "、".join(_encoded(name, own) for name in clause.encoded_by)
    return clause.clause_id, clause.locator, clause.text, encoded or f"搁置：{clause.set_aside}"


def _encoded(name: str, own: Mapping[str, str]) -> str:
    """A rule, or a parameter of one, with its Chinese title and a link."""
    declared = next((one for one in own if name == one or name.startswith(f"{one}.")), None)
    if declared is not None:
        parameter = name.removeprefix(declared).removeprefix(".")
        return own[declared] + (f" `{parameter}`" if parameter else "")
    rule, _, parameter = name.partition(".")
    return rule_link(rule) + (f" `{parameter}`" if parameter else "")
