"""The one case that a document is about (一件事项), of all that a register has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xinfang_core.cli.register import announce, chosen_register
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.refusals import unknown_name

if TYPE_CHECKING:
    import argparse

    from xinfang_core.case import Case
    from xinfang_core.vocabulary import Declarations


def add_case(parser: argparse.ArgumentParser) -> None:
    """The register and the number of the case in it."""
    parser.add_argument(
        "file", metavar="文件", help="登记表：Excel（.xlsx）、CSV、JSON、JSON Lines；- 为标准输入"
    )
    parser.add_argument("--case", metavar="件号", help="哪一件；文件里只有一件的，可以不写")


def chosen_case(arguments: argparse.Namespace, declared: Declarations) -> Case:
    """The case that the command line names; the only one where it names none.

    Raises:
        RecordError: every fault of the register.
        MisuseError: no such case, several of that number, or none named where there are several.

    """
    number = arguments.case
    with chosen_register(arguments, declared) as register:
        announce(register)
        numbers: list[str] = []
        found: list[Case] = []
        for case in register.cases():
            numbers.append(case.case_no)
            if number in {None, case.case_no} and len(found) <= 1:
                found.append(case)
    if len(found) == 1:
        return found[0]
    raise MisuseError(_fault(number, numbers))


def _fault(number: str | None, numbers: list[str]) -> Fault:
    """Why there is not the one case."""
    if number is None:
        return Fault("one_case.needed", (("count", len(numbers)),), path="--case")
    if number in numbers:
        facts = (("found", number), ("count", numbers.count(number)))
        return Fault("one_case.twice", facts, path="--case")
    refused = unknown_name("cli.unknown_case", number, numbers)
    return Fault(refused.code, refused.facts, path="--case")
