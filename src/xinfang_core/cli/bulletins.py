"""``xinfang docs bulletin``: a bulletin or ledger over a register (通报、台账)."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from attrs import evolve

from xinfang_core.case import Case
from xinfang_core.cli.choice import policy_in_force
from xinfang_core.cli.document_output import add_format, need_format, write_document
from xinfang_core.cli.notices import chosen_calendar
from xinfang_core.cli.output import tracked
from xinfang_core.cli.readings import readings_of
from xinfang_core.cli.register import SKIP, announce, chosen_register
from xinfang_core.cli.taking import day, key_of
from xinfang_core.codec.files import read_file
from xinfang_core.documents.bulletin.asked import DATED_BY, GROUPS, USUAL, Asked, Least
from xinfang_core.documents.bulletin.composing import bulletin
from xinfang_core.documents.bulletin.counting import count
from xinfang_core.documents.bulletin.figures import case_numbers
from xinfang_core.documents.bulletin.made_by import made_by
from xinfang_core.documents.bulletin.period import Period
from xinfang_core.documents.privacy.gate import masked, passed
from xinfang_core.documents.privacy.thresholds import least_published
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render
from xinfang_core.vocabulary import Audience, EventKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from xinfang_core.codec import Register
    from xinfang_core.documents.bulletin.asked import By
    from xinfang_core.documents.bulletin.figures import Figures
    from xinfang_core.policy import Policy

FORMATS: Final = ("md", "html", "docx", "xlsx")
"""The formats of a bulletin."""

_READERS: Final = (Audience.superior, Audience.public)
_POLICY = "办法编号[@日期]，或者办法文件、文件夹；要补充的，后面写 +补充文件"
_AGENT: By = "agent"
_LONGEST: Final = 100
"""Characters of a group's name: of longer ones programs make hundreds of pages."""
_BY: Final[Mapping[str, By]] = {"镇街": "town", "承办单位": "body", "代理员": _AGENT}
"""The groups in Chinese."""


def add_words(parser: argparse.ArgumentParser) -> None:
    """What the command takes beside what reads a register and chooses a calendar."""
    parser.set_defaults(run=run)
    parser.add_argument("file", metavar="文件", help="登记表")
    parser.add_argument("--policy", required=True, metavar="办法", help=_POLICY)
    parser.add_argument("--variant", metavar="变体", help="采用另一种理解，如 calendar_days")
    for name, words in (("--from", "本期第一日"), ("--to", "本期最后一日")):
        parser.add_argument(
            name, dest=f"{name[2:]}_day", type=day, required=True, metavar="日期", help=words
        )
    parser.add_argument("--as-of", type=day, metavar="日期", help="评估日，缺省为本期最后一日")
    parser.add_argument(
        "--previous",
        metavar="文件",
        help="上期的登记表，读法与本期的相同；不写的，在本期的登记表中找上期",
    )
    _add_choices(parser)
    _add_readers(parser)
    add_format(parser, FORMATS)


def _add_choices(parser: argparse.ArgumentParser) -> None:
    """Which cases, put together by what."""
    events = "、".join(f"{one.name} {one.text()}" for one in DATED_BY)
    parser.add_argument(
        "--dated-by",
        type=key_of(DATED_BY),
        metavar="环节",
        help=f"以哪一环节的日期归期：{events}；缺省为登记，没有登记日期的为收到",
    )
    parser.add_argument(
        "--by",
        action="append",
        default=[],
        metavar="分组=列名",
        help="分组：town 镇街、body 承办单位、agent 代理员，如 town=乡镇；可重复；"
        "代理员缺省为登记的代理员编号",
    )
    parser.add_argument("--ledger", action="store_true", help="附台账：逐件列出本期的事项")
    parser.add_argument(
        "--no-assumed", action="store_true", help="不采用推定值，依赖推定的结论为无法确定"
    )


def _add_readers(parser: argparse.ArgumentParser) -> None:
    """For whom, and which counts these do not get."""
    parser.add_argument(
        "--audience",
        type=key_of(_READERS),
        default=_READERS[0].name,
        metavar="读者",
        help="读者：superior 上级机关，内部使用（缺省）；public 公众，不列个案，小数不公布",
    )
    parser.add_argument(
        "--threshold",
        metavar="文件",
        help="本地规定的公布最小件数，TOML 文件；不写的用本库的推定值",
    )


def run(arguments: argparse.Namespace) -> bool:
    """Write the document; never a failure.

    Raises:
        MisuseError: a period, a group or an audience that does not fit.
        RecordError: every fault of a register.

    """
    need_format(arguments)
    last = arguments.to_day
    period = Period(arguments.from_day, last, arguments.as_of or last)
    policy, pinned = policy_in_force(arguments.policy)
    columns = _columns(arguments.by)
    asked = _asked(arguments, policy, pinned, columns)
    figures, before = _counted(arguments, asked, period, columns)
    draft = bulletin(figures, before, asked, made_by(figures, asked))
    # A public one names no case: whatever looks like one's number is something else.
    numbers = () if asked.is_public else case_numbers(figures)
    write_document(passed(draft, asked.audience, numbers=numbers), arguments)
    return False


def _asked(
    arguments: argparse.Namespace, policy: Policy, pinned: date | None, columns: Mapping[By, str]
) -> Asked:
    """What the command line asks."""
    audience = Audience[arguments.audience]
    if arguments.ledger and audience is Audience.public:
        raise MisuseError(Fault("bulletin.ledger_public", path="--ledger"))
    chosen = policy.with_variant(arguments.variant)
    readings = readings_of(chosen)
    dated_by = (EventKind[arguments.dated_by],) if arguments.dated_by else USUAL
    return Asked(
        policy=chosen,
        pinned=pinned,
        calendar=chosen_calendar(arguments),
        least=_least(arguments.threshold),
        allow_assumed=not arguments.no_assumed,
        dated_by=dated_by,
        by=tuple(one for one in GROUPS if one in columns or one == _AGENT),
        audience=audience,
        ledger=arguments.ledger,
        reading=readings.pop(chosen.variant),
        other_readings={title: policy.with_variant(name) for name, title in readings.items()},
    )


def _least(path: str | None) -> Least:
    """The smallest count that is published, by the library's file or the office's own."""
    if path is None:
        found = least_published()
    else:
        found = least_published(read_file(Path(path), by_line=True), Path(path).name)
    told = (found.citation.text(), found.citation.note)
    # A file without a number has been refused.
    return Least(cast("int", found.value), "；".join(filter(None, told)))


def _counted(
    arguments: argparse.Namespace, asked: Asked, period: Period, columns: Mapping[By, str]
) -> tuple[Figures, Figures | None]:
    """The counts of the period, and of the one before where there are cases of it."""
    arguments.on_error = arguments.on_error or SKIP
    own, earlier = (period,), (period.before(),)
    if arguments.previous is None:
        figures, before = _count(arguments, asked, columns, *own, *earlier)
    else:
        named = {"file": arguments.previous, "errors": None}
        other = argparse.Namespace(**{**vars(arguments), **named})
        (figures,) = _count(arguments, asked, columns, *own)
        (before,) = _count(other, asked, columns, *earlier)
    return figures, before if before.all.cases else None


def _count(
    arguments: argparse.Namespace, asked: Asked, columns: Mapping[By, str], *periods: Period
) -> tuple[Figures, ...]:
    """The counts of periods over a register."""
    with chosen_register(arguments, asked.policy.declared) as register:
        _announce(register, columns, arguments.file)
        return count(_rows(register, asked, columns), asked, *periods)


def _rows(
    register: Register, asked: Asked, columns: Mapping[By, str]
) -> Iterator[tuple[Case, Mapping[By, str]]]:
    """The cases with their groups."""
    title = render("bulletin.counting", {})
    for row, one in tracked(register.rows(), register.count + register.refused, title):
        if isinstance(one, Case):
            yield one, {by: _group(by, one, row.values, columns) for by in asked.by}


def _group(by: By, case: Case, values: Mapping[str, object], columns: Mapping[By, str]) -> str:
    """What a case is put together by; empty where that is not filled in."""
    column = columns.get(by)
    if column is None:
        return case.agent.agent_no if case.agent else ""
    found = values.get(column)
    name = "" if found is None else " ".join(str(found).split())
    if len(name) <= _LONGEST:
        return name
    # Masked before it is cut, lest half a number be left that no mask knows.
    return f"{masked(name, Audience.public, None)[:_LONGEST]}…"


def _columns(texts: list[str]) -> dict[By, str]:
    """The column of each group.

    Raises:
        MisuseError: not of the form ``GROUP=COLUMN``, or a group that stands twice.

    """
    found: dict[By, str] = {}
    for text in texts:
        name, equals, column = (part.strip() for part in text.partition("="))
        by = _BY.get(name) or next((one for one in GROUPS if one == name), None)
        if by is None or not equals or not column:
            told = tuple(f"{key} {words}" for words, key in _BY.items())
            facts = (("found", text), ("known", told))
            raise MisuseError(Fault("bulletin.by_form", facts, path="--by"))
        if by in found:
            raise MisuseError(Fault("bulletin.by_twice", (("found", name),), path="--by"))
        found[by] = column
    return found


def _announce(register: Register, columns: Mapping[By, str], file: str) -> None:
    """Tell what was read otherwise than written, and which columns nobody reads.

    Raises:
        MisuseError: a group's column that is not there.

    """
    _check_columns(register, columns, file)
    unused = tuple(one for one in register.unused if one not in columns.values())
    announce(evolve(register, unused=unused))


def _check_columns(register: Register, columns: Mapping[By, str], file: str) -> None:
    """Refuse a column that the register does not have.

    Raises:
        MisuseError: it has none of that name.

    """
    faults = [
        Fault("bulletin.by_column", (("found", one), ("known", register.names)), file, path="--by")
        for one in columns.values()
        if one not in register.names
    ]
    if faults:
        raise MisuseError(*faults)
