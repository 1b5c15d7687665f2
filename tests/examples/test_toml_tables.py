"""Examples in TOML: a table each, the columns its keys."""

from __future__ import annotations

import pytest

from example_tables import GENERAL, bench, one
from xinfang_core.errors import RecordError, XinfangError
from xinfang_core.examples.copying import filled_rows, filled_toml
from xinfang_core.examples.example import Example, Table
from xinfang_core.examples.policies import Policies
from xinfang_core.examples.reading import read_examples
from xinfang_core.examples.results import Verdict
from xinfang_core.examples.toml_tables import cell_text, toml_table

FILE = "table.toml"
CASE = """\
# what an officer wrote
[[example]]
id = "general"
as_of = 2025-10-31
known_on = 2025-09-01
"事项类别" = "general"
received_at = 2025-09-24
accepted_at = 2025-09-26
clause = "一、分类代理（一）"
"""
OPEN = """
[[example]]
id = "open"
as_of = 2025-10-31
known_on = 2025-09-01
question = "coverage"
want.outcome.lacking = "" # to be filled
want.outcome.settlements = ''
[[example.given.settlements]]
key = "A"
minutes = [10, 20]
[[example.given.settlements]]
key = "B"
minutes = []
"""


def read(text: str) -> tuple[Example, ...]:
    table = Table(toml_table(text, FILE), "online-proxy", FILE)
    return tuple(read_examples([table], Policies()))


def told(text: str) -> list[str]:
    with pytest.raises(XinfangError) as error:
        read(text)
    return [fault.text() for fault in error.value.faults]


class TestTables:
    """Keys are columns."""

    def test_one_is_the_same_as_a_row(self) -> None:
        (found,) = read(CASE)
        assert found.case == one(GENERAL).case
        assert found.terms == one(GENERAL).terms

    def test_events_are_a_list_of_tables_or_text(self) -> None:
        listed = 'events = [{ at = 2025-09-27, kind = "督办", step = "约谈" }]\n'
        text = 'events = "2025-09-27 督办 step=约谈"\n'
        cases = [read(CASE + events)[0].case for events in (listed, text)]
        assert cases[0] == cases[1]

    def test_a_fault_is_told_with_its_key(self) -> None:
        (line,) = told(CASE.replace('"general"\nrec', '"genral"\nrec'))
        assert line.startswith("table.toml:2: example[0].category: ")
        (event,) = told(f"{CASE}events = [3]\n")
        assert "example[0].events[0]" in event

    @pytest.mark.parametrize("text", ["", "example = 3\n", f'policy = "x"\n{CASE}'])
    def test_nothing_else_stands_in_the_file(self, text: str) -> None:
        assert "[[example]]" in told(text)[0]

    def test_an_example_is_a_table(self) -> None:
        with pytest.raises(RecordError) as error:
            toml_table("example = [3, 4]\n", FILE)
        assert [fault.path for fault in error.value.faults] == ["example[0]", "example[1]"]

    def test_wants_may_stand_under_one_key(self) -> None:
        (found,) = read(f'{CASE}[example.want]\nreply_deadline_due = 2025-10-23\ncodes = ""\n')
        assert found.wants.cells == {"reply_deadline_due": "2025-10-23"}
        assert found.columns == ("want.reply_deadline_due", "want.codes")

    def test_things_are_written_as_in_a_cell(self) -> None:
        assert cell_text({"a": 1, "b": [True, False]}) == "a=1；b=true、false"
        assert cell_text([{"a": {"b": 1, "c": 2}}, {"a": {}}]) == "a=b:1+c:2；a=空"
        assert cell_text([]) == "空"


class TestCopies:
    """A copy differs in what is filled alone."""

    def filled(self, text: str) -> str:
        policies = Policies()
        table = Table(toml_table(text, FILE), "online-proxy", FILE)
        examples = read_examples([table], policies)
        results = tuple(bench().run(examples, policies.find))
        return filled_toml(text, FILE, filled_rows(results))

    def test_what_is_empty_is_filled_and_marked_and_all_else_stays(self) -> None:
        text = CASE + "want.reply_deadline_due = 2025-10-23\n" + OPEN
        made = self.filled(text)
        assert made == text.replace('lacking = ""', 'lacking = "B"').replace(
            "settlements = ''", 'settlements = "2"'
        ).replace('[[example]]\nid = "open"', '[[example]]\nunconfirmed = "未确认"\nid = "open"')
        assert read(made)[1].wants.cells == {"outcome.lacking": "B", "outcome.settlements": "2"}

    def test_a_copy_of_a_copy_is_the_copy(self) -> None:
        made = self.filled(OPEN)
        assert self.filled(made) == made

    def test_a_mark_may_be_the_last_line(self) -> None:
        made = self.filled(CASE.rstrip("\n"))
        assert made.splitlines()[2] == 'unconfirmed = "未确认"'
        inline = "example = [{id='a', as_of=2025-10-31, known_on=2025-09-01, clause='x'}]"
        assert read(inline)[0].key == "a"

    def test_verdicts_are_as_in_a_table(self) -> None:
        policies = Policies()
        table = Table(toml_table(CASE + OPEN, FILE), "online-proxy", FILE)
        found = bench().run(read_examples([table], policies), policies.find)
        assert [result.verdict for result in found] == [Verdict.unconfirmed] * 2
