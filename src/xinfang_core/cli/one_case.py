"""The one case that a document is about (一件事项), and what is answered about it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from attrs import frozen

from xinfang_core.assessment import assess
from xinfang_core.case.moments import SHANGHAI
from xinfang_core.cli.choice import policy_in_force
from xinfang_core.cli.notices import chosen_calendar
from xinfang_core.cli.output import tell
from xinfang_core.cli.readings import readings_of
from xinfang_core.cli.register import announce, chosen_register
from xinfang_core.cli.taking import day
from xinfang_core.errors import Fault, MisuseError
from xinfang_core.messages import render
from xinfang_core.refusals import unknown_name

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from xinfang_core.assessment import Assessment
    from xinfang_core.case import Case
    from xinfang_core.policy import Policy, PolicyPack
    from xinfang_core.vocabulary import Declarations


@frozen
class Asked:
    """A case, and what is answered about it on a day.

    Attributes:
        case: its facts, and what happened.
        policy: the policy, under the reading asked for.
        pack: what of it is in force for the case.
        answer: the answer.
        other_answers: by the titles of the other readings of the same words what they answer.

    """

    case: Case
    policy: Policy
    pack: PolicyPack
    answer: Assessment
    other_answers: Mapping[str, Assessment]


def add_case(parser: argparse.ArgumentParser) -> None:
    """The register and the number of the case in it."""
    parser.add_argument(
        "file", metavar="文件", help="登记表：Excel（.xlsx）、CSV、JSON、JSON Lines；- 为标准输入"
    )
    parser.add_argument("--case", metavar="件号", help="哪一件；文件里只有一件的，可以不写")


def add_question(parser: argparse.ArgumentParser) -> None:
    """By which policy it is answered, and on which day."""
    parser.add_argument(
        "--policy",
        required=True,
        metavar="办法",
        help="办法编号[@日期]，或者办法文件、文件夹；要补充的，后面写 +补充文件",
    )
    parser.add_argument("--variant", metavar="变体", help="采用另一种理解，如 calendar_days")
    parser.add_argument("--as-of", type=day, metavar="日期", help="评估日，缺省为上海当天")
    parser.add_argument("--no-assumed", action="store_true", help="不采用推定值")


def asked(arguments: argparse.Namespace) -> Asked:
    """The case that the command line names, with what is answered about it.

    Raises:
        RecordError: every fault of the register.
        PolicyDataError: a policy or a notice that cannot be taken as written.
        MisuseError: as ``chosen_case``; no such policy, reading or region.

    """
    policy, pinned = policy_in_force(arguments.policy)
    policy = policy.with_variant(arguments.variant)
    case = chosen_case(arguments, policy.declared)
    as_of = arguments.as_of or datetime.now(SHANGHAI).date()
    if arguments.as_of is None:
        tell(render("cli.as_of_today", {"day": as_of}))
    calendar = chosen_calendar(arguments)

    def applying(one: Policy) -> PolicyPack:
        return one.on(pinned) if pinned else one.in_force(case, as_of)

    def answered(one: Policy) -> Assessment:
        allow_assumed = not arguments.no_assumed
        return assess(case, applying(one), calendar, as_of, allow_assumed=allow_assumed)

    titles = readings_of(policy)
    titles.pop(policy.variant)
    others = {title: answered(policy.with_variant(name)) for name, title in titles.items()}
    return Asked(case, policy, applying(policy), answered(policy), others)


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
