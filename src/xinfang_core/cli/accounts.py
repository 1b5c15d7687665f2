"""``xinfang docs account``: the account of one case (期限核算单)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.cli.document_output import add_format, need_format, write_document
from xinfang_core.cli.letter_files import read_parties
from xinfang_core.cli.one_case import add_case, add_question, asked
from xinfang_core.cli.taking import key_of
from xinfang_core.decision import outcome_as
from xinfang_core.documents.account.account import account
from xinfang_core.documents.privacy.audiences import check_renderable
from xinfang_core.documents.privacy.gate import passed
from xinfang_core.vocabulary import Audience, CaseClass

if TYPE_CHECKING:
    import argparse

FORMATS = ("md", "html", "docx", "pdf")
"""The formats of the account."""


def add_words(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.set_defaults(run=run)
    add_case(parser)
    add_question(parser)
    default = Audience.petitioner
    told = "、".join(f"{one.name} {one.value}" for one in Audience)
    parser.add_argument(
        "--audience",
        type=key_of(Audience),
        default=default.name,
        metavar="读者",
        help=f"给谁看：{told}；缺省 {default.name}",
    )
    parser.add_argument(
        "--parties", metavar="文件", help="当事方：JSON、TOML、CSV 或者 Excel（.xlsx）"
    )
    add_format(parser, FORMATS)


def run(arguments: argparse.Namespace) -> bool:
    """Write the document; never a failure.

    Raises:
        RecordError: every fault of the register, or of the file of people.
        PolicyDataError: a policy or a notice that cannot be taken as written.
        MisuseError: no such case, a reader who must not read of it, or an output that cannot be
            written.

    """
    need_format(arguments)
    parties = read_parties(arguments.parties)
    about, audience = asked(arguments), Audience[arguments.audience]
    case, answer = about.case, about.answer
    found = outcome_as(answer.kind.case_class, CaseClass)
    check_renderable(found or case.case_class, audience)
    draft = account(case, answer, about.policy, audience, about.other_answers)
    write_document(passed(draft, audience, parties, (case.case_no,)), arguments)
    return False
