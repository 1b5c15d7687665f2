"""The grammar of the command line, in Chinese (命令行语法)."""

from __future__ import annotations

import argparse
from contextlib import contextmanager
from typing import TYPE_CHECKING

from xinfang_core import __version__
from xinfang_core.cli import (
    assess,
    books,
    calendars,
    changing,
    checking,
    comparing,
    documents,
    due,
    exports,
    gaps,
    packets,
    policies,
    recheck,
    register,
    replays,
    schemas,
    serving,
    traces,
)
from xinfang_core.cli.helping import Parser
from xinfang_core.cli.notices import FOLDER_VARIABLE
from xinfang_core.cli.taking import (
    day,
    line,
    moment,
    number,
    one_of,
    port,
    positive,
    soon,
    statuses,
    suspension,
)
from xinfang_core.codec.csv_answers import COLUMNS, LABELS
from xinfang_core.codec.sizes import DEFAULT, SIZES
from xinfang_core.codec.urgent import SOON
from xinfang_core.exporting import DIALECTS
from xinfang_core.vocabulary import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHINESE = {
    "positional arguments": "位置参数",
    "options": "选项",
    "show this help message and exit": "显示帮助并退出",
    "%(prog)s: error: %(message)s\n": "%(prog)s：错误：%(message)s\n",
    "the following arguments are required: %s": "缺少参数：%s",
    "argument %(argument_name)s: %(message)s": "参数 %(argument_name)s：%(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "没有 %(value)r，可用：%(choices)s",
    "invalid %(type)s value: %(value)r": "取值不合要求：%(value)r",
    "unrecognized arguments: %s": "不认识的参数：%s",
    "expected one argument": "须带一个值",
    "expected at least one argument": "须至少带一个值",
    "ambiguous option: %(option)s could match %(matches)s": (
        "选项 %(option)s 不明确，可指 %(matches)s"
    ),
    "not allowed with argument %s": "不能与 %s 同用",
    "ignored explicit argument %r": "多余的值 %r",
}

_DIALECTS = f"{'、'.join(DIALECTS)}；达梦、人大金仓等用 csv"
_FILLED = "要补充的，后面写 +补充文件"
_FOLDER = f"缺省为环境变量 {FOLDER_VARIABLE} 所指，或者用户数据文件夹"


@contextmanager
def chinese_argparse() -> Iterator[None]:
    """Let argparse speak Chinese while a command line is parsed, and only then."""
    english = vars(argparse)["_"]
    vars(argparse)["_"] = lambda text: _CHINESE.get(text, text)
    try:
        yield
    finally:
        vars(argparse)["_"] = english


def make_parser() -> argparse.ArgumentParser:
    """The parser of ``xinfang`` with all its commands."""
    parser = Parser(prog="xinfang", description="信访代办规则：评估、期限、工作日历、办法")
    version = f"xinfang-core {__version__}"
    parser.add_argument("--version", action="version", version=version, help="显示版本并退出")
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令", title="命令")
    _add_assess(commands.add_parser("assess", help="评估登记表中的信访件"))
    _add_due(commands.add_parser("due", help="计算一个期限的届满日"))
    _add_calendar(commands.add_parser("calendar", help="查看工作日历、导入放假通知、复核在办事项"))
    _add_policy(commands.add_parser("policy", help="查看、核对办法文件"))
    checked = commands.add_parser("check", help="检验算例：逐例计算，与应有的结论对照")
    _add_place(checking.add_words(checked), known_on=False)
    _add_docs(commands.add_parser("docs", help="文书：规则手册、告知书、核算单、通报"))
    _add_replay(commands.add_parser("replay", help="把回执与今天的结论对照"))
    _add_serve(commands.add_parser("serve", help="接口服务：按 HTTP 回答（OpenAPI）"))
    _add_schema(commands.add_parser("schema", help="输出数据契约（JSON Schema）"))
    _add_export(commands.add_parser("export", help="导出给其他程序用的文件"))
    return parser


def _add_docs(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(dest="action", required=True, metavar="命令", title="命令")
    documents.add_commands(commands)
    for name in ("rulebook", "letter", "account", "bulletin"):
        _add_place(commands.choices[name])
    for name in ("letter", "account", "bulletin"):
        _add_reading(commands.choices[name])


def _add_replay(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=replays.run)
    parser.add_argument("receipt", metavar="回执", help="回执，或者带回执的结论，JSON 文件")
    parser.add_argument("replayed", metavar="事项", help="同一事项的记录，JSON 文件")
    parser.add_argument("--policy", metavar="办法", help="办法文件、文件夹；缺省按回执所写的编号")
    _add_key(parser)
    _add_place(parser, known_on=False)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="输出格式")
    parser.add_argument("--output", metavar="文件", help="写入文件，缺省为屏幕")


def _add_key(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--key-file", metavar="文件", help="写回执的密钥，不少于 16 个字节")


def _add_export(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(dest="action", required=True, metavar="命令", title="命令")
    tables = commands.add_parser("tables", help="日历和办法写成数据库的表")
    tables.set_defaults(run=exports.run_tables)
    tables.add_argument(
        "--policy",
        dest="policies",
        action="append",
        required=True,
        metavar="办法",
        help="办法编号[@日期]，或者办法文件、文件夹；可重复",
    )
    tables.add_argument(
        "--dialect", required=True, choices=tuple(DIALECTS), metavar="方言", help=_DIALECTS
    )
    tables.add_argument(
        "--output", required=True, metavar="文件夹", help="写到文件夹，其中同名的文件被替换"
    )
    _add_place(tables)


def _add_schema(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=schemas.run)
    parser.add_argument("name", metavar="名称", nargs="?", help="如 case；不写的，列出全部名称")
    parser.add_argument("--output", metavar="文件", help="写到文件")


def _add_assess(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=assess.run)
    parser.add_argument(
        "file",
        metavar="文件",
        help="Excel（.xlsx）、CSV、JSON 或者 JSON Lines（.jsonl）登记表；- 为标准输入",
    )
    parser.add_argument(
        "--policy",
        metavar="办法",
        help=f"办法编号，如 online-proxy 或者 national@2022-05-01；或者办法文件、文件夹；{_FILLED}",
    )
    _add_question(parser)
    _add_forms(parser)
    _add_reading(parser)
    _add_stream(parser)


def _add_terms(parser: argparse.ArgumentParser) -> None:
    """What holds for all requests that do not say it."""
    parser.add_argument(
        "--policy",
        metavar="办法",
        help="请求没有写明时的办法：编号[@日期]，或者办法文件、文件夹",
    )
    _add_question(parser)
    _add_answer(parser)


def _add_question(parser: argparse.ArgumentParser) -> None:
    """How a policy is read, on which day, by which calendar."""
    parser.add_argument("--variant", metavar="变体", help="采用另一种理解，如 calendar_days")
    parser.add_argument("--as-of", type=day, metavar="日期", help="评估日，缺省为上海当天")
    _add_place(parser)
    parser.add_argument(
        "--no-assumed", action="store_true", help="不采用推定值，依赖推定的结论为无法确定"
    )


def _add_answer(parser: argparse.ArgumentParser) -> None:
    """How much an answer says to programs, and what it carries."""
    parser.add_argument(
        "--size",
        type=one_of(SIZES),
        metavar="详略",
        help=f"JSON 的详略：{'、'.join(SIZES)}，缺省 {DEFAULT}",
    )
    parser.add_argument(
        "--receipts", action="store_const", const=True, help="每个结论带上回执，JSON 格式"
    )
    _add_key(parser)


def _add_serve(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=serving.run)
    parser.add_argument(
        "--host", default=serving.HOST, metavar="地址", help=f"缺省 {serving.HOST}，只限本机"
    )
    parser.add_argument(
        "--port",
        type=port,
        default=serving.PORT,
        metavar="端口",
        help=f"缺省 {serving.PORT}；0 为任一空闲的",
    )
    parser.add_argument("--workers", type=positive, metavar="数", help="用几个进程，缺省 1")
    parser.add_argument(
        "--log", action="store_true", help="每个请求在标准错误记一行：方法、路径、状态、毫秒"
    )
    _add_terms(parser)


def _add_stream(parser: argparse.ArgumentParser) -> None:
    """How standard input is read, and by how many processes."""
    group = parser.add_argument_group("标准输入（文件写 -）")
    group.add_argument(
        "--input-format",
        choices=assess.INPUTS,
        help="格式；标准输入必须写明，jsonl 为一行一个请求，读一行答一行；文件缺省按扩展名",
    )
    group.add_argument(
        "--jobs", type=positive, metavar="数", help="用几个进程，缺省 1；结果仍按原来的顺序"
    )


def _add_reading(parser: argparse.ArgumentParser) -> None:
    """How the register is read, and what becomes of rows that cannot be."""
    group = parser.add_argument_group("登记表")
    group.add_argument(
        "--sheet", default="", metavar="名称", help="工作簿中的工作表；只有一个有内容的，不必写"
    )
    _add_columns(group)
    group.add_argument(
        "--date-format", choices=("dmy", "mdy"), help="年在最后的日期：dmy 为日月年，mdy 为月日年"
    )
    group.add_argument(
        "--records-at",
        default="",
        metavar="键.键",
        help="JSON 文件中记录列表的位置，如 data.records",
    )
    group.add_argument(
        "--leave-out-totals", action="store_true", help="略去合计、填表人、注等不是信访件的行"
    )
    group.add_argument(
        "--show-values", action="store_true", help="错误信息中显示可能涉及个人的内容"
    )
    group.add_argument(
        "--on-error",
        choices=(register.FAIL, register.SKIP, register.MARK),
        help="有的行读不了时：fail 全部不评估（文件的缺省），skip 略去，"
        "mark 在 JSON、JSON Lines 的原处写明（标准输入逐行评估的缺省）",
    )
    group.add_argument(
        "--errors", metavar="文件", help="读不了的行列入此文件（CSV），缺省为标准错误"
    )


def _add_columns(group: argparse._ArgumentGroup) -> None:
    """Which column is which."""
    group.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="字段=列名",
        help="列对应，可重复；也可给出 TOML 文件",
    )
    group.add_argument(
        "--ignore-column", action="append", default=[], metavar="列名", help="不读这一列，可重复"
    )
    group.add_argument(
        "--only-known-columns", action="store_true", help="列名与本库的只是相近的，不读也不报错"
    )
    group.add_argument(
        "--header-row",
        type=line,
        default=0,
        metavar="行号",
        help="CSV 文件、工作表中列名所在的行，缺省为第一个不空的行",
    )


def _add_forms(parser: argparse.ArgumentParser) -> None:
    """What comes out in which form, and when it fails."""
    parser.add_argument(
        "--fail-on",
        type=statuses,
        default=(),
        metavar="状态,…",
        help="有这些时限状态时退出码为 1，如 late,overdue",
    )
    parser.add_argument(
        "--format",
        choices=("text", "json", "jsonl", "csv", assess.BOOK),
        default="text",
        help="输出格式；xlsx 为工作簿：登记表是工作簿的，结论写进它的副本",
    )
    parser.add_argument("--output", metavar="文件", help="写入文件，缺省为屏幕")
    _add_wire(parser)
    _add_report(parser)


def _add_wire(parser: argparse.ArgumentParser) -> None:
    """How much an answer says to programs, and what a spreadsheet shows."""
    _add_answer(parser)
    parser.add_argument(
        "--columns",
        type=one_of(COLUMNS),
        metavar="列",
        help="CSV、xlsx 的列：limits 各项期限（缺省），all 全部结论和理由",
    )
    parser.add_argument(
        "--labels",
        type=one_of(LABELS),
        metavar="语言",
        help="列名和取值：en 英文键（CSV 的缺省），zh 中文（xlsx 的缺省）",
    )


def _add_report(parser: argparse.ArgumentParser) -> None:
    """What the report for people shows."""
    parser.add_argument(
        "--case",
        action="append",
        default=[],
        metavar="件号",
        help="只看这一件的全部理由，可重复",
    )
    parser.add_argument("--full", action="store_const", const=True, help="逐件列出全部理由")
    parser.add_argument(
        "--top",
        type=positive,
        metavar="数",
        help=f"最多列出多少件需要处理的，缺省屏幕上 {assess.TOP} 件，文件中全部",
    )
    parser.add_argument(
        "--soon",
        type=soon,
        metavar="数",
        help=f"几个工作日内届满的算需要处理，缺省 {SOON}",
    )


def _add_place(parser: argparse.ArgumentParser, *, known_on: bool = True) -> None:
    """Which working days count: where, by which notices, as known when."""
    if known_on:
        parser.add_argument(
            "--known-on", type=day, metavar="日期", help="只用该日以前公布的放假安排"
        )
    else:
        parser.set_defaults(known_on=None)
    parser.add_argument("--region", metavar="代码", help="地区代码，如 450000（广西）")
    parser.add_argument("--notices", metavar="文件夹", help=f"已导入的通知所在文件夹，{_FOLDER}")


def _add_due(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=due.run)
    parser.add_argument(
        "start",
        type=moment,
        metavar="起算日",
        help="事件发生日，当日不计入；单位为 hour、minute 的须写明时刻",
    )
    parser.add_argument("count", type=number, metavar="数", help="期限的数")
    units = tuple(Unit.__members__)
    told = f"期限的单位：{'、'.join(units)}"
    parser.add_argument("--unit", required=True, choices=units, metavar="单位", help=told)
    _add_place(parser)
    parser.add_argument(
        "--suspend",
        type=suspension,
        action="append",
        default=[],
        metavar="开始日..恢复日",
        help="中止计算的日子，可重复；恢复日起继续计算",
    )
    parser.add_argument("--explain", action="store_true", help="逐日说明")
    parser.add_argument(
        "--format", choices=("text", "json", "markdown", "svg"), default="text", help="输出格式"
    )
    parser.add_argument("--output", metavar="文件", help="写入文件，缺省为屏幕")


def _add_calendar(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(dest="action", required=True, metavar="命令", title="命令")
    shown = commands.add_parser("show", help="显示一年的工作日历")
    shown.set_defaults(run=calendars.run_show)
    shown.add_argument("year", type=number, metavar="年份", help="如 2026")
    shown.add_argument(
        "--format", choices=("text", "json", "ics", "svg"), default="text", help="输出格式"
    )
    shown.add_argument("--output", metavar="文件", help="写入文件，缺省为屏幕")
    listed = commands.add_parser("list", help="列出所用的放假通知")
    listed.set_defaults(run=calendars.run_list)
    listed.add_argument("--format", choices=("text", "json"), default="text", help="输出格式")
    for command in (shown, listed):
        _add_place(command)
    _add_import(commands.add_parser("import", help="核对并导入一份放假通知"))
    _add_recheck(commands.add_parser("recheck", help="列出届满日因日历变动的在办事项"))


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=calendars.run_import)
    parser.add_argument("notice", metavar="通知", help="通知文件：TOML，或者照通知录入的文本")
    parser.add_argument("--notices", metavar="文件夹", help=f"存放已导入通知的文件夹，{_FOLDER}")
    parser.add_argument(
        "--despite-warnings", action="store_true", help="已对照通知原文，有疑点也导入"
    )
    parser.add_argument("--check", action="store_true", help="只核对，不导入")
    parser.add_argument(
        "--replace",
        action="store_true",
        help="替换已导入的同年通知，或者同日印发的调整、地方、本单位通知",
    )


def _add_recheck(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=recheck.run)
    parser.add_argument("file", metavar="文件", help="登记表")
    parser.add_argument("--policy", required=True, metavar="办法", help="办法编号[@日期]，或者文件")
    parser.add_argument("--variant", metavar="变体", help="采用另一种理解，如 calendar_days")
    for name, words in (("--old", "原来的日历"), ("--new", "现在的日历")):
        parser.add_argument(
            name,
            metavar="日期或者通知",
            help=f"{words}：只用该日以前公布的通知，或者再加一份通知文件；缺省为全部通知",
        )
    parser.add_argument(
        "--as-of", type=day, metavar="日期", help="在办与否以该日为准，缺省为上海当天"
    )
    _add_place(parser, known_on=False)
    parser.add_argument("--fail-on-moved", action="store_true", help="有变动时退出码为 1")
    _add_reading(parser)
    parser.add_argument(
        "--format", choices=("text", "json", "csv"), default="text", help="输出格式"
    )
    parser.add_argument("--output", metavar="文件", help="写入文件，缺省为屏幕")


def _add_impact(parser: argparse.ArgumentParser) -> None:
    comparing.add_impact(parser)
    _add_place(parser)
    _add_reading(parser)


def _add_packet(parser: argparse.ArgumentParser) -> None:
    packets.add_packet(parser)
    _add_place(parser)
    _add_reading(parser)


def _add_policy(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(dest="action", required=True, metavar="命令", title="命令")
    listed = commands.add_parser("list", help="列出随附的办法")
    listed.set_defaults(run=policies.run_list)
    shown = commands.add_parser("show", help="显示办法的全部取值和依据")
    shown.set_defaults(run=policies.run_show)
    shown.add_argument(
        "policy", metavar="办法", help=f"办法编号[@日期]，或者办法文件、文件夹；{_FILLED}"
    )
    traced = commands.add_parser("trace", help="条款与规则对照")
    traced.set_defaults(run=traces.run)
    traced.add_argument(
        "policy", metavar="办法", help="办法编号[@日期]，或者办法文件、文件夹；缺省为最新版本"
    )
    checked = commands.add_parser("validate", help="核对办法文件")
    checked.set_defaults(run=policies.run_validate)
    checked.add_argument("path", metavar="文件", help=f"办法文件或者文件夹；{_FILLED}")
    changing.add_commands(commands)
    comparing.add_diff(commands.add_parser("diff", help="两个版本逐项对照"))
    gaps.add_gaps(commands.add_parser("gaps", help="哪些情形没有取值"))
    _add_impact(commands.add_parser("impact", help="换一个版本，过去的事项会怎样"))
    _add_packet(commands.add_parser("packet", help="变更包：改动、影响、签署，一个网页"))
    books.add_commands(commands)
    for command in (listed, shown, traced, checked):
        command.add_argument("--format", choices=("text", "json"), default="text", help="输出格式")
