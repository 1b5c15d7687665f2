"""``xinfang docs rulebook``: the rulebook of a policy (规则手册)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from xinfang_core.case.moments import SHANGHAI
from xinfang_core.cli.choice import chosen_policy
from xinfang_core.cli.comparing import chosen_edition
from xinfang_core.cli.document_output import add_format, need_format, write_document
from xinfang_core.cli.example_files import chosen_files, read_tables
from xinfang_core.cli.notices import chosen_calendar
from xinfang_core.cli.output import tell
from xinfang_core.cli.taking import day
from xinfang_core.documents.letters.unchecked import known_by_name, unverified
from xinfang_core.documents.privacy.gate import passed
from xinfang_core.documents.rulebook.rulebook import rulebook
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.examples.policies import Policies
from xinfang_core.examples.reading import read_examples
from xinfang_core.messages import render
from xinfang_core.vocabulary import Audience

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from datetime import date

    from xinfang_core.examples.example import Example
    from xinfang_core.policy import Policy

FORMATS = ("md", "html", "docx", "pdf")
"""The formats of rulebooks."""


def add_words(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.set_defaults(run=run)
    parser.add_argument(
        "policy",
        metavar="办法",
        help="办法编号[@日期]，或者办法文件、文件夹；要补充的，后面写 +补充文件；缺省为最新的版本",
    )
    parser.add_argument(
        "--examples",
        dest="paths",
        action="append",
        default=[],
        metavar="路径",
        help="从中选取算例的文件、文件夹（.csv、.toml、.xlsx），可重复",
    )
    parser.add_argument(
        "--from",
        dest="first_day",
        type=day,
        metavar="日期",
        help="期限速查表自哪一日起，共十二个月；缺省为上海本月一日",
    )
    add_format(parser, FORMATS)


def run(arguments: argparse.Namespace) -> bool:
    """Write the document; never a failure.

    Raises:
        MisuseError: no such policy or examples, no edition on the day that is named, a first day
            outside of the calendar, or an output that cannot be written.
        PolicyDataError: a policy that cannot be taken as written.
        RecordError: every fault of every file of examples.

    """
    need_format(arguments)
    policy, pinned = chosen_policy(arguments.policy)
    edition = chosen_edition(policy, pinned)
    examples = _examples(arguments.paths, policy)
    calendar = chosen_calendar(arguments)
    first_day = arguments.first_day or _this_month()
    if not calendar.first <= first_day <= calendar.last:
        facts = (("day", first_day), ("first", calendar.first), ("last", calendar.last))
        raise MisuseError(Fault("calendar.outside", facts, path="--from"))
    if arguments.first_day is None:
        tell(render("rulebook.from_today", {"day": first_day}))
    draft = rulebook(
        policy,
        edition,
        calendar,
        first_day,
        examples=examples,
        known_by_name=known_by_name(),
        unverified=unverified(),
    )
    write_document(passed(draft, Audience.public), arguments)
    return False


def _examples(paths: list[str], policy: Policy) -> Iterable[Example]:
    """The examples that are named; those of the policy are held against it as it is written.

    Raises:
        MisuseError: there is nothing.
        RecordError: every fault of every file.

    """
    if not paths:
        return ()
    policies = Policies({policy.policy_id: (policy, None)})
    tables = read_tables(chosen_files(map(Path, paths), policies))
    found = read_examples(tables, policies)
    for note in found.notes:
        tell(note.text())
    return found


def _this_month() -> date:
    """The first day of the month, by the clock of Shanghai."""
    return datetime.now(SHANGHAI).date().replace(day=1)
