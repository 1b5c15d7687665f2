"""Examples from their tables (算例读入): every fault of every file at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from xinfang_core.case import Case
from xinfang_core.codec.columns import EVENTS
from xinfang_core.codec.fields import CASE_NO, layout_under
from xinfang_core.codec.options import ReadOptions
from xinfang_core.codec.row_cases import case_or_refused, draft_of, plan_of
from xinfang_core.codec.showing import without_values
from xinfang_core.errors import Fault, RecordError, XinfangError
from xinfang_core.examples.asking import VALUE, question_of, questions
from xinfang_core.examples.columns import (
    CODES,
    ERROR,
    FIXED,
    GIVEN,
    NOT_CODES,
    UNCONFIRMED,
    WANT,
    is_fixed_want,
    is_wanted,
)
from xinfang_core.examples.events import read_events
from xinfang_core.examples.example import Example, Examples, Table, Terms, Wants
from xinfang_core.examples.row_cells import Cells
from xinfang_core.examples.values import check_place, read_place
from xinfang_core.refusals import RefusedError, unknown_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from xinfang_core.codec.fields import Layout
    from xinfang_core.codec.row_cases import Plan
    from xinfang_core.codec.rows import Row
    from xinfang_core.examples.policies import Policies
    from xinfang_core.policy import Policy


def read_examples(tables: Iterable[Table], policies: Policies) -> Examples:
    """The examples of tables.

    Args:
        tables: as they are written.
        policies: those that the rows name.

    Raises:
        RecordError: every fault of every table, in their order; or there is no example in any.

    """
    kept = tuple(tables)
    faults: list[Fault] = []
    rows = tuple(tuple(_read_table(table, policies, faults)) for table in kept)
    found = Examples(kept, rows)
    faults += _twice(kept)
    # Where nothing is checked, nothing may seem to hold.
    if not faults and not len(found):
        faults = [Fault("example.none", (), one.listing.file, one.listing.line) for one in kept]
    if faults:
        raise RecordError(*faults)
    return found


def _read_table(table: Table, policies: Policies, faults: list[Fault]) -> Iterator[Example]:
    """The examples of one table; ``faults`` gets what is wrong with it."""
    one = _Reading(table, policies, faults)
    read = [one.example(row) for row in table.listing.rows]
    faults += one.unknown_columns()
    yield from (example for example in read if example)


def _twice(tables: Iterable[Table]) -> Iterator[Fault]:
    """The ids that stand more than once, each with the place where it stood before."""
    first: dict[str, Row] = {}
    for row in (row for table in tables for row in table.listing.rows):
        key = str(row.values.get("id", "")).strip()
        other = first.setdefault(key, row)
        if key and other is not row:
            place = other.fault("example.twice", (), "id").place
            yield row.fault("example.twice", (("key", key), ("place", place)), "id")


@frozen
class _Reading:
    """One table that is being read.

    Attributes:
        table: as it is written.
        policies: those that the rows name.
        faults: what is wrong, so far.
        plans: by the id of a policy how the facts of its cases are read.
        wanted: its columns of wants.
        lost: the policies that are not found.

    """

    table: Table
    policies: Policies
    faults: list[Fault]
    plans: dict[str, tuple[Plan, ReadOptions, Layout]] = field(factory=dict)
    wanted: tuple[str, ...] = field(init=False)
    lost: set[str] = field(factory=set)

    @wanted.default
    def _columns_of_wants(self) -> tuple[str, ...]:
        return tuple(filter(is_wanted, self.table.listing.names))

    def example(self, row: Row) -> Example | None:
        """The example of a row, or None with faults."""
        if row.faults:
            self.faults.extend(row.faults)
            return None
        before = len(self.faults)
        read = Cells(row, self.faults)
        key, question = read.text("id") or "", read.text("question") or ""
        name, terms = self._terms(read)
        wants = self._wants(read, question)
        clause, marked = read.text("clause") or "", UNCONFIRMED in row.values
        if wants and not marked and not clause:
            read.fault("example.no_clause", (), "clause")
        if terms is None or len(self.faults) > before:
            if name and not question and not wants.errors:
                self.faults.extend(self._refused(row, name))
            return None
        made = Example(
            key,
            row,
            terms,
            wants,
            question=question,
            clause=clause,
            source=read.text("source") or "",
            note=read.text("note") or "",
            is_confirmed=bool(wants) and not marked,
            columns=self.wanted,
            path=self.table.path,
        )
        return self._read(made)

    def _read(self, made: Example) -> Example | None:
        """The same with its case or what its rule is given; None with faults."""
        made = self._question(made) if made.question else self._with_case(made)
        if made.refused and not made.wants.errors:
            self.faults.extend(made.refused)
            return None
        return made

    def _with_case(self, made: Example) -> Example:
        """The same with its case, or why it is none."""
        for column in made.row.values:
            if column.startswith(GIVEN):
                self.faults.append(made.row.fault("example.given_of_case", (), column))
        case = self._case(made.row, made.terms.policy)
        return evolve(made, case=case) if isinstance(case, Case) else evolve(made, refused=case)

    def _refused(self, row: Row, policy: str) -> tuple[Fault, ...]:
        """Why the case of a row is none, if it is none."""
        case = self._case(row, policy)
        return () if isinstance(case, Case) else case

    def _question(self, made: Example) -> Example:
        """The same with the rule that is asked and what that is given, or why it is refused."""
        row, policy = made.row, self.policies.find(made.terms.policy, made.terms.variant)
        _, _, layout = self._plan(made.terms.policy)
        for column in row.values:
            if column in layout.names or column == EVENTS:
                self.faults.append(row.fault("example.fact_of_question", (), column))
        given = {
            name.removeprefix(GIVEN): str(text)
            for name, text in row.values.items()
            if name.startswith(GIVEN)
        }
        if made.question == VALUE:
            return self._place(made, given, policy)
        asked = question_of(made.question, given)
        known = _questions(policy)
        if asked is None or made.question not in known:
            refused = unknown_name("example.no_question", made.question, known)
            self.faults.append(row.fault(refused.code, refused.facts, "question"))
            return made
        arguments, wrong = asked.arguments(given, policy.declared)
        told = (row.fault(code, facts, GIVEN + name) for name, code, facts in wrong)
        faults = tuple(map(without_values, told))
        return evolve(made, asked=asked, arguments=arguments, refused=faults)

    def _place(self, made: Example, given: Mapping[str, str], policy: Policy) -> Example:
        """The same with the place of which the value is asked."""
        day = made.terms.pinned or made.terms.as_of
        try:
            place = read_place(given.get("path", ""), policy)
            check_place(place, policy, day)
        except RefusedError as refused:
            self.faults.append(made.row.fault(refused.code, refused.facts, f"{GIVEN}path"))
            return made
        return evolve(made, asked=place)

    def _terms(self, read: Cells) -> tuple[str, Terms | None]:
        """The policy of a row where it is found, and by what it is judged; None with faults."""
        name, pinned = read.label(read.text("policy") or self.table.policy)
        variant = read.text("variant")
        as_of, known_on = read.day("as_of"), read.day("known_on")
        allowed = read.truth("allow_assumed")
        if not self._finds(read, name, variant):
            return "", None
        if as_of is None or known_on is None:
            return name, None
        pinned = pinned or self.policies.pinned(name)
        return name, Terms(name, pinned, variant, as_of, known_on, allowed is not False)

    def _finds(self, read: Cells, name: str, variant: str | None) -> bool:
        """Whether the policy of a row is known, under its reading."""
        if not name:
            read.fault("example.no_policy", (), "policy")
            self.lost.add(name)
            return False
        try:
            self.policies.find(name, variant)
        except XinfangError as error:
            for one in error.faults:
                read.fault(one.code, one.facts, one.path)
            self.lost.add(name)
            return False
        self._plan(name)
        return True

    def _wants(self, read: Cells, question: str) -> Wants:
        """What a row wants; a question has other columns than a case."""
        special = {CODES, NOT_CODES, ERROR}
        cells = {
            name.removeprefix(WANT): str(value).strip()
            for name, value in read.row.values.items()
            if is_wanted(name) and name not in special
        }
        codes, not_codes, errors = (read.codes(name) for name in (CODES, NOT_CODES, ERROR))
        if errors and (cells or codes or not_codes):
            read.fault("example.error_and_more", (), ERROR)
        for name in cells:
            if is_fixed_want(WANT + name) != bool(question):
                code = "example.want_of_case" if question else "example.want_of_question"
                read.fault(code, (), WANT + name)
        return Wants(cells, codes, not_codes, errors)

    def _plan(self, name: str) -> tuple[Plan, ReadOptions, Layout]:
        """How the facts of a policy's cases are read, made once."""
        if name not in self.plans:
            declared = self.policies.find(name).declared
            layout = layout_under(declared)
            options = ReadOptions(declared=declared)
            source = {
                layout.names[column].name: column
                for column in self.table.listing.names
                if column in layout.names
            }
            plan = plan_of({CASE_NO.name: "id", **source}, options, layout, table=True)
            keys = {key: one.reads(None, cell=True) for key, one in layout.keys.items()}
            self.plans[name] = evolve(plan, keys=keys), options, layout
        return self.plans[name]

    def _case(self, row: Row, policy: str) -> Case | tuple[Fault, ...]:
        """The case of a row, or why it is none."""
        plan, options, _ = self._plan(policy)
        events = row.values.get(EVENTS)
        if isinstance(events, str):
            try:
                row = evolve(row, values={**row.values, EVENTS: read_events(events)})
            except RefusedError as refused:
                return (row.fault(refused.code, refused.facts, EVENTS),)
        read = case_or_refused(draft_of(row, plan), plan, (), options)
        return read if isinstance(read, Case) else read.faults

    def unknown_columns(self) -> Iterator[Fault]:
        """The columns that nobody reads, each with the nearest one that somebody does.

        Where a policy is not found it cannot be told which columns it would have.
        """
        if self.lost or not self.plans:
            return
        listing = self.table.listing
        names: dict[str, None] = dict.fromkeys((*FIXED, EVENTS, CODES, NOT_CODES, ERROR))
        for policy, (_, _, layout) in self.plans.items():
            names |= dict.fromkeys(layout.names)
            names |= dict.fromkeys(WANT + key for key in self.policies.titles(policy))
        for column in listing.names:
            if column not in names and not is_fixed_want(column) and not column.startswith(GIVEN):
                refused = unknown_name("example.unknown_column", column, names)
                place = listing.places.get(column, 0)
                at = (listing.file, listing.line, place, column)
                yield Fault(refused.code, refused.facts, *at)


def _questions(policy: Policy) -> tuple[str, ...]:
    """What a policy may be asked that is not about one case."""
    editions = (*policy.editions, *policy.national)
    rules = dict.fromkeys(rule for one in editions for rule in one.params)
    return (VALUE, *questions(rules))


def row_reader(table: Table, policies: Policies) -> Callable[[Row], Example | None]:
    """What reads rows with the columns of a table, one by one; None for one with faults."""
    one = _Reading(table, policies, [])

    def read(row: Row) -> Example | None:
        one.faults.clear()
        return one.example(row)

    return read
