"""The form of one case (事项表单): the fields and steps that a policy can use, in Chinese."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from xinfang_core.case.event import BELONGS, NEEDED
from xinfang_core.case.receipt import SHOW_THE_BODY
from xinfang_core.case.revocation import REVOKES
from xinfang_core.cli.choice import chosen_policy
from xinfang_core.codec import ReadOptions, open_register
from xinfang_core.codec.decoding import decode_case
from xinfang_core.codec.fields import AGENT, CASE_NO, EVENT_NAMES, FACTS, NAMES
from xinfang_core.codec.lacking import rule_title
from xinfang_core.codec.moments import read_day
from xinfang_core.codec.problems import pointer
from xinfang_core.codec.writing import encode_case
from xinfang_core.errors import Fault, MisuseError, XinfangError
from xinfang_core.vocabulary import EventKind, ReplyKind, Term
from xinfang_core.workflow import Params as Flow
from xinfang_core.workflow import flow_of
from xinfang_desk.reaching import ACTED_FOR, RULES_OF_FACT, RULES_OF_RECEIPT, RULES_OF_STEP
from xinfang_desk.used import used_by

if TYPE_CHECKING:
    from xinfang_core.codec.fields import Field
    from xinfang_core.policy import Policy
    from xinfang_core.vocabulary import Step
    from xinfang_desk.used import Used

_MOST_NAMED: Final = 3
"""So many rules are named in a hint."""

_GROUPS: Final = {
    "事项": """category case_class purpose route urgent social_impact needs_investigation
        consultation major complicated subject case_weight case_stage group_complex wide_reach
        document_form hot_topic petition outside_as""",
    "信访人": """form intake_channel people representatives group contact_unclear joint_signature
        visited_level same_person same_matter same_grounds earlier_stage earlier_within_limit
        repeats settled signs""",
    "由谁办理": """received_by competent_level not_competent superior_assigned own_deadline
        multi_department acceptance_disputed common_superior village_can_handle town_can_handle
        city_level cross_town""",
    "办理情况": "simplified may_not_support handling_opinion policy_bound resolvable conduct",
    "代办": """proxy_form mandate_agents mandate_proofs service_fee agent_no agent_category
        agent_registered agent_trained agent_is_petitioner agent_works_offline
        agent_first_contact""",
}
"""The groups of the form, each with its fields in their order."""

_FIELDS: Final = {one.name: one for one in (*FACTS, *AGENT)}


_KINDS: Final[dict[Any, str]] = {
    bool: "truth",
    int: "number",
    Decimal: "amount",
    date: "date",
    str: "text",
}


def fields(policy: str, received: str | None = None) -> dict[str, object]:
    """The fields and the steps that a policy can use, national rules beside it.

    What it cannot use is told apart: a case that is loaded may have it.

    Args:
        policy: what ``--policy`` takes.
        received: the day by which its editions are picked; without one those of all editions.

    """
    chosen, pinned = chosen_policy(policy)
    used = used_by(chosen, pinned or (read_day(received) if received else None))
    asked = _asked(used)
    groups = [
        {"title": title, "fields": [_described(name, chosen, used) for name in names]}
        for title, listed in _GROUPS.items()
        if (names := [one for one in listed.split() if one in asked])
    ]
    steps = _steps(chosen, used)
    every = dict.fromkeys((*EventKind, *chosen.declared.steps))
    return {
        "number": _shape(CASE_NO, CASE_NO.kind),
        "groups": groups,
        "others": [_described(name, chosen, used) for name in _FIELDS if name not in asked],
        "steps": [_step(one, used) for one in every if one in steps],
        "other_steps": [_step(one, used) for one in every if one not in steps],
    }


def check(policy: str, record: dict[str, object]) -> list[dict[str, object]]:
    """What is wrong with a record: each fault with the JSON pointer to its place in it."""
    chosen, _ = chosen_policy(policy)
    try:
        decode_case(record, chosen.declared)
    except XinfangError as error:
        return [{"pointer": pointer(one.path), "text": _told(one)} for one in error.faults]
    return []


def _told(fault: Fault) -> str:
    """What is wrong, without the place: the form shows it there."""
    facts = tuple((key, _in_chinese(value)) for key, value in fault.facts)
    return fault._replace(facts=facts, file="", line=0, column=0, path="").text()


def _in_chinese(fact: object) -> object:
    """The title of a field in place of its key, as the form names it."""
    one = {**NAMES, **EVENT_NAMES}.get(fact) if isinstance(fact, str) else None
    return one.chinese if one else fact


def _asked(used: Used) -> set[str]:
    """The names of the facts that reach a rule of the policy, or that it names itself."""
    found = {fact for fact in RULES_OF_FACT if any(rule in used.params for rule in _rules(fact))}
    return found | used.facts.keys()


def _rules(fact: str) -> list[str]:
    """The rules that a fact reaches, and those that ask who petitions where it tells that."""
    return [*RULES_OF_FACT.get(fact, "").split(), *ACTED_FOR.get(fact, "").split()]


def _any_of(rules: str, used: Used) -> bool:
    return any(rule in used.params for rule in rules.split())


def _described(name: str, policy: Policy, used: Used) -> dict[str, object]:
    """A field: its key, its title, what may stand in it, and what it is asked for."""
    one = _FIELDS[name]
    kind: Any = policy.declared.kinds if one.kind is ReplyKind else one.kind
    titles = [rule_title(one) for one in _rules(name) if one in used.params and one != "outside"]
    return {**_shape(one, kind or one.kind), "hint": _hint((*titles, *used.facts.get(name, ())))}


def _hint(titles: tuple[str, ...]) -> str:
    """What a field is asked for, in a few words."""
    if not titles:
        return ""
    more = f"等 {len(titles)} 项" if len(titles) > _MOST_NAMED else ""
    return f"用于：{'、'.join(titles[:_MOST_NAMED])}{more}"


def _shape(one: Field, kind: Any) -> dict[str, object]:  # noqa: ANN401 - of any type
    """The kind of a field, and the choices where it has any."""
    told: dict[str, object] = {"name": one.name, "title": one.chinese}
    if isinstance(kind, tuple) or issubclass(kind, Term):
        # A kind that editions call differently is one choice.
        named = {term.name: str(term.value) for term in kind}
        options = [{"value": name, "title": title} for name, title in named.items()]
        return {**told, "kind": "choices" if one.many else "choice", "options": options}
    return {**told, "kind": _KINDS[kind]}


def _steps(policy: Policy, used: Used) -> set[Step]:
    """The steps that the policy lists or names, and those that its rules look for."""
    listed = used.params.get("workflow", ())
    flow = flow_of(tuple(one for one in listed if isinstance(one, Flow)))
    known = (EventKind[name] for name, rules in RULES_OF_STEP.items() if _any_of(rules, used))
    found = {*used.steps, *flow.needs, *policy.declared.steps, *known}
    found |= SHOW_THE_BODY if _any_of(RULES_OF_RECEIPT, used) else frozenset()
    # What takes a step back can happen wherever that step can; and a reopening is one only where
    # something stood that it takes back, be it a step that nothing else asks about.
    found |= {one for one, revoked in REVOKES.items() if found & revoked}
    return found | REVOKES[EventKind.reopen]


def _step(step: Step, used: Used) -> dict[str, object]:
    """A step: its key and name, whether its hour counts, and what else is told of it."""
    details = [name for name, steps in BELONGS.items() if step in steps]
    needed = NEEDED.get(step, ())
    return {
        "value": step.name,
        "title": step.value,
        "timed": step in used.timed,
        "details": [{**_detail(name), "needed": name in needed} for name in details],
    }


def _detail(name: str) -> dict[str, object]:
    one = EVENT_NAMES[name]
    return _shape(one, one.kind)


def opened(policy: str, path: str) -> dict[str, object]:
    """The record of the one case of a file, as the form writes it.

    Raises:
        RecordError: every fault of the file.
        MisuseError: it has no case, or several.

    """
    chosen, _ = chosen_policy(policy)
    with open_register(path, options=ReadOptions(declared=chosen.declared)) as register:
        cases = list(islice(register.cases(), 2))
        if len(cases) != 1:
            raise MisuseError(Fault("one_case.needed", (("count", register.count),)))
    return encode_case(cases[0])
