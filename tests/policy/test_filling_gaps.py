"""Each value of each policy that comes with the library is given, or can be filled in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin, get_type_hints

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from policy_texts import filling
from xinfang_core.errors import PolicyDataError
from xinfang_core.periods import Period
from xinfang_core.policy import Edition, Line, files, lines, load_policy
from xinfang_core.policy.edition_file import read_draft, read_edition
from xinfang_core.policy.pack import PARAMS, is_declared
from xinfang_core.policy.sections import values_of
from xinfang_core.policy.tables import column_names
from xinfang_core.sources import Bands, CitedList, Table
from xinfang_core.vocabulary import Absent, MatterKind, Step, Term

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random


@frozen
class Gap:
    """A parameter of a shipped policy, or a cell of it, that its source gives or does not."""

    policy: str
    rule: str
    parameter: str
    key: tuple[Term, ...]
    silent: bool

    def __str__(self) -> str:
        return ".".join((self.policy, self.rule, self.parameter, *(one.name for one in self.key)))

    @property
    def section(self) -> str:
        """Some value for it, as a host would write it."""
        kind = get_type_hints(PARAMS[self.rule], include_extras=True)[self.parameter]
        shape, inner = get_origin(kind), get_args(kind)
        body = _written(inner[-1])
        if shape is Table:
            several = get_origin(inner[0]) is tuple
            keys_of = get_args(inner[0]) if several else inner[:1]
            columns = zip(column_names(keys_of), self.key, strict=True)
            keys = "".join(f'{name} = "{term.name}", ' for name, term in columns)
            body = f"cells = [{{ {keys}{body} }}]"
        elif shape is Bands:
            body = 'bands = [{ from = 0, value = "none" }]'
        elif shape is CitedList:
            body = f"steps = [{{ {body} }}]"
        else:
            body = body.replace(", ", "\n")
        cited = 'clause = "补1"\nbasis = "assumed"\nnote = "试行"\n'
        return f"\n[{self.rule}.{self.parameter}]\n{cited}{body}\n"


def _written(kind: Any) -> str:  # noqa: ANN401 - any annotation
    """The first value of a kind, as a file writes it."""
    plain, *measure = get_args(kind) if get_origin(kind) is Annotated else (kind,)
    unit = f', unit = "{measure[0].name}"' if measure else ""
    if plain == Period:
        return 'value = 5, unit = "working_day"'
    if plain in (MatterKind, Step):
        plain = get_args(plain)[0]
    if isinstance(plain, type) and issubclass(plain, Term):
        return f'value = "{next(iter(plain)).name}"'
    if plain is str:
        return 'value = "handling_deadline"'
    return f"value = {1 if plain in (int, Decimal) else date(2030, 1, 1)}{unit}"


def _gaps() -> Iterator[Gap]:
    """Every parameter of every local policy that comes with the library; a table's cells.

    What a policy declares itself no other file fills in.
    """
    for name in files.policy_ids()[1:]:
        rules = load_policy(name).editions[0].params.items()
        for rule, params in (one for one in rules if not is_declared(one[0])):
            for parameter, value in values_of(params).items():
                if isinstance(value, Table):
                    for key, cell in value.cells.items():
                        keys = key if isinstance(key, tuple) else (key,)
                        yield Gap(name, rule, parameter, keys, cell.value is Absent.silent)
                else:
                    yield Gap(name, rule, parameter, (), _says_nothing(value))


def _says_nothing(value: Any) -> bool:  # noqa: ANN401 - any shape but a table
    if isinstance(value, Bands):
        return {one.value for one in value.values} == {Absent.silent}
    return (value.absent if isinstance(value, CitedList) else value.value) is Absent.silent


GAPS = tuple(_gaps())
SILENT = tuple(gap for gap in GAPS if gap.silent)


def _filled(*gaps: Gap) -> Edition:
    """The policy of the gaps, all of one, with a value written for each."""
    rules = ", ".join(f'"{rule}"' for rule in dict.fromkeys(gap.rule for gap in gaps))
    text = filling(fills=f'"{gaps[0].policy}"', encoded_by=f"[{rules}]")
    text += "".join(gap.section for gap in gaps)
    draft = read_draft(text, "补充.toml", files.policy_ids())
    return read_edition(draft, (), _base(gaps[0].policy))


@cache
def _base(name: str) -> Edition:
    """The one edition of a local policy."""
    (edition,) = load_policy(name).editions
    return edition


def _by_place(edition: Edition) -> dict[tuple[object, ...], list[Line]]:
    """The default values of an edition by rule, parameter and, in tables, key."""
    found: dict[tuple[object, ...], list[Line]] = {}
    for line in lines(edition):
        if not line.variant:
            cell = any(isinstance(key, Term) for key in line.keys)
            place = (line.rule, line.parameter, line.keys if cell else ())
            found.setdefault(place, []).append(line)
    return found


@st.composite
def some_gaps(draw: st.DrawFn) -> list[Gap]:
    """A few silent places of one policy, of each table at most one cell."""
    name = draw(st.sampled_from(files.policy_ids()[1:]))
    there = st.sampled_from([gap for gap in SILENT if gap.policy == name])
    few = st.lists(there, min_size=1, max_size=6, unique_by=lambda one: (one.rule, one.parameter))
    return draw(few)


class TestEveryPolicy:
    """Of the policies that come with the library what is silent can be filled in, and no more."""

    def test_there_are_both(self) -> None:
        assert len(SILENT) > 100
        assert len(GAPS) - len(SILENT) > 100

    @pytest.mark.parametrize("name", files.policy_ids()[1:])
    def test_whatever_is_given_is_refused_at_its_place(self, name: str) -> None:
        for gap in GAPS:
            if gap.policy == name and not gap.silent:
                with pytest.raises(PolicyDataError) as caught:
                    _filled(gap)
                (fault,) = caught.value.faults
                assert fault.code in {"fill.given", "fill.given_cells"}
                assert fault.path == f"{gap.rule}.{gap.parameter}"

    @pytest.mark.parametrize("name", files.policy_ids()[1:])
    def test_whatever_is_silent_can_be_filled_in(self, name: str) -> None:
        for gap in SILENT:
            if gap.policy == name:
                (line,) = _by_place(_filled(gap))[gap.rule, gap.parameter, gap.key]
                assert line.value is not Absent.silent
                assert (line.citation.source, line.citation.clause) == ("某区补充规定", "第一条")

    @given(some_gaps())
    def test_nothing_else_changes(self, gaps: list[Gap]) -> None:
        base, filled = _base(gaps[0].policy), _filled(*gaps)
        named = {(gap.rule, gap.parameter, gap.key) for gap in gaps}
        was, now = _by_place(base), _by_place(filled)
        assert {key for key in {*was, *now} if was.get(key) != now.get(key)} == named
        rules = {gap.rule for gap in gaps}
        same = [rule for rule, params in base.params.items() if filled.params[rule] is params]
        assert set(same) == set(base.params) - rules

    @given(some_gaps(), st.randoms())
    def test_the_order_in_the_file_does_not_matter(self, gaps: list[Gap], random: Random) -> None:
        other = random.sample(gaps, len(gaps))
        assert _filled(*gaps).params == _filled(*other).params
