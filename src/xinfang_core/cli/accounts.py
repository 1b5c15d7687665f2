"""``xinfang docs account``: the account of one case (期限核算单)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from xinfang_core.assessment import assess
from xinfang_core.case.moments import SHANGHAI
from xinfang_core.cli.choice import chosen_policy
from xinfang_core.cli.document_output import add_format, write_document
from xinfang_core.cli.notices import chosen_calendar
from xinfang_core.cli.one_case import add_case, chosen_case
from xinfang_core.cli.output import tell
from xinfang_core.cli.taking import day
from xinfang_core.documents.account.account import account
from xinfang_core.documents.privacy.gate import passed
from xinfang_core.messages import render
from xinfang_core.vocabulary import Audience

if TYPE_CHECKING:
    import argparse

FORMATS = ("md", "html", "docx", "pdf")
"""The formats of the account."""


def add_words(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.set_defaults(run=run)
    add_case(parser)
    parser.add_argument(
        "--policy",
        required=True,
        metavar="办法",
        help="办法编号[@日期]，或者办法文件、文件夹；要补充的，后面写 +补充文件",
    )
    parser.add_argument("--variant", metavar="变体", help="采用另一种理解，如 calendar_days")
    parser.add_argument("--as-of", type=day, metavar="日期", help="核算日，缺省为上海当天")
    parser.add_argument("--no-assumed", action="store_true", help="不采用推定值")
    parser.add_argument(
        "--audience",
        choices=tuple(Audience.__members__),
        default=Audience.petitioner.name,
        metavar="读者",
        help=f"给谁看：{_readers()}；缺省 {Audience.petitioner.name}",
    )
    add_format(parser, FORMATS)


def _readers() -> str:
    return "、".join(f"{one.name} {one.value}" for one in Audience)


def run(arguments: argparse.Namespace) -> bool:
    """Write the document; never a failure.

    Raises:
        MisuseError: no such case, or an output that cannot be written.
        RecordError: every fault of the register.

    """
    policy, pinned = chosen_policy(arguments.policy)
    policy = policy.with_variant(arguments.variant)
    case = chosen_case(arguments, policy.declared)
    as_of = arguments.as_of or datetime.now(SHANGHAI).date()
    if arguments.as_of is None:
        tell(render("cli.as_of_today", {"day": as_of}))
    pack = policy.on(pinned) if pinned else policy.in_force(case, as_of)
    calendar = chosen_calendar(arguments)
    answer = assess(case, pack, calendar, as_of, allow_assumed=not arguments.no_assumed)
    audience = Audience[arguments.audience]
    draft = account(case, answer, policy, audience)
    write_document(passed(draft, audience), arguments)
    return False
