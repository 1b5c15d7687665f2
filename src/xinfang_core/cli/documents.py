"""``xinfang docs``: documents from the rules (文书). What its commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.cli import accounts, bulletins, letters, rulebooks

if TYPE_CHECKING:
    import argparse


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The commands of ``xinfang docs``; what they share with others is added by the parser."""
    rulebooks.add_words(commands.add_parser("rulebook", help="规则手册：一个办法的全部规则"))
    letters.add_letter(
        commands.add_parser("letter", help="一件事项的文书：告知书、函、意见书、表格")
    )
    accounts.add_words(commands.add_parser("account", help="期限核算单：一件事项的期限逐日怎样算"))
    bulletins.add_words(commands.add_parser("bulletin", help="通报、台账：一个时期的指标"))
    letters.add_fields(commands.add_parser("fields", help="一种文书的字段：名称、由谁填、是否必填"))
