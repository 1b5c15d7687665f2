"""The grammar of the commands that write policy files (改办法的命令)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.cli import amending, renewing
from xinfang_core.cli.taking import day, line_of_text
from xinfang_core.vocabulary import Basis, OpenCases

if TYPE_CHECKING:
    import argparse


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The commands that write policy files, among those of ``xinfang policy``."""
    _add_new(commands.add_parser("new", help="照通知新建一个版本，或者一问一答写出初稿"))
    _add_clause(commands.add_parser("clause", help="加上通知的一条"))
    _add_confirm(commands.add_parser("confirm", help="变体经核对，在新版本中照旧"))
    _add_set(commands.add_parser("set", help="照通知改一项取值"))


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=renewing.run_new)
    parser.add_argument(
        "folder",
        metavar="办法",
        help="接着它写的办法：编号、文件或者文件夹；从头写起的，放办法文件的文件夹",
    )
    parser.add_argument("--effective", type=day, metavar="日期", help="新版本的施行日")
    parser.add_argument(
        "--notice", type=line_of_text, metavar="名称", help="作出改动的文件，如某某通知"
    )
    parser.add_argument("--output", metavar="文件夹", help="放全部版本的文件夹，没有的建一个")
    told = "、".join(f"{one.name} {one.value}" for one in OpenCases)
    parser.add_argument(
        "--open-cases",
        choices=tuple(OpenCases.__members__),
        default=OpenCases.keep.name,
        metavar="衔接",
        help=f"施行时在办的事项：{told}；缺省为前者",
    )
    parser.add_argument(
        "--switch-on", type=day, metavar="日期", help="在办的从哪一天起改用，缺省为施行日"
    )
    parser.add_argument("--from-scratch", action="store_true", help="从头写起，逐项提问")
    parser.add_argument("--answers", metavar="文件", help="答案已写在文件里，一行一个，不再提问")


def _add_clause(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=amending.run_clause)
    _add_file(parser)
    parser.add_argument("clause", type=line_of_text, metavar="编号", help="条款编号")
    parser.add_argument("--locator", type=line_of_text, metavar="位置", help="如 第二条")
    parser.add_argument("--text", type=line_of_text, metavar="转述", help="自己的话，不是原文")
    parser.add_argument(
        "--source", type=line_of_text, metavar="名称", help="出自哪份文件，缺省为本版本的通知"
    )
    parser.add_argument(
        "--encoded-by",
        action="append",
        metavar="路径",
        help="由哪条规则或者哪项取值落实，可重复；用 policy set 引用它的，自动写上",
    )
    parser.add_argument(
        "--set-aside", type=line_of_text, metavar="理由", help="没有取值落实它的，为什么"
    )


def _add_set(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=amending.run_set)
    _add_file(parser)
    parser.add_argument("target", metavar="路径", help="如 reply_deadline.limit，见 policy show")
    parser.add_argument("picks", nargs="*", metavar="键=名称", help="哪一行，如 reply_kind=general")
    parser.add_argument(
        "--value", required=True, metavar="取值", help="数、名称；none 没有，silent 原文没有说"
    )
    parser.add_argument("--unit", metavar="单位", help="如 working_day；不写的照旧")
    parser.add_argument("--clause", required=True, metavar="编号", help="依据哪一条")
    parser.add_argument("--phrase", default="", metavar="短语", help="原文中带这个数的几个字")
    parser.add_argument(
        "--basis",
        choices=[text for one in Basis for text in (one.name, one.value)],
        default=Basis.stated.name,
        metavar="依据",
        help=f"{'、'.join(f'{one.name} {one.value}' for one in Basis)}；缺省为前者",
    )
    parser.add_argument("--note", default="", metavar="说明", help="不是原文载明的，必须写")
    parser.add_argument("--variant", default="", metavar="变体", help="改变体中的取值")


def _add_confirm(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=amending.run_confirm)
    _add_file(parser)
    parser.add_argument("variants", nargs="+", metavar="变体", help="变体的名称，可写几个")


def _add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="文件", help="办法文件；文件夹则为其中最新的版本")
    parser.add_argument("--dry-run", action="store_true", help="只看会改什么，不写文件")
